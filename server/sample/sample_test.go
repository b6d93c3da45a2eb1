package sample

import (
	"context"
	"crypto/sha256"
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/alexedwards/argon2id"

	"sineng/ent"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/account"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/tally"
)

var now = time.Date(2026, 3, 18, 2, 0, 0, 0, time.UTC)

// world is a database that holds the sample.
type world struct {
	ctx      context.Context
	store    *store.Store
	accounts *account.Service
	result   *Result
}

func load(t *testing.T) world {
	t.Helper()
	w := world{ctx: viewer.System(context.Background())}
	var err error
	if w.store, err = store.Open(w.ctx, "sqlite:"+t.TempDir()+"/x.db", store.WithClock(func() time.Time { return now })); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.store.Close() })
	if _, err := w.store.Migrate(w.ctx); err != nil {
		t.Fatal(err)
	}
	cheap := &argon2id.Params{Memory: 64, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32}
	if w.accounts, err = account.New(w.store, cheap); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	if w.result, err = LoadWithCampaign(w.ctx, w.store, w.accounts, now); err != nil {
		t.Fatal(err)
	}
	t.Logf("loaded in %v: %+v", time.Since(began).Round(time.Millisecond), w.result.Figures)
	return w
}

func TestLoad(t *testing.T) {
	w := load(t)
	t.Run("figures", func(t *testing.T) { checkFigures(t, w.result.Figures) })
	t.Run("counts", w.checkCounts)
	t.Run("tiers", w.checkTiers)
	t.Run("texts", w.checkTexts)
	t.Run("people", w.checkPeople)
	t.Run("accounts", w.checkAccounts)
	t.Run("campaign", w.checkCampaign)
	t.Run("balance", w.checkBalance)
	t.Run("once only", func(t *testing.T) {
		if _, err := Load(w.ctx, w.store, w.accounts, now); !errors.Is(err, ErrNotEmpty) {
			t.Errorf("a second load gave %v", err)
		}
		if !w.store.Now().Equal(now) {
			t.Errorf("the store's clock is %v after loading", w.store.Now())
		}
	})
	t.Run("same again", func(t *testing.T) {
		again := load(t)
		if !reflect.DeepEqual(w.result, again.result) {
			t.Errorf("two loads differ:\n%+v\n%+v", w.result, again.result)
		}
		if w.digest(t) != again.digest(t) {
			t.Error("two loads wrote different texts")
		}
	})
}

func within(t *testing.T, what string, n, low, high int) {
	t.Helper()
	if n < low || n > high {
		t.Errorf("%s: %d, want %d to %d", what, n, low, high)
	}
}

func checkFigures(t *testing.T, f Figures) {
	within(t, "units", f.Units, 55, 70)
	within(t, "posts", f.Posts, 380, 460)
	within(t, "people", f.People, 420, 480)
	within(t, "powers", f.Powers, 110, 135)
	within(t, "processes", f.Processes, 90, 115)
	within(t, "risk points", f.RiskPoints, 1400, 1600)
	within(t, "measures", f.Measures, 1100, 1300)
	within(t, "retired", f.Retired, 10, 60)
	within(t, "uncontrolled A", f.UncontrolledA, 10, 40)
	living := f.RiskPoints - f.Retired
	for g, want := range map[term.Grade]int{term.GradeA: 12, term.GradeB: 33, term.GradeC: 50, term.Ungraded: 5} {
		within(t, "percent of "+string(g), f.ByGrade[g]*100/living, want-3, want+3)
	}
}

func (w world) checkCounts(t *testing.T) {
	differences, err := tally.Recount(w.ctx, w.store.Client)
	if err != nil || len(differences) > 0 {
		t.Errorf("%d counts differ, %v", len(differences), err)
	}
	children, err := org.RecountChildren(w.ctx, w.store.Client)
	if err != nil || len(children) > 0 {
		t.Errorf("children differ: %v, %v", children, err)
	}
	if waiting, err := w.store.Client.RiskCountDelta.Query().Count(w.ctx); err != nil || waiting > 0 {
		t.Errorf("%d deltas wait, %v", waiting, err)
	}
}

func (w world) risks(t *testing.T) []*ent.RiskPoint {
	t.Helper()
	risks, err := w.store.Client.RiskPoint.Query().Order(ent.Asc(riskpoint.FieldID)).WithUnit().WithPower().WithStep().
		WithAssessments().WithMeasures().All(w.ctx)
	if err != nil {
		t.Fatal(err)
	}
	return risks
}

func (w world) checkTexts(t *testing.T) {
	titles, bodies := map[string]int64{}, map[string]int64{}
	types, several := map[term.RiskType]int{}, 0
	earliest := now
	for _, r := range w.risks(t) {
		if at, ok := titles[r.Title]; ok {
			t.Errorf("units %d and %d have the same title: %s", at, r.UnitID, r.Title)
		}
		if at, ok := bodies[r.Manifestation]; ok {
			t.Errorf("units %d and %d have the same manifestation: %s", at, r.UnitID, r.Manifestation)
		}
		titles[r.Title], bodies[r.Manifestation] = r.UnitID, r.UnitID
		for _, of := range r.RiskTypes.List() {
			types[of]++
		}
		if len(r.RiskTypes.List()) > 1 {
			several++
		}
		if slices.Contains([]rune(r.Title+r.Manifestation+r.Cause), '{') {
			t.Errorf("a slot was left open: %s %s %s", r.Title, r.Manifestation, r.Cause)
		}
		if r.CreatedAt.Before(earliest) {
			earliest = r.CreatedAt
		}
		if r.CreatedAt.After(now) {
			t.Errorf("recorded in the future: %v", r.CreatedAt)
		}
	}
	if len(types) != 5 || several == 0 {
		t.Errorf("types of risks: %v, %d have several", types, several)
	}
	if months := now.Sub(earliest).Hours() / 24 / 30; months < 16 || months > 19 {
		t.Errorf("the register began %.1f months ago", months)
	}
}

// digest hashes all that was written about risks.
func (w world) digest(t *testing.T) [32]byte {
	var text []byte
	for _, r := range w.risks(t) {
		text = append(text, r.Title+r.Manifestation+r.Cause+string(r.Grade)+r.CreatedAt.String()...)
		for _, a := range r.Edges.Assessments {
			text = append(text, a.ActorName+a.Reason+a.At.String()...)
		}
		for _, m := range r.Edges.Measures {
			text = append(text, m.Content+string(m.Status)...)
		}
	}
	return sha256.Sum256(text)
}
