package balance

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/person"
	"sineng/ent/plannedleave"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/org"
	"sineng/server/store"
)

// PlanLeave records that somebody plans to be away.
type PlanLeave struct {
	PersonID int64
	From, To time.Time
}

// WithdrawLeave withdraws planned leave.
type WithdrawLeave struct {
	LeaveID         int64
	ExpectedVersion int
}

// PlannedLeaves are the leaves that the viewer may see and that end today or later, the first to begin first: of a person, of the people
// of a unit with all below it, of who is both, or, where neither is named, of the viewer. That somebody else reads them is noted.
func (s *Service) PlannedLeaves(ctx context.Context, unitID, personID *int64) ([]*ent.PlannedLeave, error) {
	client := s.store.Reader(ctx)
	q := client.PlannedLeave.Query().Where(plannedleave.ToDayGTE(s.store.Today()))
	if v := viewer.FromContext(ctx); unitID == nil && personID == nil && v != nil {
		q.Where(plannedleave.PersonID(v.PersonID))
	}
	if personID != nil {
		if err := org.CheckPersons(ctx, client, "personId", *personID); err != nil {
			return nil, err
		}
		q.Where(plannedleave.PersonID(*personID))
	}
	if unitID != nil {
		u, err := s.unit(ctx, *unitID)
		if err != nil {
			return nil, err
		}
		q.Where(ofPeopleAt(u))
	}
	rows, err := q.Order(plannedleave.ByFromDay(), plannedleave.ByID()).Limit(mostLeaves).All(ctx)
	noteLeaves(ctx, rows)
	return rows, err
}

// ofPeopleAt is the condition of leave of those who stand in a unit or below it now, wherever they stood when it was planned.
func ofPeopleAt(u *ent.Unit) func(*sql.Selector) {
	return func(s *sql.Selector) {
		people := sql.Dialect(s.Dialect()).Select(person.FieldID).From(sql.Table(person.Table))
		people.Where(sql.EQ(people.C(rule.LevelColumn(u.Level)), u.ID)).Where(rule.NotStaged(people))
		s.Where(sql.In(s.C(plannedleave.FieldPersonID), people))
	}
}

func noteLeaves(ctx context.Context, rows []*ent.PlannedLeave) {
	for _, r := range rows {
		store.NoteRead(ctx, r.PersonID)
	}
}

// MayWithdraw tells whether the viewer may withdraw planned leave: whose it is, or who reads personal records there.
func (s *Service) MayWithdraw(ctx context.Context, r *ent.PlannedLeave) bool {
	return mayDeclare(ctx, r.PersonID, r.Levels())
}

// PlanLeave records when somebody plans to be away. It changes nothing else: what is kept of conflicts is that of today.
func (s *Service) PlanLeave(ctx context.Context, in PlanLeave) (*ent.PlannedLeave, error) {
	today := s.store.Today()
	switch {
	case in.To.Before(in.From):
		return nil, fault.Bad("to", "BAD_PERIOD", "休假的结束日期不得早于开始日期", "A leave ends on or after the day on which it begins")
	case in.To.Before(today):
		return nil, fault.Bad("to", "IN_PAST", "休假已经结束,只登记今后的休假计划", "The leave is over: only leave to come is planned")
	case in.To.After(today.AddDate(1, 0, 0)):
		return nil, fault.Bad("to", "TOO_FAR", "休假计划最多登记到一年之内", "Leave is planned at most a year ahead")
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*ent.PlannedLeave, error) {
		client := tx.Client()
		p, err := client.Person.Get(ctx, in.PersonID)
		if err != nil {
			return nil, store.OrMissing(err, "personId", "人员", "person")
		}
		u, err := client.Unit.Get(everywhere(ctx), p.UnitID)
		if err != nil {
			return nil, err
		}
		if !mayDeclare(ctx, p.ID, u.Levels()) {
			return nil, authz.Check(ctx, authz.ReadPersonal, u.Levels())
		}
		sys := everywhere(ctx)
		known, err := client.PlannedLeave.Query().Where(plannedleave.PersonID(p.ID), office.Overlap(in.From, &in.To)).Exist(sys)
		if err != nil {
			return nil, err
		}
		if known {
			return nil, fault.New(fault.Conflict, "PLANNED_ALREADY", "from", "与该人员已登记的休假计划重叠", "It overlaps with leave that is planned for them already")
		}
		now := s.store.Now()
		create := tx.PlannedLeave.Create().SetPersonID(p.ID).SetFromDay(in.From).SetToDay(in.To).SetUnitID(u.ID).SetLevels(u.Levels()).
			SetCreatedAt(now).SetUpdatedAt(now)
		if v := viewer.Actor(ctx); v != nil && v.AccountID != 0 {
			create.SetRecordedBy(v.AccountID)
		}
		row, err := create.Save(sys)
		if err != nil {
			return nil, err
		}
		return row, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionPlanLeave, Right: rightOver(ctx, p.ID), At: u.Levels(), Object: row.ID})
	})
}

// rightOver is the right by which the viewer records something of a person; none where they are the person.
func rightOver(ctx context.Context, person int64) authz.Action {
	if v := viewer.FromContext(ctx); v != nil && v.PersonID == person {
		return ""
	}
	return authz.ReadPersonal
}

// WithdrawLeave withdraws planned leave; the log keeps that there was some.
func (s *Service) WithdrawLeave(ctx context.Context, in WithdrawLeave) (int64, error) {
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (int64, error) {
		row, err := tx.PlannedLeave.Get(ctx, in.LeaveID)
		if err != nil {
			return 0, store.OrMissing(err, "leaveId", "休假计划", "planned leave")
		}
		switch {
		case !s.MayWithdraw(ctx, row):
			return 0, authz.Check(ctx, authz.ReadPersonal, row.Levels())
		case row.Version != in.ExpectedVersion:
			return 0, fault.Stale()
		}
		if err := tx.PlannedLeave.DeleteOne(row).Exec(everywhere(ctx)); err != nil {
			return 0, err
		}
		return row.ID, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionWithdrawLeave, Right: rightOver(ctx, row.PersonID), At: row.Levels(), Object: row.ID})
	})
}
