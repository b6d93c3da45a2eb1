// Package wording parses texts as people write them in cells: words of
// enumerations, numbers, days, names and legal provisions, in any width, case
// and punctuation.
package wording

import (
	"regexp"
	"strconv"
	"strings"

	"sineng/ent/term"
	"sineng/ent/term/fold"
)

// Words maps texts, normalised by Key, to the values of an enumeration.
type Words[T ~string] map[string]T

// of maps the values and labels of an enumeration, then further texts.
func of[T interface {
	~string
	Values() []string
	Label(lang string) string
}](more Words[T]) Words[T] {
	out := Words[T]{}
	var any T
	for _, v := range any.Values() {
		value := T(v)
		out[Key(v)] = value
		out[Key(value.Label("zh"))] = value
		out[Key(value.Label("en"))] = value
	}
	for text, value := range more {
		out[Key(text)] = value
	}
	return out
}

// The words of the enumerations.
var (
	UnitKinds = of(Words[term.UnitKind]{"机构": term.UnitKindBureau, "局": term.UnitKindBureau, "行政区划": term.UnitKindBureau,
		"科室": term.UnitKindDepartment, "处室": term.UnitKindDepartment, "内设机构": term.UnitKindDepartment, "内设部门": term.UnitKindDepartment})
	PoliticalStatuses = of(Words[term.PoliticalStatus]{"党员": term.PoliticalStatusPartyMember, "预备党员": term.PoliticalStatusProbationary,
		"团员": term.PoliticalStatusLeagueMember, "无党派人士": term.PoliticalStatusNone, "无党派": term.PoliticalStatusNone,
		"民革党员": term.PoliticalStatusOtherParty, "民盟盟员": term.PoliticalStatusOtherParty, "民建会员": term.PoliticalStatusOtherParty,
		"民进会员": term.PoliticalStatusOtherParty, "农工党党员": term.PoliticalStatusOtherParty, "致公党党员": term.PoliticalStatusOtherParty,
		"九三学社社员": term.PoliticalStatusOtherParty, "台盟盟员": term.PoliticalStatusOtherParty})
	PortfolioKinds = of(Words[term.PortfolioKind]{"主要负责人": term.PortfolioKindPrincipal, "一把手": term.PortfolioKindPrincipal,
		"分管": term.PortfolioKindInCharge, "责任领导": term.PortfolioKindInCharge, "分管负责人": term.PortfolioKindInCharge,
		"科室负责人": term.PortfolioKindHead, "负责人": term.PortfolioKindHead})
	PowerTypes = of(Words[term.PowerType]{"行政许可": term.PowerTypeLicensing, "行政审批": term.PowerTypeLicensing, "许可": term.PowerTypeLicensing,
		"审批": term.PowerTypeLicensing, "执法": term.PowerTypeEnforcement, "行政执法": term.PowerTypeEnforcement,
		"检验": term.PowerTypeInspection, "检测": term.PowerTypeInspection, "处罚": term.PowerTypePenalty, "强制": term.PowerTypeCompulsion,
		"征收": term.PowerTypeCollection, "给付": term.PowerTypePayment, "确认": term.PowerTypeConfirmation, "奖励": term.PowerTypeReward,
		"裁决": term.PowerTypeAdjudication, "人事管理": term.PowerTypePersonnel, "财务管理": term.PowerTypeFinance, "物资采购": term.PowerTypeProcurement,
		"工程建设": term.PowerTypeEngineering, "资产管理": term.PowerTypeAssets, "其他职权": term.PowerTypeOther, "其他行政权力": term.PowerTypeOther})
	Discretions = of(Words[term.Discretion]{"没有": term.DiscretionNone, "小": term.DiscretionLimited, "较小": term.DiscretionLimited,
		"一般": term.DiscretionLimited, "有": term.DiscretionLimited, "大": term.DiscretionWide, "无限制": term.DiscretionWide})
	Consequences = of(Words[term.ConsequenceKind]{"犯罪": term.ConsequenceKindCrime, "刑法": term.ConsequenceKindCrime, "构成犯罪": term.ConsequenceKindCrime,
		"涉嫌犯罪": term.ConsequenceKindCrime, "职务犯罪": term.ConsequenceKindCrime, "违纪": term.ConsequenceKindDiscipline, "违法": term.ConsequenceKindDiscipline,
		"违纪违法": term.ConsequenceKindDiscipline, "违反党纪政纪": term.ConsequenceKindDiscipline, "行政违法": term.ConsequenceKindDiscipline,
		"党纪": term.ConsequenceKindDiscipline, "政纪": term.ConsequenceKindDiscipline, "违规": term.ConsequenceKindMinor, "轻微": term.ConsequenceKindMinor})
	FoundBys = of(Words[term.FoundBy]{"个人自查": term.FoundBySelf, "自查": term.FoundBySelf, "部门自查": term.FoundByDepartment,
		"领导点": term.FoundByLeader, "群众提": term.FoundByPublic, "集体研究": term.FoundByCollective, "组织审": term.FoundByCollective})
	MeasureKinds = of(Words[term.MeasureKind]{"教育": term.MeasureKindEducation, "制衡": term.MeasureKindBalance, "流程": term.MeasureKindProcess,
		"制度": term.MeasureKindRule, "制度建设": term.MeasureKindRule, "监督": term.MeasureKindOversight, "公开": term.MeasureKindDisclosure})
	Mechanisms    = of(Words[term.Mechanism]{"教育": term.MechanismDailyEducation, "监控": term.MechanismDynamicMonitoring, "预警": term.MechanismEarlyWarning})
	MeasureScopes = of(Words[term.MeasureScope]{"一般措施": term.MeasureScopeGeneral, "通用": term.MeasureScopeGeneral, "具体措施": term.MeasureScopePostSpecific, "具体岗位": term.MeasureScopePostSpecific})
	MeasureStates = of(Words[term.MeasureStatus]{"落实中": term.MeasureStatusActive, "正在执行": term.MeasureStatusActive, "已落实": term.MeasureStatusActive, "已审批": term.MeasureStatusApproved})
	yes           = map[string]bool{"是": true, "有": true, "y": true, "yes": true, "true": true, "1": true, "√": true, "✓": true, "需要": true}
	no            = map[string]bool{"否": true, "无": true, "n": true, "no": true, "false": true, "0": true, "×": true, "不": true, "不需要": true}
)

