package sample

import (
	"testing"

	"sineng/ent/portfolio"
	"sineng/ent/term"
	"sineng/server/account"
	"sineng/server/store"
)

// checkTiers checks who decided: the tier that the grade needs, by somebody
// who held the office on that day and had not proposed it.
func (w world) checkTiers(t *testing.T) {
	wanted := map[term.Grade]term.Role{
		term.GradeA: term.RoleLeadingGroup, term.GradeB: term.RoleLeaderInCharge, term.GradeC: term.RoleDeptHead}
	kinds := map[term.Role]term.PortfolioKind{
		term.RoleLeaderInCharge: term.PortfolioKindInCharge, term.RoleDeptHead: term.PortfolioKindHead}
	raised, lowered := 0, 0
	for _, r := range w.risks(t) {
		var proposer int64
		for _, a := range r.Edges.Assessments {
			if a.ActorID == nil || a.ActorRole == nil || a.ActorName == "" || a.At.After(now) {
				t.Fatalf("%s: an assessment without its actor, or in the future: %+v", r.Title, a)
			}
			if a.Kind == term.AssessmentKindProposal {
				proposer = *a.ActorID
				continue
			}
			if *a.ActorID == proposer {
				t.Errorf("%s: %s decided on their own proposal", r.Title, a.ActorName)
			}
			tier := term.Worst(a.Grade, a.PreviousGrade)
			if a.PreviousGrade != term.Ungraded && a.Grade.Worse(a.PreviousGrade) {
				raised++
			} else if a.PreviousGrade.Worse(a.Grade) {
				lowered++
			}
			role := *a.ActorRole
			if r.Edges.Unit.Kind == term.UnitKindBureau {
				if role.Tier() < wanted[tier].Tier() {
					t.Errorf("%s: %s decided by %s", r.Title, tier, role)
				}
				continue
			}
			if role != wanted[tier] {
				t.Errorf("%s: %s decided by %s", r.Title, tier, role)
			}
			if kind, ok := kinds[role]; ok {
				day := store.DayOf(a.At)
				held, err := w.store.Client.Portfolio.Query().Where(portfolio.PersonID(*a.ActorID), portfolio.UnitID(r.UnitID), portfolio.KindEQ(kind),
					portfolio.FromDayLTE(day), portfolio.Or(portfolio.ToDayIsNil(), portfolio.ToDayGTE(day))).Exist(w.ctx)
				if err != nil || !held {
					t.Errorf("%s: %s was not %s on %s, %v", r.Title, a.ActorName, role, day.Format("2006-01-02"), err)
				}
			}
		}
	}
	within(t, "raised", raised, 40, 250)
	within(t, "lowered", lowered, 40, 250)
}

// checkPeople checks that nobody supervises themself.
func (w world) checkPeople(t *testing.T) {
	for _, r := range w.risks(t) {
		if r.DirectOwnerID == nil || r.DepartmentOwnerID == nil || r.LeaderOwnerID == nil {
			t.Fatalf("%s lacks an owner", r.Title)
		}
		if *r.DirectOwnerID == *r.DepartmentOwnerID || *r.DepartmentOwnerID == *r.LeaderOwnerID || *r.DirectOwnerID == *r.LeaderOwnerID {
			t.Errorf("%s: two of its owners are one person", r.Title)
		}
		for _, m := range r.Edges.Measures {
			if *m.OwnerID == *m.SupervisorID {
				t.Errorf("%s: whoever owns it supervises it", m.Content)
			}
		}
	}
}

func (w world) checkAccounts(t *testing.T) {
	if len(w.result.Accounts) != 12 {
		t.Fatalf("%d accounts", len(w.result.Accounts))
	}
	for _, a := range w.result.Accounts {
		token, err := w.accounts.SignIn(w.ctx, a.LoginName, a.Password)
		if err != nil {
			t.Errorf("%s: %v", a.LoginName, err)
			continue
		}
		in, err := w.accounts.Resolve(w.ctx, token)
		if err != nil || in == nil || in.MustChangePassword {
			t.Errorf("%s: %+v, %v", a.LoginName, in, err)
			continue
		}
		checkRole(t, a, in)
	}
}

func checkRole(t *testing.T, a Account, in *account.SignedIn) {
	has, above := false, false // of the tiers; other roles are ignored
	for _, g := range in.Viewer.Grants {
		has = has || g.Role == a.Role
		above = above || (a.Role.Tier() > 0 && g.Role.Tier() > a.Role.Tier())
	}
	if !has || above {
		t.Errorf("%s has the roles %+v, want %s and nothing higher", a.LoginName, in.Viewer.Grants, a.Role)
	}
	administrator := a.Person == ""
	if administrator != in.Viewer.Register.Empty() {
		t.Errorf("%s sees %+v of the register", a.LoginName, in.Viewer.Register)
	}
	if !administrator && in.Viewer.Name != a.Person {
		t.Errorf("%s is %s, want %s", a.LoginName, in.Viewer.Name, a.Person)
	}
}
