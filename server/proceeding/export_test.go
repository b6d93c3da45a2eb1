package proceeding

// AskedFor are the keys of the steps that have to be taken before and after one, in the order of the process.
func AskedFor(c *Course, key string) (before, after []string) {
	s := c.place(key)
	for x, step := range c.graph.Steps {
		if has(c.before[s], x) {
			before = append(before, step.Key)
		}
		if has(c.after[s], x) {
			after = append(after, step.Key)
		}
	}
	return before, after
}
