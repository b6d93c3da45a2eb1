package balance_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/conflict"
	"sineng/ent/dueitem"
	"sineng/ent/term"
	"sineng/server/balance"
	"sineng/server/org"
	"sineng/server/pending"
	processes "sineng/server/process"
	"sineng/server/register"
	"sineng/server/testkit"
)

// house is a bureau with several departments, each with two posts and some powers.
type house struct {
	db      *testkit.DB
	s       *balance.Service
	city    *ent.Unit
	units   []*ent.Unit
	posts   []*ent.Post
	people  []*ent.Person
	powers  []*ent.Power
	types   []term.PowerType
	version map[int64]int // revision of the process by power
}

// newHouse has these many powers of these types in turn in each department.
func newHouse(t *testing.T, db *testkit.DB, types []term.PowerType, powers ...int) *house {
	t.Helper()
	ctx := testkit.System()
	h := &house{db: db, s: balance.New(db.Store, db.Processes), city: testkit.NewWorld(t, db).East.City, version: map[int64]int{},
		types: types}
	for d, n := range powers {
		u := testkit.Must(db.Org.CreateUnit(ctx, org.CreateUnit{ParentID: &h.city.ID, Code: fmt.Sprint("D", d), Name: fmt.Sprint("科室", d), Kind: term.UnitKindDepartment}))(t)
		h.units = append(h.units, u)
		for p := range 2 {
			years := 1
			post := testkit.Must(db.Org.CreatePost(ctx, org.CreatePost{UnitID: u.ID, Name: fmt.Sprint("岗位", d, p), KeyPost: p == 0, RotationYears: &years}))(t)
			person := testkit.Must(db.Org.AddPerson(ctx, org.AddPerson{UnitID: u.ID, Name: fmt.Sprint("人员", d, p), JobTitle: "科员"}))(t)
			testkit.Must(db.Org.Appoint(ctx, person.ID, post.ID, db.Today().AddDate(0, -1, 0)))(t)
			h.posts, h.people = append(h.posts, post), append(h.people, person)
		}
		for i := range n {
			h.powers = append(h.powers, testkit.Must(db.Register.RegisterPower(ctx, register.RegisterPower{UnitID: u.ID, Details: h.details(d, i, i)}))(t))
		}
	}
	return h
}

func (h *house) details(unit, number, kind int) register.PowerDetails {
	return register.PowerDetails{Code: fmt.Sprint("权", unit, "-", number), Name: fmt.Sprint("职权", unit, "-", number), Type: h.types[kind%len(h.types)],
		Discretion: term.DiscretionWide}
}

// run saves a line of steps of a power on posts.
func (h *house) run(t *testing.T, p *ent.Power, kinds []term.StepKind, posts ...*ent.Post) {
	t.Helper()
	in := processes.Save{PowerID: p.ID, ExpectedRevision: h.version[p.ID]}
	for i, k := range kinds {
		key := string(rune('1' + i))
		in.Steps = append(in.Steps, &processes.Step{Key: key, Name: k.Label("zh"), Kind: k, PostID: &posts[i].ID})
		if i > 0 {
			in.Edges = append(in.Edges, &processes.Edge{FromKey: in.Steps[i-1].Key, ToKey: key})
		}
	}
	h.version[p.ID] = testkit.Must(h.db.Processes.Save(testkit.System(), in))(t).Revision
}

// settleDown judges what waits to be judged, and gives back the kinds of what did.
func (h *house) settleDown(t *testing.T) []string {
	t.Helper()
	h.db.Sequence(t)
	if err := h.s.Follow(testkit.System()); err != nil {
		t.Fatal(err)
	}
	kinds := h.db.Client.DueItem.Query().Where(dueitem.KindIn("balance.judge", "balance.judge-unit", "balance.judge-below")).Unique(true).Select(dueitem.FieldKind).StringsX(testkit.System())
	testkit.Fire(t, h.db, h.s.Timers()...)
	testkit.Fire(t, h.db, h.s.Timers()...)
	return kinds
}

