package meeting

import (
	"context"
	"fmt"
	"slices"

	"sineng/ent"
	"sineng/ent/meetingvote"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/agenda"
	"sineng/server/fault"
)

// Ballot is the vote on one item: whose votes decide it, and how many it takes.
type Ballot struct {
	Body      agenda.Body
	Attendees []Attendee
	Quorum    int
	// Size counts the leading group of the unit when the meeting opened.
	Size int
}

// BallotOf combines members, votes on one item and what the item is about. The leading group
// decides what needs it, and whatever else is decided where a quorum of it attends. Votes on a
// settled item count as they were counted then.
func BallotOf(m *ent.Meeting, members []*ent.MeetingMember, i *ent.MeetingItem, votes []*ent.MeetingVote, subject *agenda.Subject, needs agenda.Body) Ballot {
	b := Ballot{Body: needs, Quorum: m.Quorum, Size: m.GroupSize}
	grouped := 0
	for _, member := range members {
		if member.Present && member.LeadingGroup {
			grouped++
		}
	}
	if m.GroupSize >= fewestMembers && grouped >= Quorum(m.GroupSize) {
		b.Body = agenda.LeadingGroup
	}
	if b.Body == agenda.LeadingGroup {
		b.Quorum = Quorum(m.GroupSize)
	}
	cast := map[int64]*ent.MeetingVote{}
	for _, v := range votes {
		cast[v.MemberID] = v
	}
	settled := !slices.Contains(pending, i.State)
	for _, member := range members {
		if !member.Present {
			continue
		}
		a := Attendee{MemberID: member.ID, Name: member.Name, Head: member.Head, Uncounted: b.Body == agenda.LeadingGroup && !member.LeadingGroup,
			Recused: subject != nil && subject.PersonID != nil && *subject.PersonID == member.PersonID}
		if v := cast[member.ID]; v != nil {
			a.Vote, a.Unsigned = v.Vote, v.Manner == term.VoteMannerPaper && v.CountersignedBy == nil && !settled
			a.Own = v.Manner == term.VoteMannerSigned || v.CountersignerID != nil && *v.CountersignerID == member.ID
		}
		b.Attendees = append(b.Attendees, a)
	}
	return b
}

// Needs is whose votes an item takes at least. What was decided is judged by the grade before.
func (s *Service) Needs(i *ent.MeetingItem, subject *agenda.Subject, before *ent.Assessment) agenda.Body {
	matter, ok := s.matters[i.Kind]
	if !ok || matter.Needs == nil || subject == nil {
		return agenda.LeadingGroup
	}
	present := subject.Present
	switch {
	case before != nil:
		present = before.PreviousGrade
	case i.State == term.ItemStateDecided:
		present = i.Decided
	}
	return matter.Needs(present, i.Proposed)
}

// ballot is the vote on an item that is not settled.
func (s *Service) ballot(ctx context.Context, tx *ent.Tx, m *ent.Meeting, i *ent.MeetingItem) (Ballot, error) {
	members, err := membersOf(ctx, tx, m)
	if err != nil {
		return Ballot{}, err
	}
	votes, err := tx.MeetingVote.Query().Where(meetingvote.ItemID(i.ID)).All(viewer.System(ctx))
	if err != nil {
		return Ballot{}, err
	}
	matter, err := s.matter(i.Kind)
	if err != nil {
		return Ballot{}, err
	}
	about, err := matter.Subjects(ctx, []int64{About(i)})
	if err != nil {
		return Ballot{}, err
	}
	subject := about[About(i)]
	return BallotOf(m, members, i, votes, subject, s.Needs(i, subject, nil)), nil
}

// mayDecide returns what prevents the outcome from being recorded, nil for nothing.
func (b Ballot) mayDecide() error {
	if b.Body == agenda.LeadingGroup {
		if b.Size < fewestMembers {
			return fault.New(fault.InvalidTransition, "GROUP_TOO_SMALL", "itemId",
				fmt.Sprintf("领导小组仅 %d 人,集体审定至少须有 %d 人,请先补充领导小组成员", b.Size, fewestMembers),
				fmt.Sprintf("The leading group has %d members; a collective decision takes at least %d: appoint more first", b.Size, fewestMembers))
		}
		for _, a := range b.Attendees {
			if a.Head && a.Uncounted {
				return fault.New(fault.Forbidden, "HEAD_NO_STANDING", "itemId", a.Name+"不是领导小组成员,不能主持该议项的审定,请缓议",
					a.Name+" does not belong to the leading group and cannot preside over what it decides: put the item off")
			}
		}
	}
	return b.count().MayDecide()
}

// count counts the votes of the ballot, and the own words that its body owes.
func (b Ballot) count() Tally {
	t := Count(b.Attendees, b.Quorum)
	if b.Body == agenda.LeadingGroup {
		t.OwnNeeded = OwnWords(b.Quorum)
	}
	return t
}
