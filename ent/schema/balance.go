package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/rule"
	"sineng/ent/term"
)

// findingBytes is the greatest size of what is said of a conflict, ruleBytes that of the definition of a rule.
const (
	findingBytes = 1 << 20
	ruleBytes    = 256 << 10
)

// Conflict 制衡冲突 is a rule of balance that a hand breaks at a place, from when it was found until it is settled.
// When the same hand breaks the rule there again, it is another row. It stands on the lowest unit that all of it
// belongs to.
type Conflict struct{ ent.Schema }

func (Conflict) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, rule.Access{Sees: rule.Scoped(rule.Register)}}
}

func (Conflict) Fields() []ent.Field {
	return []ent.Field{
		field.String("fingerprint").MaxRuneLen(32).Immutable().Comment("rule, place and hand, see server/balance/engine"),
		field.String("live_key").MaxRuneLen(32).Optional().Nillable().Comment("the fingerprint, null once it is settled"),
		field.Int64("bureau_id").Comment("unit with which it is judged"),
		field.String("rule_code").MaxRuneLen(64).Immutable(),
		field.Int("severity").Positive().Comment("1 for the most severe, see server/balance"),
		field.String("hand").MaxRuneLen(16).Immutable().Comment("kind of hand, see server/balance/engine"),
		field.Int64("hand_a").Default(0).Immutable().Comment("person, post or unit, by the kind of hand"),
		field.Int64("hand_b").Default(0).Immutable().Comment("the second person, 0 for none"),
		field.Int64("power_id").Optional().Nillable().Immutable().Comment("power that it is judged on, null where it is judged on a unit"),
		field.Text("finding").MaxLen(findingBytes).Comment("JSON of what is said of it, see server/balance/engine"),
		field.Time("since").SchemaType(day).Comment("first day on which the rule was broken"),
		field.Enum("state").GoType(term.ConflictState("")).SchemaType(word),
		field.Time("settled_at").SchemaType(moment).Optional().Nillable(),
		field.String("accepted_reason").MaxRuneLen(500).Default(""),
		field.Int64("measure_id").Optional().Nillable().Comment("compensating measure by which it is accepted"),
		field.Time("accepted_until").SchemaType(day).Optional().Nillable().Comment("last day on which it is accepted"),
		field.Int64("accepted_by").Optional().Nillable().Comment("account that confirmed the acceptance"),
		field.Time("accepted_at").SchemaType(moment).Optional().Nillable(),
	}
}

func (Conflict) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("power", Power.Type).Field("power_id").Unique().Immutable().Annotations(keep),
		edge.To("measure", Measure.Type).Field("measure_id").Unique().Annotations(keep),
		edge.To("acceptor", Account.Type).Field("accepted_by").Unique().Annotations(keep),
	}
}

func (Conflict) Indexes() []ent.Index {
	return append(levelIndexes("state", "severity", "id"), index.Fields("live_key").Unique(), index.Fields("bureau_id", "state"),
		index.Fields("hand", "hand_a", "state"), index.Fields("hand_b", "state"), index.Fields("power_id", "state"), index.Fields("state", "accepted_until"))
}

// OwnBalanceRule 自定制衡规则 is a rule of balance that a body has beside the built-in ones. It holds in the subtree of its
// unit while it is on.
type OwnBalanceRule struct{ ent.Schema }

func (OwnBalanceRule) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, directory}
}

func (OwnBalanceRule) Fields() []ent.Field {
	return []ent.Field{
		field.String("code").NotEmpty().MaxRuneLen(64).Immutable().Comment("names it beside the built-in ones"),
		field.String("name").NotEmpty().MaxRuneLen(200),
		field.String("reason").NotEmpty().MaxRuneLen(2000).Comment("why it is a rule"),
		field.String("example").MaxRuneLen(2000).Default(""),
		field.String("severity").MaxRuneLen(16).Comment("see server/balance/engine"),
		field.Text("definition").MaxLen(ruleBytes).Comment("JSON, see server/balance/engine"),
		field.Enum("state").GoType(term.RuleState("")).SchemaType(word),
		field.Time("switched_at").SchemaType(moment).Optional().Nillable().Comment("when it was last switched on or off"),
		field.JSON("changes", []term.RuleChange{}).Optional().Comment("who drafted it, switched it on and off, one after the other"),
	}
}

func (OwnBalanceRule) Indexes() []ent.Index { return []ent.Index{index.Fields("code").Unique()} }

// CloseRelation 任职回避关系 is a close relation between two people, declared by one of them or by who keeps the staff
// list. It stands on the unit of the first, and shows to both and to those who may read personal records there.
type CloseRelation struct{ ent.Schema }

func (CloseRelation) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, dated{},
		rule.Access{Sees: rule.Scoped(rule.Personal).Or(rule.OwnPerson("person_id")).Or(rule.OwnPerson("other_id"))}}
}

func (CloseRelation) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("person_id").Immutable(),
		field.Int64("other_id").Immutable(),
		field.Enum("kind").GoType(term.RelationKind("")).SchemaType(word).Immutable(),
		field.String("note").MaxRuneLen(500).Default(""),
		field.Int64("declared_by").Optional().Nillable().Immutable().Comment("account, null for the program"),
	}
}

func (CloseRelation) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("person", Person.Type).Field("person_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("other", Person.Type).Field("other_id").Unique().Required().Immutable().Annotations(keep),
	}
}

func (CloseRelation) Indexes() []ent.Index {
	return []ent.Index{index.Fields("person_id"), index.Fields("other_id")}
}
