package engine

import "sineng/ent/term"

// Rule is a rule of balance 制衡规则: what must not be in one hand.
type Rule struct {
	// Code names the rule; it is unique and never changes its meaning.
	Code                  string
	Name, Reason, Example Text
	Severity              Severity
	Definition            Definition
}

// Definition says when a rule is broken. Which of the other fields a Kind reads stands with the
// kind; Validate refuses what it does not read.
type Definition struct {
	Kind Kind `json:"kind"`
	// Scope is within what both sides have to meet (TWO_LISTS).
	Scope Scope `json:"scope,omitempty"`
	// SameHand is whose hand both sides must not be in (TWO_LISTS).
	SameHand SameHand `json:"sameHand,omitempty"`
	// Left and Right are the two sides (TWO_LISTS).
	Left  Side `json:"left,omitzero"`
	Right Side `json:"right,omitzero"`
	// Functions are those that a principal leader must not be in direct charge of (DIRECT_CHARGE).
	Functions []Function `json:"functions,omitempty"`
	// NearDays is how many days before the limit a key post is near it; 0 asks for those beyond it (ROTATION).
	NearDays int `json:"nearDays,omitempty"`
	// Steps are the kinds of steps in which discretion is exercised, Checks those of a second pair of
	// eyes (UNCHECKED_DISCRETION).
	Steps  []term.StepKind `json:"steps,omitempty"`
	Checks []term.StepKind `json:"checks,omitempty"`
}

// Side is one of the two lists of a definition.
type Side struct {
	Join      Join       `json:"join,omitempty"`
	Selectors []Selector `json:"selectors,omitempty"`
}

// Selector selects holdings: what somebody holds by a post or a portfolio. A holding is selected
// when it is of the selector's kind and meets every condition that is given; an empty condition is
// none.
type Selector struct {
	Kind SelectorKind `json:"kind"`
	// Steps are kinds of steps (STEP).
	Steps []term.StepKind `json:"steps,omitempty"`
	// Roles are roles of a post in a power (ROLE).
	Roles []Role `json:"roles,omitempty"`
	// PowerTypes and Powers narrow the powers whose steps and roles are meant (STEP, ROLE, POWER).
	PowerTypes []term.PowerType `json:"powerTypes,omitempty"`
	Powers     []int64          `json:"powers,omitempty"`
	// Posts narrow the posts (STEP, ROLE, POWER, POST).
	Posts []int64 `json:"posts,omitempty"`
	// Portfolios are kinds of leadership, Functions those of the unit that is led (PORTFOLIO).
	Portfolios []term.PortfolioKind `json:"portfolios,omitempty"`
	Functions  []Function           `json:"functions,omitempty"`
}

// Severity is how serious a conflict is.
type Severity string

// The values of Severity.
const (
	SeverityHigh   Severity = "HIGH"   // 严重
	SeverityMedium Severity = "MEDIUM" // 较重
	SeverityLow    Severity = "LOW"    // 一般
)

var wordsSeverity = words[Severity]{
	{SeverityHigh, "严重", "High"}, {SeverityMedium, "较重", "Medium"}, {SeverityLow, "一般", "Low"},
}

// Values lists every Severity, the most serious first.
func (Severity) Values() []string { return wordsSeverity.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v Severity) Label(lang string) string { return wordsSeverity.label(v, lang) }

// Kind is the shape of a definition.
type Kind string

// The values of Kind.
const (
	// KindTwoLists is broken where one hand meets Left and Right by at least two different holdings.
	KindTwoLists Kind = "TWO_LISTS"
	// KindSingleHand is broken where one person holds every step of some run of a process (see run in
	// the package's comment), from a start to an end.
	KindSingleHand Kind = "SINGLE_HAND"
	// KindUncheckedDiscretion is broken where a step of wide discretion can be followed to an end
	// without a checking step that somebody else holds.
	KindUncheckedDiscretion Kind = "UNCHECKED_DISCRETION"
	// KindRotation is broken where a key post was held for as long as its rotation limit.
	KindRotation Kind = "ROTATION"
	// KindDirectCharge is broken where whoever is a principal leader at or above a unit is in charge of
	// it too, or is its head, and the unit has one of the functions. In charge of a unit is who has it,
	// or the nearest unit above it within its bureau that anybody has, in their portfolio.
	KindDirectCharge Kind = "DIRECT_CHARGE"
	// KindThreeInOne is broken where one post decides, executes and supervises the same power, each as
	// the post recorded for that or by a step.
	KindThreeInOne Kind = "THREE_IN_ONE"
	// KindProcurementAcceptance is broken where one person procures and accepts in a bureau, and where
	// of two people each accepts what the other procures.
	KindProcurementAcceptance Kind = "PROCUREMENT_ACCEPTANCE"
)

var wordsKind = words[Kind]{
	{KindTwoLists, "两项不相容", "Two incompatible lists"},
	{KindSingleHand, "一人包办全流程", "A process in a single hand"},
	{KindUncheckedDiscretion, "自由裁量无复核", "Discretion without a check"},
	{KindRotation, "重点岗位轮岗", "Rotation of key posts"},
	{KindDirectCharge, "主要领导直接分管", "Principal leader in direct charge"},
	{KindThreeInOne, "决策执行监督一岗", "Decision, execution and supervision in one post"},
	{KindProcurementAcceptance, "采购与验收", "Procurement and acceptance"},
}

