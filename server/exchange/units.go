package exchange

import (
	"context"
	"fmt"
	"strconv"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/rule"
	"sineng/ent/schema"
	"sineng/ent/term/fold"
	"sineng/ent/unit"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/org"
)

// unitPlan is a row of a list of units with what it refers to.
type unitPlan struct {
	*unitRow
	node   *unitNode
	above  *unitNode // the parent given in the row, nil for none
	placed bool
	within bool // being placed, to detect cycles
}

// planUnits plans lists of units, in which a unit may precede its parent.
func (p *planner) planUnits(rows []*unitRow, tick func() error) error {
	plans := p.unitNodes(rows)
	for _, r := range rows {
		if u := plans[p.planKey(r.code)]; u != nil && u.unitRow == r && !r.bad() {
			p.findParent(u, plans)
		}
	}
	p.checkCodes(plans)
	for _, r := range rows {
		if err := tick(); err != nil {
			return err
		}
		if u := plans[p.planKey(r.code)]; u != nil && u.unitRow == r {
			p.placeUnit(u, plans)
		}
	}
	return p.err
}

// planKey is by what the rows of a list of units are told apart: the code of the unit that is there,
// else the code folded.
func (p *planner) planKey(code string) string {
	if u := p.units.code(code); u != nil && u.row != nil {
		return u.row.Code
	}
	return fold.Code(code)
}

// unitNodes makes a node of each row by its code; of rows with the same code
// all but the first are bad.
func (p *planner) unitNodes(rows []*unitRow) map[string]*unitPlan {
	plans := make(map[string]*unitPlan, len(rows))
	for _, r := range rows {
		if r.code == "" {
			continue
		}
		key := p.planKey(r.code)
		if other, ok := plans[key]; ok {
			r.fail(fCode, ReasonDuplicate, fmt.Sprintf("与工作表“%s”第 %d 行的编码重复", other.source.name, other.row.Number),
				fmt.Sprintf("a code other than that of row %d on sheet %s", other.row.Number, other.source.name))
			continue
		}
		u := &unitPlan{unitRow: r, node: p.units.code(r.code)}
		if u.node == nil {
			u.node = &unitNode{code: r.code, name: r.name}
		}
		plans[key] = u
	}
	return plans
}

// findParent resolves a row's parent in the file, then in the database.
func (p *planner) findParent(u *unitPlan, plans map[string]*unitPlan) {
	if u.node.row != nil && !u.node.under(p.root) {
		u.fail(fCode, ReasonUnknownUnit, "此单位不在所选单位之下", "a unit below the chosen one")
		return
	}
	if p.open(u.line, fCode, u.node) == nil || u.parent == "" {
		return
	}
	if inFile, ok := plans[p.planKey(u.parent)]; ok {
		u.above = inFile.node
	} else if u.above = p.units.code(u.parent); u.above == nil {
		u.above = p.parentByName(u, plans)
	}
	switch {
	case u.bad():
	case u.above == nil:
		u.fail(fParent, ReasonUnknownParent, "应为文件中或系统中已有单位的编码", "the code of a unit in the file or in the system")
	case u.above == u.node:
		u.fail(fParent, ReasonCycle, "上级不能是自己", "a unit other than itself")
	case u.above.row != nil && !u.above.under(p.root):
		u.fail(fParent, ReasonUnknownParent, "上级应为所选单位或其下级", "the chosen unit or one below it")
	default:
		p.open(u.line, fParent, u.above)
	}
}

