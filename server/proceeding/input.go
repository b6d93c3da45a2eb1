package proceeding

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/store"
)

const (
	// MostProceedings are recorded at a time, with at most MostSteps steps and pauses in all.
	MostProceedings = 200
	MostSteps       = 2000
	// mostOfOne is how many steps one proceeding has in all, and mostPauses how many pauses.
	mostOfOne, mostPauses = 500, 100

	mostNumber, mostStep, mostWho, mostNote, mostResult = 100, 200, 100, 500, 200
)

// firstYear is the earliest year of which proceedings are recorded.
const firstYear = 2000

// Record records proceedings, all or none.
type Record struct {
	Proceedings []*Entry
	// FromFile tells that they were read from a file.
	FromFile bool
	// Dry only tells what would be recorded.
	Dry bool
}

// Entry is what is recorded of a proceeding. What it does not say stays as it is recorded already.
type Entry struct {
	// PowerID names the power; else PowerCode does, within the unit of UnitCode where several have it.
	PowerID             *int64
	UnitCode, PowerCode string
	// Number is 办件编号.
	Number string
	// ReceivedOn is the day on which it was received; nil for that on which its first step began.
	ReceivedOn *time.Time
	// ClosedOn is the day on which it was closed, or Discontinued.
	ClosedOn     *time.Time
	Discontinued bool
	// Result is what came of it, in the words of its own system; nil leaves it.
	Result *string
	Steps  []*StepEntry
	Pauses []*PauseEntry
	// Corrects allows to change the days, the end or the result that are recorded already; Reopens takes the end back. Reason then says why.
	Corrects, Reopens bool
	Reason            string
}

// StepEntry is a step that somebody took.
type StepEntry struct {
	// Step is the key or the name of a step of the process, or what its own system calls it.
	Step  string
	Began time.Time
	// Ended is nil while it is under way; Outcome is PASSED where it ended and nothing is said.
	Ended   *time.Time
	Outcome *term.StepOutcome
	// PersonID, StaffNumber or Name say who took it.
	PersonID          *int64
	StaffNumber, Name string
	Note              string
	// Corrects allows to take the place of what is recorded of this step and beginning, Withdrawn takes it back altogether; the note then says why.
	Corrects, Withdrawn bool
}

// PauseEntry is time that the limits leave out.
type PauseEntry struct {
	Kind term.PauseKind
	From time.Time
	// To is its last day, nil while it goes on.
	To                  *time.Time
	Note                string
	Corrects, Withdrawn bool
}

// trim takes the white space around what was typed away, and times of less than a second.
func (in *Record) trim() {
	for _, e := range in.Proceedings {
		e.UnitCode, e.PowerCode, e.Number, e.Reason = strings.TrimSpace(e.UnitCode), strings.TrimSpace(e.PowerCode), strings.TrimSpace(e.Number), strings.TrimSpace(e.Reason)
		if e.Result != nil {
			text := strings.TrimSpace(*e.Result)
			e.Result = &text
		}
		for _, s := range e.Steps {
			s.Step, s.StaffNumber, s.Name, s.Note = strings.TrimSpace(s.Step), strings.TrimSpace(s.StaffNumber), strings.TrimSpace(s.Name), strings.TrimSpace(s.Note)
			s.Began = s.Began.Truncate(time.Second)
			if s.Ended != nil {
				at := s.Ended.Truncate(time.Second)
				s.Ended = &at
			}
		}
		for _, p := range e.Pauses {
			p.Note = strings.TrimSpace(p.Note)
		}
	}
}

// checker gathers what is wrong with a Record as it was typed.
type checker struct {
	now, today time.Time
	bad        fault.List
}

// check tells all that is wrong with a Record by itself.
func (in *Record) check(now time.Time) error {
	if n := len(in.Proceedings); n < 1 || n > MostProceedings {
		return fault.Bad("proceedings", "OUT_OF_RANGE", fmt.Sprintf("一次录入 1 至 %d 个办件", MostProceedings), fmt.Sprintf("Record 1 to %d proceedings at a time", MostProceedings))
	}
	lines := 0
	for _, e := range in.Proceedings {
		lines += len(e.Steps) + len(e.Pauses)
	}
	if lines > MostSteps {
		return fault.Bad("proceedings", "TOO_MANY_STEPS", fmt.Sprintf("一次最多录入 %d 条办理记录", MostSteps), fmt.Sprintf("Record at most %d steps and pauses at a time", MostSteps))
	}
	c := &checker{now: now, today: store.DayOf(now)}
	for n, e := range in.Proceedings {
		c.entry(n, e)
	}
	return c.bad.Err()
}

func at(n int, field string) string { return fmt.Sprintf("proceedings.%d.%s", n, field) }

