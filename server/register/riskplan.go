package register

import (
	"context"
	"fmt"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/predicate"
	"sineng/ent/riskpoint"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/server/search"
	"sineng/server/store"
)

// The exposed posts and people of risk points.
const (
	exposedPosts   = "risk_point_exposed_posts"
	exposedPersons = "risk_point_exposed_persons"
)

// What selects risk points by their keys.
const (
	ofRisks          = "SELECT id FROM risk_points WHERE "
	ofExposedPosts   = "SELECT risk_point_id FROM " + exposedPosts + " WHERE post_id = ?"
	ofExposedPersons = "SELECT risk_point_id FROM " + exposedPersons + " WHERE person_id = ?"
)

// Concerning selects the risk points that concern or expose a person or name them as owner.
func Concerning(person int64) store.Selection {
	return store.Selection{Parts: []string{ofRisks + "person_id = ?", ofRisks + "direct_owner_id = ?", ofRisks + "department_owner_id = ?",
		ofRisks + "leader_owner_id = ?", ofExposedPersons}, Args: []any{person}}
}

// selections are the conditions that few rows may meet.
func (f RiskFilter) selections() []store.Selection {
	var out []store.Selection
	by := func(id *int64, parts ...string) {
		if id != nil {
			out = append(out, store.Selection{Parts: parts, Args: []any{*id}})
		}
	}
	when := func(asked *bool, parts ...string) {
		if asked != nil && *asked {
			out = append(out, store.Selection{Parts: parts})
		}
	}
	by(f.PowerID, ofRisks+"power_id = ?")
	by(f.PostID, ofRisks+"post_id = ?", ofExposedPosts)
	if f.PersonID != nil {
		out = append(out, Concerning(*f.PersonID))
	}
	by(f.LeaderOwnerID, ofRisks+"leader_owner_id = ?")
	when(f.AwaitsConcurrence, ofRisks+"endorsed_grade IN ('A', 'B', 'C')", ofRisks+"retiring IS NOT NULL")
	when(f.AwaitsMeeting, ofRisks+"proposed_grade = 'A' AND grade IN ('B', 'C', 'U')", ofRisks+"proposed_grade IN ('B', 'C') AND grade = 'A'",
		ofRisks+"outdated = TRUE AND grade = 'A'")
	when(f.Outdated, ofRisks+"outdated = TRUE")
	when(f.Unassessed, ofRisks+"likelihood IS NULL")
	when(f.AwaitsOpening, ofRisks+"paper_grade IN ('A', 'B', 'C') AND grade = 'U'")
	// An opening decision takes over a grade of paper, which is never cleared; opening itself has no index.
	when(f.Opening, ofRisks+"paper_grade IS NOT NULL AND opening = TRUE")
	if from, until := f.recordedFrom(), f.recordedUntil(); from != nil && until != nil {
		out = append(out, store.Selection{Parts: []string{ofRisks + "created_at >= ? AND created_at < ?"}, Args: []any{*from, *until}})
	} else if from != nil {
		out = append(out, store.Selection{Parts: []string{ofRisks + "created_at >= ?"}, Args: []any{*from}})
	} else if until != nil {
		out = append(out, store.Selection{Parts: []string{ofRisks + "created_at < ?"}, Args: []any{*until}})
	}
	return out
}

// recordedFrom and recordedUntil are the moments between which the rows were recorded, nil for no
// bound.
func (f RiskFilter) recordedFrom() *time.Time {
	if f.RecordedFrom == nil {
		return nil
	}
	from := store.StartOf(*f.RecordedFrom)
	return &from
}

func (f RiskFilter) recordedUntil() *time.Time {
	if f.RecordedTo == nil {
		return nil
	}
	until := store.StartOf(f.RecordedTo.AddDate(0, 0, 1))
	return &until
}

