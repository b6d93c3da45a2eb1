package register

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/person"
	"sineng/ent/post"
	"sineng/ent/predicate"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/org"
	"sineng/server/store"
)

// RiskFilter narrows a list of risk points.
type RiskFilter struct {
	UnitID   *int64
	UnitOnly *bool
	Grades   []term.Grade
	Ungraded *bool
	// RiskTypes selects risk points with one of them among their types.
	RiskTypes    []term.RiskType
	PowerTypes   []term.PowerType
	Consequences []term.ConsequenceKind
	// Unassessed selects risk points that nobody has assessed since they were recorded, or with false the others.
	Unassessed    *bool
	Statuses      []term.RiskStatus
	Controlled    *bool
	PowerID       *int64
	PostID        *int64
	PersonID      *int64
	LeaderOwnerID *int64
	// ProposedGrades selects by the grade of the newest proposal.
	ProposedGrades []term.Grade
	// AwaitsConcurrence selects risk points with an endorsed grade that awaits an inspector,
	// or with false those without.
	AwaitsConcurrence *bool
	// AwaitsMeeting selects risk points whose proposed grade needs a meeting of the leading
	// group.
	AwaitsMeeting *bool
	// Outdated selects grades decided on an earlier text.
	Outdated *bool
	// AwaitsOpening selects risk points never decided that have a grade of a paper register.
	AwaitsOpening *bool
	// Opening selects grades that an opening decision took over from a paper register.
	Opening      *bool
	RecordedFrom *time.Time
	RecordedTo   *time.Time
	Text         *string
}

// RiskOrderField is a field that a list of risk points may be ordered by.
type RiskOrderField string

// The fields that risk points may be ordered by.
const (
	ByGrade      RiskOrderField = "GRADE"
	ByCreated    RiskOrderField = "CREATED_AT"
	ByUpdated    RiskOrderField = "UPDATED_AT"
	ByTitle      RiskOrderField = "TITLE"
	ByLikelihood RiskOrderField = "LIKELIHOOD"
	BySeverity   RiskOrderField = "SEVERITY"
)

// SortDirection is ASC or DESC.
type SortDirection string

// RiskOrder orders a list of risk points.
type RiskOrder struct {
	Field     RiskOrderField
	Direction SortDirection
}

// RiskPoints lists risk points, the worst grade first unless another order is given.
func (s *Service) RiskPoints(ctx context.Context, f RiskFilter, order *RiskOrder, page store.Page, with func(*ent.RiskPointQuery)) (*store.Slice[*ent.RiskPoint], error) {
	q, err := s.selected(ctx, f, order)
	if err != nil {
		return nil, err
	}
	slice, err := store.List(ctx, q, page, func(r *ent.RiskPoint) int64 { return r.ID }, riskKeys(order), with)
	if err != nil {
		return nil, err
	}
	if count, ok := s.total(f); ok {
		slice.Count = count
	}
	return slice, nil
}

// riskKeys are the sort columns of an order. For the grade they are those of the index.
func riskKeys(order *RiskOrder) []store.Key[*ent.RiskPoint] {
	if order == nil {
		order = &RiskOrder{ByGrade, "ASC"}
	}
	type key = store.Key[*ent.RiskPoint]
	by := store.Asc[*ent.RiskPoint]
	if order.Direction == "DESC" {
		by = store.Desc[*ent.RiskPoint]
	}
	switch order.Field {
	case ByCreated:
		return []key{by("created_at", func(r *ent.RiskPoint) any { return r.CreatedAt })}
	case ByUpdated:
		return []key{by("updated_at", func(r *ent.RiskPoint) any { return r.UpdatedAt })}
	case ByTitle:
		return []key{by("title", func(r *ent.RiskPoint) any { return r.Title })}
	case ByLikelihood:
		return []key{by("likelihood", func(r *ent.RiskPoint) any { return r.Likelihood })}
	case BySeverity:
		return []key{by("severity", func(r *ent.RiskPoint) any { return r.Severity })}
	}
	return []key{
		by("grade", func(r *ent.RiskPoint) any { return string(r.Grade) }),
		by("status", func(r *ent.RiskPoint) any { return string(r.Status) }),
		by("created_at", func(r *ent.RiskPoint) any { return r.CreatedAt }),
	}
}

// conditions are the filter's conditions other than the unit.
func (f RiskFilter) conditions() []predicate.RiskPoint {
	return slices.Concat(f.kinds(), f.references(), f.awaiting(), f.recorded())
}

