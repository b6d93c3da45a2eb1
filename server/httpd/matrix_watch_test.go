package httpd_test

import (
	"fmt"
	"maps"

	"sineng/server/authz"
)

// elses returns tries for work that is somebody else's: whoever sees it may not do it.
func elses(args string) []try {
	return []try{{args: args, want: func(o oracle) string {
		if o.reach && o.may(authz.ReadPersonal) {
			return forbidden
		}
		return notFound
	}}}
}

// unanswered returns tries for what is done with an answer, where there is none yet.
func unanswered(args string) []try {
	return []try{{args: args, want: func(o oracle) string {
		if o.reach && o.may(authz.ReadPersonal) {
			return ok
		}
		return notFound
	}}}
}

// steered returns tries for what the leading group does with an instruction that it gave: others who see it may not.
func steered(args string) []try {
	return []try{{args: args, want: func(o oracle) string {
		switch {
		case !o.reach || !o.may(authz.ReadPersonal):
			return notFound
		case !o.may(authz.DecideA):
			return forbidden
		}
		return ok
	}}}
}

// holding returns tries for what an action at the place allows, of a row of the register.
func holding(action authz.Action, args string) []try {
	return []try{{args: args, want: func(o oracle) string {
		switch {
		case !o.may(authz.RecordRisk) && !o.may(authz.ApproveMeasure):
			return forbidden
		case !o.reach:
			return notFound
		case !o.may(action):
			return forbidden
		}
		return ok
	}}}
}

