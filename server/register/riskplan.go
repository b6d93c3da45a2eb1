package register

import (
	"context"
	"fmt"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/predicate"
	"sineng/ent/riskpoint"
	"sineng/ent/rule"
	"sineng/ent/viewer"
	"sineng/server/search"
	"sineng/server/store"
)

// The exposed posts and people of risk points.
const (
	exposedPosts   = "risk_point_exposed_posts"
	exposedPersons = "risk_point_exposed_persons"
)

// Each of these statements selects keys along one index; together they select what a condition of
// the filter means. The condition itself, an OR over several indexes, would read all rows.
const (
	ofRisks          = "SELECT id FROM risk_points WHERE "
	ofExposedPosts   = "SELECT risk_point_id FROM " + exposedPosts + " WHERE post_id = ?"
	ofExposedPersons = "SELECT risk_point_id FROM " + exposedPersons + " WHERE person_id = ?"
)

// selected is a condition of the filter by the statements that select its rows, each with the
// same arguments.
type selected struct {
	parts []string
	args  []any
}

// selections are the conditions that few rows may meet.
func (f RiskFilter) selections() []selected {
	var out []selected
	by := func(id *int64, parts ...string) {
		if id != nil {
			out = append(out, selected{parts, []any{*id}})
		}
	}
	when := func(asked *bool, parts ...string) {
		if asked != nil && *asked {
			out = append(out, selected{parts: parts})
		}
	}
	by(f.PowerID, ofRisks+"power_id = ?")
	by(f.PostID, ofRisks+"post_id = ?", ofExposedPosts)
	by(f.PersonID, ofRisks+"person_id = ?", ofRisks+"direct_owner_id = ?", ofRisks+"department_owner_id = ?", ofRisks+"leader_owner_id = ?", ofExposedPersons)
	by(f.LeaderOwnerID, ofRisks+"leader_owner_id = ?")
	when(f.AwaitsConcurrence, ofRisks+"endorsed_grade IN ('A', 'B', 'C')", ofRisks+"retiring IS NOT NULL")
	when(f.AwaitsMeeting, ofRisks+"proposed_grade = 'A' AND grade IN ('B', 'C', 'U')", ofRisks+"proposed_grade IN ('B', 'C', 'U') AND grade = 'A'",
		ofRisks+"outdated = TRUE AND grade = 'A'")
	when(f.Outdated, ofRisks+"outdated = TRUE")
	when(f.AwaitsOpening, ofRisks+"paper_grade IN ('A', 'B', 'C') AND grade = 'U'")
	// An opening decision takes over a grade of paper, which is never cleared; opening itself has no index.
	when(f.Opening, ofRisks+"paper_grade IS NOT NULL AND opening = TRUE")
	if from, until := f.recordedFrom(), f.recordedUntil(); from != nil && until != nil {
		out = append(out, selected{[]string{ofRisks + "created_at >= ? AND created_at < ?"}, []any{*from, *until}})
	} else if from != nil {
		out = append(out, selected{[]string{ofRisks + "created_at >= ?"}, []any{*from}})
	} else if until != nil {
		out = append(out, selected{[]string{ofRisks + "created_at < ?"}, []any{*until}})
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
	var few []int64
	known := false
	for _, sel := range f.selections() {
		ids, ok, err := s.fewOf(ctx, sel)
		switch {
		case err != nil:
			return err
		case !ok:
		case known:
			few = slices.DeleteFunc(few, func(id int64) bool { _, in := slices.BinarySearch(ids, id); return !in })
		default:
			few, known = ids, true
		}
	}
	if known {
		q.Where(predicate.RiskPoint(store.Among(few)))
	}
	asked := search.Asked{Text: textOf(f.Text), Words: map[string][]string{riskpoint.FieldRiskType: words(f.RiskTypes),
		riskpoint.FieldPowerType: words(f.PowerTypes), riskpoint.FieldConsequence: words(f.Consequences)}}
	if known {
		asked.Words = nil
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

// fewOf are the keys that a condition selects, in order; ok is false where they are many.
func (s *Service) fewOf(ctx context.Context, sel selected) (ids []int64, ok bool, err error) {
	for _, part := range sel.parts {
		some, err := s.keys(ctx, fmt.Sprintf("%s LIMIT %d", part, store.MostNamed+1), sel.args...)
		if err != nil {
			return nil, false, err
		}
		if ids = append(ids, some...); len(ids) > store.MostNamed {
			return nil, false, nil
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids), true, nil
}

func (s *Service) keys(ctx context.Context, query string, args ...any) ([]int64, error) {
	rows, err := s.store.Reader(ctx).QueryContext(viewer.System(ctx), query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var out []int64
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		out = append(out, id)
	}
	return out, rows.Err()
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
