package sample

import (
	"context"

	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/register"
)

// figures counts the rows of the database.
func (l *loader) figures(ctx context.Context) error {
	f := &l.result.Figures
	f.ByGrade = map[term.Grade]int{}
	for _, c := range []struct {
		into  *int
		count func(context.Context) (int, error)
	}{
		{&f.Units, l.tx.Unit.Query().Count}, {&f.Posts, l.tx.Post.Query().Count}, {&f.People, l.tx.Person.Query().Count},
		{&f.Appointments, l.tx.Appointment.Query().Count}, {&f.Portfolios, l.tx.Portfolio.Query().Count}, {&f.Duties, l.tx.Duty.Query().Count},
		{&f.Powers, l.tx.Power.Query().Count}, {&f.Processes, l.tx.Process.Query().Count}, {&f.Measures, l.tx.Measure.Query().Count},
		{&f.Assessments, l.tx.Assessment.Query().Count}, {&f.RiskPoints, l.tx.RiskPoint.Query().Count},
		{&f.Retired, l.tx.RiskPoint.Query().Where(riskpoint.StatusEQ(term.RiskStatusRetired)).Count},
		{&f.UncontrolledA, l.tx.RiskPoint.Query().Where(riskpoint.StatusIn(register.Living...),
			riskpoint.GradeEQ(term.GradeA), riskpoint.Controlled(false)).Count},
	} {
		n, err := c.count(ctx)
		if err != nil {
			return err
		}
		*c.into = n
	}
	for _, g := range []term.Grade{term.GradeA, term.GradeB, term.GradeC, term.Ungraded} {
		n, err := l.tx.RiskPoint.Query().Where(riskpoint.StatusIn(register.Living...), riskpoint.GradeEQ(g)).Count(ctx)
		if err != nil {
			return err
		}
		f.ByGrade[g] = n
	}
	return nil
}
