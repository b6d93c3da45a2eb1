package attachment

import (
	"context"
	"maps"
	"slices"
	"strings"

	"entgo.io/ent/dialect"

	"sineng/ent"
	"sineng/ent/form"
	"sineng/ent/measure"
	"sineng/ent/meeting"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/store"
)

// owner is the object that a file belongs to.
type owner struct {
	id     int64
	unit   int64
	at     authz.Levels
	person *int64 // the person a record is about, nil for a department's
	right  authz.Action
	form   *ent.Form // nil for any other owner
	// inForms reports that the owner is shown as a row of forms.
	inForms bool
	// frozen is the reason why nothing is attached or removed any more, nil
	// when it may be.
	frozen *fault.Error
	// brought is what the domain says of an owner that it brings, nil for any other.
	brought *Owner
}

// rightFor returns the right needed to change the owner with an id, none for one that a domain brings.
func rightFor(id int64) authz.Action {
	switch store.TableOf(id) {
	case form.Table:
		return authz.FillForms
	case meeting.Table:
		return authz.HoldMeetings
	case riskpoint.Table, measure.Table:
		return authz.RecordRisk
	}
	return ""
}

// owner finds the owner of a file, if the viewer may see it. With hold it is
// locked until the transaction ends.
func (s *Service) owner(ctx context.Context, client *ent.Client, id int64, hold bool) (*owner, error) {
	hold = hold && s.store.Dialect() == dialect.MySQL
	var find func(context.Context, *ent.Client, int64, bool) (*owner, error)
	switch table := store.TableOf(id); table {
	case form.Table:
		find = formOwner
	case riskpoint.Table:
		find = riskOwner
	case measure.Table:
		find = measureOwner
	case meeting.Table:
		find = meetingOwner
	default:
		if find = s.broughtOwner(table); find == nil {
			return nil, s.Missing("ownerId")
		}
	}
	o, err := find(ctx, client, id, hold)
	if ent.IsNotFound(err) {
		return nil, s.Missing("ownerId")
	}
	if err != nil {
		return nil, err
	}
	o.id, o.right = id, rightFor(id)
	return o, nil
}

// formOwner finds a form, which accepts files while it is a draft.
func formOwner(ctx context.Context, client *ent.Client, id int64, hold bool) (*owner, error) {
	q := client.Form.Query().Where(form.ID(id))
	if hold {
		q.ForUpdate()
	}
	f, err := q.Only(ctx)
	if err != nil {
		return nil, err
	}
	o := &owner{unit: f.UnitID, at: f.Levels(), person: f.PersonID, form: f}
	if f.State != term.FormStateDraft {
		o.frozen = frozen("表格当前为“"+f.State.Label("zh")+"”", "The form is "+string(f.State))
	}
	return o, nil
}

// riskOwner finds a risk point, which accepts files until it is retired.
func riskOwner(ctx context.Context, client *ent.Client, id int64, hold bool) (*owner, error) {
	q := client.RiskPoint.Query().Where(riskpoint.ID(id))
	if hold {
		q.ForUpdate()
	}
	r, err := q.Only(ctx)
	if err != nil {
		return nil, err
	}
	o := &owner{unit: r.UnitID, at: r.Levels(), inForms: true}
	if r.Status == term.RiskStatusRetired {
		o.frozen = frozen("风险点已销号", "The risk point is retired")
	}
	return o, nil
}

// measureOwner finds a measure, which accepts files until it is retired.
func measureOwner(ctx context.Context, client *ent.Client, id int64, hold bool) (*owner, error) {
	q := client.Measure.Query().Where(measure.ID(id))
	if hold {
		q.ForUpdate()
	}
	m, err := q.Only(ctx)
	if err != nil {
		return nil, err
	}
	o := &owner{unit: m.UnitID, at: m.Levels(), inForms: true}
	if m.Status == term.MeasureStatusRetired {
		o.frozen = frozen("措施已停用", "The measure is retired")
	}
	return o, nil
}

// meetingOwner finds a meeting, which accepts files until it is closed or
// cancelled.
func meetingOwner(ctx context.Context, client *ent.Client, id int64, hold bool) (*owner, error) {
	q := client.Meeting.Query().Where(meeting.ID(id))
	if hold {
		q.ForUpdate()
	}
	m, err := q.Only(ctx)
	if err != nil {
		return nil, err
	}
	o := &owner{unit: m.UnitID, at: m.Levels()}
	if m.State == term.MeetingStateClosed || m.State == term.MeetingStateCancelled {
		o.frozen = frozen("会议"+m.State.Label("zh"), "The meeting is "+string(m.State))
	}
	return o, nil
}

// Missing is the error for an owner that is not there; field names the input that gave its id.
func (s *Service) Missing(field string) error {
	zh, en := []string{"表格", "风险点", "措施", "会议"}, []string{"form", "risk point", "measure", "meeting"}
	for _, table := range slices.Sorted(maps.Keys(s.kinds)) {
		zh, en = append(zh, s.kinds[table].ZH), append(en, s.kinds[table].EN)
	}
	last := len(zh) - 1
	return fault.MissingAt(field, strings.Join(zh[:last], "、")+"或"+zh[last], strings.Join(en[:last], ", ")+" or "+en[last])
}

func frozen(zh, en string) *fault.Error {
	return fault.New(fault.InvalidTransition, "ATTACHMENTS_FROZEN", "ownerId", zh+",不能再添加或移除佐证", en+" and takes no more files, nor loses any")
}

// changeable finds an owner whose files the viewer may change.
func (s *Service) changeable(ctx context.Context, client *ent.Client, id int64, hold bool) (*owner, error) {
	o, err := s.owner(ctx, client, id, hold)
	if err != nil {
		return nil, err
	}
	return o, s.mayChange(ctx, o)
}

// mayChange returns nil when the viewer may attach and remove files.
func (s *Service) mayChange(ctx context.Context, o *owner) error {
	if o.brought != nil {
		return o.brought.May
	}
	if o.form == nil {
		if err := authz.Check(ctx, o.right, o.at); err != nil {
			return err
		}
	}
	if o.frozen != nil {
		return o.frozen
	}
	if o.form != nil {
		return s.forms.MayFill(ctx, o.form)
	}
	return nil
}
