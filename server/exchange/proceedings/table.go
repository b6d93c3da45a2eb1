package proceedings

import (
	"context"
	"fmt"
	"io"
	"strings"

	"sineng/ent/term"
	"sineng/server/exchange/sheet"
)

// ownPages are the pages of our table that are no table of proceedings.
var ownPages = []string{"填写说明", "How to fill in", "职权与环节", "Powers and steps"}

// mostPowers is how many powers the table lists with their steps.
const mostPowers = 300

// WriteTable writes a table to be filled in with the proceedings of a power, of the powers of a unit and those below it, or of all whose proceedings
// the viewer may record; on another page it lists these powers with their steps.
func (s *Service) WriteTable(ctx context.Context, w io.Writer, unit, power *int64, lang string) error {
	powers, more, err := s.proceedings.Recordable(ctx, unit, power, mostPowers)
	if err != nil {
		return err
	}
	lines := [][]string{make([]string, columns)}
	for c := range columns {
		lines[0][c] = title(c, lang)
	}
	if power != nil && len(powers) == 1 {
		for range 50 {
			line := make([]string, columns)
			line[colUnit], line[colPowerCode], line[colPower] = powers[0].Unit, powers[0].Code, powers[0].Name
			lines = append(lines, line)
		}
	}
	steps := [][]string{{title(colUnit, lang), title(colPowerCode, lang), title(colPower, lang), title(colStep, lang)}}
	for _, p := range powers {
		if len(p.Steps) == 0 {
			steps = append(steps, []string{p.Unit, p.Code, p.Name, word(lang, "(尚无流程图)", "(no process yet)")})
		}
		for _, step := range p.Steps {
			steps = append(steps, []string{p.Unit, p.Code, p.Name, step})
		}
	}
	return sheet.Write(w, []sheet.Page{
		{Name: word(lang, "办件", "Proceedings"), Lines: lines, Heading: 1, Widths: widths},
		{Name: word(lang, ownPages[0], ownPages[1]), Lines: about(lang, more), Widths: []float64{100}},
		{Name: word(lang, ownPages[2], ownPages[3]), Lines: steps, Heading: 1, Widths: []float64{24, 16, 36, 24}},
	})
}

func about(lang string, more bool) [][]string {
	var pauses []string
	for _, v := range term.PauseKind("").Values() {
		pauses = append(pauses, term.PauseKind(v).Label(lang))
	}
	out := [][]string{
		{word(lang, "每行填写一个环节;同一办件的各行使用同一“办件编号”。", "Each row is a step; the rows of one proceeding have the same number.")},
		{word(lang, "环节使用“职权与环节”页上的名称;流程图外的环节照常保存,并标明。", "Steps are named as on the page “Powers and steps”; a step that the process does not have is kept, and told.")},
		{word(lang, "时间写作 2026-03-02 09:30;只有日期也可以。正在办理的环节不填结束时间。", "Times are written 2026-03-02 09:30; a day alone will do. A step under way has no end.")},
		{word(lang, "环节结果为“通过”或“退回”;不填即为通过。", "The outcome is “Passed on” or “Returned”; none is passed on.")},
		{word(lang, "听证、检验等不计入时限的时间单独成行,填写“特别程序”和起止时间,不填环节:", "Time that the limits leave out is a row of its own, with a “Pause”, its beginning and end, and no step: ") + strings.Join(pauses, word(lang, "、", ", ")) + word(lang, "。", ".")},
		{word(lang, "不录入申请人等当事人的信息,其他列不会读取,并会列出。", "Nothing is kept of applicants; other columns are not read, and named.")},
		{word(lang, "已录入的内容不会重复录入;与已录入内容不一致的办件不会改动,请在办件页面更正。", "What is recorded already is not recorded again; what differs is not changed by a table: correct it on the page of the proceeding.")},
	}
	if more {
		out = append(out, []string{word(lang, fmt.Sprintf("只列出前 %d 项职权的环节。", mostPowers), fmt.Sprintf("Only the steps of the first %d powers are listed.", mostPowers))})
	}
	return out
}
