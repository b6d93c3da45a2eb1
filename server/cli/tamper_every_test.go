package cli

import (
	"context"
	"crypto/rand"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/pressly/goose/v3"
	"golang.org/x/mod/sumdb/note"
	sumdb "golang.org/x/mod/sumdb/tlog"

	"sineng/ent"
	"sineng/server/app/apptest"
	"sineng/server/attachment"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/audit/verify"
	"sineng/server/org"
	"sineng/server/tally"
	"sineng/server/testkit"
)

// logTables are the tables of the log itself, which are compared as a whole.
var logTables = []string{"audit_entries", "audit_texts", "audit_inbox", "audit_touches", "audit_hashes", "audit_checkpoints"}

// every is a database with a row in every table, and what a verification needs.
type every struct {
	*scene
	tables map[string][]column
	checks []verify.Check
}

// newEvery fills a database: a small world made by the program, rows of all other kinds, and a log
// that answers for all of them.
func newEvery(t *testing.T, db *testkit.DB) *every {
	t.Helper()
	ctx := context.Background()
	s := &scene{w: &testkit.World{East: testkit.NewProvince(t, db, "E", "东")}}
	s.raw = openRaw(t, db)
	program := apptest.New(t, db)
	e := &every{scene: s, tables: s.tables(), checks: program.Checks()}
	attached := attachment.New(db.Store, db.Files, nil, attachment.DefaultLimits())
	testkit.Must(attached.Attach(testkit.As("DEPT_HEAD", s.w.East.Department), attachment.Attach{OwnerID: s.w.East.Risks[2].ID, Name: "a.txt", Content: strings.NewReader("佐证")}))(t)
	if _, err := tally.Fold(ctx, db.Store); err != nil {
		t.Fatal(err)
	}
	witness(t, db)
	s.fill(e.tables, givenValues())
	for _, table := range logTables {
		s.do("DELETE FROM " + table)
	}
	if err := db.SealAll(ctx); err != nil {
		t.Fatal(err)
	}
	if err := audit.Baseline(ctx, db.Store); err != nil {
		t.Fatal(err)
	}
	u := s.w.East.City
	rename := func(n int) {
		u = testkit.Must(db.Org.UpdateUnit(testkit.System(), org.UpdateUnit{ID: u.ID, ExpectedVersion: u.Version, Code: u.Code, Name: fmt.Sprint("东市局", n), Kind: u.Kind}))(t).Unwrap()
	}
	for n := range 258 { // enough for a node of the tree
		if rename(n); n == 100 {
			testkit.Must(audit.Sequence(ctx, db.Store))(t)
			testkit.Must(db.Log.Checkpoint(ctx))(t)
		}
	}
	testkit.Must(audit.Sequence(ctx, db.Store))(t)
	testkit.Must(db.Log.Checkpoint(ctx))(t)
	testkit.NewProvince(t, db, "N", "北")                // deltas of counts, and entries in the inbox
	if err := program.Search.Rebuild(ctx); err != nil { // of what was filled, too
		t.Fatal(err)
	}
	for table := range e.tables {
		s.do("CREATE TABLE bak_" + table + " AS SELECT * FROM " + table)
	}
	return e
}

// witness lets the server cosign a checkpoint of another log.
func witness(t *testing.T, db *testkit.DB) {
	t.Helper()
	private, public, err := note.GenerateKey(rand.Reader, "log.example/every")
	if err != nil {
		t.Fatal(err)
	}
	signer := testkit.Must(note.NewSigner(private))(t)
	text := testkit.Must(note.Sign(&note.Note{Text: fmt.Sprintf("%s\n1\n%s\n", signer.Name(), sumdb.RecordHash([]byte("a")))}, signer))(t)
	c := testkit.Must(tlog.NewCosigner(db.Store, db.LogDir, []string{public}, audit.WitnessRecord(db.Store)))(t)
	testkit.Must(c.Add(context.Background(), "old 0\n\n"+string(text)))(t)
}

// undo puts a table back.
func (e *every) undo(table string) {
	e.t.Helper()
	e.do("DELETE FROM " + table)
	e.do("INSERT INTO " + table + " SELECT * FROM bak_" + table)
}

// verify compares the rows; the schema too where the table is that of the migrations.
func (e *every) verify(t *testing.T, table string) *verify.Report {
	t.Helper()
	key := testkit.Must(tlog.PublicKey(e.db.LogDir))(t)
	return testkit.Must(verify.Run(context.Background(), e.db.Store, verify.Options{Dir: e.db.LogDir, Verifier: key, Checks: e.checks, WithoutSchema: table != "" && table != goose.DefaultTablename}))(t)
}

// change gives a column of the first row of a table another value.
func (e *every) change(table string, at int) {
	e.t.Helper()
	columns := e.tables[table]
	values := e.row(table, columns)
	e.do(fmt.Sprintf("UPDATE %s SET `%s` = ? WHERE `%s` = ?", table, columns[at].name, columns[0].name), e.other(table, columns[at], values[at]), values[0])
}

