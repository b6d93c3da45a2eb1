package cli

import (
	"strings"
	"testing"

	"entgo.io/ent/dialect"

	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/job"
	"sineng/server/testkit"
)

func TestFault36AChangedSchemaIsFound(t *testing.T) {
	testkit.OwnDatabases(t, func(t *testing.T, db *testkit.DB) {
		r := openRaw(t, db)
		steps := [][2]string{
			{"CREATE TRIGGER evil AFTER INSERT ON jobs FOR EACH ROW BEGIN DELETE FROM notices; END", "DROP TRIGGER evil"},
			{"CREATE VIEW evil AS SELECT 1", "DROP VIEW evil"},
			{"CREATE INDEX evil ON jobs (kind)", "DROP INDEX evil"},
			{"ALTER TABLE jobs ADD COLUMN evil INTEGER", "ALTER TABLE jobs DROP COLUMN evil"},
			{"DROP INDEX job_state_lease_until", "CREATE INDEX job_state_lease_until ON jobs (state, lease_until)"},
			{"DROP INDEX job_object_id_kind", ""},
			{"DROP TABLE fingerprints", ""},
		}
		for _, s := range steps {
			for i, statement := range s {
				if db.Dialect() == dialect.MySQL && strings.HasPrefix(statement, "DROP INDEX") {
					statement += " ON jobs"
				}
				if statement == "" {
					continue
				}
				r.do(statement)
				found := testkit.Must(db.SchemaDifferences(t.Context()))(t)
				if i == 0 && len(found) == 0 {
					t.Errorf("nobody finds %s", statement)
				}
				if i == 0 && s[0] == steps[0][0] && !db.Verify(t).Has("SCHEMA_CHANGED") {
					t.Errorf("a verification does not tell of %s", statement)
				}
				if i == 1 && len(found) > 0 {
					t.Errorf("undone by %s: %+v", statement, found)
				}
			}
		}
	})
}

// A cell that cannot be read is a finding that names its row, and the verification goes on.
func TestFault36AnUnreadableCellIsAFinding(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewProvince(t, db, "A", "甲")
	r := openRaw(t, db)
	r.do("UPDATE risk_points SET version = 'x' WHERE id = ?", w.Risks[0].ID)
	r.do("UPDATE units SET name = 'y' WHERE id = ?", w.City.ID)
	report := db.Verify(t)
	if !report.Has("ROW_CHANGED") || !report.Has("ROW_UNREADABLE") {
		t.Fatalf("found %+v", report.Findings)
	}
	for _, f := range report.Findings {
		if f.Reason == "ROW_UNREADABLE" && (f.Object == nil || f.Object.ID != w.Risks[0].ID) {
			t.Errorf("the unreadable row is %+v", f.Object)
		}
	}
}

// A job, and the file that it made, is not had by changing whose it is in the database.
func TestFault65AJobIsNotHandedToSomebodyElse(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		asker, thief := testkit.As(term.RoleLeadingGroup, nil), testkit.As(term.RoleStaff, nil)
		mine := testkit.Must(job.Enqueue(asker, db.Store, term.JobKindExportCampaign, 7, nil))(t)
		his := testkit.Must(job.Enqueue(thief, db.Store, term.JobKindExportCampaign, 8, nil))(t)
		r := openRaw(t, db)
		r.do("UPDATE jobs SET account_id = ? WHERE id = ?", *his.AccountID, mine.ID)
		if _, err := job.Get(thief, db.Store, mine.ID); !fault.Is(err, fault.NotFound) {
			t.Errorf("the job was handed out: %v", err)
		}
		if report := db.Verify(t); !report.Has("ROW_FORGED") {
			t.Errorf("found %+v", report.Findings)
		}
	})
}
