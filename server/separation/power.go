package separation

import (
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/store"
)

// judgePower judges rows by which somebody gains sight or signature.
func (b *Book) judgePower(a Act, r Row) {
	alone := false
	switch r.Type {
	case ent.TypeRoleAppointment:
		alone = r.text("status") == string(term.GrantStatusActive) && !b.grantedByTwo(a, r)
	case ent.TypePortfolio:
		alone = r.Made && !b.confirmed(a)
	case ent.TypeAppointment:
		alone = b.judgeAppointment(a, r)
	case ent.TypeUnit:
		b.judgeUnit(a, r)
	case ent.TypeDelegation:
		alone = r.Made && a.By.Person != r.id("person_id") && !b.confirmed(a)
	case ent.TypeAccount:
		alone = b.secretsTaken(a, r) && !b.confirmed(a)
	case ent.TypeIdentity:
		alone = r.Made && a.By.Account != r.id("account_id") && b.powerful(r.id("account_id"), a.At) && !b.confirmed(a)
	}
	if alone {
		b.breach(PowerByTwo, a, r)
	}
}

// grantedByTwo reports whether a role that comes into force was granted by one and confirmed by
// another, neither of whom holds it. STAFF of one department is daily work.
func (b *Book) grantedByTwo(a Act, r Row) bool {
	g := grant{}
	if known := b.grants[r.ID]; known != nil {
		g = *known
	}
	set(r, "account_id", &g.account)
	set(r, "unit_id", &g.unit)
	set(r, "granted_by", &g.by)
	word(r, "role", &g.role)
	if g.role == term.RoleStaff && b.single(g.unit) {
		return true
	}
	holder := b.who(Who{Account: g.account})
	return !same(a.By, holder) && (b.confirmed(a) || !r.Made && b.two(a.By, Who{Account: g.by}, a.At) && !same(holder, b.who(Who{Account: g.by})))
}

// confirmed reports whether an act decides, in its own entry, one that somebody else began.
func (b *Book) confirmed(a Act) bool {
	for _, r := range a.rows(ent.TypePendingAct) {
		if p := b.pending[r.ID]; p != nil && !r.Made && b.decidedByTwo(a, r, p) {
			return true
		}
	}
	return false
}

// decidedByTwo reports whether whoever decides an act that waited may do so: they are whose own
// word it needs, or somebody else than who began it or gave the first of two words.
func (b *Book) decidedByTwo(a Act, r Row, p *pending) bool {
	first := p.first
	set(r, "first_by", &first)
	begun := b.who(Who{Account: p.begun})
	apart := p.begun != 0 && !same(a.By, begun) && !b.holds(begun, a.By, a.At) && p.heldBy != a.By.Account
	return p.wordOf != 0 && p.wordOf == a.By.Person || apart || b.two(a.By, Who{Account: first}, a.At)
}

// carriedOut takes back what was found of rows that an act wrote which had waited for a second
// person: they stand in entries of the same request, before the one that says that it is decided.
func (b *Book) carriedOut(a Act, r Row) {
	known := b.pending[r.ID]
	if known == nil || r.Made || !b.decidedByTwo(a, r, known) {
		return
	}
	result := known.result
	set(r, "result_id", &result)
	b.breaches = slices.DeleteFunc(b.breaches, func(found Breach) bool {
		return found.By.Account == a.By.Account && a.Request != "" && found.request == a.Request &&
			(known.kind == term.ActKindImportOffices || found.Object == known.object || found.Object == result)
	})
	h := b.accounts[known.object]
	switch {
	case h == nil:
	case known.kind == term.ActKindLinkPerson:
		h.waits = false
	case known.kind == term.ActKindResetPassword: // who began it gave the password
		h.hand, h.own = known.begun, time.Time{}
	}
}

// announced is how long a break-glass of the operator is announced to all holders, from the entry by
// which they are notified, before it takes effect.
const announced = 72 * time.Hour

// judgeEffect judges an act that the program carried out with nobody's confirmation: it must be the
// operator's break-glass, announced for long enough.
func (b *Book) judgeEffect(a Act, r Row) {
	p := b.pending[r.ID]
	if p == nil || r.Made || r.text("status") != string(term.ActStatusConfirmed) {
		return
	}
	if p.effect.IsZero() || p.effect.Sub(p.at) < announced || a.At.Before(p.effect) {
		b.breach(PowerByTwo, a, r)
	}
}

// secretsTaken reports whether somebody set the password or second factor of another's account
// that has more than a department's daily work, made the account of somebody who leads, or opened
// one that waits.
func (b *Book) secretsTaken(a Act, r Row) bool {
	if r.Made {
		return b.leads(r.id("person_id"), a.At) && !r.yes("disabled")
	}
	if h := b.accounts[r.ID]; h != nil && h.waits && r.has("disabled") && !r.yes("disabled") {
		return true
	}
	return a.By.Account != r.ID && (r.has("password_hash") || r.has("totp_secret")) && b.powerful(r.ID, a.At)
}

// powerful reports whether an account gives more than STAFF of a department.
func (b *Book) powerful(account int64, at time.Time) bool {
	for _, g := range b.grants {
		if g.account == account && g.status == term.GrantStatusActive && !over(g.to, at) && (g.role != term.RoleStaff || !b.single(g.unit)) {
			return true
		}
	}
	h := b.accounts[account]
	return h != nil && b.leads(h.person, at)
}

// leads reports whether a person has a portfolio.
func (b *Book) leads(person int64, at time.Time) bool {
	for _, p := range b.portfolios {
		if person != 0 && p.person == person && !over(p.to, at) {
			return true
		}
	}
	return false
}

// over reports whether a last day has passed where the program counts days; an empty one never does.
func over(day string, at time.Time) bool {
	t, err := time.Parse(time.RFC3339, day)
	return err == nil && store.DayOf(at).After(t)
}
