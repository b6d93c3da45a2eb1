package register

import (
	"context"
	"fmt"
	"time"

	"sineng/ent"
	"sineng/ent/predicate"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/ent/viewer"
	"sineng/server/agenda"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/tally"
)

// MostOpened is how many risk points one opening decision decides at most, so that it is one
// short change. A larger unit is decided department by department.
const MostOpened = 2000

// openingMatter decides the grades of an existing paper register for a unit and those below it,
// as a whole, by votes of the leading group: for each risk point that was never decided the
// grade that the paper register gives it. Others are skipped and listed.
func (s *Service) openingMatter() agenda.Matter {
	return agenda.Matter{
		Kind: term.ItemKindOpening,
		Check: func(ctx context.Context, tx *ent.Tx, i agenda.Item, _ time.Time) error {
			u, err := s.holdOpening(ctx, tx, i.About)
			if err != nil {
				return err
			}
			decided, _, err := s.opened(ctx, tx.Client(), u)
			if err != nil {
				return err
			}
			switch n := len(decided); {
			case n == 0:
				return fault.New(fault.InvalidTransition, "NOTHING_TO_OPEN", "unitId", "该单位没有可期初审定的风险点:须未经审定且导入了纸质审定等级",
					"The unit has no risk point for an opening decision: one that was never decided and has a grade of the paper register")
			case n > MostOpened:
				return fault.New(fault.InvalidTransition, "OPENING_TOO_LARGE", "unitId", fmt.Sprintf("一次期初审定最多 %d 个风险点,该单位有 %d 个,请按下级单位分别列入", MostOpened, n),
					fmt.Sprintf("An opening decision is of at most %d risk points and the unit has %d: put the units below it on the agenda one by one", MostOpened, n))
			}
			return nil
		},
		Needs:    func(term.Grade, term.Grade) agenda.Body { return agenda.LeadingGroup },
		Subjects: s.unitSubjects,
		Prepare:  s.prepareOpening,
		Conclude: s.concludeOpening,
	}
}

// concludeOpening decides what the paper register says: what was prepared is shown, or, where a caller
// has a transaction of its own, each risk point is decided in it.
func (s *Service) concludeOpening(ctx context.Context, tx *ent.Tx, o agenda.Outcome) (agenda.Done, error) {
	done := agenda.Done{Decided: term.Ungraded}
	u, err := s.holdOpening(ctx, tx, o.Item.About)
	if err != nil || !o.Carried {
		return done, err
	}
	decided, skipped, err := s.opened(ctx, tx.Client(), u)
	if err != nil {
		return done, err
	}
	done.Settled, done.Skipped = len(decided), skipped
	ids := make([]int64, len(decided))
	for i, r := range decided {
		ids[i] = r.ID
	}
	if staged, ok := o.Prepared.(*stagedOpening); ok {
		if err := staged.show(ctx, tx, ids); err != nil {
			return done, err
		}
	}
	if s.desk != nil {
		if _, err := s.desk.Withdraw(ctx, tx, "已由期初审定决定", ids...); err != nil {
			return done, err
		}
	}
	if err := s.lapse(ctx, tx, ids...); err != nil || o.Prepared != nil {
		return done, err
	}
	recipes := map[int64]Recipe{}
	for _, r := range decided {
		if err := s.open(ctx, tx, r, o, recipes); err != nil {
			return done, err
		}
	}
	return done, nil
}

// holdOpening loads a unit for an opening decision by somebody of the leading group.
func (s *Service) holdOpening(ctx context.Context, tx *ent.Tx, id int64) (*ent.Unit, error) {
	u, err := org.Hold(ctx, s.store, tx, id, authz.ReadRegister, "unitId")
	if err != nil {
		return nil, err
	}
	return u, withTier(authz.Check(ctx, authz.DecideA, org.LevelsOf(u)), authz.DecideA)
}

// opened are the risk points in force of a unit and those below it that an opening decision
// decides, and those that it leaves as they are.
func (s *Service) opened(ctx context.Context, client *ent.Client, u *ent.Unit) (decided []*ent.RiskPoint, skipped []term.Skipped, err error) {
	rows, err := client.RiskPoint.Query().Where(below(u), riskpoint.StatusIn(Living...)).Order(riskpoint.ByID()).All(everywhere(ctx))
	for _, r := range rows {
		switch {
		case r.Grade != term.Ungraded:
			skipped = append(skipped, term.Skipped{RiskPointID: r.ID, Why: term.SkippedDecided})
		case r.PaperGrade == nil || *r.PaperGrade == term.Ungraded:
			skipped = append(skipped, term.Skipped{RiskPointID: r.ID, Why: term.SkippedNoPaper})
		default:
			decided = append(decided, r)
		}
	}
	return decided, skipped, err
}

// below matches the risk points of a unit and those below it.
func below(u *ent.Unit) predicate.RiskPoint {
	return predicate.RiskPoint(authz.Within(viewer.Scope{Roots: []viewer.Root{{ID: u.ID, Level: u.Level}}}))
}

// open decides the grade that the paper register gives a risk point. The recipes that are in force are
// read once for each unit.
func (s *Service) open(ctx context.Context, tx *ent.Tx, r *ent.RiskPoint, o agenda.Outcome, recipes map[int64]Recipe) error {
	to, err := NextRisk(RiskStateOf(r), RiskOpen, *r.PaperGrade, GroupMeeting)
	if err != nil {
		return err
	}
	recipe, known := recipes[r.UnitID]
	if !known {
		if recipe, err = s.recipeAt(ctx, tx.Client(), tally.LevelsOf(r)); err != nil {
			return err
		}
		recipes[r.UnitID] = recipe
	}
	entry := assessment{grade: *r.PaperGrade, computed: recipe.GradeOf(InputsOf(r)).Grade, rule: RuleOpening, version: 1,
		clause: "as the paper register says", reason: o.Reason, meeting: &o.MeetingID}
	_, err = s.assessTo(answering(ctx, ""), tx, r, r.Version, to, entry.as(RiskOpen, authz.DecideA))
	return err
}

// unitSubjects are the units of opening decisions, with the worst grade that they are to decide.
func (s *Service) unitSubjects(ctx context.Context, ids []int64) (map[int64]*agenda.Subject, error) {
	rows, err := s.store.Reader(ctx).Unit.Query().Where(unit.IDIn(ids...)).All(everywhere(ctx))
	if err != nil {
		return nil, err
	}
	out := make(map[int64]*agenda.Subject, len(rows))
	for _, u := range rows {
		out[u.ID] = &agenda.Subject{Title: u.Name + "期初审定", UnitName: u.Name, Levels: org.LevelsOf(u), Present: term.Ungraded}
	}
	return out, nil
}

// Opening counts what an opening decision of a unit would decide now, by grade, and skip.
type Opening struct{ A, B, C, Skipped int }

// PreviewOpening counts what an opening decision of a unit would decide now, for members of the
// meeting, who may not see the unit elsewhere.
func (s *Service) PreviewOpening(ctx context.Context, unitID int64) (*Opening, error) {
	client := s.store.Reader(ctx)
	u, err := client.Unit.Get(everywhere(ctx), unitID)
	if err != nil {
		return nil, store.OrMissing(err, "unitId", "单位", "unit")
	}
	decided, skipped, err := s.opened(ctx, client, u)
	out := &Opening{Skipped: len(skipped)}
	for _, r := range decided {
		switch *r.PaperGrade {
		case term.GradeA:
			out.A++
		case term.GradeB:
			out.B++
		default:
			out.C++
		}
	}
	return out, err
}
