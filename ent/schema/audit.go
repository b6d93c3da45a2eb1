package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/rule"
	"sineng/ent/term"
)

// long is the type of text that exceeds a MySQL text column; digest is that of a SHA-256.
var (
	long   = map[string]string{dialect.MySQL: "longtext"}
	digest = map[string]string{dialect.MySQL: "binary(32)"}
)

func table(name string) []schema.Annotation { return []schema.Annotation{entsql.Table(name)} }

// AuditInbox holds the entries of committed transactions until the sequencer gives each its
// index in the log. It is the only table of the log from which rows are deleted.
type AuditInbox struct{ ent.Schema }

func (AuditInbox) Mixin() []ent.Mixin               { return []ent.Mixin{keyed{}, staged{}, programOnly, unlogged{}} }
func (AuditInbox) Annotations() []schema.Annotation { return table("audit_inbox") }

func (AuditInbox) Fields() []ent.Field {
	return []ent.Field{
		field.Text("body").SchemaType(long).Immutable().Comment("canonical JSON"),
		field.Text("texts").SchemaType(long).Immutable().Comment("what the body holds hashes of"),
	}
}

// Indexes find the entries to sequence among those of imports under way.
func (AuditInbox) Indexes() []ent.Index { return []ent.Index{index.Fields("import_id")} }

// auditLog rows are visible to the auditors of the unit concerned.
var auditLog = rule.Access{Sees: rule.Through("unit_id", "units", "id", rule.Scoped(rule.Log))}

// AuditEntry is a leaf of the log, never changed or deleted. Its key is the start of the
// table's range of ids plus its index in the log. Besides the body there are columns for
// searching, which repeat values of the body.
type AuditEntry struct{ ent.Schema }

func (AuditEntry) Mixin() []ent.Mixin               { return []ent.Mixin{keyed{}, auditLog, unlogged{}} }
func (AuditEntry) Annotations() []schema.Annotation { return table("audit_entries") }

func (AuditEntry) Fields() []ent.Field {
	return []ent.Field{
		field.Text("body").SchemaType(long).Immutable().Comment("canonical JSON"),
		field.Bytes("leaf_hash").SchemaType(digest).Immutable().Comment("tlog.RecordHash of the body"),
		field.Time("at").SchemaType(moment).Immutable(),
		field.Enum("action").GoType(term.AuditAction("")).SchemaType(word).Immutable(),
		field.String("object_type").MaxRuneLen(32).Default("").Immutable(),
		field.Int64("object_id").Default(0).Immutable().Comment("0 for none"),
		field.Int64("account_id").Default(0).Immutable().Comment("of the actor, 0 for the program"),
		field.Int64("person_id").Default(0).Immutable().Comment("of the actor, 0 for none"),
		field.Int64("unit_id").Default(0).Immutable().Comment("that it concerns, 0 for the whole system"),
	}
}

func (AuditEntry) Indexes() []ent.Index {
	// Keys grow with time, so that no index on the time is needed; every index makes every
	// write slower.
	return []ent.Index{index.Fields("action"), index.Fields("account_id")}
}

// AuditText holds the texts that an entry stores hashes of, and the salt. A lawful erasure
// removes texts and salts; the entry and its proof remain. Its key is that of the entry.
type AuditText struct{ ent.Schema }

func (AuditText) Mixin() []ent.Mixin               { return []ent.Mixin{keyed{}, programOnly, unlogged{}} }
func (AuditText) Annotations() []schema.Annotation { return table("audit_texts") }

func (AuditText) Fields() []ent.Field {
	return []ent.Field{field.Text("texts").SchemaType(long).Comment("JSON of the salts and the texts by their place")}
}

// AuditTouch finds the entries that changed or read an object.
type AuditTouch struct{ ent.Schema }

func (AuditTouch) Mixin() []ent.Mixin               { return []ent.Mixin{keyed{}, programOnly, unlogged{}} }
func (AuditTouch) Annotations() []schema.Annotation { return table("audit_touches") }

