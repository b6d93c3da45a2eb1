package check

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"sineng/ent"
	"sineng/ent/supervisioncheck"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/calendar"
	"sineng/server/org"
)

// planning is one planning of a bureau.
type planning struct {
	*Service
	tx       *ent.Tx
	is       *supervised
	calendar *calendar.Calendar
	today    time.Time
	kept     map[int64]*ent.SupervisionCheck
	adopted  int // checks of departments that came from another bureau
}

// checksAtOnce is how many checks one statement names.
const checksAtOnce = 200

// planBureau plans the checks of the bureau of a unit as of today and writes what has changed, with one entry of the log where
// anything has. Of a unit that is no bureau any more, or is closed, nothing is left to check.
func (s *Service) planBureau(ctx context.Context, tx *ent.Tx, id int64) error {
	ctx = everywhere(ctx)
	u, err := tx.Unit.Get(ctx, id)
	if err != nil {
		return err
	}
	p := &planning{Service: s, tx: tx}
	if p.today, err = planDay(ctx, tx, id, s.store.Today()); err != nil {
		return err
	}
	if p.calendar, err = s.calendar.On(ctx); err != nil {
		return err
	}
	top, err := org.BureauAbove(ctx, tx.Client(), u)
	if err != nil {
		return err
	}
	var wanted []Wanted
	p.is = &supervised{bureau: u, units: map[int64]*ent.Unit{}}
	if top.ID == u.ID && org.IsOpen(u, p.today) {
		if p.is, err = read(ctx, tx.Client(), u, p.today); err != nil {
			return err
		}
		wanted = p.is.wants(p.today)
	}
	return p.write(ctx, wanted)
}

// planDay is the day as of which a bureau is planned: today, or tomorrow where a period that begins then is planned already, by the
// clock of another server or by this one's before it was set back. Else its checks would be cancelled, and made again once the clock is there.
func planDay(ctx context.Context, tx *ent.Tx, bureau int64, today time.Time) (time.Time, error) {
	tomorrow := today.AddDate(0, 0, 1)
	known, err := tx.SupervisionCheck.Query().Where(supervisioncheck.BureauID(bureau), supervisioncheck.DueOnGTE(tomorrow), supervisioncheck.FromDay(tomorrow),
		supervisioncheck.StateIn(term.CheckStateDue, term.CheckStateDone)).Exist(ctx)
	if err != nil || !known {
		return today, err
	}
	return tomorrow, nil
}

// write makes what is kept what is wanted.
func (p *planning) write(ctx context.Context, wanted []Wanted) error {
	kept, err := p.read(ctx, wanted)
	if err != nil {
		return err
	}
	c := Compare(wanted, kept, p.today)
	if c.None() && p.adopted == 0 {
		return nil
	}
	for _, id := range c.Drop {
		if err := p.end(ctx, id, EventDrop); err != nil {
			return err
		}
	}
	for _, id := range c.Miss {
		if err := p.end(ctx, id, EventMiss); err != nil {
			return err
		}
	}
	if err := p.move(ctx, c.Move); err != nil {
		return err
	}
	var creates []*ent.SupervisionCheckCreate
	for _, w := range c.Make {
		creates = append(creates, p.create(w))
	}
	for some := range slices.Chunk(creates, checksAtOnce) {
		if err := p.tx.SupervisionCheck.CreateBulk(some...).Exec(ctx); err != nil {
			return err
		}
	}
	return audit.Append(ctx, p.store, audit.Event{Action: term.AuditActionPlanChecks, At: p.is.bureau.Levels(), Object: p.is.bureau.ID, Details: map[string]string{
		"made": strconv.Itoa(len(c.Make)), "moved": strconv.Itoa(len(c.Move)), "cancelled": strconv.Itoa(len(c.Drop)), "missed": strconv.Itoa(len(c.Miss))}})
}

// read reads the checks of the bureau that are due, and of its departments, wherever these stood before, those that are due or were
// done in present periods.
func (p *planning) read(ctx context.Context, wanted []Wanted) ([]Kept, error) {
	first := p.today
	departments := map[int64]bool{}
	for _, w := range wanted {
		departments[w.Department] = true
		if w.Period.From.Before(first) {
			first = w.Period.From
		}
	}
	rows, err := p.tx.SupervisionCheck.Query().Where(supervisioncheck.BureauID(p.is.bureau.ID), supervisioncheck.StateEQ(term.CheckStateDue)).All(ctx)
	if err != nil {
		return nil, err
	}
	for ids := range slices.Chunk(sorted(departments), checksAtOnce) {
		some, err := p.tx.SupervisionCheck.Query().Where(supervisioncheck.UnitIDIn(ids...), supervisioncheck.DueOnGTE(first),
			supervisioncheck.StateIn(term.CheckStateDue, term.CheckStateDone)).All(ctx)
		if err != nil {
			return nil, err
		}
		rows = append(rows, some...)
	}
	p.kept = map[int64]*ent.SupervisionCheck{}
	var out []Kept
	for _, r := range rows {
		if p.kept[r.ID] != nil {
			continue
		}
		if r.State == term.CheckStateDue && r.BureauID != p.is.bureau.ID { // its department has moved here
			if r, err = p.update(ctx, p.tx, r, func(m *ent.SupervisionCheckMutation) { m.SetBureauID(p.is.bureau.ID) }); err != nil {
				return nil, err
			}
			p.adopted++
		}
		p.kept[r.ID] = r
		out = append(out, Kept{ID: r.ID, Department: r.UnitID, Kind: r.Kind, Grade: r.Grade, Subject: value(r.SubjectID), Person: value(r.PersonID), Tier: r.Tier,
			From: r.FromDay, Due: r.DueOn, State: r.State})
	}
	slices.SortFunc(out, func(a, b Kept) int { return cmp.Compare(a.ID, b.ID) })
	return out, nil
}

