package indicator

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/indicator"
	"sineng/ent/indicatorreading"
	"sineng/ent/measure"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/task"
)

// Filter narrows a list of indicators.
type Filter struct {
	UnitID    *int64 // with all below it
	MeasureID *int64
	States    []term.IndicatorState
	// Owed tells whether a period that is over has not been read.
	Owed *bool
	// Mine lists those that the viewer is to read: where they are named, or nobody is and they own the measure.
	Mine bool
	// Stopped lists those that are stopped in place of those in use.
	Stopped bool
}

// recentDays is how far back the recent readings of an indicator go.
const recentDays = 400

// inUse are the states of measures that are watched.
var inUse = slices.DeleteFunc(term.MeasureStatus("").Values(), func(s string) bool { return !task.Asks(term.MeasureStatus(s)) })

// MayList refuses who sees indicators nowhere.
func MayList(ctx context.Context) error {
	if authz.CheckAnywhere(ctx, authz.RecordReadings) == nil {
		return nil
	}
	return authz.CheckAnywhere(ctx, authz.ReadRegister)
}

// List lists indicators that the viewer sees, those beyond their thresholds first, then those not read yet. Of a measure all are listed, else those of measures in force.
func (s *Service) List(ctx context.Context, f Filter, page store.Page, with func(*ent.IndicatorQuery)) (*store.Slice[*ent.Indicator], error) {
	if err := MayList(ctx); err != nil {
		return nil, err
	}
	client := s.store.Reader(ctx)
	q := client.Indicator.Query()
	if f.MeasureID != nil {
		seen, err := client.Measure.Query().Where(measure.ID(*f.MeasureID)).Exist(ctx)
		if err != nil {
			return nil, err
		}
		if !seen {
			return nil, fault.MissingAt("filter.measureId", "防控措施", "measure")
		}
		q.Where(indicator.MeasureID(*f.MeasureID))
	} else {
		q.Where(watched)
	}
	if err := org.Within(ctx, s.store, q, f.UnitID, nil); err != nil {
		return nil, err
	}
	if f.Mine {
		q.Where(readBy(viewer.FromContext(ctx).PersonID))
	}
	if len(f.States) > 0 {
		q.Where(indicator.StateIn(f.States...))
	}
	if f.Stopped {
		q.Where(indicator.StoppedReasonNEQ(""))
	} else {
		q.Where(indicator.StoppedReason(""))
	}
	if f.Owed != nil {
		owed := indicator.OwedOnLTE(s.store.Today())
		if !*f.Owed {
			owed = indicator.OwedOnGT(s.store.Today())
		}
		q.Where(owed)
	}
	keys := []store.Key[*ent.Indicator]{store.Asc(indicator.FieldState, func(i *ent.Indicator) any { return string(i.State) })} // by their words: OVER, UNREAD, WITHIN
	return store.List(ctx, q, page, func(i *ent.Indicator) int64 { return i.ID }, keys, with)
}

// watched limits indicators to those of measures in force, whether the viewer sees the measure or not.
func watched(s *sql.Selector) {
	t := sql.Table(measure.Table)
	states := make([]any, len(inUse))
	for n, state := range inUse {
		states[n] = state
	}
	s.Where(sql.In(s.C(indicator.FieldMeasureID), sql.Select(t.C(measure.FieldID)).From(t).Where(sql.In(t.C(measure.FieldStatus), states...))))
}

// Readings are those of an indicator which hold, or also what was corrected, the newest period first. The viewer sees the indicator.
func (s *Service) Readings(ctx context.Context, i *ent.Indicator, corrected bool, page store.Page) (*store.Slice[*ent.IndicatorReading], error) {
	q := s.store.Reader(ctx).IndicatorReading.Query().Where(indicatorreading.IndicatorID(i.ID))
	if !corrected {
		q.Where(indicatorreading.ReplacedAtIsNil())
	}
	keys := []store.Key[*ent.IndicatorReading]{
		store.Desc(indicatorreading.FieldFromDay, func(r *ent.IndicatorReading) any { return r.FromDay }),
		store.Desc(indicatorreading.FieldRevision, func(r *ent.IndicatorReading) any { return r.Revision }),
	}
	slice, err := store.List(everywhere(ctx), q, page, func(r *ent.IndicatorReading) int64 { return r.ID }, keys, func(*ent.IndicatorReadingQuery) {})
	if err != nil {
		return nil, err
	}
	count := slice.Count
	slice.Count = func(ctx context.Context) (int, error) { return count(everywhere(ctx)) }
	return slice, nil
}

