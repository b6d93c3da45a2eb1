package job_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strconv"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/logcursor"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/blob"
	"sineng/server/fault"
	"sineng/server/job"
	"sineng/server/store"
	"sineng/server/testkit"
)

const kind = term.JobKindOpenCampaign

// effect counts up what a batch does, to see that none does it twice.
func effect(ctx context.Context, t testing.TB, tx *ent.Tx) {
	t.Helper()
	n, err := 0, error(nil)
	row, err := tx.LogCursor.Query().Where(logcursor.Name("effect")).Only(ctx)
	if err == nil {
		n, err = 1, tx.LogCursor.UpdateOne(row).SetNext(row.Next+1).Exec(ctx)
	} else if ent.IsNotFound(err) {
		err = nil
	}
	if err == nil && n == 0 {
		err = tx.LogCursor.Create().SetName("effect").SetNext(1).Exec(ctx)
	}
	if err != nil {
		t.Error(err)
	}
}

func effects(t *testing.T, db *testkit.DB) int64 {
	t.Helper()
	row, err := db.Client.LogCursor.Query().Where(logcursor.Name("effect")).Only(testkit.System())
	if ent.IsNotFound(err) {
		return 0
	}
	if err != nil {
		t.Fatal(err)
	}
	return row.Next
}

// batches does the batches from the cursor to n; before is called ahead of each.
func batches(t *testing.T, db *testkit.DB, n int, before func(i int)) job.Handler {
	return func(ctx context.Context, run *job.Run) error {
		start, _ := strconv.Atoi(run.Cursor())
		for i := start; i < n; i++ {
			before(i)
			err := store.WithTx(ctx, db.Store, func(ctx context.Context, tx *ent.Tx) error {
				effect(ctx, t, tx)
				return run.Save(ctx, strconv.Itoa(i+1), i+1, n)
			})
			if err != nil {
				return err
			}
		}
		return nil
	}
}

func runner(t *testing.T, db *testkit.DB, h job.Handler) *job.Runner {
	t.Helper()
	files, err := blob.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	r := job.New(db.Store, files, nil)
	r.Handle(kind, h)
	return r
}

func enqueue(t *testing.T, db *testkit.DB, ctx context.Context) *ent.Job {
	t.Helper()
	return testkit.Must(job.Enqueue(ctx, db.Store, kind, 7, map[string]int{"n": 3}))(t).Unwrap()
}

func again(t *testing.T, db *testkit.DB, j *ent.Job) *ent.Job {
	t.Helper()
	return testkit.Must(db.Client.Job.Get(testkit.System(), j.ID))(t)
}

func TestAJobIsDoneOnceAndKeepsItsResult(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		asker, other := testkit.As(term.RoleLeadingGroup, nil), testkit.As(term.RoleLeadingGroup, nil)
		j := enqueue(t, db, asker)
		if j.AccountID == nil || *j.AccountID != viewer.FromContext(asker).AccountID {
			t.Fatalf("the job belongs to %v, want the account that asked", j.AccountID)
		}
		var ended []term.JobState
		r := runner(t, db, func(ctx context.Context, run *job.Run) error {
			var args struct{ N int }
			if err := run.Args(&args); err != nil || args.N != 3 {
				t.Errorf("the arguments are %+v, %v", args, err)
			}
			if err := batches(t, db, args.N, func(int) {})(ctx, run); err != nil {
				return err
			}
			return run.Result(ctx, "结果.txt", func(w io.Writer) error { _, err := io.WriteString(w, "done"); return err })
		})
		r.Ended(func(_ context.Context, j *ent.Job) error { ended = append(ended, j.State); return nil })
		if !r.Once(t.Context()) || r.Once(t.Context()) {
			t.Fatal("want one job to be taken, once")
		}
		row := again(t, db, j)
		if row.State != term.JobStateDone || row.Done != 3 || row.Total != 3 || row.ResultSize != 4 || row.EndedAt == nil || row.Worker != "" {
			t.Errorf("the job stands at %+v", row)
		}
		if n := effects(t, db); n != 3 || !slices.Equal(ended, []term.JobState{term.JobStateDone}) {
			t.Errorf("%d effects and ends %v, want 3 and DONE", n, ended)
		}
		_, f, err := r.OpenResult(asker, j.ID)
		if err != nil {
			t.Fatal(err)
		}
		text, _ := io.ReadAll(f)
		_ = f.Close()
		if !bytes.Equal(text, []byte("done")) {
			t.Errorf("the result says %q", text)
		}
		if _, _, err := r.OpenResult(other, j.ID); !fault.Is(err, fault.NotFound) {
			t.Errorf("another account opens the result: %v", err)
		}
		if _, err := r.Cancel(other, j.ID); !fault.Is(err, fault.NotFound) {
			t.Errorf("another account cancels the job: %v", err)
		}
		if _, err := r.Cancel(asker, j.ID); !fault.Is(err, fault.InvalidTransition) {
			t.Errorf("a job that is done is cancelled: %v", err)
		}
		mine := testkit.Must(job.Mine(other, db.Store, store.Page{First: 10}))(t)
		if len(mine.Rows) != 0 {
			t.Errorf("another account sees %d jobs", len(mine.Rows))
		}
	})
}

