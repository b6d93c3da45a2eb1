package exchange

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"sineng/ent"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/ent/term/fold"
	"sineng/ent/unit"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/form/wording"
	"sineng/server/org"
)

// unitNode is a unit.
type unitNode struct {
	id     int64     // 0 until it is created
	row    *ent.Unit // nil for a new unit
	first  *line
	parent *unitNode // nil for a top unit, or when the viewer may not see it

	code, name string
	kind       term.UnitKind
	sort       *int // nil leaves it

	// the known part of the unit's register, loaded on first use
	posts        *lookup[*postNode]
	appointments map[appointmentKey]*appointmentNode
	payroll      map[string][]*personNode // by the folded name
	leadership   map[portfolioKey]*portfolioNode
	leaders      []*portfolioNode // portfolios, in the order of the database
	powers       []*powerNode
	powersKnown  bool
	risks        map[string][]*riskNode // by the key of the title
	// fencedRetired are the contents of measures for retired risk points, nil until asked for.
	fencedRetired map[string]bool
	closedBook    bool // the risks are settled and were forgotten
}

// levels returns the ancestors of an existing unit down to itself.
func (u *unitNode) levels() authz.Levels { return org.LevelsOf(u.row) }

// depth is 1 for a top unit.
func (u *unitNode) depth() int {
	n := 1
	for ; u.parent != nil; u = u.parent {
		n++
	}
	if u.row != nil {
		n += u.row.Level - 1
	}
	return n
}

// closed reports whether the unit is closed to changes.
func (u *unitNode) closed(p *planner) bool {
	return u.row != nil && u.row.ClosedOn != nil && !u.row.ClosedOn.After(p.today)
}

// under reports whether the unit is top or below it; every unit is under nil.
func (u *unitNode) under(top *unitNode) bool {
	if top == nil {
		return true
	}
	for ; u != nil; u = u.parent {
		if u == top {
			return true
		}
	}
	return false
}

// unitIndex finds units.
type unitIndex struct {
	byID   map[int64]*unitNode
	byCode lookup[*unitNode]
	byName map[string][]*unitNode // by the folded name
}

func newUnitIndex() unitIndex {
	return unitIndex{map[int64]*unitNode{}, byCodeAlike[*unitNode](), map[string][]*unitNode{}}
}

// code returns the known unit with a code, nil for none.
func (x unitIndex) code(code string) *unitNode {
	u, _ := x.byCode.find(code)
	return u
}

// know loads the units that have one of the codes or names, with all their
// ancestors. Names have no folded column: the names of all units are read once, some megabytes for
// the largest body, and the units of those that are the same folded.
func (p *planner) know(codes, names map[string]bool) {
	add := func(row *ent.Unit) { p.addUnit(row) }
	query := func() *ent.UnitQuery { return p.client.Unit.Query() }
	each(p, list(codes), func(part []string) ([]*ent.Unit, error) { return query().Where(codesAlike(part)).All(p.ctx) }, add)
	each(p, p.unitsNamed(names), func(part []int64) ([]*ent.Unit, error) { return query().Where(unit.IDIn(part...)).All(p.ctx) }, add)
	p.knowAncestors()
}

// codesAlike matches the units whose code is the same as one of some.
func codesAlike(codes []string) predicate.Unit {
	return unit.Or(unit.CodeIn(codes...), unit.CodeFoldedIn(foldAll(codes, fold.Code)...))
}

// namesRead is how many names of units are read at a time.
const namesRead = 5000

// unitsNamed are the units whose name is the same as one of some.
func (p *planner) unitsNamed(names map[string]bool) (ids []int64) {
	if len(names) == 0 {
		return nil
	}
	wanted := make(map[string]bool, len(names))
	for name := range names {
		wanted[fold.Text(name)] = true
		for _, end := range suffixes(name) {
			wanted[end] = true
		}
	}
	for after, more := int64(0), true; more; {
		rows := all(p, func() ([]*ent.Unit, error) {
			return p.client.Unit.Query().Where(unit.IDGT(after)).Order(unit.ByID()).Limit(namesRead).Select(unit.FieldID, unit.FieldName).All(p.ctx)
		})
		for _, row := range rows {
			if after = row.ID; wanted[fold.Text(row.Name)] {
				ids = append(ids, row.ID)
			}
		}
		more = len(rows) == namesRead
	}
	return ids
}

// knowAncestors loads the ancestors of the known units and links them.
func (p *planner) knowAncestors() {
	missing := map[int64]bool{}
	for _, u := range p.units.byID {
		for _, id := range u.levels() {
			if id != 0 && p.units.byID[id] == nil {
				missing[id] = true
			}
		}
	}
	each(p, list(missing), func(part []int64) ([]*ent.Unit, error) {
		return p.client.Unit.Query().Where(unit.IDIn(part...)).All(p.ctx)
	}, func(row *ent.Unit) { p.addUnit(row) })
	for _, u := range p.units.byID {
		if u.parent == nil && u.row.ParentID != nil {
			u.parent = p.units.byID[*u.row.ParentID]
		}
	}
}

