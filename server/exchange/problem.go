package exchange

// Problem is an error in a cell, or in a row or sheet as a whole.
type Problem struct {
	Sheet string
	// Row is the row number that spreadsheet programs show, from 1.
	Row int
	// Column is the title as written; empty for the whole row.
	Column string
	// Found is the text of the cell.
	Found string
	// WantedZH and WantedEN say what would be right.
	WantedZH, WantedEN string
	// Reason is a stable code for programs.
	Reason string

	position int // index of the column, -1 for the whole row
}

// Wanted says what would be right, in the language "en" or else Chinese.
func (p Problem) Wanted(lang string) string {
	if lang == "en" {
		return p.WantedEN
	}
	return p.WantedZH
}

// Reasons of problems, beside those of the services.
const (
	ReasonUnknownTitles = "UNKNOWN_TITLES" // for the whole file
	ReasonBadRows       = "BAD_ROWS"       // for the whole file
	ReasonQuestions     = "QUESTIONS_OPEN" // for the whole file
	ReasonMissingColumn = "MISSING_COLUMN"
	ReasonRequired      = "REQUIRED"
	ReasonTooLong       = "TOO_LONG"
	ReasonFormula       = "FORMULA"
	ReasonErrorValue    = "ERROR_VALUE"
	ReasonImprecise     = "NUMBER_TOO_LONG"
	ReasonNothingAbove  = "NOTHING_ABOVE"
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

	// Of remarks: what the file says and no import writes.
	ReasonGradeNotWritten = "GRADE_NOT_WRITTEN"
	ReasonStateNotWritten = "STATE_NOT_WRITTEN"
	ReasonNothingToHold   = "NOTHING_TO_HOLD_IT" // what is said of a measure, power, post … that the row does not name
)
