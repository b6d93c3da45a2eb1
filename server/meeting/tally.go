package meeting

import (
	"fmt"
	"strings"

	"sineng/ent/term"
	"sineng/server/agenda"
	"sineng/server/fault"
)

// Attendee is a member who attends, with their part in one item.
type Attendee struct {
	MemberID int64
	Name     string
	Head     bool
	// Recused is true when the risk point concerns the member, who then neither votes nor
	// counts.
	Recused bool
	// Uncounted is true when the member has no standing on the item: somebody called in to a
	// meeting whose leading group decides. They sit, and neither vote nor count.
	Uncounted bool
	// Vote is the member's vote, empty until cast.
	Vote term.Vote
	// Unsigned is true for a vote recorded from paper that no other member countersigned.
	Unsigned bool
	// Own is true for a vote that the member cast signed in, or recorded from paper and confirmed by
	// the member.
	Own bool
}

// Result is the result of the votes on an item.
type Result string

// The results. An item is carried by more than half of those present who may vote; an
// abstention does not count in favour.
const (
	Voting   Result = "VOTING" // some votes are missing
	Carried  Result = "CARRIED"
	Rejected Result = "REJECTED"
)

// Tally counts the votes on an item among the members who attend.
type Tally struct {
	Present, Recused      int // Present excludes recused members
	For, Against, Abstain int
	Quorum                int
	Missing               []string // those whose vote is missing, the head last
	Unsigned              []string // those whose vote on paper waits for a countersignature
	Own                   int      // those whose vote is their own word
	OwnNeeded             int      // how many own words a decision takes, 0 for any number
	head                  bool     // the head's vote is missing
}

// OwnWords is how many members of a leading group with a quorum must have voted signed in, or
// confirmed their own vote on paper, before it decides: more than half of the quorum, and never
// fewer than three where the quorum is three or more. Who keeps the minutes and who countersigns
// would otherwise write the votes of a whole group between them.
func OwnWords(quorum int) int { return max(Quorum(quorum), min(quorum, fewestMembers)) }

// Count counts the votes of those who attend against the quorum of the meeting.
func Count(attendees []Attendee, quorum int) Tally {
	t := Tally{Quorum: quorum}
	var head string
	for _, s := range attendees {
		if s.Uncounted {
			continue
		}
		if s.Recused {
			t.Recused++
			continue
		}
		t.Present++
		if s.Vote != "" && s.Unsigned {
			t.Unsigned = append(t.Unsigned, s.Name)
		}
		if s.Vote != "" && s.Own {
			t.Own++
		}
		switch s.Vote {
		case term.VoteFor:
			t.For++
		case term.VoteAgainst:
			t.Against++
		case term.VoteAbstain:
			t.Abstain++
		default:
			if s.Head {
				head, t.head = s.Name, true
			} else {
				t.Missing = append(t.Missing, s.Name)
			}
		}
	}
	if t.head {
		t.Missing = append(t.Missing, head)
	}
	return t
}

// HasQuorum reports whether enough members attend who may vote on the item.
func (t Tally) HasQuorum() bool { return t.Present >= t.Quorum }

// Result is the result of the votes.
func (t Tally) Result() Result {
	switch {
	case len(t.Missing) > 0 || len(t.Unsigned) > 0 || t.Present == 0:
		return Voting
	case 2*t.For > t.Present:
		return Carried
	}
	return Rejected
}

