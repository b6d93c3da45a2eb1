package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/rule"
	"sineng/ent/term"
)

// warned rows tell what goes wrong in a unit and who is asked to mend it: visible to those who may read personal records there, to
// who is asked, and to whom it concerns.
var warned = rule.Access{Sees: rule.Scoped(rule.Personal).Or(rule.OwnPerson("person_id")).Or(rule.OwnPerson("concerned_id"))}

// WarningRule 预警规则 is one version of a rule on a bureau's subtree: what is warned of, how gravely, and who is to answer by when.
type WarningRule struct{ ent.Schema }

func (WarningRule) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, placed{}, directory} }

func (WarningRule) Fields() []ent.Field {
	return []ent.Field{
		field.String("code").NotEmpty().MaxRuneLen(64).Immutable().Comment("of a built-in rule that it takes the place of, or of its own; the nearest unit's holds"),
		field.Int("number").Positive().Immutable().Comment("counts up from 1 within unit and code"),
		field.Bool("on").Immutable().Comment("false where the rule raises nothing from this version on"),
		field.Bool("withdrawn").Immutable().Comment("from this version on the unit has no rule of its own under the code"),
		field.Text("settings").MaxLen(ruleBytes).Immutable().Comment("JSON, see server/warning"),
		field.String("reason").NotEmpty().MaxRuneLen(500).Immutable(),
		field.Int64("account_id").Optional().Nillable().Immutable(),
		field.String("actor_name").MaxRuneLen(100).Immutable(),
		field.Time("at").SchemaType(moment).Immutable(),
	}
}

func (WarningRule) Indexes() []ent.Index {
	return []ent.Index{index.Fields("unit_id", "code", "number").Unique()}
}

// WarningCause 预警事由 is something amiss, from the day on which it began to the day on which it was gone. It is kept whether or
// not a rule warns of it, so that a rule can be tried on what was.
type WarningCause struct{ ent.Schema }

func (WarningCause) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, levels{}, programOnly}
}

func (WarningCause) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("unit_id"),
		field.String("live_key").MaxRuneLen(64).Optional().Nillable().Unique().Comment("kind and subject; null once it is gone"),
		field.Enum("kind").GoType(term.WarningKind("")).SchemaType(word).Immutable(),
		field.Int64("subject_id").Immutable().Comment("row that it is about, by the kind"),
		field.Int64("concerned_id").Optional().Nillable().Comment("person whose doing or leaving undone it is"),
		field.Enum("grade").GoType(term.Grade("")).SchemaType(word).Comment("of the risk points behind it, UNGRADED where there is none"),
		field.Int("severity").Default(0).NonNegative().Comment("of a conflict, 1 for the most severe; 0 for others"),
		field.Time("since").SchemaType(day).Immutable().Comment("first day of it"),
		field.Time("gone_on").SchemaType(day).Optional().Nillable().Comment("first day without it"),
	}
}

func (WarningCause) Indexes() []ent.Index {
	return append(levelIndexes("kind", "since"), index.Fields("unit_id", "live_key"), index.Fields("subject_id", "kind"))
}

// Warning 预警 asks somebody to mend what is amiss, with a clock that sends it up while nobody answers.
type Warning struct{ ent.Schema }

func (Warning) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, warned}
}

