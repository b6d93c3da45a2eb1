package warning

import (
	"cmp"
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/assessment"
	"sineng/ent/checkitem"
	"sineng/ent/measure"
	"sineng/ent/measuretask"
	entprocess "sineng/ent/process"
	"sineng/ent/processstep"
	"sineng/ent/riskpoint"
	"sineng/ent/supervisioncheck"
	"sineng/ent/term"
	"sineng/server/process"
	"sineng/server/store"
)

// reviewMonths is after how many months a grade is to be looked at again.
var reviewMonths = map[term.Grade]int{term.GradeA: 6, term.GradeB: 12, term.GradeC: 12}

// risks finds risk points that no measure guards, steps below their target, and grades that nobody has looked at again.
func (a *amiss) risks(ctx context.Context) error {
	rows, err := a.client.RiskPoint.Query().Where(riskpoint.UnitID(a.unit), riskpoint.StatusEQ(term.RiskStatusDecided), riskpoint.GradeNEQ(term.Ungraded)).
		WithMeasures(func(q *ent.MeasureQuery) { q.Where(measure.StatusNEQ(term.MeasureStatusRetired)) }).Order(riskpoint.ByID()).All(ctx)
	if err != nil || len(rows) == 0 {
		return err
	}
	decided, err := a.decided(ctx, rows)
	if err != nil {
		return err
	}
	onSteps := map[int64][]*ent.RiskPoint{}
	for _, r := range rows {
		if r.StepID != nil {
			onSteps[*r.StepID] = append(onSteps[*r.StepID], r)
		}
		if !r.Controlled {
			a.from(Cause{Kind: term.WarningKindRiskUndefended, Subject: r.ID, Grade: r.Grade, Since: changed(r, decided[r.ID]), Text: r.Title})
		}
		if on := decided[r.ID]; !on.IsZero() {
			a.overdue(on.AddDate(0, reviewMonths[r.Grade], 0), Cause{Kind: term.WarningKindGradeStale, Subject: r.ID, Grade: r.Grade, Text: r.Title})
		}
	}
	return a.steps(ctx, onSteps, decided)
}

// changed is the day on which the grade of a risk point was decided, or one of its measures changed last.
func changed(r *ent.RiskPoint, decided time.Time) time.Time {
	out := later(decided, day(r.CreatedAt))
	for _, m := range r.Edges.Measures {
		out = later(out, day(m.UpdatedAt))
	}
	return out
}

// decided are the days on which the grades of risk points were last decided.
func (a *amiss) decided(ctx context.Context, risks []*ent.RiskPoint) (map[int64]time.Time, error) {
	var ids []int64
	for _, r := range risks {
		ids = append(ids, r.ID)
	}
	out := map[int64]time.Time{}
	err := store.InParts(ids, func(part []int64) error {
		rows, err := a.client.Assessment.Query().Where(assessment.RiskPointIDIn(part...), assessment.KindEQ(term.AssessmentKindDecision)).
			Select(assessment.FieldRiskPointID, assessment.FieldAt).All(ctx)
		for _, r := range rows {
			out[r.RiskPointID] = later(out[r.RiskPointID], day(r.At))
		}
		return err
	})
	return out, err
}

// steps finds steps of processes in force that some measures guard, but not enough; where nothing guards a risk point, that is a
// cause of its own.
func (a *amiss) steps(ctx context.Context, on map[int64][]*ent.RiskPoint, decided map[int64]time.Time) error {
	var ids []int64
	for id := range on {
		ids = append(ids, id)
	}
	return store.InParts(ids, func(part []int64) error {
		steps, err := a.client.ProcessStep.Query().Where(processstep.IDIn(part...), processstep.HasProcessWith(entprocess.Current(true))).Order(processstep.ByID()).All(ctx)
		for _, st := range steps {
			var guarded []process.GuardedRisk
			since := time.Time{}
			for _, r := range on[st.ID] {
				g := process.GuardedRisk{Title: r.Title, Grade: r.Grade}
				since = later(since, changed(r, decided[r.ID]))
				for _, m := range r.Edges.Measures {
					g.Measures = append(g.Measures, process.GuardingMeasure{Kind: m.Kind, Status: m.Status, DueOn: m.DueOn})
					if m.DueOn == nil {
						continue
					}
					if late := m.DueOn.AddDate(0, 0, 1); late.After(a.today) {
						a.then(late) // guards less from then on
					} else {
						since = later(since, late)
					}
				}
				guarded = append(guarded, g)
			}
			if d := process.DefendStep(guarded, a.today); *d.Score > 0 && *d.Score < 100 {
				a.from(Cause{Kind: term.WarningKindStepUnderdefended, Subject: st.ID, Grade: d.Grade, Since: since, Text: st.Name})
			}
		}
		return err
	})
}

