package office_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/office"
	"sineng/server/testkit"
)

// brief writes facts in short: who holds portfolios, posts and roles where, who signs for whom.
func brief(f *office.Facts) string {
	var out []string
	for _, p := range f.Portfolios {
		out = append(out, fmt.Sprint(p.Kind, " ", p.Person, "@", p.Unit))
	}
	for _, a := range f.Appointments {
		out = append(out, fmt.Sprint("POST ", a.Person, "@", a.Unit))
	}
	for _, r := range f.Roles {
		out = append(out, fmt.Sprint(r.Role, " #", r.Account, "@", r.Unit))
	}
	for _, d := range f.Delegations {
		out = append(out, fmt.Sprint(d.Deputy, " for ", d.Person))
	}
	for _, a := range f.Accounts {
		out = append(out, fmt.Sprint("#", a.ID, "=", a.Person))
	}
	slices.Sort(out)
	return fmt.Sprint(out)
}

func TestEachReaderReadsTheFactsThatItsQuestionNeedsAndNoOthers(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w, ctx, now, today := testkit.NewWorld(t, db), testkit.System(), db.Now(), db.Today()
		e, raw := w.East, db.Raw.Client
		governor, deputy, head := e.People[0].ID, e.People[1].ID, e.People[2].ID
		yesterday := today.AddDate(0, 0, -1)
		account := func(login string, person *int64, disabled bool) int64 {
			return raw.Account.Create().SetLoginName(login).SetPasswordHash("x").SetNillablePersonID(person).SetDisabled(disabled).
				SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx).ID
		}
		grant := func(to int64, role term.Role, on *ent.Unit, last *time.Time, status term.GrantStatus) {
			create := raw.RoleAppointment.Create().SetAccountID(to).SetRole(role).SetFromDay(today.AddDate(-1, 0, 0)).SetNillableToDay(last).SetStatus(status).
				SetCreatedAt(now).SetUpdatedAt(now)
			if on != nil {
				create.SetUnitID(on.ID)
			}
			create.ExecX(ctx)
		}
		active := term.GrantStatusActive
		own, gone := account("own", &head, false), account("gone", &deputy, true)
		outside, west := account("outside", nil, false), account("west", &w.West.People[2].ID, false)
		grant(outside, term.RoleDeptHead, e.City, nil, active)
		grant(outside, term.RoleInspector, nil, nil, active)
		grant(outside, term.RoleAuditor, e.Unit, &yesterday, active)
		grant(gone, term.RoleInspector, e.Unit, nil, active)
		grant(own, term.RoleInspector, e.City, nil, term.GrantStatusPending)
		grant(own, term.RoleSystemAdmin, e.Department, nil, active)
		grant(west, term.RoleInspector, w.West.Unit, nil, active)
		for _, d := range [][2]int64{{governor, head}, {deputy, governor}} {
			raw.Delegation.Create().SetPersonID(d[0]).SetDeputyID(d[1]).SetReason("出差").SetFromDay(today).SetUnitID(e.Unit.ID).
				SetLevels([6]int64{e.Unit.ID}).SetCreatedAt(now).SetUpdatedAt(now).ExecX(ctx)
		}
		kinds := term.PortfolioKind("").Values()
		leads := func(i int) string {
			return fmt.Sprint(kinds[i], " ", e.People[i].ID, "@", []int64{e.Unit.ID, e.City.ID, e.Department.ID}[i])
		}
		post := fmt.Sprint("POST ", head, "@", e.Department.ID)
		acting, whole := fmt.Sprint("DEPT_HEAD #", outside, "@", e.City.ID), fmt.Sprint("INSPECTOR #", outside, "@0")
		admin := fmt.Sprint("SYSTEM_ADMIN #", own, "@", e.Department.ID)
		mine, nobodys := fmt.Sprint("#", own, "=", head), fmt.Sprint("#", outside, "=0")
		forGovernor, forDeputy := fmt.Sprint(head, " for ", governor), fmt.Sprint(governor, " for ", deputy)
		r := office.Read(db.Client, office.On(today))
		for name, c := range map[string]struct {
			facts *office.Facts
			err   error
			want  []string
		}{
			"leaders of the department": gave(r.Leaders(ctx, e.Department.Levels()))(leads(0), leads(1), leads(2)),
			"leaders of the province":   gave(r.Leaders(ctx, e.Unit.Levels()))(leads(0)),
			"who leads the city itself": gave(r.Leading(ctx, e.City.ID, e.City.ID, 0))(leads(1)),
			"who leads no unit":         gave(r.Leading(ctx))(),
			"inspectors alone":          gave(r.Holding(ctx, e.Department.Levels(), term.RoleInspector))(whole),
			"heads of the department":   gave(r.Holding(ctx, e.Department.Levels(), term.RoleDeptHead))(leads(2), acting, mine, nobodys),
			"nobody holds it":           gave(r.Holding(ctx, e.Department.Levels(), term.RoleLeadingGroup))(),
			"an account and its person": gave(r.Account(ctx, own, head))(admin, forGovernor, leads(0), leads(2), post),
			"an account of nobody":      gave(r.Account(ctx, outside, 0))(acting, whole),
			"an account that has none":  gave(r.Account(ctx, 999, 0))(),
			"who signs for somebody":    gave(r.Delegations(ctx, []int64{governor}, nil))(forGovernor),
			"for whom somebody signs":   gave(r.Delegations(ctx, nil, []int64{governor}))(forDeputy),
			"either":                    gave(r.Delegations(ctx, []int64{governor}, []int64{governor}))(forGovernor, forDeputy),
			"neither":                   gave(r.Delegations(ctx, nil, nil))(),
		} {
			want := slices.DeleteFunc(c.want, func(s string) bool { return s == "" })
			slices.Sort(want)
			if c.err != nil || brief(c.facts) != fmt.Sprint(want) {
				t.Errorf("%s: %s, %v, want %s", name, brief(c.facts), c.err, want)
			}
		}
		units := testkit.Must(r.Account(ctx, own, head))(t).Units
		if len(units) != 2 || !units[e.Unit.ID].Divided || units[e.Department.ID].Divided || units[e.Department.ID].Level() != 3 {
			t.Errorf("the units of an account are %+v", units)
		}
		stood := testkit.Must(r.Standing(ctx, e.Department.ID))(t)
		if len(stood) != 3 || stood[e.Department.ID].Path != e.Department.Levels() || !stood[e.City.ID].Divided || stood[e.Department.ID].Divided {
			t.Errorf("the department stood as %+v", stood)
		}
		var above []int64
		for _, h := range testkit.Must(r.Chain(ctx, e.Department.ID))(t) {
			above = append(above, h.Person)
		}
		if len(above) < 3 || above[0] != head || !slices.Contains(above, governor) {
			t.Errorf("above the department stand %v", above)
		}
		if got := testkit.Must(r.Chain(ctx, 999))(t); got != nil {
			t.Errorf("above no unit stand %v", got)
		}
	})
}

// read is what a reader gave, with what it was to give.
type read = struct {
	facts *office.Facts
	err   error
	want  []string
}

func gave(f *office.Facts, err error) func(want ...string) read {
	return func(want ...string) read { return read{f, err, want} }
}
