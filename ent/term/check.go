package term

import "time"

// CheckKind is what a check of supervision looks at.
type CheckKind string

// The values of CheckKind.
const (
	CheckKindRisks CheckKind = "RISKS" // 风险点防控检查
	CheckKindHead  CheckKind = "HEAD"  // 部门负责人监督检查
)

var labelsCheckKind = labels[CheckKind]{
	{CheckKindRisks, "风险点防控检查", "Check of risk points"},
	{CheckKindHead, "部门负责人监督检查", "Check of a head of department"},
}

// Values lists every CheckKind.
func (CheckKind) Values() []string { return labelsCheckKind.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v CheckKind) Label(lang string) string { return labelsCheckKind.label(v, lang) }

// CheckState is the state of a check of supervision.
type CheckState string

// The values of CheckState.
const (
	CheckStateDue       CheckState = "DUE"       // 待检查
	CheckStateDone      CheckState = "DONE"      // 已检查
	CheckStateMissed    CheckState = "MISSED"    // 未按期检查
	CheckStateCancelled CheckState = "CANCELLED" // 已取消
)

var labelsCheckState = labels[CheckState]{
	{CheckStateDue, "待检查", "Due"},
	{CheckStateDone, "已检查", "Done"},
	{CheckStateMissed, "未按期检查", "Missed"},
	{CheckStateCancelled, "已取消", "Cancelled"},
}

// Values lists every CheckState.
func (CheckState) Values() []string { return labelsCheckState.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v CheckState) Label(lang string) string { return labelsCheckState.label(v, lang) }

// CheckOutcome is what was found of a risk point that a check looked at.
type CheckOutcome string

// The values of CheckOutcome.
const (
	CheckOutcomeSound  CheckOutcome = "SOUND"  // 防控到位
	CheckOutcomeDefect CheckOutcome = "DEFECT" // 存在问题
)

var labelsCheckOutcome = labels[CheckOutcome]{
	{CheckOutcomeSound, "防控到位", "Sound"},
	{CheckOutcomeDefect, "存在问题", "Found wanting"},
}

// Values lists every CheckOutcome.
func (CheckOutcome) Values() []string { return labelsCheckOutcome.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v CheckOutcome) Label(lang string) string { return labelsCheckOutcome.label(v, lang) }

// HandedCheck is a check as it stood when it was handed over.
type HandedCheck struct {
	ID     int64     `json:"id"`
	UnitID int64     `json:"unit"`
	Kind   CheckKind `json:"kind"`
	Grade  Grade     `json:"grade"`
	DueOn  time.Time `json:"due"`
	Begun  bool      `json:"begun,omitempty"`
}
