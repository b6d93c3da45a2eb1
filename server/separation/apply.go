package separation

import (
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/term"
)

// holder is an account.
type holder struct {
	person int64
	waits  bool      // for a second person, since it was made for somebody who leads
	made   string    // the request that made it
	hand   int64     // the account that set its secrets last, 0 for its owner from the beginning
	own    time.Time // since when its owner has set the password instead
}

// grant is a role appointment.
type grant struct {
	account, unit int64
	role          term.Role
	status        term.GrantStatus
	by            int64
	to            string
}

type portfolio struct {
	person int64
	unit   int64
	kind   term.PortfolioKind
	to     string
}

// pending is an act that waits, or waited, for a second person.
type pending struct {
	kind           term.ActKind
	begun, first   int64     // accounts
	at             time.Time // when it was begun
	effect         time.Time // when the operator's break-glass takes effect, zero for none
	heldBy         int64     // the account whose owner knew the secrets of that which began it, then
	wordOf         int64     // person
	object, result int64     // rows that it is about or made
}

// apply keeps what a row says.
func (b *Book) apply(a Act, r Row) {
	switch r.Type {
	case ent.TypeAccount:
		b.applyAccount(a, r)
	case ent.TypeRoleAppointment:
		g := entry(b.grants, r)
		set(r, "account_id", &g.account)
		set(r, "unit_id", &g.unit)
		set(r, "granted_by", &g.by)
		word(r, "role", &g.role)
		word(r, "status", &g.status)
		word(r, "to_day", &g.to)
	case ent.TypePortfolio:
		p := entry(b.portfolios, r)
		set(r, "person_id", &p.person)
		set(r, "unit_id", &p.unit)
		word(r, "kind", &p.kind)
		word(r, "to_day", &p.to)
	case ent.TypeUnit:
		b.applyUnit(r)
	case ent.TypeAppointment:
		b.applyAppointment(r)
	case ent.TypePendingAct:
		p := entry(b.pending, r)
		word(r, "kind", &p.kind)
		set(r, "object_id", &p.object)
		set(r, "result_id", &p.result)
		set(r, "begun_by", &p.begun)
		if r.Made {
			p.at, p.heldBy = a.At, b.holderOf(p.begun, a.At)
		}
		if r.has("takes_effect_at") {
			p.effect, _ = time.Parse(time.RFC3339, r.text("takes_effect_at"))
		}
		set(r, "first_by", &p.first)
		set(r, "word_of", &p.wordOf)
	default:
		b.applyRegister(a, r)
	}
}

func (b *Book) applyAccount(a Act, r Row) {
	h := entry(b.accounts, r)
	set(r, "person_id", &h.person)
	b.madeToWait(a, r, h)
	switch {
	case r.Made && a.By.Account != 0, a.By.Account != 0 && a.By.Account != r.ID && (r.has("password_hash") || r.text("totp_secret") != ""):
		h.hand, h.own = a.By.Account, time.Time{}
	case a.By.Account == r.ID && h.hand != 0 && r.has("password_hash") && h.own.IsZero():
		h.own = a.At
	}
}

// madeToWait notes an account that was made for somebody who leads and is disabled from the
// beginning, or at once in the same request, until a second person confirms it.
func (b *Book) madeToWait(a Act, r Row, h *holder) {
	if r.Made {
		h.made, h.waits = a.Request, r.yes("disabled") && b.leads(h.person, a.At)
	} else if r.yes("disabled") && a.Request != "" && h.made == a.Request && b.leads(h.person, a.At) {
		h.waits = true
		b.breaches = slices.DeleteFunc(b.breaches, func(found Breach) bool { return found.Object == r.ID && found.request == a.Request })
	}
}

// signedIn ends start-up when a principal leader signs in for the first time.
func (b *Book) signedIn(a Act) {
	if b.opened || a.Action != term.AuditActionSignIn || a.By.Account == 0 {
		return
	}
	for _, p := range b.portfolios {
		b.opened = b.opened || a.By.Person != 0 && p.person == a.By.Person && p.kind == term.PortfolioKindPrincipal
	}
	for _, g := range b.grants {
		b.opened = b.opened || g.account == a.By.Account && g.role == term.RolePrincipalLeader && g.status == term.GrantStatusActive
	}
}

// entry is the row of a table of the book, made when the row is new.
func entry[T any](rows map[int64]*T, r Row) *T {
	if rows[r.ID] == nil {
		rows[r.ID] = new(T)
	}
	return rows[r.ID]
}

func set(r Row, column string, into *int64) {
	if r.has(column) {
		*into = r.id(column)
	}
}

func word[T ~string](r Row, column string, into *T) {
	if r.has(column) {
		*into = T(r.text(column))
	}
}
