package separation

import (
	"time"

	"sineng/ent"
)

// Book holds what the acts so far tell, as far as later ones are judged by it.
type Book struct {
	accounts     map[int64]*holder
	grants       map[int64]*grant
	portfolios   map[int64]*portfolio
	units        map[int64]*unit
	appointments map[int64]*appointment
	pending      map[int64]*pending
	risks        map[int64]*risk
	measures     map[int64]*measure
	forms        map[int64]*form
	members      map[int64]*member
	items        map[int64]*item
	votes        map[int64]*vote
	powers       map[int64]int64            // units, by power
	written      map[subject]map[int64]*row // by form, the rows that stand in it
	filed        map[subject]int64          // the entry that handed in what was last filed of a form
	opened       bool                       // a principal leader has signed in: start-up is over
	breaches     []Breach
}

// NewBook is the book before the first entry.
func NewBook() *Book {
	return &Book{accounts: map[int64]*holder{}, grants: map[int64]*grant{}, portfolios: map[int64]*portfolio{}, units: map[int64]*unit{}, appointments: map[int64]*appointment{},
		pending: map[int64]*pending{}, risks: map[int64]*risk{}, measures: map[int64]*measure{}, forms: map[int64]*form{},
		members: map[int64]*member{}, items: map[int64]*item{}, votes: map[int64]*vote{},
		powers: map[int64]int64{}, written: map[subject]map[int64]*row{}, filed: map[subject]int64{}}
}

// Breaches are those of the acts taken so far.
func (b *Book) Breaches() []Breach { return b.breaches }

// Take judges the next act by those before it. Of what the program did by itself, or the operator of
// the server, only acts that wait are judged.
func (b *Book) Take(a Act) {
	if a.By.Account == 0 {
		for _, r := range a.rows(ent.TypePendingAct) {
			b.judgeEffect(a, r)
		}
	} else {
		a.By = b.who(a.By)
		b.signedIn(a)
		for _, r := range a.Rows {
			switch r.Type {
			case ent.TypeRiskPoint:
				b.judgeRisk(a, r)
			case ent.TypeMeasure:
				b.judgeMeasure(a, r)
			case ent.TypeReviewDecision:
				b.judgeReview(a, r)
			case ent.TypePendingAct:
				b.carriedOut(a, r)
			default:
				if b.opened {
					b.judgePower(a, r)
				}
			}
		}
	}
	for _, r := range a.Rows {
		b.apply(a, r)
	}
	for _, r := range a.Rows { // once all rows are known
		b.guards(r)
	}
	b.wrote(a)
}

func (b *Book) breach(rule Rule, a Act, r Row) {
	b.breaches = append(b.breaches, Breach{Rule: rule, Entry: a.Index, Type: r.Type, Object: r.ID, By: a.By, request: a.Request})
}

// who completes an account by the person that it belongs to now.
func (b *Book) who(w Who) Who {
	if h := b.accounts[w.Account]; h != nil && w.Person == 0 {
		w.Person = h.person
	}
	return w
}

func same(a, b Who) bool {
	return a.Account != 0 && a.Account == b.Account || a.Person != 0 && a.Person == b.Person
}

// settling is how long an account's secrets must have been its owner's alone before the owner
// counts as somebody else than whoever made the account.
const settling = 7 * 24 * time.Hour

// two reports whether two who acted are two people, of whom neither holds the secrets of the
// other's account. The program and the operator count as nobody.
func (b *Book) two(one, other Who, at time.Time) bool {
	one, other = b.who(one), b.who(other)
	return one.Account != 0 && other.Account != 0 && !same(one, other) && !b.holds(one, other, at) && !b.holds(other, one, at)
}

// holds reports whether one knows, or knew until lately, the secrets of the other's account.
func (b *Book) holds(one, other Who, at time.Time) bool {
	return one.Account != 0 && b.holderOf(other.Account, at) == one.Account
}

// holderOf is the account whose owner knows, or knew until lately, the secrets of an account beside
// its own owner; 0 for nobody.
func (b *Book) holderOf(account int64, at time.Time) int64 {
	h := b.accounts[account]
	if h == nil || !h.own.IsZero() && at.Sub(h.own) >= settling {
		return 0
	}
	return h.hand
}