// A server that stands still for longer than its lease finds its job taken: what it does then
// is undone, and no batch has its effect twice.
func TestALostLeaseUndoesTheBatch(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		j := enqueue(t, db, testkit.System())
		second := runner(t, db, batches(t, db, 5, func(int) {}))
		stood := false
		first := runner(t, db, batches(t, db, 5, func(i int) {
			if i == 2 && !stood {
				stood = true
				if second.Once(t.Context()) {
					t.Error("a job under a lease was taken")
				}
				db.Clock.Forward(job.DefaultLease + time.Second)
				if !second.Once(t.Context()) {
					t.Error("a job whose lease is over was not taken")
				}
			}
		}))
		if !first.Once(t.Context()) {
			t.Fatal("the job was not taken")
		}
		if row := again(t, db, j); row.State != term.JobStateDone || row.Done != 5 || effects(t, db) != 5 {
			t.Errorf("%d effects of 5 batches; the job stands at %+v", effects(t, db), row)
		}
	})
}

func TestACancelledJobEndsWithItsBatchUndone(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		asker := testkit.As(term.RoleLeadingGroup, nil)
		j := enqueue(t, db, asker)
		var r *job.Runner
		r = runner(t, db, batches(t, db, 5, func(i int) {
			if i == 2 {
				testkit.Must(r.Cancel(asker, j.ID))(t)
			}
		}))
		r.Once(t.Context())
		if row := again(t, db, j); row.State != term.JobStateCancelled || row.Done != 2 || row.EndedAt == nil || effects(t, db) != 2 {
			t.Errorf("%d effects; the job stands at %+v", effects(t, db), row)
		}
		var ended []int64
		r.Ended(func(_ context.Context, j *ent.Job) error { ended = append(ended, j.ID); return nil })
		waiting := enqueue(t, db, asker)
		if row := testkit.Must(r.Cancel(asker, waiting.ID))(t); row.State != term.JobStateCancelled {
			t.Errorf("a waiting job that is cancelled stands at %s", row.State)
		}
		if !slices.Equal(ended, []int64{waiting.ID}) {
			t.Errorf("the end of %v was told, want %d", ended, waiting.ID)
		}
		if r.Once(t.Context()) {
			t.Error("a cancelled job was taken")
		}
	})
}

func TestAFailingJobIsTriedAgainAndThenGivenUp(t *testing.T) {
	db := testkit.SQLite(t)
	j := enqueue(t, db, testkit.System())
	turns := 0
	r := runner(t, db, func(context.Context, *job.Run) error {
		if turns++; turns == 2 {
			panic("no")
		}
		return errors.New("the disk is full")
	})
	for range 20 {
		r.Once(t.Context())
		db.Clock.Forward(time.Minute)
	}
	if row := again(t, db, j); row.State != term.JobStateFailed || row.Failure != "INTERNAL" || turns != job.MostAttempts {
		t.Errorf("%d turns; the job stands at %+v", turns, row)
	}

	said := enqueue(t, db, testkit.System())
	r = runner(t, db, func(context.Context, *job.Run) error {
		return fault.New(fault.InvalidTransition, "CAMPAIGN_CLOSED", "", "已结束", "It is closed")
	})
	r.Once(t.Context())
	if row := again(t, db, said); row.State != term.JobStateFailed || row.Failure != "CAMPAIGN_CLOSED" || row.Attempts != 1 {
		t.Errorf("a job with a reason stands at %+v", row)
	}
}

