package schema

import "sineng/ent/rule"

// Who may see and change the rows of entities that share the same rules. An entity with its
// own rule has it in its own file.
var (
	// programOnly rows are internal to the program.
	programOnly = rule.Access{}

	// directory rows are visible in the viewer's directory and on the units above it.
	directory = rule.Access{
		Sees:   rule.Scoped(rule.Directory).Or(rule.Above("unit_id")),
		Writes: rule.Directory,
	}

	// register rows are visible where the viewer may read the register, and changed where they
	// may edit it.
	register = rule.Access{Sees: rule.Scoped(rule.Register), Writes: rule.Register}

	// forms, and rows that belong to one, are visible in the register when they are a
	// department's, and otherwise to their person and to those who may read personal forms
	// there.
	forms = rule.Access{
		Sees: rule.Scoped(rule.Personal).
			Or(rule.Null("person_id").And(rule.Scoped(rule.Register))).
			Or(rule.OwnPerson("person_id")),
	}

	// ofAccounts are rows that belong to an account, visible to its owner and to the
	// administrators of the unit of its person.
	ofAccounts = rule.Access{Sees: rule.OwnAccount("account_id").Or(administered("account_id"))}
)

// administered matches rows whose column holds an account that the viewer administers.
func administered(column string) rule.Condition {
	return rule.Through(column, "accounts", "id", staff)
}

// staff matches accounts whose person belongs to a unit where the viewer administers accounts.
var staff = rule.Through("person_id", "persons", "id", rule.Scoped(rule.Accounts))
