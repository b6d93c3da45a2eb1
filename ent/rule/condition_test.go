package rule_test

import (
	"fmt"
	"strings"
	"testing"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"sineng/ent/rule"
	"sineng/ent/viewer"
)

// shown is the SQL condition for a viewer, with its arguments filled in.
func shown(c rule.Condition, v *viewer.Viewer) string {
	s := sql.Dialect(dialect.MySQL).Select("*").From(sql.Table("rows"))
	if p := c.For(v); p != nil {
		p(s)
	}
	query, args := s.Query()
	for _, a := range args {
		query = strings.Replace(query, "?", fmt.Sprint(a), 1)
	}
	return strings.Replace(query, "SELECT * FROM `rows`", "", 1)
}

func TestConditionsAreComposed(t *testing.T) {
	register := viewer.Scope{Roots: []viewer.Root{{ID: 7, Level: 2}}}
	here := &viewer.Viewer{AccountID: 3, PersonID: 5, Register: register}
	whole := &viewer.Viewer{AccountID: 3, PersonID: 5, Register: viewer.Scope{All: true}}
	token := &viewer.Viewer{AccountID: 3, PersonID: 5, TokenID: 9, Register: register}
	nobody := &viewer.Viewer{AccountID: 3}

	scoped := rule.Scoped(rule.Register)
	named := rule.Participant("id", "named", "clue_id", "person_id")
	const (
		none   = " WHERE FALSE"
		in     = " WHERE `rows`.`l2` = 7"
		named5 = "`rows`.`id` IN (SELECT `named`.`clue_id` FROM `named` WHERE `named`.`person_id` = 5)"
	)
	for _, c := range []struct {
		name string
		of   rule.Condition
		who  *viewer.Viewer
		want string
	}{
		{"nothing said", rule.Condition{}, whole, none},
		{"in the scope", scoped, here, in},
		{"in the whole system", scoped, whole, ""},
		{"in no scope", scoped, nobody, none},
		{"in one of two scopes", rule.Scoped(rule.Register, rule.Personal), here, in},
		{"a participant", scoped.Or(named), here, " WHERE `rows`.`l2` = 7 OR " + named5},
		{"a participant who sees everything", scoped.Or(named), whole, ""},
		{"a token is nobody's participant", scoped.Or(named), token, in},
		{"a participant without a person", named, nobody, none},
		{"both", scoped.And(rule.Null("person_id")), here, in + " AND `rows`.`person_id` IS NULL"},
		{"both, one always", scoped.And(rule.Null("person_id")), whole, " WHERE `rows`.`person_id` IS NULL"},
		{"both, one never", scoped.And(rule.Null("person_id")), nobody, none},
		{"own account", rule.OwnAccount("id"), here, " WHERE `rows`.`id` = 3"},
		{"own account by a token", rule.OwnAccount("id"), token, none},
		{"who asks by a token", rule.Asker("id"), token, " WHERE `rows`.`id` = 3"},
		{"through a table all of which is seen", rule.Through("unit_id", "units", "id", scoped), whole, ""},
		{"through a table nothing of which is seen", rule.Through("unit_id", "units", "id", scoped), nobody, none},
	} {
		if got := shown(c.of, c.who); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestWhatIsExceptedIsNotSeenWhateverElseIsSaid(t *testing.T) {
	register := viewer.Scope{Roots: []viewer.Root{{ID: 7, Level: 2}}}
	here := &viewer.Viewer{AccountID: 3, PersonID: 5, Register: register}
	whole := &viewer.Viewer{AccountID: 3, PersonID: 5, Register: viewer.Scope{All: true}}
	stranger := &viewer.Viewer{AccountID: 4, Register: register}

	scoped := rule.Scoped(rule.Register)
	named := rule.Participant("id", "named", "clue_id", "person_id")
	const out = "(`rows`.`id` IN (SELECT `named`.`clue_id` FROM `named` WHERE `named`.`person_id` = 5)) IS NOT TRUE"
	for _, c := range []struct {
		name string
		of   rule.Condition
		who  *viewer.Viewer
		want string
	}{
		{"in the scope", scoped.Except(named), here, " WHERE `rows`.`l2` = 7 AND " + out},
		{"in the whole system", scoped.Except(named), whole, " WHERE " + out},
		{"not named", scoped.Except(named), stranger, " WHERE `rows`.`l2` = 7"},
		{"also when more is said afterwards", scoped.Except(named).Or(rule.Asker("account_id")), here,
			" WHERE (`rows`.`l2` = 7 OR `rows`.`account_id` = 3) AND " + out},
		{"also when it is said of a part", rule.Asker("account_id").And(scoped.Except(named)), whole,
			" WHERE `rows`.`account_id` = 3 AND " + out},
		{"everything", scoped.Except(scoped), whole, " WHERE FALSE"},
		{"within a table that is led through", rule.Through("clue_id", "clues", "id", scoped.Except(rule.Asker("by"))), here,
			" WHERE `rows`.`clue_id` IN (SELECT `clues`.`id` FROM `clues` WHERE `clues`.`l2` = 7 AND (`clues`.`by` = 3) IS NOT TRUE)"},
	} {
		if got := shown(c.of, c.who); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
