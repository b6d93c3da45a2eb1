package wording

import (
	"regexp"
	"slices"
	"strings"

	"sineng/ent/term"
	"sineng/ent/term/fold"
)

// riskTypes are the words that mean a risk type in any file, without what riskTypeAsides strip.
var riskTypes = Words[term.RiskType]{"思想道德": term.RiskTypeMoral, "思想": term.RiskTypeMoral, "道德": term.RiskTypeMoral, "道德思想": term.RiskTypeMoral,
	"岗位职责": term.RiskTypeDuty, "职责": term.RiskTypeDuty, "职责岗位": term.RiskTypeDuty,
	"制度机制": term.RiskTypeInstitution, "制度": term.RiskTypeInstitution, "机制": term.RiskTypeInstitution, "机制制度": term.RiskTypeInstitution,
	"业务流程":  term.RiskTypeProcess,
	"外部环境":  term.RiskTypeEnvironment,
	"moral": term.RiskTypeMoral, "duty": term.RiskTypeDuty, "institution": term.RiskTypeInstitution, "environment": term.RiskTypeEnvironment,
	"process": term.RiskTypeProcess, "未分类": term.RiskTypeUnclassified, "unclassified": term.RiskTypeUnclassified}

// formRiskTypes are near words that the forms take as they are.
var formRiskTypes = Words[term.RiskType]{"岗位": term.RiskTypeDuty, "体制机制": term.RiskTypeInstitution, "权力运行": term.RiskTypeInstitution,
	"流程": term.RiskTypeProcess, "环境": term.RiskTypeEnvironment}

// nearRiskTypes are words that bodies use for a risk type and that may mean something else there.
var nearRiskTypes = func() Words[term.RiskType] {
	out := Words[term.RiskType]{}
	for t, list := range map[term.RiskType]string{
		term.RiskTypeMoral: "职业道德 思想品德 思想作风 思想认识 思想意识 思想观念 思想政治 政治思想 道德品质 道德品行 道德操守 职业操守 职业道德操守 品德 品行 个人品行 个人品德 " +
			"作风 纪律作风 工作作风 廉政纪律 廉洁纪律 廉洁自律 廉洁从政 廉政意识 廉洁意识 自律 自律意识 纪律 纪律意识 理想信念 党性修养 党性 思想教育 思想素质 政治素质 主观思想 主观 思想道德素质 思想道德修养",
		term.RiskTypeDuty: "岗位 岗位职权 岗位权力 岗位履职 岗位责任 岗位履责 履职 履责 履行职责 职责履行 权力行使 行使权力 行权 职权 职权行使 自由裁量权 自由裁量 裁量权 权力 职务 工作职责 职责权限 权限 岗位工作 岗位业务 职权职责 岗位职能",
		term.RiskTypeInstitution: "体制机制 机制体制 体制机制制度 制度体制机制 体制制度机制 制度体制 体制制度 体制 监督管理 监督 监管 监管机制 监督机制 监督制约 监督制约机制 监督制度 管理制度 管理机制 制度管理 " +
			"制度建设 制度执行 制度缺陷 制度漏洞 制度缺失 制度机制缺陷 制度机制建设 规章制度 内部管理 内部控制 内部监督 内控 内控机制 内控制度 内部机制 权力运行 权力制约 工作机制 工作制度 机制建设 制度保障",
		term.RiskTypeProcess:     "流程 工作流程 办事流程 办理流程 操作流程 管理流程 业务操作 业务程序 工作程序 办事程序 操作程序 程序 业务环节 流程环节 工作环节 操作环节 权力运行流程 职权流程 业务办理流程 业务管理流程 审批流程",
		term.RiskTypeEnvironment: "环境 社会环境 外部 外界 外界环境 外部影响 外部干扰 外部因素 外部环境影响 外在环境 外来 社会 社会影响 社会关系 人际关系 人际环境 客观环境 工作环境 生活环境 社交圈 生活圈 外部诱惑 外部社会环境 环境因素 周边环境",
	} {
		for _, w := range strings.Fields(list) {
			out[w] = t
		}
	}
	return out
}()

