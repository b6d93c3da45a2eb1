package exchange

// Kind is what the rows of a sheet describe.
type Kind string

// The kinds of sheets, in the order in which they are processed.
const (
	KindUnits    Kind = "UNITS"    // 单位
	KindPeople   Kind = "PEOPLE"   // 人员
	KindPowers   Kind = "POWERS"   // 表1 职权
	KindRegister Kind = "REGISTER" // 表2 风险点, with measures when it has columns for them
	KindMeasures Kind = "MEASURES" // 表4 防控措施 for risk points named by title
	KindNone     Kind = ""         // not recognised, skipped
)

// kindWords are the labels of the kinds.
var kindWords = map[Kind][2]string{
	KindUnits:    {"单位表", "units"},
	KindPeople:   {"人员表", "people"},
	KindPowers:   {"权力登记表", "powers"},
	KindRegister: {"风险点登记表", "risk points"},
	KindMeasures: {"防控措施登记表", "measures"},
}

// field is the content of a column.
type field string

const (
	fUnitCode field = "unitCode"
	fUnit     field = "unit" // name or path

	fCode   field = "code"
	fName   field = "name"
	fParent field = "parent"
	fKind   field = "kind"
	fSort   field = "sort"

	fNumber    field = "number"
	fJobTitle  field = "jobTitle"
	fPolitical field = "political"
	fPost      field = "post"
	fFrom      field = "from"
	fDuties    field = "duties"
	fKeyPost   field = "keyPost"
	fRotation  field = "rotation"
	fLead      field = "lead"
	fLeadUnits field = "leadUnits"

	fPowerType   field = "powerType"
	fLegal       field = "legal"
	fPosts       field = "posts"
	fThreePosts  field = "threePosts"
	fDecision    field = "decision"
	fExecution   field = "execution"
	fSupervision field = "supervision"
	fFrequency   field = "frequency"
	fDiscretion  field = "discretion"
	fNote        field = "note"
	fLimit       field = "limit"
	fScope       field = "scope"
	fForm        field = "form"
	fReason      field = "reason"

	fPower         field = "power"
	fPowerCode     field = "powerCode"
	fStep          field = "step"
	fTitle         field = "title"
	fRiskType      field = "riskType"
	fManifestation field = "manifestation"
	fCause         field = "cause"
	fExposed       field = "exposed"
	fExposedPeople field = "exposedPeople"
	fLikelihood    field = "likelihood"
	fSeverity      field = "severity"
	fConsequence   field = "consequence"
	fProposed      field = "proposed"
	fGrade         field = "grade"
	fFoundBy       field = "foundBy"
	fDirectOwner   field = "directOwner"
	fDeptOwner     field = "departmentOwner"
	fLeaderOwner   field = "leaderOwner"

	fMeasure        field = "measure"
	fMeasureKind    field = "measureKind"
	fMechanism      field = "mechanism"
	fMeasureScope   field = "measureScope"
	fRules          field = "rules"
	fIndicatorBoth  field = "indicatorThreshold"
	fIndicator      field = "indicator"
	fThreshold      field = "threshold"
	fOwner          field = "owner"
	fSupervisor     field = "supervisor"
	fDueOrFrequency field = "dueOrFrequency"
	fDue            field = "due"
	fStatus         field = "status"
	fEvidence       field = "evidence"
	fComprehensive  field = "comprehensive"

	// Of a register alone.
	fCategory         field = "category"         // 业务领域: what a file calls 风险类别 and is none
	fHolder           field = "holder"           // 姓名 of who holds the post, or whom the risk point concerns
	fResponsibilities field = "responsibilities" // 责任事项
	fAccountability   field = "accountability"   // 追责情形
	fOwnerTitle       field = "ownerJobTitle"    // 职务 of the owner
	fDirectOwnerTitle field = "directOwnerJobTitle"
	fSupervisorTitle  field = "supervisorJobTitle"
	fDeptOwnerTitle   field = "departmentOwnerJobTitle"
	fLeaderOwnerTitle field = "leaderOwnerJobTitle"

	// fSerial numbers the rows and is no data.
	fSerial field = "serial"
)

// column is a field with its possible titles, the form's own first. Titles are
// compared after titleKey.
type column struct {
	field  field
	titles []string
}

// layout is the columns of the sheets of a kind.
type layout struct {
	kind    Kind
	columns []column
	// needs are the required fields; one of each group is enough.
	needs [][]field
}

