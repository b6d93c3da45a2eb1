package calendar_test

import (
	"strings"
	"testing"

	"sineng/ent/term"
	"sineng/server/calendar"
)

func TestRulesInWords(t *testing.T) {
	const next = "起算当日不计入,自次日开始计算;"
	for code, want := range map[string]string{
		"LICENSING":          "期限按工作日计算,长短由使用时指明;" + next + "听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审所需时间不计入;不得延长。",
		"PENALTY":            "2 日至 7 日的按工作日计算,15 日以上的按自然日计算,其余日数由使用时指明;" + next + "不扣除任何时间;最后一日不上班的,顺延至其后第一个工作日;不得延长。",
		"PETITION_60":        "期限为 60 日;" + next + "不扣除任何时间;最后一日不上班的,顺延至其后第一个工作日;最多可以延长 30 日。",
		"PETITION_OBJECTION": "期限为 5 个工作日;" + next + "不扣除任何时间;不得延长。",
		"CIVIL": "期限的长短和按什么计算由使用时指明;" + next + "不扣除任何时间;按月、按年计算而到期月没有对应日期的,以该月最后一日为准;" +
			"最后一日不上班的,顺延至其后第一个工作日;不得延长。",
	} {
		r, _ := calendar.RuleOf(code)
		if got := r.In("zh"); got != want {
			t.Errorf("%s says %s\nand not %s", code, got, want)
		}
	}
	penalty, _ := calendar.RuleOf("PENALTY")
	if got, want := penalty.In("en"), "2 to 7 days are counted in working days, 15 days and more are counted in calendar days, and what other numbers of days are counted in "+
		"whoever uses the rule says; the day it starts is not counted, the next is the first; nothing stops it; a last day that is not worked becomes the next working day; it may not be extended."; got != want {
		t.Errorf("in English %s", got)
	}
	for _, row := range []struct {
		rule     calendar.Rule
		contains string
	}{
		{calendar.Rule{Number: 3, Unit: term.ClockUnitMonths, End: term.ClockEndStays}, "期限为 3 个月;"},
		{calendar.Rule{Number: 3, Unit: term.ClockUnitMonths, End: term.ClockEndStays}, "以该月最后一日为准;最后一日不上班的,不顺延;"},
		{calendar.Rule{Number: 3, End: term.ClockEndPrevious}, "期限的数字为 3,按什么计算由使用时指明;"},
		{calendar.Rule{Number: 3, Start: term.ClockStartSameDay, End: term.ClockEndPrevious}, ";起算当日计入;"},
		{calendar.Rule{Unit: term.ClockUnitCalendarDays, End: term.ClockEndPrevious}, "提前至其前最后一个工作日"},
		{calendar.Rule{Extension: 2}, "最多可以延长 2。"},
	} {
		if got := row.rule.In("zh"); !strings.Contains(got, row.contains) {
			t.Errorf("%+v says %s without %s", row.rule, got, row.contains)
		}
	}
}
