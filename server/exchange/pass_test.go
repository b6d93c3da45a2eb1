package exchange

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"sineng/server/testkit"
)

// farApart writes a register in which the last row names the first risk point again.
func farApart(t *testing.T, first, last string) File {
	t.Helper()
	var out strings.Builder
	fmt.Fprintf(&out, "单位,风险点,风险类别,表现情形,防控措施\n%s,公车,岗位职责,私用,登记\n", first)
	for i := range 2 * window {
		fmt.Fprintf(&out, "科室%d,风险%d,岗位职责,表现%d,措施%d\n", i%10, i, i, i)
	}
	fmt.Fprintf(&out, "%s,公车,岗位职责,借用,双锁\n", last)
	return text(t, out.String())
}

func TestRowsOfOneRiskPointMayStandFarApart(t *testing.T) {
	for name, c := range map[string]struct{ first, last string }{
		"written alike":      {"东许可科", "东许可科"},
		"by name and path":   {"东许可科", "东省局/东许可科"},
		"by code and name":   {"CODE", "东许可科"},
		"a new unit by path": {"新科", "东省局/新科"},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t, testkit.SQLite(t))
			w := testkit.NewWorld(t, b.db)
			if c.first == "CODE" {
				c.first = w.East.Department.Code
			}
			o := Options{UnitID: &w.East.Unit.ID}
			file := farApart(t, c.first, c.last)
			shown := testkit.Must(b.Plan(testkit.System(), file, o))(t)
			plan := b.commit(testkit.System(), file, o)
			same(t, "what was shown is what was written", figures(plan), figures(shown))
			same(t, "risk points", figures(plan)[ObjectRiskPoint], fmt.Sprintf("%d/0/0", 2*window+1))
			same(t, "measures", figures(plan)[ObjectMeasure], fmt.Sprintf("%d/0/0", 2*window+2))
			r := b.risk("公车")
			same(t, "text", r.Manifestation, "私用\n借用")
			same(t, "measures of it", len(r.Edges.Measures), 2)
			again := b.commit(testkit.System(), file, o)
			same(t, "risk points again", figures(again)[ObjectRiskPoint], fmt.Sprintf("0/0/%d", 2*window+1))
			same(t, "measures again", figures(again)[ObjectMeasure], fmt.Sprintf("0/0/%d", 2*window+2))
		})
	}
}

// A unit that is written in two ways of which nothing tells beforehand that they mean the same is
// gone over again.
func TestARowThatComesLateIsNotLost(t *testing.T) {
	for name, between := range map[string]string{"of a unit that is done": "", "of a unit under way": "N1,甲/乙,印章,岗位职责,乱用\n"} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t, testkit.SQLite(t))
			w := testkit.NewWorld(t, b.db)
			var out strings.Builder
			out.WriteString("单位编码,单位,风险点,风险类别,表现情形\n")
			out.WriteString("N1,甲/乙,公车,岗位职责,私用\n") // a new unit of that very name
			for i := range 2 * window {
				fmt.Fprintf(&out, ",科室%d,风险%d,岗位职责,表现%d\n", i%10, i, i)
			}
			out.WriteString(between + ",N1,公车,岗位职责,借用\n")
			plan := b.commit(testkit.System(), text(t, out.String()), Options{UnitID: &w.East.Unit.ID})
			same(t, "risk points", figures(plan)[ObjectRiskPoint], fmt.Sprintf("%d/0/0", 2*window+1+strings.Count(between, "\n")))
			same(t, "text", b.risk("公车").Manifestation, "私用\n借用")
		})
	}
}

func TestMemoryOfAnImportDoesNotGrowWithItsRows(t *testing.T) {
	b := newBench(t, testkit.SQLite(t))
	w := testkit.NewWorld(t, b.db)
	file := func(n int) File {
		var out strings.Builder
		out.WriteString("单位,风险点,风险类别,表现情形,自评等级,防控措施,直接责任人\n")
		for i := range n {
			fmt.Fprintf(&out, "科室%d,风险%d,岗位职责,%s,C,措施%d,张%c\n", i%10, i, strings.Repeat("表现", 50), i, rune(0x4e00+i%10))
		}
		return text(t, out.String())
	}
	// heap is what is in use when the last row is planned.
	heap := func(rows int, write bool) uint64 {
		var used uint64
		o := Options{UnitID: &w.East.City.ID, Progress: func(p Progress) {
			if p.Phase != PhaseRead && p.Planned == rows && used == 0 {
				var m runtime.MemStats
				runtime.GC()
				runtime.ReadMemStats(&m)
				used = m.HeapAlloc
			}
		}}
		if write {
			b.commit(testkit.System(), file(rows), o)
		} else {
			testkit.Must(b.Plan(testkit.System(), file(rows), o))(t)
		}
		return used
	}
	const few, many, perRow = 2 * window, 10 * window, 150
	heap(many, false) // fills what is remembered of the titles seen last, which is bounded
	for _, write := range []bool{false, true} {
		small, large := heap(few, write), heap(many, write)
		if grew := int64(large) - int64(small); grew > (many-few)*perRow {
			t.Errorf("written %t: %d more rows take %d more bytes", write, many-few, grew)
		}
	}
}

func TestProgressOfAJobRisesInRows(t *testing.T) {
	b := newBench(t, testkit.SQLite(t))
	w := testkit.NewWorld(t, b.db)
	const rows = 3*window + 10
	one := &job{}
	var stages []Phase
	var halfway bool
	o := Options{UnitID: &w.East.City.ID, Progress: func(p Progress) {
		before := one.Job
		if one.advance(Committing, p); len(stages) == 0 || stages[len(stages)-1] != one.Stage {
			stages = append(stages, one.Stage)
		}
		if one.Percent < before.Percent || one.RowsPlanned < before.RowsPlanned || one.RowsWritten < before.RowsWritten || one.RowsWritten > one.RowsPlanned {
			t.Errorf("%+v after %+v", one.Job, before)
		}
		halfway = halfway || one.RowsWritten > window && one.RowsWritten < 2*window && one.RowsShown == 0
	}}
	b.commit(testkit.System(), registerOf(t, rows), o)
	same(t, "stages", stages, []Phase{PhaseRead, PhaseWrite, PhaseShow})
	if !halfway {
		t.Error("nothing was told while rows were written")
	}
	same(t, "at the end", []int{one.RowsRead, one.RowsPlanned, one.RowsWritten, one.RowsShown, one.RowsTotal, one.Percent}, []int{rows, rows, rows, rows, rows, 99})
}
