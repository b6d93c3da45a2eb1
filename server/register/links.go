package register

import "slices"

// linkChange says which links of a row are to be cut and which to be made so that, of
// the links that the viewer sees, just the wanted ones are left. Links that they do not
// see stay as they are.
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
