package warning

import (
	"context"

	"sineng/ent"
)

// Look looks at a unit as the timer does.
func Look(ctx context.Context, s *Service, tx *ent.Tx, unit int64) error {
	return s.judge(ctx, tx, unit)
}
