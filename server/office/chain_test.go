package office_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/office"
)

// The units of the tests: a province, a city below it, a department below that.
const (
	province, city, department = 101, 102, 103
)

// People of the tests.
const (
	clerk, head, deputy, chief, governor = 1, 2, 3, 4, 5
)

const (
	isHead, inCharge, principal = term.PortfolioKindHead, term.PortfolioKindInCharge, term.PortfolioKindPrincipal
)

func tree() map[int64]office.Unit {
	return map[int64]office.Unit{
		province:   {ID: province, Path: authz.Levels{province}, Divided: true},
		city:       {ID: city, Path: authz.Levels{province, city}, Divided: true},
		department: {ID: department, Path: authz.Levels{province, city, department}},
	}
}

// led is the department with everybody who may stand above it.
func led(more ...office.Portfolio) *office.Facts {
	return &office.Facts{Units: tree(), Portfolios: append([]office.Portfolio{{14, governor, province, principal}, {13, chief, city, principal},
		{12, deputy, department, inCharge}, {11, head, department, isHead}}, more...)}
}

func people(c office.Chain) []int64 {
	var out []int64
	for _, h := range c {
		out = append(out, h.Person)
	}
	return out
}

func set(ids ...int64) map[int64]bool {
	out := map[int64]bool{}
	for _, id := range ids {
		out[id] = true
	}
	return out
}

func TestTheNextOneUpIsAskedWhereTiersCoincide(t *testing.T) {
	own := office.Portfolio{ID: 9, Person: head, Unit: department, Kind: inCharge}
	lower, upper := term.RoleDeptHead, term.RoleLeaderInCharge
	for name, c := range map[string]struct {
		facts   *office.Facts
		from    term.Role
		passed  []int64
		subject int64
		want    []int64
	}{
		"the head":             {led(), lower, nil, 0, []int64{head, deputy, chief, governor}},
		"who is in charge":     {led(), upper, nil, 0, []int64{deputy, chief, governor}},
		"the head prepared it": {led(), lower, []int64{head}, 0, []int64{deputy, chief, governor}},
		"and who is in charge signed for the head":           {led(), upper, []int64{head, deputy}, 0, []int64{chief, governor}},
		"the head is in charge too":                          {led(own), upper, []int64{head}, 0, []int64{deputy, chief, governor}},
		"of two in charge the first":                         {led(own), upper, nil, 0, []int64{head, deputy, chief, governor}},
		"the work of who is in charge":                       {led(), lower, nil, deputy, []int64{chief, governor}},
		"one beside them is not above them":                  {led(own), lower, nil, deputy, []int64{chief, governor}},
		"the work of the principal":                          {led(), lower, nil, chief, []int64{governor}},
		"nobody is above the province":                       {led(), lower, nil, governor, nil},
		"somebody who leads nothing":                         {led(), lower, nil, clerk, []int64{head, deputy, chief, governor}},
		"nobody leads it":                                    {&office.Facts{Units: tree()}, lower, nil, 0, nil},
		"a head further up stands not beside a near one":     {led(office.Portfolio{ID: 1, Person: 9, Unit: city, Kind: isHead}), lower, []int64{head}, 0, []int64{deputy, chief, governor}},
		"the head of the city where the department has none": {&office.Facts{Units: tree(), Portfolios: []office.Portfolio{{1, 9, city, isHead}}}, lower, nil, 0, []int64{9}},
		"of another department":                              {led(office.Portfolio{ID: 1, Person: 9, Unit: 999, Kind: isHead}), lower, nil, 0, []int64{head, deputy, chief, governor}},
	} {
		if got := people(c.facts.Chain(department).Over(c.subject).From(c.from).Without(set(c.passed...))); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestTheWholeChainGoesFromThePostToTheLeadingGroup(t *testing.T) {
	f := led()
	f.Appointments = []office.Appointment{{21, clerk, 31, department}, {22, 8, 32, city}}
	f.Roles = []office.Role{{41, 51, province, term.RoleLeadingGroup}, {42, 52, 0, term.RoleLeadingGroup}, {43, 53, department, term.RoleDeptHead}}
	f.Accounts = []office.Account{{51, 6}}
	got := f.Chain(department)
	want := office.Chain{
		{Role: term.RoleStaff, Person: clerk, Unit: department, Level: 3, Basis: 21},
		{Role: term.RoleDeptHead, Person: head, Unit: department, Level: 3, Basis: 11},
		{Role: term.RoleLeaderInCharge, Person: deputy, Unit: department, Level: 3, Basis: 12},
		{Role: term.RolePrincipalLeader, Person: chief, Unit: city, Level: 2, Basis: 13},
		{Role: term.RolePrincipalLeader, Person: governor, Unit: province, Level: 1, Basis: 14},
		{Role: term.RoleLeadingGroup, Person: 6, Account: 51, Unit: province, Level: 1, Basis: 41},
		{Role: term.RoleLeadingGroup, Account: 52, Basis: 42},
	}
	if !slices.Equal(got, want) {
		t.Errorf("the chain is\n%+v, want\n%+v", got, want)
	}
	if got := people(got.Over(clerk)); !slices.Equal(got, []int64{head, deputy, chief, governor, 6, 0}) {
		t.Errorf("above the clerk stand %v", got)
	}
}

// facts draws who leads what in the tree.
func facts(t *rapid.T) *office.Facts {
	f := &office.Facts{Units: tree()}
	for i := range rapid.IntRange(0, 8).Draw(t, "portfolios") {
		f.Portfolios = append(f.Portfolios, office.Portfolio{ID: int64(i + 1), Person: int64(rapid.IntRange(1, 4).Draw(t, "person")),
			Unit: int64(rapid.SampledFrom([]int{province, city, department}).Draw(t, "unit")),
			Kind: rapid.SampledFrom([]term.PortfolioKind{isHead, inCharge, principal}).Draw(t, "kind")})
	}
	return f
}

func TestNobodyStandsAboveThemself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		chain := facts(t).Chain(department)
		person := int64(rapid.IntRange(1, 4).Draw(t, "person"))
		over := chain.Over(person)
		if slices.Contains(people(over), person) {
			t.Fatalf("%d stands above themself in %+v", person, chain)
		}
		for i, h := range over {
			if i > 0 && h.Role.Tier() < over[i-1].Role.Tier() {
				t.Fatalf("the chain goes down: %+v", over)
			}
		}
		for _, h := range chain {
			if h.Person == person && len(over) > 0 && over[0].Role == h.Role && over[0].Unit == h.Unit {
				t.Fatalf("one beside %d stands above them in %+v", person, chain)
			}
		}
	})
}

