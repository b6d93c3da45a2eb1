package term

// WarningKind is what a warning is about.
type WarningKind string

// The values of WarningKind.
const (
	WarningKindFormOverdue        WarningKind = "FORM_OVERDUE"        // 填报逾期
	WarningKindMeasureOverdue     WarningKind = "MEASURE_OVERDUE"     // 防控措施逾期
	WarningKindCheckOverdue       WarningKind = "CHECK_OVERDUE"       // 监督检查逾期
	WarningKindTaskOverdue        WarningKind = "TASK_OVERDUE"        // 日常任务逾期
	WarningKindIndicatorOver      WarningKind = "INDICATOR_OVER"      // 监测指标超出阈值
	WarningKindIndicatorUnread    WarningKind = "INDICATOR_UNREAD"    // 监测值逾期未报
	WarningKindRulesUnreviewed    WarningKind = "RULES_UNREVIEWED"    // 制度复核逾期
	WarningKindProceedingLate     WarningKind = "PROCEEDING_LATE"     // 办件超期
	WarningKindStepSkipped        WarningKind = "STEP_SKIPPED"        // 办件跳过环节
	WarningKindStepReturned       WarningKind = "STEP_RETURNED"       // 办件退回未重办
	WarningKindStepsExcluded      WarningKind = "STEPS_EXCLUDED"      // 一人办理不相容环节
	WarningKindObjectionOverdue   WarningKind = "OBJECTION_OVERDUE"   // 申诉复核逾期
	WarningKindRiskUndefended     WarningKind = "RISK_UNDEFENDED"     // 风险点无有效措施
	WarningKindStepUnderdefended  WarningKind = "STEP_UNDERDEFENDED"  // 环节设防不足
	WarningKindGradeStale         WarningKind = "GRADE_STALE"         // 等级逾期未复评
	WarningKindBalanceConflict    WarningKind = "BALANCE_CONFLICT"    // 制衡冲突未消除
	WarningKindDefectOpen         WarningKind = "DEFECT_OPEN"         // 检查问题未整改
	WarningKindTransferUndeclared WarningKind = "TRANSFER_UNDECLARED" // 调岗未重新自查
)

var labelsWarningKind = labels[WarningKind]{
	{WarningKindFormOverdue, "填报逾期", "A form is late"},
	{WarningKindMeasureOverdue, "防控措施逾期", "A measure is late"},
	{WarningKindCheckOverdue, "监督检查逾期", "A check of supervision is late"},
	{WarningKindTaskOverdue, "日常任务逾期", "A task of a measure is late"},
	{WarningKindIndicatorOver, "监测指标超出阈值", "An indicator is beyond its threshold"},
	{WarningKindIndicatorUnread, "监测值逾期未报", "A reading of an indicator is late"},
	{WarningKindRulesUnreviewed, "制度复核逾期", "A review after rules changed is late"},
	{WarningKindProceedingLate, "办件超期", "A proceeding or a step of it is late"},
	{WarningKindStepSkipped, "办件跳过环节", "A proceeding skipped a step"},
	{WarningKindStepReturned, "办件退回未重办", "A returned step was not taken again"},
	{WarningKindStepsExcluded, "一人办理不相容环节", "One person took steps that exclude each other"},
	{WarningKindObjectionOverdue, "申诉复核逾期", "An objection is not answered in time"},
	{WarningKindRiskUndefended, "风险点无有效措施", "A risk point without a measure in force"},
	{WarningKindStepUnderdefended, "环节设防不足", "A step below its target of defence"},
	{WarningKindGradeStale, "等级逾期未复评", "A grade not looked at again in time"},
	{WarningKindBalanceConflict, "制衡冲突未消除", "A conflict of balance stands"},
	{WarningKindDefectOpen, "检查问题未整改", "What a check found wanting is not mended"},
	{WarningKindTransferUndeclared, "调岗未重新自查", "A new post without a new personal form"},
}

// Values lists every WarningKind.
func (WarningKind) Values() []string { return labelsWarningKind.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v WarningKind) Label(lang string) string { return labelsWarningKind.label(v, lang) }

// WarningColour is how grave a warning is.
type WarningColour string

// The values of WarningColour, the gravest first.
const (
	WarningColourRed    WarningColour = "RED"    // 红色
	WarningColourOrange WarningColour = "ORANGE" // 橙色
	WarningColourYellow WarningColour = "YELLOW" // 黄色
)

