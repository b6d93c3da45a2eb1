package search_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/searchblock"
	"sineng/ent/searchprogress"
	"sineng/ent/term"
	"sineng/ent/term/fold"
	"sineng/ent/viewer"
	"sineng/server/account"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/rulebook"
	"sineng/server/search"
	"sineng/server/store"
	"sineng/server/testkit"
)

// index is the index of all that domains bring.
func index(db *testkit.DB) *search.Service {
	return search.New(db.Store, slices.Concat(db.Accounts.Texts(), db.Org.Texts(), db.Register.Texts(), db.Meetings.Texts(), rulebook.New(db.Store).Texts())...)
}

// asked are texts to look for: of one, two and more characters, with letters in both cases, with
// what is special in a pattern, and some that no row contains.
var asked = []string{"收", "收受", "收受好处", "受好", "违规审批", "规审", "东", "A", "a级", "A级", "xY", "Xy-9", "%", "_", "100%", "1.5", "[a]", `\`, "|", "é", "É", "没有这样的", "处违", "好处违规",
	"ａ级", "ＸＹ－９", "xy–9", "人民法院", "⼈⺠法", "民", "郎", "(试行)", "（试", "[", "]", "^", "^x", "-", "*", "?", "1.5倍*", "\"三重一大\"", "二○一三", "张 三", strings.Repeat("一", 300)}

// titles are those of the risk points.
var titles = []string{"东收受好处", "A级风险收受", "B级风险", "ａ级", "XY-9号令", "xy-9", "100%返还", "1005返还", "1.5倍", "1x5倍", `反\斜`, "竖|线", "[A]类", "É", "é", "𠮷某",
	"⼈⺠法院", "⼈民法院", "人民法院经费", "\uf92c某", "郎某", "（试行）", "(试行)", "ＸＹ－９号", "a]b", "^x", "星*号?", "“三重一大”", "二〇一三", "张　三", strings.Repeat("⼀", 290) + "处"}

// contains says what a text is contained in: characters that fold to the same are equal.
func contains(whole, part string) bool { return strings.Contains(fold.Runes(whole), fold.Runes(part)) }

func record(t *testing.T, db *testkit.DB, u *ent.Unit, title string) *ent.RiskPoint {
	t.Helper()
	return testkit.Must(db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: u.ID, Details: testkit.RiskDetails("", func(d *register.RiskDetails) {
		d.Title = title
	}), Assessment: &testkit.Minor}))(t).Unwrap()
}

func list(t *testing.T, ctx context.Context, db *testkit.DB, text string) []string {
	t.Helper()
	page := testkit.Must(db.Register.RiskPoints(ctx, register.RiskFilter{Text: &text}, nil, store.Page{First: 100}, nil))(t)
	var out []string
	for _, r := range page.Rows {
		out = append(out, r.Title)
	}
	if n := testkit.Must(page.Count(ctx))(t); n != len(out) {
		t.Errorf("%q: %d are counted, %d listed", text, n, len(out))
	}
	slices.Sort(out)
	return out
}

// Whatever state the index is in, the answers are the same on all databases.
func TestTheIndexChangesNoAnswer(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w, ctx := testkit.NewWorld(t, db), testkit.As(term.RolePrincipalLeader, nil)
		s := index(db)
		present := map[int64]string{}
		for i, title := range titles {
			u := []*ent.Unit{w.East.Department, w.West.City}[i%2]
			r := record(t, db, u, title)
			present[r.ID] = title
		}
		for _, p := range []*testkit.Province{w.East, w.West} {
			for _, r := range p.Risks {
				present[r.ID] = r.Title
			}
		}
		check := func(when string) {
			t.Helper()
			for _, text := range asked {
				var want []string
				for _, title := range present {
					if contains(title, text) || contains("违规审批", text) {
						want = append(want, title)
					}
				}
				slices.Sort(want)
				if got := list(t, ctx, db, text); !slices.Equal(got, want) {
					t.Errorf("%s, %q: %q, want %q", when, text, got, want)
				}
			}
		}
		check("without an index")
		if err := s.Build(t.Context()); err != nil {
			t.Fatal(err)
		}
		check("built, everything in the inbox of the log")
		db.Sequence(t)
		check("built, everything in the log")
		if err := s.Follow(t.Context()); err != nil {
			t.Fatal(err)
		}
		narrowed(t, db, ctx)
		check("followed")
		added := record(t, db, w.East.Department, "刚刚写下的收受A级")
		present[added.ID] = added.Title
		revised := w.East.Risks[0]
		revised = testkit.Must(db.Client.RiskPoint.Get(testkit.System(), revised.ID))(t)
		testkit.Must(db.Register.ReviseRiskPoint(testkit.System(), register.ReviseRiskPoint{ID: revised.ID, ExpectedVersion: revised.Version,
			Details: testkit.RiskDetails("", func(d *register.RiskDetails) { d.Title = "改写为XY-9" })}))(t)
		present[revised.ID] = "改写为XY-9"
		check("after a change in the inbox")
		db.Sequence(t)
		check("after a change in the log")
		if err := s.Follow(t.Context()); err != nil {
			t.Fatal(err)
		}
		check("after the index followed it")
		agrees(t, db, s)
		if err := s.Rebuild(t.Context()); err != nil {
			t.Fatal(err)
		}
		check("built anew")
		agrees(t, db, s)
	})
}

// narrowed checks that a list by a text names the rows it looks at.
func narrowed(t *testing.T, db *testkit.DB, ctx context.Context) {
	t.Helper()
	db.Statements.Reset()
	list(t, ctx, db, "XY-9")
	if !slices.ContainsFunc(db.Statements.Seen(), func(q string) bool { return strings.Contains(q, "risk_points`.`id` IN (") }) {
		t.Errorf("the list was not narrowed: %q", db.Statements.Seen())
	}
}