var (
	riskTypeAsides = []string{"廉政", "廉洁", "风险", "类型", "类别", "类", "方面", "risk"}
	enclosed       = regexp.MustCompile(`[①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿]|[(（]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[)）]`)
	// ordinal matches the number of an item in a list within a text: 1., 三、, A).
	ordinal       = regexp.MustCompile(`(^|[\s,;、/+&])(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Ha-h])[.、:)]|\d{1,2}[^\S\n]+)\s*`)
	typeBrackets  = regexp.MustCompile(`[()\[\]【】〔〕]+`)
	typeParts     = regexp.MustCompile(`[、/,;+&|\n·]+`)
	typeJoints    = regexp.MustCompile(`以及|及其|及|和|与|并`)
	typeInnerGaps = regexp.MustCompile(`\s+`)
)

// RiskTypesOf reads the types of a risk, which may be several: 思想道德、制度机制, 制度机制及外部环境,
// one per line, numbered. They come without doubles, in the order of the enumeration. Near words
// (职业道德, 自由裁量权) and remarks in brackets make a proposal; one word that is unknown (决策风险,
// 三重一大, a field of business) leaves all unknown.
func RiskTypesOf(word string) ([]term.RiskType, Certainty) {
	s := fold.Compat(enclosed.ReplaceAllString(Clean(word), "\n"))
	s = ordinal.ReplaceAllString(s, "$1\n")
	parts := typeBrackets.Split(s, -1)
	all, certainty := typesOfList(parts[0])
	known := certainty != Unknown
	if !known && Key(parts[0]) != "" {
		return nil, Unknown
	}
	for _, p := range parts[1:] {
		if Key(p) == "" {
			continue
		}
		more, c := typesOfList(p)
		switch {
		case c == Unknown && known: // 岗位职责(重点)
			certainty = Proposed
		case c == Unknown:
			return nil, Unknown
		default:
			all, known, certainty = append(all, more...), true, Proposed
		}
	}
	if !known {
		return nil, Unknown
	}
	return inOrder(all), certainty
}

// typesOfList reads a list of types.
func typesOfList(s string) ([]term.RiskType, Certainty) {
	var all []term.RiskType
	certainty := Unknown
	for _, part := range typeParts.Split(s, -1) {
		if Key(part) == "" {
			continue
		}
		types, c := typesOfPart(part)
		if c == Unknown {
			return nil, Unknown
		}
		if certainty == Unknown || c < certainty {
			certainty = c
		}
		all = append(all, types...)
	}
	return all, certainty
}

// typesOfPart reads a part as one word, or else as words joined by 和 or a space.
func typesOfPart(part string) ([]term.RiskType, Certainty) {
	if t, c := riskTypeWord(part); c != Unknown {
		return []term.RiskType{t}, c
	}
	for _, between := range []*regexp.Regexp{typeJoints, typeInnerGaps} {
		words := between.Split(strings.TrimSpace(part), -1)
		if len(words) < 2 {
			continue
		}
		var all []term.RiskType
		least := Clear
		for _, w := range words {
			t, c := riskTypeWord(w)
			least = min(least, c)
			all = append(all, t)
		}
		if least != Unknown {
			return all, least
		}
	}
	return nil, Unknown
}

func riskTypeWord(w string) (term.RiskType, Certainty) {
	k := Key(w)
	for _, k := range []string{k, strip(k, riskTypeAsides)} {
		if t, ok := riskTypes[k]; ok {
			return t, Clear
		}
		if t, ok := nearRiskTypes[k]; ok {
			return t, Proposed
		}
	}
	return "", Unknown
}

// inOrder sorts types by the enumeration and drops doubles.
func inOrder(types []term.RiskType) []term.RiskType {
	var out []term.RiskType
	for _, v := range term.RiskType("").Values() {
		if t := term.RiskType(v); slices.Contains(types, t) {
			out = append(out, t)
		}
	}
	return out
}

// RiskType parses one type that is clear in any file, and the short words that forms take.
func RiskType(s string) (term.RiskType, bool) {
	if types, c := RiskTypesOf(s); c == Clear && len(types) == 1 {
		return types[0], true
	}
	k := Key(s)
	t, ok := formRiskTypes[k]
	if !ok {
		t, ok = formRiskTypes[strip(k, riskTypeAsides)]
	}
	return t, ok
}
