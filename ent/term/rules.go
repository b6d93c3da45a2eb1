package term

// RulesKind is what a rules document lays down.
type RulesKind string

// The values of RulesKind.
const (
	RulesKindRules        RulesKind = "RULES"         // 制度
	RulesKindWorkingRules RulesKind = "WORKING_RULES" // 工作规则
)

var labelsRulesKind = labels[RulesKind]{
	{RulesKindRules, "制度", "Rules"},
	{RulesKindWorkingRules, "工作规则", "Working rules"},
}

// Values lists every RulesKind.
func (RulesKind) Values() []string { return labelsRulesKind.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v RulesKind) Label(lang string) string { return labelsRulesKind.label(v, lang) }

// RulesReviewState is how far a power or a measure has been looked at since a document that it stands on changed.
type RulesReviewState string

// The values of RulesReviewState.
const (
	RulesReviewStateOpen    RulesReviewState = "OPEN"    // 待复核
	RulesReviewStateKept    RulesReviewState = "KEPT"    // 无需调整
	RulesReviewStateChanged RulesReviewState = "CHANGED" // 已调整
	RulesReviewStateDropped RulesReviewState = "DROPPED" // 已终止
)

var labelsRulesReviewState = labels[RulesReviewState]{
	{RulesReviewStateOpen, "待复核", "Open"},
	{RulesReviewStateKept, "无需调整", "Kept as it is"},
	{RulesReviewStateChanged, "已调整", "Changed"},
	{RulesReviewStateDropped, "已终止", "Dropped"},
}

// Values lists every RulesReviewState.
func (RulesReviewState) Values() []string { return labelsRulesReviewState.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v RulesReviewState) Label(lang string) string { return labelsRulesReviewState.label(v, lang) }
