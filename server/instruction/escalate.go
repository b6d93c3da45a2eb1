package instruction

import (
	"context"
	"slices"
	"strconv"
	"time"

	"sineng/ent"
	"sineng/ent/instruction"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/calendar"
	"sineng/server/office"
	"sineng/server/timer"
)

const (
	// dueEscalate sends up what nobody has answered or done, dueReaddress gives to others what was asked of who no longer holds the office.
	dueEscalate, dueReaddress = "instruction.escalate", "instruction.readdress"
	// batch is how many instructions one transaction looks at.
	batch = 100
)

// Timers send up and readdress instructions.
func (s *Service) Timers() []timer.Handler {
	return []timer.Handler{{Kind: dueReaddress, Daily: true, Do: s.readdress}, {Kind: dueEscalate, Daily: true, Do: s.escalate}}
}

// escalate sends up what nobody has answered or done by its last day, in batches, and reminds of accepting what was reported done.
// What went up on a day has a new day after it: a server that was off sends an instruction up once, since those above have not
// been asked meanwhile. Who no longer holds the office is not escalated over: the instruction goes to who does.
func (s *Service) escalate(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
	ctx = everywhere(ctx)
	today := s.store.Today()
	rows, err := tx.Instruction.Query().Where(instruction.StateIn(open...), instruction.NextHopOnLTE(today)).WithUnit().Order(instruction.ByID()).Limit(batch).All(ctx)
	if err != nil || len(rows) == 0 {
		return err
	}
	c, err := s.calendar.On(ctx)
	if err != nil {
		return err
	}
	for _, i := range rows {
		if !waits(i.State) {
			err = s.remind(ctx, tx, i, today)
		} else {
			err = s.overdue(ctx, tx, i, c, today)
		}
		if err != nil {
			return err
		}
	}
	item.Continue(item.Cursor + 1)
	return nil
}

// remind notes that something reported done waits to be accepted.
func (s *Service) remind(ctx context.Context, tx *ent.Tx, i *ent.Instruction, today time.Time) error {
	out, err := s.step(ctx, tx, i, term.InstructionEventKindRemind, "", func(m *ent.InstructionMutation, _ term.InstructionState) {
		m.SetNextHopOn(today.AddDate(0, 0, i.HopIn))
	})
	if err != nil {
		return err
	}
	return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionEscalateInstruction, At: out.Levels(), Object: out.ID})
}

// overdue sends one instruction up, or finds somebody else to ask.
func (s *Service) overdue(ctx context.Context, tx *ent.Tx, i *ent.Instruction, c *calendar.Calendar, today time.Time) error {
	u := i.Edges.Unit
	chain, err := s.chainOf(ctx, tx.Client(), u)
	if err != nil {
		return err
	}
	if to := successor(chain, i); to != nil {
		return s.give(ctx, tx, i, *to, c, today)
	}
	from := i.Tier
	if i.UpTier != nil {
		from = *i.UpTier
	}
	tier, person, up := chain.AskedAbove(from, office.Passing(i.PersonID, value(i.UpPersonID)))
	if !up {
		return s.rest(ctx, tx, i)
	}
	out, err := s.step(ctx, tx, i, term.InstructionEventKindEscalate, "", func(m *ent.InstructionMutation, _ term.InstructionState) {
		m.SetUpTier(tier)
		if m.ClearUpPersonID(); person != 0 {
			m.SetUpPersonID(person)
		}
		m.SetHops(i.Hops + 1)
		if m.SetNextHopOn(today.AddDate(0, 0, i.HopIn)); tier == term.RoleLeadingGroup {
			m.ClearNextHopOn() // nobody stands above
		}
	})
	if err != nil {
		return err
	}
	return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionEscalateInstruction, At: out.Levels(), Object: out.ID,
		Details: map[string]string{"to": string(tier), "hop": strconv.Itoa(out.Hops)}})
}

// rest leaves an instruction where it is, since nobody stands above.
func (s *Service) rest(ctx context.Context, tx *ent.Tx, i *ent.Instruction) error {
	err := tx.Instruction.UpdateOne(i).AddVersion(1).SetUpdatedAt(s.store.Now()).ClearNextHopOn().Exec(ctx)
	if err != nil {
		return err
	}
	return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionEscalateInstruction, At: i.Levels(), Object: i.ID})
}

// readdress gives what was asked of somebody who no longer holds the office to who does, in batches.
func (s *Service) readdress(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
	ctx = everywhere(ctx)
	rows, err := tx.Instruction.Query().Where(instruction.StateIn(waiting...), instruction.IDGT(item.Cursor)).WithUnit().Order(instruction.ByID()).Limit(batch).All(ctx)
	if err != nil || len(rows) == 0 {
		return err
	}
	c, err := s.calendar.On(ctx)
	if err != nil {
		return err
	}
	today, chains := s.store.Today(), map[int64]office.Chain{}
	for _, i := range rows {
		chain, read := chains[i.UnitID]
		if !read {
			if chain, err = s.chainOf(ctx, tx.Client(), i.Edges.Unit); err != nil {
				return err
			}
			chains[i.UnitID] = chain
		}
		if to := successor(chain, i); to != nil {
			if err := s.give(ctx, tx, i, *to, c, today); err != nil {
				return err
			}
		}
	}
	item.Continue(rows[len(rows)-1].ID)
	return nil
}

// successor is who is asked instead where who is asked no longer holds the office by which they are: the head of the unit for who held a
// post, or else who holds the tier now, or the next one up that stands below the giver. It is nil where nobody has to take over, or
// can.
func successor(chain office.Chain, i *ent.Instruction) *Candidate {
	if chain.Held(i.Tier, i.PersonID) {
		return nil
	}
	all := Candidates(chain, i.GiverRole, i.GiverID)
	least := max(i.Tier.Tier(), term.RoleDeptHead.Tier())
	at := slices.IndexFunc(all, func(c Candidate) bool { return c.Tier.Tier() >= least && c.PersonID != i.PersonID })
	if at < 0 {
		return nil
	}
	return &all[at]
}

// give gives an instruction to somebody else, with the time that there is to say what will be done.
func (s *Service) give(ctx context.Context, tx *ent.Tx, i *ent.Instruction, to Candidate, c *calendar.Calendar, today time.Time) error {
	answer := answerBy(c.Runs(today, i.ReplyIn, term.ClockUnitWorkingDays).Due, i.DueOn)
	if answer != nil && answer.Before(today) {
		answer = nil // it is late already: only the step up counts
	}
	out, err := s.step(ctx, tx, i, term.InstructionEventKindReaddress, "", func(m *ent.InstructionMutation, state term.InstructionState) {
		m.SetTier(to.Tier)
		m.SetPersonID(to.PersonID)
		if m.ClearAnswerBy(); answer != nil {
			m.SetAnswerBy(*answer)
		}
		m.SetNextHopOn(next(state, answer, i.DueOn, i.HopIn, today))
	})
	if err != nil {
		return err
	}
	return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionReaddressInstruction, At: out.Levels(), Object: out.ID})
}
