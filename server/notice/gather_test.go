package notice_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	entnotice "sineng/ent/notice"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/follow"
	"sineng/server/notice"
	"sineng/server/store"
	"sineng/server/testkit"
	"sineng/server/timer"
)

// raised is a kind of which several read as one.
var raised = notice.Kind{Kind: term.NoticeKindWarningRaised, ZH: "{number}", EN: "{number}", Page: "/warnings/{id}",
	Many: &notice.Many{ZH: "{many} 份,{colour},{due}", EN: "{many}, {colour}, {due}", Page: "/warnings?unit={id}", Words: func(all []map[string]string) map[string]string {
		return map[string]string{"colour": notice.Gravest(all, "colour", term.WarningColour("").Values()), "due": notice.Earliest(all, "due")}
	}}}

// flooded is a service of that kind, of which the notices are made by hand or by entries of units.
type flooded struct {
	t   *testing.T
	db  *testkit.DB
	w   *testkit.World
	s   *notice.Service
	r   *notice.Registry
	a   *ent.Account
	b   *ent.Account
	say func(b *notice.Batch, e follow.Entry)
	day func(b *notice.Batch)
}

func newFlooded(t *testing.T, db *testkit.DB) *flooded {
	t.Helper()
	f := &flooded{t: t, db: db, w: testkit.NewWorld(t, db)}
	account := func(name string) *ent.Account {
		return db.Raw.Client.Account.Create().SetLoginName(name).SetPasswordHash("x").SetCreatedAt(db.Now()).SetUpdatedAt(db.Now()).SaveX(testkit.System())
	}
	f.a, f.b = account("a"), account("b")
	f.r = testkit.Must(notice.Collect(notice.Source{Kinds: []notice.Kind{raised, filed}, Words: map[string]notice.Word{"colour": notice.Label[term.WarningColour]},
		Answers: []notice.Answer{{To: []term.AuditAction{term.AuditActionUpdateUnit}, With: func(_ context.Context, b *notice.Batch, entries []follow.Entry) error {
			for _, e := range entries {
				f.say(b, e)
			}
			return nil
		}}},
		Clocks: []notice.Clock{{Kind: "notice.test", Back: 31, With: func(_ context.Context, b *notice.Batch, _ *timer.Item) error {
			f.day(b)
			return nil
		}}}}))(t)
	f.s = notice.New(db.Store, f.r, notice.Options{})
	return f
}

// warned is a notice on an object.
func (f *flooded) warned(object int, colour term.WarningColour, due string, at *ent.Unit, more ...any) notice.Notice {
	return notice.Notice{Kind: raised.Kind, Object: int64(object), Key: notice.Key("w", int64(object), more...), At: at.Levels(),
		Words: map[string]string{"number": fmt.Sprint(object, more), "colour": string(colour), "due": due}}
}

func (f *flooded) write(do func(b *notice.Batch)) {
	f.t.Helper()
	err := f.s.Write(testkit.System(), func(_ context.Context, b *notice.Batch) error {
		do(b)
		return nil
	})
	if err != nil {
		f.t.Fatal(err)
	}
}

// texts are what an account was told, with where it leads, the earliest first.
func (f *flooded) texts(a *ent.Account) []string {
	var out []string
	for _, n := range f.db.Client.Notice.Query().Where(entnotice.AccountID(a.ID)).Order(entnotice.ByID()).AllX(testkit.System()) {
		out = append(out, f.r.Text(n, "en")+" "+f.r.Path(n))
	}
	return out
}

func (f *flooded) told(what string, a *ent.Account, want ...string) {
	f.t.Helper()
	if got := f.texts(a); !slices.Equal(got, want) {
		f.t.Errorf("%s: %s is told %q, want %q", what, a.LoginName, got, want)
	}
}