func TestWhoAnswersIsTheNextTierThatAnybodyElseHolds(t *testing.T) {
	granted := led()
	granted.Portfolios = granted.Portfolios[:2] // the principals alone
	granted.Roles = []office.Role{{41, 51, city, term.RoleDeptHead}}
	for name, c := range map[string]struct {
		facts  *office.Facts
		did    term.Role
		passed []int64
		want   term.Role
	}{
		"the head answers for the staff": {led(), term.RoleStaff, nil, term.RoleDeptHead},
		"a tier that only they hold":     {led(), term.RoleStaff, []int64{head}, term.RoleLeaderInCharge},
		"two of them":                    {led(), term.RoleDeptHead, []int64{deputy, chief}, term.RolePrincipalLeader},
		"a second principal further up":  {led(), term.RoleLeaderInCharge, []int64{chief}, term.RolePrincipalLeader},
		"all of them":                    {led(), term.RoleStaff, []int64{head, deputy, chief, governor}, term.RoleLeadingGroup},
		"nobody holds anything":          {&office.Facts{Units: tree()}, term.RoleStaff, nil, term.RoleLeadingGroup},
		"what stands beside the tiers":   {led(), term.RoleInspector, nil, term.RoleLeadingGroup},
		"a head by a granted role":       {granted, term.RoleStaff, nil, term.RoleDeptHead},
	} {
		passed := set(c.passed...)
		if got := c.facts.AnsweringTier(c.did, department, func(h office.Holder) bool { return passed[h.Person] }); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}
