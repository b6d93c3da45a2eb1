package graph

import (
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/assessment"
	"sineng/ent/formsubmission"
	"sineng/ent/portfolio"
	"sineng/ent/post"
	"sineng/ent/predicate"
	"sineng/ent/process"
	"sineng/ent/processstep"
	"sineng/ent/reviewdecision"
	"sineng/ent/riskpoint"
	"sineng/ent/roleappointment"
	"sineng/ent/stepedge"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/server/office"
	"sineng/server/org"
)

// loader says for each entity which edges a selection needs, so that a list costs one
// statement per edge and not one per row, and how the rows of an edge are ordered and
// filtered. People are loaded by a batch of their own, since several fields of one row refer
// to people.
type loader struct{ today func() time.Time }

// The fields of units and posts that are loaded along edges. Rows of which nothing else is selected are
// loaded by their keys, see rows.
var (
	unitEdges   = []string{"parent", "children", "posts", "portfolios"}
	postEdges   = []string{"unit", "appointments"}
	personEdges = []string{"unit", "appointments", "portfolios"}
)

func (l loader) unit(q *ent.UnitQuery, f fields) {
	f.on("parent", func(f fields) { q.WithParent(func(q *ent.UnitQuery) { l.unit(q, f) }) })
	f.on("children", func(f fields) { q.WithChildren(func(q *ent.UnitQuery) { l.children(q, f) }) })
	f.on("posts", func(f fields) { q.WithPosts(func(q *ent.PostQuery) { l.openPosts(q, f) }) })
	f.on("portfolios", func(f fields) { q.WithPortfolios(func(q *ent.PortfolioQuery) { l.portfoliosToday(q, f) }) })
}

func (l loader) children(q *ent.UnitQuery, f fields) {
	q.Where(org.Open(l.today())).Order(unit.BySortOrder(), unit.ByCode())
	l.unit(q, f)
}

func (l loader) post(q *ent.PostQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
	f.on("appointments", func(f fields) { q.WithAppointments(func(q *ent.AppointmentQuery) { l.appointments(q, f) }) })
}

func (l loader) posts(q *ent.PostQuery, f fields) { l.postsBy(q, f) }

// postsBy are posts with the columns by which they are told apart.
func (l loader) postsBy(q *ent.PostQuery, f fields, by ...string) {
	narrow(f, "Post", q.Select, by...)
	q.Order(post.ByName(), post.ByID())
	l.post(q, f)
}

func (l loader) open() predicate.Post {
	return post.Or(post.ClosedOnIsNil(), post.ClosedOnGT(l.today()))
}

func (l loader) openPosts(q *ent.PostQuery, f fields) {
	q.Where(l.open())
	l.posts(q, f)
}

func (l loader) person(q *ent.PersonQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
	f.on("appointments", func(f fields) { q.WithAppointments(func(q *ent.AppointmentQuery) { l.appointments(q, f) }) })
	f.on("portfolios", func(f fields) { q.WithPortfolios(func(q *ent.PortfolioQuery) { l.portfolios(q, f) }) })
}

func (l loader) appointments(q *ent.AppointmentQuery, f fields) {
	narrow(f, "Appointment", q.Select)
	q.Order(appointment.ByFromDay(sql.OrderDesc()), appointment.ByID(sql.OrderDesc()))
	l.appointment(q, f)
}

func (l loader) appointment(q *ent.AppointmentQuery, f fields) {
	f.on("person", func(f fields) {
		if !f.plain(personEdges) {
			q.WithPerson(func(q *ent.PersonQuery) { l.person(q, f) })
		}
	})
	f.on("post", func(f fields) { q.WithPost(func(q *ent.PostQuery) { l.post(q, f) }) })
}

func (l loader) portfolios(q *ent.PortfolioQuery, f fields) {
	q.Order(portfolio.ByFromDay(sql.OrderDesc()), portfolio.ByID(sql.OrderDesc()))
	l.portfolio(q, f)
}

// portfoliosToday orders the principal leader first, then the leaders in charge, then the
// head.
func (l loader) portfoliosToday(q *ent.PortfolioQuery, f fields) {
	q.Where(office.InForce(l.today())).
		Order(func(s *sql.Selector) {
			s.OrderExpr(sql.Expr("CASE "+s.C(portfolio.FieldKind)+" WHEN ? THEN 1 WHEN ? THEN 2 ELSE 3 END",
				string(term.PortfolioKindPrincipal), string(term.PortfolioKindInCharge)))
		}, portfolio.ByID())
	l.portfolio(q, f)
}

