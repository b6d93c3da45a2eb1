package search_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/graph/schema"
	"sineng/server/account"
	"sineng/server/meeting"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/rulebook"
	"sineng/server/store"
	"sineng/server/testkit"
)

// filter asks a list of the API for a text and gives what its rows are called.
type filter func(context.Context, *testkit.DB, string) ([]string, error)

func filterOf[T any](ask func(*testkit.DB, context.Context, string, store.Page) (*store.Slice[T], error), name func(T) string) filter {
	return func(ctx context.Context, db *testkit.DB, text string) ([]string, error) {
		page, err := ask(db, ctx, text, store.Page{First: 100})
		if err != nil {
			return nil, err
		}
		var out []string
		for _, row := range page.Rows {
			out = append(out, name(row))
		}
		return out, nil
	}
}

// filters are the lists of the API that are narrowed by a text, by their root field. riskRows narrows
// by the filter of riskPoints.
var filters = map[string]filter{
	"units": filterOf(func(db *testkit.DB, ctx context.Context, text string, p store.Page) (*store.Slice[*ent.Unit], error) {
		return db.Org.Units(ctx, org.UnitFilter{Text: &text}, p, nil)
	}, func(u *ent.Unit) string { return u.Code + " " + u.Name }),
	"posts": filterOf(func(db *testkit.DB, ctx context.Context, text string, p store.Page) (*store.Slice[*ent.Post], error) {
		return db.Org.Posts(ctx, org.PostFilter{Text: &text}, p, nil)
	}, func(n *ent.Post) string { return n.Name }),
	"people": filterOf(func(db *testkit.DB, ctx context.Context, text string, p store.Page) (*store.Slice[*ent.Person], error) {
		return db.Org.People(ctx, org.PersonFilter{Text: &text}, p, nil)
	}, func(n *ent.Person) string { return n.Name }),
	"powers": filterOf(func(db *testkit.DB, ctx context.Context, text string, p store.Page) (*store.Slice[*ent.Power], error) {
		return db.Register.Powers(ctx, register.PowerFilter{Text: &text}, p, nil)
	}, func(n *ent.Power) string { return n.Name }),
	"riskPoints": filterOf(func(db *testkit.DB, ctx context.Context, text string, p store.Page) (*store.Slice[*ent.RiskPoint], error) {
		return db.Register.RiskPoints(ctx, register.RiskFilter{Text: &text}, nil, p, nil)
	}, func(n *ent.RiskPoint) string { return n.Title }),
	"measures": filterOf(func(db *testkit.DB, ctx context.Context, text string, p store.Page) (*store.Slice[*ent.Measure], error) {
		return db.Register.Measures(ctx, register.MeasureFilter{Text: &text}, p, nil)
	}, func(n *ent.Measure) string { return n.Content }),
	"meetings": filterOf(func(db *testkit.DB, ctx context.Context, text string, p store.Page) (*store.Slice[*ent.Meeting], error) {
		return db.Meetings.Meetings(ctx, meeting.Filter{Text: &text}, p, nil)
	}, func(n *ent.Meeting) string { return n.Title }),
	"rulesDocuments": filterOf(func(db *testkit.DB, ctx context.Context, text string, p store.Page) (*store.Slice[*ent.RulesDocument], error) {
		return rulebook.New(db.Store).List(ctx, rulebook.Filter{Text: &text}, p, nil)
	}, func(n *ent.RulesDocument) string { return n.Title }),
	"accounts": filterOf(func(db *testkit.DB, ctx context.Context, text string, p store.Page) (*store.Slice[*ent.Account], error) {
		return db.Accounts.List(ctx, text, p, nil)
	}, func(n *ent.Account) string { return n.LoginName }),
}

func TestEveryFilterByTextIsListed(t *testing.T) {
	sdl := gqlparser.MustLoadSchema(&ast.Source{Input: testkit.Must(schema.SDL())(t)})
	for _, f := range sdl.Query.Fields {
		for _, a := range f.Arguments {
			def := sdl.Types[a.Type.Name()]
			by := a.Name == "text" || def.Kind == ast.InputObject && def.Fields.ForName("text") != nil
			reads := f.Name == "readWorkingCalendar" // the text of a notice, which narrows nothing
			if by && filters[f.Name] == nil && f.Name != "riskRows" && !reads {
				t.Errorf("%s is narrowed by a text and not tested", f.Name)
			}
		}
	}
}

// Every list finds what looks the same, on all databases.
func TestEveryFilterFindsTextsThatLookTheSame(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w, ctx := testkit.NewWorld(t, db), testkit.System()
		const name, wide, other = "IT管理A级处⼈⺠甲", "ＩＴ管理Ａ级处人民乙", "信息管理B级处"
		for code, name := range map[string]string{"ＢＪ-01": name, "bj-02": wide, "SH-01": other} {
			u := w.East.Add(t, db, w.East.City, code, name, term.UnitKindDepartment)
			person := w.East.People[len(w.East.People)-1]
			d := meeting.Details{Title: name, HeldOn: db.Today(), Place: "会议室", RecorderID: &person.ID}
			for i, p := range w.East.People[:3] {
				d.Members = append(d.Members, &meeting.MemberInput{PersonID: p.ID, Head: i == 0})
			}
			testkit.Must(db.Meetings.Plan(ctx, meeting.PlanMeeting{UnitID: u.ID, Details: d}))(t)
			testkit.Must(rulebook.New(db.Store).Register(ctx, rulebook.Register{UnitID: u.ID, Title: name, Kind: term.RulesKindRules,
				Edition: &rulebook.EditionDetails{Number: code, From: db.Today().AddDate(0, 0, 1), ReviewWithinDays: 30}}))(t)
			testkit.Must(db.Accounts.Create(ctx, account.NewAccount{LoginName: "login-" + code, Password: "a-long-password-1", PersonID: &person.ID}))(t)
		}
		for _, state := range []string{"without an index", "with one"} {
			if state == "with one" {
				db.Sequence(t)
				if err := index(db).Build(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
			for field, ask := range filters {
				for _, text := range []string{"it", "IT", "ＩＴ", "iT管", "a级", "A级", "ａ级处", "人民", "⼈⺠", "⼈民"} {
					got, err := ask(ctx, db, text)
					if err != nil || len(got) != 2 || slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, other) }) {
						t.Errorf("%s, %s by %q: %q, %v", state, field, text, got, err)
					}
				}
				if got, err := ask(ctx, db, "c级"); err != nil || len(got) > 0 {
					t.Errorf("%s, %s by what is not there: %q, %v", state, field, got, err)
				}
			}
			for field, texts := range map[string][]string{"units": {"bj-", "BJ-0", "ｂｊ－", "bj–0"}, "people": {"n-i", "Ｎ－Ｉ"}, "accounts": {"login-bj", "LOGIN-ＢＪ"}} {
				for _, text := range texts {
					if got, err := filters[field](ctx, db, text); err != nil || len(got) != 2 {
						t.Errorf("%s, %s by %q: %q, %v", state, field, text, got, err)
					}
				}
			}
		}
	})
}
