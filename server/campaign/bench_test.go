package campaign_test

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/form"
	"sineng/ent/term"
	"sineng/server/campaign"
	"sineng/server/testkit"
)

// The size of the system that the benchmark opens a campaign over.
const (
	benchDepartments = 40_000
	benchPeople      = 500_000
	benchProvinces   = 40
	benchCities      = 400
)

// BenchmarkOpening opens a campaign over a whole system on SQLite, kills the server halfway,
// lets another finish the job, and checks that each form exists once.
func BenchmarkOpening(b *testing.B) {
	for b.Loop() {
		db := testkit.SQLite(b)
		start := time.Now()
		fill(b, db.URL)
		b.Logf("filled %d departments and %d people in %s", benchDepartments, benchPeople, time.Since(start).Round(time.Second))
		system := testkit.System()
		root := db.Client.Unit.Query().FirstX(system)
		phases := []term.PhasePlan{{Phase: term.CampaignPhaseSurvey, From: date("2026-03-02"), To: date("2026-06-30")}}
		for _, k := range allKinds {
			phases[0].Due = append(phases[0].Due, term.FormDue{Kind: k, On: date("2026-06-30")})
		}
		now := db.Now()
		c := db.Raw.Client.Campaign.Create().SetYear(2026).SetTitle("专项").SetPhase(term.CampaignPhaseSurvey).SetKinds(allKinds).SetPhases(phases).
			SetPublicityDays(7).SetObjectionDays(15).SetUnitID(root.ID).SetLevels([6]int64{root.ID}).SetOpenedAt(now).SetCreatedAt(now).SetUpdatedAt(now).SaveX(system)
		db.Raw.Client.Job.Create().SetKind(term.JobKindOpenCampaign).SetObjectID(c.ID).SetState(term.JobStateQueued).SetCreatedAt(now).SetUpdatedAt(now).ExecX(system)
		here := func() *ent.Job { return db.Client.Job.Query().OnlyX(system) }

		start = time.Now()
		first := child(b, db)
		until(b, time.Hour, "half is done", func() bool { return here().Done > (benchDepartments+benchPeople)/2 })
		if err := first.Process.Kill(); err != nil {
			b.Fatal(err)
		}
		_ = first.Wait()
		half := time.Since(start)
		b.Logf("killed at %d of %d after %s", here().Done, here().Total, half.Round(time.Second))
		start = time.Now()
		second := child(b, db)
		until(b, time.Hour, "the job has ended", func() bool { return here().EndedAt != nil })
		b.Logf("the other server ended it after %s more", time.Since(start).Round(time.Second))
		b.ReportMetric((half + time.Since(start)).Seconds(), "s/campaign")
		_ = second.Process.Kill()
		_ = second.Wait()
		if j := here(); j.State != term.JobStateDone {
			b.Fatalf("the job is %s %s", j.State, j.Failure)
		}
		start = time.Now()
		progress := testkit.Must(campaign.New(db.Store).Progress(testkit.As(term.RoleLeadingGroup, nil), c.ID, nil))(b)
		b.Logf("the progress of the whole was counted in %s", time.Since(start).Round(time.Millisecond))
		expected := 0
		for i := 0; i < len(progress.Totals); i += len(progress.Totals) / len(allKinds) {
			expected += progress.Totals[i]
		}
		// The bureaus above the counties have no departments, so that they fill forms
		// themselves.
		if want := 3*(benchDepartments+1+benchProvinces+benchCities) + benchPeople; expected != want || db.Client.Form.Query().Where(form.CampaignID(c.ID)).CountX(system) != want {
			b.Errorf("%d forms are expected, want %d", expected, want)
		}
	}
}

// fill creates a tree of five levels, with people who each hold a post of their department.
func fill(b *testing.B, url string) {
	b.Helper()
	file, err := sql.Open("sqlite", strings.TrimPrefix(url, "sqlite:"))
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	base := map[string]int64{}
	for _, table := range []string{"units", "posts", "persons", "appointments"} {
		var seq int64
		if err := file.QueryRow("SELECT seq FROM sqlite_sequence WHERE name = ?", table).Scan(&seq); err != nil {
			b.Fatal(err)
		}
		base[table] = seq + 1
	}
	const provinces, cities, counties = benchProvinces, benchCities, 4000
	u := base["units"]
	province := func(n string) string { return fmt.Sprintf("%d + (%s) %% %d", u+1, n, provinces) }
	city := func(n string) string { return fmt.Sprintf("%d + (%s) %% %d", u+1+provinces, n, cities) }
	county := func(n string) string { return fmt.Sprintf("%d + (%s) %% %d", u+1+provinces+cities, n, counties) }
	department := func(n string) string {
		return fmt.Sprintf("%d + (%s) %% %d", u+1+provinces+cities+counties, n, benchDepartments)
	}
	day := "'2025-01-01 00:00:00+00:00'"
	count := func(n int) string {
		return fmt.Sprintf("WITH RECURSIVE c(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM c WHERE n + 1 < %d) ", n)
	}
	unitRow := func(n int, id, kind, parent string, level int, levels string) string {
		return fmt.Sprintf("%sINSERT INTO units (id, code, name, kind, level, parent_id, %s, created_at, updated_at) SELECT %s, 'U' || (%s), '单位', '%s', %d, %s, %s, %s, %s FROM c",
			count(n), strings.Join([]string{"l1", "l2", "l3", "l4", "l5"}[:level], ", "), id, id, kind, level, parent, levels, day, day)
	}
	all := strings.Join([]string{fmt.Sprint(u), province("n"), city("n"), county("n"), department("n")}, ", ")
	scoped := "unit_id, l1, l2, l3, l4, l5, created_at, updated_at"
	row := department("n") + ", " + all + ", " + day + ", " + day
	for _, statement := range []string{
		unitRow(1, fmt.Sprint(u), "BUREAU", "NULL", 1, fmt.Sprint(u)),
		unitRow(provinces, province("n"), "BUREAU", fmt.Sprint(u), 2, fmt.Sprint(u)+", "+province("n")),
		unitRow(cities, city("n"), "BUREAU", province("n"), 3, fmt.Sprint(u)+", "+province("n")+", "+city("n")),
		unitRow(counties, county("n"), "BUREAU", city("n"), 4, fmt.Sprint(u)+", "+province("n")+", "+city("n")+", "+county("n")),
		unitRow(benchDepartments, department("n"), "DEPARTMENT", county("n"), 5, all),
		fmt.Sprintf("%sINSERT INTO posts (id, name, %s) SELECT %d + n, '岗', %s FROM c", count(benchDepartments), scoped, base["posts"], row),
		fmt.Sprintf("%sINSERT INTO persons (id, name, %s) SELECT %d + n, '人', %s FROM c", count(benchPeople), scoped, base["persons"], row),
		fmt.Sprintf("%sINSERT INTO appointments (id, person_id, post_id, from_day, %s) SELECT %d + n, %d + n, %d + n %% %d, %s, %s FROM c",
			count(benchPeople), scoped, base["appointments"], base["persons"], base["posts"], benchDepartments, day, row),
		"ANALYZE",
	} {
		if _, err := file.Exec(statement); err != nil {
			b.Fatalf("%s: %v", statement, err)
		}
	}
}
