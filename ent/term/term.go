// Package term holds the enumerations of the domain: their values as they stand
// in the database, the API and the code, and their words in Chinese and English.
// It imports nothing of ours, so that every other package may use it.
package term

// label is one value of an enumeration with its words.
type label[T ~string] struct {
	value  T
	zh, en string
}

type labels[T ~string] []label[T]

func (ls labels[T]) values() []string {
	out := make([]string, len(ls))
	for i, l := range ls {
		out[i] = string(l.value)
	}
	return out
}

func (ls labels[T]) label(v T, lang string) string {
	for _, l := range ls {
		if l.value == v {
			if lang == "en" {
				return l.en
			}
			return l.zh
		}
	}
	return string(v)
}
