package meeting

import (
	"context"
	"slices"

	"sineng/ent"
	entmeeting "sineng/ent/meeting"
	"sineng/ent/meetingitem"
	"sineng/ent/meetingvote"
	"sineng/ent/term"
	"sineng/server/follow"
	"sineng/server/notice"
)

// withdrawing are the actions on risk points that take items off agendas, see agenda.Desk.
var withdrawing = []term.AuditAction{term.AuditActionReviseRiskPoint, term.AuditActionProposeGrade, term.AuditActionRegrade,
	term.AuditActionRetireRiskPoint, term.AuditActionOpeningDecision}

// notifyWithdrawn notifies the members of meetings that have not ended of items that were
// withdrawn from their agendas, except whoever changed what the item is about.
func notifyWithdrawn(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	var ids []int64
	for _, e := range entries {
		ids = append(ids, e.Changed(ent.TypeMeetingItem)...)
	}
	if len(ids) == 0 {
		return nil
	}
	items, err := b.Tx.MeetingItem.Query().Where(meetingitem.IDIn(ids...), meetingitem.StateEQ(term.ItemStateWithdrawn)).All(ctx)
	if err != nil {
		return err
	}
	var meetings []int64
	for _, i := range items {
		meetings = append(meetings, i.MeetingID)
	}
	rows, err := b.Tx.Meeting.Query().Where(entmeeting.IDIn(meetings...), entmeeting.StateIn(term.MeetingStatePlanned, term.MeetingStateOpen)).WithUnit().All(ctx)
	if err != nil {
		return err
	}
	for _, m := range rows {
		all, err := members(ctx, b, m)
		if err != nil {
			return err
		}
		for _, e := range entries {
			changed := e.Changed(ent.TypeMeetingItem)
			if !slices.ContainsFunc(items, func(i *ent.MeetingItem) bool { return i.MeetingID == m.ID && slices.Contains(changed, i.ID) }) {
				continue
			}
			b.Notify(notice.Except(all, e.Actor.Account), notice.Notice{Kind: term.NoticeKindMeetingItemWithdrawn, Object: m.ID,
				Key: notice.Key("withdrawn", m.ID, e.Index), Words: noticeWords(m)})
		}
	}
	return nil
}

// notifyOnPaper notifies members whose vote somebody else recorded from paper, once for each item.
func notifyOnPaper(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	for _, e := range entries {
		votes, err := b.Tx.MeetingVote.Query().Where(meetingvote.IDIn(e.Changed(ent.TypeMeetingVote)...), meetingvote.MannerEQ(term.VoteMannerPaper)).
			WithMember().All(ctx)
		if err != nil {
			return err
		}
		for _, v := range votes {
			m, err := b.Tx.Meeting.Query().Where(entmeeting.ID(v.Edges.Member.MeetingID)).WithUnit().Only(ctx)
			if err != nil {
				return err
			}
			to, err := b.Accounts(ctx, v.Edges.Member.PersonID)
			if err != nil {
				return err
			}
			b.Notify(notice.Except(to, e.Actor.Account), notice.Notice{Kind: term.NoticeKindVoteOnPaper, Object: m.ID,
				Key: notice.Key("on paper", v.ID), Words: noticeWords(m)})
		}
	}
	return nil
}