func TestSeveralNoticesOfAKindForOneAccountAreOne(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		f := newFlooded(t, db)
		e := f.w.East
		city := store.EncodeID(e.City.ID)
		f.write(func(b *notice.Batch) {
			b.Notify([]int64{f.a.ID, f.b.ID}, f.warned(1, term.WarningColourYellow, "2026-03-09", e.Department))
			b.Notify([]int64{f.a.ID}, f.warned(2, term.WarningColourRed, "2026-03-11", e.City))
			b.Notify([]int64{f.a.ID}, f.warned(3, term.WarningColourOrange, "", e.Department))
			b.Notify([]int64{f.a.ID}, notice.Notice{Kind: filed.Kind, Key: "filed", Words: map[string]string{"unit": "许可科", "form": "x"}})
			b.Notify([]int64{f.a.ID}, notice.Notice{Kind: filed.Kind, Key: "filed too", Words: map[string]string{"unit": "许可科", "form": "y"}})
		})
		first := "3, Red, 2026-03-09 /warnings?unit=" + city
		forms := []string{"x of 许可科 was filed /notices", "y of 许可科 was filed /notices"}
		// Those of other kinds stay apart, and one by itself leads to its page.
		f.told("three and two", f.a, append(forms, first)...)
		f.told("one", f.b, "1 [] /warnings/s1")
		// Said once more, cut otherwise, nothing is told again but what is new.
		for _, objects := range [][]int{{1}, {2, 3}, {1, 2, 3}} {
			f.write(func(b *notice.Batch) {
				for _, o := range objects {
					b.Notify([]int64{f.a.ID}, f.warned(o, term.WarningColourRed, "2026-03-11", e.City))
				}
			})
		}
		f.told("the same again", f.a, append(forms, first)...)
		f.write(func(b *notice.Batch) {
			for o := range 5 {
				b.Notify([]int64{f.b.ID}, f.warned(o, term.WarningColourRed, "2026-03-11", []*ent.Unit{e.City, f.w.West.City}[o%2]))
			}
		})
		f.told("four more, of two provinces", f.b, "1 [] /warnings/s1", "4, Red, 2026-03-11 /warnings?unit=")
	})
}

func TestSeveralNoticesOnOneThingAreTheLastOfThem(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		f := newFlooded(t, db)
		twice := func(b *notice.Batch) {
			b.Notify([]int64{f.a.ID}, f.warned(7, term.WarningColourYellow, "2026-03-09", f.w.East.City, 1))
			b.Notify([]int64{f.a.ID}, f.warned(7, term.WarningColourRed, "2026-03-09", f.w.East.City, 2))
		}
		for range 2 {
			f.write(twice)
		}
		f.told("raised and made graver", f.a, "7 [2] /warnings/s7")
		f.write(func(b *notice.Batch) {
			b.Notify([]int64{f.a.ID}, f.warned(7, term.WarningColourYellow, "2026-03-09", f.w.East.City, 1))
		})
		f.told("the first of them again", f.a, "7 [2] /warnings/s7")
		f.write(func(b *notice.Batch) {
			twice(b)
			b.Notify([]int64{f.a.ID}, f.warned(8, term.WarningColourYellow, "2026-03-09", f.w.East.City, 1))
			b.Notify([]int64{f.a.ID}, f.warned(8, term.WarningColourOrange, "2026-03-08", f.w.East.City, 2))
			b.Notify([]int64{f.a.ID}, f.warned(9, term.WarningColourYellow, "2026-03-10", f.w.East.City, 1))
		})
		f.told("two more, one of them twice", f.a, "7 [2] /warnings/s7", "2, Orange, 2026-03-08 /warnings?unit="+store.EncodeID(f.w.East.City.ID))
	})
}

