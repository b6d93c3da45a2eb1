package objection_test

import (
	"context"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/objection"
	"sineng/server/testkit"
)

// byToken is the same viewer, using an API token.
func byToken(ctx context.Context) context.Context {
	v := *viewer.FromContext(ctx)
	v.TokenID = 1 << 50
	return viewer.NewContext(ctx, &v)
}

func TestATokenNeitherReadsNorObjectsNorAnswersForItsPerson(t *testing.T) {
	db := testkit.SQLite(t)
	s := newScene(t, db)
	if mine := testkit.Must(s.s.Mine(byToken(s.me)))(t); len(mine.Items) != 0 {
		t.Errorf("a token reads %d things that are recorded of its person", len(mine.Items))
	}
	if _, err := s.s.Raise(byToken(s.me), objection.Raise{AboutID: s.risk.ID, Text: "x"}); !fault.Is(err, fault.NotFound) {
		t.Errorf("a token objects: %v", err)
	}
	o := s.raise(t)
	// The objector, who sees it as head of the department too, cannot withdraw it with a
	// token.
	if _, err := s.s.Withdraw(byToken(testkit.Also(s.me, term.RoleDeptHead, s.w.East.Department)), objection.Withdraw{ObjectionID: o.ID, ExpectedVersion: o.Version}); reason(err) != "NOT_YOURS" {
		t.Errorf("a token withdraws its person's objection: %v", err)
	}
	head := byToken(testkit.AsPerson(term.RoleDeptHead, s.w.East.Department, s.w.East.People[2]))
	if _, err := s.s.Answer(head, objection.Answer{ObjectionID: o.ID, ExpectedVersion: o.Version, Outcome: term.ObjectionOutcomeUpheld, Answer: "x"}); !fault.Is(err, fault.Forbidden) {
		t.Errorf("a head's token answers: %v", err)
	}
	if may := testkit.Must(s.s.MayAnswer(head, o))(t); may {
		t.Error("a head's token is shown that it may answer")
	}
	if left := db.Client.Objection.GetX(testkit.System(), o.ID); left.State != term.ObjectionStateRaised {
		t.Errorf("refused calls left the objection %s", left.State)
	}
}

func TestWhatHasEndedIsNotWithdrawn(t *testing.T) {
	db := testkit.SQLite(t)
	s := newScene(t, db)
	withdraw := func(o *ent.Objection) error {
		_, err := s.s.Withdraw(s.me, objection.Withdraw{ObjectionID: o.ID, ExpectedVersion: o.Version})
		return err
	}
	taken := s.raise(t)
	taken = testkit.Must(s.s.Withdraw(s.me, objection.Withdraw{ObjectionID: taken.ID, ExpectedVersion: taken.Version}))(t)
	if err := withdraw(taken); reason(err) != "OBJECTION_ENDED" {
		t.Errorf("an objection is withdrawn twice: %v", err)
	}
	head := testkit.AsPerson(term.RoleDeptHead, s.w.East.Department, s.w.East.People[2])
	answered := s.raise(t)
	answered = testkit.Must(s.s.Answer(head, objection.Answer{ObjectionID: answered.ID, ExpectedVersion: answered.Version, Outcome: term.ObjectionOutcomeRejected, Answer: "属实"}))(t)
	if err := withdraw(answered); reason(err) != "OBJECTION_ENDED" {
		t.Errorf("an answered objection is withdrawn: %v", err)
	}
	for _, o := range []*ent.Objection{taken, answered} {
		if left := db.Client.Objection.GetX(testkit.System(), o.ID); left.State != o.State || left.Version != o.Version {
			t.Errorf("a refused withdrawal made %s of %s", left.State, o.State)
		}
	}
}
