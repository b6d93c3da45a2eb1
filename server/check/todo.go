package check

import (
	"context"
	"fmt"

	"sineng/ent"
	"sineng/ent/checkhandover"
	"sineng/ent/supervisioncheck"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/store"
	"sineng/server/todo"
)

// ToDo lists the checks that the viewer is asked to make, and the handovers that wait for their signature.
func (s *Service) ToDo() todo.Source {
	return todo.Source{Kinds: []todo.Kind{todo.Check, todo.Handover}, Find: s.findToDo, Rows: []string{ent.TypeSupervisionCheck, ent.TypeCheckHandover}}
}

func (s *Service) findToDo(ctx context.Context) (map[todo.Kind][]*todo.Item, error) {
	me := own(ctx)
	if me == 0 {
		return nil, nil
	}
	client := s.store.Reader(ctx)
	out := map[todo.Kind][]*todo.Item{}
	if !authz.ScopeOf(viewer.FromContext(ctx), authz.ReadPersonal).Empty() { // who leads may be asked to check
		out[todo.Check] = []*todo.Item{}
	}
	rows, err := client.SupervisionCheck.Query().Where(supervisioncheck.PersonID(me), supervisioncheck.StateEQ(term.CheckStateDue)).
		Order(supervisioncheck.ByDueOn(), supervisioncheck.ByID()).Limit(todo.Most + 1).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, c := range rows {
		out[todo.Check] = append(out[todo.Check], &todo.Item{ID: c.ID, Path: "/checks/" + store.EncodeID(c.ID), TitleIn: titleOf(c), UnitID: c.UnitID,
			PersonID: value(c.SubjectID), DueOn: &c.DueOn})
	}
	lists, err := s.unsigned(ctx, me)
	if err != nil {
		return nil, err
	}
	for _, h := range lists {
		other := h.PredecessorID
		if other == me {
			other = h.SuccessorID
		}
		n := len(h.Checks)
		out[todo.Handover] = append(out[todo.Handover], &todo.Item{ID: h.ID, Path: "/checks/handovers", UnitID: h.UnitID, PersonID: other, TitleIn: func(lang string) string {
			if lang == "en" {
				return fmt.Sprintf("%d checks handed over", n)
			}
			return fmt.Sprintf("%d 项监督检查交接", n)
		}})
	}
	return out, nil
}

// unsigned are the handovers that wait for somebody's signature.
func (s *Service) unsigned(ctx context.Context, me int64) ([]*ent.CheckHandover, error) {
	return s.store.Reader(ctx).CheckHandover.Query().Where(checkhandover.Or(
		checkhandover.And(checkhandover.PredecessorID(me), checkhandover.PredecessorSignedAtIsNil()),
		checkhandover.And(checkhandover.SuccessorID(me), checkhandover.SuccessorSignedAtIsNil()),
	)).Order(checkhandover.ByID()).Limit(todo.Most + 1).All(ctx)
}

// titleOf says what is checked.
func titleOf(c *ent.SupervisionCheck) func(lang string) string {
	kind, grade := c.Kind, c.Grade
	return func(lang string) string {
		if kind == term.CheckKindHead {
			return kind.Label(lang)
		}
		return grade.Label(lang) + join(lang) + kind.Label(lang)
	}
}

func join(lang string) string {
	if lang == "en" {
		return " · "
	}
	return ""
}