// measures finds measures that are not done by their day and guard a risk point in force.
func (a *amiss) measures(ctx context.Context) error {
	rows, err := a.client.Measure.Query().Where(measure.UnitID(a.unit), measure.DueOnNotNil(),
		measure.StatusIn(term.MeasureStatusDrafted, term.MeasureStatusApproved, term.MeasureStatusActive, term.MeasureStatusIneffective)).
		WithRiskPoints(func(q *ent.RiskPointQuery) { q.Where(riskpoint.StatusNEQ(term.RiskStatusRetired)) }).All(ctx)
	for _, m := range rows {
		grade := worst(m.Edges.RiskPoints)
		if len(m.Edges.RiskPoints) > 0 {
			a.overdue(*m.DueOn, Cause{Kind: term.WarningKindMeasureOverdue, Subject: m.ID, Concerned: value(m.OwnerID), Grade: grade, Text: m.Content})
		}
	}
	return err
}

// worst is the gravest grade of risk points, UNGRADED for none.
func worst(risks []*ent.RiskPoint) term.Grade {
	out := term.Ungraded
	for _, r := range risks {
		if r.Grade != term.Ungraded && (out == term.Ungraded || r.Grade < out) {
			out = r.Grade
		}
	}
	return out
}

// tasks finds measures of which nobody has done the work, or checked the effect, in time: by the earliest task that is late.
func (a *amiss) tasks(ctx context.Context) error {
	rows, err := a.client.MeasureTask.Query().Where(measuretask.UnitID(a.unit), measuretask.StateEQ(term.TaskStateDue)).
		WithMeasure(func(q *ent.MeasureQuery) {
			q.WithRiskPoints(func(q *ent.RiskPointQuery) { q.Where(riskpoint.StatusNEQ(term.RiskStatusRetired)) })
		}).Order(measuretask.ByScheduleID(), measuretask.ByDueOn()).All(ctx)
	of := int64(0)
	for _, t := range rows {
		if t.ScheduleID == of { // a later one of the same work
			continue
		}
		of = t.ScheduleID
		a.overdue(t.DueOn, Cause{Kind: term.WarningKindTaskOverdue, Subject: t.ID, Concerned: value(t.PersonID), Grade: worst(t.Edges.Measure.Edges.RiskPoints), Text: t.Work})
	}
	return err
}

// defectDays is for how many days what a check found wanting is followed.
const defectDays = 730

// defects finds checks that found something wanting of which no later check has said that it is sound.
func (a *amiss) defects(ctx context.Context) error {
	checks, err := a.client.SupervisionCheck.Query().Where(supervisioncheck.UnitID(a.unit), supervisioncheck.StateEQ(term.CheckStateDone),
		supervisioncheck.DueOnGTE(a.today.AddDate(0, 0, -defectDays))).All(ctx)
	if err != nil || len(checks) == 0 {
		return err
	}
	slices.SortFunc(checks, func(x, y *ent.SupervisionCheck) int {
		return cmp.Or(x.DoneAt.Compare(*y.DoneAt), cmp.Compare(x.ID, y.ID))
	})
	items := map[int64][]*ent.CheckItem{}
	ids := make([]int64, len(checks))
	for i, c := range checks {
		ids[i] = c.ID
	}
	err = store.InParts(ids, func(part []int64) error {
		rows, err := a.client.CheckItem.Query().Where(checkitem.CheckIDIn(part...)).WithRiskPoint().Order(checkitem.ByPosition()).All(ctx)
		for _, r := range rows {
			items[r.CheckID] = append(items[r.CheckID], r)
		}
		return err
	})
	if err != nil {
		return err
	}
	wanting := map[int64]int64{} // risk points, by the check that found them wanting last
	for _, c := range checks {
		for _, i := range items[c.ID] {
			switch {
			case i.Outcome == nil:
			case *i.Outcome == term.CheckOutcomeDefect && i.Edges.RiskPoint.Status != term.RiskStatusRetired:
				wanting[i.RiskPointID] = c.ID
			default:
				delete(wanting, i.RiskPointID)
			}
		}
	}
	open := map[int64]bool{}
	for _, check := range wanting {
		open[check] = true
	}
	for _, c := range checks {
		if open[c.ID] {
			a.from(Cause{Kind: term.WarningKindDefectOpen, Subject: c.ID, Concerned: value(c.SubjectID), Grade: c.Grade, Since: day(*c.DoneAt), Text: checkText(c)})
			a.then(c.DueOn.AddDate(0, 0, defectDays+1))
		}
	}
	return nil
}
