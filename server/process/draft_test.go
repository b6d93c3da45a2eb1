package process_test

import (
	"sync"
	"testing"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	entprocess "sineng/ent/process"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/flow"
	"sineng/server/process"
	"sineng/server/register"
	"sineng/server/testkit"
)

func draft(t *testing.T, db *testkit.DB, p *ent.Power, version, base int, change func(*process.SaveDraft), keys ...string) (*process.Draft, error) {
	t.Helper()
	s, e := steps(keys...)
	in := process.SaveDraft{PowerID: p.ID, ExpectedVersion: version, BaseRevision: base, Steps: s, Edges: e}
	if change != nil {
		change(&in)
	}
	return db.Processes.SaveDraft(testkit.System(), in)
}

func TestADraftIsKeptAsTypedUntilItIsPublished(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx, p := testkit.System(), w.East.Powers[2]
		start := testkit.Must(db.Processes.Draft(ctx, p.ID))(t)
		if start.Version != 0 || start.BaseRevision != 1 || start.CurrentRevision != 1 || len(start.Steps) != 2 || start.Steps[0].Post == nil || len(start.Changes) != 0 || start.SavedAt != nil {
			t.Errorf("before anything was typed the draft is %+v", start)
		}
		first := testkit.Must(draft(t, db, p, 0, 1, func(in *process.SaveDraft) {
			in.Steps[0].Name, in.Edges[0].ToKey, in.Explanation = " 未写完", "没有", "说明"
		}, "1", "2"))(t)
		if first.Version != 1 || first.Steps[0].Name != " 未写完" || first.Edges[0].ToKey != "没有" || first.Explanation != "说明" || first.SavedAt == nil {
			t.Errorf("what was typed is %+v", first)
		}
		if got := first.Findings; len(got) != 1 || got[0].Code != flow.UnknownStep {
			t.Errorf("its findings are %+v", got)
		}
		_, err := db.Processes.Publish(ctx, p.ID, 1)
		want(t, "publishing a fault", err, fault.Invalid, "UNKNOWN_STEP", "edges.0.toKey")
		for _, version := range []int{0, 2} {
			_, err = draft(t, db, p, version, 1, nil, "1", "2")
			want(t, "saving over what somebody else saved", err, fault.Conflict, "STALE_VERSION", "expectedVersion")
			_, err = db.Processes.Publish(ctx, p.ID, version)
			want(t, "publishing what somebody else changed", err, fault.Conflict, "STALE_VERSION", "expectedVersion")
			_, err = db.Processes.DiscardDraft(ctx, p.ID, version)
			want(t, "dropping what somebody else changed", err, fault.Conflict, "STALE_VERSION", "expectedVersion")
		}
		second := testkit.Must(draft(t, db, p, 1, 1, nil, "0", "1", "2"))(t)
		if second.Version != 2 || len(second.Changes) != 3 || second.Changes[0].Kind != flow.Added || second.Changes[2].Kind != flow.Changed || second.Changes[2].Grades != 1 {
			t.Errorf("the draft is version %d and changes %+v", second.Version, second.Changes)
		}
		if n := db.Client.Process.Query().CountX(ctx); n != len(w.East.Powers)+len(w.West.Powers) {
			t.Errorf("drafts made versions: there are %d", n)
		}
		published := testkit.Must(db.Processes.Publish(ctx, p.ID, 2))(t)
		if published.Revision != 2 || !published.Current {
			t.Errorf("published as %+v", published)
		}
		if n := db.Client.ProcessDraft.Query().CountX(viewer.System(ctx)); n != 0 {
			t.Errorf("publishing left %d drafts", n)
		}
		_, err = db.Processes.Publish(ctx, p.ID, 0)
		want(t, "publishing nothing", err, fault.InvalidTransition, "NO_DRAFT", "powerId")
		same := testkit.Must(draft(t, db, p, 0, 2, nil, "0", "1", "2"))(t)
		_, err = db.Processes.Publish(ctx, p.ID, same.Version)
		want(t, "publishing what is in force", err, fault.InvalidTransition, "NOTHING_CHANGED", "powerId")
		back := testkit.Must(db.Processes.DiscardDraft(ctx, p.ID, same.Version))(t)
		if back.Version != 0 || len(back.Steps) != 3 {
			t.Errorf("after dropping the draft is %+v", back)
		}
	})
}