func (Warning) Fields() []ent.Field {
	return []ent.Field{
		field.String("cause_key").MaxRuneLen(64).Optional().Nillable().Unique().Comment("kind and subject; null once the cause is gone, so that it may be warned of anew"),
		field.Int64("bureau_id").Immutable().Comment("that numbers it"),
		field.Int("year").Immutable().Comment("with serial its number"),
		field.Int("serial").Positive().Immutable(),
		field.Enum("kind").GoType(term.WarningKind("")).SchemaType(word).Immutable(),
		field.Int64("subject_id").Immutable().Comment("row that it is about, by the kind"),
		field.String("subject_text").MaxRuneLen(500).Immutable().Comment("what that row was called on that day"),
		field.Int64("concerned_id").Optional().Nillable().Immutable().Comment("person whose doing or leaving undone it is"),
		field.Enum("grade").GoType(term.Grade("")).SchemaType(word).Comment("of the risk points behind it, UNGRADED where there is none"),
		field.Time("since").SchemaType(day).Immutable().Comment("first day of what it warns of"),
		field.Time("gone_on").SchemaType(day).Optional().Nillable().Comment("first day without it"),
		field.Text("rule").MaxLen(ruleBytes).Comment("JSON of the rule as it was when it raised the warning, or made it graver, see server/warning"),
		field.Enum("colour").GoType(term.WarningColour("")).SchemaType(word),
		field.Enum("state").GoType(term.WarningState("")).SchemaType(word),
		field.Enum("tier").GoType(term.Role("")).SchemaType(word).Comment("that is asked"),
		field.Int64("person_id").Optional().Nillable().Comment("who is asked; null for all who hold the tier"),
		field.Time("due_on").SchemaType(day).Optional().Nillable().Comment("last day to answer, or, once verified, for its cause to be gone; null while the calendar does not know"),
		field.Int("hops").Default(0).NonNegative().Comment("how often it went up"),
		field.Time("next_hop_on").SchemaType(day).Optional().Nillable().Comment("day on which it goes up next, null for no more"),
		field.String("answer").MaxRuneLen(4000).Default("").Comment("the newest"),
		field.Time("answered_at").SchemaType(moment).Optional().Nillable(),
		field.Int64("answered_by").Optional().Nillable().Comment("account"),
		field.Int64("answerer_id").Optional().Nillable().Comment("person"),
		field.Time("lifted_at").SchemaType(moment).Optional().Nillable(),
		field.Enum("lift_ground").GoType(term.LiftGround("")).SchemaType(word).Optional().Nillable(),
	}
}

func (Warning) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("person", Person.Type).Field("person_id").Unique().Annotations(keep),
		edge.To("concerned", Person.Type).Field("concerned_id").Unique().Immutable().Annotations(keep),
		edge.To("answerer", Person.Type).Field("answerer_id").Unique().Annotations(keep),
	}
}

func (Warning) Indexes() []ent.Index {
	return append(levelIndexes("state", "due_on", "id"), index.Fields("bureau_id", "year", "serial").Unique(), index.Fields("unit_id", "cause_key"),
		index.Fields("person_id", "state", "due_on"), index.Fields("concerned_id"), index.Fields("state", "next_hop_on"), index.Fields("subject_id", "kind"))
}

// WarningEvent is one step of a warning. Package warning shows it to who sees the warning.
type WarningEvent struct{ ent.Schema }

func (WarningEvent) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, programOnly} }

func (WarningEvent) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("warning_id").Immutable(),
		field.Int("position").Positive().Immutable().Comment("counts up from 1 within the warning"),
		field.Enum("kind").GoType(term.WarningEventKind("")).SchemaType(word).Immutable(),
		field.Time("at").SchemaType(moment).Immutable(),
		field.Int64("account_id").Optional().Nillable().Immutable().Comment("null for the program"),
		field.String("actor_name").MaxRuneLen(100).Default("").Immutable().Comment("name on that day, empty for the program"),
		field.Enum("colour").GoType(term.WarningColour("")).SchemaType(word).Immutable().Comment("after it"),
		field.Enum("tier").GoType(term.Role("")).SchemaType(word).Immutable().Comment("that is asked after it"),
		field.Int64("person_id").Optional().Nillable().Immutable().Comment("who is asked after it"),
		field.Time("due_on").SchemaType(day).Optional().Nillable().Immutable().Comment("last day after it"),
		field.String("text").MaxRuneLen(4000).Default("").Immutable().Comment("answer, reason or finding"),
	}
}

func (WarningEvent) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("warning", Warning.Type).Field("warning_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("person", Person.Type).Field("person_id").Unique().Immutable().Annotations(keep),
	}
}

func (WarningEvent) Indexes() []ent.Index {
	return []ent.Index{index.Fields("warning_id", "position").Unique()}
}
