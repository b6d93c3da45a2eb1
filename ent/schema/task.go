package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/rule"
	"sineng/ent/term"
)

// TaskSchedule 任务安排 turns a measure into recurring work, or into recurring checks of its effect: one of each kind for a measure.
type TaskSchedule struct{ ent.Schema }

func (TaskSchedule) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, register}
}

func (TaskSchedule) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("measure_id").Immutable(),
		field.Enum("kind").GoType(term.TaskKind("")).SchemaType(word).Immutable(),
		field.String("work").NotEmpty().MaxRuneLen(1000).Comment("what is done each time"),
		field.Enum("every").GoType(term.Recurrence("")).SchemaType(word),
		field.Int64("person_id").Optional().Nillable().Comment("who does it; null for the owner of the measure, or its supervisor for checks of effect"),
		field.Bool("wants_file").Default(false).Comment("whether a file is attached before it is done"),
		field.Time("starts_on").SchemaType(day).Comment("day from which on tasks appear"),
		field.Time("next_on").SchemaType(day).Optional().Nillable().Comment("day on which the next task appears; null while none will"),
		field.String("stopped_reason").MaxRuneLen(500).Default("").Comment("why it was stopped; empty while it is not"),
	}
}

func (TaskSchedule) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("measure", Measure.Type).Field("measure_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("person", Person.Type).Field("person_id").Unique().Annotations(keep),
	}
}

func (TaskSchedule) Indexes() []ent.Index {
	return append(levelIndexes("id"), index.Fields("measure_id", "kind").Unique(), index.Fields("person_id"), index.Fields("next_on"))
}

// MeasureTask 日常任务 is the work that a measure asks of somebody in one period: visible with the register, and to who is asked.
type MeasureTask struct{ ent.Schema }

func (MeasureTask) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, rule.Access{Sees: rule.Scoped(rule.Register).Or(rule.OwnPerson("person_id"))}}
}

func (MeasureTask) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("schedule_id").Immutable(),
		field.Int64("measure_id").Immutable(),
		field.Enum("kind").GoType(term.TaskKind("")).SchemaType(word).Immutable(),
		field.String("work").NotEmpty().MaxRuneLen(1000).Immutable().Comment("what is to be done, as it was scheduled when the task appeared"),
		field.Bool("wants_file").Immutable(),
		field.Enum("tier").GoType(term.Role("")).SchemaType(word).Comment("as which the person is asked: STAFF for who was named, else the tier that is asked in their place"),
		field.Int64("person_id").Optional().Nillable().Comment("who is asked; null while there is nobody"),
		field.Time("from_day").SchemaType(day).Immutable().Comment("first day of the period"),
		field.Time("due_on").SchemaType(day).Immutable().Comment("last day on which it is done in time"),
		field.Enum("state").GoType(term.TaskState("")).SchemaType(word),
		field.String("note").MaxRuneLen(2000).Default("").Comment("what was done or found"),
		field.Enum("finding").GoType(term.TaskFinding("")).SchemaType(word).Optional().Nillable().Comment("of a check of effect that is done"),
		field.Time("done_at").SchemaType(moment).Optional().Nillable(),
		field.Int64("done_by").Optional().Nillable().Comment("account"),
		field.String("done_name").MaxRuneLen(100).Default("").Comment("name of that person on that day"),
		field.Int64("session_id").Optional().Nillable().Comment("education session by which it was done"),
	}
}

func (MeasureTask) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("schedule", TaskSchedule.Type).Field("schedule_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("measure", Measure.Type).Field("measure_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("person", Person.Type).Field("person_id").Unique().Annotations(keep),
		edge.To("session", EducationSession.Type).Field("session_id").Unique().Annotations(keep),
	}
}

func (MeasureTask) Indexes() []ent.Index {
	return append(levelIndexes("state", "due_on", "id"), index.Fields("schedule_id", "from_day").Unique(), index.Fields("measure_id", "from_day"),
		index.Fields("person_id", "state", "due_on"), index.Fields("state", "due_on"), index.Fields("session_id"))
}
