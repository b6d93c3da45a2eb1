package exchange

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"sineng/server/org"
	"sineng/server/testkit"
)

// TestSavesDuringAnImport measures how long the saves of a colleague take while a register of
// SINENG_BENCH_ROWS rows is imported, and how long the import takes. scripts/bench/imports runs
// it on two versions of the program in turn.
func TestSavesDuringAnImport(t *testing.T) {
	rows, err := strconv.Atoi(os.Getenv("SINENG_BENCH_ROWS"))
	if err != nil {
		t.Skip("a measurement: SINENG_BENCH_ROWS is not set")
	}
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		var text strings.Builder
		text.WriteString("单位,风险点,风险类别,表现情形,可能性,危害程度,可能触犯,防控措施,状态\n")
		for i := range rows {
			fmt.Fprintf(&text, "科室%d,风险%d,岗位职责,表现%d,2,3,轻微违规,措施%d,草拟\n", i%500, i, i, i)
		}
		file := write(t, "登记表.csv", []byte(text.String()))
		p := testkit.Must(b.db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: w.West.Unit.ID, Name: "同事"}))(t)
		stop, ended := make(chan struct{}), make(chan []time.Duration)
		go func() {
			var took []time.Duration
			for n := 0; ; n++ {
				began := time.Now()
				after, err := b.db.Org.UpdatePerson(testkit.System(), org.UpdatePerson{ID: p.ID, ExpectedVersion: p.Version, UnitID: p.UnitID, Name: p.Name, JobTitle: fmt.Sprint("职务", n)})
				if took = append(took, time.Since(began)); err != nil {
					t.Error(err)
				} else {
					p = after
				}
				select {
				case <-stop:
					ended <- took
					return
				case <-time.After(20 * time.Millisecond):
				}
			}
		}()
		began := time.Now()
		phases := map[Phase]time.Duration{}
		plan, err := b.Commit(testkit.System(), file, Options{UnitID: &w.East.City.ID, Progress: func(p Progress) {
			phases[p.Phase] = time.Since(began)
		}})
		total := time.Since(began)
		close(stop)
		took := <-ended
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(took)
		at := func(share float64) time.Duration {
			return took[int(share*float64(len(took)-1))].Round(time.Millisecond)
		}
		fmt.Printf("MEASURED %s rows=%d figures=%v total=%s read=%s saves=%d p50=%s p99=%s max=%s\n", t.Name(), rows, figures(plan)[ObjectRiskPoint],
			total.Round(time.Millisecond), phases[PhaseRead].Round(time.Millisecond), len(took), at(.5), at(.99), at(1))
	})
}
