package term

// RetireGround is why a risk point is retired 撤销理由. All but the last say that what it stood
// on has ended.
type RetireGround string

// The values of RetireGround.
const (
	RetireGroundPowerEnded RetireGround = "POWER_ENDED" // 职权已停用
	RetireGroundStepEnded  RetireGround = "STEP_ENDED"  // 流程环节已取消
	RetireGroundPostEnded  RetireGround = "POST_ENDED"  // 岗位已撤销
	RetireGroundUnitEnded  RetireGround = "UNIT_ENDED"  // 单位已撤销
	RetireGroundNoRisk     RetireGround = "NO_RISK"     // 风险已消除
)

var labelsRetireGround = labels[RetireGround]{
	{RetireGroundPowerEnded, "职权已停用", "The power has ended"},
	{RetireGroundStepEnded, "流程环节已取消", "The step has ended"},
	{RetireGroundPostEnded, "岗位已撤销", "The post has ended"},
	{RetireGroundUnitEnded, "单位已撤销", "The unit has ended"},
	{RetireGroundNoRisk, "风险已消除", "No longer a risk"},
}

// Values lists every RetireGround.
func (RetireGround) Values() []string { return labelsRetireGround.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v RetireGround) Label(lang string) string { return labelsRetireGround.label(v, lang) }

// Comprehensive is what the leading group decided when it was asked for a comprehensive measure
// 提请领导小组综合制定.
type Comprehensive string

// The values of Comprehensive.
const (
	ComprehensiveAdopted  Comprehensive = "ADOPTED"  // 已综合制定
	ComprehensiveDeclined Comprehensive = "DECLINED" // 不予综合制定
)

var labelsComprehensive = labels[Comprehensive]{
	{ComprehensiveAdopted, "已综合制定", "Adopted"},
	{ComprehensiveDeclined, "不予综合制定", "Declined"},
}

// Values lists every Comprehensive.
func (Comprehensive) Values() []string { return labelsComprehensive.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v Comprehensive) Label(lang string) string { return labelsComprehensive.label(v, lang) }
