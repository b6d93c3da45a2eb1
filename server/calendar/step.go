package calendar

import (
	"cmp"
	"fmt"
	"time"

	"sineng/ent/term"
)

// StepKind is what happened on the way of a clock.
type StepKind string

// The kinds of steps.
const (
	StepStarted      StepKind = "STARTED"       // runs from From, To is the first day that is counted
	StepExtended     StepKind = "EXTENDED"      // extended by Count
	StepPauseIgnored StepKind = "PAUSE_IGNORED" // a pause of a kind that does not stop this clock
	StepCounted      StepKind = "COUNTED"       // From to To are Count days of it
	StepMadeUp       StepKind = "MADE_UP"       // From to To are weekends that are worked, and Count days of it
	StepWeekend      StepKind = "WEEKEND"       // not counted: a weekend
	StepHoliday      StepKind = "HOLIDAY"       // not counted: the holiday Name
	StepPaused       StepKind = "PAUSED"        // not counted: a pause
	StepMonths       StepKind = "MONTHS"        // Count months or years after From are To
	StepMonthEnd     StepKind = "MONTH_END"     // the month has no such date: To is its last day
	StepMoved        StepKind = "MOVED"         // the end From is no working day and becomes To
	StepStopped      StepKind = "STOPPED"       // a pause without an end from From on, Count are left
	StepNoData       StepKind = "NO_DATA"       // the year of From has no data, Count are left
	StepUnconfirmed  StepKind = "UNCONFIRMED"   // the year of From is to be confirmed, Name is its only source
)

// StepKinds lists every kind, in the order in which they are told.
var StepKinds = []StepKind{StepStarted, StepExtended, StepPauseIgnored, StepCounted, StepMadeUp, StepWeekend, StepHoliday, StepPaused,
	StepMonths, StepMonthEnd, StepMoved, StepStopped, StepNoData, StepUnconfirmed}

// Step is one step of the way of a clock.
type Step struct {
	Kind StepKind
	// From and To are its days; To is zero for a pause that lasts, and where the way ends.
	From, To time.Time
	// Count is how many days it counts, or are left, in Unit.
	Count int
	Unit  term.ClockUnit
	// Name is the holiday, or the source of a year.
	Name  string
	Pause term.PauseKind
}

// In is the step as a sentence in a language ("zh" or "en").
func (s Step) In(lang string) string { return s.text(lang).In(lang) }

func (s Step) text(lang string) Text {
	from, to := s.From.Format(time.DateOnly), s.To.Format(time.DateOnly)
	days := from
	if !s.To.Equal(s.From) {
		days = from + Text{"至", " to "}.In(lang) + to
		if s.To.IsZero() {
			days = from + Text{"起", " on"}.In(lang)
		}
	}
	pause, name := s.Pause.Label(lang), cmp.Or(s.Name, Text{"放假", "a holiday"}.In(lang))
	count := amount(s.Count, s.Unit).In(lang)
	f := func(zh, en string) Text { return Text{zh, en} }
	switch s.Kind {
	case StepStarted:
		if s.To.Equal(s.From) {
			return f("自 "+from+" 起算,当日计入", "It runs from "+from+", that day included")
		}
		return f("自 "+from+" 起算,当日不计入,"+to+" 为第一日", "It runs from "+from+", that day not counted; the first day is "+to)
	case StepExtended:
		return f("依法延长 "+count, "It was extended by "+count)
	case StepPauseIgnored:
		return f(days+" 的"+pause+"不从该时限中扣除", days+": "+pause+" does not stop this limit")
	case StepCounted:
		return f(days+" 计 "+count, days+" are "+count)
	case StepMadeUp:
		return f(days+" 虽是周末,因"+name+"调休上班,计 "+count, days+" is a weekend, worked to make up for "+name+": "+count)
	case StepWeekend:
		return f(days+" 是周末,不计", days+": weekend, not counted")
	case StepHoliday:
		return f(days+" "+name+"放假,不计", days+": "+name+", off, not counted")
	case StepPaused:
		return f(days+" "+pause+"所需时间,扣除", days+": "+pause+", left out")
	case StepMonths:
		return f("满 "+count+"为 "+to, count+" later is "+to)
	case StepMonthEnd:
		return f("该月没有对应的日期,以月末 "+to+" 为最后一日", "That month has no such date: its last day is "+to)
	case StepMoved:
		if s.Name != "" {
			from += "(" + s.Name + ")"
		}
		if s.To.Before(s.From) {
			return f("最后一日 "+from+" 不上班,提前至上一工作日 "+to, "The last day "+from+" is not worked: it is the working day before, "+to)
		}
		return f("最后一日 "+from+" 不上班,顺延至 "+to, "The last day "+from+" is not worked: it becomes "+to)
	case StepStopped:
		return f(from+" 起因"+pause+"中止,尚余 "+count, "Stopped by "+pause+" from "+from+" on, with "+count+" left")
	case StepNoData:
		zh, en := fmt.Sprintf("没有 %d 年的工作日历,到期日待定", s.From.Year()), fmt.Sprintf("There is no working calendar of %d: when it ends is not known", s.From.Year())
		if s.Count > 0 {
			zh, en = zh+",尚余 "+count, en+", with "+count+" left"
		}
		return f(zh, en)
	case StepUnconfirmed:
		return f(fmt.Sprintf("%d 年的工作日历只有一个来源(%s),待核实", s.From.Year(), s.Name), fmt.Sprintf("The working calendar of %d is from one source alone (%s) and to be confirmed", s.From.Year(), s.Name))
	}
	return f(string(s.Kind), string(s.Kind))
}

// amount is a number of a unit in words.
func amount(n int, unit term.ClockUnit) Text {
	en := map[term.ClockUnit][2]string{term.ClockUnitWorkingDays: {"working day", "working days"}, term.ClockUnitCalendarDays: {"day", "days"},
		term.ClockUnitMonths: {"month", "months"}, term.ClockUnitYears: {"year", "years"}}[unit]
	zh := map[term.ClockUnit]string{term.ClockUnitWorkingDays: "个工作日", term.ClockUnitCalendarDays: "日", term.ClockUnitMonths: "个月", term.ClockUnitYears: "年"}[unit]
	word := en[1]
	if n == 1 {
		word = en[0]
	}
	return Text{fmt.Sprintf("%d %s", n, zh), fmt.Sprintf("%d %s", n, word)}
}
