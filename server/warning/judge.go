package warning

import (
	"context"
	"encoding/json"
	"strconv"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/warning"
	"sineng/ent/warningcause"
	"sineng/server/audit"
	"sineng/server/calendar"
	"sineng/server/office"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/timer"
)

// judging is one look at a unit.
type judging struct {
	*Service
	tx       *ent.Tx
	unit     *ent.Unit
	bureau   *ent.Unit
	today    time.Time
	calendar *calendar.Calendar
	rules    []Rule
	chain    office.Chain
	year     int
	serial   int // of the newest warning of the bureau in the year; -1 until it is read
	raised   int
	lifted   int
	changed  int
	causes   int // that began, changed or ended
}

// judge looks at a unit as of today: keeps what is amiss, raises and lifts warnings, and says on which day to look again. One entry
// of the log tells of it where anything has changed: when something became amiss is part of what can be proved.
func (s *Service) judge(ctx context.Context, tx *ent.Tx, id int64) error {
	ctx = everywhere(ctx)
	u, err := tx.Unit.Get(ctx, id)
	if err != nil {
		return err
	}
	j := &judging{Service: s, tx: tx, unit: u, today: s.store.Today(), serial: -1}
	if j.today, err = begun(ctx, tx, id, j.today); err != nil {
		return err
	}
	j.year = j.today.Year()
	found := &amiss{today: j.today}
	if org.IsOpen(u, j.today) {
		if found, err = readAmiss(ctx, tx.Client(), id, j.today); err != nil {
			return err
		}
	}
	causes, err := j.keep(ctx, found.causes)
	if err != nil {
		return err
	}
	warnings, err := tx.Warning.Query().Where(warning.UnitID(id), warning.CauseKeyNotNil()).Order(warning.ByID()).All(ctx)
	if err != nil {
		return err
	}
	if len(causes)+len(warnings) > 0 {
		if err := j.prepare(ctx); err != nil {
			return err
		}
		if err := j.warn(ctx, found, causes, warnings); err != nil {
			return err
		}
	}
	if !found.next.IsZero() {
		if err := timer.Set(ctx, tx, dueLook, id, store.StartOf(found.next)); err != nil {
			return err
		}
	}
	if j.raised+j.lifted+j.changed+j.causes == 0 {
		return nil
	}
	return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionRaiseWarnings, At: u.Levels(), Object: u.ID, Details: map[string]string{
		"raised": strconv.Itoa(j.raised), "lifted": strconv.Itoa(j.lifted), "changed": strconv.Itoa(j.changed), "causes": strconv.Itoa(j.causes)}})
}

// begun is the day as of which a unit is looked at: today, or tomorrow where that has begun there by the clock of another server, or by
// this one's before it was set back. Else what began with that day would be over, and begin again once the clock is there.
func begun(ctx context.Context, tx *ent.Tx, id int64, today time.Time) (time.Time, error) {
	tomorrow := today.AddDate(0, 0, 1)
	known, err := tx.WarningCause.Query().Where(warningcause.UnitID(id), warningcause.LiveKeyNotNil(), warningcause.Since(tomorrow)).Exist(ctx)
	if err != nil || !known {
		return today, err
	}
	return tomorrow, nil
}

