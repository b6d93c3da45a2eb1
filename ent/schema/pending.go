package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/term"
)

// PendingAct is an act that waits for a second person: what it is, who began it, who gains by
// it, and by which right others may confirm it. Package pending alone reads and writes these
// rows, and shows them to those concerned.
type PendingAct struct{ ent.Schema }

func (PendingAct) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, levels{}, programOnly}
}

func (PendingAct) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("kind").GoType(term.ActKind("")).SchemaType(word).Immutable(),
		field.Enum("status").GoType(term.ActStatus("")).SchemaType(word).Default(string(term.ActStatusPending)),
		field.Int64("object_id").Default(0).Immutable().Comment("row that it is about, 0 for none"),
		field.Int64("result_id").Default(0).Comment("row that carrying it out made, 0 for none"),
		field.Int64("unit_id").Optional().Nillable().Immutable().Comment("null for the whole system"),
		field.Int64("person_id").Optional().Nillable().Immutable().Comment("who gains by it, and so never confirms it"),
		field.Int64("account_id").Optional().Nillable().Immutable().Comment("whose account gains by it"),
		field.Int64("word_of").Optional().Nillable().Immutable().Comment("person whose own word it needs"),
		field.String("by_right").MaxRuneLen(64).Immutable().Comment("action of authz by which others may confirm it"),
		field.Text("payload").MaxLen(payloadBytes).Sensitive().Comment("JSON that carrying it out needs; emptied once it is decided"),
		field.JSON("words", map[string]string{}).Optional().Immutable().Comment("what the page shows of it: names as of when it was begun"),
		field.String("reason").MaxRuneLen(500).Default("").Immutable(),
		field.Int64("begun_by").Optional().Nillable().Immutable().Comment("account, null for the operator of the server"),
		field.Int64("held_by").Optional().Nillable().Immutable().Comment("account of who knew the secrets of that which began it, beside its owner; null for nobody"),
		field.Time("until").SchemaType(moment).Immutable().Comment("when it expires unless it is decided"),
		field.Time("takes_effect_at").SchemaType(moment).Optional().Nillable().Immutable().
			Comment("when it is carried out unless somebody declines it, for the operator's break-glass; null for the usual case"),
		field.Int64("first_by").Optional().Nillable().Comment("account, during start-up: the first of the two administrators who confirm it"),
		field.Time("first_at").SchemaType(moment).Optional().Nillable(),
		field.Int64("decided_by").Optional().Nillable().Comment("account, null while it waits and for the program or the operator"),
		field.Time("decided_at").SchemaType(moment).Optional().Nillable(),
		field.String("decision_reason").MaxRuneLen(500).Default(""),
	}
}

func (PendingAct) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("unit", Unit.Type).Field("unit_id").Unique().Immutable().Annotations(keep),
		edge.To("person", Person.Type).Field("person_id").Unique().Immutable().Annotations(keep),
		edge.To("account", Account.Type).Field("account_id").Unique().Immutable().Annotations(keep),
		edge.To("represented", Person.Type).Field("word_of").Unique().Immutable().Annotations(keep),
		edge.To("beginner", Account.Type).Field("begun_by").Unique().Immutable().Annotations(keep),
		edge.To("first", Account.Type).Field("first_by").Unique().Annotations(keep),
		edge.To("decider", Account.Type).Field("decided_by").Unique().Annotations(keep),
	}
}

func (PendingAct) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("status", "created_at"), index.Fields("begun_by", "status"), index.Fields("person_id", "status"),
		index.Fields("account_id", "status"), index.Fields("word_of", "status"), index.Fields("kind", "object_id", "status"),
	}
}
