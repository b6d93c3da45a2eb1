package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/term"
)

// RiskPoint 风险点 is on a step, a power, a post or a person.
type RiskPoint struct{ ent.Schema }

func (RiskPoint) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, staged{}, register}
}

func (RiskPoint) Fields() []ent.Field {
	return []ent.Field{
		field.String("title").NotEmpty().MaxRuneLen(300).Annotations(searched),
		// The column keeps the name that the log's commitments to rows hold. Its width lets MySQL widen it in place.
		field.Enum("risk_types").StorageKey("risk_type").StructTag(`json:"risk_type,omitempty"`).GoType(term.RiskTypes("")).
			SchemaType(map[string]string{dialect.MySQL: "varchar(60)"}).Comment("the set of types, in the order of the enumeration, parted by commas"),
		field.Enum("status").GoType(term.RiskStatus("")).SchemaType(word),
		field.String("manifestation").MaxRuneLen(4000).Comment("表现情形").Annotations(searched),
		field.String("cause").MaxRuneLen(4000).Default("").Comment("产生原因"),
		field.String("category").MaxRuneLen(200).Default("").Comment("业务领域, as written: the field of business that a register sorts it under"),
		// The inputs of its grade are null together, until somebody assesses it.
		field.Enum("consequence").GoType(term.ConsequenceKind("")).SchemaType(word).Optional().Nillable(),
		field.Int("likelihood").Range(1, 5).Optional().Nillable(),
		field.Int("severity").Range(1, 5).Optional().Nillable(),
		field.Bool("unlimited_power").Default(false),
		field.Bool("past_breach").Default(false),
		field.JSON("found_by", []term.FoundBy{}).Default([]term.FoundBy{}).Comment("查找方式"),
		field.Enum("grade").GoType(term.Grade("")).SchemaType(word).Default(string(term.Ungraded)).Comment("of the newest decision"),
		field.Enum("proposed_grade").GoType(term.Grade("")).SchemaType(word).Default(string(term.Ungraded)).Comment("of the newest proposal"),
		field.Enum("endorsed_grade").GoType(term.Grade("")).SchemaType(word).Default(string(term.Ungraded)).Comment("endorsed by the leader, waits for the inspector's concurrence"),
		field.Enum("paper_grade").GoType(term.Grade("")).SchemaType(word).Optional().Nillable().Comment("decided grade in the file that it was imported from; decides nothing"),
		field.Bool("outdated").Default(false).Comment("its text or inputs were rewritten after the grade was decided"),
		field.Bool("opening").Default(false).Comment("the grade comes from an opening decision"),
		field.Enum("retiring").GoType(term.RetireGround("")).SchemaType(word).Optional().Nillable().Comment("why a leader endorsed to retire it, waits for the inspector's concurrence"),
		field.String("power_type").MaxRuneLen(20).Default("").Comment("of the power it stands on, for counting"),
		field.Bool("controlled").Default(false).Comment("an active or effective measure guards it, kept by the writes"),
		field.String("retired_reason").MaxRuneLen(2000).Default(""),
		field.Time("retired_at").SchemaType(moment).Optional().Nillable(),
		field.Int64("power_id").Optional().Nillable(),
		field.Int64("step_id").Optional().Nillable(),
		field.Int64("post_id").Optional().Nillable(),
		field.Int64("person_id").Optional().Nillable(),
		field.Int64("direct_owner_id").Optional().Nillable(),
		field.Int64("department_owner_id").Optional().Nillable(),
		field.Int64("leader_owner_id").Optional().Nillable(),
		field.String("direct_owner_text").MaxRuneLen(500).Default("").Comment("owners as written, where they are not one person"),
		field.String("department_owner_text").MaxRuneLen(500).Default(""),
		field.String("leader_owner_text").MaxRuneLen(500).Default(""),
	}
}

