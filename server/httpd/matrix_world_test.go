package httpd_test

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"
	"time"

	entgo "entgo.io/ent"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/assessment"
	"sineng/ent/auditentry"
	"sineng/ent/duty"
	"sineng/ent/meetingitem"
	"sineng/ent/meetingmember"
	"sineng/ent/portfolio"
	"sineng/ent/processstep"
	"sineng/ent/term"
	"sineng/graph/scalar"
	"sineng/server/audit"
	"sineng/server/balance/engine"
	"sineng/server/meeting"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/testkit"
)

// place is a unit of the matrix with one row of every kind.
type place struct {
	name                       string
	unit                       *ent.Unit
	post, person, office       string
	portfolio, duty            string
	power, process, step       string
	risk, open, assessment     string // open has no decided grade
	measure                    string
	ownRule, relation, leave   string
	check, handover, warning   string    // a check by the person, with its sample, and a handover to them
	evidence                   [2]string // files of the check and of the warning
	task, schedule             string    // of a measure, asked of somebody else
	indicator                  string    // of a measure
	education, guest, attendee string    // a planned session of today, and two who are expected at it
	document, edition          string    // of rules, with an edition that is yet to come
	rulesLink, rulesReview     string
	proceeding                 string // of a power
	instruction                string // of the leading group, to somebody else
	conflict, accepted         string // conflicts of balance: open, and accepted for a time
	campaign, work             string // work is a background job of the account
	attachment, feedback       string
	objection                  string // about the place's person, for the leader in charge
	delegation, mapping        string
	form                       string // 表1 of the unit in the campaign
	meeting, planned           string // meeting is open and has an item
	item, member, waiting      string // waiting is a member of the planned one
	agreed, retiring           string // risk points of grade B; to retire the second is endorsed
	asking                     string // measure that asks the leading group
	ballot, voter              string // item of another open meeting, and a member whose vote on it is on paper
	act                        string // makes somebody of the unit its leader, and waits for a second person
	colleague, third           string
	account, session, token    string
	grant, entry               string // grant waits for a second person
	unitID                     string
	officeVersion, portVersion int
}

// The places of the matrix, relative to the unit of the role.
var placeNames = []string{"own", "sibling", "parent", "child"}

// matrixWorld creates a small organisation with the places.
func matrixWorld(t *testing.T, db *testkit.DB) map[string]*place {
	t.Helper()
	p := testkit.NewProvince(t, db, "E", "东")
	own := p.Add(t, db, p.Unit, "E2", "本处", term.UnitKindDepartment)
	sibling := p.Add(t, db, p.Unit, "E3", "邻处", term.UnitKindDepartment)
	child := p.Add(t, db, own, "E21", "下科", term.UnitKindDepartment)
	own = db.Client.Unit.GetX(testkit.System(), own.ID)
	out := map[string]*place{}
	for name, at := range map[string]struct {
		unit *ent.Unit
		row  int
	}{"parent": {p.Unit, 0}, "own": {own, 3}, "sibling": {sibling, 4}, "child": {child, 5}} {
		out[name] = newPlace(t, db, p, at.unit, at.row, name)
	}
	for more := true; more; {
		more = testkit.Must(audit.Sequence(testkit.System(), db.Store))(t) > 0
	}
	for _, at := range out {
		at.entry = scalar.EncodeID(db.Client.AuditEntry.Query().Where(auditentry.UnitID(at.unit.ID)).FirstX(testkit.System()).ID)
	}
	return out
}

