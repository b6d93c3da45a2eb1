package audit

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"sineng/ent"
	"sineng/ent/auditinbox"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit/tlog"
	"sineng/server/authz"
	"sineng/server/store"
)

// Event is what a service logs.
type Event struct {
	Action term.AuditAction
	// Right is the right that the action needed; empty for none.
	Right authz.Action
	// At are the levels of the unit concerned; none for the whole system.
	At authz.Levels
	// Object is the id of the row concerned, 0 for none.
	Object int64
	// Account is the actor's account when nobody is signed in yet.
	Account int64
	// Subjects are the people whose records were read.
	Subjects []int64
	// Reason is the reason given by the actor.
	Reason string
	// Details are further texts by name.
	Details map[string]string
	// Bare leaves the values of the changes out of the log.
	Bare bool
	// Erased are the changes whose texts this event erases.
	Erased []ErasedChange
	// Lost are the checkpoints that this event accepts as lost.
	Lost []Lost
	// Rows are the ids of the changed rows of which the entry tells, see AppendAll.
	Rows []int64
	// States are unchanged rows whose present state the entry attests.
	States []any

	links map[int64]map[string]store.Links // links of the states, by row and edge
}

// Origin is the source of a request.
type Origin struct {
	// Request is the request id, as in the program's log and in errors.
	Request string
	// Address is the client's network address.
	Address string
	// Agent is the User-Agent header, stored with sessions only.
	Agent string
	// Operation is the name of the API operation or of the command.
	Operation string
}

type originKey struct{}

// WithOrigin sets the origin of a context's request.
func WithOrigin(ctx context.Context, o Origin) context.Context {
	return context.WithValue(ctx, originKey{}, o)
}

// OriginOf is the origin of a context's request.
func OriginOf(ctx context.Context) Origin {
	o, _ := ctx.Value(originKey{}).(Origin)
	return o
}

var errNoTransaction = errors.New("an entry of the log must be written in the transaction that it records")

// Append writes an entry with all changes of the context's transaction since its last entry.
// When it fails, the transaction must fail too.
func Append(ctx context.Context, s *store.Store, e Event) error {
	if !store.Logged(ctx) {
		if ent.TxFromContext(ctx) == nil {
			return errNoTransaction
		}
		return nil // logging is off, to measure its cost
	}
	return insert(ctx, s, []Event{e}, [][]store.Change{store.TakeChanges(ctx)})
}

// AppendAll is Append for events that each tell of the changes of some of the rows: those whose
// ids their Rows name, in that order. Every change must belong to one.
func AppendAll(ctx context.Context, s *store.Store, events []Event) error {
	if !store.Logged(ctx) {
		return Append(ctx, s, Event{})
	}
	byRow := map[int64][]store.Change{}
	left := 0
	for _, c := range store.TakeChanges(ctx) {
		byRow[c.ID] = append(byRow[c.ID], c)
		left++
	}
	changes := make([][]store.Change, len(events))
	for i, e := range events {
		for _, id := range e.Rows {
			changes[i] = append(changes[i], byRow[id]...)
			left -= len(byRow[id])
			delete(byRow, id)
		}
	}
	if left > 0 {
		return fmt.Errorf("%w: %d changes belong to none of %d entries", store.ErrUnlogged, left, len(events))
	}
	return insert(ctx, s, events, changes)
}

// Bounds of a statement that inserts entries into the inbox, see parts in ent.
const (
	inboxBytes = 1 << 20
	inboxRows  = 2000
)

// insert puts the entries of events into the inbox.
func insert(ctx context.Context, s *store.Store, events []Event, changes [][]store.Change) error {
	staged, _ := viewer.Import(ctx)
	var args []any
	bytes := 0
	flush := func() error {
		if len(args) == 0 {
			return nil
		}
		_, err := ent.TxFromContext(ctx).ExecContext(viewer.System(ctx), insertInbox+strings.Repeat(", (?, ?, ?)", len(args)/3-1), args...)
		args, bytes = args[:0], 0
		return err
	}
	for i, e := range events {
		body, texts, err := written(ctx, s, e, changes[i])
		if err != nil {
			return err
		}
		if bytes+len(body)+len(texts) > inboxBytes || len(args) == 3*inboxRows {
			if err := flush(); err != nil {
				return err
			}
		}
		args, bytes = append(args, staged, body, texts), bytes+len(body)+len(texts)
	}
	return flush()
}

// written is the sealed body of an event's entry, and its texts.
func written(ctx context.Context, s *store.Store, e Event, changes []store.Change) (body, beside string, err error) {
	texts := &Texts{Details: newSalted()}
	entry, err := describe(ctx, s, e, changes, texts)
	if err != nil {
		return "", "", err
	}
	b, err := Encode(entry)
	if err != nil {
		return "", "", err
	}
	t, err := Encode(texts)
	return string(tlog.Seal(s, b)), string(t), err
}

