package wording

// Certainty is how sure a reading of a word is.
type Certainty uint8

// The degrees of Certainty, in rising order.
const (
	// Unknown is no reading: somebody must say what the word means.
	Unknown Certainty = iota
	// Proposed is a guess that somebody must confirm.
	Proposed
	// Clear is a reading that holds in any file.
	Clear
)

// reading is a value with how sure it is.
type reading[T any] struct {
	value T
	Certainty
}

// agreed is the common reading of the parts of a text, e.g. of 高 and A级 in 高(A级). Parts without a
// reading make it a proposal; parts that contradict each other leave none.
func agreed[T comparable](parts []reading[T]) (T, Certainty) {
	var none T
	out := reading[T]{Certainty: Unknown}
	unread := false
	for _, p := range parts {
		switch {
		case p.Certainty == Unknown:
			unread = true
		case out.Certainty == Unknown:
			out = p
		case p.value != out.value:
			return none, Unknown
		default:
			out.Certainty = max(out.Certainty, p.Certainty)
		}
	}
	if unread && out.Certainty > Proposed {
		out.Certainty = Proposed
	}
	return out.value, out.Certainty
}
