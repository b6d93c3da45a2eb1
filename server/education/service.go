// Package education 日常教育 keeps who took part in what: sessions of education that a unit plans and holds, who was expected and who came,
// and how far education reached in a year.
package education

import (
	"context"

	"sineng/ent"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/task"
)

// Service keeps sessions of education and who took part in them.
type Service struct {
	store *store.Store
	tasks *task.Service
}

// New makes the service.
func New(s *store.Store, tasks *task.Service) *Service { return &Service{store: s, tasks: tasks} }

func everywhere(ctx context.Context) context.Context { return viewer.System(ctx) }

// records tells whether the viewer records education in the unit of a session: they keep the register there, which its leaders do too; never
// by a token.
func records(ctx context.Context, e *ent.EducationSession) bool {
	v := viewer.FromContext(ctx)
	return v != nil && v.TokenID == 0 && authz.May(v, authz.RecordRisk, e.Levels())
}

// MayChange tells whether the viewer may change a session, hold it or cancel it.
func (s *Service) MayChange(ctx context.Context, e *ent.EducationSession) bool {
	return e.State.Open() && records(ctx, e)
}

// Overdue tells whether the day of a planned session has passed.
func (s *Service) Overdue(e *ent.EducationSession) bool {
	_, planned := Next(e.State, EventHold)
	return planned == nil && e.HeldOn.Before(s.store.Today())
}

// found is a session that the viewer may change; field names the input that gave its id.
func (s *Service) found(ctx context.Context, tx *ent.Tx, id int64, version int) (*ent.EducationSession, error) {
	e, err := tx.EducationSession.Get(ctx, id)
	if err != nil {
		return nil, store.OrMissing(err, "sessionId", "教育活动", "education session")
	}
	if !records(ctx, e) {
		return nil, notYours("sessionId")
	}
	if _, err := org.HoldToEnd(ctx, s.store, tx, e.UnitID, authz.RecordRisk, "sessionId"); err != nil {
		return nil, err
	}
	if e.Version != version {
		return nil, fault.Stale()
	}
	return e, nil
}

// notYours refuses who does not record a session; field names the input that gave its id.
func notYours(field string) *fault.Error {
	return fault.New(fault.Forbidden, "NOT_YOURS", field, "该教育活动由举办单位的登记人员或领导登记",
		"Who keeps the register of the unit that holds this session, or leads it, records it")
}
