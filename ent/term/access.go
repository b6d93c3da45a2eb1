package term

// SignInMethod is how somebody proved their identity.
type SignInMethod string

// The values of SignInMethod.
const (
	SignInMethodPassword SignInMethod = "PASSWORD" // 密码
	SignInMethodOIDC     SignInMethod = "OIDC"     // 统一身份认证
)

var labelsSignInMethod = labels[SignInMethod]{
	{SignInMethodPassword, "密码", "Password"},
	{SignInMethodOIDC, "统一身份认证", "Single sign-on"},
}

// Values lists every SignInMethod.
func (SignInMethod) Values() []string { return labelsSignInMethod.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v SignInMethod) Label(lang string) string { return labelsSignInMethod.label(v, lang) }

// GrantStatus is the status of a granted role: one that gives power over others needs a second
// person's confirmation.
type GrantStatus string

// The values of GrantStatus.
const (
	GrantStatusPending  GrantStatus = "PENDING"  // 待确认
	GrantStatusActive   GrantStatus = "ACTIVE"   // 已生效
	GrantStatusDeclined GrantStatus = "DECLINED" // 已驳回
)

var labelsGrantStatus = labels[GrantStatus]{
	{GrantStatusPending, "待确认", "Pending"},
	{GrantStatusActive, "已生效", "Active"},
	{GrantStatusDeclined, "已驳回", "Declined"},
}

// Values lists every GrantStatus.
func (GrantStatus) Values() []string { return labelsGrantStatus.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v GrantStatus) Label(lang string) string { return labelsGrantStatus.label(v, lang) }

// TokenScope is what an API token may read, or record.
type TokenScope string

// The values of TokenScope.
const (
	TokenScopeReadOrganisation TokenScope = "READ_ORGANISATION" // 读取组织机构
	TokenScopeReadRegister     TokenScope = "READ_REGISTER"     // 读取登记内容
	TokenScopeReadOverview     TokenScope = "READ_OVERVIEW"     // 读取总览
	TokenScopeReadAudit        TokenScope = "READ_AUDIT"        // 读取审计日志
	TokenScopeWriteIndicators  TokenScope = "WRITE_INDICATORS"  // 报送监测值
	TokenScopeWriteProceedings TokenScope = "WRITE_PROCEEDINGS" // 报送办件
)

var labelsTokenScope = labels[TokenScope]{
	{TokenScopeReadOrganisation, "读取组织机构", "Read the organisation"},
	{TokenScopeReadRegister, "读取登记内容", "Read the register"},
	{TokenScopeReadOverview, "读取总览", "Read the overview"},
	{TokenScopeReadAudit, "读取审计日志", "Read the audit log"},
	{TokenScopeWriteIndicators, "报送监测值", "Record readings of indicators"},
	{TokenScopeWriteProceedings, "报送办件", "Record proceedings"},
}

// Values lists every TokenScope.
func (TokenScope) Values() []string { return labelsTokenScope.values() }

// Writes tells whether the scope records something; the others only read.
func (v TokenScope) Writes() bool {
	return v == TokenScopeWriteIndicators || v == TokenScopeWriteProceedings
}

// Label is the word for the value in the language given ("zh" or "en").
func (v TokenScope) Label(lang string) string { return labelsTokenScope.label(v, lang) }