// same tells how what is kept of the bureau differs from what is found there, empty for nothing.
func (h *house) differ(t *testing.T) string {
	t.Helper()
	live := h.db.Client.Conflict.Query().Where(conflict.BureauID(h.city.ID), conflict.StateNEQ(term.ConflictStateSettled)).AllX(testkit.System())
	kept := map[string]string{}
	for _, c := range live {
		kept[c.Fingerprint] = c.RuleCode
	}
	found := map[string]string{}
	for _, c := range testkit.Must(h.s.Unit(testkit.As(term.RoleLeadingGroup, nil), h.city.ID, nil))(t).Conflicts(500) {
		found[c.Fingerprint()] = c.Rule.Code
	}
	for key, rule := range found {
		if kept[key] == "" {
			return "not kept: " + rule
		}
	}
	for key, rule := range kept {
		if found[key] == "" {
			return "not there any more: " + rule
		}
	}
	return ""
}

// Whatever is done in a department, what is judged there alone leaves all conflicts of its bureau as a whole run finds them.
func TestWhatIsJudgedWhereItChangedIsWhatTheBureauHas(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		h := newHouse(t, db, []term.PowerType{term.PowerTypeProcurement, term.PowerTypeProcurement, term.PowerTypeFinance}, 3, 3, 3)
		h.settleDown(t)
		r := rand.New(rand.NewPCG(7, 11))
		buying := []term.StepKind{term.StepKindAccept, term.StepKindHandle, term.StepKindApprove, term.StepKindInspect}
		near := 0
		for n := range 80 {
			ctx, who, post, p := testkit.System(), h.people[r.IntN(len(h.people))], h.posts[r.IntN(len(h.posts))], h.powers[r.IntN(len(h.powers))]
			what := r.IntN(6)
			switch what {
			case 0, 1:
				h.run(t, p, buying, h.posts[r.IntN(len(h.posts))], post, h.posts[r.IntN(len(h.posts))], h.posts[r.IntN(len(h.posts))])
			case 2:
				_, _ = db.Org.Appoint(ctx, who.ID, post.ID, db.Today().AddDate(-r.IntN(3), 0, 0)) // who may hold it already
			case 3:
				if held, err := db.Client.Appointment.Query().Where(appointment.PersonID(who.ID), appointment.ToDayIsNil()).First(ctx); err == nil {
					_, _ = db.Org.Relieve(ctx, held.ID, held.Version, new(db.Today().AddDate(0, 0, -1))) // who may have taken it today
				}
			case 4:
				row := db.Client.Power.GetX(ctx, p.ID)
				d := h.details(slices.IndexFunc(h.units, func(u *ent.Unit) bool { return u.ID == row.UnitID }), 0, r.IntN(3))
				d.Code, d.Name = row.Code, row.Name
				d.ExercisingPostIds, d.DecisionPostID, d.ExecutionPostID, d.SupervisionPostID = []int64{post.ID}, &post.ID, &post.ID, &h.posts[r.IntN(len(h.posts))].ID
				testkit.Must(db.Register.RevisePower(ctx, register.RevisePower{ID: p.ID, ExpectedVersion: row.Version, Details: d}))(t)
			case 5:
				_, _ = db.Org.AssignPortfolio(ctx, who.ID, h.units[r.IntN(len(h.units))].ID, term.PortfolioKindInCharge, db.Today())
			}
			db.Clock.Forward(time.Second) // on the same day, since another one has everything judged
			kinds := h.settleDown(t)
			if what != 5 && len(kinds) > 0 {
				if !slices.Equal(kinds, []string{"balance.judge-unit"}) {
					t.Errorf("after change %d of kind %d was judged %v", n, what, kinds)
				}
				near++
			}
			if text := h.differ(t); text != "" {
				t.Fatalf("after change %d of kind %d: %s", n, what, text)
			}
		}
		if near < 10 {
			t.Errorf("only %d changes were judged where they stood", near)
		}
	})
}

