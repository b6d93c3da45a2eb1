package wording

import (
	"strings"

	"sineng/ent/term"
)

// GuessMeasure classifies a measure by the first keyword in its text, for
// files without a class.
func GuessMeasure(content string) (term.MeasureKind, term.Mechanism, term.MeasureScope) {
	kind, at := term.MeasureKindOversight, len(content)
	for _, w := range []struct {
		word string
		kind term.MeasureKind
	}{
		{"教育", term.MeasureKindEducation}, {"培训", term.MeasureKindEducation}, {"提醒", term.MeasureKindEducation},
		{"集体", term.MeasureKindBalance}, {"会审", term.MeasureKindBalance}, {"分离", term.MeasureKindBalance}, {"轮岗", term.MeasureKindBalance},
		{"流程", term.MeasureKindProcess}, {"程序", term.MeasureKindProcess},
		{"制度", term.MeasureKindRule}, {"规定", term.MeasureKindRule}, {"办法", term.MeasureKindRule},
		{"公示", term.MeasureKindDisclosure}, {"公开", term.MeasureKindDisclosure},
		{"监督", term.MeasureKindOversight}, {"检查", term.MeasureKindOversight}, {"审计", term.MeasureKindOversight},
	} {
		if i := strings.Index(content, w.word); i >= 0 && i < at {
			kind, at = w.kind, i
		}
	}
	mechanism := term.MechanismDynamicMonitoring
	if kind == term.MeasureKindEducation {
		mechanism = term.MechanismDailyEducation
	}
	return kind, mechanism, term.MeasureScopeGeneral
}
