package proceeding

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/balance/engine"
	"sineng/server/fault"
	"sineng/server/store"
)

// Fate is what became of an entry.
type Fate string

// The values of Fate.
const (
	// FateRecorded is a proceeding that was not there before.
	FateRecorded Fate = "RECORDED"
	// FateChanged is one of which more is known now, or something else.
	FateChanged Fate = "CHANGED"
	// FateUnchanged was recorded like that already.
	FateUnchanged Fate = "UNCHANGED"
)

// Outcome is what became of an entry.
type Outcome struct {
	// Proceeding is as it stands after it; nil for one that is only tried and is not there yet.
	Proceeding *ent.Proceeding
	Power      *ent.Power
	Number     string
	Fate       Fate
	// State, DueOn and ClosedOn are as it would stand, also where it was only tried.
	State           term.ProceedingState
	DueOn, ClosedOn *time.Time
	// Recorded is how many steps and pauses were recorded or corrected.
	Recorded int
	// OffMap are the steps that the process does not have, Unmatched who took steps and was not found: they are kept by their names.
	OffMap, Unmatched []string
	// Deviations are those by today.
	Deviations []*Deviation
}

// recording is a Record under way.
type recording struct {
	*Service
	tx      *ent.Tx
	in      Record
	source  term.ReadingSource
	matters []*matter

	byID     map[int64]*ent.Person
	byNumber map[string]*ent.Person
	byName   map[string][]*ent.Person
	units    map[int64]*ent.Unit

	rows map[*matter][]int64 // changed
}

// Record records proceedings by hand, from a file or, by a token, from a program. What is recorded already is left as it is, so that what was sent
// may be sent again.
func (s *Service) Record(ctx context.Context, in Record) ([]*Outcome, error) {
	if err := authz.CheckAnywhere(ctx, authz.RecordProceedings); err != nil {
		return nil, err
	}
	in.trim()
	if err := in.check(s.store.Now()); err != nil {
		return nil, err
	}
	w := &recording{Service: s, in: in, source: term.ReadingSourceHand}
	switch v := viewer.FromContext(ctx); {
	case v != nil && v.TokenID != 0:
		w.source = term.ReadingSourceProgram
	case in.FromFile:
		w.source = term.ReadingSourceFile
	}
	out, err := store.WithValue(ctx, s.store, w.do)
	if err != nil {
		return nil, err
	}
	powers := map[*ent.Power]bool{}
	for _, o := range out {
		if o.Proceeding != nil {
			o.Proceeding.Unwrap()
		}
		if !powers[o.Power] {
			powers[o.Power] = true
			o.Power.Unwrap()
		}
	}
	return out, nil
}

func (w *recording) do(ctx context.Context, tx *ent.Tx) ([]*Outcome, error) {
	w.tx, w.matters, w.rows = tx, nil, map[*matter][]int64{}
	if err := w.resolve(ctx); err != nil {
		return nil, err
	}
	var bad fault.List
	for _, m := range w.matters {
		bad = append(bad, w.compare(m)...)
	}
	if err := bad.Err(); err != nil {
		return nil, err
	}
	if err := w.judge(ctx); err != nil {
		return nil, err
	}
	if !w.in.Dry {
		if err := w.write(ctx); err != nil {
			return nil, err
		}
		if err := w.note(ctx); err != nil {
			return nil, err
		}
	}
	out := make([]*Outcome, 0, len(w.matters))
	for _, m := range w.matters {
		out = append(out, w.outcome(m))
	}
	return out, nil
}

// moved tells whether anything changes of a matter.
func (m *matter) moved() bool { return m.headMoved || len(m.stepChanges)+len(m.pauseChanges) > 0 }

// judge says how each matter stands.
func (w *recording) judge(ctx context.Context) error {
	c, err := w.calendar.On(ctx)
	if err != nil {
		return err
	}
	rules := map[int64]*engine.Rulebook{}
	for _, m := range w.matters {
		u := m.power.Edges.Unit
		if rules[u.ID] == nil {
			if rules[u.ID], err = w.balance.Rulebook(ctx, w.tx.Client(), u); err != nil {
				return err
			}
		}
		f := m.facts()
		f.Rules = rules[u.ID]
		m.verdict = Judge(c, f)
	}
	return nil
}

func (w *recording) outcome(m *matter) *Outcome {
	o := &Outcome{Proceeding: m.row, Power: m.power, Number: m.in.Number, Fate: FateUnchanged, State: m.verdict.State, DueOn: m.verdict.Due, ClosedOn: m.head.closed,
		Recorded: len(m.stepChanges) + len(m.pauseChanges), Unmatched: m.unmatched}
	switch {
	case m.isNew:
		o.Fate = FateRecorded
	case m.moved():
		o.Fate = FateChanged
	}
	today := w.store.Today()
	for _, d := range m.verdict.Deviations {
		if d.From.After(today) {
			continue
		}
		o.Deviations = append(o.Deviations, &d)
		if d.Kind == term.DeviationKindOffMap {
			o.OffMap = append(o.OffMap, d.Name)
		}
	}
	return o
}

// note logs what was recorded, by proceeding.
func (w *recording) note(ctx context.Context) error {
	var events []audit.Event
	for _, m := range w.matters {
		if len(w.rows[m]) == 0 {
			continue
		}
		events = append(events, audit.Event{Action: term.AuditActionRecordProceedings, Right: authz.RecordProceedings, At: m.power.Levels(), Object: m.row.ID,
			Reason: m.in.Reason, Rows: w.rows[m]})
	}
	if len(events) == 0 {
		return nil
	}
	return audit.AppendAll(ctx, w.store, events)
}
