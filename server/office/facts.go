package office

import (
	"maps"
	"slices"

	"sineng/ent/term"
	"sineng/server/authz"
)

// Facts are who holds what on a day, as far as they were read. They are plain data: a copy of
// them that was changed answers what would be if the change were made.
type Facts struct {
	// Units are the units by their ids, as they stand in the tree on the day.
	Units        map[int64]Unit
	Portfolios   []Portfolio
	Appointments []Appointment
	Delegations  []Delegation
	Roles        []Role
	// Accounts are the accounts that are not disabled, with whose they are.
	Accounts []Account
}

// Unit is a unit and where it stands.
type Unit struct {
	ID int64
	// Path are its ancestors from the top down to itself.
	Path authz.Levels
	// Divided tells of a bureau that has open units below it.
	Divided bool
}

// Portfolio is somebody's share of leadership over a unit.
type Portfolio struct {
	ID, Person, Unit int64
	Kind             term.PortfolioKind
}

// Appointment is somebody's post.
type Appointment struct{ ID, Person, Post, Unit int64 }

// Delegation lets a deputy sign for somebody who is away.
type Delegation struct{ ID, Person, Deputy int64 }

// Role is a role that was granted to an account on a unit, 0 for the whole system.
type Role struct {
	ID, Account, Unit int64
	Role              term.Role
}

// Account is a way to sign in; Person is 0 for one that belongs to nobody.
type Account struct{ ID, Person int64 }

// Clone is a copy that can be changed without changing these facts.
func (f *Facts) Clone() *Facts {
	return &Facts{Units: maps.Clone(f.Units), Portfolios: slices.Clone(f.Portfolios), Appointments: slices.Clone(f.Appointments),
		Delegations: slices.Clone(f.Delegations), Roles: slices.Clone(f.Roles), Accounts: slices.Clone(f.Accounts)}
}

// UnitAt is the unit at the end of a path, as a fact.
func UnitAt(path authz.Levels) Unit {
	u := Unit{Path: path}
	for _, id := range path {
		if id != 0 {
			u.ID = id
		}
	}
	return u
}

// Level is how deep the unit stands, 1 for a top unit.
func (u Unit) Level() int { return u.levelOf(u.ID) }

// levelOf is the level of the unit or of one above it, 0 for another.
func (u Unit) levelOf(id int64) int {
	if id == 0 {
		return 0
	}
	return slices.Index(u.Path[:], id) + 1
}

// above tells whether a unit is this one or stands above it.
func (u Unit) above(id int64) bool { return u.levelOf(id) > 0 }

// personOf is whose an account is, 0 for nobody's or an account that was not read.
func (f *Facts) personOf(account int64) int64 {
	for _, a := range f.Accounts {
		if a.ID == account {
			return a.Person
		}
	}
	return 0
}

// accountOf is the account of a person, 0 for none.
func (f *Facts) accountOf(person int64) int64 {
	for _, a := range f.Accounts {
		if person != 0 && a.Person == person {
			return a.ID
		}
	}
	return 0
}
