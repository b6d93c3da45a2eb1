package register

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/measure"
	"sineng/ent/term"
	"sineng/server/agenda"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// comprehensiveMatter decides, by votes of the leading group, whether it adopts a comprehensive
// measure where a measure asks for one 提请领导小组综合制定. The item's content is the measure
// that is voted on.
func (s *Service) comprehensiveMatter() agenda.Matter {
	return agenda.Matter{
		Kind: term.ItemKindComprehensive,
		Check: func(ctx context.Context, tx *ent.Tx, i agenda.Item, _ time.Time) error {
			if i.Content == "" {
				return fault.Bad("content", "REQUIRED", "请填写提请审议的综合措施", "Write the comprehensive measure to vote on")
			}
			_, err := s.holdComprehensive(ctx, tx, i.About)
			return err
		},
		Needs:    func(term.Grade, term.Grade) agenda.Body { return agenda.LeadingGroup },
		Subjects: s.measureSubjects,
		Proposers: func(ctx context.Context, tx *ent.Tx, about int64) (agenda.Authors, error) {
			m, err := tx.Measure.Get(everywhere(ctx), about)
			if err != nil {
				return agenda.Authors{}, err
			}
			return withPeople(ctx, tx, agenda.Authors{Accounts: []int64{given(m.DraftedBy), given(m.RevisedBy)}})
		},
		Conclude: func(ctx context.Context, tx *ent.Tx, o agenda.Outcome) (agenda.Done, error) {
			m, err := s.holdComprehensive(ctx, tx, o.Item.About)
			if err != nil {
				return agenda.Done{}, err
			}
			outcome, text := term.ComprehensiveAdopted, o.Item.Content
			if !o.Carried {
				outcome, text = term.ComprehensiveDeclined, o.Reason
			}
			update := tx.Measure.UpdateOne(m).AddVersion(1).SetUpdatedAt(s.store.Now()).SetComprehensiveText(text).SetComprehensiveMeetingID(o.MeetingID)
			EnterComprehensive(update.Mutation(), &outcome)
			return agenda.Done{Decided: term.Ungraded}, update.Exec(everywhere(ctx))
		},
	}
}

// holdComprehensive loads a measure that asks the leading group, for somebody of it.
func (s *Service) holdComprehensive(ctx context.Context, tx *ent.Tx, id int64) (*ent.Measure, error) {
	m, err := tx.Measure.Get(ctx, id)
	if err != nil {
		return nil, store.OrMissing(err, "measureId", "防控措施", "measure")
	}
	if _, err := org.Hold(ctx, s.store, tx, m.UnitID, authz.ReadRegister, "measureId"); err != nil {
		return nil, err
	}
	if err := withTier(authz.Check(ctx, authz.DecideA, m.Levels()), authz.DecideA); err != nil {
		return nil, err
	}
	if !m.AsksComprehensive || m.Comprehensive != nil || m.Status == term.MeasureStatusRetired {
		return nil, fault.New(fault.InvalidTransition, "NOT_ASKED", "measureId", "该措施没有待审议的“提请领导小组综合制定”",
			"The measure does not ask the leading group for a comprehensive one, or was answered")
	}
	return m, nil
}

// measureSubjects are the measures of items, with the worst grade among their risk points.
func (s *Service) measureSubjects(ctx context.Context, ids []int64) (map[int64]*agenda.Subject, error) {
	rows, err := s.store.Reader(ctx).Measure.Query().Where(measure.IDIn(ids...)).WithUnit().WithRiskPoints().All(everywhere(ctx))
	if err != nil {
		return nil, err
	}
	out := make(map[int64]*agenda.Subject, len(rows))
	for _, m := range rows {
		worst := term.Ungraded
		for _, r := range m.Edges.RiskPoints {
			worst = term.Worst(worst, r.Grade)
		}
		out[m.ID] = &agenda.Subject{Title: m.Content, UnitName: m.Edges.Unit.Name, Levels: m.Levels(), Present: worst}
	}
	return out, nil
}
