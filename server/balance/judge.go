package balance

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"time"

	"sineng/ent"
	"sineng/ent/conflict"
	"sineng/ent/measure"
	"sineng/ent/pendingact"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/balance/engine"
	"sineng/server/org"
	"sineng/server/pending"
	"sineng/server/register"
)

// finding is what is kept of what is said of a conflict: the names of steps are those of when it was judged.
type finding struct {
	engine.Conflict
	Steps map[int64]map[string]string `json:"stepNames,omitempty"`
}

// findingOf reads what is kept.
func findingOf(row *ent.Conflict) (f finding, err error) {
	return f, json.Unmarshal([]byte(row.Finding), &f)
}

// judgement is the judging of one bureau again.
type judgement struct {
	*Service
	tx     *ent.Tx
	bureau *ent.Unit
	// near is the unit with which alone what stands is judged again, nil for the whole bureau.
	near  *ent.Unit
	found map[string]engine.Conflict // by fingerprint
	place map[int64]*ent.Unit
	names map[int64]map[string]string

	arose, settled, changed, lapsed int
}

// judgeBureau judges the bureau of a unit again as of today and writes what has become of its conflicts, with one entry of the log where
// anything has. Of a unit that is no bureau any more, or is closed, the conflicts are settled.
func (s *Service) judgeBureau(ctx context.Context, tx *ent.Tx, id int64) error {
	ctx = everywhere(ctx)
	u, err := tx.Unit.Get(ctx, id)
	if err != nil {
		return err
	}
	return s.begin(tx, u).run(ctx)
}

func (s *Service) begin(tx *ent.Tx, bureau *ent.Unit) *judgement {
	return &judgement{Service: s, tx: tx, bureau: bureau, found: map[string]engine.Conflict{}, place: map[int64]*ent.Unit{}}
}

// run judges, and writes what has become of the conflicts.
func (j *judgement) run(ctx context.Context) error {
	if err := j.judge(ctx); err != nil {
		return err
	}
	if err := j.write(ctx); err != nil {
		return err
	}
	if j.arose+j.settled+j.changed+j.lapsed == 0 {
		return nil
	}
	return audit.Append(ctx, j.store, audit.Event{Action: term.AuditActionJudgeBalance, At: j.bureau.Levels(), Object: j.bureau.ID, Details: map[string]string{
		"found": strconv.Itoa(j.arose), "settled": strconv.Itoa(j.settled), "changed": strconv.Itoa(j.changed), "lapsed": strconv.Itoa(j.lapsed)}})
}

// judge finds the conflicts of the bureau today.
func (j *judgement) judge(ctx context.Context) error {
	client := j.tx.Client()
	top, err := org.BureauAbove(ctx, client, j.bureau)
	if err != nil || top.ID != j.bureau.ID || !org.IsOpen(j.bureau, j.store.Today()) {
		return err
	}
	sc, err := wholeBureau(ctx, client, top)
	if err != nil {
		return err
	}
	for _, u := range sc.units {
		j.place[u.ID] = u
	}
	rules, err := j.Rulebook(ctx, client, top)
	if err != nil {
		return err
	}
	if j.near != nil {
		return j.judgeNear(ctx, sc, rules)
	}
	k, err := j.readScope(ctx, client, sc, j.store.Today())
	if err != nil {
		return err
	}
	j.find(engine.Evaluate(k.facts, rules).Conflicts)
	j.names = stepNames(k.facts)
	return nil
}

// find notes conflicts that are there today.
func (j *judgement) find(conflicts []engine.Conflict) {
	for _, c := range conflicts {
		if c.Site.Kind == engine.SitePower || j.place[c.Site.ID] != nil {
			j.found[c.Fingerprint()] = c
		}
	}
}

// stepNames are the names of all steps, by power and key.
func stepNames(f engine.Facts) map[int64]map[string]string {
	out := map[int64]map[string]string{}
	for _, p := range f.Powers {
		steps := map[string]string{}
		if p.Process != nil {
			for _, st := range p.Process.Steps {
				steps[st.Key] = st.Name
			}
		}
		out[p.ID] = steps
	}
	return out
}

