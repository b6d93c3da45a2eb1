package instruction

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/instruction"
	"sineng/ent/instructionevent"
	"sineng/ent/instructionrisk"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// Filter narrows a list of instructions. Where nothing but states is named, it is what the viewer is asked to do.
type Filter struct {
	UnitID      *int64 // with all below it
	PersonID    *int64 // who is asked
	RiskPointID *int64 // that an instruction names
	Given       *bool  // true for those that the viewer gave
	States      []term.InstructionState
	Overdue     *bool
}

// mostOfRisk is how many instructions on one risk point are listed at most.
const mostOfRisk = 1000

// List lists instructions that the viewer may see: those that wait by their last day, others the newest first.
func (s *Service) List(ctx context.Context, f Filter, page store.Page, with func(*ent.InstructionQuery)) (*store.Slice[*ent.Instruction], error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadOverview); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).Instruction.Query()
	if err := s.narrow(ctx, q, f); err != nil {
		return nil, err
	}
	if len(f.States) == 0 {
		f.States = open
	}
	q.Where(instruction.StateIn(f.States...))
	today := s.store.Today()
	switch {
	case f.Overdue == nil:
	case *f.Overdue:
		q.Where(instruction.StateIn(waiting...), instruction.Or(instruction.DueOnLT(today), instruction.And(instruction.StateIn(silent...), instruction.AnswerByLT(today))))
	default:
		q.Where(instruction.Or(instruction.StateNotIn(waiting...), instruction.And(instruction.DueOnGTE(today),
			instruction.Or(instruction.StateNotIn(silent...), instruction.AnswerByIsNil(), instruction.AnswerByGTE(today)))))
	}
	keys := []store.Key[*ent.Instruction]{store.Desc(instruction.FieldCreatedAt, func(i *ent.Instruction) any { return i.CreatedAt })}
	if !slices.ContainsFunc(f.States, func(st term.InstructionState) bool { return !slices.Contains(open, st) }) {
		keys = []store.Key[*ent.Instruction]{store.Asc(instruction.FieldDueOn, func(i *ent.Instruction) any { return i.DueOn })}
	}
	return store.List(ctx, q, page, func(i *ent.Instruction) int64 { return i.ID }, keys, with)
}

// narrow limits instructions to what a filter names.
func (s *Service) narrow(ctx context.Context, q *ent.InstructionQuery, f Filter) error {
	v := viewer.FromContext(ctx)
	person := v.PersonID
	if v.TokenID != 0 {
		person = 0
	}
	given := f.Given != nil && *f.Given
	if given {
		q.Where(instruction.GiverID(person))
	}
	if f.UnitID == nil && f.PersonID == nil && f.RiskPointID == nil && !given {
		q.Where(instruction.PersonID(person))
		return nil
	}
	if f.PersonID != nil {
		if err := org.CheckPersons(ctx, s.store.Reader(ctx), "filter.personId", *f.PersonID); err != nil {
			return err
		}
		q.Where(instruction.PersonID(*f.PersonID))
	}
	if f.RiskPointID != nil {
		ids, err := s.ofRisk(ctx, *f.RiskPointID)
		if err != nil {
			return err
		}
		q.Where(instruction.IDIn(ids...))
	}
	return org.Within(ctx, s.store, q, f.UnitID, nil)
}

// ofRisk are the newest instructions that name a risk point which the viewer sees.
func (s *Service) ofRisk(ctx context.Context, id int64) ([]int64, error) {
	client := s.store.Reader(ctx)
	seen, err := client.RiskPoint.Query().Where(riskpoint.ID(id)).Exist(ctx)
	if err != nil {
		return nil, err
	}
	if !seen {
		return nil, fault.MissingAt("filter.riskPointId", "风险点", "risk point")
	}
	var ids []int64
	err = client.InstructionRisk.Query().Where(instructionrisk.RiskPointID(id)).Order(instructionrisk.ByInstructionID(sql.OrderDesc())).Limit(mostOfRisk).
		Select(instructionrisk.FieldInstructionID).Scan(everywhere(ctx), &ids)
	return ids, err
}

// Number is how an instruction is cited.
func Number(i *ent.Instruction) string { return fmt.Sprintf("督办〔%d〕%d号", i.Year, i.Serial) }

// Overdue tells whether something is asked of somebody and its last day has passed.
func (s *Service) Overdue(i *ent.Instruction) bool { return late(i, s.store.Today()) }

// EventsOf are the timelines of instructions that the viewer has been shown, the earliest first.
func (s *Service) EventsOf(ctx context.Context, ids []int64) (map[int64][]*ent.InstructionEvent, error) {
	rows, err := s.store.Reader(ctx).InstructionEvent.Query().Where(instructionevent.InstructionIDIn(ids...)).
		Order(instructionevent.ByInstructionID(), instructionevent.ByPosition()).All(everywhere(ctx))
	return grouped(ids, rows, func(r *ent.InstructionEvent) int64 { return r.InstructionID }), err
}

// RisksOf are the risk points that instructions which the viewer has been shown name.
func (s *Service) RisksOf(ctx context.Context, ids []int64) (map[int64][]*ent.InstructionRisk, error) {
	rows, err := s.store.Reader(ctx).InstructionRisk.Query().Where(instructionrisk.InstructionIDIn(ids...)).
		Order(instructionrisk.ByInstructionID(), instructionrisk.ByPosition()).All(everywhere(ctx))
	return grouped(ids, rows, func(r *ent.InstructionRisk) int64 { return r.InstructionID }), err
}

func grouped[T any](ids []int64, rows []T, of func(T) int64) map[int64][]T {
	out := map[int64][]T{}
	for _, id := range ids {
		out[id] = []T{}
	}
	for _, r := range rows {
		out[of(r)] = append(out[of(r)], r)
	}
	return out
}
