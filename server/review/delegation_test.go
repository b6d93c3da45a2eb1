package review_test

import (
	"context"
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/pending"
	"sineng/server/review"
	"sineng/server/testkit"
)

// TestFault58ASignatureIsNotLentWithoutWhoSigns: an administrator delegates a leader's signature to
// somebody without the leader.
func TestFault58ASignatureIsNotLentWithoutWhoSigns(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		s := newScene(t, db)
		e := s.w.East
		testkit.Started(t, db)
		acts := pending.New(db.Store)
		acts.Handle(s.s.Acts()...)
		leader, deputy := e.People[1], s.colleague
		admin := testkit.Second(t, db, term.RoleSystemAdmin, nil, nil)
		in := review.Delegate{PersonID: &leader.ID, DeputyID: deputy.ID, From: db.Today(), To: db.Today().AddDate(0, 0, 9), Reason: "出差"}
		d := testkit.Must(s.s.Delegate(admin, in))(t)
		if d.Act == nil || d.ID != d.Act.ID || db.Client.Delegation.Query().CountX(testkit.System()) != 0 {
			t.Fatalf("the signature is lent at once: %+v", d)
		}
		_, err := s.s.Delegate(admin, in)
		refused(t, err, "WAITS_ALREADY")
		// Neither who began it, nor the deputy, whatever they hold, nor somebody else with the right.
		for name, ctx := range map[string]context.Context{"who began it": admin, "the deputy": testkit.Second(t, db, term.RolePrincipalLeader, e.Unit, deputy),
			"the leading group": testkit.Second(t, db, term.RoleLeadingGroup, e.Unit, s.clerk)} {
			if _, err := acts.Confirm(ctx, d.Act.ID); !fault.Is(err, fault.Forbidden) && !fault.Is(err, fault.NotFound) {
				t.Errorf("%s confirms it: %v", name, err)
			}
		}
		_, err = acts.Confirm(testkit.Second(t, db, term.RoleSecurityAdmin, nil, nil), d.Act.ID)
		refused(t, err, "NEEDS_WORD")
		_, err = acts.Confirm(testkit.Second(t, db, term.RolePrincipalLeader, e.Unit, deputy), d.Act.ID)
		refused(t, err, "GAINS_BY_IT")
		testkit.Must(acts.Confirm(testkit.Second(t, db, term.RoleLeaderInCharge, e.City, leader), d.Act.ID))(t)
		if n := db.Client.Delegation.Query().CountX(testkit.System()); n != 1 {
			t.Errorf("%d delegations hold after the leader's word", n)
		}
	})
}

// TestWhoStandsAboveGivesTheWordOfWhoeverCannot: the leader has no account.
func TestWhoStandsAboveGivesTheWordOfWhoeverCannot(t *testing.T) {
	s := newScene(t, testkit.SQLite(t))
	e := s.w.East
	testkit.Started(t, s.db)
	acts := pending.New(s.db.Store)
	acts.Handle(s.s.Acts()...)
	admin := testkit.Second(t, s.db, term.RoleSystemAdmin, nil, nil)
	d := testkit.Must(s.s.Delegate(admin, review.Delegate{PersonID: &e.People[1].ID, DeputyID: s.colleague.ID, From: s.db.Today(), To: s.db.Today(), Reason: "病假"}))(t)
	testkit.Must(acts.Confirm(testkit.Second(t, s.db, term.RolePrincipalLeader, e.Unit, e.People[0]), d.Act.ID))(t)
	if n := s.db.Client.Delegation.Query().CountX(testkit.System()); n != 1 {
		t.Errorf("%d delegations hold after the word of who stands above", n)
	}
}

// TestOnesOwnDelegationWaitsForNobody, and one that is over by the time of its word is not made.
func TestOnesOwnDelegationWaitsForNobody(t *testing.T) {
	s := newScene(t, testkit.SQLite(t))
	e := s.w.East
	own := testkit.Second(t, s.db, term.RoleLeaderInCharge, e.City, e.People[1])
	if d := testkit.Must(s.s.Delegate(own, review.Delegate{DeputyID: s.colleague.ID, From: s.db.Today(), To: s.db.Today(), Reason: "出差"}))(t); d.Act != nil {
		t.Errorf("it waits: %+v", d.Act)
	}
	testkit.Started(t, s.db)
	acts := pending.New(s.db.Store)
	acts.Handle(s.s.Acts()...)
	admin := testkit.Second(t, s.db, term.RoleSystemAdmin, nil, nil)
	d := testkit.Must(s.s.Delegate(admin, review.Delegate{PersonID: &e.People[2].ID, DeputyID: s.colleague.ID, From: s.db.Today(), To: s.db.Today(), Reason: "病假"}))(t)
	s.db.Clock.Forward(48 * time.Hour)
	_, err := acts.Confirm(testkit.Second(t, s.db, term.RoleDeptHead, e.Department, e.People[2]), d.Act.ID)
	refused(t, err, "OVER_ALREADY")
}
