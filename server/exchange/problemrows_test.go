package exchange

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sineng/server/testkit"
)

// TestBadRowsComeBackWithWhatStoodBesideThem imports the bad rows of a file again: as they were, they
// are refused for the same reasons and nothing is asked of them; corrected, they are what they were in the file.
func TestBadRowsComeBackWithWhatStoodBesideThem(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		b := newBench(t, testkit.SQLite(t))
		b.commit(testkit.System(), text(t, "编码,名称\n1,财务科\n2,人事科\n"), Options{})
		file := text(t, "廉政风险点登记表\n单位:财务科\n风险点,风险类别,产生原因,风险等级,备考\n公车,岗位职责,管理松散,特高\n印章,岗位职责,保管不严,低\n")
		plan, err := b.Commit(testkit.System(), file, Options{GoodRowsOnly: true})
		check(t, err)
		same(t, "bad rows", problemsOf(plan), []string{"4 风险等级 UNKNOWN_GRADE"})

		var out bytes.Buffer
		check(t, plan.WriteProblems(&out, lang))
		path := filepath.Join(t.TempDir(), "bad.xlsx")
		check(t, os.WriteFile(path, out.Bytes(), 0o600))
		again, err := b.Plan(testkit.System(), File{path, "bad.xlsx"}, Options{})
		check(t, err)
		same(t, "the same problems", problemsOf(again), []string{"2 风险等级 UNKNOWN_GRADE"})
		same(t, "questions", len(again.Questions), 0)
		same(t, "unread", len(again.Unread), 0)

		// Corrected by the mapping, it is a risk point of the unit that stood above the table.
		mended := again.mapping.clone()
		mended.Words = map[WordKind]map[string]string{WordGrade: {"特高": "A"}}
		b.commit(testkit.System(), File{path, "bad.xlsx"}, Options{Mapping: mended})
		r := b.risk("公车")
		if r.Edges.Unit.Name != "财务科" || r.Cause != "管理松散" || strings.Contains(r.Cause, "原第") {
			t.Errorf("%s: it became %+v", lang, r)
		}
	}
}
