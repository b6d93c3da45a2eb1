package balance

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/ownbalancerule"
	"sineng/ent/power"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/balance/engine"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// RuleInput is a rule of a body's own as it is written: two lists that must not meet in one hand.
type RuleInput struct {
	Name, Reason, Example string
	Severity              engine.Severity
	Scope                 engine.Scope
	SameHand              engine.SameHand
	Left, Right           engine.Side
}

// SaveRule drafts a rule, or rewrites a draft.
type SaveRule struct {
	ID              *int64
	ExpectedVersion int
	UnitID          int64
	Rule            RuleInput
}

// SwitchRule switches a rule on or off.
type SwitchRule struct {
	ID              int64
	ExpectedVersion int
	On              bool
	Reason          string
}

// mostYears is how many past years a rule is replayed over.
const mostYears = 10

// OwnRules are the rules that units have set themselves and that hold on a unit, the oldest first.
func (s *Service) OwnRules(ctx context.Context, unitID int64) ([]*ent.OwnBalanceRule, error) {
	u, err := s.place(ctx, unitID)
	if err != nil {
		return nil, err
	}
	at := u.Levels()
	return s.store.Reader(ctx).OwnBalanceRule.Query().Where(ownbalancerule.UnitIDIn(at[:u.Level]...)).Order(ownbalancerule.ByID()).All(ctx)
}

// RuleOf is a rule of a body's own as it is judged.
func (s *Service) RuleOf(row *ent.OwnBalanceRule) (engine.Rule, error) { return ruleOf(row) }

// MayChangeRule tells whether the viewer may switch a rule, or rewrite a draft.
func (s *Service) MayChangeRule(ctx context.Context, row *ent.OwnBalanceRule) bool {
	return authz.May(viewer.FromContext(ctx), authz.SetRecipes, row.Levels())
}

// rule checks a rule as it is written, and makes it ready under a code. All that is wrong is told.
func (in RuleInput) rule(code string) (engine.Rule, error) {
	same := func(text string) engine.Text {
		return engine.Text{ZH: strings.TrimSpace(text), EN: strings.TrimSpace(text)}
	}
	r := engine.Rule{Code: code, Name: same(in.Name), Reason: same(in.Reason), Example: same(in.Example), Severity: in.Severity,
		Definition: engine.Definition{Kind: engine.KindTwoLists, Scope: in.Scope, SameHand: in.SameHand, Left: in.Left, Right: in.Right}}
	var bad fault.List
	for _, f := range []struct {
		field, text string
		most        int
	}{{"rule.name", r.Name.ZH, 200}, {"rule.reason", r.Reason.ZH, 2000}, {"rule.example", r.Example.ZH, 2000}} {
		if utf8.RuneCountInString(f.text) > f.most {
			bad.Add(fault.Bad(f.field, "TOO_LONG", fmt.Sprintf("最多 %d 个字符", f.most), fmt.Sprintf("At most %d characters", f.most)))
		}
	}
	told := map[string]bool{}
	for _, p := range r.Validate() {
		path := strings.TrimSuffix(strings.TrimSuffix(strings.Replace(p.Path, "definition.", "", 1), ".zh"), ".en")
		if told[path] {
			continue
		}
		told[path] = true
		text := problemText(p.Code)
		bad.Add(fault.Bad("rule."+path, string(p.Code), text.ZH, text.EN))
	}
	return r, bad.Err()
}

// selects refuses powers and posts that the viewer does not see.
func selects(ctx context.Context, client *ent.Client, d engine.Definition) error {
	for _, side := range []engine.Side{d.Left, d.Right} {
		for _, sel := range side.Selectors {
			n, err := client.Power.Query().Where(power.IDIn(sel.Powers...)).Count(ctx)
			if err != nil {
				return err
			}
			if n < len(sel.Powers) {
				return fault.MissingAt("rule", "职权", "power")
			}
			if err := org.CheckPosts(ctx, client, "rule", sel.Posts...); err != nil {
				return err
			}
		}
	}
	return nil
}

