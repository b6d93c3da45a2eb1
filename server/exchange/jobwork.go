package exchange

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"runtime/debug"

	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/fault"
)

// start runs a job in the background as its viewer.
func (j *Jobs) start(ctx context.Context, one *job, state JobState, work func(context.Context, Options) (*Plan, error)) {
	origin := audit.OriginOf(ctx)
	ctx, one.cancel = context.WithCancel(audit.WithOrigin(viewer.NewContext(context.Background(), viewer.FromContext(ctx)), origin))
	one.State, one.Stage, one.Percent, one.Failure, one.at = state, PhaseRead, 0, nil, j.service.store.Now()
	one.RowsPlanned, one.RowsWritten, one.RowsShown = 0, 0, 0
	ended := make(chan struct{})
	one.ended = ended
	o := Options{UnitID: one.unitID, ToMap: true, Progress: func(p Progress) {
		j.mu.Lock()
		defer j.mu.Unlock()
		one.advance(state, p)
	}}
	j.working.Go(func() {
		defer close(ended)
		plan, err := j.guarded(ctx, one, o, work)
		j.mu.Lock()
		defer j.mu.Unlock()
		defer one.cancel()
		j.settle(ctx, one, state, plan, err)
	})
}

// advance notes progress. Nothing falls, also where the rows are gone over again.
func (one *job) advance(state JobState, p Progress) {
	one.Stage, one.RowsTotal = p.Phase, max(one.RowsTotal, p.Total)
	one.RowsPlanned = max(one.RowsPlanned, p.Planned)
	switch p.Phase {
	case PhaseRead:
		one.RowsRead = max(one.RowsRead, p.Done)
	case PhaseWrite:
		one.RowsWritten = max(one.RowsWritten, p.Done)
	case PhaseShow:
		one.RowsWritten, one.RowsShown = max(one.RowsWritten, p.Total), max(one.RowsShown, p.Done)
	}
	one.Percent = max(one.Percent, share(state, p))
}

// share is how much of a state is done. Planning is reading and comparing; committing reads
// again, then compares and writes, which takes most of the time, and shows what was written.
func share(state JobState, p Progress) int {
	part := func(from, to, done int) int { return from + (to-from)*min(done, p.Total)/max(p.Total, 1) }
	switch {
	case p.Phase == PhaseRead && state == Planning:
		return part(0, 30, p.Done)
	case p.Phase == PhaseRead:
		return part(0, 5, p.Done)
	case p.Phase == PhaseCompare:
		return part(30, 99, p.Done)
	case p.Phase == PhaseWrite:
		return part(5, 20, p.Planned) + part(0, 75, p.Done)
	}
	return part(95, 99, p.Done)
}

// guarded contains a panic in one job, so that the program goes on.
func (j *Jobs) guarded(ctx context.Context, one *job, o Options, work func(context.Context, Options) (*Plan, error)) (plan *Plan, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic in import %d: %v\n%s", one.ID, p, debug.Stack())
		}
	}()
	return work(ctx, o)
}

// settle records the result of a job.
func (j *Jobs) settle(ctx context.Context, one *job, state JobState, plan *Plan, err error) {
	var shown *fault.Error
	switch {
	case err == nil && state == Planning:
		one.Plan, one.RowsRead, one.RowsTotal = plan, plan.RowsRead, plan.RowsRead
		j.end(one, Planned)
	case err == nil:
		one.Plan, one.RowsRead = plan, plan.RowsRead
		j.end(one, Done)
	case ctx.Err() != nil:
		j.end(one, Cancelled)
	case errors.As(err, &shown) && (shown.Reason == ReasonBadRows || shown.Reason == ReasonQuestions) && plan != nil:
		// The register changed since the plan: the new plan can be reviewed,
		// and its good rows committed.
		one.Plan = plan
		j.end(one, Planned)
	case shown != nil:
		one.Failure = shown
		j.end(one, Failed)
	default:
		j.log.Error("import failed", "import", one.ID, "error", err)
		one.Failure = fault.New(fault.Internal, "INTERNAL", "", "服务器内部错误,没有导入任何内容", "The server failed; nothing was imported")
		j.end(one, Failed)
	}
}

// end puts a job into a state in which nothing runs, and deletes the upload
// when no job can need it any more.
func (j *Jobs) end(one *job, state JobState) {
	one.State, one.Stage, one.Percent, one.at = state, "", 100, j.service.store.Now()
	if state != Planned {
		j.dropUpload(one.upload)
	}
}

// drop forgets a job that is not running.
func (j *Jobs) drop(one *job) {
	delete(j.jobs, one.ID)
	j.dropUpload(one.upload)
}

// dropUpload deletes an upload unless another job may need it.
func (j *Jobs) dropUpload(up *upload) {
	for _, other := range j.jobs {
		if other.upload == up && (other.State == Planning || other.State == Planned || other.State == Committing) {
			return
		}
	}
	delete(j.uploads, up.id)
	if err := os.Remove(up.file.Path); err != nil && !errors.Is(err, os.ErrNotExist) {
		j.log.Warn("deleting an upload", "error", err)
	}
}

// sweep forgets expired jobs and uploads.
func (j *Jobs) sweep() {
	j.mu.Lock()
	defer j.mu.Unlock()
	now := j.service.store.Now()
	for _, one := range j.jobs {
		if one.State != Planning && one.State != Committing && now.Sub(one.at) > keep {
			j.drop(one)
		}
	}
	for _, up := range j.uploads {
		if now.Sub(up.at) > keep {
			j.dropUpload(up)
		}
	}
}

func (one *job) snapshot() *Job {
	s := one.Job
	return &s
}

// newID returns a number that cannot be guessed.
func newID() int64 {
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails
	return int64(binary.BigEndian.Uint64(b[:])>>2) | 1
}