var (
	unitColumns = []column{
		{fUnitCode, []string{"单位编码", "部门编码", "科室编码", "机构编码", "单位代码", "部门代码"}},
		{fUnit, []string{"单位/科室", "单位/部门", "单位", "部门", "科室", "单位名称", "部门名称", "科室名称", "处室", "单位(部门)",
			"所在单位", "所在部门", "所在科室", "所属单位", "所属部门", "所属科室", "工作单位", "工作部门", "责任单位", "责任部门", "责任科室"}},
	}
	measureColumns = []column{
		{fMeasure, []string{"措施内容", "防控措施", "防范措施", "防控措施内容", "风险防控措施", "廉政风险防控措施", "廉洁风险防控措施",
			"防范防控措施", "防控具体措施", "具体措施", "具体防控措施", "防控举措"}},
		{fMeasureKind, []string{"措施类别", "措施类型", "防控措施类别"}},
		{fMechanism, []string{"机制", "防控机制", "措施机制"}},
		{fMeasureScope, []string{"适用范围", "措施适用范围"}},
		{fRules, []string{"制度依据", "制度文件", "依据制度"}},
		{fIndicatorBoth, []string{"监测指标/阈值", "监测指标及阈值"}},
		{fIndicator, []string{"监测指标"}},
		{fThreshold, []string{"阈值", "预警阈值"}},
		{fOwner, []string{"责任人", "措施责任人", "防控责任人", "落实责任人"}},
		{fSupervisor, []string{"监督人", "监督责任人"}},
		{fDueOrFrequency, []string{"完成时限/频次", "完成时限及频次", "时限/频次"}},
		{fDue, []string{"完成时限", "完成时间", "完成日期"}},
		{fFrequency, []string{"频次", "执行频次"}},
		{fStatus, []string{"状态", "措施状态", "落实状态"}},
		{fEvidence, []string{"佐证", "佐证材料"}},
		{fComprehensive, []string{"提请领导小组综合制定", "提请综合制定", "是否提请领导小组综合制定"}},
	}
)

