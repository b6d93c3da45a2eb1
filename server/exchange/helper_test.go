package exchange

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"sineng/ent"
	"sineng/server/exchange/sheet"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/process"
	"sineng/server/testkit"
)

// bench is a service on a fresh database.
type bench struct {
	*Service
	db *testkit.DB
	t  *testing.T
}

// onEach runs a test on every database.
func onEach(t *testing.T, test func(t *testing.T, b *bench)) {
	t.Helper()
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) { test(t, newBench(t, db)) })
}

func newBench(t *testing.T, db *testkit.DB) *bench {
	return &bench{New(db.Store, db.Org, db.Register, process.New(db.Store, db.Register), sheet.DefaultLimits()), db, t}
}

// write writes content to a file of that name.
func write(t *testing.T, name string, content []byte) File {
	t.Helper()
	path := filepath.Join(t.TempDir(), "upload")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return File{Path: path, Name: name}
}

func text(t *testing.T, content string) File { return write(t, "表.csv", []byte(content)) }

// fixture returns a file of testdata.
func fixture(name string) File { return File{Path: filepath.Join("testdata", name), Name: name} }

// book makes an xlsx file of sheets given as comma-separated lines.
func book(t *testing.T, sheets ...[2]string) File {
	t.Helper()
	f := excelize.NewFile()
	for i, s := range sheets {
		name := s[0]
		if i == 0 {
			name = f.GetSheetName(0)
		} else if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for r, row := range strings.Split(strings.TrimSpace(s[1]), "\n") {
			for c, cell := range strings.Split(row, ",") {
				at, _ := excelize.CoordinatesToCellName(c+1, r+1)
				if err := f.SetCellStr(name, at, cell); err != nil {
					t.Fatal(err)
				}
			}
		}
		if i == 0 {
			if err := f.SetSheetName(name, s[0]); err != nil {
				t.Fatal(err)
			}
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return write(t, "表.xlsx", out.Bytes())
}

// commit imports a file that must be free of problems.
func (b *bench) commit(ctx context.Context, file File, o Options) *Plan {
	b.t.Helper()
	plan, err := b.Commit(ctx, file, o)
	if err != nil {
		if plan != nil {
			b.t.Fatalf("%v\n%s", err, strings.Join(problemsOf(plan), "\n"))
		}
		b.t.Fatal(err)
	}
	return plan
}

// figures returns the counts of a plan as "created/changed/unchanged" by
// object.
func figures(p *Plan) map[Object]string {
	out := map[Object]string{}
	for _, f := range p.Figures {
		if f.Created+f.Changed+f.Unchanged > 0 {
			out[f.Object] = fmt.Sprintf("%d/%d/%d", f.Created, f.Changed, f.Unchanged)
		}
	}
	return out
}

// problemsOf returns the problems of a plan as "row column reason".
func problemsOf(p *Plan) []string {
	var out []string
	for _, q := range p.Problems {
		out = append(out, fmt.Sprintf("%d %s %s", q.Row, q.Column, q.Reason))
	}
	return out
}

// remarksOf returns the remarks of a plan like problemsOf.
func remarksOf(p *Plan) []string { return problemsOf(&Plan{Problems: p.Remarks}) }

func same[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// wantReason fails the test unless the error is of package fault and has the
// reason.
func wantReason(t *testing.T, err error, reason string) {
	t.Helper()
	var e *fault.Error
	if !errors.As(err, &e) || e.Reason != reason {
		t.Fatalf("got %v, want %s", err, reason)
	}
}

// rowsOf counts all rows that an import may write.
func (b *bench) rowsOf() map[string]int {
	b.t.Helper()
	ctx, c := testkit.System(), b.db.Client
	out := map[string]int{}
	for name, count := range map[string]func(context.Context) (int, error){
		"units": c.Unit.Query().Count, "posts": c.Post.Query().Count, "people": c.Person.Query().Count,
		"appointments": c.Appointment.Query().Count, "portfolios": c.Portfolio.Query().Count, "powers": c.Power.Query().Count,
		"risks": c.RiskPoint.Query().Count, "measures": c.Measure.Query().Count, "assessments": c.Assessment.Query().Count,
		"deltas": c.RiskCountDelta.Query().Count,
	} {
		n, err := count(ctx)
		if err != nil {
			b.t.Fatal(err)
		}
		if n > 0 {
			out[name] = n
		}
	}
	return out
}

// unitByCode returns a unit by its code.
func (b *bench) unitByCode(code string) *ent.Unit {
	b.t.Helper()
	u, err := org.UnitByCode(testkit.System(), b.db.Store, code)
	if err != nil || u == nil {
		b.t.Fatalf("unit %s: %v, %v", code, u, err)
	}
	return u
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
