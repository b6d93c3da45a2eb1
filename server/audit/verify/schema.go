package verify

import (
	"context"
	"fmt"
)

// compareSchema reports how the database's tables differ from those that the migrations make: a
// dropped index, a changed type, a trigger. What is compared is the present schema, which has no
// part in the snapshot.
func (v *verification) compareSchema(ctx context.Context) error {
	if v.options.WithoutSchema {
		return nil
	}
	differ, err := v.store.SchemaDifferences(ctx)
	if err != nil {
		if ctx.Err() != nil || !v.answers(ctx) {
			return err
		}
		v.report.log("SCHEMA_UNREADABLE", fmt.Sprintf("数据库结构无法读取(%v)", err), fmt.Sprintf("the schema of the database cannot be read (%v)", err))
	}
	for _, d := range differ {
		at, an := "数据库", "the database"
		if d.Table != "" {
			at, an = "表 "+d.Table, "table "+d.Table
		}
		v.report.log("SCHEMA_CHANGED", fmt.Sprintf("%s的结构与程序的迁移不符:%s", at, d.What), fmt.Sprintf("%s is not as the migrations made it: %s", an, d.What))
	}
	return nil
}
