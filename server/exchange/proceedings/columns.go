package proceedings

import (
	"strings"

	"sineng/ent/term"
	"sineng/ent/term/fold"
	"sineng/server/exchange/sheet"
)

// column is a column of the table.
type column int

const (
	colUnit column = iota
	colPowerCode
	colPower
	colNumber
	colReceived
	colStep
	colWho
	colStaffNumber
	colBegan
	colEnded
	colOutcome
	colPause
	colClosed
	colResult
	colNote
	columns
)

// titles are the titles of the columns in Chinese and English, and others by which the systems of public services call them.
var titles = [columns][]string{
	colUnit:        {"部门", "Department", "部门名称", "实施部门", "承办部门", "单位"},
	colPowerCode:   {"职权编码", "Power code", "事项编码", "权力编码", "实施编码"},
	colPower:       {"职权名称", "Power", "事项名称", "职权", "权力名称", "事项"},
	colNumber:      {"办件编号", "Number", "办件号", "申办流水号", "受理编号", "流水号", "业务流水号", "案号", "编号"},
	colReceived:    {"受理日期", "Received on", "受理时间", "收件日期", "收件时间", "立案日期"},
	colStep:        {"环节", "Step", "办理环节", "环节名称", "当前环节"},
	colWho:         {"办理人", "Taken by", "经办人", "处理人", "办理人姓名", "承办人"},
	colStaffNumber: {"工号", "Staff number", "办理人工号", "人员编号"},
	colBegan:       {"开始时间", "Began", "接收时间", "到达时间", "环节开始时间", "接件时间"},
	colEnded:       {"结束时间", "Ended", "完成时间", "处理时间", "办理时间", "环节结束时间"},
	colOutcome:     {"环节结果", "Outcome", "环节状态", "处理结果", "环节办理结果"},
	colPause:       {"特别程序", "Pause", "中止事由", "特别程序种类"},
	colClosed:      {"办结日期", "Closed on", "办结时间", "结案日期"},
	colResult:      {"办件结果", "Result", "办理结果", "审批结果", "办结结果"},
	colNote:        {"备注", "Note", "办理意见", "意见", "说明"},
}

// widths are the widths of the columns in characters.
var widths = []float64{18, 14, 28, 18, 12, 16, 10, 12, 18, 18, 10, 12, 12, 14, 28}

func title(c column, lang string) string {
	if lang == "en" {
		return titles[c][1]
	}
	return titles[c][0]
}

// places are the columns of the file by those of the table; -1 where it has none.
type places [columns]int

// headed finds where a row of titles has each column, and the texts that are none of them; false for a row of no titles: without numbers, and
// steps or days.
func headed(r sheet.Row) (at places, unknown []string, is bool) {
	for c := range at {
		at[c] = -1
	}
	for n, cell := range r.Cells {
		if cell.Blank() || cell.Filled {
			continue
		}
		c, known := columnOf(cell.Text)
		if !known || at[c] >= 0 {
			unknown = append(unknown, strings.TrimSpace(cell.Text))
			continue
		}
		at[c] = n
	}
	return at, unknown, at[colNumber] >= 0 && (at[colStep] >= 0 || at[colReceived] >= 0 || at[colClosed] >= 0 || at[colPause] >= 0)
}

func columnOf(text string) (column, bool) {
	key := fold.Key(text)
	for c, names := range titles {
		for _, name := range names {
			if key == fold.Key(name) {
				return column(c), true
			}
		}
	}
	return 0, false
}

// outcomes are the words by which systems say how a step ended.
var outcomes = map[string]term.StepOutcome{}

func init() {
	for outcome, words := range map[term.StepOutcome][]string{
		term.StepOutcomePassed:   {"通过", "同意", "办结", "完成", "已完成", "已办", "已办理", "转办", "已转办", "提交", "已提交", "正常", "passed", "passed on", "done"},
		term.StepOutcomeReturned: {"退回", "已退回", "驳回", "退件", "退办", "返回", "退回补正", "退回修改", "returned"},
	} {
		for _, word := range words {
			outcomes[fold.Key(word)] = outcome
		}
	}
}

// pauseOf is the kind of a pause by its word; false for another word.
func pauseOf(text string) (term.PauseKind, bool) {
	key := fold.Key(text)
	for _, v := range term.PauseKind("").Values() {
		k := term.PauseKind(v)
		if key == fold.Key(k.Label("zh")) || key == fold.Key(k.Label("en")) || key == fold.Key(v) {
			return k, true
		}
	}
	if key == fold.Key("其他") {
		return term.PauseKindOther, true
	}
	return "", false
}
