package warning

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"time"
	"unicode/utf8"

	"sineng/ent/term"
	"sineng/server/balance/engine"
	"sineng/server/fault"
)

// Settings say what a rule warns of, how gravely, and who is to answer by when.
type Settings struct {
	// Name is that of a body's own rule; empty for a built-in one, which is named by its code.
	Name string           `json:"name,omitempty"`
	Kind term.WarningKind `json:"kind"`
	// Grades are those of the risk points behind the cause; none for every grade, and for kinds without one.
	Grades []term.Grade `json:"grades,omitempty"`
	// Severities are those of conflicts; none for every severity, and for other kinds.
	Severities []engine.Severity `json:"severities,omitempty"`
	// Days is how long the cause lasts by then, 0 to 730: 0 warns on its first day.
	Days   int                `json:"days"`
	Colour term.WarningColour `json:"colour"`
	// To is the tier that is asked; where nobody holds it but whom the cause concerns, it is the next one up.
	To term.Role `json:"to"`
	// AnswerIn is how long there is to answer, counted in CountedIn from the day after, 1 to 60; HopIn the same after each step up.
	AnswerIn int `json:"answerIn"`
	HopIn    int `json:"hopIn"`
	// CountedIn is WORKING_DAYS or CALENDAR_DAYS.
	CountedIn term.ClockUnit `json:"countedIn"`
	// Asks is what is asked of who answers, at most 500 characters; empty for the words of the kind.
	Asks string `json:"asks,omitempty"`
}

// Rule is a rule that holds somewhere.
type Rule struct {
	// Code names the rule: that of a built-in one, or its own.
	Code string `json:"code"`
	// Version is that of its unit, 0 for a built-in rule as it comes.
	Version  int `json:"version"`
	Settings `json:"settings"`
}

const (
	mostDays  = 730
	mostClock = 60
	mostName  = 100
	mostAsks  = 500
)

// Graded tells whether causes of a kind have the grade of a risk point.
func Graded(k term.WarningKind) bool {
	switch k {
	case term.WarningKindMeasureOverdue, term.WarningKindTaskOverdue, term.WarningKindIndicatorOver, term.WarningKindIndicatorUnread, term.WarningKindProceedingLate, term.WarningKindStepSkipped, term.WarningKindStepReturned,
		term.WarningKindStepsExcluded, term.WarningKindCheckOverdue, term.WarningKindRiskUndefended, term.WarningKindStepUnderdefended,
		term.WarningKindGradeStale, term.WarningKindDefectOpen:
		return true
	}
	return false
}

// Validate tells all that is wrong with settings, by the fields of their input.
func (s Settings) Validate() error {
	var bad fault.List
	between := func(field string, n, least, most int) {
		if n < least || n > most {
			bad.Add(fault.Bad(field, "OUT_OF_RANGE", fmt.Sprintf("应为 %d 至 %d", least, most), fmt.Sprintf("It is %d to %d", least, most)))
		}
	}
	long := func(field, text string, most int) {
		if utf8.RuneCountInString(text) > most {
			bad.Add(fault.Bad(field, "TOO_LONG", fmt.Sprintf("最多 %d 个字符", most), fmt.Sprintf("At most %d characters", most)))
		}
	}
	known := func(field, v string, among []string) {
		if !slices.Contains(among, v) {
			bad.Add(fault.Bad(field, "UNKNOWN_VALUE", "没有这个选项", "There is no such value"))
		}
	}
	long("name", s.Name, mostName)
	long("asks", s.Asks, mostAsks)
	known("kind", string(s.Kind), s.Kind.Values())
	known("colour", string(s.Colour), s.Colour.Values())
	between("days", s.Days, 0, mostDays)
	between("answerIn", s.AnswerIn, 1, mostClock)
	between("hopIn", s.HopIn, 1, mostClock)
	if !s.To.Leads() && s.To != term.RoleLeadingGroup {
		bad.Add(fault.Bad("to", "NOT_A_TIER", "预警发给部门负责人、分管领导、主要领导或领导小组", "A warning goes to a head, a leader in charge, a principal leader or the leading group"))
	}
	if s.CountedIn != term.ClockUnitWorkingDays && s.CountedIn != term.ClockUnitCalendarDays {
		bad.Add(fault.Bad("countedIn", "NO_DAYS", "按工作日或日历日计算", "It is counted in working days or calendar days"))
	}
	if len(s.Grades) > 0 && !Graded(s.Kind) {
		bad.Add(fault.Bad("grades", "NOT_FOR_KIND", "“"+s.Kind.Label("zh")+"”不分风险等级", "“"+s.Kind.Label("en")+"” has no grades"))
	}
	if len(s.Severities) > 0 && s.Kind != term.WarningKindBalanceConflict {
		bad.Add(fault.Bad("severities", "NOT_FOR_KIND", "只有制衡冲突分严重程度", "Only conflicts of balance have a severity"))
	}
	for i, g := range s.Grades {
		if g == term.Ungraded || slices.Contains(s.Grades[:i], g) {
			bad.Add(fault.Bad(fmt.Sprintf("grades.%d", i), "UNKNOWN_VALUE", "等级为 A、B、C,每个只写一次", "Grades are A, B and C, each once"))
		}
	}
	for i, v := range s.Severities {
		if slices.Contains(s.Severities[:i], v) {
			bad.Add(fault.Bad(fmt.Sprintf("severities.%d", i), "TWICE", "每个只写一次", "Each is written once"))
		}
	}
	return bad.Err()
}

