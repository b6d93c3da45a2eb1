package audit

import (
	"context"
	"fmt"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/apitoken"
	"sineng/ent/appointment"
	"sineng/ent/assessment"
	"sineng/ent/attachment"
	"sineng/ent/campaign"
	"sineng/ent/delegation"
	"sineng/ent/duty"
	"sineng/ent/form"
	"sineng/ent/formsubmission"
	"sineng/ent/graderecipe"
	"sineng/ent/identity"
	"sineng/ent/measure"
	"sineng/ent/meeting"
	"sineng/ent/meetingitem"
	"sineng/ent/meetingmember"
	"sineng/ent/meetingvote"
	"sineng/ent/noticesetting"
	"sineng/ent/objection"
	"sineng/ent/person"
	"sineng/ent/portfolio"
	"sineng/ent/post"
	"sineng/ent/power"
	"sineng/ent/process"
	"sineng/ent/processstep"
	"sineng/ent/publicfeedback"
	"sineng/ent/publicnotice"
	"sineng/ent/reviewdecision"
	"sineng/ent/riskpoint"
	"sineng/ent/roleappointment"
	"sineng/ent/stepedge"
	"sineng/ent/unit"
)

// scanBatch is how many rows are read at a time.
const scanBatch = 2000

// entity is a kind of row that the log answers for.
type entity struct {
	table string
	// scan reads the rows behind an id in the order of ids.
	scan func(ctx context.Context, c *ent.Client, after int64) ([]any, error)
}

// logged are the entities that the log answers for. A new one gets its line here; a test
// sees that none is missing.
var logged = map[string]entity{
	ent.TypeUnit: {unit.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.Unit.Query().Where(unit.IDGT(after)).Order(unit.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypePost: {post.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.Post.Query().Where(post.IDGT(after)).Order(post.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypePerson: {person.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.Person.Query().Where(person.IDGT(after)).Order(person.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeAppointment: {appointment.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.Appointment.Query().Where(appointment.IDGT(after)).Order(appointment.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypePortfolio: {portfolio.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.Portfolio.Query().Where(portfolio.IDGT(after)).Order(portfolio.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeDuty: {duty.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.Duty.Query().Where(duty.IDGT(after)).Order(duty.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypePower: {power.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.Power.Query().Where(power.IDGT(after)).Order(power.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeProcess: {process.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.Process.Query().Where(process.IDGT(after)).Order(process.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeProcessStep: {processstep.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.ProcessStep.Query().Where(processstep.IDGT(after)).Order(processstep.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeStepEdge: {stepedge.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.StepEdge.Query().Where(stepedge.IDGT(after)).Order(stepedge.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeRiskPoint: {riskpoint.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.RiskPoint.Query().Where(riskpoint.IDGT(after)).Order(riskpoint.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeAssessment: {assessment.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.Assessment.Query().Where(assessment.IDGT(after)).Order(assessment.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeMeasure: {measure.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.Measure.Query().Where(measure.IDGT(after)).Order(measure.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeAccount: {account.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.Account.Query().Where(account.IDGT(after)).Order(account.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeIdentity: {identity.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.Identity.Query().Where(identity.IDGT(after)).Order(identity.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeApiToken: {apitoken.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.ApiToken.Query().Where(apitoken.IDGT(after)).Order(apitoken.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeRoleAppointment: {roleappointment.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.RoleAppointment.Query().Where(roleappointment.IDGT(after)).Order(roleappointment.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeCampaign: {campaign.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.Campaign.Query().Where(campaign.IDGT(after)).Order(campaign.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeForm: {form.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.Form.Query().Where(form.IDGT(after)).Order(form.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeFormSubmission: {formsubmission.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.FormSubmission.Query().Where(formsubmission.IDGT(after)).Order(formsubmission.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeReviewDecision: {reviewdecision.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.ReviewDecision.Query().Where(reviewdecision.IDGT(after)).Order(reviewdecision.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeDelegation: {delegation.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.Delegation.Query().Where(delegation.IDGT(after)).Order(delegation.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeMeeting: {meeting.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.Meeting.Query().Where(meeting.IDGT(after)).Order(meeting.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeMeetingMember: {meetingmember.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.MeetingMember.Query().Where(meetingmember.IDGT(after)).Order(meetingmember.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeMeetingItem: {meetingitem.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.MeetingItem.Query().Where(meetingitem.IDGT(after)).Order(meetingitem.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeMeetingVote: {meetingvote.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.MeetingVote.Query().Where(meetingvote.IDGT(after)).Order(meetingvote.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypePublicNotice: {publicnotice.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.PublicNotice.Query().Where(publicnotice.IDGT(after)).Order(publicnotice.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypePublicFeedback: {publicfeedback.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.PublicFeedback.Query().Where(publicfeedback.IDGT(after)).Order(publicfeedback.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeObjection: {objection.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.Objection.Query().Where(objection.IDGT(after)).Order(objection.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeAttachment: {attachment.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.Attachment.Query().Where(attachment.IDGT(after)).Order(attachment.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeNoticeSetting: {noticesetting.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.NoticeSetting.Query().Where(noticesetting.IDGT(after)).Order(noticesetting.ByID()).Limit(scanBatch).All(ctx))
	}},
	ent.TypeGradeRecipe: {graderecipe.Table, func(ctx context.Context, c *ent.Client, after int64) ([]any, error) {
		return erased(c.GradeRecipe.Query().Where(graderecipe.IDGT(after)).Order(graderecipe.ByID()).Limit(scanBatch).All(ctx))
	}},
}

// link is a table of a many-to-many edge.
type link struct {
	table, owner, other string
}

// each reads the table.
func (l link) each(ctx context.Context, client *ent.Client, do func(owner, other int64)) error {
	rows, err := client.QueryContext(ctx, fmt.Sprintf("SELECT %s, %s FROM %s ORDER BY 1, 2", l.owner, l.other, l.table))
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var owner, other int64
		if err := rows.Scan(&owner, &other); err != nil {
			return err
		}
		do(owner, other)
	}
	return rows.Err()
}

// linkTables are the tables of the edges whose changes entries tell of, by entity and edge.
var linkTables = map[string]map[string]link{
	ent.TypePower: {power.EdgeExercisingPosts: {power.ExercisingPostsTable, power.ExercisingPostsPrimaryKey[0], power.ExercisingPostsPrimaryKey[1]}},
	ent.TypeRiskPoint: {
		riskpoint.EdgeExposedPosts:   {riskpoint.ExposedPostsTable, riskpoint.ExposedPostsPrimaryKey[0], riskpoint.ExposedPostsPrimaryKey[1]},
		riskpoint.EdgeExposedPersons: {riskpoint.ExposedPersonsTable, riskpoint.ExposedPersonsPrimaryKey[0], riskpoint.ExposedPersonsPrimaryKey[1]},
	},
	ent.TypeMeasure: {measure.EdgeRiskPoints: {measure.RiskPointsTable, measure.RiskPointsPrimaryKey[0], measure.RiskPointsPrimaryKey[1]}},
}

// entities maps tables to their entities.
var entities = func() map[string]string {
	out := map[string]string{}
	for name, e := range logged {
		out[e.table] = name
	}
	return out
}()

func erased[T any](rows []*T, err error) ([]any, error) {
	out := make([]any, len(rows))
	for i, row := range rows {
		out[i] = row
	}
	return out, err
}
