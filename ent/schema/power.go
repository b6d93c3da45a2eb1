package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/term"
)

// Duty 岗位职责: one duty of a post.
type Duty struct{ ent.Schema }

func (Duty) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, register}
}

func (Duty) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("post_id").Immutable(),
		field.String("content").NotEmpty().MaxRuneLen(4000),
		field.Int("sort_order").Default(0),
	}
}

func (Duty) Edges() []ent.Edge {
	return []ent.Edge{edge.To("post", Post.Type).Field("post_id").Unique().Required().Immutable().Annotations(keep)}
}

func (Duty) Indexes() []ent.Index { return []ent.Index{index.Fields("post_id", "sort_order")} }

// Power 职权 of a unit.
type Power struct{ ent.Schema }

func (Power) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, staged{}, foldedCode{of: "code", within: "unit_id"}, register}
}

func (Power) Fields() []ent.Field {
	return []ent.Field{
		field.String("code").NotEmpty().MaxRuneLen(64).Annotations(searched),
		field.String("name").NotEmpty().MaxRuneLen(300).Annotations(searched),
		field.Enum("type").GoType(term.PowerType("")).SchemaType(word),
		field.JSON("legal_bases", []term.LegalBasis{}).Default([]term.LegalBasis{}).Comment("行使依据"),
		field.Enum("discretion").GoType(term.Discretion("")).SchemaType(word),
		field.String("discretion_note").MaxRuneLen(4000).Default(""),
		field.Int("time_limit_days").Optional().Nillable().NonNegative().Comment("办理时限"),
		field.String("frequency").MaxRuneLen(200).Default("").Comment("行使频次"),
		field.String("disclosure_scope").MaxRuneLen(500).Default("").Comment("公开范围"),
		field.String("disclosure_form").MaxRuneLen(500).Default("").Comment("公开形式"),
		field.String("disclosure_reason").MaxRuneLen(1000).Default("").Comment("不公开理由"),
		field.String("responsibilities").MaxRuneLen(4000).Default("").Comment("责任事项"),
		field.String("accountability").MaxRuneLen(4000).Default("").Comment("追责情形"),
		field.Int64("decision_post_id").Optional().Nillable(),
		field.Int64("execution_post_id").Optional().Nillable(),
		field.Int64("supervision_post_id").Optional().Nillable(),
		field.Time("retired_on").SchemaType(day).Optional().Nillable().Comment("first day out of the register"),
	}
}

func (Power) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("exercising_posts", Post.Type).Annotations(asked),
		edge.To("decision_post", Post.Type).Field("decision_post_id").Unique().Annotations(keep),
		edge.To("execution_post", Post.Type).Field("execution_post_id").Unique().Annotations(keep),
		edge.To("supervision_post", Post.Type).Field("supervision_post_id").Unique().Annotations(keep),
		edge.From("processes", Process.Type).Ref("power"),
	}
}

func (Power) Indexes() []ent.Index {
	return append(levelIndexes("code"), index.Fields("unit_id", "code").Unique(), index.Fields("code"))
}
