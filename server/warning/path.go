package warning

import (
	"sineng/ent/term"
	"sineng/server/store"
)

// Path is the page on which what a warning is about is looked at.
func Path(kind term.WarningKind, subject, unit int64) string {
	id := store.EncodeID(subject)
	switch kind {
	case term.WarningKindFormOverdue:
		return "/forms/" + id
	case term.WarningKindMeasureOverdue:
		return "/measures/" + id
	case term.WarningKindTaskOverdue:
		return "/tasks/" + id
	case term.WarningKindIndicatorOver, term.WarningKindIndicatorUnread:
		return "/indicators/" + id
	case term.WarningKindRulesUnreviewed:
		return "/rules-reviews/" + id
	case term.WarningKindProceedingLate, term.WarningKindStepSkipped, term.WarningKindStepReturned, term.WarningKindStepsExcluded:
		return "/proceedings/" + id
	case term.WarningKindCheckOverdue, term.WarningKindDefectOpen:
		return "/checks/" + id
	case term.WarningKindObjectionOverdue:
		return "/objections"
	case term.WarningKindRiskUndefended, term.WarningKindGradeStale:
		return "/risks/" + id
	case term.WarningKindStepUnderdefended:
		return "/risks?unit=" + store.EncodeID(unit)
	case term.WarningKindBalanceConflict:
		return "/units/" + store.EncodeID(unit) + "/balance"
	}
	return "/organisation?unit=" + store.EncodeID(unit)
}