var layouts = []layout{
	{KindRegister, join(unitColumns, measureColumns, []column{
		{fPower, []string{"职权/流程环节", "职权", "职权名称", "权力事项", "权力名称", "对应职权"}},
		{fPowerCode, []string{"职权编码", "权力编码"}},
		{fStep, []string{"流程环节", "环节", "环节名称", "权力运行环节"}},
		{fTitle, []string{"风险点", "风险点名称", "廉政风险点", "廉洁风险点", "岗位风险点", "职务犯罪风险点", "廉政风险点名称", "风险名称"}},
		{fRiskType, []string{"风险类别", "风险类型", "风险种类", "风险分类", "廉政风险类别", "廉政风险类型"}},
		{fManifestation, []string{"表现情形", "表现形式", "风险表现", "风险表现形式", "风险内容", "风险描述", "主要表现", "具体表现", "主要表现形式",
			"廉政风险主要内容及表现形式", "风险主要内容及表现形式", "主要内容及表现形式", "风险内容及表现形式", "廉政风险内容", "廉政风险表现形式",
			"廉政风险内容及表现形式", "风险点描述"}},
		{fCause, []string{"产生原因", "风险成因", "成因", "原因分析", "风险产生原因"}},
		{fExposed, []string{"涉险岗位/人员", "涉险岗位", "涉险岗位及人员"}},
		{fExposedPeople, []string{"涉险人员"}},
		{fLikelihood, []string{"可能性", "发生可能性", "发生概率", "发生几率"}},
		{fSeverity, []string{"危害程度", "危害性", "严重程度", "危害后果程度"}},
		{fConsequence, []string{"可能触犯", "可能触犯法纪", "可能后果", "可能触犯的法律法规"}},
		{fProposed, []string{"自评等级", "自评风险等级", "自评"}},
		{fGrade, []string{"审定等级", "风险等级", "等级", "审定风险等级", "廉政风险等级", "风险级别", "定级", "风险等级审定"}},
		{fFoundBy, []string{"查找方式", "查找方法", "查找途径"}},
		{fPowerType, []string{"职权类别", "权力类别", "职权类型", "权力类型"}},
		{fLegal, []string{"行使依据", "法律依据", "职权依据", "权力依据", "实施依据", "设定依据"}},
		{fResponsibilities, []string{"责任事项"}},
		{fAccountability, []string{"追责情形", "追责事项", "追责依据"}},
		{fCategory, []string{"业务领域", "业务类别", "风险领域"}},
		{fPost, []string{"岗位", "岗位名称", "所在岗位", "风险岗位", "廉政风险岗位", "岗位类别"}},
		{fHolder, []string{"姓名", "人员姓名"}},
		{fJobTitle, []string{"职务", "职务名称", "现任职务"}},
		{fDuties, []string{"岗位职责", "职责权力", "职责", "工作职责", "岗位职权", "职责权限"}},
		{fFrom, []string{"任职起始", "任职起始日期", "任现职时间"}},
		{fDirectOwner, []string{"直接责任人", "岗位责任人"}},
		{fDeptOwner, []string{"部门责任人", "部门负责人", "科室负责人", "科室责任人", "处室负责人", "单位负责人"}},
		{fLeaderOwner, []string{"责任领导", "分管领导", "主管领导", "领导责任人"}},
	}), [][]field{{fTitle, fManifestation}}},
	{KindMeasures, join(unitColumns, measureColumns, []column{
		{fTitle, []string{"对应风险点", "对应风险点/岗位/等级", "所属风险点", "防控风险点"}},
	}), [][]field{{fTitle}, {fMeasure}}},
	{KindPowers, join(unitColumns, []column{
		{fCode, []string{"职权编码", "权力编码", "职权代码", "权力事项编码"}},
		{fName, []string{"职权名称", "权力名称", "权力事项", "职权", "权力事项名称"}},
		{fPowerType, []string{"职权类别", "权力类别", "职权类型", "权力类型"}},
		{fLegal, []string{"行使依据", "法律依据", "职权依据", "权力依据", "依据"}},
		{fPosts, []string{"责任岗位", "行使岗位"}},
		{fThreePosts, []string{"决策/执行/监督岗位"}},
		{fDecision, []string{"决策岗位"}},
		{fExecution, []string{"执行岗位"}},
		{fSupervision, []string{"监督岗位"}},
		{fFrequency, []string{"行使频次", "频次"}},
		{fDiscretion, []string{"自由裁量权", "裁量权"}},
		{fNote, []string{"自由裁量权说明", "裁量说明"}},
		{fLimit, []string{"办理时限", "办理期限"}},
		{fResponsibilities, []string{"责任事项"}},
		{fAccountability, []string{"追责情形", "追责事项"}},
		{fScope, []string{"公开范围"}},
		{fForm, []string{"公开形式"}},
		{fReason, []string{"不公开理由"}},
	}), [][]field{{fName}, {fCode, fPowerType, fLegal}}},
	{KindPeople, join(unitColumns, []column{
		{fNumber, []string{"工号", "职工号", "人员编号", "人员编码", "员工编号"}},
		{fName, []string{"姓名", "人员姓名"}},
		{fJobTitle, []string{"职务", "职务名称", "现任职务"}},
		{fPolitical, []string{"政治面貌"}},
		{fPost, []string{"岗位", "岗位名称", "任职岗位", "所在岗位", "现任岗位"}},
		{fFrom, []string{"任职起始", "任职起始日期", "任职起始时间", "任职时间", "任职日期", "任现职时间", "到岗时间", "起始日期"}},
		{fDuties, []string{"岗位职责"}},
		{fKeyPost, []string{"重点岗位", "是否重点岗位"}},
		{fRotation, []string{"轮岗年限"}},
		{fLead, []string{"领导分工", "分工", "领导类别"}},
		{fLeadUnits, []string{"分管单位", "分管部门", "分管科室"}},
	}), [][]field{{fName}, {fNumber, fJobTitle, fPolitical, fPost, fLead}}},
	{KindUnits, []column{
		{fCode, []string{"编码", "单位编码", "部门编码", "机构编码", "组织编码", "代码", "单位代码", "机构代码", "组织代码", "部门代码"}},
		{fName, []string{"名称", "单位名称", "部门名称", "机构名称", "组织名称", "单位", "单位/部门", "部门"}},
		{fParent, []string{"上级编码", "上级单位编码", "上级部门编码", "上级机构编码", "上级代码", "父级编码", "父编码", "上级单位代码", "上级单位", "上级部门", "隶属单位"}},
		{fKind, []string{"类型", "单位类型", "机构类型", "类别", "单位类别"}},
		{fSort, []string{"排序", "排序号", "顺序", "顺序号"}},
	}, [][]field{{fCode}, {fName}}},
}

// titleFields maps, per kind, each title to its field and rank: an earlier
// title wins over a later one for the same field.
var titleFields = func() map[Kind]map[string]ranked {
	out := map[Kind]map[string]ranked{}
	for _, l := range layouts {
		fields := map[string]ranked{}
		for _, c := range l.columns {
			for rank, title := range c.titles {
				if _, taken := fields[titleKey(title)]; !taken {
					fields[titleKey(title)] = ranked{c.field, rank}
				}
			}
		}
		out[l.kind] = fields
	}
	return out
}()

type ranked struct {
	field field
	rank  int
}

func join(lists ...[]column) []column {
	var out []column
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}
