package org

import (
	"context"
	"maps"
	"slices"
	"strings"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/person"
	"sineng/ent/roleappointment"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/server/follow"
	"sineng/server/notice"
)

// Notices tell those who head a department who joined it: an appointment in one department, and STAFF
// of one, wait for nobody, so that they are seen by somebody else than who made them.
func (s *Service) Notices() notice.Source {
	return notice.Source{
		Kinds: []notice.Kind{{Kind: term.NoticeKindStaffJoined, Page: "/organisation?unit={id}",
			ZH: "{subject}新增人员:{names}。如不属实,请向主要领导或系统管理员提出",
			EN: "New staff of {subject}: {names}. Tell a principal leader or a system administrator where that is wrong"}},
		Answers: []notice.Answer{{With: notifyJoined,
			To: []term.AuditAction{term.AuditActionAppoint, term.AuditActionGrantRole, term.AuditActionConfirmGrant}}},
		Seen: map[string]func(context.Context, []int64) ([]int64, error){unit.Table: s.seen},
	}
}

// seen returns those of the ids whose units the viewer may see.
func (s *Service) seen(ctx context.Context, ids []int64) ([]int64, error) {
	return s.store.Reader(ctx).Unit.Query().Where(unit.IDIn(ids...)).IDs(ctx)
}

// joined are who joined a department, with the first entry that says so and the accounts that wrote them.
type joined struct {
	people, by []int64
	entry      int64
}

// notifyJoined notifies those who head departments of who joined them, one notice a department for
// entries that are read together; where nobody else than who made them heads one, its principal leaders.
func notifyJoined(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	byUnit := map[int64]*joined{}
	for _, e := range entries {
		if err := gatherJoined(ctx, b, e, byUnit); err != nil {
			return err
		}
	}
	ids := slices.Sorted(maps.Keys(byUnit))
	units, err := b.Tx.Unit.Query().Where(unit.IDIn(ids...), unit.KindEQ(term.UnitKindDepartment)).Order(unit.ByID()).All(ctx)
	if err != nil || len(units) == 0 {
		return err
	}
	leading, err := b.Office().Leading(ctx, ids...)
	if err != nil {
		return err
	}
	for _, u := range units {
		j := byUnit[u.ID]
		heads, err := b.Accounts(ctx, leading.Heading(u.ID)...)
		if err != nil {
			return err
		}
		if heads = notice.Except(heads, j.by...); len(heads) == 0 {
			if heads, err = b.Holders(ctx, term.RolePrincipalLeader, LevelsOf(u), j.by...); err != nil {
				return err
			}
		}
		names, err := namesOf(ctx, b, j.people)
		if err != nil {
			return err
		}
		b.Notify(heads, notice.Notice{Kind: term.NoticeKindStaffJoined, Object: u.ID, Key: notice.Key("joined", u.ID, j.entry),
			Words: map[string]string{"unit": u.Name, "names": names}})
	}
	return nil
}

// gatherJoined adds those whom an entry says to have joined a unit.
func gatherJoined(ctx context.Context, b *notice.Batch, e follow.Entry, into map[int64]*joined) error {
	add := func(unit, person int64) {
		j := into[unit]
		if j == nil {
			j = &joined{entry: e.Index}
			into[unit] = j
		}
		if !slices.Contains(j.people, person) {
			j.people = append(j.people, person)
		}
		j.by = append(j.by, e.Actor.Account)
	}
	posts, err := b.Tx.Appointment.Query().Where(appointment.IDIn(e.Changed(ent.TypeAppointment)...)).All(ctx)
	if err != nil {
		return err
	}
	for _, a := range posts {
		if e.Action == term.AuditActionAppoint {
			add(a.UnitID, a.PersonID)
		}
	}
	roles, err := b.Tx.RoleAppointment.Query().Where(roleappointment.IDIn(e.Changed(ent.TypeRoleAppointment)...), roleappointment.RoleEQ(term.RoleStaff),
		roleappointment.StatusEQ(term.GrantStatusActive), roleappointment.UnitIDNotNil()).WithAccount().All(ctx)
	for _, r := range roles {
		if who := r.Edges.Account; who != nil && who.PersonID != nil {
			add(*r.UnitID, *who.PersonID)
		}
	}
	return err
}

// mostJoined is how many people one notice names.
const mostJoined = 5

// namesOf are the names of people in one line.
func namesOf(ctx context.Context, b *notice.Batch, people []int64) (string, error) {
	rows, err := b.Tx.Person.Query().Where(person.IDIn(people[:min(len(people), mostJoined)]...)).Order(person.ByID()).All(ctx)
	var names []string
	for _, p := range rows {
		names = append(names, p.Name)
	}
	out := strings.Join(names, "、")
	if len(people) > mostJoined {
		out += " ……"
	}
	return out, err
}