// plan says how the rows of a filter are looked for: among the few that one of its conditions
// selects, or else along an index in the order of the list. It adds the text to the conditions.
func (s *Service) plan(ctx context.Context, f RiskFilter, order *RiskOrder, q *ent.RiskPointQuery) error {
	few, known, err := s.store.Few(ctx, f.selections()...)
	if err != nil {
		return err
	}
	asked := search.Asked{Text: textOf(f.Text)}
	if known {
		q.Where(predicate.RiskPoint(store.Among(few)))
	} else {
		if err := s.skipGrades(ctx, f, order, q); err != nil {
			return err
		}
		asked.Words = map[string][]string{riskpoint.FieldRiskTypes: words(f.RiskTypes),
			riskpoint.FieldPowerType: words(f.PowerTypes), riskpoint.FieldConsequence: words(f.Consequences)}
	}
	if err := search.Narrow(ctx, s.store, q, riskTexts, asked); err != nil {
		return err
	}
	hint, err := s.orderIndex(ctx, f, order)
	if err == nil && hint != "" {
		q.Where(predicate.RiskPoint(store.ByIndex(hint))) // the first of a query holds
	}
	return err
}

// skipGrades names the grades with which what is asked for occurs, where the list is in the order of
// grades. A minor consequence, or a low proposal, occurs with the last of them almost alone: a page would
// be met after all rows of the others.
func (s *Service) skipGrades(ctx context.Context, f RiskFilter, order *RiskOrder, q *ent.RiskPointQuery) error {
	if len(f.grades()) > 0 || order != nil && order.Field != ByGrade || len(f.Consequences)+len(f.ProposedGrades) == 0 {
		return nil
	}
	var meets []term.Grade
	for _, grade := range everyGrade {
		both := true
		for column, values := range map[string][]string{riskpoint.FieldConsequence: words(f.Consequences), riskpoint.FieldProposedGrade: words(f.ProposedGrades)} {
			occurs, err := s.occurs(ctx, grade, column, values)
			if err != nil {
				return err
			}
			both = both && occurs
		}
		if both {
			meets = append(meets, grade)
		}
	}
	q.Where(riskpoint.GradeIn(meets...))
	return nil
}

// occurs reports whether any risk point of a grade has one of the values in a column; no values are any.
func (s *Service) occurs(ctx context.Context, grade term.Grade, column string, values []string) (bool, error) {
	if len(values) == 0 {
		return true, nil
	}
	args := []any{string(grade)}
	for _, v := range values {
		args = append(args, v)
	}
	return s.store.Exists(ctx, ofRisks+"grade = ? AND "+column+" IN (?"+strings.Repeat(", ?", len(values)-1)+")", args...)
}

// fewToSort is up to how many rows are read and sorted rather than met in the order of an index,
// which takes long where the rows of a unit stand together at its far end.
const fewToSort = 30_000

// orderIndex is the index to read along where the order is not the usual one, which has an index
// for each level: where the list is a large part of the register, the index of the order, in which
// each page is met soon; otherwise that of the unit. Empty leaves it to the database.
func (s *Service) orderIndex(ctx context.Context, f RiskFilter, order *RiskOrder) (string, error) {
	if order == nil || order.Field == ByGrade || f.UnitOnly != nil && *f.UnitOnly {
		return "", nil
	}
	roots, err := s.roots(ctx, f.UnitID)
	if err != nil || len(roots) == 0 {
		return "", err
	}
	kept := RiskFilter{UnitID: f.UnitID, Grades: f.Grades, Ungraded: f.Ungraded, RiskTypes: f.RiskTypes, PowerTypes: f.PowerTypes, Statuses: f.Statuses, Controlled: f.Controlled}
	count, _ := s.total(kept)
	n, err := count(ctx)
	switch {
	case err != nil:
		return "", err
	case n > fewToSort:
		return orderIndexes[order.Field], nil
	case len(roots) == 1 && roots[0].ID != 0:
		return fmt.Sprintf("riskpoint_%s_grade_status_created_at_id", rule.LevelColumn(roots[0].Level)), nil
	}
	return "", nil
}

// orderIndexes are the indexes of the orders.
var orderIndexes = map[RiskOrderField]string{ByCreated: "riskpoint_created_at", ByUpdated: "riskpoint_updated_at", ByTitle: "riskpoint_title",
	ByLikelihood: "riskpoint_likelihood", BySeverity: "riskpoint_severity"}
