package meeting

import (
	"context"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/office"
)

// leadingGroup are the people of the leading group of a meeting's unit on its day: those of the
// nearest unit that has one, joined by those of the units above while they are fewer than three,
// so that a small bureau is not stuck and no two people decide alone.
func (s *Service) leadingGroup(ctx context.Context, tx *ent.Tx, m *ent.Meeting) (map[int64]bool, error) {
	system := viewer.System(ctx)
	facts, err := office.Read(tx.Client(), office.On(m.HeldOn)).Holding(system, m.Levels(), term.RoleLeadingGroup)
	if err != nil {
		return nil, err
	}
	holders := facts.Holders(term.RoleLeadingGroup, m.UnitID)
	var accounts []int64
	for _, h := range holders {
		accounts = append(accounts, h.Account)
	}
	rows, err := tx.Account.Query().Where(account.IDIn(accounts...), account.PersonIDNotNil(), account.Disabled(false)).All(system)
	if err != nil {
		return nil, err
	}
	people := map[int64]int64{}
	for _, a := range rows {
		people[a.ID] = *a.PersonID
	}
	return nearestGroup(holders, people), nil
}

// nearestGroup are the people of the nearest units with a leading group, whole units at a time,
// until they are three.
func nearestGroup(holders []office.Holder, people map[int64]int64) map[int64]bool {
	out := map[int64]bool{}
	unit := int64(-1)
	for _, h := range holders {
		if h.Unit != unit && len(out) >= fewestMembers {
			break
		}
		unit = h.Unit
		if p := people[h.Account]; p != 0 {
			out[p] = true
		}
	}
	return out
}
