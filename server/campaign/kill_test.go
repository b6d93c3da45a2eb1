package campaign_test

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/form"
	"sineng/ent/term"
	"sineng/server/audit/tlog"
	"sineng/server/campaign"
	"sineng/server/job"
	"sineng/server/store"
	"sineng/server/testkit"
)

// serverDatabase names the environment variable that makes a child of the test binary a server
// of that database.
const serverDatabase = "SINENG_TEST_CAMPAIGN_SERVER"

func TestMain(m *testing.M) {
	if url := os.Getenv(serverDatabase); url != "" {
		serveJobs(url)
		return
	}
	os.Exit(m.Run())
}

// serveJobs runs jobs until it is killed.
func serveJobs(url string) {
	ctx := context.Background()
	key, err := tlog.SealKey(os.Getenv(serverDatabase + "_LOG"))
	if err != nil {
		panic(err)
	}
	s, err := store.Open(ctx, url, store.WithSeal(key))
	if err != nil {
		panic(err)
	}
	r := job.New(s, nil, nil, job.WithLease(time.Second))
	r.Handle(term.JobKindOpenCampaign, campaign.New(s).Work)
	job.RunWorkers(ctx, slog.Default(), r.Workers()...)
}

// child starts a server of a database in a separate process.
func child(t testing.TB, db *testkit.DB) *exec.Cmd {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), serverDatabase+"="+db.URL, serverDatabase+"_LOG="+db.LogDir)
	c.Stderr = os.Stderr
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return c
}

// until polls until done reports true, at most for the given time.
func until(t testing.TB, most time.Duration, what string, done func() bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), most)
	defer cancel()
	tick := time.NewTicker(2 * time.Millisecond)
	defer tick.Stop()
	for !done() {
		select {
		case <-ctx.Done():
			t.Fatalf("after %s still waiting until %s", most, what)
		case <-tick.C:
		}
	}
}

// When a server is killed while it creates forms, another finishes the job, and each form
// exists once.
func TestAKilledServersJobIsTakenOnAndEachFormIsMadeOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := newWorld(t, db)
		const departments = 3000
		var units []*ent.UnitCreate
		for i := range departments {
			now := db.Now()
			units = append(units, db.Raw.Client.Unit.Create().SetCode(fmt.Sprintf("E1-%05d", i)).SetName("科室").SetKind(term.UnitKindDepartment).SetLevel(3).
				SetParentID(w.City.ID).SetLevels([6]int64{w.Unit.ID, w.City.ID}).SetCreatedAt(now).SetUpdatedAt(now))
		}
		for i := 0; i < len(units); i += 500 {
			db.Raw.Client.Unit.CreateBulk(units[i : i+500]...).SaveX(testkit.System())
		}
		if _, err := db.Raw.Client.ExecContext(testkit.System(), "UPDATE units SET l3 = id WHERE code LIKE 'E1-%'"); err != nil {
			t.Fatal(err)
		}
		testkit.Must(w.service.Open(w.leader, w.step()))(t)
		here := func() *ent.Job { return db.Client.Job.Query().OnlyX(testkit.System()) }
		first := child(t, db)
		until(t, time.Minute, "some batches are done", func() bool { return here().Done > 300 })
		if err := first.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = first.Wait()
		cut := here()
		if cut.State != term.JobStateRunning || cut.Done >= departments {
			t.Fatalf("the server was killed too late: the job is %s at %d", cut.State, cut.Done)
		}
		second := child(t, db)
		defer func() { _ = second.Process.Kill(); _ = second.Wait() }()
		until(t, time.Minute, "another server has ended the job", func() bool { return here().EndedAt != nil })
		if j := here(); j.State != term.JobStateDone {
			t.Fatalf("the job is %s %s", j.State, j.Failure)
		}
		forms := db.Client.Form.Query().Where(form.CampaignID(w.c.ID)).CountX(testkit.System())
		// Three forms of each new department, and those of the test world.
		if want := 3*departments + len(department("E", "E11")) + 1; forms != want {
			t.Errorf("%d forms, want %d", forms, want)
		}
		var twice []struct {
			Kind      string
			SubjectID int64 `json:"subject_id"`
			N         int
		}
		db.Client.Form.Query().Where(form.CampaignID(w.c.ID)).GroupBy(form.FieldKind, form.FieldSubjectID).Aggregate(ent.As(ent.Count(), "n")).ScanX(testkit.System(), &twice)
		if len(twice) != forms {
			t.Errorf("%d forms of %d subjects", forms, len(twice))
		}
		if c := db.Client.Campaign.GetX(testkit.System(), w.c.ID); c.ExpectedAt == nil {
			t.Error("the campaign does not say that all forms are expected")
		}
	})
}
