package graph

// days is a number of days, null for none, which is -1.
func days(n int) *int {
	if n < 0 {
		return nil
	}
	return &n
}
