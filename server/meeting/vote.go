package meeting

import (
	"context"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// CastVote is the input of Service.Vote.
type CastVote struct {
	ItemID   int64
	MemberID int64
	Vote     term.Vote
	Remark   string
}

// Vote records a member's vote on an item; a vote cannot be changed. A member who is signed in
// casts it; whoever holds the meeting or keeps its minutes may record it from paper, which
// counts once another member has countersigned it (Countersign).
func (s *Service) Vote(ctx context.Context, in CastVote) (*ent.MeetingItem, error) {
	if bad := org.Length("remark", strings.TrimSpace(in.Remark), 0, 500, "意见", "The remark"); bad != nil {
		return nil, bad
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionVote, Right: authz.HoldMeetings}, func(ctx context.Context, tx *ent.Tx) (*ent.MeetingItem, error) {
		i, m, err := s.item(ctx, tx, in.ItemID)
		if err != nil {
			return nil, err
		}
		member, err := tx.MeetingMember.Get(ctx, in.MemberID)
		if err == nil && member.MeetingID != m.ID {
			return nil, fault.MissingAt("memberId", "会议成员", "member of the meeting")
		}
		if err != nil {
			return nil, store.OrMissing(err, "memberId", "会议成员", "member of the meeting")
		}
		manner := mannerOf(viewer.FromContext(ctx), member)
		if v := viewer.FromContext(ctx); v.PersonID == 0 || v.TokenID != 0 || v.PersonID != member.PersonID && (m.RecorderID == nil || *m.RecorderID != v.PersonID) {
			if err := holds(ctx, m); err != nil {
				return nil, err
			}
		}
		if err := undecided(m, i); err != nil {
			return nil, err
		}
		ballot, err := s.ballot(ctx, tx, m, i)
		if err != nil {
			return nil, err
		}
		if err := MayVote(ballot.Attendees, member.ID, ballot.Quorum); err != nil {
			return nil, err
		}
		if err := s.mayTakePart(ctx, tx, ballot, i, member, manner); err != nil {
			return nil, err
		}
		create := tx.MeetingVote.Create().SetItemID(i.ID).SetMemberID(member.ID).SetVote(in.Vote).SetManner(manner).SetRemark(strings.TrimSpace(in.Remark)).SetAt(s.store.Now()).
			SetUnitID(m.UnitID).SetLevels(m.Levels())
		if account := viewer.FromContext(ctx).AccountID; account != 0 {
			create.SetAccountID(account)
		}
		if err := create.Exec(viewer.System(ctx)); err != nil {
			if ent.IsConstraintError(err) {
				return nil, fault.Stale()
			}
			return nil, err
		}
		update := tx.MeetingItem.UpdateOne(i).AddVersion(1)
		if err := moveItem(update, i, VoteOn); err != nil {
			return nil, err
		}
		return update.Save(viewer.System(ctx))
	})
}

// mannerOf is how the vote of a member reaches the record when the viewer writes it down.
func mannerOf(v *viewer.Viewer, member *ent.MeetingMember) term.VoteManner {
	if !v.System && v.PersonID != 0 && v.TokenID == 0 && v.PersonID == member.PersonID {
		return term.VoteMannerSigned
	}
	return term.VoteMannerPaper
}
