package calendar

import (
	"fmt"
	"slices"
	"strings"

	"sineng/ent/term"
)

// In is the rule as a sentence in a language ("zh" or "en"): what it counts, from which day, what it leaves out, what
// becomes of its end, and by how much it may be extended.
func (r Rule) In(lang string) string {
	said := slices.DeleteFunc([]Text{r.counted(), r.began(), r.paused(), r.ended(), r.extended()}, func(t Text) bool { return t == Text{} })
	parts := make([]string, len(said))
	for n, t := range said {
		parts[n] = t.In(lang)
	}
	if lang == "en" {
		return strings.Join(parts, "; ") + "."
	}
	return strings.Join(parts, ";") + "。"
}

// counted says what the rule counts.
func (r Rule) counted() Text {
	switch {
	case r.Number != 0 && r.Unit != "":
		n := amount(r.Number, r.Unit)
		return Text{"期限为 " + n.ZH, "The limit is " + n.EN}
	case r.Number != 0:
		return Text{fmt.Sprintf("期限的数字为 %d,按什么计算由使用时指明", r.Number), fmt.Sprintf("The limit is %d of what whoever uses the rule says", r.Number)}
	case r.Unit != "":
		return Text{"期限按" + r.Unit.Label("zh") + "计算,长短由使用时指明", "A limit is counted in " + strings.ToLower(r.Unit.Label("en")) + ", as many as whoever uses the rule says"}
	case len(r.Bands) == 0:
		return Text{"期限的长短和按什么计算由使用时指明", "Whoever uses the rule says how long the limit is and what it is counted in"}
	}
	var zh, en []string
	for _, b := range r.Bands {
		zhDays, enDays := fmt.Sprintf("%d 日以上", b.From), fmt.Sprintf("%d days and more", b.From)
		if b.To != 0 {
			zhDays, enDays = fmt.Sprintf("%d 日至 %d 日", b.From, b.To), fmt.Sprintf("%d to %d days", b.From, b.To)
		}
		zh = append(zh, zhDays+"的按"+b.Unit.Label("zh")+"计算")
		en = append(en, enDays+" are counted in "+strings.ToLower(b.Unit.Label("en")))
	}
	return Text{strings.Join(zh, ",") + ",其余日数由使用时指明", capital(strings.Join(en, ", ")) + ", and what other numbers of days are counted in whoever uses the rule says"}
}

func (r Rule) began() Text {
	if r.Start == term.ClockStartSameDay {
		return Text{"起算当日计入", "the day it starts is counted"}
	}
	return Text{"起算当日不计入,自次日开始计算", "the day it starts is not counted, the next is the first"}
}

func (r Rule) paused() Text {
	if len(r.Pauses) == 0 {
		return Text{"不扣除任何时间", "nothing stops it"}
	}
	zh, en := make([]string, len(r.Pauses)), make([]string, len(r.Pauses))
	for n, p := range r.Pauses {
		zh[n], en[n] = p.Label("zh"), p.Label("en")
	}
	return Text{strings.Join(zh, "、") + "所需时间不计入", "left out is the time for: " + strings.Join(en, ", ")}
}

// ended says what becomes of the end; a limit of working days ends on one.
func (r Rule) ended() Text {
	if r.Unit == term.ClockUnitWorkingDays {
		return Text{}
	}
	out := map[term.ClockEnd]Text{
		term.ClockEndNext:     {"最后一日不上班的,顺延至其后第一个工作日", "a last day that is not worked becomes the next working day"},
		term.ClockEndStays:    {"最后一日不上班的,不顺延", "a last day that is not worked stays"},
		term.ClockEndPrevious: {"最后一日不上班的,提前至其前最后一个工作日", "a last day that is not worked becomes the working day before"},
	}[r.End]
	if byMonth(r) {
		out.ZH = "按月、按年计算而到期月没有对应日期的,以该月最后一日为准;" + out.ZH
		out.EN = "where the last month of months or years has no such date, its last day counts; " + out.EN
	}
	return out
}

// byMonth tells whether the rule may count months or years.
func byMonth(r Rule) bool {
	return r.Unit == term.ClockUnitMonths || r.Unit == term.ClockUnitYears || r.Unit == "" && len(r.Bands) == 0
}

func (r Rule) extended() Text {
	if r.Extension == 0 {
		return Text{"不得延长", "it may not be extended"}
	}
	n := Text{fmt.Sprint(r.Extension), fmt.Sprint(r.Extension)}
	if r.Unit != "" {
		n = amount(r.Extension, r.Unit)
	}
	return Text{"最多可以延长 " + n.ZH, "it may be extended by " + n.EN + " at most"}
}

// capital is a text with a capital for its first letter.
func capital(text string) string {
	return strings.ToUpper(text[:1]) + text[1:]
}
