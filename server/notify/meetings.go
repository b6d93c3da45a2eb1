package notify

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/meeting"
	"sineng/ent/meetingmember"
	"sineng/ent/notice"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/store"
)

// calls are the columns of a meeting of whose change those who were called are told.
var calls = []string{meeting.FieldHeldOn, meeting.FieldPlace, meeting.FieldTitle}

func meetingWords(m *ent.Meeting, as string) map[string]string {
	words := map[string]string{"unit": m.Edges.Unit.Name, "on": m.HeldOn.Format(time.DateOnly), "place": m.Place, "title": m.Title}
	if as != "" {
		words[asWord] = as
	}
	return words
}

// tellOfMeeting calls to a meeting that is to come: all who belong to it when it is planned or
// its day, place or title changes, and else those who are new. Who is not wanted any more is
// told so.
func (b *batch) tellOfMeeting(ctx context.Context, e audit.Followed) error {
	rows, err := b.tx.Meeting.Query().Where(meeting.IDIn(e.Changed(ent.TypeMeeting)...),
		meeting.StateIn(term.MeetingStatePlanned, term.MeetingStateOpen)).WithUnit().All(ctx)
	if err != nil {
		return err
	}
	for _, m := range rows {
		all, err := b.called(ctx, m)
		if err != nil {
			return err
		}
		wanted := all
		if e.Action != term.AuditActionPlanMeeting && !changes(e, m.ID, calls...) {
			if wanted, err = b.newlyCalled(ctx, e, m); err != nil {
				return err
			}
		}
		b.tell(wanted, 0, term.NoticeKindMeetingCalled, m.ID, keyOf("meeting", m.ID, e.Index), meetingWords(m, ""))
		if err := b.dismiss(ctx, e, m, all); err != nil {
			return err
		}
	}
	return nil
}

// called are the accounts of the members of a meeting and of who keeps its minutes.
func (b *batch) called(ctx context.Context, m *ent.Meeting) ([]int64, error) {
	people, err := b.tx.MeetingMember.Query().Where(meetingmember.MeetingID(m.ID)).Select(meetingmember.FieldPersonID).Ints(ctx)
	if err != nil {
		return nil, err
	}
	var ids []int64
	for _, id := range people {
		ids = append(ids, int64(id))
	}
	if m.RecorderID != nil {
		ids = append(ids, *m.RecorderID)
	}
	return b.accounts(ctx, ids...)
}

// newlyCalled are the accounts of those whom an entry of the log added to a meeting.
func (b *batch) newlyCalled(ctx context.Context, e audit.Followed, m *ent.Meeting) ([]int64, error) {
	var added []int64
	for _, c := range e.Changes {
		if c.Type == ent.TypeMeetingMember && c.Op == store.RowCreated {
			added = append(added, c.ID)
		}
	}
	rows, err := b.tx.MeetingMember.Query().Where(meetingmember.IDIn(added...), meetingmember.MeetingID(m.ID)).All(ctx)
	if err != nil {
		return nil, err
	}
	var people []int64
	for _, one := range rows {
		people = append(people, one.PersonID)
	}
	if m.RecorderID != nil && changes(e, m.ID, meeting.FieldRecorderID) {
		people = append(people, *m.RecorderID)
	}
	return b.accounts(ctx, people...)
}

// dismiss tells those who were called to a meeting and do not belong to it any more.
func (b *batch) dismiss(ctx context.Context, e audit.Followed, m *ent.Meeting, wanted []int64) error {
	left := changes(e, m.ID, meeting.FieldRecorderID) || slices.ContainsFunc(e.Changes, func(c audit.Diff) bool {
		return c.Type == ent.TypeMeetingMember && c.Op == store.RowDeleted
	})
	if !left {
		return nil
	}
	told, err := b.tx.Notice.Query().Where(notice.KindEQ(term.NoticeKindMeetingCalled), notice.ObjectID(m.ID)).Order(notice.ByID()).All(ctx)
	if err != nil {
		return err
	}
	last := map[int64]string{}
	for _, n := range told {
		last[n.AccountID] = n.Words[asWord]
	}
	var out []int64
	for id, as := range last {
		if as == "" && !slices.Contains(wanted, id) {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	b.tell(out, 0, term.NoticeKindMeetingCalled, m.ID, keyOf("dismissed", m.ID, e.Index), meetingWords(m, asDismissed))
	return nil
}

// tellOfCancelled tells who was called that the meeting is not held.
func (b *batch) tellOfCancelled(ctx context.Context, e audit.Followed) error {
	rows, err := b.tx.Meeting.Query().Where(meeting.IDIn(e.Changed(ent.TypeMeeting)...), meeting.StateEQ(term.MeetingStateCancelled)).WithUnit().All(ctx)
	if err != nil {
		return err
	}
	for _, m := range rows {
		all, err := b.called(ctx, m)
		if err != nil {
			return err
		}
		b.tell(all, e.Actor.Account, term.NoticeKindMeetingCalled, m.ID, keyOf("cancelled", m.ID), meetingWords(m, asCancelled))
	}
	return nil
}

// changes tells whether an entry of the log tells of a change of a row's columns.
func changes(e audit.Followed, id int64, columns ...string) bool {
	return slices.ContainsFunc(e.Changes, func(c audit.Diff) bool {
		return c.ID == id && c.Op == store.RowChanged && slices.ContainsFunc(columns, func(name string) bool {
			_, ok := c.Columns[name]
			return ok
		})
	})
}
