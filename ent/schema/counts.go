package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/term"
)

// tallyFields are the key by which risk points are counted, and the count.
func tallyFields() []ent.Field {
	return []ent.Field{
		field.Enum("grade").GoType(term.Grade("")).SchemaType(word).Immutable(),
		field.Enum("risk_type").GoType(term.RiskType("")).SchemaType(word).Immutable(),
		field.String("power_type").MaxRuneLen(20).Immutable(),
		field.Enum("status").GoType(term.RiskStatus("")).SchemaType(word).Immutable(),
		field.Bool("controlled").Immutable(),
		field.Int("n"),
	}
}

// RiskCount is the roll-up: the number of risk points with a key in the subtree of a unit.
// Unit 0 is the whole system.
type RiskCount struct{ ent.Schema }

func (RiskCount) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, programOnly, unlogged{}} }

func (RiskCount) Fields() []ent.Field {
	return append([]ent.Field{field.Int64("unit_id").Immutable()}, tallyFields()...)
}

func (RiskCount) Indexes() []ent.Index {
	return []ent.Index{index.Fields("unit_id", "grade", "risk_type", "power_type", "status", "controlled").Unique()}
}

// RiskCountDelta is a change of the counts that is not yet added to RiskCount. It is written
// in the transaction that changes the counted row; its level columns are the units that it
// counts for.
type RiskCountDelta struct{ ent.Schema }

func (RiskCountDelta) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, levels{}, staged{}, programOnly, unlogged{}}
}

func (RiskCountDelta) Fields() []ent.Field { return tallyFields() }

// Indexes find the rows to fold among those of imports under way.
func (RiskCountDelta) Indexes() []ent.Index { return []ent.Index{index.Fields("import_id")} }