func TestADraftOfAnEarlierVersionIsComparedBeforeItIsPublished(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	ctx, p := testkit.System(), w.East.Powers[0]
	testkit.Must(draft(t, db, p, 0, 1, nil, "1", "2", "3"))(t)
	testkit.Must(save(db, p, 1, "1", "2", "4"))(t)
	d := testkit.Must(db.Processes.Draft(ctx, p.ID))(t)
	if d.BaseRevision != 1 || d.CurrentRevision != 2 {
		t.Errorf("the draft is of %d, in force is %d", d.BaseRevision, d.CurrentRevision)
	}
	_, err := db.Processes.Publish(ctx, p.ID, 1)
	want(t, "publishing over another version", err, fault.Conflict, "DRAFT_OF_AN_EARLIER_VERSION", "expectedVersion")
	testkit.Must(draft(t, db, p, 1, 2, nil, "1", "2", "3"))(t)
	if v := testkit.Must(db.Processes.Publish(ctx, p.ID, 2))(t); v.Revision != 3 {
		t.Errorf("published as %d", v.Revision)
	}
}

func TestOfTwoWhoBeginADraftOneIsRefused(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		var all sync.WaitGroup
		var mu sync.Mutex
		saved := 0
		for range 4 {
			all.Go(func() {
				_, err := draft(t, db, w.East.Powers[0], 0, 1, nil, "1", "2")
				mu.Lock()
				defer mu.Unlock()
				if err == nil {
					saved++
				} else {
					want(t, "the slower one", err, fault.Conflict, "STALE_VERSION", "expectedVersion")
				}
			})
		}
		all.Wait()
		if n := db.Client.ProcessDraft.Query().CountX(viewer.System(testkit.System())); saved != 1 || n != 1 {
			t.Errorf("%d saved, there are %d drafts", saved, n)
		}
	})
}

func TestOnlyThoseWhoEditTheRegisterSeeADraft(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	p := w.East.Powers[2]
	testkit.Must(draft(t, db, p, 0, 1, nil, "1", "2", "3"))(t)
	for role, may := range map[term.Role]bool{
		term.RoleStaff: false, term.RoleDeptHead: true, term.RoleLeaderInCharge: true, term.RolePrincipalLeader: true, term.RoleInspector: false,
		term.RoleLeadingGroup: false, term.RoleSystemAdmin: false, term.RoleSecurityAdmin: false, term.RoleAuditor: false,
	} {
		ctx := testkit.As(role, w.East.Department)
		for what, do := range map[string]func() error{
			"sees":      func() error { _, err := db.Processes.Draft(ctx, p.ID); return err },
			"saves":     func() error { _, err := db.Processes.SaveDraft(ctx, process.SaveDraft{PowerID: p.ID}); return err },
			"drops":     func() error { _, err := db.Processes.DiscardDraft(ctx, p.ID, 9); return err },
			"publishes": func() error { _, err := db.Processes.Publish(ctx, p.ID, 9); return err },
		} {
			err := do()
			if refused := fault.Is(err, fault.Forbidden) || fault.Is(err, fault.NotFound); refused == may {
				t.Errorf("%s %s a draft: %v", role, what, err)
			}
		}
	}
	_, err := db.Processes.Draft(testkit.As(term.RolePrincipalLeader, w.West.Unit), p.ID)
	want(t, "a draft of the other province", err, fault.NotFound, "NOT_FOUND", "powerId")
}

func TestADraftTooLargeIsRefused(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	_, err := draft(t, db, w.East.Powers[0], 0, 1, func(in *process.SaveDraft) { in.Edges = make([]*process.Edge, 1001) }, "1")
	want(t, "1001 ways", err, fault.Invalid, "DRAFT_TOO_LARGE", "steps")
	_, err = draft(t, db, w.East.Powers[0], 0, 1, func(in *process.SaveDraft) { in.Explanation = string(make([]byte, 1<<20)) }, "1")
	want(t, "a megabyte", err, fault.Invalid, "DRAFT_TOO_LARGE", "steps")
}

