package term

// ConflictState is the state of a conflict of balance.
type ConflictState string

// The values of ConflictState.
const (
	ConflictStateOpen     ConflictState = "OPEN"     // 待处理
	ConflictStateAccepted ConflictState = "ACCEPTED" // 限期接受
	ConflictStateSettled  ConflictState = "SETTLED"  // 已解决
)

var labelsConflictState = labels[ConflictState]{
	{ConflictStateOpen, "待处理", "Open"},
	{ConflictStateAccepted, "限期接受", "Accepted for a time"},
	{ConflictStateSettled, "已解决", "Settled"},
}

// Values lists every ConflictState.
func (ConflictState) Values() []string { return labelsConflictState.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v ConflictState) Label(lang string) string { return labelsConflictState.label(v, lang) }

// RuleState is the state of a rule of balance that a body has set itself.
type RuleState string

// The values of RuleState.
const (
	RuleStateDraft RuleState = "DRAFT" // 草拟
	RuleStateOn    RuleState = "ON"    // 启用
	RuleStateOff   RuleState = "OFF"   // 停用
)

var labelsRuleState = labels[RuleState]{
	{RuleStateDraft, "草拟", "Drafted"},
	{RuleStateOn, "启用", "On"},
	{RuleStateOff, "停用", "Off"},
}

// Values lists every RuleState.
func (RuleState) Values() []string { return labelsRuleState.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v RuleState) Label(lang string) string { return labelsRuleState.label(v, lang) }

// RelationKind is a kind of close relation for which people keep out of each other's offices: those of 公务员法 (2018)
// article 74.
type RelationKind string

// The values of RelationKind.
const (
	RelationKindSpouse      RelationKind = "SPOUSE"       // 夫妻关系
	RelationKindDirectBlood RelationKind = "DIRECT_BLOOD" // 直系血亲
	RelationKindCollateral  RelationKind = "COLLATERAL"   // 三代以内旁系血亲
	RelationKindByMarriage  RelationKind = "BY_MARRIAGE"  // 近姻亲
	RelationKindOther       RelationKind = "OTHER"        // 其他
)

var labelsRelationKind = labels[RelationKind]{
	{RelationKindSpouse, "夫妻关系", "Spouses"},
	{RelationKindDirectBlood, "直系血亲", "Direct blood relatives"},
	{RelationKindCollateral, "三代以内旁系血亲", "Collateral relatives within three generations"},
	{RelationKindByMarriage, "近姻亲", "Close relatives by marriage"},
	{RelationKindOther, "其他", "Other"},
}

// Values lists every RelationKind.
func (RelationKind) Values() []string { return labelsRelationKind.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v RelationKind) Label(lang string) string { return labelsRelationKind.label(v, lang) }
