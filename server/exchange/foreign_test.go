package exchange

import (
	"fmt"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/testkit"
)

// province returns all rows of one side as text.
func (b *bench) province(p *testkit.Province) string {
	ctx, c := testkit.As(term.RolePrincipalLeader, p.Unit), b.db.Client
	return fmt.Sprint(c.Unit.Query().Order(ent.Asc("id")).AllX(ctx), c.Post.Query().Order(ent.Asc("id")).AllX(ctx), c.Person.Query().Order(ent.Asc("id")).AllX(ctx),
		c.Appointment.Query().Order(ent.Asc("id")).AllX(ctx), c.Portfolio.Query().Order(ent.Asc("id")).AllX(ctx), c.Power.Query().Order(ent.Asc("id")).AllX(ctx),
		c.RiskPoint.Query().Order(ent.Asc("id")).AllX(ctx), c.Measure.Query().Order(ent.Asc("id")).AllX(ctx))
}

func TestFault32ImportAcrossSubtrees(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		leader := testkit.As(term.RolePrincipalLeader, w.East.Unit)
		west := b.province(w.West)
		for what, file := range map[string]string{
			"a unit created below a foreign one":   "编码,名称,上级编码\nNEW,新科,W1\n",
			"a foreign unit renamed":               "编码,名称,上级编码\nW11,改名,W1\n",
			"a foreign unit moved here":            "编码,名称,上级编码\nW11,西许可科,E1\n",
			"an own unit moved away":               "编码,名称,上级编码\nE11,东许可科,W1\n",
			"an own unit made a top unit's sister": "编码,名称,上级编码\nNEW,新局,\n",
			"a person added in a foreign unit":     "工号,姓名,单位\n77,某人,W1\n",
			"a foreign person moved here":          "工号,姓名,单位\nN-西0,西0人,东市局\n",
			"an own person moved away":             "工号,姓名,单位\nN-东0,东0人,西市局\n",
			"an own person appointed away":         "工号,姓名,单位,岗位\nN-东0,东0人,西省局,西0岗\n",
			"a power of a foreign unit":            powersHeading + "西许可科,Y,甲,许可,,,,,,,\n",
			"a foreign power rewritten":            powersHeading + "西许可科,P1,改名,许可,,,,,,,\n",
			"a risk point of a foreign unit":       "单位,风险点,风险类别,风险等级\n西许可科,新的,岗位职责,低\n",
			"a foreign risk point regraded":        "单位,风险点,风险类别,风险等级\n西许可科,西2收受好处,岗位职责,低\n",
			"a measure for a foreign risk point":   "单位,风险点,风险类别,风险等级,防控措施\n西许可科,西2收受好处,岗位职责,高,新措施\n",
		} {
			for _, o := range []Options{{}, {GoodRowsOnly: true}, {UnitID: &w.East.City.ID}} {
				// Where no unit of that name is visible, a new one may be
				// planned.
				plan, err := b.Plan(leader, text(t, file), o)
				if err != nil {
					t.Errorf("%s: %v", what, err)
					continue
				}
				if len(plan.Problems) == 0 && (strings.Contains(file, "W1") || strings.Contains(file, "N-")) {
					t.Errorf("%s: the plan has no problem: %v", what, figures(plan))
				}
				_, _ = b.Commit(leader, text(t, file), o)
				if b.province(w.West) != west {
					t.Fatalf("%s changed the west", what)
				}
			}
		}
		// Nothing of the east was removed either.
		for _, id := range []int64{w.East.Department.ID, w.East.City.ID} {
			if u := b.db.Client.Unit.GetX(testkit.System(), id); u.L1 != w.East.Unit.ID {
				t.Errorf("unit %s went to %d", u.Code, u.L1)
			}
		}
		if p := b.db.Client.Person.GetX(testkit.System(), w.East.People[0].ID); p.UnitID != w.East.People[0].UnitID {
			t.Errorf("%s went to unit %d", p.Name, p.UnitID)
		}
	})
}
