package wording

import (
	"strings"

	"sineng/ent/term"
	"sineng/ent/term/fold"
)

// stepWords are words in the names of steps with what happens there, those that decide first.
var stepWords = []struct {
	kind  term.StepKind
	words []string
}{
	{term.StepKindSupervise, []string{"监督", "监察", "督查", "督办"}},
	{term.StepKindAccept, []string{"受理", "收件", "接收", "申请", "申报", "立项", "报名"}},
	{term.StepKindDecide, []string{"决定", "决策", "集体研究", "集体讨论", "会议研究", "审定", "定标", "评定", "裁定", "裁决"}},
	{term.StepKindApprove, []string{"审批", "批准", "签批", "签发", "核准", "报批"}},
	{term.StepKindReview, []string{"审核", "复核", "审查", "初审", "复审", "核查", "核验", "核对", "校核", "论证", "评审", "审理", "会签"}},
	{term.StepKindInspect, []string{"验收", "勘验", "检验", "检测", "查验"}},
	{term.StepKindClose, []string{"办结", "结案", "归档", "送达", "结项", "销号", "办毕"}},
	{term.StepKindRecord, []string{"登记", "记录", "备案", "录入", "入账", "建档"}},
	{term.StepKindExecute, []string{"执行", "实施", "拨付", "支付", "发放", "付款", "签订", "采购", "处置", "发证", "整改"}},
}

// StepKindOf is what happens in a step of a name: what the words in it say, HANDLE for none.
func StepKindOf(name string) term.StepKind {
	s := fold.Compat(OneLine(name))
	for _, k := range stepWords {
		for _, w := range k.words {
			if strings.Contains(s, w) {
				return k.kind
			}
		}
	}
	return term.StepKindHandle
}