func newPlace(t *testing.T, db *testkit.DB, p *testkit.Province, u *ent.Unit, row int, name string) *place {
	t.Helper()
	ctx, id, raw := testkit.System(), scalar.EncodeID, db.Raw.Client
	person, risk := p.People[row], p.Risks[row]
	open := testkit.Must(db.Register.RecordRiskPoint(ctx, register.RecordRiskPoint{UnitID: u.ID, Details: testkit.RiskDetails(name), Assessment: &testkit.Minor}))(t)
	a := testkit.Must(db.Accounts.Create(ctx, newAccount("at-"+name, &person.ID)))(t)
	sitting, next := meetings(t, db, u, person.ID, risk.ID)
	now := db.Now()
	grant := raw.RoleAppointment.Create().SetAccountID(a.ID).SetRole(term.RoleInspector).SetUnitID(u.ID).SetFromDay(db.Today()).SetReason("派驻").
		SetStatus(term.GrantStatusPending).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
	session := raw.Session.Create().SetTokenHash(name).SetAccountID(a.ID).SetCreatedAt(now).SetSeenAt(now).SetExpiresAt(now.AddDate(1, 0, 0)).SaveX(ctx)
	office := raw.Appointment.Query().Where(appointment.PersonID(person.ID)).OnlyX(ctx)
	share := raw.Portfolio.Query().Where(portfolio.PersonID(person.ID)).OnlyX(ctx)
	planned := planOn(raw.Campaign.Create(), u).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
	work := raw.Job.Create().SetKind(term.JobKindOpenCampaign).SetObjectID(planned.ID).SetState(term.JobStateQueued).SetAccountID(a.ID).
		SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
	attached, feedback, objection := newProof(db, u, risk, person)
	signs := raw.Delegation.Create().SetPersonID(person.ID).SetDeputyID(p.People[0].ID).SetReason("出差").SetFromDay(db.Today()).SetToDay(db.Today().AddDate(0, 2, 0)).
		SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
	kept := raw.ImportMapping.Create().SetName("台账").SetLayout("{}").SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
	conflict, accepted := conflictsOf(db, u, p.Measures[row].ID)
	byTwo := needsTwo(t, db, u, next, name)
	checked, warned := checkOf(db, u, person.ID, risk.ID), warningOf(db, u, p.People[(row+1)%2].ID, risk.ID)
	scheduled, asked := taskOf(db, u, p.People[(row+1)%3].ID, p.Measures[row].ID)
	taught, guests := educationOf(db, u, p.Measures[row].ID, p.People[(row+1)%3], p.People[(row+2)%3])
	rules := rulesOf(db, u, p.Measures[row].ID)
	return &place{name: name, document: rules.document, edition: rules.edition, rulesLink: rules.link, rulesReview: rules.review, schedule: id(scheduled), task: id(asked), education: id(taught), guest: id(guests[0]), attendee: id(guests[1]), indicator: id(indicatorOf(db, u, p.Measures[row].ID)), proceeding: id(proceedingOf(db, u, p.Powers[row].ID, p.Processes[row].ID, person.ID)), unit: u, unitID: id(u.ID),
		agreed: id(byTwo.agreed), retiring: id(byTwo.retiring), asking: id(byTwo.asking), ballot: id(byTwo.ballot), voter: id(byTwo.voter), act: id(byTwo.act),
		post: id(p.Posts[row].ID), person: id(person.ID),
		campaign: id(planned.ID), work: id(work.ID), delegation: id(signs.ID), mapping: id(kept.ID),
		attachment: id(attached), feedback: id(feedback), objection: id(objection),
		form:   id(newForm(t, db, planned, u)),
		office: id(office.ID), officeVersion: office.Version, portfolio: id(share.ID), portVersion: share.Version,
		duty:  id(raw.Duty.Query().Where(duty.PostID(p.Posts[row].ID)).OnlyX(ctx).ID),
		power: id(p.Powers[row].ID), process: id(p.Processes[row].ID),
		step: id(raw.ProcessStep.Query().Where(processstep.ProcessID(p.Processes[row].ID)).FirstX(ctx).ID),
		risk: id(risk.ID), open: id(open.ID),
		assessment: id(raw.Assessment.Query().Where(assessment.RiskPointID(risk.ID)).FirstX(ctx).ID),
		colleague:  id(raw.MeetingMember.Query().Where(meetingmember.MeetingID(next.ID), meetingmember.Head(true)).OnlyX(ctx).PersonID),
		third:      id(raw.MeetingMember.Query().Where(meetingmember.MeetingID(next.ID), meetingmember.Head(false), meetingmember.PersonIDNEQ(person.ID)).OnlyX(ctx).PersonID),
		waiting:    id(raw.MeetingMember.Query().Where(meetingmember.MeetingID(next.ID), meetingmember.Head(true)).OnlyX(ctx).ID),
		meeting:    id(sitting.ID), planned: id(next.ID),
		item:    id(raw.MeetingItem.Query().Where(meetingitem.MeetingID(sitting.ID)).OnlyX(ctx).ID),
		member:  id(raw.MeetingMember.Query().Where(meetingmember.MeetingID(sitting.ID), meetingmember.Head(false), meetingmember.PersonIDNEQ(person.ID)).OnlyX(ctx).ID),
		ownRule: id(ownRuleOf(db, u)), relation: id(relationOf(db, u, person.ID, p.People[(row+1)%2].ID)), leave: id(leaveOf(db, u, person.ID)), check: id(checked), warning: id(warned), evidence: [2]string{id(evidenceOf(db, u, checked, p.People[(row+1)%2].ID)), id(evidenceOf(db, u, warned, p.People[(row+1)%2].ID))}, handover: id(handoverOf(db, u, p.People[(row+1)%2].ID, person.ID)), instruction: id(instructionOf(db, u, p.People[(row+1)%3].ID, p.People[(row+2)%3].ID, risk.ID)), conflict: id(conflict), accepted: id(accepted), measure: id(p.Measures[row].ID), account: id(a.ID), session: id(session.ID), grant: id(grant.ID),
		token: id(rawToken(db, a.ID, "foreign-"+name, term.TokenScopeReadOrganisation))}
}

