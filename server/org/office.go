package org

import (
	"context"
	"time"

	"entgo.io/ent/dialect"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/person"
	"sineng/ent/portfolio"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/store"
)

// Appoint puts a person into a post from a day on.
func (s *Service) Appoint(ctx context.Context, personID, postID int64, from time.Time) (*ent.Appointment, error) {
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionAppoint, Right: authz.EditPeople}, func(ctx context.Context, tx *ent.Tx) (*ent.Appointment, error) {
		p, err := tx.Post.Get(ctx, postID)
		if err != nil {
			return nil, store.OrMissing(err, "postId", "岗位", "post")
		}
		u, err := Hold(ctx, s.store, tx, p.UnitID, authz.EditPeople, "postId")
		if err != nil {
			return nil, err
		}
		if err := s.holdPerson(ctx, tx, personID); err != nil {
			return nil, err
		}
		if p.ClosedOn != nil && !p.ClosedOn.After(from) {
			return nil, fault.New(fault.InvalidTransition, "POST_CLOSED", "postId", "该岗位届时已撤销", "The post is closed by then")
		}
		overlaps, err := tx.Appointment.Query().Where(appointment.PersonID(personID), appointment.PostID(postID), office.NotOver(from)).Exist(everywhere(ctx))
		if err != nil {
			return nil, err
		}
		if overlaps {
			return nil, fault.New(fault.Conflict, "ALREADY_APPOINTED", "personId",
				"该人员此时已在此岗位任职", "The person holds this post then already")
		}
		now := s.store.Now()
		create := tx.Appointment.Create().SetPersonID(personID).SetPostID(postID).SetFromDay(from).
			SetCreatedAt(now).SetUpdatedAt(now)
		if err := Place(create.Mutation(), u); err != nil {
			return nil, err
		}
		return create.Save(ctx)
	})
}

// Relieve ends an appointment; the day given is its last.
func (s *Service) Relieve(ctx context.Context, id int64, expectedVersion int, to time.Time) (*ent.Appointment, error) {
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionRelieve, Right: authz.EditPeople}, func(ctx context.Context, tx *ent.Tx) (*ent.Appointment, error) {
		a, err := tx.Appointment.Get(ctx, id)
		if err != nil {
			return nil, store.OrMissing(err, "appointmentId", "任职", "appointment")
		}
		if _, err := HoldToEnd(ctx, s.store, tx, a.UnitID, authz.EditPeople, "appointmentId"); err != nil {
			return nil, err
		}
		if err := ends(a.FromDay, a.ToDay, to); err != nil {
			return nil, err
		}
		now := s.store.Now()
		out, err := tx.Appointment.UpdateOne(a).Where(appointment.Version(expectedVersion)).AddVersion(1).
			SetToDay(to).SetEnds(office.AppointmentTerm(a).Ending(to, now)).SetUpdatedAt(now).Save(ctx)
		return out, Stale(err)
	})
}

// AssignPortfolio gives a person a share of leadership over a unit from a day on.
func (s *Service) AssignPortfolio(ctx context.Context, personID, unitID int64, kind term.PortfolioKind, from time.Time) (*ent.Portfolio, error) {
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionAssignPortfolio, Right: authz.EditPeople}, func(ctx context.Context, tx *ent.Tx) (*ent.Portfolio, error) {
		u, err := Hold(ctx, s.store, tx, unitID, authz.EditPeople, "unitId")
		if err != nil {
			return nil, err
		}
		if err := s.holdPerson(ctx, tx, personID); err != nil {
			return nil, err
		}
		overlaps, err := tx.Portfolio.Query().Where(portfolio.PersonID(personID), portfolio.UnitID(unitID), portfolio.KindEQ(kind), office.NotOver(from)).Exist(everywhere(ctx))
		if err != nil {
			return nil, err
		}
		if overlaps {
			return nil, fault.New(fault.Conflict, "ALREADY_ASSIGNED", "personId",
				"该人员此时已担任此分工", "The person has this portfolio then already")
		}
		now := s.store.Now()
		create := tx.Portfolio.Create().SetPersonID(personID).SetKind(kind).SetFromDay(from).SetCreatedAt(now).SetUpdatedAt(now)
		if err := Place(create.Mutation(), u); err != nil {
			return nil, err
		}
		return create.Save(ctx)
	})
}

