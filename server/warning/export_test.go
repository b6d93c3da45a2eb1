package warning

import (
	"context"

	"sineng/ent"
	"sineng/ent/term"
)

// Look looks at a unit as the timer does.
func Look(ctx context.Context, s *Service, tx *ent.Tx, unit int64) error {
	return s.judge(ctx, tx, unit)
}

// MayAttach is why somebody may attach no evidence to a warning in a state; empty where they may.
func MayAttach(state term.WarningState, asked, verifies bool) string {
	if refused := mayAttach(state, capacity{asked: asked, verifies: verifies}); refused != nil {
		return refused.Reason
	}
	return ""
}
