package term

// ActKind is what an act does that waits for a second person.
type ActKind string

// The values of ActKind.
const (
	ActKindGrantRole         ActKind = "GRANT_ROLE"          // 授予角色
	ActKindAssignPortfolio   ActKind = "ASSIGN_PORTFOLIO"    // 确定领导分工
	ActKindAppoint           ActKind = "APPOINT"             // 任职
	ActKindDelegate          ActKind = "DELEGATE"            // 委托审核
	ActKindResetPassword     ActKind = "RESET_PASSWORD"      // 重置密码
	ActKindResetSecondFactor ActKind = "RESET_SECOND_FACTOR" // 重置二次验证
	ActKindLinkPerson        ActKind = "LINK_PERSON"         // 为人员开通账号
	ActKindLinkIdentity      ActKind = "LINK_IDENTITY"       // 关联统一身份
	ActKindImportOffices     ActKind = "IMPORT_OFFICES"      // 导入任职名单
	ActKindMoveUnit          ActKind = "MOVE_UNIT"           // 移动单位
	ActKindCloseUnit         ActKind = "CLOSE_UNIT"          // 撤销单位
	ActKindRetireRisk        ActKind = "RETIRE_RISK"         // 撤销风险点
	ActKindAcceptConflict    ActKind = "ACCEPT_CONFLICT"     // 限期接受制衡冲突
)

var labelsActKind = labels[ActKind]{
	{ActKindGrantRole, "授予角色", "Grant a role"},
	{ActKindAssignPortfolio, "确定领导分工", "Assign a portfolio"},
	{ActKindAppoint, "任职", "Appoint"},
	{ActKindDelegate, "委托审核", "Delegate"},
	{ActKindResetPassword, "重置密码", "Reset a password"},
	{ActKindResetSecondFactor, "重置二次验证", "Reset a second factor"},
	{ActKindLinkPerson, "为人员开通账号", "Open an account for a person"},
	{ActKindLinkIdentity, "关联统一身份", "Link an identity"},
	{ActKindImportOffices, "导入任职名单", "Import a list of offices"},
	{ActKindMoveUnit, "移动单位", "Move a unit"},
	{ActKindCloseUnit, "撤销单位", "Close a unit"},
	{ActKindRetireRisk, "撤销风险点", "Retire a risk point"},
	{ActKindAcceptConflict, "限期接受制衡冲突", "Accept a conflict of balance for a time"},
}

// Values lists every ActKind.
func (ActKind) Values() []string { return labelsActKind.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v ActKind) Label(lang string) string { return labelsActKind.label(v, lang) }

// ActStatus is the status of an act that waits, or waited, for a second person.
type ActStatus string

// The values of ActStatus.
const (
	ActStatusPending   ActStatus = "PENDING"   // 待确认
	ActStatusConfirmed ActStatus = "CONFIRMED" // 已确认
	ActStatusDeclined  ActStatus = "DECLINED"  // 已驳回
	ActStatusWithdrawn ActStatus = "WITHDRAWN" // 已撤回
	ActStatusExpired   ActStatus = "EXPIRED"   // 已失效
)

var labelsActStatus = labels[ActStatus]{
	{ActStatusPending, "待确认", "To be confirmed"},
	{ActStatusConfirmed, "已确认", "Confirmed"},
	{ActStatusDeclined, "已驳回", "Declined"},
	{ActStatusWithdrawn, "已撤回", "Withdrawn"},
	{ActStatusExpired, "已失效", "Expired"},
}

// Values lists every ActStatus.
func (ActStatus) Values() []string { return labelsActStatus.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v ActStatus) Label(lang string) string { return labelsActStatus.label(v, lang) }