// conflictsOf inserts two conflicts of balance of a unit, one open and one accepted.
func conflictsOf(db *testkit.DB, u *ent.Unit, measure int64) (open, accepted int64) {
	now := db.Now()
	insert := func(key string, state term.ConflictState) *ent.ConflictCreate {
		return db.Raw.Client.Conflict.Create().SetFingerprint(key).SetLiveKey(key).SetBureauID(u.ID).SetUnitID(u.ID).SetLevels(u.Levels()).SetRuleCode(engine.RuleSupervisedBySelf).
			SetSeverity(1).SetHand("UNKNOWN").SetFinding(`{"rule":"SUPERVISED_BY_SELF","severity":"HIGH","site":{"kind":"UNIT","id":1},"hand":{"kind":"UNKNOWN","a":0},"parts":[],"since":"2026-03-02","settlements":[]}`).SetSince(db.Today()).SetState(state).SetCreatedAt(now).SetUpdatedAt(now)
	}
	until := db.Today().AddDate(0, 6, 0)
	return insert("open-"+u.Code, term.ConflictStateOpen).SaveX(testkit.System()).ID,
		insert("accepted-"+u.Code, term.ConflictStateAccepted).SetAcceptedReason("人手不足").SetMeasureID(measure).SetAcceptedUntil(until).SetAcceptedAt(now).SaveX(testkit.System()).ID
}

// ownRuleOf inserts a drafted rule of balance of a unit, relationOf a close relation of two people.
func ownRuleOf(db *testkit.DB, u *ent.Unit) int64 {
	d := engine.Definition{Kind: engine.KindTwoLists, Scope: engine.ScopeSameUnit, SameHand: engine.SameHandPerson}
	d.Left = engine.Side{Join: engine.JoinAnyOf, Selectors: []engine.Selector{{Kind: engine.SelectorStep, Steps: []term.StepKind{term.StepKindAccept}}}}
	d.Right = engine.Side{Join: engine.JoinAnyOf, Selectors: []engine.Selector{{Kind: engine.SelectorStep, Steps: []term.StepKind{term.StepKindApprove}}}}
	now := db.Now()
	return db.Raw.Client.OwnBalanceRule.Create().SetCode("OWN-" + u.Code).SetName("不相容").SetReason("制衡").SetSeverity("HIGH").SetDefinition(string(d.Encode())).
		SetState(term.RuleStateDraft).SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now).SaveX(testkit.System()).ID
}

