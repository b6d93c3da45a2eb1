package meeting

import (
	"context"

	"sineng/ent"
	entmeeting "sineng/ent/meeting"
	"sineng/ent/meetingmember"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/store"
	"sineng/server/todo"
)

// ToDo lists the coming meetings of which the viewer is a member or keeps the minutes.
func (s *Service) ToDo() todo.Source {
	return todo.Source{Kinds: []todo.Kind{todo.Meeting}, Find: s.findToAttend, Rows: []string{ent.TypeMeeting, ent.TypeMeetingMember}, Along: s.called}
}

func (s *Service) findToAttend(ctx context.Context) (map[todo.Kind][]*todo.Item, error) {
	me := viewer.FromContext(ctx).PersonID
	if me == 0 {
		return nil, nil
	}
	rows, err := s.store.Reader(ctx).Meeting.Query().Where(entmeeting.StateIn(term.MeetingStatePlanned, term.MeetingStateOpen),
		entmeeting.Or(entmeeting.RecorderID(me), entmeeting.HasMembersWith(meetingmember.PersonID(me)))).
		Order(entmeeting.ByHeldOn(), entmeeting.ByID()).Limit(todo.Most + 1).All(viewer.System(ctx))
	if err != nil {
		return nil, err
	}
	var items []*todo.Item
	for _, m := range rows {
		items = append(items, &todo.Item{ID: m.ID, Path: "/meetings/" + store.EncodeID(m.ID), Title: m.Title, DueOn: &m.HeldOn, UnitID: m.UnitID})
	}
	return map[todo.Kind][]*todo.Item{todo.Meeting: items}, nil
}

// called are the members of meetings, who may stand anywhere.
func (s *Service) called(ctx context.Context, entity string, ids []int64) ([]int64, error) {
	if entity != ent.TypeMeeting {
		return nil, nil
	}
	rows, err := s.store.Reader(ctx).MeetingMember.Query().Where(meetingmember.MeetingIDIn(ids...)).Select(meetingmember.FieldPersonID).All(viewer.System(ctx))
	var out []int64
	for _, m := range rows {
		out = append(out, m.PersonID)
	}
	return out, err
}
