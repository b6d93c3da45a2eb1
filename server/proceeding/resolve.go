package proceeding

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"entgo.io/ent/dialect"

	"sineng/ent"
	"sineng/ent/person"
	"sineng/ent/power"
	"sineng/ent/predicate"
	entproceeding "sineng/ent/proceeding"
	"sineng/ent/proceedingpause"
	"sineng/ent/proceedingstep"
	"sineng/ent/rule"
	"sineng/ent/term/fold"
	"sineng/ent/unit"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/store"
)

// matter is a proceeding that is recorded: what is sent of it, and what is there.
type matter struct {
	n       int
	in      *Entry
	power   *ent.Power
	row     *ent.Proceeding // nil for a new one
	process *ent.Process    // nil where it runs along none
	course  *Course
	// steps and pauses are those that hold, by what tells them apart.
	steps  map[stepName]*ent.ProceedingStep
	pauses map[pauseName]*ent.ProceedingPause
	// newest are the newest revisions, those that were withdrawn included.
	newest      map[stepName]int
	newestPause map[pauseName]int
	changes
}

func newMatter(n int, in *Entry, of *ent.Power, row *ent.Proceeding) *matter {
	return &matter{n: n, in: in, power: of, row: row, steps: map[stepName]*ent.ProceedingStep{}, pauses: map[pauseName]*ent.ProceedingPause{},
		newest: map[stepName]int{}, newestPause: map[pauseName]int{}}
}

// stepName tells the steps of a proceeding apart: one can be taken several times, but begins once at a moment.
type stepName struct {
	name  string
	began int64
}

type pauseName struct {
	kind string
	from int64
}

func nameOf(step string, began time.Time) stepName { return stepName{fold.Key(step), began.Unix()} }

// resolve finds the powers and proceedings that entries name, and reads what is recorded of them. The rows of the powers are held until the end,
// so that what is recorded of one comes one after the other.
func (w *recording) resolve(ctx context.Context) error {
	if err := w.powers(ctx); err != nil {
		return err
	}
	if err := w.there(ctx); err != nil {
		return err
	}
	if err := w.recorded(ctx); err != nil {
		return err
	}
	if err := w.maps(ctx); err != nil {
		return err
	}
	return w.people(ctx)
}

// powers finds the power of each entry.
func (w *recording) powers(ctx context.Context) error {
	var ids []int64
	var codes []string
	for _, e := range w.in.Proceedings {
		if e.PowerID != nil {
			ids = append(ids, *e.PowerID)
		} else {
			codes = append(codes, fold.Code(e.PowerCode))
		}
	}
	byID, byCode := map[int64]*ent.Power{}, map[string][]*ent.Power{}
	take := func(q *ent.PowerQuery) error {
		q.Order(power.ByID()).WithUnit()
		if w.store.Dialect() == dialect.MySQL && !w.in.Dry {
			q.ForUpdate()
		}
		rows, err := q.All(everywhere(ctx))
		for _, p := range rows {
			if byID[p.ID] == nil {
				byID[p.ID] = p
				byCode[fold.Code(p.Code)] = append(byCode[fold.Code(p.Code)], p)
			}
		}
		return err
	}
	unique(&ids)
	if err := store.InParts(ids, func(part []int64) error { return take(w.tx.Power.Query().Where(power.IDIn(part...))) }); err != nil {
		return err
	}
	reach := predicate.Power(rule.Scoped(rule.Register, rule.Proceedings).For(viewer.FromContext(ctx)))
	slices.Sort(codes)
	for part := range slices.Chunk(slices.Compact(codes), 500) {
		if err := take(w.tx.Power.Query().Where(power.CodeFoldedIn(part...), reach)); err != nil {
			return err
		}
	}
	seen, err := w.seen(ctx, slices.Sorted(maps.Keys(byID)))
	if err != nil {
		return err
	}
	v := viewer.FromContext(ctx)
	var bad fault.List
	for n, e := range w.in.Proceedings {
		var found []*ent.Power
		field := "powerCode"
		if e.PowerID != nil {
			field = "powerId"
			if p := byID[*e.PowerID]; p != nil {
				found = []*ent.Power{p}
			}
		} else {
			found = byCode[fold.Code(e.PowerCode)]
			if e.UnitCode != "" {
				found = slices.DeleteFunc(slices.Clone(found), func(p *ent.Power) bool { return fold.Code(p.Edges.Unit.Code) != fold.Code(e.UnitCode) })
			}
		}
		found = slices.DeleteFunc(slices.Clone(found), func(p *ent.Power) bool { return !seen[p.ID] && !authz.May(v, authz.RecordProceedings, p.Levels()) })
		switch {
		case len(found) == 0:
			bad.Add(fault.MissingAt(at(n, field), "职权", "power"))
		case len(found) > 1:
			bad.Add(fault.Bad(at(n, "unitCode"), "AMBIGUOUS", fmt.Sprintf("有 %d 个部门的职权使用编码“%s”,请同时给出部门编码", len(found), e.PowerCode),
				fmt.Sprintf("%d units have a power with the code %s: name the unit too", len(found), e.PowerCode)))
		case !authz.May(v, authz.RecordProceedings, found[0].Levels()):
			bad.Add(fault.New(fault.Forbidden, "NOT_YOURS", at(n, field), "您不能录入该职权的办件", "You may not record proceedings of this power"))
		default:
			w.matters = append(w.matters, newMatter(n, e, found[0], nil))
		}
	}
	return bad.Err()
}

