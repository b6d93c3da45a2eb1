package balance

import (
	"context"
	"fmt"

	"sineng/ent"
	"sineng/ent/ownbalancerule"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/balance/engine"
)

// Rules are the rules that every body has, and, where a unit is named, those of its own that are on there: the built-in ones
// first, each in the order in which they are shown.
func (s *Service) Rules(ctx context.Context, unitID *int64) ([]*engine.Rule, error) {
	book := s.builtIn
	if unitID != nil {
		u, err := s.unit(ctx, *unitID)
		if err != nil {
			return nil, err
		}
		if err := authz.Check(ctx, authz.ReadRegister, u.Levels()); err != nil {
			return nil, err
		}
		if book, err = s.Rulebook(ctx, s.store.Reader(ctx), u); err != nil {
			return nil, err
		}
	}
	var out []*engine.Rule
	for _, r := range book.Rules() {
		out = append(out, &r)
	}
	return out, nil
}

// Rulebook are the rules by which a unit is judged, whoever asks: the built-in ones and those that are on at the unit or above.
func (s *Service) Rulebook(ctx context.Context, client *ent.Client, u *ent.Unit) (*engine.Rulebook, error) {
	at := u.Levels()
	rows, err := client.OwnBalanceRule.Query().Where(ownbalancerule.UnitIDIn(at[:u.Level]...), ownbalancerule.StateEQ(term.RuleStateOn)).
		Order(ownbalancerule.ByID()).All(everywhere(ctx))
	if err != nil || len(rows) == 0 {
		return s.builtIn, err
	}
	rules := s.builtIn.Rules()
	for _, row := range rows {
		r, err := ruleOf(row)
		if err != nil {
			return nil, err
		}
		rules = append(rules, r)
	}
	return engine.NewRulebook(rules)
}

// ruleOf is a rule of a body's own as it is judged.
func ruleOf(row *ent.OwnBalanceRule) (engine.Rule, error) {
	d, err := engine.DecodeDefinition([]byte(row.Definition))
	if err != nil {
		return engine.Rule{}, fmt.Errorf("the rule of balance %s: %w", row.Code, err)
	}
	same := func(text string) engine.Text { return engine.Text{ZH: text, EN: text} }
	return engine.Rule{Code: row.Code, Name: same(row.Name), Reason: same(row.Reason), Example: same(row.Example), Severity: engine.Severity(row.Severity), Definition: d}, nil
}

// rulesOf are the rules that findings name, by code; a rule of a body's own also where it is off by now.
func (s *Service) rulesOf(ctx context.Context, client *ent.Client, found []finding) (map[string]engine.Rule, error) {
	out := rulesByCode(s.builtIn)
	var codes []string
	for _, f := range found {
		if _, known := out[f.Rule]; !known {
			codes = append(codes, f.Rule)
		}
	}
	if len(codes) == 0 {
		return out, nil
	}
	rows, err := client.OwnBalanceRule.Query().Where(ownbalancerule.CodeIn(codes...)).All(everywhere(ctx))
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		r, err := ruleOf(row)
		if err != nil {
			return nil, err
		}
		out[r.Code] = r
	}
	return out, nil
}
