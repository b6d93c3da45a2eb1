package campaign

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/form"
	"sineng/ent/schema"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// Heading is what a number of a campaign's progress counts; the values match ProgressHeading
// of the API.
type Heading string

// The headings, in the order of the numbers. Expected is the sum of those up to Filed; Overdue
// counts a part of NotStarted, Filling and Returned.
const (
	Expected   Heading = "EXPECTED"
	NotStarted Heading = "NOT_STARTED"
	Filling    Heading = "FILLING"
	Returned   Heading = "RETURNED"
	InReview   Heading = "IN_REVIEW"
	Filed      Heading = "FILED"
	Overdue    Heading = "OVERDUE"
	Dropped    Heading = "DROPPED"
)

// Headings lists the headings in the order of the numbers.
var Headings = []Heading{Expected, NotStarted, Filling, Returned, InReview, Filed, Overdue, Dropped}

// headingAt is the index of each heading among the numbers.
var headingAt = func() map[Heading]int {
	out := map[Heading]int{}
	for i, h := range Headings {
		out[h] = i
	}
	return out
}()

// Progress is the progress of a campaign in a unit, with a row for each unit directly below
// it.
type Progress struct {
	Campaign *ent.Campaign
	Unit     *ent.Unit
	Kinds    []term.FormKind
	Rows     []*ProgressRow
	// Totals are the numbers of the unit's subtree, in the order of ProgressRow.Counts.
	Totals []int
}

// ProgressRow is the progress in a unit's subtree.
type ProgressRow struct {
	Unit *ent.Unit
	// Itself is true for the row of the forms on the table's own unit.
	Itself bool
	// Counts holds one number per heading for each form kind of the campaign, in the order of
	// its kinds.
	Counts []int
}

// Progress counts a campaign's forms per unit directly below a unit, in one statement that
// reads an index alone. The unit is by default the campaign's own, or the topmost one in it
// that the viewer oversees.
func (s *Service) Progress(ctx context.Context, campaignID int64, unitID *int64) (*Progress, error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadOverview); err != nil {
		return nil, err
	}
	c, err := s.Get(ctx, campaignID, "campaignId")
	if err != nil {
		return nil, err
	}
	var id int64
	if unitID != nil {
		id = *unitID
	} else if id, err = s.topmost(ctx, c); err != nil {
		return nil, err
	}
	client := s.store.Reader(ctx)
	u, err := client.Unit.Get(ctx, id)
	if err != nil {
		return nil, store.OrMissing(err, "unitId", "单位", "unit")
	}
	at := org.LevelsOf(u)
	if err := authz.Check(ctx, authz.ReadOverview, at); err != nil {
		return nil, err
	}
	if at[levelOf(c.Levels())-1] != c.UnitID {
		return nil, fault.Bad("unitId", "NOT_IN_CAMPAIGN", "该单位不在本次专项工作范围内", "The unit is not in the campaign")
	}
	counted, err := s.count(ctx, c, u)
	if err != nil {
		return nil, err
	}
	children, err := client.Unit.Query().Where(unit.ParentID(u.ID)).Order(unit.BySortOrder(), unit.ByCode()).All(ctx)
	if err != nil {
		return nil, err
	}
	out := &Progress{Campaign: c, Unit: u, Kinds: c.Kinds, Totals: make([]int, len(c.Kinds)*len(Headings))}
	for _, child := range append(children, u) {
		counts, any := counted[child.ID]
		if child == u {
			counts, any = counted[0]
		}
		if child == u && !any || child.ClosedOn != nil && !any {
			continue
		}
		if counts == nil {
			counts = make([]int, len(out.Totals))
		}
		for i, n := range counts {
			out.Totals[i] += n
		}
		out.Rows = append(out.Rows, &ProgressRow{Unit: child, Itself: child == u, Counts: counts})
	}
	return out, nil
}

