package org_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"sineng/server/org"
)

func TestInitialsHoldEveryReading(t *testing.T) {
	for name, want := range map[string][]string{
		"重庆": {"cq", "zq"}, "长沙": {"cs", "zs"}, "银行": {"yh", "yx"}, "单位": {"cw", "dw", "sw"}, "局": {"j"}, "东省局": {"dsj", "dxj"},
		"A1局": {"a1j"}, "": {}, "()": {}, "办 公-室": {"bgs"}, "Ü局": {"üj"},
	} {
		got := strings.Fields(org.Initials(name))
		for _, reading := range want {
			if !slices.Contains(got, reading) {
				t.Errorf("%s has the initials %v, want %s among them", name, got, reading)
			}
		}
		for _, reading := range got {
			if len(want) == 0 || utf8.RuneCountInString(reading) != utf8.RuneCountInString(want[0]) {
				t.Errorf("%s has the initials %v", name, got)
			}
		}
	}
}

func TestInitialsAreBoundedAndWhole(t *testing.T) {
	for _, name := range []string{strings.Repeat("重", 100), strings.Repeat("长行重单", 50), strings.Repeat("ཀ", 200), strings.Repeat("ü", 255), strings.Repeat("局", 200)} {
		got := org.Initials(name)
		if len(got) > 500 || !utf8.ValidString(got) || got == "" {
			t.Errorf("%d characters have %d bytes of initials, valid %v", utf8.RuneCountInString(name), len(got), utf8.ValidString(got))
		}
		if words := strings.Fields(got); len(words) > 32 {
			t.Errorf("%d combinations are kept", len(words))
		}
	}
	// Text that is too long is cut between words.
	words := strings.Fields(org.Initials(strings.Repeat("长", 40)))
	for _, w := range words {
		if len(w) != 40 {
			t.Errorf("a word of %d letters stands for 40 characters", len(w))
		}
	}
}

func TestPinyinHoldsInitialsAndWholeReadings(t *testing.T) {
	for name, want := range map[string][]string{
		"重庆": {"cq", "zq", "chongqing", "zhongqing"}, "谌某": {"cm", "sm", "chenmou", "shenmou"}, "黑某": {"hm", "heimou", "hemou"},
		"单位": {"danwei", "shanwei", "sw"}, "A1局": {"a1j", "a1ju"}, "⼀局": {"yj", "yiju"}, "旅女": {"lvnv"}, "A1": {"a1"}, "": {},
	} {
		got := strings.Fields(org.Pinyin(name))
		for _, reading := range want {
			if !slices.Contains(got, reading) {
				t.Errorf("%s is found by %v, want %s among them", name, got, reading)
			}
		}
	}
	if got := org.Pinyin(strings.Repeat("长行重单", 50)); len(got) > 500 {
		t.Errorf("%d bytes", len(got))
	}
}