func (p *planner) addUnit(row *ent.Unit) *unitNode {
	if u := p.units.byID[row.ID]; u != nil {
		return u
	}
	u := &unitNode{id: row.ID, row: row, code: row.Code, name: row.Name, kind: row.Kind}
	p.units.byID[row.ID] = u
	p.units.byCode.know(row.Code, u, row.CodeFolded != nil)
	name := fold.Text(row.Name)
	p.units.byName[name] = append(p.units.byName[name], u)
	return u
}

// unitByID returns a unit, loading it if needed; nil when the viewer may not
// see it.
func (p *planner) unitByID(id int64) *unitNode {
	if u := p.units.byID[id]; u != nil {
		return u
	}
	each(p, []int64{id}, func(part []int64) ([]*ent.Unit, error) {
		return p.client.Unit.Query().Where(unit.IDIn(part...)).All(p.ctx)
	}, func(row *ent.Unit) { p.addUnit(row) })
	p.knowAncestors()
	return p.units.byID[id]
}

// taken reports which codes, of units that the viewer does not see, are the same as those of
// units.
func (p *planner) taken(codes []string) map[string]bool {
	there := map[string]bool{}
	each(p, codes, func(part []string) ([]string, error) {
		var found []string
		err := p.client.Unit.Query().Where(codesAlike(part)).Select(unit.FieldCode).Scan(viewer.System(p.ctx), &found)
		return found, err
	}, func(code string) { there[fold.Code(code)] = true })
	for code := range there {
		if p.mayTryKey() {
			p.store.HiddenKey(p.ctx, unit.Label, code)
		}
	}
	out := map[string]bool{}
	for _, code := range codes {
		if there[fold.Code(code)] {
			out[code] = true
		}
	}
	return out
}

// mayTryKey ends planning when the viewer was told of too many keys of hidden
// rows.
func (p *planner) mayTryKey() bool {
	if p.err == nil {
		p.err = p.store.MayTryKey(p.ctx)
	}
	return p.err == nil
}

// list returns the keys of a set.
func list[K comparable](set map[K]bool) []K {
	out := make([]K, 0, len(set))
	for k := range set {
		out = append(out, k)
	}
	return out
}

// unit finds the unit that a row names; nil after adding a problem. An unknown
// unit in a register is planned below the root; lists of people and powers
// must name existing units.
func (p *planner) unit(l *line, ref unitRef) *unitNode {
	if ref.code != "" {
		u := p.units.code(ref.code)
		switch {
		case u != nil && u.under(p.root):
			return p.namedUnit(l, fUnitCode, u)
		case u != nil:
			l.fail(fUnitCode, ReasonUnknownUnit, "应为所选单位及其下级的编码", "a code of the chosen unit or of those below it")
			return nil
		case ref.name == "" || l.kind != KindRegister:
			l.fail(fUnitCode, ReasonUnknownUnit, "没有此编码的单位,请先导入单位", "no unit has this code; import the units first")
			return nil
		}
		return p.newUnit(l, fUnitCode, p.root, ref.code, ref.name)
	}
	if ref.name == "" {
		if p.root == nil {
			l.fail(fUnit, ReasonRequired, "应写明单位名称或编码,或在导入时选定单位", "name the unit here, or choose one for the import")
			return nil
		}
		return p.open(l, fUnit, p.root)
	}
	return p.unitByPath(l, fUnit, ref.name)
}

// namedUnit is open, and also counts the unit among those in the file.
func (p *planner) namedUnit(l *line, f field, u *unitNode) *unitNode {
	if u = p.open(l, f, u); u != nil {
		p.touch(ObjectUnit, u, &u.first, l)
	}
	return u
}

// open returns the unit, or nil with a problem when it is closed.
func (p *planner) open(l *line, f field, u *unitNode) *unitNode {
	if u != nil && u.closed(p) {
		l.fail(f, ReasonUnitClosed, "该单位已撤销", "a unit that is not closed")
		return nil
	}
	return u
}