func relationOf(db *testkit.DB, u *ent.Unit, person, other int64) int64 {
	now := db.Now()
	return db.Raw.Client.CloseRelation.Create().SetPersonID(person).SetOtherID(other).SetKind(term.RelationKindOther).SetFromDay(db.Today()).
		SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now).SaveX(testkit.System()).ID
}

// leaveOf inserts planned leave of somebody.
func leaveOf(db *testkit.DB, u *ent.Unit, person int64) int64 {
	now := db.Now()
	return db.Raw.Client.PlannedLeave.Create().SetPersonID(person).SetFromDay(db.Today().AddDate(0, 1, 0)).SetToDay(db.Today().AddDate(0, 1, 6)).
		SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now).SaveX(testkit.System()).ID
}

// checkOf inserts a check that somebody is asked to make, with a sample of one risk point.
func checkOf(db *testkit.DB, u *ent.Unit, person, risk int64) int64 {
	now, ctx := db.Now(), testkit.System()
	c := db.Raw.Client.SupervisionCheck.Create().SetKind(term.CheckKindRisks).SetGrade(term.GradeA).SetTier(term.RolePrincipalLeader).SetPersonID(person).SetBureauID(u.ID).
		SetFromDay(db.Today()).SetDueOn(db.Today().AddDate(0, 0, 20)).SetState(term.CheckStateDue).SetLiveKey("check-" + u.Code).SetBegunAt(now).SetSeed("0").SetPopulation(1).
		SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
	db.Raw.Client.CheckItem.Create().SetCheckID(c.ID).SetPosition(1).SetRiskPointID(risk).SaveX(ctx)
	return c.ID
}

// warningOf inserts a warning that somebody is asked to answer.
func warningOf(db *testkit.DB, u *ent.Unit, person, risk int64) int64 {
	now, ctx := db.Now(), testkit.System()
	w := db.Raw.Client.Warning.Create().SetBureauID(u.ID).SetYear(2026).SetSerial(1).SetKind(term.WarningKindRiskUndefended).SetSubjectID(risk).SetSubjectText("受理收受好处").
		SetCauseKey("warning-" + u.Code).SetGrade(term.GradeA).SetSince(db.Today()).SetRule("{}").SetColour(term.WarningColourRed).SetState(term.WarningStateRaised).
		SetTier(term.RoleDeptHead).SetPersonID(person).SetDueOn(db.Today().AddDate(0, 0, 5)).SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
	db.Raw.Client.WarningEvent.Create().SetWarningID(w.ID).SetPosition(1).SetKind(term.WarningEventKindRaise).SetAt(now).SetColour(w.Colour).SetTier(w.Tier).SetPersonID(person).SaveX(ctx)
	return w.ID
}

// taskOf inserts a schedule of the work of a measure, and a task of it that somebody is asked to do.
func taskOf(db *testkit.DB, u *ent.Unit, person, measure int64) (schedule, task int64) {
	now, ctx := db.Now(), testkit.System()
	s := db.Raw.Client.TaskSchedule.Create().SetMeasureID(measure).SetKind(term.TaskKindWork).SetWork("双人复核").SetEvery(term.RecurrenceMonthly).SetPersonID(person).
		SetStartsOn(db.Today()).SetNextOn(db.Today().AddDate(0, 1, 0)).SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
	t := db.Raw.Client.MeasureTask.Create().SetScheduleID(s.ID).SetMeasureID(measure).SetKind(s.Kind).SetWork(s.Work).SetWantsFile(false).SetTier(term.RoleStaff).SetPersonID(person).
		SetFromDay(db.Today()).SetDueOn(db.Today().AddDate(0, 0, 20)).SetState(term.TaskStateDue).SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
	return s.ID, t.ID
}

