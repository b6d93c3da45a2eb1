package register

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/power"
	"sineng/server/fault"
	"sineng/server/store"
)

// references are the rows that a risk point's details refer to.
type references struct {
	power *ent.Power
	step  *ent.ProcessStep
}

// referable are rows that the details of several risk points refer to, as far as the viewer may
// see them.
type referable struct {
	tx             *ent.Tx
	powers         map[int64]*ent.Power
	posts, persons map[int64]bool
	steps          map[stepOf]*ent.ProcessStep
}

// stepOf names a step of a power's process.
type stepOf struct {
	power int64
	key   string
}

// lookUp loads what the details refer to and locks the power against retiring and against a
// change of its type or process.
func (s *Service) lookUp(ctx context.Context, tx *ent.Tx, d RiskDetails, unitID int64) (references, error) {
	known, _, err := s.lookUpAll(ctx, tx, []RiskDetails{d}, nil)
	if err != nil {
		return references{}, err
	}
	return known.of(ctx, d, unitID)
}

// lookUpAll loads what the details of several risk points refer to, see lookUp, and the recipes in
// force on units that are held.
func (s *Service) lookUpAll(ctx context.Context, tx *ent.Tx, all []RiskDetails, held map[int64]*ent.Unit) (*referable, map[int64]Recipe, error) {
	k := &referable{tx: tx, powers: map[int64]*ent.Power{}, steps: map[stepOf]*ent.ProcessStep{}}
	var powers, posts, persons []int64
	for _, d := range all {
		powers = append(powers, given(d.PowerID))
		posts = append(append(posts, given(d.PostID)), d.ExposedPostIds...)
		persons = append(append(persons, given(d.PersonID), given(d.DirectOwnerID), given(d.DepartmentOwnerID), given(d.LeaderOwnerID)), d.ExposedPersonIds...)
	}
	err := store.InParts(distinct(powers), func(part []int64) error {
		q := tx.Power.Query().Where(power.IDIn(part...)).Order(power.ByID())
		if s.locks() {
			q.ForShare(sql.WithLockClause("LOCK IN SHARE MODE"))
		}
		found, err := q.All(ctx)
		for _, p := range found {
			k.powers[p.ID] = p
		}
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	found, err := s.restOn(ctx, tx.Client(), distinct(posts), distinct(persons), above(held))
	if err != nil {
		return nil, nil, err
	}
	k.posts, k.persons = found.posts, found.persons
	recipes, err := s.recipesOf(found.versions, held)
	return k, recipes, err
}

// of checks what the details of a risk point of a unit refer to.
func (k *referable) of(ctx context.Context, d RiskDetails, unitID int64) (references, error) {
	var found references
	if d.PowerID != nil {
		found.power = k.powers[*d.PowerID]
		switch {
		case found.power == nil:
			return found, fault.MissingAt("details.powerId", "职权", "power")
		case found.power.UnitID != unitID:
			return found, fault.Bad("details.powerId", "OTHER_UNIT", "该职权属于其他单位", "The power belongs to another unit")
		case found.power.RetiredOn != nil:
			return found, retired("details.powerId")
		}
		store.Note(ctx, power.Table, found.power.ID, found.power.ImportID)
	}
	if d.StepKey != nil && *d.StepKey != "" {
		if found.power == nil {
			return found, fault.Bad("details.powerId", "REQUIRED", "选择环节前请先选择职权", "Name the power of the step")
		}
		step, err := k.step(ctx, stepOf{found.power.ID, *d.StepKey})
		if err != nil {
			return found, store.OrMissing(err, "details.stepKey", "环节", "step")
		}
		found.step = step
	}
	if !knows(k.posts, given(d.PostID)) {
		return found, fault.MissingAt("details.postId", "岗位", "post")
	}
	if !knows(k.posts, d.ExposedPostIds...) {
		return found, fault.MissingAt("details.exposedPostIds", "岗位", "post")
	}
	if !knows(k.persons, d.ExposedPersonIds...) {
		return found, fault.MissingAt("details.exposedPersonIds", "人员", "person")
	}
	for _, ref := range []struct {
		field string
		id    *int64
	}{{"personId", d.PersonID}, {"directOwnerId", d.DirectOwnerID}, {"departmentOwnerId", d.DepartmentOwnerID}, {"leaderOwnerId", d.LeaderOwnerID}} {
		if !knows(k.persons, given(ref.id)) {
			return found, fault.MissingAt("details."+ref.field, "人员", "person")
		}
	}
	return found, nil
}

// step is a step of the present process of a power.
func (k *referable) step(ctx context.Context, of stepOf) (*ent.ProcessStep, error) {
	if known := k.steps[of]; known != nil {
		return known, nil
	}
	step, err := currentStep(ctx, k.tx, of.power, of.key)
	if err == nil {
		k.steps[of] = step
	}
	return step, err
}

// knows reports whether all ids but zeros are known.
func knows(known map[int64]bool, ids ...int64) bool {
	for _, id := range ids {
		if id != 0 && !known[id] {
			return false
		}
	}
	return true
}
