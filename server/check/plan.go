package check

import (
	"cmp"
	"slices"
	"time"

	"sineng/ent/term"
	"sineng/server/office"
)

// Department is what is checked together: a department with the sections below it, or what stands on the bureau itself.
type Department struct {
	ID    int64
	Chain office.Chain
	Heads []int64 // people, sorted
}

// Risk is a risk point whose grade is decided.
type Risk struct {
	ID, Department int64
	Grade          term.Grade
	// Own are the people whose own it is: who answers for it directly and whoever is exposed to it.
	Own []int64
}

// Wanted is a check that the settings ask for.
type Wanted struct {
	Department int64
	Kind       term.CheckKind
	Grade      term.Grade
	Subject    int64 // person, 0 for risk points
	Tier       term.Role
	Person     int64 // supervisor, 0 where there is none
	Period     Period
	Risks      []int64 // of which the sample is drawn, sorted
}

// thing is what is checked, whoever checks it.
type thing struct {
	department int64
	kind       term.CheckKind
	grade      term.Grade
	subject    int64
}

func (w Wanted) thing() thing { return thing{w.Department, w.Kind, w.Grade, w.Subject} }

// Wants are the checks that the settings ask for on a day, sorted: for each department and grade one of each supervisor, and one
// for each head.
func Wants(set Settings, today time.Time, departments []Department, risks []Risk) []Wanted {
	of := map[int64][]Risk{}
	for _, r := range risks {
		of[r.Department] = append(of[r.Department], r)
	}
	var out []Wanted
	for _, d := range departments {
		out = append(out, set.forRisks(today, d, of[d.ID])...)
		out = append(out, set.forHeads(today, d, of[d.ID])...)
	}
	slices.SortFunc(out, func(a, b Wanted) int {
		return cmp.Or(cmp.Compare(a.Department, b.Department), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Grade, b.Grade),
			cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Person, b.Person))
	})
	return out
}

func (set Settings) forRisks(today time.Time, d Department, risks []Risk) []Wanted {
	type share struct {
		grade  term.Grade
		person int64
	}
	shares := map[share]*Wanted{}
	for _, r := range risks {
		rhythm := set.Rhythm(term.CheckKindRisks, r.Grade)
		if rhythm.Months == 0 {
			continue
		}
		by := supervisor(d.Chain, rhythm.Tier, r.Own)
		at := share{r.Grade, by.Person}
		if shares[at] == nil {
			shares[at] = &Wanted{Department: d.ID, Kind: rhythm.Kind, Grade: r.Grade, Tier: by.Role, Person: by.Person, Period: PeriodOf(today, rhythm.Months)}
		}
		shares[at].Risks = append(shares[at].Risks, r.ID)
	}
	var out []Wanted
	for _, w := range shares {
		slices.Sort(w.Risks)
		out = append(out, *w)
	}
	return out
}

func (set Settings) forHeads(today time.Time, d Department, risks []Risk) []Wanted {
	rhythm := set.Rhythm(term.CheckKindHead, term.Ungraded)
	months := rhythm.Months
	var ids []int64
	for _, r := range risks {
		ids = append(ids, r.ID)
		if r.Grade == term.GradeA {
			months = rhythm.MonthsWithA
		}
	}
	slices.Sort(ids)
	var out []Wanted
	for _, head := range d.Heads {
		by := supervisor(d.Chain.Over(head), rhythm.Tier, []int64{head})
		out = append(out, Wanted{Department: d.ID, Kind: rhythm.Kind, Grade: term.Ungraded, Subject: head, Tier: by.Role, Person: by.Person,
			Period: PeriodOf(today, months), Risks: ids})
	}
	return out
}

