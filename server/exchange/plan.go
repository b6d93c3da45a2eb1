package exchange

import (
	"slices"

	"sineng/ent/term"
	"sineng/server/exchange/sheet"
)

// Object is a kind of object that an import creates or changes; the values
// match ImportObject of the API.
type Object string

// The objects, in the order in which they are written.
const (
	ObjectUnit        Object = "UNIT"
	ObjectPost        Object = "POST"
	ObjectPerson      Object = "PERSON"
	ObjectAppointment Object = "APPOINTMENT"
	ObjectPortfolio   Object = "PORTFOLIO"
	ObjectPower       Object = "POWER"
	ObjectRiskPoint   Object = "RISK_POINT"
	ObjectProcess     Object = "PROCESS"
	ObjectMeasure     Object = "MEASURE"
)

// Objects lists the kinds of objects in the order in which they are written.
var Objects = []Object{ObjectUnit, ObjectPost, ObjectPerson, ObjectAppointment, ObjectPortfolio, ObjectPower, ObjectProcess, ObjectRiskPoint, ObjectMeasure}

// Plan is what an import would do, or did.
type Plan struct {
	// Sheets describes how each visible sheet was recognised.
	Sheets []SheetInfo
	// RowsRead counts the rows below the titles.
	RowsRead int
	// Figures count the objects in the file, one entry per kind in Objects.
	Figures []Figure
	// Preview holds the first changes, at most MaxPreview.
	Preview []Change
	// Problems are the problems in the order of the file, at most MaxProblems.
	Problems []Problem
	// BadRowCount counts all rows with a problem.
	BadRowCount int
	// Tables are the tables found in the file, with what their columns are read as.
	Tables []TableInfo
	// Words are the words of enumerations in the file with their meanings, those in doubt first.
	Words []Word
	// Told is what the import does with parts of the file beyond reading cells as they stand.
	Told []Told
	// Unread are the parts with data that are not read.
	Unread []Unread
	// New are the units, posts, people and powers that the file would create, at most MaxProblems.
	New []NewName
	// Doubts are rows that may be risk points of the register under a new title.
	Doubts []Doubt
	// Questions are what must be answered before the import is written.
	Questions []Question
	// Remarks are the cells of good rows whose content differs from the register and is not
	// written, since an import only proposes: decided grades and states of measures. They are
	// in the order of the file, at most MaxProblems.
	Remarks []Problem
	// RemarkCount counts all of them.
	RemarkCount int
	// Waiting counts the portfolios, appointments and moves that were not written, since they
	// wait for a second person as one act; 0 before the import.
	Waiting int

	// Views are the sheets as they are, as far as they are shown.
	Views []SheetView
	// Choices are those made for the file, Mapping the name of the kept mapping that it is read by, "" for none.
	Choices Choices
	Mapping string

	badRows   []badRow  // at most MaxProblems
	written   *Mapping  // how the file is read, with proposals for all words
	mapping   *Mapping  // how the file is read, with the words whose meaning was given
	samePosts SamePosts // how rows are read that name a risk for several posts, "" where none do
}

// Bounds of what a plan keeps.
const (
	MaxPreview  = 100
	MaxProblems = 20_000
)

// SheetInfo describes how a table was recognised.
type SheetInfo struct {
	Name string
	Kind Kind // KindNone when it was skipped
	Rows int
}

// Figure counts the objects of a kind.
type Figure struct {
	Object                      Object
	Created, Changed, Unchanged int
	// Unwritten counts those of them for which the file has a decided grade or a state that
	// differs from the register's and is not written.
	Unwritten int
}

// take counts what happens to an object, and keeps the first changes for the preview.
func (p *Plan) take(o Object, out outcome) {
	f := &p.Figures[slices.Index(Objects, o)]
	if out.unwritten {
		f.Unwritten++
	}
	switch {
	case out.run == nil:
		f.Unchanged++
		return
	case out.created:
		f.Created++
	default:
		f.Changed++
	}
	if out.created && named[o] && len(p.New) < MaxProblems {
		p.New = append(p.New, NewName{Object: o, Label: out.label, Sheet: out.line.name, Row: out.line.row.Number})
	}
	if len(p.Preview) < MaxPreview {
		p.Preview = append(p.Preview, Change{Object: o, Created: out.created, Label: out.label, Differences: out.differences})
	}
}

