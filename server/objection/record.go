package objection

import (
	"context"
	"slices"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/assessment"
	"sineng/ent/form"
	"sineng/ent/objection"
	"sineng/ent/person"
	"sineng/ent/reviewdecision"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/register"
	"sineng/server/store"
)

// Kind is the kind of a record; the values match RecordKind of the API.
type Kind string

// The kinds.
const (
	KindRiskPoint      Kind = "RISK_POINT"
	KindAssessment     Kind = "ASSESSMENT"
	KindForm           Kind = "FORM"
	KindReviewDecision Kind = "REVIEW_DECISION"
)

// Relation is the part in which a record names a person; the values match RecordRelation of
// the API.
type Relation string

// The relations.
const (
	StandsOn        Relation = "STANDS_ON"
	Exposed         Relation = "EXPOSED"
	DirectOwner     Relation = "DIRECT_OWNER"
	DepartmentOwner Relation = "DEPARTMENT_OWNER"
	LeaderOwner     Relation = "LEADER_OWNER"
	OwnForm         Relation = "OWN_FORM"
)

// Recorded is one record of a person.
type Recorded struct {
	// AboutID is the id to object to.
	AboutID   int64
	Kind      Kind
	Relations []Relation
	UnitID    int64
	// Title is the name of the record, Text its content.
	Title, Text string
	Grade       term.Grade
	At          time.Time
	// By is who recorded it, with their post at the time; empty for the program and imports.
	By     string
	ByRole *term.Role
	// Objections are the person's own objections to it, the newest first.
	Objections []*ent.Objection

	level    term.Role      // the highest role of those who recorded or decided it
	people   map[int64]bool // who recorded or decided it
	accounts map[int64]bool
	at       authz.Levels
}

// MyRecord is what is recorded of the signed-in person.
type MyRecord struct {
	// Items are the newest first.
	Items []*Recorded
	// More is true when there are older items that are not shown.
	More bool
}

// mostRisks is the greatest number of risk points, and of forms, in a record.
const mostRisks = 200

// Mine is what is recorded of the signed-in person; empty for an account without one. It does
// not depend on their roles.
func (s *Service) Mine(ctx context.Context) (*MyRecord, error) {
	v := viewer.FromContext(ctx)
	if v == nil {
		return nil, fault.SignedOut()
	}
	if !themself(v) {
		return &MyRecord{}, nil
	}
	ctx = viewer.System(ctx)
	client := s.store.Reader(ctx)
	few, known, err := s.store.Few(ctx, register.Concerning(v.PersonID))
	if err != nil {
		return nil, err
	}
	q := client.RiskPoint.Query().Where(concerning(v.PersonID))
	if known {
		q.Where(store.Among(few))
	} else {
		q.Where(store.ByIndex("riskpoint_updated_at")) // so many that the newest are met soon
	}
	risks, err := q.WithAssessments().
		WithExposedPersons(func(q *ent.PersonQuery) { q.Where(person.ID(v.PersonID)) }).
		Order(riskpoint.ByUpdatedAt(sql.OrderDesc()), riskpoint.ByID(sql.OrderDesc())).Limit(mostRisks + 1).All(ctx)
	if err != nil {
		return nil, err
	}
	forms, err := client.Form.Query().Where(form.PersonID(v.PersonID), form.KindEQ(term.FormKindPersonal)).WithCampaign().
		WithReviewDecisions(func(q *ent.ReviewDecisionQuery) { q.Order(reviewdecision.ByAt()) }).WithSubmissions().
		Order(form.ByUpdatedAt(sql.OrderDesc()), form.ByID(sql.OrderDesc())).Limit(mostRisks + 1).All(ctx)
	if err != nil {
		return nil, err
	}
	out := &MyRecord{More: len(risks) > mostRisks || len(forms) > mostRisks}
	for _, r := range risks[:min(len(risks), mostRisks)] {
		out.Items = append(out.Items, ofRisk(r, v.PersonID)...)
	}
	for _, f := range forms[:min(len(forms), mostRisks)] {
		out.Items = append(out.Items, ofForm(f)...)
	}
	raised, err := client.Objection.Query().Where(objection.PersonID(v.PersonID)).Order(objection.ByCreatedAt(sql.OrderDesc()), objection.ByID(sql.OrderDesc())).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, item := range out.Items {
		for _, o := range raised {
			if o.AboutID == item.AboutID {
				item.Objections = append(item.Objections, o)
			}
		}
	}
	slices.SortStableFunc(out.Items, func(a, b *Recorded) int { return b.At.Compare(a.At) })
	return out, nil
}

