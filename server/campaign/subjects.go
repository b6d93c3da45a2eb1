package campaign

import (
	"context"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/predicate"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/server/authz"
	"sineng/server/office"
	"sineng/server/org"
)

func levelColumn(n int) string { return rule.LevelColumn(n) }

// place is the unit of a form, with its levels.
type place struct {
	unit   int64
	levels authz.Levels
}

// scope is a campaign with what is needed to find its subjects.
type scope struct {
	*ent.Campaign
	level int
	today time.Time
	due   map[term.FormKind]time.Time
}

func scopeOf(c *ent.Campaign, today time.Time) scope {
	return scope{c, levelOf(c.Levels()), today, deadlines(c.Phases)}
}

// departmentKinds are the forms that a department fills in the campaign.
func (s scope) departmentKinds() []term.FormKind {
	return slices.DeleteFunc(slices.Clone(s.Kinds), func(k term.FormKind) bool { return k == term.FormKindPersonal })
}

// fillsForms matches the units that fill 表1, 表2 and 表4: departments, and bureaus without
// departments.
func (s scope) fillsForms() predicate.Unit {
	return unit.And(org.Open(s.today), below[predicate.Unit](s.level, s.UnitID), func(sel *sql.Selector) {
		child := sql.Table(unit.Table).As("department")
		departments := sql.Dialect(sel.Dialect()).Select(child.C(unit.FieldID)).From(child).Where(sql.And(
			sql.ColumnsEQ(child.C(unit.FieldParentID), sel.C(unit.FieldID)),
			sql.EQ(child.C(unit.FieldKind), string(term.UnitKindDepartment)),
			sql.Or(sql.IsNull(child.C(unit.FieldClosedOn)), sql.GT(child.C(unit.FieldClosedOn), s.today))))
		departments.Where(rule.NotStaged(departments))
		sel.Where(sql.Or(sql.EQ(sel.C(unit.FieldKind), string(term.UnitKindDepartment)), sql.Not(sql.Exists(departments))))
	})
}

// units are those of the ids that fill a department's forms.
func (s scope) units(ctx context.Context, client *ent.Client, ids []int64) (map[int64]place, error) {
	rows, err := client.Unit.Query().Where(unit.IDIn(ids...), s.fillsForms()).All(ctx)
	out := make(map[int64]place, len(rows))
	for _, u := range rows {
		out[u.ID] = place{u.ID, org.LevelsOf(u)}
	}
	return out, err
}

// unitsAfter are the next units in scope by id, whether or not they fill forms.
func (s scope) unitsAfter(ctx context.Context, client *ent.Client, after int64, most int) ([]int64, error) {
	return client.Unit.Query().Where(unit.IDGT(after), below[predicate.Unit](s.level, s.UnitID)).Order(unit.ByID()).Limit(most).IDs(ctx)
}

// serves matches appointments in scope that are in force, on open units.
func (s scope) serves() predicate.Appointment {
	return appointment.And(below[predicate.Appointment](s.level, s.UnitID), office.InForce(s.today))
}

// peopleAfter are the next people by id who hold an appointment in scope.
func (s scope) peopleAfter(ctx context.Context, client *ent.Client, after int64, most int) ([]int64, error) {
	var out []int64
	err := client.Appointment.Query().Where(predicate.Appointment(sql.FieldGT(appointment.FieldPersonID, after)), s.serves()).Order(appointment.ByPersonID()).Limit(most).
		Unique(true).Select(appointment.FieldPersonID).Scan(ctx, &out)
	return out, err
}

// people returns those of the ids who fill a personal form, with its place: the unit of the
// appointment on the person's own unit, or else of the longest-held appointment.
func (s scope) people(ctx context.Context, client *ent.Client, ids []int64) (map[int64]place, error) {
	rows, err := client.Appointment.Query().Where(appointment.PersonIDIn(ids...), s.serves(), appointment.HasUnitWith(org.Open(s.today))).
		WithPerson(func(q *ent.PersonQuery) { q.Select("id", "unit_id") }).
		Order(appointment.ByPersonID(), appointment.ByFromDay(), appointment.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	out, settled := map[int64]place{}, map[int64]bool{}
	for _, a := range rows {
		own := a.Edges.Person != nil && a.Edges.Person.UnitID == a.UnitID
		if _, known := out[a.PersonID]; known && (settled[a.PersonID] || !own) {
			continue
		}
		out[a.PersonID] = place{a.UnitID, a.Levels()}
		settled[a.PersonID] = own
	}
	return out, nil
}
