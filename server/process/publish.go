package process

import (
	"context"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/flow"
)

// Publish makes the draft of a power's process, as a version of it is known, the next version in force, and
// drops it. A draft with faults is not published, nor one of a version that is not in force any more: that
// is compared again first.
func (s *Service) Publish(ctx context.Context, powerID int64, expectedVersion int) (*ent.Process, error) {
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionSaveProcess, Right: authz.EditRegister}, func(ctx context.Context, tx *ent.Tx) (*ent.Process, error) {
		p, err := s.editable(ctx, tx.Client(), powerID)
		if err != nil {
			return nil, err
		}
		saved, err := s.expectedDraft(ctx, tx.Client(), powerID, expectedVersion)
		if err != nil {
			return nil, err
		}
		if saved == nil {
			return nil, fault.New(fault.InvalidTransition, "NO_DRAFT", "powerId", "该流程没有待发布的草稿", "The process has no draft to publish")
		}
		d, err := s.show(ctx, tx.Client(), p, saved)
		if err != nil {
			return nil, err
		}
		if d.BaseRevision != d.CurrentRevision {
			return nil, fault.New(fault.Conflict, "DRAFT_OF_AN_EARLIER_VERSION", "expectedVersion", "您编辑期间他人已发布新版本,请先对照新版本再发布",
				"Somebody published another version while this was edited; compare it with that one before publishing")
		}
		g := d.graph.Trimmed()
		if err := refuse(g); err != nil {
			return nil, err
		}
		if d.CurrentRevision > 0 && flow.Stands(GraphOf(d.current), g) {
			return nil, fault.New(fault.InvalidTransition, "NOTHING_CHANGED", "powerId", "草稿与现行版本相同,无需发布", "The draft is the same as the version in force")
		}
		if err := drop(ctx, tx, saved); err != nil {
			return nil, err
		}
		return s.publish(ctx, tx, powerID, d.CurrentRevision, g)
	})
}
