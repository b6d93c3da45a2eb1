// Package task 日常任务 turns measures into recurring work: it sets who is asked to do what in each period, keeps what was done and
// what checks of effect found, and moves open tasks with their people and measures.
package task

import (
	"context"

	"sineng/ent/viewer"
	"sineng/server/register"
	"sineng/server/store"
)

// Service keeps the schedules and tasks of measures.
type Service struct {
	store    *store.Store
	register *register.Service
}

// New makes the service.
func New(s *store.Store, r *register.Service) *Service { return &Service{store: s, register: r} }

func everywhere(ctx context.Context) context.Context { return viewer.System(ctx) }

func value(id *int64) int64 {
	if id == nil {
		return 0
	}
	return *id
}

func orNil(id int64) *int64 {
	if id == 0 {
		return nil
	}
	return &id
}
