package store

import (
	"context"
	"fmt"
	"reflect"

	"sineng/ent"
	"sineng/ent/viewer"
)

// sealBatch is how many rows one transaction seals.
const sealBatch = 500

// SealAll seals the rows that bear no seal, of a database that is older than seals. What such a
// database holds is taken as the program's own; call it once only.
func (s *Store) SealAll(ctx context.Context) error {
	if !s.Seals() {
		return nil
	}
	for _, name := range Sealed() {
		for after, more := int64(0), true; more; {
			err := WithTx(viewer.System(ctx), s, func(ctx context.Context, tx *ent.Tx) error {
				rows, err := ent.Entities[name].Rows(ctx, tx.Client(), after, sealBatch)
				if more = err == nil && len(rows) > 0; !more {
					return err
				}
				for _, row := range rows {
					after = Columns(row).ID()
					if reflect.ValueOf(row).Elem().FieldByName("Seal").String() != "" {
						continue
					}
					if err := s.reseal(ctx, tx.Client(), name, row); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				return fmt.Errorf("sealing the rows of %s: %w", name, err)
			}
		}
	}
	return nil
}
