package engine

import "sineng/ent/term"

// duty is one of the duties of a process of which nobody may have two.
type duty struct {
	code   string
	steps  []term.StepKind
	zh, en string
}

var (
	prepare = duty{"PREPARE", []term.StepKind{term.StepKindAccept, term.StepKindHandle}, "申请承办", "preparing"}
	review  = duty{"REVIEW", []term.StepKind{term.StepKindReview}, "审核", "review"}
	approve = duty{"APPROVE", []term.StepKind{term.StepKindApprove, term.StepKindDecide}, "审批", "approval"}
	execute = duty{"EXECUTE", []term.StepKind{term.StepKindExecute}, "执行", "execution"}
	record  = duty{"RECORD", []term.StepKind{term.StepKindRecord}, "记录", "recording"}
	inspect = duty{"INSPECT", []term.StepKind{term.StepKindInspect}, "验收", "inspection"}
)

// duties are the rules on pairs of duties 不相容岗位分离: SOD_, the one duty, the other.
func duties() []Rule {
	var out []Rule
	for _, p := range []struct {
		a, b            duty
		severity        Severity
		reason, example Text
	}{
		{prepare, review, SeverityMedium, Text{"承办人审核自己的材料,审核流于形式。", "Who reviews their own papers reviews nothing."},
			Text{"窗口人员受理申请后自己审核材料。", "A clerk takes an application in and reviews it."}},
		{prepare, approve, SeverityHigh, Text{"承办人自己批准,等于自己给自己开口子。", "Who approves what they prepared grants what they like."},
			Text{"经办科员对自己承办的许可签批。", "A clerk signs the permit that they prepared."}},
		{prepare, execute, SeverityMedium, Text{"承办与执行不分,提出的方案由自己兑现。", "Who proposes and carries out serves their own proposal."},
			Text{"拟定补助名单的人同时发放补助。", "Who draws up the list of grants pays them out."}},
		{prepare, record, SeverityMedium, Text{"经办人自己记账,差错和舞弊难以发现。", "Who records what they did can hide it."},
			Text{"收费人员自己登记收费台账。", "A collector keeps the book of what they collect."}},
		{prepare, inspect, SeverityHigh, Text{"承办人验收自己的成果,质量无人把关。", "Who inspects their own work lets it pass."},
			Text{"工程经办人担任竣工验收人。", "Who ran the works accepts them."}},
		{review, approve, SeverityMedium, Text{"审核与审批合一,少了一道关口。", "Review and approval in one hand are one gate fewer."},
			Text{"科长既审核又代行审批。", "A head of section reviews and then approves."}},
		{review, execute, SeverityMedium, Text{"审核人直接执行,审核意见无人对照。", "Nobody compares what was reviewed with what was done."},
			Text{"审核拨款的人同时办理支付。", "Who reviews a payment makes it."}},
		{review, record, SeverityLow, Text{"审核人自己记录,审核结果可被改写。", "Who reviews and records can rewrite what was found."},
			Text{"稽核人员兼管账簿登记。", "An internal auditor keeps the ledger."}},
		{review, inspect, SeverityLow, Text{"前后两道把关由一人承担,等于一道。", "Two gates kept by one person are one."},
			Text{"审核采购方案的人又负责验收。", "Who reviewed a purchase accepts the goods."}},
		{approve, execute, SeverityHigh, Text{"批准人自己执行,决策权与执行权不分。", "Who approves and carries out holds decision and execution."},
			Text{"批准付款的人自己办理付款。", "Who approves a payment makes it."}},
		{approve, record, SeverityHigh, Text{"批准人自己记录,可以掩盖不当批准。", "Who approves and records can hide what should not have been approved."},
			Text{"审批报销的人兼任会计。", "Who approves expenses keeps the accounts."}},
		{approve, inspect, SeverityHigh, Text{"批准人自己验收,决策失误无人发现。", "Who approved and inspects finds no fault with the decision."},
			Text{"批准采购的领导签验收单。", "The leader who approved a purchase signs its acceptance."}},
		{execute, record, SeverityHigh, Text{"执行人自己记录,钱账不分。", "Who executes and records keeps money and books."},
			Text{"出纳兼管会计账目。", "A cashier keeps the accounts."}},
		{execute, inspect, SeverityHigh, Text{"执行人自己验收,干得好坏自己说了算。", "Who inspects what they carried out judges themself."},
			Text{"采购员验收自己买来的物资。", "A buyer accepts the goods that they bought."}},
		{record, inspect, SeverityMedium, Text{"记录与验收合一,账实是否相符无人核对。", "Nobody compares the books with the goods."},
			Text{"仓库记账员同时负责入库验收。", "The keeper of the stock book accepts the goods."}},
	} {
		out = append(out, Rule{
			Code: "SOD_" + p.a.code + "_" + p.b.code, Severity: p.severity, Reason: p.reason, Example: p.example,
			Name: Text{ZH: p.a.zh + "与" + p.b.zh + "为同一人", EN: "Same person in " + p.a.en + " and " + p.b.en},
			Definition: Definition{Kind: KindTwoLists, Scope: ScopeSameProcess, SameHand: SameHandPerson,
				Left: anyStep(p.a.steps...), Right: anyStep(p.b.steps...)},
		})
	}
	return out
}
