package education

import (
	"context"
	"fmt"
	"slices"

	"sineng/ent"
	"sineng/ent/educationparticipant"
	"sineng/ent/term"
	"sineng/server/fault"
)

// roll is a session's participants while they are changed.
type roll struct {
	*Service
	tx *ent.Tx
	of *ent.EducationSession
	// there are the participants by person, in their order.
	there []*entry
	by    map[int64]*entry
	// corrected tells whether something was taken back that was said.
	corrected bool
}

// entry is one participant, as they are and as they shall be.
type entry struct {
	row    *ent.EducationParticipant // nil for a new one
	guest  *Guest                    // of a new one, or of one whose post is read again
	is     Attended
	gone   bool
	marked bool
}

// rollOf reads the participants of a session, whether the viewer sees them or not.
func (s *Service) rollOf(ctx context.Context, tx *ent.Tx, e *ent.EducationSession) (*roll, error) {
	rows, err := tx.EducationParticipant.Query().Where(educationparticipant.SessionID(e.ID)).Order(educationparticipant.BySortOrder(), educationparticipant.ByID()).All(everywhere(ctx))
	r := &roll{Service: s, tx: tx, of: e, by: map[int64]*entry{}}
	for _, p := range rows {
		one := &entry{row: p, is: AttendedOf(p)}
		r.there, r.by[p.PersonID] = append(r.there, one), one
	}
	return r, err
}

// add expects those of an invitation who are not expected yet.
func (r *roll) add(ctx context.Context, field string, in Invitation) error {
	guests, err := r.guests(ctx, r.tx.Client(), field, r.of.HeldOn, in)
	if err != nil {
		return err
	}
	for _, g := range guests {
		if r.by[g.Person.ID] == nil {
			one := &entry{guest: g, is: came}
			r.there, r.by[g.Person.ID] = append(r.there, one), one
		}
	}
	if len(r.there) > MostPeople {
		return fault.Bad(field, "TOO_MANY", fmt.Sprintf("参加人员最多 %d 人", MostPeople), fmt.Sprintf("At most %d people take part", MostPeople))
	}
	return nil
}

// remove takes participants out.
func (r *roll) remove(ids []int64) error {
	for _, id := range ids {
		one := r.participant(id)
		if one == nil {
			return fault.MissingAt("remove", "参加人员", "participant")
		}
		one.gone = true
	}
	return nil
}

func (r *roll) participant(id int64) *entry {
	n := slices.IndexFunc(r.there, func(e *entry) bool { return e.row != nil && e.row.ID == id })
	if n < 0 {
		return nil
	}
	return r.there[n]
}

// markGuests says how some took part who were just invited.
func (r *roll) markGuests(field string, marks []*GuestMark) error {
	return r.said(field, "personId", len(marks), func(n int) (*entry, *Said) { return r.by[marks[n].PersonID], &marks[n].Said })
}

// mark says how some participants took part; of everybody else nothing changes.
func (r *roll) mark(field string, marks []*Mark) error {
	ids := map[int64]*entry{}
	for _, one := range r.there {
		if one.row != nil {
			ids[one.row.ID] = one
		}
	}
	return r.said(field, "participantId", len(marks), func(n int) (*entry, *Said) { return ids[marks[n].ParticipantID], &marks[n].Said })
}

// said says how some took part, each named by a part of its mark.
func (r *roll) said(field, by string, marks int, of func(int) (*entry, *Said)) error {
	var bad fault.List
	for n := range marks {
		at := fmt.Sprintf("%s.%d", field, n)
		one, m := of(n)
		switch {
		case one == nil || one.gone:
			bad.Add(fault.MissingAt(at+"."+by, "参加人员", "participant"))
			continue
		case one.marked:
			bad.Add(fault.Bad(at, "TWICE", "同一人员重复登记", "The same person is marked twice"))
			continue
		}
		is, err := m.Marked(at, r.of.HeldOn, r.store.Today())
		for _, wrong := range fault.All(err) {
			bad.Add(wrong)
		}
		if one.row != nil && one.row.Attendance != nil && corrects(one.is, is) {
			r.corrected = true
		}
		one.is, one.marked = is, true
	}
	return bad.Err()
}