// MayVote returns nil when a member may vote now, else the reason why not.
func MayVote(attendees []Attendee, memberID int64, quorum int) error {
	t := Count(attendees, quorum)
	for _, s := range attendees {
		if s.MemberID != memberID {
			continue
		}
		switch {
		case s.Uncounted:
			return fault.New(fault.InvalidTransition, "NO_STANDING", "memberId", s.Name+"不是领导小组成员,列席会议,不参加该议项表决",
				s.Name+" does not belong to the leading group, which decides this item, and takes no part in the vote")
		case s.Recused:
			return fault.New(fault.InvalidTransition, "RECUSED", "memberId", s.Name+"与该风险点有直接关系,须回避,不参加表决",
				"The risk point stands on "+s.Name+", who takes no part in the vote")
		case s.Vote != "":
			return fault.New(fault.InvalidTransition, "ALREADY_VOTED", "memberId", s.Name+"已就该议项表决,不能更改",
				s.Name+" has voted on this item; a vote is not changed")
		case !t.HasQuorum():
			return noQuorum("itemId", t)
		case s.Head && len(t.Missing) > 1:
			others := t.Missing[:len(t.Missing)-1]
			return fault.New(fault.InvalidTransition, "HEAD_VOTES_LAST", "memberId",
				"主持人须末位表态,尚未表决:"+strings.Join(others, "、"), "The head votes last; still to vote: "+strings.Join(others, ", "))
		}
		return nil
	}
	return fault.New(fault.InvalidTransition, "NOT_PRESENT", "memberId", "该成员未到会,不能表决", "This member does not attend and cannot vote")
}

// MayDecide returns nil when the outcome of an item may be recorded, else the reason why not.
func (t Tally) MayDecide() error {
	switch {
	case !t.HasQuorum():
		return noQuorum("itemId", t)
	case len(t.Missing) == 0 && len(t.Unsigned) > 0:
		return fault.New(fault.InvalidTransition, "NOT_COUNTERSIGNED", "itemId",
			"书面表决须由另一名成员核签后才能计票,尚未核签:"+strings.Join(t.Unsigned, "、"),
			"A vote recorded from paper counts once another member has countersigned it; still to countersign: "+strings.Join(t.Unsigned, ", "))
	case len(t.Missing) == 0 && t.Own < t.OwnNeeded:
		return fault.New(fault.InvalidTransition, "OWN_WORDS_MISSING", "itemId",
			fmt.Sprintf("领导小组集体审定,至少须有 %d 名成员本人登录表决或登录核签本人的书面表决,现有 %d 名", t.OwnNeeded, t.Own),
			fmt.Sprintf("What the leading group decides takes %d members who vote signed in or confirm their own vote on paper; so far there are %d", t.OwnNeeded, t.Own))
	case t.Result() == Voting:
		return fault.New(fault.InvalidTransition, "VOTES_MISSING", "itemId",
			"尚未表决:"+strings.Join(t.Missing, "、"), "Still to vote: "+strings.Join(t.Missing, ", "))
	}
	return nil
}

func noQuorum(field string, t Tally) *fault.Error {
	return fault.New(fault.InvalidTransition, "QUORUM_NOT_MET", field,
		fmt.Sprintf("到会并可表决 %d 人,未达到法定人数 %d 人", t.Present, t.Quorum),
		fmt.Sprintf("%d attend who may vote, the quorum is %d", t.Present, t.Quorum))
}

// Counted is the count of the votes on an item, for display.
type Counted struct {
	Present, For, Against, Abstain int
	Recused, Missing               []int64 // ids of members; of Missing, the head is last
	Uncounted, Unsigned            []int64 // members without standing, and those whose vote on paper is not countersigned
	Quorum                         int
	OwnWords, OwnWordsNeeded       int
	Body                           agenda.Body
	HasQuorum                      bool
	Result                         Result
}

// Describe counts the votes of a ballot.
func (b Ballot) Describe() *Counted {
	attendees := b.Attendees
	t := b.count()
	out := &Counted{Present: t.Present, OwnWords: t.Own, OwnWordsNeeded: t.OwnNeeded, For: t.For, Against: t.Against, Abstain: t.Abstain,
		Recused: []int64{}, Missing: []int64{}, Uncounted: []int64{}, Unsigned: []int64{}, Quorum: b.Quorum, Body: b.Body, HasQuorum: t.HasQuorum(), Result: t.Result()}
	var head []int64
	for _, s := range attendees {
		switch {
		case s.Uncounted:
			out.Uncounted = append(out.Uncounted, s.MemberID)
		case s.Recused:
			out.Recused = append(out.Recused, s.MemberID)
		case s.Vote == "" && s.Head:
			head = append(head, s.MemberID)
		case s.Vote == "":
			out.Missing = append(out.Missing, s.MemberID)
		case s.Unsigned:
			out.Unsigned = append(out.Unsigned, s.MemberID)
		}
	}
	out.Missing = append(out.Missing, head...)
	return out
}
