package audit

import (
	"context"
	"errors"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit/tlog"
	"sineng/server/fault"
	"sineng/server/store"
)

// AcceptLoss records that the log lacks entries that were signed, as after restoring a backup,
// and continues from the present log. It returns the number of lost checkpoints. The file of
// all checkpoints keeps them, and every verification reports the loss.
func (s *Service) AcceptLoss(ctx context.Context, reason string) (int, error) {
	if strings.TrimSpace(reason) == "" {
		return 0, fault.Bad("reason", "REQUIRED", "请填写原因", "Say why")
	}
	switch err := s.log.Continues(ctx); {
	case err == nil:
		return 0, fault.New(fault.InvalidTransition, "NOTHING_LOST", "", "日志完整,没有缺失", "The log lacks nothing")
	case !errors.Is(err, tlog.ErrForked):
		return 0, err
	}
	ctx = viewer.System(ctx)
	checkpoints, err := s.log.Lost(ctx)
	if err != nil {
		return 0, err
	}
	lost := make([]Lost, len(checkpoints))
	for i, c := range checkpoints {
		lost[i] = Lost{c.Size, c.RootHash()}
	}
	err = store.WithTx(ctx, s.store, func(ctx context.Context, _ *ent.Tx) error {
		return Append(ctx, s.store, Event{Action: term.AuditActionAcceptLoss, Reason: reason, Lost: lost})
	})
	if err != nil {
		return 0, err
	}
	if _, err := Sequence(ctx, s.store); err != nil {
		return 0, err
	}
	return len(lost), s.log.SignLoss(ctx)
}