// kinds are the conditions on grades, status and kinds.
func (f RiskFilter) kinds() []predicate.RiskPoint {
	all := []predicate.RiskPoint{riskpoint.StatusIn(f.statuses()...)}
	if grades := f.grades(); len(grades) > 0 {
		all = append(all, riskpoint.GradeIn(grades...))
	} else if f.RecordedFrom != nil || f.RecordedTo != nil || len(f.Statuses) > 0 {
		// Named, so that statuses and days are looked up within each grade of the index.
		all = append(all, riskpoint.GradeIn(everyGrade...))
	}
	if len(f.ProposedGrades) > 0 {
		all = append(all, riskpoint.ProposedGradeIn(f.ProposedGrades...))
	}
	if len(f.RiskTypes) > 0 {
		all = append(all, riskpoint.RiskTypesIn(term.RiskTypesWith(f.RiskTypes...)...))
	}
	if len(f.PowerTypes) > 0 {
		types := make([]string, len(f.PowerTypes))
		for i, t := range f.PowerTypes {
			types[i] = string(t)
		}
		all = append(all, riskpoint.PowerTypeIn(types...))
	}
	if len(f.Consequences) > 0 {
		all = append(all, riskpoint.ConsequenceIn(f.Consequences...))
	}
	if f.Unassessed != nil {
		if *f.Unassessed {
			all = append(all, riskpoint.LikelihoodIsNil())
		} else {
			all = append(all, riskpoint.LikelihoodNotNil())
		}
	}
	if f.Controlled != nil {
		all = append(all, riskpoint.Controlled(*f.Controlled))
	}
	return all
}

// references are the conditions on the power, the post and the people.
func (f RiskFilter) references() []predicate.RiskPoint {
	var all []predicate.RiskPoint
	if f.PowerID != nil {
		all = append(all, riskpoint.PowerID(*f.PowerID))
	}
	if f.PostID != nil {
		all = append(all, riskpoint.Or(riskpoint.PostID(*f.PostID), riskpoint.HasExposedPostsWith(post.ID(*f.PostID))))
	}
	if f.PersonID != nil {
		id := *f.PersonID
		all = append(all, riskpoint.Or(riskpoint.PersonID(id), riskpoint.DirectOwnerID(id), riskpoint.DepartmentOwnerID(id),
			riskpoint.LeaderOwnerID(id), riskpoint.HasExposedPersonsWith(person.ID(id))))
	}
	if f.LeaderOwnerID != nil {
		all = append(all, riskpoint.LeaderOwnerID(*f.LeaderOwnerID))
	}
	return all
}

// awaiting are the conditions on who is to decide the grade next.
func (f RiskFilter) awaiting() []predicate.RiskPoint {
	var all []predicate.RiskPoint
	add := func(asked *bool, awaits predicate.RiskPoint) {
		switch {
		case asked == nil:
		case *asked:
			all = append(all, awaits)
		default:
			all = append(all, riskpoint.Not(awaits))
		}
	}
	isA, proposedA := riskpoint.GradeEQ(term.GradeA), riskpoint.ProposedGradeEQ(term.GradeA)
	proposedLower := riskpoint.ProposedGradeIn(term.GradeB, term.GradeC) // an opened A may have no proposal at all
	add(f.AwaitsConcurrence, riskpoint.Or(riskpoint.EndorsedGradeNEQ(term.Ungraded), riskpoint.RetiringNotNil()))
	add(f.AwaitsMeeting, riskpoint.Or(riskpoint.And(proposedA, riskpoint.Not(isA)), riskpoint.And(isA, proposedLower), riskpoint.And(isA, riskpoint.Outdated(true))))
	add(f.Outdated, riskpoint.Outdated(true))
	add(f.Opening, riskpoint.Opening(true))
	add(f.AwaitsOpening, riskpoint.And(riskpoint.GradeEQ(term.Ungraded), riskpoint.PaperGradeIn(term.GradeA, term.GradeB, term.GradeC)))
	return all
}

// recorded are the conditions on the time of recording.
func (f RiskFilter) recorded() []predicate.RiskPoint {
	var all []predicate.RiskPoint
	if from := f.recordedFrom(); from != nil {
		all = append(all, riskpoint.CreatedAtGTE(*from))
	}
	if until := f.recordedUntil(); until != nil {
		all = append(all, riskpoint.CreatedAtLT(*until))
	}
	return all
}

// everyGrade are all grades in the order of lists.
var everyGrade = []term.Grade{term.GradeA, term.GradeB, term.GradeC, term.Ungraded}

// grades are the selected grades, none for all.
func (f RiskFilter) grades() []term.Grade {
	if f.Ungraded != nil && *f.Ungraded {
		return append(f.Grades[:len(f.Grades):len(f.Grades)], term.Ungraded)
	}
	return f.Grades
}

// statuses are the selected statuses, by default those in force.
func (f RiskFilter) statuses() []term.RiskStatus {
	if len(f.Statuses) == 0 {
		return Living
	}
	return f.Statuses
}

// Living are the statuses of risk points in force.
var Living = []term.RiskStatus{term.RiskStatusProposed, term.RiskStatusDecided}

// checkFilter refuses a filter by a row that the viewer may not see: the result would reveal
// whether it is linked to rows that they do see.
func (s *Service) checkFilter(ctx context.Context, powerID *int64, posts, persons []*int64) error {
	client := s.store.Reader(ctx)
	if powerID != nil {
		if _, err := client.Power.Get(ctx, *powerID); err != nil {
			return store.OrMissing(err, "filter.powerId", "职权", "power")
		}
	}
	for _, id := range posts {
		if err := org.CheckPosts(ctx, client, "filter", given(id)); err != nil {
			return err
		}
	}
	for _, id := range persons {
		if err := org.CheckPersons(ctx, client, "filter", given(id)); err != nil {
			return err
		}
	}
	return nil
}
