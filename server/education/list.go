package education

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/educationparticipant"
	"sineng/ent/educationsession"
	"sineng/ent/measure"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// Filter narrows a list of sessions.
type Filter struct {
	UnitID *int64 // with all below it
	Kinds  []term.EducationKind
	States []term.EducationState
	From   *time.Time
	To     *time.Time
	// PersonID is somebody who is expected at them.
	PersonID  *int64
	MeasureID *int64
}

// List lists sessions that the viewer sees, the latest first. Whoever is expected at one sees it, also where they have no role.
func (s *Service) List(ctx context.Context, f Filter, page store.Page, with func(*ent.EducationSessionQuery)) (*store.Slice[*ent.EducationSession], error) {
	client := s.store.Reader(ctx)
	q := client.EducationSession.Query()
	if err := org.Within(ctx, s.store, q, f.UnitID, nil); err != nil {
		return nil, err
	}
	if f.PersonID != nil {
		if err := org.CheckPersons(ctx, client, "filter.personId", *f.PersonID); err != nil {
			return nil, err
		}
		q.Where(expecting(*f.PersonID))
	}
	if f.MeasureID != nil {
		seen, err := client.Measure.Query().Where(measure.ID(*f.MeasureID)).Exist(ctx)
		if err != nil {
			return nil, err
		}
		if !seen {
			return nil, fault.MissingAt("filter.measureId", "防控措施", "measure")
		}
		q.Where(educationsession.HasMeasuresWith(measure.ID(*f.MeasureID)))
	}
	if len(f.Kinds) > 0 {
		q.Where(educationsession.KindIn(f.Kinds...))
	}
	if len(f.States) > 0 {
		q.Where(educationsession.StateIn(f.States...))
	}
	if f.From != nil {
		q.Where(educationsession.HeldOnGTE(*f.From))
	}
	if f.To != nil {
		q.Where(educationsession.HeldOnLTE(*f.To))
	}
	keys := []store.Key[*ent.EducationSession]{store.Desc(educationsession.FieldHeldOn, func(e *ent.EducationSession) any { return e.HeldOn })}
	return store.List(ctx, q, page, func(e *ent.EducationSession) int64 { return e.ID }, keys, with)
}

// expecting limits sessions to those at which somebody is expected.
func expecting(person int64) func(*sql.Selector) {
	return func(s *sql.Selector) {
		p := sql.Table(educationparticipant.Table)
		s.Where(sql.In(s.C(educationsession.FieldID), sql.Select(p.C(educationparticipant.FieldSessionID)).From(p).Where(sql.EQ(p.C(educationparticipant.FieldPersonID), person))))
	}
}

// Participants are those of a session that the viewer sees, in their order: who is only expected sees themself.
func (s *Service) Participants(ctx context.Context, e *ent.EducationSession, page store.Page, with func(*ent.EducationParticipantQuery)) (*store.Slice[*ent.EducationParticipant], error) {
	q := s.store.Reader(ctx).EducationParticipant.Query().Where(educationparticipant.SessionID(e.ID))
	keys := []store.Key[*ent.EducationParticipant]{store.Asc(educationparticipant.FieldSortOrder, func(p *ent.EducationParticipant) any { return p.SortOrder })}
	return store.List(ctx, q, page, func(p *ent.EducationParticipant) int64 { return p.ID }, keys, with)
}

// Roll is a session that the viewer records, with all its participants in their order; their people are loaded where the viewer sees them.
func (s *Service) Roll(ctx context.Context, id int64) (*ent.EducationSession, []*ent.EducationParticipant, error) {
	client := s.store.Reader(ctx)
	e, err := client.EducationSession.Query().Where(educationsession.ID(id)).WithUnit().Only(ctx)
	if err != nil {
		return nil, nil, store.OrMissing(err, "sessionId", "教育活动", "education session")
	}
	if !records(ctx, e) {
		return nil, nil, notYours("sessionId")
	}
	rows, err := client.EducationParticipant.Query().Where(educationparticipant.SessionID(e.ID)).WithPerson().
		Order(educationparticipant.BySortOrder(), educationparticipant.ByID()).All(ctx)
	return e, rows, err
}

// Own are the viewer's own participations in sessions; by a token there is none.
func (s *Service) Own(ctx context.Context, sessions []int64) (map[int64]*ent.EducationParticipant, error) {
	v, out := viewer.FromContext(ctx), map[int64]*ent.EducationParticipant{}
	for _, id := range sessions {
		out[id] = nil
	}
	if v == nil || v.PersonID == 0 || v.TokenID != 0 {
		return out, nil
	}
	err := store.InParts(sessions, func(part []int64) error {
		rows, err := s.store.Reader(ctx).EducationParticipant.Query().Where(educationparticipant.SessionIDIn(part...), educationparticipant.PersonID(v.PersonID)).All(ctx)
		for _, p := range rows {
			out[p.SessionID] = p
		}
		return err
	})
	return out, err
}

// CountsOf are how many took part in sessions, of those whose participants the viewer sees all; nil for others.
func (s *Service) CountsOf(ctx context.Context, sessions []*ent.EducationSession) (map[*ent.EducationSession]*Counts, error) {
	v, out, of := viewer.FromContext(ctx), map[*ent.EducationSession]*Counts{}, map[int64]*Counts{}
	var ids []int64
	for _, e := range sessions {
		out[e] = nil
		leads := v != nil && v.TokenID == 0 && v.PersonID != 0 && e.LeaderID != nil && *e.LeaderID == v.PersonID
		if v == nil || !leads && !v.Register.Reaches(e.Levels()) && !v.System {
			continue
		}
		if of[e.ID] == nil {
			of[e.ID] = &Counts{}
			ids = append(ids, e.ID)
		}
		out[e] = of[e.ID]
	}
	err := store.InParts(ids, func(part []int64) error {
		q := &statement{}
		q.add("SELECT session_id, COALESCE(attendance, ''), CASE WHEN made_up_on IS NULL THEN 0 ELSE 1 END, COUNT(*) FROM education_participants WHERE session_id IN (")
		q.add(marks(len(part))+") GROUP BY 1, 2, 3", anys(part)...)
		return s.rows(ctx, q, func(scan func(...any) error) error {
			var id int64
			var attendance string
			var madeUp, n int
			if err := scan(&id, &attendance, &madeUp, &n); err != nil {
				return err
			}
			of[id].count(term.Attendance(attendance), madeUp == 1, n)
			return nil
		})
	})
	return out, err
}
