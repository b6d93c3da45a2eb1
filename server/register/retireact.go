package register

import (
	"context"

	"sineng/ent"
	"sineng/ent/pendingact"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/server/authz"
	"sineng/server/pending"
	"sineng/server/store"
	"sineng/server/tally"
)

// Acts are the acts on the register that wait for a second person.
func (s *Service) Acts() []pending.Kind {
	return []pending.Kind{{Kind: term.ActKindRetireRisk, Carry: s.carryRetirement, Drop: s.dropRetirement, OnlyHolders: true, Quiet: endorsedRetirement}}
}

func (s *Service) kinds() pending.Kinds { return pending.KindsOf(s.Acts()...) }

// retiring is the payload of a retirement that waits. The ground is that of an endorsed one, empty
// for a risk point that one person retires but for what is being decided of it.
type retiring struct {
	Ground term.RetireGround `json:"ground,omitempty"`
	Reason string            `json:"reason"`
}

// wordGround is the word of an act that says on which ground a leader endorsed to retire.
const wordGround = "ground"

// endorsedRetirement tells whether an act is the retirement of a B that a leader endorsed, of which
// the notices on retirements tell.
func endorsedRetirement(a *ent.PendingAct) bool { return a.Words[wordGround] != "" }

// waitRetirement makes a retirement wait for somebody with a right; it reports false where it is to
// be done at once. What stands on a person is not named, since reading it is noted.
func (s *Service) waitRetirement(ctx context.Context, tx *ent.Tx, r *ent.RiskPoint, right authz.Action, in retiring) (bool, error) {
	u, err := tx.Unit.Query().Where(unit.ID(r.UnitID)).Only(everywhere(ctx))
	if err != nil {
		return false, err
	}
	words := map[string]string{"unit": u.Name}
	if in.Ground != "" {
		words[wordGround] = string(in.Ground)
	}
	if r.Grade != term.Ungraded {
		words["grade"] = string(r.Grade)
	}
	if r.PersonID == nil {
		words["title"] = r.Title
	}
	act, err := pending.Begin(ctx, s.store, tx, pending.Act{Kind: term.ActKindRetireRisk, Object: r.ID, Unit: &r.UnitID, At: tally.LevelsOf(r),
		Person: given(r.PersonID), Right: right, Payload: in, Words: words, Reason: abridged(in.Reason)})
	return act != nil, err
}

// mostOfReason is how many characters an act keeps of a reason; the assessment has it whole.
const mostOfReason = 500

func abridged(reason string) string {
	if all := []rune(reason); len(all) > mostOfReason {
		return string(all[:mostOfReason-1]) + "…"
	}
	return reason
}

type settlingKey struct{}

// settling is what is known while an act is decided: the answer that its assessment records.
type settling struct{ reason string }

// answering is a context in which an act is decided with a reason.
func answering(ctx context.Context, reason string) context.Context {
	return context.WithValue(ctx, settlingKey{}, settling{reason})
}

func answerOf(ctx context.Context) (settling, bool) {
	out, is := ctx.Value(settlingKey{}).(settling)
	return out, is
}

// carryRetirement retires the risk point of an act, if it still can be.
func (s *Service) carryRetirement(ctx context.Context, tx *ent.Tx, a *ent.PendingAct) (int64, error) {
	in, err := pending.Load[retiring](a)
	if err != nil {
		return 0, err
	}
	r, err := s.holdToRetire(ctx, tx, a.ObjectID)
	if err != nil {
		return 0, err
	}
	answer, _ := answerOf(ctx)
	ctx = answering(ctx, answer.reason)
	if in.Ground == "" {
		as, _ := RetiresAs(r.Grade) // that of who began it
		_, err := s.retire(ctx, tx, r, r.Version, as, authz.Action(a.ByRight), in.Reason)
		return 0, err
	}
	done, err := s.settleRetirement(ctx, tx, r, r.Version, RiskConcurRetirement, answer.reason)
	if err != nil {
		return 0, err
	}
	return done.Assessment.ID, nil
}

// dropRetirement ends an endorsed retirement that was declined, withdrawn or has expired; what it
// was endorsed by stays on record.
func (s *Service) dropRetirement(ctx context.Context, tx *ent.Tx, a *ent.PendingAct, to term.ActStatus) error {
	answer, answered := answerOf(ctx)
	if !endorsedRetirement(a) || answered && to == term.ActStatusWithdrawn { // the risk point itself moves on
		return nil
	}
	r, err := s.holdToRetire(ctx, tx, a.ObjectID)
	if err != nil {
		return err
	}
	if answer.reason == "" {
		answer.reason = a.DecisionReason
	}
	ctx = answering(ctx, answer.reason)
	if to == term.ActStatusDeclined {
		_, err = s.settleRetirement(ctx, tx, r, r.Version, RiskRefuseRetirement, answer.reason)
		return err
	}
	next, err := NextRisk(RiskStateOf(r), RiskDropRetirement, term.Ungraded, Program)
	if err != nil {
		return err
	}
	_, err = s.moveRisk(ctx, tx, r, r.Version, next)
	return err
}

// lapse withdraws the acts that wait to retire risk points which have moved on meanwhile.
func (s *Service) lapse(ctx context.Context, tx *ent.Tx, riskPoints ...int64) error {
	if _, is := answerOf(ctx); is {
		return nil
	}
	return store.InParts(riskPoints, func(part []int64) error {
		acts, err := tx.PendingAct.Query().Where(pendingact.KindEQ(term.ActKindRetireRisk), pendingact.ObjectIDIn(part...),
			pendingact.StatusEQ(term.ActStatusPending)).Order(pendingact.ByID()).All(everywhere(ctx))
		if err != nil {
			return err
		}
		for _, a := range acts {
			if err := pending.Lapse(answering(ctx, ""), s.store, tx, s.kinds(), a, "风险点已重新评估、改写或审定"); err != nil {
				return err
			}
		}
		return nil
	})
}

// WaitingRetirement is WaitingRetirements of one risk point.
func (s *Service) WaitingRetirement(ctx context.Context, riskPoint int64) (*pending.View, error) {
	acts, err := s.WaitingRetirements(ctx, []int64{riskPoint})
	return acts[riskPoint], err
}

// WaitingRetirements are the acts that wait to retire risk points, by risk point, as they show to the
// viewer; nil where none does, or where the viewer may not know of it.
func (s *Service) WaitingRetirements(ctx context.Context, riskPoints []int64) (map[int64]*pending.View, error) {
	acts, err := pending.On(ctx, s.store, s.kinds(), term.ActKindRetireRisk, riskPoints...)
	if err != nil {
		return nil, err
	}
	for _, id := range riskPoints {
		if _, waits := acts[id]; !waits {
			acts[id] = nil
		}
	}
	return acts, nil
}
