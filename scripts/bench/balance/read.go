package balance

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"sync"

	"sineng/ent/term"
	"sineng/server/balance/engine"
	"sineng/server/balance/engine/enginetest"
	"sineng/server/flow"
)

// Finding is that somebody breaks a rule at a site, which is all that a self-join tells.
type Finding struct {
	Rule         string
	Site, Person int64
}

func sorted(list []Finding) []Finding {
	slices.SortFunc(list, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Site, b.Site), cmp.Compare(a.Person, b.Person))
	})
	return list
}

// expressible are the built-in rules that a self-join can express: two lists that one person meets,
// and of the rule on procurement that about one person.
func expressible() []engine.Rule {
	var out []engine.Rule
	for _, r := range engine.BuiltIn() {
		if d := r.Definition; d.Kind == engine.KindTwoLists && d.SameHand == engine.SameHandPerson || d.Kind == engine.KindProcurementAcceptance {
			out = append(out, r)
		}
	}
	return out
}

// byEngine reads the facts from the tables and judges rules on them; ways tells that the rules look at
// more than steps and who holds them.
func byEngine(ctx context.Context, db *sql.DB, rules *engine.Rulebook, ways bool) ([]Finding, error) {
	f, err := read(ctx, db, ways)
	if err != nil {
		return nil, err
	}
	powers := f.Powers
	f.Powers = nil
	var out []Finding
	engine.Stream(engine.NewIndex(f), rules, slices.Values(powers), func(found []engine.Conflict, _ []engine.Unknown) bool {
		for _, c := range found {
			if c.Hand.Kind == engine.HandPerson {
				out = append(out, Finding{c.Rule, c.Site.ID, c.Hand.A})
			}
		}
		return true
	})
	return sorted(out), nil
}

// read reads the facts of a register from its tables, on a few connections at once.
func read(ctx context.Context, db *sql.DB, ways bool) (engine.Facts, error) {
	f := engine.Facts{Day: enginetest.Today}
	r := &reading{ctx: ctx, db: db}
	var edges []edge
	r.Go(func() error {
		return each(r, "SELECT id, parent_id, kind, functions FROM unit", func(rows *sql.Rows) error {
			var u engine.Unit
			err := rows.Scan(&u.ID, &u.Parent, &u.Kind, &u.Functions)
			f.Units = append(f.Units, u)
			return err
		})
	})
	r.Go(func() error {
		return each(r, "SELECT id, person_id, post_id, from_day FROM appointment", func(rows *sql.Rows) error {
			var a engine.Appointment
			err := rows.Scan(&a.ID, &a.Person, &a.Post, &a.From)
			f.Appointments = append(f.Appointments, a)
			return err
		})
	})
	r.Go(func() error { return r.powers(&f) })
	if ways {
		r.Go(func() error {
			return each(r, "SELECT id, unit_id, key_post, rotation_years FROM post", func(rows *sql.Rows) error {
				var p engine.Post
				err := rows.Scan(&p.ID, &p.Unit, &p.Key, &p.RotationYears)
				f.Posts = append(f.Posts, p)
				return err
			})
		})
		r.Go(func() error {
			return each(r, "SELECT id, person_id, unit_id, kind, from_day FROM portfolio", func(rows *sql.Rows) error {
				var p engine.Portfolio
				err := rows.Scan(&p.ID, &p.Person, &p.Unit, &p.Kind, &p.From)
				f.Portfolios = append(f.Portfolios, p)
				return err
			})
		})
		r.Go(func() error {
			return each(r, "SELECT power_id, from_step, to_step FROM edge ORDER BY id", func(rows *sql.Rows) error {
				var e edge
				err := rows.Scan(&e.power, &e.from, &e.to)
				edges = append(edges, e)
				return err
			})
		})
	}
	err := r.wait()
	byID := map[int64]*engine.Power{}
	for _, p := range f.Powers {
		byID[p.ID] = p
	}
	for _, e := range edges {
		g := byID[e.power].Process
		g.Edges = append(g.Edges, &flow.Edge{FromKey: g.Steps[e.from-1].Key, ToKey: g.Steps[e.to-1].Key})
	}
	return f, err
}

type edge struct {
	power    int64
	from, to int
}

// powers reads powers with their steps.
func (r *reading) powers(f *engine.Facts) error {
	byID := map[int64]*engine.Power{}
	err := each(r, "SELECT id, unit_id, type, discretion, supervision_post_id FROM power ORDER BY id", func(rows *sql.Rows) error {
		p := &engine.Power{Process: &flow.Graph{Steps: make([]*flow.Step, 0, 8)}}
		err := rows.Scan(&p.ID, &p.Unit, &p.Type, &p.Discretion, &p.Supervision)
		f.Powers = append(f.Powers, p)
		byID[p.ID] = p
		return err
	})
	if err != nil {
		return err
	}
	last := &engine.Power{}
	var room []postedStep
	return each(r, "SELECT power_id, kind, post_id FROM step ORDER BY id", func(rows *sql.Rows) error {
		if len(room) == 0 {
			room = make([]postedStep, stepsAtOnce)
		}
		s := &room[0]
		room = room[1:]
		var power int64
		if err := rows.Scan(&power, &s.Kind, &s.post); err != nil {
			return err
		}
		if power != last.ID {
			last = byID[power]
		}
		g := last.Process
		s.Key, s.Split, s.PostID = strconv.Itoa(len(g.Steps)+1), term.SplitOne, &s.post
		g.Steps = append(g.Steps, &s.Step)
		return nil
	})
}

// postedStep is a step with room for its post, and stepsAtOnce for how many room is made.
type postedStep struct {
	flow.Step
	post int64
}

const stepsAtOnce = 1024

// reading reads tables side by side.
type reading struct {
	ctx   context.Context
	db    *sql.DB
	group sync.WaitGroup
	lock  sync.Mutex
	err   error
}

// Go begins to read something.
func (r *reading) Go(work func() error) {
	r.group.Go(func() {
		if err := work(); err != nil {
			r.lock.Lock()
			r.err = errors.Join(r.err, err)
			r.lock.Unlock()
		}
	})
}

func (r *reading) wait() error {
	r.group.Wait()
	return r.err
}

// each prepares the query, so that numbers come as such.
func each(r *reading, query string, row func(*sql.Rows) error) error {
	s, err := r.db.PrepareContext(r.ctx, query)
	if err != nil {
		return err
	}
	defer func() { _ = s.Close() }()
	rows, err := s.QueryContext(r.ctx)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := row(rows); err != nil {
			return fmt.Errorf("%s: %w", query, err)
		}
	}
	return rows.Err()
}
