package check

import (
	"encoding/json"
	"fmt"
	"slices"

	"sineng/ent/term"
	"sineng/server/fault"
)

// Settings say who is to look at what how often, and where it goes when they are late.
type Settings struct {
	// Rhythms are one for the risk points of each grade, A to C, then one for heads.
	Rhythms []Rhythm `json:"rhythms"`
	// PromptMonths are the months, 1 to 12, at whose beginning those on A risks are reminded of them 风险提示: the seasons of
	// gifts and of the year's end.
	PromptMonths []int `json:"promptMonths"`
}

// Rhythm is how often one thing is checked, and by whom.
type Rhythm struct {
	Kind term.CheckKind `json:"kind"`
	// Grade is that of the risk points, UNGRADED for heads.
	Grade term.Grade `json:"grade"`
	// Tier is who checks; where they would check themself, the next tier up does.
	Tier term.Role `json:"tier"`
	// Months is how long a period lasts: 1, 2, 3, 4, 6 or 12, counted from January.
	Months int `json:"months"`
	// MonthsWithA is how long it lasts for the head of a department that holds an A risk; 0 for risk points.
	MonthsWithA int `json:"monthsWithA,omitempty"`
	// Sample is how many risk points the program draws, 1 to 50.
	Sample int `json:"sample"`
	// Hops are where a late check goes, one after the other; the inspector is copied each time.
	Hops []Hop `json:"hops"`
}

// Hop is where a late check goes.
type Hop struct {
	// After is how many days it is late by then, counted from its last day; each hop comes later than the one before.
	After int `json:"after"`
	// CountedIn is WORKING_DAYS or CALENDAR_DAYS.
	CountedIn term.ClockUnit `json:"countedIn"`
	To        term.Role      `json:"to"`
}

// Defaults are the settings of a body that has set none.
func Defaults() Settings {
	days := func(n int, to term.Role) Hop { return Hop{n, term.ClockUnitCalendarDays, to} }
	return Settings{
		Rhythms: []Rhythm{
			{Kind: term.CheckKindRisks, Grade: term.GradeA, Tier: term.RolePrincipalLeader, Months: 1, Sample: 3,
				Hops: []Hop{days(7, term.RoleInspector), days(15, term.RoleLeadingGroup)}},
			{Kind: term.CheckKindRisks, Grade: term.GradeB, Tier: term.RoleLeaderInCharge, Months: 3, Sample: 5, Hops: []Hop{days(15, term.RolePrincipalLeader)}},
			{Kind: term.CheckKindRisks, Grade: term.GradeC, Tier: term.RoleDeptHead, Months: 6, Sample: 5, Hops: []Hop{days(15, term.RoleLeaderInCharge)}},
			{Kind: term.CheckKindHead, Grade: term.Ungraded, Tier: term.RoleLeaderInCharge, Months: 6, MonthsWithA: 3, Sample: 5,
				Hops: []Hop{days(15, term.RolePrincipalLeader)}},
		},
		PromptMonths: []int{1, 9},
	}
}

// things are what there is a rhythm for, in their order.
var things = []struct {
	kind  term.CheckKind
	grade term.Grade
}{{term.CheckKindRisks, term.GradeA}, {term.CheckKindRisks, term.GradeB}, {term.CheckKindRisks, term.GradeC}, {term.CheckKindHead, term.Ungraded}}

const (
	mostSample = 50
	mostHops   = 5
	mostAfter  = 90
)

// lengths are how long periods may last: each year begins with one.
var lengths = []int{1, 2, 3, 4, 6, 12}

// normal are the settings with their grades filled in: a rhythm without one has no grade.
func (s Settings) normal() *Settings {
	s.Rhythms = slices.Clone(s.Rhythms)
	for i := range s.Rhythms {
		if s.Rhythms[i].Grade == "" {
			s.Rhythms[i].Grade = term.Ungraded
		}
	}
	return &s
}

// Validate tells all that is wrong with settings, by the fields of their input.
func (s Settings) Validate() error {
	var bad fault.List
	if len(s.Rhythms) != len(things) {
		return fault.Bad("rhythms", "INCOMPLETE", "请依次给出 A、B、C 级风险点和部门负责人四项安排", "Give four rhythms: for risk points of grades A, B and C, then for heads")
	}
	for i, r := range s.Rhythms {
		at := fmt.Sprintf("rhythms.%d.", i)
		if r.Kind != things[i].kind || r.Grade != things[i].grade {
			bad.Add(fault.Bad(at+"kind", "OUT_OF_ORDER", "四项安排的次序应为 A、B、C 级风险点,然后是部门负责人", "The four rhythms are those of grades A, B and C, then that of heads"))
			continue
		}
		bad = append(bad, r.wrong(at)...)
	}
	for i, m := range s.PromptMonths {
		if m < 1 || m > 12 || slices.Contains(s.PromptMonths[:i], m) {
			bad.Add(fault.Bad(fmt.Sprintf("promptMonths.%d", i), "OUT_OF_RANGE", "月份为 1 至 12,每个只写一次", "Months are 1 to 12, each once"))
		}
	}
	return bad.Err()
}

