package proceedings

import (
	"fmt"
	"strings"
	"time"

	"sineng/ent/term"
	"sineng/ent/term/fold"
	"sineng/server/exchange/sheet"
	"sineng/server/proceeding"
)

// line is a row of a table.
type line struct {
	*reading
	sheet string
	row   sheet.Row
	at    places
	bad   bool
}

func (l *line) text(c column) string {
	if l.at[c] < 0 {
		return ""
	}
	return strings.TrimSpace(l.row.Cell(l.at[c]).Text)
}

func (l *line) wrong(zh, en string) {
	l.bad = true
	l.problem(l.sheet, l.row.Number, zh, en)
}

// cells tells of cells that hold no value.
func (l *line) cells() {
	for c := range columns {
		if l.at[c] < 0 {
			continue
		}
		switch cell := l.row.Cell(l.at[c]); {
		case cell.Blank():
		case cell.Kind == sheet.Formula || cell.Kind == sheet.Broken:
			l.wrong("“"+title(c, "zh")+"”是没有结果的公式:请在表格软件中打开并保存一次", "“"+title(c, "en")+"” is a formula without a result: open and save the file once")
		case cell.Kind == sheet.Imprecise:
			l.wrong("“"+title(c, "zh")+"”是过长的数字,末几位已丢失:请将该列设为文本后重新填写", "“"+title(c, "en")+"” is a number so long that its last digits are lost: make the column a text and fill it in anew")
		}
	}
}

func (l *line) day(c column) *time.Time {
	text := l.text(c)
	if text == "" {
		return nil
	}
	day, ok := dayOf(text)
	if !ok {
		l.wrong("看不懂“"+title(c, "zh")+"”:“"+text+"”,应如 2026-03-02", "“"+title(c, "en")+"” is not clear: “"+text+"”; it is written 2026-03-02")
		return nil
	}
	return &day
}

func (l *line) moment(c column) (t *time.Time, whole bool) {
	text := l.text(c)
	if text == "" {
		return nil, false
	}
	at, whole, ok := momentOf(text)
	if !ok {
		l.wrong("看不懂“"+title(c, "zh")+"”:“"+text+"”,应如 2026-03-02 09:30", "“"+title(c, "en")+"” is not clear: “"+text+"”; it is written 2026-03-02 09:30")
		return nil, false
	}
	return &at, whole
}

// take takes a row up. A proceeding of which a row is spoilt is noted.
func (r *reading) take(table string, row sheet.Row, at places, spoilt map[*filled]bool) {
	l := &line{reading: r, sheet: table, row: row, at: at}
	number := l.text(colNumber)
	if number == "" {
		for c := colReceived; c < columns; c++ { // a row of a table as it was downloaded names its power alone
			if l.text(c) != "" && !row.Banner {
				r.problem(table, row.Number, "没有办件编号,未读取此行", "There is no number, and the row was not read")
				break
			}
		}
		return
	}
	r.plan.Rows++
	l.cells()
	f := r.of(l, number)
	l.head(f)
	if l.text(colPause) != "" {
		l.pause(f)
	} else {
		l.step(f)
	}
	if l.bad {
		spoilt[f] = true
	}
}

// of is the proceeding that a row is of.
func (r *reading) of(l *line, number string) *filled {
	key := strings.Join([]string{l.sheet, fold.Code(l.text(colUnit)), fold.Code(l.text(colPowerCode)), fold.Key(l.text(colPower)), fold.Code(number)}, "\x00")
	f := r.byKey[key]
	if f == nil {
		f = &filled{sheet: l.sheet, row: l.row.Number, unit: l.text(colUnit), power: l.text(colPower), entry: &proceeding.Entry{PowerCode: l.text(colPowerCode), Number: number}, seen: map[string]int{}}
		r.byKey[key], r.matter = f, append(r.matter, f)
	}
	return f
}

