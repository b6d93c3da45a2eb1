package guard

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"sineng/ent/term"
)

// Limits of the cost of an operation, in points of Cost.
const (
	// signedOutLimit prevents testing two passwords in one request.
	signedOutLimit = 50
	// defaultLimit applies to signed-in callers. The page's most expensive
	// operation costs a tenth of it.
	defaultLimit = 50_000
	// wideLimit applies to roles that view a whole system at once.
	wideLimit = 100_000
)

// roleLimits are the limits of roles that differ from the default. The highest
// limit of a caller's roles applies.
var roleLimits = map[term.Role]int{
	term.RoleLeadingGroup: wideLimit,
	term.RoleAuditor:      wideLimit,
}

// tokenLimit is the limit of API tokens, which reporting tools use.
const tokenLimit = wideLimit

// weights are the fields that cost more than one point.
var weights = map[string]int{
	"Mutation.signIn":         30,
	"Mutation.changePassword": 30,
	"Mutation.setUp":          30,
	"Mutation.verifyLog":      100,
	"Query.gradeMatrix":       100,
	"Query.supervision":       100,
	"Query.campaignProgress":  100,
	"Form.hints":              50,
	"Query.toDo":              20,
	"Mutation.sendTestNotice": 20,
	"Query.previewRecipe":     100,
	"Mutation.regrade":        100,
	"Unit.riskCounts":         3,
	"Campaign.job":            5,
	// Reads a whole department's register.
	"Form.content":                 50,
	"SaveFormDraftPayload.content": 50,
	"ApplyFormPayload.content":     50,
}

// totalWeight is the cost of a field totalCount.
const totalWeight = 10

// assumed is the assumed length of a list without a page size; sizes are the
// exceptions.
const assumed = 10

var sizes = map[string]int{
	"Viewer.roles":          3,
	"Viewer.homeUnits":      3,
	"Account.waitingActs":   1,
	"PendingAct.asked":      5,
	"AuditEntry.changes":    3,
	"ToDoSection.items":     5,
	"FormHint.lacks":        3,
	"FormHint.comparedWith": 3,
	"Query.toDo":            9,
	"AuditEntry.details":    3,
	"AuditChange.links":     1,
	"Campaign.phases":       4,
	"PhasePlan.due":         2,
	"AttachmentList.files":  20,
	"AttachmentList.rows":   10,
	"AttachmentList.types":  1,
	"MyRecord.items":        50,
	"RecordItem.relations":  1,
	"RecordItem.objections": 1,
	// A cell is one text; a row costs the assumed length of the lists around
	// it.
	"Query.formLayouts":     4,
	"FormLayout.tables":     2,
	"FormColumn.options":    1,
	"FormContent.sections":  2,
	"FormRow.cells":         1,
	"FormRow.editedColumns": 1,
	// A form has one or two tables of a few dozen rows.
	"Form.submissions":             3,
	"FormComparison.sections":      2,
	"SectionChange.rows":           30,
	"RowChange.cells":              16,
	"FormComparison.fields":        7,
	"FormSnapshot.sections":        2,
	"SnapshotSection.rows":         30,
	"FormSnapshot.reviewDecisions": 4,
	"ReviewFormsPayload.results":   100,
	"FormOutcome.errors":           1,
	"VoteCount.recused":            2,
	"RecipePreview.cells":          9,
	// A year has some twelve holidays and make-up days; a time limit a few steps a week.
	"WorkingCalendar.days":      1,
	"WorkingCalendarCheck.days": 1,
	"WorkingCalendar.ranges":    15,
	"WorkingCalendar.years":     1,
	// Of a text that is read few lines are told of, unless it is not what it should be.
	"WorkingCalendarReading.ranges":  15,
	"WorkingCalendarReading.faults":  10,
	"WorkingCalendarReading.leftOut": 5,
	"WorkingCalendarReading.changes": 20,
	"Query.clockRules":               15,
	"SetClockRulePayload.rules":      15,
	"ClockRule.bands":                2,
	"ClockRule.bases":                3,
	"ClockAnswer.steps":              30,
}

