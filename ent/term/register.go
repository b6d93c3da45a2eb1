package term

// PowerType is the class of a power 职权类别 (能分类梳理): the classes of the government service lists
// 权责清单, which have a Code there, and those of a body's inner powers.
type PowerType string

// The values of PowerType.
const (
	PowerTypeLicensing           PowerType = "LICENSING"            // 行政许可(审批)
	PowerTypeEnforcement         PowerType = "ENFORCEMENT"          // 稽查执法
	PowerTypeInspection          PowerType = "INSPECTION"           // 检验检测
	PowerTypeAdministrativeCheck PowerType = "ADMINISTRATIVE_CHECK" // 行政检查
	PowerTypeAllocation          PowerType = "ALLOCATION"           // 资源调配
	PowerTypePenalty             PowerType = "PENALTY"              // 行政处罚
	PowerTypeCompulsion          PowerType = "COMPULSION"           // 行政强制
	PowerTypeCollection          PowerType = "COLLECTION"           // 行政征收
	PowerTypePayment             PowerType = "PAYMENT"              // 行政给付
	PowerTypeConfirmation        PowerType = "CONFIRMATION"         // 行政确认
	PowerTypeReward              PowerType = "REWARD"               // 行政奖励
	PowerTypeAdjudication        PowerType = "ADJUDICATION"         // 行政裁决
	PowerTypePublicService       PowerType = "PUBLIC_SERVICE"       // 公共服务
	PowerTypePersonnel           PowerType = "PERSONNEL"            // 人事
	PowerTypeFinance             PowerType = "FINANCE"              // 财务
	PowerTypeProcurement         PowerType = "PROCUREMENT"          // 采购
	PowerTypeEngineering         PowerType = "ENGINEERING"          // 工程
	PowerTypeAssets              PowerType = "ASSETS"               // 资产
	PowerTypeOther               PowerType = "OTHER"                // 其他
)

var labelsPowerType = labels[PowerType]{
	{PowerTypeLicensing, "行政许可(审批)", "Licensing"},
	{PowerTypeEnforcement, "稽查执法", "Enforcement"},
	{PowerTypeInspection, "检验检测", "Inspection and testing"},
	{PowerTypeAdministrativeCheck, "行政检查", "Administrative check"},
	{PowerTypeAllocation, "资源调配", "Allocation of resources"},
	{PowerTypePenalty, "行政处罚", "Administrative penalty"},
	{PowerTypeCompulsion, "行政强制", "Administrative compulsion"},
	{PowerTypeCollection, "行政征收", "Collection"},
	{PowerTypePayment, "行政给付", "Payment"},
	{PowerTypeConfirmation, "行政确认", "Confirmation"},
	{PowerTypeReward, "行政奖励", "Reward"},
	{PowerTypeAdjudication, "行政裁决", "Adjudication"},
	{PowerTypePublicService, "公共服务", "Public service"},
	{PowerTypePersonnel, "人事", "Personnel"},
	{PowerTypeFinance, "财务", "Finance"},
	{PowerTypeProcurement, "采购", "Procurement"},
	{PowerTypeEngineering, "工程", "Engineering"},
	{PowerTypeAssets, "资产", "Assets"},
	{PowerTypeOther, "其他", "Other"},
}

// Values lists every PowerType in the order of the forms.
func (PowerType) Values() []string { return labelsPowerType.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v PowerType) Label(lang string) string { return labelsPowerType.label(v, lang) }

// codesPowerType are the codes of the government service lists 政务服务事项类型代码.
var codesPowerType = []struct {
	code string
	of   PowerType
}{
	{"01", PowerTypeLicensing},
	{"02", PowerTypePenalty},
	{"03", PowerTypeCompulsion},
	{"04", PowerTypeCollection},
	{"05", PowerTypePayment},
	{"06", PowerTypeAdministrativeCheck},
	{"07", PowerTypeConfirmation},
	{"08", PowerTypeReward},
	{"09", PowerTypeAdjudication},
	{"10", PowerTypeOther},
	{"20", PowerTypePublicService},
}

// Code is the two-digit code of the type in the government service lists, empty for a type that
// they do not know.
func (v PowerType) Code() string {
	for _, c := range codesPowerType {
		if c.of == v {
			return c.code
		}
	}
	return ""
}

// PowerTypeOf is the type with a two-digit code of the government service lists.
func PowerTypeOf(code string) (v PowerType, ok bool) {
	for _, c := range codesPowerType {
		if c.code == code {
			return c.of, true
		}
	}
	return "", false
}

