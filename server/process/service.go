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
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/store"
)

// Service keeps the processes.
type Service struct {
	store    *store.Store
	register *register.Service
}

// New returns the service; the register holds the powers that processes belong to.
func New(s *store.Store, r *register.Service) *Service { return &Service{store: s, register: r} }

// Save saves the process of a power as its next version. Risk points of the last version move
// to the step with the same key.
func (s *Service) Save(ctx context.Context, in Save) (*ent.Process, error) {
	if err := in.validate(); err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionSaveProcess, Right: authz.EditRegister}, func(ctx context.Context, tx *ent.Tx) (*ent.Process, error) {
		p, err := s.register.HoldPower(ctx, tx, in.PowerID, "powerId")
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
		last, err := lastVersion(ctx, tx, in)
		if err != nil {
			return nil, err
		}
		saved, steps, err := s.write(ctx, tx, p, in)
		if err != nil || last == nil {
			return saved, err
		}
		if err := tx.Process.UpdateOne(last).SetCurrent(false).SetUpdatedAt(s.store.Now()).Exec(ctx); err != nil {
			return nil, err
		}
		return saved, register.CarryRisks(ctx, tx, last.Edges.Steps, steps)
	})
}

// lastVersion is the version that the input replaces, nil for a power's first process.
func lastVersion(ctx context.Context, tx *ent.Tx, in Save) (*ent.Process, error) {
	last, err := tx.Process.Query().Where(process.PowerID(in.PowerID), process.Current(true)).WithSteps().Only(ctx)
	revision := 0
	switch {
	case err == nil:
		revision = last.Revision
	case !ent.IsNotFound(err):
		return nil, err
	}
	if revision != in.ExpectedRevision {
		stale := fault.Stale()
		stale.Field = "expectedRevision"
		return nil, stale
	}
	return last, nil
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