func agrees(t *testing.T, db *testkit.DB, s *search.Service) {
	t.Helper()
	for _, f := range testkit.Must(s.Check(testkit.System(), db.Client))(t) {
		t.Errorf("the index is wrong: %+v", f)
	}
}

// A row that holds several words in one column is found by each of them.
func TestARiskPointIsFoundByEachOfItsTypes(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w, ctx := testkit.NewWorld(t, db), testkit.As(term.RolePrincipalLeader, nil)
		s := index(db)
		for title, types := range map[string]term.RiskTypes{"甲": "MORAL,PROCESS", "乙": "PROCESS", "丙": "UNCLASSIFIED", "丁": "MORAL,INSTITUTION,DUTY,ENVIRONMENT,PROCESS"} {
			testkit.Must(db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: w.East.City.ID, Assessment: &testkit.Minor,
				Details: testkit.RiskDetails("", func(d *register.RiskDetails) {
					d.Title, d.Manifestation, d.RiskTypes = title, "各类各样", types.List()
				})}))(t)
		}
		db.Sequence(t)
		if err := s.Build(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := s.Follow(t.Context()); err != nil {
			t.Fatal(err)
		}
		text := "各类各样"
		for of, want := range map[term.RiskType]string{term.RiskTypeProcess: "丁乙甲", term.RiskTypeMoral: "丁甲", term.RiskTypeUnclassified: "丙", term.RiskTypeEnvironment: "丁"} {
			db.Statements.Reset()
			page := testkit.Must(db.Register.RiskPoints(ctx, register.RiskFilter{Text: &text, RiskTypes: []term.RiskType{of}}, nil, store.Page{First: 10}, nil))(t)
			var got []string
			for _, r := range page.Rows {
				got = append(got, r.Title)
			}
			slices.Sort(got)
			if strings.Join(got, "") != want {
				t.Errorf("%s: %q, want %s", of, got, want)
			}
			if !slices.ContainsFunc(db.Statements.Seen(), func(q string) bool { return strings.Contains(q, "risk_points`.`id` IN (") }) {
				t.Errorf("%s: the list was not narrowed", of)
			}
		}
		agrees(t, db, s)
	})
}

