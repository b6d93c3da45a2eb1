package instruction

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/instruction"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/store"
	"sineng/server/todo"
)

// ToDo lists the instructions that the viewer is asked to carry out, and those reported done that wait for the viewer to accept them.
func (s *Service) ToDo() todo.Source {
	return todo.Source{Kinds: []todo.Kind{todo.Instruction, todo.Acceptance}, Find: s.findToDo, Rows: []string{ent.TypeInstruction}}
}

func (s *Service) findToDo(ctx context.Context) (map[todo.Kind][]*todo.Item, error) {
	v := viewer.FromContext(ctx)
	if v.TokenID != 0 || v.PersonID == 0 {
		return nil, nil
	}
	out := map[todo.Kind][]*todo.Item{}
	if !authz.ScopeOf(v, authz.ReadOverview).Empty() {
		out[todo.Instruction] = []*todo.Item{}
	}
	client := s.store.Reader(ctx)
	asked, err := client.Instruction.Query().Where(instruction.PersonID(v.PersonID), instruction.StateIn(waiting...)).
		Order(instruction.ByDueOn(), instruction.ByID()).Limit(todo.Most + 1).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, i := range asked {
		out[todo.Instruction] = append(out[todo.Instruction], itemOf(i))
	}
	if authz.ScopeOf(v, authz.GiveInstructions).Empty() {
		return out, nil
	}
	out[todo.Acceptance] = []*todo.Item{}
	reported := instruction.StateEQ(term.InstructionStateReported)
	seen := map[int64]bool{}
	// Each along its own index, which one statement for both would use neither of.
	for _, of := range []func(*sql.Selector){instruction.GiverID(v.PersonID), instruction.UpPersonID(v.PersonID)} {
		rows, err := client.Instruction.Query().Where(reported, of).Order(instruction.ByID()).Limit(todo.Most + 1).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, i := range rows {
			if !seen[i.ID] && capacityOf(v, i, nil).steers {
				seen[i.ID] = true
				out[todo.Acceptance] = append(out[todo.Acceptance], itemOf(i))
			}
		}
	}
	return out, nil
}

func itemOf(i *ent.Instruction) *todo.Item {
	return &todo.Item{ID: i.ID, Path: "/instructions/" + store.EncodeID(i.ID), UnitID: i.UnitID, PersonID: i.GiverID, DueOn: &i.DueOn, Title: Number(i) + " " + i.Title}
}
