package register

import (
	"context"
	"fmt"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/power"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/ent/term/fold"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/search"
	"sineng/server/store"
	"sineng/server/tally"
)

// Disclosure says to whom and in which form a power is made public, or why it is not.
type Disclosure struct{ Scope, Form, Reason string }

// PowerDetails are the recorded details of a power.
type PowerDetails struct {
	Code              string
	Name              string
	Type              term.PowerType
	LegalBases        []term.LegalBasis
	Discretion        term.Discretion
	DiscretionNote    string
	TimeLimitDays     *int
	Frequency         string
	Disclosure        *Disclosure
	ExercisingPostIds []int64
	DecisionPostID    *int64
	ExecutionPostID   *int64
	SupervisionPostID *int64
	Responsibilities  string // 责任事项
	Accountability    string // 追责情形
}

// RegisterPower is the input of Service.RegisterPower.
type RegisterPower struct {
	UnitID  int64
	Details PowerDetails
}

// RevisePower is the input of Service.RevisePower.
type RevisePower struct {
	ID              int64
	ExpectedVersion int
	Details         PowerDetails
}

// RegisterPower adds a power to a unit's register.
func (s *Service) RegisterPower(ctx context.Context, in RegisterPower) (*ent.Power, error) {
	if err := in.Details.validate(); err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionRegisterPower, Right: authz.EditRegister}, func(ctx context.Context, tx *ent.Tx) (*ent.Power, error) {
		u, err := org.Hold(ctx, s.store, tx, in.UnitID, authz.EditRegister, "unitId")
		if err != nil {
			return nil, err
		}
		if err := in.Details.check(ctx, tx, u.ID, 0); err != nil {
			return nil, err
		}
		now := s.store.Now()
		create := tx.Power.Create().SetCreatedAt(now).SetUpdatedAt(now).AddExercisingPostIDs(distinct(in.Details.ExercisingPostIds)...)
		in.Details.write(create.Mutation())
		if err := org.Place(create.Mutation(), u); err != nil {
			return nil, err
		}
		p, err := create.Save(ctx)
		return p, org.Taken(err, codeTaken(in.Details.Code, ""))
	})
}

// RevisePower changes the details of a power.
func (s *Service) RevisePower(ctx context.Context, in RevisePower) (*ent.Power, error) {
	if err := in.Details.validate(); err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionRevisePower, Right: authz.EditRegister}, func(ctx context.Context, tx *ent.Tx) (*ent.Power, error) {
		p, err := s.HoldPower(ctx, tx, in.ID, "id")
		if err != nil {
			return nil, err
		}
		if err := in.Details.check(ctx, tx, p.UnitID, p.ID); err != nil {
			return nil, err
		}
		seen, err := p.QueryExercisingPosts().IDs(ctx)
		if err != nil {
			return nil, err
		}
		cut, made := linkChange(seen, in.Details.ExercisingPostIds)
		update := tx.Power.UpdateOne(p).Where(power.Version(in.ExpectedVersion)).AddVersion(1).SetUpdatedAt(s.store.Now()).
			RemoveExercisingPostIDs(cut...).AddExercisingPostIDs(made...)
		in.Details.write(update.Mutation())
		out, err := update.Save(ctx)
		if err != nil {
			return nil, org.Taken(org.Stale(err), codeTaken(in.Details.Code, ""))
		}
		if out.Type != p.Type {
			err = s.retype(ctx, tx, out)
		}
		return out, err
	})
}

// RetirePower retires a power as of a day.
func (s *Service) RetirePower(ctx context.Context, id int64, expectedVersion int, on time.Time) (*ent.Power, error) {
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionRetirePower, Right: authz.EditRegister}, func(ctx context.Context, tx *ent.Tx) (*ent.Power, error) {
		p, err := s.HoldPower(ctx, tx, id, "id")
		if err != nil {
			return nil, err
		}
		live, err := tx.RiskPoint.Query().Where(riskpoint.PowerID(id), riskpoint.StatusNEQ(term.RiskStatusRetired)).Count(ctx)
		if err != nil {
			return nil, err
		}
		if live > 0 {
			return nil, fault.New(fault.InvalidTransition, "HAS_RISK_POINTS", "id",
				fmt.Sprintf("该职权下仍有 %d 个风险点,请先撤销风险点", live),
				fmt.Sprintf("The power still has %d risk points; retire them first", live))
		}
		out, err := tx.Power.UpdateOne(p).Where(power.Version(expectedVersion)).AddVersion(1).
			SetRetiredOn(on).SetUpdatedAt(s.store.Now()).Save(ctx)
		return out, org.Stale(err)
	})
}

