// Package follow reads the audit log behind those who write it: a follower works on entries in
// their order, from where it stopped the last time. What fails in it fails nobody's write.
package follow

import (
	"context"
	"errors"
	"fmt"
	"time"

	"sineng/ent"
	"sineng/ent/logcursor"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/job"
	"sineng/server/store"
)

// Entry is an entry of the log with its place there.
type Entry = audit.Indexed

const (
	// atOnce is how many entries a follower reads in one transaction.
	atOnce = 500
	// MostTries is how often a follower tries an entry that fails before it skips it.
	MostTries = 6
	// failureLength is how much of an error is kept with a cursor.
	failureLength = 500
)

// Follower is one that follows the log.
type Follower struct {
	Store *store.Store
	// Name is that of its cursor, the place in the log that it has reached.
	Name string
	// Actions are those of the entries that it is given; none for all.
	Actions []term.AuditAction
	// Do works on entries, in the transaction that moves the cursor on: what it writes there it
	// writes once.
	Do func(ctx context.Context, tx *ent.Tx, entries []Entry) error

	span   int64 // entries of the next transaction, 0 for atOnce
	failed int   // how often the first entry failed alone
}

// SkippedError tells of an entry that was skipped, since the follower failed on it too often.
type SkippedError struct {
	Follower string
	Index    int64
	Cause    error
}

func (e *SkippedError) Error() string {
	return fmt.Sprintf("%s skips entry %d of the log: %v", e.Follower, e.Index, e.Cause)
}

// Unwrap is what went wrong.
func (e *SkippedError) Unwrap() error { return e.Cause }

// Worker follows the log at an interval.
func (f *Follower) Worker(every time.Duration) job.Worker {
	return job.Worker{Name: f.Name + ".follow", Run: job.Every(every, f.Pass)}
}

// Pass follows the log to its end. An entry that fails ends the pass and is tried again with the
// next one; when it has failed MostTries times it is skipped, and the pass, which goes on, returns a
// SkippedError at its end. Of two servers that follow by the same cursor one waits for the other.
func (f *Follower) Pass(ctx context.Context) error {
	ctx = viewer.System(ctx)
	var skipped error
	for {
		s, err := f.step(ctx)
		switch {
		case err == nil:
			f.failed, f.span = 0, min(2*f.width(), atOnce)
			if !s.more {
				return skipped
			}
		case ctx.Err() != nil, s.to == s.from:
			return errors.Join(skipped, err)
		case s.to-s.from > 1:
			f.span = max(1, (s.to-s.from)/2) // finds the entry that fails
		default:
			if f.failed++; f.failed < MostTries {
				return errors.Join(skipped, err)
			}
			// Where the cursor does not move either, it is not the entry that fails.
			if f.skip(ctx, s.from, err) != nil {
				return errors.Join(skipped, err)
			}
			f.failed = 0
			skipped = errors.Join(skipped, &SkippedError{f.Name, s.from, err})
		}
	}
}

// width is how many entries the next transaction reads at most.
func (f *Follower) width() int64 {
	if f.span == 0 {
		return atOnce
	}
	return f.span
}

// Behind is how many entries of the log the follower has not worked on.
func (f *Follower) Behind(ctx context.Context) (int64, error) {
	ctx = viewer.System(ctx)
	end, err := audit.End(ctx, f.Store.Client)
	if err != nil {
		return 0, err
	}
	cursor, err := f.Store.Client.LogCursor.Query().Where(logcursor.Name(f.Name)).Only(ctx)
	if ent.IsNotFound(err) {
		return end, nil
	}
	if err != nil {
		return 0, err
	}
	return max(0, end-cursor.Next), nil
}

// step is one transaction of a follower: the entries from one index up to another.
type step struct {
	from, to int64
	more     bool // whether there are entries after them
}

// step works on the next entries.
func (f *Follower) step(ctx context.Context) (step, error) {
	end, err := audit.End(ctx, f.Store.Client)
	if err != nil {
		return step{}, err
	}
	cursor, err := f.cursor(ctx)
	if err != nil || cursor.Next == end {
		return step{}, err
	}
	// A backup that was restored may end before the cursor.
	s := step{from: min(cursor.Next, end), to: min(cursor.Next+f.width(), end)}
	moved := true
	err = store.WithTx(ctx, f.Store, func(ctx context.Context, tx *ent.Tx) error {
		// The cursor moves first, so that another follower waits here and finds it moved.
		n, err := tx.LogCursor.Update().Where(logcursor.ID(cursor.ID), logcursor.Next(cursor.Next)).SetNext(s.to).Save(ctx)
		if moved = n == 1; err != nil || !moved {
			return err
		}
		entries, err := audit.ReadLog(ctx, tx.Client(), s.from, s.to, f.Actions...)
		if err != nil || len(entries) == 0 {
			return err
		}
		return f.Do(ctx, tx, entries)
	})
	s.more = s.to < end || !moved
	return s, err
}

// skip moves the cursor past one entry and keeps with it what went wrong, unless another server has
// moved it.
func (f *Follower) skip(ctx context.Context, index int64, cause error) error {
	text := []rune(cause.Error())
	return store.WithTx(ctx, f.Store, func(ctx context.Context, tx *ent.Tx) error {
		return tx.LogCursor.Update().Where(logcursor.Name(f.Name), logcursor.Next(index)).SetNext(index + 1).
			AddSkipped(1).SetSkippedIndex(index).SetSkippedAt(f.Store.Now()).SetFailure(string(text[:min(len(text), failureLength)])).Exec(ctx)
	})
}

// cursor is the follower's, at the start of the log where it has not begun yet.
func (f *Follower) cursor(ctx context.Context) (*ent.LogCursor, error) {
	byName := f.Store.Client.LogCursor.Query().Where(logcursor.Name(f.Name))
	cursor, err := byName.Clone().Only(ctx)
	if !ent.IsNotFound(err) {
		return cursor, err
	}
	cursor, err = store.WithValue(ctx, f.Store, func(ctx context.Context, tx *ent.Tx) (*ent.LogCursor, error) {
		return tx.LogCursor.Create().SetName(f.Name).SetNext(0).Save(ctx)
	})
	if ent.IsConstraintError(err) { // another server was faster
		return byName.Only(ctx)
	}
	return cursor, err
}

// Skip lets a follower that has not begun yet begin at the end of the log. It joins the transaction
// of the context and tells whether the follower begins with it.
func (f *Follower) Skip(ctx context.Context) (begins bool, err error) {
	ctx = viewer.System(ctx)
	client := f.Store.Reader(ctx)
	begun, err := client.LogCursor.Query().Where(logcursor.Name(f.Name)).Exist(ctx)
	if err != nil || begun {
		return false, err
	}
	end, err := audit.End(ctx, client)
	if err != nil {
		return false, err
	}
	err = store.WithTx(ctx, f.Store, func(ctx context.Context, tx *ent.Tx) error {
		return tx.LogCursor.Create().SetName(f.Name).SetNext(end).Exec(ctx)
	})
	return err == nil, err
}
