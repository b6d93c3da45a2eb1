package term

import (
	"reflect"
	"testing"
)

func TestAValueIsRepairedWhereItIsOneButForItsLooks(t *testing.T) {
	values := RiskTypeMoral.Values()
	for text, want := range map[string]string{
		"moral": "MORAL", "ＭＯＲＡＬ": "MORAL", " Moral ": "MORAL", "MORAL": "MORAL", "MORALE": "MORALE", "": "", "思想": "思想",
	} {
		if got := Repaired(text, values); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
	none, lower := RiskType(""), RiskType("moral")
	held := struct {
		List  []RiskType
		Other string
		One   *RiskType
		None  *RiskType
		Empty *RiskType
	}{[]RiskType{"moral", "MORAL", "x"}, "moral", &lower, &none, nil}
	if !Repair(&held) {
		t.Error("nothing is repaired")
	}
	if !reflect.DeepEqual(held.List, []RiskType{"MORAL", "MORAL", "x"}) || held.Other != "moral" || *held.One != "MORAL" || *held.None != "" || held.Empty != nil {
		t.Errorf("it becomes %+v", held)
	}
	if Repair(&held) {
		t.Error("it is repaired twice")
	}
}
