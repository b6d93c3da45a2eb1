package fold

import (
	"slices"
	"testing"
	"unicode/utf8"
)

func TestRunesAreFoldedByThemselves(t *testing.T) {
	for s, want := range map[string]string{
		"IT管理": "it管理", "ＢＪ－０１": "bj-01", "Ａ级处": "a级处", "⼈⺠法院": "人民法院", "\uf92c": "郎", "张　三": "张 三", "㎢": "㎢", "Ж": "ж", "É": "é",
		"①": "1", "—": "-", "“": "\"", "○": "〇", "\u200b": "\u200b", "國": "國",
	} {
		if got := Runes(s); got != want {
			t.Errorf("%q: %q", s, got)
		}
	}
}

// Rune and Variants are each other's inverse, and Rune agrees with Text.
func TestVariantsAreWhatFoldsAlike(t *testing.T) {
	longest := 0
	for r := rune(0); r <= utf8.MaxRune; r++ {
		folded := Rune(r)
		if Rune(folded) != folded {
			t.Errorf("%U folds to %U, which folds further", r, folded)
		}
		if !slices.Contains(Variants(folded), r) {
			t.Errorf("%U is no variant of %U", r, folded)
		}
		if text := Text(string(r)); folded != r && r != ' ' && folded != ' ' && text != string(folded) {
			t.Errorf("%U folds to %U, its text to %q", r, folded, text)
		}
	}
	for folded, all := range tables().to {
		for _, r := range all {
			if Rune(r) != folded {
				t.Errorf("%U is a variant of %U and folds to %U", r, folded, Rune(r))
			}
		}
		longest = max(longest, len(string(all)))
	}
	if longest > 160 {
		t.Errorf("a character has variants of %d bytes: patterns of them grow too long", longest)
	}
	t.Log("bytes of the most variants:", longest)
}
