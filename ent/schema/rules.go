package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/rule"
	"sineng/ent/term"
)

// rulesSeen documents are visible with the register, and from below: what a bureau lays down is there for all of its departments, whose measures
// and powers stand on it.
var rulesSeen = rule.Access{Sees: rule.Scoped(rule.Register).Or(rule.Above("unit_id").And(rule.Anywhere(rule.Register)))}

// The greatest size of the text of an edition in bytes, from which MySQL's column type follows.
const rulesTextBytes = 256 << 10

// RulesDocument 制度文件 is what a unit has laid down, rules 制度 or working rules 工作规则, in one edition after another.
type RulesDocument struct{ ent.Schema }

func (RulesDocument) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, foldedCode{of: "title", within: "unit_id", text: true}, rulesSeen}
}

func (RulesDocument) Fields() []ent.Field {
	return []ent.Field{
		field.String("title").NotEmpty().MaxRuneLen(200),
		field.Enum("kind").GoType(term.RulesKind("")).SchemaType(word),
		field.String("numbers").MaxRuneLen(6000).Default("").Comment("numbers of its editions, one a line, by which it is found"),
		field.Time("in_force_from").SchemaType(day).Optional().Nillable().Comment("first day of its first edition that was not withdrawn; null where there is none"),
		field.Time("repealed_from").SchemaType(day).Optional().Nillable().Comment("first day on which it holds no more"),
		field.String("repealed_reason").MaxRuneLen(500).Default(""),
		field.Int("repealed_review_days").NonNegative().Default(0).Comment("days within which what stands on it is looked at once it is repealed"),
	}
}

func (RulesDocument) Indexes() []ent.Index {
	return append(levelIndexes("title", "id"), index.Fields("title", "id"))
}

// RulesEdition 版本 is one edition of a document, never rewritten once it is in force. Package rulebook shows it to who sees the document.
type RulesEdition struct{ ent.Schema }

func (RulesEdition) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, programOnly} }

func (RulesEdition) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("document_id").Immutable(),
		field.Int("revision").Positive().Immutable().Comment("counts up from 1 within the document"),
		field.String("number").MaxRuneLen(100).Default("").Comment("文号"),
		field.String("issued_by").MaxRuneLen(200).Default("").Comment("who adopted or issued it"),
		field.Time("issued_on").SchemaType(day).Optional().Nillable(),
		field.Time("from_day").SchemaType(day).Comment("first day in force; it ends where the next edition or the repeal begins"),
		field.String("changes").MaxRuneLen(2000).Default("").Comment("what it changes"),
		field.String("link").MaxRuneLen(500).Default("").Comment("address of its text"),
		field.Text("text").MaxLen(rulesTextBytes).Default(""),
		field.Int("review_days").Positive().Comment("days within which what stands on the document is looked at once it is in force"),
		field.Time("at").SchemaType(moment).Immutable(),
		field.Int64("account_id").Optional().Nillable().Immutable().Comment("null for the operator of the server"),
		field.String("actor_name").MaxRuneLen(100).Default("").Immutable().Comment("name of its holder on that day"),
		field.Time("withdrawn_at").SchemaType(moment).Optional().Nillable().Comment("when it was withdrawn before it came into force"),
		field.String("withdrawn_reason").MaxRuneLen(500).Default(""),
	}
}

func (RulesEdition) Edges() []ent.Edge {
	return []ent.Edge{edge.To("document", RulesDocument.Type).Field("document_id").Unique().Required().Immutable().Annotations(keep)}
}

func (RulesEdition) Indexes() []ent.Index {
	return []ent.Index{index.Fields("document_id", "revision").Unique()}
}

// RulesLink tells that a power or a measure stands on a document. It stands where that does, and is visible with it.
type RulesLink struct{ ent.Schema }

func (RulesLink) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, placed{}, rule.Access{Sees: rule.Scoped(rule.Register)}}
}

func (RulesLink) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("document_id").Immutable(),
		field.Int64("power_id").Optional().Nillable().Immutable(),
		field.Int64("measure_id").Optional().Nillable().Immutable().Comment("of the two one is set"),
		field.Time("at").SchemaType(moment).Immutable(),
		field.Int64("account_id").Optional().Nillable().Immutable().Comment("null for the operator of the server"),
		field.String("actor_name").MaxRuneLen(100).Default("").Immutable().Comment("name of its holder on that day"),
	}
}

func (RulesLink) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("document", RulesDocument.Type).Field("document_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("power", Power.Type).Field("power_id").Unique().Immutable().Annotations(keep),
		edge.To("measure", Measure.Type).Field("measure_id").Unique().Immutable().Annotations(keep),
	}
}

func (RulesLink) Indexes() []ent.Index {
	return append(levelIndexes("document_id", "at"), index.Fields("document_id", "power_id").Unique(), index.Fields("document_id", "measure_id").Unique(),
		index.Fields("document_id", "at"), index.Fields("power_id"), index.Fields("measure_id"))
}

// RulesReview 制度复核 asks whether a power or a measure is still right now that a document it stands on has changed or was repealed: visible
// with the register where that stands, and to who is asked.
type RulesReview struct{ ent.Schema }

func (RulesReview) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, rule.Access{Sees: rule.Scoped(rule.Register).Or(rule.OwnPerson("person_id"))}}
}

func (RulesReview) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("document_id").Immutable(),
		field.Int64("edition_id").Optional().Nillable().Immutable().Comment("that came into force; null where the document was repealed"),
		field.Int64("power_id").Optional().Nillable().Immutable(),
		field.Int64("measure_id").Optional().Nillable().Immutable().Comment("of the two one is set"),
		field.String("title").NotEmpty().MaxRuneLen(200).Immutable().Comment("of the document when it was asked"),
		field.String("subject").NotEmpty().MaxRuneLen(300).Immutable().Comment("name of the power, or beginning of the measure, when it was asked"),
		field.Enum("tier").GoType(term.Role("")).SchemaType(word).Comment("as which the person is asked: STAFF for the owner of the measure, else the tier that is asked in their place"),
		field.Int64("person_id").Optional().Nillable().Comment("who is asked; null while there is nobody"),
		field.Time("asked_on").SchemaType(day).Immutable(),
		field.Time("due_on").SchemaType(day).Immutable().Comment("last day on which it is answered in time"),
		field.Enum("state").GoType(term.RulesReviewState("")).SchemaType(word),
		field.String("note").MaxRuneLen(2000).Default("").Comment("what was found or changed"),
		field.Time("answered_at").SchemaType(moment).Optional().Nillable(),
		field.Int64("answered_by").Optional().Nillable().Comment("account"),
		field.String("answered_name").MaxRuneLen(100).Default("").Comment("name of that person on that day"),
	}
}

func (RulesReview) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("document", RulesDocument.Type).Field("document_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("edition", RulesEdition.Type).Field("edition_id").Unique().Immutable().Annotations(keep),
		edge.To("power", Power.Type).Field("power_id").Unique().Immutable().Annotations(keep),
		edge.To("measure", Measure.Type).Field("measure_id").Unique().Immutable().Annotations(keep),
		edge.To("person", Person.Type).Field("person_id").Unique().Annotations(keep),
	}
}

func (RulesReview) Indexes() []ent.Index {
	return append(levelIndexes("state", "due_on", "id"), index.Fields("document_id", "state", "due_on"), index.Fields("power_id", "state"), index.Fields("measure_id", "state"),
		index.Fields("person_id", "state", "due_on"), index.Fields("state", "due_on"))
}
