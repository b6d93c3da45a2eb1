// Package graph is the GraphQL API: it maps input to one call of a service and the result to
// the payload. It contains no rules of the domain.
package graph

import (
	"context"

	"sineng/ent/viewer"
	"sineng/server/account"
	"sineng/server/attachment"
	"sineng/server/audit"
	"sineng/server/audit/verify"
	"sineng/server/authz"
	"sineng/server/balance"
	"sineng/server/calendar"
	"sineng/server/campaign"
	"sineng/server/check"
	"sineng/server/clock"
	"sineng/server/deliver"
	"sineng/server/education"
	"sineng/server/exchange"
	"sineng/server/form"
	"sineng/server/hint"
	"sineng/server/indicator"
	"sineng/server/instruction"
	"sineng/server/job"
	"sineng/server/live"
	"sineng/server/meeting"
	"sineng/server/notice"
	"sineng/server/objection"
	"sineng/server/org"
	"sineng/server/paper"
	"sineng/server/pending"
	"sineng/server/proceeding"
	"sineng/server/process"
	"sineng/server/publicity"
	"sineng/server/register"
	"sineng/server/review"
	"sineng/server/rulebook"
	"sineng/server/search"
	"sineng/server/store"
	"sineng/server/supervision"
	"sineng/server/task"
	"sineng/server/todo"
	"sineng/server/warning"
)

// Services are the services that the API uses; package app builds each of them once.
type Services struct {
	Store             *store.Store
	Accounts          *account.Service
	Acts              *pending.Service
	Org               *org.Service
	Register          *register.Service
	Processes         *process.Service
	Forms             *form.Service
	Reviews           *review.Service
	Paper             *paper.Service
	Meetings          *meeting.Service
	Supervision       *supervision.Service
	Balance           *balance.Service
	SupervisionChecks *check.Service
	Warnings          *warning.Service
	Instructions      *instruction.Service
	Tasks             *task.Service
	Monitoring        *indicator.Service
	Education         *education.Service
	Rulebook          *rulebook.Service
	Tracking          *proceeding.Service
	Calendar          *calendar.Service
	Clocks            *clock.Service
	Campaigns         *campaign.Service
	Imports           *exchange.Jobs
	Jobs              *job.Runner
	Files             *attachment.Service
	Publicity         *publicity.Service
	Objections        *objection.Service
	Audit             *audit.Service
	Verify            *verify.Service
	Notices           *notice.Service
	Deliveries        *deliver.Service
	ToDos             *todo.Service
	Hints             *hint.Service
	// Live tells subscribers what of theirs has changed.
	Live *live.Service
	// Search keeps the index of the texts that are found.
	Search *search.Service
}

// Resolver holds the services.
type Resolver struct {
	Services
	// Language is the language of the request, "zh" or "en".
	Language func(ctx context.Context) string
	// Oidc is the text of the identity provider's button; empty without a provider.
	Oidc string
	// Cookie sets the session cookie of the browser; an empty token deletes it.
	Cookie func(ctx context.Context, token string)
	// Token is the session token of the request.
	Token func(ctx context.Context) string
}

func (r *Resolver) load() loader { return loader{r.Store.Today} }

func allowed(ctx context.Context, levels authz.Levels) []authz.Action {
	return authz.Allowed(viewer.FromContext(ctx), levels)
}

// pageOf is the page that a list field requests.
func pageOf(first int, after *string) store.Page {
	p := store.Page{First: first}
	if after != nil {
		p.After = *after
	}
	return p
}

// or is a filter, or its zero value when it is left out.
func or[T any](filter *T) T {
	if filter == nil {
		var none T
		return none
	}
	return *filter
}

// worded selects the text in the language of the request.
func worded(ctx context.Context, r *Resolver, zh, en string) string {
	if r.Language(ctx) == "en" {
		return en
	}
	return zh
}
