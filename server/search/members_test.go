package search

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestASetIsReadAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places := rapid.SliceOfDistinct(rapid.Int64Range(0, blockSize-1), rapid.ID).Draw(t, "places")
		if rapid.Bool().Draw(t, "dense") {
			for p := range int64(rapid.IntRange(0, blockSize).Draw(t, "run")) {
				places = append(places, p)
			}
			slices.Sort(places)
			places = slices.Compact(places)
		}
		var m members
		for _, p := range places {
			m.add(p + 77*blockSize)
		}
		packed := m.pack()
		if len(packed) > 1024 {
			t.Fatalf("%d bytes for %d members, more than the column takes", len(packed), len(places))
		}
		if got := unpack(packed); *got != m || m.count() != len(places) {
			t.Fatalf("%d members became %d", len(places), got.count())
		}
	})
}

func TestWhatCannotBeReadIsLeftOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_ = unpack(rapid.SliceOfN(rapid.Byte(), 0, 1100).Draw(t, "bytes"))
	})
}

// A row that contains a text has every gram by which the text is looked up.
func TestNoGramIsLookedUpThatARowWithTheTextLacks(t *testing.T) {
	letters := []rune("审批权力验收aBc1.é𠮷 ")
	text := rapid.StringOfN(rapid.SampledFrom(letters), 1, 12, -1)
	rapid.Check(t, func(t *rapid.T) {
		asked := text.Draw(t, "asked")
		whole := text.Draw(t, "before") + strings.ToUpper(asked) + text.Draw(t, "after")
		if !strings.Contains(strings.ToLower(whole), strings.ToLower(asked)) || strings.ContainsRune(asked, 'é') {
			t.Skip("another letter in the other case")
		}
		has := gramsOf("别的", whole)
		for _, g := range gramsFor(asked) {
			if !slices.Contains(has, g) {
				t.Fatalf("%q contains %q and lacks one of its grams", whole, asked)
			}
		}
	})
}

func TestNoGramReachesFromOneTextIntoAnother(t *testing.T) {
	if has := gramsOf("行政审", "批权力"); slices.Contains(has, gramsFor("审批")[0]) {
		t.Error("a pair was made of the end of one text and the beginning of another")
	}
}
