package graph

import (
	"context"

	"sineng/ent"
	"sineng/ent/rule"
	"sineng/ent/viewer"
	"sineng/graph/direct"
)

// one is an edge to one row: as loaded with its owner, or else by a query that loads what is
// selected below it. A hidden or missing row is null.
func one[T any, Q interface {
	Only(context.Context) (*T, error)
}](ctx context.Context, loaded func() (*T, error), query func() Q, load func(Q, fields)) (*T, error) {
	v, err := loaded()
	if ent.IsNotLoaded(err) {
		if err := direct.Waits(ctx); err != nil {
			return nil, err
		}
		q := query()
		load(q, selected(ctx))
		v, err = q.Only(ctx)
	}
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return v, err
}

// at is an edge to one row whose key is known: as loaded with its owner or, where nothing is selected that is loaded
// along its edges, by the key, with others of the operation.
func at[T any, Q interface {
	Only(context.Context) (*T, error)
}](ctx context.Context, loaded func() (*T, error), of *rows[*T], id int64, edges []string, query func() Q, load func(Q, fields)) (*T, error) {
	if _, err := loaded(); ent.IsNotLoaded(err) && selected(ctx).plain(edges) {
		return of.of(ctx, id)
	}
	return one(ctx, loaded, query, load)
}

// many is an edge to several rows, like one.
func many[T any, Q interface {
	All(context.Context) ([]*T, error)
}](ctx context.Context, loaded func() ([]*T, error), query func() Q, load func(Q, fields)) ([]*T, error) {
	rows, err := loaded()
	if ent.IsNotLoaded(err) {
		if err := direct.Waits(ctx); err != nil {
			return nil, err
		}
		q := query()
		load(q, selected(ctx))
		rows, err = q.All(ctx)
	}
	if rows == nil {
		rows = []*T{}
	}
	return rows, err
}

// fresh detaches a row from the transaction that wrote it, so that its edges can be read.
func fresh[T interface{ Unwrap() T }](v T, err error) (T, error) {
	if err != nil {
		var none T
		return none, err
	}
	return v.Unwrap(), nil
}

// inDirectory is a person whom the viewer sees in the directory, else nil.
func inDirectory(ctx context.Context, p *ent.Person) *ent.Person {
	if p == nil || !rule.InDirectory(viewer.FromContext(ctx), p.UnitID, p.Levels()) {
		return nil
	}
	return p
}
