package testkit

import (
	"context"
	"fmt"
	"sync/atomic"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/org"
	"sineng/server/process"
	"sineng/server/register"
)

// System returns a context of the program itself.
func System() context.Context { return viewer.System(context.Background()) }

// As returns a context of a viewer with a role on a unit (nil for the whole
// system).
func As(role term.Role, u *ent.Unit) context.Context { return AsPerson(role, u, nil) }

// actors numbers the viewers' accounts, so that no two are equal.
var actors atomic.Int64

// AsPerson is As for a person.
func AsPerson(role term.Role, u *ent.Unit, p *ent.Person) context.Context {

	v := &viewer.Viewer{AccountID: 1<<40 + actors.Add(1), Name: string(role)}
	g := viewer.Grant{Role: role, Scope: viewer.Scope{All: u == nil}}
	if u != nil {
		g.Scope.Roots = []viewer.Root{{ID: u.ID, Level: u.Level}}
		for _, id := range org.LevelsOf(u) {
			if id != 0 && id != u.ID {
				v.Ancestors = append(v.Ancestors, id)
			}
		}
	}
	if p != nil {
		v.PersonID, v.Name = p.ID, p.Name
	}
	v.Grants = []viewer.Grant{g}
	authz.Scopes(v)
	return viewer.NewContext(context.Background(), v)
}

// Province is one subtree of the world: a province with a city below it and a
// department below that, and one row of every kind on each.
type Province struct {
	Unit, City, Department *ent.Unit
	Posts                  []*ent.Post
	People                 []*ent.Person
	Powers                 []*ent.Power
	Processes              []*ent.Process
	Risks                  []*ent.RiskPoint
	Measures               []*ent.Measure
}

// World is two unrelated provinces.
type World struct{ East, West *Province }

// NewWorld fills a database.
func NewWorld(t testing.TB, db *DB) *World {
	t.Helper()
	return &World{East: NewProvince(t, db, "E", "东"), West: NewProvince(t, db, "W", "西")}
}

// NewProvince adds a province whose codes start with the prefix.
func NewProvince(t testing.TB, db *DB, prefix, name string) *Province {
	t.Helper()
	p := &Province{}
	p.Unit = Must(db.Org.CreateUnit(System(), org.CreateUnit{Code: prefix, Name: name + "省局", Kind: term.UnitKindBureau}))(t)
	p.City = Must(db.Org.CreateUnit(System(), org.CreateUnit{ParentID: &p.Unit.ID, Code: prefix + "1", Name: name + "市局", Kind: term.UnitKindBureau}))(t)
	p.Department = Must(db.Org.CreateUnit(System(), org.CreateUnit{ParentID: &p.City.ID, Code: prefix + "11", Name: name + "许可科", Kind: term.UnitKindDepartment}))(t)
	for i, u := range []*ent.Unit{p.Unit, p.City, p.Department} {
		p.fill(t, db, u, fmt.Sprintf("%s%d", name, i), term.PortfolioKind(term.PortfolioKind("").Values()[i]))
	}
	return p
}

// Add adds one more unit below another of the province, with one row of every
// kind, each last in the province's lists.
func (p *Province) Add(t testing.TB, db *DB, parent *ent.Unit, code, name string, kind term.UnitKind) *ent.Unit {
	t.Helper()
	u := Must(db.Org.CreateUnit(System(), org.CreateUnit{ParentID: &parent.ID, Code: code, Name: name, Kind: kind}))(t)
	p.fill(t, db, u, name, term.PortfolioKindHead)
	return u
}

// NewUnit adds a unit without anything in it, as the program itself.
func NewUnit(db *DB, parent *ent.Unit, code, name string, kind term.UnitKind) (*ent.Unit, error) {
	return db.Org.CreateUnit(System(), org.CreateUnit{ParentID: &parent.ID, Code: code, Name: name, Kind: kind})
}

