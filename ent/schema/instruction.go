package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/rule"
	"sineng/ent/term"
)

// Instruction 督办 is what a leader asks somebody to do about a unit or some of its risk points, until when, and what became of it:
// visible to those who may read personal records there, and to who gave it, who is asked and to whom it went up.
type Instruction struct{ ent.Schema }

func (Instruction) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, rule.Access{Sees: rule.Scoped(rule.Personal).Or(rule.OwnPerson("person_id")).
		Or(rule.OwnPerson("giver_id")).Or(rule.OwnPerson("up_person_id"))}}
}

func (Instruction) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("bureau_id").Immutable().Comment("that numbers it"),
		field.Int("year").Immutable().Comment("with serial its number"),
		field.Int("serial").Positive().Immutable(),
		field.String("title").NotEmpty().MaxRuneLen(100).Immutable(),
		field.String("demand").NotEmpty().MaxRuneLen(4000).Immutable().Comment("what is asked"),
		field.Int("risks").NonNegative().Immutable().Comment("how many risk points it names, 0 where it is about the unit as a whole"),
		field.Int64("giver_id").Immutable().Comment("person who gave it"),
		field.Int64("given_by").Immutable().Comment("account"),
		field.String("giver_name").MaxRuneLen(100).Immutable().Comment("with post, on that day"),
		field.Enum("giver_role").GoType(term.Role("")).SchemaType(word).Immutable().Comment("by which it was given"),
		field.Enum("state").GoType(term.InstructionState("")).SchemaType(word),
		field.Enum("tier").GoType(term.Role("")).SchemaType(word).Comment("as which the person is asked"),
		field.Int64("person_id").Comment("who is asked"),
		field.Time("answer_by").SchemaType(day).Optional().Nillable().Comment("last day to say what will be done; null once that is said, and while the calendar does not know"),
		field.Time("due_on").SchemaType(day).Comment("last day for it to be done"),
		field.Int("reply_in").Positive().Immutable().Comment("working days to say what will be done"),
		field.Int("hop_in").Positive().Immutable().Comment("days after each step up"),
		field.Int("hops").Default(0).NonNegative().Comment("how often it went up"),
		field.Time("next_hop_on").SchemaType(day).Optional().Nillable().Comment("day on which it goes up next or, once it is reported done, on which that is reminded of; null for none"),
		field.Enum("up_tier").GoType(term.Role("")).SchemaType(word).Optional().Nillable().Comment("to which it went up last"),
		field.Int64("up_person_id").Optional().Nillable().Comment("to whom; null for all who hold that tier"),
		field.String("answer").MaxRuneLen(4000).Default("").Comment("the newest, what is done or will be"),
		field.Time("answered_at").SchemaType(moment).Optional().Nillable(),
		field.Int64("answered_by").Optional().Nillable().Comment("account"),
		field.Int64("answerer_id").Optional().Nillable().Comment("person"),
		field.Time("reported_at").SchemaType(moment).Optional().Nillable().Comment("as done, for the last time"),
		field.Time("closed_at").SchemaType(moment).Optional().Nillable(),
	}
}

func (Instruction) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("person", Person.Type).Field("person_id").Unique().Required().Annotations(keep),
		edge.To("giver", Person.Type).Field("giver_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("up_person", Person.Type).Field("up_person_id").Unique().Annotations(keep),
		edge.To("answerer", Person.Type).Field("answerer_id").Unique().Annotations(keep),
	}
}

func (Instruction) Indexes() []ent.Index {
	return append(levelIndexes("state", "due_on", "id"), index.Fields("bureau_id", "year", "serial").Unique(),
		index.Fields("person_id", "state", "due_on"), index.Fields("giver_id", "state", "due_on"), index.Fields("up_person_id", "state"), index.Fields("state", "next_hop_on"))
}

// InstructionRisk is a risk point that an instruction names, as it stood on the day on which that was given.
type InstructionRisk struct{ ent.Schema }

func (InstructionRisk) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, programOnly} }

func (InstructionRisk) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("instruction_id").Immutable(),
		field.Int("position").Positive().Immutable(),
		field.Int64("risk_point_id").Immutable(),
		field.String("title").MaxRuneLen(500).Immutable().Comment("on that day"),
		field.Enum("grade").GoType(term.Grade("")).SchemaType(word).Immutable().Comment("on that day"),
	}
}

func (InstructionRisk) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("instruction", Instruction.Type).Field("instruction_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("risk_point", RiskPoint.Type).Field("risk_point_id").Unique().Required().Immutable().Annotations(keep),
	}
}

func (InstructionRisk) Indexes() []ent.Index {
	return []ent.Index{index.Fields("instruction_id", "position").Unique(), index.Fields("risk_point_id", "instruction_id")}
}

// InstructionEvent is one step of an instruction. Package instruction shows it to who sees the instruction.
type InstructionEvent struct{ ent.Schema }

func (InstructionEvent) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, programOnly} }

func (InstructionEvent) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("instruction_id").Immutable(),
		field.Int("position").Positive().Immutable().Comment("counts up from 1 within the instruction"),
		field.Enum("kind").GoType(term.InstructionEventKind("")).SchemaType(word).Immutable(),
		field.Time("at").SchemaType(moment).Immutable(),
		field.Int64("account_id").Optional().Nillable().Immutable().Comment("null for the program"),
		field.String("actor_name").MaxRuneLen(100).Default("").Immutable().Comment("name on that day, empty for the program"),
		field.Enum("tier").GoType(term.Role("")).SchemaType(word).Immutable().Comment("of who is asked after it, or to which it went up by it"),
		field.Int64("person_id").Optional().Nillable().Immutable().Comment("who that is; null for all who hold the tier"),
		field.Time("due_on").SchemaType(day).Immutable().Comment("last day for it to be done, after it"),
		field.String("text").MaxRuneLen(4000).Default("").Immutable().Comment("answer, report or reason"),
	}
}

func (InstructionEvent) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("instruction", Instruction.Type).Field("instruction_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("person", Person.Type).Field("person_id").Unique().Immutable().Annotations(keep),
	}
}

func (InstructionEvent) Indexes() []ent.Index {
	return []ent.Index{index.Fields("instruction_id", "position").Unique()}
}
