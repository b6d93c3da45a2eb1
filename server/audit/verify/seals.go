package verify

import (
	"context"

	"sineng/ent"
	"sineng/server/audit"
	"sineng/server/store"
)

// compareSeals reports rows outside the log that the program did not write as they stand.
func (v *verification) compareSeals(ctx context.Context) error {
	if !v.store.Seals() {
		return nil
	}
	for _, name := range store.Sealed() {
		reason := "ROW_FORGED"
		if name == ent.TypeSession {
			reason = "SESSION_FORGED"
		}
		err := v.eachBatch(ctx, name, func(rows []any) {
			genuine := make([]bool, len(rows))
			numbered := make([]int, len(rows))
			for i := range rows {
				numbered[i] = i
			}
			parallel(numbered, func(i int) { genuine[i] = v.store.Genuine(rows[i]) })
			for i, row := range rows {
				v.report.Rows++
				if !genuine[i] {
					v.report.row(reason, audit.Object{Type: name, ID: store.Columns(row).ID()}, -1,
						"该行不是由系统写入的,已不起作用", "the row was not written by the program as it stands and gives no rights")
				}
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}
