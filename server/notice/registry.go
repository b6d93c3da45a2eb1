package notice

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/store"
)

// Registry holds what the domains bring.
type Registry struct {
	sources []Source
	kinds   map[term.NoticeKind]Kind
	words   map[string]Word
}

// Collect makes a registry. A kind, a word or a table that two sources bring is an error.
func Collect(sources ...Source) (*Registry, error) {
	r := &Registry{sources: sources, kinds: map[term.NoticeKind]Kind{}, words: map[string]Word{}}
	tables := map[string]bool{}
	for _, s := range sources {
		for _, k := range s.Kinds {
			if _, known := r.kinds[k.Kind]; known {
				return nil, fmt.Errorf("notices of kind %s are brought twice", k.Kind)
			}
			r.kinds[k.Kind] = k
		}
		for name, word := range s.Words {
			if r.words[name] != nil {
				return nil, fmt.Errorf("the word %q of notices is brought twice", name)
			}
			r.words[name] = word
		}
		for table := range s.Seen {
			if tables[table] {
				return nil, fmt.Errorf("who sees rows of %s is brought twice", table)
			}
			tables[table] = true
		}
	}
	return r, nil
}

// Missing are the kinds of notices that nobody brings.
func (r *Registry) Missing() []term.NoticeKind {
	var out []term.NoticeKind
	for _, name := range term.NoticeKind("").Values() {
		if _, known := r.kinds[term.NoticeKind(name)]; !known {
			out = append(out, term.NoticeKind(name))
		}
	}
	return out
}

// Gathers tells whether several notices of a kind that reach an account together are one.
func (r *Registry) Gathers(kind term.NoticeKind) bool { return r.kinds[kind].Many != nil }

// actions are those of the entries that any source answers.
func (r *Registry) actions() []term.AuditAction {
	var out []term.AuditAction
	for _, s := range r.sources {
		for _, a := range s.Answers {
			out = append(out, a.To...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Title is what a notice is about, in a language ("zh" or "en").
func (r *Registry) Title(n *ent.Notice, lang string) string { return n.Kind.Label(lang) }

// placeholder is a word in the text of a kind.
var placeholder = regexp.MustCompile(`\{\w+\}`)

// Text is what a notice says, in a language ("zh" or "en").
func (r *Registry) Text(n *ent.Notice, lang string) string {
	kind := r.kinds[n.Kind]
	zh, en := kind.ZH, kind.EN
	if gathered(n) && kind.Many != nil {
		zh, en = kind.Many.ZH, kind.Many.EN
	}
	text := zh
	if lang == "en" {
		text = en
	}
	return placeholder.ReplaceAllStringFunc(text, func(found string) string {
		return r.word(n, strings.Trim(found, "{}"), lang)
	})
}

// word is how a word of a notice reads. What somebody called a meeting or a unit stays on one
// line of a mail.
func (r *Registry) word(n *ent.Notice, name, lang string) string {
	value := n.Words[name]
	if name == "subject" {
		if value = n.Words["person"]; value == "" {
			value = n.Words["unit"]
		}
	}
	if read := r.words[name]; read != nil && value != "" {
		value = read(value, lang)
	}
	if value = strings.Join(strings.Fields(value), " "); value == "" {
		return "—"
	}
	return value
}

// Path is where the page shows what a notice is about.
func (r *Registry) Path(n *ent.Notice) string {
	kind := r.kinds[n.Kind]
	page, id := kind.Page, store.EncodeID(n.ObjectID)
	switch {
	case kind.Many != nil && gathered(n):
		if page = kind.Many.Page; n.ObjectID == 0 {
			id = ""
		}
	case n.ObjectID == 0:
		return "/notices"
	}
	return strings.ReplaceAll(page, "{id}", id)
}
