package supervision

import (
	"cmp"
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/post"
	"sineng/ent/viewer"
	"sineng/server/org"
	"sineng/server/tally"
)

// mostPosts is the greatest number of rows by post; the worst are kept, and
// the totals count all.
const mostPosts = 200

// byPost makes a row per post with risk points, and one for those on no post
// or on one that the viewer may not see.
func (s *Service) byPost(ctx context.Context, out *Matrix, roots []*ent.Unit, f CountFilter) error {
	filter, span := f.tally()
	table, err := tally.ByPost(ctx, s.store, rootsOf(roots), filter, span)
	if err != nil {
		return err
	}
	unseen, err := s.unseenPosts(ctx, table, roots)
	if err != nil {
		return err
	}
	none := &MatrixRow{Key: KeyNone, Label: "无岗位"}
	var worst []*MatrixRow // the worst posts, from the worst
	counts, seen := map[int64]RiskCounts{}, 0
	for i, r := range table.Rows {
		var c RiskCounts
		for k, n := range table.N(i) {
			c.add(table.Keys[k].Grade, table.Keys[k].Controlled, int(n))
		}
		out.Totals.plus(c, 1)
		switch {
		case c.Total() == 0:
		case r.Post == 0 || unseen[r.Post]:
			none.Counts.plus(c, 1)
		default:
			seen++
			worst = keepWorst(worst, &MatrixRow{Post: &ent.Post{ID: r.Post}, Counts: c})
		}
	}
	for _, r := range worst {
		counts[r.Post.ID] = r.Counts
	}
	posts, err := s.posts(ctx, counts)
	if err != nil {
		return err
	}
	for id, c := range counts {
		if p := posts[id]; p != nil {
			out.Rows = append(out.Rows, &MatrixRow{Label: p.Name, Post: p, Counts: c})
		} else {
			none.Counts.plus(c, 1)
			seen--
		}
	}
	if none.Counts.Total() > 0 {
		out.Rows = append(out.Rows, none)
		seen++
	}
	slices.SortFunc(out.Rows, func(a, b *MatrixRow) int {
		return cmp.Or(compareWorst(a.Counts, b.Counts), cmp.Compare(a.Label, b.Label), cmp.Compare(postID(a), postID(b)))
	})
	if out.Truncated = seen > mostPosts; out.Truncated {
		out.Rows = out.Rows[:mostPosts]
	}
	return nil
}

// compareWorst sorts the worst counts first.
func compareWorst(a, b RiskCounts) int {
	return cmp.Or(cmp.Compare(b.A, a.A), cmp.Compare(b.B, a.B), cmp.Compare(b.C, a.C), cmp.Compare(b.Ungraded, a.Ungraded),
		cmp.Compare(b.UncontrolledA, a.UncontrolledA))
}

// keepWorst adds a row to the worst, of which the first mostPosts are kept.
func keepWorst(worst []*MatrixRow, r *MatrixRow) []*MatrixRow {
	order := func(a, b *MatrixRow) int {
		return cmp.Or(compareWorst(a.Counts, b.Counts), cmp.Compare(a.Post.ID, b.Post.ID))
	}
	if len(worst) == mostPosts && order(worst[mostPosts-1], r) <= 0 {
		return worst
	}
	at, _ := slices.BinarySearchFunc(worst, r, order)
	worst = slices.Insert(worst, at, r)
	return worst[:min(len(worst), mostPosts)]
}

// unseenPosts are the posts of a table that the viewer may not see. A post of the unit that a
// risk point is on, below units that the viewer sees, is seen.
func (s *Service) unseenPosts(ctx context.Context, table *tally.PostTable, roots []*ent.Unit) (map[int64]bool, error) {
	v := viewer.FromContext(ctx)
	if v.System {
		return nil, nil
	}
	all := slices.ContainsFunc(roots, func(u *ent.Unit) bool { return !v.Directory.Reaches(org.LevelsOf(u)) })
	out := map[int64]bool{}
	var ask []int64
	for _, r := range table.Rows {
		if r.Post != 0 && (all || r.Elsewhere) {
			out[r.Post] = true
			ask = append(ask, r.Post)
		}
	}
	for chunk := range slices.Chunk(ask, 2000) {
		seen, err := s.store.Reader(ctx).Post.Query().Where(post.IDIn(chunk...)).IDs(ctx)
		if err != nil {
			return nil, err
		}
		for _, id := range seen {
			delete(out, id)
		}
	}
	return out, nil
}

// posts loads the posts that the viewer may see.
func (s *Service) posts(ctx context.Context, counts map[int64]RiskCounts) (map[int64]*ent.Post, error) {
	out := map[int64]*ent.Post{}
	ids := make([]int64, 0, len(counts))
	for id := range counts {
		ids = append(ids, id)
	}
	if len(ids) == 0 {
		return out, nil
	}
	posts, err := s.store.Reader(ctx).Post.Query().Where(post.IDIn(ids...)).WithUnit().All(ctx)
	for _, p := range posts {
		out[p.ID] = p
	}
	return out, err
}

func postID(r *MatrixRow) int64 {
	if r.Post == nil {
		return 0
	}
	return r.Post.ID
}
