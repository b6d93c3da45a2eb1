package graph

import (
	"sineng/ent"
	"sineng/ent/meetingitem"
	"sineng/ent/meetingmember"
	"sineng/ent/meetingvote"
)

func (l loader) meeting(q *ent.MeetingQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
	f.on("campaign", func(f fields) { q.WithCampaign(func(q *ent.CampaignQuery) { l.campaign(q, f) }) })
	f.on("members", func(f fields) { q.WithMembers(func(q *ent.MeetingMemberQuery) { l.meetingMembers(q, f) }) })
	f.on("items", func(f fields) { q.WithItems(func(q *ent.MeetingItemQuery) { l.meetingItems(q, f) }) })
}

func (l loader) meetingMembers(q *ent.MeetingMemberQuery, _ fields) {
	q.Order(meetingmember.BySortOrder(), meetingmember.ByID())
}

func (l loader) meetingItems(q *ent.MeetingItemQuery, f fields) {
	q.Order(meetingitem.BySortOrder(), meetingitem.ByID())
	l.meetingItem(q, f)
}

// meetingItem loads what the vote count needs, once for all items of a list.
func (l loader) meetingItem(q *ent.MeetingItemQuery, f fields) {
	votes, outcome := false, false
	f.on("riskPoint", func(f fields) {
		q.WithRiskPoint(func(q *ent.RiskPointQuery) { l.riskPoint(q, f) })
	})
	f.on("aboutUnit", func(f fields) { q.WithAboutUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
	f.on("measure", func(f fields) { q.WithMeasure(func(q *ent.MeasureQuery) { l.measure(q, f) }) })
	f.on("assessment", func(f fields) {
		outcome = true
		q.WithAssessment(func(q *ent.AssessmentQuery) { l.assessment(q, f) })
	})
	f.on("votes", func(f fields) {
		votes = true
		q.WithVotes(func(q *ent.MeetingVoteQuery) { l.votes(q, f) })
	})
	f.on("count", func(fields) {
		q.WithMeeting(func(q *ent.MeetingQuery) {
			q.WithMembers(func(q *ent.MeetingMemberQuery) { l.meetingMembers(q, fields{}) })
		})
		if !outcome {
			q.WithAssessment()
		}
		if !votes {
			q.WithVotes(func(q *ent.MeetingVoteQuery) { l.votes(q, fields{}) })
		}
	})
}

func (l loader) votes(q *ent.MeetingVoteQuery, _ fields) {
	q.Order(meetingvote.ByAt(), meetingvote.ByID())
}

func (l loader) importMapping(q *ent.ImportMappingQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
}

func (l loader) recipe(q *ent.GradeRecipeQuery, f fields) {
	f.on("unit", func(f fields) { q.WithUnit(func(q *ent.UnitQuery) { l.unit(q, f) }) })
}
