package graph

import (
	"context"
	"errors"
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

// references are the fields of rows that refer to rows of another kind, by name.
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
	peopleOfAppointment = references[*ent.Appointment]{
		"person": func(a *ent.Appointment) *int64 { return &a.PersonID },
	}
	peopleOfPortfolio = references[*ent.Portfolio]{
		"person": func(p *ent.Portfolio) *int64 { return &p.PersonID },
	}
	unitOfRisk    = references[*ent.RiskPoint]{"unit": func(r *ent.RiskPoint) *int64 { return &r.UnitID }}
	unitOfMeasure = references[*ent.Measure]{"unit": func(m *ent.Measure) *int64 { return &m.UnitID }}
	postOfRisk    = references[*ent.RiskPoint]{"post": func(r *ent.RiskPoint) *int64 { return r.PostID }}
)

// among adds the keys to which the selected fields of rows refer, but for those below which one of the edges is
// selected: those rows were loaded with their owners.
func (r references[Row]) among(ids []int64, f fields, rows []Row, edges []string) []int64 {
	for name, of := range r {
		f.on(name, func(f fields) {
			if !f.plain(edges) {
				return
			}
			for _, row := range rows {
				if id := of(row); id != nil {
					ids = append(ids, *id)
				}
			}
		})
	}
	return ids
}

// nameHolders loads the people to whom portfolios, and the appointments of posts, refer, as far as they are selected.
func nameHolders(ctx context.Context, of fields, portfolios []*ent.Portfolio, ofPosts fields, posts []*ent.Post) error {
	ids := peopleOfPortfolio.among(nil, of, portfolios, personEdges)
	ofPosts.on("appointments", func(f fields) {
		for _, p := range posts {
			ids = peopleOfAppointment.among(ids, f, p.Edges.Appointments, personEdges)
		}
	})
	return batchOf(ctx).people.load(ctx, ids)
}

// nameRisks loads the units, posts and people to which risk points refer, as far as they are selected.
func nameRisks(ctx context.Context, f fields, risks []*ent.RiskPoint) error {
	units, people := unitOfRisk.among(nil, f, risks, unitEdges), peopleOfRisk.among(nil, f, risks, nil)
	f.on("measures", func(f fields) {
		for _, risk := range risks {
			people = peopleOfMeasure.among(people, f, risk.Edges.Measures, nil)
			units = unitOfMeasure.among(units, f, risk.Edges.Measures, unitEdges)
		}
	})
	f.on("assessments", func(f fields) {
		for _, risk := range risks {
			people = peopleOfAssessment.among(people, f, risk.Edges.Assessments, nil)
		}
	})
	b := batchOf(ctx)
	return errors.Join(b.units.load(ctx, units), b.posts.load(ctx, postOfRisk.among(nil, f, risks, postEdges)), b.people.load(ctx, people))
}

// nameMeasures loads the units and people to which measures refer, as far as they are selected.
func nameMeasures(ctx context.Context, f fields, measures []*ent.Measure) error {
	b := batchOf(ctx)
	return errors.Join(b.units.load(ctx, unitOfMeasure.among(nil, f, measures, unitEdges)), b.people.load(ctx, peopleOfMeasure.among(nil, f, measures, nil)))
}
