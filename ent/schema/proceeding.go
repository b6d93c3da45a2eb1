package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/rule"
	"sineng/ent/term"
)

// proceedings are visible with the register, and to programs that record them.
var proceedings = rule.Access{Sees: rule.Scoped(rule.Register, rule.Proceedings)}

// Proceeding 办件 is one exercise of a power in a single matter, which runs along the process of the power.
type Proceeding struct{ ent.Schema }

func (Proceeding) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, foldedCode{of: "number", within: "power_id"}, proceedings}
}

func (Proceeding) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("power_id").Immutable(),
		field.Int64("process_id").Optional().Nillable().Immutable().Comment("the version of the process that it runs along; null where there was none"),
		field.String("number").NotEmpty().MaxRuneLen(100).Immutable().Comment("办件编号, unique within the power"),
		field.Time("received_on").SchemaType(day).Comment("受理日期"),
		field.Enum("state").GoType(term.ProceedingState("")).SchemaType(word),
		field.Time("closed_on").SchemaType(day).Optional().Nillable().Comment("办结日期, or when it was discontinued"),
		field.String("result").MaxRuneLen(200).Default("").Comment("办理结果, as its own system calls it"),
		field.Int("limit_days").Optional().Nillable().NonNegative().Immutable().Comment("the time limit of the power when it was recorded first"),
		field.Enum("limit_state").GoType(term.LimitState("")).SchemaType(word).Comment("what is known of the ends of its time limits"),
		field.Time("due_on").SchemaType(day).Optional().Nillable().Comment("last day by the time limit of the power; null where there is no such limit and unless limit_state is KNOWN"),
	}
}

func (Proceeding) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("power", Power.Type).Field("power_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("process", Process.Type).Field("process_id").Unique().Immutable().Annotations(keep),
		edge.From("deviations", ProceedingDeviation.Type).Ref("proceeding").Annotations(asked),
	}
}

func (Proceeding) Indexes() []ent.Index {
	return append(levelIndexes("received_on", "id"), index.Fields("power_id", "number").Unique(), index.Fields("power_id", "received_on"), index.Fields("received_on", "id"), index.Fields("limit_state", "id"))
}

// ProceedingStep 办理记录 says who took which step of a proceeding from when to when. One that is corrected stays. Package proceeding shows it to
// who sees the proceeding.
type ProceedingStep struct{ ent.Schema }

func (ProceedingStep) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, programOnly} }

func (ProceedingStep) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("proceeding_id").Immutable(),
		field.Int64("power_id").Immutable().Comment("of the proceeding, so that a power's steps are counted in one read"),
		field.String("step_key").MaxRuneLen(64).Default("").Immutable().Comment("of the process; empty for a step that it does not have"),
		field.String("step_name").NotEmpty().MaxRuneLen(200).Immutable(),
		field.Time("began_at").SchemaType(moment).Immutable(),
		field.Int("revision").Positive().Immutable().Comment("counts up from 1 for a step that began at one moment; the newest holds"),
		field.Time("ended_at").SchemaType(moment).Optional().Nillable().Immutable().Comment("null while it is under way"),
		field.Int64("minutes").Optional().Nillable().Immutable().Comment("from its beginning to its end"),
		field.Enum("outcome").GoType(term.StepOutcome("")).SchemaType(word).Optional().Nillable().Immutable().Comment("null while it is under way"),
		field.Int64("person_id").Optional().Nillable().Immutable().Comment("who took it; null where nobody of that name or number was found"),
		field.String("person_name").MaxRuneLen(100).Default("").Immutable().Comment("as it was given, or their name on that day"),
		field.String("note").MaxRuneLen(500).Default("").Immutable().Comment("办理意见, or why it was corrected"),
		field.Enum("source").GoType(term.ReadingSource("")).SchemaType(word).Immutable(),
		field.Time("at").SchemaType(moment).Immutable(),
		field.Int64("account_id").Optional().Nillable().Immutable().Comment("null for the operator of the server"),
		field.String("actor_name").MaxRuneLen(100).Default("").Immutable().Comment("name of its holder on that day"),
		field.Bool("withdrawn").Default(false).Immutable().Comment("whether this revision only says that the step was recorded in error"),
		field.Time("replaced_at").SchemaType(moment).Optional().Nillable().Comment("when a later revision took its place"),
	}
}