// watchCells are what is tried of checks, warnings and instructions.
var watchCells = map[string]func(p *place, a *actor) []try{
	"supervisionChecks": func(p *place, _ *actor) []try {
		return reading(authz.ReadPersonal, fmt.Sprintf("(filter:{unitId:%q},first:100)", p.unitID), "{nodes{id}}", p.check)
	},
	"supervisionCheckCounts": func(p *place, _ *actor) []try {
		return naming("", fmt.Sprintf(`(unitId:%q,from:"2026-01-01",to:"2026-12-31")`, p.unitID))
	},
	"supervisionPlan": func(p *place, _ *actor) []try { return naming("", fmt.Sprintf("(unitId:%q)", p.unitID)) },
	"checkHandovers": func(p *place, _ *actor) []try {
		return reading(authz.ReadPersonal, fmt.Sprintf("(unitId:%q,first:100)", p.unitID), "{nodes{id}}", p.handover)
	},
	"setSupervisionPlan": func(p *place, _ *actor) []try {
		return naming("", input(`unitId:%q,expectedVersion:0,%s,reason:"加密检查"`, p.unitID, supervision))
	},
	"beginCheck": func(p *place, _ *actor) []try {
		return elses(input(`checkId:%q,expectedVersion:1`, p.check))
	},
	"recordCheck": func(p *place, _ *actor) []try {
		return elses(input(`checkId:%q,expectedVersion:1,summary:"",items:[],done:false`, p.check))
	},
	"signCheckHandover": func(p *place, _ *actor) []try {
		return elses(input(`handoverId:%q,expectedVersion:1,note:""`, p.handover))
	},
	"warnings": func(p *place, _ *actor) []try {
		return reading(authz.ReadPersonal, fmt.Sprintf("(filter:{unitId:%q},first:100)", p.unitID), "{nodes{id}}", p.warning)
	},
	"warningCounts": func(p *place, _ *actor) []try { return naming("", fmt.Sprintf("(unitId:%q)", p.unitID)) },
	"warningRules":  func(p *place, _ *actor) []try { return naming("", fmt.Sprintf("(unitId:%q)", p.unitID)) },
	"tryWarningRule": func(p *place, _ *actor) []try {
		return naming("", input(`unitId:%q,%s`, p.unitID, warningRule))
	},
	"setWarningRule": func(p *place, _ *actor) []try {
		return naming("", input(`unitId:%q,expectedVersion:0,on:true,%s,reason:"从严"`, p.unitID, warningRule))
	},
	"acknowledgeWarning": func(p *place, _ *actor) []try { return elses(input(`warningId:%q,expectedVersion:1`, p.warning)) },
	"answerWarning": func(p *place, _ *actor) []try {
		return elses(input(`warningId:%q,expectedVersion:1,answer:"已整改"`, p.warning))
	},
	"returnWarning": func(p *place, _ *actor) []try {
		return unanswered(input(`warningId:%q,expectedVersion:1,reason:"不详"`, p.warning))
	},
	"verifyWarning": func(p *place, _ *actor) []try {
		return unanswered(input(`warningId:%q,expectedVersion:1,finding:"属实",until:"2026-12-31"`, p.warning))
	},
	"liftWarning": func(p *place, _ *actor) []try {
		return unanswered(input(`warningId:%q,expectedVersion:1,reason:"已停办"`, p.warning))
	},
	"taskSchedules": func(p *place, _ *actor) []try {
		return reading(authz.ReadRegister, fmt.Sprintf("(measureIds:[%q])", p.measure), "{id}", p.schedule)
	},
	"measureTasks": func(p *place, _ *actor) []try {
		return reading(authz.ReadRegister, fmt.Sprintf("(filter:{unitId:%q},first:100)", p.unitID), "{nodes{id}}", p.task)
	},
	"scheduleTasks": func(p *place, _ *actor) []try {
		return append(holding(authz.RecordRisk, input(`measures:[{measureId:%q,expectedVersion:1}],kind:WORK,every:WEEKLY`, p.measure)),
			holding(authz.ApproveMeasure, input(`measures:[{measureId:%q,expectedVersion:0}],kind:EFFECT,every:WEEKLY`, p.measure))...)
	},
	"stopTasks": func(p *place, _ *actor) []try {
		return holding(authz.RecordRisk, input(`scheduleId:%q,expectedVersion:1,reason:"不再需要"`, p.schedule))
	},
	// By who is asked, or who approves measures there.
	"doTask": func(p *place, _ *actor) []try {
		return []try{{args: input(`taskId:%q,expectedVersion:1,note:"已复核"`, p.task), want: func(o oracle) string {
			switch {
			case !o.reach || !o.may(authz.ReadRegister):
				return notFound
			case !o.may(authz.ApproveMeasure):
				return forbidden
			}
			return ok
		}}}
	},
	"indicators": func(p *place, _ *actor) []try {
		return reading(authz.ReadRegister, fmt.Sprintf("(filter:{measureId:%q},first:100)", p.measure), "{nodes{id}}", p.indicator)
	},
	"defineIndicator": func(p *place, _ *actor) []try {
		return naming(authz.ReadRegister, input(`measureId:%q,details:{name:"办结天数",keeps:AT_MOST,threshold:5,every:MONTHLY}`, p.measure))
	},
	"reviseIndicator": func(p *place, _ *actor) []try {
		return naming(authz.ReadRegister, input(`indicatorId:%q,expectedVersion:1,details:{name:"办结天数",keeps:AT_MOST,threshold:5,every:MONTHLY}`, p.indicator))
	},
	"stopIndicator": func(p *place, _ *actor) []try {
		return naming(authz.ReadRegister, input(`indicatorId:%q,expectedVersion:1,reason:"不再需要"`, p.indicator))
	},
	// By who reads it: whoever is named, or records there.
	"recordReadings": func(p *place, _ *actor) []try {
		return []try{{args: input(`readings:[{indicatorId:%q,period:"2026-03-01",value:3}]`, p.indicator), want: func(o oracle) string {
			switch {
			case !o.reach || !o.may(authz.ReadRegister):
				return notFound
			case !o.may(authz.RecordReadings):
				return forbidden
			}
			return ok
		}}}
	},
	"educationSessions": func(p *place, _ *actor) []try {
		return reading(authz.ReadRegister, fmt.Sprintf("(filter:{unitId:%q},first:100)", p.unitID), "{nodes{id}}", p.education)
	},
	"expectedAtEducation": func(p *place, _ *actor) []try {
		return []try{{args: fmt.Sprintf(`(on:"2026-03-02",invitation:{unitIds:[%q]})`, p.unitID), body: "{name}", want: func(o oracle) string {
			switch {
			case !o.may(authz.RecordRisk):
				return forbidden
			case !o.reach:
				return notFound
			}
			return ok
		}}}
	},
	"educationOfPeople": func(p *place, _ *actor) []try {
		return naming("", fmt.Sprintf("(unitId:%q,year:2026)", p.unitID))
	},
	"recordEducationSession": func(p *place, _ *actor) []try {
		return naming("", input(`unitId:%q,%s`, p.unitID, educationDetails))
	},
	"holdEducationSession": func(p *place, _ *actor) []try {
		return naming(authz.ReadRegister, input(`sessionId:%q,expectedVersion:1`, p.education))
	},
	"reviseEducationSession": func(p *place, _ *actor) []try {
		return naming(authz.ReadRegister, input(`sessionId:%q,expectedVersion:1,%s`, p.education, educationDetails))
	},
	"setEducationParticipants": func(p *place, _ *actor) []try {
		return naming(authz.ReadRegister, input(`sessionId:%q,expectedVersion:1,remove:[%q]`, p.education, p.guest))
	},
	"cancelEducationSession": func(p *place, _ *actor) []try {
		return naming(authz.ReadRegister, input(`sessionId:%q,expectedVersion:1,reason:"改期"`, p.education))
	},
	"proceedings": func(p *place, _ *actor) []try {
		return reading(authz.ReadRegister, fmt.Sprintf("(filter:{powerId:%q},first:100)", p.power), "{nodes{id}}", p.proceeding)
	},
	"proceedingFigures": func(p *place, _ *actor) []try {
		return naming(authz.ReadRegister, fmt.Sprintf("(powerId:%q)", p.power))
	},
	"recordProceedings": func(p *place, _ *actor) []try {
		return naming(authz.ReadRegister, input(`proceedings:[{powerId:%q,number:"2026-9",receivedOn:"2026-03-01"}]`, p.power))
	},
	"instructions": func(p *place, _ *actor) []try {
		return reading(authz.ReadPersonal, fmt.Sprintf("(filter:{unitId:%q},first:100)", p.unitID), "{nodes{id}}", p.instruction)
	},
	"draftInstruction": func(p *place, _ *actor) []try { return naming("", fmt.Sprintf("(about:{unitId:%q})", p.unitID)) },
	"giveInstruction": func(p *place, _ *actor) []try {
		return []try{{args: input(`about:{unitId:%q},title:"整改",demand:"双人受理",dueOn:"2026-05-31"`, p.unitID), want: func(o oracle) string {
			switch {
			case !o.reach:
				return notFound
			case o.a.everywhere: // accounts of nobody
				return forbidden
			}
			return ok
		}}}
	},
	"acknowledgeInstruction": func(p *place, _ *actor) []try {
		return elses(input(`instructionId:%q,expectedVersion:1`, p.instruction))
	},
	"answerInstruction": func(p *place, _ *actor) []try {
		return elses(input(`instructionId:%q,expectedVersion:1,answer:"已安排"`, p.instruction))
	},
	"reportInstruction": func(p *place, _ *actor) []try {
		return elses(input(`instructionId:%q,expectedVersion:1,answer:"已办结"`, p.instruction))
	},
	"acceptInstruction": func(p *place, _ *actor) []try {
		return unanswered(input(`instructionId:%q,expectedVersion:1,finding:"属实"`, p.instruction))
	},
	"returnInstruction": func(p *place, _ *actor) []try {
		return unanswered(input(`instructionId:%q,expectedVersion:1,reason:"不详",dueOn:"2026-06-30"`, p.instruction))
	},
	"extendInstruction": func(p *place, _ *actor) []try {
		return steered(input(`instructionId:%q,expectedVersion:1,reason:"延期",dueOn:"2026-06-30"`, p.instruction))
	},
	"withdrawInstruction": func(p *place, _ *actor) []try {
		return steered(input(`instructionId:%q,expectedVersion:1,reason:"撤回"`, p.instruction))
	},
}

func init() { maps.Copy(cells, watchCells) }