// proceedingOf inserts a proceeding of a power with a step, a pause and a deviation.
func proceedingOf(db *testkit.DB, u *ent.Unit, power, process, person int64) int64 {
	now, ctx, day, raw := db.Now(), testkit.System(), db.Today().AddDate(0, 0, -9), db.Raw.Client
	p := raw.Proceeding.Create().SetPowerID(power).SetProcessID(process).SetNumber("2026-1").SetReceivedOn(day).SetState(term.ProceedingStateUnderWay).SetLimitState(term.LimitStateNone).
		SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
	raw.ProceedingStep.Create().SetProceedingID(p.ID).SetPowerID(power).SetStepKey("1").SetStepName("受理").SetBeganAt(now.Add(-time.Hour)).SetRevision(1).SetPersonID(person).SetPersonName("甲").
		SetSource(term.ReadingSourceHand).SetAt(now).SetActorName("甲").ExecX(ctx)
	raw.ProceedingPause.Create().SetProceedingID(p.ID).SetKind(term.PauseKindHearing).SetFromDay(day).SetRevision(1).SetToDay(day).SetSource(term.ReadingSourceHand).SetAt(now).SetActorName("甲").ExecX(ctx)
	raw.ProceedingDeviation.Create().SetProceedingID(p.ID).SetKind(term.DeviationKindExcluded).SetStepKey("2").SetStepName("审批").SetOtherKey("1").SetOtherName("受理").SetPersonID(person).
		SetRuleCode("SOD_PREPARE_APPROVE").SetFromDay(day).SetUnitID(u.ID).SetLevels(u.Levels()).ExecX(ctx)
	return p.ID
}

// indicatorOf inserts an indicator of a measure, with a reading.
func indicatorOf(db *testkit.DB, u *ent.Unit, measure int64) int64 {
	now, ctx, first := db.Now(), testkit.System(), db.Today().AddDate(0, -1, 1-db.Today().Day())
	i := db.Raw.Client.Indicator.Create().SetMeasureID(measure).SetName("投诉件数").SetKeeps(term.IndicatorKeepsAtMost).SetThreshold(50_000).SetEvery(term.RecurrenceMonthly).SetWithinDays(10).
		SetStartsOn(first).SetState(term.IndicatorStateWithin).SetReadFor(first).SetValue(30_000).SetOwedOn(first.AddDate(0, 2, 0)).SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
	db.Raw.Client.IndicatorReading.Create().SetIndicatorID(i.ID).SetFromDay(first).SetToDay(first.AddDate(0, 1, -1)).SetRevision(1).SetValue(30_000).SetKeeps(i.Keeps).SetThreshold(i.Threshold).
		SetOver(false).SetSource(term.ReadingSourceHand).SetAt(now).SetActorName("甲").ExecX(ctx)
	return i.ID
}

// educationOf inserts a planned session of today that carries out a measure and expects some people.
func educationOf(db *testkit.DB, u *ent.Unit, measure int64, people ...*ent.Person) (session int64, participants []int64) {
	now, ctx := db.Now(), testkit.System()
	db.Raw.Client.Measure.UpdateOneID(measure).SetMechanism(term.MechanismDailyEducation).ExecX(ctx)
	e := db.Raw.Client.EducationSession.Create().SetKind(term.EducationKindWarningCases).SetTopic("案例通报").SetHeldOn(db.Today()).SetMinutes(60).SetState(term.EducationStatePlanned).
		AddMeasureIDs(measure).SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
	for n, p := range people {
		participants = append(participants, db.Raw.Client.EducationParticipant.Create().SetSessionID(e.ID).SetPersonID(p.ID).SetName(p.Name).SetSortOrder(n+1).
			SetUnitID(u.ID).SetLevels(u.Levels()).SaveX(ctx).ID)
	}
	return e.ID, participants
}

