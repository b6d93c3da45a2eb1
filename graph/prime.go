package graph

import (
	"context"
	"maps"
	"sync"

	"github.com/vikstrous/dataloadgen"

	"sineng/ent"
	"sineng/graph/direct"
)

// rows are rows of an entity that one operation refers to by their keys. Those that a list needs are
// loaded with it, in one statement; others are gathered for a moment.
type rows[Row any] struct {
	*dataloadgen.Loader[int64, Row]
	fetch func(context.Context, []int64) (map[int64]Row, error)

	mu    sync.RWMutex
	known map[int64]Row
}

func newRows[Row any](fetch func(context.Context, []int64) (map[int64]Row, error), options ...dataloadgen.Option) *rows[Row] {
	return &rows[Row]{Loader: dataloadgen.NewMappedLoader(fetch, options...), fetch: fetch, known: map[int64]Row{}}
}

// of is the row with a key; null for a hidden one.
func (r *rows[Row]) of(ctx context.Context, id int64) (Row, error) {
	r.mu.RLock()
	row, ok := r.known[id]
	r.mu.RUnlock()
	if ok {
		return row, nil
	}
	if err := direct.Waits(ctx); err != nil {
		return row, err
	}
	return r.Load(ctx, id)
}

// load loads the rows with these keys that are not there yet.
func (r *rows[Row]) load(ctx context.Context, ids []int64) error {
	wanted, seen := ids[:0:0], make(map[int64]bool, len(ids))
	r.mu.RLock()
	for _, id := range ids {
		if _, ok := r.known[id]; !ok && !seen[id] && id != 0 {
			seen[id] = true
			wanted = append(wanted, id)
		}
	}
	r.mu.RUnlock()
	if len(wanted) == 0 {
		return nil
	}
	found, err := r.fetch(ctx, wanted)
	if err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	maps.Copy(r.known, found)
	return nil
}

// references are the fields of rows that refer to people, by name.
type references[Row any] map[string]func(Row) *int64

var (
	peopleOfRisk = references[*ent.RiskPoint]{
		"person":          func(r *ent.RiskPoint) *int64 { return r.PersonID },
		"directOwner":     func(r *ent.RiskPoint) *int64 { return r.DirectOwnerID },
		"departmentOwner": func(r *ent.RiskPoint) *int64 { return r.DepartmentOwnerID },
		"leaderOwner":     func(r *ent.RiskPoint) *int64 { return r.LeaderOwnerID },
	}
	peopleOfMeasure = references[*ent.Measure]{
		"owner":      func(m *ent.Measure) *int64 { return m.OwnerID },
		"supervisor": func(m *ent.Measure) *int64 { return m.SupervisorID },
	}
	peopleOfAssessment = references[*ent.Assessment]{
		"actor": func(a *ent.Assessment) *int64 { return a.ActorID },
	}
)

// among adds the people to whom the selected fields of rows refer.
func (r references[Row]) among(ids []int64, f fields, rows []Row) []int64 {
	for name, of := range r {
		if !f.has(name) {
			continue
		}
		for _, row := range rows {
			if id := of(row); id != nil {
				ids = append(ids, *id)
			}
		}
	}
	return ids
}

// peopleOfRisks loads the people to whom risk points refer, as far as they are selected.
func peopleOfRisks(ctx context.Context, f fields, risks []*ent.RiskPoint) error {
	ids := peopleOfRisk.among(nil, f, risks)
	f.on("measures", func(f fields) {
		for _, risk := range risks {
			ids = peopleOfMeasure.among(ids, f, risk.Edges.Measures)
		}
	})
	f.on("assessments", func(f fields) {
		for _, risk := range risks {
			ids = peopleOfAssessment.among(ids, f, risk.Edges.Assessments)
		}
	})
	return batchOf(ctx).people.load(ctx, ids)
}

// peopleOfMeasures loads the people to whom measures refer, as far as they are selected.
func peopleOfMeasures(ctx context.Context, f fields, measures []*ent.Measure) error {
	return batchOf(ctx).people.load(ctx, peopleOfMeasure.among(nil, f, measures))
}
