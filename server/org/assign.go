package org

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/portfolio"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/pending"
	"sineng/server/store"
)

// Assigned is a portfolio that was assigned, or that waits for a second person.
type Assigned struct {
	*ent.Portfolio
	// Act is the act where it waits. The portfolio is then what it will be, and no row yet.
	Act *pending.View
}

// Unwrap frees the portfolio from the transaction that made it.
func (a *Assigned) Unwrap() *Assigned {
	if a.Act != nil {
		return a
	}
	return &Assigned{Portfolio: a.Portfolio.Unwrap()}
}

// Appointed is an appointment that was made, or that waits for a second person.
type Appointed struct {
	*ent.Appointment
	// Act is the act where it waits. The appointment is then what it will be, and no row yet.
	Act *pending.View
}

// Unwrap frees the appointment from the transaction that made it.
func (a *Appointed) Unwrap() *Appointed {
	if a.Act != nil {
		return a
	}
	return &Appointed{Appointment: a.Appointment.Unwrap()}
}

// Office is a portfolio or an appointment that somebody is to hold from a day on.
type Office struct {
	Person int64 `json:"person"`
	// Unit and Kind are those of a portfolio, Post that of an appointment.
	Unit int64              `json:"unit,omitempty"`
	Kind term.PortfolioKind `json:"kind,omitempty"`
	Post int64              `json:"post,omitempty"`
	From time.Time          `json:"from"`
}

// AssignPortfolio gives a person a share of leadership over a unit from a day on. It makes them a
// holder of a role there, and so waits for a second person who may confirm grants.
func (s *Service) AssignPortfolio(ctx context.Context, personID, unitID int64, kind term.PortfolioKind, from time.Time) (*Assigned, error) {
	o := Office{Person: personID, Unit: unitID, Kind: kind, From: from}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*Assigned, error) {
		u, p, err := s.assignable(ctx, tx, o)
		if err != nil {
			return nil, err
		}
		act, err := s.wait(ctx, tx, o, u, p, nil)
		if err != nil {
			return nil, err
		}
		if act != nil {
			row := &ent.Portfolio{ID: act.ID, PersonID: p.ID, UnitID: u.ID, Kind: kind, FromDay: from, Version: 1}
			row.Edges.Person, row.Edges.Unit = p, u
			return &Assigned{row, act}, nil
		}
		row, err := s.assign(ctx, tx, o, u, authz.EditPeople)
		return &Assigned{Portfolio: row}, err
	})
}

// assignable checks that a portfolio can be assigned, and returns its unit and person.
func (s *Service) assignable(ctx context.Context, tx *ent.Tx, o Office) (*ent.Unit, *ent.Person, error) {
	u, err := Hold(ctx, s.store, tx, o.Unit, authz.EditPeople, "unitId")
	if err != nil {
		return nil, nil, err
	}
	p, err := s.holdPerson(ctx, tx, o.Person)
	if err != nil {
		return nil, nil, err
	}
	overlaps, err := tx.Portfolio.Query().Where(portfolio.PersonID(o.Person), portfolio.UnitID(o.Unit), portfolio.KindEQ(o.Kind), office.NotOver(o.From)).Exist(everywhere(ctx))
	if err != nil {
		return nil, nil, err
	}
	if overlaps {
		return nil, nil, fault.New(fault.Conflict, reasonAssigned, "personId", "该人员此时已担任此分工", "The person has this portfolio then already")
	}
	return u, p, nil
}

// The reasons why an office cannot be given twice.
const (
	reasonAssigned  = "ALREADY_ASSIGNED"
	reasonAppointed = "ALREADY_APPOINTED"
)

// assign writes a portfolio by a right.
func (s *Service) assign(ctx context.Context, tx *ent.Tx, o Office, u *ent.Unit, right authz.Action) (*ent.Portfolio, error) {
	now := s.store.Now()
	create := tx.Portfolio.Create().SetPersonID(o.Person).SetKind(o.Kind).SetFromDay(o.From).SetCreatedAt(now).SetUpdatedAt(now)
	if err := Place(create.Mutation(), u); err != nil {
		return nil, err
	}
	row, err := create.Save(ctx)
	if err != nil {
		return nil, err
	}
	return row, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionAssignPortfolio, Right: right, Object: row.ID, At: LevelsOf(u)})
}

