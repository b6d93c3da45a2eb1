package meeting

import (
	"context"
	"maps"
	"slices"
	"time"

	"sineng/ent"
	entmeeting "sineng/ent/meeting"
	"sineng/ent/meetingmember"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/follow"
	"sineng/server/notice"
	"sineng/server/store"
)

// calls are the kinds of notices that invite somebody to a meeting or withdraw the invitation.
var calls = []term.NoticeKind{term.NoticeKindMeetingCalled, term.NoticeKindMeetingDismissed}

// Notices registers the notices on meetings.
func (s *Service) Notices() notice.Source {
	return notice.Source{
		Kinds: []notice.Kind{
			{Kind: term.NoticeKindMeetingCalled, Page: "/meetings/{id}", ZH: "请参加{subject}的会议“{title}”,日期 {on},地点 {place}",
				EN: "You are called to the meeting “{title}” of {subject} on {on}, place: {place}"},
			{Kind: term.NoticeKindMeetingCancelled, Page: "/meetings/{id}", ZH: "{subject}原定 {on} 的会议“{title}”已取消",
				EN: "The meeting “{title}” of {subject} on {on} was cancelled"},
			{Kind: term.NoticeKindMeetingDismissed, Page: "/meetings/{id}", ZH: "您不再需要参加{subject} {on} 的会议“{title}”",
				EN: "You need not attend the meeting “{title}” of {subject} on {on} any more"},
			{Kind: term.NoticeKindMeetingItemWithdrawn, Page: "/meetings/{id}", ZH: "{subject} {on} 的会议“{title}”有议项因所涉内容变动已撤出议程,已投的票作废",
				EN: "What an item is about was changed: it was withdrawn from the agenda of the meeting “{title}” of {subject} on {on}, and votes on it are void"},
			{Kind: term.NoticeKindVoteOnPaper, Page: "/meetings/{id}", ZH: "{subject} {on} 的会议“{title}”登记了您的书面表决,请登录核对,无误的请核签",
				EN: "At the meeting “{title}” of {subject} on {on} a vote of yours was recorded from paper: look at it, and confirm it if it is right"},
		},
		Answers: []notice.Answer{
			{With: notifyOnPaper, To: []term.AuditAction{term.AuditActionVote}},
			{With: notifyCalled, To: []term.AuditAction{term.AuditActionPlanMeeting, term.AuditActionReviseMeeting}},
			{With: notifyCancelled, To: []term.AuditAction{term.AuditActionCancelMeeting}},
			{With: notifyWithdrawn, To: withdrawing},
		},
		Seen: map[string]func(context.Context, []int64) ([]int64, error){entmeeting.Table: s.seen},
	}
}

// seen returns those of the ids whose meetings the viewer may see.
func (s *Service) seen(ctx context.Context, ids []int64) ([]int64, error) {
	return s.store.Reader(ctx).Meeting.Query().Where(entmeeting.IDIn(ids...)).IDs(ctx)
}

func noticeWords(m *ent.Meeting) map[string]string {
	return map[string]string{"unit": m.Edges.Unit.Name, "on": m.HeldOn.Format(time.DateOnly), "place": m.Place, "title": m.Title}
}

// notifyCalled invites the members of coming meetings.
func notifyCalled(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	for _, e := range entries {
		rows, err := b.Tx.Meeting.Query().Where(entmeeting.IDIn(e.Changed(ent.TypeMeeting)...),
			entmeeting.StateIn(term.MeetingStatePlanned, term.MeetingStateOpen)).WithUnit().All(ctx)
		if err != nil {
			return err
		}
		for _, m := range rows {
			if err := notifyMembers(ctx, b, e, m); err != nil {
				return err
			}
		}
	}
	return nil
}

// notifyMembers invites the members of a meeting who have no notice of it with its present
// day, place and title. Whoever was invited and is no longer a member is notified of that.
func notifyMembers(ctx context.Context, b *notice.Batch, e follow.Entry, m *ent.Meeting) error {
	wanted, err := members(ctx, b, m)
	if err != nil {
		return err
	}
	said, err := b.SaidTo(ctx, wanted, m.ID, calls...)
	if err != nil {
		return err
	}
	words := noticeWords(m)
	known := func(id int64) bool { return isCall(said.Last[id]) && maps.Equal(said.Last[id].Words, words) }
	b.Notify(slices.DeleteFunc(slices.Clone(wanted), known),
		notice.Notice{Kind: term.NoticeKindMeetingCalled, Object: m.ID, Key: notice.Key("meeting", m.ID, e.Index), Words: words})
	if said.First == 0 || !slices.ContainsFunc(e.Changes, leaves) {
		return nil
	}
	if said, err = b.SaidFrom(ctx, said.First, m.ID, calls...); err != nil {
		return err
	}
	var left []int64
	for id, last := range said.Last {
		if isCall(last) && !slices.Contains(wanted, id) {
			left = append(left, id)
		}
	}
	slices.Sort(left)
	b.Notify(left, notice.Notice{Kind: term.NoticeKindMeetingDismissed, Object: m.ID, Key: notice.Key("dismissed", m.ID, e.Index), Words: words})
	return nil
}

// isCall reports whether somebody's latest notice on a meeting invites them to it.
func isCall(n *ent.Notice) bool { return n != nil && n.Kind == term.NoticeKindMeetingCalled }

// leaves reports whether a change of a row may remove somebody from a meeting.
func leaves(c audit.Diff) bool {
	recorder := c.Columns[entmeeting.FieldRecorderID]
	return c.Type == ent.TypeMeetingMember && c.Op == store.RowDeleted || c.Type == ent.TypeMeeting && recorder[0] != recorder[1]
}

// members are the accounts of the members of a meeting and of the keeper of its minutes.
func members(ctx context.Context, b *notice.Batch, m *ent.Meeting) ([]int64, error) {
	rows, err := b.Tx.MeetingMember.Query().Where(meetingmember.MeetingID(m.ID)).Select(meetingmember.FieldPersonID).All(ctx)
	if err != nil {
		return nil, err
	}
	var people []int64
	for _, r := range rows {
		people = append(people, r.PersonID)
	}
	if m.RecorderID != nil {
		people = append(people, *m.RecorderID)
	}
	return b.Accounts(ctx, people...)
}

// notifyCancelled notifies those invited to meetings that were cancelled.
func notifyCancelled(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	for _, e := range entries {
		rows, err := b.Tx.Meeting.Query().Where(entmeeting.IDIn(e.Changed(ent.TypeMeeting)...), entmeeting.StateEQ(term.MeetingStateCancelled)).WithUnit().All(ctx)
		if err != nil {
			return err
		}
		for _, m := range rows {
			all, err := members(ctx, b, m)
			if err != nil {
				return err
			}
			b.Notify(notice.Except(all, e.Actor.Account),
				notice.Notice{Kind: term.NoticeKindMeetingCancelled, Object: m.ID, Key: notice.Key("cancelled", m.ID), Words: noticeWords(m)})
		}
	}
	return nil
}
