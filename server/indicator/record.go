package indicator

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"entgo.io/ent/dialect"

	"sineng/ent"
	"sineng/ent/indicator"
	"sineng/ent/indicatorreading"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/store"
)

const (
	// MostReadings are recorded at a time.
	MostReadings = 500
	mostNote     = 500
)

// firstYear is the earliest year of which readings are recorded.
const firstYear = 2000

// Reading is a value of an indicator in the period that a day lies in.
type Reading struct {
	IndicatorID int64
	Period      time.Time
	Value       term.Decimal
	Note        string
	// Corrects allows to take the place of another value of the period; the note then says why.
	Corrects bool
}

// Record records readings, all or none.
type Record struct {
	Readings []*Reading
	// FromFile tells that they were read from a file.
	FromFile bool
	// Dry only tells what would be recorded.
	Dry bool
}

// Fate is what became of a reading.
type Fate string

// The values of Fate.
const (
	// FateRecorded is the first value of its period.
	FateRecorded Fate = "RECORDED"
	// FateCorrected took the place of another value.
	FateCorrected Fate = "CORRECTED"
	// FateUnchanged was recorded like that already.
	FateUnchanged Fate = "UNCHANGED"
)

// Outcome is what became of a reading.
type Outcome struct {
	Indicator *ent.Indicator // as it stands after it
	Period
	Value term.Decimal
	// Over tells whether the value is beyond the threshold.
	Over bool
	// Was is the value that it took the place of, nil for none.
	Was  *term.Decimal
	Fate Fate
}

// recording is a Record under way.
type recording struct {
	*Service
	tx     *ent.Tx
	in     Record
	source term.ReadingSource
	of     map[int64]*ent.Indicator
	was    map[slot]*ent.IndicatorReading // what holds
	rows   map[int64][]int64              // changed, by indicator
}

// slot is a period of an indicator.
type slot struct{ indicator, from int64 }

func slotOf(indicator int64, from time.Time) slot { return slot{indicator, from.Unix()} }

// Record records readings by hand, from a file or, by a token, from a program. A value that is recorded already is left as it is, so that
// what was sent may be sent again.
func (s *Service) Record(ctx context.Context, in Record) ([]*Outcome, error) {
	if n := len(in.Readings); n < 1 || n > MostReadings {
		return nil, fault.Bad("readings", "OUT_OF_RANGE", fmt.Sprintf("一次录入 1 至 %d 个监测值", MostReadings), fmt.Sprintf("Record 1 to %d readings at a time", MostReadings))
	}
	v := viewer.FromContext(ctx)
	w := &recording{Service: s, in: in, source: term.ReadingSourceHand}
	switch {
	case v != nil && v.TokenID != 0:
		w.source = term.ReadingSourceProgram
	case in.FromFile:
		w.source = term.ReadingSourceFile
	}
	out, err := store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) ([]*Outcome, error) {
		w.tx, w.rows = tx, map[int64][]int64{}
		if err := w.read(ctx); err != nil {
			return nil, err
		}
		out, err := w.judge()
		if err != nil || in.Dry {
			return out, err
		}
		if err := w.write(ctx, out); err != nil {
			return nil, err
		}
		return out, w.note(ctx)
	})
	if err != nil {
		return nil, err
	}
	for _, i := range w.of {
		i.Unwrap()
	}
	return out, nil
}

func field(i int, name string) string { return fmt.Sprintf("readings.%d.%s", i, name) }

// read reads the indicators that readings name, and what is recorded of their periods. The rows of the indicators are held until the end,
// so that readings of one come one after the other.
func (w *recording) read(ctx context.Context) error {
	ids := make([]int64, len(w.in.Readings))
	for i, r := range w.in.Readings {
		r.Note = strings.TrimSpace(r.Note)
		ids[i] = r.IndicatorID
	}
	slices.Sort(ids)
	q := w.tx.Indicator.Query().Where(indicator.IDIn(slices.Compact(ids)...)).Order(indicator.ByID())
	if w.store.Dialect() == dialect.MySQL && !w.in.Dry {
		q.ForUpdate()
	}
	rows, err := q.All(ctx)
	if err != nil {
		return err
	}
	w.of = map[int64]*ent.Indicator{}
	for _, i := range rows {
		w.of[i.ID] = i
	}
	var bad fault.List
	for n, r := range w.in.Readings {
		if w.of[r.IndicatorID] == nil {
			bad.Add(fault.MissingAt(field(n, "indicatorId"), "监测指标", "indicator"))
		}
	}
	if err := bad.Err(); err != nil {
		return err
	}
	if err := w.refuse(ctx, rows); err != nil {
		return err
	}
	return w.recorded(ctx)
}