// Values lists every Kind.
func (Kind) Values() []string { return wordsKind.values() }

// Label is the words for the value in the language given ("zh" or "en").
func (v Kind) Label(lang string) string { return wordsKind.label(v, lang) }

// Scope is within what the two sides of a rule have to meet.
type Scope string

// The values of Scope.
const (
	// ScopeSameProcess looks at the steps of one process.
	ScopeSameProcess Scope = "SAME_PROCESS"
	// ScopeSamePower looks at the steps of one power, the posts with a role in it, and the portfolios
	// over its unit.
	ScopeSamePower Scope = "SAME_POWER"
	// ScopeSameUnit looks at all powers and posts of one unit and the portfolios over it.
	ScopeSameUnit Scope = "SAME_UNIT"
	// ScopeSameBureau looks at all units of one bureau alike: those down to the next bureaus below it.
	ScopeSameBureau Scope = "SAME_BUREAU"
)

var wordsScope = words[Scope]{
	{ScopeSameProcess, "同一流程", "Same process"}, {ScopeSamePower, "同一职权", "Same power"},
	{ScopeSameUnit, "同一部门", "Same unit"}, {ScopeSameBureau, "同一单位", "Same bureau"},
}

// Values lists every Scope.
func (Scope) Values() []string { return wordsScope.values() }

// Label is the words for the value in the language given ("zh" or "en").
func (v Scope) Label(lang string) string { return wordsScope.label(v, lang) }

// SameHand is what counts as one hand.
type SameHand string

// The values of SameHand.
const (
	// SameHandPerson is one person, by whichever posts and portfolios.
	SameHandPerson SameHand = "PERSON"
	// SameHandPost is one post, whoever holds it, and also while nobody does.
	SameHandPost SameHand = "POST"
	// SameHandDepartment is the posts of one unit.
	SameHandDepartment SameHand = "DEPARTMENT"
	// SameHandRelations is one person, or two in a declared close relation of whom neither alone
	// breaks the rule.
	SameHandRelations SameHand = "RELATIONS"
	// SameHandRelatives is only the latter.
	SameHandRelatives SameHand = "RELATIVES"
)

var wordsSameHand = words[SameHand]{
	{SameHandPerson, "同一人", "Same person"}, {SameHandPost, "同一岗位", "Same post"},
	{SameHandDepartment, "同一部门", "Same department"}, {SameHandRelations, "同一人或有亲属关系的人", "Same person or close relations"},
	{SameHandRelatives, "有亲属关系的两人", "Two close relations"},
}

// Values lists every SameHand.
func (SameHand) Values() []string { return wordsSameHand.values() }

// Label is the words for the value in the language given ("zh" or "en").
func (v SameHand) Label(lang string) string { return wordsSameHand.label(v, lang) }

// Join says how many selectors of a side have to be met.
type Join string

// The values of Join.
const (
	JoinAnyOf Join = "ANY_OF"
	JoinAllOf Join = "ALL_OF"
)

var wordsJoin = words[Join]{{JoinAnyOf, "任一", "Any of"}, {JoinAllOf, "全部", "All of"}}

// Values lists every Join.
func (Join) Values() []string { return wordsJoin.values() }

// Label is the words for the value in the language given ("zh" or "en").
func (v Join) Label(lang string) string { return wordsJoin.label(v, lang) }

// SelectorKind is what a selector selects.
type SelectorKind string

// The values of SelectorKind.
const (
	// SelectorStep selects steps of a process, by the post that carries them out.
	SelectorStep SelectorKind = "STEP"
	// SelectorRole selects the roles of posts in a power.
	SelectorRole SelectorKind = "ROLE"
	// SelectorPower selects steps and roles alike.
	SelectorPower SelectorKind = "POWER"
	// SelectorPost selects posts: within a power the steps and roles of the posts, within a unit or a
	// bureau the posts themselves.
	SelectorPost SelectorKind = "POST"
	// SelectorPortfolio selects leadership over a unit.
	SelectorPortfolio SelectorKind = "PORTFOLIO"
)

var wordsSelector = words[SelectorKind]{
	{SelectorStep, "环节", "Steps"}, {SelectorRole, "职权岗位", "Roles in a power"}, {SelectorPower, "职权", "Powers"},
	{SelectorPost, "岗位", "Posts"}, {SelectorPortfolio, "领导分工", "Portfolios"},
}

// Values lists every SelectorKind.
func (SelectorKind) Values() []string { return wordsSelector.values() }

// Label is the words for the value in the language given ("zh" or "en").
func (v SelectorKind) Label(lang string) string { return wordsSelector.label(v, lang) }

// Role is what a post is recorded for in a power.
type Role string

// The values of Role.
const (
	RoleExercise    Role = "EXERCISE"    // 责任岗位
	RoleDecision    Role = "DECISION"    // 决策岗位
	RoleExecution   Role = "EXECUTION"   // 执行岗位
	RoleSupervision Role = "SUPERVISION" // 监督岗位
)

var wordsRole = words[Role]{
	{RoleExercise, "责任岗位", "Exercising post"}, {RoleDecision, "决策岗位", "Decision post"},
	{RoleExecution, "执行岗位", "Execution post"}, {RoleSupervision, "监督岗位", "Supervision post"},
}

// Values lists every Role.
func (Role) Values() []string { return wordsRole.values() }

// Label is the words for the value in the language given ("zh" or "en").
func (v Role) Label(lang string) string { return wordsRole.label(v, lang) }
