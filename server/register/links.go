package register

import "slices"

// linkChange returns the links to remove and to add, so that of the links that the viewer may
// see exactly the wanted ones remain. Links that they may not see are unchanged.
func linkChange(seen, wanted []int64) (cut, made []int64) {
	for _, id := range seen {
		if !slices.Contains(wanted, id) {
			cut = append(cut, id)
		}
	}
	for _, id := range distinct(wanted) {
		if !slices.Contains(seen, id) {
			made = append(made, id)
		}
	}
	return cut, made
}
