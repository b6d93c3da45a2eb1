package calendar

import (
	"fmt"
	"slices"
	"time"

	"sineng/ent/term"
	"sineng/server/fault"
)

// Band are numbers of days and what they are counted in.
type Band struct {
	From int
	To   int // 0 for all from From on
	Unit term.ClockUnit
}

// Rule says how a statute, or a body, counts its time limits.
type Rule struct {
	Code string
	Name Text
	// Number is that of the time limit; 0 where whatever uses the rule says it.
	Number int
	// Unit is that of every number; empty where Bands say it, or whatever uses the rule.
	Unit term.ClockUnit
	// Bands say what numbers of days are counted in; a number in none is not said.
	Bands []Band
	Start term.ClockStart
	End   term.ClockEnd
	// Pauses are the kinds of what takes time out of it.
	Pauses    []term.PauseKind
	Extension int
	Bases     []term.LegalBasis
	// From is the first day on which it is in force, To the last; zero for no end.
	From, To time.Time
}

// InForce tells whether the rule is in force on a day.
func (r Rule) InForce(on time.Time) bool {
	return !on.Before(r.From) && (r.To.IsZero() || !on.After(r.To))
}

// UnitOf is what the rule counts a number in; empty where it does not say.
func (r Rule) UnitOf(number int) term.ClockUnit {
	if r.Unit != "" {
		return r.Unit
	}
	for _, b := range r.Bands {
		if number >= b.From && (b.To == 0 || number <= b.To) {
			return b.Unit
		}
	}
	return ""
}

// Clock is the clock of a number by the rule: 0 for the rule's own. The unit is given where the rule does not say it, else
// empty or the same; months and years are never said by bands, which are of days.
func (r Rule) Clock(number int, unit term.ClockUnit) (Clock, error) {
	switch {
	case number == 0 && r.Number == 0:
		return Clock{}, fault.Bad("number", "NUMBER_UNSAID", "该规则不含固定期限,请给出期限的数字", "This rule has no number of its own: say how many")
	case r.Number != 0 && number != 0 && number != r.Number:
		return Clock{}, fault.Bad("number", "NUMBER_SAID", fmt.Sprintf("该规则的期限是 %d,不能另定", r.Number), fmt.Sprintf("This rule is of %d and no other number", r.Number))
	case number == 0:
		number = r.Number
	}
	said := r.UnitOf(number)
	days := unit == "" || unit == term.ClockUnitWorkingDays || unit == term.ClockUnitCalendarDays
	switch {
	case unit == "" && said == "":
		return Clock{}, fault.Bad("unit", "UNIT_UNSAID", fmt.Sprintf("该规则没有写明 %d 日按工作日还是自然日计算,请指定", number),
			fmt.Sprintf("This rule does not say what %d days are counted in: say whether working or calendar days", number))
	case unit != "" && said != "" && unit != said && (days || r.Unit != ""):
		return Clock{}, fault.Bad("unit", "UNIT_SAID", fmt.Sprintf("按该规则 %d 以%s计算,不能改用%s", number, said.Label("zh"), unit.Label("zh")),
			fmt.Sprintf("By this rule %d is counted in %s, not in %s", number, said, unit))
	case unit == "":
		unit = said
	}
	k := Clock{Unit: unit, Number: number, Start: r.Start, Pauses: slices.Clone(r.Pauses), End: r.End, Extension: r.Extension, Bases: slices.Clone(r.Bases)}
	return k, k.wrong().Err()
}

// Rules are the built-in rules: codes never change.
func Rules() []Rule { return slices.Clone(rules) }

// RuleOf is the built-in rule with a code; false where there is none.
func RuleOf(code string) (Rule, bool) {
	n := slices.IndexFunc(rules, func(r Rule) bool { return r.Code == code })
	if n < 0 {
		return Rule{}, false
	}
	return rules[n], true
}

// licensingPauses are what article 45 of 行政许可法 leaves out.
var licensingPauses = []term.PauseKind{term.PauseKindHearing, term.PauseKindTender, term.PauseKindAuction, term.PauseKindInspection,
	term.PauseKindTesting, term.PauseKindQuarantine, term.PauseKindAppraisal, term.PauseKindExpertReview}

const petitions = "信访工作条例"

// rules are those of the statutes. A number between two bands is in no provision, so that it is asked for.
var rules = []Rule{
	{Code: "LICENSING", Name: Text{"行政许可法", "Administrative Licensing Law"}, Unit: term.ClockUnitWorkingDays,
		Start: term.ClockStartDayAfter, End: term.ClockEndNext, Pauses: licensingPauses,
		Bases: []term.LegalBasis{{Law: "行政许可法", Article: "第八十二条"}, {Law: "行政许可法", Article: "第四十五条"}}, From: Date(2004, 7, 1)},
	{Code: "PENALTY", Name: Text{"行政处罚法", "Administrative Penalty Law"},
		Bands: []Band{{2, 7, term.ClockUnitWorkingDays}, {15, 0, term.ClockUnitCalendarDays}},
		Start: term.ClockStartDayAfter, End: term.ClockEndNext,
		Bases: []term.LegalBasis{{Law: "行政处罚法", Article: "第八十五条"}}, From: Date(2021, 7, 15)},
	{Code: "RECONSIDERATION", Name: Text{"行政复议法(2023年修订)", "Administrative Reconsideration Law (2023)"},
		Bands: []Band{{3, 10, term.ClockUnitWorkingDays}, {60, 0, term.ClockUnitCalendarDays}},
		Start: term.ClockStartDayAfter, End: term.ClockEndNext,
		Bases: []term.LegalBasis{{Law: "行政复议法", Article: "第八十八条"}}, From: Date(2024, 1, 1)},
	petition("PETITION_15", Text{"信访:15 日", "Petitions: 15 days"}, 15, 0, term.ClockUnitCalendarDays),
	petition("PETITION_60", Text{"信访:60 日,可延长 30 日", "Petitions: 60 days, 30 more at most"}, 60, 30, term.ClockUnitCalendarDays),
	petition("PETITION_30", Text{"信访:30 日", "Petitions: 30 days"}, 30, 0, term.ClockUnitCalendarDays),
	petition("PETITION_OBJECTION", Text{"信访异议:5 个工作日", "Petitions, objection: 5 working days"}, 5, 0, term.ClockUnitWorkingDays),
	{Code: "CIVIL", Name: Text{"民法典期间计算", "Civil Code, counting of periods"},
		Start: term.ClockStartDayAfter, End: term.ClockEndNext,
		Bases: []term.LegalBasis{{Law: "民法典", Article: "第二百零一条"}, {Law: "民法典", Article: "第二百零二条"}, {Law: "民法典", Article: "第二百零三条"}}, From: Date(2021, 1, 1)},
}

func petition(code string, name Text, number, extension int, unit term.ClockUnit) Rule {
	return Rule{Code: code, Name: name, Number: number, Unit: unit, Start: term.ClockStartDayAfter, End: term.ClockEndNext, Extension: extension,
		Bases: []term.LegalBasis{{Law: petitions}}, From: Date(2022, 5, 1)}
}