// problemText says what is wrong with a rule.
func problemText(code engine.ProblemCode) engine.Text {
	switch code {
	case engine.ProblemMissing:
		return engine.Text{ZH: "请填写或选择", EN: "Fill it in, or choose a value"}
	case engine.ProblemNotRead:
		return engine.Text{ZH: "所选对象没有这项条件,请去掉", EN: "What is selected has no such condition: leave it out"}
	case engine.ProblemTwice:
		return engine.Text{ZH: "重复,请去掉一个", EN: "It stands there twice: leave one out"}
	case engine.ProblemTooMany:
		return engine.Text{ZH: "过多,每侧最多 32 组,每项条件最多 200 个", EN: "Too many: at most 32 selectors to a side and 200 values to a condition"}
	case engine.ProblemOutOfScope:
		return engine.Text{ZH: "“同一流程”只能选环节,不能选职权岗位或领导分工", EN: "Within one process there are steps alone, no roles and no portfolios"}
	case engine.ProblemNoHand:
		return engine.Text{ZH: "领导分工属于个人,不能按岗位或部门判断", EN: "A portfolio is in a person's hand, not in that of a post or a department"}
	}
	return engine.Text{ZH: "没有这个取值", EN: "There is no such value"}
}

// ruleAt is the bureau on which a rule is set, by who may set it.
func (s *Service) ruleAt(ctx context.Context, unitID int64) (*ent.Unit, error) {
	u, err := s.unit(ctx, unitID)
	if err != nil {
		return nil, err
	}
	if err := authz.Check(ctx, authz.SetRecipes, u.Levels()); err != nil {
		return nil, err
	}
	if u.Kind != term.UnitKindBureau && u.ParentID != nil {
		return nil, fault.Bad("unitId", "NOT_A_BUREAU", "制衡规则设在单位上,对其全部部门和下级有效,不能只设在部门上", "A rule is set on a bureau and holds for all below it, not on a department")
	}
	return u, nil
}

// SaveRule drafts a rule, or rewrites a draft.
func (s *Service) SaveRule(ctx context.Context, in SaveRule) (*ent.OwnBalanceRule, error) {
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*ent.OwnBalanceRule, error) {
		u, err := s.ruleAt(ctx, in.UnitID)
		if err != nil {
			return nil, err
		}
		now := s.store.Now()
		code := "OWN-" + strconv.FormatInt(now.UnixMicro(), 36)
		r, err := in.Rule.rule(code)
		if err != nil {
			return nil, err
		}
		if err := selects(ctx, tx.Client(), r.Definition); err != nil {
			return nil, err
		}
		sys := everywhere(ctx)
		var row *ent.OwnBalanceRule
		if in.ID == nil {
			create := tx.OwnBalanceRule.Create().SetCode(code).SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now).
				SetName(r.Name.ZH).SetReason(r.Reason.ZH).SetExample(r.Example.ZH).SetSeverity(string(r.Severity)).SetDefinition(string(r.Definition.Encode())).SetChanges(changedTo(ctx, nil, now, term.RuleStateDraft, ""))
			enterRule(create.Mutation(), term.RuleStateDraft)
			row, err = create.Save(sys)
		} else {
			row, err = s.heldRule(ctx, tx, *in.ID, in.ExpectedVersion)
			if err != nil {
				return nil, err
			}
			if row.State != term.RuleStateDraft {
				return nil, fault.New(fault.InvalidTransition, "RULE_SET", "id", "该规则启用过,不能改写,请另拟一条", "The rule was on once and is not rewritten: draft another")
			}
			row, err = tx.OwnBalanceRule.UpdateOne(row).AddVersion(1).SetUpdatedAt(now).
				SetName(r.Name.ZH).SetReason(r.Reason.ZH).SetExample(r.Example.ZH).SetSeverity(string(r.Severity)).SetDefinition(string(r.Definition.Encode())).
				SetChanges(changedTo(ctx, row.Changes, now, term.RuleStateDraft, "")).Save(sys)
		}
		if err != nil {
			return nil, err
		}
		return row, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionSetBalanceRule, Right: authz.SetRecipes, At: row.Levels(), Object: row.ID})
	})
}

// changedTo adds to what was done with a rule. What one account drafts at a stretch is one change.
func changedTo(ctx context.Context, before []term.RuleChange, at time.Time, to term.RuleState, reason string) []term.RuleChange {
	next := term.RuleChange{At: at, To: to, Reason: reason}
	if v := viewer.Actor(ctx); v != nil && v.AccountID != 0 {
		next.By = &v.AccountID
	}
	if n := len(before); n > 0 && to == term.RuleStateDraft && before[n-1].To == to && same(before[n-1].By, next.By) {
		return append(slices.Clone(before[:n-1]), next)
	}
	return append(slices.Clone(before), next)
}

func same(a, b *int64) bool { return a == b || a != nil && b != nil && *a == *b }

