package exchange

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"sineng/server/form/wording"
)

// titled is what a column's title says.
type titled struct {
	field field
	// sure is wording.Clear where the title is unmistakable, Proposed where it is a guess to confirm.
	sure wording.Certainty
	// rank orders columns that say the same: the lower one is the field's.
	rank int
}

// pattern is a way to write the titles of a field.
type pattern struct {
	field field
	sure  wording.Certainty
	form  *regexp.Regexp
}

func surely(f field, form string) pattern {
	return pattern{f, wording.Clear, regexp.MustCompile("^(?:" + form + ")$")}
}

func guess(f field, form string) pattern {
	return pattern{f, wording.Proposed, regexp.MustCompile(form)}
}

// integrity are the words before a risk that say nothing more.
const integrity = "(?:党风)?(?:廉政|廉洁|廉洁从业|廉政建设|腐败|岗位|职务犯罪|主要|具体|业务|可能存在的|存在的|排查)*"

var (
	serialPatterns = []pattern{surely(fSerial, "序号?|编号|no|项次|行号|序列|序次|顺序号?|导入问题|importproblems")}
	unitPatterns   = []pattern{
		surely(fUnitCode, "(?:单位|部门|科室|机构|组织|处室)(?:编码|代码|编号)"),
		surely(fUnit, "(?:填报|填写|填表|报送|责任|所在|所属|隶属|工作|任职|实施|行使|承办|主管|牵头|主办|主责|法定|权力|职权|风险|风险防控责任|防控责任|防控)*"+
			"(?:单位|部门|科室|股室|处室|机构|主体|组织|科|单位部门|部门单位|单位科室|部门科室|科室部门|内设机构)(?:全称|名称)?"),
		guess(fUnit, "单位|部门|科室|股室|处室|机构$|主体$"),
	}
	measurePatterns = []pattern{
		surely(fMeasure, "(?:风险|廉政风险|廉洁风险|廉政|廉洁|岗位|防控|防范|具体|主要|预防|管控|整改|个人|部门)*(?:要点及|重点及)?(?:防控|防范|管控|预防|控制|监控|防范化解|应对)*(?:措施|对策|举措|办法)(?:内容|要点)?"),
		surely(fMeasureKind, "(?:防控)?措施(?:类别|类型|种类|分类)"),
		surely(fDueOrFrequency, "(?:措施)?(?:完成|落实|整改|办结|实施)?(?:时限|期限)(?:及|和|或)?(?:频次|频率)|完成(?:时间|日期|时限|期限)(?:要求)?"),
		surely(fFrequency, "(?:执行|检查|监督|开展)?(?:频次|频率|周期)"),
		surely(fIndicator, "(?:监测|监控|预警|考核)指标"),
		surely(fThreshold, "(?:预警|监测)?(?:阈值|临界值)"),
		surely(fRules, "(?:制度|文件)(?:依据|名称|文件)|依据(?:的)?制度|相关制度|配套制度"),
		surely(fOwner, "(?:措施|防控|落实|整改|防控措施|风险防控)?(?:责任人员?|具体责任人|承办人)"),
		surely(fSupervisor, "(?:监督|督导|检查)(?:责任)?人员?"),
		surely(fStatus, "(?:措施)?(?:落实|完成|整改)?(?:状态|情况|进度)"),
		surely(fEvidence, "佐证(?:材料)?|(?:落实|完成)情况(?:说明|佐证)"),
		guess(fMeasure, "措施|对策|举措|怎么防|如何防|(?:预防|防控|监控|监督|处置|管控|防范)(?:机制|办法|制度|手段)$"),
		guess(fDueOrFrequency, "时限|期限|频次"),
	}
	kindPatterns = map[Kind][]pattern{
		KindRegister: {
			surely(fTitle, integrity+"(?:风险|风险隐患)(?:点|事项|源|隐患|点位|环节)?(?:名称|内容|标题|事项)?"),
			surely(fRiskType, integrity+"风险点?(?:的)?(?:类别|类型|种类|分类|性质|类)"),
			surely(fGrade, integrity+"(?:风险点?)?(?:的)?(?:等级|级别|等次|定级|层级|程度|评级|风险度)(?:评定|评估|认定|划分|审定)?"),
			surely(fProposed, "(?:自评|自查|初评|建议|拟定|自我评定|部门评定)(?:的)?(?:风险)?(?:等级|级别|等次)?|(?:风险)?等级自评"),
			surely(fGrade, "(?:审定|评定|核定|确定|最终|复核)(?:的)?(?:风险)?(?:等级|级别|等次)|(?:风险)?等级(?:审定|核定)"),
			surely(fManifestation, integrity+"(?:风险点?|风险主要)?(?:的)?(?:主要|具体|内容及|情况)*(?:表现|表现形式|表现情形|情形|描述|具体描述|情况描述|情况|内容描述|内容|现象|隐患描述)(?:及描述|描述)?"),
			surely(fCause, "(?:风险)?(?:产生|形成|存在|发生)?(?:的)?(?:原因|成因)(?:分析)?"),
			surely(fExposed, "(?:风险点?)?(?:涉及|涉险|所涉|相关|有关)(?:的)?(?:岗位|岗位人员|岗位或人员|岗位及人员)|(?:风险点?)涉及的?岗位"),
			surely(fExposedPeople, "(?:涉及|涉险|相关)(?:的)?人员"),
			surely(fPost, "(?:所在|风险|重点|廉政风险|工作|具体)?岗位(?:名称|类别|类型)?"),
			surely(fHolder, "姓名|在岗人员|任职人员|岗位人员(?:姓名)?"),
			surely(fDuties, "(?:岗位|工作|主要)?职责(?:权力|职权|权限|内容)?|岗位职权"),
			surely(fPower, "(?:对应|所属|涉及|相关|主要|行政)*(?:职权|权力|权力事项|职权事项|工作事项|业务事项|业务|工作业务|办理事项|服务事项|事项|项目|管理事项|职权项目|权责事项)(?:名称|内容|流程环节|事项)?"),
			surely(fPowerCode, "(?:职权|权力|事项|项目|权责)(?:编码|代码|编号)"),
			surely(fPowerType, "(?:职权|权力|事项|权责|行政权力)(?:类别|类型|种类|性质)"),
			surely(fStep, "(?:对应|所在|涉及|权力运行|工作|业务|流程|办理|关键|风险|运行)*(?:环节|流程环节|步骤|流程节点|节点)(?:名称)?"),
			guess(fPower, "(?:重要|重点|关键)(?:环节|部位|领域|事项|业务)|工作内容|业务内容"),
			surely(fLikelihood, "(?:风险)?(?:发生|发生的)?(?:可能性|概率|几率|频率)(?:等级|评分|分值|l)?"),
			surely(fSeverity, "(?:风险)?(?:危害|损失|影响|后果)?(?:程度|严重程度|严重性|危害性|后果严重性|影响程度)(?:等级|评分|分值|c|s)?"),
			surely(fConsequence, "可能(?:触犯|造成的?后果|违反)(?:的)?(?:法纪|法律|法规|党纪|法律法规|条款)*"),
			surely(fFoundBy, "(?:风险)?(?:查找|排查|发现|来源)(?:方式|方法|途径|渠道)"),
			surely(fDirectOwner, "(?:风险|岗位|直接|具体)+责任人员?|经办责任人"),
			surely(fDeptOwner, "(?:部门|科室|处室|股室|单位|机构)(?:主要)?(?:责任人|负责人|领导)"),
			surely(fLeaderOwner, "(?:风险|防控|风险防控|分管|主管|包保|领导|廉政)*(?:责任)?领导(?:责任人)?|(?:分管|主管|责任)领导姓名|分管(?:负责人|局领导|副局长)"),
			surely(fCategory, "(?:业务|风险|所属|工作)(?:领域|板块|条线)"),
			surely(fLegal, "(?:行使|法律|职权|权力|实施|设定|事项|政策|法定)+依据"),
			surely(fResponsibilities, "(?:对应)?责任事项(?:内容)?"),
			surely(fAccountability, "追责(?:情形|事项|依据|情形及依据|方式)"),
			guess(fTitle, "风险点|风险隐患"),
			guess(fPost, "^(?:责任|承办|经办|具体|对应|所涉)岗位$"),
			guess(fHolder, "^领导(?:干部)?姓名$"),
			guess(fRiskType, "^(?:类别|类型|种类|分类)$"),
			guess(fManifestation, "表现|描述|情形"),
			guess(fGrade, "等级|等次|级别"),
			guess(fDirectOwner, "责任人"),
			guess(fLeaderOwner, "领导"),
		},
		KindMeasures: {surely(fTitle, "(?:对应|所属|针对|防控)的?"+integrity+"风险点?(?:名称)?(?:岗位等级)?")},
		KindPowers: {
			surely(fCode, "(?:职权|权力|事项|项目|权责|权力事项|行政权力)(?:编码|代码|编号)"),
			surely(fName, "(?:职权|权力|权力事项|职权事项|事项|项目|权责事项|行政权力|行政职权|主项|子项)(?:名称|内容)?"),
			surely(fPowerType, "(?:职权|权力|事项|权责|行政权力|行政职权)(?:类别|类型|种类|性质)"),
			surely(fLegal, "(?:行使|法律|职权|权力|实施|设定|事项|政策|法定|法律法规)*依据"),
			guess(fPowerType, "^(?:类别|类型|种类|分类)$"),
			surely(fLimit, "(?:办理|办结|法定|承诺|法定办结|承诺办结)(?:时限|期限)"),
			surely(fPosts, "(?:责任|行使|承办|具体承办)岗位"),
			surely(fResponsibilities, "(?:对应)?责任事项(?:内容)?"),
			surely(fAccountability, "追责(?:情形|事项|依据|情形及依据|方式)"),
		},
		KindPeople: {
			surely(fNumber, "(?:职工|人员|员工|工作证|干部)?(?:工号|编号|编码)"),
			surely(fName, "(?:人员|员工|干部|职工)?姓名"),
			surely(fJobTitle, "(?:现任|现|行政)?(?:职务|职务名称|职级)"),
			surely(fPost, "(?:所在|现任|任职|工作)?岗位(?:名称)?"),
			surely(fFrom, "(?:任职|任现职|到岗|上岗|任现岗位|现任岗位)(?:起始)?(?:时间|日期)"),
			surely(fDuties, "(?:岗位|工作)职责"),
			surely(fLeadUnits, "分管(?:单位|部门|科室|处室)"),
		},
		KindUnits: {
			surely(fParent, "(?:上级|上一级|主管|隶属|父级?)(?:单位|部门|机构)?(?:编码|代码|名称)?"),
		},
	}
	// generic are titles that say nothing without the one above them, by what that one is about.
	generic = map[field][]pattern{
		fTitle: {surely(fTitle, "名称|内容|事项|标题"), surely(fRiskType, "类别|类型|种类|分类"), surely(fManifestation, "表现|表现形式|表现情形|描述|情形"),
			surely(fGrade, "等级|级别|等次"), surely(fSerial, "编号|序号|编码"), surely(fCause, "原因|成因")},
		fMeasure: {surely(fMeasure, "名称|内容|具体内容"), surely(fMeasureKind, "类别|类型|种类"), surely(fSerial, "编号|序号|编码")},
		fPower:   {surely(fPower, "名称|内容"), surely(fPowerCode, "编码|代码|编号"), surely(fPowerType, "类别|类型|种类"), surely(fLegal, "依据")},
		fUnit:    {surely(fUnit, "名称|全称"), surely(fUnitCode, "编码|代码|编号")},
		fPost:    {surely(fPost, "名称|类别"), surely(fDuties, "职责"), surely(fHolder, "姓名|人员")},
		fOwner:   {surely(fOwner, "姓名"), surely(fOwnerTitle, "职务|岗位|职位")}, fSupervisor: {surely(fSupervisor, "姓名"), surely(fSupervisorTitle, "职务|岗位|职位")},
		fDirectOwner: {surely(fDirectOwner, "姓名"), surely(fDirectOwnerTitle, "职务|岗位|职位")}, fDeptOwner: {surely(fDeptOwner, "姓名"), surely(fDeptOwnerTitle, "职务|岗位|职位")},
		fLeaderOwner: {surely(fLeaderOwner, "姓名"), surely(fLeaderOwnerTitle, "职务|岗位|职位")},
	}
)