// Discretion is how much discretion a power leaves to its holder 自由裁量权.
type Discretion string

// The values of Discretion.
const (
	DiscretionNone    Discretion = "NONE"    // 无
	DiscretionLimited Discretion = "LIMITED" // 有限
	DiscretionWide    Discretion = "WIDE"    // 较大
)

var labelsDiscretion = labels[Discretion]{
	{DiscretionNone, "无", "None"},
	{DiscretionLimited, "有限", "Limited"},
	{DiscretionWide, "较大", "Wide"},
}

// Values lists every Discretion in the order of the forms.
func (Discretion) Values() []string { return labelsDiscretion.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v Discretion) Label(lang string) string { return labelsDiscretion.label(v, lang) }

// StepKind is what happens in a step of a process 环节类型.
type StepKind string

// The values of StepKind.
const (
	StepKindAccept    StepKind = "ACCEPT"    // 受理
	StepKindHandle    StepKind = "HANDLE"    // 承办
	StepKindReview    StepKind = "REVIEW"    // 审核
	StepKindApprove   StepKind = "APPROVE"   // 审批
	StepKindDecide    StepKind = "DECIDE"    // 决定
	StepKindExecute   StepKind = "EXECUTE"   // 执行
	StepKindRecord    StepKind = "RECORD"    // 记录
	StepKindInspect   StepKind = "INSPECT"   // 验收
	StepKindClose     StepKind = "CLOSE"     // 办结
	StepKindSupervise StepKind = "SUPERVISE" // 监督
)

var labelsStepKind = labels[StepKind]{
	{StepKindAccept, "受理", "Accept"},
	{StepKindHandle, "承办", "Handle"},
	{StepKindReview, "审核", "Review"},
	{StepKindApprove, "审批", "Approve"},
	{StepKindDecide, "决定", "Decide"},
	{StepKindExecute, "执行", "Execute"},
	{StepKindRecord, "记录", "Record"},
	{StepKindInspect, "验收", "Inspect"},
	{StepKindClose, "办结", "Close"},
	{StepKindSupervise, "监督", "Supervise"},
}

// Values lists every StepKind in the order of the forms.
func (StepKind) Values() []string { return labelsStepKind.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v StepKind) Label(lang string) string { return labelsStepKind.label(v, lang) }

// Split says which of the ways from a step are taken 流转方式.
type Split string

// The values of Split.
const (
	SplitOne Split = "ONE" // 择一
	SplitAll Split = "ALL" // 并行
)

var labelsSplit = labels[Split]{
	{SplitOne, "择一", "One of them"},
	{SplitAll, "并行", "All of them"},
}

// Values lists every Split.
func (Split) Values() []string { return labelsSplit.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v Split) Label(lang string) string { return labelsSplit.label(v, lang) }

// RiskType is the source of a risk 风险类别.
type RiskType string

// The values of RiskType.
const (
	RiskTypeMoral        RiskType = "MORAL"        // 思想道德风险
	RiskTypeInstitution  RiskType = "INSTITUTION"  // 制度机制风险
	RiskTypeDuty         RiskType = "DUTY"         // 岗位职责风险
	RiskTypeEnvironment  RiskType = "ENVIRONMENT"  // 外部环境风险
	RiskTypeProcess      RiskType = "PROCESS"      // 业务流程风险, which published rules know beside the four
	RiskTypeUnclassified RiskType = "UNCLASSIFIED" // 未分类, where a file told no type
)

var labelsRiskType = labels[RiskType]{
	{RiskTypeMoral, "思想道德风险", "Moral"},
	{RiskTypeInstitution, "制度机制风险", "Institution"},
	{RiskTypeDuty, "岗位职责风险", "Duty"},
	{RiskTypeEnvironment, "外部环境风险", "Environment"},
	{RiskTypeProcess, "业务流程风险", "Process"},
	{RiskTypeUnclassified, "未分类", "Unclassified"},
}

// Values lists every RiskType in the order of the forms.
func (RiskType) Values() []string { return labelsRiskType.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v RiskType) Label(lang string) string { return labelsRiskType.label(v, lang) }

// ConsequenceKind is the possible consequence of a risk 可能触犯.
type ConsequenceKind string

// The values of ConsequenceKind.
const (
	ConsequenceKindCrime      ConsequenceKind = "CRIME"      // 可能构成犯罪
	ConsequenceKindDiscipline ConsequenceKind = "DISCIPLINE" // 违纪或行政违法
	ConsequenceKindMinor      ConsequenceKind = "MINOR"      // 轻微违规
)

