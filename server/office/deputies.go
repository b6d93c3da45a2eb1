package office

import "slices"

// Deputies are those who sign for somebody who is away.
func (f *Facts) Deputies(person int64) []int64 {
	var out []int64
	for _, d := range f.Delegations {
		if d.Person == person && !slices.Contains(out, d.Deputy) {
			out = append(out, d.Deputy)
		}
	}
	return out
}

// SignsFor are the people who are away and for whom somebody signs.
func (f *Facts) SignsFor(deputy int64) []int64 {
	var out []int64
	for _, d := range f.Delegations {
		if d.Deputy == deputy && !slices.Contains(out, d.Person) {
			out = append(out, d.Person)
		}
	}
	return out
}
