package verify

// EnumColumns are the columns of an entity whose values are compared with their enumerations.
func EnumColumns(name string) map[string]bool {
	out := map[string]bool{}
	words, lists := enumColumns(name)
	for c := range words {
		out[c] = true
	}
	for c := range lists {
		out[c] = true
	}
	return out
}
