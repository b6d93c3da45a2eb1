package rule

import (
	"context"

	"entgo.io/ent"
)

// Fold writes what a column folds to into another, with every write of the column.
func Fold(of, into string, most int, how func(string) string) ent.Hook {
	return func(next ent.Mutator) ent.Mutator {
		return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
			var err error
			if v, ok := m.Field(of); ok {
				err = m.SetField(into, Folded(text(v), most, how))
			} else if m.FieldCleared(of) {
				err = m.ClearField(into)
			}
			if err != nil {
				return nil, err
			}
			return next.Mutate(ctx, m)
		})
	}
}

// Folded is what a text folds to, cut to the most characters that a column takes.
func Folded(s string, most int, how func(string) string) string {
	folded := how(s)
	if runes := []rune(folded); len(runes) > most {
		return string(runes[:most])
	}
	return folded
}

// text is a value that may be a pointer.
func text(v ent.Value) string {
	if p, ok := v.(*string); ok {
		return *p
	}
	s, _ := v.(string)
	return s
}