// strip removes words from both ends of a text until none is left there.
func strip(s string, asides []string) string {
	for again := true; again; {
		again = false
		for _, w := range asides {
			if t := strings.TrimSuffix(strings.TrimPrefix(s, w), w); t != s && t != "" {
				s, again = t, true
			}
		}
	}
	return s
}

func (w Words[T]) Parse(s string) (T, bool) {
	v, ok := w[Key(s)]
	if !ok {
		v, ok = w[PlainTitleKey(s)]
	}
	return v, ok
}

// ParseList parses several values: 自己找、部门查.
func (w Words[T]) ParseList(s string) ([]T, bool) {
	var out []T
	seen := map[T]bool{}
	for _, part := range strings.FieldsFunc(Clean(s), func(r rune) bool { return strings.ContainsRune("\n,;/ +\u3001\uff0c\uff1b\uff0f", r) }) {
		v, ok := w.Parse(part)
		if !ok {
			return nil, false
		}
		if !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
	}
	return out, len(out) > 0
}

// Bool parses 是 and 否 and their usual signs.
func Bool(s string) (value, ok bool) {
	k := strings.ToLower(strings.TrimSpace(fold.Compat(s)))
	return yes[k], yes[k] || no[k]
}

var (
	digits   = regexp.MustCompile(`^[+-]?\d{1,9}$`)
	withUnit = regexp.MustCompile(`^(\d{1,5}|[〇零一二两三四五六七八九十百千廿卅]{1,9})(个?工作日|个?自然日|天|日|年|days?|years?|分|级)?$`)
)

// Int parses a whole number of any width or in characters (二十个工作日), optionally followed by a
// unit of time.
func Int(s string) (int, bool) {
	t := strings.ReplaceAll(strings.TrimSpace(fold.Compat(s)), " ", "")
	if m := withUnit.FindStringSubmatch(strings.ToLower(t)); m != nil {
		t = m[1]
	}
	if !digits.MatchString(t) {
		return chineseNumber(t)
	}
	n, err := strconv.Atoi(t)
	return n, err == nil
}

var (
	lawTitle = regexp.MustCompile("^(《[^》]+》(?:[(\uff08][^)\uff09]*[)\uff09])?)(.*)$")
	article  = regexp.MustCompile(`^(第[^条\s]{1,10}条(?:之[一二三四五六七八九十]+)?(?:第[^款\s]{1,6}款)?(?:第[^项\s]{1,6}项)?)(.*)$`)
)

// Legal parses legal provisions, one per line or separated by semicolons:
// 《行政许可法》第三十条:行政机关应当……
func Legal(s string) []term.LegalBasis {
	return provisions(strings.FieldsFunc(Clean(s), func(r rune) bool { return r == '\n' || r == ';' || r == '\uff1b' }))
}

// LegalLines is Legal for a text with one provision per line, in which
// semicolons belong to the text.
func LegalLines(s string) []term.LegalBasis { return provisions(strings.Split(Clean(s), "\n")) }

func provisions(parts []string) []term.LegalBasis {
	var out []term.LegalBasis
	for _, part := range parts {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		m := lawTitle.FindStringSubmatch(part)
		if m == nil {
			if len(out) > 0 { // the text of the previous provision continues
				last := &out[len(out)-1]
				last.Text = strings.TrimSpace(last.Text + "\n" + part)
				continue
			}
			out = append(out, term.LegalBasis{Law: part})
			continue
		}
		basis := term.LegalBasis{Law: m[1]}
		rest := strings.TrimSpace(m[2])
		if a := article.FindStringSubmatch(rest); a != nil {
			basis.Article, rest = a[1], a[2]
		}
		basis.Text = strings.TrimLeft(rest, ":, \uff1a\uff0c\u3000\u3002")
		out = append(out, basis)
	}
	return out
}
