// Package page gives lists the shape of connections.
package page

import (
	"context"

	"sineng/server/store"
)

// Info says where a page of a list stands.
type Info struct {
	HasNextPage     bool
	HasPreviousPage bool
	StartCursor     *string
	EndCursor       *string
}

// Edge is a row with its cursor.
type Edge[T any] struct {
	Cursor string
	Node   T
}

// Connection is a page of rows.
type Connection[T any] struct{ slice *store.Slice[T] }

// Of wraps a page.
func Of[T any](s *store.Slice[T]) Connection[T] { return Connection[T]{s} }

// Nodes are the rows.
func (c Connection[T]) Nodes() []T { return c.slice.Rows }

// PageInfo says where the page stands.
func (c Connection[T]) PageInfo() *Info {
	i := &Info{HasNextPage: c.slice.HasNext, HasPreviousPage: c.slice.HasPrevious}
	if n := len(c.slice.Cursors); n > 0 {
		i.StartCursor, i.EndCursor = &c.slice.Cursors[0], &c.slice.Cursors[n-1]
	}
	return i
}

// TotalCount counts the whole list; only those who ask pay for it.
func (c Connection[T]) TotalCount(ctx context.Context) (int, error) { return c.slice.Count(ctx) }

func edges[T, E any](c Connection[T], wrap func(Edge[T]) E) []E {
	out := make([]E, len(c.slice.Rows))
	for i, row := range c.slice.Rows {
		out[i] = wrap(Edge[T]{Cursor: c.slice.Cursors[i], Node: row})
	}
	return out
}