// find returns one record of a person. A record of others, or one that does not exist, is
// NOT_FOUND.
func (s *Service) find(ctx context.Context, client *ent.Client, personID, about int64) (*Recorded, error) {
	ctx = viewer.System(ctx)
	var items []*Recorded
	switch store.TableOf(about) {
	case riskpoint.Table, assessment.Table:
		q := client.RiskPoint.Query().Where(concerning(personID)).WithAssessments().WithExposedPersons(func(q *ent.PersonQuery) { q.Where(person.ID(personID)) })
		if store.TableOf(about) == riskpoint.Table {
			q.Where(riskpoint.ID(about))
		} else {
			q.Where(riskpoint.HasAssessmentsWith(assessment.ID(about)))
		}
		risks, err := q.All(ctx)
		if err != nil {
			return nil, err
		}
		for _, r := range risks {
			items = append(items, ofRisk(r, personID)...)
		}
	case form.Table, reviewdecision.Table:
		q := client.Form.Query().Where(form.PersonID(personID), form.KindEQ(term.FormKindPersonal)).WithCampaign().WithReviewDecisions().WithSubmissions()
		if store.TableOf(about) == form.Table {
			q.Where(form.ID(about))
		} else {
			q.Where(form.HasReviewDecisionsWith(reviewdecision.ID(about)))
		}
		forms, err := q.All(ctx)
		if err != nil {
			return nil, err
		}
		for _, f := range forms {
			items = append(items, ofForm(f)...)
		}
	}
	for _, item := range items {
		if item.AboutID == about {
			return item, nil
		}
	}
	return nil, fault.MissingAt("aboutId", "记录", "record of yours")
}

// concerning matches the risk points that concern or expose a person or name them as owner.
func concerning(id int64) func(*sql.Selector) {
	return riskpoint.Or(riskpoint.PersonID(id), riskpoint.DirectOwnerID(id), riskpoint.DepartmentOwnerID(id), riskpoint.LeaderOwnerID(id),
		riskpoint.HasExposedPersonsWith(person.ID(id)))
}

// ofRisk converts a risk point and its assessments to records of a person.
func ofRisk(r *ent.RiskPoint, personID int64) []*Recorded {
	is := func(id *int64) bool { return id != nil && *id == personID }
	var relations []Relation
	for _, one := range []struct {
		relation Relation
		holds    bool
	}{{StandsOn, is(r.PersonID)}, {Exposed, len(r.Edges.ExposedPersons) > 0}, {DirectOwner, is(r.DirectOwnerID)},
		{DepartmentOwner, is(r.DepartmentOwnerID)}, {LeaderOwner, is(r.LeaderOwnerID)}} {
		if one.holds {
			relations = append(relations, one.relation)
		}
	}
	risk := &Recorded{AboutID: r.ID, Kind: KindRiskPoint, Relations: relations, UnitID: r.UnitID, Title: r.Title, Text: r.Manifestation,
		Grade: r.Grade, At: r.UpdatedAt, at: r.Levels(), level: term.RoleStaff}
	out := []*Recorded{risk}
	var first *ent.Assessment
	for _, a := range r.Edges.Assessments {
		one := &Recorded{AboutID: a.ID, Kind: KindAssessment, Relations: relations, UnitID: r.UnitID, Title: r.Title, Text: a.Reason,
			Grade: a.Grade, At: a.At, By: a.ActorName, ByRole: a.ActorRole, at: risk.at, level: term.RoleStaff}
		for _, item := range []*Recorded{one, risk} {
			item.involve(a.ActorRole, a.ActorID, a.AccountID)
		}
		if first == nil || a.At.Before(first.At) {
			first = a
		}
		out = append(out, one)
	}
	if first != nil {
		risk.By, risk.ByRole = first.ActorName, first.ActorRole
	}
	return out
}

// ofForm converts a personal form and its review decisions to records of the person.
func ofForm(f *ent.Form) []*Recorded {
	title := f.Kind.Label("zh")
	if c := f.Edges.Campaign; c != nil {
		title = c.Title + " " + title
	}
	own := &Recorded{AboutID: f.ID, Kind: KindForm, Relations: []Relation{OwnForm}, UnitID: f.UnitID, Title: title, Text: f.ReturnReason,
		At: f.StageSince, at: f.Levels(), level: term.RoleStaff}
	out := []*Recorded{own}
	for _, o := range f.Edges.ReviewDecisions {
		role := o.SignerRole
		one := &Recorded{AboutID: o.ID, Kind: KindReviewDecision, Relations: own.Relations, UnitID: f.UnitID, Title: title, Text: decisionText(o),
			At: o.At, By: o.SignerName, ByRole: role, at: own.at, level: term.RoleStaff}
		for _, item := range []*Recorded{one, own} {
			item.involve(role, o.SignerID, o.AccountID)
			item.involve(nil, o.BehalfID, nil)
		}
		out = append(out, one)
	}
	for _, p := range f.Edges.Submissions {
		if own.By == "" {
			own.By = p.SubmitterName
		}
	}
	return out
}

func decisionText(o *ent.ReviewDecision) string {
	return strings.TrimSpace(o.Verdict.Label("zh") + " " + o.Text)
}

// involve adds somebody who recorded or decided it.
func (r *Recorded) involve(role *term.Role, personID, accountID *int64) {
	if r.people == nil {
		r.people, r.accounts = map[int64]bool{}, map[int64]bool{}
	}
	if personID != nil {
		r.people[*personID] = true
	}
	if accountID != nil {
		r.accounts[*accountID] = true
	}
	if role != nil && !r.level.Reaches(*role) {
		r.level = *role
	}
	if role != nil && *role == term.RoleInspector {
		r.level = term.RoleLeadingGroup
	}
}
