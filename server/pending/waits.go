package pending

import (
	"context"

	"sineng/ent/viewer"
)

type modeKey struct{}

// mode is how acts that are begun in a context are treated.
type mode struct{ atOnce, operator, breakGlass bool }

func modeOf(ctx context.Context) mode {
	m, _ := ctx.Value(modeKey{}).(mode)
	return m
}

// AtOnce is a context in which acts are carried out at once, for data that the program itself makes:
// its samples.
func AtOnce(ctx context.Context) context.Context {
	return context.WithValue(ctx, modeKey{}, mode{atOnce: true})
}

// ByOperator is a context of the operator of the server. Acts wait there too. With breakGlass they
// take effect after Grace unless somebody declines them.
func ByOperator(ctx context.Context, breakGlass bool) context.Context {
	return context.WithValue(ctx, modeKey{}, mode{operator: true, breakGlass: breakGlass})
}

// Waits tells whether acts that are begun in a context wait for a second person: those of whoever is
// signed in, and of the operator. What the program itself does is carried out at once.
func Waits(ctx context.Context) bool {
	m := modeOf(ctx)
	return !m.atOnce && (m.operator || viewer.Actor(ctx) != nil)
}
