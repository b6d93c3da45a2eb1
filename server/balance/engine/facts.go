package engine

import (
	"sineng/ent/term"
	"sineng/server/flow"
)

// Facts are what held on one day, as far as it was read: plain data, so that today, a past day and
// a change that is only considered are answered alike. What is not in force on the day is not among
// them. Ids are the keys of the rows; 0 is none.
type Facts struct {
	Day          Day
	Units        []Unit
	Posts        []Post
	Appointments []Appointment
	Portfolios   []Portfolio
	Deputies     []Deputy
	Relations    []Relation
	Powers       []*Power
}

// Unit is a unit as it stood on the day.
type Unit struct {
	// Parent is 0 for a top unit.
	ID, Parent int64
	Kind       term.UnitKind
	// Functions are those that the unit has 职能, as a set; FunctionOf tells them by its powers' types.
	Functions Functions
}

// Post is a post of a unit.
type Post struct {
	ID, Unit int64
	// Key is the flag of a key post 重点岗位.
	Key bool
	// RotationYears is the rotation limit 轮岗年限; 0 for none.
	RotationYears int
}

// Appointment is somebody's post 任职.
type Appointment struct {
	ID, Person, Post int64
	From             Day
}

// Portfolio is somebody's share of leadership over a unit 领导分工.
type Portfolio struct {
	ID, Person, Unit int64
	Kind             term.PortfolioKind
	From             Day
}

// Deputy lets somebody act for a person who is away. Deputies count in the collusion number and on
// days of leave; conflicts of a day are of the holders themselves.
type Deputy struct{ ID, Person, Deputy int64 }

// Relation is a declared close relation between two people 任职回避, which holds both ways.
type Relation struct {
	ID, A, B int64
	Since    Day
}

// Power is a power with its process. It must not be changed once it was given to an Index; another
// value takes its place (SetPower).
type Power struct {
	ID, Unit   int64
	Type       term.PowerType
	Discretion term.Discretion
	// Exercising are the posts that exercise it; the others are the posts that decide, execute and
	// supervise it, 0 where nobody says.
	Exercising                       []int64
	Decision, Execution, Supervision int64
	// Since is the first day on which those posts had these roles.
	Since Day
	// Process is the process in force; nil where none is recorded.
	Process *flow.Graph
	// ProcessSince is the first day of this version of the process.
	ProcessSince Day
	// StepIDs and Grades are the row and the worst grade of each step, in the order of Process.Steps;
	// empty where they were not read. A step without a grade has an empty one.
	StepIDs []int64
	Grades  []term.Grade
}

// Function is what a unit does that the principal leader must not be in direct charge of
// 五不直接分管.
type Function string

// The values of Function.
const (
	FunctionFinance     Function = "FINANCE"     // 财务
	FunctionPersonnel   Function = "PERSONNEL"   // 人事
	FunctionEngineering Function = "ENGINEERING" // 工程
	FunctionProcurement Function = "PROCUREMENT" // 采购
	FunctionApprovals   Function = "APPROVALS"   // 审批
)

// functions are all functions with the type of power that gives a unit each, and their words.
var functions = []struct {
	of     Function
	by     term.PowerType
	zh, en string
}{
	{FunctionFinance, term.PowerTypeFinance, "财务", "finance"},
	{FunctionPersonnel, term.PowerTypePersonnel, "人事", "personnel"},
	{FunctionEngineering, term.PowerTypeEngineering, "工程", "engineering"},
	{FunctionProcurement, term.PowerTypeProcurement, "采购", "procurement"},
	{FunctionApprovals, term.PowerTypeLicensing, "审批", "approvals"},
}

// Values lists every Function.
func (Function) Values() []string {
	var out []string
	for _, f := range functions {
		out = append(out, string(f.of))
	}
	return out
}

// Label is the word for the function in the language given ("zh" or "en").
func (f Function) Label(lang string) string {
	for _, g := range functions {
		if g.of == f {
			return Text{ZH: g.zh, EN: g.en}.In(lang)
		}
	}
	return string(f)
}

// FunctionOf is the function that a power of a type gives its unit.
func FunctionOf(t term.PowerType) (f Function, ok bool) {
	for _, g := range functions {
		if g.by == t {
			return g.of, true
		}
	}
	return "", false
}

// Functions is a set of functions.
type Functions uint8

// FunctionSet is the set of the functions given.
func FunctionSet(of ...Function) Functions {
	var set Functions
	for _, f := range of {
		for i, g := range functions {
			if g.of == f {
				set |= 1 << i
			}
		}
	}
	return set
}

// FunctionsOf is the set that a unit has by its powers of these types.
func FunctionsOf(types ...term.PowerType) Functions {
	var set Functions
	for _, t := range types {
		if f, ok := FunctionOf(t); ok {
			set |= FunctionSet(f)
		}
	}
	return set
}

// List lists the functions of a set in their order.
func (s Functions) List() []Function {
	var out []Function
	for i, g := range functions {
		if s&(1<<i) != 0 {
			out = append(out, g.of)
		}
	}
	return out
}