// Entries that are followed again, whatever is in one batch with what, tell of nothing again; neither do two servers.
func TestALogThatIsFollowedAgainTellsOfNothingAgain(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		f := newFlooded(t, db)
		ctx, n := testkit.System(), 0
		f.say = func(b *notice.Batch, e follow.Entry) {
			b.Notify([]int64{f.a.ID}, f.warned(int(e.Index), term.WarningColourRed, "2026-03-11", f.w.East.City))
		}
		other := notice.New(db.Store, f.r, notice.Options{})
		entry := func() {
			n++
			_, err := audit.Write(ctx, db.Store, audit.Event{Action: term.AuditActionUpdateUnit}, func(ctx context.Context, tx *ent.Tx) (*ent.Unit, error) {
				return tx.Unit.UpdateOneID(f.w.East.Unit.ID).SetName(fmt.Sprint("改", n)).Save(ctx)
			})
			if err != nil {
				t.Fatal(err)
			}
			testkit.Must(audit.Sequence(ctx, db.Store))(t)
		}
		testkit.Must(audit.Sequence(ctx, db.Store))(t)
		if err := f.s.Begin(ctx); err != nil {
			t.Fatal(err)
		}
		pass := func() {
			t.Helper()
			for _, s := range []*notice.Service{f.s, other} {
				if err := s.Follow(ctx); err != nil {
					t.Fatal(err)
				}
			}
		}
		begun := db.Client.LogCursor.Query().OnlyX(ctx).Next
		entry()
		pass()
		for range 3 {
			entry()
		}
		pass()
		entry()
		entry()
		pass()
		if got := f.texts(f.a); len(got) != 3 || !strings.HasPrefix(got[1], "3, ") || !strings.HasPrefix(got[2], "2, ") {
			t.Errorf("six entries in three batches tell %q", got)
		}
		before := f.texts(f.a)
		db.Clock.Forward(3 * 24 * time.Hour)
		db.Raw.Client.LogCursor.Update().SetNext(begun).ExecX(ctx)
		pass()
		f.told("followed again, all in one batch", f.a, before...)
	})
}

func TestWhatAClockFindsDailyIsToldOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		f := newFlooded(t, db)
		late := map[int]bool{}
		f.day = func(b *notice.Batch) {
			for _, o := range slices.Sorted(maps.Keys(late)) {
				b.Notify([]int64{f.a.ID}, f.warned(o, term.WarningColourRed, "2026-03-11", f.w.East.City))
			}
		}
		var want []string
		city := store.EncodeID(f.w.East.City.ID)
		for day, more := range [][]int{{1, 2, 3}, {}, {4}, {5, 6}} {
			for _, o := range more {
				late[o] = true
			}
			testkit.Fire(t, db, f.s.Timers()...)
			switch len(more) {
			case 0:
			case 1:
				want = append(want, fmt.Sprintf("%d [] /warnings/s%d", more[0], more[0]))
			default:
				want = append(want, fmt.Sprintf("%d, Red, 2026-03-11 /warnings?unit=%s", len(more), city))
			}
			f.told(fmt.Sprint("on day ", day), f.a, want...)
			db.Clock.Forward(9 * 24 * time.Hour)
		}
	})
}

// Who is notified of many things is read together.
func TestHoldersOfManyUnitsAreReadTogether(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		f := newFlooded(t, db)
		var units []authz.Levels
		for _, p := range []*testkit.Province{f.w.East, f.w.West} {
			units = append(units, p.Unit.Levels(), p.City.Levels(), p.Department.Levels())
		}
		for i, person := range []*ent.Person{f.w.East.People[2], f.w.West.People[2]} {
			db.Raw.Client.Account.Create().SetLoginName(fmt.Sprint("head", i)).SetPasswordHash("x").SetPersonID(person.ID).SetCreatedAt(db.Now()).SetUpdatedAt(db.Now()).ExecX(testkit.System())
		}
		roles := []term.Role{term.RoleDeptHead, term.RoleInspector}
		apart := map[string][]int64{}
		all := func(ctx context.Context, b *notice.Batch, found map[string][]int64) error {
			for _, at := range units {
				for _, role := range roles {
					got, err := b.Holders(ctx, role, at)
					if err != nil {
						return err
					}
					found[fmt.Sprint(at, role)] = got
				}
			}
			return nil
		}
		read := func(do func(ctx context.Context, b *notice.Batch) error) {
			if err := f.s.Write(testkit.System(), do); err != nil {
				t.Fatal(err)
			}
		}
		read(func(ctx context.Context, b *notice.Batch) error { return all(ctx, b, apart) })
		read(func(ctx context.Context, b *notice.Batch) error {
			db.Statements.Reset()
			if err := b.ReadHolders(ctx, append(units, units...), roles...); err != nil {
				return err
			}
			together := map[string][]int64{}
			if err := all(ctx, b, together); err != nil {
				return err
			}
			if n := db.Statements.Inside(); n > 3 {
				t.Errorf("it takes %d statements", n)
			}
			if !maps.EqualFunc(together, apart, slices.Equal) || len(slices.Concat(slices.Collect(maps.Values(apart))...)) == 0 {
				t.Errorf("together %v hold them, one by one %v", together, apart)
			}
			return nil
		})
	})
}
