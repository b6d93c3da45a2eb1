package proceeding

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/predicate"
	entproceeding "sineng/ent/proceeding"
	"sineng/ent/proceedingdeviation"
	"sineng/ent/proceedingpause"
	"sineng/ent/proceedingstep"
	"sineng/ent/term"
	"sineng/ent/term/fold"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// Filter narrows a list of proceedings.
type Filter struct {
	UnitID  *int64 // with all below it
	PowerID *int64
	// Number is 办件编号, however it is written.
	Number *string
	States []term.ProceedingState
	// ReceivedFrom and ReceivedTo are the first and the last day on which they were received.
	ReceivedFrom, ReceivedTo *time.Time
	// Strays lists those that stray in one of these ways by today; Late among them only while it lasts where Lasting is set.
	Strays  []term.DeviationKind
	Lasting bool
}

// MayList refuses who sees proceedings nowhere.
func MayList(ctx context.Context) error {
	if authz.CheckAnywhere(ctx, authz.RecordProceedings) == nil {
		return nil
	}
	return authz.CheckAnywhere(ctx, authz.ReadRegister)
}

// MayRecord tells whether the viewer may record proceedings of powers at a place.
func (s *Service) MayRecord(ctx context.Context, at authz.Levels) bool {
	v := viewer.FromContext(ctx)
	return v != nil && authz.May(v, authz.RecordProceedings, at)
}

// List lists proceedings that the viewer sees, the latest first.
func (s *Service) List(ctx context.Context, f Filter, page store.Page, with func(*ent.ProceedingQuery)) (*store.Slice[*ent.Proceeding], error) {
	if err := MayList(ctx); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).Proceeding.Query()
	if err := org.Within(ctx, s.store, q, f.UnitID, nil); err != nil {
		return nil, err
	}
	if f.PowerID != nil {
		if _, err := s.power(ctx, *f.PowerID, "filter.powerId"); err != nil {
			return nil, err
		}
		q.Where(entproceeding.PowerID(*f.PowerID))
	}
	if f.Number != nil {
		q.Where(entproceeding.NumberFolded(fold.Code(*f.Number)))
	}
	if len(f.States) > 0 {
		q.Where(entproceeding.StateIn(f.States...))
	}
	if f.ReceivedFrom != nil {
		q.Where(entproceeding.ReceivedOnGTE(*f.ReceivedFrom))
	}
	if f.ReceivedTo != nil {
		q.Where(entproceeding.ReceivedOnLTE(*f.ReceivedTo))
	}
	if len(f.Strays) > 0 {
		q.Where(strays(f.Strays, f.Lasting, s.store.Today()))
	}
	return store.List(ctx, q, page, func(p *ent.Proceeding) int64 { return p.ID },
		[]store.Key[*ent.Proceeding]{store.Desc(entproceeding.FieldReceivedOn, func(p *ent.Proceeding) any { return p.ReceivedOn })}, with)
}

// strays limits proceedings to those with a deviation of some kinds by a day.
func strays(kinds []term.DeviationKind, lasting bool, today time.Time) predicate.Proceeding {
	of := make([]any, len(kinds))
	for n, k := range kinds {
		of[n] = string(k)
	}
	return func(s *sql.Selector) {
		t := sql.Table(proceedingdeviation.Table).As("strays")
		where := []*sql.Predicate{sql.In(t.C(proceedingdeviation.FieldKind), of...), sql.IsNull(t.C(proceedingdeviation.FieldGoneAt)), sql.LTE(t.C(proceedingdeviation.FieldFromDay), today)}
		if lasting {
			where = append(where, sql.IsNull(t.C(proceedingdeviation.FieldToDay)))
		}
		s.Where(sql.In(s.C(entproceeding.FieldID), sql.Select(t.C(proceedingdeviation.FieldProceedingID)).From(t).Where(sql.And(where...))))
	}
}

// power is a power of which the viewer sees proceedings.
func (s *Service) power(ctx context.Context, id int64, field string) (*ent.Power, error) {
	client := s.store.Reader(ctx)
	p, err := client.Power.Get(ctx, id)
	if ent.IsNotFound(err) {
		if p, err = client.Power.Get(everywhere(ctx), id); err == nil && !authz.May(viewer.FromContext(ctx), authz.RecordProceedings, p.Levels()) {
			return nil, fault.MissingAt(field, "职权", "power")
		}
	}
	return p, store.OrMissing(err, field, "职权", "power")
}

