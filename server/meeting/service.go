// Package meeting keeps the collective decision 集体定: meetings with members, an agenda of risk
// points and other items, votes in which the head votes last, and outcomes. What an item is
// about, who has standing and what the outcome does, the domains bring (package agenda).
package meeting

import (
	"context"
	"time"

	"entgo.io/ent/dialect"

	"sineng/ent"
	entmeeting "sineng/ent/meeting"
	"sineng/ent/meetingitem"
	"sineng/ent/meetingmember"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/agenda"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/search"
	"sineng/server/store"
)

// Bounds of a meeting.
const (
	fewestMembers = 3 // so that two can outvote the third
	mostMembers   = 100
	mostItems     = 200
)

// Service keeps meetings.
type Service struct {
	store   *store.Store
	matters map[term.ItemKind]agenda.Matter
}

// New returns the service with what domains bring to agendas.
func New(s *store.Store, domains ...agenda.Bringer) *Service {
	out := &Service{store: s, matters: map[term.ItemKind]agenda.Matter{}}
	out.Bring(domains...)
	return out
}

// Bring adds what domains bring to agendas. A domain that changes what items are about may take
// them off.
func (s *Service) Bring(domains ...agenda.Bringer) {
	for _, d := range domains {
		for _, m := range d.Matters() {
			s.matters[m.Kind] = m
		}
		if t, ok := d.(agenda.Tabling); ok {
			t.UseDesk(s)
		}
	}
}

// matter is what a domain brings for a kind of item.
func (s *Service) matter(kind term.ItemKind) (agenda.Matter, error) {
	m, ok := s.matters[kind]
	if !ok {
		return m, fault.Bad("kind", "UNKNOWN_KIND", "没有该类议项", "There is no such kind of item")
	}
	return m, nil
}

// Filter narrows a list of meetings.
type Filter struct {
	UnitID     *int64
	UnitOnly   *bool
	States     []term.MeetingState
	CampaignID *int64
	HeldFrom   *time.Time
	HeldTo     *time.Time
	Text       *string
}

// Meetings lists meetings, the latest first.
func (s *Service) Meetings(ctx context.Context, f Filter, page store.Page, with func(*ent.MeetingQuery)) (*store.Slice[*ent.Meeting], error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadRegister); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).Meeting.Query()
	if err := org.Within(ctx, s.store, q, f.UnitID, f.UnitOnly); err != nil {
		return nil, err
	}
	if len(f.States) > 0 {
		q.Where(entmeeting.StateIn(f.States...))
	}
	if f.CampaignID != nil {
		if _, err := s.store.Reader(ctx).Campaign.Get(ctx, *f.CampaignID); err != nil {
			return nil, store.OrMissing(err, "filter.campaignId", "专项工作", "campaign")
		}
		q.Where(entmeeting.CampaignID(*f.CampaignID))
	}
	if f.HeldFrom != nil {
		q.Where(entmeeting.HeldOnGTE(*f.HeldFrom))
	}
	if f.HeldTo != nil {
		q.Where(entmeeting.HeldOnLTE(*f.HeldTo))
	}
	if f.Text != nil {
		if err := search.Narrow(ctx, s.store, q, titles, search.Asked{Text: *f.Text}); err != nil {
			return nil, err
		}
	}
	return store.List(ctx, q, page, func(m *ent.Meeting) int64 { return m.ID },
		[]store.Key[*ent.Meeting]{store.Desc("held_on", func(m *ent.Meeting) any { return m.HeldOn })}, with)
}

// hold loads a meeting for a step by somebody who holds it, and locks it, so that the second
// of two concurrent steps sees the first.
func (s *Service) hold(ctx context.Context, tx *ent.Tx, id int64, field string, step Step) (*ent.Meeting, error) {
	m, err := s.locked(ctx, tx, id, field)
	if err != nil {
		return nil, err
	}
	if err := holds(ctx, m); err != nil {
		return nil, err
	}
	if _, err := org.Hold(ctx, s.store, tx, m.UnitID, authz.HoldMeetings, field); err != nil {
		return nil, err
	}
	_, err = Next(m.State, step)
	return m, err
}

// holds refuses a viewer who may see a meeting but does not hold it, such as a member from
// another unit.
func holds(ctx context.Context, m *ent.Meeting) error {
	err := authz.Check(ctx, authz.HoldMeetings, levelsOf(m))
	if fault.Is(err, fault.NotFound) {
		return fault.New(fault.Forbidden, "NOT_PERMITTED", "", "您没有主持该会议的权限,不能进行此操作", "Only the person who holds the meeting may do this")
	}
	return err
}

func (s *Service) locked(ctx context.Context, tx *ent.Tx, id int64, field string) (*ent.Meeting, error) {
	q := tx.Meeting.Query().Where(entmeeting.ID(id))
	if s.store.Dialect() == dialect.MySQL {
		q.ForUpdate()
	}
	m, err := q.Only(ctx)
	if err != nil {
		return nil, store.OrMissing(err, field, "会议", "meeting")
	}
	return m, nil
}

// touch increments a meeting's version and sets its time of change.
func (s *Service) touch(tx *ent.Tx, m *ent.Meeting, version int) *ent.MeetingUpdateOne {
	return tx.Meeting.UpdateOne(m).Where(entmeeting.Version(version)).AddVersion(1).SetUpdatedAt(s.store.Now())
}

func membersOf(ctx context.Context, tx *ent.Tx, m *ent.Meeting) ([]*ent.MeetingMember, error) {
	return tx.MeetingMember.Query().Where(meetingmember.MeetingID(m.ID)).
		Order(meetingmember.BySortOrder(), meetingmember.ByID()).All(viewer.System(ctx))
}

func itemsOf(ctx context.Context, tx *ent.Tx, m *ent.Meeting) ([]*ent.MeetingItem, error) {
	return tx.MeetingItem.Query().Where(meetingitem.MeetingID(m.ID)).
		Order(meetingitem.BySortOrder(), meetingitem.ByID()).All(viewer.System(ctx))
}

func levelsOf(m *ent.Meeting) authz.Levels {
	return m.Levels()
}

func seen(ctx context.Context, client *ent.Client, field string, ids ...int64) error {
	for _, id := range ids {
		if _, err := client.Person.Get(ctx, id); err != nil {
			return store.OrMissing(err, field, "人员", "person")
		}
	}
	return nil
}

func stale(version, expected int) error {
	if version != expected {
		return fault.Stale()
	}
	return nil
}
