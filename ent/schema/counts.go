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
		field.String("risk_types").GoType(term.RiskTypes("")).MaxRuneLen(100).Immutable().Comment("the set of types, in the order of the enumeration, parted by commas"),
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
	return []ent.Index{index.Fields("unit_id", "grade", "risk_types", "power_type", "status", "controlled").Unique()}
}

// RiskCountDelta is a change of the counts that is not yet added to RiskCount. It is written
// in the transaction that changes the counted row; its level columns are the units that it
// counts for.
type RiskCountDelta struct{ ent.Schema }

func (RiskCountDelta) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, levels{}, staged{}, programOnly, unlogged{}}
}

func (RiskCountDelta) Fields() []ent.Field {
	return append(tallyFields(),
		field.Int64("post_id").Default(0).Immutable().Comment("on which the risk point stands, 0 for none"),
		field.Time("recorded_on").SchemaType(day).Optional().Nillable().Immutable().
			Comment("day on which the risk point was recorded, or its grade decided; null for a move and in rows of older versions"),
		field.Time("retired_on").SchemaType(day).Optional().Nillable().Immutable().Comment("day on which it was retired"),
		field.Int("turn").Default(0).Immutable().Comment("0 for a risk point, 2 for counts that a move takes from units above or gives to them; 1 for a decision that made a grade worse, -1 milder, which counts nothing"))
}

// Indexes find the rows to fold among those of imports under way.
func (RiskCountDelta) Indexes() []ent.Index { return []ent.Index{index.Fields("import_id")} }

// CountFold is what one transaction added to the roll-up, so that servers bring what they hold of
// it up to date. The newest row names the state of the roll-up; old rows are deleted.
type CountFold struct{ ent.Schema }

// Mixin gives the key, and keeps the rows from everybody but the program.
func (CountFold) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, programOnly, unlogged{}, sealedOnce{}}
}

// Fields are the columns.
func (CountFold) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("number").Unique().Immutable().Comment("1, 2, 3 … in the order of the transactions"),
		field.Int64("token").Immutable().Comment("drawn at random, tells two histories of a restored backup apart"),
		field.Time("at").SchemaType(moment).Immutable(),
		field.Text("body").Immutable().Comment("the sums, see server/tally"),
	}
}
