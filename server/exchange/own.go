package exchange

import (
	"regexp"
	"slices"

	forms "sineng/server/form"
	"sineng/server/form/wording"
)

// unitWithCode is a unit as the forms write it: 办公室(DJ-01).
var unitWithCode = regexp.MustCompile(`^(.+)[(（]([^()（）]+)[)）]$`)

// splitUnit reads the unit of a form that the program exported with its code.
func (s *source) splitUnit() {
	unit, ok := s.fixed[fUnit]
	if parts := unitWithCode.FindStringSubmatch(oneLine(unit.text)); ok && parts != nil {
		code := unit
		unit.text, code.text = parts[1], parts[2]
		s.fixed[fUnit], s.fixed[fUnitCode] = unit, code
	}
}

// readOwn leaves the columns of a form that the program exported out that it works out by itself.
func (s *source) readOwn(told *toldBook) {
	for _, m := range s.mapped {
		if m.field == "" && len(m.path) > 0 && slices.Contains(computedTitles, titleKey(m.path[len(m.path)-1])) {
			m.field, m.sure = LeaveOut, wording.Clear
			told.add(ToldPassed, s.name, m.title(), s.heading, "", "由系统计算,不读取", "worked out by the program, not read")
		}
	}
	for _, f := range s.facts {
		// A card, which documents have above the tables, describes a person.
		if card := s.heading == 0; card && f.field == "" || !card && f.field != fUnit && f.field != fHolder {
			f.field, f.sure = LeaveOut, wording.Clear
			told.add(ToldPassed, s.name, f.Label, f.Row, short(f.Value), "不属于登记内容,不读取", "no part of the register, not read")
		}
	}
	s.settleColumns()
}

// computedTitles are the titles of columns of forms that nobody fills in.
var computedTitles = func() (out []string) {
	for _, l := range forms.Layouts() {
		for _, t := range l.Tables {
			for _, c := range t.Columns {
				if c.Input == forms.InputComputed {
					out = append(out, titleKey(c.ZH))
				}
			}
		}
	}
	return out
}()