var labelsConsequenceKind = labels[ConsequenceKind]{
	{ConsequenceKindCrime, "可能构成犯罪", "May be a crime"},
	{ConsequenceKindDiscipline, "违纪或行政违法", "Breach of discipline or administrative law"},
	{ConsequenceKindMinor, "轻微违规", "Minor breach"},
}

// Values lists every ConsequenceKind in the order of the forms.
func (ConsequenceKind) Values() []string { return labelsConsequenceKind.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v ConsequenceKind) Label(lang string) string { return labelsConsequenceKind.label(v, lang) }

// FoundBy is the way in which a risk was identified 查找方式.
type FoundBy string

// The values of FoundBy.
const (
	FoundBySelf       FoundBy = "SELF"       // 自己找
	FoundByDepartment FoundBy = "DEPARTMENT" // 部门查
	FoundByLeader     FoundBy = "LEADER"     // 领导提
	FoundByPublic     FoundBy = "PUBLIC"     // 群众帮
	FoundByCollective FoundBy = "COLLECTIVE" // 集体定
)

var labelsFoundBy = labels[FoundBy]{
	{FoundBySelf, "自己找", "By oneself"},
	{FoundByDepartment, "部门查", "By the department"},
	{FoundByLeader, "领导提", "By a leader"},
	{FoundByPublic, "群众帮", "By the public"},
	{FoundByCollective, "集体定", "Collectively"},
}

// Values lists every FoundBy in the order of the forms.
func (FoundBy) Values() []string { return labelsFoundBy.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v FoundBy) Label(lang string) string { return labelsFoundBy.label(v, lang) }

// RiskStatus is the status of a risk point: proposed until a grade is decided, retired when
// the risk no longer exists.
type RiskStatus string

// The values of RiskStatus.
const (
	RiskStatusProposed RiskStatus = "PROPOSED" // 待审定
	RiskStatusDecided  RiskStatus = "DECIDED"  // 已审定
	RiskStatusRetired  RiskStatus = "RETIRED"  // 已撤销
)

var labelsRiskStatus = labels[RiskStatus]{
	{RiskStatusProposed, "待审定", "Proposed"},
	{RiskStatusDecided, "已审定", "Decided"},
	{RiskStatusRetired, "已撤销", "Retired"},
}

// Values lists every RiskStatus in the order of the forms.
func (RiskStatus) Values() []string { return labelsRiskStatus.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v RiskStatus) Label(lang string) string { return labelsRiskStatus.label(v, lang) }

// AssessmentKind distinguishes a proposed grade 自评, a decided one 审定, and an endorsed one that
// awaits the inspector's concurrence 会签 or was refused it; the steps of retiring the risk point;
// a rewriting of the text on which its grade stands; and its recording without an assessment.
type AssessmentKind string

// The values of AssessmentKind.
const (
	AssessmentKindProposal    AssessmentKind = "PROPOSAL"    // 自评
	AssessmentKindDecision    AssessmentKind = "DECISION"    // 审定
	AssessmentKindEndorsement AssessmentKind = "ENDORSEMENT" // 提请会签
	AssessmentKindRefusal     AssessmentKind = "REFUSAL"     // 会签退回

	AssessmentKindRewriting             AssessmentKind = "REWRITING"              // 改写
	AssessmentKindRetirementEndorsement AssessmentKind = "RETIREMENT_ENDORSEMENT" // 提请撤销
	AssessmentKindRetirementRefusal     AssessmentKind = "RETIREMENT_REFUSAL"     // 撤销退回
	AssessmentKindRetirement            AssessmentKind = "RETIREMENT"             // 撤销
	AssessmentKindRecording             AssessmentKind = "RECORDING"              // 登记(未评级)
)

var labelsAssessmentKind = labels[AssessmentKind]{
	{AssessmentKindProposal, "自评", "Proposal"},
	{AssessmentKindDecision, "审定", "Decision"},
	{AssessmentKindEndorsement, "提请会签", "Endorsement"},
	{AssessmentKindRefusal, "会签退回", "Refusal"},
	{AssessmentKindRewriting, "改写", "Rewriting"},
	{AssessmentKindRetirementEndorsement, "提请撤销", "Retirement endorsed"},
	{AssessmentKindRetirementRefusal, "撤销退回", "Retirement refused"},
	{AssessmentKindRetirement, "撤销", "Retirement"},
	{AssessmentKindRecording, "登记(未评级)", "Recorded ungraded"},
}

