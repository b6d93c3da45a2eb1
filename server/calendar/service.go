package calendar

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/calendaryear"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/store"
)

const (
	mostRanges = 200
	mostReason = 500
	mostSource = 500
	mostName   = 50
)

// Service keeps the working calendar: what the program is delivered with, and the years that administrators have set
// instead of it.
type Service struct {
	store *store.Store

	mu   sync.Mutex
	mark string // of the rows that the calendar was made of
	last *Calendar
}

// NewService makes the service.
func NewService(s *store.Store) *Service { return &Service{store: s} }

// On is the calendar as it is set now. It reads the versions of the years that were set, in one statement, and the years
// themselves only where one has changed since; whoever asks sees the same.
func (s *Service) On(ctx context.Context) (*Calendar, error) {
	sys := viewer.System(ctx)
	client := s.store.Reader(ctx)
	rows, err := client.CalendarYear.Query().Select(calendaryear.FieldID, calendaryear.FieldVersion, calendaryear.FieldUpdatedAt).
		Order(calendaryear.ByID()).All(sys)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return Builtin(), nil
	}
	var mark strings.Builder
	for _, row := range rows {
		fmt.Fprintf(&mark, "%d %d %d;", row.ID, row.Version, row.UpdatedAt.UnixMicro())
	}
	s.mu.Lock()
	last, known := s.last, s.mark == mark.String()
	s.mu.Unlock()
	if known {
		return last, nil
	}
	rows, err = client.CalendarYear.Query().Order(calendaryear.ByID()).All(sys)
	if err != nil {
		return nil, err
	}
	c, err := builtin.with(rows)
	// What a transaction reads may never be committed, and is not remembered.
	if err == nil && ent.TxFromContext(ctx) == nil {
		s.mu.Lock()
		s.last, s.mark = c, mark.String()
		s.mu.Unlock()
	}
	return c, err
}

// with is the calendar with years that were set in place of its own.
func (c *Calendar) with(rows []*ent.CalendarYear) (*Calendar, error) {
	set := map[int]Year{}
	for _, y := range c.Years() {
		set[y.Number] = y
	}
	for _, row := range rows {
		y, err := yearOf(row)
		if err != nil {
			return nil, err
		}
		set[y.Number] = y
	}
	years := make([]Year, 0, len(set))
	for _, y := range set {
		years = append(years, y)
	}
	return New(years...)
}

// yearOf is a stored year.
func yearOf(row *ent.CalendarYear) (Year, error) {
	y := Year{Number: row.Year, Source: row.Source, Confirmed: row.Confirmed}
	ranges := make([]Range, len(row.Ranges))
	for i, r := range row.Ranges {
		from, err := time.Parse(time.DateOnly, r.From)
		if err != nil {
			return y, fmt.Errorf("the working calendar of %d: %w", row.Year, err)
		}
		to, err := time.Parse(time.DateOnly, r.To)
		if err != nil {
			return y, fmt.Errorf("the working calendar of %d: %w", row.Year, err)
		}
		ranges[i] = Range{from, to, r.Mark, r.Name}
	}
	y.Days = Marks(ranges...)
	return y, nil
}

// Record is the calendar of a year as it is shown.
type Record struct {
	Year        int
	Known       bool // there is data
	Source      string
	Confirmed   bool
	BuiltIn     bool
	Version     int // 0 while nobody has set it
	WorkingDays *int
	Days        []DayKind
	Ranges      []Range
	Hints       []Hint
	Years       []int // all with data
	ActorName   *string
	SetAt       *time.Time
	Reason      *string
	MayChange   bool
}

// Of is the calendar of a year, for whoever sees an organisation.
func (s *Service) Of(ctx context.Context, year int) (*Record, error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadOrganisation); err != nil {
		return nil, err
	}
	if err := yearFault(year); err != nil {
		return nil, err
	}
	return s.record(ctx, year)
}

func yearFault(year int) error {
	if year < FirstYear || year > LastYear {
		return yearOutOfRange("year")
	}
	return nil
}