// Appoint puts a person into a post from a day on. A post that makes its holder more than STAFF of
// a single department waits for a second person who may confirm grants.
func (s *Service) Appoint(ctx context.Context, personID, postID int64, from time.Time) (*Appointed, error) {
	o := Office{Person: personID, Post: postID, From: from}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*Appointed, error) {
		u, p, post, err := s.appointable(ctx, tx, o)
		if err != nil {
			return nil, err
		}
		more, err := s.givesMore(ctx, tx, o, u)
		if err != nil {
			return nil, err
		}
		if more {
			act, err := s.wait(ctx, tx, o, u, p, post)
			if err != nil {
				return nil, err
			}
			if act != nil {
				row := &ent.Appointment{ID: act.ID, PersonID: p.ID, PostID: post.ID, UnitID: u.ID, FromDay: from, Version: 1}
				row.Edges.Person, row.Edges.Post = p, post
				return &Appointed{row, act}, nil
			}
		}
		row, err := s.appoint(ctx, tx, o, u, authz.EditPeople)
		return &Appointed{Appointment: row}, err
	})
}

// givesMore reports whether a post in a unit makes its holder more than STAFF of a single
// department: by itself, or beside the department where they are STAFF already. One in a bureau
// that is divided gives no role.
func (s *Service) givesMore(ctx context.Context, tx *ent.Tx, o Office, u *ent.Unit) (bool, error) {
	divided := u.Kind == term.UnitKindBureau && u.ChildCount > 0
	if divided || !office.Single(term.RoleStaff, u) {
		return !divided, nil
	}
	all, err := office.Departments(ctx, tx.Client(), 0, o.Person, o.From, s.store.Now())
	return slices.ContainsFunc(all, func(id int64) bool { return id != u.ID }), err
}

// appointable checks that an appointment can be made, and returns its unit, person and post.
func (s *Service) appointable(ctx context.Context, tx *ent.Tx, o Office) (*ent.Unit, *ent.Person, *ent.Post, error) {
	post, err := tx.Post.Get(ctx, o.Post)
	if err != nil {
		return nil, nil, nil, store.OrMissing(err, "postId", "岗位", "post")
	}
	u, err := Hold(ctx, s.store, tx, post.UnitID, authz.EditPeople, "postId")
	if err != nil {
		return nil, nil, nil, err
	}
	p, err := s.holdPerson(ctx, tx, o.Person)
	if err != nil {
		return nil, nil, nil, err
	}
	if post.ClosedOn != nil && !post.ClosedOn.After(o.From) {
		return nil, nil, nil, fault.New(fault.InvalidTransition, "POST_CLOSED", "postId", "该岗位届时已撤销", "The post is closed by then")
	}
	overlaps, err := tx.Appointment.Query().Where(appointment.PersonID(o.Person), appointment.PostID(o.Post), office.NotOver(o.From)).Exist(everywhere(ctx))
	if err != nil {
		return nil, nil, nil, err
	}
	if overlaps {
		return nil, nil, nil, fault.New(fault.Conflict, reasonAppointed, "personId", "该人员此时已在此岗位任职", "The person holds this post then already")
	}
	return u, p, post, nil
}

// appoint writes an appointment by a right.
func (s *Service) appoint(ctx context.Context, tx *ent.Tx, o Office, u *ent.Unit, right authz.Action) (*ent.Appointment, error) {
	now := s.store.Now()
	create := tx.Appointment.Create().SetPersonID(o.Person).SetPostID(o.Post).SetFromDay(o.From).SetCreatedAt(now).SetUpdatedAt(now)
	if err := Place(create.Mutation(), u); err != nil {
		return nil, err
	}
	row, err := create.Save(ctx)
	if err != nil {
		return nil, err
	}
	return row, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionAppoint, Right: right, Object: row.ID, At: LevelsOf(u)})
}
