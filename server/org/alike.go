package org

import (
	"sineng/ent"
	"sineng/ent/person"
	"sineng/ent/post"
	"sineng/ent/predicate"
	"sineng/ent/term/fold"
	"sineng/ent/unit"
)

// Codes, staff numbers and names of posts are the same where they fold to the same. The later of
// two that were there before that was so has no folded text, and is the same as its own spelling alone.

// codeAlike matches the units whose code is the same.
func codeAlike(code string) predicate.Unit {
	return unit.Or(unit.Code(code), unit.CodeFolded(fold.Code(code)))
}

// literal is 1 for a unit whose code is written so, otherwise 0.
func literal(u *ent.Unit, code string) int {
	if u.Code == code {
		return 1
	}
	return 0
}

// numberAlike matches the people whose staff number is one of some.
func numberAlike(numbers ...string) predicate.Person {
	return person.Or(person.StaffNumberIn(numbers...), person.StaffNumberFoldedIn(foldAll(numbers, fold.Code)...))
}

// postAlike matches the posts whose name is one of some.
func postAlike(names ...string) predicate.Post {
	return post.Or(post.NameIn(names...), post.NameFoldedIn(foldAll(names, fold.Text)...))
}

func foldAll(texts []string, how func(string) string) []string {
	out := make([]string, len(texts))
	for i, s := range texts {
		out[i] = how(s)
	}
	return out
}
