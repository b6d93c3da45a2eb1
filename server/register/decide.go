package register

import (
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/store"
	"sineng/server/tally"
)

// Way is the way in which a grade is decided.
type Way string

// The ways of deciding.
const (
	// ByHead: the head of the department, or a higher tier, decides; the inspectors are
	// notified.
	ByHead Way = "HEAD"
	// ByConcurrence: the leader in charge, or a higher tier, endorses and an inspector concurs.
	ByConcurrence Way = "CONCURRENCE"
	// ByMeeting: a meeting of the leading group decides.
	ByMeeting Way = "MEETING"
)

// A grade A may be lowered after two clean periods of half a year each: throughout them the
// grade was A, and no assessment raised the grade or recorded a past breach.
const (
	CleanPeriods      = 2
	CleanPeriodMonths = 6
)

// deciding is the action needed to decide a grade: A the leading group, B the leader in
// charge, C the head of the department, or any higher tier.
func deciding(g term.Grade) authz.Action {
	switch g {
	case term.GradeA:
		return authz.DecideA
	case term.GradeB:
		return authz.DecideB
	default:
		return authz.DecideC
	}
}

// DecisionNeeds is the action that a decision needs: the tier of the new grade, and, to lower
// a grade, the tier that decides the present one.
func DecisionNeeds(present, decided term.Grade) authz.Action {
	if present.Worse(decided) {
		return deciding(present)
	}
	return deciding(decided)
}

// WayOf is the way to decide a grade, given the present one, Ungraded for none.
func WayOf(present, decided term.Grade) Way {
	switch DecisionNeeds(present, decided) {
	case authz.DecideA:
		return ByMeeting
	case authz.DecideB:
		return ByConcurrence
	}
	return ByHead
}

// validateWay refuses a decision that one person may not take alone.
func validateWay(present, decided term.Grade) error {
	switch WayOf(present, decided) {
	case ByMeeting:
		return fault.New(fault.InvalidTransition, "MEETING_REQUIRED", "grade",
			"评定为 A 级或降低 A 级须由领导小组会议集体审定,请列入会议议程", "To decide A, or to lower it, is for a meeting of the leading group: put it on an agenda")
	case ByConcurrence:
		return fault.New(fault.InvalidTransition, "CONCURRENCE_REQUIRED", "grade",
			"评定为 B 级或降低 B 级须由分管领导提请、纪检监察会签,请改用“提请会签”", "To decide B, or to lower it, the leader in charge endorses it and an inspector concurs: endorse it instead")
	}
	return nil
}

// withTier adds to a refusal which tier decides.
func withTier(err error, needed authz.Action) error {
	if !fault.Is(err, fault.Forbidden) {
		return err
	}
	zh, en := "评定 C 级由部门负责人或以上决定", "C is decided by the head of the department or a higher tier"
	switch needed {
	case authz.DecideA:
		zh, en = "评定为 A 级或降低 A 级由领导小组会议集体审定", "To decide A, or to lower it, is for a meeting of the leading group"
	case authz.DecideB:
		zh, en = "评定为 B 级或降低 B 级由分管领导提请、纪检监察会签", "To decide B, or to lower it, is for the leader in charge, with an inspector"
	}
	return fault.New(fault.Forbidden, "NOT_PERMITTED", "grade", "您没有进行此操作的权限:"+zh, "You may not do this here: "+en)
}

// decision is what the rules depend on when a grade is decided, endorsed or voted on.
type decision struct {
	present, decided term.Grade
	computed         Outcome
	reason           string
	ownProposal      bool // the decider made the proposal
	assessed         bool // a proposal was made after the newest decision
	rewritten        bool // the text was rewritten after the newest proposal
	unassessed       bool // nobody has assessed it since it was recorded
	lowerableFrom    time.Time
	today            time.Time
}

// validate checks a decision against earlier decisions and proposals. A lowered grade, and one
// that departs from the recipe, needs a reason; a lowered one also a new assessment.
func (d decision) validate() error {
	var bad fault.List
	if d.ownProposal {
		bad.Add(ownProposal())
	}
	lowered := d.present.Worse(d.decided)
	switch {
	case d.reason == "" && lowered:
		bad.Add(fault.Bad("reason", "REASON_REQUIRED", "降低等级须说明理由", "Lowering a grade needs a reason"))
	case d.reason == "" && d.decided != d.computed.Grade:
		bad.Add(fault.Bad("reason", "REASON_REQUIRED",
			"审定等级与规则计算结果("+string(d.computed.Grade)+")不一致,须说明理由",
			"The grade departs from what the recipe gives ("+string(d.computed.Grade)+"): give a reason"))
	}
	bad.Add(d.mayLower())
	bad.Add(d.mustAssess())
	return bad.Err()
}

// mustAssess returns an error when the text was rewritten after the newest proposal, or recorded without one, so that
// nobody has assessed what is to be decided.
func (d decision) mustAssess() *fault.Error {
	switch {
	case d.unassessed:
		return notAssessed()
	case !d.rewritten:
		return nil
	}
	return fault.New(fault.InvalidTransition, "NEW_ASSESSMENT_REQUIRED", "grade",
		"该风险点在评估后被改写,须先重新提出自评等级", "The risk point was rewritten after it was assessed: propose a grade for the new text first")
}

