package graph

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/portfolio"
	"sineng/ent/post"
	"sineng/server/org"
)

// tree takes units from the directory, which a server holds in memory, together with what is selected below them:
// the units above and below from memory too, the posts and the portfolios of all units by one
// statement each.
type tree struct {
	r                 *Resolver
	posts, portfolios hanging
}

// hanging is what is selected of posts or portfolios, at all places together, and the units there.
type hanging struct {
	fields fields
	on     []*ent.Unit
}

func (h *hanging) add(f fields, units []*ent.Unit) {
	h.fields.op, h.fields.list = f.op, append(h.fields.list, f.list...)
	h.on = append(h.on, units...)
}

// mostNamed is how many units a statement names.
const mostNamed = 5000

// unitByCode is the unit with a code and what is selected below it; null for none that the viewer sees.
func (r *Resolver) unitByCode(ctx context.Context, code string, f fields) (*ent.Unit, error) {
	u, err := org.UnitByCode(ctx, r.Store, code)
	if err != nil || u == nil {
		return nil, err
	}
	units := copied([]*ent.Unit{u})
	t := tree{r: r}
	if err := t.grow(ctx, f, units); err != nil {
		return nil, err
	}
	return units[0], t.hang(ctx)
}

// copied are copies of units, to which what is selected below them can be attached.
func copied(units []*ent.Unit) []*ent.Unit {
	rows, out := make([]ent.Unit, len(units)), make([]*ent.Unit, len(units))
	for i, u := range units {
		rows[i] = *u
		out[i] = &rows[i]
	}
	return out
}

// grow attaches the units that are selected above and below, and notes where posts and portfolios are.
func (t *tree) grow(ctx context.Context, f fields, units []*ent.Unit) error {
	var err error
	f.on("posts", func(f fields) { t.posts.add(f, units) })
	f.on("portfolios", func(f fields) { t.portfolios.add(f, units) })
	f.on("parent", func(f fields) { err = t.above(ctx, f, units) })
	if err != nil {
		return err
	}
	f.on("children", func(f fields) { err = t.below(ctx, f, units) })
	return err
}

func (t *tree) above(ctx context.Context, f fields, units []*ent.Unit) error {
	var ids []int64
	for _, u := range units {
		if u.ParentID != nil && !slices.Contains(ids, *u.ParentID) {
			ids = append(ids, *u.ParentID)
		}
	}
	known, err := org.UnitsOf(ctx, t.r.Store, ids)
	if err != nil {
		return err
	}
	var parents []*ent.Unit
	for _, u := range units {
		if u.ParentID != nil && known[*u.ParentID] != nil {
			u.Edges.Parent = copied([]*ent.Unit{known[*u.ParentID]})[0]
			parents = append(parents, u.Edges.Parent)
		}
	}
	return t.grow(ctx, f, parents)
}

func (t *tree) below(ctx context.Context, f fields, units []*ent.Unit) error {
	ids := make([]int64, len(units))
	for i, u := range units {
		ids[i] = u.ID
	}
	known, err := org.ChildrenOf(ctx, t.r.Store, ids)
	if err != nil {
		return err
	}
	var children []*ent.Unit
	today := t.r.Store.Today()
	for _, u := range units {
		first := len(children)
		for _, c := range known[u.ID] {
			if org.IsOpen(c, today) {
				children = append(children, c)
			}
		}
		copies := copied(children[first:])
		copy(children[first:], copies)
		u.Edges.Children = copies
	}
	return t.grow(ctx, f, children)
}

// hang reads the posts and portfolios and attaches them.
func (t *tree) hang(ctx context.Context) error {
	l := t.r.load()
	posts, err := hung(ctx, t.posts, func(ctx context.Context, ids []int64) ([]*ent.Post, error) {
		q := t.r.Store.Client.Post.Query().Where(post.UnitIDIn(ids...), l.open())
		l.postsBy(q, t.posts.fields, post.FieldUnitID)
		return q.All(ctx)
	}, func(p *ent.Post) int64 { return p.UnitID }, func(u *ent.Unit, of []*ent.Post) { u.Edges.Posts = of })
	if err != nil {
		return err
	}
	portfolios, err := hung(ctx, t.portfolios, func(ctx context.Context, ids []int64) ([]*ent.Portfolio, error) {
		q := t.r.Store.Client.Portfolio.Query().Where(portfolio.UnitIDIn(ids...))
		l.portfoliosToday(q, t.portfolios.fields)
		return q.All(ctx)
	}, func(p *ent.Portfolio) int64 { return p.UnitID }, func(u *ent.Unit, of []*ent.Portfolio) { u.Edges.Portfolios = of })
	if err != nil {
		return err
	}
	return nameHolders(ctx, t.portfolios.fields, portfolios, t.posts.fields, posts)
}

// hung reads what hangs on units, by so many units a statement, and attaches it.
func hung[Row any](ctx context.Context, h hanging, read func(context.Context, []int64) ([]Row, error), unitOf func(Row) int64, attach func(*ent.Unit, []Row)) ([]Row, error) {
	ids := make([]int64, 0, len(h.on))
	for _, u := range h.on {
		ids = append(ids, u.ID)
	}
	slices.Sort(ids)
	var all []Row
	by := make(map[int64][]Row, len(ids))
	for part := range slices.Chunk(slices.Compact(ids), mostNamed) {
		rows, err := read(ctx, part)
		if err != nil {
			return nil, err
		}
		all = append(all, rows...)
		for _, row := range rows {
			by[unitOf(row)] = append(by[unitOf(row)], row)
		}
	}
	for _, u := range h.on {
		if of := by[u.ID]; of != nil {
			attach(u, of)
		} else {
			attach(u, []Row{})
		}
	}
	return all, nil
}

// attached are the rows that a tree attached to a unit, else those that were loaded with it.
func attached[Row any](rows []Row, loaded func() ([]Row, error)) func() ([]Row, error) {
	if rows == nil {
		return loaded
	}
	return func() ([]Row, error) { return rows, nil }
}