func (l loader) portfolio(q *ent.PortfolioQuery, f fields) {
	f.on("person", func(f fields) {
		if !f.plain(personEdges) {
			q.WithPerson(func(q *ent.PersonQuery) { l.person(q, f) })
		}
	})
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
}

func (l loader) power(q *ent.PowerQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
	f.on("exercisingPosts", func(f fields) { q.WithExercisingPosts(func(q *ent.PostQuery) { l.posts(q, f) }) })
	f.on("decisionPost", func(f fields) { q.WithDecisionPost(func(q *ent.PostQuery) { l.post(q, f) }) })
	f.on("executionPost", func(f fields) { q.WithExecutionPost(func(q *ent.PostQuery) { l.post(q, f) }) })
	f.on("supervisionPost", func(f fields) { q.WithSupervisionPost(func(q *ent.PostQuery) { l.post(q, f) }) })
	f.on("processes", func(f fields) { q.WithProcesses(func(q *ent.ProcessQuery) { l.processes(q, f) }) })
}

func (l loader) duty(q *ent.DutyQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
	f.on("post", func(f fields) { q.WithPost(func(q *ent.PostQuery) { l.post(q, f) }) })
}

func (l loader) processes(q *ent.ProcessQuery, f fields) {
	q.Order(process.ByRevision(sql.OrderDesc()))
	l.process(q, f)
}

func (l loader) process(q *ent.ProcessQuery, f fields) {
	f.on("power", func(f fields) { q.WithPower(func(q *ent.PowerQuery) { l.power(q, f) }) })
	f.on("steps", func(f fields) { q.WithSteps(func(q *ent.ProcessStepQuery) { l.steps(q, f) }) })
	f.on("edges", func(f fields) { q.WithStepEdges(func(q *ent.StepEdgeQuery) { l.stepEdges(q, f) }) })
}

func (l loader) steps(q *ent.ProcessStepQuery, f fields) {
	q.Order(processstep.BySortOrder())
	l.processStep(q, f)
}

func (l loader) processStep(q *ent.ProcessStepQuery, f fields) {
	f.on("post", func(f fields) { q.WithPost(func(q *ent.PostQuery) { l.post(q, f) }) })
	f.on("process", func(f fields) { q.WithProcess(func(q *ent.ProcessQuery) { l.process(q, f) }) })
	f.on("riskPoints", func(f fields) { q.WithRiskPoints(func(q *ent.RiskPointQuery) { l.livingRisks(q, f) }) })
}

func (l loader) stepEdges(q *ent.StepEdgeQuery, f fields) {
	q.Order(stepedge.ByID())
	f.on("fromKey", func(fields) { q.WithFromStep() })
	f.on("toKey", func(fields) { q.WithToStep() })
}

func (l loader) livingRisks(q *ent.RiskPointQuery, f fields) {
	q.Where(riskpoint.StatusNEQ(term.RiskStatusRetired))
	l.risks(q, f)
}

func (l loader) risks(q *ent.RiskPointQuery, f fields) {
	narrow(f, "RiskPoint", q.Select)
	q.Order(riskpoint.ByGrade(), riskpoint.ByID())
	l.riskPoint(q, f)
}

func (l loader) riskPoint(q *ent.RiskPointQuery, f fields) {
	f.on("unit", func(f fields) {
		if !f.plain(unitEdges) {
			q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) })
		}
	})
	f.on("power", func(f fields) { q.WithPower(func(q *ent.PowerQuery) { l.power(q, f) }) })
	f.on("step", func(f fields) { q.WithStep(func(q *ent.ProcessStepQuery) { l.processStep(q, f) }) })
	f.on("post", func(f fields) {
		if !f.plain(postEdges) {
			q.WithPost(func(q *ent.PostQuery) { l.post(q, f) })
		}
	})
	f.on("exposedPosts", func(f fields) { q.WithExposedPosts(func(q *ent.PostQuery) { l.posts(q, f) }) })
	f.on("exposedPersons", func(f fields) { q.WithExposedPersons(func(q *ent.PersonQuery) { l.person(q, f) }) })
	f.on("measures", func(f fields) { q.WithMeasures(func(q *ent.MeasureQuery) { l.measures(q, f) }) })
	f.on("assessments", func(f fields) { q.WithAssessments(func(q *ent.AssessmentQuery) { l.assessments(q, f) }) })
}