// Steps are those of proceedings that hold, of each in the order in which they began. Whoever asks sees the proceedings.
func (s *Service) Steps(ctx context.Context, ids []int64) (map[int64][]*ent.ProceedingStep, error) {
	out := map[int64][]*ent.ProceedingStep{}
	return out, store.InParts(ids, func(part []int64) error {
		rows, err := s.store.Reader(ctx).ProceedingStep.Query().Where(proceedingstep.ProceedingIDIn(part...), proceedingstep.ReplacedAtIsNil(), proceedingstep.Withdrawn(false)).
			Order(proceedingstep.ByBeganAt(), proceedingstep.ByID()).All(everywhere(ctx))
		group(out, part, rows, func(r *ent.ProceedingStep) int64 { return r.ProceedingID })
		return err
	})
}

// AllSteps are the steps of a proceeding with what was corrected of them. Whoever asks sees the proceeding.
func (s *Service) AllSteps(ctx context.Context, p *ent.Proceeding) ([]*ent.ProceedingStep, error) {
	return s.store.Reader(ctx).ProceedingStep.Query().Where(proceedingstep.ProceedingID(p.ID)).
		Order(proceedingstep.ByBeganAt(), proceedingstep.ByID()).Limit(mostShown).All(everywhere(ctx))
}

// mostShown is how many lines of one proceeding are read with what was corrected.
const mostShown = 4 * mostOfOne

// Pauses are those of proceedings that hold, of each in the order in which they began. Whoever asks sees the proceedings.
func (s *Service) Pauses(ctx context.Context, ids []int64) (map[int64][]*ent.ProceedingPause, error) {
	out := map[int64][]*ent.ProceedingPause{}
	return out, store.InParts(ids, func(part []int64) error {
		rows, err := s.store.Reader(ctx).ProceedingPause.Query().Where(proceedingpause.ProceedingIDIn(part...), proceedingpause.ReplacedAtIsNil(), proceedingpause.Withdrawn(false)).
			Order(proceedingpause.ByFromDay(), proceedingpause.ByID()).All(everywhere(ctx))
		group(out, part, rows, func(p *ent.ProceedingPause) int64 { return p.ProceedingID })
		return err
	})
}

// AllPauses are the pauses of a proceeding with what was corrected of them. Whoever asks sees the proceeding.
func (s *Service) AllPauses(ctx context.Context, p *ent.Proceeding) ([]*ent.ProceedingPause, error) {
	return s.store.Reader(ctx).ProceedingPause.Query().Where(proceedingpause.ProceedingID(p.ID)).
		Order(proceedingpause.ByFromDay(), proceedingpause.ByID()).Limit(mostShown).All(everywhere(ctx))
}

// group adds rows to those of their proceedings; each of these has an entry, also without any.
func group[T any](into map[int64][]T, ids []int64, rows []T, of func(T) int64) {
	for _, id := range ids {
		if into[id] == nil {
			into[id] = []T{}
		}
	}
	for _, row := range rows {
		into[of(row)] = append(into[of(row)], row)
	}
}

// Deviations are those of proceedings by today, for each in the order of their days.
func (s *Service) Deviations(ctx context.Context, ids []int64) (map[int64][]*Deviation, error) {
	out := map[int64][]*Deviation{}
	return out, store.InParts(ids, func(part []int64) error {
		rows, err := s.store.Reader(ctx).ProceedingDeviation.Query().Where(proceedingdeviation.ProceedingIDIn(part...), proceedingdeviation.GoneAtIsNil(),
			proceedingdeviation.FromDayLTE(s.store.Today())).Order(proceedingdeviation.ByFromDay(), proceedingdeviation.ByID()).All(everywhere(ctx))
		group(out, part, nil, nil)
		for _, d := range rows {
			out[d.ProceedingID] = append(out[d.ProceedingID], deviationOf(d))
		}
		return err
	})
}