// Write runs fn in a transaction and appends the event. The row that fn returns is the object,
// and its unit the unit concerned.
func Write[T any](ctx context.Context, s *store.Store, e Event, fn func(context.Context, *ent.Tx) (T, error)) (T, error) {
	return store.WithValue(ctx, s, func(ctx context.Context, tx *ent.Tx) (T, error) {
		out, err := fn(ctx, tx)
		if err != nil {
			return out, err
		}
		e := e
		e.Object, e.At = placeOf(out)
		return out, Append(ctx, s, e)
	})
}

// placeOf returns the id of a row and the levels of its unit, none where it has no unit.
func placeOf(row any) (id int64, at authz.Levels) {
	v := reflect.ValueOf(row).Elem()
	for i, name := range [len(at)]string{"L1", "L2", "L3", "L4", "L5", "L6"} {
		if f := v.FieldByName(name); f.IsValid() {
			at[i] = f.Int()
		}
	}
	return v.FieldByName("ID").Int(), at
}

var insertInbox = fmt.Sprintf("INSERT INTO %s (%s, %s, %s) VALUES (?, ?, ?)", auditinbox.Table, auditinbox.FieldImportID, auditinbox.FieldBody, auditinbox.FieldTexts)

// describe builds the entry of an event.
func describe(ctx context.Context, s *store.Store, e Event, changes []store.Change, texts *Texts) (*Entry, error) {
	origin, at := OriginOf(ctx), s.Now()
	if Anonymous(e.Action) {
		origin, at = Origin{}, s.Today()
	}
	entry := &Entry{Version: 1, At: at, Action: e.Action, Actor: actorOf(ctx, e), Unit: unitOf(e.At),
		Subjects: e.Subjects, Erased: e.Erased, Lost: e.Lost, Request: origin.Request, Operation: origin.Operation}
	if v := viewer.Actor(ctx); v != nil && e.Right != "" {
		if g, ok := authz.ActingGrant(v, e.Right, e.At); ok {
			entry.Authority = &Authority{Right: e.Right, Role: g.Role, Basis: g.Basis}
			if len(g.Scope.Roots) > 0 {
				entry.Authority.Unit = g.Scope.Roots[0].ID
			}
		}
	}
	if e.Object != 0 {
		entry.Object = &Object{TypeOf(e.Object), e.Object}
	}
	detail := func(name, text string) {
		if text == "" {
			return
		}
		if entry.Details == nil {
			entry.Details = map[string]string{}
		}
		entry.Details[name] = texts.Details.commit(name, text)
	}
	detail("reason", e.Reason)
	detail("address", origin.Address)
	for name, text := range e.Details {
		detail(name, text)
	}
	for _, row := range e.States {
		c := stateOf(row)
		c.Links = e.links[c.ID]
		changes = append(changes, c)
	}
	for _, c := range changes {
		t := newSalted()
		d, err := t.diffOf(c, e.Bare)
		if err != nil {
			return nil, err
		}
		entry.Changes, texts.Changes = append(entry.Changes, d), append(texts.Changes, t)
	}
	return entry, nil
}

// Anonymous reports whether entries of an action omit the actor, the address, the request and
// the time of day, so that the log cannot be used to trace who wrote to the authorities.
func Anonymous(action term.AuditAction) bool { return action == term.AuditActionReceiveFeedback }

// RowStands is the Op of an unchanged row whose state an entry attests.
const RowStands store.ChangeOp = "STATE"

func stateOf(row any) store.Change {
	values := store.Columns(row)
	return store.Change{Type: TypeOf(values.ID()), ID: values.ID(), Op: RowStands, Row: values}
}

func actorOf(ctx context.Context, e Event) Actor {
	v := viewer.Actor(ctx)
	switch {
	case Anonymous(e.Action):
		return Actor{Kind: ActorProgram}
	case v != nil && v.TokenID != 0:
		return Actor{Kind: ActorToken, Account: v.AccountID, Person: v.PersonID, Token: v.TokenID}
	case v != nil:
		return Actor{Kind: ActorAccount, Account: v.AccountID, Person: v.PersonID}
	case e.Account != 0:
		return Actor{Kind: ActorAccount, Account: e.Account}
	case e.Action == term.AuditActionRefuseSignIn:
		return Actor{Kind: ActorNobody}
	}
	return Actor{Kind: ActorProgram}
}

// unitOf is the unit of levels.
func unitOf(at authz.Levels) int64 {
	var unit int64
	for _, id := range at {
		if id != 0 {
			unit = id
		}
	}
	return unit
}
