#!/usr/bin/env bash
# github.com/99designs/gqlgen 0.17.98 (executor, subscriptions).
# Guess:     each event of a subscription is a response of its own, which may be kept or handed to
#            another goroutine while the next event is asked for.
# Behaviour: all responses of a subscription share one buffer. Asking for the next event writes it over
#            the data of the one before; a transport that sends from another goroutine sends a mix.
# Seen:      the first event was {"n":1} and became {"n":2}
# Fails if that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >go.mod <<'M'
module example
go 1.25
require github.com/99designs/gqlgen v0.17.98
tool github.com/99designs/gqlgen
M
cat >schema.graphql <<'S'
type Query { n: Int! }
type Subscription { n: Int! }
S
cat >gqlgen.yml <<'Y'
schema: [schema.graphql]
exec: {filename: exec.go, package: main}
model: {filename: models.go, package: main}
Y
cat >main.go <<'G'
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
)

type root struct{}

func (root) Query() QueryResolver               { return root{} }
func (root) Subscription() SubscriptionResolver { return events{} }
func (root) N(context.Context) (int, error)     { return 0, nil }

type events struct{}

func (events) N(context.Context) (<-chan int, error) {
	out := make(chan int, 2)
	out <- 1
	out <- 2
	return out, nil
}

func main() {
	e := executor.New(NewExecutableSchema(Config{Resolvers: root{}}))
	ctx := graphql.StartOperationTrace(context.Background())
	op, errs := e.CreateOperationContext(ctx, &graphql.RawParams{Query: "subscription{n}"})
	if errs != nil {
		fmt.Println(errs)
		os.Exit(1)
	}
	next, ctx := e.DispatchOperation(ctx, op)
	first := next(ctx)
	was := string(first.Data)
	next(ctx)
	fmt.Printf("the first event was %s and became %s\n", was, first.Data)
}
G
go mod tidy >/dev/null 2>&1 || true
go tool gqlgen generate >/dev/null
go mod tidy >/dev/null 2>&1
out=$(go run .)
echo "$out"
[ "$out" = 'the first event was {"n":1} and became {"n":2}' ] || { echo "changed: events no longer share their data"; exit 1; }
echo "as seen with gqlgen 0.17.98"
