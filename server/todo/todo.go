// Package todo answers what waits for somebody today, in sections that the domains bring.
package todo

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"sineng/server/store"
)

const (
	// Most is how far the things of one section are counted. A source finds one more, to tell
	// that there are more.
	Most = 100
	// mostShown is how many of them are shown.
	mostShown = 5
)

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
	return s.find(ctx, s.sources)
}

// Watched are the entities whose rows decide what waits for somebody; all is true where any row may.
func (s *Service) Watched() (entities []string, all bool) {
	for _, source := range s.sources {
		if source.Find != nil {
			entities = append(entities, source.Rows...)
			all = all || len(source.Rows) == 0
		}
	}
	slices.Sort(entities)
	return slices.Compact(entities), all
}

// Along are the people for whom something may wait since rows of an entity changed, beside those whom
// the rows name and those with a role there.
func (s *Service) Along(ctx context.Context, entity string, ids []int64) ([]int64, error) {
	var out []int64
	for _, source := range s.sources {
		if source.Along == nil || !slices.Contains(source.Rows, entity) {
			continue
		}
		people, err := source.Along(ctx, entity, ids)
		if err != nil {
			return nil, err
		}
		out = append(out, people...)
	}
	return out, nil
}

// Of is what waits for the viewer today in the sections on which rows of some entities bear, and the
// kinds of these sections, found or not.
func (s *Service) Of(ctx context.Context, entities map[string]bool) ([]Kind, []*Section, error) {
	var kinds []Kind
	var of []Source
	for _, source := range s.sources {
		if source.Find != nil && (len(source.Rows) == 0 || slices.ContainsFunc(source.Rows, func(e string) bool { return entities[e] })) {
			kinds, of = append(kinds, source.Kinds...), append(of, source)
		}
	}
	found, err := s.find(ctx, of)
	return kinds, found, err
}

// find asks some sources.
func (s *Service) find(ctx context.Context, of []Source) ([]*Section, error) {
	var out []*Section
	for _, source := range of {
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
