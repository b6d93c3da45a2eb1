package fold

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestNoChineseCharacterOfTheMainBlockFoldsToAnother is why texts of these characters are left as they are.
func TestNoChineseCharacterOfTheMainBlockFoldsToAnother(t *testing.T) {
	for r := rune(0x4e00); r <= 0x9fff; r++ {
		s := string(r)
		if got := norm.NFKC.String(strings.Map(same, norm.NFKC.String(s))); got != s || strings.ToLower(s) != s {
			t.Errorf("%U folds to %q", r, got)
		}
		if !wide(r) {
			t.Errorf("%U is not wide", r)
		}
	}
	// A mark that combines with what is before it is not of the block, so that texts with one are folded.
	if plain("人\u3099") || folded("人\u0301") {
		t.Error("a text with a combining mark is taken as folded")
	}
}

// TestWhatIsLeftAsItIsFoldsToItself compares the short ways with the long one.
func TestWhatIsLeftAsItIsFoldsToItself(t *testing.T) {
	for _, s := range []string{"", "财务科", "a-1.b_2", "财务科a1", "财务 科", "A级", "ａ级", "人\n事", "1、拨付", "《办法》"} {
		long := norm.NFKC.String(strings.Map(same, norm.NFKC.String(s)))
		if plain(s) && s != long && !strings.ContainsAny(s, "\n\t") {
			t.Errorf("%q is left, and folds to %q", s, long)
		}
		if folded(s) && (s != strings.ToLower(long) || strings.Contains(s, " ")) {
			t.Errorf("%q is taken as folded", s)
		}
	}
}
