package exchange

import (
	"fmt"
	"strings"
	"testing"

	"sineng/ent/riskpoint"
	"sineng/server/form/wording"
	"sineng/server/testkit"
)

// TestADittoIsTheCellAbove covers what stands above: a text, nothing, and no row at all.
func TestADittoIsTheCellAbove(t *testing.T) {
	b := newBench(t, testkit.SQLite(t))
	ctx := testkit.System()
	head := "单位,风险点,等级,产生原因\n"
	for i, c := range []struct{ rows, cause, reason string }{
		{"某局,拨付,高,程序不严\n某局,验收,低,同上\n", "程序不严", ""},
		{"某局,拨付,高,\n某局,验收,低,〃\n", "", ""},
		{"某局,拨付,高,程序不严\n某局,备案,高,\n某局,验收,低,〃\n", "", ""},
		{"某局,验收,低,〃\n", "", ReasonNothingAbove},
		{"〃,验收,低,无\n", "", ReasonNothingAbove},
	} {
		u := b.bureau(fmt.Sprintf("D1%d", i))
		c.rows = strings.ReplaceAll(c.rows, "某局", u.Name)
		plan := testkit.Must(b.Plan(ctx, text(t, head+c.rows), Options{}))(t)
		switch {
		case c.reason != "":
			if len(plan.Problems) != 1 || plan.Problems[0].Reason != c.reason {
				t.Errorf("%s: %+v", c.rows, plan.Problems)
			}
			continue
		case len(plan.Problems) > 0:
			t.Errorf("%s: %+v", c.rows, plan.Problems)
			continue
		}
		b.commit(ctx, text(t, head+c.rows), Options{})
		for _, r := range b.db.Client.RiskPoint.Query().Where(riskpoint.UnitID(u.ID)).AllX(ctx) {
			if r.Title == "验收" && r.Cause != c.cause {
				t.Errorf("%s: the cause is %q, want %q", c.rows, r.Cause, c.cause)
			}
		}
	}
}

// TestAPowerWithSlashesKeepsItsStep reads 职权/环节 in one cell where the power's name has slashes too.
func TestAPowerWithSlashesKeepsItsStep(t *testing.T) {
	b := newBench(t, testkit.SQLite(t))
	b.bureau("D2")
	ctx := testkit.System()
	b.commit(ctx, text(t, "单位,职权,流程环节,风险点,等级\n映射局D2,公务用车/公务接待,审核/备案,超标,高\n"), Options{})
	file := text(t, "单位,职权/流程环节,风险点,等级\n映射局D2,公务用车/公务接待/审核/备案,超标,高\n")
	plan := testkit.Must(b.Plan(ctx, file, Options{}))(t)
	if !plan.Empty() || len(plan.Problems) > 0 {
		t.Errorf("changes %+v, problems %+v", plan.Preview, plan.Problems)
	}
}

// TestOfTitlesThatAreAlikeTheOneSpelledSoIsMeant covers titles that differ by their numbering alone,
// and the id that forms write beside such titles.
func TestOfTitlesThatAreAlikeTheOneSpelledSoIsMeant(t *testing.T) {
	b := newBench(t, testkit.SQLite(t))
	b.bureau("D3")
	ctx := testkit.System()
	head := "单位,风险点,风险类别,产生原因\n"
	b.commit(ctx, text(t, head+"映射局D3,1.拨付,思想道德,甲\n映射局D3,拨付,岗位职责,乙\n"), Options{})
	risks := b.db.Client.RiskPoint.Query().AllX(ctx)
	if len(risks) != 2 {
		t.Fatalf("%d risk points", len(risks))
	}
	for _, again := range []string{head + "映射局D3,拨付,,乙\n映射局D3,1.拨付,,甲\n"} {
		plan := testkit.Must(b.Plan(ctx, text(t, again), Options{}))(t)
		if !plan.Empty() || len(plan.Problems) > 0 {
			t.Errorf("%s: changes %+v, problems %+v", again, plan.Preview, plan.Problems)
		}
	}
	for _, r := range risks {
		b.commit(ctx, text(t, "单位,对应风险点,防控措施\n映射局D3,"+wording.Numbered(r.Title, r.ID)+",复核"+r.Title+"\n"), Options{})
		if m := r.QueryMeasures().AllX(ctx); len(m) != 1 || !strings.HasSuffix(m[0].Content, r.Title) {
			t.Errorf("%s has the measures %+v", r.Title, m)
		}
	}
}
