package audit

import (
	"testing"

	"sineng/ent"
	"sineng/ent/migrate"
)

func TestEveryTableIsThatOfAnEntityOrALink(t *testing.T) {
	known := map[string]bool{}
	for _, e := range ent.Entities {
		known[e.Table] = true
		for _, l := range e.Links {
			known[l.Table] = true
		}
	}
	for _, table := range migrate.Tables {
		if !known[table.Name] {
			t.Errorf("nothing is known of %s", table.Name)
		}
	}
	if logged := len(Kinds()); logged < 30 || logged == len(ent.Entities) {
		t.Errorf("the log answers for %d of %d entities", logged, len(ent.Entities))
	}
}

func TestTheLogKnowsWhatIsSecretAndWhatFollowsFromOtherRows(t *testing.T) {
	for entity, want := range map[string][2]int{ent.TypeAccount: {2, 4}, ent.TypeUnit: {9, 0}, ent.TypePost: {7, 0}, ent.TypeNoticeSetting: {1, 1}, ent.TypeApiToken: {1, 1}} {
		if e := ent.Entities[entity]; len(e.Derived) != want[0] || len(e.Secret) != want[1] {
			t.Errorf("%s has the derived columns %v and the secrets %v", entity, e.Derived, e.Secret)
		}
	}
}
