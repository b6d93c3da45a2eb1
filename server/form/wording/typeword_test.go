package wording

import (
	"slices"
	"strings"
	"testing"

	"sineng/ent/term"
)

const (
	moral, institution, duty = term.RiskTypeMoral, term.RiskTypeInstitution, term.RiskTypeDuty
	environment, riskProcess = term.RiskTypeEnvironment, term.RiskTypeProcess
)

func TestRiskTypesOfWords(t *testing.T) {
	for _, c := range []struct {
		certainty Certainty
		words     string
		types     []term.RiskType
	}{
		{Clear, "思想道德风险|思想道德|①思想道德|1.思想道德|A.思想道德|b、思想道德|（一）思想道德风险|思想道德类|廉政思想道德风险|MORAL|思想 道德|思想与道德|1、思想道德|⑴思想道德|思想道德\n思想道德风险", []term.RiskType{moral}},
		{Clear, "岗位职责|岗位职责风险|职责风险|岗位职责方面|duty|２．岗位职责风险", []term.RiskType{duty}},
		{Clear, "制度机制|制度机制风险|制度风险|机制风险|制度、机制|制度和机制|institution", []term.RiskType{institution}},
		{Clear, "业务流程|业务流程风险|PROCESS", []term.RiskType{riskProcess}},
		{Clear, "外部环境风险|外部 环境|environment", []term.RiskType{environment}},
		{Clear, "未分类|UNCLASSIFIED", []term.RiskType{term.RiskTypeUnclassified}},
		{Clear, "思想道德、制度机制|制度机制、思想道德|思想道德/制度机制|思想道德,制度机制|思想道德;制度机制|思想道德+制度机制|思想道德和制度机制风险|思想道德 制度机制|思想道德\n制度机制|" +
			"1.思想道德 2.制度机制|A.思想道德 B.制度机制|1、思想道德 2、制度机制|①思想道德②制度机制|(1)思想道德(2)制度机制|（一）思想道德；（二）制度机制|思想道德风险以及制度机制风险", []term.RiskType{moral, institution}},
		{Clear, "岗位职责风险/制度机制风险|岗位职责&制度机制", []term.RiskType{institution, duty}},
		{Clear, "制度机制及外部环境|外部环境与制度机制", []term.RiskType{institution, environment}},
		{Clear, "岗位职责\n思想道德", []term.RiskType{moral, duty}},
		{Clear, "思想道德、制度机制、岗位职责、外部环境", []term.RiskType{moral, institution, duty, environment}},
		{Proposed, "职业道德风险|廉政纪律|思想作风|廉洁自律风险|作风|思想道德(思想认识)", []term.RiskType{moral}},
		{Proposed, "权力行使风险|岗位风险(职责类)|自由裁量权|岗位|履职风险|岗位职责(重点)", []term.RiskType{duty}},
		{Proposed, "监督管理|监管机制风险|体制机制制度|体制机制|内控机制", []term.RiskType{institution}},
		{Proposed, "工作流程|流程|办事流程风险", []term.RiskType{riskProcess}},
		{Proposed, "社会环境|环境|外部干扰", []term.RiskType{environment}},
		{Proposed, "思想道德、体制机制|职业道德及制度机制", []term.RiskType{moral, institution}},
		{Unknown, "决策风险|执行风险|人事管理|三重一大|单位风险|个人风险|思想道德、三重一大|三重一大(思想道德)|风险|类||、|()|资金拨付|三重一大(决策)|和", nil},
	} {
		for _, w := range strings.Split(c.words, "|") {
			types, certainty := RiskTypesOf(w)
			if !sameSet(types, c.types) || certainty != c.certainty {
				t.Errorf("%q is %v with certainty %d, want %v with %d", w, types, certainty, c.types, c.certainty)
			}
		}
	}
}

