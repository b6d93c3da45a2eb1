package exchange

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"sync"
	"time"

	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	background "sineng/server/job"
)

// Bounds of the imports that a server keeps.
const (
	keep        = time.Hour // after the last change of a job or upload
	sweepEvery  = time.Minute
	mostRunning = 3  // at once, for all accounts together
	mostJobs    = 10 // kept per account
	mostUploads = 5  // kept per account
)

// JobState is the state of an import; the values match ImportState of the API.
type JobState string

// The states of an import.
const (
	Planning   JobState = "PLANNING"
	Planned    JobState = "PLANNED"
	Committing JobState = "COMMITTING"
	Done       JobState = "DONE"
	Failed     JobState = "FAILED"
	Cancelled  JobState = "CANCELLED"
)

// Job is the state of an import at a moment.
type Job struct {
	ID       int64
	State    JobState
	FileName string
	// Percent is the progress of the present state, 0 to 100.
	Percent int
	// Stage is what is done at the moment, empty while nothing runs; none of the counts of rows
	// falls.
	Stage Phase
	// RowsRead counts the rows below the titles that have been read, RowsPlanned those compared
	// with the register in the present state, RowsWritten those written and not yet visible to
	// others, and RowsShown those that everybody sees. RowsTotal is 0 while unknown.
	RowsRead, RowsPlanned, RowsWritten, RowsShown, RowsTotal int
	// Plan is what would be or was written, nil until it is known. It must not
	// be modified.
	Plan *Plan
	// Failure is why the whole file could not be used.
	Failure *fault.Error
}

// ProblemsURL returns the path of the workbook of bad rows and remarks, empty
// when there are none.
func (j *Job) ProblemsURL() string {
	if j.Plan == nil || len(j.Plan.badRows)+len(j.Plan.Remarks) == 0 {
		return ""
	}
	return fmt.Sprintf("imports/%d/problems.xlsx", j.ID)
}

// Jobs keeps uploads and imports in memory and on disk for an hour. Each
// belongs to the account that began it and is not found by others.
type Jobs struct {
	service *Service
	log     *slog.Logger
	dir     string

	mu      sync.Mutex
	uploads map[int64]*upload
	jobs    map[int64]*job
	working sync.WaitGroup
	closed  bool
}

// job is the state behind Job.
type job struct {
	Job
	owner  owner
	upload *upload
	unitID *int64
	at     time.Time // time of the last change of state
	cancel context.CancelFunc
	ended  chan struct{} // closed when the present work has ended
}

// owner is who may see a job: an account, or the program itself.
type owner struct {
	account int64
	system  bool
}

func ownerOf(ctx context.Context) owner {
	v := viewer.FromContext(ctx)
	return owner{v.AccountID, v.System}
}

// NewJobs makes a private folder for uploads inside dir, or inside the
// system's temporary folder when dir is empty. Close removes it.
func NewJobs(s *Service, dir string, log *slog.Logger) (*Jobs, error) {
	private, err := os.MkdirTemp(dir, "sineng-uploads-")
	if err != nil {
		return nil, fmt.Errorf("making a folder for uploads: %w", err)
	}
	return &Jobs{service: s, log: log, dir: private, uploads: map[int64]*upload{}, jobs: map[int64]*job{}}, nil
}

// Workers drop what was kept for long enough, and the rows of imports that ended without a
// word.
func (j *Jobs) Workers() []background.Worker {
	return []background.Worker{{Name: "exchange.drop", Run: background.Every(sweepEvery, j.service.DropDead)},
		{Name: "exchange.sweep", Run: background.Every(sweepEvery, func(context.Context) error { j.sweep(); return nil })}}
}

// Close cancels running jobs, waits for them and deletes all uploads.
func (j *Jobs) Close() error {
	j.mu.Lock()
	if j.closed {
		j.mu.Unlock()
		return nil
	}
	j.closed = true
	for _, one := range j.jobs {
		if one.cancel != nil {
			one.cancel()
		}
	}
	j.mu.Unlock()
	j.working.Wait()
	return os.RemoveAll(j.dir)
}