// fill creates one row of every kind on a unit.
func (p *Province) fill(t testing.TB, db *DB, u *ent.Unit, name string, kind term.PortfolioKind) {
	t.Helper()
	ctx, today := System(), db.Today()
	post := Must(db.Org.CreatePost(ctx, org.CreatePost{UnitID: u.ID, Name: name + "岗", Duties: "受理申请", KeyPost: true}))(t)
	number := "N-" + name
	person := Must(db.Org.AddPerson(ctx, org.AddPerson{UnitID: u.ID, StaffNumber: &number, Name: name + "人", JobTitle: "科长"}))(t)
	Must(db.Org.Appoint(ctx, person.ID, post.ID, today.AddDate(-1, 0, 0)))(t)
	Must(db.Org.AssignPortfolio(ctx, person.ID, u.ID, kind, today.AddDate(-1, 0, 0)))(t)
	Must(db.Register.RecordDuty(ctx, register.RecordDuty{PostID: post.ID, Content: name + "职责"}))(t)
	power := Must(db.Register.RegisterPower(ctx, register.RegisterPower{UnitID: u.ID, Details: register.PowerDetails{
		Code: "P1", Name: name + "许可", Type: term.PowerTypeLicensing, Discretion: term.DiscretionWide,
		LegalBases:        []term.LegalBasis{{Law: "行政许可法", Article: "第三十四条", Text: "审查"}},
		ExercisingPostIds: []int64{post.ID}, DecisionPostID: &post.ID, ExecutionPostID: &post.ID, SupervisionPostID: &post.ID}}))(t)
	saved := Must(db.Processes.Save(ctx, process.Save{PowerID: power.ID,
		Steps: []*process.Step{{Key: "1", Name: name + "受理", Kind: term.StepKindAccept, PostID: &post.ID}, {Key: "2", Name: name + "审批", Kind: term.StepKindApprove, PostID: &post.ID}},
		Edges: []*process.Edge{{FromKey: "1", ToKey: "2"}}}))(t)
	step := "2"
	risk := Must(db.Register.RecordRiskPoint(ctx, register.RecordRiskPoint{UnitID: u.ID, Details: RiskDetails(name, func(d *register.RiskDetails) {
		d.PowerID, d.StepKey, d.PostID, d.PersonID = &power.ID, &step, &post.ID, &person.ID
		d.ExposedPostIds, d.ExposedPersonIds = []int64{post.ID}, []int64{person.ID}
		d.DirectOwnerID, d.DepartmentOwnerID, d.LeaderOwnerID = &person.ID, &person.ID, &person.ID
	}), Assessment: &Crime}))(t)
	Must(db.Register.DecideGrade(ctx, register.DecideGrade{RiskPointID: risk.ID, ExpectedVersion: risk.Version, Grade: term.GradeA}))(t)
	measure := Must(db.Register.RecordMeasure(ctx, register.RecordMeasure{UnitID: u.ID, Details: register.MeasureDetails{
		Content: name + "双人复核", Kind: term.MeasureKindBalance, Mechanism: term.MechanismDynamicMonitoring,
		Scope: term.MeasureScopeGeneral, OwnerID: &person.ID, RiskPointIds: []int64{risk.ID}}}))(t)
	p.Posts, p.People, p.Powers = append(p.Posts, post.Unwrap()), append(p.People, person.Unwrap()), append(p.Powers, power.Unwrap())
	p.Processes, p.Risks, p.Measures = append(p.Processes, saved.Unwrap()), append(p.Risks, risk.Unwrap()), append(p.Measures, measure.Unwrap())
}

// Crime are inputs that every recipe grades A.
var Crime = register.GradeInputs{Likelihood: 4, Severity: 4, Consequence: term.ConsequenceKindCrime}

// Minor are inputs that every recipe grades C.
var Minor = register.GradeInputs{Likelihood: 1, Severity: 1, Consequence: term.ConsequenceKindMinor}

// RiskDetails returns details that pass every check.
func RiskDetails(name string, change ...func(*register.RiskDetails)) register.RiskDetails {
	d := register.RiskDetails{Title: name + "收受好处", RiskTypes: []term.RiskType{term.RiskTypeDuty}, Manifestation: "违规审批", Cause: "缺乏监督",
		FoundBy: []term.FoundBy{term.FoundBySelf}}
	for _, c := range change {
		c(&d)
	}
	return d
}

// Must fails the test on an error.
func Must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// Also adds a role to a viewer.
func Also(ctx context.Context, role term.Role, u *ent.Unit) context.Context {
	v := *viewer.FromContext(ctx)
	other := viewer.FromContext(As(role, u))
	v.Grants = append(v.Grants[:len(v.Grants):len(v.Grants)], other.Grants...)
	v.Ancestors = append(v.Ancestors[:len(v.Ancestors):len(v.Ancestors)], other.Ancestors...)
	authz.Scopes(&v)
	return viewer.NewContext(ctx, &v)
}
