package warning

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/ent/warning"
	"sineng/ent/warningevent"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// Filter narrows a list of warnings. Where neither a unit nor a person is named, it is what the viewer is asked to answer.
type Filter struct {
	UnitID   *int64 // with all below it
	PersonID *int64 // who is asked, or whom it concerns
	States   []term.WarningState
	Colours  []term.WarningColour
	Kinds    []term.WarningKind
	Grade    *term.Grade
	Overdue  *bool
}

// open are the states of warnings that are not over.
var open = append([]term.WarningState{term.WarningStateAnswered}, waiting...)

// List lists warnings that the viewer may see: those that wait by their last day, others the newest first.
func (s *Service) List(ctx context.Context, f Filter, page store.Page, with func(*ent.WarningQuery)) (*store.Slice[*ent.Warning], error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadOverview); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).Warning.Query()
	if err := s.narrow(ctx, q, f.UnitID, f.PersonID); err != nil {
		return nil, err
	}
	if len(f.States) == 0 {
		f.States = open
	}
	q.Where(warning.StateIn(f.States...))
	if len(f.Colours) > 0 {
		q.Where(warning.ColourIn(f.Colours...))
	}
	if len(f.Kinds) > 0 {
		q.Where(warning.KindIn(f.Kinds...))
	}
	if f.Grade != nil {
		q.Where(warning.GradeEQ(*f.Grade))
	}
	today := s.store.Today()
	if f.Overdue != nil {
		if *f.Overdue {
			q.Where(warning.StateIn(waiting...), warning.DueOnLT(today))
		} else {
			q.Where(warning.Or(warning.DueOnIsNil(), warning.DueOnGTE(today), warning.StateNotIn(waiting...)))
		}
	}
	keys := []store.Key[*ent.Warning]{store.Desc(warning.FieldCreatedAt, func(w *ent.Warning) any { return w.CreatedAt })}
	if !slices.ContainsFunc(f.States, func(st term.WarningState) bool { return !slices.Contains(asked, st) }) {
		keys = []store.Key[*ent.Warning]{store.Asc(warning.FieldDueOn, func(w *ent.Warning) any {
			if w.DueOn == nil {
				return nil
			}
			return *w.DueOn
		})}
	}
	return store.List(ctx, q, page, func(w *ent.Warning) int64 { return w.ID }, keys, with)
}

// narrow limits warnings to a unit's subtree, to a person, or to those that the viewer is asked to answer.
func (s *Service) narrow(ctx context.Context, q *ent.WarningQuery, unitID, personID *int64) error {
	if unitID == nil && personID == nil {
		mine(ctx, q)
		return nil
	}
	if personID != nil {
		if err := org.CheckPersons(ctx, s.store.Reader(ctx), "filter.personId", *personID); err != nil {
			return err
		}
		q.Where(warning.Or(warning.PersonID(*personID), warning.ConcernedID(*personID)))
	}
	return org.Within(ctx, s.store, q, unitID, nil)
}

// mine limits warnings to those addressed to the viewer, and those addressed to all of the leading group where the viewer is of it.
func mine(ctx context.Context, q *ent.WarningQuery) {
	v := viewer.FromContext(ctx)
	person := v.PersonID
	if v.TokenID != 0 {
		person = 0
	}
	if group := authz.Held(v, term.RoleLeadingGroup); person != 0 && !group.Empty() {
		q.Where(warning.Or(warning.PersonID(person), warning.And(warning.PersonIDIsNil(), warning.TierEQ(term.RoleLeadingGroup), authz.Within(group))))
		return
	}
	q.Where(warning.PersonID(person))
}

// Number is how a warning is cited.
func Number(w *ent.Warning) string { return fmt.Sprintf("预警〔%d〕%d号", w.Year, w.Serial) }

// EventsOf are the timelines of warnings that the viewer has been shown, the earliest first.
func (s *Service) EventsOf(ctx context.Context, warnings []int64) (map[int64][]*ent.WarningEvent, error) {
	rows, err := s.store.Reader(ctx).WarningEvent.Query().Where(warningevent.WarningIDIn(warnings...)).Order(warningevent.ByWarningID(), warningevent.ByPosition()).All(everywhere(ctx))
	out := map[int64][]*ent.WarningEvent{}
	for _, id := range warnings {
		out[id] = []*ent.WarningEvent{}
	}
	for _, r := range rows {
		out[r.WarningID] = append(out[r.WarningID], r)
	}
	return out, err
}

// Count are numbers of warnings of one department, kind and colour that are not lifted.
type Count struct {
	UnitID int64
	Kind   term.WarningKind
	Colour term.WarningColour
	// Waiting wait for an answer and are not late; Late are late, or went up. Answered are answered, or verified while the cause lasts.
	Waiting, Late, Answered int
}

// Counts counts the warnings that are not lifted, of a unit with all below it, or those that the viewer is asked to answer.
func (s *Service) Counts(ctx context.Context, unitID *int64) ([]*Count, error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadOverview); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).Warning.Query().Where(warning.StateIn(open...))
	if unitID == nil {
		mine(ctx, q)
	} else {
		u, err := org.UnitOf(ctx, s.store, *unitID)
		if err != nil {
			return nil, err
		}
		if u == nil {
			return nil, fault.MissingAt("unitId", "单位", "unit")
		}
		if err := authz.Check(ctx, authz.ReadOverview, u.Levels()); err != nil {
			return nil, err
		}
		if err := org.Within(ctx, s.store, q, unitID, nil); err != nil {
			return nil, err
		}
	}
	rows, err := q.Select(warning.FieldUnitID, warning.FieldKind, warning.FieldColour, warning.FieldState, warning.FieldDueOn).All(ctx)
	if err != nil {
		return nil, err
	}
	type group struct {
		unit   int64
		kind   term.WarningKind
		colour term.WarningColour
	}
	counts, out, today := map[group]*Count{}, []*Count{}, s.store.Today()
	for _, w := range rows {
		k := group{w.UnitID, w.Kind, w.Colour}
		if counts[k] == nil {
			counts[k] = &Count{UnitID: w.UnitID, Kind: w.Kind, Colour: w.Colour}
			out = append(out, counts[k])
		}
		switch c := counts[k]; {
		case w.State == term.WarningStateEscalated || late(w, today):
			c.Late++
		case asks(w.State):
			c.Waiting++
		default:
			c.Answered++
		}
	}
	slices.SortFunc(out, func(a, b *Count) int {
		return cmp.Or(cmp.Compare(b.Colour.Rank(), a.Colour.Rank()), cmp.Compare(a.UnitID, b.UnitID), cmp.Compare(a.Kind, b.Kind))
	})
	return out, nil
}