// notAssessed refuses to decide what nobody has assessed.
func notAssessed() *fault.Error {
	return fault.New(fault.InvalidTransition, "NEW_ASSESSMENT_REQUIRED", "grade",
		"该风险点登记时未评级,须先提出自评等级", "The risk point was recorded without an assessment: propose a grade first")
}

// mayLower returns what prevents a grade from being lowered, nil for nothing.
func (d decision) mayLower() *fault.Error {
	switch {
	case !d.present.Worse(d.decided):
		return nil
	case !d.assessed:
		return fault.New(fault.InvalidTransition, "NEW_ASSESSMENT_REQUIRED", "grade",
			"降低等级前须重新评估:请先提出新的自评等级", "A grade is lowered after a new assessment: propose a grade first")
	case d.present == term.GradeA && d.today.Before(d.lowerableFrom):
		on := d.lowerableFrom.Format(time.DateOnly)
		return fault.New(fault.InvalidTransition, "NOT_TWO_CLEAN_PERIODS", "grade",
			"A 级须连续两个评估周期(每期半年)未提高等级、未发生违规方可降低,最早可于 "+on+" 降低",
			"A is lowered after two clean periods of half a year each; the first day for it is "+on)
	}
	return nil
}

func ownProposal() *fault.Error {
	return fault.New(fault.Forbidden, "OWN_PROPOSAL", "", "不能审定自己提出的等级", "Nobody decides a grade that they proposed")
}

// past summarises the assessments of a risk point for its next decision.
type past struct {
	proposal, endorsement *ent.Assessment // the newest of their kind
	retirement            *ent.Assessment // the newest endorsement of a retirement
	newest                *ent.Assessment
	endorsed              term.Grade      // the worst grade endorsed since the newest decision, Ungraded for none
	decidedAt             time.Time       // of the newest decision, zero for none
	assessed              bool            // the newest proposal is newer than the newest decision
	rewritten             bool            // a rewriting voided what was decided or proposed before
	lowerableFrom         time.Time       // the first day on which a grade A may be lowered
	recording             *ent.Assessment // that it was recorded ungraded
	// authors made the proposals, recorded it ungraded and rewrote the text, since the newest decision.
	authors []*ent.Assessment
}

// authored reports whether the viewer is one of the authors, by any account of the same person.
func (p past) authored(v *viewer.Viewer) bool {
	return slices.ContainsFunc(p.authors, func(a *ent.Assessment) bool { return by(v, a) })
}

// pastOf reads the assessments of a risk point, the oldest first.
func pastOf(history []*ent.Assessment) past {
	p := past{endorsed: term.Ungraded}
	var spoilt time.Time
	for _, a := range history {
		p.newest = a
		switch a.Kind {
		case term.AssessmentKindProposal:
			p.proposal, p.assessed, p.rewritten = a, true, false
			p.authors = append(p.authors, a)
		case term.AssessmentKindRecording:
			p.recording = a
			p.authors = append(p.authors, a)
		case term.AssessmentKindRewriting:
			p.authors = append(p.authors, a)
			p.rewritten = p.rewritten || a.Clause == ClauseVoided
		case term.AssessmentKindRetirementEndorsement:
			p.retirement = a
		case term.AssessmentKindEndorsement:
			p.endorsement = a
			p.endorsed = term.Worst(p.endorsed, a.Grade)
		case term.AssessmentKindDecision:
			p.assessed, p.authors, p.endorsed, p.decidedAt = false, nil, term.Ungraded, a.At
			if a.Grade.Worse(a.PreviousGrade) {
				spoilt = a.At
			}
		}
		if a.PastBreach {
			spoilt = a.At
		}
	}
	p.lowerableFrom = store.DayOf(spoilt).AddDate(0, CleanPeriods*CleanPeriodMonths, 0)
	return p
}

// Decidable lists the grades that the viewer may decide alone for a risk point; none for a
// retired one. The program may decide any.
func Decidable(v *viewer.Viewer, r *ent.RiskPoint) []term.Grade {
	return permitted(v, r, RiskDecide, Decider)
}

// Endorsable lists the grades that the viewer may endorse, for an inspector to concur with.
func Endorsable(v *viewer.Viewer, r *ent.RiskPoint) []term.Grade {
	return permitted(v, r, RiskEndorse, Decider)
}

// Votable lists the grades that need a meeting, where the viewer may hold one.
func Votable(v *viewer.Viewer, r *ent.RiskPoint) []term.Grade {
	if v == nil || !authz.May(v, authz.HoldMeetings, tally.LevelsOf(r)) {
		return []term.Grade{}
	}
	out := permitted(v, r, RiskDecide, GroupMeeting)
	return slices.DeleteFunc(out, func(g term.Grade) bool { return WayOf(r.Grade, g) != ByMeeting })
}

// permitted lists the grades that the viewer's tier decides, among those that the state allows
// an action for.
func permitted(v *viewer.Viewer, r *ent.RiskPoint, action RiskAction, as RiskCapacity) []term.Grade {
	out := []term.Grade{}
	if v == nil {
		return out
	}
	for _, g := range []term.Grade{term.GradeA, term.GradeB, term.GradeC} {
		_, err := NextRisk(RiskStateOf(r), action, g, actsAs(v, as))
		if err == nil && authz.May(v, DecisionNeeds(r.Grade, g), tally.LevelsOf(r)) {
			out = append(out, g)
		}
	}
	return out
}
