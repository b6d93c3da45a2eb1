package term

// InstructionState is the state of an instruction.
type InstructionState string

// The values of InstructionState.
const (
	InstructionStateOrdered      InstructionState = "ORDERED"      // 待签收
	InstructionStateAcknowledged InstructionState = "ACKNOWLEDGED" // 已签收
	InstructionStateAnswered     InstructionState = "ANSWERED"     // 办理中
	InstructionStateReported     InstructionState = "REPORTED"     // 待验收
	InstructionStateReturned     InstructionState = "RETURNED"     // 退回续办
	InstructionStateAccepted     InstructionState = "ACCEPTED"     // 已办结
	InstructionStateWithdrawn    InstructionState = "WITHDRAWN"    // 已撤回
)

var labelsInstructionState = labels[InstructionState]{
	{InstructionStateOrdered, "待签收", "Given"},
	{InstructionStateAcknowledged, "已签收", "Acknowledged"},
	{InstructionStateAnswered, "办理中", "Under way"},
	{InstructionStateReported, "待验收", "Reported done"},
	{InstructionStateReturned, "退回续办", "Returned"},
	{InstructionStateAccepted, "已办结", "Accepted"},
	{InstructionStateWithdrawn, "已撤回", "Withdrawn"},
}

// Values lists every InstructionState.
func (InstructionState) Values() []string { return labelsInstructionState.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v InstructionState) Label(lang string) string { return labelsInstructionState.label(v, lang) }

// InstructionEventKind is what happened to an instruction.
type InstructionEventKind string

// The values of InstructionEventKind.
const (
	InstructionEventKindOrder       InstructionEventKind = "ORDER"       // 交办
	InstructionEventKindAcknowledge InstructionEventKind = "ACKNOWLEDGE" // 签收
	InstructionEventKindAnswer      InstructionEventKind = "ANSWER"      // 答复
	InstructionEventKindReport      InstructionEventKind = "REPORT"      // 报结
	InstructionEventKindAccept      InstructionEventKind = "ACCEPT"      // 验收
	InstructionEventKindReturn      InstructionEventKind = "RETURN"      // 退回
	InstructionEventKindExtend      InstructionEventKind = "EXTEND"      // 延期
	InstructionEventKindWithdraw    InstructionEventKind = "WITHDRAW"    // 撤回
	InstructionEventKindEscalate    InstructionEventKind = "ESCALATE"    // 上报
	InstructionEventKindReaddress   InstructionEventKind = "READDRESS"   // 改送
	InstructionEventKindRemind      InstructionEventKind = "REMIND"      // 催收
)

var labelsInstructionEventKind = labels[InstructionEventKind]{
	{InstructionEventKindOrder, "交办", "Given"},
	{InstructionEventKindAcknowledge, "签收", "Acknowledged"},
	{InstructionEventKindAnswer, "答复", "Answered"},
	{InstructionEventKindReport, "报结", "Reported done"},
	{InstructionEventKindAccept, "验收", "Accepted"},
	{InstructionEventKindReturn, "退回", "Returned"},
	{InstructionEventKindExtend, "延期", "Given more time"},
	{InstructionEventKindWithdraw, "撤回", "Withdrawn"},
	{InstructionEventKindEscalate, "上报", "Gone up"},
	{InstructionEventKindReaddress, "改送", "Given to somebody else"},
	{InstructionEventKindRemind, "催收", "Reminded of accepting"},
}

// Values lists every InstructionEventKind.
func (InstructionEventKind) Values() []string { return labelsInstructionEventKind.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v InstructionEventKind) Label(lang string) string {
	return labelsInstructionEventKind.label(v, lang)
}
