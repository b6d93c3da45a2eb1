package live

import (
	"context"
	stdsql "database/sql"
	"slices"
	"strings"

	"entgo.io/ent/dialect/sql/schema"
	"entgo.io/ent/schema/field"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/migrate"
	"sineng/ent/person"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/follow"
	"sineng/server/store"
)

// mostRows is how many rows of an entity are looked at one by one, of those that a few entries of the log
// changed; of more, anybody may be concerned.
const mostRows = 2000

// touch is a row that an entry of the log changed, and whom that may concern. Whether it does, the
// services that answer queries decide: this only keeps most people from being asked.
type touch struct {
	index  int64 // of the entry
	entity string
	id     int64 // 0 for many rows
	near
}

// near are those whom something may concern.
type near struct {
	everybody bool
	places    []authz.Levels // of units on which, below or above which it lies
	people    []int64        // people and accounts
}

// to reports whether it may concern a viewer.
func (n near) to(v *viewer.Viewer) bool {
	if n.everybody || slices.Contains(n.people, v.AccountID) || v.PersonID != 0 && slices.Contains(n.people, v.PersonID) {
		return true
	}
	for _, g := range v.Grants {
		// A deputy answers what names the one who is away.
		if g.Scope.All || g.Role == "" && len(n.people) > 0 {
			return true
		}
	}
	for _, at := range n.places {
		if slices.Contains(v.Ancestors, deepest(at)) {
			return true
		}
		for _, g := range v.Grants {
			if g.Scope.Reaches(at) {
				return true
			}
		}
	}
	return false
}

// deepest is the unit at the end of a path.
func deepest(at authz.Levels) int64 {
	last := int64(0)
	for _, id := range at {
		if id != 0 {
			last = id
		}
	}
	return last
}

// moving are the actions after which rows stand elsewhere that the entry does not name.
var moving = []term.AuditAction{term.AuditActionMoveUnit, term.AuditActionCloseUnit, term.AuditActionLoadSample, term.AuditActionCarryOver}

// touched are the rows that entries of the log changed, as far as anybody is told of their entity.
func (s *Service) touched(ctx context.Context, entries []follow.Entry) ([]touch, error) {
	ctx = viewer.System(ctx)
	var out []touch
	ids, units := map[string][]int64{}, []int64{}
	for _, e := range entries {
		if slices.Contains(moving, e.Action) {
			out = append(out, touch{index: e.Index, entity: ent.TypeUnit, near: near{everybody: true}})
			continue
		}
		found := false
		for _, c := range e.Changes {
			if s.watched != nil && !s.watched[c.Type] {
				continue
			}
			ids[c.Type], found = append(ids[c.Type], c.ID), true
		}
		if found && e.Unit != 0 {
			units = append(units, e.Unit)
		}
	}
	if len(ids) == 0 {
		return out, nil
	}
	places, err := s.nearRows(ctx, ent.TypeUnit, units)
	if err != nil {
		return nil, err
	}
	rows := map[string]map[int64]near{}
	for entity, all := range ids {
		if len(all) > mostRows {
			continue
		}
		if rows[entity], err = s.nearRows(ctx, entity, all); err != nil {
			return nil, err
		}
	}
	for _, e := range entries {
		if slices.Contains(moving, e.Action) {
			continue
		}
		many := map[string]bool{}
		for _, c := range e.Changes {
			switch known, few := rows[c.Type]; {
			case s.watched != nil && !s.watched[c.Type]:
			case !few && !many[c.Type]:
				many[c.Type] = true
				out = append(out, touch{index: e.Index, entity: c.Type, near: near{everybody: true}})
			case few:
				// Where it was, when it is gone or has moved, the entry says.
				n := known[c.ID]
				n.places = append(slices.Clip(n.places), places[e.Unit].places...)
				n.everybody = len(n.places) == 0
				out = append(out, touch{e.Index, c.Type, c.ID, n})
			}
		}
	}
	return out, nil
}

// shape are the columns of a table that say whom a row may concern.
type shape struct {
	levels bool
	others []string // columns that hold keys
}

// shapes are the shapes of all tables.
var shapes = func() map[string]shape {
	out := map[string]shape{}
	for _, t := range migrate.Tables {
		out[t.Name] = shapeOf(t)
	}
	return out
}()

func shapeOf(t *schema.Table) shape {
	var s shape
	levels := make([]string, len(authz.Levels{}))
	for n := range levels {
		levels[n] = rule.LevelColumn(n + 1)
	}
	for _, c := range t.Columns {
		switch {
		case c.Name == levels[0]:
			s.levels = true
		case c.Type == field.TypeInt64 && c.Name != "id" && !slices.Contains(levels, c.Name):
			s.others = append(s.others, c.Name)
		}
	}
	return s
}

// nearRows tells by the columns of rows whom they may concern. A key says by itself of which table it is,
// so that people and accounts are found in whatever column they stand. Rows that are gone are left out.
func (s *Service) nearRows(ctx context.Context, entity string, ids []int64) (map[int64]near, error) {
	out := map[int64]near{}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	table := ent.Entities[entity].Table
	for part := range slices.Chunk(ids, readAtOnce) {
		if err := s.readNear(ctx, table, shapes[table], part, out); err != nil {
			return nil, err
		}
	}
	if along, err := s.toDo.Along(ctx, entity, ids); err != nil {
		return nil, err
	} else if len(along) > 0 {
		for id, n := range out {
			n.people = append(n.people, along...)
			out[id] = n
		}
	}
	return out, nil
}

func (s *Service) readNear(ctx context.Context, table string, shape shape, ids []int64, out map[int64]near) error {
	columns := []string{"id"}
	if shape.levels {
		for n := range (authz.Levels{}) {
			columns = append(columns, rule.LevelColumn(n+1))
		}
	}
	columns = append(columns, shape.others...)
	args := make([]any, len(ids))
	for i, id := range ids {
		args[i] = id
	}
	rows, err := s.store.Reader(ctx).QueryContext(ctx, "SELECT "+strings.Join(columns, ", ")+" FROM "+table+" WHERE id IN (?"+strings.Repeat(", ?", len(ids)-1)+")", args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	values := make([]stdsql.NullInt64, len(columns))
	into := make([]any, len(columns))
	for i := range values {
		into[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		out[values[0].Int64] = nearOf(table, shape.levels, values)
	}
	return rows.Err()
}

// nearOf reads the columns of a row: its key, its levels where it has some, and other keys.
func nearOf(table string, levels bool, values []stdsql.NullInt64) (n near) {
	others := values[1:]
	if levels {
		var at authz.Levels
		for i := range at {
			at[i] = others[i].Int64
		}
		others = others[len(at):]
		if table == unit.Table || at[0] != 0 {
			n.places = append(n.places, at)
		}
	}
	for _, v := range others {
		if t := store.TableOf(v.Int64); t == person.Table || t == account.Table {
			n.people = append(n.people, v.Int64)
		}
	}
	return n
}
