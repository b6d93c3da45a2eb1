#!/usr/bin/env bash
# github.com/go-gremlins/gremlins 0.6.0 with Go 1.26.
# Guess:     a condition behind `case` of a switch without a tag, whose both outcomes a test checks, is
#            mutated and killed like the same condition behind `if`.
# Behaviour: it is reported NOT COVERED and never tried, since Go's coverage begins after the colon of a
#            case; efficacy is told as 100 % although half of the conditions were left out.
# Seen:      Killed: 1, Lived: 0, Not covered: 1 … Test efficacy: 100.00%
# Fails if that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
GOBIN="$work/bin" go install github.com/go-gremlins/gremlins/cmd/gremlins@v0.6.0
mkdir module && cd module
cat >go.mod <<'M'
module example
go 1.24
M
cat >sign.go <<'G'
package example

func byIf(n int) string {
	if n == 0 {
		return "none"
	}
	return "some"
}

func byCase(n int) string {
	switch {
	case n == 0:
		return "none"
	}
	return "some"
}
G
cat >sign_test.go <<'G'
package example

import "testing"

func TestBoth(t *testing.T) {
	for n, want := range map[int]string{0: "none", 1: "some"} {
		if byIf(n) != want || byCase(n) != want {
			t.Error(n)
		}
	}
}
G
out=$("$work/bin/gremlins" unleash .)
grep -E 'KILLED|NOT COVERED|Killed|efficacy' <<<"$out"
grep -qE 'NOT COVERED CONDITIONALS_NEGATION at sign.go:12' <<<"$out" || { echo 'changed: the condition of the case is covered'; exit 1; }
grep -q 'KILLED CONDITIONALS_NEGATION at sign.go:4' <<<"$out" || { echo 'changed: the condition of the if is not killed'; exit 1; }
grep -q 'Test efficacy: 100.00%' <<<"$out" || { echo 'changed: what was left out counts'; exit 1; }
echo 'as seen with gremlins 0.6.0'
