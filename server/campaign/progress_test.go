package campaign_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/form"
	"sineng/ent/term"
	"sineng/server/campaign"
	"sineng/server/fault"
	"sineng/server/testkit"
)

// recount counts the forms of a unit's subtree row by row.
func (w *world) recount(t *testing.T, u *ent.Unit) []int {
	t.Helper()
	out := make([]int, len(allKinds)*len(campaign.Headings))
	for _, f := range w.Client.Form.Query().Where(form.CampaignID(w.c.ID)).AllX(testkit.System()) {
		if f.Levels()[u.Level-1] != u.ID {
			continue
		}
		add := func(h campaign.Heading) {
			out[slices.Index(allKinds, f.Kind)*len(campaign.Headings)+slices.Index(campaign.Headings, h)]++
		}
		switch {
		case f.State == term.FormStateDropped:
			add(campaign.Dropped)
			continue
		case f.State == term.FormStateFiled || f.State == term.FormStateRevising:
			add(campaign.Filed)
		case f.State != term.FormStateDraft:
			add(campaign.InReview)
		case f.ReturnedAt != nil:
			add(campaign.Returned)
		case f.Started:
			add(campaign.Filling)
		default:
			add(campaign.NotStarted)
		}
		if f.State == term.FormStateDraft && w.Today().After(f.DueOn) {
			add(campaign.Overdue)
		}
		add(campaign.Expected)
	}
	return out
}

func TestTheRowsOfProgressAddUpAtEveryTier(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := newWorld(t, db)
		city := w.Add(t, db, w.Unit, "E2", "东二市局", term.UnitKindBureau)
		for _, code := range []string{"E21", "E22", "E23"} {
			w.Add(t, db, city, code, code+"科", term.UnitKindDepartment)
		}
		w.open(t)
		states := term.FormState("").Values()
		for i, f := range w.Client.Form.Query().Order(form.ByID()).AllX(testkit.System()) {
			u := w.Raw.Client.Form.UpdateOne(f).SetState(term.FormState(states[i%len(states)])).SetStarted(i%2 == 0)
			if i%4 == 0 {
				u.SetReturnedAt(w.Now())
			}
			if i%18 == 0 || i%18 == 9 {
				u.SetDueOn(w.Today().AddDate(0, 0, -1))
			}
			u.ExecX(testkit.System())
		}
		for _, u := range w.Client.Unit.Query().AllX(testkit.System()) {
			w.Statements.Reset()
			p := testkit.Must(w.service.Progress(w.leader, w.c.ID, &u.ID))(t)
			if n := len(w.Statements.Seen()); n > 4 {
				t.Errorf("progress costs %d statements", n)
			}
			if want := w.recount(t, u); !slices.Equal(p.Totals, want) {
				t.Errorf("%s: counted\n%v, there are\n%v", u.Code, p.Totals, want)
			}
			sum := make([]int, len(p.Totals))
			for _, r := range p.Rows {
				for i, n := range r.Counts {
					sum[i] += n
				}
				if want := w.recount(t, r.Unit); !r.Itself && !slices.Equal(r.Counts, want) {
					t.Errorf("%s below %s: counted\n%v, there are\n%v", r.Unit.Code, u.Code, r.Counts, want)
				}
			}
			if !slices.Equal(sum, p.Totals) {
				t.Errorf("%s: the rows add up to\n%v, the total is\n%v", u.Code, sum, p.Totals)
			}
		}
	})
}

func TestProgressIsForThoseWithTheOverview(t *testing.T) {
	db := testkit.SQLite(t)
	w := newWorld(t, db)
	west := testkit.NewProvince(t, db, "W", "西")
	w.open(t)
	w.Clock.Forward(200 * 24 * time.Hour)
	p := testkit.Must(w.service.Progress(testkit.As(term.RoleDeptHead, w.Department), w.c.ID, &w.Department.ID))(t)
	if p.Totals[0] != 1 || p.Totals[slices.Index(campaign.Headings, campaign.Overdue)] != 1 {
		t.Errorf("the head of a department sees %v", p.Totals)
	}
	for role, at := range map[term.Role]*ent.Unit{term.RoleDeptHead: w.Department, term.RolePrincipalLeader: w.City, term.RoleInspector: w.Unit} {
		if p := testkit.Must(w.service.Progress(testkit.As(role, at), w.c.ID, nil))(t); p.Unit.ID != at.ID {
			t.Errorf("%s of %s begins at %s", role, at.Name, p.Unit.Name)
		}
	}
	if _, err := w.service.Progress(testkit.As(term.RoleDeptHead, w.Department), w.c.ID, &w.City.ID); err == nil {
		t.Error("the head of a department sees the progress of the city")
	}
	if _, err := w.service.Progress(testkit.As(term.RoleSystemAdmin, w.Unit), w.c.ID, nil); !fault.Is(err, fault.Forbidden) {
		t.Errorf("a system administrator sees the progress: %v", err)
	}
	if _, err := w.service.Progress(testkit.As(term.RoleLeadingGroup, nil), w.c.ID, &west.Unit.ID); !fault.Is(err, fault.Invalid) {
		t.Errorf("progress of a unit outside the campaign: %v", err)
	}
	if _, err := w.service.Progress(testkit.As(term.RoleLeadingGroup, west.Unit), w.c.ID, nil); !fault.Is(err, fault.NotFound) {
		t.Errorf("the other province finds the campaign: %v", err)
	}
}

// Progress is counted from an index, without reading rows or sorting.
func TestProgressIsCountedFromTheIndexAlone(t *testing.T) {
	db := testkit.SQLite(t)
	w := newWorld(t, db)
	w.open(t)
	for _, u := range []*ent.Unit{w.Unit, w.City, w.Department} {
		w.Statements.Reset()
		testkit.Must(w.service.Progress(w.leader, w.c.ID, &u.ID))(t)
		i := slices.IndexFunc(w.Statements.Seen(), func(q string) bool { return strings.Contains(q, "COUNT(*)") })
		rows := testkit.Must(w.Raw.Client.QueryContext(testkit.System(), "EXPLAIN QUERY PLAN "+w.Statements.Seen()[i], w.Today(), w.c.ID, u.ID))(t)
		var plan []string
		for rows.Next() {
			var id, parent, unused int
			var detail string
			if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
				t.Fatal(err)
			}
			plan = append(plan, detail)
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
		if text := strings.Join(plan, "; "); !strings.Contains(text, "USING COVERING INDEX form_campaign_id_l") || strings.Contains(text, "TEMP B-TREE") {
			t.Errorf("%s: %s", u.Code, text)
		}
	}
}
