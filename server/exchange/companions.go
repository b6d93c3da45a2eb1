package exchange

import (
	"slices"
	"strings"

	"sineng/server/form/wording"
)

// companions are fields that say something of another, without which nothing holds them.
var companions = map[Kind][]struct{ of, fields []field }{
	KindRegister: {
		{[]field{fMeasure}, []field{fMeasureKind, fMechanism, fMeasureScope, fRules, fIndicatorBoth, fIndicator, fThreshold, fOwner, fOwnerTitle, fSupervisor, fSupervisorTitle,
			fDueOrFrequency, fDue, fFrequency, fStatus, fEvidence, fComprehensive}},
		{[]field{fPower, fPowerCode}, []field{fStep, fPowerType, fLegal, fResponsibilities, fAccountability}},
		{[]field{fPost}, []field{fDuties, fFrom}},
		{[]field{fHolder}, []field{fJobTitle}},
		{[]field{fDirectOwner}, []field{fDirectOwnerTitle}},
		{[]field{fDeptOwner}, []field{fDeptOwnerTitle}},
		{[]field{fLeaderOwner}, []field{fLeaderOwnerTitle}},
	},
	KindPeople: {{[]field{fPost}, []field{fFrom, fDuties, fKeyPost, fRotation}}},
}

// ownerTitles are the job titles of owners, by these.
var ownerTitles = map[field]field{fOwner: fOwnerTitle, fSupervisor: fSupervisorTitle, fDirectOwner: fDirectOwnerTitle, fDeptOwner: fDeptOwnerTitle, fLeaderOwner: fLeaderOwnerTitle}

// settleTitles reads 职务 as the job title of the owner to its left, and without anybody's name as
// the post.
func (s *source) settleTitles() {
	if s.kind != KindRegister {
		return
	}
	taken := func(f field) bool {
		return slices.ContainsFunc(s.mapped, func(m *mappedColumn) bool { return m.field == f }) || slices.ContainsFunc(s.facts, func(m *mappedFact) bool { return m.field == f })
	}
	for i, m := range s.mapped {
		t, ok := readTitle(s.kind, m.path)
		if !ok || t.field != fJobTitle {
			continue
		}
		of := field("")
		if i > 0 && s.mapped[i-1].index == m.index-1 {
			of = ownerTitles[s.mapped[i-1].field]
		}
		switch {
		case of != "" && !taken(of):
			m.field, m.sure = of, wording.Clear
		case m.field == fJobTitle && !taken(fHolder) && !taken(fPost):
			m.field, m.sure = fPost, wording.Proposed
		}
	}
}

// leaveAlone does not read columns and labels that say something of what the table has not.
func (s *source) leaveAlone() {
	has := func(f field) bool {
		return slices.ContainsFunc(s.mapped, func(m *mappedColumn) bool { return m.field == f }) || slices.ContainsFunc(s.facts, func(m *mappedFact) bool { return m.field == f })
	}
	for _, c := range companions[s.kind] {
		if slices.ContainsFunc(c.of, has) {
			continue
		}
		for _, m := range s.mapped {
			if slices.Contains(c.fields, m.field) {
				m.field = ""
			}
		}
		for _, m := range s.facts {
			if slices.Contains(c.fields, m.field) {
				m.field = ""
			}
		}
	}
}

// remarkAlone remarks cells of the row that say something of what the row has not.
func (l *line) remarkAlone() {
	for _, c := range companions[l.kind] {
		if slices.ContainsFunc(c.of, func(f field) bool { return !l.blank(f) }) {
			continue
		}
		for _, f := range c.fields {
			column, has := l.columns[f]
			if cell := l.row.Cell(column); has && !cell.Blank() && !cell.Filled {
				zh, en := make([]string, len(c.of)), make([]string, len(c.of))
				for i, of := range c.of {
					zh[i], en[i] = titleOf(l.kind, of), string(of)
				}
				l.remark(f, ReasonNothingToHold, "本行没有"+strings.Join(zh, "或")+",未写入", "not written, since the row has no "+strings.Join(en, " or "))
			}
		}
	}
}
