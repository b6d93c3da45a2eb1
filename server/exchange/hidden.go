package exchange

import (
	"slices"

	"sineng/server/form/wording"
)

// hide leaves the hidden columns of a table out where that was chosen; otherwise they are read like
// others. Both is told.
func (s *source) hide(leaveOut bool, told *toldBook) {
	if s.kind == KindNone {
		return
	}
	for _, m := range s.mapped {
		if m.filled == 0 || !slices.Contains(s.table.HiddenColumns, m.index) {
			continue
		}
		if leaveOut {
			m.field, m.value, m.sure = LeaveOut, "", wording.Clear
			told.add(ToldHidden, s.name, m.title(), s.heading, m.sample, "隐藏的列未导入", "hidden columns were left out")
		} else if m.field != LeaveOut {
			told.add(ToldHidden, s.name, m.title(), s.heading, m.sample, "隐藏的列按普通列导入", "hidden columns are read like others")
		}
	}
	s.settleColumns()
}