// readTitle reads the titles of a column, upper first, in a table of a kind.
func readTitle(k Kind, path []string) (titled, bool) {
	leaf := path[len(path)-1]
	if len(path) > 1 {
		if above, ok := readTitle(k, path[:len(path)-1]); ok {
			key := titleText(leaf)
			for i, p := range generic[above.field] {
				if p.form.MatchString(key) {
					return titled{p.field, p.sure, 50 + i}, true
				}
			}
		}
	}
	t, ok := readAlone(k, leaf)
	if ok && t.sure == wording.Clear || len(path) == 1 {
		return t, ok
	}
	if both, ok := readAlone(k, path[len(path)-2]+leaf); ok && both.sure == wording.Clear {
		return both, true
	}
	return t, ok
}

// readAlone reads one title.
func readAlone(k Kind, title string) (titled, bool) {
	for _, key := range []string{titleKey(title), plainTitleKey(title), titleText(title)} {
		if r, ok := titleFields[k][key]; ok {
			return titled{r.field, wording.Clear, r.rank}, true
		}
	}
	key := titleText(title)
	for i, p := range patterns[k] {
		if p.form.MatchString(key) {
			return titled{p.field, p.sure, 50 + i}, true
		}
	}
	return titled{}, false
}

// titleText is a title for patterns: without numbering, remarks in brackets and punctuation.
func titleText(title string) string { return plainTitleKey(wording.Plain(title)) }

