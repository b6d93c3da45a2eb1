package review_test

import (
	"context"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/account"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/review"
	"sineng/server/testkit"
)

// bureau is a bureau of two or three people without anybody above it.
type bureau struct {
	*scene
	unit *ent.Unit
	ctx  map[string]context.Context
	who  map[string]*ent.Person
}

// newBureau makes a bureau from what each of its people holds.
func newBureau(t testing.TB, holds map[string][]term.Role) *bureau {
	db := testkit.SQLite(t)
	b := &bureau{scene: newRegisterScene(t, db), ctx: map[string]context.Context{}, who: map[string]*ent.Person{}}
	b.unit = testkit.Must(db.Org.CreateUnit(testkit.System(), org.CreateUnit{Code: "K", Name: "小局", Kind: term.UnitKindBureau}))(t)
	kinds := map[term.Role]term.PortfolioKind{term.RolePrincipalLeader: term.PortfolioKindPrincipal, term.RoleLeaderInCharge: term.PortfolioKindInCharge,
		term.RoleDeptHead: term.PortfolioKindHead}
	from := db.Today()
	for name, roles := range holds {
		p := testkit.Must(db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: b.unit.ID, Name: name, JobTitle: "干部"}))(t)
		a := testkit.Must(db.Accounts.Create(testkit.System(), account.NewAccount{LoginName: name, Password: "Pruefung-2026!", Final: true, PersonID: &p.ID}))(t)
		ctx := testkit.AsPerson(term.RoleStaff, b.unit, p)
		for _, role := range roles {
			if kind, leads := kinds[role]; leads {
				testkit.Must(db.Org.AssignPortfolio(testkit.System(), p.ID, b.unit.ID, kind, from))(t)
			} else {
				b.db.Raw.Client.RoleAppointment.Create().SetAccountID(a.ID).SetRole(role).SetUnitID(b.unit.ID).SetStatus(term.GrantStatusActive).
					SetReason("任命").SetFromDay(from).SetCreatedAt(db.Now()).SetUpdatedAt(db.Now()).SaveX(testkit.System())
			}
			ctx = testkit.Also(ctx, role, b.unit)
		}
		viewer.FromContext(ctx).AccountID = a.ID
		b.ctx[name], b.who[name] = ctx, p.Unwrap()
	}
	return b
}

// pass hands in the bureau's form of risk points and lets whoever may approve it, stage by stage.
func (b *bureau) pass(t *testing.T, by string) (*ent.Form, []string) {
	t.Helper()
	now := b.db.Now()
	f := b.db.Raw.Client.Form.Create().SetCampaignID(b.campaign.ID).SetKind(term.FormKindMeasures).SetSubjectID(b.unit.ID).SetState(term.FormStateDraft).
		SetDueOn(b.db.Today().AddDate(1, 0, 0)).SetPreparerID(b.who[by].ID).SetPreparedBy([]int64{}).SetPreparedByPersons([]int64{}).SetStageSince(now).
		SetUnitID(b.unit.ID).SetLevels(b.unit.Levels()).SetCreatedAt(now).SetUpdatedAt(now).SaveX(testkit.System())
	testkit.Must(b.s.Submit(b.ctx[by], review.SubmitForm{FormID: f.ID, ExpectedVersion: f.Version}))(t)
	var stages []string
	for moved := true; moved; {
		moved = false
		for _, name := range []string{"clerk", "head", "inspector", "principal", "outsider"} {
			ctx, here := b.ctx[name]
			if f = b.form(f.ID); !here || !review.InReview(f.State) {
				continue
			}
			offered := testkit.Must(b.s.Choices(ctx, []int64{f.ID}))(t)[f.ID]
			listed := testkit.Must(b.s.ToReview(ctx, review.QueueFilter{}, page(10), nil))(t).Rows
			_, err := b.s.Approve(ctx, review.ApproveForm{FormID: f.ID, ExpectedVersion: f.Version})
			if (len(listed) > 0) != (err == nil) || contains(offered.Actions, review.Approve) != (err == nil) {
				t.Errorf("%s in %s: listed %d, offered %v, approves: %v", name, f.State, len(listed), offered.Actions, err)
			}
			if err == nil {
				stages, moved = append(stages, string(f.State)+" "+name+" "+string(f.Turn)), true
			}
		}
	}
	return b.form(f.ID), stages
}

