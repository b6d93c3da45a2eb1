package guard

import (
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"sineng/server/fault"
)

// Limits bound the form of a document after expanding its fragments. They are
// checked between parsing and validation, since the cost of some validation
// rules grows with the square of the document.
type Limits struct {
	Tokens             int // of the text
	Operations         int // of the document
	Fragments          int // of the document
	Depth              int // nesting of fields
	IntrospectionDepth int // the same below __schema and __type, whose types are nested
	Fields             int
	Aliases            int
	Directives         int
	Spreads            int
	Duplicates         int // of one response key in one place
	Repetitions        int // of all keys in their places together; validation compares them in pairs
}

// Free are the limits of any document, Trusted those of the page's own, which
// may be longer.
var (
	Free    = Limits{Tokens: 1000, Operations: 10, Fragments: 50, Depth: 12, IntrospectionDepth: 20, Fields: 2000, Aliases: 50, Directives: 20, Spreads: 200, Duplicates: 20, Repetitions: 100}
	Trusted = func() Limits { l := Free; l.Tokens = 4000; return l }()
)

// most is where counting stops, since nested fragments can double a count
// each.
const most = 1 << 30

func add(a, b int) int { return min(a+b, most) }

// shape is the form of a selection.
type shape struct {
	depth, introspection                 int
	fields, aliases, directives, spreads int
	keys                                 map[string]int // how often each response key occurs in this place
	duplicates                           int            // the most of one key anywhere below
	repetitions                          int
}

// surveyor measures a document, each fragment once.
type surveyor struct {
	doc      *ast.QueryDocument
	measured map[string]*shape
	open     map[string]bool // fragments being measured
	circular string
}

// Check refuses a document that is too large, too deep or circular.
func (l Limits) Check(doc *ast.QueryDocument) error {
	if err := l.within("TOO_MANY_OPERATIONS", "操作", "operations", len(doc.Operations), l.Operations); err != nil {
		return err
	}
	if err := l.within("TOO_MANY_FRAGMENTS", "片段", "fragments", len(doc.Fragments), l.Fragments); err != nil {
		return err
	}
	s := &surveyor{doc: doc, measured: map[string]*shape{}, open: map[string]bool{}}
	// Unused fragments are validated too.
	shapes := make([]*shape, 0, len(doc.Operations)+len(doc.Fragments))
	for _, f := range doc.Fragments {
		m := s.fragment(f.Name)
		if strings.HasPrefix(f.TypeCondition, "__") {
			of := *m
			of.depth, of.introspection = 0, m.depth
			m = &of
		}
		shapes = append(shapes, m)
	}
	for _, o := range doc.Operations {
		m := s.selection(o.SelectionSet)
		m.directives = add(m.directives, len(o.Directives))
		for _, v := range o.VariableDefinitions {
			m.directives = add(m.directives, len(v.Directives))
		}
		shapes = append(shapes, m)
	}
	if s.circular != "" {
		return fault.Bad("", "CIRCULAR_FRAGMENT", "查询的片段互相循环引用", "The fragments of the query lead back to themselves")
	}
	for _, m := range shapes {
		if err := l.allow(m); err != nil {
			return err
		}
	}
	return nil
}

func (l Limits) allow(m *shape) error {
	for _, bound := range []struct {
		reason, zh, en string
		found, allowed int
	}{
		{"TOO_DEEP", "嵌套层级", "levels", m.depth, l.Depth},
		{"TOO_DEEP", "嵌套层级", "levels", m.introspection, l.IntrospectionDepth},
		{"TOO_MANY_FIELDS", "字段", "fields", m.fields, l.Fields},
		{"TOO_MANY_ALIASES", "别名", "aliases", m.aliases, l.Aliases},
		{"TOO_MANY_DIRECTIVES", "指令", "directives", m.directives, l.Directives},
		{"TOO_MANY_SPREADS", "片段引用", "fragment spreads", m.spreads, l.Spreads},
		{"TOO_MANY_DUPLICATES", "重复字段", "repetitions of a field", m.duplicates, l.Duplicates},
		{"TOO_MANY_DUPLICATES", "重复字段", "repetitions of fields", m.repetitions, l.Repetitions},
	} {
		if err := l.within(bound.reason, bound.zh, bound.en, bound.found, bound.allowed); err != nil {
			return err
		}
	}
	return nil
}

func (Limits) within(reason, zh, en string, found, allowed int) error {
	if found <= allowed {
		return nil
	}
	return fault.Bad("", reason, fmt.Sprintf("查询的%s过多,上限为 %d", zh, allowed), fmt.Sprintf("The query has too many %s; %d are allowed", en, allowed))
}

func (s *surveyor) selection(set ast.SelectionSet) *shape {
	m := &shape{keys: map[string]int{}}
	for _, one := range set {
		switch one := one.(type) {
		case *ast.Field:
			s.field(m, one)
		case *ast.InlineFragment:
			m.directives = add(m.directives, len(one.Directives))
			m.join(s.selection(one.SelectionSet))
		case *ast.FragmentSpread:
			m.directives = add(m.directives, len(one.Directives))
			m.spreads = add(m.spreads, 1)
			m.join(s.fragment(one.Name))
		}
	}
	for _, n := range m.keys {
		m.duplicates = max(m.duplicates, n)
		m.repetitions = add(m.repetitions, n-1)
	}
	return m
}

func (s *surveyor) field(m *shape, f *ast.Field) {
	below := s.selection(f.SelectionSet)
	if f.Name == "__schema" || f.Name == "__type" {
		m.introspection = max(m.introspection, below.depth+1)
	} else {
		m.depth = max(m.depth, below.depth+1)
	}
	if below.introspection > 0 {
		m.introspection = max(m.introspection, below.introspection+1)
	}
	key := f.Alias
	if key == "" {
		key = f.Name
	}
	if key != f.Name {
		m.aliases = add(m.aliases, 1)
	}
	m.keys[key] = add(m.keys[key], 1)
	m.fields = add(m.fields, 1)
	m.directives = add(m.directives, len(f.Directives))
	m.count(below)
}

// fragment returns the form of a fragment, measured once however often it is
// used. An undefined one is left to validation.
func (s *surveyor) fragment(name string) *shape {
	if m := s.measured[name]; m != nil {
		return m
	}
	f := s.doc.Fragments.ForName(name)
	if f == nil {
		return &shape{}
	}
	if s.open[name] {
		s.circular = name
		return &shape{}
	}
	s.open[name] = true
	m := s.selection(f.SelectionSet)
	m.directives = add(m.directives, len(f.Directives))
	delete(s.open, name)
	s.measured[name] = m
	return m
}

// join adds another selection in the same place.
func (m *shape) join(other *shape) {
	m.depth, m.introspection = max(m.depth, other.depth), max(m.introspection, other.introspection)
	for key, n := range other.keys {
		m.keys[key] = add(m.keys[key], n)
	}
	m.count(other)
}

// count adds the counts that do not depend on the place.
func (m *shape) count(other *shape) {
	m.fields, m.aliases = add(m.fields, other.fields), add(m.aliases, other.aliases)
	m.directives, m.spreads = add(m.directives, other.directives), add(m.spreads, other.spreads)
	m.duplicates, m.repetitions = max(m.duplicates, other.duplicates), add(m.repetitions, other.repetitions)
}
