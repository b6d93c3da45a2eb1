// Package todo answers what waits for somebody today, in sections that the domains bring.
package todo

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"sineng/ent/term"
	"sineng/server/store"
)

const (
	// Most is how far the things of one section are counted. A source finds one more, to tell
	// that there are more.
	Most = 100
	// mostShown is how many of them are shown.
	mostShown = 5
)

// Kind is what the things of a section wait for.
type Kind string

// The values of Kind.
const (
	Fill      Kind = "FILL"      // 待我填报
	Review    Kind = "REVIEW"    // 待我审核
	Returned  Kind = "RETURNED"  // 已退回
	DueSoon   Kind = "DUE_SOON"  // 即将到期
	Overdue   Kind = "OVERDUE"   // 已逾期
	Concur    Kind = "CONCUR"    // 待会签
	Meeting   Kind = "MEETING"   // 待参加的会议
	Objection Kind = "OBJECTION" // 待答复的申诉
	Feedback  Kind = "FEEDBACK"  // 待处理的反馈
)

// Kinds are the kinds in the order in which their sections are shown.
var Kinds = []Kind{Fill, Review, Returned, DueSoon, Overdue, Concur, Meeting, Objection, Feedback}

// Section is a kind of things that wait for somebody.
type Section struct {
	Kind Kind
	// Count goes up to Most; More says that there are more.
	Count int
	More  bool
	// Items are the first five, the most pressing first.
	Items []*Item
}

// Item is one thing that waits.
type Item struct {
	ID int64
	// Path is where the page shows it.
	Path string
	// Title is of a meeting or a risk point, for a form of the campaign that asks for it.
	Title     string
	FormKind  *term.FormKind
	FormState *term.FormState
	// Unit and Person are what and whom it is about.
	Unit   string
	Person string
	DueOn  *time.Time

	// UnitID, PersonID and TitleID are of the rows that Unit, Person and Title are taken from for
	// what is shown; 0 for none.
	UnitID, PersonID, TitleID int64
}

// Source is what a domain brings: kinds of sections, or the names of rows.
type Source struct {
	Kinds []Kind
	// Find finds the things of the sections that can be the viewer's, the most pressing first, an
	// empty list where nothing waits; it leaves out the sections that cannot be theirs.
	Find func(ctx context.Context) (map[Kind][]*Item, error)
	// Names gives what rows are called, by their table. They name what is addressed to the viewer,
	// so that they are seen whatever else the viewer sees.
	Names map[string]func(ctx context.Context, ids []int64) (map[int64]string, error)
}

// Service answers what waits for somebody.
type Service struct{ sources []Source }

// New makes the service of what the domains bring. A kind or a table that two bring is an error.
func New(sources ...Source) (*Service, error) {
	kinds, tables := map[Kind]bool{}, map[string]bool{}
	for _, s := range sources {
		for _, k := range s.Kinds {
			if kinds[k] {
				return nil, fmt.Errorf("the section %s of the to-do is brought twice", k)
			}
			kinds[k] = true
		}
		for table := range s.Names {
			if tables[table] {
				return nil, fmt.Errorf("the names of %s are brought twice", table)
			}
			tables[table] = true
		}
	}
	return &Service{sources}, nil
}

// Missing are the kinds of sections that nobody brings.
func (s *Service) Missing() []Kind {
	return slices.DeleteFunc(slices.Clone(Kinds), func(k Kind) bool {
		return slices.ContainsFunc(s.sources, func(s Source) bool { return slices.Contains(s.Kinds, k) })
	})
}

// ToDo is what waits for the viewer today. Sections that cannot be theirs are left out.
func (s *Service) ToDo(ctx context.Context) ([]*Section, error) {
	var out []*Section
	for _, source := range s.sources {
		if source.Find == nil {
			continue
		}
		found, err := source.Find(ctx)
		if err != nil {
			return nil, err
		}
		for kind, items := range found {
			out = append(out, &Section{Kind: kind, Count: min(len(items), Most), More: len(items) > Most, Items: items[:min(len(items), mostShown)]})
		}
	}
	slices.SortFunc(out, func(a, b *Section) int { return cmp.Compare(slices.Index(Kinds, a.Kind), slices.Index(Kinds, b.Kind)) })
	return out, s.name(ctx, out)
}

// name fills in what the units, people and titles of the items are called, in one statement for
// each table.
func (s *Service) name(ctx context.Context, sections []*Section) error {
	ids := map[string][]int64{}
	each := func(do func(id int64, text *string)) {
		for _, section := range sections {
			for _, item := range section.Items {
				do(item.UnitID, &item.Unit)
				do(item.PersonID, &item.Person)
				do(item.TitleID, &item.Title)
			}
		}
	}
	each(func(id int64, _ *string) {
		if id != 0 {
			ids[store.TableOf(id)] = append(ids[store.TableOf(id)], id)
		}
	})
	names := map[int64]string{}
	for _, source := range s.sources {
		for table, name := range source.Names {
			if len(ids[table]) == 0 {
				continue
			}
			called, err := name(ctx, ids[table])
			if err != nil {
				return err
			}
			for id, text := range called {
				names[id] = text
			}
		}
	}
	each(func(id int64, text *string) {
		if id != 0 {
			*text = names[id]
		}
	})
	return nil
}
