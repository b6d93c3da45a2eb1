package office

import "sineng/server/authz"

// Common are the levels that places have in common, from the top down: none where they stand below
// different top units, or where one of them is the whole system. Whoever has a right there has it in
// all of them.
func Common(places ...authz.Levels) authz.Levels {
	if len(places) == 0 {
		return authz.Levels{}
	}
	out := places[0]
	for _, at := range places[1:] {
		for i := range out {
			if out[i] != at[i] {
				clear(out[i:])
				break
			}
		}
	}
	return out
}