// write compares what was found with what is kept.
func (j *judgement) write(ctx context.Context) error {
	kept, err := j.kept(ctx)
	if err != nil {
		return err
	}
	carried, err := j.carriedOut(ctx, kept)
	if err != nil {
		return err
	}
	known, moved := map[string]bool{}, map[int64]bool{}
	for _, row := range kept {
		known[row.Fingerprint] = true
		if moved[row.ID], err = j.moved(row); err != nil {
			return err
		}
	}
	if err := j.lapse(ctx, moved); err != nil {
		return err
	}
	for _, row := range kept {
		c, there := j.found[row.Fingerprint]
		if !there {
			err = j.settle(ctx, row)
		} else {
			err = j.renew(ctx, row, c, moved[row.ID], carried)
		}
		if err != nil {
			return err
		}
	}
	var creates []*ent.ConflictCreate
	for _, key := range sortedKeys(j.found) {
		if !known[key] {
			creates = append(creates, j.arise(j.found[key]))
		}
	}
	j.arose = len(creates)
	for some := range slices.Chunk(creates, conflictsAtOnce) {
		if err := j.tx.Conflict.CreateBulk(some...).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// conflictsAtOnce is how many conflicts one statement names.
const conflictsAtOnce = 200

// kept are the conflicts that are kept of the bureau, and those that were found with another before.
func (j *judgement) kept(ctx context.Context) ([]*ent.Conflict, error) {
	rows, err := j.standing(ctx)
	if err != nil {
		return nil, err
	}
	have := map[string]bool{}
	for _, r := range rows {
		have[r.Fingerprint] = true
	}
	var elsewhere []string
	for _, key := range sortedKeys(j.found) {
		if !have[key] {
			elsewhere = append(elsewhere, key)
		}
	}
	for some := range slices.Chunk(elsewhere, conflictsAtOnce) {
		more, err := j.tx.Conflict.Query().Where(conflict.LiveKeyIn(some...)).Order(conflict.ByID()).All(ctx)
		if err != nil {
			return nil, err
		}
		rows = append(rows, more...)
	}
	return rows, nil
}

// standing are the conflicts that are kept of what is judged.
func (j *judgement) standing(ctx context.Context) ([]*ent.Conflict, error) {
	if j.near != nil {
		return j.standingNear(ctx)
	}
	return j.tx.Conflict.Query().Where(conflict.BureauID(j.bureau.ID), conflict.StateNEQ(term.ConflictStateSettled)).Order(conflict.ByID()).All(ctx)
}

func sortedKeys(of map[string]engine.Conflict) []string {
	out := make([]string, 0, len(of))
	for key := range of {
		out = append(out, key)
	}
	slices.Sort(out)
	return out
}

// carriedOut are the compensating measures of accepted conflicts that are still carried out.
func (j *judgement) carriedOut(ctx context.Context, kept []*ent.Conflict) (map[int64]bool, error) {
	out := map[int64]bool{}
	var ids []int64
	for _, row := range kept {
		if row.MeasureID != nil && row.State == term.ConflictStateAccepted {
			ids = append(ids, *row.MeasureID)
		}
	}
	if len(ids) == 0 {
		return out, nil
	}
	rows, err := j.tx.Measure.Query().Where(measure.IDIn(ids...)).Order(measure.ByID()).All(ctx)
	for _, m := range rows {
		out[m.ID] = register.Controls(m.Status)
	}
	return out, err
}

// arise is a conflict that was not kept before.
func (j *judgement) arise(c engine.Conflict) *ent.ConflictCreate {
	now := j.store.Now()
	at := j.unitOf(c)
	out := j.tx.Conflict.Create().SetCreatedAt(now).SetUpdatedAt(now).SetFingerprint(c.Fingerprint()).SetLiveKey(c.Fingerprint()).
		SetRuleCode(c.Rule).SetSeverity(rank(c.Severity) + 1).SetHand(string(c.Hand.Kind)).SetHandA(c.Hand.A).SetHandB(c.Hand.B).
		SetBureauID(j.bureau.ID).SetUnitID(at.ID).SetLevels(at.Levels()).SetFinding(j.told(c)).SetSince(c.Since.Time())
	if c.Site.Kind == engine.SitePower {
		out.SetPowerID(c.Site.ID)
	}
	enter(out.Mutation(), term.ConflictStateOpen)
	return out
}

// told is what is kept of what is said of a conflict.
func (j *judgement) told(c engine.Conflict) string {
	steps := map[int64]map[string]string{}
	name := func(power int64, key string) {
		if key == "" {
			return
		}
		if steps[power] == nil {
			steps[power] = map[string]string{}
		}
		steps[power][key] = j.names[power][key]
	}
	for _, p := range c.Parts {
		name(p.Power, p.Step)
	}
	for _, s := range c.Settlements {
		name(s.Power, s.Step)
	}
	text, err := json.Marshal(finding{c, steps})
	if err != nil {
		panic(err) // a conflict holds nothing that JSON cannot
	}
	return string(text)
}

// unitOf is the lowest unit of the bureau to which all parts of a conflict belong.
func (j *judgement) unitOf(c engine.Conflict) *ent.Unit {
	ids := c.Units()
	if c.Site.Kind == engine.SiteUnit {
		ids = append(ids, c.Site.ID)
	}
	var common []int64
	for i, id := range ids {
		u := j.place[id]
		if u == nil { // a post of another bureau
			continue
		}
		at := u.Levels()
		path := at[:u.Level]
		if i == 0 || common == nil {
			common = slices.Clone(path)
			continue
		}
		n := 0
		for n < len(common) && n < len(path) && common[n] == path[n] {
			n++
		}
		common = common[:n]
	}
	for _, id := range slices.Backward(common) {
		if u := j.place[id]; u != nil {
			return u
		}
	}
	return j.bureau
}

// settle ends a conflict that is there no more.
func (j *judgement) settle(ctx context.Context, row *ent.Conflict) error {
	j.settled++
	return j.move(ctx, row, EventGone, func(m *ent.ConflictMutation) {
		m.ClearLiveKey()
		m.SetSettledAt(j.store.Now())
	})
}

// renew writes what has changed of a conflict that is still there.
func (j *judgement) renew(ctx context.Context, row *ent.Conflict, c engine.Conflict, grown bool, carried map[int64]bool) error {
	at, text := j.unitOf(c), j.told(c)
	same := row.Finding == text && row.UnitID == at.ID && row.Levels() == at.Levels() && row.BureauID == j.bureau.ID
	lapses := row.State == term.ConflictStateAccepted &&
		(grown || row.AcceptedUntil.Before(j.store.Today()) || row.MeasureID == nil || !carried[*row.MeasureID])
	if same && !lapses {
		return nil
	}
	write := func(m *ent.ConflictMutation) {
		m.SetFinding(text)
		m.SetSeverity(rank(c.Severity) + 1)
		m.SetSince(c.Since.Time())
		m.SetUnitID(at.ID)
		m.SetLevels(at.Levels())
		m.SetBureauID(j.bureau.ID)
	}
	if lapses {
		j.lapsed++
		return j.move(ctx, row, EventLapse, write, unaccept)
	}
	j.changed++
	return j.update(ctx, row, write)
}

// moved tells whether a conflict is there no more, or has grown.
func (j *judgement) moved(row *ent.Conflict) (bool, error) {
	c, there := j.found[row.Fingerprint]
	if !there {
		return true, nil
	}
	before, err := findingOf(row)
	return err == nil && grown(before.Conflict, c), err
}

// grown tells whether more has come to belong to a conflict than was known of it, or it has become more severe. Its
// steps are told apart by their keys, since their rows change with each version of a process.
func grown(before, now engine.Conflict) bool {
	if rank(now.Severity) < rank(before.Severity) {
		return true
	}
	key := func(p engine.Part) engine.Part {
		return engine.Part{Power: p.Power, Step: p.Step, Role: p.Role, Post: p.Post, Portfolio: p.Portfolio, Unit: p.Unit, Person: p.Person}
	}
	known := map[engine.Part]bool{}
	for _, p := range before.Parts {
		known[key(p)] = true
	}
	return slices.ContainsFunc(now.Parts, func(p engine.Part) bool { return !known[key(p)] })
}

// unaccept removes what is said of an acceptance; the log keeps it.
func unaccept(m *ent.ConflictMutation) {
	m.SetAcceptedReason("")
	m.ClearMeasureID()
	m.ClearAcceptedUntil()
	m.ClearAcceptedBy()
	m.ClearAcceptedAt()
}

// move moves a conflict on by an event.
func (s *Service) move(ctx context.Context, tx *ent.Tx, row *ent.Conflict, e Event, now time.Time, also ...func(*ent.ConflictMutation)) (*ent.Conflict, error) {
	to, err := Next(row.State, e)
	if err != nil {
		return nil, err
	}
	return update(ctx, tx, row, now, append(also, func(m *ent.ConflictMutation) { enter(m, to) })...)
}

func update(ctx context.Context, tx *ent.Tx, row *ent.Conflict, now time.Time, changes ...func(*ent.ConflictMutation)) (*ent.Conflict, error) {
	u := tx.Conflict.UpdateOne(row).Where(conflict.Version(row.Version)).AddVersion(1).SetUpdatedAt(now)
	for _, change := range changes {
		change(u.Mutation())
	}
	out, err := u.Save(ctx)
	return out, org.Stale(err)
}

func (j *judgement) move(ctx context.Context, row *ent.Conflict, e Event, also ...func(*ent.ConflictMutation)) error {
	_, err := j.Service.move(ctx, j.tx, row, e, j.store.Now(), also...)
	return err
}

func (j *judgement) update(ctx context.Context, row *ent.Conflict, change func(*ent.ConflictMutation)) error {
	_, err := update(ctx, j.tx, row, j.store.Now(), change)
	return err
}

// lapse withdraws the acts that wait to accept conflicts which are there no more, or to which more belongs than was known
// when they were begun. It comes first, since each has an entry of the log of its own.
func (j *judgement) lapse(ctx context.Context, moved map[int64]bool) error {
	ids := make([]int64, 0, len(moved))
	for _, id := range sorted(moved) {
		if moved[id] {
			ids = append(ids, id)
		}
	}
	for some := range slices.Chunk(ids, conflictsAtOnce) {
		acts, err := j.tx.PendingAct.Query().Where(pendingact.KindEQ(term.ActKindAcceptConflict), pendingact.ObjectIDIn(some...),
			pendingact.StatusEQ(term.ActStatusPending)).Order(pendingact.ByID()).All(ctx)
		if err != nil {
			return err
		}
		for _, a := range acts {
			if err := pending.Lapse(ctx, j.store, j.tx, pending.KindsOf(j.Acts()...), a, "制衡冲突已变化或已解决"); err != nil {
				return err
			}
		}
	}
	return nil
}
