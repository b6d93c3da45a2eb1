package engine

// Text is a text in two languages.
type Text struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

// In is the text in the language given ("zh" or "en").
func (t Text) In(lang string) string {
	if lang == "en" {
		return t.EN
	}
	return t.ZH
}

// words are the values of an enumeration with their words.
type words[T ~string] []struct {
	of     T
	zh, en string
}

func (w words[T]) values() []string {
	out := make([]string, len(w))
	for i, v := range w {
		out[i] = string(v.of)
	}
	return out
}

func (w words[T]) label(of T, lang string) string {
	for _, v := range w {
		if v.of == of {
			return Text{ZH: v.zh, EN: v.en}.In(lang)
		}
	}
	return string(of)
}

func (w words[T]) has(of T) bool {
	for _, v := range w {
		if v.of == of {
			return true
		}
	}
	return false
}
