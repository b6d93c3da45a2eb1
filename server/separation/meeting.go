package separation

import "sineng/ent/term"

// member is a member of a meeting, item a line of its agenda, vote a vote on one.
type (
	member struct {
		meeting, person int64
		head            bool
	}
	item struct {
		meeting, risk int64
		votes         []*vote
	}
	vote struct {
		member          int64
		by, countersign Who
	}
)

// voters counts the members whose votes on a risk point hold, see votersOf.
func (b *Book) voters(meeting, risk int64, group bool) int {
	most := 0
	for _, i := range b.items {
		if i.meeting == meeting && (i.risk == risk || i.risk == 0) {
			most = max(most, b.votersOf(i, group))
		}
	}
	return most
}

// votersOf counts the members whose votes were cast by themselves, or recorded by one and
// countersigned by another; with group only members of the leading group.
func (b *Book) votersOf(i *item, group bool) int {
	people := map[int64]bool{}
	for _, v := range i.votes {
		m := b.members[v.member]
		if m == nil || group && !b.inGroup(m.person) {
			continue
		}
		if m.person != 0 && v.by.Person == m.person || v.countersign.Account != 0 && !same(v.by, v.countersign) {
			people[m.person] = true
		}
	}
	return len(people)
}

// fewestOwn is how many members of a group must have given their own word at least, or all who voted.
const fewestOwn = 3

// ownWords reports whether enough of the members of the leading group by whose votes a risk point was
// decided cast their vote signed in, or confirmed it themselves.
func (b *Book) ownWords(risk int64) bool {
	for _, i := range b.items {
		if i.risk != risk && i.risk != 0 {
			continue
		}
		voted, own := 0, 0
		for _, v := range i.votes {
			m := b.members[v.member]
			if m == nil || m.person == 0 || !b.inGroup(m.person) {
				continue
			}
			voted++
			if v.by.Person == m.person || v.countersign.Person == m.person {
				own++
			}
		}
		if voted > 0 && own >= min(voted, fewestOwn) {
			return true
		}
	}
	return false
}

// inGroup reports whether a person is a member of the leading group.
func (b *Book) inGroup(person int64) bool {
	for _, g := range b.grants {
		if g.role == term.RoleLeadingGroup && g.status == term.GrantStatusActive && b.who(Who{Account: g.account}).Person == person {
			return true
		}
	}
	return false
}

// chairs reports whether somebody chairs a meeting.
func (b *Book) chairs(meeting int64, w Who) bool {
	w = b.who(w)
	for _, m := range b.members {
		if m.meeting == meeting && m.head && w.Person != 0 && m.person == w.Person {
			return true
		}
	}
	return false
}
