package term

// MeetingState is the state of a meeting.
type MeetingState string

// The values of MeetingState.
const (
	MeetingStatePlanned   MeetingState = "PLANNED"   // 筹备
	MeetingStateOpen      MeetingState = "OPEN"      // 进行中
	MeetingStateClosed    MeetingState = "CLOSED"    // 已结束
	MeetingStateCancelled MeetingState = "CANCELLED" // 已取消
)

var labelsMeetingState = labels[MeetingState]{
	{MeetingStatePlanned, "筹备", "Planned"},
	{MeetingStateOpen, "进行中", "Open"},
	{MeetingStateClosed, "已结束", "Closed"},
	{MeetingStateCancelled, "已取消", "Cancelled"},
}

// Values lists every MeetingState.
func (MeetingState) Values() []string { return labelsMeetingState.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v MeetingState) Label(lang string) string { return labelsMeetingState.label(v, lang) }

// ItemState is the state of an item of an agenda.
type ItemState string

// The values of ItemState.
const (
	ItemStatePending  ItemState = "PENDING"  // 待议
	ItemStateVoting   ItemState = "VOTING"   // 表决中
	ItemStateDecided  ItemState = "DECIDED"  // 已审定
	ItemStateDeferred ItemState = "DEFERRED" // 缓议

	ItemStateWithdrawn ItemState = "WITHDRAWN" // 撤出
)

var labelsItemState = labels[ItemState]{
	{ItemStatePending, "待议", "Pending"},
	{ItemStateVoting, "表决中", "Voting"},
	{ItemStateDecided, "已审定", "Decided"},
	{ItemStateDeferred, "缓议", "Deferred"},
	{ItemStateWithdrawn, "撤出", "Withdrawn"},
}

// Values lists every ItemState.
func (ItemState) Values() []string { return labelsItemState.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v ItemState) Label(lang string) string { return labelsItemState.label(v, lang) }

// ItemKind is what an item of an agenda decides.
type ItemKind string

// The values of ItemKind.
const (
	ItemKindGrade         ItemKind = "GRADE"                 // 等级审定
	ItemKindRetirement    ItemKind = "RETIREMENT"            // 撤销风险点
	ItemKindOpening       ItemKind = "OPENING_DECISION"      // 期初审定
	ItemKindComprehensive ItemKind = "COMPREHENSIVE_MEASURE" // 综合措施
)

var labelsItemKind = labels[ItemKind]{
	{ItemKindGrade, "等级审定", "Grade"},
	{ItemKindRetirement, "撤销风险点", "Retirement"},
	{ItemKindOpening, "期初审定", "Opening decision"},
	{ItemKindComprehensive, "综合措施", "Comprehensive measure"},
}

// Values lists every ItemKind.
func (ItemKind) Values() []string { return labelsItemKind.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v ItemKind) Label(lang string) string { return labelsItemKind.label(v, lang) }

// VoteManner is how a vote reached the record.
type VoteManner string

// The values of VoteManner. A vote on paper counts once another member has countersigned it.
const (
	VoteMannerSigned VoteManner = "SIGNED_IN" // 本人登录表决
	VoteMannerPaper  VoteManner = "PAPER"     // 书面表决登记
)

var labelsVoteManner = labels[VoteManner]{
	{VoteMannerSigned, "本人登录表决", "Signed in"},
	{VoteMannerPaper, "书面表决登记", "Recorded from paper"},
}

// Values lists every VoteManner.
func (VoteManner) Values() []string { return labelsVoteManner.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v VoteManner) Label(lang string) string { return labelsVoteManner.label(v, lang) }

// Skipped is a risk point that an opening decision left as it is, and why.
type Skipped struct {
	RiskPointID int64         `json:"riskPoint"`
	Why         SkippedReason `json:"why"`
}

// SkippedReason is why an opening decision left a risk point as it is.
type SkippedReason string

// The values of SkippedReason.
const (
	SkippedDecided SkippedReason = "DECIDED_BEFORE" // 已经审定
	SkippedNoPaper SkippedReason = "NO_PAPER_GRADE" // 无纸质审定等级
)

var labelsSkippedReason = labels[SkippedReason]{
	{SkippedDecided, "已经审定", "Decided before"},
	{SkippedNoPaper, "无纸质审定等级", "No grade in the paper register"},
}

// Values lists every SkippedReason.
func (SkippedReason) Values() []string { return labelsSkippedReason.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v SkippedReason) Label(lang string) string { return labelsSkippedReason.label(v, lang) }

// Vote is a vote on a proposed grade.
type Vote string

// The values of Vote.
const (
	VoteFor     Vote = "FOR"     // 赞成
	VoteAgainst Vote = "AGAINST" // 反对
	VoteAbstain Vote = "ABSTAIN" // 弃权
)

var labelsVote = labels[Vote]{
	{VoteFor, "赞成", "For"},
	{VoteAgainst, "反对", "Against"},
	{VoteAbstain, "弃权", "Abstain"},
}

// Values lists every Vote.
func (Vote) Values() []string { return labelsVote.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v Vote) Label(lang string) string { return labelsVote.label(v, lang) }

// ObjectionState is the state of an objection.
type ObjectionState string

// The values of ObjectionState.
const (
	ObjectionStateRaised    ObjectionState = "RAISED"    // 待复核
	ObjectionStateAnswered  ObjectionState = "ANSWERED"  // 已答复
	ObjectionStateWithdrawn ObjectionState = "WITHDRAWN" // 已撤回
)

var labelsObjectionState = labels[ObjectionState]{
	{ObjectionStateRaised, "待复核", "Raised"},
	{ObjectionStateAnswered, "已答复", "Answered"},
	{ObjectionStateWithdrawn, "已撤回", "Withdrawn"},
}

// Values lists every ObjectionState.
func (ObjectionState) Values() []string { return labelsObjectionState.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v ObjectionState) Label(lang string) string { return labelsObjectionState.label(v, lang) }

// ObjectionOutcome is the result of the review of an objection.
type ObjectionOutcome string

// The values of ObjectionOutcome.
const (
	ObjectionOutcomeUpheld       ObjectionOutcome = "UPHELD"        // 予以支持
	ObjectionOutcomePartlyUpheld ObjectionOutcome = "PARTLY_UPHELD" // 部分支持
	ObjectionOutcomeRejected     ObjectionOutcome = "REJECTED"      // 不予支持
)

var labelsObjectionOutcome = labels[ObjectionOutcome]{
	{ObjectionOutcomeUpheld, "予以支持", "Upheld"},
	{ObjectionOutcomePartlyUpheld, "部分支持", "Partly upheld"},
	{ObjectionOutcomeRejected, "不予支持", "Rejected"},
}

// Values lists every ObjectionOutcome.
func (ObjectionOutcome) Values() []string { return labelsObjectionOutcome.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v ObjectionOutcome) Label(lang string) string { return labelsObjectionOutcome.label(v, lang) }

// FeedbackState is the state of feedback from the public.
type FeedbackState string

// The values of FeedbackState.
const (
	FeedbackStateReceived FeedbackState = "RECEIVED" // 待处理
	FeedbackStateHandled  FeedbackState = "HANDLED"  // 已处理
)

var labelsFeedbackState = labels[FeedbackState]{
	{FeedbackStateReceived, "待处理", "Received"},
	{FeedbackStateHandled, "已处理", "Handled"},
}

// Values lists every FeedbackState.
func (FeedbackState) Values() []string { return labelsFeedbackState.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v FeedbackState) Label(lang string) string { return labelsFeedbackState.label(v, lang) }
