package instruction

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/fault"
)

// Acknowledging says that an instruction was read.
type Acknowledging struct {
	InstructionID   int64
	ExpectedVersion int
}

// Answering says what is done, or will be; Report says that it is done.
type Answering struct {
	InstructionID   int64
	ExpectedVersion int
	Answer          string
}

// Accepting accepts what was reported done.
type Accepting struct {
	InstructionID   int64
	ExpectedVersion int
	Finding         string
}

// Putting gives an instruction another last day: it is returned, or has more time.
type Putting struct {
	InstructionID   int64
	ExpectedVersion int
	Reason          string
	DueOn           time.Time
}

// Withdrawing takes an instruction back.
type Withdrawing struct {
	InstructionID   int64
	ExpectedVersion int
	Reason          string
}

type change = func(i *ent.Instruction, m *ent.InstructionMutation, to term.InstructionState) error

func unchanged(*ent.Instruction, *ent.InstructionMutation, term.InstructionState) error { return nil }

// act takes one step with an instruction that the viewer may take.
func (s *Service) act(ctx context.Context, logged term.AuditAction, id int64, version int, a Action, text string, change change) (*ent.Instruction, error) {
	return audit.Write(ctx, s.store, audit.Event{Action: logged}, func(ctx context.Context, tx *ent.Tx) (*ent.Instruction, error) {
		i, e, err := s.find(ctx, tx, id, version, a)
		if err != nil {
			return nil, err
		}
		var wrong error
		out, err := s.step(ctx, tx, i, e, text, func(m *ent.InstructionMutation, to term.InstructionState) { wrong = change(i, m, to) })
		if wrong != nil {
			return nil, wrong
		}
		return out, err
	})
}

// Acknowledge 签收.
func (s *Service) Acknowledge(ctx context.Context, in Acknowledging) (*ent.Instruction, error) {
	return s.act(ctx, term.AuditActionAcknowledgeInstruction, in.InstructionID, in.ExpectedVersion, Acknowledge, "", unchanged)
}

// Answer keeps what is done, or will be: how it stands may be told as often as there is something to tell.
func (s *Service) Answer(ctx context.Context, in Answering) (*ent.Instruction, error) {
	return s.answer(ctx, term.AuditActionAnswerInstruction, in, Answer, func(i *ent.Instruction, m *ent.InstructionMutation, to term.InstructionState) error {
		m.SetNextHopOn(next(to, nil, i.DueOn, i.HopIn, s.store.Today()))
		return nil
	})
}

// Report 报结 says that it is done. Its time stops; whoever steers is reminded of accepting it.
func (s *Service) Report(ctx context.Context, in Answering) (*ent.Instruction, error) {
	return s.answer(ctx, term.AuditActionReportInstruction, in, Report, func(i *ent.Instruction, m *ent.InstructionMutation, _ term.InstructionState) error {
		m.SetReportedAt(s.store.Now())
		m.SetNextHopOn(s.store.Today().AddDate(0, 0, i.HopIn))
		return nil
	})
}

func (s *Service) answer(ctx context.Context, logged term.AuditAction, in Answering, a Action, also change) (*ent.Instruction, error) {
	text, err := said("answer", in.Answer, mostText)
	if err != nil {
		return nil, err
	}
	v := viewer.FromContext(ctx)
	return s.act(ctx, logged, in.InstructionID, in.ExpectedVersion, a, text, func(i *ent.Instruction, m *ent.InstructionMutation, to term.InstructionState) error {
		m.SetAnswer(text)
		m.SetAnsweredAt(s.store.Now())
		m.SetAnsweredBy(v.AccountID)
		m.SetAnswererID(v.PersonID)
		m.ClearAnswerBy()
		return also(i, m, to)
	})
}

// Accept 验收 ends an instruction.
func (s *Service) Accept(ctx context.Context, in Accepting) (*ent.Instruction, error) {
	text, err := said("finding", in.Finding, mostText)
	if err != nil {
		return nil, err
	}
	return s.act(ctx, term.AuditActionAcceptInstruction, in.InstructionID, in.ExpectedVersion, Accept, text, unchanged)
}

// Withdraw takes an instruction back.
func (s *Service) Withdraw(ctx context.Context, in Withdrawing) (*ent.Instruction, error) {
	text, err := said("reason", in.Reason, mostText)
	if err != nil {
		return nil, err
	}
	return s.act(ctx, term.AuditActionWithdrawInstruction, in.InstructionID, in.ExpectedVersion, Withdraw, text, unchanged)
}

// Return gives back what was answered or reported, with a new last day.
func (s *Service) Return(ctx context.Context, in Putting) (*ent.Instruction, error) {
	return s.put(ctx, term.AuditActionReturnInstruction, in, Return, func(*ent.Instruction) error { return nil })
}

// Extend gives more time.
func (s *Service) Extend(ctx context.Context, in Putting) (*ent.Instruction, error) {
	return s.put(ctx, term.AuditActionExtendInstruction, in, Extend, func(i *ent.Instruction) error {
		if !in.DueOn.After(i.DueOn) {
			return fault.Bad("dueOn", "NOT_LATER", "延期后的期限应晚于原期限 "+i.DueOn.Format(time.DateOnly), "More time ends after the last day there is, "+i.DueOn.Format(time.DateOnly))
		}
		return nil
	})
}

func (s *Service) put(ctx context.Context, logged term.AuditAction, in Putting, a Action, fits func(*ent.Instruction) error) (*ent.Instruction, error) {
	var bad fault.List
	text, err := said("reason", in.Reason, mostText)
	bad = append(append(bad, fault.All(err)...), fault.All(s.last("dueOn", in.DueOn))...)
	if err := bad.Err(); err != nil {
		return nil, err
	}
	return s.act(ctx, logged, in.InstructionID, in.ExpectedVersion, a, text, func(i *ent.Instruction, m *ent.InstructionMutation, to term.InstructionState) error {
		if err := fits(i); err != nil {
			return err
		}
		m.SetDueOn(in.DueOn)
		m.SetNextHopOn(next(to, i.AnswerBy, in.DueOn, i.HopIn, s.store.Today()))
		return nil
	})
}
