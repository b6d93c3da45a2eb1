package balance

import (
	"context"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/conflict"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/balance/engine"
	"sineng/server/org"
	"sineng/server/store"
)

// ConflictFilter narrows a list of conflicts.
type ConflictFilter struct {
	// UnitID selects a unit and those below it, with UnitOnly the unit alone.
	UnitID   *int64
	UnitOnly *bool
	// PowerID selects what is judged on a power, PersonID what is in the hand of a person.
	PowerID, PersonID *int64
	RuleCodes         []string
	Severities        []engine.Severity
	// States are OPEN and ACCEPTED where none is named.
	States []term.ConflictState
}

// Conflicts lists conflicts that are kept and that the viewer may see, the gravest first and of those the newest.
func (s *Service) Conflicts(ctx context.Context, f ConflictFilter, page store.Page, with func(*ent.ConflictQuery)) (*store.Slice[*ent.Conflict], error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadRegister); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).Conflict.Query()
	if err := org.Within(ctx, s.store, q, f.UnitID, f.UnitOnly); err != nil {
		return nil, err
	}
	if len(f.States) == 0 {
		f.States = []term.ConflictState{term.ConflictStateOpen, term.ConflictStateAccepted}
	}
	q.Where(conflict.StateIn(f.States...))
	if f.PowerID != nil {
		if _, err := s.store.Reader(ctx).Power.Get(ctx, *f.PowerID); err != nil {
			return nil, store.OrMissing(err, "filter.powerId", "职权", "power")
		}
		q.Where(conflict.PowerID(*f.PowerID))
	}
	if f.PersonID != nil {
		if err := org.CheckPersons(ctx, s.store.Reader(ctx), "filter.personId", *f.PersonID); err != nil {
			return nil, err
		}
		q.Where(conflict.HandIn(string(engine.HandPerson), string(engine.HandRelatives), string(engine.HandPair)),
			conflict.Or(conflict.HandA(*f.PersonID), conflict.HandB(*f.PersonID)))
	}
	if len(f.RuleCodes) > 0 {
		q.Where(conflict.RuleCodeIn(f.RuleCodes...))
	}
	if len(f.Severities) > 0 {
		ranks := make([]int, len(f.Severities))
		for i, v := range f.Severities {
			ranks[i] = rank(v) + 1
		}
		q.Where(conflict.SeverityIn(ranks...))
	}
	return store.List(ctx, q, page, func(c *ent.Conflict) int64 { return c.ID },
		[]store.Key[*ent.Conflict]{store.Asc(conflict.FieldSeverity, func(c *ent.Conflict) any { return c.Severity }),
			store.Desc(conflict.FieldCreatedAt, func(c *ent.Conflict) any { return c.CreatedAt })}, with)
}

// Findings puts names to what is said of conflicts that are kept, as far as the viewer sees the rows, in a bounded number of statements.
func (s *Service) Findings(ctx context.Context, rows []*ent.Conflict) (map[*ent.Conflict]*Conflict, error) {
	client := s.store.Reader(ctx)
	n := &names{people: map[int64]*ent.Person{}, posts: map[int64]*ent.Post{}, units: map[int64]*ent.Unit{}, powers: map[int64]*ent.Power{}, steps: map[int64]map[string]string{}}
	people, posts, units, powers := map[int64]bool{}, map[int64]bool{}, map[int64]bool{}, map[int64]bool{}
	found := make([]finding, len(rows))
	for i, row := range rows {
		f, err := findingOf(row)
		if err != nil {
			return nil, err
		}
		found[i] = f
		for power, steps := range f.Steps {
			if n.steps[power] == nil {
				n.steps[power] = map[string]string{}
			}
			for key, name := range steps {
				n.steps[power][key] = name
			}
		}
		gather(f.Conflict, people, posts, units, powers)
	}
	if err := n.read(ctx, client, people, posts, units, powers); err != nil {
		return nil, err
	}
	rules, err := s.rulesOf(ctx, client, found)
	if err != nil {
		return nil, err
	}
	out := map[*ent.Conflict]*Conflict{}
	for i, row := range rows {
		out[row] = &Conflict{Conflict: found[i].Conflict, Rule: rules[found[i].Rule], names: n}
	}
	return out, nil
}

// gather notes the rows that a conflict names.
func gather(c engine.Conflict, people, posts, units, powers map[int64]bool) {
	note := func(in map[int64]bool, id int64) {
		if id != 0 {
			in[id] = true
		}
	}
	for _, id := range c.Hand.People() {
		note(people, id)
	}
	switch c.Hand.Kind {
	case engine.HandPost:
		note(posts, c.Hand.A)
	case engine.HandDepartment:
		note(units, c.Hand.A)
	}
	for _, p := range c.Parts {
		note(people, p.Person)
		note(posts, p.Post)
		note(units, p.Unit)
		note(powers, p.Power)
	}
	for _, st := range c.Settlements {
		note(people, st.Person)
		note(posts, st.Post)
		note(units, st.Unit)
		note(powers, st.Power)
	}
}

