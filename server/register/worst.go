package register

import (
	"context"

	"sineng/ent"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
)

// WorstGrades returns the worst decided grade of powers by id; a power without a graded risk
// point in force has no entry.
func (s *Service) WorstGrades(ctx context.Context, powers []int64) (map[int64]term.Grade, error) {
	var rows []struct {
		PowerID int64 `json:"power_id"`
		Worst   string
	}
	err := s.store.Reader(ctx).RiskPoint.Query().
		Where(riskpoint.PowerIDIn(powers...), riskpoint.StatusIn(Living...), riskpoint.GradeNEQ(term.Ungraded)).
		GroupBy(riskpoint.FieldPowerID).Aggregate(ent.As(ent.Min(riskpoint.FieldGrade), "worst")).Scan(ctx, &rows)
	out := map[int64]term.Grade{}
	for _, r := range rows {
		out[r.PowerID] = term.Grade(r.Worst)
	}
	return out, err
}
