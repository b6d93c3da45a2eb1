package wording

import (
	"strings"

	"sineng/ent/term"
)

// LegalText writes legal provisions for a cell, one per line: 《law》article
// text.
func LegalText(all []term.LegalBasis) string {
	text := legalLines(all)
	for range 3 { // reading a text back may change it: repeat until it is stable
		next := legalLines(LegalLines(text))
		if next == text {
			break
		}
		text = next
	}
	return text
}

func legalLines(all []term.LegalBasis) string {
	var out []string
	for _, b := range all {
		law := OneLine(b.Law)
		if law == "" {
			continue
		}
		if !strings.HasPrefix(law, "《") || !strings.Contains(law, "》") {
			law = "《" + strings.NewReplacer("《", "", "》", "").Replace(law) + "》"
		}
		text := strings.ReplaceAll(Clean(b.Text), "\n《", " 《")
		if text != "" {
			text = " " + text
		}
		out = append(out, law+OneLine(b.Article)+text)
	}
	return Clean(strings.Join(out, "\n"))
}