func (RiskPoint) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("power", Power.Type).Field("power_id").Unique().Annotations(keep),
		edge.To("step", ProcessStep.Type).Field("step_id").Unique().Annotations(keep),
		edge.To("post", Post.Type).Field("post_id").Unique().Annotations(keep),
		edge.To("person", Person.Type).Field("person_id").Unique().Annotations(keep),
		edge.To("direct_owner", Person.Type).Field("direct_owner_id").Unique().Annotations(keep),
		edge.To("department_owner", Person.Type).Field("department_owner_id").Unique().Annotations(keep),
		edge.To("leader_owner", Person.Type).Field("leader_owner_id").Unique().Annotations(keep),
		edge.To("exposed_posts", Post.Type).Annotations(asked),
		edge.To("exposed_persons", Person.Type).Annotations(asked),
		edge.From("measures", Measure.Type).Ref("risk_points"),
		edge.From("assessments", Assessment.Type).Ref("risk_point").Annotations(asked),
	}
}

func (RiskPoint) Indexes() []ent.Index {
	return append(levelIndexes("grade", "status", "created_at", "id"),
		index.Fields("grade", "status", "created_at", "id"),
		// The orders of the list, for the whole system: a page of a large part of it is found by
		// reading them in order, one of a small part by sorting that part.
		index.Fields("created_at"), index.Fields("updated_at"), index.Fields("title"), index.Fields("likelihood"), index.Fields("severity"),
		index.Fields("proposed_grade", "grade"), index.Fields("consequence", "grade"), index.Fields("paper_grade"), index.Fields("outdated"),
		index.Fields("power_id"), index.Fields("step_id"), index.Fields("post_id"), index.Fields("person_id"),
		index.Fields("endorsed_grade"), index.Fields("retiring"),
		index.Fields("direct_owner_id"), index.Fields("department_owner_id"), index.Fields("leader_owner_id"))
}

// Assessment 等级评估 is one proposal or decision of a grade, never changed afterwards.
type Assessment struct{ ent.Schema }

func (Assessment) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, placed{}, staged{}, register}
}

func (Assessment) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("risk_point_id").Immutable(),
		field.Enum("kind").GoType(term.AssessmentKind("")).SchemaType(word).Immutable(),
		field.Enum("grade").GoType(term.Grade("")).SchemaType(word).Immutable(),
		field.Enum("previous_grade").GoType(term.Grade("")).SchemaType(word).Immutable().Comment("decided grade before it"),
		field.Enum("computed_grade").GoType(term.Grade("")).SchemaType(word).Immutable().Comment("what the recipe gives"),
		field.Int("likelihood").Optional().Nillable().Immutable().Comment("null with severity and consequence while it was not assessed"),
		field.Int("severity").Optional().Nillable().Immutable(),
		field.Enum("consequence").GoType(term.ConsequenceKind("")).SchemaType(word).Optional().Nillable().Immutable(),
		field.Bool("unlimited_power").Immutable(),
		field.Bool("past_breach").Immutable(),
		field.String("rule").MaxRuneLen(50).Immutable(),
		field.Int("rule_version").Immutable(),
		field.String("clause").MaxRuneLen(200).Immutable(),
		field.String("reason").MaxRuneLen(2000).Default("").Immutable(),
		field.Int64("actor_id").Optional().Nillable().Immutable().Comment("person"),
		field.Int64("account_id").Optional().Nillable().Immutable(),
		field.String("actor_name").MaxRuneLen(100).Immutable(),
		field.Enum("actor_role").GoType(term.Role("")).SchemaType(word).Optional().Nillable().Immutable(),
		field.Time("at").SchemaType(moment).Immutable(),
		field.Int64("meeting_id").Optional().Nillable().Immutable().Comment("that decided it"),
	}
}

func (Assessment) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("risk_point", RiskPoint.Type).Field("risk_point_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("meeting", Meeting.Type).Field("meeting_id").Unique().Immutable().Annotations(keep),
		edge.To("actor", Person.Type).Field("actor_id").Unique().Immutable().Annotations(keep),
	}
}

func (Assessment) Indexes() []ent.Index {
	return append(levelIndexes("at"), index.Fields("risk_point_id", "at"), index.Fields("at"))
}
