package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/term"
)

// CalendarYear 工作日历 is the working calendar of a year as an administrator has set it, in place of what the program is
// delivered with. Package calendar reads and writes it for everybody.
type CalendarYear struct{ ent.Schema }

func (CalendarYear) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, programOnly}
}

func (CalendarYear) Fields() []ent.Field {
	return []ent.Field{
		field.Int("year").Positive().Immutable().Unique(),
		field.String("source").NotEmpty().MaxRuneLen(500).Comment("title and number of the notice that it is from"),
		field.Bool("confirmed").Comment("more than one source says so"),
		field.JSON("ranges", []term.DayRange{}).Comment("days off and make-up working days, in their order"),
		field.String("reason").NotEmpty().MaxRuneLen(500),
		field.Int64("account_id").Optional().Nillable().Comment("account that set it last"),
		field.String("actor_name").MaxRuneLen(100).Comment("name of that person on that day"),
	}
}

// ClockRule 期限计算规则 is one version of a rule by which a unit's subtree counts time limits, beside those of statutes.
type ClockRule struct{ ent.Schema }

func (ClockRule) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, placed{}, directory} }

func (ClockRule) Fields() []ent.Field {
	return []ent.Field{
		field.String("code").NotEmpty().MaxRuneLen(40).Immutable(),
		field.Int("number").Positive().Immutable().Comment("counts up from 1 within the unit and code"),
		field.String("name").NotEmpty().MaxRuneLen(200).Immutable(),
		field.Text("definition").MaxLen(ruleBytes).Immutable().Comment("JSON, see server/calendar"),
		field.Bool("withdrawn").Immutable().Comment("from this version on the unit has no such rule of its own"),
		field.String("reason").NotEmpty().MaxRuneLen(500).Immutable(),
		field.Int64("account_id").Optional().Nillable().Immutable(),
		field.String("actor_name").MaxRuneLen(100).Immutable(),
		field.Time("at").SchemaType(moment).Immutable(),
	}
}

func (ClockRule) Indexes() []ent.Index {
	return []ent.Index{index.Fields("unit_id", "code", "number").Unique()}
}