// unitByPath finds a unit by its name, or by the names from an ancestor down to it.
func (p *planner) unitByPath(l *line, f field, text string) *unitNode {
	if u := p.units.code(text); u != nil && u.under(p.root) && len(p.named(text, nil)) == 0 {
		return p.namedUnit(l, f, u)
	}
	steps := []string{text}
	if len(p.named(text, nil)) == 0 {
		if parts := pathNames(text); len(parts) > 0 {
			steps = parts
		}
	}
	found := p.named(steps[0], nil)
	if len(found) == 0 {
		if u := p.joined(steps[0]); u != nil {
			found = []*unitNode{u}
		}
	}
	if len(found) == 0 && ownWords[fold.Text(text)] && p.root != nil {
		l.tell(ToldSection, f, text, "按所选单位读取", "read as the chosen unit")
		return p.open(l, f, p.root)
	}
	if len(found) == 0 {
		if l.kind == KindRegister && p.severalUnits(text) {
			l.fail(f, ReasonAmbiguousUnit, "应为一个单位,涉及多个单位的请分行填写", "one unit; write a row for each of several")
			return nil
		}
		if u := p.newUnitByName(l, f, p.root, steps[0]); u != nil {
			found = []*unitNode{u}
		} else {
			return nil
		}
	}
	for _, step := range steps[1:] {
		below := p.named(step, found)
		if len(below) == 0 && len(found) == 1 {
			u := p.newUnitByName(l, f, found[0], step)
			if u == nil {
				return nil
			}
			below = []*unitNode{u}
		}
		if found = below; len(found) == 0 {
			break
		}
	}
	if len(found) != 1 {
		l.fail(f, ReasonAmbiguousUnit, "有多个同名单位,请写明上级,例如“上级/本级”,或写单位编码", "several units have this name; write parent/unit, or the code")
		return nil
	}
	for above, i := found[0].parent, len(steps)-2; above != nil && i >= 0; above = above.parent {
		if sameName(above.name, steps[i]) {
			p.touch(ObjectUnit, above, &above.first, l)
			i--
		}
	}
	return p.namedUnit(l, f, found[0])
}

// named returns the units of a name under the root and, if given, below one of
// some units; direct children come first. Closed units are returned only when
// no open one matches.
func (p *planner) named(name string, below []*unitNode) []*unitNode {
	var direct, deeper []*unitNode
	nameOf := func(u *unitNode) string { return u.name }
	for _, u := range p.units.byName[fold.Text(name)] {
		if !u.under(p.root) {
			continue
		}
		if below == nil {
			direct = append(direct, u)
			continue
		}
		for _, top := range below {
			if u.parent == top {
				direct = append(direct, u)
			} else if u != top && u.under(top) {
				deeper = append(deeper, u)
			}
		}
	}
	for _, tier := range [][]*unitNode{direct, deeper} {
		var open []*unitNode
		for _, u := range tier {
			if !u.closed(p) {
				open = append(open, u)
			}
		}
		if len(open) > 0 {
			return spelled(open, name, nameOf)
		}
	}
	if len(direct) > 0 {
		return spelled(direct, name, nameOf)
	}
	return spelled(deeper, name, nameOf)
}

// newUnitByName plans an unknown unit of a register. Its code is derived from
// its place, so that importing the file again finds it even when it was
// renamed.
func (p *planner) newUnitByName(l *line, f field, parent *unitNode, name string) *unitNode {
	if l.kind != KindRegister {
		l.fail(f, ReasonUnknownUnit, "没有此名称的单位,请先导入单位", "no unit has this name; import the units first")
		return nil
	}
	if parent != nil && parent.closed(p) {
		return p.open(l, f, parent)
	}
	above := ""
	if parent != nil {
		above = parent.code
	}
	code := derivedCode(above + "/" + name)
	if u := p.units.code(code); u != nil {
		return p.open(l, f, u)
	}
	p.know(map[string]bool{code: true}, nil)
	if u := p.units.code(code); u != nil {
		return p.open(l, f, u)
	}
	return p.newUnit(l, f, parent, code, name)
}

// derivedCode is the code of an object that a file names without one.
func derivedCode(path string) string {
	sum := sha256.Sum256([]byte(path))
	return "IMP-" + strings.ToUpper(hex.EncodeToString(sum[:5]))
}

func (p *planner) newUnit(l *line, f field, parent *unitNode, code, name string) *unitNode {
	if len([]rune(name)) > 200 {
		l.fail(f, ReasonTooLong, "单位名称最多 200 个字", "the name of a unit has at most 200 characters")
		return nil
	}
	u := &unitNode{parent: parent, code: code, name: name, kind: guessKind(name, parent)}
	if !p.placeable(l, f, u) || !p.allowed(l, f, authz.EditOrganisation, parent, "新增单位“"+name+"”", "create the unit "+name) {
		return nil
	}
	if p.taken([]string{code})[code] {
		l.codeTaken(f)
		return nil
	}
	p.units.byCode.plan(p, code, u)
	p.nameUnit(u)
	p.touch(ObjectUnit, u, &u.first, l)
	return u
}

func (l *line) codeTaken(f field) {
	l.fail(f, ReasonCodeTaken, "此编码已被其他单位使用", "a code that no other unit has")
}

// guessKind distinguishes a department of a unit from a bureau by the last
// character of the name.
func guessKind(name string, parent *unitNode) term.UnitKind {
	if parent != nil && strings.ContainsRune("科室股处", wording.LastRune(name)) {
		return term.UnitKindDepartment
	}
	return term.UnitKindBureau
}
