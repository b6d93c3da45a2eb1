package task

import (
	"context"

	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/office"
)

// wanted is what decides who is asked to do a task.
type wanted struct {
	kind term.TaskKind
	// named is whom the schedule names, 0 for the owner of the measure, or its supervisor for checks of effect.
	named, owner, supervisor int64
	// worker is whom the schedule of the measure's daily work names.
	worker int64
}

// first is who is asked where they are in office; 0 for nobody in particular.
func (w wanted) first() int64 {
	switch {
	case w.named != 0:
		return w.named
	case w.kind == term.TaskKindEffect:
		return w.supervisor
	}
	return w.owner
}

// passed are those who are not asked: nobody checks the effect of their own work.
func (w wanted) passed() map[int64]bool {
	if w.kind != term.TaskKindEffect {
		return nil
	}
	return office.Passing(w.owner, w.worker)
}

// doer is who is asked: whom the schedule or the measure names while they hold an office, as STAFF, or else whoever leads the
// department, from its head up. The zero person stands for nobody.
func (w wanted) doer(inOffice map[int64]bool, chain func() (office.Chain, error)) (term.Role, int64, error) {
	passed := w.passed()
	if one := w.first(); one != 0 && inOffice[one] && !passed[one] {
		return term.RoleStaff, one, nil
	}
	leading, err := chain()
	if err != nil {
		return "", 0, err
	}
	tier, person := leading.Asked(term.RoleDeptHead, passed)
	return tier, person, nil
}

// leading reads who leads a unit, once for each unit.
func (s *settling) leading(ctx context.Context, at authz.Levels, unit int64) func() (office.Chain, error) {
	return func() (office.Chain, error) {
		if c, known := s.chains[unit]; known {
			return c, nil
		}
		c, err := office.Leading(ctx, s.tx.Client(), at, s.today)
		s.chains[unit] = c
		return c, err
	}
}