// supervisor is who checks: the nearest of the tier, or else of the next one up, whose own it is not. Where one person leads on
// two tiers the lower one is theirs, and the next one up checks. The zero person stands for nobody.
func supervisor(chain office.Chain, tier term.Role, own []int64) office.Holder {
	passed := map[int64]bool{}
	for _, id := range own {
		passed[id] = true
	}
	for _, h := range chain {
		if h.Role.Leads() && h.Role.Tier() < tier.Tier() {
			passed[h.Person] = true
		}
	}
	for _, h := range chain.From(tier).Without(passed) {
		if h.Person != 0 {
			return h
		}
	}
	return office.Holder{Role: tier}
}

// Kept is a check that is kept.
type Kept struct {
	ID, Department int64
	Kind           term.CheckKind
	Grade          term.Grade
	Subject        int64
	Person         int64
	Tier           term.Role
	From, Due      time.Time
	State          term.CheckState // DUE or DONE
}

func (k Kept) thing() thing { return thing{k.Department, k.Kind, k.Grade, k.Subject} }

// Changes are what has to change for what is kept to be what is wanted.
type Changes struct {
	Make []Wanted
	Move []Move
	// Drop are those not late with nothing left to check, Miss those that are late.
	Drop, Miss []int64
}

// Move gives a check to another supervisor.
type Move struct {
	ID int64
	To Wanted
}

// None tells whether there is nothing to change.
func (c Changes) None() bool { return len(c.Make)+len(c.Move)+len(c.Drop)+len(c.Miss) == 0 }

// Compare says what has to change. A check that is kept stays with its supervisor as long as they are still to check; what was done
// in the period is not asked for again, whoever did it. What is left of an earlier period stays until it is done, or a later one is.
func Compare(wanted []Wanted, kept []Kept, today time.Time) Changes {
	var out Changes
	byThing := map[thing][]Wanted{}
	for _, w := range wanted {
		byThing[w.thing()] = append(byThing[w.thing()], w)
	}
	keptOf := map[thing][]Kept{}
	var order []thing
	for _, k := range kept {
		if _, known := keptOf[k.thing()]; !known {
			order = append(order, k.thing())
		}
		keptOf[k.thing()] = append(keptOf[k.thing()], k)
	}
	for _, w := range wanted {
		if _, known := keptOf[w.thing()]; !known {
			keptOf[w.thing()] = nil
			order = append(order, w.thing())
		}
	}
	for _, t := range order {
		out.compare(byThing[t], keptOf[t], today)
	}
	return out
}

// compare says what has to change of one thing.
func (c *Changes) compare(wanted []Wanted, kept []Kept, today time.Time) {
	open := slices.Clone(wanted)
	take := func(which func(Wanted) bool) (Wanted, bool) {
		if i := slices.IndexFunc(open, which); i >= 0 {
			w := open[i]
			open = slices.Delete(open, i, i+1)
			return w, true
		}
		return Wanted{}, false
	}
	var rest, earlier []Kept
	for _, k := range kept {
		switch {
		case len(wanted) == 0 || k.From.Before(wanted[0].Period.From):
			earlier = append(earlier, k)
		default:
			if _, same := take(func(w Wanted) bool { return w.Person == k.Person }); !same {
				rest = append(rest, k)
			}
		}
	}
	for _, k := range rest {
		if k.State == term.CheckStateDone {
			take(func(Wanted) bool { return true })
		}
	}
	for _, k := range rest {
		if k.State != term.CheckStateDue {
			continue
		}
		if w, some := take(func(Wanted) bool { return true }); some {
			c.Move = append(c.Move, Move{k.ID, w})
		} else {
			c.end(k, today)
		}
	}
	for _, k := range earlier {
		switch {
		case k.State != term.CheckStateDue:
		case len(wanted) == 0:
			c.end(k, today)
		case !slices.ContainsFunc(wanted, func(w Wanted) bool { return w.Person == k.Person }):
			c.Move = append(c.Move, Move{k.ID, wanted[0]})
		}
	}
	c.Make = append(c.Make, open...)
}

func (c *Changes) end(k Kept, today time.Time) {
	if k.Due.Before(today) {
		c.Miss = append(c.Miss, k.ID)
	} else {
		c.Drop = append(c.Drop, k.ID)
	}
}
