package campaign

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// Plan is the input of Service.Plan.
type Plan struct {
	UnitID  int64
	Details Details
}

// Revise is the input of Service.Revise.
type Revise struct {
	ID              int64
	ExpectedVersion int
	Details         Details
}

// Plan creates a campaign on a unit and its subtree. It requires no forms before it is opened.
func (s *Service) Plan(ctx context.Context, in Plan) (*ent.Campaign, error) {
	d := tidy(in.Details)
	if err := validate(d); err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionPlanCampaign, Right: authz.ManageCampaigns}, func(ctx context.Context, tx *ent.Tx) (*ent.Campaign, error) {
		u, err := org.Hold(ctx, s.store, tx, in.UnitID, authz.ManageCampaigns, "unitId")
		if err != nil {
			return nil, err
		}
		if err := s.checkPrevious(ctx, tx, d, u.ID); err != nil {
			return nil, err
		}
		now := s.store.Now()
		create := tx.Campaign.Create().SetCreatedAt(now).SetUpdatedAt(now)
		d.write(create.Mutation())
		if err := org.Place(create.Mutation(), u); err != nil {
			return nil, err
		}
		to, err := Next(State{}, ActionPlan, Manager, Facts{})
		if err != nil {
			return nil, err
		}
		enter(create.Mutation(), State{}, to, now)
		return create.Save(ctx)
	})
}

// Revise changes a plan. Once the campaign is open, its year and its forms are fixed; changed
// deadlines are set on the forms that are not filed yet, by a job.
func (s *Service) Revise(ctx context.Context, in Revise) (*ent.Campaign, error) {
	d := tidy(in.Details)
	if err := validate(d); err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionReviseCampaign, Right: authz.ManageCampaigns}, func(ctx context.Context, tx *ent.Tx) (*ent.Campaign, error) {
		c, err := s.hold(ctx, tx, in.ID, in.ExpectedVersion)
		if err != nil {
			return nil, err
		}
		now := s.store.Now()
		u := tx.Campaign.UpdateOne(c).AddVersion(1).SetUpdatedAt(now)
		if err := move(u, c, ActionRevise, Manager, factsOf(c), now); err != nil {
			return nil, err
		}
		if err := s.checkPrevious(ctx, tx, d, c.UnitID); err != nil {
			return nil, err
		}
		if Running(c) {
			if err := s.reviseRunning(ctx, tx, c, d); err != nil {
				return nil, err
			}
		}
		d.write(u.Mutation())
		return u.Save(ctx)
	})
}

// reviseRunning refuses changes to what is fixed once a campaign is open, and queues the job
// that sets new deadlines.
func (s *Service) reviseRunning(ctx context.Context, tx *ent.Tx, c *ent.Campaign, d Details) error {
	if err := fixedOnceOpen(c, d); err != nil {
		return err
	}
	if reflect.DeepEqual(deadlines(c.Phases), deadlines(d.plans())) {
		return nil
	}
	return s.alignLater(ctx, tx, c)
}

// fixedOnceOpen refuses a change of the year or the forms, which would leave forms that the
// plan does not require.
func fixedOnceOpen(c *ent.Campaign, d Details) error {
	var bad fault.List
	if d.Year != c.Year {
		bad.Add(fault.Bad("details.year", "FIXED_ONCE_OPEN", "专项工作启动后不能更改年度", "The year stays once the campaign is open"))
	}
	if !slices.Equal(d.Kinds, c.Kinds) {
		bad.Add(fault.Bad("details.kinds", "FIXED_ONCE_OPEN", "专项工作启动后不能增减表格", "The forms stay once the campaign is open"))
	}
	if !slices.ContainsFunc(d.Phases, func(p *PhaseInput) bool { return p.Phase == c.Phase }) {
		bad.Add(fault.Bad("details.phases", "PHASE_RUNNING", "不能去掉正在进行的阶段“"+c.Phase.Label("zh")+"”", "The phase that runs stays in the plan: "+c.Phase.Label("en")))
	}
	return bad.Err()
}

// checkPrevious checks the earlier campaign that this one continues.
func (s *Service) checkPrevious(ctx context.Context, tx *ent.Tx, d Details, unit int64) error {
	if d.PreviousID == nil {
		return nil
	}
	previous, err := tx.Campaign.Get(ctx, *d.PreviousID)
	if err != nil {
		return store.OrMissing(err, "details.previousId", "专项工作", "campaign")
	}
	return validatePrevious(previous, unit, d.Year)
}

func (d Details) write(m *ent.CampaignMutation) {
	m.SetYear(d.Year)
	m.SetTitle(d.Title)
	m.SetDescription(d.Description)
	m.SetKinds(d.Kinds)
	m.SetPhases(d.plans())
	m.SetPublicityDays(d.PublicityDays)
	m.SetObjectionDays(d.ObjectionDays)
	m.SetPublicNames(d.PublicNames)
	if m.ClearPreviousID(); d.PreviousID != nil {
		m.SetPreviousID(*d.PreviousID)
	}
}

// tidy trims texts and sorts the forms.
func tidy(d Details) Details {
	d.Title, d.Description = strings.TrimSpace(d.Title), strings.TrimSpace(d.Description)
	order := term.FormKind("").Values()
	d.Kinds = slices.SortedFunc(slices.Values(d.Kinds), func(a, b term.FormKind) int {
		return slices.Index(order, string(a)) - slices.Index(order, string(b))
	})
	return d
}
