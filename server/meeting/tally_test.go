package meeting

import (
	"fmt"
	"testing"

	"sineng/ent/term"
	"sineng/server/fault"
)

func TestEveryStateTakesItsStepsAndNoOthers(t *testing.T) {
	want := map[term.MeetingState]map[Step]term.MeetingState{
		term.MeetingStatePlanned:   {Revise: term.MeetingStatePlanned, Open: term.MeetingStateOpen, Cancel: term.MeetingStateCancelled},
		term.MeetingStateOpen:      {Vote: term.MeetingStateOpen, Close: term.MeetingStateClosed, Cancel: term.MeetingStateCancelled},
		term.MeetingStateClosed:    {},
		term.MeetingStateCancelled: {},
	}
	for _, value := range term.MeetingState("").Values() {
		from, n := term.MeetingState(value), 0
		for _, step := range Steps {
			to, err := Next(from, step)
			wanted, may := want[from][step]
			if may != (err == nil) || to != wanted || !may && !fault.Is(err, fault.InvalidTransition) {
				t.Errorf("%s from %s leads to %q, %v; want %q", step, from, to, err, wanted)
			}
			if may {
				n++
			}
		}
		if got := NextSteps(from); len(got) != n {
			t.Errorf("from %s there are %v", from, got)
		}
	}
}

func TestTheQuorumIsMoreThanHalf(t *testing.T) {
	for members := range 200 {
		if q := Quorum(members); 2*q <= members || 2*(q-1) > members {
			t.Errorf("the quorum of %d is %d", members, q)
		}
	}
}

// All votes, cast or missing, of up to five attendees, of whom one or none is the head and any
// may be recused.
func TestEveryWayInWhichAMeetingVotes(t *testing.T) {
	votes := []term.Vote{"", term.VoteFor, term.VoteAgainst, term.VoteAbstain}
	seen := 0
	for present := 0; present <= 5; present++ {
		ways := 1
		for range present {
			ways *= 2 * len(votes)
		}
		for way := range ways {
			attendees := make([]Attendee, present)
			n := way
			for i := range attendees {
				attendees[i] = Attendee{MemberID: int64(i + 1), Name: fmt.Sprint(i), Vote: votes[n%4], Recused: n/4%2 == 1, Head: i == 0}
				n /= 8
			}
			for quorum := 1; quorum <= 3; quorum++ {
				checkAttendees(t, attendees, quorum)
				seen++
			}
		}
	}
	t.Logf("%d sittings", seen)
}

func checkAttendees(t *testing.T, attendees []Attendee, quorum int) {
	t.Helper()
	eligible, left, others, in := 0, 0, 0, map[term.Vote]int{}
	for _, s := range attendees {
		if s.Recused {
			continue
		}
		eligible++
		in[s.Vote]++
		if s.Vote == "" {
			left++
			if !s.Head {
				others++
			}
		}
	}
	c := Count(attendees, quorum)
	want := Rejected
	switch {
	case left > 0 || eligible == 0:
		want = Voting
	case in[term.VoteFor] > eligible-in[term.VoteFor]:
		want = Carried
	}
	if c.Result() != want || c.Present != eligible || c.Recused != len(attendees)-eligible || c.For != in[term.VoteFor] || c.Against != in[term.VoteAgainst] || c.Abstain != in[term.VoteAbstain] {
		t.Errorf("%+v is counted as %+v, %s; want %s", attendees, c, c.Result(), want)
	}
	ripe := want != Voting && eligible >= quorum
	if err := c.MayDecide(); ripe != (err == nil) {
		t.Errorf("%+v with a quorum of %d may be decided: %v", attendees, quorum, err)
	}
	d := Ballot{Attendees: attendees, Quorum: quorum}.Describe()
	if d.Result != want || len(d.Missing) != left || len(d.Recused) != c.Recused || d.HasQuorum != (eligible >= quorum) {
		t.Errorf("%+v is described as %+v", attendees, d)
	}
	for _, s := range attendees {
		reason := ""
		switch {
		case s.Recused:
			reason = "RECUSED"
		case s.Vote != "":
			reason = "ALREADY_VOTED"
		case eligible < quorum:
			reason = "QUORUM_NOT_MET"
		case s.Head && others > 0:
			reason = "HEAD_VOTES_LAST"
		}
		got := ""
		if all := fault.All(MayVote(attendees, s.MemberID, quorum)); len(all) == 1 {
			got = all[0].Reason
		}
		if got != reason {
			t.Errorf("%+v, member %d gets %q, want %q", attendees, s.MemberID, got, reason)
		}
	}
	if all := fault.All(MayVote(attendees, 99, quorum)); len(all) != 1 || all[0].Reason != "NOT_PRESENT" {
		t.Errorf("a member who does not attend gets %v", all)
	}
}
