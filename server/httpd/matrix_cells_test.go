package httpd_test

import (
	"fmt"
	"strings"

	"sineng/ent/term"
	"sineng/server/authz"
)

// try is one way to use a root field.
type try struct {
	args  string
	body  string                // selection, `{__typename}` when empty
	sees  authz.Action          // action by which the row is visible; ReadRegister or another
	reads bool                  // the row is only read, so that those of ancestor units are visible too
	needs []authz.Action        // actions of which one must be allowed at the place, where it is not that of the row
	lists []string              // ids that the answer contains exactly when they are visible
	want  func(o oracle) string // the expected answer, where the rules above do not give it
	// session is true for a row whose type no token opens, wherever it is.
	session bool
	apart   bool // works on memory and must not run in a transaction that is rolled back
}

// input formats the argument of a mutation.
func input(format string, args ...any) string {
	return "(input:{" + fmt.Sprintf(format, args...) + "})"
}

// reading returns a try that lists rows.
func reading(sees authz.Action, args, body string, ids ...string) []try {
	return []try{{args: args, body: body, sees: sees, reads: true, lists: ids}}
}

// naming returns a try that writes to the row that it names.
func naming(sees authz.Action, args string) []try { return []try{{args: args, sees: sees}} }

const page100 = "(first:100)"

// Inputs of the matrix, by root field.
var (
	powerDetails     = `details:{code:"N9",name:"新权",type:OTHER,legalBases:[],discretion:NONE}`
	riskDetails      = `details:{title:"新险",riskTypes:[DUTY],manifestation:"违规",foundBy:[SELF]}`
	campaignDetails  = `details:{year:2026,title:"专项",kinds:[POWERS],phases:[{phase:SURVEY,from:"2026-03-12",to:"2026-05-31",due:[{kind:POWERS,on:"2026-05-31"}]}],publicityDays:7,objectionDays:15}`
	holidays         = `ranges:[{from:"2026-01-01",to:"2026-01-03",mark:OFF,name:"元旦"}]`
	clockRule        = `rule:{name:"承诺",number:10,countedIn:WORKING_DAYS,from:"2026-01-01",bases:[{law:"承诺制度",article:"",text:""}]}`
	warningRule      = `rule:{name:"从严",kind:RISK_UNDEFENDED,grades:[A],days:1,colour:RED,to:DEPT_HEAD,answerIn:2,hopIn:2,countedIn:WORKING_DAYS}`
	educationDetails = `details:{kind:STUDY,topic:"学习",heldOn:"2026-03-03",minutes:60}`
	supervision      = `settings:{promptMonths:[1],rhythms:[` + rhythm("RISKS", "A", "LEADING_GROUP", 0) + rhythm("RISKS", "B", "LEADING_GROUP", 0) + rhythm("RISKS", "C", "LEADING_GROUP", 0) + rhythm("HEAD", "null", "LEADING_GROUP", 1) + `]}`
	minor            = `assessment:{likelihood:1,severity:1,consequence:MINOR}`
)

func rhythm(kind, grade, tier string, withA int) string {
	return fmt.Sprintf(`{kind:%s,grade:%s,tier:%s,months:1,monthsWithA:%d,sample:3,hops:[{after:7,countedIn:WORKING_DAYS,to:INSPECTOR}]}`, kind, grade, tier, withA)
}

func measureDetails(risk string) string {
	return fmt.Sprintf(`details:{content:"复核",kind:BALANCE,mechanism:DYNAMIC_MONITORING,scope:GENERAL,riskPointIds:[%q]}`, risk)
}

func sittingDetails(p *place) string {
	return fmt.Sprintf(`details:{title:"会议",heldOn:"2026-03-12",members:[{personId:%q,head:true},{personId:%q},{personId:%q}]}`, p.person, p.colleague, p.third)
}

// alone returns tries for a row that only its own account may see.
func alone(args, body string) func(*place, *actor) []try {
	return func(*place, *actor) []try { return []try{{args: args, body: body}} }
}

// always expects the same answer for every role.
func always(answer string) func(oracle) string { return func(oracle) string { return answer } }

// mine returns tries for imports: one's own is found, anybody else's is not.
func mine(a *actor, p *place, args func(job string) string) []try {
	if p.name == "own" && a.job != "" {
		return []try{{args: args(a.job), want: always(ok), apart: true}}
	}
	return []try{{args: args(a.foreignJob), want: always(notFound), apart: true}}
}

