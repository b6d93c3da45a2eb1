package httpd_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/graph/scalar"
	"sineng/server/campaign"
	"sineng/server/exchange"
	"sineng/server/org"
	"sineng/server/testkit"
)

// populate makes a small system with everybody who may have a role in it: leaders by their
// portfolios, two members of staff, an inspector, three members of the leading group and four
// administrators. A campaign is under way.
func (w *walk) populate() {
	t, db := w.t, w.db
	p := testkit.NewProvince(t, db, "E", "东")
	p.Add(t, db, p.City, "E12", "稽查科", term.UnitKindDepartment)
	p.Add(t, db, p.Unit, "E2", "财务处", term.UnitKindDepartment)
	units := []*ent.Unit{p.Unit, p.City, p.Department, nil, nil}
	for i, person := range p.People {
		u := units[i]
		if u == nil {
			u = db.Client.Unit.GetX(testkit.System(), person.UnitID)
		}
		w.enter(fmt.Sprintf("leader%d", i), person, u, nil, "")
	}
	somebody := func(login string, u *ent.Unit, role term.Role, over *ent.Unit) {
		person := testkit.Must(db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: u.ID, Name: login + "某", JobTitle: "干部"}))(t)
		w.enter(login, person, u, over, role)
	}
	for i := range 2 {
		somebody(fmt.Sprintf("staff%d", i), p.Department, term.RoleStaff, p.Department)
	}
	somebody("inspector", p.Unit, term.RoleInspector, p.Unit)
	somebody("inspector2", p.Unit, term.RoleInspector, p.Unit)
	for i := range 3 {
		somebody(fmt.Sprintf("group%d", i), p.Unit, term.RoleLeadingGroup, p.Unit)
	}
	w.enter("audit", nil, p.Unit, nil, term.RoleAuditor)
	w.enter("security", nil, p.Unit, nil, term.RoleSecurityAdmin)
	w.enter("system", nil, p.Unit, nil, term.RoleSystemAdmin)
	w.enter("system2", nil, p.Unit, nil, term.RoleSystemAdmin)
	w.campaign(p.Unit)
}

// enter gives somebody an account, with a role on a unit or, without one, everywhere, and signs
// them in.
func (w *walk) enter(login string, person *ent.Person, at, over *ent.Unit, role term.Role) {
	in := newAccount(login, nil)
	k := &walker{login: login, password: password, unit: at}
	if person != nil {
		in.PersonID, k.person = &person.ID, person.ID
	}
	a := testkit.Must(w.db.Accounts.Create(testkit.System(), in))(w.t)
	k.account = a.ID
	if role != "" {
		var unit *int64
		if over != nil {
			unit = &over.ID
		}
		testkit.Must(w.db.Accounts.Grant(testkit.System(), a.ID, role, unit, w.db.Today(), nil, "任用"))(w.t)
	}
	w.people, w.now = append(w.people, k), k
	w.signIn()
}

// campaign expects all forms of everybody.
func (w *walk) campaign(u *ent.Unit) {
	leader := viewer.NewContext(w.t.Context(), testkit.Must(w.db.Accounts.Resolve(w.t.Context(), w.people[len(w.people)-5].session))(w.t).Viewer)
	today := w.db.Today()
	c := testkit.Must(w.app.Campaigns.Plan(leader, campaign.Plan{UnitID: u.ID, Details: campaign.Details{Year: today.Year(), Title: "专项", PublicityDays: 7, ObjectionDays: 15,
		Kinds: []term.FormKind{term.FormKindPowers, term.FormKindRisks, term.FormKindPersonal, term.FormKindMeasures},
		Phases: []*campaign.PhaseInput{{Phase: term.CampaignPhaseSurvey, From: today, To: today.AddDate(0, 9, 0), Due: []*campaign.DueInput{
			{Kind: term.FormKindPowers, On: today.AddDate(0, 8, 0)}, {Kind: term.FormKindRisks, On: today.AddDate(0, 8, 0)},
			{Kind: term.FormKindPersonal, On: today.AddDate(0, 8, 0)}, {Kind: term.FormKindMeasures, On: today.AddDate(0, 8, 0)}}}}}}))(w.t)
	testkit.Must(w.app.Campaigns.Open(leader, campaign.Step{ID: c.ID, ExpectedVersion: c.Version, Reason: "按计划"}))(w.t)
	for w.app.Jobs.Once(w.t.Context()) {
	}
	if w.db.Client.Form.Query().CountX(testkit.System()) == 0 {
		w.t.Fatal("no form is expected")
	}
}

