package instruction

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/instruction"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
)

const (
	mostTitle = 100
	mostText  = 4000
	// mostDays is how long there is at most to do what is asked; mostSteps how long to answer, or after a step up.
	mostDays, mostSteps = 366, 60
	// shownTitle is how much of a risk point's title is kept.
	shownTitle = 500
)

// Giving gives an instruction.
type Giving struct {
	About
	Title  string
	Demand string
	// AddresseeID is who is asked, of Draft's candidates; nil for the usual one.
	AddresseeID *int64
	DueOn       time.Time
	// AnswerIn is how many working days there are to say what will be done; HopIn how many days after each step up.
	AnswerIn, HopIn int
}

// said checks a text that is asked for.
func said(field, text string, most int) (string, error) {
	text = strings.TrimSpace(text)
	if n := utf8.RuneCountInString(text); n < 1 || n > most {
		return "", fault.Bad(field, "LENGTH", fmt.Sprintf("请填写,最多 %d 个字符", most), fmt.Sprintf("It is needed, and has %d characters at most", most))
	}
	return text, nil
}

// last checks a last day.
func (s *Service) last(field string, day time.Time) error {
	today := s.store.Today()
	if !day.After(today) || day.After(today.AddDate(0, 0, mostDays)) {
		return fault.Bad(field, "OUT_OF_RANGE", "期限应在明天至一年内", "The day is tomorrow at the earliest, and within a year")
	}
	return nil
}

func (s *Service) check(in *Giving) error {
	var bad fault.List
	var err error
	for _, text := range []struct {
		field string
		of    *string
		most  int
	}{{"title", &in.Title, mostTitle}, {"demand", &in.Demand, mostText}} {
		*text.of, err = said(text.field, *text.of, text.most)
		bad = append(bad, fault.All(err)...)
	}
	bad = append(bad, fault.All(s.last("dueOn", in.DueOn))...)
	for field, days := range map[string]int{"answerIn": in.AnswerIn, "hopIn": in.HopIn} {
		if days < 1 || days > mostSteps {
			bad.Add(fault.Bad(field, "OUT_OF_RANGE", fmt.Sprintf("应为 1 至 %d 天", mostSteps), fmt.Sprintf("It is 1 to %d days", mostSteps)))
		}
	}
	return bad.Err()
}

// Give gives an instruction to somebody who stands below the viewer in the chain of a unit. The risk points are kept as they are
// called and graded on this day.
func (s *Service) Give(ctx context.Context, in Giving) (*ent.Instruction, error) {
	if err := s.check(&in); err != nil {
		return nil, err
	}
	c, err := s.calendar.On(ctx)
	if err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionGiveInstruction, Right: authz.GiveInstructions}, func(ctx context.Context, tx *ent.Tx) (*ent.Instruction, error) {
		if _, err := org.Hold(ctx, s.store, tx, in.UnitID, authz.GiveInstructions, "about.unitId"); err != nil {
			return nil, err
		}
		v, today, now := viewer.FromContext(ctx), s.store.Today(), s.store.Now()
		if v.PersonID == 0 {
			return nil, fault.New(fault.Forbidden, "NO_PERSON", "", "账号未关联人员,不能下达督办", "The account belongs to no person: instructions are given by people")
		}
		if in.AddresseeID != nil {
			if err := org.CheckPersons(ctx, tx.Client(), "addresseeId", *in.AddresseeID); err != nil {
				return nil, err
			}
		}
		d, err := s.Draft(ctx, in.About)
		if err != nil {
			return nil, err
		}
		if in.Risks != nil && len(d.Risks) == 0 {
			return nil, fault.Bad("about.risks", "EMPTY", "筛选条件下没有风险点", "There is no risk point in the selection")
		}
		to, err := d.to(in.AddresseeID)
		if err != nil {
			return nil, err
		}
		bureau, serial, err := s.number(ctx, tx, d.Unit, today.Year())
		if err != nil {
			return nil, err
		}
		create := tx.Instruction.Create().SetUnitID(d.Unit.ID).SetLevels(d.Unit.Levels()).SetCreatedAt(now).SetUpdatedAt(now).
			SetBureauID(bureau).SetYear(today.Year()).SetSerial(serial).SetTitle(in.Title).SetDemand(in.Demand).SetRisks(len(d.Risks)).
			SetGiverID(v.PersonID).SetGivenBy(v.AccountID).SetGiverName(v.Name).SetGiverRole(d.role).
			SetTier(to.Tier).SetPersonID(to.PersonID).SetDueOn(in.DueOn).SetReplyIn(in.AnswerIn).SetHopIn(in.HopIn)
		answer := answerBy(c.Runs(today, in.AnswerIn, term.ClockUnitWorkingDays).Due, in.DueOn)
		create.SetNillableAnswerBy(answer).SetNextHopOn(next(term.InstructionStateOrdered, answer, in.DueOn, in.HopIn, today))
		enter(create.Mutation(), term.InstructionStateOrdered, now)
		out, err := create.Save(everywhere(ctx))
		if err != nil {
			return nil, err
		}
		if err := name(ctx, tx, out.ID, d.Risks); err != nil {
			return nil, err
		}
		return out, s.note(ctx, tx, out, term.InstructionEventKindOrder, "", 1)
	})
}