func contains(actions []review.Action, one review.Action) bool {
	for _, a := range actions {
		if a == one {
			return true
		}
	}
	return false
}

// propose drafts a measure of the bureau, a row of its form.
func (b *bureau) propose(t *testing.T, by string) {
	t.Helper()
	r := testkit.Must(b.db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: b.unit.ID, Details: testkit.RiskDetails(by), Assessment: &testkit.Minor}))(t)
	testkit.Must(b.db.Register.RecordMeasure(b.ctx[by], register.RecordMeasure{UnitID: b.unit.ID, Details: register.MeasureDetails{Content: "双人复核",
		Kind: term.MeasureKindBalance, Mechanism: term.MechanismDynamicMonitoring, Scope: term.MeasureScopeGeneral, RiskPointIds: []int64{r.ID}, DueOn: new(b.db.Today())}}))(t)
}

// TestASmallBureauIsNeverStuck files the form of bureaus of two and three people, where one of
// them prepares it.
func TestASmallBureauIsNeverStuck(t *testing.T) {
	all := []term.Role{term.RolePrincipalLeader, term.RoleLeadingGroup}
	for name, c := range map[string]struct {
		holds  map[string][]term.Role
		writes string // a row, besides the clerk who hands in
		want   string
		stuck  bool
	}{
		"two people": {holds: map[string][]term.Role{"clerk": {term.RoleDeptHead}, "principal": append(all, term.RoleInspector)},
			want: "DEPT_REVIEW principal NEXT, LEADER_REVIEW principal AGAIN, INSPECTION_REVIEW principal AGAIN"},
		"three people": {holds: map[string][]term.Role{"clerk": {term.RoleDeptHead}, "inspector": {term.RoleInspector, term.RoleLeadingGroup}, "principal": all},
			want: "DEPT_REVIEW principal NEXT, LEADER_REVIEW inspector GROUP, INSPECTION_REVIEW principal AGAIN"},
		"a principal who proposes": {holds: map[string][]term.Role{"clerk": nil, "inspector": {term.RoleInspector, term.RoleLeadingGroup}, "principal": all}, writes: "principal",
			want: "DEPT_REVIEW inspector GROUP, LEADER_REVIEW inspector AGAIN, INSPECTION_REVIEW inspector AGAIN"},
		"a principal who proposes, with somebody from outside": {holds: map[string][]term.Role{"clerk": nil, "outsider": {term.RoleLeadingGroup}, "principal": append(all, term.RoleInspector)},
			writes: "principal", want: "DEPT_REVIEW outsider GROUP, LEADER_REVIEW outsider AGAIN, INSPECTION_REVIEW outsider AGAIN"},
		"an inspector who proposes": {holds: map[string][]term.Role{"clerk": nil, "inspector": {term.RoleInspector}, "principal": all}, writes: "inspector",
			want: "DEPT_REVIEW principal NEXT, LEADER_REVIEW principal AGAIN, INSPECTION_REVIEW principal AGAIN"},
		// Where everybody prepared it, it waits for somebody from outside.
		"two people who both propose": {holds: map[string][]term.Role{"clerk": {term.RoleDeptHead}, "principal": append(all, term.RoleInspector)}, writes: "principal", stuck: true},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBureau(t, c.holds)
			b.propose(t, "clerk")
			if c.writes != "" {
				b.propose(t, c.writes)
			}
			f, stages := b.pass(t, "clerk")
			if got := strings.Join(stages, ", "); got != c.want {
				t.Errorf("approved by %s, want %s", got, c.want)
			}
			if (f.State != term.FormStateFiled) != c.stuck || c.stuck && (f.Turn != term.TurnNobody || len(f.PassedOver) != 2) {
				t.Errorf("the form is in %s: %s, %+v", f.State, f.Turn, f.PassedOver)
			}
		})
	}
}
