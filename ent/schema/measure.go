package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/term"
)

// Measure 防控措施 is a control of one or more risk points.
type Measure struct{ ent.Schema }

func (Measure) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, staged{}, register}
}

func (Measure) Fields() []ent.Field {
	return []ent.Field{
		field.String("content").NotEmpty().MaxRuneLen(4000).Annotations(searched),
		field.Enum("kind").GoType(term.MeasureKind("")).SchemaType(word),
		field.Enum("mechanism").GoType(term.Mechanism("")).SchemaType(word),
		field.Enum("scope").GoType(term.MeasureScope("")).SchemaType(word),
		field.Enum("status").GoType(term.MeasureStatus("")).SchemaType(word),
		field.Int64("owner_id").Optional().Nillable().Comment("责任人"),
		field.Int64("supervisor_id").Optional().Nillable().Comment("监督人"),
		field.String("owner_text").MaxRuneLen(500).Default("").Comment("owners as written, where they are not one person"),
		field.String("supervisor_text").MaxRuneLen(500).Default(""),
		field.Time("due_on").SchemaType(day).Optional().Nillable().Comment("完成时限"),
		field.String("frequency").MaxRuneLen(200).Default("").Comment("频次"),
		field.String("indicator").MaxRuneLen(500).Default("").Comment("监测指标"),
		field.String("threshold").MaxRuneLen(200).Default("").Comment("阈值"),
		field.String("rules_document").MaxRuneLen(500).Default("").Comment("制度依据"),
		field.String("evidence").MaxRuneLen(4000).Default("").Comment("佐证"),
		field.Bool("asks_comprehensive").Default(false).Comment("提请领导小组综合制定"),
		field.Enum("comprehensive").GoType(term.Comprehensive("")).SchemaType(word).Optional().Nillable().Comment("what the leading group decided on asks_comprehensive"),
		field.String("comprehensive_text").MaxRuneLen(4000).Default("").Comment("the comprehensive measure it adopted, or why it declined"),
		field.Int64("comprehensive_meeting_id").Optional().Nillable(),
		field.Int64("drafted_by").Optional().Nillable().Immutable().Comment("account, null for the operator of the server"),
		field.Int64("revised_by").Optional().Nillable().Comment("account that last rewrote it"),
	}
}

func (Measure) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("risk_points", RiskPoint.Type).Annotations(asked),
		edge.To("comprehensive_meeting", Meeting.Type).Field("comprehensive_meeting_id").Unique().Annotations(keep),
		edge.To("owner", Person.Type).Field("owner_id").Unique().Annotations(keep),
		edge.To("supervisor", Person.Type).Field("supervisor_id").Unique().Annotations(keep),
		edge.From("education_sessions", EducationSession.Type).Ref("measures").Annotations(asked),
	}
}

func (Measure) Indexes() []ent.Index {
	return append(levelIndexes("created_at", "id"),
		index.Fields("created_at"), index.Fields("status", "created_at"), index.Fields("asks_comprehensive"),
		index.Fields("owner_id"), index.Fields("supervisor_id"), index.Fields("due_on"))
}