func (c *checker) entry(n int, e *Entry) {
	c.text(at(n, "number"), e.Number, 1, mostNumber)
	if e.PowerID == nil && e.PowerCode == "" {
		c.bad.Add(fault.Bad(at(n, "powerCode"), "REQUIRED", "请指明职权:给出职权的标识或编码", "Name the power, by its id or its code"))
	}
	c.day(at(n, "receivedOn"), e.ReceivedOn)
	c.day(at(n, "closedOn"), e.ClosedOn)
	if e.Result != nil {
		c.text(at(n, "result"), *e.Result, 0, mostResult)
	}
	switch c.text(at(n, "reason"), e.Reason, 0, mostNote); {
	case e.Discontinued && e.ClosedOn == nil:
		c.bad.Add(fault.Bad(at(n, "closedOn"), "REQUIRED", "请给出终止的日期", "Say on which day it was discontinued"))
	case e.Reopens && e.ClosedOn != nil:
		c.bad.Add(fault.Bad(at(n, "closedOn"), "REOPENED", "撤回办结时不能同时给出办结日期", "What is opened again has no day on which it was closed"))
	case (e.Corrects || e.Reopens) && e.Reason == "":
		c.bad.Add(fault.Bad(at(n, "reason"), "REQUIRED", "请写明更正原因", "Say why it is corrected"))
	}
	for i, s := range e.Steps {
		c.step(fmt.Sprintf("proceedings.%d.steps.%d.", n, i), s)
	}
	for i, p := range e.Pauses {
		c.pause(fmt.Sprintf("proceedings.%d.pauses.%d.", n, i), p)
	}
}

func (c *checker) step(path string, s *StepEntry) {
	c.text(path+"step", s.Step, 1, mostStep)
	c.text(path+"staffNumber", s.StaffNumber, 0, mostWho)
	c.text(path+"name", s.Name, 0, mostWho)
	c.text(path+"note", s.Note, 0, mostNote)
	c.moment(path+"began", s.Began)
	if s.Ended != nil {
		c.moment(path+"ended", *s.Ended)
		if s.Ended.Before(s.Began) {
			c.bad.Add(fault.Bad(path+"ended", "BEFORE_BEGINNING", "结束时间早于开始时间", "It ends before it begins"))
		}
	}
	switch {
	case s.Outcome != nil && s.Ended == nil:
		c.bad.Add(fault.Bad(path+"ended", "REQUIRED", "已有办理结果的环节应有结束时间", "A step with an outcome has an end"))
	case (s.Corrects || s.Withdrawn) && s.Note == "":
		c.bad.Add(fault.Bad(path+"note", "REQUIRED", "请写明更正原因", "Say why it is corrected"))
	}
}

func (c *checker) pause(path string, p *PauseEntry) {
	c.text(path+"note", p.Note, 0, mostNote)
	c.day(path+"from", &p.From)
	c.day(path+"to", p.To)
	switch {
	case p.To != nil && p.To.Before(p.From):
		c.bad.Add(fault.Bad(path+"to", "BEFORE_BEGINNING", "结束日期早于开始日期", "It ends before it begins"))
	case (p.Corrects || p.Withdrawn) && p.Note == "":
		c.bad.Add(fault.Bad(path+"note", "REQUIRED", "请写明更正原因", "Say why it is corrected"))
	}
}

func (c *checker) text(field, text string, least, most int) {
	switch n := utf8.RuneCountInString(text); {
	case n < least:
		c.bad.Add(fault.Bad(field, "REQUIRED", "此项必填", "This is required"))
	case n > most:
		c.bad.Add(fault.Bad(field, "TOO_LONG", fmt.Sprintf("不能超过 %d 个字符", most), fmt.Sprintf("At most %d characters", most)))
	}
}

func (c *checker) day(field string, day *time.Time) {
	switch {
	case day == nil:
	case day.Year() < firstYear:
		c.bad.Add(fault.Bad(field, "OUT_OF_RANGE", fmt.Sprintf("日期不早于 %d 年", firstYear), fmt.Sprintf("No day lies before %d", firstYear)))
	case day.After(c.today):
		c.bad.Add(fault.Bad(field, "IN_THE_FUTURE", "日期不能晚于今天", "It does not lie after today"))
	}
}

// moment lets the clocks of other programs be a little ahead.
func (c *checker) moment(field string, t time.Time) {
	switch {
	case t.Year() < firstYear:
		c.bad.Add(fault.Bad(field, "OUT_OF_RANGE", fmt.Sprintf("时间不早于 %d 年", firstYear), fmt.Sprintf("No time lies before %d", firstYear)))
	case t.After(c.now.Add(10 * time.Minute)):
		c.bad.Add(fault.Bad(field, "IN_THE_FUTURE", "时间不能晚于现在", "It does not lie after now"))
	}
}
