package notice

import (
	"context"
	"maps"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/meeting"
	"sineng/ent/meetingmember"
	"sineng/ent/notice"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/follow"
	"sineng/server/store"
)

func meetingWords(m *ent.Meeting) map[string]string {
	return map[string]string{"unit": m.Edges.Unit.Name, "on": m.HeldOn.Format(time.DateOnly), "place": m.Place, "title": m.Title}
}

// tellOfMeeting calls to a meeting that is to come those who belong to it and were not told of
// it as it is: not at all, or with another day, place or title. Who was called and is not wanted
// any more is told so.
func (b *batch) tellOfMeeting(ctx context.Context, e follow.Entry) error {
	rows, err := b.tx.Meeting.Query().Where(meeting.IDIn(e.Changed(ent.TypeMeeting)...),
		meeting.StateIn(term.MeetingStatePlanned, term.MeetingStateOpen)).WithUnit().All(ctx)
	if err != nil {
		return err
	}
	for _, m := range rows {
		// What this batch has told of it so far counts.
		if err := b.flush(ctx); err != nil {
			return err
		}
		wanted, err := b.called(ctx, m)
		if err != nil {
			return err
		}
		last, first, err := b.toldOf(ctx, m, notice.AccountIDIn(wanted...))
		if err != nil {
			return err
		}
		words := meetingWords(m)
		known := func(id int64) bool { return isCall(last[id]) && maps.Equal(last[id].Words, words) }
		b.tell(slices.DeleteFunc(slices.Clone(wanted), known), 0,
			term.NoticeKindMeetingCalled, m.ID, keyOf("meeting", m.ID, e.Index), words)
		if first == 0 || !slices.ContainsFunc(e.Changes, leaves) {
			continue
		}
		// Those who were called first were told together.
		if last, _, err = b.toldOf(ctx, m, notice.IDGTE(first-mostHolders)); err != nil {
			return err
		}
		var left []int64
		for id, said := range last {
			if isCall(said) && !slices.Contains(wanted, id) {
				left = append(left, id)
			}
		}
		slices.Sort(left)
		b.tell(left, 0, term.NoticeKindMeetingDismissed, m.ID, keyOf("dismissed", m.ID, e.Index), words)
	}
	return nil
}

// isCall tells whether what somebody was last told of a meeting calls them to it.
func isCall(n *ent.Notice) bool { return n != nil && n.Kind == term.NoticeKindMeetingCalled }

// leaves tells whether somebody may not belong to a meeting any more by a change of a row.
func leaves(c audit.Diff) bool {
	recorder := c.Columns[meeting.FieldRecorderID]
	return c.Type == ent.TypeMeetingMember && c.Op == store.RowDeleted || c.Type == ent.TypeMeeting && recorder[0] != recorder[1]
}

// toldOf is what accounts were last told of a meeting, and the first notice of it among them.
func (b *batch) toldOf(ctx context.Context, m *ent.Meeting, which predicate.Notice) (last map[int64]*ent.Notice, first int64, err error) {
	rows, err := b.tx.Notice.Query().Where(which, notice.KindIn(term.NoticeKindMeetingCalled, term.NoticeKindMeetingDismissed), notice.ObjectID(m.ID)).
		Order(notice.ByID()).All(ctx)
	last = map[int64]*ent.Notice{}
	for _, n := range rows {
		last[n.AccountID] = n
	}
	if len(rows) > 0 {
		first = rows[0].ID
	}
	return last, first, err
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

// tellOfCancelled tells who was called that the meeting is not held.
func (b *batch) tellOfCancelled(ctx context.Context, e follow.Entry) error {
	rows, err := b.tx.Meeting.Query().Where(meeting.IDIn(e.Changed(ent.TypeMeeting)...), meeting.StateEQ(term.MeetingStateCancelled)).WithUnit().All(ctx)
	if err != nil {
		return err
	}
	for _, m := range rows {
		all, err := b.called(ctx, m)
		if err != nil {
			return err
		}
		b.tell(all, e.Actor.Account, term.NoticeKindMeetingCancelled, m.ID, keyOf("cancelled", m.ID), meetingWords(m))
	}
	return nil
}
