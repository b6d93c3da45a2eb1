package exchange

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"sineng/ent/term/fold"
	"sineng/ent/unit"
	"sineng/server/authz"
	"sineng/server/form/wording"
	"sineng/server/org"
)

// place reads the unit of tables that name none from the lines above them, or from the names of
// their sheets: 表二 人事科廉政风险点. It must be one of the units below that of the import.
func (s *Service) place(ctx context.Context, o Options, in *input) error {
	var unplaced []*source
	for _, src := range in.sources {
		if src.kind != KindNone && src.kind != KindUnits && !src.has(fUnit) && !src.has(fUnitCode) && !src.table.Exported {
			unplaced = append(unplaced, src)
		}
	}
	if len(unplaced) == 0 {
		return nil
	}
	texts := map[string][]namedUnit{} // the units that each names
	for _, src := range unplaced {
		for _, line := range src.naming() {
			texts[fold.Text(line)] = nil
		}
	}
	err := s.eachUnit(ctx, o, func(u namedUnit) {
		name := fold.Text(u.name)
		for text, found := range texts {
			if strings.Contains(text, name) && (utf8.RuneCountInString(name) > 2 || wording.Plain(text) == name) {
				texts[text] = append(found, u)
			}
		}
	})
	if err != nil {
		return err
	}
	for _, src := range unplaced {
		for _, line := range src.naming() {
			found := innermost(texts[fold.Text(line)])
			if len(found) == 0 {
				continue
			}
			if len(found) > 1 {
				in.told.add(ToldPassed, src.name, "", max(1, src.heading), line, "表题中有多个单位,未采用,各行归入所选单位", "the line above the table names several units; its rows belong to the chosen one")
			}
			if len(found) == 1 && (o.UnitID == nil || found[0].id != *o.UnitID) {
				if src.stated == nil {
					src.stated = map[field]fixed{}
				}
				src.stated[fUnitCode], src.stated[fUnit] = fixed{found[0].code, src.heading, 0}, fixed{found[0].name, src.heading, 0}
				src.settleColumns()
				in.told.add(ToldSection, src.name, "", max(1, src.heading), line, "表题或工作表名称中的单位作为其各行的单位", "the unit named above the table, or by the sheet, was read for its rows")
			}
			break
		}
	}
	return nil
}

// naming are the texts that may name the unit of a table, the nearest first.
func (s *source) naming() []string {
	var out []string
	for _, line := range slices.Backward(s.block.Above) {
		out = append(out, oneLine(line.Text))
	}
	return append(out, s.name)
}

type namedUnit struct {
	id         int64
	code, name string
	levels     authz.Levels
}

// innermost are the units of a text that stand above no other of it, and whose names are no parts of
// longer ones: 财务科 of 示例市局财务科.
func innermost(all []namedUnit) []namedUnit {
	return slices.DeleteFunc(slices.Clone(all), func(u namedUnit) bool {
		return slices.ContainsFunc(all, func(o namedUnit) bool {
			return o.id != u.id && (slices.Contains(o.levels[:], u.id) || len(o.name) > len(u.name) && strings.Contains(o.name, u.name))
		})
	})
}

// eachUnit passes the open units below that of the import, or all that the viewer sees.
func (s *Service) eachUnit(ctx context.Context, o Options, do func(namedUnit)) error {
	today := s.store.Today()
	for after, more := int64(0), true; more; {
		q := s.store.Reader(ctx).Unit.Query().Where(unit.IDGT(after)).Order(unit.ByID()).Limit(namesRead)
		if err := org.Within(ctx, s.store, q, o.UnitID, nil); err != nil {
			return err
		}
		rows, err := q.All(ctx)
		if err != nil {
			return err
		}
		for _, u := range rows {
			if after = u.ID; u.ClosedOn == nil || u.ClosedOn.After(today) {
				do(namedUnit{u.ID, u.Code, u.Name, org.LevelsOf(u)})
			}
		}
		more = len(rows) == namesRead
	}
	return nil
}

// ownWords name the body itself.
var ownWords = map[string]bool{"本单位": true, "本部门": true, "本局": true, "我局": true, "全局": true, "局机关": true, "机关": true, "局": true, "本机关": true,
	"本级": true, "局本级": true, "我单位": true, "本委": true, "本院": true, "本校": true, "我校": true, "全校": true, "本中心": true, "本公司": true, "公司": true}

// suffixes are the ends of a name by which a unit may be meant: 财务科 of 示例市局财务科.
func suffixes(name string) []string {
	all := []rune(fold.Text(name))
	if len(all) > 40 {
		return nil
	}
	var out []string
	for i := 1; i+1 < len(all); i++ {
		out = append(out, string(all[i:]))
	}
	return out
}

// joined finds the unit that a text means which joins its name to those above it, 示例市局财务科 or
// 局办公室; nil where that is none or several.
func (p *planner) joined(text string) *unitNode {
	text = fold.Text(text)
	var found *unitNode
	for _, name := range suffixes(text) {
		for _, u := range p.named(name, nil) {
			if !p.isBelow(u, strings.TrimRight(strings.TrimSuffix(text, name), "-·/ 的")) {
				continue
			}
			if found != nil && found != u {
				return nil
			}
			found = u
		}
	}
	return found
}

// isBelow reports whether a text joins names of units above another.
func (p *planner) isBelow(u *unitNode, text string) bool {
	if text == "" || ownWords[text] && p.root != nil {
		return true
	}
	for above := u.parent; above != nil; above = above.parent {
		if rest, ok := strings.CutSuffix(text, fold.Text(above.name)); ok && p.isBelow(above, strings.TrimRight(rest, "-·/ 的")) {
			return true
		}
	}
	return false
}

// severalUnits reports whether a text names more than one unit.
func (p *planner) severalUnits(text string) bool {
	parts := names(text)
	return len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool {
		return len(p.units.byName[fold.Text(part)]) == 0 && !unitLike(part)
	})
}
