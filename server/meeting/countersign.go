package meeting

import (
	"context"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/meetingmember"
	"sineng/ent/meetingvote"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/store"
)

// CountersignVotes is the input of Service.Countersign.
type CountersignVotes struct {
	ItemID int64
	// MemberIds are the members whose votes on paper the viewer confirms.
	MemberIds []int64
}

// Countersign confirms votes that were recorded from paper, by a member who attends, may vote on
// the item, and is signed in. It is never whoever recorded the vote, nor who proposed what is
// decided. A member may confirm their own vote that somebody else recorded, also after another
// member has countersigned it: then it counts as their own word.
func (s *Service) Countersign(ctx context.Context, in CountersignVotes) (*ent.MeetingItem, error) {
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionCountersignVote, Right: authz.HoldMeetings}, func(ctx context.Context, tx *ent.Tx) (*ent.MeetingItem, error) {
		i, m, err := s.item(ctx, tx, in.ItemID)
		if err != nil {
			return nil, err
		}
		if err := undecided(m, i); err != nil {
			return nil, err
		}
		me, err := s.countersigner(ctx, tx, m, i)
		if err != nil {
			return nil, err
		}
		for _, id := range in.MemberIds {
			if err := s.countersign(ctx, tx, i, me, id); err != nil {
				return nil, err
			}
		}
		return tx.MeetingItem.UpdateOne(i).AddVersion(1).Save(viewer.System(ctx))
	})
}

// countersigner is the viewer as a member who may countersign votes on an item.
func (s *Service) countersigner(ctx context.Context, tx *ent.Tx, m *ent.Meeting, i *ent.MeetingItem) (*ent.MeetingMember, error) {
	v := viewer.FromContext(ctx)
	me, err := tx.MeetingMember.Query().Where(meetingmember.MeetingID(m.ID), meetingmember.PersonID(v.PersonID)).Only(viewer.System(ctx))
	if ent.IsNotFound(err) || v.PersonID == 0 || v.TokenID != 0 {
		return nil, fault.New(fault.Forbidden, "NOT_A_MEMBER", "itemId", "书面表决由参加会议的其他成员登录后核签", "A vote on paper is countersigned by another member of the meeting, signed in")
	}
	if err != nil {
		return nil, err
	}
	ballot, err := s.ballot(ctx, tx, m, i)
	if err != nil {
		return nil, err
	}
	for _, a := range ballot.Attendees {
		if a.MemberID != me.ID || a.Uncounted || a.Recused {
			continue
		}
		authors, err := s.authors(ctx, tx, i)
		if err == nil && wrote(v, authors) {
			err = fault.New(fault.Forbidden, "OWN_PROPOSAL", "itemId", "提出该事项的人不能核签表决,请由其他成员核签", "Who proposed this does not countersign votes on it: another member does")
		}
		return me, err
	}
	return nil, fault.New(fault.Forbidden, "NO_STANDING", "itemId", "您不参加该议项的表决,不能核签", "You take no part in the vote on this item and cannot countersign it")
}

// countersign confirms the vote of one member.
func (s *Service) countersign(ctx context.Context, tx *ent.Tx, i *ent.MeetingItem, me *ent.MeetingMember, memberID int64) error {
	system, v := viewer.System(ctx), viewer.FromContext(ctx)
	vote, err := tx.MeetingVote.Query().Where(meetingvote.ItemID(i.ID), meetingvote.MemberID(memberID)).Only(system)
	if err != nil {
		return store.OrMissing(err, "memberIds", "表决", "vote")
	}
	// A member's own word stands above that of another who countersigned for them.
	own := memberID == me.ID && (vote.CountersignerID == nil || *vote.CountersignerID != me.ID)
	if vote.Manner != term.VoteMannerPaper || vote.CountersignedBy != nil && !own {
		return fault.New(fault.InvalidTransition, "NOTHING_TO_COUNTERSIGN", "memberIds", "该表决由本人登录作出或已经核签", "The vote was cast by its member signed in, or is countersigned already")
	}
	recorded := vote.AccountID != nil && *vote.AccountID == v.AccountID
	if vote.AccountID != nil && !recorded {
		if recorded, err = tx.Account.Query().Where(account.ID(*vote.AccountID), account.PersonID(v.PersonID)).Exist(system); err != nil {
			return err
		}
	}
	if recorded {
		return fault.New(fault.Forbidden, "OWN_RECORD", "memberIds", "登记书面表决的人不能核签,请由其他成员核签", "Who recorded a vote from paper does not countersign it: another member does")
	}
	return tx.MeetingVote.UpdateOne(vote).SetCountersignerID(me.ID).SetCountersignedBy(v.AccountID).SetCountersignedAt(s.store.Now()).Exec(system)
}
