package office

import (
	"cmp"
	"context"
	"slices"

	"sineng/ent/appointment"
	"sineng/ent/predicate"
	"sineng/ent/unitplacement"
)

// Inside are the units, and those that stood below them on the day, in a statement per level for each 2,000 of them.
func (r Reader) Inside(ctx context.Context, units ...int64) ([]int64, error) {
	known := map[int64]bool{}
	var out []int64
	for next := distinct(units); len(next) > 0; {
		out = append(out, next...)
		for _, id := range next {
			known[id] = true
		}
		var below []int64
		for ids := range slices.Chunk(next, mostAtOnce) {
			rows, err := r.placements(ctx, unitplacement.ParentIDIn(ids...))
			if err != nil {
				return nil, err
			}
			for _, p := range rows {
				below = append(below, p.unit)
			}
		}
		next = slices.DeleteFunc(distinct(below), func(id int64) bool { return known[id] })
	}
	return out, nil
}

// Posted are the appointments to any post in units, to posts, and of people, each once, with their units as they stood in the tree on the day.
func (r Reader) Posted(ctx context.Context, units, posts, people []int64) (*Facts, error) {
	f := &Facts{}
	for _, by := range []struct {
		ids   []int64
		where func(...int64) predicate.Appointment
	}{{units, appointment.UnitIDIn}, {posts, appointment.PostIDIn}, {people, appointment.PersonIDIn}} {
		for ids := range slices.Chunk(distinct(by.ids), mostAtOnce) {
			some, err := r.appointments(ctx, by.where(ids...))
			if err != nil {
				return nil, err
			}
			f.Appointments = append(f.Appointments, some...)
		}
	}
	slices.SortFunc(f.Appointments, func(a, b Appointment) int { return cmp.Compare(a.ID, b.ID) })
	f.Appointments = slices.Compact(f.Appointments)
	var at []int64
	for _, a := range f.Appointments {
		at = append(at, a.Unit)
	}
	var err error
	f.Units, err = r.Standing(ctx, at...)
	return f, err
}