// A job that takes its server down with it is given up, not taken for ever.
func TestAJobThatNoServerSurvivesIsGivenUp(t *testing.T) {
	db := testkit.SQLite(t)
	j := enqueue(t, db, testkit.System())
	db.Raw.Client.Job.UpdateOne(j).SetState(term.JobStateRunning).SetWorker("gone").SetAttempts(job.MostAttempts).
		SetLeaseUntil(db.Now().Add(-time.Second)).ExecX(testkit.System())
	if runner(t, db, batches(t, db, 1, func(int) {})).Once(t.Context()) {
		t.Error("the job was taken")
	}
	if row := again(t, db, j); row.State != term.JobStateFailed || row.Failure != "CRASHED" {
		t.Errorf("the job stands at %+v", row)
	}
}

// A server that stops gives its job back, and another goes on from where it was.
func TestAStoppingServerGivesItsJobBack(t *testing.T) {
	db := testkit.SQLite(t)
	j := enqueue(t, db, testkit.System())
	ctx, stop := context.WithCancel(t.Context())
	runner(t, db, batches(t, db, 5, func(i int) {
		if i == 3 {
			stop()
		}
	})).Once(ctx)
	if row := again(t, db, j); row.State != term.JobStateQueued || row.Cursor != "3" || row.Attempts != 0 {
		t.Fatalf("the job stands at %+v", row)
	}
	if !runner(t, db, batches(t, db, 5, func(int) {})).Once(t.Context()) {
		t.Fatal("the job was not taken at once")
	}
	if row := again(t, db, j); row.State != term.JobStateDone || effects(t, db) != 5 {
		t.Errorf("%d effects; the job stands at %+v", effects(t, db), row)
	}
}

func TestAJobDoesNotBeginBeforeItsMoment(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		asker := testkit.As(term.RoleLeadingGroup, nil)
		at := db.Now().Add(3 * time.Hour)
		var late []*ent.Job
		for range 2 {
			late = append(late, testkit.Must(job.EnqueueAt(asker, db.Store, kind, 7, nil, at))(t))
		}
		r := runner(t, db, batches(t, db, 1, func(int) {}))
		now := enqueue(t, db, asker)
		if !r.Once(t.Context()) || again(t, db, now).State != term.JobStateDone {
			t.Error("a job that waits for its moment holds up one that was asked for later")
		}
		db.Clock.Forward(3*time.Hour - time.Minute)
		if r.Once(t.Context()) {
			t.Error("a job was begun before its moment")
		}
		if row := testkit.Must(r.Cancel(asker, late[1].ID))(t); row.State != term.JobStateCancelled {
			t.Errorf("a job that waits for its moment and is cancelled stands at %s", row.State)
		}
		db.Clock.Forward(time.Minute)
		if !r.Once(t.Context()) || r.Once(t.Context()) || again(t, db, late[0]).State != term.JobStateDone {
			t.Errorf("the job stands at %s", again(t, db, late[0]).State)
		}
	})
}

// While a handler works without saving, its lease is renewed; the cancellation reaches it too.
func TestTheLeaseIsRenewedWhileAHandlerWorks(t *testing.T) {
	db := testkit.SQLite(t)
	asker := testkit.As(term.RoleLeadingGroup, nil)
	j := enqueue(t, db, asker)
	files, err := blob.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	r := job.New(db.Store, files, nil, job.WithLease(30*time.Millisecond))
	r.Handle(kind, func(ctx context.Context, run *job.Run) error {
		first := *again(t, db, j).LeaseUntil
		tick := time.NewTicker(5 * time.Millisecond)
		defer tick.Stop()
		for !again(t, db, j).LeaseUntil.After(first) {
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-tick.C:
			}
		}
		testkit.Must(r.Cancel(asker, j.ID))(t)
		<-ctx.Done()
		return ctx.Err()
	})
	r.Once(t.Context())
	if row := again(t, db, j); row.State != term.JobStateCancelled {
		t.Errorf("the job stands at %s, want it cancelled", row.State)
	}
}

// A row that the program did not write as it stands is no order: nobody makes an export or opens a
// campaign by changing the table.
func TestAJobThatWasChangedByHandIsNotRun(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		j := enqueue(t, db, testkit.As(term.RoleLeadingGroup, nil))
		other := enqueue(t, db, testkit.As(term.RoleLeadingGroup, nil))
		if _, err := db.Client.ExecContext(testkit.System(), "UPDATE jobs SET object_id = 8 WHERE id = ?", j.ID); err != nil {
			t.Fatal(err)
		}
		r := runner(t, db, func(context.Context, *job.Run) error { return nil })
		for r.Once(t.Context()) {
		}
		if got := again(t, db, j).State; got != term.JobStateQueued {
			t.Errorf("the changed job is %s", got)
		}
		if got := again(t, db, other).State; got != term.JobStateDone {
			t.Errorf("the job beside it is %s", got)
		}
	})
}
