package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/rule"
	"sineng/ent/term"
)

// units are directory rows whose own id is the unit.
var units = rule.Access{
	Sees:   rule.Scoped(rule.Directory).Or(rule.Above("id")),
	Writes: rule.Directory,
}

// Unit 单位/部门 is a node of the organisation tree.
type Unit struct{ ent.Schema }

func (Unit) Annotations() []schema.Annotation {
	return []schema.Annotation{comment("units and departments, a forest")}
}

func (Unit) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, levels{}, staged{}, foldedCode{of: "code"}, units}
}

func (Unit) Fields() []ent.Field {
	return []ent.Field{
		field.String("code").NotEmpty().MaxRuneLen(64).Unique().Annotations(searched),
		field.String("name").NotEmpty().MaxRuneLen(200).Annotations(searched),
		field.String("initials").MaxRuneLen(500).Default("").Annotations(searched).
			Comment("pinyin initials of the name in all readings, parted by spaces"),
		field.Enum("kind").GoType(term.UnitKind("")).SchemaType(word),
		field.Int("sort_order").Default(0),
		field.Int("level").Range(1, Levels).Comment("1 for a top unit").Annotations(derived),
		field.Int64("parent_id").Optional().Nillable(),
		field.Int("child_count").Default(0).Comment("open units directly below, kept by the writes").Annotations(derived, counts),
		field.Time("closed_on").SchemaType(day).Optional().Nillable().Comment("first day without it"),
	}
}

func (Unit) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("children", Unit.Type).From("parent").Field("parent_id").Unique(),
		edge.From("posts", Post.Type).Ref("unit"),
		edge.From("portfolios", Portfolio.Type).Ref("unit"),
	}
}

func (Unit) Indexes() []ent.Index {
	return append(levelIndexes("sort_order", "code"),
		index.Fields("parent_id", "sort_order", "code"), index.Fields("sort_order", "code"))
}

// UnitPlacement is a unit's place in the tree for a period. The present one agrees with the
// unit's own parent.
type UnitPlacement struct{ ent.Schema }

func (UnitPlacement) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, recorded{}, placed{}, staged{}, directory}
}

func (UnitPlacement) Fields() []ent.Field {
	return []ent.Field{field.Int64("parent_id").Optional().Nillable().Immutable().Comment("null for a top unit")}
}

func (UnitPlacement) Edges() []ent.Edge {
	return []ent.Edge{edge.To("parent", Unit.Type).Field("parent_id").Unique().Immutable().Annotations(keep)}
}

func (UnitPlacement) Indexes() []ent.Index {
	return []ent.Index{index.Fields("unit_id", "from_day"), index.Fields("parent_id")}
}