// ChangesOf is who drafted a rule, switched it on and off, the newest first.
func ChangesOf(row *ent.OwnBalanceRule) []*term.RuleChange {
	out := []*term.RuleChange{}
	for _, c := range slices.Backward(row.Changes) {
		out = append(out, &c)
	}
	return out
}

func (s *Service) heldRule(ctx context.Context, tx *ent.Tx, id int64, version int) (*ent.OwnBalanceRule, error) {
	row, err := tx.OwnBalanceRule.Get(ctx, id)
	if err != nil {
		return nil, store.OrMissing(err, "id", "制衡规则", "rule of balance")
	}
	if err := authz.Check(ctx, authz.SetRecipes, row.Levels()); err != nil {
		return nil, err
	}
	if row.Version != version {
		return nil, fault.Stale()
	}
	return row, nil
}

// NextRule is the state of a rule that is switched on or off.
func NextRule(from term.RuleState, on bool) (term.RuleState, error) {
	switch {
	case on && from != term.RuleStateOn:
		return term.RuleStateOn, nil
	case !on && from == term.RuleStateOn:
		return term.RuleStateOff, nil
	case on:
		return "", fault.New(fault.InvalidTransition, "RULE_ON", "on", "该规则已经启用", "The rule is on already")
	}
	return "", fault.New(fault.InvalidTransition, "RULE_NOT_ON", "on", "该规则没有启用", "The rule is not on")
}

// enterRule enters the state of a rule; nothing else sets it.
func enterRule(m *ent.OwnBalanceRuleMutation, to term.RuleState) { m.SetState(to) }

// SwitchRule switches a rule on or off; what hangs on it is judged again by the follower of the log.
func (s *Service) SwitchRule(ctx context.Context, in SwitchRule) (*ent.OwnBalanceRule, error) {
	reason, err := reasonOf(in.Reason)
	if err != nil {
		return nil, err
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*ent.OwnBalanceRule, error) {
		row, err := s.heldRule(ctx, tx, in.ID, in.ExpectedVersion)
		if err != nil {
			return nil, err
		}
		to, err := NextRule(row.State, in.On)
		if err != nil {
			return nil, err
		}
		now := s.store.Now()
		update := tx.OwnBalanceRule.UpdateOne(row).AddVersion(1).SetUpdatedAt(now).SetSwitchedAt(now).SetChanges(changedTo(ctx, row.Changes, now, to, reason))
		enterRule(update.Mutation(), to)
		row, err = update.Save(everywhere(ctx))
		if err != nil {
			return nil, err
		}
		return row, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionSwitchBalanceRule, Right: authz.SetRecipes, At: row.Levels(), Object: row.ID, Reason: reason,
			Details: map[string]string{"state": string(to)}})
	})
}

// Trial is what a rule would find.
type Trial struct {
	*Balance
	Past []*PastTrial
}

// Count is how many conflicts it finds today.
func (t *Trial) Count() int { return len(t.conflicts) }

// PastTrial is what broke a rule on a day.
type PastTrial struct {
	*Balance
	On    time.Time
	Count int
}

// TryRule judges a rule alone on a unit and those below it, today and at the end of past years. Nothing is written.
func (s *Service) TryRule(ctx context.Context, unitID int64, in RuleInput, years int) (*Trial, error) {
	if years < 0 || years > mostYears {
		return nil, fault.Bad("years", "OUT_OF_RANGE", "回溯 0 至 10 年", "0 to 10 years are replayed")
	}
	u, err := s.place(ctx, unitID)
	if err != nil {
		return nil, err
	}
	r, err := in.rule("TRIAL")
	if err != nil {
		return nil, err
	}
	if err := selects(ctx, s.store.Reader(ctx), r.Definition); err != nil {
		return nil, err
	}
	book, err := engine.NewRulebook([]engine.Rule{r})
	if err != nil {
		return nil, err
	}
	today := s.store.Today()
	out := &Trial{Past: []*PastTrial{}}
	for n := 0; n <= years; n++ {
		day := today
		if n > 0 {
			day = time.Date(today.Year()-n, 12, 31, 0, 0, 0, 0, time.UTC)
		}
		read, err := s.read(ctx, u, day, subtree)
		if err != nil {
			return nil, err
		}
		b := &Balance{Unit: u, On: day, state: engine.NewState(read.facts, book), rules: book, past: read.past}
		b.tell()
		if err := b.name(ctx, s.store.Reader(ctx)); err != nil {
			return nil, err
		}
		if n > 0 {
			out.Past = append(out.Past, &PastTrial{b, day, len(b.conflicts)})
			continue
		}
		out.Balance = b
	}
	return out, nil
}
