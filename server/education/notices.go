package education

import (
	"context"
	"maps"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/educationparticipant"
	"sineng/ent/educationsession"
	"sineng/ent/term"
	"sineng/server/follow"
	"sineng/server/notice"
	"sineng/server/timer"
)

const (
	// noticeBatch is of how many sessions one transaction reminds.
	noticeBatch = 500
	// back is for how many days without a server reminders are made up for.
	back = 3
)

// Notices registers the notices on sessions.
func (s *Service) Notices() notice.Source {
	const page = "/education/{id}"
	return notice.Source{
		Kinds: []notice.Kind{
			{Kind: term.NoticeKindEducationCalled, Page: page, ZH: "请参加{subject} {on} 举办的{education}“{title}”,地点 {place}",
				EN: "You are expected at “{title}” ({education}) of {subject} on {on}, place: {place}"},
			{Kind: term.NoticeKindEducationCancelled, Page: page, ZH: "{subject}原定 {on} 举办的{education}“{title}”已取消",
				EN: "“{title}” ({education}) of {subject} on {on} was cancelled"},
			{Kind: term.NoticeKindEducationDue, Page: page, ZH: "{subject}计划于 {on} 举办的{education}“{title}”尚未登记,请登记参加情况或取消",
				EN: "“{title}” ({education}) of {subject} was planned for {on}: record who came, or cancel it",
				Many: &notice.Many{Page: "/education?state=PLANNED", ZH: "有 {many} 项计划的教育活动尚未登记,最早 {on} 举办", EN: "{many} education sessions wait to be recorded, the first was planned for {on}",
					Words: func(all []map[string]string) map[string]string {
						return map[string]string{"on": notice.Earliest(all, "on")}
					}}},
		},
		Words: map[string]notice.Word{"education": notice.Label[term.EducationKind]},
		Answers: []notice.Answer{
			{With: s.notifyCalled, To: []term.AuditAction{term.AuditActionPlanEducation, term.AuditActionReviseEducation, term.AuditActionSetParticipants}},
			{With: s.notifyCancelled, To: []term.AuditAction{term.AuditActionCancelEducation}},
		},
		Clocks: []notice.Clock{{Kind: "education.due", With: s.notifyDue, Back: back}},
		Seen:   map[string]func(context.Context, []int64) ([]int64, error){educationsession.Table: s.seen},
	}
}

// seen are those of some sessions that the viewer sees.
func (s *Service) seen(ctx context.Context, ids []int64) ([]int64, error) {
	return s.store.Reader(ctx).EducationSession.Query().Where(educationsession.IDIn(ids...)).IDs(ctx)
}

func words(e *ent.EducationSession) map[string]string {
	return map[string]string{"unit": e.Edges.Unit.Name, "education": string(e.Kind), "on": e.HeldOn.Format(time.DateOnly), "place": e.Place, "title": e.Topic}
}

// notifyCalled invites those who are expected at coming sessions and have no notice with its present day, place and topic.
func (s *Service) notifyCalled(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	for _, entry := range entries {
		rows, err := b.Tx.EducationSession.Query().Where(educationsession.IDIn(entry.Changed(ent.TypeEducationSession)...),
			educationsession.StateEQ(term.EducationStatePlanned), educationsession.HeldOnGTE(b.Today)).WithUnit().All(ctx)
		if err != nil {
			return err
		}
		for _, e := range rows {
			wanted, err := invited(ctx, b, e)
			if err != nil {
				return err
			}
			said, err := b.SaidTo(ctx, wanted, e.ID, term.NoticeKindEducationCalled)
			if err != nil {
				return err
			}
			words := words(e)
			known := func(id int64) bool { return said.Last[id] != nil && maps.Equal(said.Last[id].Words, words) }
			b.Notify(slices.DeleteFunc(wanted, known), notice.Notice{Kind: term.NoticeKindEducationCalled, Object: e.ID, Key: notice.Key("education", e.ID, entry.Index), Words: words})
		}
	}
	return nil
}

// invited are the accounts of those who are expected at a session, and of who leads it.
func invited(ctx context.Context, b *notice.Batch, e *ent.EducationSession) ([]int64, error) {
	var people []int64
	if err := b.Tx.EducationParticipant.Query().Where(educationparticipant.SessionID(e.ID)).Select(educationparticipant.FieldPersonID).Scan(ctx, &people); err != nil {
		return nil, err
	}
	if e.LeaderID != nil {
		people = append(people, *e.LeaderID)
	}
	return b.Accounts(ctx, people...)
}

// notifyCancelled tells those who were invited that a coming session was cancelled.
func (s *Service) notifyCancelled(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	for _, entry := range entries {
		rows, err := b.Tx.EducationSession.Query().Where(educationsession.IDIn(entry.Changed(ent.TypeEducationSession)...),
			educationsession.StateEQ(term.EducationStateCancelled), educationsession.HeldOnGTE(b.Today)).WithUnit().All(ctx)
		if err != nil {
			return err
		}
		for _, e := range rows {
			all, err := invited(ctx, b, e)
			if err != nil {
				return err
			}
			b.Notify(notice.Except(all, entry.Actor.Account), notice.Notice{Kind: term.NoticeKindEducationCancelled, Object: e.ID, Key: notice.Key("education cancelled", e.ID), Words: words(e)})
		}
	}
	return nil
}

// notifyDue reminds who planned a session whose day has passed that it is to be recorded or cancelled, once.
func (s *Service) notifyDue(ctx context.Context, b *notice.Batch, item *timer.Item) error {
	rows, err := b.Tx.EducationSession.Query().Where(educationsession.IDGT(item.Cursor), educationsession.StateEQ(term.EducationStatePlanned), educationsession.RecordedByNotNil(),
		educationsession.HeldOnLT(b.Today), educationsession.HeldOnGTE(b.Today.AddDate(0, 0, -1-back))).WithUnit().Order(educationsession.ByID()).Limit(noticeBatch).All(ctx)
	if err != nil {
		return err
	}
	if len(rows) == noticeBatch {
		item.Continue(rows[len(rows)-1].ID)
	}
	for _, e := range rows {
		b.Notify([]int64{*e.RecordedBy}, notice.Notice{Kind: term.NoticeKindEducationDue, Object: e.ID, Key: notice.Key("education due", e.ID, e.HeldOn.Unix()), Words: words(e)})
	}
	return nil
}