// place reads the posts again that participants hold on the day of the session.
func (r *roll) place(ctx context.Context) error {
	var in Invitation
	for id := range r.by {
		in.PersonIds = append(in.PersonIds, id)
	}
	slices.Sort(in.PersonIds)
	expected, err := r.expected(ctx, r.tx.Client(), r.of.HeldOn, in)
	if err != nil {
		return err
	}
	guests, err := r.name(ctx, r.tx.Client(), expected)
	for _, g := range guests {
		r.by[g.Person.ID].guest = g
	}
	return err
}

// left is how many are expected.
func (r *roll) left() int {
	n := 0
	for _, one := range r.there {
		if !one.gone {
			n++
		}
	}
	return n
}

// write writes what changed, for a session in its new state.
func (r *roll) write(ctx context.Context) (changed bool, err error) {
	ctx = everywhere(ctx)
	_, planned := Next(r.of.State, EventHold)
	held, order := planned != nil, 0
	var creates []*ent.EducationParticipantCreate
	for _, one := range r.there {
		switch {
		case one.row == nil && !one.gone:
			order++
			create := r.tx.EducationParticipant.Create().SetUnitID(r.of.UnitID).SetLevels(r.of.Levels()).SetSessionID(r.of.ID).SetPersonID(one.guest.Person.ID).
				SetName(one.guest.Person.Name).SetDepartment(one.guest.Department).SetPost(one.guest.Post).SetSortOrder(order)
			if held {
				one.is.keep(create.Mutation())
			}
			creates = append(creates, create)
		case one.row != nil && one.gone:
			if err := r.tx.EducationParticipant.DeleteOneID(one.row.ID).Exec(ctx); err != nil {
				return false, err
			}
			changed = true
		case one.row != nil:
			order = max(order, one.row.SortOrder)
			did, err := r.update(ctx, one, held)
			if err != nil {
				return false, err
			}
			changed = changed || did
		}
	}
	for some := range slices.Chunk(creates, 200) {
		if _, err := r.tx.EducationParticipant.CreateBulk(some...).Save(ctx); err != nil {
			return false, err
		}
	}
	return changed || len(creates) > 0, nil
}

// update writes how somebody took part who was expected before, where that changed.
func (r *roll) update(ctx context.Context, one *entry, held bool) (bool, error) {
	u, changed := r.tx.EducationParticipant.UpdateOneID(one.row.ID), false
	if held && (one.row.Attendance == nil || AttendedOf(one.row) != one.is) {
		one.is.keep(u.Mutation())
		changed = true
	}
	if g := one.guest; g != nil && (g.Department != one.row.Department || g.Post != one.row.Post) {
		u.SetDepartment(g.Department).SetPost(g.Post)
		changed = true
	}
	if !changed {
		return false, nil
	}
	return true, u.Exec(ctx)
}

// keep writes how somebody took part.
func (a Attended) keep(m *ent.EducationParticipantMutation) {
	m.SetAttendance(a.Attendance)
	m.SetNote(a.Note)
	if m.Op().Is(ent.OpUpdateOne) {
		m.ClearMadeUpOn()
	}
	if !a.MadeUpOn.IsZero() {
		m.SetMadeUpOn(a.MadeUpOn)
	}
}

// Counts are how many of a session's participants there are, and how they took part.
type Counts struct{ Expected, Attended, Excused, Absent, MadeUp int }

// count adds participants of one kind; of a session that was not held yet nothing is said of them.
func (c *Counts) count(a term.Attendance, madeUp bool, n int) {
	c.Expected += n
	switch a {
	case term.AttendanceAttended:
		c.Attended += n
	case term.AttendanceExcused:
		c.Excused += n
	case term.AttendanceAbsent:
		c.Absent += n
	}
	if madeUp {
		c.MadeUp += n
	}
}