// refuse refuses indicators that the viewer does not read, or that nobody does now.
func (w *recording) refuse(ctx context.Context, rows []*ent.Indicator) error {
	may, err := w.mayRead(ctx, w.tx.Client(), rows)
	if err != nil {
		return err
	}
	measures, err := measuresOf(ctx, w.tx.Client(), rows)
	if err != nil {
		return err
	}
	var bad fault.List
	for n, r := range w.in.Readings {
		i, at := w.of[r.IndicatorID], field(n, "indicatorId")
		switch wrong := inForce(measures[i.MeasureID], at); {
		case !may[i]:
			bad.Add(fault.New(fault.Forbidden, "NOT_YOURS", at, "该指标由他人报送:由指定的报送人、其外出期间的受托人或本单位登记人员录入",
				"Somebody else reads this indicator: who is named, who signs for them while they are away, or who records there"))
		case i.StoppedReason != "":
			bad.Add(stopped(at))
		case wrong != nil:
			bad.Add(wrong)
		}
	}
	return bad.Err()
}

// recorded reads what holds of the periods that readings name.
func (w *recording) recorded(ctx context.Context) error {
	var first, last time.Time
	for _, r := range w.in.Readings {
		from := w.period(r).From
		if first.IsZero() || from.Before(first) {
			first = from
		}
		if from.After(last) {
			last = from
		}
	}
	w.was = map[slot]*ent.IndicatorReading{}
	return store.InParts(sortedKeys(w.of), func(part []int64) error {
		rows, err := w.tx.IndicatorReading.Query().Where(indicatorreading.IndicatorIDIn(part...), indicatorreading.FromDayGTE(first), indicatorreading.FromDayLTE(last),
			indicatorreading.ReplacedAtIsNil()).All(everywhere(ctx))
		for _, r := range rows {
			w.was[slotOf(r.IndicatorID, r.FromDay)] = r
		}
		return err
	})
}

func (w *recording) period(r *Reading) Period { return periodOf(w.of[r.IndicatorID].Every, r.Period) }

// judge says what becomes of each reading, and tells all that is wrong with them.
func (w *recording) judge() ([]*Outcome, error) {
	var bad fault.List
	out, seen, today := make([]*Outcome, len(w.in.Readings)), map[slot]bool{}, w.store.Today()
	for n, r := range w.in.Readings {
		i, p := w.of[r.IndicatorID], w.period(r)
		at := slotOf(i.ID, p.From)
		o := &Outcome{Indicator: i, Period: p, Value: r.Value, Over: i.Keeps.Broken(r.Value, i.Threshold), Fate: FateRecorded}
		out[n] = o
		if utf8.RuneCountInString(r.Note) > mostNote {
			bad.Add(fault.Bad(field(n, "note"), "TOO_LONG", fmt.Sprintf("不能超过 %d 个字符", mostNote), fmt.Sprintf("At most %d characters", mostNote)))
		}
		switch {
		case p.From.After(today):
			bad.Add(fault.Bad(field(n, "period"), "NOT_BEGUN", "该监测期尚未开始", "This period has not begun"))
		case p.From.Year() < firstYear:
			bad.Add(fault.Bad(field(n, "period"), "OUT_OF_RANGE", fmt.Sprintf("监测期不早于 %d 年", firstYear), fmt.Sprintf("No period lies before %d", firstYear)))
		case seen[at]:
			bad.Add(fault.Bad(field(n, "period"), "TWICE", "同一指标同一监测期重复录入", "This indicator has this period twice"))
		}
		seen[at] = true
		had := w.was[at]
		if had == nil {
			continue
		}
		o.Was, o.Fate = &had.Value, FateCorrected
		switch {
		case had.Value == r.Value:
			o.Fate = FateUnchanged
		case !r.Corrects:
			bad.Add(fault.New(fault.Conflict, "READING_EXISTS", field(n, "value"), "该监测期已录入 "+had.Value.String()+";如需更正,请注明更正并写明原因",
				"This period was read as "+had.Value.String()+": to correct it, say so and why"))
		case r.Note == "":
			bad.Add(fault.Bad(field(n, "note"), "MISSING", "请写明更正原因", "Say why it is corrected"))
		}
	}
	return out, bad.Err()
}

