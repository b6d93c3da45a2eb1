// Package process keeps how the powers of the register are exercised: the steps of each
// power's process and the transitions between them, in versions.
package process

import (
	"context"

	"sineng/ent"
	"sineng/ent/process"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/flow"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/store"
)

// Service keeps the processes.
type Service struct {
	store    *store.Store
	register *register.Service
	bounds   bounds
}

// bounds keep what is looked at together small enough.
type bounds struct {
	// processes is how many are looked at in one question, risks how many risk points a statement names.
	processes, risks int
}

// New returns the service; the register holds the powers that processes belong to.
func New(s *store.Store, r *register.Service) *Service {
	return &Service{store: s, register: r, bounds: bounds{MostProcesses, 2000}}
}

// Save saves the process of a power as its next version. Risk points of the last version move
// to the step with the same key; what was decided of those on a step that changed is void.
func (s *Service) Save(ctx context.Context, in Save) (*ent.Process, error) {
	g := in.graph()
	if err := refuse(g); err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionSaveProcess, Right: authz.EditRegister}, func(ctx context.Context, tx *ent.Tx) (*ent.Process, error) {
		return s.publish(ctx, tx, in.PowerID, in.ExpectedRevision, g)
	})
}

// publish writes a graph without faults as the version after the one expected.
func (s *Service) publish(ctx context.Context, tx *ent.Tx, powerID int64, expected int, g flow.Graph) (*ent.Process, error) {
	p, err := s.register.HoldPower(ctx, tx, powerID, "powerId")
	if err != nil {
		return nil, err
	}
	// Locking the power's row serialises concurrent saves of its process. An import, whose rows nobody
	// sees yet, leaves rows that were there before as they are; the revision, which is unique, keeps it apart.
	if own, _ := viewer.Import(ctx); own == 0 {
		if err := tx.Power.UpdateOne(p).SetUpdatedAt(s.store.Now()).Exec(ctx); err != nil {
			return nil, err
		}
	}
	last, err := currentOf(ctx, tx.Process, powerID)
	if err != nil {
		return nil, err
	}
	if revisionOf(last) != expected {
		stale := fault.Stale()
		stale.Field = "expectedRevision"
		return nil, stale
	}
	saved, steps, err := s.write(ctx, tx, p, expected+1, g)
	if err != nil || last == nil {
		return saved, err
	}
	return saved, s.supersede(ctx, tx, last, g, steps)
}

// revisionOf is the number of a version, 0 for none.
func revisionOf(p *ent.Process) int {
	if p == nil {
		return 0
	}
	return p.Revision
}

// supersede puts a version aside for the next one: it keeps what stood on its steps, and what stands
// there moves on.
func (s *Service) supersede(ctx context.Context, tx *ent.Tx, last *ent.Process, next flow.Graph, steps map[string]int64) error {
	stood, err := register.StoodOn(ctx, tx, last.Edges.Steps)
	if err != nil {
		return err
	}
	now := s.store.Now()
	if err := tx.Process.UpdateOne(last).SetCurrent(false).SetSupersededAt(now).SetStood(stood).SetUpdatedAt(now).Exec(ctx); err != nil {
		return err
	}
	changed := map[string]bool{}
	for _, c := range flow.Changes(GraphOf(last), next) {
		changed[c.Key] = c.Kind == flow.Changed
	}
	return s.register.CarryRisks(ctx, tx, last.Edges.Steps, steps, changed)
}

// List lists processes: the current ones of a subtree, or all versions of a power, the newest
// first.
func (s *Service) List(ctx context.Context, unitID, powerID *int64, page store.Page, with func(*ent.ProcessQuery)) (*store.Slice[*ent.Process], error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadRegister); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).Process.Query()
	if err := org.Within(ctx, s.store, q, unitID, nil); err != nil {
		return nil, err
	}
	if powerID != nil {
		if _, err := s.store.Reader(ctx).Power.Get(ctx, *powerID); err != nil {
			return nil, store.OrMissing(err, "powerId", "职权", "power")
		}
		q.Where(process.PowerID(*powerID))
	} else {
		q.Where(store.True(process.FieldCurrent))
	}
	return store.List(ctx, q, page, func(p *ent.Process) int64 { return p.ID },
		[]store.Key[*ent.Process]{store.Desc("revision", func(p *ent.Process) any { return p.Revision })}, with)
}