func unique(ids *[]int64) {
	slices.Sort(*ids)
	*ids = slices.Compact(*ids)
}

// seen are the powers that the viewer sees.
func (w *recording) seen(ctx context.Context, ids []int64) (map[int64]bool, error) {
	out := map[int64]bool{}
	return out, store.InParts(ids, func(part []int64) error {
		rows, err := w.tx.Power.Query().Where(power.IDIn(part...)).IDs(ctx)
		for _, id := range rows {
			out[id] = true
		}
		return err
	})
}

// there finds which proceedings are there.
func (w *recording) there(ctx context.Context) error {
	of := map[int64]map[string]*matter{}
	var bad fault.List
	for _, m := range w.matters {
		if of[m.power.ID] == nil {
			of[m.power.ID] = map[string]*matter{}
		}
		number := fold.Code(m.in.Number)
		if of[m.power.ID][number] != nil {
			bad.Add(fault.Bad(at(m.n, "number"), "TWICE", "同一办件在本次录入中重复", "This proceeding is here twice"))
			continue
		}
		of[m.power.ID][number] = m
	}
	if err := bad.Err(); err != nil {
		return err
	}
	for id, byNumber := range of {
		rows, err := w.tx.Proceeding.Query().Where(entproceeding.PowerID(id), entproceeding.NumberFoldedIn(slices.Sorted(maps.Keys(byNumber))...)).All(everywhere(ctx))
		if err != nil {
			return err
		}
		for _, row := range rows {
			byNumber[*row.NumberFolded].row = row
		}
	}
	return nil
}

// recorded reads the steps and pauses of the proceedings that are there.
func (w *recording) recorded(ctx context.Context) error {
	of := map[int64]*matter{}
	for _, m := range w.matters {
		if m.row != nil {
			of[m.row.ID] = m
		}
	}
	ids := slices.Sorted(maps.Keys(of))
	return store.InParts(ids, func(part []int64) error {
		steps, err := w.tx.ProceedingStep.Query().Where(proceedingstep.ProceedingIDIn(part...)).Order(proceedingstep.ByID()).All(everywhere(ctx))
		if err != nil {
			return err
		}
		for _, r := range steps {
			m, name := of[r.ProceedingID], nameOf(r.StepName, r.BeganAt)
			m.newest[name] = max(m.newest[name], r.Revision)
			if r.ReplacedAt == nil && !r.Withdrawn {
				m.steps[name] = r
			}
		}
		pauses, err := w.tx.ProceedingPause.Query().Where(proceedingpause.ProceedingIDIn(part...)).Order(proceedingpause.ByID()).All(everywhere(ctx))
		for _, p := range pauses {
			m, name := of[p.ProceedingID], pauseName{string(p.Kind), p.FromDay.Unix()}
			m.newestPause[name] = max(m.newestPause[name], p.Revision)
			if p.ReplacedAt == nil && !p.Withdrawn {
				m.pauses[name] = p
			}
		}
		return err
	})
}

// people finds who is named.
func (w *recording) people(ctx context.Context) error {
	var ids []int64
	var numbers, names []string
	for _, m := range w.matters {
		for _, s := range m.in.Steps {
			switch {
			case s.PersonID != nil:
				ids = append(ids, *s.PersonID)
			case s.StaffNumber != "":
				numbers = append(numbers, fold.Code(s.StaffNumber))
			case s.Name != "":
				names = append(names, s.Name)
			}
		}
	}
	w.byID, w.byNumber, w.byName = map[int64]*ent.Person{}, map[string]*ent.Person{}, map[string][]*ent.Person{}
	take := func(rows []*ent.Person, err error) error {
		for _, p := range rows {
			w.byID[p.ID] = p
			if p.StaffNumberFolded != nil {
				w.byNumber[*p.StaffNumberFolded] = p
			}
			if !slices.ContainsFunc(w.byName[p.Name], func(o *ent.Person) bool { return o.ID == p.ID }) {
				w.byName[p.Name] = append(w.byName[p.Name], p)
			}
		}
		return err
	}
	unique(&ids)
	if err := store.InParts(ids, func(part []int64) error { return take(w.tx.Person.Query().Where(person.IDIn(part...)).All(ctx)) }); err != nil {
		return err
	}
	for _, of := range []struct {
		texts []string
		query func(...string) *ent.PersonQuery
	}{
		{numbers, func(part ...string) *ent.PersonQuery {
			return w.tx.Person.Query().Where(person.StaffNumberFoldedIn(part...))
		}},
		{names, func(part ...string) *ent.PersonQuery { return w.tx.Person.Query().Where(person.NameIn(part...)) }},
	} {
		slices.Sort(of.texts)
		for part := range slices.Chunk(slices.Compact(of.texts), 500) {
			if err := take(of.query(part...).All(ctx)); err != nil {
				return err
			}
		}
	}
	return w.bureaus(ctx)
}

// bureaus finds the bureau of each power, within which a name alone says who is meant.
func (w *recording) bureaus(ctx context.Context) error {
	var ids []int64
	for _, m := range w.matters {
		levels := m.power.Levels()
		ids = append(ids, levels[:m.power.Edges.Unit.Level]...)
	}
	unique(&ids)
	w.units = map[int64]*ent.Unit{}
	return store.InParts(ids, func(part []int64) error {
		rows, err := w.tx.Unit.Query().Where(unit.IDIn(part...)).All(everywhere(ctx))
		for _, u := range rows {
			w.units[u.ID] = u
		}
		return err
	})
}
