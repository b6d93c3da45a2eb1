package warning

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/ent/warningrule"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/calendar"
	"sineng/server/fault"
	"sineng/server/org"
)

// HeldRule is a rule that holds on a unit, on or off.
type HeldRule struct {
	Rule
	On bool
	// Set is the version that a unit set; nil for a built-in rule as it comes.
	Set *ent.WarningRule
	// Own is the number of the unit's own newest version, 0 for none.
	Own int
}

// Rules are those that hold on a unit.
type Rules struct {
	Unit      *ent.Unit
	Rules     []*HeldRule
	MayChange bool
}

// Rules are those that hold on a unit, the built-in ones first.
func (s *Service) Rules(ctx context.Context, unitID int64) (*Rules, error) {
	u, err := org.UnitOf(ctx, s.store, unitID)
	if err != nil {
		return nil, err
	}
	if u == nil {
		return nil, fault.MissingAt("unitId", "单位", "unit")
	}
	if err := authz.Check(ctx, authz.ReadOrganisation, u.Levels()); err != nil {
		return nil, err
	}
	return s.rules(ctx, s.store.Reader(ctx), u)
}

func (s *Service) rules(ctx context.Context, client *ent.Client, u *ent.Unit) (*Rules, error) {
	held, err := rulesOn(ctx, client, u)
	return &Rules{u, held, isBureau(u) && authz.May(viewer.FromContext(ctx), authz.SetRecipes, u.Levels())}, err
}

func isBureau(u *ent.Unit) bool { return u.Kind == term.UnitKindBureau || u.ParentID == nil }

// rulesOn are the rules that hold on a unit: of each code the newest version of the nearest unit that has not withdrawn its own, else
// the built-in one.
func rulesOn(ctx context.Context, client *ent.Client, u *ent.Unit) ([]*HeldRule, error) {
	at := u.Levels()
	rows, err := client.WarningRule.Query().Where(warningrule.UnitIDIn(at[:u.Level]...)).Order(warningrule.ByID()).All(everywhere(ctx))
	if err != nil {
		return nil, err
	}
	type place struct {
		unit int64
		code string
	}
	newest := map[place]*ent.WarningRule{}
	var codes []string
	for _, r := range builtin {
		codes = append(codes, r.Code)
	}
	for _, row := range rows {
		k := place{row.UnitID, row.Code}
		if newest[k] == nil || newest[k].Number < row.Number {
			newest[k] = row
		}
		if !slices.Contains(codes, row.Code) {
			codes = append(codes, row.Code)
		}
	}
	var out []*HeldRule
	for _, code := range codes {
		r, is := builtinOf(code)
		held := &HeldRule{Rule: r, On: is}
		for _, id := range slices.Backward(at[:u.Level]) {
			row := newest[place{id, code}]
			if row == nil || row.Withdrawn {
				continue
			}
			set, err := parse(row.Settings)
			if err != nil {
				return nil, err
			}
			held.Rule, held.On, held.Set = Rule{code, row.Number, set}, row.On, row
			break
		}
		if own := newest[place{u.ID, code}]; own != nil {
			held.Own = own.Number
		}
		if is || held.Set != nil {
			out = append(out, held)
		}
	}
	return out, nil
}

// SetRule is a version of a rule that is set on a bureau, switched off there, or withdrawn.
type SetRule struct {
	UnitID          int64
	Code            *string // nil for a new one
	ExpectedVersion int     // of the unit's own newest version, 0 for none
	On              bool
	Rule            *Settings // nil for what holds now
	Withdraw        bool
	Reason          string
}

// SetRule sets a rule on a bureau and all below it. What was raised runs on as it was: who is asked cannot switch off what asks them.
func (s *Service) SetRule(ctx context.Context, in SetRule) (*Rules, error) {
	var bad fault.List
	reason, wrong := calendar.Reason(in.Reason)
	bad.Add(wrong)
	if in.Rule != nil {
		set := in.Rule.trimmed()
		in.Rule = &set
		for _, e := range fault.All(set.Validate()) {
			e.Field = "rule." + e.Field
			bad.Add(e)
		}
	}
	if in.Code == nil && (in.Rule == nil || in.Withdraw) {
		bad.Add(fault.Bad("code", "REQUIRED", "请指明规则,或给出新规则的内容", "Name a rule, or give the settings of a new one"))
	}
	if in.Code == nil && in.Rule != nil && in.Rule.Name == "" {
		bad.Add(fault.Bad("rule.name", "REQUIRED", "自定规则须有名称", "A rule of one's own has a name"))
	}
	if err := bad.Err(); err != nil {
		return nil, err
	}
	var out *Rules
	_, err := audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionSetWarningRule, Right: authz.SetRecipes, Reason: reason}, func(ctx context.Context, tx *ent.Tx) (*ent.WarningRule, error) {
		u, err := org.Hold(ctx, s.store, tx, in.UnitID, authz.SetRecipes, "unitId")
		if err != nil {
			return nil, err
		}
		if !isBureau(u) {
			return nil, fault.Bad("unitId", "NOT_A_BUREAU", "预警规则设在单位上,对其全部部门和下级有效,不能只设在部门上", "A rule is set on a bureau and holds for all below it, not on a department")
		}
		row, err := s.ruleRow(ctx, tx, u, in)
		if err != nil {
			return nil, err
		}
		v := viewer.FromContext(ctx)
		saved, err := row.SetUnitID(u.ID).SetLevels(u.Levels()).SetReason(reason).SetNillableAccountID(v.Account()).SetActorName(v.Name).SetAt(s.store.Now()).Save(everywhere(ctx))
		if ent.IsConstraintError(err) {
			return nil, fault.Stale()
		}
		if err != nil {
			return nil, err
		}
		out, err = s.rules(ctx, tx.Client(), u)
		return saved, err
	})
	return out, err
}