// nodesAt returns the rows of a place that node finds, by the action that
// shows them.
func nodesAt(p *place) map[authz.Action][]string {
	return map[authz.Action][]string{
		authz.ReadOrganisation: {p.unitID, p.post, p.person, p.office, p.portfolio, p.campaign},
		authz.ReadRegister:     {p.duty, p.power, p.process, p.step, p.risk, p.open, p.assessment, p.measure, p.conflict, p.accepted, p.meeting, p.planned, p.agreed, p.retiring, p.asking},
		authz.ReadLog:          {p.entry},
		authz.ReadPersonal:     {p.objection, p.check, p.handover, p.warning},
		authz.HandleFeedback:   {p.feedback},
	}
}

// seesAccount reports whether the actor sees the accounts of a place,
// seesGrant its grants.
func seesAccount(o oracle) bool {
	return o.reach && (o.may(authz.ManageAccounts) || o.may(authz.GrantRoles))
}
func seesGrant(o oracle) bool { return seesAccount(o) || o.reach && o.may(authz.ConfirmGrants) }

// fills returns the answer for a department's form: whoever sees it and keeps
// the register fills it.
func fills(o oracle) string {
	switch {
	case !o.reach || !o.may(authz.ReadRegister):
		return notFound
	case !o.may(authz.EditRegister):
		return forbidden
	}
	return ok
}

func found(sees func(oracle) bool) func(oracle) string {
	return func(o oracle) string {
		if sees(o) {
			return ok
		}
		return notFound
	}
}

