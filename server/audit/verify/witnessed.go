package verify

import (
	"context"
	"fmt"

	"sineng/ent"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/store"
)

// compareWitnessed compares what this server cosigned last of other logs with the copies beside the
// database. A row that is ahead of its copy is not told of: another server of the database wrote it,
// or a crash came between the two.
func (v *verification) compareWitnessed(ctx context.Context) error {
	if v.options.Dir == "" {
		return nil
	}
	kept, bad, err := tlog.ReadWitnessed(v.options.Dir)
	if err != nil {
		return err
	}
	for _, name := range bad {
		v.report.log("WITNESSED_UNREADABLE", "见证记录文件 "+name+" 无法识别", "the file "+name+" of what was witnessed cannot be read")
	}
	rows := map[string]*ent.WitnessedLog{}
	err = v.eachBatch(ctx, ent.TypeWitnessedLog, func(batch []any) {
		for _, row := range batch {
			r := row.(*ent.WitnessedLog)
			rows[r.Origin] = r
		}
	})
	if err != nil {
		return err
	}
	for _, c := range kept {
		r := rows[c.Origin]
		switch {
		case r == nil:
			v.report.log("WITNESSED_MISSING", fmt.Sprintf("数据库中缺少对 %s 的见证记录(已签至第 %d 条)", c.Origin, c.Size),
				fmt.Sprintf("the row of what was witnessed of %s (%d entries) is missing", c.Origin, c.Size))
		case r.Size < c.Size:
			v.report.row("WITNESSED_LOWERED", audit.Object{Type: ent.TypeWitnessedLog, ID: store.Columns(r).ID()}, -1,
				fmt.Sprintf("%s 已签至第 %d 条,该行为 %d 条的旧记录", c.Origin, c.Size, r.Size),
				fmt.Sprintf("%d entries of %s were cosigned, the row says %d: it is an old one", c.Size, c.Origin, r.Size))
		}
	}
	return nil
}
