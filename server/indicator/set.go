package indicator

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/indicator"
	"sineng/ent/measure"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/calendar"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/task"
)

const (
	mostName   = 200
	mostUnit   = 20
	mostWithin = 60
	mostOfOne  = 20 // indicators of a measure in use
	// mostAhead is how many days ahead the first period may begin.
	mostAhead = 366
)

// Details say what an indicator measures.
type Details struct {
	Name       string
	MeasuredIn string
	Keeps      term.IndicatorKeeps
	Threshold  term.Decimal
	Every      term.Recurrence
	// WithinDays are the days after the end of a period in which its reading is in time, 0 to 60.
	WithinDays int
	// PersonID is who reads it; nil for the owner of the measure.
	PersonID *int64
	// KeepsPerson leaves who is named as it is, also where the viewer does not see them; PersonID is then nil.
	KeepsPerson bool
	// StartsOn is a day of the first period that is read; nil for today, or for when it began.
	StartsOn *time.Time
}

// limit is what values keep to.
func (d Details) limit() Limit { return Limit{d.Keeps, d.Threshold} }

// Define makes an indicator of a measure.
type Define struct {
	MeasureID int64
	Details   *Details
}

// Revise changes an indicator; one that was stopped is read again from today's period on.
type Revise struct {
	IndicatorID     int64
	ExpectedVersion int
	Details         *Details
}

// Stop stops an indicator: nothing is read any more, and nothing warned of. What was read stays.
type Stop struct {
	IndicatorID     int64
	ExpectedVersion int
	Reason          string
}

// check tells all that is wrong with details; known is the indicator that they are to change, nil for a new one.
func (s *Service) check(d *Details, known *ent.Indicator) error {
	var bad fault.List
	d.Name, d.MeasuredIn = strings.TrimSpace(d.Name), strings.TrimSpace(d.MeasuredIn)
	text := func(field, text string, most int) {
		if utf8.RuneCountInString(text) > most {
			bad.Add(fault.Bad("details."+field, "TOO_LONG", fmt.Sprintf("不能超过 %d 个字符", most), fmt.Sprintf("At most %d characters", most)))
		}
	}
	if d.Name == "" {
		bad.Add(fault.Bad("details.name", "MISSING", "请填写指标名称", "Name what is measured"))
	}
	text("name", d.Name, mostName)
	text("measuredIn", d.MeasuredIn, mostUnit)
	if d.WithinDays < 0 || d.WithinDays > mostWithin {
		bad.Add(fault.Bad("details.withinDays", "OUT_OF_RANGE", fmt.Sprintf("应为 0 至 %d 天", mostWithin), fmt.Sprintf("It is 0 to %d days", mostWithin)))
	}
	if d.KeepsPerson && d.PersonID != nil {
		bad.Add(fault.Bad("details.personId", "NOT_APPLICABLE", "已选择保持原来的报送人,不能同时另选人员", "Who is named is kept, so that nobody else is named"))
	}
	if on := d.StartsOn; on != nil && on.After(s.store.Today().AddDate(0, 0, mostAhead)) {
		bad.Add(fault.Bad("details.startsOn", "OUT_OF_RANGE", "开始日期应在一年以内", "The first period begins within a year"))
	}
	if on := d.StartsOn; on != nil && s.past(d.Every, *on) && (known == nil || known.StoppedReason != "" || !on.Equal(known.StartsOn)) {
		bad.Add(fault.Bad("details.startsOn", "OUT_OF_RANGE", "请从上一期、当前或以后的监测期开始;更早各期可以直接补录",
			"Begin with the period before this one, the one under way or a later one; earlier ones can be read without that"))
	}
	return bad.Err()
}

// past tells whether a day lies before the newest period that is over: readings of then would be late at once.
func (s *Service) past(every term.Recurrence, day time.Time) bool {
	return periodOf(every, periodOf(every, day).To.AddDate(0, 0, 1)).To.Before(s.store.Today())
}

