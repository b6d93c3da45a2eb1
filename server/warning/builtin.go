package warning

import (
	"slices"

	"sineng/ent/term"
	"sineng/server/balance/engine"
)

// Builtin are the rules that hold where no unit has set others.
func Builtin() []Rule { return slices.Clone(builtin) }

const working = term.ClockUnitWorkingDays

var builtin = []Rule{
	own("FORM_LATE", Settings{Kind: term.WarningKindFormOverdue, Days: 5, Colour: yellow, To: head, AnswerIn: 3, HopIn: 3}),
	own("FORM_VERY_LATE", Settings{Kind: term.WarningKindFormOverdue, Days: 30, Colour: orange, To: inCharge, AnswerIn: 3, HopIn: 3}),
	own("MEASURE_LATE_A", Settings{Kind: term.WarningKindMeasureOverdue, Grades: only(term.GradeA), Days: 1, Colour: orange, To: inCharge, AnswerIn: 5, HopIn: 5}),
	own("MEASURE_LATE", Settings{Kind: term.WarningKindMeasureOverdue, Days: 15, Colour: yellow, To: head, AnswerIn: 5, HopIn: 5}),
	own("TASK_LATE_A", Settings{Kind: term.WarningKindTaskOverdue, Grades: only(term.GradeA), Days: 5, Colour: orange, To: head, AnswerIn: 5, HopIn: 5}),
	own("TASK_LATE", Settings{Kind: term.WarningKindTaskOverdue, Days: 15, Colour: yellow, To: head, AnswerIn: 5, HopIn: 5}),
	own("INDICATOR_A", Settings{Kind: term.WarningKindIndicatorOver, Grades: only(term.GradeA), Colour: orange, To: inCharge, AnswerIn: 5, HopIn: 5}),
	own("INDICATOR", Settings{Kind: term.WarningKindIndicatorOver, Colour: yellow, To: head, AnswerIn: 5, HopIn: 5}),
	own("INDICATOR_LATE", Settings{Kind: term.WarningKindIndicatorUnread, Days: 10, Colour: yellow, To: head, AnswerIn: 5, HopIn: 5}),
	own("RULES_LATE", Settings{Kind: term.WarningKindRulesUnreviewed, Days: 5, Colour: yellow, To: head, AnswerIn: 5, HopIn: 5}),
	own("PROCEEDING_LATE_A", Settings{Kind: term.WarningKindProceedingLate, Grades: only(term.GradeA), Days: 1, Colour: orange, To: inCharge, AnswerIn: 3, HopIn: 3}),
	own("PROCEEDING_LATE", Settings{Kind: term.WarningKindProceedingLate, Days: 3, Colour: yellow, To: head, AnswerIn: 5, HopIn: 5}),
	own("STEP_SKIPPED_A", Settings{Kind: term.WarningKindStepSkipped, Grades: only(term.GradeA), Colour: red, To: inCharge, AnswerIn: 3, HopIn: 3}),
	own("STEP_SKIPPED", Settings{Kind: term.WarningKindStepSkipped, Colour: orange, To: head, AnswerIn: 5, HopIn: 5}),
	own("STEP_RETURNED", Settings{Kind: term.WarningKindStepReturned, Days: 15, Colour: yellow, To: head, AnswerIn: 5, HopIn: 5}),
	own("STEPS_EXCLUDED", Settings{Kind: term.WarningKindStepsExcluded, Colour: red, To: inCharge, AnswerIn: 3, HopIn: 3}),
	own("CHECK_LATE_A", Settings{Kind: term.WarningKindCheckOverdue, Grades: only(term.GradeA), Days: 15, Colour: orange, To: principal, AnswerIn: 5, HopIn: 5}),
	own("CHECK_LATE", Settings{Kind: term.WarningKindCheckOverdue, Days: 30, Colour: yellow, To: inCharge, AnswerIn: 5, HopIn: 5}),
	own("OBJECTION_LATE", Settings{Kind: term.WarningKindObjectionOverdue, Days: 3, Colour: orange, To: principal, AnswerIn: 3, HopIn: 3}),
	own("UNDEFENDED_A", Settings{Kind: term.WarningKindRiskUndefended, Grades: only(term.GradeA), Days: 7, Colour: red, To: inCharge, AnswerIn: 5, HopIn: 5}),
	own("UNDEFENDED_B", Settings{Kind: term.WarningKindRiskUndefended, Grades: only(term.GradeB), Days: 30, Colour: orange, To: head, AnswerIn: 5, HopIn: 5}),
	own("UNDEFENDED_C", Settings{Kind: term.WarningKindRiskUndefended, Grades: only(term.GradeC), Days: 90, Colour: yellow, To: head, AnswerIn: 10, HopIn: 10}),
	own("STEP_A", Settings{Kind: term.WarningKindStepUnderdefended, Grades: only(term.GradeA), Days: 30, Colour: orange, To: head, AnswerIn: 10, HopIn: 5}),
	own("GRADE_STALE_A", Settings{Kind: term.WarningKindGradeStale, Grades: only(term.GradeA), Days: 15, Colour: orange, To: inCharge, AnswerIn: 10, HopIn: 5}),
	own("GRADE_STALE", Settings{Kind: term.WarningKindGradeStale, Days: 30, Colour: yellow, To: head, AnswerIn: 10, HopIn: 5}),
	own("CONFLICT_HIGH", Settings{Kind: term.WarningKindBalanceConflict, Severities: []engine.Severity{engine.SeverityHigh}, Days: 15, Colour: red, To: inCharge, AnswerIn: 5, HopIn: 5}),
	own("CONFLICT_MEDIUM", Settings{Kind: term.WarningKindBalanceConflict, Severities: []engine.Severity{engine.SeverityMedium}, Days: 60, Colour: yellow, To: head, AnswerIn: 10, HopIn: 5}),
	own("DEFECT_A", Settings{Kind: term.WarningKindDefectOpen, Grades: only(term.GradeA), Days: 5, Colour: red, To: inCharge, AnswerIn: 5, HopIn: 5}),
	own("DEFECT", Settings{Kind: term.WarningKindDefectOpen, Days: 10, Colour: yellow, To: head, AnswerIn: 5, HopIn: 5}),
	own("TRANSFER", Settings{Kind: term.WarningKindTransferUndeclared, Days: 30, Colour: yellow, To: head, AnswerIn: 10, HopIn: 5}),
}

const (
	red, orange, yellow       = term.WarningColourRed, term.WarningColourOrange, term.WarningColourYellow
	head, inCharge, principal = term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader
)

func own(code string, s Settings) Rule {
	s.CountedIn = working
	return Rule{Code: code, Settings: s}
}

func only(g term.Grade) []term.Grade { return []term.Grade{g} }

func builtinOf(code string) (Rule, bool) {
	i := slices.IndexFunc(builtin, func(r Rule) bool { return r.Code == code })
	if i < 0 {
		return Rule{}, false
	}
	return builtin[i], true
}

// BuiltinCode tells whether a code is that of a built-in rule.
func BuiltinCode(code string) bool {
	_, is := builtinOf(code)
	return is
}
