package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/rule"
	"sineng/ent/term"
)

// Account is a way to sign in.
type Account struct{ ent.Schema }

func (Account) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, timed{}, versioned{}} }

func (Account) Fields() []ent.Field {
	return []ent.Field{
		field.String("login_name").NotEmpty().MaxRuneLen(64).Unique().Comment("lower case"),
		field.String("password_hash").MaxRuneLen(200).Sensitive().Comment("argon2id"),
		field.Bool("must_change_password").Default(true),
		field.Bool("disabled").Default(false),
		field.Int("failures").Default(0).Comment("failed sign-ins since the last good one"),
		field.Time("locked_until").SchemaType(moment).Optional().Nillable(),
		field.Time("last_sign_in_at").SchemaType(moment).Optional().Nillable(),
		field.Int64("person_id").Optional().Nillable().Unique(),
	}
}

func (Account) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("person", Person.Type).Field("person_id").Unique().Annotations(keep),
		edge.From("roles", RoleAppointment.Type).Ref("account"),
	}
}

func (Account) Policy() ent.Policy              { return rule.Policy() }
func (Account) Interceptors() []ent.Interceptor { return rule.Interceptors(rule.Accounts) }
func (Account) Hooks() []ent.Hook               { return rule.Hooks(rule.Accounts) }

// Session is a signed-in browser or program. Only the hash of its token is kept.
type Session struct{ ent.Schema }

func (Session) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}} }

func (Session) Fields() []ent.Field {
	return []ent.Field{
		field.String("token_hash").MaxRuneLen(64).Unique().Immutable().Sensitive(),
		field.Int64("account_id").Immutable(),
		field.Time("created_at").SchemaType(moment).Immutable(),
		field.Time("seen_at").SchemaType(moment).Comment("moved on at most once a minute"),
		field.Time("expires_at").SchemaType(moment).Comment("absolute end"),
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

func (Session) Policy() ent.Policy              { return rule.Policy() }
func (Session) Interceptors() []ent.Interceptor { return rule.Interceptors(rule.Internal) }
func (Session) Hooks() []ent.Hook               { return rule.Hooks(rule.Internal) }

// RoleAppointment grants a role on a unit and its subtree, or, without a unit, on
// the whole system, dated.
type RoleAppointment struct{ ent.Schema }

func (RoleAppointment) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, dated{}}
}

func (RoleAppointment) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("account_id").Immutable(),
		field.Enum("role").GoType(term.Role("")).SchemaType(word).Immutable(),
		field.Int64("unit_id").Optional().Nillable().Immutable(),
		field.Int64("granted_by").Optional().Nillable().Immutable().Comment("account, null for the operator of the server"),
	}
}

func (RoleAppointment) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("account", Account.Type).Field("account_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("unit", Unit.Type).Field("unit_id").Unique().Immutable().Annotations(keep),
		edge.To("granter", Account.Type).Field("granted_by").Unique().Immutable().Annotations(keep),
	}
}

func (RoleAppointment) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "from_day"), index.Fields("unit_id")}
}

func (RoleAppointment) Policy() ent.Policy              { return rule.Policy() }
func (RoleAppointment) Interceptors() []ent.Interceptor { return rule.Interceptors(rule.Accounts) }
func (RoleAppointment) Hooks() []ent.Hook               { return rule.Hooks(rule.Accounts) }
