package separation

// Rule is something that nobody may do alone.
type Rule string

// The rules.
const (
	OwnProposal    Rule = "OWN_PROPOSAL"    // somebody decided what they proposed
	OwnPreparation Rule = "OWN_PREPARATION" // somebody approved what they prepared
	GradeByGroup   Rule = "GRADE_BY_GROUP"  // A was decided, lowered or retired without the leading group
	GradeByTwo     Rule = "GRADE_BY_TWO"    // B was decided, lowered or retired by one
	Rewritten      Rule = "REWRITTEN"       // a decided A or B says something else than was decided
	PowerByTwo     Rule = "POWER_BY_TWO"    // sight or signature was given by one
	// RetiredAlone is that one retired what was endorsed, or stood on an agenda, and was not decided.
	RetiredAlone Rule = "RETIRED_ALONE"
	// GroupsOwnWords is that an A was decided by votes that others wrote down for most of the group.
	GroupsOwnWords Rule = "GROUPS_OWN_WORDS"
)

// Rules lists all rules. A new one is in force for a database from the day on which a program
// that knows it first ran on it.
var Rules = []Rule{OwnProposal, OwnPreparation, GradeByGroup, GradeByTwo, Rewritten, PowerByTwo, RetiredAlone, GroupsOwnWords}

// words say what a breach of a rule is.
var words = map[Rule]struct{ zh, en string }{
	OwnProposal:    {"审定了本人提出的等级", "somebody decided what they had proposed"},
	OwnPreparation: {"审核了本人填报或起草的内容", "somebody approved what they had prepared"},
	GradeByGroup:   {"A 级的审定、降低或撤销未经领导小组", "an A was decided, lowered or retired without the leading group"},
	GradeByTwo:     {"B 级的审定、降低或撤销未经两人", "a B was decided, lowered or retired by one person"},
	Rewritten:      {"改写已审定的 A、B 级风险点而未重新审定", "a decided A or B was rewritten and stayed decided"},
	PowerByTwo:     {"权限或签署权未经第二人确认", "sight or signature was given without a second person"},
	RetiredAlone:   {"一人撤销了已提请会签或列入议程的风险点", "one person retired a risk point that was endorsed or on an agenda"},
	GroupsOwnWords: {"A 级的审定、降低或撤销所计票数多由他人代为登记", "an A was decided, lowered or retired by votes that others wrote down for most of the group"},
}

// Breach is an entry of the log that a rule forbids.
type Breach struct {
	Rule   Rule
	Entry  int64 // index in the log
	Type   string
	Object int64 // the row concerned
	By     Who

	request string
}