// topmost is the unit at which the progress of a campaign starts for the viewer, who need not
// oversee the unit that leads it.
func (s *Service) topmost(ctx context.Context, c *ent.Campaign) (int64, error) {
	v := viewer.FromContext(ctx)
	if authz.May(v, authz.ReadOverview, c.Levels()) {
		return c.UnitID, nil
	}
	units, err := org.Topmost(ctx, s.store, authz.ScopeOf(v, authz.ReadOverview).Roots)
	if err != nil {
		return 0, err
	}
	for _, u := range units {
		if at := org.LevelsOf(u); at[levelOf(c.Levels())-1] == c.UnitID {
			return u.ID, nil
		}
	}
	return c.UnitID, nil
}

// ExportProgress is Progress for a file; the export is logged.
func (s *Service) ExportProgress(ctx context.Context, campaignID int64, unitID *int64) (*Progress, error) {
	return store.WithValue(ctx, s.store, func(ctx context.Context, _ *ent.Tx) (*Progress, error) {
		p, err := s.Progress(ctx, campaignID, unitID)
		if err != nil {
			return nil, err
		}
		return p, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionExport, Right: authz.ReadOverview, At: org.LevelsOf(p.Unit),
			Object: p.Campaign.ID, Details: map[string]string{"what": "campaign progress"}})
	})
}

// counted is one group of the statement below.
type counted struct {
	Child int64
	Kind  term.FormKind
	State term.FormState
	N     int
	// Returned and Filling are how many drafts of the group were returned or begun, Late how
	// many of the group are past their deadline.
	Returned, Filling, Late int
}

// count counts by the unit directly below u; 0 stands for u itself.
func (s *Service) count(ctx context.Context, c *ent.Campaign, u *ent.Unit) (map[int64][]int, error) {
	child := "0"
	if u.Level < schema.Levels {
		child = levelColumn(u.Level + 1)
	}
	today := s.store.Today()
	var groups []counted
	// Counts identify nobody, so that everybody with the overview of the unit sees them.
	err := s.store.Reader(ctx).Form.Query().Where(form.CampaignID(c.ID), below[func(*sql.Selector)](u.Level, u.ID), func(sel *sql.Selector) {
		// Grouping in the order of the index needs no sorting and keeps one group in memory.
		group := []string{form.FieldKind, form.FieldState}
		if u.Level < schema.Levels {
			group = append([]string{child}, group...)
		}
		sel.Select(form.FieldKind, form.FieldState)
		sel.AppendSelectExprAs(sql.Expr(child), "child")
		sel.AppendSelectExprAs(sql.Expr("COUNT(*)"), "n")
		for name, is := range map[string]string{"returned": "returned_at IS NOT NULL", "filling": "returned_at IS NULL AND started"} {
			sel.AppendSelectExprAs(sql.Expr("SUM(CASE WHEN "+is+" THEN 1 ELSE 0 END)"), name)
		}
		sel.AppendSelectExprAs(sql.Expr("SUM(CASE WHEN due_on < ? THEN 1 ELSE 0 END)", today), "late")
		sel.GroupBy(group...)
	}).Select().Scan(viewer.System(ctx), &groups)
	if err != nil {
		return nil, fmt.Errorf("counting the forms of a campaign: %w", err)
	}
	out := map[int64][]int{}
	for _, g := range groups {
		if out[g.Child] == nil {
			out[g.Child] = make([]int, len(c.Kinds)*len(Headings))
		}
		for i, kind := range c.Kinds {
			if kind == g.Kind {
				for h, n := range g.headings() {
					out[g.Child][i*len(Headings)+headingAt[h]] += n
				}
			}
		}
	}
	return out, nil
}

// headings are the numbers of a group by heading.
func (g counted) headings() map[Heading]int {
	switch g.State {
	case term.FormStateDropped:
		return map[Heading]int{Dropped: g.N}
	case term.FormStateFiled, term.FormStateRevising:
		return map[Heading]int{Expected: g.N, Filed: g.N}
	case term.FormStateDraft:
		return map[Heading]int{Expected: g.N, NotStarted: g.N - g.Filling - g.Returned, Filling: g.Filling, Returned: g.Returned, Overdue: g.Late}
	}
	return map[Heading]int{Expected: g.N, InReview: g.N}
}