func TestATextIsFoundInTheViewersScopeAlone(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		record(t, db, w.East.Department, "围标串标一")
		record(t, db, w.West.Department, "围标串标二")
		s := index(db)
		if err := s.Build(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := list(t, testkit.As(term.RolePrincipalLeader, w.West.Unit), db, "围标"); !slices.Equal(got, []string{"围标串标二"}) {
			t.Errorf("the leader of one province finds %q", got)
		}
	})
}

func TestOtherListsFindByTheirTexts(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w, ctx := testkit.NewWorld(t, db), testkit.As(term.RolePrincipalLeader, nil)
		testkit.Must(db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: w.East.City.ID, Name: "欧阳重庆", JobTitle: "科员"}))(t)
		s := index(db)
		names := func(text string) (out []string) {
			for _, p := range testkit.Must(db.Org.People(ctx, org.PersonFilter{Text: &text}, store.Page{First: 50}, nil))(t).Rows {
				out = append(out, p.Name)
			}
			return out
		}
		units := func(text string) int {
			return len(testkit.Must(db.Org.Units(ctx, org.UnitFilter{Text: &text}, store.Page{First: 50}, nil))(t).Rows)
		}
		for _, indexed := range []bool{false, true} {
			if indexed {
				if err := s.Build(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
			for _, text := range []string{"欧", "阳重", "欧阳重庆", "oycq", "OYZQ", "ycq", "ouyang", "ouyangchongqing", "ouyangZhongqing", "阳 "} {
				if got := names(text); !slices.Equal(got, []string{"欧阳重庆"}) {
					t.Errorf("indexed %v: people by %q: %q", indexed, text, got)
				}
			}
			if got := names("N-东0"); !slices.Equal(got, []string{"东0人"}) {
				t.Errorf("people by their number: %q", got)
			}
			if got := names("-东0"); len(got) != 0 {
				t.Errorf("people by the middle of their number: %q", got)
			}
			for text, want := range map[string]int{"许可": 2, "E1": 2, "e1": 2, "1": 0, "dsj": 2, "xuke": 2} {
				if got := units(text); got != want {
					t.Errorf("indexed %v: %d units by %q, want %d", indexed, got, text, want)
				}
			}
			text := "双人复核"
			if got := testkit.Must(db.Register.Measures(ctx, register.MeasureFilter{Text: &text}, store.Page{First: 50}, nil))(t); len(got.Rows) != 6 {
				t.Errorf("indexed %v: %d measures", indexed, len(got.Rows))
			}
			text = "0许可"
			if got := testkit.Must(db.Register.Powers(ctx, register.PowerFilter{Text: &text, Types: []term.PowerType{term.PowerTypeLicensing}}, store.Page{First: 50}, nil))(t); len(got.Rows) != 2 {
				t.Errorf("indexed %v: %d powers", indexed, len(got.Rows))
			}
			text = "东1"
			if got := testkit.Must(db.Org.Posts(ctx, org.PostFilter{Text: &text}, store.Page{First: 50}, nil))(t); len(got.Rows) != 1 {
				t.Errorf("indexed %v: %d posts", indexed, len(got.Rows))
			}
		}
	})
}

// What is erased leaves no gram behind.
func TestAnErasedNameLeavesTheIndex(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		p := testkit.Must(db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: w.East.City.ID, Name: "欧阳龘", JobTitle: "科员"}))(t)
		a := testkit.Must(db.Accounts.Create(testkit.System(), account.NewAccount{LoginName: "ouyang", Password: "a-long-password-1", PersonID: &p.ID}))(t)
		testkit.Must(db.Accounts.Disable(testkit.System(), a.ID, "调离"))(t)
		s := index(db)
		if err := s.Build(t.Context()); err != nil {
			t.Fatal(err)
		}
		db.Sequence(t)
		if err := s.Follow(t.Context()); err != nil {
			t.Fatal(err)
		}
		before := grams(t, db)
		if _, _, err := db.Accounts.EraseTexts(testkit.As(term.RoleSystemAdmin, nil), p.ID, "本人申请"); err != nil {
			t.Fatal(err)
		}
		db.Sequence(t)
		if err := s.Follow(t.Context()); err != nil {
			t.Fatal(err)
		}
		agrees(t, db, s)
		// 欧 阳 龘 and their two pairs stood in this name alone.
		if after := grams(t, db); after >= before {
			t.Errorf("%d sets before, %d after", before, after)
		}
	})
}

