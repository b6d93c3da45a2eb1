package account

import (
	"context"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/delegation"
	"sineng/ent/pendingact"
	"sineng/ent/portfolio"
	"sineng/ent/roleappointment"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/server/authz"
	"sineng/server/office"
)

// Powerful tells whether an account, or the person with the id, 0 for nobody, holds or will hold more
// than STAFF of a single department: by a granted role, a portfolio, a post, as somebody's deputy, or
// by an act that waits. What gives access to such an account waits for a second person.
func (s *Service) Powerful(ctx context.Context, client *ent.Client, accountID, personID int64) (bool, error) {
	today := s.store.Today()
	roles, err := client.RoleAppointment.Query().Where(roleappointment.AccountID(accountID), roleappointment.StatusNEQ(term.GrantStatusDeclined),
		office.NotOver(today)).WithUnit().All(ctx)
	if err != nil {
		return false, err
	}
	for _, r := range roles {
		if !office.Single(r.Role, r.Edges.Unit) {
			return true, nil
		}
	}
	if all, err := office.Departments(ctx, client, accountID, personID, today, s.store.Now()); err != nil || len(all) > 1 {
		return true, err
	}
	waits, err := client.PendingAct.Query().Where(pendingact.StatusEQ(term.ActStatusPending), pendingact.AccountID(accountID), gives).Exist(ctx)
	if err != nil || waits || personID == 0 {
		return waits, err
	}
	for _, look := range []func() (bool, error){
		func() (bool, error) {
			return client.Portfolio.Query().Where(portfolio.PersonID(personID), office.NotOver(today)).Exist(ctx)
		},
		func() (bool, error) {
			return client.Delegation.Query().Where(delegation.DeputyID(personID), office.NotOver(today)).Exist(ctx)
		},
		func() (bool, error) {
			return client.PendingAct.Query().Where(pendingact.StatusEQ(term.ActStatusPending), pendingact.PersonID(personID), gives).Exist(ctx)
		},
		func() (bool, error) { return s.widelyPosted(ctx, client, personID) },
	} {
		if found, err := look(); err != nil || found {
			return found, err
		}
	}
	return false, nil
}

// holds are the places of all that an account, or the person with the id, 0 for nobody, holds or will
// hold: of granted roles, portfolios, posts, and of what is led by those for whom the person signs. The
// whole system is a place without levels.
func (s *Service) holds(ctx context.Context, client *ent.Client, accountID, personID int64) ([]authz.Levels, error) {
	today := s.store.Today()
	roles, err := client.RoleAppointment.Query().Where(roleappointment.AccountID(accountID), roleappointment.StatusNEQ(term.GrantStatusDeclined),
		office.NotOver(today)).WithUnit().All(ctx)
	if err != nil {
		return nil, err
	}
	var out []authz.Levels
	for _, r := range roles {
		out = append(out, levelsAt(r.Edges.Unit))
	}
	if personID == 0 {
		return out, nil
	}
	signsFor, err := client.Delegation.Query().Where(delegation.DeputyID(personID), office.NotOver(today)).All(ctx)
	if err != nil {
		return nil, err
	}
	people := []int64{personID}
	for _, d := range signsFor {
		people = append(people, d.PersonID)
	}
	led, err := client.Portfolio.Query().Where(portfolio.PersonIDIn(people...), office.NotOver(today)).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, p := range led {
		out = append(out, p.Levels())
	}
	posts, err := client.Appointment.Query().Where(appointment.PersonID(personID), office.NotOver(today)).All(ctx)
	for _, a := range posts {
		out = append(out, a.Levels())
	}
	return out, err
}

// gives keeps the acts that give somebody roles.
var gives = pendingact.KindIn(term.ActKindGrantRole, term.ActKindAssignPortfolio, term.ActKindAppoint, term.ActKindDelegate, term.ActKindImportOffices)

// widelyPosted tells whether a person holds or will hold a post that makes them STAFF of more than one
// department, or of a bureau. A post in a bureau that is divided gives no role.
func (s *Service) widelyPosted(ctx context.Context, client *ent.Client, personID int64) (bool, error) {
	return client.Appointment.Query().Where(appointment.PersonID(personID), office.NotOver(s.store.Today()),
		appointment.HasUnitWith(unit.Or(unit.And(unit.KindEQ(term.UnitKindDepartment), unit.ChildCountNEQ(0)),
			unit.And(unit.KindEQ(term.UnitKindBureau), unit.ChildCount(0))))).Exist(ctx)
}
