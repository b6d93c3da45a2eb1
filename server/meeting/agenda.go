package meeting

import (
	"context"
	"fmt"
	"strings"

	"sineng/ent"
	entmeeting "sineng/ent/meeting"
	"sineng/ent/meetingitem"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/agenda"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
)

// SetAgenda is the input of Service.SetAgenda.
type SetAgenda struct {
	MeetingID       int64
	ExpectedVersion int
	// Items are the whole agenda in order.
	Items []*ItemInput
}

// ItemInput is an item of an agenda. Which of its fields it takes depends on its kind.
type ItemInput struct {
	// Kind is a grade when empty.
	Kind        term.ItemKind
	RiskPointID *int64
	UnitID      *int64
	MeasureID   *int64
	// Grade is the grade to vote on.
	Grade   *term.Grade
	Content string
	Ground  *term.RetireGround
}

// Grading is an item that votes on a grade for a risk point.
func Grading(riskPointID int64, grade term.Grade) *ItemInput {
	return &ItemInput{Kind: term.ItemKindGrade, RiskPointID: &riskPointID, Grade: &grade}
}

// item is the input as domains see it, and the name of the field that says what it is about.
func (in *ItemInput) item() (agenda.Item, string) {
	i := agenda.Item{Kind: in.Kind, Grade: term.Ungraded, Content: strings.TrimSpace(in.Content)}
	if i.Kind == "" {
		i.Kind = term.ItemKindGrade
	}
	about, field := in.RiskPointID, "riskPointId"
	switch i.Kind {
	case term.ItemKindGrade:
		if in.Grade != nil {
			i.Grade = *in.Grade
		}
	case term.ItemKindRetirement:
		i.Ground = in.Ground
	case term.ItemKindOpening:
		about, field = in.UnitID, "unitId"
	case term.ItemKindComprehensive:
		about, field = in.MeasureID, "measureId"
	}
	if about != nil {
		i.About = *about
	}
	return i, field
}

// itemOf is an item of an agenda as domains see it.
func itemOf(i *ent.MeetingItem) agenda.Item {
	out := agenda.Item{Kind: i.Kind, About: About(i), Grade: term.Ungraded, Content: i.Content, Ground: i.Ground}
	if i.Kind == term.ItemKindGrade {
		out.Grade = i.Proposed
	}
	return out
}

// About is the id of what an item is about.
func About(i *ent.MeetingItem) int64 {
	for _, id := range []*int64{i.RiskPointID, i.AboutUnitID, i.MeasureID} {
		if id != nil {
			return *id
		}
	}
	return 0
}

// SetAgenda replaces the agenda of a meeting that has not opened. What an item is about must
// belong to the meeting's unit or one below it, and may be on one open agenda only.
func (s *Service) SetAgenda(ctx context.Context, in SetAgenda) (*ent.Meeting, error) {
	if err := in.validate(); err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionReviseMeeting, Right: authz.HoldMeetings}, func(ctx context.Context, tx *ent.Tx) (*ent.Meeting, error) {
		m, err := s.hold(ctx, tx, in.MeetingID, "meetingId", Revise)
		if err != nil {
			return nil, err
		}
		out, err := s.touch(tx, m, in.ExpectedVersion).Save(ctx)
		if err != nil {
			return nil, org.Stale(err)
		}
		now, err := itemsOf(ctx, tx, m)
		if err != nil {
			return nil, err
		}
		old := map[int64]*ent.MeetingItem{}
		for _, i := range now {
			old[About(i)] = i
		}
		if err := s.putAll(ctx, tx, m, in.Items, old); err != nil {
			return nil, err
		}
		for _, left := range old {
			if err := tx.MeetingItem.DeleteOne(left).Exec(ctx); err != nil {
				return nil, err
			}
		}
		return out, nil
	})
}

// putAll puts items on an agenda in order, and takes those that stay out of the old ones.
func (s *Service) putAll(ctx context.Context, tx *ent.Tx, m *ent.Meeting, items []*ItemInput, old map[int64]*ent.MeetingItem) error {
	u, err := m.QueryUnit().Only(ctx)
	if err != nil {
		return err
	}
	listed := map[int64]bool{}
	for n, in := range items {
		i, field := in.item()
		field = fmt.Sprintf("items.%d.%s", n, field)
		if i.About == 0 {
			return fault.Bad(field, "REQUIRED", "请选择议项所涉对象", "Say what the item is about")
		}
		if listed[i.About] {
			return fault.Bad(field, "REPEATED", "该议项已在议程中", "This is on the agenda already")
		}
		listed[i.About] = true
		known := old[i.About]
		if known != nil && known.Kind != i.Kind {
			if err := tx.MeetingItem.DeleteOne(known).Exec(ctx); err != nil {
				return err
			}
			known = nil
		}
		delete(old, i.About)
		if err := s.put(ctx, tx, u, m, n, i, known, field); err != nil {
			return err
		}
	}
	return nil
}

