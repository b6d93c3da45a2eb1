package proceeding

import (
	"context"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	entproceeding "sineng/ent/proceeding"
	"sineng/ent/proceedingdeviation"
	"sineng/ent/proceedingstep"
	"sineng/ent/term"
	"sineng/server/fault"
)

// mostFigureDays is how long a time figures are told of at most.
const mostFigureDays = 400

// Figures are what the proceedings of a power came to that were received in a time, both days included.
type Figures struct {
	From, To time.Time
	// Total are those received in the time; the others are among them: those that are over, and those that stray by today.
	Total, Over int
	Strays      []*KindCount
	// MedianMinutes is the time from the day of reception to the day of closing, in minutes, of those that were closed; nil for none.
	MedianMinutes *int64
	// Steps are those that were taken, or strayed; what was taken most comes first.
	Steps []*StepFigures
}

// KindCount is how many proceedings stray in a way.
type KindCount struct {
	Kind  term.DeviationKind
	Count int
}

// StepFigures are what a step came to.
type StepFigures struct {
	// Key is that of the step in the processes of the power; empty for a step that they do not have, which Name then names.
	Key, Name string
	// Count is how often it was taken, Ended how often it came to its end.
	Count, Ended int
	// MedianMinutes is how long it took in the middle, of those that ended; nil for none.
	MedianMinutes *int64
	// Late and Skipped are how often it was, Returned how often it sent a proceeding back.
	Late, Skipped, Returned int
}

// FiguresOf are the figures of a power. Nil days are those of the year up to today.
func (s *Service) FiguresOf(ctx context.Context, powerID int64, from, to *time.Time) (*Figures, error) {
	if err := MayList(ctx); err != nil {
		return nil, err
	}
	if _, err := s.power(ctx, powerID, "powerId"); err != nil {
		return nil, err
	}
	f := &Figures{To: s.store.Today()}
	if to != nil {
		f.To = *to
	}
	f.From = f.To.AddDate(-1, 0, 1)
	if from != nil {
		f.From = *from
	}
	switch days := int(f.To.Sub(f.From).Hours() / 24); {
	case days < 0:
		return nil, fault.Bad("to", "BEFORE_BEGINNING", "结束日期早于开始日期", "It ends before it begins")
	case days > mostFigureDays:
		return nil, fault.Bad("from", "TOO_LONG", "统计期最长 400 天", "Figures are told of 400 days at most")
	}
	r := &figuring{ctx: everywhere(ctx), client: s.store.Reader(ctx), today: s.store.Today(), power: powerID, out: f, steps: map[[2]string]*StepFigures{}}
	for _, read := range []func() error{r.proceedings, r.durations, r.strays} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return r.done(), nil
}

// figuring reads figures, each part in a statement.
type figuring struct {
	ctx    context.Context
	client *ent.Client
	today  time.Time
	power  int64
	out    *Figures
	steps  map[[2]string]*StepFigures
	order  [][2]string
}

func (r *figuring) step(key, name string) *StepFigures {
	at := [2]string{key, ""}
	if key == "" {
		at[1] = name
	}
	if r.steps[at] == nil {
		r.steps[at] = &StepFigures{Key: key, Name: name}
		r.order = append(r.order, at)
	}
	return r.steps[at]
}

// mine limits proceedings to those of the power that were received in the time.
func (r *figuring) mine(s *sql.Selector) {
	s.Where(sql.And(sql.EQ(s.C(entproceeding.FieldPowerID), r.power), sql.GTE(s.C(entproceeding.FieldReceivedOn), r.out.From), sql.LTE(s.C(entproceeding.FieldReceivedOn), r.out.To)))
}

// those limits rows to those of the proceedings that are mine.
func (r *figuring) those(column string) func(*sql.Selector) {
	return func(s *sql.Selector) {
		t := sql.Table(entproceeding.Table).As("mine")
		q := sql.Select(t.C(entproceeding.FieldID)).From(t)
		q.Where(sql.And(sql.EQ(t.C(entproceeding.FieldPowerID), r.power), sql.GTE(t.C(entproceeding.FieldReceivedOn), r.out.From), sql.LTE(t.C(entproceeding.FieldReceivedOn), r.out.To)))
		s.Where(sql.In(s.C(column), q))
	}
}

