#!/usr/bin/env bash
# entgo.io/ent 0.14.6, field names that end like a predicate (answer beside answer_in).
# Guess:     generation refuses two fields whose predicates would have one name, as it refuses a reserved name.
# Behaviour: generation succeeds and writes a package that does not compile: the equality predicate of answer_in and
#            the list predicate of answer are both called AnswerIn.
# Seen:      AnswerIn redeclared in this block
# Fails if that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >go.mod <<'M'
module example
go 1.24
require entgo.io/ent v0.14.6
M
mkdir -p ent/schema
cat >ent/schema/task.go <<'S'
package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
)

type Task struct{ ent.Schema }

func (Task) Fields() []ent.Field {
	return []ent.Field{field.String("answer"), field.Int("answer_in")}
}
S
cat >generate.go <<'G'
//go:build ignore

package main

import (
	"log"

	"entgo.io/ent/entc"
	"entgo.io/ent/entc/gen"
)

func main() {
	if err := entc.Generate("./ent/schema", &gen.Config{}); err != nil {
		log.Fatal("generating the data layer: ", err)
	}
}
G
go get entgo.io/ent@v0.14.6 >/dev/null 2>&1
go mod tidy >/dev/null 2>&1
go run -mod=mod generate.go || { echo "changed: generation refuses the fields"; exit 1; }
go mod tidy >/dev/null 2>&1
if out=$(go build ./ent/... 2>&1); then
  echo "changed: the package compiles"
  exit 1
fi
echo "$out" | head -3
grep -q 'AnswerIn redeclared' <<<"$out" || { echo "changed: it fails for another reason"; exit 1; }
echo "as seen with ent 0.14.6"