func (AuditTouch) Fields() []ent.Field {
	return []ent.Field{field.Int64("object_id").Immutable(), field.Int64("entry_id").Immutable()}
}

func (AuditTouch) Indexes() []ent.Index {
	return []ent.Index{index.Fields("object_id", "entry_id").Unique()}
}

// AuditHash is a node of the Merkle tree over 256^k leaves, k >= 1; the nodes between are
// computed from those below.
type AuditHash struct{ ent.Schema }

func (AuditHash) Mixin() []ent.Mixin               { return []ent.Mixin{keyed{}, programOnly, unlogged{}} }
func (AuditHash) Annotations() []schema.Annotation { return table("audit_hashes") }

func (AuditHash) Fields() []ent.Field {
	return []ent.Field{
		field.Int("level").Immutable().Comment("8, 16, 24 …"),
		field.Int64("n").Immutable().Comment("number of the node on its level").Annotations(ordered),
		field.Bytes("hash").SchemaType(digest).Immutable(),
	}
}

func (AuditHash) Indexes() []ent.Index { return []ent.Index{index.Fields("level", "n").Unique()} }

// AuditCheckpoint is a signed statement of the log's size and root hash. Copies are stored in
// files outside the database.
type AuditCheckpoint struct{ ent.Schema }

func (AuditCheckpoint) Mixin() []ent.Mixin               { return []ent.Mixin{keyed{}, programOnly, unlogged{}} }
func (AuditCheckpoint) Annotations() []schema.Annotation { return table("audit_checkpoints") }

func (AuditCheckpoint) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("size").Immutable().Comment("entries"),
		field.Text("note").Immutable().Comment("the signed note"),
		field.Time("at").SchemaType(moment).Immutable(),
	}
}

func (AuditCheckpoint) Indexes() []ent.Index { return []ent.Index{index.Fields("size")} }

// AuditWitness is the size of this log that an outside witness has seen.
type AuditWitness struct{ ent.Schema }

func (AuditWitness) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, programOnly, unlogged{}, sealed{}}
}
func (AuditWitness) Annotations() []schema.Annotation { return table("audit_witnesses") }

func (AuditWitness) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty().MaxRuneLen(255).Unique().Immutable(),
		field.Int64("size").Default(0).Comment("of the last checkpoint it took"),
		field.Text("note").Default("").Comment("that checkpoint with its signature, where it gives one"),
		field.Time("at").SchemaType(moment).Comment("of the last try"),
		field.String("failure").MaxRuneLen(500).Default("").Comment("of the last try, empty when it went well"),
	}
}

// WitnessedLog is the size of another log that this server, as its witness, has seen.
type WitnessedLog struct{ ent.Schema }

func (WitnessedLog) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, programOnly, unlogged{}, sealed{}}
}

func (WitnessedLog) Fields() []ent.Field {
	return []ent.Field{
		field.String("origin").NotEmpty().MaxRuneLen(255).Unique().Immutable(),
		field.Int64("size"),
		field.Text("note").Comment("the newest checkpoint seen"),
		field.Time("at").SchemaType(moment),
	}
}

// WitnessedFork is evidence that another log was forked: two checkpoints of one size, both signed
// by the log, with different root hashes. The server, as the log's witness, has signed at most one
// of them.
type WitnessedFork struct{ ent.Schema }

func (WitnessedFork) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, programOnly} }

func (WitnessedFork) Fields() []ent.Field {
	return []ent.Field{
		field.String("origin").NotEmpty().MaxRuneLen(255).Immutable(),
		field.Int64("size").Immutable(),
		field.Text("refused").NotEmpty().Immutable().Comment("the checkpoint that was refused"),
		field.Text("witnessed").Default("").Immutable().Comment("the one that was seen before; empty for the empty log, whose root is known"),
		field.Time("at").SchemaType(moment).Immutable(),
	}
}

func (WitnessedFork) Indexes() []ent.Index { return []ent.Index{index.Fields("origin", "size")} }
