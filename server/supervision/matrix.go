package supervision

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"time"

	"sineng/ent"
	"sineng/ent/post"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/server/authz"
	"sineng/server/tally"
)

// MatrixBy is what the rows of a matrix are.
type MatrixBy string

// The kinds of rows.
const (
	ByChildUnit MatrixBy = "CHILD_UNIT"
	ByPowerType MatrixBy = "POWER_TYPE"
	ByRiskType  MatrixBy = "RISK_TYPE"
	ByPost      MatrixBy = "POST"
	ByStatus    MatrixBy = "STATUS"
)

// Keys of rows that are no object.
const (
	KeySelf = "SELF" // risk points on the unit itself
	KeyNone = "NONE" // no power, no post
)

// Matrix is a table of counts.
type Matrix struct {
	Unit      *ent.Unit // nil for the top
	By        MatrixBy
	Rows      []*MatrixRow
	Totals    RiskCounts
	Truncated bool
}

// MatrixRow is one line of a matrix.
type MatrixRow struct {
	// Key is the value of an enumeration, SELF or NONE; empty where Unit or Post stands.
	Key     string
	Label   string
	Unit    *ent.Unit
	Post    *ent.Post
	Counts  RiskCounts
	Changes *RiskChanges
}

// Matrix rolls up a subtree. Without a unit it starts from the topmost units
// that the viewer may see.
func (s *Service) Matrix(ctx context.Context, unitID *int64, by MatrixBy, f CountFilter, since *time.Time) (*Matrix, error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadOverview); err != nil {
		return nil, err
	}
	out := &Matrix{By: by}
	var roots []*ent.Unit
	if unitID != nil {
		u, err := s.root(ctx, *unitID)
		if err != nil {
			return nil, err
		}
		out.Unit, roots = u, []*ent.Unit{u}
	} else {
		home, err := s.Home(ctx)
		if err != nil {
			return nil, err
		}
		roots = home
	}
	var err error
	switch by {
	case ByChildUnit:
		err = s.byUnit(ctx, out, roots, f, since)
	case ByPost:
		err = s.byPost(ctx, out, roots, f)
	default:
		err = s.byValue(ctx, out, roots, f)
	}
	if by == ByChildUnit || by == ByPost { // elsewhere a risk point may be in several rows
		for _, r := range out.Rows {
			out.Totals.plus(r.Counts, 1)
		}
	}
	if out.Truncated = by == ByPost && len(out.Rows) > mostPosts; out.Truncated {
		out.Rows = out.Rows[:mostPosts]
	}
	return out, err
}

// byUnit makes a row per child unit, and one for the unit itself; at the top,
// a row per topmost unit.
func (s *Service) byUnit(ctx context.Context, out *Matrix, roots []*ent.Unit, f CountFilter, since *time.Time) error {
	rows := roots
	if out.Unit != nil {
		children, err := s.store.Reader(ctx).Unit.Query().Where(unit.ParentID(out.Unit.ID)).
			Order(unit.BySortOrder(), unit.ByCode()).All(ctx)
		if err != nil {
			return err
		}
		rows = children
	}
	asked := rows
	if out.Unit != nil {
		asked = append(slices.Clone(rows), out.Unit)
	}
	counted, err := s.count(ctx, rootsOf(asked), f)
	if err != nil {
		return err
	}
	counts := map[int64]*RiskCounts{}
	for _, u := range asked {
		counts[u.ID] = &RiskCounts{}
	}
	for _, r := range counted {
		counts[r.Unit].add(r.Grade, r.Controlled, r.N)
	}
	changes, err := s.changes(ctx, rows, since)
	if err != nil {
		return err
	}
	today := s.store.Today()
	for _, u := range rows {
		c := *counts[u.ID]
		if u.ClosedOn != nil && !u.ClosedOn.After(today) && c.Total() == 0 {
			continue
		}
		out.Rows = append(out.Rows, &MatrixRow{Label: u.Name, Unit: u, Counts: c, Changes: changes[u.ID]})
	}
	if out.Unit == nil {
		return nil
	}
	self := *counts[out.Unit.ID]
	for _, u := range rows {
		self.plus(*counts[u.ID], -1)
	}
	if self.Total() > 0 || len(out.Rows) == 0 {
		out.Rows = append(out.Rows, &MatrixRow{Key: KeySelf, Label: out.Unit.Name, Unit: out.Unit, Counts: self})
	}
	return nil
}

