// Package todo answers what waits for somebody today, in sections.
package todo

import (
	"cmp"
	"context"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/campaign"
	"sineng/ent/delegation"
	"sineng/ent/form"
	"sineng/ent/meeting"
	"sineng/ent/meetingmember"
	"sineng/ent/objection"
	"sineng/ent/person"
	"sineng/ent/portfolio"
	"sineng/ent/predicate"
	"sineng/ent/publicfeedback"
	"sineng/ent/riskpoint"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/review"
	"sineng/server/store"
)

const (
	// mostCounted is how far the things of one section are counted.
	mostCounted = 100
	// mostShown is how many of them are shown.
	mostShown = 5
	// soonDays is how many days before its deadline a form is due soon on the home page.
	soonDays = 7
)

// Kind is what the things of a section wait for.
type Kind string

// The values of Kind, in the order in which they are shown.
const (
	ToFill   Kind = "FILL"      // 待我填报
	ToReview Kind = "REVIEW"    // 待我审核
	Returned Kind = "RETURNED"  // 已退回
	DueSoon  Kind = "DUE_SOON"  // 即将到期
	Overdue  Kind = "OVERDUE"   // 已逾期
	ToConcur Kind = "CONCUR"    // 待会签
	ToAttend Kind = "MEETING"   // 待参加的会议
	ToAnswer Kind = "OBJECTION" // 待答复的申诉
	ToHandle Kind = "FEEDBACK"  // 待处理的反馈
)

// Service answers what waits for somebody.
type Service struct{ store *store.Store }

// New makes the service.
func New(s *store.Store) *Service { return &Service{s} }

// Section is a kind of things that wait for somebody.
type Section struct {
	Kind Kind
	// Count goes up to 100; More tells that there are more.
	Count int
	More  bool
	// Items are the first five, the most pressing first.
	Items []*Item
}

// Item is one thing that waits.
type Item struct {
	ID int64
	// Path is where the page shows it.
	Path string
	// Title is of a meeting or a risk point, for a form of the campaign that asks for it.
	Title     string
	FormKind  *term.FormKind
	FormState *term.FormState
	// Unit and Person are what and whom it is about.
	Unit   string
	Person string
	DueOn  *time.Time

	unitID     int64
	personID   *int64
	campaignID int64
}