func (l loader) assessments(q *ent.AssessmentQuery, f fields) {
	narrow(f, "Assessment", q.Select)
	q.Order(assessment.ByAt(sql.OrderDesc()), assessment.ByID(sql.OrderDesc()))
	l.assessment(q, f)
}

func (l loader) assessment(q *ent.AssessmentQuery, f fields) {
	f.on("riskPoint", func(f fields) { q.WithRiskPoint(func(q *ent.RiskPointQuery) { l.riskPoint(q, f) }) })
	f.on("meeting", func(f fields) { q.WithMeeting(func(q *ent.MeetingQuery) { l.meeting(q, f) }) })
}

func (l loader) measures(q *ent.MeasureQuery, f fields) {
	narrow(f, "Measure", q.Select)
	l.measure(q, f)
}

func (l loader) measure(q *ent.MeasureQuery, f fields) {
	f.on("unit", func(f fields) {
		if !f.plain(unitEdges) {
			q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) })
		}
	})
	f.on("riskPoints", func(f fields) { q.WithRiskPoints(func(q *ent.RiskPointQuery) { l.risks(q, f) }) })
	f.on("comprehensiveMeeting", func(f fields) { q.WithComprehensiveMeeting(func(q *ent.MeetingQuery) { l.meeting(q, f) }) })
}

func (l loader) campaign(q *ent.CampaignQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
	f.on("previous", func(f fields) { q.WithPrevious(func(q *ent.CampaignQuery) { l.campaign(q, f) }) })
}

func (l loader) form(q *ent.FormQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
	f.on("campaign", func(f fields) { q.WithCampaign(func(q *ent.CampaignQuery) { l.campaign(q, f) }) })
	f.on("submissions", func(f fields) { q.WithSubmissions(func(q *ent.FormSubmissionQuery) { l.submissions(q, f) }) })
	f.on("reviewDecisions", func(f fields) { q.WithReviewDecisions(func(q *ent.ReviewDecisionQuery) { l.decisions(q, f) }) })
}

func (l loader) objection(q *ent.ObjectionQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
}

func (l loader) conflict(q *ent.ConflictQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
	f.on("acceptance", func(f fields) {
		f.on("measure", func(f fields) { q.WithMeasure(func(q *ent.MeasureQuery) { l.measure(q, f) }) })
	})
}

func (l loader) supervisionCheck(q *ent.SupervisionCheckQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
	f.on("supervisor", func(f fields) { q.WithPerson(func(q *ent.PersonQuery) { l.person(q, f) }) })
	f.on("subject", func(f fields) { q.WithSubject(func(q *ent.PersonQuery) { l.person(q, f) }) })
}

func (l loader) checkHandover(q *ent.CheckHandoverQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
	f.on("predecessor", func(f fields) { q.WithPredecessor(func(q *ent.PersonQuery) { l.person(q, f) }) })
	f.on("successor", func(f fields) { q.WithSuccessor(func(q *ent.PersonQuery) { l.person(q, f) }) })
}

func (l loader) warning(q *ent.WarningQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
	f.on("concerned", func(f fields) { q.WithConcerned(func(q *ent.PersonQuery) { l.person(q, f) }) })
	f.on("addressee", func(f fields) { q.WithPerson(func(q *ent.PersonQuery) { l.person(q, f) }) })
}

func (l loader) taskSchedule(q *ent.TaskScheduleQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
	f.on("measure", func(f fields) { q.WithMeasure(func(q *ent.MeasureQuery) { l.measure(q, f) }) })
	f.on("person", func(f fields) { q.WithPerson(func(q *ent.PersonQuery) { l.person(q, f) }) })
}

func (l loader) measureTask(q *ent.MeasureTaskQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
	f.on("measure", func(f fields) { q.WithMeasure(func(q *ent.MeasureQuery) { l.measure(q, f) }) })
	f.on("person", func(f fields) { q.WithPerson(func(q *ent.PersonQuery) { l.person(q, f) }) })
	f.on("session", func(f fields) { q.WithSession(func(q *ent.EducationSessionQuery) { l.educationSession(q, f) }) })
}

