package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/term"
)

// Job is background work that continues after a restart of the server.
type Job struct{ ent.Schema }

func (Job) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, programOnly, unlogged{}, sealed{}}
}

func (Job) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("kind").GoType(term.JobKind("")).SchemaType(word).Immutable(),
		field.Int64("object_id").Default(0).Immutable().Comment("what it works on"),
		field.Text("args").MaxLen(64 << 10).Default("").Immutable().Comment("JSON"),
		field.Enum("state").GoType(term.JobState("")).SchemaType(word),
		field.Int64("account_id").Optional().Nillable().Immutable().Comment("who asked for it"),
		field.Text("cursor").MaxLen(64 << 10).Default("").Comment("how far it came; it goes on from here"),
		field.Int("done").Default(0),
		field.Int("total").Default(0),
		field.Int("attempts").Default(0).Annotations(counts),
		field.Time("run_at").SchemaType(moment).Optional().Nillable().Immutable().Comment("not begun before"),
		field.String("worker").MaxRuneLen(64).Default("").Comment("who has it"),
		field.Time("lease_until").SchemaType(moment).Optional().Nillable().Comment("after which another may take it"),
		field.Bool("cancel_asked").Default(false),
		field.String("result_name").MaxRuneLen(255).Default(""),
		field.String("result_hash").MaxRuneLen(64).Default("").Comment("of the file it made"),
		field.Int64("result_size").Default(0),
		field.String("failure").MaxRuneLen(500).Default("").Comment("code of what went wrong"),
		field.Time("ended_at").SchemaType(moment).Optional().Nillable(),
	}
}

func (Job) Indexes() []ent.Index {
	return []ent.Index{index.Fields("state", "lease_until"), index.Fields("account_id", "id"), index.Fields("object_id", "kind")}
}

// LogCursor is how far a follower of the audit log has read.
type LogCursor struct{ ent.Schema }

func (LogCursor) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, programOnly, unlogged{}, sealed{}}
}

func (LogCursor) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").MaxRuneLen(64).Unique().Immutable(),
		field.Int64("next").Comment("index of the first entry not read yet").Annotations(ordered),
		field.Int("skipped").Default(0).Comment("how many entries it could not work on").Annotations(counts),
		field.Int64("skipped_index").Optional().Nillable().Comment("of the last of them"),
		field.Time("skipped_at").SchemaType(moment).Optional().Nillable(),
		field.String("failure").MaxRuneLen(500).Default("").Comment("what went wrong with it"),
	}
}

// Notice informs an account of an event.
type Notice struct{ ent.Schema }

func (Notice) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, programOnly, unlogged{}, sealedOnce{}}
}

func (Notice) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("account_id").Immutable(),
		field.Enum("kind").GoType(term.NoticeKind("")).SchemaType(word).Immutable(),
		field.Int64("object_id").Default(0).Immutable().Comment("what it is about"),
		field.String("key").MaxRuneLen(128).Immutable().Comment("with the account it makes the notice one of its kind"),
		field.JSON("words", map[string]string{}).Immutable().Comment("what its text names"),
		field.Time("at").SchemaType(moment).Immutable(),
		field.Time("read_at").SchemaType(moment).Optional().Nillable().Annotations(free),
		field.Bool("digested").Default(false).Comment("whether a digest has reported it").Annotations(free),
	}
}

func (Notice) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("account", Account.Type).Field("account_id").Unique().Required().Immutable().Annotations(keep),
		edge.From("deliveries", NoticeDelivery.Type).Ref("notice").Annotations(asked),
	}
}

func (Notice) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "key").Unique(), index.Fields("account_id", "read_at", "at"), index.Fields("account_id", "at", "id")}
}

// NoticeDelivery is the delivery of one notice, or of a day's digest, on a channel besides the
// page.
type NoticeDelivery struct{ ent.Schema }

func (NoticeDelivery) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, programOnly, unlogged{}, sealedOnce{}}
}