// proceedings counts them by how they stand, and by how long they took.
func (r *figuring) proceedings() error {
	var rows []struct {
		State      string     `sql:"state"`
		ReceivedOn time.Time  `sql:"received_on"`
		ClosedOn   *time.Time `sql:"closed_on"`
		Count      int        `sql:"count"`
	}
	err := r.client.Proceeding.Query().Where(r.mine).GroupBy(entproceeding.FieldState, entproceeding.FieldReceivedOn, entproceeding.FieldClosedOn).Aggregate(ent.Count()).Scan(r.ctx, &rows)
	var took weighted
	for _, row := range rows {
		r.out.Total += row.Count
		state := term.ProceedingState(row.State)
		if state.Over() {
			r.out.Over += row.Count
		}
		if state == term.ProceedingStateClosed && row.ClosedOn != nil {
			took = append(took, weight{int64(row.ClosedOn.Sub(row.ReceivedOn) / time.Minute), row.Count})
		}
	}
	r.out.MedianMinutes = took.median()
	return err
}

// durations counts steps by how long they took.
func (r *figuring) durations() error {
	var rows []struct {
		Key     string `sql:"step_key"`
		Name    string `sql:"step_name"`
		Minutes *int64 `sql:"minutes"`
		Count   int    `sql:"count"`
	}
	err := r.client.ProceedingStep.Query().Where(proceedingstep.PowerID(r.power), proceedingstep.ReplacedAtIsNil(), proceedingstep.Withdrawn(false), r.those(proceedingstep.FieldProceedingID)).
		GroupBy(proceedingstep.FieldStepKey, proceedingstep.FieldStepName, proceedingstep.FieldMinutes).Aggregate(ent.Count()).Scan(r.ctx, &rows)
	took := map[*StepFigures]weighted{}
	for _, row := range rows {
		f := r.step(row.Key, row.Name)
		f.Count += row.Count
		if row.Minutes != nil {
			f.Ended += row.Count
			took[f] = append(took[f], weight{*row.Minutes, row.Count})
		}
	}
	for f, of := range took {
		f.MedianMinutes = of.median()
	}
	return err
}

// strays counts deviations by kind and step.
func (r *figuring) strays() error {
	var rows []struct {
		Kind  string `sql:"kind"`
		Key   string `sql:"step_key"`
		Name  string `sql:"step_name"`
		ID    int64  `sql:"proceeding_id"`
		Count int    `sql:"count"`
	}
	err := r.client.ProceedingDeviation.Query().Where(proceedingdeviation.GoneAtIsNil(), proceedingdeviation.FromDayLTE(r.today), r.those(proceedingdeviation.FieldProceedingID)).
		GroupBy(proceedingdeviation.FieldKind, proceedingdeviation.FieldStepKey, proceedingdeviation.FieldStepName, proceedingdeviation.FieldProceedingID).Aggregate(ent.Count()).Scan(r.ctx, &rows)
	of := map[term.DeviationKind]map[int64]bool{}
	for _, row := range rows {
		kind := term.DeviationKind(row.Kind)
		if of[kind] == nil {
			of[kind] = map[int64]bool{}
		}
		of[kind][row.ID] = true
		switch kind {
		case term.DeviationKindStepLate:
			r.step(row.Key, row.Name).Late += row.Count
		case term.DeviationKindSkipped:
			r.step(row.Key, row.Name).Skipped += row.Count
		case term.DeviationKindReturned:
			r.step(row.Key, row.Name).Returned += row.Count
		}
	}
	for _, k := range term.DeviationKind("").Values() {
		if n := len(of[term.DeviationKind(k)]); n > 0 {
			r.out.Strays = append(r.out.Strays, &KindCount{term.DeviationKind(k), n})
		}
	}
	return err
}

func (r *figuring) done() *Figures {
	for _, at := range r.order {
		r.out.Steps = append(r.out.Steps, r.steps[at])
	}
	slices.SortStableFunc(r.out.Steps, func(a, b *StepFigures) int { return b.Count - a.Count })
	return r.out
}

// weight is a number that stands so many times.
type weight struct {
	value int64
	times int
}

// weighted are numbers with how often each stands.
type weighted []weight

// median is the number in the middle, the lower one of two; nil for none.
func (w weighted) median() *int64 {
	slices.SortFunc(w, func(a, b weight) int { return int(a.value - b.value) })
	total := 0
	for _, v := range w {
		total += v.times
	}
	for _, v := range w {
		if total -= 2 * v.times; total <= 0 {
			return &v.value
		}
	}
	return nil
}