func sameSet(a, b []term.RiskType) bool {
	if len(a) != len(b) {
		return false
	}
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

func TestFormsReadOneTypeAndItsShortWords(t *testing.T) {
	for w, want := range map[string]term.RiskType{"岗位职责风险": duty, "岗位": duty, "体制机制": institution, "流程": riskProcess, "业务流程": riskProcess,
		"环境风险": environment, "权力运行": institution, "思想": moral, "职业道德": "", "思想道德、制度机制": "", "": ""} {
		if got, ok := RiskType(w); got != want || ok != (want != "") {
			t.Errorf("%s is %s, %v", w, got, ok)
		}
	}
}

func TestPowerTypesOfWords(t *testing.T) {
	for _, c := range []struct {
		certainty Certainty
		words     string
		want      term.PowerType
	}{
		{Clear, "行政许可|01|01行政许可|01 行政许可|01-行政许可|行政许可(01)|行政许可01|行政许可类|行政许可事项|行政许可权|1.行政许可|１．行政许可|行政审批|LICENSING|行政许可(审批)|行政许可类(含审批)", term.PowerTypeLicensing},
		{Clear, "行政处罚|02|02.行政处罚|行政处罚类|处罚|行政处罚权", term.PowerTypePenalty},
		{Clear, "行政强制|03", term.PowerTypeCompulsion},
		{Clear, "行政征收|04", term.PowerTypeCollection},
		{Clear, "行政给付|05", term.PowerTypePayment},
		{Clear, "行政检查|06|行政检查类", term.PowerTypeAdministrativeCheck},
		{Clear, "行政确认|07", term.PowerTypeConfirmation},
		{Clear, "行政奖励|08", term.PowerTypeReward},
		{Clear, "行政裁决|09|０９", term.PowerTypeAdjudication},
		{Clear, "其他|10|其他权力|其它权力|其他类|其他行政权力|其他职权|10其他权力|其它", term.PowerTypeOther},
		{Clear, "公共服务|20|20公共服务|公共服务事项", term.PowerTypePublicService},
		{Clear, "稽查执法|行政执法", term.PowerTypeEnforcement},
		{Clear, "财务管理|财务", term.PowerTypeFinance},
		{Proposed, "1|01审核", term.PowerTypeLicensing},
		{Proposed, "6|监督检查|行政监督", term.PowerTypeAdministrativeCheck},
		{Proposed, "行政征收征用", term.PowerTypeCollection},
		{Proposed, "政府采购|招标采购", term.PowerTypeProcurement},
		{Proposed, "干部人事", term.PowerTypePersonnel},
		{Proposed, "审核转报|非行政许可审批|行政规划", term.PowerTypeOther},
		{Unknown, "01行政处罚|行政许可(02)|11|99|0|三重一大||1.三重一大|行政|100", ""},
	} {
		for _, w := range strings.Split(c.words, "|") {
			if got, certainty := PowerTypeOf(w); got != c.want || certainty != c.certainty {
				t.Errorf("%q is %s with certainty %d, want %s with %d", w, got, certainty, c.want, c.certainty)
			}
		}
	}
	for _, v := range term.PowerType("").Values() {
		p := term.PowerType(v)
		for _, w := range []string{v, p.Label("zh"), p.Label("en"), p.Code(), p.Code() + p.Label("zh")} {
			if got, certainty := PowerTypeOf(w); w != "" && (got != p || certainty != Clear) {
				t.Errorf("%q is %s with certainty %d", w, got, certainty)
			}
		}
	}
}

func TestConsequencesOfWords(t *testing.T) {
	for want, words := range map[struct {
		kind      term.ConsequenceKind
		certainty Certainty
	}]string{
		{term.ConsequenceKindCrime, Clear}:         "可能构成犯罪|犯罪|刑法|职务犯罪|CRIME",
		{term.ConsequenceKindDiscipline, Clear}:    "违纪|违纪违法|违纪或行政违法|党纪",
		{term.ConsequenceKindMinor, Clear}:         "违规|轻微违规",
		{term.ConsequenceKindCrime, Proposed}:      "贪污受贿|玩忽职守罪|触犯刑法第三百八十五条|违法犯罪|移送司法机关|违纪,涉嫌受贿",
		{term.ConsequenceKindDiscipline, Proposed}: "违纪但不构成犯罪|违反廉洁纪律|党纪政务处分|尚不构成犯罪,违反党纪|失职",
		{term.ConsequenceKindMinor, Proposed}:      "批评教育|谈话提醒|工作差错",
		{"", Unknown}:                              "|资金|不构成犯罪|无",
	} {
		for _, w := range strings.Split(words, "|") {
			if got, c := ConsequenceOf(w); got != want.kind || c != want.certainty {
				t.Errorf("%q is %s with certainty %d, want %s with %d", w, got, c, want.kind, want.certainty)
			}
		}
	}
}

func TestLevelsOfWords(t *testing.T) {
	type level struct {
		n int
		c Certainty
	}
	check := func(what string, read func(string) (int, Certainty), table map[level]string) {
		for want, words := range table {
			for _, w := range strings.Split(words, "|") {
				if n, c := read(w); n != want.n || c != want.c {
					t.Errorf("%s %q is %d with certainty %d, want %d with %d", what, w, n, c, want.n, want.c)
				}
			}
		}
	}
	both := map[level]string{
		{1, Clear}: "1|１|1分|很低|极低|一", {2, Clear}: "2|低|较低", {3, Clear}: "3|3分|３分|中|一般|中等|三分|3(中)|中(3分)",
		{4, Clear}: "4|4分|高|较高|高(4)", {5, Clear}: "5|很高|极高|5分", {0, Unknown}: "60%|百分之六十|6|8分|80分|0|-||待定|高(2)|3.5|６０％",
	}
	check("likelihood", LikelihoodOf, both)
	check("severity", SeverityOf, both)
	check("likelihood", LikelihoodOf, map[level]string{
		{1, Proposed}: "罕见|几乎不可能|极小", {2, Proposed}: "偶尔|不太可能|较小|偶尔发生|可能性较小", {3, Proposed}: "可能|有时|有可能|可能发生",
		{4, Proposed}: "较大|很可能|经常|可能性较大|大|较大可能", {5, Proposed}: "几乎确定|必然|频繁|极有可能|经常发生", {0, Unknown}: "严重|资金"})
	check("severity", SeverityOf, map[level]string{
		{1, Proposed}: "轻微|可忽略", {2, Proposed}: "较轻|轻|较小|轻度", {3, Proposed}: "中度|适中", {4, Proposed}: "较大|较重|较严重|影响较大", {5, Proposed}: "严重|特别严重|重大|灾难性|后果严重", {0, Unknown}: "偶尔|资金"})
}
