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

// Relieve ends an appointment; the day given is its last. Without a day it ends at once, also one
// that begins today.
func (s *Service) Relieve(ctx context.Context, id int64, expectedVersion int, last *time.Time) (*ent.Appointment, error) {
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionRelieve, Right: authz.EditPeople}, func(ctx context.Context, tx *ent.Tx) (*ent.Appointment, error) {
		a, err := tx.Appointment.Get(ctx, id)
		if err != nil {
			return nil, store.OrMissing(err, "appointmentId", "任职", "appointment")
		}
		if _, err := HoldToEnd(ctx, s.store, tx, a.UnitID, authz.EditPeople, "appointmentId"); err != nil {
			return nil, err
		}
		to, err := s.ending(a.FromDay, a.ToDay, last)
		if err != nil {
			return nil, err
		}
		now := s.store.Now()
		out, err := tx.Appointment.UpdateOne(a).Where(appointment.Version(expectedVersion)).AddVersion(1).
			SetToDay(to).SetEnds(office.AppointmentTerm(a).Ending(to, now)).SetUpdatedAt(now).Save(ctx)
		return out, Stale(err)
	})
}

// EndPortfolio ends a portfolio; the day given is its last. Without a day it ends at once, also one
// that begins today.
func (s *Service) EndPortfolio(ctx context.Context, id int64, expectedVersion int, last *time.Time) (*ent.Portfolio, error) {
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionEndPortfolio, Right: authz.EditPeople}, func(ctx context.Context, tx *ent.Tx) (*ent.Portfolio, error) {
		p, err := tx.Portfolio.Get(ctx, id)
		if err != nil {
			return nil, store.OrMissing(err, "portfolioId", "领导分工", "portfolio")
		}
		if _, err := HoldToEnd(ctx, s.store, tx, p.UnitID, authz.EditPeople, "portfolioId"); err != nil {
			return nil, err
		}
		to, err := s.ending(p.FromDay, p.ToDay, last)
		if err != nil {
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
func (s *Service) holdPerson(ctx context.Context, tx *ent.Tx, id int64) (*ent.Person, error) {
	q := tx.Person.Query().Where(person.ID(id))
	if s.store.Dialect() == dialect.MySQL {
		q.ForUpdate()
	}
	p, err := q.Only(ctx)
	return p, store.OrMissing(err, "personId", "人员", "person")
}

// ending is the last day of a term that ends on a day, or, without one, at once: yesterday, or the
// day before it begins. A term that has ended cannot be prolonged.
func (s *Service) ending(from time.Time, already, given *time.Time) (time.Time, error) {
	if given == nil {
		to := s.store.Today()
		if to.Before(from) {
			to = from
		}
		if to = to.AddDate(0, 0, -1); already != nil && !to.Before(*already) {
			return to, fault.New(fault.InvalidTransition, "ENDED_ALREADY", "to", "该任期已经结束", "The term has ended already")
		}
		return to, nil
	}
	switch to := *given; {
	case to.Before(from):
		return to, fault.Bad("to", "ENDS_BEFORE_START", "结束日期不得早于开始日期", "The last day must not be before the first")
	case already != nil && to.After(*already):
		return to, fault.New(fault.InvalidTransition, "ENDED_ALREADY", "to", "该任期已经结束,不能延长", "The term has ended already and cannot be prolonged")
	}
	return *given, nil
}
