package proceeding

import (
	"context"
	"maps"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/proceeding"
	"sineng/ent/proceedingdeviation"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// write writes what changes of the matters.
func (w *recording) write(ctx context.Context) error {
	for _, m := range w.matters {
		if !m.moved() {
			continue
		}
		if err := w.head(ctx, m); err != nil {
			return err
		}
	}
	if err := w.lines(ctx); err != nil {
		return err
	}
	return w.deviations(ctx)
}

// head writes the row of a proceeding.
func (w *recording) head(ctx context.Context, m *matter) error {
	now, h, v := w.store.Now(), m.head, m.verdict
	var err error
	if m.row == nil {
		create := w.tx.Proceeding.Create().SetPowerID(m.power.ID).SetNumber(m.in.Number).SetReceivedOn(h.received).SetNillableLimitDays(m.power.TimeLimitDays).SetState(v.State).SetLimitState(v.Limit).SetNillableDueOn(v.Due).
			SetNillableClosedOn(h.closed).SetResult(h.result).SetUnitID(m.power.UnitID).SetLevels(m.power.Levels()).SetCreatedAt(now).SetUpdatedAt(now)
		if m.process != nil {
			create.SetProcessID(m.process.ID)
		}
		m.row, err = create.Save(everywhere(ctx))
	} else {
		m.row, err = stand(w.tx, m.row, h, v, now).Save(everywhere(ctx))
	}
	if err != nil {
		return err
	}
	w.rows[m] = append(w.rows[m], m.row.ID)
	return nil
}

// stand has a proceeding say how it stands.
func stand(tx *ent.Tx, row *ent.Proceeding, h head, v Verdict, now time.Time) *ent.ProceedingUpdateOne {
	u := tx.Proceeding.UpdateOne(row).Where(proceeding.Version(row.Version)).AddVersion(1).SetUpdatedAt(now).SetReceivedOn(h.received).SetState(v.State).SetLimitState(v.Limit).SetResult(h.result)
	if v.Due == nil {
		u.ClearDueOn()
	} else {
		u.SetDueOn(*v.Due)
	}
	if h.closed == nil {
		u.ClearClosedOn()
	} else {
		u.SetClosedOn(*h.closed)
	}
	return u
}

// lines writes steps and pauses, each in one statement.
func (w *recording) lines(ctx context.Context) error {
	now, by := w.store.Now(), viewer.FromContext(ctx)
	var steps []*ent.ProceedingStepCreate
	var pauses []*ent.ProceedingPauseCreate
	var ofSteps, ofPauses []*matter
	for _, m := range w.matters {
		for _, c := range m.stepChanges {
			if c.was != nil {
				if err := w.tx.ProceedingStep.UpdateOneID(c.was.ID).SetReplacedAt(now).Exec(everywhere(ctx)); err != nil {
					return err
				}
				w.rows[m] = append(w.rows[m], c.was.ID)
			}
			create := w.tx.ProceedingStep.Create().SetProceedingID(m.row.ID).SetPowerID(m.power.ID).SetStepKey(c.key).SetStepName(c.name).SetBeganAt(c.entry.Began).SetRevision(c.revision).
				SetNillableEndedAt(c.ended).SetNillableOutcome(c.outcome).SetNillablePersonID(c.person).SetPersonName(c.who).SetNote(c.note).SetSource(w.source).SetAt(now).
				SetNillableAccountID(by.Account()).SetActorName(by.Name).SetWithdrawn(c.entry.Withdrawn)
			if c.ended != nil {
				create.SetMinutes(int64(c.ended.Sub(c.entry.Began) / time.Minute))
			}
			steps, ofSteps = append(steps, create), append(ofSteps, m)
		}
		for _, c := range m.pauseChanges {
			if c.was != nil {
				if err := w.tx.ProceedingPause.UpdateOneID(c.was.ID).SetReplacedAt(now).Exec(everywhere(ctx)); err != nil {
					return err
				}
				w.rows[m] = append(w.rows[m], c.was.ID)
			}
			pauses = append(pauses, w.tx.ProceedingPause.Create().SetProceedingID(m.row.ID).SetKind(c.entry.Kind).SetFromDay(c.entry.From).SetRevision(c.revision).SetNillableToDay(c.entry.To).
				SetNote(c.entry.Note).SetSource(w.source).SetAt(now).SetNillableAccountID(by.Account()).SetActorName(by.Name).SetWithdrawn(c.entry.Withdrawn))
			ofPauses = append(ofPauses, m)
		}
	}
	for from := 0; from < len(steps); from += linesAtOnce {
		to := min(from+linesAtOnce, len(steps))
		made, err := w.tx.ProceedingStep.CreateBulk(steps[from:to]...).Save(everywhere(ctx))
		if err != nil {
			return err
		}
		for n, r := range made {
			w.rows[ofSteps[from+n]] = append(w.rows[ofSteps[from+n]], r.ID)
		}
	}
	for from := 0; from < len(pauses); from += linesAtOnce {
		to := min(from+linesAtOnce, len(pauses))
		made, err := w.tx.ProceedingPause.CreateBulk(pauses[from:to]...).Save(everywhere(ctx))
		if err != nil {
			return err
		}
		for n, r := range made {
			w.rows[ofPauses[from+n]] = append(w.rows[ofPauses[from+n]], r.ID)
		}
	}
	return nil
}

// linesAtOnce is how many rows one statement writes.
const linesAtOnce = 200

// deviations writes what was found of the matters.
func (w *recording) deviations(ctx context.Context) error {
	verdicts := map[int64]*found{}
	for _, m := range w.matters {
		if m.moved() {
			verdicts[m.row.ID] = &found{row: m.row, levels: m.power.Levels(), deviations: m.verdict.Deviations}
		}
	}
	changed, err := keep(ctx, w.tx, verdicts, w.store.Now())
	for _, m := range w.matters {
		if m.row != nil {
			w.rows[m] = append(w.rows[m], changed[m.row.ID]...)
		}
	}
	return err
}

// found is what was found of a proceeding.
type found struct {
	row        *ent.Proceeding
	levels     [6]int64
	deviations []Deviation
}

// sameness is what tells the deviations of a proceeding apart.
type sameness struct {
	kind, key, name, other, rule string
	person, from                 int64
}

func (d Deviation) sameness() sameness {
	return sameness{string(d.Kind), d.Key, d.Name, d.OtherKey + d.OtherName, d.Rule, d.Person, d.From.Unix()}
}

func deviationOf(d *ent.ProceedingDeviation) *Deviation {
	out := &Deviation{Kind: d.Kind, Key: d.StepKey, Name: d.StepName, OtherKey: d.OtherKey, OtherName: d.OtherName, Rule: d.RuleCode, From: d.FromDay, To: d.ToDay}
	if d.PersonID != nil {
		out.Person = *d.PersonID
	}
	return out
}

// keep has what is kept of proceedings be what was found: what is new is added, what was made good or is borne out no more says since when. It
// tells the changed rows by proceeding.
func keep(ctx context.Context, tx *ent.Tx, verdicts map[int64]*found, now time.Time) (map[int64][]int64, error) {
	changed := map[int64][]int64{}
	had := map[int64]map[sameness]*ent.ProceedingDeviation{}
	ids := sortedKeys(verdicts)
	if err := store.InParts(ids, func(part []int64) error {
		rows, err := tx.ProceedingDeviation.Query().Where(proceedingdeviation.ProceedingIDIn(part...), proceedingdeviation.GoneAtIsNil()).Order(proceedingdeviation.ByID()).All(everywhere(ctx))
		for _, d := range rows {
			if had[d.ProceedingID] == nil {
				had[d.ProceedingID] = map[sameness]*ent.ProceedingDeviation{}
			}
			had[d.ProceedingID][deviationOf(d).sameness()] = d
		}
		return err
	}); err != nil {
		return nil, err
	}
	var creates []*ent.ProceedingDeviationCreate
	var of []int64
	for _, id := range ids {
		f := verdicts[id]
		told := map[sameness]bool{}
		for _, d := range f.deviations {
			same := d.sameness()
			if told[same] { // twice on one day is told once
				continue
			}
			told[same] = true
			was, there := had[id][same]
			delete(had[id], same)
			switch {
			case there && equal(was.ToDay, d.To):
			case there:
				u := tx.ProceedingDeviation.UpdateOneID(was.ID)
				if d.To == nil {
					u.ClearToDay()
				} else {
					u.SetToDay(*d.To)
				}
				if err := u.Exec(everywhere(ctx)); err != nil {
					return nil, err
				}
				changed[id] = append(changed[id], was.ID)
			default:
				create := tx.ProceedingDeviation.Create().SetProceedingID(id).SetKind(d.Kind).SetStepKey(d.Key).SetStepName(d.Name).SetOtherKey(d.OtherKey).SetOtherName(d.OtherName).
					SetRuleCode(d.Rule).SetFromDay(d.From).SetNillableToDay(d.To).SetUnitID(f.row.UnitID).SetLevels(f.levels)
				if d.Person != 0 {
					create.SetPersonID(d.Person)
				}
				creates, of = append(creates, create), append(of, id)
			}
		}
		for _, d := range had[id] {
			if err := tx.ProceedingDeviation.UpdateOneID(d.ID).SetGoneAt(now).Exec(everywhere(ctx)); err != nil {
				return nil, err
			}
			changed[id] = append(changed[id], d.ID)
		}
	}
	for from := 0; from < len(creates); from += linesAtOnce {
		to := min(from+linesAtOnce, len(creates))
		made, err := tx.ProceedingDeviation.CreateBulk(creates[from:to]...).Save(everywhere(ctx))
		if err != nil {
			return nil, err
		}
		for n, d := range made {
			changed[of[from+n]] = append(changed[of[from+n]], d.ID)
		}
	}
	return changed, nil
}

func sortedKeys[V any](m map[int64]V) []int64 { return slices.Sorted(maps.Keys(m)) }