// learn keeps what a request that was carried out changed of who can ask.
func (w *walk) learn(field string, in obj) {
	switch field {
	case "createAccount":
		login, _ := in["loginName"].(string)
		if a := w.ids("SELECT id FROM accounts WHERE login_name = ?", strings.ToLower(login)); len(a) == 1 {
			k := &walker{login: login, password: password, account: a[0], unit: w.people[0].unit}
			if p := w.ids("SELECT person_id FROM accounts WHERE id = ? AND person_id IS NOT NULL", a[0]); len(p) == 1 {
				k.person = p[0]
			}
			w.people = append(w.people, k)
		}
	case "resetPassword":
		id, _ := in["accountId"].(string)
		for _, k := range w.people {
			if scalar.EncodeID(k.account) == id {
				k.password = password
			}
		}
	}
}

// imports uploads a register, a list of measures or a list of offices, and commits it.
func (w *walk) imports() {
	name, text := w.file()
	upload := w.upload(name, text)
	if upload == "" {
		return
	}
	unit := scalar.EncodeID(w.now.unit.ID)
	if !w.do(fmt.Sprintf(`mutation{planImport(input:{uploadId:%q,unitId:%q}){job{id}}}`, upload, unit)) {
		return
	}
	job := w.newestImport()
	if job == 0 || !w.settled(job) {
		return
	}
	if w.do(fmt.Sprintf(`mutation{commitImport(input:{jobId:%q,goodRowsOnly:true}){job{id}}}`, scalar.EncodeID(job))) && w.settled(job) {
		w.counts["import"]++
	}
	last := &w.steps[len(w.steps)-1]
	last.what, last.entries = last.what+"\n"+text, w.entries()
}

// file is a list of the asker's unit, with grades and states as decided ones.
func (w *walk) file() (name, text string) {
	grade := func() string { return anyOne(w.rand, "A", "B", "C") }
	title := func() string { return anyOne(w.rand, "收受红包", "吃拿卡要", "选择执法") }
	u := w.now.unit.Code
	if w.chance(0.3) {
		return "任职.csv", fmt.Sprintf("单位编码,姓名,岗位,分工\n%s,%s某,%s,%s\n", u, w.now.login, "新岗", anyOne(w.rand, "主要领导", "分管领导", "部门负责人"))
	}
	text = "单位编码,风险点,风险类别,表现情形,可能性,危害程度,可能触犯,自评等级,审定等级,查找方式,防控措施,状态\n"
	for range 1 + w.rand.IntN(3) {
		text += fmt.Sprintf("%s,%s,岗位职责,违规办理,%d,%d,轻微违规,%s,%s,自己找,%s,%s\n", u, title(), 1+w.rand.IntN(5), 1+w.rand.IntN(5), grade(), grade(),
			anyOne(w.rand, "双人复核", "定期轮岗"), anyOne(w.rand, "", "已批准", "执行中", "有效"))
	}
	return "登记表.csv", text
}

func (w *walk) upload(name, text string) string {
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part := testkit.Must(form.CreateFormFile("file", name))(w.t)
	_, _ = part.Write([]byte(text))
	_ = form.Close()
	r := httptest.NewRequest(http.MethodPost, "/uploads?replace=oldest", &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	r.AddCookie(&http.Cookie{Name: "sineng", Value: w.now.session})
	answered := httptest.NewRecorder()
	w.server.ServeHTTP(answered, r)
	var up struct{ ID string }
	_ = json.Unmarshal(answered.Body.Bytes(), &up)
	return up.ID
}

// settled waits until an import does nothing and reports whether it goes on.
func (w *walk) settled(job int64) bool {
	who, err := w.db.Accounts.Resolve(w.t.Context(), w.now.session)
	if err != nil || who == nil {
		return false
	}
	settle(w.t, w.app.Imports, asker{who: who}, job)
	one, err := w.app.Imports.Job(asker{who: who}.ctx(), job)
	return err == nil && one != nil && (one.State == exchange.Planned || one.State == exchange.Done)
}

// newestImport is the id of the import that was just begun.
func (w *walk) newestImport() int64 {
	var a struct {
		Data struct {
			PlanImport struct{ Job struct{ ID string } }
		}
	}
	_ = json.Unmarshal(w.answered, &a)
	id, err := scalar.UnmarshalID(a.Data.PlanImport.Job.ID)
	if err != nil {
		return 0
	}
	return id
}
