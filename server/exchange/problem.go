package exchange

// Problem is one bad cell, or a bad row or sheet as a whole.
type Problem struct {
	Sheet string
	// Row counts from 1 as the spreadsheet program shows it.
	Row int
	// Column is the title as written; empty for the row as a whole.
	Column string
	// Found is the text of the cell.
	Found string
	// WantedZH and WantedEN say what would be right.
	WantedZH, WantedEN string
	// Reason is for programs; stable.
	Reason string

	position int // of the column, -1 for the row as a whole
}

// Wanted says in a language, "en" or else Chinese, what would be right.
func (p Problem) Wanted(lang string) string {
	if lang == "en" {
		return p.WantedEN
	}
	return p.WantedZH
}

// Reasons of problems. A service's own reasons occur too.
const (
	ReasonUnknownTitles = "UNKNOWN_TITLES" // of the file as a whole
	ReasonBadRows       = "BAD_ROWS"       // of the file as a whole
	ReasonMissingColumn = "MISSING_COLUMN"
	ReasonRequired      = "REQUIRED"
	ReasonTooLong       = "TOO_LONG"
	ReasonFormula       = "FORMULA"
	ReasonErrorValue    = "ERROR_VALUE"
	ReasonImprecise     = "NUMBER_TOO_LONG"
	ReasonBadNumber     = "BAD_NUMBER"
	ReasonBadDate       = "BAD_DATE"
	ReasonUnknownGrade  = "UNKNOWN_GRADE"
	ReasonUnknownType   = "UNKNOWN_RISK_TYPE"
	ReasonUnknownValue  = "UNKNOWN_VALUE"

	ReasonDuplicate      = "DUPLICATE"
	ReasonConflict       = "CONFLICTING_ROWS"
	ReasonUnknownParent  = "UNKNOWN_PARENT"
	ReasonBadParent      = "PARENT_ROW_BAD"
	ReasonCycle          = "CYCLE"
	ReasonTooDeep        = "TOO_DEEP"
	ReasonCodeTaken      = "CODE_TAKEN"
	ReasonUnitClosed     = "UNIT_CLOSED"
	ReasonUnknownUnit    = "UNKNOWN_UNIT"
	ReasonAmbiguousUnit  = "AMBIGUOUS_UNIT"
	ReasonAmbiguousName  = "AMBIGUOUS_NAME"
	ReasonUnknownPerson  = "UNKNOWN_PERSON"
	ReasonUnknownPower   = "UNKNOWN_POWER"
	ReasonUnknownStep    = "UNKNOWN_STEP"
	ReasonUnknownExposed = "UNKNOWN_POST_OR_PERSON"
	ReasonUnknownRisk    = "UNKNOWN_RISK_POINT"
	ReasonAmbiguousRisk  = "AMBIGUOUS_RISK_POINT"
	ReasonNotPermitted   = "NOT_PERMITTED"
	ReasonRowAboveFailed = "ROW_ABOVE_BAD"
)
