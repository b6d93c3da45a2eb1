// Package rulebook 制度文件 keeps the rules documents and working rules of units in their editions, which powers and measures stand on them, and
// asks for these to be looked at again once a document changes or is repealed.
package rulebook

import (
	"context"

	"sineng/ent/viewer"
	"sineng/server/store"
)

// Service keeps rules documents.
type Service struct{ store *store.Store }

// New makes the service.
func New(s *store.Store) *Service { return &Service{store: s} }

func everywhere(ctx context.Context) context.Context { return viewer.System(ctx) }

func value(id *int64) int64 {
	if id == nil {
		return 0
	}
	return *id
}
