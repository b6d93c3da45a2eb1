package audit

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/auditentry"
	"sineng/ent/logcursor"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// Followed is an entry with its place in the log.
type Followed struct {
	*Entry
	Index int64
}

const (
	// followBatch is how many entries a follower reads in one transaction.
	followBatch = 500
	// followTries is how often a follower tries an entry that fails before it goes past it.
	followTries = 20
)

// Follower reads the log behind those who write it, from where it stopped the last time.
// What fails in it fails nobody's write.
type Follower struct {
	Store *store.Store
	// Name is that of its cursor.
	Name string
	// Actions are those of the entries that it is given.
	Actions []term.AuditAction
	// Do works on entries in their order, in the transaction that moves the cursor on: what
	// it writes there it writes once.
	Do func(ctx context.Context, tx *ent.Tx, entries []Followed) error
	// Passed is told of an entry that failed too often and is gone past.
	Passed func(index int64, err error)

	most   int64 // entries of the next transaction, 0 for followBatch
	failed int   // how often the first entry failed alone
}

// Pass follows the log to its end. Of two that follow by the same cursor at the same time
// one waits for the other.
func (f *Follower) Pass(ctx context.Context) error {
	ctx = viewer.System(ctx)
	for {
		n, more, err := f.step(ctx, f.failed >= followTries)
		if err == nil {
			f.failed, f.most = 0, min(2*f.span(), followBatch)
			if !more {
				return nil
			}
			continue
		}
		if ctx.Err() != nil {
			return err
		}
		if n > 1 {
			f.most = max(1, min(n, f.span())/2) // finds the entry that fails
			continue
		}
		f.failed++
		if f.failed < followTries {
			return err
		}
		if f.failed > followTries {
			f.failed = followTries // it is not the entry that fails
			return err
		}
		if f.Passed != nil {
			f.Passed(f.at(ctx), err)
		}
	}
}

func (f *Follower) span() int64 {
	if f.most == 0 {
		return followBatch
	}
	return f.most
}

// at is where the cursor stands.
func (f *Follower) at(ctx context.Context) int64 {
	c, err := f.Store.Client.LogCursor.Query().Where(logcursor.Name(f.Name)).Only(ctx)
	if err != nil {
		return 0
	}
	return c.Next
}

// step works on the next entries, n of them, and tells whether there are more; blind goes
// past them.
func (f *Follower) step(ctx context.Context, blind bool) (n int64, more bool, err error) {
	end, err := size(ctx, f.Store.Client)
	if err != nil {
		return 0, false, err
	}
	cursor, err := f.Store.Client.LogCursor.Query().Where(logcursor.Name(f.Name)).Only(ctx)
	if ent.IsNotFound(err) {
		cursor, err = f.Store.Client.LogCursor.Create().SetName(f.Name).SetNext(0).Save(ctx)
	}
	if err != nil || cursor.Next == end {
		return 0, false, err
	}
	// A backup that was restored may end before the cursor.
	from, to := min(cursor.Next, end), min(cursor.Next+f.span(), end)
	moved := true
	err = store.WithTx(ctx, f.Store, func(ctx context.Context, tx *ent.Tx) error {
		// The cursor moves first, so that another follower waits here and finds it moved.
		found, err := tx.LogCursor.Update().Where(logcursor.ID(cursor.ID), logcursor.Next(cursor.Next)).SetNext(to).Save(ctx)
		if moved = found == 1; err != nil || !moved || blind {
			return err
		}
		rows, err := tx.AuditEntry.Query().Where(auditentry.IDGTE(EntryID(from)), auditentry.IDLT(EntryID(to)), auditentry.ActionIn(f.Actions...)).
			Order(auditentry.ByID()).All(ctx)
		if err != nil || len(rows) == 0 {
			return err
		}
		entries := make([]Followed, len(rows))
		for i, row := range rows {
			e, err := parse([]byte(row.Body))
			if err != nil {
				return err
			}
			entries[i] = Followed{e, IndexOf(row.ID)}
		}
		return f.Do(ctx, tx, entries)
	})
	return to - from, to < end || !moved, err
}

// Run follows the log at an interval until the context ends.
func (f *Follower) Run(ctx context.Context, every time.Duration, report func(error)) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if err := f.Pass(ctx); err != nil && ctx.Err() == nil {
				report(err)
			}
		}
	}
}

// Changed are the ids of the rows of an entity that the entry tells of, its object included.
func (e *Entry) Changed(entity string) []int64 {
	var out []int64
	seen := map[int64]bool{}
	add := func(o Object) {
		if o.Type == entity && !seen[o.ID] {
			seen[o.ID] = true
			out = append(out, o.ID)
		}
	}
	if e.Object != nil {
		add(*e.Object)
	}
	for _, c := range e.Changes {
		add(c.Object)
	}
	return out
}

// Skip lets a follower that has not begun yet begin at the end of the log.
func (f *Follower) Skip(ctx context.Context) error {
	ctx = viewer.System(ctx)
	begun, err := f.Store.Client.LogCursor.Query().Where(logcursor.Name(f.Name)).Exist(ctx)
	if err != nil || begun {
		return err
	}
	end, err := size(ctx, f.Store.Client)
	if err != nil {
		return err
	}
	return f.Store.Client.LogCursor.Create().SetName(f.Name).SetNext(end).Exec(ctx)
}
