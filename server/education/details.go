package education

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/measure"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/org"
)

const (
	mostTopic    = 200
	mostPlace    = 200
	mostLeader   = 200
	mostNotes    = 4000
	mostMinutes  = 24 * 60 * 10
	mostMeasures = 20
	// mostAhead is how many days ahead a session may be planned, and firstYear the earliest year of which one is recorded.
	mostAhead = 2 * 366
	firstYear = 2000
)

// Details say what a session is.
type Details struct {
	Kind   term.EducationKind
	Topic  string
	HeldOn time.Time
	Place  string
	// LeaderID is who leads it, and LeaderText who does where that is nobody of the organisation; one of them at most.
	LeaderID   *int64
	LeaderText string
	// KeepsLeader leaves who leads it as it is, also where the viewer does not see them; LeaderID is then nil.
	KeepsLeader bool
	Minutes     int
	Notes       string
	// MeasureIds are the measures that it carries out; those that the viewer does not see stay.
	MeasureIds []int64
}

// check tells all that is wrong with details of a session that was held, or is planned.
func (d *Details) check(held bool, today time.Time) error {
	var bad fault.List
	text := func(field string, value *string, most int) {
		*value = strings.TrimSpace(*value)
		if utf8.RuneCountInString(*value) > most {
			bad.Add(fault.Bad("details."+field, "TOO_LONG", fmt.Sprintf("不能超过 %d 个字符", most), fmt.Sprintf("At most %d characters", most)))
		}
	}
	text("topic", &d.Topic, mostTopic)
	text("place", &d.Place, mostPlace)
	text("leaderText", &d.LeaderText, mostLeader)
	text("notes", &d.Notes, mostNotes)
	if d.Topic == "" {
		bad.Add(fault.Bad("details.topic", "MISSING", "请填写主题", "Name the topic"))
	}
	if d.LeaderText != "" && d.LeaderID != nil || d.KeepsLeader && (d.LeaderText != "" || d.LeaderID != nil) {
		bad.Add(fault.Bad("details.leaderText", "NOT_APPLICABLE", "主讲(主持)人只填一项:选择人员,或填写姓名", "Who leads it is a person or a text, not both"))
	}
	if d.Minutes < 0 || d.Minutes > mostMinutes {
		bad.Add(fault.Bad("details.minutes", "OUT_OF_RANGE", fmt.Sprintf("时长应为 0 至 %d 分钟", mostMinutes), fmt.Sprintf("It lasts 0 to %d minutes", mostMinutes)))
	}
	switch {
	case held && d.HeldOn.After(today):
		bad.Add(notYet("details.heldOn"))
	case d.HeldOn.After(today.AddDate(0, 0, mostAhead)):
		bad.Add(fault.Bad("details.heldOn", "OUT_OF_RANGE", "举办日期应在两年以内", "It is held within two years"))
	case d.HeldOn.Year() < firstYear:
		bad.Add(fault.Bad("details.heldOn", "OUT_OF_RANGE", fmt.Sprintf("举办日期不早于 %d 年", firstYear), fmt.Sprintf("No session before %d is recorded", firstYear)))
	}
	slices.Sort(d.MeasureIds)
	if d.MeasureIds = slices.Compact(d.MeasureIds); len(d.MeasureIds) > mostMeasures {
		bad.Add(fault.Bad("details.measureIds", "TOO_MANY", fmt.Sprintf("最多关联 %d 项措施", mostMeasures), fmt.Sprintf("It carries out at most %d measures", mostMeasures)))
	}
	return bad.Err()
}

// notYet refuses to record what has not been yet.
func notYet(field string) *fault.Error {
	return fault.Bad(field, "NOT_BEGUN", "举办日期未到,届时再登记", "Its day has not come: record it then")
}

// Carries tells whether a measure is one of education.
func Carries(m *ent.Measure) bool {
	return m.Kind == term.MeasureKindEducation || m.Mechanism == term.MechanismDailyEducation
}

// named checks the person and the measures that details name, as far as they are named anew: those that a session has stay.
func named(ctx context.Context, tx *ent.Tx, d *Details, had []int64) error {
	if d.LeaderID != nil {
		if err := org.CheckPersons(ctx, tx.Client(), "details.leaderId", *d.LeaderID); err != nil {
			return err
		}
	}
	anew := slices.DeleteFunc(slices.Clone(d.MeasureIds), func(id int64) bool { return slices.Contains(had, id) })
	if len(anew) == 0 {
		return nil
	}
	rows, err := tx.Measure.Query().Where(measure.IDIn(anew...)).All(ctx)
	if err != nil {
		return err
	}
	if len(rows) != len(anew) {
		return fault.MissingAt("details.measureIds", "防控措施", "measure")
	}
	for _, m := range rows {
		if !Carries(m) {
			return fault.Bad("details.measureIds", "NOT_EDUCATION", "只能关联“教育管理”类或“日常教育”机制的措施", "Only measures of education can be carried out by it")
		}
	}
	return nil
}
