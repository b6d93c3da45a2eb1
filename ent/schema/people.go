package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/term"
)

// Post 岗位 in a unit.
type Post struct{ ent.Schema }

func (Post) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, staged{}, foldedCode{of: "name", within: "unit_id", text: true}, directory}
}

func (Post) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty().MaxRuneLen(200).Annotations(searched),
		field.String("duties").MaxRuneLen(4000).Default("").Comment("岗位职责"),
		field.Bool("key_post").Default(false).Comment("重点岗位"),
		field.Int("rotation_years").Optional().Nillable().Range(1, 50).Comment("轮岗年限"),
		field.Time("closed_on").SchemaType(day).Optional().Nillable(),
	}
}

func (Post) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("appointments", Appointment.Type).Ref("post"),
		edge.From("exercised_powers", Power.Type).Ref("exercising_posts"),
		edge.From("exposing_risk_points", RiskPoint.Type).Ref("exposed_posts"),
	}
}

func (Post) Indexes() []ent.Index {
	return append(levelIndexes("name"), index.Fields("unit_id", "name").Unique(), index.Fields("name"))
}

// Person 人员 on the payroll of a unit.
type Person struct{ ent.Schema }

func (Person) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, staged{}, foldedCode{of: "staff_number"}, directory}
}

func (Person) Fields() []ent.Field {
	return []ent.Field{
		field.String("staff_number").MaxRuneLen(64).Optional().Nillable().Unique().Comment("工号").Annotations(searched),
		field.String("name").NotEmpty().MaxRuneLen(100).Annotations(searched),
		field.String("initials").MaxRuneLen(200).Default("").Comment("pinyin initials in all readings").Annotations(searched),
		field.String("job_title").MaxRuneLen(100).Default("").Comment("职务"),
		field.Enum("political_status").GoType(term.PoliticalStatus("")).SchemaType(word).Optional().Nillable(),
	}
}

func (Person) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("appointments", Appointment.Type).Ref("person"),
		edge.From("portfolios", Portfolio.Type).Ref("person"),
		edge.From("exposing_risk_points", RiskPoint.Type).Ref("exposed_persons"),
	}
}

func (Person) Indexes() []ent.Index {
	return append(levelIndexes("name"), index.Fields("name"))
}

// Appointment 任职 of a person to a post, from a day on and perhaps to one.
type Appointment struct{ ent.Schema }

func (Appointment) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, recorded{}, placed{}, staged{}, directory}
}

func (Appointment) Fields() []ent.Field {
	return []ent.Field{field.Int64("person_id").Immutable(), field.Int64("post_id").Immutable()}
}

func (Appointment) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("person", Person.Type).Field("person_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("post", Post.Type).Field("post_id").Unique().Required().Immutable().Annotations(keep),
	}
}

func (Appointment) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("person_id", "post_id", "from_day").Unique(),
		index.Fields("post_id", "from_day"),
	}
}

// Portfolio 领导分工: a person's leadership role over a unit, with its dates.
type Portfolio struct{ ent.Schema }

func (Portfolio) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, recorded{}, placed{}, staged{}, directory}
}

func (Portfolio) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("person_id").Immutable(),
		field.Enum("kind").GoType(term.PortfolioKind("")).SchemaType(word).Immutable(),
	}
}

func (Portfolio) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("person", Person.Type).Field("person_id").Unique().Required().Immutable().Annotations(keep),
	}
}

func (Portfolio) Indexes() []ent.Index {
	return append(levelIndexes("unit_id", "id"),
		index.Fields("person_id", "unit_id", "kind", "from_day").Unique(),
		index.Fields("unit_id", "kind", "from_day"))
}