func value(id *int64) int64 {
	if id == nil {
		return 0
	}
	return *id
}

func orNil(id int64) *int64 {
	if id == 0 {
		return nil
	}
	return &id
}

// liveKey is what no two checks have that are not cancelled.
func liveKey(w Wanted, from time.Time) string {
	return fmt.Sprintf("%d:%s:%s:%d:%d:%s", w.Department, w.Kind, w.Grade, w.Subject, w.Person, from.Format(time.DateOnly))
}

func (p *planning) create(w Wanted) *ent.SupervisionCheckCreate {
	now, at := p.store.Now(), p.is.units[w.Department]
	due := w.Period.Due(p.today)
	out := p.tx.SupervisionCheck.Create().SetCreatedAt(now).SetUpdatedAt(now).SetUnitID(at.ID).SetLevels(at.Levels()).SetBureauID(p.is.bureau.ID).
		SetLiveKey(liveKey(w, w.Period.From)).SetKind(w.Kind).SetGrade(w.Grade).SetNillableSubjectID(orNil(w.Subject)).SetTier(w.Tier).
		SetNillablePersonID(orNil(w.Person)).SetFromDay(w.Period.From).SetDueOn(due)
	if on, _ := hopDay(p.calendar, p.is.settings.Rhythm(w.Kind, w.Grade), due, 0); !on.IsZero() {
		out.SetNextHopOn(on)
	}
	enter(out.Mutation(), term.CheckStateDue)
	return out
}

// end ends a check that is not made.
func (p *planning) end(ctx context.Context, id int64, e Event) error {
	return p.step(ctx, p.tx, p.kept[id], e, func(m *ent.SupervisionCheckMutation) {
		if e == EventDrop {
			m.ClearLiveKey()
			m.SetClosedReason(nothingLeft)
		}
	})
}

// nothingLeft is why checks are cancelled; the page says it in the reader's language.
const nothingLeft = "NOTHING_LEFT"

// step moves a check on by an event.
func (s *Service) step(ctx context.Context, tx *ent.Tx, row *ent.SupervisionCheck, e Event, also func(*ent.SupervisionCheckMutation)) error {
	to, err := Next(row.State, e)
	if err != nil {
		return err
	}
	_, err = s.update(ctx, tx, row, func(m *ent.SupervisionCheckMutation) {
		also(m)
		enter(m, to)
		m.ClearNextHopOn()
	})
	return err
}

func (s *Service) update(ctx context.Context, tx *ent.Tx, row *ent.SupervisionCheck, change func(*ent.SupervisionCheckMutation)) (*ent.SupervisionCheck, error) {
	u := tx.SupervisionCheck.UpdateOne(row).Where(supervisioncheck.Version(row.Version)).AddVersion(1).SetUpdatedAt(s.store.Now())
	change(u.Mutation())
	out, err := u.Save(everywhere(ctx))
	return out, org.Stale(err)
}

// move gives checks to other supervisors, with a list of them for each two people to sign.
func (p *planning) move(ctx context.Context, moves []Move) error {
	type pair struct{ from, to, unit int64 }
	lists := map[pair][]term.HandedCheck{}
	var order []pair
	for _, m := range moves {
		row := p.kept[m.ID]
		before := value(row.PersonID)
		if _, err := p.update(ctx, p.tx, row, func(c *ent.SupervisionCheckMutation) {
			c.SetLiveKey(liveKey(m.To, row.FromDay))
			c.SetTier(m.To.Tier)
			if c.ClearPersonID(); m.To.Person != 0 {
				c.SetPersonID(m.To.Person)
			}
		}); err != nil {
			return err
		}
		if before == 0 || m.To.Person == 0 {
			continue
		}
		k := pair{before, m.To.Person, p.is.bureau.ID}
		if lists[k] == nil {
			order = append(order, k)
		}
		lists[k] = append(lists[k], term.HandedCheck{ID: row.ID, UnitID: row.UnitID, Kind: row.Kind, Grade: row.Grade, DueOn: row.DueOn, Begun: row.BegunAt != nil})
	}
	now := p.store.Now()
	for _, k := range order {
		err := p.tx.CheckHandover.Create().SetCreatedAt(now).SetUpdatedAt(now).SetUnitID(p.is.bureau.ID).SetLevels(p.is.bureau.Levels()).
			SetPredecessorID(k.from).SetSuccessorID(k.to).SetChecks(lists[k]).Exec(ctx)
		if err != nil {
			return err
		}
	}
	return nil
}