// Recent are the readings of indicators which hold, of the last 400 days, the oldest first. The viewer sees the indicators.
func (s *Service) Recent(ctx context.Context, ids []int64) (map[int64][]*ent.IndicatorReading, error) {
	out := map[int64][]*ent.IndicatorReading{}
	for _, id := range ids {
		out[id] = []*ent.IndicatorReading{}
	}
	err := store.InParts(ids, func(part []int64) error {
		rows, err := s.store.Reader(ctx).IndicatorReading.Query().Where(indicatorreading.IndicatorIDIn(part...), indicatorreading.ReplacedAtIsNil(),
			indicatorreading.FromDayGTE(s.store.Today().AddDate(0, 0, -recentDays))).Order(indicatorreading.ByIndicatorID(), indicatorreading.ByFromDay()).All(everywhere(ctx))
		for _, r := range rows {
			out[r.IndicatorID] = append(out[r.IndicatorID], r)
		}
		return err
	})
	return out, err
}

// Trend is how the newest value of an indicator compares with the one before.
type Trend string

// The values of Trend.
const (
	// TrendBetter lies further on the side of the threshold on which values are as they should be.
	TrendBetter Trend = "BETTER"
	// TrendSame is the same value.
	TrendSame Trend = "SAME"
	// TrendWorse lies nearer to the threshold, or further beyond it.
	TrendWorse Trend = "WORSE"
)

// TrendOf compares the two newest of readings, which are in the order of their periods; empty where there are fewer.
func TrendOf(keeps term.IndicatorKeeps, readings []*ent.IndicatorReading) Trend {
	n := len(readings)
	if n < 2 {
		return ""
	}
	more := cmp.Compare(readings[n-1].Value, readings[n-2].Value)
	switch {
	case more == 0:
		return TrendSame
	case (more < 0) == (keeps == term.IndicatorKeepsAtMost):
		return TrendBetter
	}
	return TrendWorse
}

// mine are the indicators in use that a person is to read, the longest owed first.
func (s *Service) mine(ctx context.Context, person int64, most int, where ...predicate.Indicator) ([]*ent.Indicator, error) {
	return s.store.Reader(ctx).Indicator.Query().Where(readBy(person), watched, indicator.StoppedReason("")).Where(where...).
		Order(indicator.ByOwedOn(), indicator.ByID()).Limit(most).All(ctx)
}

// readBy limits indicators to those that a person is to read: where they are named, or nobody is and they own the measure. Either is found
// by an index of its own.
func readBy(person int64) predicate.Indicator {
	return func(s *sql.Selector) {
		i, o, m := sql.Table(indicator.Table).As("i"), sql.Table(indicator.Table).As("o"), sql.Table(measure.Table).As("m")
		named := sql.Select(i.C(indicator.FieldID)).From(i).Where(sql.EQ(i.C(indicator.FieldPersonID), person))
		owned := sql.Select(o.C(indicator.FieldID)).From(m).Join(o).On(o.C(indicator.FieldMeasureID), m.C(measure.FieldID)).
			Where(sql.And(sql.EQ(m.C(measure.FieldOwnerID), person), sql.IsNull(o.C(indicator.FieldPersonID))))
		either := named.UnionAll(owned).As("mine")
		s.Where(sql.In(s.C(indicator.FieldID), sql.Select(either.C(indicator.FieldID)).From(either)))
	}
}

func sortedKeys[V any](m map[int64]V) []int64 { return slices.Sorted(maps.Keys(m)) }
