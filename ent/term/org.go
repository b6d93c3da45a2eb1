package term

// UnitKind distinguishes a bureau 单位 from a department 部门 inside one.
type UnitKind string

// The values of UnitKind.
const (
	UnitKindBureau     UnitKind = "BUREAU"     // 单位
	UnitKindDepartment UnitKind = "DEPARTMENT" // 部门
)

var labelsUnitKind = labels[UnitKind]{
	{UnitKindBureau, "单位", "Bureau"},
	{UnitKindDepartment, "部门", "Department"},
}

// Values lists every UnitKind in the order of the forms.
func (UnitKind) Values() []string { return labelsUnitKind.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v UnitKind) Label(lang string) string { return labelsUnitKind.label(v, lang) }

// PoliticalStatus is a person's political status 政治面貌.
type PoliticalStatus string

// The values of PoliticalStatus.
const (
	PoliticalStatusPartyMember  PoliticalStatus = "PARTY_MEMBER"  // 中共党员
	PoliticalStatusProbationary PoliticalStatus = "PROBATIONARY"  // 中共预备党员
	PoliticalStatusLeagueMember PoliticalStatus = "LEAGUE_MEMBER" // 共青团员
	PoliticalStatusOtherParty   PoliticalStatus = "OTHER_PARTY"   // 民主党派
	PoliticalStatusNone         PoliticalStatus = "NONE"          // 群众
)

var labelsPoliticalStatus = labels[PoliticalStatus]{
	{PoliticalStatusPartyMember, "中共党员", "Party member"},
	{PoliticalStatusProbationary, "中共预备党员", "Probationary party member"},
	{PoliticalStatusLeagueMember, "共青团员", "League member"},
	{PoliticalStatusOtherParty, "民主党派", "Other party"},
	{PoliticalStatusNone, "群众", "None"},
}

// Values lists every PoliticalStatus in the order of the forms.
func (PoliticalStatus) Values() []string { return labelsPoliticalStatus.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v PoliticalStatus) Label(lang string) string { return labelsPoliticalStatus.label(v, lang) }

// PortfolioKind is the leadership role that a person has over a unit 领导分工.
type PortfolioKind string

// The values of PortfolioKind.
const (
	PortfolioKindPrincipal PortfolioKind = "PRINCIPAL" // 主要领导
	PortfolioKindInCharge  PortfolioKind = "IN_CHARGE" // 分管领导
	PortfolioKindHead      PortfolioKind = "HEAD"      // 部门负责人
)

var labelsPortfolioKind = labels[PortfolioKind]{
	{PortfolioKindPrincipal, "主要领导", "Principal leader"},
	{PortfolioKindInCharge, "分管领导", "Leader in charge"},
	{PortfolioKindHead, "部门负责人", "Head of department"},
}

// Values lists every PortfolioKind in the order of the forms.
func (PortfolioKind) Values() []string { return labelsPortfolioKind.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v PortfolioKind) Label(lang string) string { return labelsPortfolioKind.label(v, lang) }

// Role is a role of an account, held on a unit and its subtree.
type Role string

// The values of Role.
const (
	RoleStaff           Role = "STAFF"            // 岗位人员
	RoleDeptHead        Role = "DEPT_HEAD"        // 部门负责人
	RoleLeaderInCharge  Role = "LEADER_IN_CHARGE" // 分管领导
	RolePrincipalLeader Role = "PRINCIPAL_LEADER" // 主要领导
	RoleInspector       Role = "INSPECTOR"        // 纪检监察
	RoleLeadingGroup    Role = "LEADING_GROUP"    // 专项工作领导小组
	RoleSystemAdmin     Role = "SYSTEM_ADMIN"     // 系统管理员
	RoleSecurityAdmin   Role = "SECURITY_ADMIN"   // 安全管理员
	RoleAuditor         Role = "AUDITOR"          // 审计员
)

var labelsRole = labels[Role]{
	{RoleStaff, "岗位人员", "Staff"},
	{RoleDeptHead, "部门负责人", "Head of department"},
	{RoleLeaderInCharge, "分管领导", "Leader in charge"},
	{RolePrincipalLeader, "主要领导", "Principal leader"},
	{RoleInspector, "纪检监察", "Inspector"},
	{RoleLeadingGroup, "专项工作领导小组", "Leading group"},
	{RoleSystemAdmin, "系统管理员", "System administrator"},
	{RoleSecurityAdmin, "安全管理员", "Security administrator"},
	{RoleAuditor, "审计员", "Auditor"},
}

// Values lists every Role in the order of the forms.
func (Role) Values() []string { return labelsRole.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v Role) Label(lang string) string { return labelsRole.label(v, lang) }