// Values lists every AssessmentKind in the order of the forms.
func (AssessmentKind) Values() []string { return labelsAssessmentKind.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v AssessmentKind) Label(lang string) string { return labelsAssessmentKind.label(v, lang) }

// MeasureKind is the class of a measure 措施类别.
type MeasureKind string

// The values of MeasureKind.
const (
	MeasureKindEducation  MeasureKind = "EDUCATION"  // 教育管理
	MeasureKindBalance    MeasureKind = "BALANCE"    // 权力制衡
	MeasureKindProcess    MeasureKind = "PROCESS"    // 流程优化
	MeasureKindRule       MeasureKind = "RULE"       // 制度规范
	MeasureKindOversight  MeasureKind = "OVERSIGHT"  // 监督检查
	MeasureKindDisclosure MeasureKind = "DISCLOSURE" // 办事公开
)

var labelsMeasureKind = labels[MeasureKind]{
	{MeasureKindEducation, "教育管理", "Education"},
	{MeasureKindBalance, "权力制衡", "Balance of power"},
	{MeasureKindProcess, "流程优化", "Process"},
	{MeasureKindRule, "制度规范", "Rules"},
	{MeasureKindOversight, "监督检查", "Oversight"},
	{MeasureKindDisclosure, "办事公开", "Disclosure"},
}

// Values lists every MeasureKind in the order of the forms.
func (MeasureKind) Values() []string { return labelsMeasureKind.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v MeasureKind) Label(lang string) string { return labelsMeasureKind.label(v, lang) }

// Mechanism is the way in which a measure works 机制.
type Mechanism string

// The values of Mechanism.
const (
	MechanismDailyEducation    Mechanism = "DAILY_EDUCATION"    // 日常教育
	MechanismDynamicMonitoring Mechanism = "DYNAMIC_MONITORING" // 动态监控
	MechanismEarlyWarning      Mechanism = "EARLY_WARNING"      // 预警防范
)

var labelsMechanism = labels[Mechanism]{
	{MechanismDailyEducation, "日常教育", "Daily education"},
	{MechanismDynamicMonitoring, "动态监控", "Dynamic monitoring"},
	{MechanismEarlyWarning, "预警防范", "Early warning"},
}

// Values lists every Mechanism in the order of the forms.
func (Mechanism) Values() []string { return labelsMechanism.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v Mechanism) Label(lang string) string { return labelsMechanism.label(v, lang) }

// MeasureScope distinguishes a general measure from one for a post 适用范围.
type MeasureScope string

// The values of MeasureScope.
const (
	MeasureScopeGeneral      MeasureScope = "GENERAL"       // 一般
	MeasureScopePostSpecific MeasureScope = "POST_SPECIFIC" // 具体
)

var labelsMeasureScope = labels[MeasureScope]{
	{MeasureScopeGeneral, "一般", "General"},
	{MeasureScopePostSpecific, "具体", "Post-specific"},
}

// Values lists every MeasureScope in the order of the forms.
func (MeasureScope) Values() []string { return labelsMeasureScope.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v MeasureScope) Label(lang string) string { return labelsMeasureScope.label(v, lang) }

// MeasureStatus is the status of a measure.
type MeasureStatus string

// The values of MeasureStatus.
const (
	MeasureStatusDrafted     MeasureStatus = "DRAFTED"     // 草拟
	MeasureStatusApproved    MeasureStatus = "APPROVED"    // 已批准
	MeasureStatusActive      MeasureStatus = "ACTIVE"      // 执行中
	MeasureStatusEffective   MeasureStatus = "EFFECTIVE"   // 有效
	MeasureStatusIneffective MeasureStatus = "INEFFECTIVE" // 无效
	MeasureStatusRevised     MeasureStatus = "REVISED"     // 已修订
	MeasureStatusRetired     MeasureStatus = "RETIRED"     // 已停用
)

var labelsMeasureStatus = labels[MeasureStatus]{
	{MeasureStatusDrafted, "草拟", "Drafted"},
	{MeasureStatusApproved, "已批准", "Approved"},
	{MeasureStatusActive, "执行中", "Active"},
	{MeasureStatusEffective, "有效", "Effective"},
	{MeasureStatusIneffective, "无效", "Ineffective"},
	{MeasureStatusRevised, "已修订", "Revised"},
	{MeasureStatusRetired, "已停用", "Retired"},
}

// Values lists every MeasureStatus in the order of the forms.
func (MeasureStatus) Values() []string { return labelsMeasureStatus.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v MeasureStatus) Label(lang string) string { return labelsMeasureStatus.label(v, lang) }
