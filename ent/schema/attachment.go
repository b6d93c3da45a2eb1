package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/rule"
)

// evidence is visible like a form's row, and to whom a check or a warning is visible beyond its unit. A file of these stands on a
// person, so that it shows in the unit to those alone who see the check or the warning there. Files of a rules document show with it.
var evidence = rule.Access{Sees: forms.Sees.
	Or(rule.Participant("owner_id", "supervision_checks", "id", "person_id")).Or(rule.Participant("owner_id", "supervision_checks", "id", "subject_id")).
	Or(rule.Participant("owner_id", "warnings", "id", "person_id")).Or(rule.Participant("owner_id", "warnings", "id", "concerned_id")).
	Or(rule.Through("owner_id", "rules_documents", "id", rulesSeen.Sees))}

// Attachment 佐证 is a file attached as evidence; its bytes are stored outside the database,
// named by their hash.
type Attachment struct{ ent.Schema }

func (Attachment) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, placed{}, evidence} }

func (Attachment) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("owner_id").Immutable().Comment("form, risk point, measure, meeting, check of supervision, warning or rules document that it belongs to"),
		field.String("row_key").MaxRuneLen(64).Default("").Comment("row of a form, empty for the form itself").Annotations(searched),
		field.Int64("person_id").Optional().Nillable().Immutable().Comment("whose record it belongs to, of a check or a warning who attached it, null for a department's"),
		field.String("name").NotEmpty().MaxRuneLen(255).Immutable().Comment("of the file as it was handed in, without a path"),
		field.String("media_type").MaxRuneLen(100).Immutable(),
		field.Int64("size").NonNegative().Immutable().Comment("in bytes"),
		field.String("hash").MaxRuneLen(64).Immutable().Comment("SHA-256, in hexadecimal"),
		field.Int64("uploader_id").Optional().Nillable().Immutable().Comment("account"),
		field.String("uploader_name").MaxRuneLen(100).Immutable(),
		field.Time("at").SchemaType(moment).Immutable(),
		field.Time("removed_at").SchemaType(moment).Optional().Nillable(),
		field.String("remove_reason").MaxRuneLen(500).Default(""),
	}
}

func (Attachment) Edges() []ent.Edge {
	return []ent.Edge{edge.To("person", Person.Type).Field("person_id").Unique().Immutable().Annotations(keep)}
}

func (Attachment) Indexes() []ent.Index {
	return []ent.Index{index.Fields("owner_id", "at"), index.Fields("row_key"), index.Fields("hash")}
}
