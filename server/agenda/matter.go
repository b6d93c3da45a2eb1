// Package agenda is what domains bring to the agenda of a meeting: per kind of item what may be
// put on it, who takes no part, whose votes decide and what the outcome does. It knows no
// domain; the meetings know no rule of one.
package agenda

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/fault"
)

// Body is whose votes decide an item.
type Body string

// The bodies. Members are all members who attend; LeadingGroup are those of them who belong to
// the leading group of the unit.
const (
	Members      Body = "MEMBERS"
	LeadingGroup Body = "LEADING_GROUP"
)

// Item is an item of an agenda as a domain sees it.
type Item struct {
	Kind term.ItemKind
	// About is the id of the risk point, the unit or the measure.
	About int64
	// Grade is the grade that is voted on, Ungraded for none.
	Grade term.Grade
	// Content is what is put to the vote in words.
	Content string
	// Ground is why a risk point is to be retired, nil for other kinds.
	Ground *term.RetireGround
}

// Key identifies what an item is about.
type Key struct {
	Kind  term.ItemKind
	About int64
}

// Subject is what an item is about, as far as every member may know it.
type Subject struct {
	Title, UnitName string
	// Levels are the unit that it belongs to and those above it.
	Levels authz.Levels
	// Present is the decided grade now, or the worst of several.
	Present term.Grade
	// PersonID is the person concerned, who takes no part in the vote; nil for none.
	PersonID *int64
}

// Outcome is what a meeting decided on an item.
type Outcome struct {
	Item      Item
	MeetingID int64
	Body      Body
	// Proposal is true where the outcome is a proposal to the tier that decides.
	Proposal bool
	Carried  bool
	Reason   string
	// Prepared is what Prepare worked out, nil for nothing.
	Prepared Prepared
}

// Prepared is a large outcome that was worked out in short transactions, hidden from everybody, so that
// concluding it is one short change.
type Prepared interface {
	// Abandon gives it up where it was not concluded.
	Abandon(ctx context.Context) error
}

// ErrOutdated says that what Prepare worked out does not fit any more: somebody changed what it is about
// meanwhile, so that it is to be worked out again.
func ErrOutdated() error {
	return fault.New(fault.Conflict, "OUTCOME_OUTDATED", "itemId", "议项涉及的内容在审定过程中被他人修改,请再试一次",
		"Somebody changed what the item is about while it was being decided: try again")
}

// Done is what the outcome did.
type Done struct {
	// Decided is the grade afterwards, Ungraded where the item is about no single grade.
	Decided term.Grade
	// AssessmentID is the assessment that was made, nil for none.
	AssessmentID *int64
	// Settled counts the risk points that an opening decision decided, Skipped are the others.
	Settled int
	Skipped []term.Skipped
}

// Matter is what a domain brings for a kind of item.
type Matter struct {
	Kind term.ItemKind
	// Check refuses what may not be put on the agenda of a meeting on a day by the viewer of the
	// context.
	Check func(ctx context.Context, tx *ent.Tx, i Item, day time.Time) error
	// Needs is whose votes it takes at least, from the present grade and the one voted on.
	Needs func(present, voted term.Grade) Body
	// Subjects are what items are about, whoever asks.
	Subjects func(ctx context.Context, ids []int64) (map[int64]*Subject, error)
	// Proposers are those who proposed or prepared what is decided. They neither preside nor
	// record where the meeting decides. Nil for nobody.
	Proposers func(ctx context.Context, tx *ent.Tx, about int64) (Authors, error)
	// Prepare works out a large outcome that is carried, outside of any transaction, before Conclude;
	// nil where nothing is to be worked out.
	Prepare func(ctx context.Context, o Outcome) (Prepared, error)
	// Conclude does what the outcome says, in the transaction of the context, or is ErrOutdated.
	Conclude func(ctx context.Context, tx *ent.Tx, o Outcome) (Done, error)
}

// Authors are people and accounts that proposed or prepared something.
type Authors struct{ People, Accounts []int64 }

// Bringer is a domain that brings matters.
type Bringer interface{ Matters() []Matter }

// Desk knows what stands on agendas, and takes items off them.
type Desk interface {
	// Withdraw takes what is about some things off the agenda of every meeting that has not
	// decided it; votes cast on it are void. It returns how many items it took off.
	Withdraw(ctx context.Context, tx *ent.Tx, zh string, about ...int64) (int, error)
	// Tabled is the worst grade that is at stake on agendas where something stands, or stood since
	// a moment, and that no meeting has decided; A where no grade is voted on. Ungraded for none.
	Tabled(ctx context.Context, tx *ent.Tx, about int64, since time.Time) (term.Grade, error)
}

// Tabling is a domain that takes items off agendas when what they are about changes.
type Tabling interface{ UseDesk(Desk) }
