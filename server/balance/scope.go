package balance

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/power"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/server/fault"
	"sineng/server/org"
)

// scope are the units that are judged together.
type scope struct {
	top   int64
	units []*ent.Unit
	// above are the units above the top one, whose principal leaders are known too.
	above []*ent.Unit
	// in is the condition of rows that stand in one of them.
	in func(*sql.Selector)
}

// scoping says which units are judged together for one of them.
type scoping func(context.Context, *ent.Client, *ent.Unit) (scope, error)

// subtree is a bureau with all below it; of a department, its bureau.
func subtree(ctx context.Context, client *ent.Client, u *ent.Unit) (scope, error) {
	if u.Kind == term.UnitKindBureau {
		return below(ctx, client, u)
	}
	return bureau(ctx, client, u)
}

// below is a unit with all below it.
func below(ctx context.Context, client *ent.Client, u *ent.Unit) (scope, error) {
	in := sql.FieldEQ(rule.LevelColumn(u.Level), u.ID)
	if err := few(ctx, client, in); err != nil {
		return scope{}, err
	}
	units, err := client.Unit.Query().Where(in, unit.ClosedOnIsNil()).Order(unit.ByID()).All(everywhere(ctx))
	if err != nil {
		return scope{}, err
	}
	above, err := org.Above(ctx, client, u)
	return scope{u.ID, units, above, in}, err
}

// bureau is the bureau of a unit with its departments down to the next bureaus, since what one person does there
// meets in one hand.
func bureau(ctx context.Context, client *ent.Client, u *ent.Unit) (scope, error) {
	sc, err := wholeBureau(ctx, client, u)
	if err != nil {
		return scope{}, err
	}
	return sc, few(ctx, client, sc.in)
}

// wholeBureau is bureau, however many powers there are.
func wholeBureau(ctx context.Context, client *ent.Client, u *ent.Unit) (scope, error) {
	units, err := org.BureauOf(ctx, client, u)
	if err != nil {
		return scope{}, err
	}
	above, err := org.Above(ctx, client, units[0])
	if err != nil {
		return scope{}, err
	}
	ids := make([]int64, len(units))
	for i, one := range units {
		ids[i] = one.ID
	}
	return scope{ids[0], units, above, sql.FieldIn("unit_id", ids...)}, nil
}

// few refuses to judge more powers at once than there is time for.
func few(ctx context.Context, client *ent.Client, in func(*sql.Selector)) error {
	ids, err := client.Power.Query().Where(power.RetiredOnIsNil(), in).Limit(MostPowers + 1).IDs(everywhere(ctx))
	if err == nil && len(ids) > MostPowers {
		return fault.Bad("unitId", "TOO_MANY_POWERS", fmt.Sprintf("该单位及下级的职权超过 %d 项,请选择下级单位查看", MostPowers),
			fmt.Sprintf("The unit and those below it have more than %d powers: choose a unit below", MostPowers))
	}
	return err
}
