package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"entgo.io/ent/schema/mixin"

	"sineng/ent/rule"
	"sineng/ent/term/fold"
)

// foldedCode keeps a code beside what it folds to, by which two codes are the same. Of rows of the
// same folded code that were stored before codes were folded, all but the first have none.
type foldedCode struct {
	mixin.Schema
	of string
	// within is the column within whose value codes are told apart, "" for the whole system.
	within string
	// text folds to a text with its spaces, not to a code.
	text bool
}

func (f foldedCode) column() string { return f.of + "_folded" }

func (f foldedCode) Fields() []ent.Field {
	return []ent.Field{field.String(f.column()).MaxRuneLen(rule.FoldedLength).Optional().Nillable().Annotations(derived).
		Comment("what the " + f.of + " is compared by; null for the later of two that fold to the same")}
}

func (f foldedCode) Indexes() []ent.Index {
	if f.within == "" {
		return []ent.Index{index.Fields(f.column()).Unique()}
	}
	return []ent.Index{index.Fields(f.within, f.column()).Unique()}
}

func (f foldedCode) Hooks() []ent.Hook {
	how := fold.Code
	if f.text {
		how = fold.Text
	}
	return []ent.Hook{rule.Fold(f.of, f.column(), rule.FoldedLength, how)}
}
