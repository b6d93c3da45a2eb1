package check

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/server/office"
)

// The people of a department: 1 works there, 2 heads it, 3 is in charge of it, 4 is the principal leader, 5 that of the bureau
// above, 6 sits in the leading group.
func chain(people ...int64) office.Chain {
	roles := []term.Role{term.RoleStaff, term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader, term.RolePrincipalLeader, term.RoleLeadingGroup}
	units := []int64{10, 10, 10, 9, 8, 8}
	var out office.Chain
	for i, p := range people {
		if p != 0 {
			out = append(out, office.Holder{Role: roles[i], Person: p, Unit: units[i], Level: 3})
		}
	}
	return out
}

func TestNobodyIsAskedToSuperviseThemself(t *testing.T) {
	full := chain(1, 2, 3, 4, 5, 6)
	for _, c := range []struct {
		name  string
		chain office.Chain
		tier  term.Role
		own   []int64
		want  int64
	}{
		{"the tier", full, term.RoleDeptHead, []int64{1}, 2},
		{"a head of the department's own risk", full, term.RoleDeptHead, []int64{2}, 3},
		{"both of them", full, term.RoleDeptHead, []int64{2, 3}, 4},
		{"a tier that nobody holds", chain(1, 2, 0, 4, 5, 6), term.RoleLeaderInCharge, nil, 4},
		{"a leader who is the head too", chain(1, 2, 2, 4, 5, 6), term.RoleLeaderInCharge, nil, 4},
		{"a principal leader who is in charge too", chain(1, 2, 4, 4, 5, 6), term.RolePrincipalLeader, nil, 5},
		{"a head who holds a post there", chain(2, 2, 3, 4, 5, 6), term.RoleDeptHead, nil, 2},
		{"the principal leader's own", full, term.RolePrincipalLeader, []int64{4}, 5},
		{"nobody but the leading group", chain(1, 2, 0, 0, 0, 6), term.RolePrincipalLeader, nil, 6},
		{"nobody", chain(1, 2, 0, 0, 0, 0), term.RolePrincipalLeader, nil, 0},
		{"an account without a person", append(chain(1, 2, 0, 0, 0, 0), office.Holder{Role: term.RoleLeadingGroup, Account: 7}), term.RolePrincipalLeader, nil, 0},
	} {
		if got := supervisor(c.chain, c.tier, c.own); got.Person != c.want {
			t.Errorf("%s: %d, want %d", c.name, got.Person, c.want)
		}
	}
}

// told are wanted checks in words: thing, person and how many risk points.
func told(wanted []Wanted) []string {
	var out []string
	for _, w := range wanted {
		out = append(out, fmt.Sprintf("%s %s of %d by %d from %s over %d", w.Kind, w.Grade, w.Subject, w.Person, w.Period.From.Format("01-02"), len(w.Risks)))
	}
	return out
}