// A version that is superseded keeps what stood on its steps; what was decided of a step that changed is
// taken back, of one that did not it stays.
func TestPublishingTakesBackOnlyWhatWasDecidedOfStepsThatChanged(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx, p := testkit.System(), w.East.Powers[2]
		r := again(db, w.East.Risks[2]) // stands on step 2
		effective := measureOn(t, db, r, term.MeasureStatusEffective)
		same := testkit.Must(db.Processes.Draft(ctx, p.ID))(t)
		in := process.SaveDraft{PowerID: p.ID, BaseRevision: 1, Explanation: "只改说明", Edges: same.Edges}
		for _, st := range same.Steps {
			in.Steps = append(in.Steps, st.Step)
		}
		in.Steps[1].Explanation = "当场办结"
		d := testkit.Must(db.Processes.SaveDraft(ctx, in))(t)
		if len(d.Changes) != 1 || d.Changes[0].Kind != flow.Reworded || d.Changes[0].Grades+d.Changes[0].Measures != 0 {
			t.Errorf("another explanation is %+v", d.Changes)
		}
		testkit.Must(db.Processes.Publish(ctx, p.ID, 1))(t)
		if got := again(db, r); got.Outdated || got.Version != r.Version || *got.StepID == *r.StepID {
			t.Errorf("a step that is reworded moved its risk point to %+v", got)
		}
		if got := db.Client.Measure.GetX(ctx, effective.ID); got.Status != term.MeasureStatusEffective {
			t.Errorf("its measure is %s", got.Status)
		}
		in.ExpectedVersion, in.BaseRevision = 0, 2
		in.Steps[1].Kind = term.StepKindDecide
		d = testkit.Must(db.Processes.SaveDraft(ctx, in))(t)
		if len(d.Changes) != 1 || d.Changes[0].Grades != 1 || d.Changes[0].Measures != 1 {
			t.Errorf("another kind is %+v", d.Changes)
		}
		third := testkit.Must(db.Processes.Publish(ctx, p.ID, 1))(t)
		if got := again(db, r); !got.Outdated || got.Grade != r.Grade {
			t.Errorf("a step that changed left its risk point as %+v", got)
		}
		if got := db.Client.Measure.GetX(ctx, effective.ID); got.Status != term.MeasureStatusActive {
			t.Errorf("its effective measure is %s", got.Status)
		}
		for _, old := range db.Client.Process.Query().Where(byPower(p.ID)).AllX(ctx) {
			if old.ID == third.ID {
				if old.SupersededAt != nil || len(old.Stood) != 0 {
					t.Errorf("the version in force is %+v", old)
				}
				continue
			}
			if old.SupersededAt == nil || len(old.Stood) != 1 || old.Stood[0].RiskPointID != r.ID || old.Stood[0].StepKey != "2" || old.Stood[0].Grade != r.Grade || old.Stood[0].Title != r.Title {
				t.Errorf("version %d kept %+v", old.Revision, old.Stood)
			}
		}
		report := testkit.Must(db.Processes.Report(ctx, third.ID))(t)
		if len(report.Changes) != 1 || len(report.Defence) != 2 || report.Defence[1].RiskPoints != 1 || report.Defence[1].Points != 1 {
			t.Errorf("the report says %+v", report)
		}
	})
}

func byPower(id int64) func(*sql.Selector) { return entprocess.PowerID(id) }

// measureOn brings a measure of a risk point to a state by the steps of its life.
func measureOn(t *testing.T, db *testkit.DB, r *ent.RiskPoint, to term.MeasureStatus) *ent.Measure {
	t.Helper()
	ctx := testkit.System()
	m := testkit.Must(db.Register.RecordMeasure(ctx, register.RecordMeasure{UnitID: r.UnitID, Details: register.MeasureDetails{
		Content: "双人复核", Kind: term.MeasureKindBalance, Mechanism: term.MechanismDynamicMonitoring, Scope: term.MeasureScopeGeneral, RiskPointIds: []int64{r.ID}}}))(t)
	for _, action := range []register.MeasureAction{register.Approve, register.Activate, register.FindEffective} {
		if m.Status != to {
			m = testkit.Must(db.Register.AdvanceMeasure(ctx, register.AdvanceMeasure{ID: m.ID, ExpectedVersion: m.Version, Action: action}))(t)
		}
	}
	return m
}