// NewName is an object that the file would create because it names it.
type NewName struct {
	Object Object
	Label  string
	// Sheet and Row say where the file names it first.
	Sheet string
	Row   int
}

// named are the objects that are listed by name before they are created.
var named = map[Object]bool{ObjectUnit: true, ObjectPost: true, ObjectPerson: true, ObjectPower: true, ObjectProcess: true}

// addProblems adds the problems of a row, or those of sheets when l is nil.
func (p *Plan) addProblems(problems []Problem, l *line) {
	if l != nil {
		p.BadRowCount++
		if len(p.badRows) == MaxProblems {
			return
		}
		p.badRows = append(p.badRows, badRow{l.source, l.row, l.beside(), problems})
	} else {
		p.BadRowCount += len(problems)
	}
	slices.SortStableFunc(problems, func(a, b Problem) int { return a.position - b.position })
	room := max(0, MaxProblems-len(p.Problems))
	p.Problems = append(p.Problems, problems[:min(room, len(problems))]...)
}

// addRemarks adds the remarks on a row.
func (p *Plan) addRemarks(remarks []Problem) {
	room := max(0, MaxProblems-len(p.Remarks))
	p.Remarks = append(p.Remarks, remarks[:min(room, len(remarks))]...)
}

// Change is an object that would be created or changed.
type Change struct {
	Object  Object
	Created bool
	Label   string
	// Differences are the changed fields; empty for a new object.
	Differences []Difference
}

// Difference is a field with its old and new text.
type Difference struct{ Field, Old, New Text }

// Text is a text in both languages.
type Text struct{ ZH, EN string }

// In is the text in a language, "en" or else Chinese.
func (t Text) In(lang string) string {
	if lang == "en" {
		return t.EN
	}
	return t.ZH
}

// Empty reports whether the import would write nothing.
func (p *Plan) Empty() bool {
	for _, f := range p.Figures {
		if f.Created+f.Changed > 0 {
			return false
		}
	}
	return true
}

// badRow is a row for the workbook of bad rows.
type badRow struct {
	source   *source
	row      sheet.Row
	beside   map[field]string // what the row has from elsewhere: a heading, a line above the table
	problems []Problem
}

// differences collects changed fields.
type differences []Difference

func (d *differences) text(field Text, old, new string) {
	if old != new {
		*d = append(*d, Difference{field, Text{short(old), short(old)}, Text{short(new), short(new)}})
	}
}

// labelled adds a change of a value that has a label.
func labelled[T interface {
	comparable
	Label(lang string) string
}](d *differences, field Text, old, new T) {
	if old != new {
		*d = append(*d, Difference{field, Text{old.Label("zh"), old.Label("en")}, Text{new.Label("zh"), new.Label("en")}})
	}
}

