package term

// ProceedingState is how far a proceeding 办件 is.
type ProceedingState string

// The values of ProceedingState.
const (
	ProceedingStateUnderWay     ProceedingState = "UNDER_WAY"    // 办理中
	ProceedingStatePaused       ProceedingState = "PAUSED"       // 中止
	ProceedingStateClosed       ProceedingState = "CLOSED"       // 已办结
	ProceedingStateDiscontinued ProceedingState = "DISCONTINUED" // 已终止
)

var labelsProceedingState = labels[ProceedingState]{
	{ProceedingStateUnderWay, "办理中", "Under way"},
	{ProceedingStatePaused, "中止", "Paused"},
	{ProceedingStateClosed, "已办结", "Closed"},
	{ProceedingStateDiscontinued, "已终止", "Discontinued"},
}

// Values lists every ProceedingState.
func (ProceedingState) Values() []string { return labelsProceedingState.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v ProceedingState) Label(lang string) string { return labelsProceedingState.label(v, lang) }

// Over tells whether nothing more is done.
func (v ProceedingState) Over() bool {
	return v == ProceedingStateClosed || v == ProceedingStateDiscontinued
}

// StepOutcome is how a step of a proceeding ended.
type StepOutcome string

// The values of StepOutcome.
const (
	StepOutcomePassed   StepOutcome = "PASSED"   // 通过
	StepOutcomeReturned StepOutcome = "RETURNED" // 退回
)

var labelsStepOutcome = labels[StepOutcome]{
	{StepOutcomePassed, "通过", "Passed on"},
	{StepOutcomeReturned, "退回", "Returned"},
}

// Values lists every StepOutcome.
func (StepOutcome) Values() []string { return labelsStepOutcome.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v StepOutcome) Label(lang string) string { return labelsStepOutcome.label(v, lang) }

// DeviationKind is how a proceeding strays from the process of its power.
type DeviationKind string

// The values of DeviationKind.
const (
	DeviationKindLate     DeviationKind = "LATE"      // 办件超期
	DeviationKindStepLate DeviationKind = "STEP_LATE" // 环节超时
	DeviationKindSkipped  DeviationKind = "SKIPPED"   // 跳过环节
	DeviationKindReturned DeviationKind = "RETURNED"  // 环节退回
	DeviationKindExcluded DeviationKind = "EXCLUDED"  // 一人办理不相容环节
	DeviationKindOffMap   DeviationKind = "OFF_MAP"   // 流程图外环节
)

var labelsDeviationKind = labels[DeviationKind]{
	{DeviationKindLate, "办件超期", "Late as a whole"},
	{DeviationKindStepLate, "环节超时", "A late step"},
	{DeviationKindSkipped, "跳过环节", "A skipped step"},
	{DeviationKindReturned, "环节退回", "A returned step"},
	{DeviationKindExcluded, "一人办理不相容环节", "Steps of one person that exclude each other"},
	{DeviationKindOffMap, "流程图外环节", "A step that is not on the map"},
}

// Values lists every DeviationKind.
func (DeviationKind) Values() []string { return labelsDeviationKind.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v DeviationKind) Label(lang string) string { return labelsDeviationKind.label(v, lang) }

// LimitState is what is known of the ends of the time limits of a proceeding and the steps that are under way.
type LimitState string

// The values of LimitState.
const (
	LimitStateNone    LimitState = "NONE"    // 无时限
	LimitStateKnown   LimitState = "KNOWN"   // 时限明确
	LimitStateStopped LimitState = "STOPPED" // 中止计算
	LimitStateNoData  LimitState = "NO_DATA" // 日历缺数据
)

var labelsLimitState = labels[LimitState]{
	{LimitStateNone, "无时限", "No time limit"},
	{LimitStateKnown, "时限明确", "Known"},
	{LimitStateStopped, "中止计算", "Stopped by a pause"},
	{LimitStateNoData, "日历缺数据", "The calendar does not reach that far"},
}

// Values lists every LimitState.
func (LimitState) Values() []string { return labelsLimitState.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v LimitState) Label(lang string) string { return labelsLimitState.label(v, lang) }
