package separation

import (
	"slices"

	"sineng/ent"
	"sineng/ent/term"
)

// unit is a unit as it stands, appointment a post held in one.
type (
	unit struct {
		kind   term.UnitKind
		parent int64
		closed bool
		open   int // units below it that are not closed
	}
	appointment struct {
		person, unit int64
		to           string
	}
)

// single reports whether a unit is a single department: STAFF of it is daily work.
func (b *Book) single(id int64) bool {
	u := b.units[id]
	return u != nil && u.kind == term.UnitKindDepartment && u.open == 0
}

// applyUnit keeps what a row of a unit says.
func (b *Book) applyUnit(r Row) {
	u := entry(b.units, r)
	before := *u
	word(r, "kind", &u.kind)
	set(r, "parent_id", &u.parent)
	if r.has("closed_on") {
		u.closed = r.text("closed_on") != ""
	}
	count := func(of unit, by int) {
		if of.parent != 0 && !of.closed {
			entry(b.units, Row{ID: of.parent}).open += by
		}
	}
	if r.Made {
		count(*u, 1)
		return
	}
	count(before, -1)
	count(*u, 1)
}

// judgeUnit judges a unit that was moved, closed or turned into another kind: whether somebody sees
// more by it who did not before.
func (b *Book) judgeUnit(a Act, r Row) {
	u := b.units[r.ID]
	if r.Made || u == nil {
		return
	}
	parent, closed, kind := u.parent, u.closed, u.kind
	set(r, "parent_id", &parent)
	if r.has("closed_on") {
		closed = r.text("closed_on") != ""
	}
	word(r, "kind", &kind)
	left := u.parent != 0 && !u.closed && (closed || parent != u.parent)
	above := b.units[u.parent]
	var gains bool
	switch {
	case left && above != nil && above.kind == term.UnitKindBureau && above.open == 1 && b.posted(a, u.parent):
		gains = true
	case parent != u.parent:
		old := b.path(u.parent)
		for _, id := range b.path(parent) {
			gains = gains || !slices.Contains(old, id) && b.held(a, id)
		}
	case u.kind == term.UnitKindBureau && kind == term.UnitKindDepartment && u.open > 0:
		gains = b.posted(a, r.ID)
	}
	if gains && !b.confirmed(a) {
		b.breach(PowerByTwo, a, r)
	}
}

// wide reports whether a post in a unit makes its holder more than STAFF of a single department. One
// in a bureau that is divided gives no role.
func (b *Book) wide(id int64) bool {
	u := b.units[id]
	return u != nil && !b.single(id) && (u.kind != term.UnitKindBureau || u.open == 0)
}

// path are a unit and those above it.
func (b *Book) path(id int64) (out []int64) {
	for u := b.units[id]; u != nil && !slices.Contains(out, id); id, u = u.parent, b.units[u.parent] {
		out = append(out, id)
	}
	return out
}

// posted reports whether somebody holds a post in a unit, or will.
func (b *Book) posted(a Act, id int64) bool {
	for _, p := range b.appointments {
		if p.unit == id && !over(p.to, a.At) {
			return true
		}
	}
	return false
}

// held reports whether somebody holds an office on a unit, or will.
func (b *Book) held(a Act, id int64) bool {
	for _, p := range b.portfolios {
		if p.unit == id && !over(p.to, a.At) {
			return true
		}
	}
	for _, g := range b.grants {
		if g.unit == id && g.status == term.GrantStatusActive && !over(g.to, a.At) {
			return true
		}
	}
	return b.posted(a, id)
}

// applyAppointment keeps a post that is held.
func (b *Book) applyAppointment(r Row) {
	p := entry(b.appointments, r)
	set(r, "person_id", &p.person)
	set(r, "unit_id", &p.unit)
	word(r, "to_day", &p.to)
}

// judgeAppointment judges a post that somebody was put into.
func (b *Book) judgeAppointment(a Act, r Row) bool {
	return r.Type == ent.TypeAppointment && r.Made && b.wide(r.id("unit_id")) && !b.confirmed(a)
}