// EndPortfolio ends a portfolio; the day given is its last.
func (s *Service) EndPortfolio(ctx context.Context, id int64, expectedVersion int, to time.Time) (*ent.Portfolio, error) {
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionEndPortfolio, Right: authz.EditPeople}, func(ctx context.Context, tx *ent.Tx) (*ent.Portfolio, error) {
		p, err := tx.Portfolio.Get(ctx, id)
		if err != nil {
			return nil, store.OrMissing(err, "portfolioId", "领导分工", "portfolio")
		}
		if _, err := HoldToEnd(ctx, s.store, tx, p.UnitID, authz.EditPeople, "portfolioId"); err != nil {
			return nil, err
		}
		if err := ends(p.FromDay, p.ToDay, to); err != nil {
			return nil, err
		}
		now := s.store.Now()
		out, err := tx.Portfolio.UpdateOne(p).Where(portfolio.Version(expectedVersion)).AddVersion(1).
			SetToDay(to).SetEnds(office.PortfolioTerm(p).Ending(to, now)).SetUpdatedAt(now).Save(ctx)
		return out, Stale(err)
	})
}

// PortfolioFilter narrows a list of portfolios.
type PortfolioFilter struct {
	UnitID   *int64
	PersonID *int64
	Kinds    []term.PortfolioKind
	On       *time.Time
}

// Portfolios lists the portfolios in force on a day.
func (s *Service) Portfolios(ctx context.Context, f PortfolioFilter, page store.Page, with func(*ent.PortfolioQuery)) (*store.Slice[*ent.Portfolio], error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadOrganisation); err != nil {
		return nil, err
	}
	on := s.store.Today()
	if f.On != nil {
		on = *f.On
	}
	q := s.store.Reader(ctx).Portfolio.Query().Where(office.InForce(on))
	if err := Within(ctx, s.store, q, f.UnitID, nil); err != nil {
		return nil, err
	}
	if f.PersonID != nil {
		if _, err := s.store.Reader(ctx).Person.Get(ctx, *f.PersonID); err != nil {
			return nil, store.OrMissing(err, "filter.personId", "人员", "person")
		}
		q.Where(portfolio.PersonID(*f.PersonID))
	}
	if len(f.Kinds) > 0 {
		q.Where(portfolio.KindIn(f.Kinds...))
	}
	return store.List(ctx, q, page, func(p *ent.Portfolio) int64 { return p.ID },
		[]store.Key[*ent.Portfolio]{store.Asc("unit_id", func(p *ent.Portfolio) any { return p.UnitID })}, with)
}

// holdPerson locks a person until the transaction ends, so that concurrent appointments of
// them cannot overlap.
func (s *Service) holdPerson(ctx context.Context, tx *ent.Tx, id int64) error {
	q := tx.Person.Query().Where(person.ID(id))
	if s.store.Dialect() == dialect.MySQL {
		q.ForUpdate()
	}
	_, err := q.Only(ctx)
	return store.OrMissing(err, "personId", "人员", "person")
}

// ends checks the last day of a dated row.
func ends(from time.Time, already *time.Time, to time.Time) error {
	switch {
	case to.Before(from):
		return fault.Bad("to", "ENDS_BEFORE_START", "结束日期不得早于开始日期", "The last day must not be before the first")
	case already != nil && to.After(*already):
		return fault.New(fault.InvalidTransition, "ENDED_ALREADY", "to", "该任期已经结束,不能延长", "The term has ended already and cannot be prolonged")
	}
	return nil
}
