package httpd_test

import (
	"fmt"
	"maps"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/graph/scalar"
	"sineng/server/authz"
	"sineng/server/testkit"
)

// ruled are the rows of a document of rules.
type ruled struct{ document, edition, link, review string }

// rulesOf inserts a document of a unit with an edition that holds and one that is yet to come, on which a measure stands, with an open review.
func rulesOf(db *testkit.DB, u *ent.Unit, measure int64) ruled {
	now, today, ctx, id := db.Now(), db.Today(), testkit.System(), scalar.EncodeID
	d := db.Raw.Client.RulesDocument.Create().SetTitle("资金管理办法").SetKind(term.RulesKindRules).SetNumbers("局发〔2026〕3号").SetInForceFrom(today.AddDate(-1, 0, 0)).
		SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
	edition := func(revision, years int) *ent.RulesEdition {
		return db.Raw.Client.RulesEdition.Create().SetDocumentID(d.ID).SetRevision(revision).SetNumber("局发〔2026〕3号").SetFromDay(today.AddDate(years, 0, 0)).SetReviewDays(30).
			SetAt(now).SetActorName("甲").SaveX(ctx)
	}
	holds, coming := edition(1, -1), edition(2, 1)
	l := db.Raw.Client.RulesLink.Create().SetDocumentID(d.ID).SetMeasureID(measure).SetAt(now).SetActorName("甲").SetUnitID(u.ID).SetLevels(u.Levels()).SaveX(ctx)
	r := db.Raw.Client.RulesReview.Create().SetDocumentID(d.ID).SetEditionID(holds.ID).SetMeasureID(measure).SetTitle(d.Title).SetSubject("双人复核").SetTier(term.RoleDeptHead).
		SetAskedOn(today).SetDueOn(today.AddDate(0, 0, 30)).SetState(term.RulesReviewStateOpen).SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
	return ruled{id(d.ID), id(coming.ID), id(l.ID), id(r.ID)}
}

// ruling returns tries for a change of a document, which is seen from below too, where it is not changed.
func ruling(args string) []try {
	return []try{{args: args, want: func(o oracle) string {
		switch {
		case o.reach:
			return ok
		case o.above:
			return forbidden
		}
		return notFound
	}}}
}

const rulesEdition = `edition:{from:"2026-09-01",changes:"修改第三条"}`

// rulesCells are what is tried of rules documents.
var rulesCells = map[string]func(p *place, a *actor) []try{
	"rulesDocuments": func(p *place, _ *actor) []try {
		return []try{{args: fmt.Sprintf("(filter:{unitId:%q},first:100)", p.unitID), body: "{nodes{id}}", reads: true, lists: []string{p.document}, want: func(o oracle) string {
			if o.may(authz.ReadRegister) && (o.reach || o.above) {
				return ok
			}
			return notFound
		}}}
	},
	"rulesReviews": func(p *place, _ *actor) []try {
		return reading(authz.ReadRegister, fmt.Sprintf("(filter:{measureId:%q},first:100)", p.measure), "{nodes{id}}", p.rulesReview)
	},
	"registerRulesDocument": func(p *place, _ *actor) []try {
		return naming(authz.ReadRegister, input(`unitId:%q,title:"值班规则",kind:WORKING_RULES,%s`, p.unitID, rulesEdition))
	},
	"correctRulesDocument": func(p *place, _ *actor) []try {
		return ruling(input(`documentId:%q,expectedVersion:1,title:"资金办法",kind:RULES`, p.document))
	},
	"issueRulesEdition": func(p *place, _ *actor) []try {
		return ruling(input(`documentId:%q,expectedVersion:1,edition:{from:"2028-01-01",changes:"修改"}`, p.document))
	},
	"correctRulesEdition": func(p *place, _ *actor) []try {
		return ruling(input(`editionId:%q,expectedVersion:1,%s`, p.edition, rulesEdition))
	},
	"withdrawRulesEdition": func(p *place, _ *actor) []try {
		return ruling(input(`editionId:%q,expectedVersion:1,reason:"未通过"`, p.edition))
	},
	"repealRulesDocument": func(p *place, _ *actor) []try {
		return ruling(input(`documentId:%q,expectedVersion:1,from:"2028-01-01",reason:"过时"`, p.document))
	},
	"withdrawRulesRepeal": func(p *place, _ *actor) []try {
		return ruling(input(`documentId:%q,expectedVersion:1`, p.document))
	},
	"linkRules": func(p *place, _ *actor) []try {
		return naming(authz.ReadRegister, input(`documentIds:[%q],powerIds:[%q],measureIds:[%q]`, p.document, p.power, p.measure))
	},
	"unlinkRules": func(p *place, _ *actor) []try {
		return naming(authz.ReadRegister, input(`linkIds:[%q]`, p.rulesLink))
	},
	// By who is asked, or who records there.
	"answerRulesReview": func(p *place, _ *actor) []try {
		return []try{{args: input(`reviewId:%q,expectedVersion:1,outcome:KEPT,note:"无需调整"`, p.rulesReview), want: func(o oracle) string {
			switch {
			case !o.reach || !o.may(authz.ReadRegister):
				return notFound
			case !o.may(authz.RecordRisk):
				return forbidden
			}
			return ok
		}}}
	},
}

func init() { maps.Copy(cells, rulesCells) }
