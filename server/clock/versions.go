package clock

import (
	"cmp"
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/clockrule"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/calendar"
	"sineng/server/store"
)

// Standing is what has become of a version of a unit's rule.
type Standing string

// The standings of a version.
const (
	InForce   Standing = "IN_FORCE"  // holds today, as far as its unit says
	Coming    Standing = "COMING"    // its first day is still to come
	Over      Standing = "OVER"      // its last day has passed
	Replaced  Standing = "REPLACED"  // a later version has taken its place
	Withdrawn Standing = "WITHDRAWN" // withdrawn, or the withdrawal itself
)

// version is a stored version with its rule.
type version struct {
	row  *ent.ClockRule
	rule calendar.Rule
}

// holding is the version that holds on a day, of all that a unit has set of one rule, the newest first; nil for none. A
// version takes the place of those before it from its first day on, so that one may be set ahead; a withdrawal takes all
// before it away, for every day.
func holding(versions []version, on time.Time) *version {
	for n := range versions {
		switch v := &versions[n]; {
		case v.row.Withdrawn:
			return nil
		case !on.Before(v.rule.From) && v.rule.InForce(on):
			return v
		case !on.Before(v.rule.From):
			return nil
		}
	}
	return nil
}

// standing is what has become of the version at a place of those that a unit has set of one rule, the newest first.
func standing(versions []version, at int, today time.Time) Standing {
	v := versions[at]
	if v.row.Withdrawn || slices.ContainsFunc(versions[:at], func(newer version) bool { return newer.row.Withdrawn }) {
		return Withdrawn
	}
	if !v.rule.To.IsZero() && v.rule.To.Before(today) {
		return Over
	}
	// A version that is to come is replaced by one that begins no later.
	until := today
	if v.rule.From.After(today) {
		until = v.rule.From
	}
	if slices.ContainsFunc(versions[:at], func(newer version) bool { return !newer.rule.From.After(until) }) {
		return Replaced
	}
	if v.rule.From.After(today) {
		return Coming
	}
	return InForce
}

// place is a unit and the code of a rule.
type place struct {
	unit int64
	code string
}

// histories are versions by their unit and code, the newest first.
func histories(rows []*ent.ClockRule) (map[place][]version, error) {
	out := map[place][]version{}
	for _, row := range rows {
		r, err := ruleOf(row)
		if err != nil {
			return nil, err
		}
		at := place{row.UnitID, row.Code}
		out[at] = append(out[at], version{row, r})
	}
	for _, versions := range out {
		slices.SortFunc(versions, func(a, b version) int { return cmp.Compare(b.row.Number, a.row.Number) })
	}
	return out, nil
}

// Version is a version of a rule that a unit has set.
type Version struct {
	Rule     *Rule
	Standing Standing
	// Withdraws tells whether it withdraws the rule; the rule is then the one that was withdrawn.
	Withdraws bool
}

// Versions lists what a unit itself has set, by code, of each the newest version first.
func (s *Service) Versions(ctx context.Context, unitID int64, page store.Page) (*store.Slice[*Version], error) {
	u, err := s.unit(ctx, unitID, authz.ReadOrganisation)
	if err != nil {
		return nil, err
	}
	client := s.store.Reader(ctx)
	rows, err := store.List(ctx, client.ClockRule.Query().Where(clockrule.UnitID(u.ID)), page, func(r *ent.ClockRule) int64 { return r.ID },
		[]store.Key[*ent.ClockRule]{store.Asc("code", func(r *ent.ClockRule) any { return r.Code }), store.Desc("number", func(r *ent.ClockRule) any { return r.Number })}, nil)
	if err != nil {
		return nil, err
	}
	out := &store.Slice[*Version]{Rows: []*Version{}, Cursors: rows.Cursors, HasNext: rows.HasNext, HasPrevious: rows.HasPrevious, Count: rows.Count}
	if len(rows.Rows) == 0 {
		return out, nil
	}
	var codes []string
	for _, row := range rows.Rows {
		if !slices.Contains(codes, row.Code) {
			codes = append(codes, row.Code)
		}
	}
	// What has become of a version, newer ones say, which may be on another page.
	all, err := client.ClockRule.Query().Where(clockrule.UnitID(u.ID), clockrule.CodeIn(codes...)).All(viewer.System(ctx))
	if err != nil {
		return nil, err
	}
	set, err := histories(all)
	if err != nil {
		return nil, err
	}
	may := authz.May(viewer.FromContext(ctx), authz.SetRecipes, u.Levels())
	today := s.store.Today()
	for _, row := range rows.Rows {
		versions := set[place{row.UnitID, row.Code}]
		n := slices.IndexFunc(versions, func(v version) bool { return v.row.Number == row.Number })
		v := versions[n]
		out.Rows = append(out.Rows, &Version{&Rule{v.rule, v.row, versions[0].row.Number, may}, standing(versions, n, today), row.Withdrawn})
	}
	return out, nil
}