func grams(t *testing.T, db *testkit.DB) int {
	return testkit.Must(db.Client.SearchBlock.Query().Count(testkit.System()))(t)
}

func TestAChangedIndexIsFound(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		s := index(db)
		if err := s.Build(t.Context()); err != nil {
			t.Fatal(err)
		}
		db.Sequence(t)
		if err := s.Follow(t.Context()); err != nil {
			t.Fatal(err)
		}
		agrees(t, db, s)
		one := db.Raw.Client.SearchBlock.Query().Order(searchblock.ByID()).FirstX(testkit.System())
		for what, change := range map[string]func(){
			"a set is emptied": func() { db.Raw.Client.SearchBlock.UpdateOne(one).SetMembers([]byte{9}).ExecX(testkit.System()) },
			"a set is gone":    func() { db.Raw.Client.SearchBlock.DeleteOne(one).ExecX(testkit.System()) },
			"a set is added":   func() { db.Raw.Client.SearchBlock.Create().SetID(5).SetMembers([]byte{1}).ExecX(testkit.System()) },
		} {
			change()
			if len(testkit.Must(s.Check(testkit.System(), db.Client))(t)) == 0 {
				t.Errorf("%s and not found", what)
			}
			if err := s.Rebuild(t.Context()); err != nil {
				t.Fatal(err)
			}
			agrees(t, db, s)
		}
		_ = w
	})
}

func TestAnotherProgramsIndexIsBuiltAnew(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	if err := search.New(db.Store, db.Org.Texts()...).Build(t.Context()); err != nil {
		t.Fatal(err)
	}
	before := testkit.Must(db.Client.SearchProgress.Query().Select(searchprogress.FieldShape).String(testkit.System()))(t)
	s := index(db)
	if err := s.Build(t.Context()); err != nil {
		t.Fatal(err)
	}
	if now := testkit.Must(db.Client.SearchProgress.Query().Select(searchprogress.FieldShape).String(testkit.System()))(t); now == before {
		t.Errorf("the index of other texts stayed: %s", now)
	}
	agrees(t, db, s)
	_ = w
}

// What an import under way brings is neither found nor in the index before it is shown.
func TestWhatIsStagedIsNotFound(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		s := index(db)
		ctx := testkit.As(term.RolePrincipalLeader, nil)
		now := db.Now()
		staged := db.Raw.Client.StagedImport.Create().SetBegunAt(now).SetAliveUntil(now).SetFirsts(map[string]int64{}).SaveX(testkit.System())
		in := viewer.WithImport(testkit.System(), staged.ID)
		testkit.Must(db.Register.RecordRiskPoint(in, register.RecordRiskPoint{UnitID: w.East.City.ID, Details: testkit.RiskDetails("", func(d *register.RiskDetails) {
			d.Title = "导入的龘"
		}), Assessment: &testkit.Minor}))(t)
		if err := s.Build(t.Context()); err != nil {
			t.Fatal(err)
		}
		agrees(t, db, s)
		if got := list(t, ctx, db, "龘"); len(got) != 0 {
			t.Errorf("found before it is shown: %q", got)
		}
		db.Raw.Client.StagedImport.DeleteOne(staged).ExecX(testkit.System())
		if got := list(t, ctx, db, "龘"); len(got) != 1 {
			t.Errorf("not found once it is shown: %q", got)
		}
		db.Sequence(t)
		if err := s.Follow(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := list(t, ctx, db, "龘"); len(got) != 1 {
			t.Errorf("not found once the index has followed: %q", got)
		}
		agrees(t, db, s)
	})
}