// Labels of fields.
var (
	nameName             = Text{"名称", "Name"}
	nameUnitKind         = Text{"类型", "Kind"}
	nameSort             = Text{"排序", "Order"}
	nameParent           = Text{"上级", "Parent"}
	namePersonName       = Text{"姓名", "Name"}
	nameNumber           = Text{"工号", "Staff number"}
	nameJobTitle         = Text{"职务", "Job title"}
	namePolitical        = Text{"政治面貌", "Political status"}
	nameUnit             = Text{"单位", "Unit"}
	nameDuties           = Text{"岗位职责", "Duties"}
	nameKeyPost          = Text{"重点岗位", "Key post"}
	nameRotation         = Text{"轮岗年限", "Rotation limit"}
	nameType             = Text{"类别", "Type"}
	nameLegal            = Text{"行使依据", "Legal basis"}
	namePosts            = Text{"责任岗位", "Posts"}
	nameDecision         = Text{"决策岗位", "Deciding post"}
	nameExecution        = Text{"执行岗位", "Executing post"}
	nameSupervision      = Text{"监督岗位", "Supervising post"}
	nameFrequency        = Text{"频次", "Frequency"}
	nameDiscretion       = Text{"自由裁量权", "Discretion"}
	nameNote             = Text{"自由裁量权说明", "Note on discretion"}
	nameLimit            = Text{"办理时限", "Time limit"}
	nameDisclosure       = Text{"公开", "Disclosure"}
	nameManifestation    = Text{"表现情形", "Manifestation"}
	nameCause            = Text{"产生原因", "Cause"}
	nameFoundBy          = Text{"查找方式", "Found by"}
	namePower            = Text{"职权", "Power"}
	nameStep             = Text{"流程环节", "Step"}
	nameExposedPosts     = Text{"涉险岗位", "Exposed posts"}
	nameExposedPeople    = Text{"涉险人员", "Exposed people"}
	nameDirectOwner      = Text{"直接责任人", "Direct owner"}
	nameDeptOwner        = Text{"部门责任人", "Department owner"}
	nameLeaderOwner      = Text{"责任领导", "Leader owner"}
	nameLikelihood       = Text{"可能性", "Likelihood"}
	nameSeverity         = Text{"危害程度", "Severity"}
	nameConsequence      = Text{"可能触犯", "Consequence"}
	nameProposed         = Text{"自评等级", "Proposed grade"}
	namePaperGrade       = Text{"文件所载审定等级", "Decided grade in the file"}
	nameMeasureKind      = Text{"措施类别", "Kind"}
	nameMechanism        = Text{"机制", "Mechanism"}
	nameScope            = Text{"适用范围", "Scope"}
	nameRules            = Text{"制度依据", "Rules document"}
	nameIndicator        = Text{"监测指标", "Indicator"}
	nameThreshold        = Text{"阈值", "Threshold"}
	nameOwner            = Text{"责任人", "Owner"}
	nameSupervisor       = Text{"监督人", "Supervisor"}
	nameDue              = Text{"完成时限", "Due date"}
	nameEvidence         = Text{"佐证", "Evidence"}
	nameRisks            = Text{"对应风险点", "Risk points"}
	nameComprehensive    = Text{"提请领导小组综合制定", "Asks for a comprehensive measure"}
	nameTitle            = Text{"风险点", "Title"}
	nameCategory         = Text{"业务领域", "Field of business"}
	nameResponsibilities = Text{"责任事项", "Responsibilities"}
	nameAccountability   = Text{"追责情形", "Accountability"}
	namePost             = Text{"岗位", "Post"}
	namePerson           = Text{"人员", "Person"}
)

// yesNo is a flag with a label.
type yesNo bool

// Label returns the flag's word in the language given.
func (b yesNo) Label(lang string) string {
	switch {
	case lang == "en" && bool(b):
		return "yes"
	case lang == "en":
		return "no"
	case bool(b):
		return "是"
	}
	return "否"
}

// optional is a value that may be missing.
type optional[T interface {
	comparable
	Label(lang string) string
}] struct {
	value T
	given bool
}

// Label returns the value's label, empty for none.
func (o optional[T]) Label(lang string) string {
	if !o.given {
		return ""
	}
	return o.value.Label(lang)
}

func maybe[T interface {
	comparable
	Label(lang string) string
}](p *T) optional[T] {
	if p == nil {
		return optional[T]{}
	}
	return optional[T]{*p, true}
}

// gradeWords is a grade labelled by letter and word.
type gradeWords term.Grade

// Label returns letter and word of the grade in the language given.
func (g gradeWords) Label(lang string) string {
	if term.Grade(g) == term.Ungraded || g == "" {
		return term.Ungraded.Label(lang)
	}
	return string(g) + " " + term.Grade(g).Label(lang)
}
