package balance

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/conflict"
	"sineng/ent/measure"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/balance/engine"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/pending"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/timer"
)

// Accepts is the right of those who confirm that a conflict is accepted: leaders in charge, principal leaders and leading groups. Where
// the leader in charge has a part in it, the next of them remains.
const Accepts = authz.DecideB

// AcceptConflict asks to accept a conflict for a time.
type AcceptConflict struct {
	ConflictID      int64
	ExpectedVersion int
	Reason          string
	MeasureID       int64
	Until           time.Time
}

// EndAcceptance ends the acceptance of a conflict.
type EndAcceptance struct {
	ConflictID      int64
	ExpectedVersion int
	Reason          string
}

// accepting is the payload of an acceptance that waits.
type accepting struct {
	Reason  string    `json:"reason"`
	Measure int64     `json:"measure"`
	Until   time.Time `json:"until"`
}

// Acts are the acts on conflicts that wait for a second person.
func (s *Service) Acts() []pending.Kind {
	return []pending.Kind{{Kind: term.ActKindAcceptConflict, Carry: s.carryAcceptance, Concerned: s.inConflict, OnlyHolders: true}}
}

// Accept begins to accept a conflict: it waits for a second person who has no part in it.
func (s *Service) Accept(ctx context.Context, in AcceptConflict) (*ent.Conflict, error) {
	reason, err := reasonOf(in.Reason)
	if err != nil {
		return nil, err
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*ent.Conflict, error) {
		c, err := s.changeable(ctx, tx, in.ConflictID, in.ExpectedVersion)
		if err != nil {
			return nil, err
		}
		if _, err := Next(c.State, EventAccept); err != nil {
			return nil, err
		}
		m, err := tx.Measure.Get(ctx, in.MeasureID) // as the viewer sees it
		if err != nil {
			return nil, store.OrMissing(err, "measureId", "防控措施", "measure")
		}
		if err := s.acceptable(ctx, tx, c, m.ID, in.Until); err != nil {
			return nil, err
		}
		rules, err := s.rulesOf(ctx, tx.Client(), []finding{{Conflict: engine.Conflict{Rule: c.RuleCode}}})
		if err != nil {
			return nil, err
		}
		u, err := tx.Unit.Get(everywhere(ctx), c.UnitID)
		if err != nil {
			return nil, err
		}
		act, err := pending.Begin(ctx, s.store, tx, pending.Act{Kind: term.ActKindAcceptConflict, Object: c.ID, Unit: &c.UnitID, At: c.Levels(), Right: Accepts,
			Payload: accepting{reason, m.ID, in.Until}, Reason: reason,
			Words: map[string]string{"unit": u.Name, "rule": rules[c.RuleCode].Name.ZH, "measure": abridged(m.Content), "until": in.Until.Format(time.DateOnly)}})
		if err != nil || act != nil {
			return c, err
		}
		return s.accept(ctx, tx, c, accepting{reason, m.ID, in.Until})
	})
}

// mostOfMeasure is how many characters of a measure an act shows.
const mostOfMeasure = 100

func abridged(text string) string {
	if all := []rune(text); len(all) > mostOfMeasure {
		return string(all[:mostOfMeasure-1]) + "…"
	}
	return text
}

func reasonOf(text string) (string, error) {
	text = strings.TrimSpace(text)
	if n := utf8.RuneCountInString(text); n < 1 || n > 500 {
		return "", fault.Bad("reason", "REASON_REQUIRED", "请填写 1 至 500 字的理由", "Give a reason of 1 to 500 characters")
	}
	return text, nil
}

// changeable is a conflict of this version on a unit where the viewer edits the register.
func (s *Service) changeable(ctx context.Context, tx *ent.Tx, id int64, version int) (*ent.Conflict, error) {
	c, err := tx.Conflict.Query().Where(conflict.ID(id)).Only(ctx)
	if err != nil {
		return nil, store.OrMissing(err, "conflictId", "制衡冲突", "conflict")
	}
	if err := authz.Check(ctx, authz.EditRegister, c.Levels()); err != nil {
		return nil, err
	}
	if c.Version != version {
		return nil, fault.Stale()
	}
	return c, nil
}

// MayChange tells whether the viewer may ask to accept a conflict, or end its acceptance.
func (s *Service) MayChange(ctx context.Context, c *ent.Conflict) bool {
	return c.State != term.ConflictStateSettled && authz.May(viewer.FromContext(ctx), authz.EditRegister, c.Levels())
}