// other is another value for a column, of an enumeration one that it has, so that the change is not
// found by that alone. One with a single value is given the value that it does not have.
func (e *every) other(table string, c column, value any) any {
	text := fmt.Sprint(value)
	if raw, ok := value.([]byte); ok {
		text = string(raw)
	}
	for _, v := range enumeration(table, c.name) {
		if v != text {
			return v
		}
	}
	return other(c, value)
}

// entityOf is the entity of a table, empty for none.
func entityOf(table string) string {
	for name, e := range ent.Entities {
		if e.Table == table {
			return name
		}
	}
	return ""
}

// ofTheRow are reasons that only the row's own change brings about.
var ofTheRow = []string{"ROW_CHANGED", "ROW_FORGED", "SESSION_FORGED", "ROW_ADDED", "ROW_MISSING", "ROW_UNREADABLE"}

// Every table and every column, as the database itself counts them, is changed by hand: each
// change is a finding, or is listed as harmless with the reason. So are rows that are added and
// deleted.
func TestFault36EveryColumnOfEveryTableChangedByHandIsFoundOrHarmless(t *testing.T) {
	testkit.OwnDatabases(t, func(t *testing.T, db *testkit.DB) {
		e := newEvery(t, db)
		if r := e.verify(t, ""); r.Total > 0 {
			t.Fatalf("untouched: %+v", r.Findings)
		}
		seen := map[string]bool{}
		alone := e.together(t, seen)
		t.Logf("%d columns are changed alone", len(alone))
		for _, at := range alone {
			e.change(at.table, at.column)
			seen[at.name(e)] = e.verify(t, at.table).Total > 0
			e.undo(at.table)
		}
		for table, columns := range e.tables {
			if e.row(table, columns) == nil {
				t.Errorf("%s has no row to change", table)
				continue
			}
			e.add(table, columns)
			seen[table+" "+verify.RowAdded] = e.verify(t, table).Total > 0
			e.undo(table)
			e.do(fmt.Sprintf("DELETE FROM %s WHERE `%s` = ?", table, columns[0].name), e.row(table, columns)[0])
			seen[table+" "+verify.RowDeleted] = e.verify(t, table).Total > 0
			e.undo(table)
		}
		if r := e.verify(t, ""); r.Total > 0 {
			t.Errorf("all undone: %+v", r.Findings)
		}
		e.compare(t, seen)
	})
}

// compare compares what was found with the list of what is harmless.
func (e *every) compare(t *testing.T, seen map[string]bool) {
	t.Helper()
	t.Logf("%d changes of %d tables were tried", len(seen), len(e.tables))
	for _, name := range slices.Sorted(maps.Keys(seen)) {
		switch reason, harmless := verify.Harmless(name); {
		case !seen[name] && !harmless:
			t.Errorf("nobody finds a change of %s", name)
		case seen[name] && harmless && reason != "":
			if _, exact := verify.HarmlessChanges[name]; exact {
				t.Errorf("a change of %s is found, though it is listed as harmless", name)
			}
		}
	}
	for name := range verify.HarmlessChanges {
		if _, tried := seen[name]; !tried {
			t.Errorf("%s is listed as harmless and is no column", name)
		}
	}
}

// place is a column of a table.
type place struct {
	table  string
	column int
}

func (p place) name(e *every) string { return p.table + " " + e.tables[p.table][p.column].name }

// together changes one column of each entity at a time and returns the columns that have to be
// changed alone, since no finding of their own row tells of them.
func (e *every) together(t *testing.T, seen map[string]bool) (alone []place) {
	t.Helper()
	for round := 0; ; round++ {
		var changed []place
		for _, table := range slices.Sorted(maps.Keys(e.tables)) {
			if round >= len(e.tables[table]) {
				continue
			}
			at := place{table, round}
			if entityOf(table) == "" || slices.Contains(logTables, table) || table == "units" {
				alone = append(alone, at)
				continue
			}
			e.change(table, round)
			changed = append(changed, at)
		}
		if len(changed) == 0 {
			if round > 60 {
				return alone
			}
			continue
		}
		r := e.verify(t, "units")
		for _, at := range changed {
			name := entityOf(at.table)
			if slices.ContainsFunc(r.Findings, func(f verify.Finding) bool {
				return f.Object != nil && f.Object.Type == name && slices.Contains(ofTheRow, f.Reason)
			}) {
				seen[at.name(e)] = true
			} else {
				alone = append(alone, at)
			}
			e.undo(at.table)
		}
	}
}

// add puts a copy of the first row of a table into it, under other keys.
func (e *every) add(table string, columns []column) {
	e.t.Helper()
	values := e.row(table, columns)
	var names []string
	for i, c := range columns {
		names = append(names, "`"+c.name+"`")
		if e.isLink(table) && i == 0 { // the same row with another
			continue
		}
		if i == 0 || !strings.HasPrefix(c.kind, "bool") && c.name != "seal" && !isTime(c.kind) && c.kind != "json" {
			values[i] = other(c, values[i])
		}
	}
	e.do(fmt.Sprintf("INSERT INTO %s (%s) VALUES (?%s)", table, strings.Join(names, ", "), strings.Repeat(", ?", len(names)-1)), values...)
}
