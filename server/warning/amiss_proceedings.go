package warning

import (
	"context"
	"maps"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/predicate"
	"sineng/ent/proceedingdeviation"
	"sineng/ent/process"
	"sineng/ent/processstep"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
)

const (
	// lateStaysDays is how long what was late and is done by now stays a cause, since many learn of it only then.
	lateStaysDays = 30
	// strayStaysDays is how long a skipped step, or steps of one person that exclude each other, stay a cause: they can't be undone.
	strayStaysDays = 365
)

var (
	lateKinds  = []term.DeviationKind{term.DeviationKindLate, term.DeviationKindStepLate}
	stayKinds  = []term.DeviationKind{term.DeviationKindSkipped, term.DeviationKindExcluded}
	strayKinds = map[term.DeviationKind]term.WarningKind{
		term.DeviationKindLate: term.WarningKindProceedingLate, term.DeviationKindStepLate: term.WarningKindProceedingLate, term.DeviationKindSkipped: term.WarningKindStepSkipped,
		term.DeviationKindReturned: term.WarningKindStepReturned, term.DeviationKindExcluded: term.WarningKindStepsExcluded,
	}
)

// proceedings finds those that stray from the processes of their powers: one cause for each of a kind.
func (a *amiss) proceedings(ctx context.Context) error {
	rows, err := a.strays(ctx)
	if err != nil || len(rows) == 0 {
		return err
	}
	grades, err := a.stepGrades(ctx, rows)
	if err != nil {
		return err
	}
	type of struct {
		proceeding int64
		kind       term.WarningKind
	}
	causes, order := map[of]*Cause{}, []of{}
	for _, d := range rows {
		p := d.Edges.Proceeding
		key := of{p.ID, strayKinds[d.Kind]}
		grade := worse(grades[stepName{p.PowerID, d.StepKey}], term.Ungraded)
		if c := causes[key]; c != nil {
			c.Since, c.Grade = earlier(c.Since, d.FromDay), worse(c.Grade, grade)
			continue
		}
		causes[key] = &Cause{Kind: key.kind, Subject: p.ID, Concerned: value(d.PersonID), Grade: grade, Since: d.FromDay, Text: p.Edges.Power.Name + " " + p.Number}
		order = append(order, key)
	}
	for _, key := range order {
		a.from(*causes[key])
	}
	return nil
}

// strays are the deviations of the unit that are causes today; it notes when one begins or ceases to be.
func (a *amiss) strays(ctx context.Context) ([]*ent.ProceedingDeviation, error) {
	here := []predicate.ProceedingDeviation{proceedingdeviation.UnitID(a.unit), proceedingdeviation.GoneAtIsNil()}
	q := a.client.ProceedingDeviation.Query().Where(here...)
	rows, err := q.Where(proceedingdeviation.FromDayLTE(a.today), proceedingdeviation.Or(
		proceedingdeviation.And(proceedingdeviation.KindIn(lateKinds...), proceedingdeviation.Or(proceedingdeviation.ToDayIsNil(), proceedingdeviation.ToDayGT(a.today.AddDate(0, 0, -lateStaysDays)))),
		proceedingdeviation.And(proceedingdeviation.KindEQ(term.DeviationKindReturned), proceedingdeviation.ToDayIsNil()),
		proceedingdeviation.And(proceedingdeviation.KindIn(stayKinds...), proceedingdeviation.FromDayGT(a.today.AddDate(0, 0, -strayStaysDays))),
	)).Order(proceedingdeviation.ByFromDay(), proceedingdeviation.ByID()).WithProceeding(func(q *ent.ProceedingQuery) { q.WithPower() }).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, d := range rows {
		switch {
		case slices.Contains(stayKinds, d.Kind):
			a.then(d.FromDay.AddDate(0, 0, strayStaysDays))
		case d.ToDay != nil:
			a.then(d.ToDay.AddDate(0, 0, lateStaysDays))
		}
	}
	next, err := a.client.ProceedingDeviation.Query().Where(here...).Where(proceedingdeviation.KindIn(lateKinds...), proceedingdeviation.FromDayGT(a.today)).
		Order(proceedingdeviation.ByFromDay()).Select(proceedingdeviation.FieldFromDay).First(ctx)
	switch {
	case err == nil:
		a.then(next.FromDay)
	case !ent.IsNotFound(err):
		return nil, err
	}
	return rows, nil
}

// stepName is a step of a power in all versions of its process; without a key the power as a whole.
type stepName struct {
	power int64
	key   string
}

// stepGrades are the worst grades of the risk points on the steps of the powers that stray, and of these as wholes.
func (a *amiss) stepGrades(ctx context.Context, rows []*ent.ProceedingDeviation) (map[stepName]term.Grade, error) {
	powers := map[int64]bool{}
	for _, d := range rows {
		powers[d.Edges.Proceeding.PowerID] = true
	}
	out := map[stepName]term.Grade{}
	for part := range slices.Chunk(slices.Sorted(maps.Keys(powers)), 500) {
		steps, err := a.client.ProcessStep.Query().Where(processstep.HasProcessWith(process.PowerIDIn(part...), process.Current(true))).WithProcess().
			WithRiskPoints(func(q *ent.RiskPointQuery) { q.Where(riskpoint.StatusNEQ(term.RiskStatusRetired)) }).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, s := range steps {
			grade := worst(s.Edges.RiskPoints)
			for _, key := range []string{s.Key, ""} {
				at := stepName{s.Edges.Process.PowerID, key}
				out[at] = worse(out[at], grade)
			}
		}
	}
	return out, nil
}

// worse is the worse of two grades, an empty one being none.
func worse(a, b term.Grade) term.Grade {
	switch {
	case a == "":
		return b
	case b != "" && b.Worse(a):
		return b
	}
	return a
}

// earlier is the earlier of two days.
func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}