// byValue makes a row per value of an enumeration that occurs.
func (s *Service) byValue(ctx context.Context, out *Matrix, roots []*ent.Unit, f CountFilter) error {
	dimension := map[MatrixBy]tally.Dimension{ByPowerType: tally.ByPowerType, ByRiskType: tally.ByRiskTypes, ByStatus: tally.ByStatus}[out.By]
	counted, err := s.count(ctx, rootsOf(roots), f, dimension)
	if err != nil {
		return err
	}
	rows := map[string]*MatrixRow{}
	var order []string
	add := func(value, label string, r tally.Row) {
		if rows[value] == nil {
			rows[value] = &MatrixRow{Key: value, Label: label}
			out.Rows = append(out.Rows, rows[value])
		}
		rows[value].Counts.add(r.Grade, r.Controlled, r.N)
	}
	for _, r := range counted {
		out.Totals.add(r.Grade, r.Controlled, r.N)
		switch {
		case out.By == ByRiskType:
			for _, of := range r.RiskTypes.Types() {
				order = of.Values()
				add(string(of), of.Label("zh"), r)
			}
		case out.By == ByStatus:
			order = r.Status.Values()
			add(string(r.Status), r.Status.Label("zh"), r)
		case r.PowerType == "":
			add(KeyNone, "无职权", r)
		default:
			order = term.PowerType("").Values()
			add(r.PowerType, term.PowerType(r.PowerType).Label("zh"), r)
		}
	}
	slices.SortFunc(out.Rows, func(a, b *MatrixRow) int { return place(order, a.Key) - place(order, b.Key) })
	return nil
}

// place returns the index of a value in its enumeration; no value comes last.
func place(order []string, value string) int {
	if i := slices.Index(order, value); i >= 0 {
		return i
	}
	return len(order)
}

// mostPosts is the greatest number of rows by post; the worst are kept, and
// the totals count all.
const mostPosts = 200

// byPost makes a row per post with risk points, and one for those on no post
// or on one that the viewer may not see.
func (s *Service) byPost(ctx context.Context, out *Matrix, roots []*ent.Unit, f CountFilter) error {
	filter, span := f.tally()
	rows, err := tally.ByPost(ctx, s.store, rootsOf(roots), filter, span)
	if err != nil {
		return err
	}
	counts := map[int64]*RiskCounts{}
	for _, r := range rows {
		if counts[r.Post] == nil {
			counts[r.Post] = &RiskCounts{}
		}
		counts[r.Post].add(r.Grade, r.Controlled, r.N)
	}
	posts, err := s.posts(ctx, counts)
	if err != nil {
		return err
	}
	none := &MatrixRow{Key: KeyNone, Label: "无岗位"}
	for id, c := range counts {
		if p := posts[id]; p != nil {
			out.Rows = append(out.Rows, &MatrixRow{Label: p.Name, Post: p, Counts: *c})
		} else {
			none.Counts.plus(*c, 1)
		}
	}
	if none.Counts.Total() > 0 {
		out.Rows = append(out.Rows, none)
	}
	slices.SortFunc(out.Rows, func(a, b *MatrixRow) int {
		return cmp.Or(slices.Compare(b.Counts.Numbers(), a.Counts.Numbers()), cmp.Compare(a.Label, b.Label), cmp.Compare(postID(a), postID(b)))
	})
	return nil
}

// posts loads the posts that the viewer may see.
func (s *Service) posts(ctx context.Context, counts map[int64]*RiskCounts) (map[int64]*ent.Post, error) {
	out := map[int64]*ent.Post{}
	ids := make([]int64, 0, len(counts))
	for id := range counts {
		ids = append(ids, id)
	}
	for chunk := range slices.Chunk(ids, 500) {
		posts, err := s.store.Reader(ctx).Post.Query().Where(post.IDIn(chunk...)).WithUnit().All(ctx)
		if err != nil {
			return nil, err
		}
		for _, p := range posts {
			out[p.ID] = p
		}
	}
	return out, nil
}

func postID(r *MatrixRow) string {
	if r.Post == nil {
		return ""
	}
	return strconv.FormatInt(r.Post.ID, 10)
}