func (r Rhythm) wrong(at string) fault.List {
	var bad fault.List
	length := func(field string, months int) {
		if !slices.Contains(lengths, months) {
			bad.Add(fault.Bad(at+field, "OUT_OF_RANGE", "检查周期为 1、2、3、4、6 或 12 个月", "A period lasts 1, 2, 3, 4, 6 or 12 months"))
		}
	}
	length("months", r.Months)
	switch {
	case r.Kind == term.CheckKindHead:
		length("monthsWithA", r.MonthsWithA)
		if r.MonthsWithA > r.Months {
			bad.Add(fault.Bad(at+"monthsWithA", "TOO_SELDOM", "有 A 级风险的部门,负责人的检查不能比其他部门少", "Heads of departments that hold an A risk are checked no less often than others"))
		}
	case r.MonthsWithA != 0:
		bad.Add(fault.Bad(at+"monthsWithA", "NOT_FOR_RISKS", "该周期只用于部门负责人", "This period is for heads only"))
	}
	if lowest := lowestTier(r.Kind, r.Grade); !r.Tier.Reaches(lowest) {
		bad.Add(fault.Bad(at+"tier", "TIER_TOO_LOW", "该项至少由"+lowest.Label("zh")+"检查,可以定得更高", "The tier is "+lowest.Label("en")+" at least"))
	}
	if r.Sample < 1 || r.Sample > mostSample {
		bad.Add(fault.Bad(at+"sample", "OUT_OF_RANGE", fmt.Sprintf("抽查 1 至 %d 项", mostSample), fmt.Sprintf("A sample has 1 to %d risk points", mostSample)))
	}
	return append(bad, wrongHops(r, at+"hops")...)
}

// lowestTier is the lowest tier that may be set to check something: what is set may be stricter than the defaults, not laxer.
func lowestTier(kind term.CheckKind, grade term.Grade) term.Role {
	for _, r := range Defaults().Rhythms {
		if r.Kind == kind && r.Grade == grade {
			return r.Tier
		}
	}
	return term.RoleLeadingGroup
}

// wrongHops are the faults of where a late check goes. There is always somewhere, so that being late is never kept between two
// people.
func wrongHops(r Rhythm, at string) fault.List {
	var bad fault.List
	if len(r.Hops) < 1 || len(r.Hops) > mostHops {
		bad.Add(fault.Bad(at, "OUT_OF_RANGE", fmt.Sprintf("逾期后至少上报一次,最多 %d 次", mostHops), fmt.Sprintf("A late check goes up once at least and %d times at most", mostHops)))
	}
	for i, h := range r.Hops {
		field := fmt.Sprintf("%s.%d.", at, i)
		if h.After < 1 || h.After > mostAfter || i > 0 && h.After <= r.Hops[i-1].After {
			bad.Add(fault.Bad(field+"after", "OUT_OF_RANGE", fmt.Sprintf("逾期 1 至 %d 天上报,且一次比一次晚", mostAfter), fmt.Sprintf("It goes up after 1 to %d days, each time later than before", mostAfter)))
		}
		if h.CountedIn != term.ClockUnitWorkingDays && h.CountedIn != term.ClockUnitCalendarDays {
			bad.Add(fault.Bad(field+"countedIn", "NO_DAYS", "按工作日或日历日计算", "It is counted in working days or calendar days"))
		}
		if h.To != term.RoleInspector && (h.To.Tier() <= r.Tier.Tier() && h.To != term.RoleLeadingGroup) {
			bad.Add(fault.Bad(field+"to", "NOT_ABOVE", "只能上报到检查人的上级或纪检监察", "It goes to a tier above the one that checks, or to inspectors"))
		}
	}
	return bad
}

// Rhythm is the rhythm of something.
func (s Settings) Rhythm(kind term.CheckKind, grade term.Grade) Rhythm {
	for _, r := range s.Rhythms {
		if r.Kind == kind && r.Grade == grade {
			return r
		}
	}
	return Rhythm{}
}

// parse reads settings as they are stored.
func parse(text string) (s Settings, err error) { return s, json.Unmarshal([]byte(text), &s) }
