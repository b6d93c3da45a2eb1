package app_test

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/server/app/apptest"
	"sineng/server/review"
	"sineng/server/store"
	"sineng/server/testkit"
)

// The size of the system whose forms wait.
const (
	benchCounties    = 4000
	benchDepartments = 40_000
	benchPeople      = 500_000
)

// BenchmarkPending asks what waits for whom, and how far a campaign is, over a system whose
// 620,000 forms stand in every state: of the whole, of a province and of a county.
func BenchmarkPending(b *testing.B) {
	for b.Loop() {
		db := testkit.SQLite(b)
		start := time.Now()
		root := fillForms(b, db.URL)
		b.Logf("filled %d forms in %s", 3*benchDepartments+benchPeople, time.Since(start).Round(time.Second))
		sys := testkit.System()
		a := apptest.New(b, db)
		reviews, todos, campaigns := a.Reviews, a.ToDos, a.Campaigns
		open := db.Client.Campaign.Query().OnlyX(sys)
		province := db.Client.Unit.Query().Where(unit.Level(2)).FirstX(sys)
		county := db.Client.Unit.Query().Where(unit.Level(3)).FirstX(sys)
		for _, of := range []struct {
			name string
			unit *ent.Unit
		}{{"the whole", db.Client.Unit.GetX(sys, root)}, {"a province", province}, {"a county", county}} {
			for _, role := range []term.Role{term.RoleInspector, term.RoleLeadingGroup} {
				ctx := testkit.As(role, of.unit)
				measure(b, fmt.Sprintf("%s, %s: first page of what waits", of.name, role), func() {
					testkit.Must(reviews.ToReview(ctx, review.QueueFilter{}, store.Page{First: 20}, nil))(b)
				})
				measure(b, fmt.Sprintf("%s, %s: home page", of.name, role), func() { testkit.Must(todos.ToDo(ctx))(b) })
			}
			ctx := testkit.As(term.RoleLeadingGroup, of.unit)
			measure(b, of.name+": progress", func() { testkit.Must(campaigns.Progress(ctx, open.ID, &of.unit.ID))(b) })
		}
	}
}

// measure logs the middle of five times.
func measure(b *testing.B, what string, ask func()) {
	b.Helper()
	took := make([]time.Duration, 5)
	for i := range took {
		start := time.Now()
		ask()
		took[i] = time.Since(start)
	}
	b.Logf("%-60s %s", what, median(took).Round(100*time.Microsecond))
}

func median(of []time.Duration) time.Duration {
	for i := range of {
		for j := i; j > 0 && of[j] < of[j-1]; j-- {
			of[j], of[j-1] = of[j-1], of[j]
		}
	}
	return of[len(of)/2]
}

// fillForms writes a tree of four levels and the forms of one campaign over it; it gives the
// root's id.
func fillForms(b *testing.B, url string) int64 {
	b.Helper()
	file, err := sql.Open("sqlite", strings.TrimPrefix(url, "sqlite:"))
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	base := map[string]int64{}
	for _, table := range []string{"units", "campaigns", "forms"} {
		var seq int64
		if err := file.QueryRow("SELECT seq FROM sqlite_sequence WHERE name = ?", table).Scan(&seq); err != nil {
			b.Fatal(err)
		}
		base[table] = seq + 1
	}
	const provinces = 40
	u, day := base["units"], "'2026-03-01 00:00:00+00:00'"
	at := func(first, many int) string { return fmt.Sprintf("%d + n %% %d", u+int64(first), many) }
	province, county, department := at(1, provinces), at(1+provinces, benchCounties), at(1+provinces+benchCounties, benchDepartments)
	count := func(n int) string {
		return fmt.Sprintf("WITH RECURSIVE c(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM c WHERE n + 1 < %d) ", n)
	}
	unitRow := func(n int, id, kind, parent string, levels ...string) string {
		columns := []string{"l1", "l2", "l3", "l4"}[:len(levels)]
		return fmt.Sprintf("%sINSERT INTO units (id, code, name, kind, level, parent_id, %s, created_at, updated_at) SELECT %s, 'U' || (%s), '单位', '%s', %d, %s, %s, %s, %s FROM c",
			count(n), strings.Join(columns, ", "), id, id, kind, len(levels), parent, strings.Join(levels, ", "), day, day)
	}
	top := fmt.Sprint(u)
	forms := func(first, n int, kind, subject string) string {
		return fmt.Sprintf(`%sINSERT INTO forms (id, created_at, updated_at, l1, l2, l3, l4, unit_id, campaign_id, kind, subject_id, state, due_on, prepared_by, prepared_by_persons, started, stage_since)
			SELECT %d + n, %s, %s, %s, %s, %s, %s, %s, %d, %s, %s,
			CASE WHEN n %% 10 < 4 THEN 'DRAFT' WHEN n %% 10 = 4 THEN 'LEADER_REVIEW' WHEN n %% 10 < 7 THEN 'INSPECTION_REVIEW' WHEN n %% 10 = 7 THEN 'GROUP_REVIEW' ELSE 'FILED' END,
			date('2026-03-20', (n %% 30) || ' days'), '[]', '[]', n %% 10 > 2, %s FROM c`,
			count(n), base["forms"]+int64(first), day, day, top, province, county, department, department, base["campaigns"], kind, subject, day)
	}
	for _, statement := range []string{
		"PRAGMA foreign_keys = 0",
		unitRow(1, top, "BUREAU", "NULL", top),
		unitRow(provinces, province, "BUREAU", top, top, province),
		unitRow(benchCounties, county, "BUREAU", province, top, province, county),
		unitRow(benchDepartments, department, "DEPARTMENT", county, top, province, county, department),
		fmt.Sprintf(`INSERT INTO campaigns (id, created_at, updated_at, l1, unit_id, year, title, phase, kinds, phases, publicity_days, objection_days, opened_at, expected_at)
			VALUES (%d, %s, %s, %s, %s, 2026, '专项', 'SURVEY', '["POWERS","RISKS","PERSONAL","MEASURES"]', '[]', 7, 15, %s, %s)`, base["campaigns"], day, day, top, top, day, day),
		forms(0, 3*benchDepartments, fmt.Sprintf("CASE n / %d WHEN 0 THEN 'POWERS' WHEN 1 THEN 'RISKS' ELSE 'MEASURES' END", benchDepartments), department),
		forms(3*benchDepartments, benchPeople, "'PERSONAL'", "n + 1"),
		"ANALYZE",
	} {
		if _, err := file.ExecContext(context.Background(), statement); err != nil {
			b.Fatalf("%s: %v", statement, err)
		}
	}
	return u
}
