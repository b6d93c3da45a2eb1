package exchange

import "testing"

func TestAProposalIsSaidInWords(t *testing.T) {
	for _, c := range []struct {
		q      Question
		zh, en string
	}{
		{Question{Kind: AskColumn, Proposal: "proposed"}, "自评等级", "PROPOSED"},
		{Question{Kind: AskColumn, Proposal: "directOwnerJobTitle"}, "直接责任人职务", "DIRECT_OWNER_JOB_TITLE"},
		{Question{Kind: AskColumn}, "", ""},
		{Question{Kind: AskWord, Sample: string(WordGrade), Proposal: "A"}, "A 高", "A High"},
		{Question{Kind: AskWord, Sample: string(WordGrade), Proposal: LeftOpen}, "留空", "left open"},
		{Question{Kind: AskWord, Sample: string(WordRiskType), Proposal: "MORAL+DUTY"}, "思想道德风险、岗位职责风险", "Moral, Duty"},
		{Question{Kind: AskWord, Sample: string(WordLikelihood), Proposal: "4"}, "4", "4"},
		{Question{Kind: AskWord, Sample: string(WordPowerType), Proposal: "PENALTY"}, "行政处罚", "Administrative penalty"},
		{Question{Kind: AskSamePosts, Proposal: string(OneRisk)}, "一个风险点多个涉险岗位", "one with several exposed posts"},
		{Question{Kind: AskSamePosts, Proposal: string(PerPost)}, "每个岗位一个风险点", "a risk point per post"},
	} {
		if got := c.q.proposed(); got != (Text{c.zh, c.en}) {
			t.Errorf("%+v: %q / %q", c.q, got.ZH, got.EN)
		}
	}
}
