// Package clock keeps the rules by which units count their time limits, beside those of statutes, and works out when a
// time limit ends there. What a clock is, package calendar says.
package clock

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/clockrule"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/calendar"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// Service keeps the rules.
type Service struct {
	store    *store.Store
	calendar *calendar.Service
}

// New makes the service.
func New(s *store.Store, c *calendar.Service) *Service { return &Service{store: s, calendar: c} }

// Rule is a rule with who set it.
type Rule struct {
	calendar.Rule
	// Set is the version that a unit set; nil for a statute's.
	Set *ent.ClockRule
	// NewestVersion is the newest that the unit has set of it, which may be one that is to come; 0 for a statute's.
	NewestVersion int
	// MayChange tells whether it is set on the unit that was asked for, and the viewer may set it anew.
	MayChange bool
}

// On are the rules that hold on a unit today: those of statutes, then those that it or a unit above has set, by code.
func (s *Service) On(ctx context.Context, unitID int64) ([]*Rule, error) {
	u, err := s.unit(ctx, unitID, authz.ReadOrganisation)
	if err != nil {
		return nil, err
	}
	return s.on(ctx, s.store.Reader(ctx), u, s.store.Today())
}

// on are the rules that hold on a unit on a day.
func (s *Service) on(ctx context.Context, client *ent.Client, u *ent.Unit, day time.Time) ([]*Rule, error) {
	var out []*Rule
	for _, r := range calendar.Rules() {
		if r.InForce(day) {
			out = append(out, &Rule{Rule: r})
		}
	}
	own, err := s.own(ctx, client, u)
	if err != nil {
		return nil, err
	}
	return append(out, own.on(day)...), nil
}

// own is what a unit and those above it have set.
type own struct {
	unit *ent.Unit
	may  bool // set rules on the unit
	set  map[place][]version
}

func (s *Service) own(ctx context.Context, client *ent.Client, u *ent.Unit) (*own, error) {
	at := u.Levels()
	rows, err := client.ClockRule.Query().Where(clockrule.UnitIDIn(at[:u.Level]...)).All(viewer.System(ctx))
	if err != nil {
		return nil, err
	}
	set, err := histories(rows)
	return &own{u, authz.May(viewer.FromContext(ctx), authz.SetRecipes, u.Levels()), set}, err
}

// on are the rules that hold on a day, by code: of each code that of the nearest unit which has one that day.
func (o *own) on(day time.Time) []*Rule {
	at := o.unit.Levels()
	nearest := map[string]*Rule{}
	for where, versions := range o.set {
		v := holding(versions, day)
		if now := nearest[where.code]; v == nil || now != nil && slices.Index(at[:], now.Set.UnitID) > slices.Index(at[:], where.unit) {
			continue
		}
		nearest[where.code] = &Rule{v.rule, v.row, versions[0].row.Number, o.may && where.unit == o.unit.ID}
	}
	return slices.SortedFunc(maps.Values(nearest), func(a, b *Rule) int { return strings.Compare(a.Code, b.Code) })
}

// ever tells whether a rule holds on any day.
func (o *own) ever(code string) bool {
	for where, versions := range o.set {
		if where.code == code && !versions[0].row.Withdrawn {
			return true
		}
	}
	return false
}

func ruleOf(row *ent.ClockRule) (calendar.Rule, error) {
	var r calendar.Rule
	if err := json.Unmarshal([]byte(row.Definition), &r); err != nil {
		return r, fmt.Errorf("the clock rule %s of unit %d: %w", row.Code, row.UnitID, err)
	}
	r.Code, r.Name = row.Code, calendar.Text{ZH: row.Name, EN: row.Name}
	return r, nil
}

func (s *Service) unit(ctx context.Context, id int64, action authz.Action) (*ent.Unit, error) {
	u, err := org.UnitOf(ctx, s.store, id)
	if err != nil {
		return nil, err
	}
	if u == nil {
		return nil, fault.MissingAt("unitId", "单位", "unit")
	}
	return u, authz.Check(ctx, action, u.Levels())
}

// Definition is a rule as it is written.
type Definition struct {
	Name      string
	Number    *int
	CountedIn *term.ClockUnit
	Start     term.ClockStart
	End       term.ClockEnd
	Pauses    []term.PauseKind
	Extension int
	Bases     []*term.LegalBasis
	From      time.Time
	To        *time.Time
}

// SetRule is a version of a rule that is set on a bureau, or withdrawn.
type SetRule struct {
	UnitID          int64
	Code            string
	ExpectedVersion int // the unit's newest version, 0 for none
	Rule            *Definition
	Reason          string
}

const (
	mostBases = 20
	mostName  = 200
)

var codes = regexp.MustCompile(`^[A-Za-z0-9_-]{1,40}$`)

