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
	s.do("INSERT INTO education_session_measures (education_session_id, measure_id) SELECT e.id, m.id FROM education_sessions e CROSS JOIN measures m LIMIT 1")
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

// verify compares the rows, and the schema if asked.
func (e *every) verify(t *testing.T, schema bool) *verify.Report {
	t.Helper()
	key := testkit.Must(tlog.PublicKey(e.db.LogDir))(t)
	return testkit.Must(verify.Run(context.Background(), e.db.Store, verify.Options{Dir: e.db.LogDir, Verifier: key, Checks: e.checks, WithoutSchema: !schema}))(t)
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

// ofTheRow are reasons that only a change of the row that they name brings about, where no unit is
// changed.
var ofTheRow = []string{"ROW_CHANGED", "ROW_FORGED", "SESSION_FORGED", "ROW_ADDED", "ROW_MISSING", "ROW_UNREADABLE", "PLACE_CHANGED", "FOLD_CHANGED"}

// ofTheTable are beginnings of reasons that only a change of a table brings about, where no entry
// of the log is changed.
var ofTheTable = map[string]string{"audit_hashes": "NODE_", "audit_checkpoints": "CHECKPOINT_", "audit_touches": "INDEX_CHANGED"}

// Every table and every column, as the database itself counts them, is changed by hand: each
// change is a finding, or is listed as harmless with the reason. So are rows that are added and
// deleted.
func TestFault36EveryColumnOfEveryTableChangedByHandIsFoundOrHarmless(t *testing.T) {
	testkit.OwnDatabases(t, func(t *testing.T, db *testkit.DB) {
		e := newEvery(t, db)
		if r := e.verify(t, true); r.Total > 0 {
			t.Fatalf("untouched: %+v", r.Findings)
		}
		seen := map[string]bool{}
		var left, alone []tampering
		for _, together := range rounds(e.tamperings(t)) {
			left = append(left, e.ownFindings(t, together, seen)...)
		}
		var harmless []tampering
		for _, c := range left {
			if _, listed := verify.Harmless(c.name); listed {
				harmless = append(harmless, c)
			} else {
				alone = append(alone, c)
			}
		}
		for _, together := range rounds(harmless) {
			if e.tamper(t, together...).Total > 0 { // one of them, or some
				alone = append(alone, together...)
				continue
			}
			for _, c := range together {
				seen[c.name] = false
			}
		}
		t.Logf("%d changes are made alone", len(alone))
		for _, c := range alone {
			seen[c.name] = e.tamper(t, c).Total > 0
		}
		if r := e.verify(t, true); r.Total > 0 {
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

// tampering is a change of a row by hand.
type tampering struct {
	table, name string // the name is that of verify.HarmlessChanges
	do          func()
	// tells reports whether a finding can come from nothing but this change; nil where any finding
	// may come from another.
	tells func(verify.Finding) bool
}

// tamperings are all changes: a row added to each table, its first row deleted, and each column of it
// changed.
func (e *every) tamperings(t *testing.T) (all []tampering) {
	t.Helper()
	for _, table := range slices.Sorted(maps.Keys(e.tables)) {
		columns := e.tables[table]
		row := e.row(table, columns)
		if row == nil {
			t.Errorf("%s has no row to change", table)
			continue
		}
		tells := e.tells(table, row)
		all = append(all, tampering{table, table + " " + verify.RowAdded, func() { e.add(table, columns) }, tells},
			tampering{table, table + " " + verify.RowDeleted, func() {
				e.do(fmt.Sprintf("DELETE FROM %s WHERE `%s` = ?", table, columns[0].name), row[0])
			}, tells})
		for at, c := range columns {
			all = append(all, tampering{table, table + " " + c.name, func() { e.change(table, at) }, tells})
		}
	}
	return all
}

// tells is what tells a finding that only a change of a row's own brings about.
func (e *every) tells(table string, row []any) func(verify.Finding) bool {
	if reason := ofTheTable[table]; reason != "" {
		return func(f verify.Finding) bool { return strings.HasPrefix(f.Reason, reason) }
	}
	if table == "units" || slices.Contains(logTables, table) {
		return nil
	}
	for name, entity := range ent.Entities {
		if entity.Table == table {
			id, added := number(row[0]), other(e.tables[table][0], row[0])
			return func(f verify.Finding) bool {
				return f.Object != nil && (f.Object.ID == id || f.Object.ID == added) && slices.Contains(ofTheRow, f.Reason)
			}
		}
		for edge, l := range entity.Links {
			if l.Table == table {
				return func(f verify.Finding) bool {
					return f.Object != nil && f.Object.Type == name && strings.HasPrefix(f.Reason, "LINK_") && strings.Contains(f.EN, "link of "+edge+" ")
				}
			}
		}
	}
	return nil
}

// rounds divides changes so that each round has one of each table.
func rounds(all []tampering) (out [][]tampering) {
	of := map[string]int{}
	for _, c := range all {
		n := of[c.table]
		if of[c.table]++; n == len(out) {
			out = append(out, nil)
		}
		out[n] = append(out[n], c)
	}
	return out
}

// tamper makes changes of different tables, verifies and undoes them.
func (e *every) tamper(t *testing.T, together ...tampering) *verify.Report {
	t.Helper()
	schema := false
	for _, c := range together {
		c.do()
		schema = schema || c.table == goose.DefaultTablename
	}
	r := e.verify(t, schema)
	for _, c := range together {
		e.undo(c.table)
	}
	return r
}

// ownFindings makes the changes that findings of their own can tell of, and returns those of which
// none does.
func (e *every) ownFindings(t *testing.T, round []tampering, seen map[string]bool) (left []tampering) {
	t.Helper()
	var together []tampering
	for _, c := range round {
		if c.tells == nil {
			left = append(left, c)
		} else {
			together = append(together, c)
		}
	}
	if len(together) == 0 {
		return left
	}
	r := e.tamper(t, together...)
	for _, c := range together {
		if slices.ContainsFunc(r.Findings, c.tells) {
			seen[c.name] = true
		} else {
			left = append(left, c)
		}
	}
	return left
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