// Softer tells, by the fields of their input, where settings are softer than those of a unit above, which holds for all below it.
func (s Settings) Softer(than Settings) error {
	var bad fault.List
	soft := func(field string, is bool) {
		if is {
			bad.Add(fault.Bad(field, "SOFTER_THAN_ABOVE", "上级单位已设定此规则,本单位只能从严", "A unit above has set this rule: here it may only be stricter"))
		}
	}
	soft("kind", s.Kind != than.Kind)
	soft("colour", s.Colour.Rank() < than.Colour.Rank())
	soft("days", s.Days > than.Days)
	soft("to", !s.To.Reaches(than.To))
	counted := func(n int, in term.ClockUnit) int { // a working day is no shorter than a calendar day, seven are at least five
		if in == term.ClockUnitWorkingDays {
			return n * 7
		}
		return n * 5
	}
	soft("answerIn", counted(s.AnswerIn, s.CountedIn) > counted(than.AnswerIn, than.CountedIn))
	soft("hopIn", counted(s.HopIn, s.CountedIn) > counted(than.HopIn, than.CountedIn))
	soft("grades", lacks(s.Grades, than.Grades))
	soft("severities", lacks(s.Severities, than.Severities))
	return bad.Err()
}

// lacks tells whether a choice leaves out some of another; none chosen is all.
func lacks[T comparable](some, of []T) bool {
	if len(some) == 0 {
		return false
	}
	return len(of) == 0 || slices.ContainsFunc(of, func(v T) bool { return !slices.Contains(some, v) })
}

// Warns tells whether a rule is about a cause, however long it has lasted.
func (s Settings) Warns(c Cause) bool {
	return s.Kind == c.Kind && (len(s.Grades) == 0 || slices.Contains(s.Grades, c.Grade)) &&
		(len(s.Severities) == 0 || slices.ContainsFunc(s.Severities, func(v engine.Severity) bool { return severityRank(v) == c.Severity }))
}

// From is the first day on which a rule warns of a cause that lasts.
func (s Settings) From(c Cause) time.Time { return c.Since.AddDate(0, 0, s.Days) }

// severityRank is the number of a severity in causes, 1 for the most severe.
func severityRank(v engine.Severity) int { return slices.Index(v.Values(), string(v)) + 1 }

// Gravest is the rule that warns of a cause on a day, nil for none, and the next day on which one of a graver colour will, or any while
// none does, zero for none: nothing else changes a warning that there is. Of several the gravest colour holds, then the higher tier, then the shorter time
// to answer.
func Gravest(rules []Rule, c Cause, today time.Time) (*Rule, time.Time) {
	var out *Rule
	var coming []*Rule
	for i := range rules {
		r := &rules[i]
		switch {
		case !r.Warns(c):
		case r.From(c).After(today):
			coming = append(coming, r)
		case out == nil || graver(r, out):
			out = r
		}
	}
	var next time.Time
	for _, r := range coming {
		if from := r.From(c); (out == nil || r.Colour.Rank() > out.Colour.Rank()) && (next.IsZero() || from.Before(next)) {
			next = from
		}
	}
	return out, next
}

func graver(a, b *Rule) bool {
	return cmp.Or(cmp.Compare(b.Colour.Rank(), a.Colour.Rank()), cmp.Compare(b.To.Tier(), a.To.Tier()), cmp.Compare(a.AnswerIn, b.AnswerIn), cmp.Compare(a.Code, b.Code)) < 0
}

// parse reads settings as they are stored.
func parse(text string) (s Settings, err error) { return s, json.Unmarshal([]byte(text), &s) }

// RuleOf reads the rule that a warning keeps.
func RuleOf(text string) (r Rule, err error) { return r, json.Unmarshal([]byte(text), &r) }
