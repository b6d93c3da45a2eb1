package warning

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/calendar"
	"sineng/server/fault"
)

// Acknowledging says that a warning was read.
type Acknowledging struct {
	WarningID       int64
	ExpectedVersion int
}

// Answering answers a warning.
type Answering struct {
	WarningID       int64
	ExpectedVersion int
	Answer          string
}

// Returning gives an answer back.
type Returning struct {
	WarningID       int64
	ExpectedVersion int
	Reason          string
}

// Verifying says that an answer is right.
type Verifying struct {
	WarningID       int64
	ExpectedVersion int
	Finding         string
	// Until is the last day for the cause to be gone; nil where the verification itself settles it.
	Until *time.Time
}

// Lifting lifts a warning while its cause stands.
type Lifting struct {
	WarningID       int64
	ExpectedVersion int
	Reason          string
}

const (
	mostText = 4000
	// mostUntil is how many days a verified warning waits for its cause to be gone at most.
	mostUntil = 366
)

// said checks a text that is asked for.
func said(field, text string) (string, error) {
	text = strings.TrimSpace(text)
	if n := utf8.RuneCountInString(text); n < 1 || n > mostText {
		return "", fault.Bad(field, "LENGTH", fmt.Sprintf("请填写,最多 %d 个字符", mostText), fmt.Sprintf("It is needed, and has %d characters at most", mostText))
	}
	return text, nil
}

// act takes one step with a warning that the viewer may take.
func (s *Service) act(ctx context.Context, action term.AuditAction, id int64, version int, a Action, e term.WarningEventKind, text string, change func(*ent.Warning, *ent.WarningMutation) error) (*ent.Warning, error) {
	return audit.Write(ctx, s.store, audit.Event{Action: action}, func(ctx context.Context, tx *ent.Tx) (*ent.Warning, error) {
		w, err := s.find(ctx, tx, id, version, a, e)
		if err != nil {
			return nil, err
		}
		var wrong error
		out, err := s.step(ctx, tx, w, e, text, func(m *ent.WarningMutation) { wrong = change(w, m) })
		if wrong != nil {
			return nil, wrong
		}
		if err != nil || e != term.WarningEventKindVerify || !settles(w.Kind) {
			return out, err
		}
		return s.lift(ctx, tx, out, term.LiftGroundSettled, "", nil)
	})
}

// Acknowledge 签收.
func (s *Service) Acknowledge(ctx context.Context, in Acknowledging) (*ent.Warning, error) {
	return s.act(ctx, term.AuditActionAcknowledgeWarning, in.WarningID, in.ExpectedVersion, Acknowledge, term.WarningEventKindAcknowledge, "",
		func(*ent.Warning, *ent.WarningMutation) error { return nil })
}

// Answer keeps what was done about a warning, or will be. Its time stops.
func (s *Service) Answer(ctx context.Context, in Answering) (*ent.Warning, error) {
	text, err := said("answer", in.Answer)
	if err != nil {
		return nil, err
	}
	v := viewer.FromContext(ctx)
	return s.act(ctx, term.AuditActionAnswerWarning, in.WarningID, in.ExpectedVersion, Answer, term.WarningEventKindAnswer, text, func(_ *ent.Warning, m *ent.WarningMutation) error {
		m.SetAnswer(text)
		m.SetAnsweredAt(s.store.Now())
		m.SetAnsweredBy(v.AccountID)
		m.SetAnswererID(v.PersonID)
		m.ClearDueOn()
		m.ClearNextHopOn()
		return nil
	})
}

// Return gives an answer back. A warning that was answered badly is graver.
func (s *Service) Return(ctx context.Context, in Returning) (*ent.Warning, error) {
	text, err := said("reason", in.Reason)
	if err != nil {
		return nil, err
	}
	c, err := s.calendar.On(ctx)
	if err != nil {
		return nil, err
	}
	return s.act(ctx, term.AuditActionReturnWarning, in.WarningID, in.ExpectedVersion, Return, term.WarningEventKindReturn, text, func(w *ent.Warning, m *ent.WarningMutation) error {
		rule, err := RuleOf(w.Rule)
		if err != nil {
			return err
		}
		m.SetColour(w.Colour.Graver())
		setLimit(m, c.Runs(s.store.Today(), rule.AnswerIn, rule.CountedIn))
		return nil
	})
}

// Verify says that an answer is right, and by when the cause is to be gone.
func (s *Service) Verify(ctx context.Context, in Verifying) (*ent.Warning, error) {
	var bad fault.List
	text, err := said("finding", in.Finding)
	bad = append(bad, fault.All(err)...)
	today := s.store.Today()
	if in.Until != nil && (!in.Until.After(today) || in.Until.After(today.AddDate(0, 0, mostUntil))) {
		bad.Add(fault.Bad("until", "OUT_OF_RANGE", "期限应在明天至一年内", "The day is tomorrow at the earliest, and within a year"))
	}
	if err := bad.Err(); err != nil {
		return nil, err
	}
	return s.act(ctx, term.AuditActionVerifyWarning, in.WarningID, in.ExpectedVersion, Verify, term.WarningEventKindVerify, text, func(w *ent.Warning, m *ent.WarningMutation) error {
		switch {
		case settles(w.Kind) && in.Until != nil:
			return fault.Bad("until", "SETTLED", "核实后即销号,无须期限", "It is settled once it is verified: there is no day to wait for")
		case settles(w.Kind):
		case in.Until == nil:
			return fault.Bad("until", "REQUIRED", "请给出事由应当消除的期限", "Say by when the cause is to be gone")
		default:
			setLimit(m, calendar.Until(*in.Until))
		}
		return nil
	})
}

// Lift lifts a verified warning while its cause stands.
func (s *Service) Lift(ctx context.Context, in Lifting) (*ent.Warning, error) {
	text, err := said("reason", in.Reason)
	if err != nil {
		return nil, err
	}
	return s.act(ctx, term.AuditActionLiftWarning, in.WarningID, in.ExpectedVersion, Lift, term.WarningEventKindLift, text, func(_ *ent.Warning, m *ent.WarningMutation) error {
		m.SetLiftGround(term.LiftGroundDecided)
		m.SetLiftedAt(s.store.Now())
		m.ClearDueOn()
		m.ClearNextHopOn()
		return nil
	})
}
