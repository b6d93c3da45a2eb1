package engine

import (
	"slices"

	"sineng/ent/term"
)

// Codes of the built-in rules that are not a pair of duties.
const (
	RuleSupervisedBySelf      = "SUPERVISED_BY_SELF"
	RuleRelatives             = "RELATIVES_IN_PROCESS"
	RuleProcurementAcceptance = "PROCUREMENT_ACCEPTANCE"
	RuleThreeInOne            = "THREE_IN_ONE"
	RuleDirectCharge          = "DIRECT_CHARGE"
	RuleSingleHand            = "SINGLE_HAND"
	RuleUncheckedDiscretion   = "UNCHECKED_DISCRETION"
	RuleRotationOverdue       = "ROTATION_OVERDUE"
	RuleRotationNear          = "ROTATION_NEAR"
)

// NearDays is how many days before its limit a key post is near it, as the built-in rule has it.
const NearDays = 90

// Checks are the kinds of steps that are a second pair of eyes, as the built-in rules have it.
func Checks() []term.StepKind {
	return []term.StepKind{term.StepKindReview, term.StepKindApprove, term.StepKindDecide, term.StepKindInspect, term.StepKindSupervise}
}

// BuiltIn are the rules that every body has, in the order in which they are shown: pairs of duties
// first. The result is the caller's own.
func BuiltIn() []Rule {
	return slices.Concat(duties(), []Rule{
		{
			Code: RuleSupervisedBySelf, Severity: SeverityHigh,
			Name:    Text{"监督自己经办的事项", "Supervising one's own work"},
			Reason:  Text{"自己监督自己等于没有监督。", "Who supervises themself is not supervised."},
			Example: Text{"稽查队长既决定处罚,又负责对处罚案件的监督。", "The head of a squad decides on penalties and supervises the penalty cases."},
			Definition: Definition{Kind: KindTwoLists, Scope: ScopeSamePower, SameHand: SameHandPerson,
				Left: anyStep(term.StepKindHandle, term.StepKindReview, term.StepKindApprove, term.StepKindDecide, term.StepKindExecute, term.StepKindRecord, term.StepKindInspect),
				Right: Side{Join: JoinAnyOf, Selectors: []Selector{
					{Kind: SelectorStep, Steps: []term.StepKind{term.StepKindSupervise}}, {Kind: SelectorRole, Roles: []Role{RoleSupervision}},
				}}},
		},
		{
			Code: RuleRelatives, Severity: SeverityHigh,
			Name:    Text{"亲属在同一流程经办与把关", "Close relations handle and check one process"},
			Reason:  Text{"有亲属关系的人互相把关,失去独立性,应当任职回避。", "Close relations who check each other are not independent; one of them must stand aside."},
			Example: Text{"丈夫承办许可申请,妻子负责审批。", "A husband prepares permits that his wife approves."},
			Definition: Definition{Kind: KindTwoLists, Scope: ScopeSameProcess, SameHand: SameHandRelatives,
				Left: anyStep(term.StepKindAccept, term.StepKindHandle, term.StepKindExecute, term.StepKindRecord), Right: anyStep(Checks()...)},
		},
		{
			Code: RuleProcurementAcceptance, Severity: SeverityHigh,
			Name:       Text{"采购与验收未分离", "Procurement and acceptance not separated"},
			Reason:     Text{"采购人自己验收,或两人互相验收对方的采购,质次价高也能过关。", "Who accepts what they bought, or two who accept for each other, let anything pass."},
			Example:    Text{"甲采购、乙验收,下一单乙采购、甲验收。", "A buys and B accepts; next time B buys and A accepts."},
			Definition: Definition{Kind: KindProcurementAcceptance},
		},
		{
			Code: RuleThreeInOne, Severity: SeverityHigh,
			Name:       Text{"决策、执行、监督集于一岗", "One post decides, executes and supervises"},
			Reason:     Text{"决策权、执行权、监督权应当既相互制约又相互协调,不能集于一岗。", "Decision, execution and supervision must hold each other in check and not lie in one post."},
			Example:    Text{"项目科科长岗位决定拨款、办理拨款并监督资金使用。", "The head of projects decides on grants, pays them out and supervises their use."},
			Definition: Definition{Kind: KindThreeInOne},
		},
		{
			Code: RuleDirectCharge, Severity: SeverityHigh,
			Name:    Text{"主要领导直接分管(五不直接分管)", "Principal leader in direct charge"},
			Reason:  Text{"主要领导不直接分管财务、人事、工程、采购和审批,防止一把手权力失去监督。", "A principal leader is not in direct charge of finance, personnel, engineering, procurement and approvals, so that somebody stands between."},
			Example: Text{"局长直接分管财务科。", "The director of a bureau is in charge of its finance department."},
			Definition: Definition{Kind: KindDirectCharge,
				Functions: []Function{FunctionFinance, FunctionPersonnel, FunctionEngineering, FunctionProcurement, FunctionApprovals}},
		},
		{
			Code: RuleSingleHand, Severity: SeverityHigh,
			Name:       Text{"一人包办全流程", "One person from end to end"},
			Reason:     Text{"一项职权从头到尾由一人办理,没有任何制约。", "Nothing checks a power that one person carries from its beginning to its end."},
			Example:    Text{"同一人受理、审批并办结。", "The same person accepts, approves and closes."},
			Definition: Definition{Kind: KindSingleHand},
		},
		{
			Code: RuleUncheckedDiscretion, Severity: SeverityMedium,
			Name:    Text{"较大自由裁量之后无人复核", "Wide discretion without a second pair of eyes"},
			Reason:  Text{"自由裁量权较大的环节之后,每条路径都应有他人复核。", "After a step of wide discretion somebody else has to look on every way to an end."},
			Example: Text{"执法人员自行确定罚款幅度并直接执行。", "An officer sets the amount of a fine and collects it at once."},
			Definition: Definition{Kind: KindUncheckedDiscretion, Checks: Checks(),
				Steps: []term.StepKind{term.StepKindHandle, term.StepKindReview, term.StepKindApprove, term.StepKindDecide, term.StepKindExecute, term.StepKindInspect}},
		},
		{
			Code: RuleRotationOverdue, Severity: SeverityMedium,
			Name:       Text{"重点岗位超期未轮岗", "Key post held beyond its rotation limit"},
			Reason:     Text{"在重点岗位任职过久,容易形成利益关系。", "Who holds a key post for too long grows into interests around it."},
			Example:    Text{"出纳岗位轮岗年限五年,同一人已任职七年。", "A cashier's post has a limit of five years and the same person has held it for seven."},
			Definition: Definition{Kind: KindRotation},
		},
		{
			Code: RuleRotationNear, Severity: SeverityLow,
			Name:       Text{"重点岗位即将到期轮岗", "Key post near its rotation limit"},
			Reason:     Text{"轮岗需要提前安排交接。", "A rotation needs time to prepare."},
			Example:    Text{"出纳岗位任职还有六十天满五年。", "In sixty days a cashier will have held the post for five years."},
			Definition: Definition{Kind: KindRotation, NearDays: NearDays},
		},
	})
}

func anyStep(kinds ...term.StepKind) Side {
	return Side{Join: JoinAnyOf, Selectors: []Selector{{Kind: SelectorStep, Steps: kinds}}}
}