// instructionOf inserts an instruction of the leading group about a risk point.
func instructionOf(db *testkit.DB, u *ent.Unit, person, giver, risk int64) int64 {
	now, ctx := db.Now(), testkit.System()
	i := db.Raw.Client.Instruction.Create().SetBureauID(u.ID).SetYear(2026).SetSerial(1).SetTitle("整改受理环节").SetDemand("双人受理").SetRisks(1).
		SetGiverID(giver).SetGivenBy(1).SetGiverName("组员").SetGiverRole(term.RoleLeadingGroup).SetState(term.InstructionStateOrdered).SetTier(term.RoleDeptHead).SetPersonID(person).
		SetAnswerBy(db.Today().AddDate(0, 0, 5)).SetDueOn(db.Today().AddDate(0, 0, 20)).SetReplyIn(5).SetHopIn(7).SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
	db.Raw.Client.InstructionRisk.Create().SetInstructionID(i.ID).SetPosition(1).SetRiskPointID(risk).SetTitle("受理收受好处").SetGrade(term.GradeA).SaveX(ctx)
	db.Raw.Client.InstructionEvent.Create().SetInstructionID(i.ID).SetPosition(1).SetKind(term.InstructionEventKindOrder).SetAt(now).SetTier(i.Tier).SetPersonID(person).SetDueOn(i.DueOn).SaveX(ctx)
	return i.ID
}

// handoverOf inserts a handover of a check between two people.
func handoverOf(db *testkit.DB, u *ent.Unit, from, to int64) int64 {
	now := db.Now()
	return db.Raw.Client.CheckHandover.Create().SetPredecessorID(from).SetSuccessorID(to).
		SetChecks([]term.HandedCheck{{ID: 1, UnitID: u.ID, Kind: term.CheckKindRisks, Grade: term.GradeA, DueOn: db.Today()}}).
		SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now).SaveX(testkit.System()).ID
}

// planOn sets the required fields of a planned campaign on a unit.
func planOn(c *ent.CampaignCreate, u *ent.Unit) *ent.CampaignCreate {
	from := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	phase := term.PhasePlan{Phase: term.CampaignPhaseSurvey, From: from, To: from.AddDate(0, 3, 0), Due: []term.FormDue{{Kind: term.FormKindPowers, On: from}}}
	return c.SetUnitID(u.ID).SetLevels(u.Levels()).SetYear(2026).SetTitle(u.Name + "专项").
		SetPhase(term.CampaignPhasePlanned).SetKinds([]term.FormKind{term.FormKindPowers}).SetPhases([]term.PhasePlan{phase}).SetPublicityDays(7).SetObjectionDays(15)
}

// evidenceOf inserts a file on a check or a warning that somebody attached.
func evidenceOf(db *testkit.DB, u *ent.Unit, owner, person int64) int64 {
	return db.Raw.Client.Attachment.Create().SetOwnerID(owner).SetPersonID(person).SetName("证据.txt").SetMediaType("text/plain").SetSize(1).SetHash("x").SetUploaderName("某人").
		SetAt(db.Now()).SetUnitID(u.ID).SetLevels(u.Levels()).SaveX(testkit.System()).ID
}

// newProof inserts a file on a risk point, feedback and an objection.
func newProof(db *testkit.DB, u *ent.Unit, risk *ent.RiskPoint, person *ent.Person) (attached, feedback, objection int64) {
	ctx, raw, now, today := testkit.System(), db.Raw.Client, db.Now(), db.Today()
	place := func(m entgo.Mutation) {
		if err := org.Place(m, u); err != nil {
			panic(err)
		}
	}
	a := raw.Attachment.Create().SetOwnerID(risk.ID).SetName("a.txt").SetMediaType("text/plain").SetSize(1).SetHash("00").SetUploaderName("甲").SetAt(now)
	place(a.Mutation())
	c := raw.Campaign.Create().SetYear(2026).SetTitle("专项").SetPhase(term.CampaignPhaseSurvey).SetKinds([]term.FormKind{}).SetPhases([]term.PhasePlan{}).
		SetPublicityDays(7).SetObjectionDays(30).SetCreatedAt(now).SetUpdatedAt(now)
	place(c.Mutation())
	f := raw.Form.Create().SetCampaignID(c.SaveX(ctx).ID).SetKind(term.FormKindPowers).SetSubjectID(u.ID).SetState(term.FormStatePublicity).SetDueOn(today).
		SetStageSince(now).SetCreatedAt(now).SetUpdatedAt(now)
	place(f.Mutation())
	form := f.SaveX(ctx)
	sub := raw.FormSubmission.Create().SetFormID(form.ID).SetRevision(1).SetNumber(1).SetHash("00").SetContainsA(false).SetSubmitterName("甲").SetAt(now)
	place(sub.Mutation())
	n := raw.PublicNotice.Create().SetFormID(form.ID).SetSubmissionID(sub.SaveX(ctx).ID).SetSlug("slug-" + u.Code).SetFromDay(today).SetToDay(today.AddDate(0, 0, 7))
	place(n.Mutation())
	p := raw.PublicFeedback.Create().SetNoticeID(n.SaveX(ctx).ID).SetFormID(form.ID).SetText("意见").SetReceivedOn(today).SetState(term.FeedbackStateReceived)
	place(p.Mutation())
	o := raw.Objection.Create().SetPersonID(person.ID).SetAboutID(risk.ID).SetAboutText("险").SetText("不实").SetTier(term.RoleLeaderInCharge).SetDueOn(today).
		SetState(term.ObjectionStateRaised).SetCreatedAt(now).SetUpdatedAt(now)
	place(o.Mutation())
	return a.SaveX(ctx).ID, p.SaveX(ctx).ID, o.SaveX(ctx).ID
}