// cells returns the ways to use each root field at a place.
var cells = map[string]func(p *place, a *actor) []try{
	"viewer":        alone("", "{account{id}}"),
	"signInOptions": alone("", "{password}"),
	"signIn":        alone(input(`loginName:"nobody-at-all",password:"Falsch-2026!"`), ""),
	"signOut":       alone("", ""),
	"setUp":         alone(input(`token:"x",systemAdmin:{loginName:"a",password:"b"},securityAdmin:{loginName:"a",password:"b"},auditor:{loginName:"a",password:"b"}`), ""),
	"submitSecondFactor": func(*place, *actor) []try {
		// A session that needs no code is refused as one that is not signed
		// in.
		return []try{{args: input(`code:"000000"`), want: always(signedOut)}}
	},
	"changePassword":      alone(input(`oldPassword:"Falsch-2026!",newPassword:"Anders-2026!"`), ""),
	"startSecondFactor":   alone(input(`password:"Falsch-2026!"`), ""),
	"confirmSecondFactor": alone(input(`code:"000000"`), ""),
	"disableSecondFactor": alone(input(`password:"Falsch-2026!",code:"000000"`), ""),
	"renewRecoveryCodes":  alone(input(`password:"Falsch-2026!",code:"000000"`), ""),
	"mySessions":          alone("", ""),
	"myTokens":            alone("", ""),
	"endOtherSessions":    alone("", ""),
	"endSession": func(p *place, _ *actor) []try {
		return []try{{args: input(`sessionId:%q`, p.session), want: always(notFound)}}
	},
	"createToken": func(p *place, _ *actor) []try {
		return []try{{args: input(`name:"x",scopes:[READ_ORGANISATION],unitId:%q,expiresAt:"2026-04-20T00:00:00Z"`, p.unitID), want: func(o oracle) string {
			// Of a unit above, the token has the part below it.
			if o.sees(authz.ReadOrganisation, true) {
				return ok
			}
			return notFound
		}}}
	},
	"revokeToken": func(p *place, _ *actor) []try {
		return []try{{args: input(`tokenId:%q`, p.token), want: func(o oracle) string {
			switch {
			case !seesAccount(o):
				return notFound
			case !o.may(authz.GrantRoles):
				return forbidden
			}
			return ok
		}}}
	},

	"notices":           alone("(first:20)", "{nodes{id}}"),
	"unreadNotices":     alone("", ""),
	"noticeSettings":    alone("", "{mail}"),
	"toDo":              alone("", "{kind count}"),
	"markNoticesRead":   alone(input("ids:[]"), "{unread}"),
	"setNoticeSettings": alone(input(`mail:false,webhook:false,digest:false`), "{settings{mail}}"),
	"sendTestNotice":    alone("", "{settings{mail}}"),

	"setUpLink":           alone(`(token:"x")`, ""),
	"signUpAdministrator": alone(input(`token:"x",account:{loginName:"a",password:"b"}`), ""),

	"accounts": func(p *place, _ *actor) []try {
		return []try{{args: page100, body: "{nodes{id}}", lists: []string{p.account}, want: found(seesAccount)}}
	},
	"pendingGrants": func(p *place, _ *actor) []try {
		return []try{{args: page100, body: "{nodes{id}}", lists: []string{p.grant}, want: found(func(o oracle) bool { return o.reach })}}
	},
	"createAccount": func(p *place, _ *actor) []try {
		return naming("", input(`loginName:"brand-new",personId:%q,firstPassword:"Neu-Passwort-2026"`, p.person))
	},
	"resetPassword": func(p *place, _ *actor) []try {
		return naming("", input(`accountId:%q,firstPassword:"Neu-Passwort-2026"`, p.account))
	},
	"resetSecondFactor": func(p *place, _ *actor) []try { return naming("", input(`accountId:%q,reason:"丢失"`, p.account)) },
	"disableAccount":    func(p *place, _ *actor) []try { return naming("", input(`accountId:%q,reason:"离职"`, p.account)) },
	"enableAccount":     func(p *place, _ *actor) []try { return naming("", input(`accountId:%q,reason:"返岗"`, p.account)) },
	"grantRole": func(p *place, _ *actor) []try {
		return naming("", input(`accountId:%q,role:STAFF,unitId:%q,from:"2026-03-12",reason:"试点"`, p.account, p.unitID))
	},
	"confirmGrant": func(p *place, _ *actor) []try { return naming("", input(`roleAppointmentId:%q`, p.grant)) },
	"declineGrant": func(p *place, _ *actor) []try {
		return naming("", input(`roleAppointmentId:%q,reason:"不妥"`, p.grant))
	},
	"revokeRole": func(p *place, _ *actor) []try {
		return naming("", input(`roleAppointmentId:%q,to:"2026-03-12",reason:"到期"`, p.grant))
	},

	"auditEntries": func(p *place, _ *actor) []try {
		return reading(authz.ReadLog, fmt.Sprintf("(first:100,filter:{unitId:%q})", p.unitID), "{nodes{id}}", p.entry)
	},
	"auditLog":     alone("", "{size}"),
	"unusualReads": alone(`(from:"2026-03-01",to:"2026-03-10")`, ""),
	"verification": alone("", ""),
	"verifyLog":    func(*place, *actor) []try { return []try{{apart: true}} },
	"eraseTexts":   func(p *place, _ *actor) []try { return naming("", input(`personId:%q,reason:"依法"`, p.person)) },

	"node": func(p *place, _ *actor) (out []try) {
		for sees, ids := range nodesAt(p) {
			for _, id := range ids {
				out = append(out, try{args: fmt.Sprintf("(id:%q)", id), body: "{id}", sees: sees, reads: true})
			}
		}
		return append(out, try{args: fmt.Sprintf("(id:%q)", p.form), body: "{id}", sees: authz.ReadRegister, reads: true, session: true},
			try{args: fmt.Sprintf("(id:%q)", p.account), body: "{id}", want: found(seesAccount)},
			try{args: fmt.Sprintf("(id:%q)", p.grant), body: "{id}", want: found(seesGrant)},
			try{args: fmt.Sprintf("(id:%q)", p.session), body: "{id}", want: always(notFound)},
			try{args: fmt.Sprintf("(id:%q)", p.token), body: "{id}", want: always(notFound)})
	},
	"nodes": func(p *place, _ *actor) (out []try) {
		for sees, ids := range nodesAt(p) {
			out = append(out, try{args: `(ids:["` + strings.Join(ids, `","`) + `"])`, body: "{id}", sees: sees, reads: true, lists: ids})
		}
		return append(out, try{args: fmt.Sprintf("(ids:[%q])", p.form), body: "{id}", sees: authz.ReadRegister, reads: true, lists: []string{p.form}, session: true})
	},

	"unit": func(p *place, _ *actor) []try {
		return []try{{args: fmt.Sprintf("(code:%q)", p.unit.Code), body: "{id}", sees: authz.ReadOrganisation, reads: true}}
	},
	"units": func(p *place, _ *actor) []try {
		return reading(authz.ReadOrganisation, page100, "{nodes{id}}", p.unitID)
	},
	"posts": func(p *place, _ *actor) []try { return reading(authz.ReadOrganisation, page100, "{nodes{id}}", p.post) },
	"people": func(p *place, _ *actor) []try {
		return reading(authz.ReadOrganisation, page100, "{nodes{id}}", p.person)
	},
	"portfolios": func(p *place, _ *actor) []try {
		return reading(authz.ReadOrganisation, page100, "{nodes{id}}", p.portfolio)
	},
	"createUnit": func(p *place, _ *actor) []try {
		return naming("", input(`parentId:%q,code:"NEU",name:"新科",kind:DEPARTMENT`, p.unitID))
	},
	"updateUnit": func(p *place, _ *actor) []try {
		return naming("", input(`id:%q,expectedVersion:%d,code:%q,name:"改名",kind:%s,sortOrder:1`, p.unitID, p.unit.Version, p.unit.Code, p.unit.Kind))
	},
	"moveUnit": func(p *place, _ *actor) []try {
		return naming("", input(`id:%q,expectedVersion:%d,newParentId:%q`, p.unitID, p.unit.Version, p.unitID))
	},
	"closeUnit": func(p *place, _ *actor) []try {
		return naming("", input(`id:%q,expectedVersion:%d,on:"2026-03-12"`, p.unitID, p.unit.Version))
	},
	"createPost": func(p *place, _ *actor) []try {
		return naming("", input(`unitId:%q,name:"新岗",duties:"受理",keyPost:false`, p.unitID))
	},
	"updatePost": func(p *place, _ *actor) []try {
		return naming("", input(`id:%q,expectedVersion:1,name:"改岗",duties:"受理",keyPost:false`, p.post))
	},
	"addPerson": func(p *place, _ *actor) []try {
		return naming("", input(`unitId:%q,name:"新人",jobTitle:"科员"`, p.unitID))
	},
	"updatePerson": func(p *place, _ *actor) []try {
		return naming("", input(`id:%q,expectedVersion:1,unitId:%q,name:"改名",jobTitle:"科员"`, p.person, p.unitID))
	},
	"appoint": func(p *place, _ *actor) []try {
		return naming("", input(`personId:%q,postId:%q,from:"2026-03-12"`, p.person, p.post))
	},
	"relieve": func(p *place, _ *actor) []try {
		return naming("", input(`appointmentId:%q,expectedVersion:%d,to:"2026-03-12"`, p.office, p.officeVersion))
	},
	"assignPortfolio": func(p *place, _ *actor) []try {
		return naming("", input(`personId:%q,unitId:%q,kind:IN_CHARGE,from:"2026-03-12"`, p.person, p.unitID))
	},
	"endPortfolio": func(p *place, _ *actor) []try {
		return naming("", input(`portfolioId:%q,expectedVersion:%d,to:"2026-03-12"`, p.portfolio, p.portVersion))
	},

	"powers":         func(p *place, _ *actor) []try { return reading(authz.ReadRegister, page100, "{nodes{id}}", p.power) },
	"duties":         func(p *place, _ *actor) []try { return reading(authz.ReadRegister, page100, "{nodes{id}}", p.duty) },
	"balance":        func(p *place, _ *actor) []try { return naming("", fmt.Sprintf(`(unitId:%q)`, p.unitID)) },
	"powerBalance":   func(p *place, _ *actor) []try { return naming("", fmt.Sprintf(`(powerId:%q)`, p.power)) },
	"balanceRules":   func(_ *place, _ *actor) []try { return naming("", "") },
	"conflicts":      func(p *place, _ *actor) []try { return reading(authz.ReadRegister, page100, "{nodes{id}}", p.conflict) },
	"conflictCounts": func(p *place, _ *actor) []try { return naming("", fmt.Sprintf(`(unitId:%q)`, p.unitID)) },
	"acceptConflict": func(p *place, _ *actor) []try {
		return naming("", input(`conflictId:%q,expectedVersion:1,reason:"人手不足",measureId:%q,until:"2026-06-01"`, p.conflict, p.measure))
	},
	"endAcceptance": func(p *place, _ *actor) []try {
		return naming("", input(`conflictId:%q,expectedVersion:1,reason:"已调整"`, p.accepted))
	},
	"ownBalanceRules": func(p *place, _ *actor) []try { return naming("", fmt.Sprintf(`(unitId:%q)`, p.unitID)) },
	"tryBalanceRule": func(p *place, _ *actor) []try {
		return naming("", fmt.Sprintf(`(unitId:%q,years:0,%s)`, p.unitID, ownRule))
	},
	"saveBalanceRule": func(p *place, _ *actor) []try {
		return naming("", input(`expectedVersion:0,unitId:%q,%s`, p.unitID, ownRule))
	},
	"switchBalanceRule": func(p *place, _ *actor) []try {
		return naming("", input(`id:%q,expectedVersion:1,on:true,reason:"试点"`, p.ownRule))
	},
	"closeRelations": func(p *place, _ *actor) []try {
		return []try{{args: fmt.Sprintf(`(personId:%q)`, p.person), want: func(o oracle) string {
			if o.sees(authz.ReadOrganisation, true) {
				return ok
			}
			return notFound
		}}}
	},
	"declareRelation": func(p *place, _ *actor) []try {
		return []try{{args: input(`personId:%q,otherId:%q,kind:OTHER,from:"2026-03-02"`, p.person, p.third), want: func(o oracle) string {
			switch {
			case !o.sees(authz.ReadOrganisation, false):
				return notFound
			case !o.may(authz.ReadPersonal):
				return forbidden
			}
			return ok
		}}}
	},
	"endRelation": func(p *place, _ *actor) []try {
		return []try{{args: input(`relationId:%q,expectedVersion:1,to:"2026-03-12"`, p.relation), want: func(o oracle) string {
			if o.reach && o.may(authz.ReadPersonal) {
				return ok
			}
			return notFound
		}}}
	},
	"plannedLeaves": func(p *place, _ *actor) []try {
		return []try{{args: fmt.Sprintf(`(personId:%q)`, p.person), want: func(o oracle) string {
			if o.sees(authz.ReadOrganisation, true) {
				return ok
			}
			return notFound
		}}}
	},
	"planLeave": func(p *place, _ *actor) []try {
		return []try{{args: input(`personId:%q,from:"2026-07-01",to:"2026-07-02"`, p.person), want: func(o oracle) string {
			switch {
			case !o.sees(authz.ReadOrganisation, false):
				return notFound
			case !o.may(authz.ReadPersonal):
				return forbidden
			}
			return ok
		}}}
	},
	"withdrawLeave": func(p *place, _ *actor) []try {
		return []try{{args: input(`leaveId:%q,expectedVersion:1`, p.leave), want: func(o oracle) string {
			if o.reach && o.may(authz.ReadPersonal) {
				return ok
			}
			return notFound
		}}}
	},
	"judgeBalance": func(p *place, _ *actor) []try { return naming("", input(`unitId:%q`, p.unitID)) },
	"whatIf": func(p *place, _ *actor) []try {
		return naming("", fmt.Sprintf(`(unitId:%q,candidates:[{appoint:[{personId:%q,postId:%q}]}])`, p.unitID, p.person, p.post))
	},
	"leaveTest":     func(p *place, _ *actor) []try { return naming("", fmt.Sprintf(`(unitId:%q,leaves:[])`, p.unitID)) },
	"weakSteps":     func(p *place, _ *actor) []try { return naming("", fmt.Sprintf(`(unitId:%q)`, p.unitID)) },
	"processReport": func(p *place, _ *actor) []try { return naming("", fmt.Sprintf(`(id:%q)`, p.process)) },
	"processDraft":  func(p *place, _ *actor) []try { return naming("", fmt.Sprintf(`(powerId:%q)`, p.power)) },
	"processes":     func(p *place, _ *actor) []try { return reading(authz.ReadRegister, page100, "{nodes{id}}", p.process) },
	"riskPoints": func(p *place, _ *actor) []try {
		return reading(authz.ReadRegister, page100, "{nodes{id}}", p.risk, p.open)
	},
	"riskRows": func(p *place, _ *actor) []try {
		return reading(authz.ReadRegister, page100, "{rows{id}}", p.risk, p.open)
	},
	"measures": func(p *place, _ *actor) []try { return reading(authz.ReadRegister, page100, "{nodes{id}}", p.measure) },
	"gradeMatrix": func(p *place, _ *actor) []try {
		return append(naming("", fmt.Sprintf("(unitId:%q,by:CHILD_UNIT)", p.unitID)), naming("", fmt.Sprintf("(unitId:%q,by:POST)", p.unitID))...)
	},
	"supervision": func(p *place, _ *actor) []try { return naming("", fmt.Sprintf("(personId:%q)", p.person)) },
	"recordDuty":  func(p *place, _ *actor) []try { return naming("", input(`postId:%q,content:"新责"`, p.post)) },
	"reviseDuty": func(p *place, _ *actor) []try {
		return naming("", input(`id:%q,expectedVersion:1,content:"改责",sortOrder:1`, p.duty))
	},
	"registerPower": func(p *place, _ *actor) []try { return naming("", input(`unitId:%q,%s`, p.unitID, powerDetails)) },
	"revisePower": func(p *place, _ *actor) []try {
		return naming("", input(`id:%q,expectedVersion:1,%s`, p.power, powerDetails))
	},
	"retirePower": func(p *place, _ *actor) []try {
		return naming("", input(`id:%q,expectedVersion:1,on:"2026-03-12"`, p.power))
	},
	"saveProcess": func(p *place, _ *actor) []try {
		return naming("", input(`powerId:%q,expectedRevision:1,steps:[{key:"1",name:"受理",kind:ACCEPT},{key:"2",name:"审批",kind:APPROVE,postId:%q}],edges:[{fromKey:"1",toKey:"2"}]`, p.power, p.post))
	},
	"saveProcessDraft": func(p *place, _ *actor) []try {
		return naming("", input(`powerId:%q,expectedVersion:0,baseRevision:1,steps:[{key:"1",name:"受理",kind:ACCEPT}],edges:[]`, p.power))
	},
	"discardProcessDraft": func(p *place, _ *actor) []try { return naming("", input(`powerId:%q,expectedVersion:0`, p.power)) },
	"publishProcess":      func(p *place, _ *actor) []try { return naming("", input(`powerId:%q,expectedVersion:0`, p.power)) },
	"recordRiskPoint": func(p *place, _ *actor) []try {
		return naming("", input(`unitId:%q,%s,%s`, p.unitID, riskDetails, minor))
	},
	"reviseRiskPoint": func(p *place, _ *actor) []try {
		return naming("", input(`id:%q,expectedVersion:1,%s`, p.open, riskDetails))
	},
	"retireRiskPoint": func(p *place, _ *actor) []try {
		return []try{
			{args: input(`id:%q,expectedVersion:1,reason:"消除"`, p.open), needs: []authz.Action{authz.RecordRisk}},
			{args: input(`id:%q,expectedVersion:2,reason:"消除"`, p.risk), needs: []authz.Action{authz.DecideA}},
		}
	},
	"proposeGrade": func(p *place, _ *actor) []try {
		return naming("", input(`riskPointId:%q,expectedVersion:1,%s`, p.open, minor))
	},
	"decideGrade": func(p *place, _ *actor) (out []try) {
		for grade, action := range map[string]authz.Action{"A": authz.DecideA, "B": authz.DecideB, "C": authz.DecideC} {
			out = append(out, try{args: input(`riskPointId:%q,expectedVersion:1,grade:%s,reason:"集体研究"`, p.open, grade), needs: []authz.Action{action}},
				// A decided A is lowered by those who decide A.
				try{args: input(`riskPointId:%q,expectedVersion:2,grade:%s,reason:"集体研究"`, p.risk, grade), needs: []authz.Action{authz.DecideA}})
		}
		return out
	},
	"endorseGrade": func(p *place, _ *actor) (out []try) {
		for grade, action := range map[string]authz.Action{"A": authz.DecideA, "B": authz.DecideB, "C": authz.DecideC} {
			out = append(out, try{args: input(`riskPointId:%q,expectedVersion:1,grade:%s,reason:"集体研究"`, p.open, grade), needs: []authz.Action{action}},
				try{args: input(`riskPointId:%q,expectedVersion:2,grade:%s,reason:"集体研究"`, p.risk, grade), needs: []authz.Action{authz.DecideA}})
		}
		return out
	},
	"concurGrade": func(p *place, _ *actor) []try { return naming("", input(`riskPointId:%q,expectedVersion:1`, p.open)) },
	"refuseGrade": func(p *place, _ *actor) []try {
		return naming("", input(`riskPointId:%q,expectedVersion:1,reason:"依据不足"`, p.open))
	},

	"meetings": func(p *place, _ *actor) []try {
		return reading(authz.ReadRegister, page100, "{nodes{id}}", p.meeting, p.planned)
	},
	"planMeeting": func(p *place, _ *actor) []try {
		return naming("", input(`unitId:%q,%s`, p.unitID, sittingDetails(p)))
	},
	"reviseMeeting": func(p *place, _ *actor) []try {
		return naming("", input(`id:%q,expectedVersion:1,%s`, p.planned, sittingDetails(p)))
	},
	"setAgenda": func(p *place, _ *actor) []try {
		return naming("", input(`meetingId:%q,expectedVersion:1,items:[]`, p.planned))
	},
	"openMeeting": func(p *place, _ *actor) []try {
		return naming("", input(`id:%q,expectedVersion:1,attendance:[]`, p.planned))
	},
	"castVote": func(p *place, _ *actor) []try {
		return []try{{args: input(`itemId:%q,memberId:%q,vote:FOR`, p.item, p.member), needs: []authz.Action{authz.HoldMeetings}}}
	},
	"decideItem": func(p *place, _ *actor) []try { return naming("", input(`itemId:%q,expectedVersion:1`, p.item)) },
	"deferItem": func(p *place, _ *actor) []try {
		return naming("", input(`itemId:%q,expectedVersion:1,reason:"再议"`, p.item))
	},
	"closeMeeting": func(p *place, _ *actor) []try {
		return naming("", input(`id:%q,expectedVersion:3,minutes:"纪要"`, p.meeting))
	},
	"cancelMeeting": func(p *place, _ *actor) []try {
		return naming("", input(`id:%q,expectedVersion:1,reason:"改期"`, p.planned))
	},

	"workingCalendar":      alone("(year:2026)", ""),
	"checkWorkingCalendar": alone("(year:2026,"+holidays+")", ""),
	"readWorkingCalendar":  alone(`(year:2026,text:"1月1日至3日放假")`, ""),
	"setWorkingCalendar":   alone(input(`year:2026,expectedVersion:0,source:"通知",confirmed:true,%s,reason:"更正"`, holidays), ""),
	"dropWorkingCalendar":  alone(input(`year:2026,expectedVersion:0,reason:"更正"`), ""),
	"clockRules":           func(p *place, _ *actor) []try { return naming("", fmt.Sprintf("(unitId:%q)", p.unitID)) },
	"clockRuleVersions": func(p *place, _ *actor) []try {
		return naming("", fmt.Sprintf("(unitId:%q,first:10)", p.unitID))
	},
	"clockDue": func(p *place, _ *actor) []try {
		return append(naming("", fmt.Sprintf(`(input:{unitId:%q,ruleCode:"LICENSING",number:20,start:"2026-03-02"})`, p.unitID)),
			try{args: `(input:{ruleCode:"LICENSING",number:20,start:"2026-03-02"})`, want: always(ok)})
	},
	"setClockRule": func(p *place, _ *actor) []try {
		return naming("", input(`unitId:%q,code:"OWN",expectedVersion:0,%s,reason:"承诺时限"`, p.unitID, clockRule))
	},
	"gradeRecipe": func(p *place, _ *actor) []try { return naming("", fmt.Sprintf("(unitId:%q)", p.unitID)) },
	"gradeRecipes": func(p *place, _ *actor) []try {
		return naming("", fmt.Sprintf("(unitId:%q,first:10)", p.unitID))
	},
	"previewRecipe": func(p *place, _ *actor) []try {
		return naming("", fmt.Sprintf(`(input:{unitId:%q,name:"product",bounds:{a:12,b:6}},first:10)`, p.unitID))
	},
	"setRecipe": func(p *place, _ *actor) []try {
		return naming("", input(`unitId:%q,expectedVersion:1,name:"product",bounds:{a:12,b:6},reason:"试点"`, p.unitID))
	},
	// Each risk point has its own result.
	"regrade": func(p *place, _ *actor) []try {
		return []try{{args: input(`riskPointIds:[%q],reason:"新规则"`, p.open), body: "{results{error{code}}}", want: always(ok)}}
	},
	"recordMeasure": func(p *place, _ *actor) []try {
		return naming("", input(`unitId:%q,%s`, p.unitID, measureDetails(p.risk)))
	},
	"reviseMeasure": func(p *place, _ *actor) []try {
		return naming("", input(`id:%q,expectedVersion:1,%s`, p.measure, measureDetails(p.risk)))
	},
	"advanceMeasure": func(p *place, _ *actor) []try {
		return naming("", input(`id:%q,expectedVersion:1,action:APPROVE`, p.measure))
	},

	"campaigns": func(p *place, _ *actor) []try {
		return reading(authz.ReadOrganisation, page100, "{nodes{id}}", p.campaign)
	},
	"campaignProgress": func(p *place, _ *actor) []try {
		// Of a campaign of an ancestor unit, one's own part is counted.
		own := try{args: fmt.Sprintf("(campaignId:%q)", p.campaign), sees: authz.ReadOrganisation, reads: true}
		return append(naming("", fmt.Sprintf("(campaignId:%q,unitId:%q)", p.campaign, p.unitID)), own)
	},
	"planCampaign": func(p *place, _ *actor) []try { return naming("", input(`unitId:%q,%s`, p.unitID, campaignDetails)) },
	"reviseCampaign": func(p *place, _ *actor) []try {
		return naming("", input(`id:%q,expectedVersion:1,%s`, p.campaign, campaignDetails))
	},
	"exportCampaign": func(p *place, _ *actor) []try { return naming("", input(`campaignId:%q`, p.campaign)) },
	"openCampaign":   func(p *place, _ *actor) []try { return naming("", input(`id:%q,expectedVersion:1`, p.campaign)) },
	"advanceCampaign": func(p *place, _ *actor) []try {
		return naming("", input(`id:%q,expectedVersion:1`, p.campaign))
	},
	"closeCampaign": func(p *place, _ *actor) []try {
		return naming("", input(`id:%q,expectedVersion:1,reason:"结束"`, p.campaign))
	},
	"archiveCampaign": func(p *place, _ *actor) []try {
		return naming("", input(`id:%q,expectedVersion:1,reason:"归档"`, p.campaign))
	},
	"job": func(p *place, _ *actor) []try {
		return []try{{args: fmt.Sprintf("(id:%q)", p.work), want: always(notFound)}}
	},
	"myJobs": alone("(first:5)", "{nodes{id}}"),
	"cancelJob": func(p *place, _ *actor) []try {
		return []try{{args: input(`id:%q`, p.work), want: always(notFound)}}
	},
	"attachments": func(p *place, _ *actor) []try {
		out := reading(authz.ReadRegister, fmt.Sprintf("(ownerId:%q)", p.risk), "{files{id}}", p.attachment)
		for i, owner := range []string{p.check, p.warning} {
			out = append(out, reading(authz.ReadPersonal, fmt.Sprintf("(ownerId:%q)", owner), "{files{id}}", p.evidence[i])...)
		}
		return out
	},
	"removeAttachment": func(p *place, _ *actor) []try {
		out := []try{{args: input(`attachmentId:%q,reason:"有误"`, p.attachment), want: func(o oracle) string {
			switch {
			case !o.reach || !o.may(authz.ReadRegister):
				return notFound
			case !o.may(authz.RecordRisk):
				return forbidden
			}
			return ok
		}}}
		for _, file := range p.evidence {
			out = append(out, elses(input(`attachmentId:%q,reason:"有误"`, file))...)
		}
		return out
	},
	"publicFeedback": func(p *place, _ *actor) []try {
		return []try{{args: page100, body: "{nodes{id}}", sees: authz.HandleFeedback, reads: true, lists: []string{p.feedback}}}
	},
	"handleFeedback": func(p *place, _ *actor) []try {
		return naming("", input(`feedbackId:%q,expectedVersion:1,handling:"已核实"`, p.feedback))
	},
	"myRecord": alone("", "{more}"),
	"objections": func(p *place, _ *actor) []try {
		return []try{{args: page100, body: "{nodes{id}}", sees: authz.ReadPersonal, reads: true, lists: []string{p.objection}}}
	},
	"raiseObjection": func(p *place, _ *actor) []try {
		// Records about others are not found for an objection.
		return []try{{args: input(`aboutId:%q,text:"不实"`, p.open), want: always(notFound)}}
	},
	"withdrawObjection": func(p *place, _ *actor) []try {
		return []try{{args: input(`objectionId:%q,expectedVersion:1`, p.objection), want: func(o oracle) string {
			if o.reach && o.may(authz.ReadPersonal) {
				return forbidden
			}
			return notFound
		}}}
	},
	"answerObjection": func(p *place, _ *actor) []try {
		return []try{{args: input(`objectionId:%q,expectedVersion:1,outcome:REJECTED,answer:"属实"`, p.objection), want: func(o oracle) string {
			switch {
			case !o.reach || !o.may(authz.ReadPersonal):
				return notFound
			case o.a.role == term.RoleDeptHead || o.a.role == term.RoleInspector:
				return forbidden // it is for the leader in charge
			}
			return ok
		}}}
	},
	"formLayouts": alone("", "{number}"),
	"forms":       func(p *place, _ *actor) []try { return reading(authz.ReadRegister, page100, "{nodes{id}}", p.form) },
	"saveFormDraft": func(p *place, _ *actor) []try {
		return []try{{args: input(`formId:%q,expectedVersion:0,rows:[{section:"powers",key:"new-1",cells:[{code:"code",text:"N9"}]}]`, p.form), want: fills}}
	},
	"applyForm": func(p *place, _ *actor) []try {
		return []try{{args: input(`formId:%q,expectedVersion:0`, p.form), want: fills}}
	},
	"assignForm": func(p *place, _ *actor) []try {
		return naming("", input(`formId:%q,expectedVersion:1,personId:%q`, p.form, p.person))
	},

	"planImport": func(p *place, a *actor) []try {
		return []try{{args: input(`uploadId:%q,unitId:%q`, a.upload(), p.unitID), sees: authz.ReadOrganisation, reads: true, apart: true}}
	},
	"importJob": func(p *place, a *actor) []try {
		return mine(a, p, func(job string) string { return fmt.Sprintf("(id:%q)", job) })
	},
	"importLayouts": alone("", "{kind}"),
	"importMappings": func(p *place, _ *actor) []try {
		return []try{{args: fmt.Sprintf("(unitId:%q,first:10)", p.unitID), sees: authz.ReadOrganisation, reads: true}}
	},
	"dropImportMapping": func(p *place, _ *actor) []try {
		return naming("", input(`id:%q,expectedVersion:1`, p.mapping))
	},
	"mapImport": func(p *place, a *actor) []try {
		return mine(a, p, func(job string) string { return input(`jobId:%q`, job) })
	},
	"commitImport": func(p *place, a *actor) []try {
		return mine(a, p, func(job string) string { return input(`jobId:%q`, job) })
	},
	"cancelImport": func(p *place, a *actor) []try {
		return mine(a, p, func(job string) string { return input(`jobId:%q`, job) })
	},
	"live": alone("", "{id}"),
	"importProgress": func(p *place, a *actor) []try {
		return mine(a, p, func(job string) string { return fmt.Sprintf("(jobId:%q)", job) })
	},
}

// ownRule is a rule of a body's own as an argument.
const ownRule = `rule:{name:"不相容",reason:"制衡",severity:HIGH,scope:SAME_UNIT,sameHand:PERSON,left:{selectors:[{kind:STEP,steps:[ACCEPT]}]},right:{selectors:[{kind:STEP,steps:[APPROVE]}]}}`
