package wording

import "testing"

func TestNumberOfReadsWhatNumberedWrites(t *testing.T) {
	for _, name := range []string{"资金拨付", "a#b", "", "第1条#"} {
		for _, id := range []int64{1, 35, 36, 1 << 62} {
			if got, n, ok := NumberOf(Numbered(name, id)); got != name || n != id || !ok {
				t.Errorf("%q and %d came back as %q and %d, %v", name, id, got, n, ok)
			}
		}
	}
	for _, text := range []string{"", "资金拨付", "第#", "#-1", "#0", "甲#乙"} {
		if name, id, ok := NumberOf(text); ok {
			t.Errorf("%q was read as %q and %d", text, name, id)
		}
	}
}

func TestANameIsCalledByItsOwnSpellings(t *testing.T) {
	for text, want := range map[string]bool{"审批、备案": true, "审批 备案": true, "审批,备案": true, "审批": false, "": false} {
		if got := Called("审批、备案", text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
