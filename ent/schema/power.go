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

// Process 权力运行流程: one version of the process of a power.
type Process struct{ ent.Schema }

func (Process) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, placed{}, staged{}, register}
}

func (Process) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("power_id").Immutable(),
		field.Int("revision").Positive().Immutable().Comment("counts up from 1 within the power"),
		field.Bool("current").Comment("whether it is the newest version"),
	}
}

func (Process) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("power", Power.Type).Field("power_id").Unique().Required().Immutable().Annotations(keep),
		edge.From("steps", ProcessStep.Type).Ref("process"),
		edge.From("step_edges", StepEdge.Type).Ref("process"),
	}
}

func (Process) Indexes() []ent.Index {
	return append(levelIndexes("current", "revision", "id"), index.Fields("power_id", "revision").Unique())
}

// ProcessStep 环节 of a process.
type ProcessStep struct{ ent.Schema }

func (ProcessStep) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, placed{}, staged{}, register}
}

func (ProcessStep) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("process_id").Immutable(),
		field.String("key").NotEmpty().MaxRuneLen(64).Immutable().Comment("stable name across versions"),
		field.String("name").NotEmpty().MaxRuneLen(200).Immutable(),
		field.Enum("kind").GoType(term.StepKind("")).SchemaType(word).Immutable(),
		field.Int("sort_order").Immutable(),
		field.Int64("post_id").Optional().Nillable().Immutable(),
		field.Int("time_limit_days").Optional().Nillable().NonNegative().Immutable(),
	}
}

func (ProcessStep) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("process", Process.Type).Field("process_id").Unique().Required().Immutable().Annotations(keep, asked),
		edge.To("post", Post.Type).Field("post_id").Unique().Immutable().Annotations(keep),
		edge.From("risk_points", RiskPoint.Type).Ref("step"),
	}
}

func (ProcessStep) Indexes() []ent.Index {
	return []ent.Index{index.Fields("process_id", "key").Unique(), index.Fields("post_id")}
}

// StepEdge is a transition from one step of a process to another.
type StepEdge struct{ ent.Schema }

func (StepEdge) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, placed{}, staged{}, register}
}

func (StepEdge) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("process_id").Immutable(),
		field.Int64("from_step_id").Immutable(),
		field.Int64("to_step_id").Immutable(),
		field.String("condition").MaxRuneLen(500).Default("").Immutable().Comment("when this way is taken; empty for always"),
	}
}

func (StepEdge) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("process", Process.Type).Field("process_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("from_step", ProcessStep.Type).Field("from_step_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("to_step", ProcessStep.Type).Field("to_step_id").Unique().Required().Immutable().Annotations(keep),
	}
}

func (StepEdge) Indexes() []ent.Index {
	return []ent.Index{index.Fields("process_id", "from_step_id", "to_step_id").Unique()}
}
