package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/rule"
	"sineng/ent/term"
)

// Indicator 监测指标 is a figure by which a measure is watched, with the threshold that it must keep to: visible with the register, to who is
// named to read it, and to programs that record readings. What its newest reading says is kept with it.
type Indicator struct{ ent.Schema }

func (Indicator) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, rule.Access{Sees: rule.Scoped(rule.Register, rule.Readings).Or(rule.OwnPerson("person_id"))}}
}

func (Indicator) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("measure_id").Immutable(),
		field.String("name").NotEmpty().MaxRuneLen(200).Comment("what is counted or measured"),
		field.String("measured_in").MaxRuneLen(20).Default("").Comment("件, %, 天; empty for a bare number"),
		field.Enum("keeps").GoType(term.IndicatorKeeps("")).SchemaType(word).Comment("on which side of the threshold its values are as they should be"),
		field.Int64("threshold").GoType(term.Decimal(0)).Comment("in ten-thousandths"),
		field.Enum("every").GoType(term.Recurrence("")).SchemaType(word).Comment("how often it is read"),
		field.Int("within_days").NonNegative().Comment("days after the end of a period in which its reading is in time"),
		field.Int64("person_id").Optional().Nillable().Comment("who reads it; null for the owner of the measure"),
		field.Time("starts_on").SchemaType(day).Comment("first day of the first period that is read"),
		field.String("stopped_reason").MaxRuneLen(500).Default("").Comment("why it was stopped; empty while it is not"),
		field.Enum("state").GoType(term.IndicatorState("")).SchemaType(word).Comment("what its newest reading says"),
		field.Time("read_for").SchemaType(day).Optional().Nillable().Comment("first day of the newest period that was read"),
		field.Int64("value").GoType(term.Decimal(0)).Optional().Nillable().Comment("of the newest reading, in ten-thousandths"),
		field.Time("over_since").SchemaType(day).Optional().Nillable().Comment("day on which it became known that it is beyond its threshold; null while it is not"),
		field.Time("owed_on").SchemaType(day).Optional().Nillable().Comment("day after the period that is to be read next; null once it is stopped"),
	}
}

func (Indicator) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("measure", Measure.Type).Field("measure_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("person", Person.Type).Field("person_id").Unique().Annotations(keep),
	}
}

func (Indicator) Indexes() []ent.Index {
	return append(levelIndexes("state", "id"), index.Fields("measure_id"), index.Fields("person_id", "owed_on"), index.Fields("owed_on"), index.Fields("state", "id"))
}

// IndicatorReading 监测值 is the value of an indicator in one period. One that is corrected stays. Package indicator shows it to who sees the
// indicator.
type IndicatorReading struct{ ent.Schema }

func (IndicatorReading) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, programOnly} }

func (IndicatorReading) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("indicator_id").Immutable(),
		field.Time("from_day").SchemaType(day).Immutable().Comment("first day of the period"),
		field.Time("to_day").SchemaType(day).Immutable().Comment("last day of the period"),
		field.Int("revision").Positive().Immutable().Comment("counts up from 1 within the period; the newest holds"),
		field.Int64("value").GoType(term.Decimal(0)).Immutable().Comment("in ten-thousandths"),
		field.Enum("keeps").GoType(term.IndicatorKeeps("")).SchemaType(word).Immutable().Comment("as it held then"),
		field.Int64("threshold").GoType(term.Decimal(0)).Immutable().Comment("as it held then, in ten-thousandths"),
		field.Bool("over").Immutable().Comment("whether the value was beyond that threshold"),
		field.Enum("source").GoType(term.ReadingSource("")).SchemaType(word).Immutable(),
		field.String("note").MaxRuneLen(500).Default("").Immutable().Comment("where the figure is from, or why it was corrected"),
		field.Time("at").SchemaType(moment).Immutable(),
		field.Int64("account_id").Optional().Nillable().Immutable().Comment("null for the operator of the server"),
		field.String("actor_name").MaxRuneLen(100).Default("").Immutable().Comment("name of its holder on that day"),
		field.Time("replaced_at").SchemaType(moment).Optional().Nillable().Comment("when a correction took its place"),
	}
}

func (IndicatorReading) Edges() []ent.Edge {
	return []ent.Edge{edge.To("indicator", Indicator.Type).Field("indicator_id").Unique().Required().Immutable().Annotations(keep)}
}

func (IndicatorReading) Indexes() []ent.Index {
	return []ent.Index{index.Fields("indicator_id", "from_day", "revision").Unique()}
}