func (s *Service) record(ctx context.Context, year int) (*Record, error) {
	c, err := s.On(ctx)
	if err != nil {
		return nil, err
	}
	row, err := s.row(ctx, s.store.Reader(ctx), year)
	if err != nil {
		return nil, err
	}
	out := &Record{Year: year, Days: c.kinds(year), Ranges: []Range{}, Hints: []Hint{}, Years: []int{},
		MayChange: authz.CheckEverywhere(ctx, authz.SetCalendar) == nil}
	for _, y := range c.Years() {
		out.Years = append(out.Years, y.Number)
	}
	if y, known := c.Year(year); known {
		working := y.WorkingDays()
		out.Known, out.Source, out.Confirmed, out.BuiltIn, out.WorkingDays = true, y.Source, y.Confirmed, row == nil, &working
		out.Ranges, out.Hints = y.Ranges(), append(out.Hints, y.Hints()...)
	}
	if row != nil {
		out.Version, out.ActorName, out.SetAt, out.Reason = row.Version, &row.ActorName, &row.UpdatedAt, &row.Reason
	}
	return out, nil
}

// kinds are what the days of a year are.
func (c *Calendar) kinds(year int) []DayKind {
	var out []DayKind
	for on := Date(year, 1, 1); on.Year() == year; on = on.AddDate(0, 0, 1) {
		out = append(out, c.Day(on).Kind)
	}
	return out
}

// row is the year as it was set; nil for none.
func (s *Service) row(ctx context.Context, client *ent.Client, year int) (*ent.CalendarYear, error) {
	row, err := client.CalendarYear.Query().Where(calendaryear.Year(year)).Only(viewer.System(ctx))
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return row, err
}

// Check is what the calendar of a year would be.
type Check struct {
	WorkingDays int
	Days        []DayKind
	Hints       []Hint
}

// Check checks the ranges of a year without writing anything.
func (s *Service) Check(ctx context.Context, year int, ranges []Range) (*Check, error) {
	if err := authz.CheckEverywhere(ctx, authz.SetCalendar); err != nil {
		return nil, err
	}
	y, err := yearFrom(year, "-", true, ranges)
	if err != nil {
		return nil, err
	}
	c, err := New(y)
	if err != nil {
		return nil, err
	}
	return &Check{y.WorkingDays(), c.kinds(year), append([]Hint{}, y.Hints()...)}, nil
}

// yearFrom is a year as it is written. All that is wrong is told.
func yearFrom(number int, source string, confirmed bool, ranges []Range) (Year, error) {
	var bad fault.List
	if len(ranges) > mostRanges {
		return Year{}, fault.Bad("ranges", "TOO_MANY", fmt.Sprintf("最多 %d 段", mostRanges), fmt.Sprintf("At most %d ranges", mostRanges))
	}
	ranges = slices.Clone(ranges)
	for n := range ranges {
		r := &ranges[n]
		r.From, r.To, r.Name = dayOf(r.From), dayOf(r.To), strings.TrimSpace(r.Name)
		field := fmt.Sprintf("ranges.%d", n)
		switch {
		case r.To.Before(r.From):
			bad.Add(fault.Bad(field+".to", "ENDS_BEFORE_START", "最后一天不能早于第一天", "The last day is not before the first"))
		case r.From.Year() != number || r.To.Year() != number:
			bad.Add(fault.Bad(field+".from", string(ProblemOtherYear), fmt.Sprintf("应在 %d 年内,跨年的假期分别登记在两年", number),
				fmt.Sprintf("It is within %d: a holiday over the turn of the year is entered with both", number)))
		case utf8.RuneCountInString(r.Name) > mostName:
			bad.Add(tooLong(field+".name", mostName))
		}
	}
	if err := bad.Err(); err != nil {
		return Year{}, err
	}
	y := Year{Number: number, Source: source, Confirmed: confirmed, Days: Marks(ranges...)}
	for _, p := range y.Problems() {
		field := map[ProblemCode]string{ProblemYear: "year", ProblemSource: "source"}[p.Code]
		if field == "" {
			field = "ranges"
		}
		bad.Add(fault.Bad(field, string(p.Code), p.ZH, p.EN))
	}
	return y, bad.Err()
}

func tooLong(field string, most int) *fault.Error {
	return fault.Bad(field, "TOO_LONG", fmt.Sprintf("最多 %d 个字符", most), fmt.Sprintf("At most %d characters", most))
}

// Reason is a reason without the space around it, or what is wrong with it.
func Reason(text string) (string, *fault.Error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return "", fault.Bad("reason", "MISSING", "请写明理由", "Say why")
	}
	if utf8.RuneCountInString(text) > mostReason {
		return "", tooLong("reason", mostReason)
	}
	return text, nil
}

// SetYear is the calendar of a year that is set.
type SetYear struct {
	Year            int
	ExpectedVersion int // 0 where nobody has set it
	Source          string
	Confirmed       bool
	Ranges          []Range
	Reason          string
}

