// Package sample fills an empty database with a fictitious market regulation
// system: its units and people, their powers, and a risk register with a
// history.
package sample

import (
	"context"
	"errors"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/account"
	"sineng/server/audit"
	"sineng/server/org"
	"sineng/server/process"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/tally"
)

// Result describes the sample.
type Result struct {
	Accounts []Account
	Figures  Figures
}

// Figures counts the rows of the sample.
type Figures struct {
	Units, Posts, People, Appointments, Portfolios, Duties int
	Powers, Processes, Measures, Assessments               int
	RiskPoints                                             int                // all, retired ones included
	ByGrade                                                map[term.Grade]int // risk points in force
	Retired                                                int
	UncontrolledA                                          int
}

// ErrNotEmpty means that the database already contains data.
var ErrNotEmpty = errors.New("the database is not empty; the sample needs one of its own")

// Load fills an empty database in one transaction. The same now gives the same
// sample.
func Load(ctx context.Context, s *store.Store, accounts *account.Service, now time.Time) (*Result, error) {
	l, err := fillIn(ctx, s, accounts, now)
	if err != nil {
		return nil, err
	}
	return &l.result, nil
}

// fillIn fills the register and returns the loader.
func fillIn(ctx context.Context, s *store.Store, accounts *account.Service, now time.Time) (*loader, error) {
	return store.WithValue(viewer.System(ctx), s, func(ctx context.Context, tx *ent.Tx) (*loader, error) {
		if taken, err := occupied(ctx, tx); err != nil {
			return nil, err
		} else if taken {
			return nil, ErrNotEmpty
		}
		l := newLoader(s, accounts, tx, now)
		return l, l.load(ctx)
	})
}

func occupied(ctx context.Context, tx *ent.Tx) (bool, error) {
	if taken, err := tx.Unit.Query().Exist(ctx); err != nil || taken {
		return taken, err
	}
	return tx.Account.Query().Exist(ctx)
}

// loader is one run of Load.
type loader struct {
	dice
	now   time.Time
	clock time.Time // time that the services take for the present
	tx    *ent.Tx
	store *store.Store

	org       *org.Service
	register  *register.Service
	processes *process.Service
	accounts  *account.Service

	root     *node
	nodes    []*node // from the top down
	group    []*person
	people   []*person
	risks    []*risk
	fences   []*fence
	events   []event
	viewers  map[viewerKey]*viewer.Viewer
	texts    map[string]bool // titles and manifestations already used
	measured map[string]bool
	result   Result
}

func newLoader(s *store.Store, accounts *account.Service, tx *ent.Tx, now time.Time) *loader {
	l := &loader{dice: newDice(), now: now.UTC().Truncate(time.Microsecond), tx: tx, accounts: accounts,
		viewers: map[viewerKey]*viewer.Viewer{}, texts: map[string]bool{}, measured: map[string]bool{}}
	// A copy with a clock of its own: the rest of the program keeps the
	// present time.
	past := *s
	past.Now = func() time.Time { return l.clock }
	l.store = &past
	l.org = org.New(l.store)
	l.register = register.New(l.store, register.DefaultRecipe)
	l.processes = process.New(l.store, l.register)
	return l
}

func (l *loader) load(ctx context.Context) error {
	for _, part := range []func(context.Context) error{
		l.makeUnits, l.makePosts, l.makePeople, l.makeAppointments, l.makePortfolios, l.makeDuties,
		l.makePowers, l.makeClockRule, l.planRisks, l.runEvents, l.planMeasures, l.makeMeasures, l.runEvents, l.makeAccounts, l.finish,
	} {
		if err := part(ctx); err != nil {
			return err
		}
		if err := audit.Append(ctx, l.store, audit.Event{Action: term.AuditActionLoadSample}); err != nil {
			return err
		}
	}
	return nil
}

// finish folds the counts and computes the figures.
func (l *loader) finish(ctx context.Context) error {
	if _, err := tally.Fold(ctx, l.store); err != nil {
		return err
	}
	return l.figures(ctx)
}

// placed creates rows of a unit in batches that fit into one statement.
func placed[B interface{ Mutation() M }, M ent.Mutation, T any](
	ctx context.Context, rows []B, nodes []*node, save func(context.Context, []B) ([]T, error),
) ([]T, error) {
	const portion = 400
	var out []T
	for i, row := range rows {
		if err := org.Place(row.Mutation(), nodes[i].unit); err != nil {
			return nil, err
		}
	}
	for len(rows) > 0 {
		n := min(len(rows), portion)
		made, err := save(ctx, rows[:n])
		if err != nil {
			return nil, err
		}
		out, rows = append(out, made...), rows[n:]
	}
	return out, nil
}