// Define makes an indicator of a measure in force.
func (s *Service) Define(ctx context.Context, in Define) (*ent.Indicator, error) {
	d := in.Details
	if err := s.check(d, nil); err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionSetIndicator, Right: authz.RecordRisk}, func(ctx context.Context, tx *ent.Tx) (*ent.Indicator, error) {
		m, err := tx.Measure.Query().Where(measure.ID(in.MeasureID)).Only(ctx)
		if err != nil {
			return nil, store.OrMissing(err, "measureId", "防控措施", "measure")
		}
		if err := s.ready(ctx, tx, m, "measureId", d); err != nil {
			return nil, err
		}
		if d.KeepsPerson {
			return nil, fault.Bad("details.keepsPerson", "NOT_APPLICABLE", "新指标没有原来的报送人", "A new indicator has nobody named before")
		}
		n, err := tx.Indicator.Query().Where(indicator.MeasureID(m.ID), indicator.StoppedReason("")).Count(everywhere(ctx))
		if err != nil {
			return nil, err
		}
		if n >= mostOfOne {
			return nil, fault.Bad("measureId", "TOO_MANY", fmt.Sprintf("一项措施最多有 %d 个在用的指标", mostOfOne), fmt.Sprintf("A measure has at most %d indicators in use", mostOfOne))
		}
		first := s.store.Today()
		if d.StartsOn != nil {
			first = *d.StartsOn
		}
		first = periodOf(d.Every, first).From
		now := s.store.Now()
		create := tx.Indicator.Create().SetCreatedAt(now).SetUpdatedAt(now).SetUnitID(m.UnitID).SetLevels(m.Levels()).SetMeasureID(m.ID).SetName(d.Name).
			SetMeasuredIn(d.MeasuredIn).SetKeeps(d.Keeps).SetThreshold(d.Threshold).SetEvery(d.Every).SetWithinDays(d.WithinDays).SetNillablePersonID(d.PersonID).
			SetStartsOn(first).SetOwedOn(owedOn(d.Every, first, time.Time{}))
		Standing{State: term.IndicatorStateUnread}.keep(create.Mutation())
		return create.Save(everywhere(ctx))
	})
}

// ready holds the unit of a measure, and refuses one that is not in force and people who can't be named.
func (s *Service) ready(ctx context.Context, tx *ent.Tx, m *ent.Measure, field string, d *Details) error {
	if _, err := org.Hold(ctx, s.store, tx, m.UnitID, authz.RecordRisk, field); err != nil {
		return err
	}
	if d.PersonID != nil {
		if err := org.CheckPersons(ctx, tx.Client(), "details.personId", *d.PersonID); err != nil {
			return err
		}
	}
	if wrong := inForce(m, field); wrong != nil {
		return wrong
	}
	return nil
}

// inForce refuses a measure that is not worked on.
func inForce(m *ent.Measure, field string) *fault.Error {
	if task.Asks(m.Status) {
		return nil
	}
	return fault.New(fault.InvalidTransition, "NOT_IN_FORCE", field, "措施当前状态为“"+m.Status.Label("zh")+"”,实施后才能监测",
		"A measure that is "+string(m.Status)+" is not watched: put it in force first")
}