func (l loader) indicator(q *ent.IndicatorQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
	f.on("measure", func(f fields) { q.WithMeasure(func(q *ent.MeasureQuery) { l.measure(q, f) }) })
	f.on("person", func(f fields) { q.WithPerson(func(q *ent.PersonQuery) { l.person(q, f) }) })
}

func (l loader) educationSession(q *ent.EducationSessionQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
	f.on("leader", func(f fields) { q.WithLeader(func(q *ent.PersonQuery) { l.person(q, f) }) })
	f.on("measures", func(f fields) { q.WithMeasures(func(q *ent.MeasureQuery) { l.measure(q, f) }) })
}

func (l loader) educationParticipant(q *ent.EducationParticipantQuery, f fields) {
	f.on("session", func(f fields) { q.WithSession(func(q *ent.EducationSessionQuery) { l.educationSession(q, f) }) })
	f.on("person", func(f fields) { q.WithPerson(func(q *ent.PersonQuery) { l.person(q, f) }) })
}

func (l loader) rulesDocument(q *ent.RulesDocumentQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
}

func (l loader) rulesLink(q *ent.RulesLinkQuery, f fields) {
	f.on("document", func(f fields) { q.WithDocument(func(q *ent.RulesDocumentQuery) { l.rulesDocument(q, f) }) })
	f.on("power", func(f fields) { q.WithPower(func(q *ent.PowerQuery) { l.power(q, f) }) })
	f.on("measure", func(f fields) { q.WithMeasure(func(q *ent.MeasureQuery) { l.measure(q, f) }) })
}

func (l loader) rulesReview(q *ent.RulesReviewQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
	f.on("document", func(f fields) { q.WithDocument(func(q *ent.RulesDocumentQuery) { l.rulesDocument(q, f) }) })
	f.on("power", func(f fields) { q.WithPower(func(q *ent.PowerQuery) { l.power(q, f) }) })
	f.on("measure", func(f fields) { q.WithMeasure(func(q *ent.MeasureQuery) { l.measure(q, f) }) })
	f.on("person", func(f fields) { q.WithPerson(func(q *ent.PersonQuery) { l.person(q, f) }) })
}

func (l loader) proceeding(q *ent.ProceedingQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
	f.on("power", func(f fields) { q.WithPower(func(q *ent.PowerQuery) { l.power(q, f) }) })
	f.on("process", func(f fields) { q.WithProcess(func(q *ent.ProcessQuery) { l.process(q, f) }) })
}

func (l loader) instruction(q *ent.InstructionQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
	f.on("giver", func(f fields) { q.WithGiver(func(q *ent.PersonQuery) { l.person(q, f) }) })
	f.on("addressee", func(f fields) { q.WithPerson(func(q *ent.PersonQuery) { l.person(q, f) }) })
	f.on("upTo", func(f fields) { q.WithUpPerson(func(q *ent.PersonQuery) { l.person(q, f) }) })
}

func (l loader) publicFeedback(q *ent.PublicFeedbackQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
	f.on("form", func(f fields) { q.WithForm(func(q *ent.FormQuery) { l.form(q, f) }) })
	f.on("noticePath", func(fields) { q.WithNotice() })
}

func (l loader) submissions(q *ent.FormSubmissionQuery, _ fields) {
	q.Order(formsubmission.ByNumber(sql.OrderDesc()))
}

func (l loader) decisions(q *ent.ReviewDecisionQuery, _ fields) {
	q.Order(reviewdecision.ByAt(), reviewdecision.ByID())
}

func (l loader) account(q *ent.AccountQuery, f fields) {
	f.on("roles", func(f fields) { q.WithRoles(func(q *ent.RoleAppointmentQuery) { l.roles(q, f) }) })
}

func (l loader) roles(q *ent.RoleAppointmentQuery, f fields) {
	q.Order(roleappointment.ByFromDay(sql.OrderDesc()), roleappointment.ByID(sql.OrderDesc()))
	l.roleAppointment(q, f)
}

func (l loader) roleAppointment(q *ent.RoleAppointmentQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
}