// ToDo is what waits for the viewer today. Sections that cannot be theirs are left out.
func (s *Service) ToDo(ctx context.Context) ([]*Section, error) {
	v := viewer.FromContext(ctx)
	t := &toDo{client: s.store.Reader(ctx), v: v, today: s.store.Today(), system: viewer.System(ctx)}
	for _, add := range []func(context.Context) error{t.fill, t.review, t.concur, t.meetings, t.objections, t.feedback, t.names} {
		if err := add(ctx); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(t.out, func(a, b *Section) int { return cmp.Compare(order[a.Kind], order[b.Kind]) })
	return t.out, nil
}

var order = map[Kind]int{ToFill: 0, ToReview: 1, Returned: 2, DueSoon: 3, Overdue: 4, ToConcur: 5, ToAttend: 6, ToAnswer: 7, ToHandle: 8}

type toDo struct {
	client *ent.Client
	v      *viewer.Viewer
	today  time.Time
	// system reads what is addressed to the viewer by name, which needs no further right.
	system context.Context
	out    []*Section
}

// section adds the things that wait.
func (t *toDo) section(kind Kind, items []*Item) {
	t.out = append(t.out, &Section{Kind: kind, Count: min(len(items), mostCounted), More: len(items) > mostCounted, Items: items[:min(len(items), mostShown)]})
}

// open are forms of campaigns that are not closed.
func open() predicate.Form { return form.HasCampaignWith(campaign.ClosedAtIsNil()) }

// fill are the forms that the viewer is to fill: their own, those that they were told to,
// and those of the departments that they head where nobody was.
func (t *toDo) fill(context.Context) error {
	me := t.v.PersonID
	if me == 0 {
		return nil
	}
	headed := func(s *sql.Selector) {
		units := sql.Dialect(s.Dialect()).Select(portfolio.FieldUnitID).From(sql.Table(portfolio.Table))
		units.Where(sql.And(sql.EQ(units.C(portfolio.FieldPersonID), me), sql.EQ(units.C(portfolio.FieldKind), string(term.PortfolioKindHead))))
		portfolioInForce(t.today)(units)
		s.Where(sql.In(s.C(form.FieldUnitID), units))
	}
	seen := map[int64]*ent.Form{}
	// One statement per index.
	for _, mine := range []predicate.Form{form.PersonID(me), form.And(form.PreparerID(me), form.PersonIDIsNil()), form.And(headed, form.PersonIDIsNil(), form.PreparerIDIsNil())} {
		rows, err := t.client.Form.Query().Where(form.StateEQ(term.FormStateDraft), mine, open()).Order(form.ByDueOn(), form.ByID()).Limit(mostCounted + 1).All(t.system)
		if err != nil {
			return err
		}
		for _, f := range rows {
			seen[f.ID] = f
		}
	}
	sections := map[Kind][]*Item{}
	for _, f := range ordered(seen) {
		add := func(kind Kind) { sections[kind] = append(sections[kind], formItem(f, "/forms/")) }
		add(ToFill)
		if f.ReturnedAt != nil {
			add(Returned)
		}
		switch {
		case f.DueOn.Before(t.today):
			add(Overdue)
		case !f.DueOn.After(t.today.AddDate(0, 0, soonDays)):
			add(DueSoon)
		}
	}
	for _, kind := range []Kind{ToFill, Returned, DueSoon, Overdue} {
		t.section(kind, sections[kind])
	}
	return nil
}

// ordered are forms by their deadline.
func ordered(forms map[int64]*ent.Form) []*ent.Form {
	out := make([]*ent.Form, 0, len(forms))
	for _, f := range forms {
		out = append(out, f)
	}
	slices.SortFunc(out, func(a, b *ent.Form) int { return cmp.Or(a.DueOn.Compare(b.DueOn), cmp.Compare(a.ID, b.ID)) })
	return out
}

func formItem(f *ent.Form, path string) *Item {
	return &Item{ID: f.ID, Path: path + store.EncodeID(f.ID), campaignID: f.CampaignID, FormKind: &f.Kind, FormState: &f.State, DueOn: &f.DueOn, unitID: f.UnitID, personID: f.PersonID}
}

// review are the forms that wait for the viewer's answer.
func (t *toDo) review(ctx context.Context) error {
	me := t.v.PersonID
	if me == 0 && authz.ScopeOf(t.v, authz.ReviewForms).Empty() {
		return nil
	}
	var away []int64
	if me != 0 {
		rows, err := t.client.Delegation.Query().Where(delegation.DeputyID(me), delegationInForce(t.today)).Select(delegation.FieldPersonID).All(t.system)
		if err != nil {
			return err
		}
		for _, d := range rows {
			away = append(away, d.PersonID)
		}
	}
	seen := map[int64]*ent.Form{}
	// One statement per index.
	for _, waits := range review.Waiting(t.v, away) {
		rows, err := t.client.Form.Query().Where(waits, open()).Order(form.ByDueOn(), form.ByID()).Limit(mostCounted + 1).All(t.system)
		if err != nil {
			return err
		}
		for _, f := range rows {
			seen[f.ID] = f
		}
	}
	var items []*Item
	for _, f := range ordered(seen) {
		items = append(items, formItem(f, "/review/"))
	}
	t.section(ToReview, items)
	return nil
}

// scopeOf is where the viewer holds a role.
func (t *toDo) scopeOf(role term.Role) viewer.Scope {
	var out viewer.Scope
	for _, g := range t.v.Grants {
		if g.Role == role {
			out.All = out.All || g.Scope.All
			out.Roots = append(out.Roots, g.Scope.Roots...)
		}
	}
	return out
}

// within is the condition that a row stands in a scope that is not empty.
func within(scope viewer.Scope) func(*sql.Selector) {
	return func(s *sql.Selector) {
		if scope.All {
			return
		}
		var any []*sql.Predicate
		for _, r := range scope.Roots {
			any = append(any, sql.EQ(s.C(rule.LevelColumn(r.Level)), r.ID))
		}
		s.Where(sql.Or(any...))
	}
}

// concur are the risk points whose grade waits for the inspector.
func (t *toDo) concur(ctx context.Context) error {
	scope := authz.ScopeOf(t.v, authz.ConcurGrades)
	if scope.Empty() {
		return nil
	}
	rows, err := t.client.RiskPoint.Query().Where(riskpoint.EndorsedGradeIn(term.GradeA, term.GradeB, term.GradeC), predicate.RiskPoint(within(scope))).
		Order(riskpoint.ByID()).Limit(mostCounted + 1).All(ctx)
	if err != nil {
		return err
	}
	var items []*Item
	for _, r := range rows {
		items = append(items, &Item{ID: r.ID, Path: "/risks/" + store.EncodeID(r.ID), Title: r.Title, unitID: r.UnitID})
	}
	t.section(ToConcur, items)
	return nil
}

// meetings are those to come of which the viewer is a member or keeps the minutes.
func (t *toDo) meetings(context.Context) error {
	if t.v.PersonID == 0 {
		return nil
	}
	rows, err := t.client.Meeting.Query().Where(meeting.StateIn(term.MeetingStatePlanned, term.MeetingStateOpen),
		meeting.Or(meeting.RecorderID(t.v.PersonID), meeting.HasMembersWith(meetingmember.PersonID(t.v.PersonID)))).Order(meeting.ByHeldOn(), meeting.ByID()).Limit(mostCounted + 1).All(t.system)
	if err != nil {
		return err
	}
	var items []*Item
	for _, m := range rows {
		items = append(items, &Item{ID: m.ID, Path: "/meetings/" + store.EncodeID(m.ID), Title: m.Title, DueOn: &m.HeldOn, unitID: m.UnitID})
	}
	t.section(ToAttend, items)
	return nil
}

// objections are those of others that wait for a role of the viewer.
func (t *toDo) objections(ctx context.Context) error {
	if authz.ScopeOf(t.v, authz.AnswerObjections).Empty() {
		return nil
	}
	var mine []predicate.Objection
	for _, name := range term.Role("").Values() {
		role := term.Role(name)
		if scope := t.scopeOf(role); authz.Permits(role, authz.AnswerObjections) && !scope.Empty() {
			mine = append(mine, objection.And(objection.TierEQ(role), predicate.Objection(within(scope))))
		}
	}
	if len(mine) == 0 {
		return nil
	}
	rows, err := t.client.Objection.Query().Where(objection.StateEQ(term.ObjectionStateRaised), objection.Or(mine...),
		objection.Or(objection.PersonIDIsNil(), objection.PersonIDNEQ(t.v.PersonID))).Order(objection.ByDueOn(), objection.ByID()).Limit(mostCounted + 1).All(ctx)
	if err != nil {
		return err
	}
	var items []*Item
	for _, o := range rows {
		items = append(items, &Item{ID: o.ID, Path: "/objections", DueOn: &o.DueOn, unitID: o.UnitID, personID: o.PersonID})
	}
	t.section(ToAnswer, items)
	return nil
}

// feedback is what the public wrote and no inspector handled yet.
func (t *toDo) feedback(ctx context.Context) error {
	if authz.ScopeOf(t.v, authz.HandleFeedback).Empty() {
		return nil
	}
	rows, err := t.client.PublicFeedback.Query().Where(publicfeedback.StateEQ(term.FeedbackStateReceived)).
		Order(publicfeedback.ByReceivedOn(), publicfeedback.ByID()).Limit(mostCounted + 1).All(ctx)
	if err != nil {
		return err
	}
	var items []*Item
	for _, f := range rows {
		items = append(items, &Item{ID: f.ID, Path: "/feedback", unitID: f.UnitID})
	}
	t.section(ToHandle, items)
	return nil
}

// names fills in what the units, people and campaigns of the items are called.
func (t *toDo) names(context.Context) error {
	var units, people, campaigns []int64
	for _, section := range t.out {
		for _, item := range section.Items {
			units = append(units, item.unitID)
			if item.campaignID != 0 {
				campaigns = append(campaigns, item.campaignID)
			}
			if item.personID != nil {
				people = append(people, *item.personID)
			}
		}
	}
	unitNames, personNames, campaignTitles := map[int64]string{}, map[int64]string{}, map[int64]string{}
	if len(campaigns) > 0 {
		rows, err := t.client.Campaign.Query().Where(campaign.IDIn(campaigns...)).All(t.system)
		if err != nil {
			return err
		}
		for _, c := range rows {
			campaignTitles[c.ID] = c.Title
		}
	}
	if len(units) > 0 {
		rows, err := t.client.Unit.Query().Where(unit.IDIn(units...)).All(t.system)
		if err != nil {
			return err
		}
		for _, u := range rows {
			unitNames[u.ID] = u.Name
		}
	}
	if len(people) > 0 {
		rows, err := t.client.Person.Query().Where(person.IDIn(people...)).All(t.system)
		if err != nil {
			return err
		}
		for _, p := range rows {
			personNames[p.ID] = p.Name
		}
	}
	for _, section := range t.out {
		for _, item := range section.Items {
			item.Unit = unitNames[item.unitID]
			if item.campaignID != 0 {
				item.Title = campaignTitles[item.campaignID]
			}
			if item.personID != nil {
				item.Person = personNames[*item.personID]
			}
		}
	}
	return nil
}

func delegationInForce(today time.Time) predicate.Delegation {
	return delegation.And(delegation.FromDayLTE(today), delegation.Or(delegation.ToDayIsNil(), delegation.ToDayGTE(today)))
}

func portfolioInForce(today time.Time) predicate.Portfolio {
	return portfolio.And(portfolio.FromDayLTE(today), portfolio.Or(portfolio.ToDayIsNil(), portfolio.ToDayGTE(today)))
}