// Revise changes an indicator. What was read keeps the threshold that held then; the newest value is held against the new one at once.
func (s *Service) Revise(ctx context.Context, in Revise) (*ent.Indicator, error) {
	d := in.Details
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionSetIndicator, Right: authz.RecordRisk}, func(ctx context.Context, tx *ent.Tx) (*ent.Indicator, error) {
		i, err := s.found(ctx, tx, in.IndicatorID)
		if err != nil {
			return nil, err
		}
		if err := s.ready(ctx, tx, i.Edges.Measure, "indicatorId", d); err != nil {
			return nil, err
		}
		if i.Version != in.ExpectedVersion {
			return nil, fault.Stale()
		}
		if err := s.check(d, i); err != nil {
			return nil, err
		}
		if err := changeable(i, d); err != nil {
			return nil, err
		}
		first := i.StartsOn
		switch {
		case d.StartsOn != nil:
			first = periodOf(d.Every, *d.StartsOn).From
		case i.StoppedReason != "":
			first = periodOf(d.Every, s.store.Today()).From
		default:
			first = periodOf(d.Every, first).From
		}
		person := d.PersonID
		if d.KeepsPerson {
			person = i.PersonID
		}
		standing := standingOf(i).Limited(d.limit(), s.store.Today())
		if same(i, d, person, first) {
			return nil, fault.Bad("details", "UNCHANGED", "与现有设定完全相同,无须更改", "It is set like this already")
		}
		u := tx.Indicator.UpdateOne(i).Where(indicator.Version(in.ExpectedVersion)).AddVersion(1).SetUpdatedAt(s.store.Now()).SetName(d.Name).SetMeasuredIn(d.MeasuredIn).
			SetKeeps(d.Keeps).SetThreshold(d.Threshold).SetEvery(d.Every).SetWithinDays(d.WithinDays).ClearPersonID().SetNillablePersonID(person).SetStartsOn(first).
			SetStoppedReason("").SetOwedOn(owedOn(d.Every, first, standing.For))
		standing.keep(u.Mutation())
		out, err := u.Save(everywhere(ctx))
		return out, org.Stale(err)
	})
}

// same tells whether an indicator is set like that already.
func same(i *ent.Indicator, d *Details, person *int64, first time.Time) bool {
	return i.StoppedReason == "" && i.Name == d.Name && i.MeasuredIn == d.MeasuredIn && i.Keeps == d.Keeps && i.Threshold == d.Threshold && i.Every == d.Every &&
		i.WithinDays == d.WithinDays && (i.PersonID == nil) == (person == nil) && (person == nil || *i.PersonID == *person) && i.StartsOn.Equal(first)
}

// changeable refuses to change what the values that were read are told by.
func changeable(i *ent.Indicator, d *Details) error {
	if i.State == term.IndicatorStateUnread {
		return nil
	}
	var bad fault.List
	if i.Every != d.Every {
		bad.Add(fault.Bad("details.every", "ALREADY_READ", "已有监测值,不能改变监测频次;请停用后另设指标", "It was read by its rhythm already: stop it, and define another"))
	}
	if i.MeasuredIn != d.MeasuredIn {
		bad.Add(fault.Bad("details.measuredIn", "ALREADY_READ", "已有监测值,不能改变计量单位;请停用后另设指标", "It was read in its unit already: stop it, and define another"))
	}
	return bad.Err()
}

// found is an indicator with its measure.
func (s *Service) found(ctx context.Context, tx *ent.Tx, id int64) (*ent.Indicator, error) {
	i, err := tx.Indicator.Get(ctx, id)
	if err != nil {
		return nil, store.OrMissing(err, "indicatorId", "监测指标", "indicator")
	}
	i.Edges.Measure, err = tx.Measure.Get(everywhere(ctx), i.MeasureID)
	return i, err
}

// Stop stops an indicator, with a reason.
func (s *Service) Stop(ctx context.Context, in Stop) (*ent.Indicator, error) {
	reason, wrong := calendar.Reason(in.Reason)
	if wrong != nil {
		return nil, wrong
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionStopIndicator, Right: authz.RecordRisk, Reason: reason}, func(ctx context.Context, tx *ent.Tx) (*ent.Indicator, error) {
		i, err := s.found(ctx, tx, in.IndicatorID)
		if err != nil {
			return nil, err
		}
		if _, err := org.HoldToEnd(ctx, s.store, tx, i.UnitID, authz.RecordRisk, "indicatorId"); err != nil {
			return nil, err
		}
		if i.StoppedReason != "" {
			return nil, stopped("indicatorId")
		}
		out, err := tx.Indicator.UpdateOne(i).Where(indicator.Version(in.ExpectedVersion)).AddVersion(1).SetUpdatedAt(s.store.Now()).SetStoppedReason(reason).ClearOwedOn().
			Save(everywhere(ctx))
		return out, org.Stale(err)
	})
}

func stopped(field string) *fault.Error {
	return fault.New(fault.InvalidTransition, "STOPPED", field, "该指标已停用", "This indicator is stopped")
}
