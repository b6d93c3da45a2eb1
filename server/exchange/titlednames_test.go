package exchange

import (
	"fmt"
	"testing"

	"sineng/ent/riskpoint"
	"sineng/server/testkit"
)

// TestANameWithATitleIsAPersonOnlyWhereOneIsKnown reads owners that are addressed or named with their
// job titles. Words that begin like a name make nobody up.
func TestANameWithATitleIsAPersonOnlyWhereOneIsKnown(t *testing.T) {
	b := newBench(t, testkit.SQLite(t))
	ctx := testkit.System()
	u := b.bureau("T1")
	b.commit(ctx, text(t, "单位编码,姓名,工号,职务\nT1,张三,1001,科长\n"), Options{})
	for i, c := range []struct{ owner, person, text string }{
		{"张三", "张三", ""},
		{"张三科长", "张三", ""},
		{"会计张三", "张三", ""},
		{"张三同志", "张三", ""},
		{"李四同志", "李四", ""},
		{"会计王五", "", "会计王五"},
		{"高级会计", "", "高级会计"},
		{"金融科长", "", "金融科长"},
	} {
		title := fmt.Sprintf("拨付%c", '甲'+rune(i))
		b.commit(ctx, text(t, "单位编码,风险点,等级,直接责任人\nT1,"+title+",高,"+c.owner+"\n"), Options{})
		r := b.db.Client.RiskPoint.Query().Where(riskpoint.Title(title), riskpoint.UnitID(u.ID)).WithDirectOwner().OnlyX(ctx)
		name := ""
		if r.Edges.DirectOwner != nil {
			name = r.Edges.DirectOwner.Name
		}
		if name != c.person || r.DirectOwnerText != c.text {
			t.Errorf("%s was read as the person %q and the text %q", c.owner, name, r.DirectOwnerText)
		}
	}
}
