package publicity_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/auditentry"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/fault"
	"sineng/server/form"
	"sineng/server/org"
	"sineng/server/publicity"
	"sineng/server/store"
	"sineng/server/testkit"
)

func reason(err error) string {
	if all := fault.All(err); len(all) > 0 {
		return all[0].Reason
	}
	return ""
}

// publish inserts a notice of a form all of whose cells have text.
func publish(t *testing.T, db *testkit.DB, u *ent.Unit, slug string, kind term.FormKind, names bool) *ent.PublicNotice {
	t.Helper()
	ctx, raw, now, today := testkit.System(), db.Raw.Client, db.Now(), db.Today()
	c := raw.Campaign.Create().SetYear(2026).SetTitle("专项").SetPhase(term.CampaignPhaseSurvey).SetKinds([]term.FormKind{}).SetPhases([]term.PhasePlan{}).
		SetPublicityDays(7).SetObjectionDays(30).SetPublicNames(names).SetCreatedAt(now).SetUpdatedAt(now)
	must(t, org.Place(c.Mutation(), u))
	f := raw.Form.Create().SetCampaignID(c.SaveX(ctx).ID).SetKind(kind).SetSubjectID(u.ID).SetState(term.FormStatePublicity).SetDueOn(today).
		SetStageSince(now).SetCreatedAt(now).SetUpdatedAt(now)
	must(t, org.Place(f.Mutation(), u))
	made := f.SaveX(ctx)
	content := &form.Content{Format: form.Format, Kind: kind, Year: 2026, Unit: form.Named{ID: u.ID, Name: u.Name}, Revision: 1, PreparedBy: "填报人"}
	layout := form.LayoutOf(kind)
	cell := func(c form.Column) form.Cell { return form.Cell{Code: c.Code, Text: "值-" + c.Code} }
	for _, c := range layout.Fields {
		content.Fields = append(content.Fields, cell(c))
	}
	for _, table := range layout.Tables {
		row := form.Row{Key: "1", Note: "说明"}
		for _, c := range table.Columns {
			row.Cells = append(row.Cells, cell(c))
		}
		content.Sections = append(content.Sections, form.Section{Code: table.Code, Rows: []form.Row{row}})
	}
	encoded := testkit.Must(content.Encode())(t)
	hash := form.Hash(encoded)
	raw.FormSnapshot.Create().SetFormID(made.ID).SetHash(hash).SetContent(string(encoded)).SetAt(now).ExecX(ctx)
	sub := raw.FormSubmission.Create().SetFormID(made.ID).SetRevision(1).SetNumber(1).SetHash(hash).SetContainsA(false).SetSubmitterName("填报人").SetAt(now)
	must(t, org.Place(sub.Mutation(), u))
	n := raw.PublicNotice.Create().SetFormID(made.ID).SetSubmissionID(sub.SaveX(ctx).ID).SetSlug(slug).SetFromDay(today).SetToDay(today.AddDate(0, 0, 6))
	must(t, org.Place(n.Mutation(), u))
	return n.SaveX(ctx)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestTheWindowOfANoticeDecidesWhoReadsIt(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		s := publicity.New(db.Store)
		publish(t, db, w.East.Department, "east", term.FormKindRisks, false)
		publish(t, db, w.West.Department, "west", term.FormKindPowers, true)
		nobody := context.Background()
		open := func(text string) string {
			var slugs []string
			for _, n := range testkit.Must(s.Open(nobody, text, store.Page{First: 10}))(t).Rows {
				slugs = append(slugs, n.Slug)
			}
			return strings.Join(slugs, " ")
		}
		if got := open(""); got != "west east" {
			t.Errorf("open are %q", got)
		}
		if got := open(w.East.Department.Name); got != "east" {
			t.Errorf("by the name of a unit: %q", got)
		}
		for slug, names := range map[string]bool{"east": false, "west": true} {
			n := testkit.Must(s.Notice(nobody, slug))(t)
			text := string(testkit.Must(json.Marshal(n.Content))(t))
			layout := form.LayoutOf(n.Content.Kind)
			for _, table := range layout.Tables {
				for _, c := range table.Columns {
					if shown, want := strings.Contains(text, `"值-`+c.Code+`"`), c.Public && (names || !c.Names); shown != want {
						t.Errorf("%s shows %s: %v, want %v", slug, c.Code, shown, want)
					}
				}
			}
			if strings.Contains(text, "填报人") || strings.Contains(text, "说明") {
				t.Errorf("%s shows who prepared it, or what was noted: %s", slug, text)
			}
		}
		publish(t, db, w.East.City, "own", term.FormKindPersonal, true)
		if _, err := s.Notice(nobody, "own"); !fault.Is(err, fault.NotFound) {
			t.Errorf("a person's form is public: %v", err)
		}
		if _, err := s.Notice(nobody, "other"); !fault.Is(err, fault.NotFound) {
			t.Errorf("no such notice: %v", err)
		}
		db.Clock.Forward(6 * 24 * time.Hour)
		if _, err := s.Notice(nobody, "east"); err != nil {
			t.Errorf("on the last day: %v", err)
		}
		db.Clock.Forward(24 * time.Hour)
		if _, err := s.Notice(nobody, "east"); reason(err) != publicity.ReasonEnded || open("") != "" {
			t.Errorf("the day after: %v, %q", err, open(""))
		}
		if err := s.Receive(nobody, publicity.Receive{Slug: "east", Text: "晚了"}); reason(err) != publicity.ReasonEnded {
			t.Errorf("feedback the day after: %v", err)
		}
	})
}

