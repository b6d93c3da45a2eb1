package instruction

import (
	"context"

	"sineng/ent"
	"sineng/ent/instruction"
	"sineng/ent/instructionevent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/org"
)

// step moves an instruction on by an event and notes it on its timeline. Nothing else changes a state.
func (s *Service) step(ctx context.Context, tx *ent.Tx, i *ent.Instruction, e term.InstructionEventKind, text string, also func(m *ent.InstructionMutation, to term.InstructionState)) (*ent.Instruction, error) {
	to, err := Next(i.State, e)
	if err != nil {
		return nil, err
	}
	u := tx.Instruction.UpdateOne(i).Where(instruction.Version(i.Version)).AddVersion(1).SetUpdatedAt(s.store.Now())
	enter(u.Mutation(), to, s.store.Now())
	also(u.Mutation(), to)
	out, err := u.Save(everywhere(ctx))
	if err != nil {
		return nil, org.Stale(err)
	}
	newest, err := tx.InstructionEvent.Query().Where(instructionevent.InstructionID(i.ID)).Order(ent.Desc(instructionevent.FieldPosition)).First(everywhere(ctx))
	if err != nil {
		return nil, err
	}
	return out, s.note(ctx, tx, out, e, text, newest.Position+1)
}

// note keeps an event on the timeline of an instruction, with whom it asks, or to whom it went up. It is the program's where nobody is
// signed in.
func (s *Service) note(ctx context.Context, tx *ent.Tx, i *ent.Instruction, e term.InstructionEventKind, text string, position int) error {
	create := tx.InstructionEvent.Create().SetInstructionID(i.ID).SetPosition(position).SetKind(e).SetAt(s.store.Now()).
		SetTier(i.Tier).SetPersonID(i.PersonID).SetDueOn(i.DueOn).SetText(text)
	if e == term.InstructionEventKindEscalate {
		create.Mutation().ClearPersonID()
		create.SetTier(*i.UpTier).SetNillablePersonID(i.UpPersonID)
	}
	if v := viewer.FromContext(ctx); v != nil && !v.System {
		create.SetNillableAccountID(v.Account()).SetActorName(v.Name)
	}
	return create.Exec(everywhere(ctx))
}
