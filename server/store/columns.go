package store

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/apitoken"
	"sineng/ent/measure"
	"sineng/ent/noticesetting"
	"sineng/ent/power"
	"sineng/ent/riskpoint"
	"sineng/ent/unit"
)

// unlogged are the entities whose rows the log does not answer for: what the program
// keeps for its own running, what is counted from other rows, and the log itself.
var unlogged = map[string]bool{
	ent.TypeSession: true, ent.TypeSignInFailure: true, ent.TypeRiskCount: true, ent.TypeRiskCountDelta: true,
	ent.TypeAuditInbox: true, ent.TypeAuditEntry: true, ent.TypeAuditText: true, ent.TypeAuditTouch: true,
	ent.TypeAuditHash: true, ent.TypeAuditCheckpoint: true, ent.TypeAuditWitness: true, ent.TypeWitnessedLog: true,
	// A draft becomes what the log tells of when it is written into the register; a snapshot is
	// told by its hash.
	ent.TypeFormDraft: true, ent.TypeFormSnapshot: true,
	ent.TypeJob: true, ent.TypeDueItem: true, ent.TypeLogCursor: true, ent.TypeNotice: true, ent.TypeNoticeDelivery: true, ent.TypeFingerprint: true,
}

// Unlogged tells whether the log does not answer for the rows of an entity. It answers for
// those of every entity that is not named above.
func Unlogged(entity string) bool { return unlogged[entity] }

// derived are columns that follow from other rows, and are recounted instead, or that only
// note a use.
var derived = map[string][]string{
	ent.TypeUnit:          {unit.FieldLevel, unit.FieldChildCount},
	ent.TypeAccount:       {account.FieldLastSignInAt, account.FieldTotpStep},
	ent.TypeApiToken:      {apitoken.FieldLastUsedAt},
	ent.TypeNoticeSetting: {noticesetting.FieldDigestedOn},
}

// secrets are columns whose values stand nowhere in the log, also not as erasable text.
var secrets = map[string][]string{
	ent.TypeAccount:       {account.FieldPasswordHash, account.FieldOldPasswords, account.FieldTotpSecret, account.FieldRecoveryCodes},
	ent.TypeApiToken:      {apitoken.FieldTokenHash},
	ent.TypeNoticeSetting: {noticesetting.FieldWebhookSecret},
}

// Secretive tells whether an entity has columns that hold secrets.
func Secretive(entity string) bool { return len(secrets[entity]) > 0 }

// Secret tells whether a column of an entity holds a secret.
func Secret(entity, column string) bool { return slices.Contains(secrets[entity], column) }

var levelColumns = map[string]bool{"l1": true, "l2": true, "l3": true, "l4": true, "l5": true, "l6": true}

// Derived tells whether a column of an entity follows from other rows.
func Derived(entity, column string) bool {
	if levelColumns[column] {
		return true
	}
	return slices.Contains(derived[entity], column)
}

// manyToMany names the edges that are rows of a table of their own.
var manyToMany = map[string][]string{
	ent.TypePower:     {power.EdgeExercisingPosts},
	ent.TypeRiskPoint: {riskpoint.EdgeExposedPosts, riskpoint.EdgeExposedPersons},
	ent.TypeMeasure:   {measure.EdgeRiskPoints},
}

// Values are the columns of a row that the log answers for, with "id".
type Values map[string]any

// ID is the row's key.
func (v Values) ID() int64 {
	id, _ := v["id"].(int64)
	return id
}

// Columns reads a row of any entity. Empty values are left out, so that a column that is
// added later changes nothing of the rows that do not use it.
func Columns(row any) Values {
	v := reflect.ValueOf(row).Elem()
	shape := shapeOf(v.Type())
	out := make(Values, len(shape.columns))
	for _, c := range shape.columns {
		f := v.Field(c.index)
		if f.Kind() == reflect.Pointer && !f.IsNil() {
			f = f.Elem()
		}
		if f.IsZero() || f.Kind() == reflect.Slice && f.Len() == 0 {
			continue
		}
		value := f.Interface()
		if t, ok := value.(time.Time); ok {
			value = t.UTC()
		}
		out[c.name] = value
	}
	return out
}

type column struct {
	name  string
	index int
}

type shape struct{ columns []column }

var shapes sync.Map // reflect.Type to shape

// shapeOf finds the columns of an entity's struct by the tags that ent gives its fields.
func shapeOf(t reflect.Type) shape {
	if s, ok := shapes.Load(t); ok {
		return s.(shape)
	}
	var s shape
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !f.IsExported() || f.Name == "Edges" || name == "" {
			continue
		}
		if name == "-" { // a secret
			name = snake(f.Name)
		}
		if !Derived(t.Name(), name) {
			s.columns = append(s.columns, column{name, i})
		}
	}
	shapes.Store(t, s)
	return s
}

// snake is the column of a Go field: PasswordHash is password_hash.
func snake(name string) string {
	var b strings.Builder
	for i, r := range name {
		if r >= 'A' && r <= 'Z' {
			if i > 0 {
				b.WriteByte('_')
			}
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}
