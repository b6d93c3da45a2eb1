package campaign

import (
	"context"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/campaign"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// Service keeps campaigns.
type Service struct{ store *store.Store }

// New makes the service.
func New(s *store.Store) *Service { return &Service{store: s} }

// Running reports whether the forms of a campaign may be filled and reviewed: it was opened
// and is not closed.
func Running(c *ent.Campaign) bool { return StateOf(c).Running() }

// CheckRunning is an INVALID_TRANSITION (CAMPAIGN_CLOSED, CAMPAIGN_NOT_OPEN) unless the campaign runs.
func CheckRunning(c *ent.Campaign) error { return StateOf(c).checkRunning() }

// isRunning matches campaigns that run.
func isRunning() predicate.Campaign {
	return campaign.And(campaign.OpenedAtNotNil(), campaign.ClosedAtIsNil())
}

// levelOf is the level of a unit, given its levels.
func levelOf(l authz.Levels) int {
	for n := len(l); n > 0; n-- {
		if l[n-1] != 0 {
			return n
		}
	}
	return 0
}

// Get returns a campaign that the viewer may see, else NOT_FOUND at the field.
func (s *Service) Get(ctx context.Context, id int64, field string) (*ent.Campaign, error) {
	c, err := s.store.Reader(ctx).Campaign.Get(ctx, id)
	if err != nil {
		return nil, store.OrMissing(err, field, "专项工作", "campaign")
	}
	return c, nil
}

// hold loads and locks a campaign for a change by somebody who may manage it.
func (s *Service) hold(ctx context.Context, tx *ent.Tx, id int64, expectedVersion int) (*ent.Campaign, error) {
	q := tx.Campaign.Query().Where(campaign.ID(id))
	if s.store.Dialect() == dialect.MySQL {
		q.ForUpdate()
	}
	c, err := q.Only(ctx)
	if err != nil {
		return nil, store.OrMissing(err, "id", "专项工作", "campaign")
	}
	if err := authz.Check(ctx, authz.ManageCampaigns, c.Levels()); err != nil {
		return nil, err
	}
	if c.Version != expectedVersion {
		return nil, fault.Stale()
	}
	return c, nil
}

// Filter narrows a list of campaigns.
type Filter struct {
	// UnitID selects the campaigns that include the unit: its own and those of the units above
	// it.
	UnitID *int64
	Year   *int
	Phases []term.CampaignPhase
	// Running selects campaigns that run, or with false those that do not.
	Running *bool
}

// Campaigns lists campaigns, the newest year first.
func (s *Service) Campaigns(ctx context.Context, f Filter, page store.Page, with func(*ent.CampaignQuery)) (*store.Slice[*ent.Campaign], error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadOrganisation); err != nil {
		return nil, err
	}
	client := s.store.Reader(ctx)
	q := client.Campaign.Query()
	if f.UnitID != nil {
		u, err := client.Unit.Query().Where(unit.ID(*f.UnitID)).Only(ctx)
		if err != nil {
			return nil, store.OrMissing(err, "filter.unitId", "单位", "unit")
		}
		var above []int64
		for _, id := range org.LevelsOf(u) {
			if id != 0 {
				above = append(above, id)
			}
		}
		q.Where(campaign.UnitIDIn(above...))
	}
	if f.Year != nil {
		q.Where(campaign.Year(*f.Year))
	}
	if len(f.Phases) > 0 {
		q.Where(campaign.PhaseIn(f.Phases...))
	}
	if f.Running != nil && *f.Running {
		q.Where(isRunning())
	} else if f.Running != nil {
		q.Where(campaign.Not(isRunning()))
	}
	return store.List(ctx, q, page, func(c *ent.Campaign) int64 { return c.ID },
		[]store.Key[*ent.Campaign]{store.Desc(campaign.FieldYear, func(c *ent.Campaign) any { return c.Year })}, with)
}

// below matches rows of a unit's subtree by its level column.
func below[P ~func(*sql.Selector)](level int, id int64) P {
	return P(func(s *sql.Selector) { s.Where(sql.EQ(s.C(levelColumn(level)), id)) })
}
