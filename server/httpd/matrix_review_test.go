package httpd_test

import (
	"fmt"
	"maps"

	"sineng/server/authz"
)

// ofForm returns a try on a department's form, which whoever reads the
// register sees.
func ofForm(args string) []try { return []try{{args: args, sees: authz.ReadRegister, reads: true}} }

// reviewCells returns the ways to use the root fields of the review. The
// places' forms are drafts: whoever sees one and is let in gets the error that
// it does not take such a step.
var reviewCells = map[string]func(p *place, a *actor) []try{
	"formsToReview": alone("(first:10)", "{nodes{id}}"),
	"delegations": func(p *place, _ *actor) []try {
		return []try{{args: "(first:10)", body: "{nodes{id}}"}}
	},
	"yearDifference": func(p *place, _ *actor) []try { return ofForm(fmt.Sprintf("(formId:%q)", p.form)) },
	"submitForm": func(p *place, _ *actor) []try {
		return []try{{args: input(`formId:%q,expectedVersion:1`, p.form), want: fills}}
	},
	"recallForm":  func(p *place, _ *actor) []try { return ofForm(input(`formId:%q,expectedVersion:1`, p.form)) },
	"approveForm": func(p *place, _ *actor) []try { return ofForm(input(`formId:%q,expectedVersion:1`, p.form)) },
	"returnForm": func(p *place, _ *actor) []try {
		return ofForm(input(`formId:%q,expectedVersion:1,to:DRAFT,reason:"不妥"`, p.form))
	},
	"reviewForms": func(p *place, _ *actor) []try {
		return []try{{args: input(`verdicts:[{formId:%q,expectedVersion:1,verdict:APPROVED}]`, p.form), want: always(ok)}}
	},
	"askRevision": func(p *place, _ *actor) []try {
		return ofForm(input(`formId:%q,expectedVersion:1,reason:"调整"`, p.form))
	},
	"allowRevision": func(p *place, _ *actor) []try { return ofForm(input(`formId:%q,expectedVersion:1`, p.form)) },
	"refuseRevision": func(p *place, _ *actor) []try {
		return ofForm(input(`formId:%q,expectedVersion:1,reason:"不必"`, p.form))
	},
	"delegate": func(p *place, _ *actor) []try {
		return []try{{args: input(`deputyId:%q,from:"2026-03-12",to:"2026-05-12",reason:"出差"`, p.person), want: func(o oracle) string {
			// An account without a person gets the error that it must name
			// one.
			if o.a.role == "" || o.a.everywhere || o.sees(authz.ReadOrganisation, true) {
				return ok
			}
			return notFound
		}}}
	},
	"endDelegation": func(p *place, _ *actor) []try {
		// Whoever sees the people there sees their delegations; whoever
		// manages the offices ends them.
		return []try{{args: input(`delegationId:%q,expectedVersion:1`, p.delegation), want: func(o oracle) string {
			switch {
			case !o.sees(authz.ReadOrganisation, false):
				return notFound
			case o.may(authz.EditPeople):
				return ok
			}
			return forbidden
		}}}
	},
}

func init() { maps.Copy(cells, reviewCells) }