// parentByName finds a parent given by name.
func (p *planner) parentByName(u *unitPlan, plans map[string]*unitPlan) *unitNode {
	var found []*unitNode
	for _, other := range plans {
		if sameName(other.name, u.parent) && other != u {
			found = append(found, other.node)
		}
	}
	if len(found) == 0 {
		found = p.named(u.parent, nil)
	}
	if len(found) > 1 {
		u.fail(fParent, ReasonAmbiguousUnit, "有多个同名单位,请写上级编码", "several units have this name; write the code")
	}
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

// checkCodes reports codes of new units that belong to units which the viewer
// may not see.
func (p *planner) checkCodes(plans map[string]*unitPlan) {
	var codes []string
	for _, u := range plans {
		if u.node.row == nil && !u.bad() {
			codes = append(codes, u.code)
		}
	}
	for code := range p.taken(codes) {
		plans[p.planKey(code)].codeTaken(fCode)
	}
}

// placeUnit plans a unit after its parent, so that parents are written first.
func (p *planner) placeUnit(u *unitPlan, plans map[string]*unitPlan) {
	if u.placed || u.bad() || p.err != nil {
		return
	}
	u.within = true
	defer func() { u.within, u.placed = false, true }()
	if u.above != nil {
		if above := plans[p.planKey(u.above.code)]; above != nil {
			if above.within {
				u.circle()
				return
			}
			p.placeUnit(above, plans)
			if above.bad() && above.node.row == nil {
				u.fail(fParent, ReasonBadParent, fmt.Sprintf("上级所在的第 %d 行有误", above.row.Number),
					fmt.Sprintf("row %d, the parent's, must be right first", above.row.Number))
			}
		}
	}
	p.attempt(u.line, func() { p.wantUnit(u) })
}

func (l *line) circle() {
	l.fail(fParent, ReasonCycle, "上级关系形成循环", "a parent that does not stand below the unit itself")
}

// wantUnit applies a row to a unit.
func (p *planner) wantUnit(u *unitPlan) {
	n := u.node
	switch {
	case u.above != nil:
		set(p, &n.parent, u.above)
	case n.row == nil:
		set(p, &n.parent, p.root)
	}
	if n.circular() {
		u.circle()
		return
	}
	if !sameName(n.name, u.name) || n.row == nil {
		set(p, &n.name, u.name)
	}
	set(p, &n.sort, u.sort)
	switch {
	case u.kind != nil:
		set(p, &n.kind, *u.kind)
	case n.row == nil:
		set(p, &n.kind, guessKind(u.name, n.parent))
	}
	if !p.placeable(u.line, fParent, n) || !p.writable(u.line, n) {
		return
	}
	p.units.byCode.plan(p, n.code, n)
	if n.row == nil || n.row.Name != n.name {
		p.nameUnit(n)
	}
	p.touch(ObjectUnit, n, &n.first, u.line)
}

// nameUnit makes a unit known by its planned name.
func (p *planner) nameUnit(u *unitNode) {
	add(p, p.units.byName, fold.Text(u.name), u)
}

// circular reports whether a unit is its own ancestor.
func (u *unitNode) circular() bool {
	for above, n := u.parent, 0; above != nil; above, n = above.parent, n+1 {
		if above == u || n > 100 {
			return true
		}
	}
	return false
}

// placeable adds a problem when a unit, or the deepest of its descendants,
// would be too deep.
func (p *planner) placeable(l *line, f field, u *unitNode) bool {
	depth := u.depth()
	if u.moves() {
		depth += p.height(u.row)
	}
	if depth <= schema.Levels {
		return true
	}
	l.fail(f, ReasonTooDeep, fmt.Sprintf("组织层级最多 %d 级", schema.Levels), fmt.Sprintf("a place at most %d levels deep", schema.Levels))
	return false
}

// height returns the number of levels below a unit.
func (p *planner) height(row *ent.Unit) int {
	levels := all(p, func() ([]int, error) {
		deepest, err := p.client.Unit.Query().Where(func(s *sql.Selector) { s.Where(sql.EQ(s.C(rule.LevelColumn(row.Level)), row.ID)) }).
			Aggregate(ent.Max(unit.FieldLevel)).Int(viewer.System(p.ctx))
		return []int{deepest}, err
	})
	if len(levels) == 0 {
		return 0
	}
	return levels[0] - row.Level
}

// moves reports whether an existing unit gets another parent.
func (u *unitNode) moves() bool {
	return u.row != nil && u.parent != nil && (u.row.ParentID == nil || *u.row.ParentID != u.parent.id)
}

// writable checks the right to create, change or move a unit.
func (p *planner) writable(l *line, u *unitNode) bool {
	if u.row == nil {
		return p.allowed(l, fCode, authz.EditOrganisation, u.parent, "新增单位", "create units")
	}
	if u.settle(p).run == nil {
		return true
	}
	if !authz.May(p.viewer, authz.EditOrganisation, u.levels()) {
		l.fail("", ReasonNotPermitted, "您没有变更此单位的权限", "You may not change this unit")
		return false
	}
	return !u.moves() || p.allowed(l, fParent, authz.EditOrganisation, u.parent, "移入单位", "move units")
}

func (u *unitNode) settle(p *planner) outcome {
	out := outcome{created: u.row == nil, label: u.code + " " + u.name, line: u.first}
	if u.row == nil {
		out.run = func(ctx context.Context) error { return u.create(ctx, p.org) }
		return out
	}
	out.differences.text(nameName, u.row.Name, u.name)
	labelled(&out.differences, nameUnitKind, u.row.Kind, u.kind)
	if u.sort != nil {
		out.differences.text(nameSort, strconv.Itoa(u.row.SortOrder), strconv.Itoa(*u.sort))
	}
	fields := len(out.differences)
	if u.moves() {
		old := ""
		if u.row.ParentID != nil && p.units.byID[*u.row.ParentID] != nil {
			old = p.units.byID[*u.row.ParentID].row.Name
		}
		out.differences.text(nameParent, old, u.parent.name)
	}
	if u.moves() || fields > 0 {
		out.held = !u.moves()
		out.run = func(ctx context.Context) error { return u.update(ctx, p.org, fields > 0) }
	}
	return out
}

func (u *unitNode) create(ctx context.Context, s *org.Service) error {
	in := org.CreateUnit{Code: u.code, Name: u.name, Kind: u.kind, SortOrder: u.sort}
	if u.parent != nil {
		in.ParentID = &u.parent.id
	}
	made, err := s.CreateUnit(ctx, in)
	if err == nil {
		u.id = made.ID
	}
	return err
}

// update moves a unit, then changes its fields if they differ.
func (u *unitNode) update(ctx context.Context, s *org.Service, fields bool) error {
	version := u.row.Version
	if u.moves() {
		moved, err := s.MoveUnit(ctx, u.id, version, &u.parent.id)
		if err != nil {
			return err
		}
		version = moved.Version
	}
	if !fields {
		return nil
	}
	in := org.UpdateUnit{ID: u.id, ExpectedVersion: version, Code: u.code, Name: u.name, Kind: u.kind, SortOrder: u.row.SortOrder}
	if u.sort != nil {
		in.SortOrder = *u.sort
	}
	_, err := s.UpdateUnit(ctx, in)
	return err
}

func (u *unitNode) open(*planner) bool { return false }

func (u *unitNode) forget(*planner) { u.first = u.first.mark() }
