package form_test

import (
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/form"
	"sineng/server/org"
	"sineng/server/testkit"
)

// office is a province with an open campaign, and the forms of its department and of the
// department's head.
type office struct {
	*testkit.Province
	forms    *form.Service
	campaign *ent.Campaign
	of       map[term.FormKind]*ent.Form
}

func newOffice(t *testing.T, db *testkit.DB) *office {
	t.Helper()
	o := &office{Province: testkit.NewProvince(t, db, "E", "东"), forms: form.New(db.Store, db.Register), of: map[term.FormKind]*ent.Form{}}
	ctx, now := testkit.System(), db.Now()
	create := db.Raw.Client.Campaign.Create().SetYear(2026).SetTitle("2026年排查").SetPhase(term.CampaignPhaseSurvey).
		SetKinds([]term.FormKind{term.FormKindPowers}).SetPhases([]term.PhasePlan{}).SetPublicityDays(7).SetObjectionDays(15).
		SetOpenedAt(now).SetCreatedAt(now).SetUpdatedAt(now)
	if err := org.Place(create.Mutation(), o.Unit); err != nil {
		t.Fatal(err)
	}
	o.campaign = create.SaveX(ctx)
	for _, l := range form.Layouts() {
		var person *int64
		if l.Kind == term.FormKindPersonal {
			person = &o.People[2].ID
		}
		o.of[l.Kind] = o.add(t, db, l.Kind, o.Department, person)
	}
	return o
}

// add adds one more expected form.
func (o *office) add(t *testing.T, db *testkit.DB, kind term.FormKind, u *ent.Unit, person *int64) *ent.Form {
	t.Helper()
	now, subject := db.Now(), u.ID
	if person != nil {
		subject = *person
	}
	create := db.Raw.Client.Form.Create().SetCampaignID(o.campaign.ID).SetKind(kind).SetSubjectID(subject).SetNillablePersonID(person).
		SetState(term.FormStateDraft).SetDueOn(db.Today().AddDate(0, 1, 0)).SetStageSince(now).SetCreatedAt(now).SetUpdatedAt(now)
	if err := org.Place(create.Mutation(), u); err != nil {
		t.Fatal(err)
	}
	return create.SaveX(testkit.System())
}

// cells returns typed cells from codes and texts in turn.
func cells(pairs ...string) []form.CellInput {
	var out []form.CellInput
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, form.CellInput{Code: pairs[i], Text: pairs[i+1]})
	}
	return out
}

// rowOf returns the row with a key in a filling, with its cells by code.
func rowOf(t *testing.T, kind term.FormKind, c *form.Filling, section, key string) (form.FillingRow, map[string]string) {
	t.Helper()
	for _, s := range c.Sections {
		for _, r := range s.Rows {
			if s.Code == section && r.Key == key {
				out := map[string]string{}
				for _, table := range form.LayoutOf(kind).Tables {
					for i, col := range table.Columns {
						if table.Code == section {
							out[col.Code] = r.Cells[i]
						}
					}
				}
				return r, out
			}
		}
	}
	t.Fatalf("the form has no row %s of %s: %+v", key, section, c.Sections)
	return form.FillingRow{}, nil
}

// problem returns the reason of the problem of a cell, "" for none.
func problem(c *form.Filling, key, column string) string {
	for _, p := range c.Problems {
		if p.Key != nil && *p.Key == key && (p.Column == nil && column == "" || p.Column != nil && *p.Column == column) {
			return p.Reason
		}
	}
	return ""
}

func reasons(c *form.Filling) []string {
	out := []string{}
	for _, p := range c.Problems {
		out = append(out, p.Reason)
	}
	return out
}

// West returns a unit that is unrelated to the office.
func (o *office) West(t *testing.T, db *testkit.DB) *ent.Unit {
	t.Helper()
	return testkit.Must(db.Org.CreateUnit(testkit.System(), org.CreateUnit{Code: "W", Name: "西省局", Kind: term.UnitKindBureau}))(t)
}

func orgPerson(unit int64, number, name string) org.AddPerson {
	return org.AddPerson{UnitID: unit, StaffNumber: &number, Name: name, JobTitle: "科员"}
}
