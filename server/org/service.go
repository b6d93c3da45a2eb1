package org

import "sineng/server/store"

// Service keeps the organisation.
type Service struct{ store *store.Store }

// New makes the service.
func New(s *store.Store) *Service { return &Service{store: s} }
