package schema

import "sineng/ent/rule"

// Who sees the rows of an entity and who changes them, where several entities share it. An
// entity that differs says so in its own file.
var (
	// programOnly rows are what the program keeps for its own running.
	programOnly = rule.Access{}

	// directory rows are seen in the viewer's directory and on the units above it.
	directory = rule.Access{
		Sees:   rule.Scoped(rule.Directory).Or(rule.Above("unit_id")),
		Writes: rule.Directory,
	}

	// register rows are seen and changed where the viewer keeps or reads the register.
	register = rule.Access{Sees: rule.Scoped(rule.Register), Writes: rule.Register}

	// forms, and what belongs to one, are seen in the register when they are a department's,
	// and otherwise by their person and by who may read personal forms there.
	forms = rule.Access{
		Sees: rule.Scoped(rule.Personal).
			Or(rule.Null("person_id").And(rule.Scoped(rule.Register))).
			Or(rule.OwnPerson("person_id")),
	}

	// ofAccounts are rows that belong to an account, seen by its owner and by the
	// administrators of the unit of its person.
	ofAccounts = rule.Access{Sees: rule.OwnAccount("account_id").Or(administered("account_id"))}
)

// administered is met by rows whose column holds an account of a person whose accounts the
// viewer keeps.
func administered(column string) rule.Condition {
	return rule.Through(column, "accounts", "id", staff)
}

// staff is met by accounts whose person stands where the viewer keeps accounts.
var staff = rule.Through("person_id", "persons", "id", rule.Scoped(rule.Accounts))