// newForm creates the 表1 of a unit, expected in a campaign.
func newForm(t *testing.T, db *testkit.DB, c *ent.Campaign, u *ent.Unit) int64 {
	t.Helper()
	now := db.Now()
	f := db.Raw.Client.Form.Create().SetCampaignID(c.ID).SetKind(term.FormKindPowers).SetSubjectID(u.ID).SetState(term.FormStateDraft).
		SetDueOn(db.Today().AddDate(0, 1, 0)).SetStageSince(now).SetCreatedAt(now).SetUpdatedAt(now)
	if err := org.Place(f.Mutation(), u); err != nil {
		t.Fatal(err)
	}
	return f.SaveX(testkit.System()).ID
}

// meetings creates an open meeting with a risk point on its agenda and a
// planned one.
func meetings(t *testing.T, db *testkit.DB, u *ent.Unit, person, risk int64) (sitting, planned *ent.Meeting) {
	t.Helper()
	ctx := testkit.System()
	details := meeting.Details{Title: "集体定", HeldOn: db.Today(), Members: []*meeting.MemberInput{{PersonID: person}}}
	for i := range 2 {
		p := testkit.Must(db.Org.AddPerson(ctx, org.AddPerson{UnitID: u.ID, Name: "成员", JobTitle: "委员"}))(t)
		details.Members = append(details.Members, &meeting.MemberInput{PersonID: p.ID, Head: i == 1})
	}
	planned = testkit.Must(db.Meetings.Plan(ctx, meeting.PlanMeeting{UnitID: u.ID, Details: details}))(t)
	sitting = testkit.Must(db.Meetings.Plan(ctx, meeting.PlanMeeting{UnitID: u.ID, Details: details}))(t)
	sitting = testkit.Must(db.Meetings.SetAgenda(ctx, meeting.SetAgenda{MeetingID: sitting.ID, ExpectedVersion: sitting.Version,
		Items: []*meeting.ItemInput{meeting.Grading(risk, term.GradeA)}}))(t)
	open := meeting.OpenMeeting{ID: sitting.ID, ExpectedVersion: sitting.Version}
	for _, m := range sitting.Unwrap().QueryMembers().AllX(ctx) {
		open.Attendance = append(open.Attendance, &meeting.Attendance{MemberID: m.ID, Present: true})
	}
	return testkit.Must(db.Meetings.Open(ctx, open))(t).Unwrap(), planned.Unwrap()
}

// rawToken inserts a token, regardless of what its account may do at present.
func rawToken(db *testkit.DB, account int64, secret string, scopes ...term.TokenScope) int64 {
	sum := sha256.Sum256([]byte("sineng_" + secret))
	now := db.Now()
	return db.Raw.Client.ApiToken.Create().SetAccountID(account).SetName(secret).SetTokenHash(hex.EncodeToString(sum[:])).SetScopes(scopes).
		SetExpiresAt(now.AddDate(0, 3, 0)).SetCreatedAt(now).SetUpdatedAt(now).SaveX(testkit.System()).ID
}