func TestFault41WhoWritesToTheInspectorIsNotTraced(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		s := publicity.New(db.Store)
		publish(t, db, w.East.Department, "east", term.FormKindRisks, false)
		// Even of a signed-in author nothing gets into the database.
		ctx := viewer.NewContext(context.Background(), &viewer.Viewer{AccountID: 4711, PersonID: w.East.People[0].ID, Name: "张三"})
		ctx = audit.WithOrigin(ctx, audit.Origin{Request: "request-77", Address: "203.0.113.9", Agent: "Browser/5", Operation: "SendFeedback"})
		must(t, s.Receive(ctx, publicity.Receive{Slug: "east", Text: " 情况不实 ", Contact: "信箱"}))
		if err := s.Receive(ctx, publicity.Receive{Slug: "east", Text: strings.Repeat("长", 4001), Contact: strings.Repeat("长", 201)}); len(fault.All(err)) != 2 {
			t.Errorf("too much: %v", err)
		}
		row := db.Raw.Client.PublicFeedback.Query().OnlyX(testkit.System())
		if row.Text != "情况不实" || row.Contact != "信箱" || !row.ReceivedOn.Equal(db.Today()) || row.UnitID != w.East.Department.ID {
			t.Errorf("kept %+v", row)
		}
		for more := true; more; {
			more = testkit.Must(audit.Sequence(testkit.System(), db.Store))(t) > 0
		}
		entry := db.Client.AuditEntry.Query().Where(auditentry.ActionEQ(term.AuditActionReceiveFeedback)).OnlyX(testkit.System())
		if !entry.At.Equal(db.Today()) || entry.AccountID != 0 || entry.PersonID != 0 {
			t.Errorf("the entry is of %s, account %d, person %d", entry.At, entry.AccountID, entry.PersonID)
		}
		texts := db.Client.AuditText.GetX(testkit.System(), entry.ID)
		for _, trace := range []string{"203.0.113.9", "request-77", "Browser", "张三", "4711", "SendFeedback"} {
			if strings.Contains(string(entry.Body)+texts.Texts, trace) {
				t.Errorf("%q is in the log", trace)
			}
		}
		if strings.Contains(string(entry.Body), "情况不实") || !strings.Contains(texts.Texts, "情况不实") {
			t.Error("what was written must stand among the texts that can be erased, and there alone")
		}
	})
}

func TestFeedbackReachesTheInspectorOfTheUnit(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	s := publicity.New(db.Store)
	publish(t, db, w.East.Department, "east", term.FormKindRisks, false)
	must(t, s.Receive(context.Background(), publicity.Receive{Slug: "east", Text: "一"}))
	inspector := testkit.AsPerson(term.RoleInspector, w.East.Unit, w.East.People[0])
	page := store.Page{First: 10}
	rows := testkit.Must(s.Feedback(inspector, publicity.Filter{States: []term.FeedbackState{term.FeedbackStateReceived}}, page, nil))(t).Rows
	if len(rows) != 1 {
		t.Fatalf("%d are listed", len(rows))
	}
	if got := testkit.Must(s.Feedback(testkit.As(term.RoleInspector, w.West.Unit), publicity.Filter{}, page, nil))(t).Rows; len(got) != 0 {
		t.Errorf("the other inspector sees %d", len(got))
	}
	for _, role := range []term.Role{term.RoleDeptHead, term.RolePrincipalLeader, term.RoleLeadingGroup} {
		if _, err := s.Feedback(testkit.As(role, w.East.Unit), publicity.Filter{}, page, nil); !fault.Is(err, fault.Forbidden) {
			t.Errorf("%s lists it: %v", role, err)
		}
		if _, err := s.Handle(testkit.As(role, w.East.Unit), publicity.Handle{FeedbackID: rows[0].ID, ExpectedVersion: 1, Handling: "x"}); !fault.Is(err, fault.NotFound) {
			t.Errorf("%s handles it: %v", role, err)
		}
	}
	done := testkit.Must(s.Handle(inspector, publicity.Handle{FeedbackID: rows[0].ID, ExpectedVersion: 1, Handling: "已核实"}))(t)
	if done.State != term.FeedbackStateHandled || done.HandlerID == nil || *done.HandlerID != w.East.People[0].ID || done.HandledAt == nil {
		t.Errorf("handled %+v", done)
	}
	if _, err := s.Handle(inspector, publicity.Handle{FeedbackID: rows[0].ID, ExpectedVersion: 1, Handling: "再"}); !fault.Is(err, fault.Conflict) {
		t.Errorf("a stale edit: %v", err)
	}
}