func TestWhatIsCheckedFollowsGradeTierAndPortfolio(t *testing.T) {
	d := Department{ID: 10, Chain: chain(1, 2, 3, 4, 5, 6), Heads: []int64{2}}
	risks := []Risk{{ID: 1, Department: 10, Grade: term.GradeA, Own: []int64{1}}, {ID: 2, Department: 10, Grade: term.GradeB}, {ID: 3, Department: 10, Grade: term.GradeC},
		{ID: 4, Department: 10, Grade: term.GradeC, Own: []int64{2}}, {ID: 5, Department: 11, Grade: term.GradeA}, {ID: 6, Department: 10, Grade: term.GradeC}}
	got := told(Wants(Defaults(), on("2026-05-20"), []Department{d}, risks))
	want := []string{"HEAD U of 2 by 3 from 04-01 over 5", "RISKS A of 0 by 4 from 05-01 over 1", "RISKS B of 0 by 3 from 04-01 over 1",
		"RISKS C of 0 by 2 from 01-01 over 2", "RISKS C of 0 by 3 from 01-01 over 1"}
	if !slices.Equal(got, want) {
		t.Errorf("it is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	// Without an A risk a head is checked half as often; a department without risk points still has a head.
	got = told(Wants(Defaults(), on("2026-05-20"), []Department{d}, nil))
	if want := []string{"HEAD U of 2 by 3 from 01-01 over 0"}; !slices.Equal(got, want) {
		t.Errorf("without risk points it is %v", got)
	}
}

// apply makes the changes, as the program does.
func apply(kept []Kept, c Changes, today time.Time) []Kept {
	for i := range kept {
		for _, m := range c.Move {
			if m.ID == kept[i].ID {
				kept[i].Person = m.To.Person
			}
		}
		if slices.Contains(c.Drop, kept[i].ID) {
			kept[i].State = term.CheckStateCancelled
		}
		if slices.Contains(c.Miss, kept[i].ID) {
			kept[i].State = term.CheckStateMissed
		}
	}
	for _, w := range c.Make {
		kept = append(kept, Kept{ID: int64(len(kept) + 1), Department: w.Department, Kind: w.Kind, Grade: w.Grade, Subject: w.Subject, Person: w.Person,
			From: w.Period.From, Due: w.Period.Due(today), State: term.CheckStateDue})
	}
	return kept
}

func live(kept []Kept) []Kept {
	return slices.DeleteFunc(slices.Clone(kept), func(k Kept) bool { return k.State != term.CheckStateDue && k.State != term.CheckStateDone })
}

func TestOneCheckAtATime(t *testing.T) {
	d := func(people ...int64) []Department {
		return []Department{{ID: 10, Chain: chain(people...)}}
	}
	risk := []Risk{{ID: 1, Department: 10, Grade: term.GradeA}}
	var kept []Kept
	step := func(day string, departments []Department, risks []Risk, want string) {
		t.Helper()
		c := Compare(Wants(Defaults(), on(day), departments, risks), live(kept), on(day))
		got := fmt.Sprintf("make %d move %d drop %d miss %d", len(c.Make), len(c.Move), len(c.Drop), len(c.Miss))
		if got != want {
			t.Errorf("on %s: %s, want %s", day, got, want)
		}
		kept = apply(kept, c, on(day))
		if again := Compare(Wants(Defaults(), on(day), departments, risks), live(kept), on(day)); !again.None() {
			t.Errorf("on %s a second planning changes %+v", day, again)
		}
	}
	now := d(1, 2, 3, 4, 5, 6)
	step("2026-03-02", now, risk, "make 1 move 0 drop 0 miss 0")
	step("2026-03-20", now, risk, "make 0 move 0 drop 0 miss 0")
	step("2026-03-21", d(1, 2, 3, 40, 5, 6), risk, "make 0 move 1 drop 0 miss 0") // another principal leader
	kept[0].State = term.CheckStateDone
	step("2026-03-22", now, risk, "make 0 move 0 drop 0 miss 0") // done is done, whoever leads
	step("2026-04-01", now, risk, "make 1 move 0 drop 0 miss 0")
	step("2026-04-10", now, nil, "make 0 move 0 drop 1 miss 0") // not late, nothing left
	step("2026-04-20", now, risk, "make 1 move 0 drop 0 miss 0")
	step("2026-05-20", now, risk, "make 1 move 0 drop 0 miss 0")                  // April's is late and stays
	step("2026-05-25", d(1, 2, 3, 40, 5, 6), risk, "make 0 move 2 drop 0 miss 0") // and goes with its supervisor
	step("2026-05-26", d(1, 2, 3, 40, 5, 6), nil, "make 0 move 0 drop 1 miss 1")
}

func TestAChangeOfTheSettingsAsksForNothingTwice(t *testing.T) {
	risk := []Risk{{ID: 1, Department: 10, Grade: term.GradeA}}
	departments := []Department{{ID: 10, Chain: chain(1, 2, 3, 4, 5, 6)}}
	quarterly := Defaults()
	quarterly.Rhythms[0].Months = 3
	kept := apply(nil, Compare(Wants(Defaults(), on("2026-05-02"), departments, risk), nil, on("2026-05-02")), on("2026-05-02"))
	if c := Compare(Wants(quarterly, on("2026-05-10"), departments, risk), live(kept), on("2026-05-10")); !c.None() {
		t.Errorf("a quarter that holds May's check changes %+v", c)
	}
}

// Whatever changes, planning twice changes nothing the second time, each thing wanted is kept once for its period, and nobody is
// asked about their own.
func TestPlanningConverges(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 300 {
		var kept []Kept
		day := on("2026-01-01")
		people := []int64{1, 2, 3, 4, 5, 6}
		var risks []Risk
		last := int64(0)
		for range 30 {
			switch random.IntN(6) {
			case 0:
				people[random.IntN(len(people))] = random.Int64N(8)
			case 1:
				last++
				risks = append(risks, Risk{ID: last, Department: 10 + random.Int64N(2), Grade: []term.Grade{term.GradeA, term.GradeB, term.GradeC}[random.IntN(3)],
					Own: []int64{random.Int64N(7)}})
			case 2:
				if len(risks) > 0 {
					i := random.IntN(len(risks))
					risks = slices.Delete(risks, i, i+1)
				}
			case 3:
				for i := range kept {
					if kept[i].State == term.CheckStateDue && random.IntN(2) == 0 {
						kept[i].State = term.CheckStateDone
					}
				}
			default:
				day = day.AddDate(0, 0, random.IntN(40))
			}
			departments := []Department{{ID: 10, Chain: chain(people...), Heads: heads(people[1])}, {ID: 11, Chain: chain(people...)}}
			wanted := Wants(Defaults(), day, departments, risks)
			kept = apply(kept, Compare(wanted, live(kept), day), day)
			if c := Compare(wanted, live(kept), day); !c.None() {
				t.Fatalf("round %d on %s: a second planning changes %+v", round, day.Format(time.DateOnly), c)
			}
			for _, w := range wanted {
				n := 0
				for _, k := range kept {
					if k.thing() == w.thing() && k.State == term.CheckStateDue && k.From.Equal(w.Period.From) && k.Person == w.Person {
						n++
					}
				}
				if n > 1 {
					t.Fatalf("round %d: %s is asked %d times", round, told([]Wanted{w}), n)
				}
				for _, id := range w.Risks {
					i := slices.IndexFunc(risks, func(r Risk) bool { return r.ID == id })
					if w.Kind == term.CheckKindRisks && w.Person != 0 && slices.Contains(risks[i].Own, w.Person) || w.Person != 0 && w.Person == w.Subject {
						t.Fatalf("round %d: %d is asked about their own", round, w.Person)
					}
				}
			}
		}
	}
}

func heads(person int64) []int64 {
	if person == 0 {
		return nil
	}
	return []int64{person}
}