// acceptable refuses a last day that is not within a year, and a measure that compensates for nothing there.
func (s *Service) acceptable(ctx context.Context, tx *ent.Tx, c *ent.Conflict, measureID int64, until time.Time) error {
	today := s.store.Today()
	if until.Before(today) || until.After(today.AddDate(1, 0, 0)) {
		return fault.Bad("until", "BAD_UNTIL", "接受期限须在今天至一年之内", "The last day is from today to a year ahead")
	}
	client := tx.Client()
	top, err := client.Unit.Get(everywhere(ctx), c.BureauID)
	if err != nil {
		return err
	}
	sc, err := wholeBureau(ctx, client, top)
	if err != nil {
		return err
	}
	m, err := client.Measure.Query().Where(measure.ID(measureID), sc.in).Only(everywhere(ctx))
	switch {
	case ent.IsNotFound(err):
		return fault.Bad("measureId", "MEASURE_ELSEWHERE", "补偿措施须是本单位的防控措施", "The compensating measure is one of the bureau")
	case err != nil:
		return err
	case !register.Controls(m.Status):
		return fault.Bad("measureId", "MEASURE_NOT_CARRIED_OUT", "补偿措施须处于“执行中”或“有效”状态", "The compensating measure is active or effective")
	}
	return nil
}

// carryAcceptance accepts the conflict of an act, if it still can be.
func (s *Service) carryAcceptance(ctx context.Context, tx *ent.Tx, a *ent.PendingAct) (int64, error) {
	in, err := pending.Load[accepting](a)
	if err != nil {
		return 0, err
	}
	c, err := tx.Conflict.Get(everywhere(ctx), a.ObjectID)
	if err != nil {
		return 0, store.OrMissing(err, "actId", "制衡冲突", "conflict")
	}
	if err := s.acceptable(ctx, tx, c, in.Measure, in.Until); err != nil {
		return 0, err
	}
	_, err = s.accept(ctx, tx, c, in)
	return 0, err
}

// accept accepts a conflict, by who acts.
func (s *Service) accept(ctx context.Context, tx *ent.Tx, c *ent.Conflict, in accepting) (*ent.Conflict, error) {
	now := s.store.Now()
	out, err := s.move(everywhere(ctx), tx, c, EventAccept, now, func(m *ent.ConflictMutation) {
		m.SetAcceptedReason(in.Reason)
		m.SetMeasureID(in.Measure)
		m.SetAcceptedUntil(in.Until)
		m.SetAcceptedAt(now)
		if v := viewer.Actor(ctx); v != nil && v.AccountID != 0 {
			m.SetAcceptedBy(v.AccountID)
		}
	})
	if err != nil {
		return nil, err
	}
	return out, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionAcceptConflict, Right: Accepts, At: c.Levels(), Object: c.ID, Reason: in.Reason})
}

// End ends the acceptance of a conflict before its day.
func (s *Service) End(ctx context.Context, in EndAcceptance) (*ent.Conflict, error) {
	reason, err := reasonOf(in.Reason)
	if err != nil {
		return nil, err
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*ent.Conflict, error) {
		c, err := s.changeable(ctx, tx, in.ConflictID, in.ExpectedVersion)
		if err != nil {
			return nil, err
		}
		out, err := s.move(everywhere(ctx), tx, c, EventLapse, s.store.Now(), unaccept)
		if err != nil {
			return nil, err
		}
		return out, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionEndAcceptance, Right: authz.EditRegister, At: c.Levels(), Object: c.ID, Reason: reason})
	})
}

// inConflict are those who have a part in the conflict of an act. They don't confirm that it is accepted.
func (s *Service) inConflict(ctx context.Context, client *ent.Client, a *ent.PendingAct) ([]int64, error) {
	ctx = everywhere(ctx)
	c, err := client.Conflict.Get(ctx, a.ObjectID)
	if err != nil {
		return nil, err
	}
	return partIn(ctx, client, c, s.store.Today())
}

// Waiting are the acts that wait to accept conflicts, by conflict, as they show to the viewer; nil where none does, or where the viewer may
// not know of it.
func (s *Service) Waiting(ctx context.Context, conflicts []int64) (map[int64]*pending.View, error) {
	acts, err := pending.On(ctx, s.store, pending.KindsOf(s.Acts()...), term.ActKindAcceptConflict, conflicts...)
	if err != nil {
		return nil, err
	}
	for _, id := range conflicts {
		if _, waits := acts[id]; !waits {
			acts[id] = nil
		}
	}
	return acts, nil
}

// Judge has a unit and all below it judged again as a whole, by and by.
func (s *Service) Judge(ctx context.Context, unitID int64) (*ent.Unit, error) {
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*ent.Unit, error) {
		u, err := org.UnitOf(ctx, s.store, unitID)
		if err != nil {
			return nil, err
		}
		if u == nil {
			return nil, fault.MissingAt("unitId", "单位", "unit")
		}
		if err := authz.Check(ctx, authz.EditRegister, u.Levels()); err != nil {
			return nil, err
		}
		bureaus, err := org.BureausOf(ctx, tx.Client(), []int64{u.ID})
		if err != nil {
			return nil, err
		}
		now := s.store.Now()
		if err := timer.SetAll(ctx, tx, dueJudge, bureaus, now); err != nil {
			return nil, err
		}
		return u, timer.Set(ctx, tx, dueJudgeBelow, u.ID, now)
	})
}