// An appointment has as many rows read however many powers the other departments of the bureau have.
func TestAnAppointmentIsJudgedByTheRowsOfItsDepartment(t *testing.T) {
	read := func(t *testing.T, others int) (steps, all int) {
		h := newHouse(t, testkit.SQLite(t), []term.PowerType{term.PowerTypeOther}, 2, others)
		for _, p := range h.powers {
			at := h.posts[:2]
			if p.UnitID != h.units[0].ID {
				at = h.posts[2:]
			}
			h.run(t, p, []term.StepKind{term.StepKindAccept, term.StepKindReview}, at[0], at[1])
		}
		h.settleDown(t)
		testkit.Must(h.db.Org.Appoint(testkit.System(), h.people[1].ID, h.posts[0].ID, h.db.Today()))(t)
		h.db.Client.Intercept(ent.InterceptFunc(func(next ent.Querier) ent.Querier {
			return ent.QuerierFunc(func(ctx context.Context, q ent.Query) (ent.Value, error) {
				v, err := next.Query(ctx, q)
				if rows := reflect.ValueOf(v); err == nil && rows.Kind() == reflect.Slice {
					all += rows.Len()
					if _, ok := q.(*ent.ProcessStepQuery); ok {
						steps += rows.Len()
					}
				}
				return v, err
			})
		}))
		h.settleDown(t)
		if n := h.db.Client.Conflict.Query().Where(conflict.StateNEQ(term.ConflictStateSettled), conflict.HandA(h.people[1].ID)).CountX(testkit.System()); n == 0 {
			t.Fatal("the appointment makes no conflict")
		}
		return steps, all
	}
	fewSteps, few := read(t, 3)
	manySteps, many := read(t, 30)
	if fewSteps == 0 || manySteps != fewSteps || many != few {
		t.Errorf("with 3 powers beside it %d steps of %d rows are read, with 30 it is %d of %d", fewSteps, few, manySteps, many)
	}
}

// What a second person confirmed is judged where it stands, though the entry that says so stands where it was asked for.
func TestWhatIsConfirmedIsJudgedWhereItStands(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		h := newHouse(t, db, []term.PowerType{term.PowerTypeOther}, 1, 1)
		h.run(t, h.powers[0], []term.StepKind{term.StepKindAccept, term.StepKindReview}, h.posts[0], h.posts[1])
		acts := pending.New(db.Store)
		acts.Handle(db.Org.Acts()...)
		testkit.Started(t, db)
		admin := testkit.Second(t, db, term.RoleSystemAdmin, nil, nil)
		leader := testkit.Second(t, db, term.RolePrincipalLeader, db.Client.Unit.GetX(testkit.System(), *h.city.ParentID), nil)
		h.settleDown(t)
		other := h.people[2] // of the second department, so that the post gives them more
		waits := testkit.Must(db.Org.Appoint(admin, other.ID, h.posts[0].ID, db.Today()))(t)
		if waits.Act == nil {
			t.Fatal("the appointment waits for nobody")
		}
		if kinds := h.settleDown(t); len(kinds) > 0 {
			t.Errorf("what waits was judged: %v", kinds)
		}
		testkit.Must(acts.Confirm(leader, waits.Act.ID))(t)
		testkit.Must(db.Org.Appoint(testkit.System(), other.ID, h.posts[1].ID, db.Today()))(t)
		if kinds := h.settleDown(t); !slices.Equal(kinds, []string{"balance.judge-unit"}) {
			t.Errorf("the appointment was judged by %v", kinds)
		}
		if n := db.Client.Conflict.Query().Where(conflict.HandA(other.ID), conflict.PowerID(h.powers[0].ID)).CountX(testkit.System()); n == 0 {
			t.Error("the appointment makes no conflict")
		}
		portfolio := testkit.Must(db.Org.AssignPortfolio(admin, other.ID, h.units[1].ID, term.PortfolioKindInCharge, db.Today()))(t)
		testkit.Must(acts.Confirm(leader, portfolio.Act.ID))(t)
		if kinds := h.settleDown(t); !slices.Equal(kinds, []string{"balance.judge"}) {
			t.Errorf("the portfolio was judged by %v", kinds)
		}
		if text := h.differ(t); text != "" {
			t.Error(text)
		}
	})
}