// head reads what a row says of the proceeding as a whole; all its rows say the same, or nothing.
func (l *line) head(f *filled) {
	same := func(c column, into **time.Time) {
		day := l.day(c)
		switch {
		case day == nil:
		case *into == nil:
			*into = day
		case !(*into).Equal(*day):
			l.wrong("同一办件的“"+title(c, "zh")+"”前后不一致", "“"+title(c, "en")+"” of one proceeding differs from row to row")
		}
	}
	same(colReceived, &f.entry.ReceivedOn)
	same(colClosed, &f.entry.ClosedOn)
	text := l.text(colResult)
	if text == "" {
		return
	}
	switch {
	case f.entry.Result == nil:
		f.entry.Result = &text
	case *f.entry.Result != text:
		l.wrong("同一办件的“"+title(colResult, "zh")+"”前后不一致", "“"+title(colResult, "en")+"” of one proceeding differs from row to row")
	}
	for _, w := range []string{"终止", "撤回", "撤销申请", "不予受理", "discontinued"} {
		if fold.Key(text) == fold.Key(w) {
			f.entry.Discontinued = f.entry.ClosedOn != nil
		}
	}
}

// step reads the step of a row; a row without one is of the proceeding alone.
func (l *line) step(f *filled) {
	name := l.text(colStep)
	if name == "" {
		for _, c := range []column{colWho, colStaffNumber, colBegan, colEnded, colOutcome} {
			if l.text(c) != "" {
				l.wrong("填写了办理情况,没有写明环节", "It says who or when, but not which step")
				return
			}
		}
		return
	}
	began, _ := l.moment(colBegan)
	ended, whole := l.moment(colEnded)
	s := &proceeding.StepEntry{Step: name, StaffNumber: l.text(colStaffNumber), Name: l.text(colWho), Ended: ended, Note: l.text(colNote)}
	switch {
	case l.bad:
		return
	case began == nil && ended == nil:
		l.wrong("环节“"+name+"”没有开始时间,也没有结束时间", "The step “"+name+"” has neither a beginning nor an end")
		return
	case began == nil: // many systems keep only when a step was done
		began = ended
	case ended != nil && whole && ended.Before(*began) && began.Sub(*ended) < 24*time.Hour: // a day alone, that of the beginning
		s.Ended = began
	}
	s.Began = *began
	if text := l.text(colOutcome); text != "" && s.Ended != nil {
		outcome, known := outcomes[fold.Key(text)]
		if !known {
			l.wrong("看不懂环节结果“"+text+"”,应为“通过”或“退回”", "The outcome “"+text+"” is not clear: it is “Passed on” or “Returned”")
			return
		}
		s.Outcome = &outcome
	}
	l.once(f, fmt.Sprint(fold.Key(name), s.Began.Unix(), s.StaffNumber, s.Name, l.text(colEnded), s.Outcome), func() {
		f.entry.Steps, f.steps = append(f.entry.Steps, s), append(f.steps, l.row.Number)
	})
}

// once takes up what a row says, unless a row before said the same.
func (l *line) once(f *filled, says string, take func()) {
	if row, twice := f.seen[says]; twice {
		l.problem(l.sheet, l.row.Number, fmt.Sprintf("与第 %d 行重复,只录入一次", row), fmt.Sprintf("It says the same as row %d, and is recorded once", row))
		return
	}
	f.seen[says] = l.row.Number
	take()
}

// pause reads the pause of a row.
func (l *line) pause(f *filled) {
	kind, known := pauseOf(l.text(colPause))
	from, to := l.day(colBegan), l.day(colEnded)
	switch {
	case !known:
		var words []string
		for _, v := range term.PauseKind("").Values() {
			words = append(words, term.PauseKind(v).Label("zh"))
		}
		l.wrong("看不懂特别程序“"+l.text(colPause)+"”,应为:"+strings.Join(words, "、"), "The pause “"+l.text(colPause)+"” is not clear; it is one of: "+strings.Join(term.PauseKind("").Values(), ", "))
	case l.bad:
	case from == nil:
		l.wrong("特别程序没有开始时间", "The pause has no beginning")
	default:
		p := &proceeding.PauseEntry{Kind: kind, From: *from, To: to, Note: l.text(colNote)}
		l.once(f, fmt.Sprint("pause", kind, from.Unix(), l.text(colEnded)), func() { f.entry.Pauses, f.pauses = append(f.entry.Pauses, p), append(f.pauses, l.row.Number) })
	}
}
