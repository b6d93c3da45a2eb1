package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/rule"
	"sineng/ent/term"
)

// accounts are visible to their owner, also by an API token, and to the administrators of the
// unit of their person. A token sees no more than the account it belongs to.
var accounts = rule.Access{Sees: rule.Asker("id").Or(staff)}

// grantedRoles are visible like other rows of an account, and also to those who grant or
// confirm roles on the role's unit.
var grantedRoles = rule.Access{
	Sees: ofAccounts.Sees.Or(rule.Through("unit_id", "units", "id", rule.Scoped(rule.Confirms, rule.Accounts))),
}

// Account is a way to sign in.
type Account struct{ ent.Schema }

func (Account) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, foldedCode{of: "login_name"}, accounts}
}

func (Account) Fields() []ent.Field {
	return []ent.Field{
		field.String("login_name").NotEmpty().MaxRuneLen(64).Unique().Comment("lower case").Annotations(searched),
		field.String("password_hash").MaxRuneLen(200).Sensitive().Comment("argon2id"),
		field.Bool("must_change_password").Default(true),
		field.Time("password_changed_at").SchemaType(moment).Optional().Nillable(),
		field.Strings("old_passwords").Optional().Sensitive().Comment("hashes of earlier passwords, newest first"),
		field.Bool("disabled").Default(false),
		field.Time("last_sign_in_at").SchemaType(moment).Optional().Nillable().Annotations(derived),
		field.String("totp_secret").MaxRuneLen(500).Optional().Nillable().Sensitive().Comment("sealed with the server's key"),
		field.Time("totp_confirmed_at").SchemaType(moment).Optional().Nillable().Comment("null until the first code was right"),
		field.Int64("totp_step").Default(0).Comment("last time step whose code was used; no code is good twice").Annotations(ordered),
		field.Strings("recovery_codes").Optional().Sensitive().Comment("hashes of the codes not used yet"),
		field.Time("secrets_own_since").SchemaType(moment).Optional().Nillable().
			Comment("since when nobody but the owner has set its password and second factor; null while somebody else has"),
		field.Int64("secrets_set_by").Optional().Nillable().Comment("account of who set its password or took its second factor away last, beside its owner; null for nobody, or the operator of the server"),
		field.Time("led_at").SchemaType(moment).Optional().Nillable().Comment("first sign-in as a principal leader with secrets of their own; the first of all ends start-up"),
		field.Int64("person_id").Optional().Nillable().Unique(),
	}
}

func (Account) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("person", Person.Type).Field("person_id").Unique().Annotations(keep, asked),
		edge.From("roles", RoleAppointment.Type).Ref("account"),
		edge.From("tokens", ApiToken.Type).Ref("account"),
		edge.From("identities", Identity.Type).Ref("account"),
	}
}

// Session is a session of a browser or program. Only the hash of its token is stored.
type Session struct{ ent.Schema }

func (Session) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, programOnly, unlogged{}, sealedOnce{}}
}

func (Session) Fields() []ent.Field {
	return []ent.Field{
		field.String("token_hash").MaxRuneLen(64).Unique().Immutable().Sensitive(),
		field.Int64("account_id").Immutable(),
		field.Time("created_at").SchemaType(moment).Immutable(),
		field.Time("seen_at").SchemaType(moment).Comment("moved on at most once a minute").Annotations(free),
		field.Time("expires_at").SchemaType(moment).Immutable().Comment("absolute end"),
		field.Enum("method").GoType(term.SignInMethod("")).SchemaType(word).Default(string(term.SignInMethodPassword)).Immutable(),
		field.Bool("factor_pending").Default(false).Immutable().Comment("true until the second factor was given"),
		field.String("address").MaxRuneLen(64).Default("").Immutable().Comment("of the browser that signed in"),
		field.String("agent").MaxRuneLen(300).Default("").Immutable().Comment("what that browser says it is"),
	}
}

func (Session) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("account", Account.Type).Field("account_id").Unique().Required().Immutable().Annotations(keep),
	}
}

func (Session) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id"), index.Fields("expires_at")}
}

// RoleAppointment grants a role on a unit and its subtree, or, without a unit, on the whole
// system, from a day on and perhaps to one.
type RoleAppointment struct{ ent.Schema }

func (RoleAppointment) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, recorded{}, grantedRoles}
}

func (RoleAppointment) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("account_id").Immutable(),
		field.Enum("role").GoType(term.Role("")).SchemaType(word).Immutable(),
		field.Int64("unit_id").Optional().Nillable().Immutable(),
		field.String("reason").MaxRuneLen(500).Default("").Immutable(),
		field.Int64("granted_by").Optional().Nillable().Immutable().Comment("account, null for the operator of the server"),
		field.Enum("status").GoType(term.GrantStatus("")).SchemaType(word).Default(string(term.GrantStatusActive)),
		field.Int64("confirmed_by").Optional().Nillable().Comment("the second person"),
		field.Time("confirmed_at").SchemaType(moment).Optional().Nillable(),
		field.Time("ended_at").SchemaType(moment).Optional().Nillable().Comment("when it was ended at once; its last day is then the day before"),
	}
}

func (RoleAppointment) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("account", Account.Type).Field("account_id").Unique().Required().Immutable().Annotations(keep, asked),
		edge.To("unit", Unit.Type).Field("unit_id").Unique().Immutable().Annotations(keep),
		edge.To("granter", Account.Type).Field("granted_by").Unique().Immutable().Annotations(keep),
		edge.To("confirmer", Account.Type).Field("confirmed_by").Unique().Annotations(keep),
	}
}

func (RoleAppointment) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "from_day"), index.Fields("unit_id")}
}