// Plan starts to compute what importing an uploaded file below a unit would
// do.
func (j *Jobs) Plan(ctx context.Context, uploadID int64, unitID *int64) (*Job, error) {
	if err := authz.CheckAnywhere(ctx, authz.Import); err != nil {
		return nil, err
	}
	if unitID != nil {
		if _, err := j.service.org.Root(ctx, *unitID, "unitId"); err != nil {
			return nil, err
		}
	}
	j.sweep()
	j.mu.Lock()
	defer j.mu.Unlock()
	up := j.uploads[uploadID]
	if up == nil || up.owner != ownerOf(ctx) {
		return nil, fault.MissingAt("uploadId", "上传文件", "upload")
	}
	if err := j.room(up.owner, nil); err != nil {
		return nil, err
	}
	one := &job{Job: Job{ID: newID(), FileName: up.file.Name}, owner: up.owner, upload: up, unitID: unitID}
	j.jobs[one.ID] = one
	j.start(ctx, one, Planning, func(ctx context.Context, o Options) (*Plan, error) { return j.service.Plan(ctx, up.file, o) })
	return one.snapshot(), nil
}

// Commit starts to write what a job planned, with the present rights of the
// context's viewer.
func (j *Jobs) Commit(ctx context.Context, id int64, goodRowsOnly bool) (*Job, error) {
	if err := authz.CheckAnywhere(ctx, authz.Import); err != nil {
		return nil, err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	one, err := j.find(ctx, id)
	if err != nil {
		return nil, err
	}
	if one.State != Planned {
		return nil, wrongState(one.State)
	}
	if len(one.Plan.Questions) > 0 {
		return nil, one.Plan.asked()
	}
	if one.Plan.BadRowCount > 0 && !goodRowsOnly {
		return nil, one.Plan.badRowsError()
	}
	if err := j.room(one.owner, one); err != nil {
		return nil, err
	}
	j.start(ctx, one, Committing, func(ctx context.Context, o Options) (*Plan, error) {
		o.GoodRowsOnly, o.Mapping = goodRowsOnly, one.Plan.mapping
		return j.service.Commit(ctx, one.upload.file, o)
	})
	return one.snapshot(), nil
}

// Cancel stops a job and waits for its end. If its last write was faster, the
// job is done and its state says so.
func (j *Jobs) Cancel(ctx context.Context, id int64) (*Job, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	one, err := j.find(ctx, id)
	if err != nil {
		return nil, err
	}
	switch one.State {
	case Planning, Committing:
		one.cancel()
		ended := one.ended
		j.mu.Unlock()
		select {
		case <-ended:
		case <-ctx.Done():
		}
		j.mu.Lock()
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	case Planned:
		j.end(one, Cancelled)
	case Done, Failed:
		return nil, wrongState(one.State)
	}
	return one.snapshot(), nil
}

// Job returns a job of the viewer, nil when there is none.
func (j *Jobs) Job(ctx context.Context, id int64) (*Job, error) {
	j.sweep()
	j.mu.Lock()
	defer j.mu.Unlock()
	one, err := j.find(ctx, id)
	if fault.Is(err, fault.NotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return one.snapshot(), nil
}

// find returns a job of the viewer.
func (j *Jobs) find(ctx context.Context, id int64) (*job, error) {
	if viewer.FromContext(ctx) == nil {
		return nil, fault.SignedOut()
	}
	one := j.jobs[id]
	if one == nil || one.owner != ownerOf(ctx) {
		return nil, fault.MissingAt("jobId", "导入任务", "import")
	}
	return one, nil
}

func wrongState(s JobState) error {
	return fault.New(fault.InvalidTransition, "IMPORT_STATE", "jobId",
		"导入任务当前状态不允许此操作", "An import that is "+string(s)+" does not take this step")
}

// room makes room for one more job of an account by forgetting its oldest one
// that has ended. It returns an error when all places are in use: those of the
// server by jobs that run, those of the account by plans that wait for it. A job that goes on has its
// place already.
func (j *Jobs) room(o owner, goesOn *job) error {
	running, kept, planned := 0, 0, 0
	var oldest *job
	for _, one := range j.jobs {
		if one == goesOn {
			continue
		}
		if one.State == Planning || one.State == Committing {
			running++
		} else if one.owner == o {
			kept++
			if one.State == Planned {
				planned++
			} else if oldest == nil || one.at.Before(oldest.at) {
				oldest = one
			}
		}
	}
	if running >= mostRunning || j.closed {
		return fault.New(fault.RateLimited, "TOO_MANY_IMPORTS", "", "正在进行的导入过多,请稍后再试", "Too many imports are under way; try again later")
	}
	if planned >= mostJobs {
		return fault.New(fault.Conflict, "TOO_MANY_PLANS", "", fmt.Sprintf("您有 %d 个导入已试算、尚未写入;请先写入或取消其中之一", planned),
			fmt.Sprintf("%d of your imports were checked and wait to be written; write or cancel one first", planned))
	}
	if kept >= mostJobs {
		j.drop(oldest)
	}
	return nil
}