// ruleRow is the version that is written, once it may be.
func (s *Service) ruleRow(ctx context.Context, tx *ent.Tx, u *ent.Unit, in SetRule) (*ent.WarningRuleCreate, error) {
	row := tx.WarningRule.Create().SetWithdrawn(in.Withdraw)
	if in.Code == nil {
		if in.ExpectedVersion != 0 {
			return nil, fault.Stale()
		}
		text, err := json.Marshal(in.Rule)
		return row.SetCode(ownPrefix + rand.Text()[:8]).SetNumber(1).SetOn(in.On).SetSettings(string(text)), err
	}
	held, err := rulesOn(ctx, tx.Client(), u)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(held, func(r *HeldRule) bool { return r.Code == *in.Code })
	if i < 0 {
		return nil, fault.MissingAt("code", "预警规则", "rule of warnings")
	}
	was := held[i]
	own := was.Set != nil && was.Set.UnitID == u.ID
	set := was.Settings
	if in.Rule != nil {
		set = *in.Rule
	}
	switch {
	case was.Own != in.ExpectedVersion:
		return nil, fault.Stale()
	case in.Withdraw && !own:
		return nil, fault.New(fault.InvalidTransition, "RULE_NOT_SET", "code", "本单位没有自行设定这条规则,无须撤回", "The unit has not set this rule: there is nothing to withdraw")
	case !in.Withdraw && was.On == in.On && reflect.DeepEqual(set.normal(), was.Settings.normal()):
		return nil, fault.Bad("rule", "RULE_UNCHANGED", "与现行规则完全相同,无须设定", "This is the rule in force already")
	case set.Kind != was.Kind:
		return nil, fault.Bad("rule.kind", "ANOTHER_KIND", "一条规则始终针对同一类事由,请另设规则", "A rule stays with what it warns of: set another one")
	}
	if !in.Withdraw {
		if err := s.notSofter(ctx, tx.Client(), u, *in.Code, in.On, set); err != nil {
			return nil, err
		}
	}
	text, err := json.Marshal(set)
	return row.SetCode(*in.Code).SetNumber(was.Own + 1).SetOn(in.On && !in.Withdraw).SetSettings(string(text)), err
}

// ownPrefix begins the codes of rules that a body made itself.
const ownPrefix = "OWN_"

// notSofter refuses a rule that is softer than what a unit above has set.
func (s *Service) notSofter(ctx context.Context, client *ent.Client, u *ent.Unit, code string, on bool, set Settings) error {
	above, err := org.Above(ctx, client, u)
	if err != nil || len(above) == 0 {
		return err
	}
	held, err := rulesOn(ctx, client, above[len(above)-1])
	if err != nil {
		return err
	}
	i := slices.IndexFunc(held, func(r *HeldRule) bool { return r.Code == code && r.Set != nil })
	if i < 0 || !held[i].On {
		return nil
	}
	if !on {
		return fault.New(fault.Forbidden, "SET_ABOVE", "on", "上级单位已设定此规则,本单位不能停用", "A unit above has set this rule: it can't be switched off here")
	}
	var bad fault.List
	for _, e := range fault.All(set.Softer(held[i].Settings)) {
		e.Field = "rule." + e.Field
		bad.Add(e)
	}
	return bad.Err()
}

func (s Settings) trimmed() Settings {
	s.Name, s.Asks = strings.TrimSpace(s.Name), strings.TrimSpace(s.Asks)
	return s
}

// normal are settings with their choices in order, for comparison.
func (s Settings) normal() Settings {
	s.Grades = slices.SortedFunc(slices.Values(s.Grades), cmp.Compare)
	s.Severities = slices.SortedFunc(slices.Values(s.Severities), cmp.Compare)
	return s
}

// SetAt is when a rule was set, nil for a built-in one as it comes.
func (r *HeldRule) SetAt() *time.Time {
	if r.Set == nil {
		return nil
	}
	return &r.Set.At
}