// write writes readings, and how their indicators stand then: period by period, as if they had come one after the other.
func (w *recording) write(ctx context.Context, out []*Outcome) error {
	order := make([]int, len(out))
	for n := range order {
		order[n] = n
	}
	slices.SortStableFunc(order, func(a, b int) int { return out[a].From.Compare(out[b].From) })
	now, today, v := w.store.Now(), w.store.Today(), viewer.FromContext(ctx)
	var creates []*ent.IndicatorReadingCreate
	var of []int64
	standings := map[int64]Standing{}
	for _, n := range order {
		o, r := out[n], w.in.Readings[n]
		if o.Fate == FateUnchanged {
			continue
		}
		i, revision := o.Indicator, 1
		if had := w.was[slotOf(i.ID, o.From)]; had != nil {
			revision = had.Revision + 1
			if err := w.tx.IndicatorReading.UpdateOneID(had.ID).SetReplacedAt(now).Exec(everywhere(ctx)); err != nil {
				return err
			}
			w.rows[i.ID] = append(w.rows[i.ID], had.ID)
		}
		creates = append(creates, w.tx.IndicatorReading.Create().SetIndicatorID(i.ID).SetFromDay(o.From).SetToDay(o.To).SetRevision(revision).SetValue(o.Value).
			SetKeeps(i.Keeps).SetThreshold(i.Threshold).SetOver(o.Over).SetSource(w.source).SetNote(r.Note).SetAt(now).SetNillableAccountID(v.Account()).SetActorName(v.Name))
		of = append(of, i.ID)
		if _, begun := standings[i.ID]; !begun {
			standings[i.ID] = standingOf(i)
		}
		standings[i.ID] = standings[i.ID].Read(o.From, o.Value, Limit{i.Keeps, i.Threshold}, today)
	}
	if len(creates) == 0 {
		return nil
	}
	made, err := w.tx.IndicatorReading.CreateBulk(creates...).Save(everywhere(ctx))
	if err != nil {
		return err
	}
	for n, r := range made {
		w.rows[of[n]] = append(w.rows[of[n]], r.ID)
	}
	return w.stand(ctx, standings, out)
}

// stand keeps how indicators stand, and what they owe next.
func (w *recording) stand(ctx context.Context, standings map[int64]Standing, out []*Outcome) error {
	for _, id := range sortedKeys(standings) {
		i, standing := w.of[id], standings[id]
		u := w.tx.Indicator.UpdateOne(i).Where(indicator.Version(i.Version)).AddVersion(1).SetUpdatedAt(w.store.Now())
		standing.keep(u.Mutation())
		if next := owedOn(i.Every, i.StartsOn, standing.For); i.OwedOn != nil && next.After(*i.OwedOn) {
			u.SetOwedOn(next)
		}
		saved, err := u.Save(everywhere(ctx))
		if err != nil {
			return err
		}
		w.of[id] = saved
		w.rows[id] = append(w.rows[id], id)
	}
	for _, o := range out {
		o.Indicator = w.of[o.Indicator.ID]
	}
	return nil
}

// note logs what was recorded, by indicator.
func (w *recording) note(ctx context.Context) error {
	events := make([]audit.Event, 0, len(w.rows))
	for _, id := range sortedKeys(w.rows) {
		events = append(events, audit.Event{Action: term.AuditActionRecordReadings, Right: authz.RecordReadings, At: w.of[id].Levels(), Object: id, Rows: w.rows[id]})
	}
	if len(events) == 0 {
		return nil
	}
	return audit.AppendAll(ctx, w.store, events)
}