func (NoticeDelivery) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("account_id").Immutable(),
		field.Int64("notice_id").Optional().Nillable().Immutable().Comment("null for a digest"),
		field.String("key").MaxRuneLen(160).Unique().Immutable().Annotations(searched),
		field.Enum("channel").GoType(term.NoticeChannel("")).SchemaType(word).Immutable(),
		field.Enum("state").GoType(term.DeliveryState("")).SchemaType(word).Annotations(free),
		field.Int("attempts").Default(0).Annotations(counts, ordered, free),
		field.Time("next_at").SchemaType(moment).Comment("not tried before").Annotations(free),
		field.String("failure").MaxRuneLen(500).Default("").Annotations(free),
		field.Time("made_at").SchemaType(moment).Immutable(),
		field.Time("sent_at").SchemaType(moment).Optional().Nillable().Annotations(free),
	}
}

func (NoticeDelivery) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("account", Account.Type).Field("account_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("notice", Notice.Type).Field("notice_id").Unique().Immutable().Annotations(keep),
	}
}

func (NoticeDelivery) Indexes() []ent.Index {
	return []ent.Index{index.Fields("state", "next_at"), index.Fields("account_id")}
}

// NoticeSetting is the channels on which an account is notified.
type NoticeSetting struct{ ent.Schema }

func (NoticeSetting) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, programOnly}
}

func (NoticeSetting) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("account_id").Unique().Immutable(),
		field.Bool("mail").Default(false),
		field.String("mail_address").MaxRuneLen(254).Default(""),
		field.Bool("webhook").Default(false),
		field.String("webhook_url").MaxRuneLen(1000).Default(""),
		field.String("webhook_secret").MaxRuneLen(200).Default("").Sensitive().Comment("signs what is sent"),
		field.Bool("digest").Default(false).Comment("once a day instead of one by one"),
		field.Int("digest_hour").Range(0, 23).Default(8).Comment("hour of the day, in the server's time zone").Annotations(ordered),
		field.Time("digested_on").SchemaType(day).Optional().Nillable().Annotations(derived),
	}
}

func (NoticeSetting) Edges() []ent.Edge {
	return []ent.Edge{edge.To("account", Account.Type).Field("account_id").Unique().Required().Immutable().Annotations(keep)}
}

// GradeRecipe is one version of the rule by which a unit's subtree computes grades.
type GradeRecipe struct{ ent.Schema }

func (GradeRecipe) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, placed{}, directory} }

func (GradeRecipe) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").MaxRuneLen(50).Immutable().Comment("of the recipe, e.g. worse-of"),
		field.Int("number").Positive().Immutable().Comment("counts up from 1 within the unit"),
		field.JSON("bounds", map[string]int{}).Immutable().Comment("thresholds of the recipe, by name"),
		field.String("reason").NotEmpty().MaxRuneLen(2000).Immutable(),
		field.Int64("account_id").Optional().Nillable().Immutable(),
		field.String("actor_name").MaxRuneLen(100).Immutable(),
		field.Time("at").SchemaType(moment).Immutable(),
	}
}

func (GradeRecipe) Indexes() []ent.Index {
	return []ent.Index{index.Fields("unit_id", "number").Unique()}
}

// Fingerprint is a fingerprint of the text of a risk point, for finding near duplicates.
type Fingerprint struct{ ent.Schema }

func (Fingerprint) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, levels{}, programOnly, unlogged{}, sealedOnce{}}
}

func (Fingerprint) Fields() []ent.Field {
	out := []ent.Field{
		field.Int64("risk_point_id").Unique().Immutable(),
		field.Int64("unit_id"),
		field.Bytes("signature").MaxLen(512),
	}
	for _, band := range []string{"b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8"} {
		out = append(out, field.Int64(band))
	}
	return out
}

func (Fingerprint) Indexes() []ent.Index {
	var out []ent.Index
	for _, band := range []string{"b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8"} {
		out = append(out, index.Fields(band))
	}
	return out
}
