package check

import (
	"cmp"
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/checkhandover"
	"sineng/ent/checkitem"
	"sineng/ent/supervisioncheck"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// Filter narrows a list of checks. Where neither a unit nor a person is named, it is what the viewer is asked to check.
type Filter struct {
	UnitID   *int64 // with all below it
	PersonID *int64 // supervisor
	State    *term.CheckState
	Kind     *term.CheckKind
	Grade    *term.Grade
	Overdue  *bool
	DueFrom  *time.Time
	DueTo    *time.Time
}

// List lists checks that the viewer may see: those that are due by their last day, others the latest first.
func (s *Service) List(ctx context.Context, f Filter, page store.Page, with func(*ent.SupervisionCheckQuery)) (*store.Slice[*ent.SupervisionCheck], error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadOverview); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).SupervisionCheck.Query()
	if err := s.narrow(ctx, q, f.UnitID, f.PersonID); err != nil {
		return nil, err
	}
	state := term.CheckStateDue
	if f.State != nil {
		state = *f.State
	}
	q.Where(supervisioncheck.StateEQ(state))
	if f.Kind != nil {
		q.Where(supervisioncheck.KindEQ(*f.Kind))
	}
	if f.Grade != nil {
		q.Where(supervisioncheck.GradeEQ(*f.Grade))
	}
	if f.Overdue != nil {
		late := supervisioncheck.DueOnLT(s.store.Today())
		if !*f.Overdue {
			late = supervisioncheck.DueOnGTE(s.store.Today())
		}
		q.Where(late)
	}
	if f.DueFrom != nil {
		q.Where(supervisioncheck.DueOnGTE(*f.DueFrom))
	}
	if f.DueTo != nil {
		q.Where(supervisioncheck.DueOnLTE(*f.DueTo))
	}
	key := store.Desc(supervisioncheck.FieldDueOn, func(c *ent.SupervisionCheck) any { return c.DueOn })
	if state == term.CheckStateDue {
		key = store.Asc(supervisioncheck.FieldDueOn, func(c *ent.SupervisionCheck) any { return c.DueOn })
	}
	return store.List(ctx, q, page, func(c *ent.SupervisionCheck) int64 { return c.ID }, []store.Key[*ent.SupervisionCheck]{key}, with)
}

// narrow limits checks to a unit's subtree, to a supervisor, or to the viewer's own.
func (s *Service) narrow(ctx context.Context, q *ent.SupervisionCheckQuery, unitID, personID *int64) error {
	if unitID == nil && personID == nil {
		q.Where(supervisioncheck.PersonID(own(ctx)))
		return nil
	}
	if personID != nil {
		if err := org.CheckPersons(ctx, s.store.Reader(ctx), "filter.personId", *personID); err != nil {
			return err
		}
		q.Where(supervisioncheck.PersonID(*personID))
	}
	return org.Within(ctx, s.store, q, unitID, nil)
}

// own is the viewer's person, 0 for a token, which is nobody.
func own(ctx context.Context) int64 {
	if v := viewer.FromContext(ctx); v.TokenID == 0 {
		return v.PersonID
	}
	return 0
}

// ItemsOf are the samples of checks that the viewer has been shown, in the order in which they were drawn.
func (s *Service) ItemsOf(ctx context.Context, checks []int64) (map[int64][]*ent.CheckItem, error) {
	rows, err := s.store.Reader(ctx).CheckItem.Query().Where(checkitem.CheckIDIn(checks...)).Order(checkitem.ByCheckID(), checkitem.ByPosition()).All(everywhere(ctx))
	out := map[int64][]*ent.CheckItem{}
	for _, id := range checks {
		out[id] = []*ent.CheckItem{}
	}
	for _, r := range rows {
		out[r.CheckID] = append(out[r.CheckID], r)
	}
	return out, err
}

// Handovers lists the handovers of a unit with all below it that the viewer may see, or those in which they are named, the
// newest first.
func (s *Service) Handovers(ctx context.Context, unitID *int64, page store.Page, with func(*ent.CheckHandoverQuery)) (*store.Slice[*ent.CheckHandover], error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadOverview); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).CheckHandover.Query()
	if unitID == nil {
		me := own(ctx)
		q.Where(checkhandover.Or(checkhandover.PredecessorID(me), checkhandover.SuccessorID(me)))
	} else if err := org.Within(ctx, s.store, q, unitID, nil); err != nil {
		return nil, err
	}
	return store.List(ctx, q, page, func(h *ent.CheckHandover) int64 { return h.ID },
		[]store.Key[*ent.CheckHandover]{store.Desc(checkhandover.FieldCreatedAt, func(h *ent.CheckHandover) any { return h.CreatedAt })}, with)
}