// HoldPower loads a power in force for a write by an editor of its register, and prevents risk
// points from being added to it meanwhile.
func (s *Service) HoldPower(ctx context.Context, tx *ent.Tx, id int64, field string) (*ent.Power, error) {
	p, err := tx.Power.Get(ctx, id)
	if err != nil {
		return nil, store.OrMissing(err, field, "职权", "power")
	}
	if _, err := org.Hold(ctx, s.store, tx, p.UnitID, authz.EditRegister, field); err != nil {
		return nil, err
	}
	if s.locks() {
		if p, err = tx.Power.Query().Where(power.ID(id)).ForUpdate().Only(ctx); err != nil {
			return nil, store.OrMissing(err, field, "职权", "power")
		}
	}
	if p.RetiredOn != nil {
		return nil, retired(field)
	}
	return p, nil
}

func retired(field string) error {
	return fault.New(fault.InvalidTransition, "POWER_RETIRED", field, "该职权已停用", "The power is retired")
}

// retype moves the counts of a power's risk points to its new type.
func (s *Service) retype(ctx context.Context, tx *ent.Tx, p *ent.Power) error {
	q := tx.RiskPoint.Query().Where(riskpoint.PowerID(p.ID)).Order(riskpoint.ByID())
	if s.locks() {
		q.ForUpdate()
	}
	risks, err := q.All(viewer.System(ctx))
	if err != nil {
		return err
	}
	for _, r := range risks {
		before := tally.StateOf(r)
		after, err := tx.RiskPoint.UpdateOne(r).SetPowerType(string(p.Type)).Save(viewer.System(ctx))
		if err != nil {
			return err
		}
		if err := tally.Changed(ctx, tx, before, after); err != nil {
			return err
		}
	}
	return nil
}

func (d PowerDetails) validate() error {
	var bad fault.List
	bad.Add(length("details.code", strings.TrimSpace(d.Code), 1, 64, "职权编码", "The code"))
	bad.Add(length("details.name", strings.TrimSpace(d.Name), 1, 300, "职权名称", "The name"))
	bad.Add(length("details.discretionNote", d.DiscretionNote, 0, 4000, "自由裁量权说明", "The note on discretion"))
	bad.Add(length("details.frequency", d.Frequency, 0, 200, "行使频次", "The frequency"))
	bad.Add(length("details.responsibilities", strings.TrimSpace(d.Responsibilities), 0, 4000, "责任事项", "The responsibilities"))
	bad.Add(length("details.accountability", strings.TrimSpace(d.Accountability), 0, 4000, "追责情形", "The accountability"))
	if d.TimeLimitDays != nil && *d.TimeLimitDays < 0 {
		bad.Add(fault.Bad("details.timeLimitDays", "OUT_OF_RANGE", "办理时限不得为负", "The time limit must not be negative"))
	}
	for i, b := range d.LegalBases {
		bad.Add(length(fmt.Sprintf("details.legalBases.%d.law", i), strings.TrimSpace(b.Law), 1, 300, "法律法规名称", "The law"))
		bad.Add(length(fmt.Sprintf("details.legalBases.%d.text", i), b.Text, 0, 4000, "条文内容", "The text"))
	}
	if d.Disclosure != nil {
		bad.Add(length("details.disclosure.scope", d.Disclosure.Scope, 0, 500, "公开范围", "The scope of disclosure"))
		bad.Add(length("details.disclosure.form", d.Disclosure.Form, 0, 500, "公开形式", "The form of disclosure"))
		bad.Add(length("details.disclosure.reason", d.Disclosure.Reason, 0, 1000, "不公开理由", "The reason"))
	}
	return bad.Err()
}

func codeTaken(code, there string) error {
	return fault.Taken("CODE_TAKEN", "details.code", "该单位已有此职权编码", "The unit has a power with this code already", strings.TrimSpace(code), there)
}