// answerBy is the last day to say what will be done: none while the calendar does not know, and never after the last day to do it.
func answerBy(due, dueOn time.Time) *time.Time {
	switch {
	case due.IsZero():
		return nil
	case due.After(dueOn):
		return &dueOn
	}
	return &due
}

// to is who is asked.
func (d *Draft) to(person *int64) (*Candidate, error) {
	if person == nil {
		if d.Usual == nil {
			return nil, fault.Bad("about.unitId", "NOBODY", "该单位没有可以督办的人:没有岗位人员,也没有低于您的负责人", "There is nobody to ask: nobody holds a post there or leads it below you")
		}
		return d.Usual, nil
	}
	at := slices.IndexFunc(d.Candidates, func(c Candidate) bool { return c.PersonID == *person })
	if at < 0 {
		return nil, fault.Bad("addresseeId", "NOT_BELOW", "只能督办在该单位任职、或分管该单位且低于您的人员", "Whom you ask holds a post in this unit, or leads it and stands below you")
	}
	return &d.Candidates[at], nil
}

// number is the next number of the bureau in a year. The unit of the bureau is held until the transaction ends, so that no two are
// given the same.
func (s *Service) number(ctx context.Context, tx *ent.Tx, u *ent.Unit, year int) (bureau int64, serial int, err error) {
	ctx = everywhere(ctx)
	above, err := org.BureauAbove(ctx, tx.Client(), u)
	if err != nil {
		return 0, 0, err
	}
	if err := org.HoldNumbers(ctx, s.store, tx, above.ID); err != nil {
		return 0, 0, err
	}
	newest, err := tx.Instruction.Query().Where(instruction.BureauID(above.ID), instruction.Year(year)).Order(ent.Desc(instruction.FieldSerial)).First(ctx)
	if ent.IsNotFound(err) {
		return above.ID, 1, nil
	}
	if err != nil {
		return 0, 0, err
	}
	return above.ID, newest.Serial + 1, nil
}

// name keeps the risk points of an instruction as they are today.
func name(ctx context.Context, tx *ent.Tx, id int64, risks []*ent.RiskPoint) error {
	rows := make([]*ent.InstructionRiskCreate, len(risks))
	for n, r := range risks {
		title := []rune(r.Title)
		rows[n] = tx.InstructionRisk.Create().SetInstructionID(id).SetPosition(n + 1).SetRiskPointID(r.ID).SetTitle(string(title[:min(len(title), shownTitle)])).SetGrade(r.Grade)
	}
	if len(rows) == 0 {
		return nil
	}
	return tx.InstructionRisk.CreateBulk(rows...).Exec(everywhere(ctx))
}