// Count are numbers of checks of one department, kind and grade.
type Count struct {
	UnitID  int64
	Kind    term.CheckKind
	Grade   term.Grade
	Due     int // not late
	Overdue int
	Done    int
	Missed  int
	// Late are those done after their last day; they are among Done.
	Late int
}

// mostPeriod is how long the time may be of which checks are counted.
const mostPeriod = 2

// Counts counts, by department, kind and grade, the checks that were or are to be made from one day to another: of the bureau of a
// unit, of a person, or the viewer's own. Those still due count whenever they were to be made.
func (s *Service) Counts(ctx context.Context, unitID, personID *int64, from, to time.Time) ([]*Count, error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadOverview); err != nil {
		return nil, err
	}
	if to.Before(from) || to.After(from.AddDate(mostPeriod, 0, 0)) {
		return nil, fault.Bad("to", "BAD_PERIOD", "统计期间应为先后两天,且不超过两年", "The time counted runs from one day to a later one, two years at most")
	}
	q := s.store.Reader(ctx).SupervisionCheck.Query()
	if err := s.counted(ctx, q, unitID, personID); err != nil {
		return nil, err
	}
	rows, err := q.Where(supervisioncheck.Or(supervisioncheck.StateEQ(term.CheckStateDue),
		supervisioncheck.And(supervisioncheck.StateIn(term.CheckStateDone, term.CheckStateMissed), supervisioncheck.DueOnGTE(from), supervisioncheck.DueOnLTE(to)))).
		Select(supervisioncheck.FieldUnitID, supervisioncheck.FieldKind, supervisioncheck.FieldGrade, supervisioncheck.FieldState, supervisioncheck.FieldDueOn, supervisioncheck.FieldDoneAt).
		All(ctx)
	if err != nil {
		return nil, err
	}
	type group struct {
		unit  int64
		kind  term.CheckKind
		grade term.Grade
	}
	counts := map[group]*Count{}
	var out []*Count
	for _, r := range rows {
		k := group{r.UnitID, r.Kind, r.Grade}
		if counts[k] == nil {
			counts[k] = &Count{UnitID: r.UnitID, Kind: r.Kind, Grade: r.Grade}
			out = append(out, counts[k])
		}
		counts[k].add(r, s.store.Today())
	}
	slices.SortFunc(out, func(a, b *Count) int {
		return cmp.Or(cmp.Compare(a.UnitID, b.UnitID), cmp.Compare(b.Kind, a.Kind), cmp.Compare(a.Grade, b.Grade))
	})
	return out, nil
}

// counted limits checks to those of the bureau of a unit, of a department, of a person, or of the viewer.
func (s *Service) counted(ctx context.Context, q *ent.SupervisionCheckQuery, unitID, personID *int64) error {
	if unitID == nil {
		return s.narrow(ctx, q, nil, personID)
	}
	u, err := org.UnitOf(ctx, s.store, *unitID)
	if err != nil {
		return err
	}
	if u == nil {
		return fault.MissingAt("unitId", "单位", "unit")
	}
	if err := authz.Check(ctx, authz.ReadOverview, u.Levels()); err != nil {
		return err
	}
	if isBureau(u) {
		q.Where(supervisioncheck.BureauID(u.ID))
		unitID = nil
	}
	if unitID != nil || personID != nil {
		return s.narrow(ctx, q, unitID, personID)
	}
	return nil
}

func (c *Count) add(r *ent.SupervisionCheck, today time.Time) {
	switch {
	case r.State == term.CheckStateMissed:
		c.Missed++
	case r.State == term.CheckStateDone:
		if c.Done++; r.DoneAt != nil && store.DayOf(*r.DoneAt).After(r.DueOn) {
			c.Late++
		}
	case r.DueOn.Before(today):
		c.Overdue++
	default:
		c.Due++
	}
}
