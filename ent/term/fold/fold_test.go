package fold

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

// alike are groups of texts of which all fold to the first by Text.
var alike = [][]string{
	{"bj-01", "BJ-01", "ＢＪ-01", "ＢＪ－０１", "BJ–01", "bj—01", "Bj−01", " BJ-01 ", "BJ\u200b-01", "\ufeffBJ-01"},
	{"人民法院", "⼈⺠法院", "⼈民法院", "人 民 法 院", "人\u3000民法院", "人民\n法院"},
	{"郎", "\uf92c", "郎\ufe00", "郎\U000E0100"},
	{"车辆", "⻋辆"}, {"长安", "⻓安"}, {"见习", "⻅习"}, {"食堂", "⻝堂"}, {"马", "⻢"}, {"龙", "⻰"}, {"一", "⼀"}, {"龟", "龟"},
	{"it管理", "IT管理", "ＩＴ管理", "It 管理"},
	{"a级处", "Ａ级处", "A级处"},
	{"(一)", "（一）", "（ 一 ）"}, {"\"三重一大\"", "“三重一大”"},
	{"买买提·吐尔逊", "买买提•吐尔逊", "买买提・吐尔逊", "买买提･吐尔逊"},
	{"二〇一三", "二○一三", "二◯一三"},
	{"km2", "㎢"}, {"1月", "㋀"}, {"10", "⑩"}, {"iv", "Ⅳ", "ⅳ"},
	{"e-mail box", "E-Mail  Box", "e‐mail\tbox", "ｅ－ｍａｉｌ　ｂｏｘ"},
	{"é", "e\u0301", "É"}, {"ß", "ẞ"},
	{"", " ", "\u3000\n", "\u200b"},
}

func TestTextsThatLookAlikeFoldAlike(t *testing.T) {
	for _, group := range alike {
		for _, s := range group {
			if got := Text(s); got != group[0] {
				t.Errorf("%q: %q, not %q", s, got, group[0])
			}
		}
	}
}

func TestOtherTextsStayOthers(t *testing.T) {
	seen := map[string]string{}
	for _, s := range []string{"BJ-01", "BJ01", "BJ-O1", "BJ.01", "BJ_01", "国", "國", "户", "戶", "台", "臺", "a b", "ab", "1-11", "11-1", "一", "-", "〇", "0", "O"} {
		if other, ok := seen[Text(s)]; ok {
			t.Errorf("%q and %q fold alike", s, other)
		}
		seen[Text(s)] = s
	}
}

func TestCodesAreFoldedWithoutSpaces(t *testing.T) {
	for s, want := range map[string]string{"ＢＪ - 01": "bj-01", "a b": "ab", "1-11": "1-11", "11-1": "11-1", " ": "", "10 023": "10023"} {
		if got := Code(s); got != want {
			t.Errorf("%q: %q", s, got)
		}
	}
}

func TestNamesAreFoldedToLettersAndFigures(t *testing.T) {
	for s, want := range map[string]string{
		"张  三": "张三", "买买提·吐尔逊": "买买提吐尔逊", "副局长（分管财务）": "副局长分管财务", "办公室(党办)": "办公室党办", "二〇一三年": "二〇一三年", "二○一三年": "二〇一三年",
		"A级 - 处": "a级处", "⺠政局": "民政局", "—— ": "", "①": "1",
	} {
		if got := Key(s); got != want {
			t.Errorf("%q: %q", s, got)
		}
	}
	if got := Identity(" — "); got != "-" {
		t.Errorf("a text of punctuation: %q", got)
	}
}

// The table has no more and no less than the block's characters that NFKC leaves.
func TestEveryRadicalIsFolded(t *testing.T) {
	for r := rune(0x2E80); r <= 0x2FD5; r++ {
		switch {
		case r == 0x2E80 || r == 0x2E9A || r > 0x2EF3 && r < 0x2F00: // without an ideograph, and without a character
			continue
		}
		got := []rune(Text(string(r)))
		if len(got) != 1 || got[0] >= 0x2E80 && got[0] <= 0x2FD5 {
			t.Errorf("%U folds to %q", r, string(got))
		}
	}
	for from, to := range radicals {
		if from < 0x2E80 || from > 0x2EFF || norm.NFKC.String(string(from)) != string(from) || norm.NFKC.String(string(to)) != string(to) {
			t.Errorf("%U to %U", from, to)
		}
	}
}

func FuzzFolding(f *testing.F) {
	for _, group := range alike {
		for _, s := range group {
			f.Add(s)
			f.Add("x " + s + " 一")
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, folded := range map[string]func(string) string{"Compat": Compat, "Text": Text, "Code": Code, "Key": Key, "Identity": Identity} {
			once := folded(s)
			if twice := folded(once); twice != once {
				t.Errorf("%s of %q is %q, and of that %q", name, s, once, twice)
			}
		}
	})
}