// Cost is the cost of an operation and the caller's limit. The answer contains
// it as extensions.cost.
type Cost struct {
	// Requested is one point per field, times the length of the lists around
	// it: the page size, or an assumed length.
	Requested int `json:"requested"`
	Limit     int `json:"limit"`
}

// pricer computes the cost of one operation, each fragment once per page size
// in which it is used.
type pricer struct {
	variables map[string]any
	fragments map[fragmentOnPage]int
}

type fragmentOnPage struct {
	name string
	page int
}

// price returns the cost of a validated operation.
func price(op *ast.OperationDefinition, variables map[string]any) int {
	p := &pricer{variables: map[string]any{}, fragments: map[fragmentOnPage]int{}}
	for _, v := range op.VariableDefinitions {
		if given, ok := variables[v.Variable]; ok {
			p.variables[v.Variable] = given
		} else if v.DefaultValue != nil {
			p.variables[v.Variable], _ = v.DefaultValue.Value(nil)
		}
	}
	return p.selection(op.SelectionSet, 0)
}

// selection returns the cost of a selection on a type; page is the page size
// for a connection, else 0.
func (p *pricer) selection(set ast.SelectionSet, page int) int {
	sum := 0
	for _, one := range set {
		switch one := one.(type) {
		case *ast.Field:
			sum = add(sum, p.field(one, page))
		case *ast.InlineFragment:
			sum = add(sum, p.selection(one.SelectionSet, page))
		case *ast.FragmentSpread:
			sum = add(sum, p.spread(one, page))
		}
	}
	return sum
}

func (p *pricer) spread(s *ast.FragmentSpread, page int) int {
	if s.Definition == nil {
		return 0
	}
	key := fragmentOnPage{s.Name, page}
	known, ok := p.fragments[key]
	if !ok {
		known = p.selection(s.Definition.SelectionSet, page)
		p.fragments[key] = known
	}
	return known
}

func (p *pricer) field(f *ast.Field, page int) int {
	if f.Definition == nil || f.ObjectDefinition == nil {
		return 1
	}
	name := f.ObjectDefinition.Name + "." + f.Name
	own := 1
	if w, ok := weights[name]; ok {
		own = w
	} else if f.Name == "totalCount" {
		own = totalWeight
	}
	if len(f.SelectionSet) == 0 {
		return own
	}
	size, sized := p.size(f)
	list := f.Definition.Type.Elem != nil
	times, inner := 1, 0
	switch {
	case strings.HasPrefix(f.ObjectDefinition.Name, "__"), strings.HasPrefix(f.Name, "__"):
		// The length of introspection lists is given by the schema.
	case !list && sized:
		inner = size
	case list && sized:
		times = size
	case list && page > 0:
		times = page
	case list:
		times = assumed
		if known, ok := sizes[name]; ok {
			times = known
		}
	}
	return add(own, multiply(times, p.selection(f.SelectionSet, inner)))
}

// size returns how many rows the arguments of a field request.
func (p *pricer) size(f *ast.Field) (int, bool) {
	for _, a := range f.Arguments {
		switch a.Name {
		case "first", "last":
			return p.number(a.Value), true
		case "ids", "candidates":
			return p.length(a.Value), true
		}
	}
	return 0, false
}

// number returns a page size, at least 1.
func (p *pricer) number(v *ast.Value) int {
	text := v.Raw
	if v.Kind == ast.Variable {
		switch given := p.variables[v.Raw].(type) {
		case json.Number:
			text = given.String()
		case int64:
			text = strconv.FormatInt(given, 10)
		case string:
			text = given
		default:
			return 1
		}
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return 1
	}
	return int(min(max(n, 1), most))
}

// length returns the length of a list of ids or candidates, at least 1.
func (p *pricer) length(v *ast.Value) int {
	if v.Kind == ast.Variable {
		list, _ := p.variables[v.Raw].([]any)
		return max(len(list), 1)
	}
	return max(len(v.Children), 1)
}

func multiply(a, b int) int {
	if a != 0 && b > most/a {
		return most
	}
	return min(a*b, most)
}
