package term

// Turn says who acts on a matter after those are passed over who may not.
type Turn string

// The values of Turn.
const (
	TurnOwn    Turn = "OWN"    // 本级
	TurnNext   Turn = "NEXT"   // 上一级
	TurnGroup  Turn = "GROUP"  // 领导小组
	TurnAgain  Turn = "AGAIN"  // 已签署者
	TurnNobody Turn = "NOBODY" // 无人
)

var labelsTurn = labels[Turn]{
	{TurnOwn, "本级", "Those whose turn it is"},
	{TurnNext, "上一级", "The next tier above"},
	{TurnGroup, "领导小组", "The leading group"},
	{TurnAgain, "已签署者", "Who signed another stage"},
	{TurnNobody, "无人", "Nobody is left"},
}

// Values lists every Turn.
func (Turn) Values() []string { return labelsTurn.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v Turn) Label(lang string) string { return labelsTurn.label(v, lang) }

// Bar is why somebody whose turn it would be is passed over.
type Bar string

// The values of Bar.
const (
	BarPrepared Bar = "PREPARED" // 参与填报
	BarSubject  Bar = "SUBJECT"  // 本人事项
	BarSigned   Bar = "SIGNED"   // 已签署其他环节
	BarAbsent   Bar = "ABSENT"   // 暂不能履职
)

var labelsBar = labels[Bar]{
	{BarPrepared, "参与填报", "Prepared it"},
	{BarSubject, "本人事项", "It is about them"},
	{BarSigned, "已签署其他环节", "Signed another stage"},
	{BarAbsent, "暂不能履职", "Cannot act at present"},
}

// Values lists every Bar.
func (Bar) Values() []string { return labelsBar.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v Bar) Label(lang string) string { return labelsBar.label(v, lang) }

// PassedOver is somebody whose turn it would be, and why they are passed over.
type PassedOver struct {
	// Person is 0 for an account that belongs to nobody.
	Person  int64 `json:"person,omitempty"`
	Account int64 `json:"account,omitempty"`
	// Role is the role in which they would have acted.
	Role    Role `json:"role"`
	Because Bar  `json:"because"`
}