// rule checks a rule as it is written. All that is wrong is told.
func (d Definition) rule() (calendar.Rule, error) {
	var bad fault.List
	r := calendar.Rule{Start: d.Start, End: d.End, Pauses: d.Pauses, Extension: d.Extension, From: d.From}
	name := strings.TrimSpace(d.Name)
	if n := utf8.RuneCountInString(name); n < 1 || n > mostName {
		bad.Add(fault.Bad("rule.name", "OUT_OF_RANGE", fmt.Sprintf("名称应为 1 至 %d 个字符", mostName), fmt.Sprintf("The name has 1 to %d characters", mostName)))
	}
	r.Name = calendar.Text{ZH: name, EN: name}
	number, unit := 1, term.ClockUnitWorkingDays
	if d.Number != nil {
		r.Number, number = *d.Number, *d.Number
	}
	if d.CountedIn != nil {
		r.Unit, unit = *d.CountedIn, *d.CountedIn
	}
	if d.To != nil {
		r.To = *d.To
		if d.To.Before(d.From) {
			bad.Add(fault.Bad("rule.to", "ENDS_BEFORE_START", "施行的最后一天不能早于第一天", "The last day in force is not before the first"))
		}
	}
	if len(d.Bases) > mostBases {
		bad.Add(fault.Bad("rule.bases", "TOO_MANY", fmt.Sprintf("最多 %d 条依据", mostBases), fmt.Sprintf("At most %d bases", mostBases)))
	}
	for n, b := range d.Bases {
		if utf8.RuneCountInString(b.Law) > 200 || utf8.RuneCountInString(b.Article) > 100 || utf8.RuneCountInString(b.Text) > 2000 || strings.TrimSpace(b.Law) == "" {
			bad.Add(fault.Bad(fmt.Sprintf("rule.bases.%d", n), "OUT_OF_RANGE", "法规名称必填且不超过 200 字,条款不超过 100 字,内容不超过 2000 字",
				"The law has 1 to 200 characters, the article at most 100, its text at most 2,000"))
		}
		r.Bases = append(r.Bases, *b)
	}
	for _, e := range fault.All((calendar.Clock{Unit: unit, Number: number, Start: d.Start, Pauses: d.Pauses, End: d.End, Extension: d.Extension}).Validate()) {
		if e.Field == "unit" {
			e.Field = "countedIn"
		}
		e.Field = "rule." + e.Field
		bad.Add(e)
	}
	return r, bad.Err()
}

// Set sets a new version of a rule on a bureau, or withdraws it, and returns the rules in force there.
func (s *Service) Set(ctx context.Context, in SetRule) ([]*Rule, error) {
	var bad fault.List
	reason, wrong := calendar.Reason(in.Reason)
	bad.Add(wrong)
	if _, statute := calendar.RuleOf(in.Code); statute {
		bad.Add(fault.New(fault.Conflict, "CODE_OF_A_STATUTE", "code", "该编码是法定规则,不能改动,请另取编码", "This is the code of a statute's rule, which is not changed: take another"))
	} else if !codes.MatchString(in.Code) {
		bad.Add(fault.Bad("code", "MALFORMED", "编码由 1 至 40 个字母、数字、- 或 _ 组成", "A code has 1 to 40 letters, digits, - and _"))
	}
	var r calendar.Rule
	if in.Rule != nil {
		var err error
		r, err = in.Rule.rule()
		bad = append(bad, fault.All(err)...)
	}
	if err := bad.Err(); err != nil {
		return nil, err
	}
	var rules []*Rule
	_, err := audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionSetClockRule, Right: authz.SetRecipes, Reason: reason}, func(ctx context.Context, tx *ent.Tx) (*ent.ClockRule, error) {
		u, err := org.Hold(ctx, s.store, tx, in.UnitID, authz.SetRecipes, "unitId")
		if err != nil {
			return nil, err
		}
		if u.Kind != term.UnitKindBureau && u.ParentID != nil {
			return nil, fault.Bad("unitId", "NOT_A_BUREAU", "期限规则设在单位上,对其全部部门和下级有效,不能只设在部门上", "A rule is set on a bureau and holds for all below it, not on a department")
		}
		was, err := tx.ClockRule.Query().Where(clockrule.UnitID(u.ID), clockrule.Code(in.Code)).Order(ent.Desc(clockrule.FieldNumber)).First(viewer.System(ctx))
		if err != nil && !ent.IsNotFound(err) {
			return nil, err
		}
		version := 0
		if was != nil {
			version = was.Number
		}
		if version != in.ExpectedVersion {
			return nil, fault.Stale()
		}
		name := r.Name.ZH
		if in.Rule == nil {
			if was == nil || was.Withdrawn {
				return nil, fault.New(fault.InvalidTransition, "RULE_NOT_SET", "code", "本单位没有设定该规则,无须停用", "The unit has not set this rule, there is nothing to withdraw")
			}
			if r, err = ruleOf(was); err != nil {
				return nil, err
			}
			name = was.Name
		}
		definition, err := json.Marshal(r)
		if err != nil {
			return nil, err
		}
		v := viewer.FromContext(ctx)
		row, err := tx.ClockRule.Create().SetUnitID(u.ID).SetLevels(u.Levels()).SetCode(in.Code).SetNumber(version + 1).SetName(name).SetDefinition(string(definition)).
			SetWithdrawn(in.Rule == nil).SetReason(reason).SetNillableAccountID(accountOf(v)).SetActorName(v.Name).SetAt(s.store.Now()).Save(viewer.System(ctx))
		if ent.IsConstraintError(err) {
			return nil, fault.Stale()
		}
		if err != nil {
			return nil, err
		}
		rules, err = s.on(ctx, tx.Client(), u, s.store.Today())
		return row, err
	})
	return rules, err
}

// accountOf is the viewer's account; nil for the program itself.
func accountOf(v *viewer.Viewer) *int64 {
	if v.AccountID == 0 {
		return nil
	}
	return &v.AccountID
}
