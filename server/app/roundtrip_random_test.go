package app_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sineng/ent"
	"sineng/ent/person"
	"sineng/ent/term"
	"sineng/server/exchange"
	"sineng/server/testkit"
)

// registers is how many random registers are tried; each takes seconds under the race detector.
const registers = 3

// words are what titles and texts are made of: numbering, brackets of both widths, separators, signs
// that spreadsheet programs take for formulas, and blanks.
var words = rapid.SampledFrom([]string{"资金拨付", "审批", "1.", "2、", "(一)", "（二）", "①", "第三条", "=", "+", "-", "@", "'", "\"", "/", "、", ";", "：", "《办法》", "A级", "ＢＪ",
	"2026年6月", "10%", "高", "无", "甲一", " ", "\u3000", "\n", "㈱", "é", "〃", "同上", "合计", "注:", "0012", "1e5", "3/4"})

// phrase is a text of some words.
func phrase(most int) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(words, 0, most).Draw(t, "words"), "")
	})
}

// entry is a text that says something: what must not be empty has at least a word.
func entry(most int) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return rapid.SampledFrom([]string{"超范围拨付", "人情审批", "泄露标底", "违规用车"}).Draw(t, "stem") + phrase(most).Draw(t, "rest")
	})
}

// column draws the values of a column of the register.
type column struct {
	title string
	of    func(people []string) *rapid.Generator[string]
}

func oneOf(values ...string) func([]string) *rapid.Generator[string] {
	return func([]string) *rapid.Generator[string] { return rapid.SampledFrom(values) }
}

func free(most int) func([]string) *rapid.Generator[string] {
	return func([]string) *rapid.Generator[string] { return phrase(most) }
}

func someone(people []string) *rapid.Generator[string] {
	return rapid.SampledFrom(append([]string{"", ""}, people...))
}

var columns = []column{
	{"岗位", oneOf("", "经办岗", "审核岗(兼)", "综合岗", "受理、初审岗")},
	{"职权", oneOf("", "资金拨付", "行政许可(甲类)", "公务用车/公务接待", "采购、验收")},
	{"流程环节", oneOf("", "受理", "审核(初审)", "3.决定")},
	{"风险点", func([]string) *rapid.Generator[string] { return entry(3) }},
	{"表现情形", free(5)},
	{"产生原因", free(4)},
	{"风险类别", oneOf("", "思想道德", "岗位职责", "制度机制、外部环境", "业务流程", "思想道德、岗位职责、业务流程、制度机制、外部环境")},
	{"可能性", oneOf("", "高", "中", "低")},
	{"危害程度", oneOf("", "高", "中", "低")},
	{"自评等级", oneOf("", "A", "B", "C")},
	{"涉险岗位", oneOf("", "经办岗", "经办岗、综合岗")},
	{"直接责任人", someone},
	{"部门责任人", someone},
	{"责任领导", someone},
	{"防控措施", free(5)},
	{"措施类别", oneOf("", "EDUCATION", "BALANCE", "OVERSIGHT")},
	{"机制", oneOf("", "DAILY_EDUCATION", "EARLY_WARNING")},
	{"制度依据", free(3)},
	{"监测指标", free(2)},
	{"阈值", free(2)},
	{"责任人", someone},
	{"监督人", someone},
	{"完成时限", oneOf("", "2026-12-31", "2027年6月底前")},
	{"频次", oneOf("", "每季度一次", "每月")},
}

// TestRandomRegistersComeBackUnchanged imports registers of awkward texts, and imports each form of
// them into the register that it came from.
func TestRandomRegistersComeBackUnchanged(t *testing.T) {
	db, ctx := testkit.SQLite(t), testkit.System()
	w := newTown(t, db)
	for seed := range registers {
		code := fmt.Sprintf("R%d", seed)
		u := testkit.Must(testkit.NewUnit(db, w.East.City, code, "随机科"+code, term.UnitKindDepartment))(t)
		names := []string{"赵" + code, "钱" + code, "欧阳" + code, "赵" + code} // two have the same name
		people := [][]string{{"单位编码", "姓名", "工号", "职务", "岗位"}}
		for i, n := range names {
			people = append(people, []string{code, n, fmt.Sprintf("%s-%d", code, i), "科员", "经办岗"})
		}
		w.imported(t, u, people)
		w.imported(t, u, randomRegister(code, []string{names[1], names[2], names[0] + "(" + code + "-0)", names[3] + "(" + code + "-3)", "全体人员"}, seed))

		for _, kind := range []term.FormKind{term.FormKindPowers, term.FormKindRisks, term.FormKindMeasures, term.FormKindPersonal} {
			f := w.form(t, u, kind, func(c *ent.FormCreate) {
				if kind == term.FormKindPersonal {
					c.SetPersonID(db.Client.Person.Query().Where(person.Name(names[1])).OnlyIDX(ctx))
				}
			})
			for _, format := range []string{"xlsx", "docx"} {
				t.Run(fmt.Sprintf("%s of register %d as %s", kind, seed, format), func(t *testing.T) {
					unchanged(t, readBack(t, ctx, w.app, f, format), 0)
				})
			}
		}
	}
}

// randomRegister is a register of rows for the unit with that code.
func randomRegister(code string, people []string, seed int) [][]string {
	titles := []string{"单位编码"}
	for _, c := range columns {
		titles = append(titles, c.title)
	}
	rows := [][]string{titles}
	for i := range 25 {
		row := []string{code}
		for j, c := range columns {
			row = append(row, c.of(people).Example(seed*100_000+i*100+j))
		}
		rows = append(rows, row)
	}
	return rows
}

// imported writes rows into the register, with the proposals for what is in doubt.
func (w *town) imported(t *testing.T, u *ent.Unit, rows [][]string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "register.csv")
	var out strings.Builder
	c := csv.NewWriter(&out)
	if err := c.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(out.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	file, ctx := exchange.File{Path: path, Name: "register.csv"}, testkit.System()
	plan := testkit.Must(w.app.Exchange.Plan(ctx, file, exchange.Options{UnitID: &u.ID, LeaveOut: true, Accept: true}))(t)
	for _, p := range plan.Problems {
		t.Logf("row %d, %s: %q: %s", p.Row, p.Column, p.Found, p.WantedEN)
	}
	if plan.BadRowCount*2 > len(rows) {
		t.Fatalf("of %d rows %d are bad", len(rows), plan.BadRowCount)
	}
	done := testkit.Must(w.app.Exchange.Commit(ctx, file, exchange.Options{UnitID: &u.ID, LeaveOut: true, Accept: true, GoodRowsOnly: true}))(t)
	if created := slices.IndexFunc(done.Figures, func(f exchange.Figure) bool { return f.Created > 0 }); created < 0 {
		t.Fatal("nothing was written")
	}
}