// keep makes what is kept of the unit what was found, and returns it, with the days on which each began.
func (j *judging) keep(ctx context.Context, found []Cause) ([]Cause, error) {
	rows, err := j.tx.WarningCause.Query().Where(warningcause.UnitID(j.unit.ID), warningcause.LiveKeyNotNil()).Order(warningcause.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	since := map[string]time.Time{}
	kept := make([]KeptCause, len(rows))
	for i, r := range rows {
		kept[i] = KeptCause{r.ID, causeOf(r)}
		since[kept[i].Key()] = r.Since
	}
	c := CompareCauses(found, kept)
	j.causes = len(c.Add) + len(c.Change) + len(c.End)
	for _, k := range c.End {
		if err := j.end(ctx, k.ID); err != nil {
			return nil, err
		}
	}
	for _, k := range c.Change {
		u := j.tx.WarningCause.UpdateOneID(k.ID).SetGrade(k.Grade).SetSeverity(k.Severity).ClearConcernedID()
		if k.Concerned != 0 {
			u.SetConcernedID(k.Concerned)
		}
		if err := u.Exec(ctx); err != nil {
			return nil, err
		}
	}
	if err := j.add(ctx, c.Add); err != nil {
		return nil, err
	}
	for i := range found {
		if from, known := since[found[i].Key()]; known {
			found[i].Since = from
		}
	}
	return found, nil
}

// end keeps that a cause is gone. The log names the row, so that it is changed by its key.
func (j *judging) end(ctx context.Context, id int64) error {
	return j.tx.WarningCause.UpdateOneID(id).ClearLiveKey().SetGoneOn(j.today).Exec(ctx)
}

// add keeps causes. One that stands with a row that came from another unit ends there.
func (j *judging) add(ctx context.Context, causes []Cause) error {
	for first := 0; first < len(causes); first += atOnce {
		some := causes[first:min(first+atOnce, len(causes))]
		keys := make([]string, len(some))
		creates := make([]*ent.WarningCauseCreate, len(some))
		for i, c := range some {
			keys[i] = c.Key()
			creates[i] = j.tx.WarningCause.Create().SetUnitID(j.unit.ID).SetLevels(j.unit.Levels()).SetLiveKey(c.Key()).SetKind(c.Kind).SetSubjectID(c.Subject).
				SetNillableConcernedID(orNil(c.Concerned)).SetGrade(c.Grade).SetSeverity(c.Severity).SetSince(c.Since)
		}
		elsewhere, err := j.tx.WarningCause.Query().Where(warningcause.LiveKeyIn(keys...)).IDs(ctx)
		if err != nil {
			return err
		}
		for _, id := range elsewhere {
			if err := j.end(ctx, id); err != nil {
				return err
			}
		}
		if err := j.tx.WarningCause.CreateBulk(creates...).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

func causeOf(r *ent.WarningCause) Cause {
	return Cause{Kind: r.Kind, Subject: r.SubjectID, Concerned: value(r.ConcernedID), Grade: r.Grade, Severity: r.Severity, Since: r.Since}
}

// prepare reads what warnings are raised by.
func (j *judging) prepare(ctx context.Context) error {
	var err error
	if j.bureau, err = org.BureauAbove(ctx, j.tx.Client(), j.unit); err != nil {
		return err
	}
	held, err := rulesOn(ctx, j.tx.Client(), j.unit)
	if err != nil {
		return err
	}
	for _, r := range held {
		if r.On {
			j.rules = append(j.rules, r.Rule)
		}
	}
	if j.calendar, err = j.Service.calendar.On(ctx); err != nil {
		return err
	}
	j.chain, err = office.Leading(ctx, j.tx.Client(), j.unit.Levels(), j.today)
	return err
}

// tiers are those that may be asked.
var tiers = []term.Role{term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader, term.RoleLeadingGroup}

// warn raises, changes and lifts warnings.
func (j *judging) warn(ctx context.Context, found *amiss, causes []Cause, warnings []*ent.Warning) error {
	of := map[string]*ent.Warning{}
	for _, w := range warnings {
		of[*w.CauseKey] = w
	}
	for _, c := range causes {
		w := of[c.Key()]
		delete(of, c.Key())
		r, next := Gravest(j.rules, c, j.today)
		found.then(next)
		var err error
		switch {
		case w == nil && r != nil:
			err = j.raise(ctx, c, *r)
		case w != nil && w.State != term.WarningStateLifted:
			err = j.goOn(ctx, w, c, r)
		}
		if err != nil {
			return err
		}
	}
	for _, w := range warnings {
		if of[*w.CauseKey] == nil {
			continue
		}
		if err := j.gone(ctx, w); err != nil {
			return err
		}
	}
	return nil
}

// raise raises a warning. One that was raised where its row stood before goes on here, by the rules and leaders of this unit.
func (j *judging) raise(ctx context.Context, c Cause, r Rule) error {
	here, err := j.tx.Warning.Query().Where(warning.CauseKey(c.Key())).Only(ctx)
	if err == nil { // its row has moved here from another unit
		j.changed++
		if here, err = j.update(ctx, j.tx, here, func(m *ent.WarningMutation) { m.SetUnitID(j.unit.ID); m.SetLevels(j.unit.Levels()) }); err != nil {
			return err
		}
		if err := j.moveEvidence(ctx, here.ID); err != nil || here.State == term.WarningStateLifted {
			return err
		}
		return j.goOn(ctx, here, c, &r)
	}
	if !ent.IsNotFound(err) {
		return err
	}
	if j.serial < 0 {
		if err := j.lastSerial(ctx); err != nil {
			return err
		}
	}
	j.serial++
	text, err := json.Marshal(r)
	if err != nil {
		return err
	}
	tier, person := j.chain.Asked(r.To, office.Passing(c.Concerned))
	until := j.calendar.Runs(j.today, r.AnswerIn, r.CountedIn)
	now := j.store.Now()
	create := j.tx.Warning.Create().SetCreatedAt(now).SetUpdatedAt(now).SetUnitID(j.unit.ID).SetLevels(j.unit.Levels()).SetCauseKey(c.Key()).
		SetBureauID(j.bureau.ID).SetYear(j.year).SetSerial(j.serial).SetKind(c.Kind).SetSubjectID(c.Subject).SetSubjectText(c.Text).
		SetNillableConcernedID(orNil(c.Concerned)).SetGrade(c.Grade).SetSince(c.Since).SetRule(string(text)).SetColour(r.Colour).
		SetTier(tier).SetNillablePersonID(orNil(person)).SetNextHopOn(until.Past)
	if !until.Due.IsZero() {
		create.SetDueOn(until.Due)
	}
	enter(create.Mutation(), term.WarningStateRaised)
	w, err := create.Save(ctx)
	if err != nil {
		return err
	}
	j.raised++
	return j.note(ctx, j.tx, w, term.WarningEventKindRaise, "", 1)
}

// lastSerial reads the number of the newest warning of the bureau in the year. The unit of the bureau is held until the transaction
// ends, so that no two are given the same.
func (j *judging) lastSerial(ctx context.Context) error {
	if err := org.HoldNumbers(ctx, j.store, j.tx, j.bureau.ID); err != nil {
		return err
	}
	newest, err := j.tx.Warning.Query().Where(warning.BureauID(j.bureau.ID), warning.Year(j.year)).Order(ent.Desc(warning.FieldSerial)).First(ctx)
	switch {
	case ent.IsNotFound(err):
		j.serial = 0
		return nil
	case err != nil:
		return err
	}
	j.serial = newest.Serial
	return nil
}

// goOn makes a warning graver where a graver rule holds by now, and gives it to somebody else where who is asked no longer holds the
// tier. Where no rule warns of it any more, it runs on as it was.
func (j *judging) goOn(ctx context.Context, w *ent.Warning, c Cause, r *Rule) error {
	if r != nil && r.Colour.Rank() > w.Colour.Rank() {
		text, err := json.Marshal(r)
		if err != nil {
			return err
		}
		j.changed++
		if w, err = j.step(ctx, j.tx, w, term.WarningEventKindWorsen, "", func(m *ent.WarningMutation) {
			m.SetColour(r.Colour)
			m.SetRule(string(text))
			m.SetGrade(c.Grade)
		}); err != nil {
			return err
		}
	}
	if !asks(w.State) && w.State != term.WarningStateVerified || w.PersonID == nil && (w.Tier == term.RoleLeadingGroup || !j.chain.Held(w.Tier, 0)) ||
		w.PersonID != nil && j.chain.Held(w.Tier, *w.PersonID) {
		return nil
	}
	tier, person := j.chain.Asked(w.Tier, office.Passing(c.Concerned))
	if tier == w.Tier && person == value(w.PersonID) {
		return nil
	}
	rule, err := RuleOf(w.Rule)
	if err != nil {
		return err
	}
	j.changed++
	_, err = j.step(ctx, j.tx, w, term.WarningEventKindReaddress, "", func(m *ent.WarningMutation) {
		m.SetTier(tier)
		setPerson(m, person)
		if w.State != term.WarningStateVerified {
			setLimit(m, j.calendar.Runs(j.today, rule.AnswerIn, rule.CountedIn))
		}
	})
	return err
}

// gone lifts a warning whose cause is gone, so that the same may be warned of anew. One whose row now stands elsewhere is left to
// that unit.
func (j *judging) gone(ctx context.Context, w *ent.Warning) error {
	elsewhere, err := j.tx.WarningCause.Query().Where(warningcause.LiveKey(*w.CauseKey)).Exist(ctx)
	if err != nil || elsewhere {
		return err
	}
	j.lifted++
	end := func(m *ent.WarningMutation) {
		m.ClearCauseKey()
		m.SetGoneOn(j.today)
	}
	if w.State == term.WarningStateLifted {
		_, err = j.update(ctx, j.tx, w, end)
		return err
	}
	_, err = j.lift(ctx, j.tx, w, term.LiftGroundCauseGone, "", end)
	return err
}

// lift ends a warning.
func (s *Service) lift(ctx context.Context, tx *ent.Tx, w *ent.Warning, ground term.LiftGround, text string, also func(*ent.WarningMutation)) (*ent.Warning, error) {
	return s.step(ctx, tx, w, term.WarningEventKindLift, text, func(m *ent.WarningMutation) {
		m.SetLiftGround(ground)
		m.SetLiftedAt(s.store.Now())
		m.ClearDueOn()
		m.ClearNextHopOn()
		if also != nil {
			also(m)
		}
	})
}
