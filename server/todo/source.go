package todo

import (
	"context"
	"time"

	"sineng/ent/term"
)

// Kind is what the things of a section wait for.
type Kind string

// The values of Kind.
const (
	Fill         Kind = "FILL"         // 待我填报
	Review       Kind = "REVIEW"       // 待我审核
	Returned     Kind = "RETURNED"     // 已退回
	DueSoon      Kind = "DUE_SOON"     // 即将到期
	Overdue      Kind = "OVERDUE"      // 已逾期
	Concur       Kind = "CONCUR"       // 待会签
	Meeting      Kind = "MEETING"      // 待参加的会议
	Objection    Kind = "OBJECTION"    // 待答复的申诉
	Feedback     Kind = "FEEDBACK"     // 待处理的反馈
	Confirm      Kind = "CONFIRM"      // 待我确认
	Conflict     Kind = "CONFLICT"     // 待处理的制衡冲突
	Check        Kind = "CHECK"        // 待我检查
	Handover     Kind = "HANDOVER"     // 待签署的监督交接
	Warning      Kind = "WARNING"      // 待我答复的预警
	Verification Kind = "VERIFICATION" // 待我核实的答复
	Instruction  Kind = "INSTRUCTION"  // 待我办理的督办
	Acceptance   Kind = "ACCEPTANCE"   // 待我验收的督办
	Task         Kind = "TASK"         // 待我完成的日常任务
	Reading      Kind = "READING"      // 待我录入的监测值
	RulesReview  Kind = "RULES_REVIEW" // 待我复核的制度变动
	Education    Kind = "EDUCATION"    // 待登记的教育活动
)

// Kinds are the kinds in the order in which their sections are shown.
var Kinds = []Kind{Fill, Review, Returned, DueSoon, Overdue, Concur, Meeting, Objection, Feedback, Confirm, Conflict, Check, Handover, Warning, Verification, Instruction, Acceptance, Task, Reading, Education, RulesReview}

// Section is a kind of things that wait for somebody.
type Section struct {
	Kind Kind
	// Count goes up to Most; More says that there are more.
	Count int
	More  bool
	// Items are the first five, the most pressing first.
	Items []*Item
}

// Item is one thing that waits.
type Item struct {
	ID int64
	// Path is where the page shows it.
	Path string
	// Title is of a meeting or a risk point, for a form of the campaign that asks for it.
	Title string
	// TitleIn is the title in a language ("zh" or "en"), where it depends on that.
	TitleIn   func(lang string) string
	FormKind  *term.FormKind
	FormState *term.FormState
	// ActKind is of an act that waits for a second person.
	ActKind *term.ActKind
	// Unit and Person are what and whom it is about.
	Unit   string
	Person string
	DueOn  *time.Time

	// UnitID, PersonID and TitleID are of the rows that Unit, Person and Title are taken from for
	// what is shown; 0 for none.
	UnitID, PersonID, TitleID int64
}

// Source is what a domain brings: kinds of sections, or the names of rows.
type Source struct {
	Kinds []Kind
	// Find finds the things of the sections that can be the viewer's, the most pressing first, an
	// empty list where nothing waits; it leaves out the sections that cannot be theirs.
	Find func(ctx context.Context) (map[Kind][]*Item, error)
	// Rows are the entities whose rows decide what waits; none where any row may.
	Rows []string
	// Along gives the people for whom something may wait since rows of an entity changed, beside those
	// whom the rows name and those with a role there; nil where there are none.
	Along func(ctx context.Context, entity string, ids []int64) ([]int64, error)
	// Names gives what rows are called, by their table. They name what is addressed to the viewer,
	// so that they are seen whatever else the viewer sees.
	Names map[string]func(ctx context.Context, ids []int64) (map[int64]string, error)
}