// Kept are the conflicts that are kept by these fingerprints, as far as the viewer sees them; nil for others.
func (s *Service) Kept(ctx context.Context, fingerprints []string) (map[string]*ent.Conflict, error) {
	out := map[string]*ent.Conflict{}
	for _, f := range fingerprints {
		out[f] = nil
	}
	for some := range slices.Chunk(fingerprints, mostAtOnce) {
		rows, err := s.store.Reader(ctx).Conflict.Query().Where(conflict.LiveKeyIn(some...)).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			out[r.Fingerprint] = r
		}
	}
	return out, nil
}

// Count is how many conflicts of a severity there are.
type Count struct {
	Severity       engine.Severity
	Open, Accepted int
}

// UnitCounts are those of a unit with all below it.
type UnitCounts struct {
	Unit   *ent.Unit
	Counts []*Count
}

// Counts are those of a unit, and of each unit directly below it.
type Counts struct {
	UnitCounts
	Below []*UnitCounts
	// Waiting is how many bureaus of the system wait to be judged.
	Waiting int
}

// Counts counts the open and accepted conflicts of a unit and of the units below it.
func (s *Service) Counts(ctx context.Context, unitID int64) (*Counts, error) {
	u, err := s.place(ctx, unitID)
	if err != nil {
		return nil, err
	}
	below, err := org.ChildrenOf(ctx, s.store, []int64{u.ID})
	if err != nil {
		return nil, err
	}
	today := s.store.Today()
	children := slices.DeleteFunc(slices.Clone(below[u.ID]), func(c *ent.Unit) bool { return !org.IsOpen(c, today) })
	counts, err := s.CountsOf(ctx, append([]*ent.Unit{u}, children...))
	if err != nil {
		return nil, err
	}
	out := &Counts{UnitCounts: UnitCounts{u, counts[u.ID]}, Below: []*UnitCounts{}}
	for _, c := range children {
		if n := counts[c.ID]; n != nil {
			out.Below = append(out.Below, &UnitCounts{c, n})
		}
	}
	out.Waiting, err = s.waiting(ctx)
	return out, err
}

// CountsOf counts the open and accepted conflicts of units with all below them, as far as the viewer reads the register there: one statement
// for the units of a level.
func (s *Service) CountsOf(ctx context.Context, units []*ent.Unit) (map[int64][]*Count, error) {
	out, byLevel := map[int64][]*Count{}, map[int][]any{}
	v := viewer.FromContext(ctx)
	for _, u := range units {
		if authz.May(v, authz.ReadRegister, u.Levels()) {
			out[u.ID] = zero()
			byLevel[u.Level] = append(byLevel[u.Level], u.ID)
		}
	}
	for level, ids := range byLevel {
		for some := range slices.Chunk(ids, mostAtOnce) {
			column := rule.LevelColumn(level)
			var groups []group
			err := s.store.Reader(ctx).Conflict.Query().Where(conflict.StateIn(term.ConflictStateOpen, term.ConflictStateAccepted),
				func(sel *sql.Selector) { sel.Where(sql.In(sel.C(column), some...)) }).
				GroupBy(conflict.FieldSeverity, conflict.FieldState, column).Aggregate(ent.As(ent.Count(), "n")).Scan(ctx, &groups)
			if err != nil {
				return nil, err
			}
			for _, g := range groups {
				g.addTo(out[g.at(level)])
			}
		}
	}
	return out, nil
}

// group is how many conflicts there are of a severity and state below one unit.
type group struct {
	Severity int                `json:"severity"`
	State    term.ConflictState `json:"state"`
	L1       int64              `json:"l1"`
	L2       int64              `json:"l2"`
	L3       int64              `json:"l3"`
	L4       int64              `json:"l4"`
	L5       int64              `json:"l5"`
	L6       int64              `json:"l6"`
	N        int                `json:"n"`
}

// at is the unit of the level that a group was made by.
func (g group) at(level int) int64 {
	return [...]int64{g.L1, g.L2, g.L3, g.L4, g.L5, g.L6}[level-1]
}

func (g group) addTo(counts []*Count) {
	c := counts[g.Severity-1]
	if g.State == term.ConflictStateAccepted {
		c.Accepted += g.N
		return
	}
	c.Open += g.N
}

func zero() []*Count {
	var out []*Count
	for _, v := range (engine.Severity("")).Values() {
		out = append(out, &Count{Severity: engine.Severity(v)})
	}
	return out
}

// Acceptance is that a conflict is accepted for a time.
type Acceptance struct {
	Reason string
	Until  time.Time
	At     time.Time
	// Conflict is what is accepted.
	Conflict *ent.Conflict
}

// AcceptanceOf is that of a conflict; nil where it is not accepted.
func AcceptanceOf(c *ent.Conflict) *Acceptance {
	if c.State != term.ConflictStateAccepted || c.AcceptedUntil == nil || c.AcceptedAt == nil {
		return nil
	}
	return &Acceptance{c.AcceptedReason, *c.AcceptedUntil, *c.AcceptedAt, c}
}
