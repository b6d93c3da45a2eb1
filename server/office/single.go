package office

import (
	"context"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/appointment"
	"sineng/ent/roleappointment"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/ent/viewer"
)

// Single tells whether a role reaches no further than its holder's daily work: that of STAFF in one
// department without departments below it. u is the unit that the role stands on, nil for the whole
// system.
func Single(role term.Role, u *ent.Unit) bool {
	return role == term.RoleStaff && u != nil && u.Kind == term.UnitKindDepartment && u.ChildCount == 0
}

// Lately is for how long a department counts among those of its STAFF after they were put there, so
// that nobody sees one department after the other by changing from each to the next.
const Lately = 30 * 24 * time.Hour

// Departments are the units, in order and each once, in which somebody is or will be STAFF from a day
// on, by a post or a granted role, or was put less than Lately before now. They are those of an
// account and of a person, 0 for none, with all accounts of the person. One department is daily work;
// what adds another waits for a second person.
func Departments(ctx context.Context, client *ent.Client, accountID, personID int64, from, now time.Time) ([]int64, error) {
	ctx = viewer.System(ctx)
	counts := sql.OrPredicates(NotOver(from), sql.FieldGT(appointment.FieldCreatedAt, now.Add(-Lately).UTC()))
	accounts := account.ID(accountID)
	var out []int64
	if personID != 0 {
		accounts = account.Or(accounts, account.PersonID(personID))
		// A post in a bureau that is divided gives no role.
		posts, err := client.Appointment.Query().Where(appointment.PersonID(personID), counts,
			appointment.HasUnitWith(unit.Or(unit.KindEQ(term.UnitKindDepartment), unit.ChildCount(0)))).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, a := range posts {
			out = append(out, a.UnitID)
		}
	}
	roles, err := client.RoleAppointment.Query().Where(roleappointment.RoleEQ(term.RoleStaff), roleappointment.StatusEQ(term.GrantStatusActive),
		roleappointment.UnitIDNotNil(), counts, roleappointment.HasAccountWith(accounts)).All(ctx)
	for _, r := range roles {
		out = append(out, *r.UnitID)
	}
	slices.Sort(out)
	return slices.Compact(out), err
}
