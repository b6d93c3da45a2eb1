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

// Plan plans a campaign on a unit and its subtree; nothing is expected before it is opened.
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
		create := tx.Campaign.Create().SetYear(d.Year).SetTitle(d.Title).SetDescription(d.Description).SetPhase(term.CampaignPhasePlanned).
			SetKinds(d.Kinds).SetPhases(d.plans()).SetPublicityDays(d.PublicityDays).SetObjectionDays(d.ObjectionDays).SetPublicNames(d.PublicNames).
			SetNillablePreviousID(d.PreviousID).SetCreatedAt(now).SetUpdatedAt(now)
		if err := org.Place(create.Mutation(), u); err != nil {
			return nil, err
		}
		return create.Save(ctx)
	})
}

// Revise changes what is planned. Once the campaign is open its year and its forms stay; deadlines
// that change are written to the forms that are not filed yet, by a job.
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
		if c.ClosedAt != nil {
			return nil, CheckRunning(c)
		}
		if err := s.checkPrevious(ctx, tx, d, c.UnitID); err != nil {
			return nil, err
		}
		if c.OpenedAt != nil {
			if err := fixedOnceOpen(c, d); err != nil {
				return nil, err
			}
		}
		if c.OpenedAt != nil && !reflect.DeepEqual(deadlines(c.Phases), deadlines(d.plans())) {
			if err := s.alignLater(ctx, tx, c); err != nil {
				return nil, err
			}
		}
		u := tx.Campaign.UpdateOne(c).AddVersion(1).SetYear(d.Year).SetTitle(d.Title).SetDescription(d.Description).SetKinds(d.Kinds).SetPhases(d.plans()).
			SetPublicityDays(d.PublicityDays).SetObjectionDays(d.ObjectionDays).SetPublicNames(d.PublicNames).SetUpdatedAt(s.store.Now())
		if u.ClearPreviousID(); d.PreviousID != nil {
			u.SetPreviousID(*d.PreviousID)
		}
		return u.Save(ctx)
	})
}

// fixedOnceOpen refuses changes that would leave forms behind which nobody asked for.
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

// checkPrevious looks the campaign up that this one carries on.
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

// tidy trims texts and puts the forms in their order.
func tidy(d Details) Details {
	d.Title, d.Description = strings.TrimSpace(d.Title), strings.TrimSpace(d.Description)
	order := term.FormKind("").Values()
	d.Kinds = slices.SortedFunc(slices.Values(d.Kinds), func(a, b term.FormKind) int {
		return slices.Index(order, string(a)) - slices.Index(order, string(b))
	})
	return d
}
