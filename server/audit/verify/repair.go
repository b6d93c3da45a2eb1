package verify

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/store"
)

// counted are the fields of enumerations that counts depend on. They are not repaired, since the
// counts were kept with the values as they are; a verification tells of them.
var counted = map[string][]string{
	"RiskPoint": {"Grade", "RiskTypes", "Status", "PowerType"},
	"Power":     {"Type"},
}

// repairBatch is how many rows one transaction repairs.
const repairBatch = 100

// RepairEnumerations sets values that are outside their enumeration only by case, width or spaces,
// which older programs let through, to what they mean, in columns and within JSON. Each row gets an
// entry of the log that tells what was set. What cannot be told stays, and Enumerations tells of it.
// It may be repeated.
func RepairEnumerations(ctx context.Context, s *store.Store) error {
	ctx = viewer.System(ctx)
	if _, err := audit.Sequence(ctx, s); err != nil { // what waited when the older program stopped
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(ent.Entities)) {
		if store.Unlogged(name) {
			continue
		}
		found, err := outsideOf(ctx, s.Client, name, 1<<30)
		if err != nil {
			return fmt.Errorf("values of enumerations of %s: %w", name, err)
		}
		ids := make([]int64, len(found))
		for i, f := range found {
			ids[i] = f.Object.ID
		}
		slices.Sort(ids)
		for part := range slices.Chunk(slices.Compact(ids), repairBatch) {
			err := store.WithTx(ctx, s, func(ctx context.Context, tx *ent.Tx) error {
				for _, id := range part {
					if err := repairRow(ctx, s, tx, name, id); err != nil {
						return fmt.Errorf("repairing %s %d: %w", name, id, err)
					}
				}
				return nil
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// repairRow repairs the values of a row.
func repairRow(ctx context.Context, s *store.Store, tx *ent.Tx, name string, id int64) error {
	rows, err := ent.Entities[name].Rows(ctx, tx.Client(), id-1, 1)
	if err != nil || len(rows) == 0 {
		return nil // a row that cannot be read stays as it is, and the verification tells of it
	}
	row := reflect.ValueOf(rows[0]).Elem()
	update := reflect.ValueOf(tx).Elem().FieldByName(name).MethodByName("UpdateOneID").Call([]reflect.Value{reflect.ValueOf(id)})[0]
	details := map[string]string{}
	for i := range row.NumField() {
		f := row.Type().Field(i)
		set := update.MethodByName("Set" + f.Name)
		if !f.IsExported() || f.Name == "Edges" || !set.IsValid() || !term.Enumerated(f.Type) || slices.Contains(counted[name], f.Name) {
			continue
		}
		was := shown(row.Field(i))
		if !term.Repair(row.Field(i).Addr().Interface()) {
			continue
		}
		value := row.Field(i)
		if value.Kind() == reflect.Pointer && set.Type().In(0) != value.Type() {
			value = value.Elem()
		}
		set.Call([]reflect.Value{value})
		column, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		details[column] = was + " → " + shown(row.Field(i))
	}
	if len(details) == 0 {
		return nil
	}
	if failed, _ := update.MethodByName("Exec").Call([]reflect.Value{reflect.ValueOf(ctx)})[0].Interface().(error); failed != nil {
		return failed
	}
	e := audit.Event{Action: term.AuditActionCarryOver, Object: id, Details: details,
		Reason: "旧版本接受了只差大小写、全半角或空格的取值,升级时改为规范取值(values that differed by case, width or spaces alone are set to those of the enumeration)"}
	if placed, ok := rows[0].(interface{ Levels() [6]int64 }); ok {
		e.At = authz.Levels(placed.Levels())
	}
	return audit.Append(ctx, s, e)
}

// shown is a value as text.
func shown(v reflect.Value) string {
	if v.Kind() == reflect.Pointer && !v.IsNil() {
		v = v.Elem()
	}
	return fmt.Sprint(v.Interface())
}
