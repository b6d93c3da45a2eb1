package balance

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"

	"sineng/ent/term"
	"sineng/server/balance/engine"
	"sineng/server/balance/engine/enginetest"
)

// tables are what a self-join asks, with an index for every way in which it may be walked. Kinds are
// numbers with names, and each unit knows its bureau, which SQL would have to walk the tree for.
var tables = []string{
	"CREATE TABLE unit (id BIGINT PRIMARY KEY, parent_id BIGINT NOT NULL, bureau_id BIGINT NOT NULL, kind " + enum(term.UnitKind("").Values()) +
		" NOT NULL, functions SMALLINT NOT NULL, KEY (bureau_id))",
	"CREATE TABLE post (id BIGINT PRIMARY KEY, unit_id BIGINT NOT NULL, key_post BOOL NOT NULL, rotation_years INT NOT NULL, KEY (unit_id))",
	"CREATE TABLE appointment (id BIGINT PRIMARY KEY, person_id BIGINT NOT NULL, post_id BIGINT NOT NULL, from_day INT NOT NULL, KEY (post_id, person_id), KEY (person_id, post_id))",
	"CREATE TABLE portfolio (id BIGINT PRIMARY KEY, person_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, kind " + enum(term.PortfolioKind("").Values()) +
		" NOT NULL, from_day INT NOT NULL, KEY (unit_id), KEY (person_id))",
	"CREATE TABLE power (id BIGINT PRIMARY KEY, unit_id BIGINT NOT NULL, type " + enum(term.PowerType("").Values()) + " NOT NULL, discretion " + enum(term.Discretion("").Values()) +
		" NOT NULL, supervision_post_id BIGINT NOT NULL, KEY (type, unit_id), KEY (unit_id, type), KEY (supervision_post_id))",
	"CREATE TABLE step (id BIGINT PRIMARY KEY, power_id BIGINT NOT NULL, kind " + enum(term.StepKind("").Values()) + " NOT NULL, post_id BIGINT NOT NULL," +
		" KEY (power_id, kind, post_id), KEY (power_id, post_id, kind), KEY (post_id, power_id, kind), KEY (kind, power_id, post_id))",
	"CREATE TABLE edge (id BIGINT PRIMARY KEY, power_id BIGINT NOT NULL, from_step INT NOT NULL, to_step INT NOT NULL, KEY (power_id))",
	// duties are the pairs of kinds of steps that each rule on one process looks at.
	"CREATE TABLE duties (rule VARCHAR(64) NOT NULL, a " + enum(term.StepKind("").Values()) + " NOT NULL, b " + enum(term.StepKind("").Values()) + " NOT NULL, PRIMARY KEY (a, b))",
}

func enum(values []string) string { return "ENUM('" + strings.Join(values, "','") + "')" }

// Fill makes the tables of a register in an empty database.
func Fill(ctx context.Context, db *sql.DB, r enginetest.Register) error {
	for _, t := range tables {
		if _, err := db.ExecContext(ctx, t); err != nil {
			return fmt.Errorf("%s: %w", t, err)
		}
	}
	w := &filling{ctx: ctx, db: db, rows: map[string]*strings.Builder{}}
	office := r.Office()
	parents := map[int64]engine.Unit{}
	for _, u := range office.Units {
		parents[u.ID] = u
	}
	for _, u := range office.Units {
		bureau := u
		for bureau.Kind != term.UnitKindBureau && bureau.Parent != 0 {
			bureau = parents[bureau.Parent]
		}
		w.add("unit", u.ID, u.Parent, bureau.ID, string(u.Kind), int(u.Functions))
	}
	for _, p := range office.Posts {
		w.add("post", p.ID, p.Unit, p.Key, p.RotationYears)
	}
	for _, a := range office.Appointments {
		w.add("appointment", a.ID, a.Person, a.Post, int(a.From))
	}
	for _, p := range office.Portfolios {
		w.add("portfolio", p.ID, p.Person, p.Unit, string(p.Kind), int(p.From))
	}
	step, edge := int64(0), int64(0)
	for p := range r.Powers() {
		w.add("power", p.ID, p.Unit, string(p.Type), string(p.Discretion), p.Supervision)
		for _, s := range p.Process.Steps {
			step++
			w.add("step", step, p.ID, string(s.Kind), *s.PostID)
		}
		for _, e := range p.Process.Edges {
			edge++
			w.add("edge", edge, p.ID, e.FromKey, e.ToKey)
		}
	}
	for _, rule := range expressible() {
		if rule.Definition.Scope != engine.ScopeSameProcess {
			continue
		}
		for _, a := range rule.Definition.Left.Selectors[0].Steps {
			for _, b := range rule.Definition.Right.Selectors[0].Steps {
				w.add("duties", rule.Code, string(a), string(b))
			}
		}
	}
	if err := w.end(); err != nil {
		return err
	}
	// The optimizers of the servers know the tables as well as they can.
	_, err := db.ExecContext(ctx, "ANALYZE TABLE unit, post, appointment, portfolio, power, step, edge, duties")
	return err
}

// filling gathers rows and inserts many at once.
type filling struct {
	ctx  context.Context
	db   *sql.DB
	rows map[string]*strings.Builder
	err  error
}

func (w *filling) add(table string, values ...any) {
	b := w.rows[table]
	if b == nil {
		b = &strings.Builder{}
		w.rows[table] = b
	}
	for i, v := range values {
		b.WriteString([]string{",", ",("}[btoi(i == 0)])
		if text, ok := v.(string); ok {
			v = strconv.Quote(text)
		}
		fmt.Fprint(b, v)
	}
	b.WriteByte(')')
	if b.Len() > 1<<20 {
		w.flush(table)
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (w *filling) flush(table string) {
	b := w.rows[table]
	if w.err == nil && b.Len() > 0 {
		_, w.err = w.db.ExecContext(w.ctx, "INSERT INTO "+table+" VALUES "+b.String()[1:])
	}
	b.Reset()
}

func (w *filling) end() error {
	for table := range w.rows {
		w.flush(table)
	}
	return w.err
}
