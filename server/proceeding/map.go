package proceeding

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	entprocess "sineng/ent/process"
	"sineng/ent/processstep"
	"sineng/ent/stepedge"
	"sineng/ent/term/fold"
	"sineng/server/flow"
	"sineng/server/process"
	"sineng/server/store"
)

// maps finds the version of the process along which each proceeding runs: that which was in force on the day when it was received, or the first
// there was, and then for good.
func (w *recording) maps(ctx context.Context) error {
	var powers []int64
	for _, m := range w.matters {
		if m.row == nil {
			powers = append(powers, m.power.ID)
		}
	}
	unique(&powers)
	versions := map[int64][]*ent.Process{}
	if err := store.InParts(powers, func(part []int64) error {
		rows, err := w.tx.Process.Query().Where(entprocess.PowerIDIn(part...)).Order(entprocess.ByRevision()).All(everywhere(ctx))
		for _, p := range rows {
			versions[p.PowerID] = append(versions[p.PowerID], p)
		}
		return err
	}); err != nil {
		return err
	}
	var ids []int64
	of := func(m *matter) int64 {
		switch {
		case m.row != nil && m.row.ProcessID != nil:
			return *m.row.ProcessID
		case m.row == nil:
			if p := inForce(versions[m.power.ID], m.received()); p != nil {
				return p.ID
			}
		}
		return 0
	}
	for _, m := range w.matters {
		if id := of(m); id != 0 {
			ids = append(ids, id)
		}
	}
	found, err := courses(ctx, w.tx.Client(), ids)
	for _, m := range w.matters {
		if c := found[of(m)]; c != nil {
			m.process, m.course = c.process, c.course
		}
	}
	return err
}

// inForce is the version in force on a day, the first one before there was any; nil where there is none.
func inForce(versions []*ent.Process, on time.Time) *ent.Process {
	for _, p := range versions {
		if p.SupersededAt == nil || store.DayOf(*p.SupersededAt).After(on) {
			return p
		}
	}
	return nil
}

// version is a version of a process with its course.
type version struct {
	process *ent.Process
	course  *Course
}

// courses are the courses of versions of processes, whoever asks.
func courses(ctx context.Context, client *ent.Client, ids []int64) (map[int64]*version, error) {
	unique(&ids)
	out := map[int64]*version{}
	return out, store.InParts(ids, func(part []int64) error {
		rows, err := client.Process.Query().Where(entprocess.IDIn(part...)).
			WithSteps(func(q *ent.ProcessStepQuery) { q.Order(processstep.BySortOrder()) }).
			WithStepEdges(func(q *ent.StepEdgeQuery) { q.Order(stepedge.ByID()) }).All(everywhere(ctx))
		for _, p := range rows {
			out[p.ID] = &version{p, NewCourse(process.GraphOf(p))}
		}
		return err
	})
}

// stepOf is the key and the name of the step that is meant by a text: a key of the process, or else the name of a step of it; without a key what is
// not on the map. It is false where several steps have the name.
func (c *Course) stepOf(text string) (key, name string, one bool) {
	if s := c.place(text); s >= 0 {
		return text, c.graph.Steps[s].Name, true
	}
	if c == nil {
		return "", text, true
	}
	var named []*flow.Step
	for _, s := range c.graph.Steps {
		if fold.Key(s.Name) == fold.Key(text) {
			named = append(named, s)
		}
	}
	switch len(named) {
	case 0:
		return "", text, true
	case 1:
		return named[0].Key, named[0].Name, true
	}
	return "", text, false
}

// received is the day on which a matter was received, as far as is said.
func (m *matter) received() time.Time {
	switch {
	case m.in.ReceivedOn != nil:
		return *m.in.ReceivedOn
	case m.row != nil:
		return m.row.ReceivedOn
	case len(m.in.Steps) > 0:
		first := slices.MinFunc(m.in.Steps, func(a, b *StepEntry) int { return a.Began.Compare(b.Began) })
		return store.DayOf(first.Began)
	}
	return time.Time{}
}
