package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/term"
)

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
		field.String("explanation").MaxRuneLen(4000).Default("").Immutable().Comment("流程说明, in words"),
		field.Time("superseded_at").SchemaType(moment).Optional().Nillable().Comment("when the next version took its place"),
		field.JSON("stood", []term.StoodRisk{}).Optional().Comment("the risk points on its steps when it was superseded"),
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
		field.String("lane").MaxRuneLen(200).Default("").Immutable().Comment("泳道, where no post carries it out"),
		field.Bool("starts").Default(false).Immutable().Comment("whether the process may begin here"),
		field.Bool("ends").Default(false).Immutable().Comment("whether the process may end after it, although ways go on"),
		field.Enum("split").GoType(term.Split("")).SchemaType(word).Default(string(term.SplitOne)).Immutable().Comment("whether one or all of the ways from here are taken"),
		field.Enum("discretion").GoType(term.Discretion("")).SchemaType(word).Optional().Nillable().Immutable().Comment("null for that of the power"),
		field.String("explanation").MaxRuneLen(2000).Default("").Immutable(),
		field.Int("x").Optional().Nillable().Immutable().Comment("where it was put on the map by hand"),
		field.Int("y").Optional().Nillable().Immutable(),
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

// ProcessDraft is a process of a power as it is being edited, valid or not, until it is published as the next
// version.
type ProcessDraft struct{ ent.Schema }

func (ProcessDraft) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, programOnly, unlogged{}, sealed{}}
}

func (ProcessDraft) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("power_id").Immutable(),
		field.Int("base_revision").NonNegative().Comment("the version that is edited, 0 for none"),
		field.Text("content").MaxLen(processDraftBytes).Comment("JSON, see server/process"),
		field.Int64("saved_by").Optional().Nillable().Comment("account"),
	}
}

func (ProcessDraft) Edges() []ent.Edge {
	return []ent.Edge{edge.To("power", Power.Type).Field("power_id").Unique().Required().Immutable().Annotations(keep)}
}

func (ProcessDraft) Indexes() []ent.Index { return []ent.Index{index.Fields("power_id").Unique()} }
