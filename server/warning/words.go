package warning

import (
	"fmt"
	"strings"

	"sineng/ent/term"
)

// asksFor is what is asked of who answers a warning of a kind, where a rule says nothing else.
var asksFor = map[term.WarningKind][2]string{
	term.WarningKindFormOverdue:        {"请说明逾期原因并尽快提交表格", "Say why the form is late, and hand it in"},
	term.WarningKindMeasureOverdue:     {"请说明措施未按期完成的原因和完成时间", "Say why the measure is late, and by when it will be done"},
	term.WarningKindTaskOverdue:        {"请说明日常任务未按期完成的原因和完成时间", "Say why the task is late, and by when it will be done"},
	term.WarningKindIndicatorOver:      {"请说明指标超出阈值的原因和处理措施", "Say why the indicator is beyond its threshold, and what is done about it"},
	term.WarningKindIndicatorUnread:    {"请督促报送人录入监测值,并说明逾期原因", "Have the reading recorded, and say why it is late"},
	term.WarningKindRulesUnreviewed:    {"请督促复核人对照修订后的制度完成复核,并说明逾期原因", "Have the review after rules changed answered, and say why it is late"},
	term.WarningKindProceedingLate:     {"请督促尽快办结,并说明超期原因", "Have it done, and say why it is late"},
	term.WarningKindStepSkipped:        {"请核实为何未经该环节,补办或说明依据", "Find out why the step was not taken, and make it good or say by what rule"},
	term.WarningKindStepReturned:       {"请说明退回原因和重新办理的情况", "Say why it was returned, and how it goes on"},
	term.WarningKindStepsExcluded:      {"请核实为何由一人办理不相容环节,并由他人复核该办件", "Find out why one person took both steps, and have somebody else review the matter"},
	term.WarningKindCheckOverdue:       {"请督促检查人完成监督检查,并说明逾期原因", "Have the check made, and say why it is late"},
	term.WarningKindObjectionOverdue:   {"请尽快答复申诉,并说明逾期原因", "Have the objection answered, and say why it is late"},
	term.WarningKindRiskUndefended:     {"请制定并落实防控措施", "Have the risk point guarded by a measure in force"},
	term.WarningKindStepUnderdefended:  {"请补充防控措施,使环节达到设防要求", "Add measures until the step reaches its target"},
	term.WarningKindGradeStale:         {"请重新评估风险等级并按程序审定", "Have the grade assessed and decided anew"},
	term.WarningKindBalanceConflict:    {"请调整分工消除冲突,或按程序说明并经批准保留", "Part the duties, or have the conflict accepted with a compensating measure"},
	term.WarningKindDefectOpen:         {"请逐项整改检查发现的问题,并说明整改情况", "Mend what the check found wanting, and say how"},
	term.WarningKindTransferUndeclared: {"请督促其按新岗位重新填报个人自查表", "Have the person hand in a personal form for the new post"},
}

// AsksIn is what is asked of who answers, in a language ("zh" or "en"); what a body wrote itself is in its own.
func (s Settings) AsksIn(lang string) string {
	if s.Asks != "" {
		return s.Asks
	}
	if lang == "en" {
		return asksFor[s.Kind][1]
	}
	return asksFor[s.Kind][0]
}

// SentenceIn is a rule as one sentence, in a language ("zh" or "en").
func (s Settings) SentenceIn(lang string) string {
	if lang == "en" {
		return s.english()
	}
	about := s.Kind.Label("zh")
	if of := choice(s, "zh", "、"); of != "" {
		about = "“" + about + "”(" + of + ")"
	} else {
		about = "“" + about + "”"
	}
	last := "当日"
	if s.Days > 0 {
		last = fmt.Sprintf("持续 %d 天后", s.Days)
	}
	unit := "个工作日"
	if s.CountedIn == term.ClockUnitCalendarDays {
		unit = "天"
	}
	return fmt.Sprintf("%s%s发%s预警,由%s在 %d %s内答复;逾期逐级上报,每级 %d %s。", about, last, s.Colour.Label("zh"), s.To.Label("zh"), s.AnswerIn, unit, s.HopIn, unit)
}

func (s Settings) english() string {
	about := s.Kind.Label("en")
	if of := choice(s, "en", ", "); of != "" {
		about += " (" + of + ")"
	}
	last := "on its first day"
	if s.Days > 0 {
		last = "once it has lasted " + count(s.Days, "day")
	}
	unit := "working day"
	if s.CountedIn == term.ClockUnitCalendarDays {
		unit = "day"
	}
	return fmt.Sprintf("%s: %s %s warning %s, for the %s to answer in %s; unanswered, it goes up a tier every %s.", about, article(s.Colour), strings.ToLower(s.Colour.Label("en")), last,
		strings.ToLower(s.To.Label("en")), count(s.AnswerIn, unit), count(s.HopIn, unit))
}

func article(c term.WarningColour) string {
	if c == term.WarningColourOrange {
		return "an"
	}
	return "a"
}

func count(n int, unit string) string {
	if n == 1 {
		return "1 " + unit
	}
	return fmt.Sprintf("%d %ss", n, unit)
}

// choice are the grades or severities of a rule, empty for all.
func choice(s Settings, lang, join string) string {
	var out []string
	for _, g := range s.Grades {
		if lang == "en" {
			out = append(out, string(g))
		} else {
			out = append(out, string(g)+" 级")
		}
	}
	for _, v := range s.Severities {
		out = append(out, v.Label(lang))
	}
	return strings.Join(out, join)
}
