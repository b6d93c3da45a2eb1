package wording_test

import (
	"testing"

	"sineng/ent/term"
	"sineng/server/form/wording"
)

func TestWhatHappensInAStepIsReadFromItsName(t *testing.T) {
	seen := map[term.StepKind]bool{}
	for name, want := range map[string]term.StepKind{
		"受理": term.StepKindAccept, "申请受理": term.StepKindAccept, "⼀、受理": term.StepKindAccept, "项目申报": term.StepKindAccept,
		"承办": term.StepKindHandle, "现场调查": term.StepKindHandle, "编制预算": term.StepKindHandle, "": term.StepKindHandle,
		"审核": term.StepKindReview, "专家论证": term.StepKindReview, "初审": term.StepKindReview, "审核(复核)": term.StepKindReview,
		"审批": term.StepKindApprove, "审核批准": term.StepKindApprove, "签发": term.StepKindApprove,
		"决定": term.StepKindDecide, "集体研究决定": term.StepKindDecide, "审定": term.StepKindDecide,
		"资金拨付": term.StepKindExecute, "执行": term.StepKindExecute, "签订合同": term.StepKindExecute,
		"登记备案": term.StepKindRecord, "记录": term.StepKindRecord,
		"竣工验收": term.StepKindInspect, "验收": term.StepKindInspect,
		"归档": term.StepKindClose, "办结": term.StepKindClose, "送达": term.StepKindClose,
		"监督": term.StepKindSupervise, "监督检查": term.StepKindSupervise,
	} {
		seen[want] = true
		if got := wording.StepKindOf(name); got != want {
			t.Errorf("%q is %s, want %s", name, got, want)
		}
	}
	for _, k := range term.StepKind("").Values() {
		if !seen[term.StepKind(k)] {
			t.Errorf("no name is tried for %s", k)
		}
	}
	// The word of each kind is read as it.
	for _, k := range term.StepKind("").Values() {
		if got := wording.StepKindOf(term.StepKind(k).Label("zh")); got != term.StepKind(k) {
			t.Errorf("%s is read as %s", term.StepKind(k).Label("zh"), got)
		}
	}
}