func (ProceedingStep) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("proceeding", Proceeding.Type).Field("proceeding_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("person", Person.Type).Field("person_id").Unique().Immutable().Annotations(keep),
	}
}

func (ProceedingStep) Indexes() []ent.Index {
	return []ent.Index{index.Fields("proceeding_id", "step_name", "began_at", "revision").Unique(), index.Fields("power_id", "began_at"), index.Fields("person_id")}
}

// ProceedingPause 特别程序 is a time that the limits of a proceeding leave out: a hearing, an inspection, an expert opinion.
type ProceedingPause struct{ ent.Schema }

func (ProceedingPause) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, programOnly} }

func (ProceedingPause) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("proceeding_id").Immutable(),
		field.Enum("kind").GoType(term.PauseKind("")).SchemaType(word).Immutable(),
		field.Time("from_day").SchemaType(day).Immutable(),
		field.Int("revision").Positive().Immutable().Comment("counts up from 1 for a pause of a kind that began on one day; the newest holds"),
		field.Time("to_day").SchemaType(day).Optional().Nillable().Immutable().Comment("last day, null while it goes on"),
		field.String("note").MaxRuneLen(500).Default("").Immutable(),
		field.Enum("source").GoType(term.ReadingSource("")).SchemaType(word).Immutable(),
		field.Time("at").SchemaType(moment).Immutable(),
		field.Int64("account_id").Optional().Nillable().Immutable().Comment("null for the operator of the server"),
		field.String("actor_name").MaxRuneLen(100).Default("").Immutable().Comment("name of its holder on that day"),
		field.Bool("withdrawn").Default(false).Immutable().Comment("whether this revision only says that it was recorded in error"),
		field.Time("replaced_at").SchemaType(moment).Optional().Nillable().Comment("when a later revision took its place"),
	}
}

func (ProceedingPause) Edges() []ent.Edge {
	return []ent.Edge{edge.To("proceeding", Proceeding.Type).Field("proceeding_id").Unique().Required().Immutable().Annotations(keep)}
}

func (ProceedingPause) Indexes() []ent.Index {
	return []ent.Index{index.Fields("proceeding_id", "kind", "from_day", "revision").Unique()}
}

// ProceedingDeviation 异常 is where a proceeding strays from the process of its power: late, skipped or returned steps, and steps of one person that
// exclude each other. It follows from the records; one that they bear out no more stays.
type ProceedingDeviation struct{ ent.Schema }

func (ProceedingDeviation) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, placed{}, proceedings} }

func (ProceedingDeviation) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("proceeding_id").Immutable(),
		field.Enum("kind").GoType(term.DeviationKind("")).SchemaType(word).Immutable(),
		field.String("step_key").MaxRuneLen(64).Default("").Immutable().Comment("of the step concerned; empty for the proceeding as a whole and for a step that the process does not have"),
		field.String("step_name").MaxRuneLen(200).Default("").Immutable(),
		field.String("other_key").MaxRuneLen(64).Default("").Immutable().Comment("of the other step, where two are concerned"),
		field.String("other_name").MaxRuneLen(200).Default("").Immutable(),
		field.Int64("person_id").Optional().Nillable().Immutable().Comment("who took the steps that exclude each other"),
		field.String("rule_code").MaxRuneLen(64).Default("").Immutable().Comment("the rule of balance by which they do"),
		field.Time("from_day").SchemaType(day).Immutable().Comment("first day of it; one of being late may lie ahead while it is under way"),
		field.Time("to_day").SchemaType(day).Optional().Nillable().Comment("day on which it was made good; null while it was not"),
		field.Time("gone_at").SchemaType(moment).Optional().Nillable().Comment("when the records ceased to bear it out; null while they do"),
	}
}

func (ProceedingDeviation) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("proceeding", Proceeding.Type).Field("proceeding_id").Unique().Required().Immutable().Annotations(keep, asked),
		edge.To("person", Person.Type).Field("person_id").Unique().Immutable().Annotations(keep),
	}
}

func (ProceedingDeviation) Indexes() []ent.Index {
	return append(levelIndexes("kind", "from_day"), index.Fields("proceeding_id", "gone_at"), index.Fields("unit_id", "kind", "from_day"), index.Fields("person_id"))
}
