package httpd_test

import (
	"fmt"
	"maps"
	"slices"

	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/office"
)

// knowsAct reports whether the actor may know of the act that waits at a place:
// whoever may confirm it there, who leads there, and the administrators of the
// whole system.
func knowsAct(o oracle) bool {
	leads := o.force && o.a.scope == "" && o.a.role != term.RoleStaff && slices.Contains(term.Tiers, o.a.role)
	administers := o.force && o.a.scope == "" && o.a.everywhere && office.Administrator(o.a.role)
	return o.reach && (o.may(authz.ConfirmGrants) || leads || administers)
}

// decidesAct returns the answer for the act: whoever knows of it and may
// confirm grants decides it. None of the actors began it or gains by it.
func decidesAct(o oracle) string {
	switch {
	case !knowsAct(o):
		return notFound
	case !o.may(authz.ConfirmGrants):
		return forbidden
	}
	return ok
}

// onAct returns a try for the act of a place with an expected answer.
func onAct(format string, want func(oracle) string) func(*place, *actor) []try {
	return func(p *place, _ *actor) []try { return []try{{args: input(format, p.act), want: want}} }
}

// listingActs returns a try for a list of acts.
func listingActs(sees func(oracle) bool) func(*place, *actor) []try {
	return func(p *place, _ *actor) []try {
		return []try{{args: page100, body: "{acts{id}}", lists: []string{p.act}, want: found(sees)}}
	}
}

// actCells returns the ways to use the root fields of acts that wait for a
// second person, and of what more than one decides.
var actCells = map[string]func(p *place, a *actor) []try{
	"actsToConfirm": listingActs(func(o oracle) bool { return decidesAct(o) == ok }),
	"waitingActs":   listingActs(knowsAct),
	"myActs":        alone("(first:10)", "{totalCount}"),
	"startUp":       alone("", "{acts{id}}"),
	"pendingAct": func(p *place, _ *actor) []try {
		return []try{{args: fmt.Sprintf("(id:%q)", p.act), body: "{id}", want: found(knowsAct)}}
	},
	"confirmAct": onAct(`actId:%q`, decidesAct),
	"declineAct": onAct(`actId:%q,reason:"试点"`, decidesAct),
	"withdrawAct": onAct(`actId:%q`, func(o oracle) string {
		if knowsAct(o) {
			return forbidden // it is for who began it
		}
		return notFound
	}),
	// Start-up is over: everybody is told so, whichever acts they name.
	"confirmActs": onAct(`actIds:[%q]`, always(ok)),

	"countersignVotes": func(p *place, _ *actor) []try {
		return []try{{args: input(`itemId:%q,memberIds:[%q]`, p.ballot, p.voter), want: func(o oracle) string {
			if o.sees(authz.ReadRegister, false) {
				return forbidden // it is for a member of the meeting; see meeting/separation_test.go
			}
			return notFound
		}}}
	},
	"endorseRetirement": func(p *place, _ *actor) (out []try) {
		// Who begins to retire a risk point is who decides its grade.
		for id, action := range map[string]authz.Action{p.agreed: authz.DecideB, p.risk: authz.DecideA, p.open: authz.RecordRisk} {
			out = append(out, try{args: input(`riskPointId:%q,expectedVersion:1,ground:NO_RISK,reason:"消除"`, id), needs: []authz.Action{action}})
		}
		return out
	},
	"concurRetirement": func(p *place, _ *actor) []try {
		return append(naming("", input(`riskPointId:%q,expectedVersion:1`, p.retiring)), naming("", input(`riskPointId:%q,expectedVersion:1`, p.open))...)
	},
	"refuseRetirement": func(p *place, _ *actor) []try {
		return append(naming("", input(`riskPointId:%q,expectedVersion:1,reason:"依据不足"`, p.retiring)), naming("", input(`riskPointId:%q,expectedVersion:1,reason:"依据不足"`, p.open))...)
	},
}

func init() { maps.Copy(cells, actCells) }
