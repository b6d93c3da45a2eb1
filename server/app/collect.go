package app

import (
	"context"
	"maps"
	"time"

	"sineng/ent/term"
	"sineng/server/audit/verify"
	"sineng/server/job"
	"sineng/server/notice"
	"sineng/server/pending"
	"sineng/server/search"
	"sineng/server/tally"
	"sineng/server/timer"
	"sineng/server/todo"
)

// What a service may bring. It offers it by the method alone; nothing else registers it.
type (
	working  interface{ Workers() []job.Worker }
	handling interface {
		Jobs() map[term.JobKind]job.Handler
	}
	checking  interface{ Checks() []verify.Check }
	timing    interface{ Timers() []timer.Handler }
	notifying interface{ Notices() notice.Source }
	asking    interface{ ToDo() todo.Source }
	acting    interface{ Acts() []pending.Kind }
	telling   interface{ Texts() []search.Source }
)

// services are all that are built, each after those that it uses. Which of them brings what
// is found by its methods.
func (a *App) services() []any {
	return []any{
		a.Accounts, a.Calendar, a.Org, a.Clocks, a.Register, a.Processes, a.Balance, a.SupervisionChecks, a.Tasks, a.Monitoring, a.Education, a.Rulebook, a.Tracking, a.Warnings, a.Instructions, a.Forms, a.Files, a.Publicity, a.Campaigns, a.Reviews, a.Meetings, a.Objections, a.Supervision,
		a.Exchange, a.Paper, a.Hints, a.Imports, a.Notices, a.Deliveries, a.ToDos, a.Live, a.Jobs, a.Timer, a.Audit, a.Separation, a.Verify, a.Acts,
		a.Search,
	}
}

// optimizeEvery is how often the database's statistics are renewed.
const optimizeEvery = time.Hour

// Workers are all that the program does in the background.
func (a *App) Workers() []job.Worker {
	out := tally.Workers(a.Store)
	for _, s := range a.services() {
		if w, ok := s.(working); ok {
			out = append(out, w.Workers()...)
		}
	}
	return append(out, job.Worker{Name: "store.optimize", Run: job.Every(optimizeEvery, func(ctx context.Context) error { return a.Store.Optimize(ctx) })})
}

// Checks are what a verification runs beside the log and the rows.
func (a *App) Checks() []verify.Check {
	out := append(tally.Checks(), verify.Enumerations(), verify.Folds())
	for _, s := range a.services() {
		if c, ok := s.(checking); ok {
			out = append(out, c.Checks()...)
		}
	}
	return out
}

// handlers do the jobs, by their kind.
func (a *App) handlers() map[term.JobKind]job.Handler {
	out := map[term.JobKind]job.Handler{}
	for _, s := range a.services() {
		if h, ok := s.(handling); ok {
			maps.Copy(out, h.Jobs())
		}
	}
	return out
}

// timers act on what is due.
func (a *App) timers() []timer.Handler {
	var out []timer.Handler
	for _, s := range a.services() {
		if t, ok := s.(timing); ok {
			out = append(out, t.Timers()...)
		}
	}
	return out
}

// noticeSources are the kinds of notices that services bring.
func (a *App) noticeSources() []notice.Source {
	out := []notice.Source{notice.Jobs()}
	for _, s := range a.services() {
		if n, ok := s.(notifying); ok {
			out = append(out, n.Notices())
		}
	}
	return out
}

// toDoSources are the sections of the to-do that services bring.
func (a *App) toDoSources() []todo.Source {
	var out []todo.Source
	for _, s := range a.services() {
		if t, ok := s.(asking); ok {
			out = append(out, t.ToDo())
		}
	}
	return out
}

// texts are those that are found, which services bring.
func (a *App) texts() []search.Source {
	var out []search.Source
	for _, s := range a.services() {
		if t, ok := s.(telling); ok {
			out = append(out, t.Texts()...)
		}
	}
	return out
}

// acts are the kinds of acts that wait for a second person, which services bring.
func (a *App) acts() []pending.Kind {
	var out []pending.Kind
	for _, s := range a.services() {
		if t, ok := s.(acting); ok {
			out = append(out, t.Acts()...)
		}
	}
	return out
}
