package exchange

import (
	"context"

	"sineng/server/exchange/sheet"
	"sineng/server/org"
	"sineng/server/process"
	"sineng/server/register"
	"sineng/server/store"
)

// Service imports files.
type Service struct {
	store    *store.Store
	org      *org.Service
	register *register.Service
	process  *process.Service
	limits   sheet.Limits
}

// New makes the service with the limits for files.
func New(s *store.Store, o *org.Service, r *register.Service, p *process.Service, limits sheet.Limits) *Service {
	return &Service{store: s, org: o, register: r, process: p, limits: limits}
}

// Limits returns the limits for files.
func (s *Service) Limits() sheet.Limits { return s.limits }

// File is a file on disk with the name that its owner gave it.
type File struct{ Path, Name string }

// Options say how to import a file.
type Options struct {
	// UnitID is the unit below which units without a parent are looked for and
	// created, and to which rows without a unit belong; nil for the top.
	UnitID *int64
	// GoodRowsOnly skips bad rows instead of refusing the file.
	GoodRowsOnly bool
	// Mapping says how the file is read where its titles and words don't, nil for none.
	Mapping *Mapping
	// ToMap reads a file of which no table is known, so that its mapping can be written.
	ToMap bool
	// Accept takes the proposals for columns and words that are not unmistakable.
	Accept bool
	// LeaveOut says yes to leaving out what is not read.
	LeaveOut bool
	// Progress is called with the progress of the work; it must return at
	// once.
	Progress func(Progress)
}

// Phase is a phase of an import.
type Phase string

// The phases of an import; the values match ImportStage of the API.
const (
	PhaseRead    Phase = "READ"    // read the file
	PhaseCompare Phase = "COMPARE" // compare rows with the register, of a dry run
	PhaseWrite   Phase = "WRITE"   // compare rows and write, hidden from everybody, what they say
	PhaseShow    Phase = "SHOW"    // make everything visible at once
)

// Progress is how far an import is, in rows of the file.
type Progress struct {
	Phase Phase
	// Done counts the rows that the phase has done: read, compared, written or shown.
	Done int
	// Planned counts the rows that were compared with the register.
	Planned int
	// Total counts the rows of the file, 0 while unknown.
	Total int
}

// Percent returns how much of the phase is done, 0 to 100.
func (p Progress) Percent() int {
	if p.Total <= 0 {
		return 0
	}
	return min(100, p.Done*100/p.Total)
}

// Plan computes what an import would do, without writing. For a file that
// cannot be used as a whole it returns an error of package fault.
func (s *Service) Plan(ctx context.Context, file File, o Options) (*Plan, error) {
	in, err := s.read(ctx, file, o)
	if err != nil {
		return nil, err
	}
	defer in.close()
	return s.plan(ctx, in, o, nil)
}

// plan is Plan for a file that has been read. Rows that were refused before count as bad.
func (s *Service) plan(ctx context.Context, in *input, o Options, refused map[rowKey][]Problem) (*Plan, error) {
	return retryLate(in, func() (*Plan, error) {
		return s.pass(ctx, in, o, refused, &dryRun{o, in.total})
	})
}

func (o Options) report(p Progress) {
	if o.Progress != nil {
		o.Progress(p)
	}
}