var labelsWarningColour = labels[WarningColour]{
	{WarningColourRed, "红色", "Red"},
	{WarningColourOrange, "橙色", "Orange"},
	{WarningColourYellow, "黄色", "Yellow"},
}

// Values lists every WarningColour.
func (WarningColour) Values() []string { return labelsWarningColour.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v WarningColour) Label(lang string) string { return labelsWarningColour.label(v, lang) }

// Rank is how grave a colour is: 3 for red, 1 for yellow.
func (v WarningColour) Rank() int {
	for i, w := range labelsWarningColour {
		if w.value == v {
			return len(labelsWarningColour) - i
		}
	}
	return 0
}

// Graver is the next graver colour; red stays red.
func (v WarningColour) Graver() WarningColour {
	if v == WarningColourYellow {
		return WarningColourOrange
	}
	return WarningColourRed
}

// WarningState is the state of a warning.
type WarningState string

// The values of WarningState.
const (
	WarningStateRaised    WarningState = "RAISED"    // 已发出
	WarningStateNotified  WarningState = "NOTIFIED"  // 已签收
	WarningStateEscalated WarningState = "ESCALATED" // 已上报
	WarningStateAnswered  WarningState = "ANSWERED"  // 已答复
	WarningStateVerified  WarningState = "VERIFIED"  // 已核实
	WarningStateLifted    WarningState = "LIFTED"    // 已解除
)

var labelsWarningState = labels[WarningState]{
	{WarningStateRaised, "已发出", "Raised"},
	{WarningStateNotified, "已签收", "Acknowledged"},
	{WarningStateEscalated, "已上报", "Gone up"},
	{WarningStateAnswered, "已答复", "Answered"},
	{WarningStateVerified, "已核实", "Verified"},
	{WarningStateLifted, "已解除", "Lifted"},
}

// Values lists every WarningState.
func (WarningState) Values() []string { return labelsWarningState.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v WarningState) Label(lang string) string { return labelsWarningState.label(v, lang) }

// WarningEventKind is what happened to a warning.
type WarningEventKind string

// The values of WarningEventKind.
const (
	WarningEventKindRaise       WarningEventKind = "RAISE"       // 发出
	WarningEventKindAcknowledge WarningEventKind = "ACKNOWLEDGE" // 签收
	WarningEventKindAnswer      WarningEventKind = "ANSWER"      // 答复
	WarningEventKindReturn      WarningEventKind = "RETURN"      // 退回
	WarningEventKindVerify      WarningEventKind = "VERIFY"      // 核实
	WarningEventKindEscalate    WarningEventKind = "ESCALATE"    // 上报
	WarningEventKindWorsen      WarningEventKind = "WORSEN"      // 升级颜色
	WarningEventKindReaddress   WarningEventKind = "READDRESS"   // 改送
	WarningEventKindLift        WarningEventKind = "LIFT"        // 解除
)

var labelsWarningEventKind = labels[WarningEventKind]{
	{WarningEventKindRaise, "发出", "Raised"},
	{WarningEventKindAcknowledge, "签收", "Acknowledged"},
	{WarningEventKindAnswer, "答复", "Answered"},
	{WarningEventKindReturn, "退回", "Returned"},
	{WarningEventKindVerify, "核实", "Verified"},
	{WarningEventKindEscalate, "上报", "Gone up"},
	{WarningEventKindWorsen, "颜色升级", "Became graver"},
	{WarningEventKindReaddress, "改送", "Given to somebody else"},
	{WarningEventKindLift, "解除", "Lifted"},
}

// Values lists every WarningEventKind.
func (WarningEventKind) Values() []string { return labelsWarningEventKind.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v WarningEventKind) Label(lang string) string { return labelsWarningEventKind.label(v, lang) }

// LiftGround is why a warning is lifted.
type LiftGround string

// The values of LiftGround.
const (
	LiftGroundCauseGone LiftGround = "CAUSE_GONE" // 原因已消除
	LiftGroundSettled   LiftGround = "SETTLED"    // 核实销号
	LiftGroundDecided   LiftGround = "DECIDED"    // 决定解除
)

var labelsLiftGround = labels[LiftGround]{
	{LiftGroundCauseGone, "原因已消除", "Its cause is gone"},
	{LiftGroundSettled, "核实销号", "Verified as mended"},
	{LiftGroundDecided, "决定解除", "Lifted by a decision"},
}

// Values lists every LiftGround.
func (LiftGround) Values() []string { return labelsLiftGround.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v LiftGround) Label(lang string) string { return labelsLiftGround.label(v, lang) }