// check looks up what the details refer to.
func (d PowerDetails) check(ctx context.Context, tx *ent.Tx, unitID, except int64) error {
	code := strings.TrimSpace(d.Code)
	there, err := tx.Power.Query().Where(power.UnitID(unitID), power.Or(power.Code(code), power.CodeFolded(fold.Code(code))), power.IDNEQ(except)).All(ctx)
	if err != nil {
		return err
	}
	if len(there) > 0 {
		return codeTaken(code, there[0].Code)
	}
	if err := org.CheckPosts(ctx, tx.Client(), "details.exercisingPostIds", d.ExercisingPostIds...); err != nil {
		return err
	}
	for _, ref := range []struct {
		field string
		id    *int64
	}{{"decisionPostId", d.DecisionPostID}, {"executionPostId", d.ExecutionPostID}, {"supervisionPostId", d.SupervisionPostID}} {
		if err := org.CheckPosts(ctx, tx.Client(), "details."+ref.field, given(ref.id)); err != nil {
			return err
		}
	}
	return nil
}

func (d PowerDetails) write(m *ent.PowerMutation) {
	m.SetCode(strings.TrimSpace(d.Code))
	m.SetName(strings.TrimSpace(d.Name))
	m.SetType(d.Type)
	bases := d.LegalBases
	if bases == nil {
		bases = []term.LegalBasis{}
	}
	m.SetLegalBases(bases)
	m.SetDiscretion(d.Discretion)
	m.SetDiscretionNote(d.DiscretionNote)
	m.SetFrequency(d.Frequency)
	m.SetResponsibilities(strings.TrimSpace(d.Responsibilities))
	m.SetAccountability(strings.TrimSpace(d.Accountability))
	disclosure := Disclosure{}
	if d.Disclosure != nil {
		disclosure = *d.Disclosure
	}
	m.SetDisclosureScope(disclosure.Scope)
	m.SetDisclosureForm(disclosure.Form)
	m.SetDisclosureReason(disclosure.Reason)
	optional(d.TimeLimitDays, m.SetTimeLimitDays, m.ClearTimeLimitDays)
	optional(d.DecisionPostID, m.SetDecisionPostID, m.ClearDecisionPostID)
	optional(d.ExecutionPostID, m.SetExecutionPostID, m.ClearExecutionPostID)
	optional(d.SupervisionPostID, m.SetSupervisionPostID, m.ClearSupervisionPostID)
}

// optional sets a nullable field, or clears it when the value is nil.
func optional[T any](value *T, set func(T), clear func()) {
	if value == nil {
		clear()
		return
	}
	set(*value)
}

// PowerFilter narrows a list of powers.
type PowerFilter struct {
	UnitID         *int64
	UnitOnly       *bool
	Types          []term.PowerType
	Discretions    []term.Discretion
	Text           *string
	IncludeRetired *bool
}

// Powers lists powers by code.
func (s *Service) Powers(ctx context.Context, f PowerFilter, page store.Page, with func(*ent.PowerQuery)) (*store.Slice[*ent.Power], error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadRegister); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).Power.Query()
	if err := org.Within(ctx, s.store, q, f.UnitID, f.UnitOnly); err != nil {
		return nil, err
	}
	if len(f.Types) > 0 {
		q.Where(power.TypeIn(f.Types...))
	}
	if len(f.Discretions) > 0 {
		q.Where(power.DiscretionIn(f.Discretions...))
	}
	if f.IncludeRetired == nil || !*f.IncludeRetired {
		q.Where(power.Or(power.RetiredOnIsNil(), power.RetiredOnGT(s.store.Today())))
	}
	asked := search.Asked{Text: textOf(f.Text), Words: map[string][]string{power.FieldType: words(f.Types), power.FieldDiscretion: words(f.Discretions)}}
	if err := search.Narrow(ctx, s.store, q, powerTexts, asked); err != nil {
		return nil, err
	}
	return store.List(ctx, q, page, func(p *ent.Power) int64 { return p.ID },
		[]store.Key[*ent.Power]{store.Asc("code", func(p *ent.Power) any { return p.Code })}, with)
}