// actor is a user of the matrix: a role on their unit or on the whole system,
// or none.
type actor struct {
	name       string
	login      string
	role       term.Role
	everywhere bool
	scope      term.TokenScope // of an API token; empty for a session
	out        bool            // not signed in
	owes       bool            // must change the first password
	job        string          // an import of theirs
	foreignJob string          // an import of somebody else
	upload     func() string   // creates a file to import
}

// First and last day of the appointments, counted from the first day of the
// world.
const (
	firstDay = 10
	lastDay  = 20
)

// moments are the days on which the matrix is run, counted from the first day
// of the world: the day before the appointment, its first and its last, and
// the day after.
var moments = []struct {
	name  string
	day   int
	force bool
}{{"before", firstDay - 1, false}, {"on the first day", firstDay, true}, {"on the last day", lastDay, true}, {"after", lastDay + 1, false}}

// actors creates the accounts and their roles.
func actors(t *testing.T, db *testkit.DB, own *ent.Unit, post int64) []*actor {
	t.Helper()
	day := func(n int) time.Time { return db.Today().AddDate(0, 0, n) }
	from, to := day(firstDay), day(lastDay)
	ctx := testkit.System()
	out := []*actor{{name: "nobody", out: true}, {name: "without a role", login: "none"}, {name: "owing a password", login: "owing", owes: true}}
	testkit.Must(db.Accounts.Create(ctx, newAccount("none", nil)))(t)
	owing := newAccount("owing", nil)
	owing.Final = false
	testkit.Must(db.Accounts.Create(ctx, owing))(t)

	office := map[term.Role]term.PortfolioKind{term.RoleDeptHead: term.PortfolioKindHead, term.RoleLeaderInCharge: term.PortfolioKindInCharge,
		term.RolePrincipalLeader: term.PortfolioKindPrincipal}
	for _, value := range term.Role("").Values() {
		role := term.Role(value)
		a := &actor{name: value, login: "u-" + value, role: role}
		person := testkit.Must(db.Org.AddPerson(ctx, org.AddPerson{UnitID: own.ID, Name: "任职人", JobTitle: value}))(t)
		made := testkit.Must(db.Accounts.Create(ctx, newAccount(a.login, &person.ID)))(t)
		switch kind, leads := office[role]; {
		case role == term.RoleStaff:
			o := testkit.Must(db.Org.Appoint(ctx, person.ID, post, from))(t)
			testkit.Must(db.Org.Relieve(ctx, o.ID, o.Version, new(to)))(t)
		case leads:
			p := testkit.Must(db.Org.AssignPortfolio(ctx, person.ID, own.ID, kind, from))(t)
			testkit.Must(db.Org.EndPortfolio(ctx, p.ID, p.Version, new(to)))(t)
		default:
			testkit.Must(db.Accounts.Grant(ctx, made.ID, role, &own.ID, from, &to, "任命"))(t)
			all := &actor{name: value + " of the whole system", login: "all-" + value, role: role, everywhere: true}
			other := testkit.Must(db.Accounts.Create(ctx, newAccount(all.login, nil)))(t)
			testkit.Must(db.Accounts.Grant(ctx, other.ID, role, nil, from, &to, "任命"))(t)
			out = append(out, all)
		}
		out = append(out, a)
		for _, scope := range []term.TokenScope{term.TokenScopeReadOrganisation, term.TokenScopeReadRegister, term.TokenScopeReadOverview, term.TokenScopeReadAudit} {
			if role == term.RoleLeadingGroup && scope != term.TokenScopeReadAudit || role == term.RoleAuditor && scope == term.TokenScopeReadAudit {
				rawToken(db, made.ID, "own-"+string(scope), scope)
				out = append(out, &actor{name: "token " + string(scope) + " of " + value, login: a.login, role: role, scope: scope})
			}
		}
	}
	return out
}
