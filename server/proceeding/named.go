package proceeding

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/power"
	"sineng/ent/predicate"
	"sineng/ent/process"
	"sineng/ent/processstep"
	"sineng/ent/rule"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/org"
	"sineng/server/store"
)

// Named is a power of which the viewer may record proceedings.
type Named struct {
	ID         int64
	Code, Name string
	// Unit is the name of its unit.
	Unit string
	// Steps are the names of the steps of its process, in order; only of Recordable.
	Steps []string
}

// recordable limits powers to those of which the viewer may record proceedings.
func recordable(ctx context.Context) predicate.Power {
	return predicate.Power(rule.Scoped(rule.Proceedings).For(viewer.FromContext(ctx)))
}

// PowersNamed are the powers of some names of which the viewer may record proceedings.
func (s *Service) PowersNamed(ctx context.Context, names []string) (map[string][]Named, error) {
	out := map[string][]Named{}
	names = slices.Clone(names)
	slices.Sort(names)
	for part := range slices.Chunk(slices.Compact(names), 200) {
		rows, err := s.store.Reader(ctx).Power.Query().Where(power.NameIn(part...), recordable(ctx)).Order(power.ByID()).WithUnit().All(everywhere(ctx))
		if err != nil {
			return nil, err
		}
		for _, p := range rows {
			out[p.Name] = append(out[p.Name], Named{ID: p.ID, Code: p.Code, Name: p.Name, Unit: p.Edges.Unit.Name})
		}
	}
	return out, nil
}

// Recordable are powers of which the viewer may record proceedings, with the steps of their processes: one, those of a unit and those below it, or
// all, but no more than so many; it tells whether there are more.
func (s *Service) Recordable(ctx context.Context, unit, id *int64, most int) ([]Named, bool, error) {
	if err := authz.CheckAnywhere(ctx, authz.RecordProceedings); err != nil {
		return nil, false, err
	}
	q := s.store.Reader(ctx).Power.Query().Where(recordable(ctx), power.RetiredOnIsNil())
	if err := org.Within(ctx, s.store, q, unit, nil); err != nil {
		return nil, false, err
	}
	if id != nil {
		q.Where(power.ID(*id))
	}
	rows, err := q.Order(power.ByID()).Limit(most + 1).WithUnit().WithProcesses(func(q *ent.ProcessQuery) {
		q.Where(store.True(process.FieldCurrent)).WithSteps(func(q *ent.ProcessStepQuery) { q.Order(processstep.BySortOrder()) })
	}).All(everywhere(ctx))
	if err != nil {
		return nil, false, err
	}
	out := make([]Named, 0, len(rows))
	for _, p := range rows[:min(len(rows), most)] {
		n := Named{ID: p.ID, Code: p.Code, Name: p.Name, Unit: p.Edges.Unit.Name}
		for _, version := range p.Edges.Processes {
			for _, step := range version.Edges.Steps {
				n.Steps = append(n.Steps, step.Name)
			}
		}
		out = append(out, n)
	}
	return out, len(rows) > most, nil
}
