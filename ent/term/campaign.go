package term

import "time"

// CampaignPhase is the phase of a campaign.
type CampaignPhase string

// The values of CampaignPhase.
const (
	CampaignPhasePlanned   CampaignPhase = "PLANNED"   // 筹划
	CampaignPhaseSurvey    CampaignPhase = "SURVEY"    // 排查风险
	CampaignPhaseMechanism CampaignPhase = "MECHANISM" // 完善机制
	CampaignPhaseControl   CampaignPhase = "CONTROL"   // 防控管理
	CampaignPhaseSummary   CampaignPhase = "SUMMARY"   // 总结提高
	CampaignPhaseArchived  CampaignPhase = "ARCHIVED"  // 已归档
)

var labelsCampaignPhase = labels[CampaignPhase]{
	{CampaignPhasePlanned, "筹划", "Planned"},
	{CampaignPhaseSurvey, "排查风险", "Survey"},
	{CampaignPhaseMechanism, "完善机制", "Mechanism"},
	{CampaignPhaseControl, "防控管理", "Control"},
	{CampaignPhaseSummary, "总结提高", "Summary"},
	{CampaignPhaseArchived, "已归档", "Archived"},
}

// Values lists every CampaignPhase.
func (CampaignPhase) Values() []string { return labelsCampaignPhase.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v CampaignPhase) Label(lang string) string { return labelsCampaignPhase.label(v, lang) }

// FormKind is one of the four forms; POWERS, RISKS and MEASURES are a department's, PERSONAL is a person's.
type FormKind string

// The values of FormKind.
const (
	FormKindPowers   FormKind = "POWERS"   // 表1 部门权力登记表
	FormKindRisks    FormKind = "RISKS"    // 表2 部门职务犯罪风险点自查登记表
	FormKindPersonal FormKind = "PERSONAL" // 表3 个人职务犯罪风险点自查登记表
	FormKindMeasures FormKind = "MEASURES" // 表4 部门职务犯罪风险防控措施登记表
)

var labelsFormKind = labels[FormKind]{
	{FormKindPowers, "表1 部门权力登记表", "Form 1: powers of the department"},
	{FormKindRisks, "表2 部门职务犯罪风险点自查登记表", "Form 2: risk points of the department"},
	{FormKindPersonal, "表3 个人职务犯罪风险点自查登记表", "Form 3: risk points of a person"},
	{FormKindMeasures, "表4 部门职务犯罪风险防控措施登记表", "Form 4: measures of the department"},
}

// Values lists every FormKind.
func (FormKind) Values() []string { return labelsFormKind.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v FormKind) Label(lang string) string { return labelsFormKind.label(v, lang) }

// FormState is the state of a form.
type FormState string

// The values of FormState.
const (
	FormStateDraft            FormState = "DRAFT"             // 填报中
	FormStateDeptReview       FormState = "DEPT_REVIEW"       // 部门审核
	FormStateLeaderReview     FormState = "LEADER_REVIEW"     // 分管领导审核
	FormStateInspectionReview FormState = "INSPECTION_REVIEW" // 纪检监察审核
	FormStateGroupReview      FormState = "GROUP_REVIEW"      // 领导小组审定
	FormStatePublicity        FormState = "PUBLICITY"         // 公示
	FormStateFiled            FormState = "FILED"             // 已备案
	FormStateRevising         FormState = "REVISING"          // 申请修订
	FormStateDropped          FormState = "DROPPED"           // 免予填报
)

var labelsFormState = labels[FormState]{
	{FormStateDraft, "填报中", "Draft"},
	{FormStateDeptReview, "部门审核", "Department review"},
	{FormStateLeaderReview, "分管领导审核", "Leader review"},
	{FormStateInspectionReview, "纪检监察审核", "Inspection review"},
	{FormStateGroupReview, "领导小组审定", "Leading group review"},
	{FormStatePublicity, "公示", "Publicity"},
	{FormStateFiled, "已备案", "Filed"},
	{FormStateRevising, "申请修订", "Asking to revise"},
	{FormStateDropped, "免予填报", "Not needed any more"},
}

// Values lists every FormState.
func (FormState) Values() []string { return labelsFormState.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v FormState) Label(lang string) string { return labelsFormState.label(v, lang) }

// Verdict is the result of a review.
type Verdict string

// The values of Verdict.
const (
	VerdictApproved Verdict = "APPROVED" // 同意
	VerdictReturned Verdict = "RETURNED" // 退回
)

var labelsVerdict = labels[Verdict]{
	{VerdictApproved, "同意", "Approved"},
	{VerdictReturned, "退回", "Returned"},
}

// Values lists every Verdict.
func (Verdict) Values() []string { return labelsVerdict.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v Verdict) Label(lang string) string { return labelsVerdict.label(v, lang) }

// PhasePlan is the period of a phase of a campaign, with the forms due in it.
type PhasePlan struct {
	Phase CampaignPhase `json:"phase"`
	// From and To are the first and the last day.
	From time.Time `json:"from"`
	To   time.Time `json:"to"`
	// Due are the deadlines, by form.
	Due []FormDue `json:"due,omitempty"`
}

// FormDue is the last day on which a form is on time.
type FormDue struct {
	Kind FormKind  `json:"kind"`
	On   time.Time `json:"on"`
}
