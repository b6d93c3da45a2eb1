package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/rule"
	"sineng/ent/term"
)

// checked rows tell how a unit or its head was supervised: visible to those who may read personal records there, to who
// is asked to check, and to whom a check is about.
var checked = rule.Access{Sees: rule.Scoped(rule.Personal).Or(rule.OwnPerson("person_id")).Or(rule.OwnPerson("subject_id"))}

// SupervisionPlan 监督计划 is one version of how a bureau's subtree is supervised: which tier checks what how often, and
// where it goes when a check is late.
type SupervisionPlan struct{ ent.Schema }

func (SupervisionPlan) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, placed{}, directory} }

func (SupervisionPlan) Fields() []ent.Field {
	return []ent.Field{
		field.Int("number").Positive().Immutable().Comment("counts up from 1 within the unit"),
		field.Text("settings").MaxLen(ruleBytes).Immutable().Comment("JSON, see server/check"),
		field.Bool("withdrawn").Immutable().Comment("from this version on the unit has no plan of its own"),
		field.String("reason").NotEmpty().MaxRuneLen(500).Immutable(),
		field.Int64("account_id").Optional().Nillable().Immutable(),
		field.String("actor_name").MaxRuneLen(100).Immutable(),
		field.Time("at").SchemaType(moment).Immutable(),
	}
}

func (SupervisionPlan) Indexes() []ent.Index {
	return []ent.Index{index.Fields("unit_id", "number").Unique()}
}

// SupervisionCheck 监督检查 is what a supervisor is to look at in a period: the risk points of one grade in a department,
// or its head. It stands on the department.
type SupervisionCheck struct{ ent.Schema }

func (SupervisionCheck) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, checked}
}

func (SupervisionCheck) Fields() []ent.Field {
	return []ent.Field{
		field.String("live_key").MaxRuneLen(120).Optional().Nillable().Comment("unit, kind, grade, person and period; null once it is cancelled"),
		field.Int64("bureau_id").Comment("unit with which it is planned"),
		field.Enum("kind").GoType(term.CheckKind("")).SchemaType(word).Immutable(),
		field.Enum("grade").GoType(term.Grade("")).SchemaType(word).Immutable().Comment("of the risk points; UNGRADED for the check of a head"),
		field.Int64("subject_id").Optional().Nillable().Immutable().Comment("person whose leadership is checked, null for risk points"),
		field.Enum("tier").GoType(term.Role("")).SchemaType(word).Comment("by which the person is asked"),
		field.Int64("person_id").Optional().Nillable().Comment("supervisor who is asked, null while there is none"),
		field.Time("from_day").SchemaType(day).Immutable().Comment("first day of the period"),
		field.Time("due_on").SchemaType(day).Immutable().Comment("last day on which it is done in time"),
		field.Enum("state").GoType(term.CheckState("")).SchemaType(word),
		field.Int("hops").Default(0).NonNegative().Comment("how often it went up since it is late"),
		field.Enum("escalated_to").GoType(term.Role("")).SchemaType(word).Optional().Nillable().Comment("tier to which it went up last"),
		field.Time("next_hop_on").SchemaType(day).Optional().Nillable().Comment("day on which it goes up next, null for no more"),
		field.Time("begun_at").SchemaType(moment).Optional().Nillable().Comment("when its sample was drawn"),
		field.String("seed").MaxRuneLen(64).Default("").Comment("from which the sample was drawn, see server/check"),
		field.Int("population").Default(0).NonNegative().Comment("of how many risk points it was drawn"),
		field.String("summary").MaxRuneLen(4000).Default(""),
		field.Int("defects").Default(0).NonNegative().Comment("of the sample, how many were found wanting"),
		field.Time("done_at").SchemaType(moment).Optional().Nillable(),
		field.Int64("done_by").Optional().Nillable().Comment("account"),
		field.String("done_name").MaxRuneLen(100).Default("").Comment("name of that person on that day"),
		field.String("closed_reason").MaxRuneLen(500).Default("").Comment("why it was cancelled"),
	}
}

func (SupervisionCheck) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("person", Person.Type).Field("person_id").Unique().Annotations(keep),
		edge.To("subject", Person.Type).Field("subject_id").Unique().Immutable().Annotations(keep),
	}
}

func (SupervisionCheck) Indexes() []ent.Index {
	return append(levelIndexes("state", "due_on", "id"), index.Fields("live_key").Unique(), index.Fields("bureau_id", "due_on"),
		index.Fields("person_id", "state", "due_on"), index.Fields("subject_id"), index.Fields("state", "due_on"), index.Fields("state", "next_hop_on"))
}

// CheckItem 抽查项 is a risk point of the sample of a check, with what was found. Package check shows it to who sees the
// check.
type CheckItem struct{ ent.Schema }

func (CheckItem) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, programOnly} }

func (CheckItem) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("check_id").Immutable(),
		field.Int("position").Positive().Immutable().Comment("counts up from 1 in the order in which it was drawn"),
		field.Int64("risk_point_id").Immutable(),
		field.Enum("outcome").GoType(term.CheckOutcome("")).SchemaType(word).Optional().Nillable().Comment("null until it was looked at"),
		field.String("finding").MaxRuneLen(2000).Default(""),
	}
}

func (CheckItem) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("check", SupervisionCheck.Type).Field("check_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("risk_point", RiskPoint.Type).Field("risk_point_id").Unique().Required().Immutable().Annotations(keep),
	}
}

func (CheckItem) Indexes() []ent.Index {
	return []ent.Index{index.Fields("check_id", "position").Unique(), index.Fields("risk_point_id")}
}

// CheckHandover 监督交接 lists the checks that went from one supervisor to another, for both to sign.
type CheckHandover struct{ ent.Schema }

func (CheckHandover) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, rule.Access{
		Sees: rule.Scoped(rule.Personal).Or(rule.OwnPerson("predecessor_id")).Or(rule.OwnPerson("successor_id")),
	}}
}

func (CheckHandover) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("predecessor_id").Immutable().Comment("person who was asked before"),
		field.Int64("successor_id").Immutable().Comment("person who is asked now"),
		field.JSON("checks", []term.HandedCheck{}).Immutable().Comment("as they stood on the day"),
		field.Time("predecessor_signed_at").SchemaType(moment).Optional().Nillable(),
		field.Int64("predecessor_signed_by").Optional().Nillable().Comment("account: theirs, or of who signed in their place"),
		field.String("predecessor_note").MaxRuneLen(1000).Default("").Comment("what they tell the successor"),
		field.Time("successor_signed_at").SchemaType(moment).Optional().Nillable(),
		field.Int64("successor_signed_by").Optional().Nillable(),
		field.String("successor_note").MaxRuneLen(1000).Default(""),
	}
}

func (CheckHandover) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("predecessor", Person.Type).Field("predecessor_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("successor", Person.Type).Field("successor_id").Unique().Required().Immutable().Annotations(keep),
	}
}

func (CheckHandover) Indexes() []ent.Index {
	return append(levelIndexes("created_at", "id"), index.Fields("predecessor_id"), index.Fields("successor_id"))
}