// put adds an item to an agenda or updates the existing one.
func (s *Service) put(ctx context.Context, tx *ent.Tx, u *ent.Unit, m *ent.Meeting, n int, i agenda.Item, known *ent.MeetingItem, field string) error {
	matter, err := s.matter(i.Kind)
	if err != nil {
		return at(err, fmt.Sprintf("items.%d.kind", n))
	}
	if err := matter.Check(ctx, tx, i, m.HeldOn); err != nil {
		return at(err, field)
	}
	about, err := matter.Subjects(ctx, []int64{i.About})
	if err != nil {
		return err
	}
	subject := about[i.About]
	if subject == nil || subject.Levels[u.Level-1] != u.ID {
		return fault.Bad(field, "OUTSIDE_MEETING", "该议项不在会议所属单位范围内", "What the item is about is outside the unit of the meeting")
	}
	proposed := i.Grade
	if proposed == term.Ungraded {
		proposed = subject.Present
	}
	if err := s.onlyHere(ctx, tx, m, i.About, subject.Title, field); err != nil {
		return err
	}
	if known != nil {
		update := tx.MeetingItem.UpdateOne(known).AddVersion(1).SetProposed(proposed).SetSortOrder(n + 1).SetContent(i.Content).SetNillableGround(i.Ground)
		if known.State == term.ItemStateWithdrawn {
			update.SetReason("")
			if err := moveItem(update, known, PutOn); err != nil {
				return err
			}
		}
		return update.Exec(ctx)
	}
	to, err := NextItem("", PutOn)
	if err != nil {
		return err
	}
	create := tx.MeetingItem.Create().SetMeetingID(m.ID).SetKind(i.Kind).SetSortOrder(n + 1).SetProposed(proposed).SetContent(i.Content).SetNillableGround(i.Ground)
	switch i.Kind {
	case term.ItemKindOpening:
		create.SetAboutUnitID(i.About)
	case term.ItemKindComprehensive:
		create.SetMeasureID(i.About)
	default:
		create.SetRiskPointID(i.About)
	}
	enterItem(create.Mutation(), to)
	if err := org.Place(create.Mutation(), u); err != nil {
		return err
	}
	return create.Exec(ctx)
}

// onlyHere refuses what is on the agenda of another meeting that has not ended. It names that
// meeting to those alone who may see it.
func (s *Service) onlyHere(ctx context.Context, tx *ent.Tx, m *ent.Meeting, about int64, title, field string) error {
	other, err := tx.Meeting.Query().Where(entmeeting.IDNEQ(m.ID), entmeeting.StateIn(term.MeetingStatePlanned, term.MeetingStateOpen),
		entmeeting.HasItemsWith(isAbout(about), meetingitem.StateIn(pending...))).First(viewer.System(ctx))
	if ent.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	zh, en := "“"+title+"”已列入另一会议的议程", "“"+title+"” is on the agenda of another meeting already"
	seen, err := tx.Meeting.Query().Where(entmeeting.ID(other.ID)).Exist(ctx)
	if err != nil {
		return err
	}
	if seen {
		zh, en = "“"+title+"”已列入会议“"+other.Title+"”的议程", "“"+title+"” is on the agenda of “"+other.Title+"” already"
	}
	return fault.New(fault.InvalidTransition, "ON_ANOTHER_AGENDA", field, zh, en)
}

// pending are the states of an item that is not settled.
var pending = []term.ItemState{term.ItemStatePending, term.ItemStateVoting}

// isAbout matches items about a risk point, a unit or a measure, whose ids differ.
func isAbout(ids ...int64) predicate.MeetingItem {
	return meetingitem.Or(meetingitem.RiskPointIDIn(ids...), meetingitem.AboutUnitIDIn(ids...), meetingitem.MeasureIDIn(ids...))
}

// at sets the field that an error is about.
func at(err error, field string) error {
	var out fault.List
	for _, f := range fault.All(err) {
		moved := *f
		moved.Field = field
		out.Add(&moved)
	}
	if len(out) == 0 {
		return err
	}
	return out.Err()
}

func (in SetAgenda) validate() error {
	var bad fault.List
	for n, i := range in.Items {
		bad.Add(org.Length(fmt.Sprintf("items.%d.content", n), strings.TrimSpace(i.Content), 0, 4000, "议项内容", "The content"))
	}
	if len(in.Items) > mostItems {
		bad.Add(fault.Bad("items", "TOO_MANY_ITEMS", "一次会议最多 200 个议项", "A meeting has at most 200 items"))
	}
	return bad.Err()
}