// SetYear sets the calendar of a year for the whole system. Followers of the log learn of it by SET_CALENDAR.
func (s *Service) SetYear(ctx context.Context, in SetYear) (*Record, error) {
	if err := authz.CheckEverywhere(ctx, authz.SetCalendar); err != nil {
		return nil, err
	}
	var bad fault.List
	reason, wrong := Reason(in.Reason)
	bad.Add(wrong)
	in.Source = strings.TrimSpace(in.Source)
	if utf8.RuneCountInString(in.Source) > mostSource {
		bad.Add(tooLong("source", mostSource))
	}
	y, err := yearFrom(in.Year, in.Source, in.Confirmed, in.Ranges)
	bad = append(bad, fault.All(err)...)
	if err := bad.Err(); err != nil {
		return nil, err
	}
	stored := make([]term.DayRange, 0, len(in.Ranges))
	for _, r := range y.Ranges() {
		stored = append(stored, term.DayRange{From: r.From.Format(time.DateOnly), To: r.To.Format(time.DateOnly), Mark: r.Mark, Name: r.Name})
	}
	_, err = audit.Write(ctx, s.store, event(term.AuditActionSetCalendar, reason, in.Year), func(ctx context.Context, tx *ent.Tx) (*ent.CalendarYear, error) {
		was, err := s.held(ctx, tx, in.Year, in.ExpectedVersion)
		if err != nil {
			return nil, err
		}
		v, now, sys := viewer.FromContext(ctx), s.store.Now(), viewer.System(ctx)
		if was != nil {
			return tx.CalendarYear.UpdateOne(was).AddVersion(1).SetUpdatedAt(now).SetSource(y.Source).SetConfirmed(y.Confirmed).SetRanges(stored).
				SetReason(reason).SetNillableAccountID(accountOf(v)).SetActorName(v.Name).Save(sys)
		}
		row, err := tx.CalendarYear.Create().SetYear(y.Number).SetCreatedAt(now).SetUpdatedAt(now).SetSource(y.Source).SetConfirmed(y.Confirmed).SetRanges(stored).
			SetReason(reason).SetNillableAccountID(accountOf(v)).SetActorName(v.Name).Save(sys)
		if ent.IsConstraintError(err) {
			return nil, fault.Stale()
		}
		return row, err
	})
	if err != nil {
		return nil, err
	}
	return s.record(ctx, in.Year)
}

// DropYear is what was set for a year and is taken back.
type DropYear struct {
	Year            int
	ExpectedVersion int
	Reason          string
}

// DropYear takes back what was set for a year. Followers of the log learn of it by DROP_CALENDAR.
func (s *Service) DropYear(ctx context.Context, in DropYear) (*Record, error) {
	if err := authz.CheckEverywhere(ctx, authz.SetCalendar); err != nil {
		return nil, err
	}
	if err := yearFault(in.Year); err != nil {
		return nil, err
	}
	reason, wrong := Reason(in.Reason)
	if wrong != nil {
		return nil, wrong
	}
	_, err := audit.Write(ctx, s.store, event(term.AuditActionDropCalendar, reason, in.Year), func(ctx context.Context, tx *ent.Tx) (*ent.CalendarYear, error) {
		was, err := s.held(ctx, tx, in.Year, in.ExpectedVersion)
		if err != nil {
			return nil, err
		}
		if was == nil {
			return nil, fault.New(fault.InvalidTransition, "CALENDAR_NOT_SET", "year", "该年的日历没有改动过,无须撤销", "Nobody has set this year, there is nothing to take back")
		}
		return was, tx.CalendarYear.DeleteOne(was).Exec(viewer.System(ctx))
	})
	if err != nil {
		return nil, err
	}
	return s.record(ctx, in.Year)
}

// held is the year as it was set, in the version that is expected; nil where nobody has.
func (s *Service) held(ctx context.Context, tx *ent.Tx, year, version int) (*ent.CalendarYear, error) {
	row, err := s.row(ctx, tx.Client(), year)
	if err != nil {
		return nil, err
	}
	if row == nil && version != 0 || row != nil && row.Version != version {
		return nil, fault.Stale()
	}
	return row, nil
}

func event(action term.AuditAction, reason string, year int) audit.Event {
	return audit.Event{Action: action, Right: authz.SetCalendar, Reason: reason, Details: map[string]string{"year": fmt.Sprint(year)}}
}

// accountOf is the viewer's account; nil for the program itself.
func accountOf(v *viewer.Viewer) *int64 {
	if v.AccountID == 0 {
		return nil
	}
	return &v.AccountID
}
