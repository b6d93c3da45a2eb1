package store

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/viewer"
)

// sealColumn is the column of a row's seal.
const sealColumn = "seal"

// ErrUnsealable means that rows under a seal were changed outside a transaction, which is a
// fault of the program.
var ErrUnsealable = errors.New("rows under a seal were changed outside a transaction")

// Genuine reports whether the program wrote a row of a sealed entity as it stands. A row that is
// not genuine gives no rights. Without a key every row is genuine.
func (s *Store) Genuine(row any) bool {
	if !s.Seals() {
		return true
	}
	v := reflect.ValueOf(row).Elem()
	name := v.Type().Name()
	have := v.FieldByName("Seal").String()
	return subtle.ConstantTimeCompare([]byte(have), []byte(s.sealOf(name, sealedValues(v, ent.Entities[name])))) == 1
}

// Sealed are the names of the entities whose rows bear seals, in order.
func Sealed() []string {
	var out []string
	for name, e := range ent.Entities {
		if len(e.Sealed) > 0 {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// sealOf is the seal of a row: a MAC over the entity's name and the row's values as JSON, whose
// keys are in order.
func (s *Store) sealOf(entity string, values map[string]any) string {
	text, err := json.Marshal(values)
	if err != nil {
		return "" // no row holds what JSON cannot say
	}
	return s.Seal(append([]byte("row of "+entity+" "), text...))
}

// sealedValues are the values of a row that its seal covers; empty ones are left out, as by
// Columns.
func sealedValues(v reflect.Value, e ent.Entity) map[string]any {
	index := fieldsByColumn(v.Type())
	out := make(map[string]any, len(e.Sealed)+1)
	for _, column := range e.Sealed {
		put(out, column, v.Field(index[column]).Interface())
	}
	if !e.SealedOnce {
		put(out, "id", v.Field(index["id"]).Interface())
	}
	return out
}

// put adds a value unless it is empty. Moments are compared as the database keeps them, in UTC
// to the microsecond.
func put(out map[string]any, column string, value any) {
	f := reflect.ValueOf(value)
	if !f.IsValid() {
		return
	}
	if f.Kind() == reflect.Pointer {
		if f.IsNil() {
			return
		}
		f = f.Elem()
	}
	if f.IsZero() || (f.Kind() == reflect.Slice || f.Kind() == reflect.Map) && f.Len() == 0 {
		return
	}
	value = f.Interface()
	if t, ok := value.(time.Time); ok {
		value = t.UTC().Truncate(time.Microsecond)
	}
	out[column] = value
}

var columnFields sync.Map // reflect.Type to map[string]int

// fieldsByColumn are the fields of an entity's struct by their columns.
func fieldsByColumn(t reflect.Type) map[string]int {
	if known, ok := columnFields.Load(t); ok {
		return known.(map[string]int)
	}
	out := map[string]int{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !f.IsExported() || f.Name == "Edges" || name == "" {
			continue
		}
		if name == "-" { // a secret
			name = snake(f.Name)
		}
		out[name] = i
	}
	columnFields.Store(t, out)
	return out
}

// sealing seals the rows that the program writes. Who changes a row that is not genuine leaves
// its seal as it is, so that nothing that was put into the database from elsewhere becomes
// genuine by being used.
func (s *Store) sealing(next entgo.Mutator) entgo.Mutator {
	return entgo.MutateFunc(func(ctx context.Context, m entgo.Mutation) (entgo.Value, error) {
		e := ent.Entities[m.Type()]
		switch {
		case len(e.Sealed) == 0 || !s.Seals() || viewer.FromContext(ctx) == nil:
			return next.Mutate(ctx, m)
		case m.Op().Is(entgo.OpCreate) && e.SealedOnce:
			if err := s.sealBefore(m, e); err != nil {
				return nil, err
			}
			return next.Mutate(ctx, m)
		case m.Op().Is(entgo.OpCreate):
			return s.sealAfter(ctx, next, m)
		case m.Op().Is(entgo.OpUpdate | entgo.OpUpdateOne):
			return s.sealChanged(ctx, next, m, e)
		}
		return next.Mutate(ctx, m)
	})
}

// sealBefore seals a row that is about to be written by the values that are set.
func (s *Store) sealBefore(m entgo.Mutation, e ent.Entity) error {
	values := map[string]any{}
	for _, column := range e.Sealed {
		if v, ok := m.Field(column); ok {
			put(values, column, v)
		}
	}
	return m.SetField(sealColumn, s.sealOf(m.Type(), values))
}

// sealAfter seals a new row, whose id the seal covers.
func (s *Store) sealAfter(ctx context.Context, next entgo.Mutator, m entgo.Mutation) (entgo.Value, error) {
	client, err := s.sealer(ctx, m)
	if err != nil {
		return nil, err
	}
	v, err := next.Mutate(ctx, m)
	if err != nil {
		return nil, err
	}
	return v, s.reseal(ctx, client, m.Type(), v)
}

// sealChanged seals again what an update changes of sealed columns.
func (s *Store) sealChanged(ctx context.Context, next entgo.Mutator, m entgo.Mutation, e ent.Entity) (entgo.Value, error) {
	if !slices.ContainsFunc(changedColumns(m), func(c string) bool { return slices.Contains(e.Sealed, c) }) {
		return next.Mutate(ctx, m)
	}
	client, err := s.sealer(ctx, m)
	if err != nil {
		return nil, err
	}
	where, err := locking(m)
	if err != nil {
		return nil, err
	}
	before, err := e.Lock(viewer.System(ctx), client, where)
	if err != nil {
		return nil, err
	}
	var all, genuine []any // ids
	for _, row := range before {
		id := Columns(row).ID()
		all = append(all, id)
		if s.Genuine(row) {
			genuine = append(genuine, id)
		}
	}
	// What another transaction brings under the condition meanwhile is not changed by this one.
	m.(interface {
		WhereP(ps ...func(*sql.Selector))
	}).WhereP(byID(all))
	v, err := next.Mutate(ctx, m)
	if err != nil || len(genuine) == 0 {
		return v, err
	}
	after, err := e.Lock(viewer.System(ctx), client, byID(genuine))
	if err != nil {
		return nil, err
	}
	for _, row := range after {
		if err := s.reseal(ctx, client, m.Type(), row); err != nil {
			return nil, err
		}
	}
	if m.Op().Is(entgo.OpUpdateOne) {
		copySeal(v, after)
	}
	return v, nil
}

// locking is the condition of the rows that an update may change.
func locking(m entgo.Mutation) (func(*sql.Selector), error) {
	condition := m.(interface{ Condition() func(*sql.Selector) }).Condition()
	if !m.Op().Is(entgo.OpUpdateOne) {
		return condition, nil
	}
	id, ok := m.(interface{ ID() (int64, bool) }).ID()
	if !ok {
		return nil, fmt.Errorf("an update of one %s names no row", m.Type())
	}
	return byID([]any{id}), nil
}

func byID(ids []any) func(*sql.Selector) {
	return func(q *sql.Selector) { q.Where(sql.In(q.C("id"), ids...)) }
}

// copySeal gives a row that an update returns the seal that it got after it.
func copySeal(one any, after []any) {
	for _, row := range after {
		if Columns(row).ID() == Columns(one).ID() {
			reflect.ValueOf(one).Elem().FieldByName("Seal").SetString(reflect.ValueOf(row).Elem().FieldByName("Seal").String())
		}
	}
}

// sealer is the client by which a mutation's rows are sealed, in its transaction.
func (s *Store) sealer(ctx context.Context, m entgo.Mutation) (*ent.Client, error) {
	if ent.TxFromContext(ctx) == nil && s.logged {
		return nil, fmt.Errorf("%w: %s of %s", ErrUnsealable, m.Op(), m.Type())
	}
	return m.(interface{ Client() *ent.Client }).Client(), nil
}

// reseal writes a row's seal, where it differs, to the database and the row.
func (s *Store) reseal(ctx context.Context, client *ent.Client, entity string, row any) error {
	v := reflect.ValueOf(row).Elem()
	e := ent.Entities[entity]
	values := sealedValues(v, e)
	seal := s.sealOf(entity, values)
	if v.FieldByName("Seal").String() == seal {
		return nil
	}
	v.FieldByName("Seal").SetString(seal)
	_, err := client.ExecContext(viewer.System(ctx), "UPDATE "+e.Table+" SET "+sealColumn+" = ? WHERE id = ?", seal, Columns(row).ID())
	return err
}
