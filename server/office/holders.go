package office

import (
	"cmp"
	"slices"

	"sineng/ent/term"
)

// Holder is somebody who holds a role.
type Holder struct {
	Role term.Role
	// Person is 0 for an account that belongs to nobody, Account for a person without one, or
	// where accounts were not read.
	Person, Account int64
	// Unit is where the role stands, 0 for the whole system, and Level that unit's level.
	Unit  int64
	Level int
	// Basis is the id of the portfolio, the appointment or the granted role.
	Basis int64
}

// Holders are those who hold a role on a unit or above it, the nearest first and the whole
// system last; of those on one unit the one whose portfolio, post or grant is the oldest.
func (f *Facts) Holders(role term.Role, unit int64) []Holder {
	out := append(f.byOffice(role, unit), f.byGrant(role, unit)...)
	slices.SortStableFunc(out, nearer)
	return out
}

func nearer(a, b Holder) int {
	return cmp.Or(cmp.Compare(b.Level, a.Level), cmp.Compare(a.Basis, b.Basis))
}

// byOffice are those who hold a role by a portfolio or a post.
func (f *Facts) byOffice(role term.Role, unit int64) []Holder {
	at := f.Units[unit]
	var out []Holder
	add := func(person, on, basis int64) {
		if at.above(on) {
			out = append(out, Holder{Role: role, Person: person, Account: f.accountOf(person), Unit: on, Level: at.levelOf(on), Basis: basis})
		}
	}
	kind, leads := kinds[role]
	for _, p := range f.Portfolios {
		if leads && p.Kind == kind {
			add(p.Person, p.Unit, p.ID)
		}
	}
	for _, a := range f.Appointments {
		if role == term.RoleStaff && makesStaff(f.Units[a.Unit]) {
			add(a.Person, a.Unit, a.ID)
		}
	}
	return out
}

// byGrant are the accounts that a role was granted to.
func (f *Facts) byGrant(role term.Role, unit int64) []Holder {
	at := f.Units[unit]
	var out []Holder
	for _, r := range f.Roles {
		if r.Role == role && (r.Unit == 0 || at.above(r.Unit)) {
			out = append(out, Holder{Role: role, Person: f.personOf(r.Account), Account: r.Account, Unit: r.Unit, Level: at.levelOf(r.Unit), Basis: r.ID})
		}
	}
	return out
}

// Nearest are those of the nearest unit on which anybody is left, once those are passed over
// who may not act: one who stands above them acts in their place.
func Nearest(holders []Holder, passed func(Holder) bool) []Holder {
	var out []Holder
	for _, h := range holders {
		if len(out) > 0 && h.Unit != out[0].Unit {
			break
		}
		if passed == nil || !passed(h) {
			out = append(out, h)
		}
	}
	return out
}
