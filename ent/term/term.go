// Package term holds the enumerations of the domain: their values as used in the database, the
// API and the code, and their Chinese and English labels. It imports no other package of this
// module, so that every package may use it.
package term

// label is one value of an enumeration with its labels.
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
