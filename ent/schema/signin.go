package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/term"
)

// SignInFailure counts failed sign-ins by login name, including unknown names, so that a lock
// does not show which names exist.
type SignInFailure struct{ ent.Schema }

func (SignInFailure) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, programOnly, unlogged{}, sealed{}}
}

func (SignInFailure) Fields() []ent.Field {
	return []ent.Field{
		field.String("name_hash").MaxRuneLen(64).Unique().Immutable().Comment("SHA-256 of the login name"),
		field.Int("failures").Default(0).Comment("since the last good one").Annotations(counts),
		field.Time("locked_until").SchemaType(moment).Optional().Nillable(),
		field.Time("failed_at").SchemaType(moment).Comment("the last one"),
	}
}

func (SignInFailure) Indexes() []ent.Index { return []ent.Index{index.Fields("failed_at")} }

// Identity links an account to a subject of an OpenID provider.
type Identity struct{ ent.Schema }

func (Identity) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, ofAccounts} }

func (Identity) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("account_id").Immutable(),
		field.String("issuer").NotEmpty().MaxRuneLen(255).Immutable(),
		field.String("subject").NotEmpty().MaxRuneLen(255).Immutable(),
		field.Time("created_at").SchemaType(moment).Immutable(),
	}
}

func (Identity) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("account", Account.Type).Field("account_id").Unique().Required().Immutable().Annotations(keep),
	}
}

func (Identity) Indexes() []ent.Index {
	return []ent.Index{index.Fields("issuer", "subject").Unique(), index.Fields("account_id")}
}

// ApiToken lets a program read on behalf of the account that created it, limited to scopes, a
// unit's subtree and a term. Only the hash of the token is stored.
type ApiToken struct{ ent.Schema }

func (ApiToken) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, timed{}, ofAccounts} }

func (ApiToken) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("account_id").Immutable(),
		field.String("name").NotEmpty().MaxRuneLen(100).Immutable().Comment("what it is for"),
		field.String("token_hash").MaxRuneLen(64).Unique().Immutable().Sensitive(),
		field.JSON("scopes", []term.TokenScope{}).Immutable(),
		field.Int64("unit_id").Optional().Nillable().Immutable().Comment("null for all that its maker reaches"),
		field.Time("expires_at").SchemaType(moment).Immutable(),
		field.Time("last_used_at").SchemaType(moment).Optional().Nillable().Comment("moved on at most once a minute").Annotations(derived),
		field.Time("revoked_at").SchemaType(moment).Optional().Nillable(),
	}
}

func (ApiToken) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("account", Account.Type).Field("account_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("unit", Unit.Type).Field("unit_id").Unique().Immutable().Annotations(keep),
	}
}

func (ApiToken) Indexes() []ent.Index { return []ent.Index{index.Fields("account_id")} }
