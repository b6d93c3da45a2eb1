package check

import (
	"context"
	"encoding/json"
	"reflect"
	"slices"

	"sineng/ent"
	"sineng/ent/supervisionplan"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/calendar"
	"sineng/server/fault"
	"sineng/server/org"
)

// Plan are the settings in force on a unit.
type Plan struct {
	Unit *ent.Unit
	Settings
	// Set is the version that a bureau set, on this unit or one above; nil for the defaults.
	Set *ent.SupervisionPlan
	// Version is that of the unit's own newest version, 0 for none.
	Version int
	// MayChange tells whether the viewer may set another version on this unit.
	MayChange bool
}

// Plan are the settings in force on a unit.
func (s *Service) Plan(ctx context.Context, unitID int64) (*Plan, error) {
	u, err := org.UnitOf(ctx, s.store, unitID)
	if err != nil {
		return nil, err
	}
	if u == nil {
		return nil, fault.MissingAt("unitId", "单位", "unit")
	}
	if err := authz.Check(ctx, authz.ReadOrganisation, u.Levels()); err != nil {
		return nil, err
	}
	p, err := planOn(ctx, s.store.Reader(ctx), u)
	if err != nil {
		return nil, err
	}
	p.MayChange = isBureau(u) && authz.May(viewer.FromContext(ctx), authz.SetRecipes, u.Levels())
	return p, nil
}

func isBureau(u *ent.Unit) bool { return u.Kind == term.UnitKindBureau || u.ParentID == nil }

// planOn are the settings in force on a unit: the newest version of the nearest unit that has not withdrawn its own, else the
// defaults.
func planOn(ctx context.Context, client *ent.Client, u *ent.Unit) (*Plan, error) {
	at := u.Levels()
	rows, err := client.SupervisionPlan.Query().Where(supervisionplan.UnitIDIn(at[:u.Level]...)).Order(ent.Desc(supervisionplan.FieldNumber)).All(everywhere(ctx))
	if err != nil {
		return nil, err
	}
	out := &Plan{Unit: u, Settings: Defaults()}
	newest := map[int64]*ent.SupervisionPlan{}
	for _, row := range slices.Backward(rows) {
		newest[row.UnitID] = row
	}
	if own := newest[u.ID]; own != nil {
		out.Version = own.Number
	}
	for _, id := range slices.Backward(at[:u.Level]) {
		if row := newest[id]; row != nil && !row.Withdrawn {
			out.Set = row
			out.Settings, err = parse(row.Settings)
			return out, err
		}
	}
	return out, nil
}

// SetPlan is a version of settings that is set on a bureau, or withdrawn.
type SetPlan struct {
	UnitID          int64
	ExpectedVersion int // of the unit's own newest version, 0 for none
	Settings        *Settings
	Reason          string
}

// SetPlan sets settings on a bureau and all below it, but for bureaus that set their own, or withdraws them. What is checked
// changes from the next planning on; checks that are asked for stay.
func (s *Service) SetPlan(ctx context.Context, in SetPlan) (*Plan, error) {
	var bad fault.List
	reason, wrong := calendar.Reason(in.Reason)
	bad.Add(wrong)
	if in.Settings != nil {
		in.Settings = in.Settings.normal()
		for _, e := range fault.All(in.Settings.Validate()) {
			e.Field = "settings." + e.Field
			bad.Add(e)
		}
	}
	if err := bad.Err(); err != nil {
		return nil, err
	}
	var out *Plan
	_, err := audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionSetSupervisionPlan, Right: authz.SetRecipes, Reason: reason}, func(ctx context.Context, tx *ent.Tx) (*ent.SupervisionPlan, error) {
		u, err := org.Hold(ctx, s.store, tx, in.UnitID, authz.SetRecipes, "unitId")
		if err != nil {
			return nil, err
		}
		if !isBureau(u) {
			return nil, fault.Bad("unitId", "NOT_A_BUREAU", "监督计划设在单位上,对其全部部门和下级有效,不能只设在部门上", "A plan is set on a bureau and holds for all below it, not on a department")
		}
		was, err := planOn(ctx, tx.Client(), u)
		if err != nil {
			return nil, err
		}
		own := was.Set != nil && was.Set.UnitID == u.ID
		switch {
		case was.Version != in.ExpectedVersion:
			return nil, fault.Stale()
		case in.Settings == nil && !own:
			return nil, fault.New(fault.InvalidTransition, "PLAN_NOT_SET", "unitId", "本单位没有自行设定监督计划,无须停用", "The unit has set no plan, there is nothing to withdraw")
		case in.Settings != nil && own && reflect.DeepEqual(was.Settings, *in.Settings):
			return nil, fault.Bad("settings", "PLAN_UNCHANGED", "与本单位现行监督计划完全相同,无须设定", "This is the unit's plan in force already")
		}
		set := was.Settings
		if in.Settings != nil {
			set = *in.Settings
		}
		text, err := json.Marshal(set)
		if err != nil {
			return nil, err
		}
		v := viewer.FromContext(ctx)
		row, err := tx.SupervisionPlan.Create().SetUnitID(u.ID).SetLevels(u.Levels()).SetNumber(was.Version + 1).SetSettings(string(text)).
			SetWithdrawn(in.Settings == nil).SetReason(reason).SetNillableAccountID(v.Account()).SetActorName(v.Name).SetAt(s.store.Now()).Save(everywhere(ctx))
		if ent.IsConstraintError(err) {
			return nil, fault.Stale()
		}
		if err != nil {
			return nil, err
		}
		if out, err = planOn(ctx, tx.Client(), u); err != nil {
			return nil, err
		}
		out.MayChange = true
		return row, nil
	})
	return out, err
}
