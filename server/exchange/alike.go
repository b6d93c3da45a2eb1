package exchange

import (
	"sineng/ent/term/fold"
	"sineng/server/form/wording"
)

// lookup finds objects by a code or name: the one that is written so, else the one that is the same
// folded.
type lookup[T any] struct {
	how    func(string) string
	exact  map[string]T
	folded map[string]T
}

func byCodeAlike[T any]() lookup[T] { return lookup[T]{fold.Code, map[string]T{}, map[string]T{}} }

func byNameAlike[T any]() lookup[T] { return lookup[T]{fold.Text, map[string]T{}, map[string]T{}} }

// find is the object of a code or name, nothing where there is none.
func (a lookup[T]) find(text string) (found T, ok bool) {
	if found, ok = a.exact[text]; ok {
		return found, true
	}
	found, ok = a.folded[a.how(text)]
	return found, ok
}

// know enters an object of the database. Of two that are the same folded, which were there before
// that was refused, the main one is found by other spellings.
func (a lookup[T]) know(text string, it T, main bool) {
	a.exact[text] = it
	if _, there := a.folded[a.how(text)]; main || !there {
		a.folded[a.how(text)] = it
	}
}

// plan enters an object of the file so that attempt can revert it.
func (a lookup[T]) plan(p *planner, text string, it T) {
	if _, there := a.exact[text]; there {
		return
	}
	put(p, a.exact, text, it)
	if _, there := a.folded[a.how(text)]; !there {
		put(p, a.folded, a.how(text), it)
	}
}

// sameCode reports whether two codes or numbers are the same.
func sameCode(a, b string) bool { return a == b || fold.Code(a) == fold.Code(b) }

// sameName reports whether two names of units, posts or people are the same.
func sameName(a, b string) bool { return a == b || fold.Text(a) == fold.Text(b) }

// spelled are those of some objects of the same name that are written so, or all of them where none is.
func spelled[T any](all []T, name string, of func(T) string) []T {
	var exact []T
	for _, it := range all {
		if of(it) == name {
			exact = append(exact, it)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return all
}

// numbered is the one of some objects that a form of ours names with its id, since its name alone
// does not tell it from others; nothing where there is none.
func numbered[T any](all []T, text string, of func(T) (int64, string)) (found T) {
	name, id, ok := wording.NumberOf(text)
	if !ok {
		return found
	}
	for _, it := range all {
		if n, own := of(it); n == id && wording.Called(own, name) {
			return it
		}
	}
	return found
}

// foldAll are the keys of a set, folded.
func foldAll(texts []string, how func(string) string) []string {
	out := make([]string, len(texts))
	for i, s := range texts {
		out[i] = how(s)
	}
	return out
}