var patterns = func() map[Kind][]pattern {
	out := map[Kind][]pattern{}
	for _, k := range kinds {
		all := append(append([]pattern{}, serialPatterns...), kindPatterns[k]...)
		if k != KindUnits {
			all = append(all, unitPatterns...)
		}
		if k == KindRegister || k == KindMeasures {
			all = append(all, measurePatterns...)
		}
		out[k] = all
	}
	return out
}()

// longestKnown is the greatest length of a title that is known, in characters.
const longestKnown = 30

// clearPatterns are the patterns of unmistakable titles of all kinds of tables, each once.
var clearPatterns = func() []*regexp.Regexp {
	var out []*regexp.Regexp
	seen := map[string]bool{}
	for _, k := range kinds {
		for _, p := range patterns[k] {
			if p.sure == wording.Clear && !seen[p.form.String()] {
				seen[p.form.String()] = true
				out = append(out, p.form)
			}
		}
	}
	return out
}()

// isTitle reports whether a text is the title of a column of any kind of table, or the label of a
// value that holds for a whole table.
func isTitle(text string) bool {
	if n := utf8.RuneCountInString(text); n > longestKnown || strings.Trim(text, "0123456789.,-/:% ") == "" {
		return false
	}
	bare := titleText(text)
	for _, key := range []string{titleKey(text), plainTitleKey(text), bare} {
		for _, k := range kinds {
			if _, ok := titleFields[k][key]; ok {
				return true
			}
		}
	}
	return gradedRisk(text) || slices.ContainsFunc(clearPatterns, func(p *regexp.Regexp) bool { return p.MatchString(bare) })
}
