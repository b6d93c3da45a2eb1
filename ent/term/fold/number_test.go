package fold

import (
	"slices"
	"strings"
	"testing"
)

// numbers are all numberings that are taken off before a title.
var numbers = []string{
	"1.", "1. ", "1．", "1、", "1，", "1)", "1）", "1：", "1:", "1 ", "01", "01 ", "01.", "001、", "12.", "120、", "１．", "１、", "1.、",
	"(1)", "（1）", "(1)、", "（ 1 ）", "(12)", "[1]", "【1】", "〔3〕", "（一）", "(十二)", "（一）、", "(a)", "a)", "a.", "A、", "B.",
	"①", "①、", "⑳", "㉑", "❶", "⑴", "⑴、", "⒈", "⒈ ", "㈠", "㈠、", "⒜", "㊀",
	"一、", "一．", "一.", "十、", "十一、", "二十三、", "一：", "一 ", "⼀、", "⼆、", "壹、", "〇、", "廿一、",
	"第一、", "第一，", "第一 ", "第十二、", "第1条：", "第一条 ", "第三步：", "第2项、",
	"1.1 ", "1.2、", "1.2.3 ", "1.2.3、", "1-1、", "1-2 ", "1-", "1—", "1－", "Ⅰ、", "Ⅳ.", "II、", "IV.",
	"一、1.", "（一）1、", "一、(一)1.①", "\ufeff1.",
}

// beforeHan are those that are a part of a code before anything but a Chinese character: 01IT, 1-IT.
var beforeHan = []string{"01", "1-", "1—", "1－", "(a)", "a)", "a.", "A、", "B."}

func TestNumbersAreTakenOff(t *testing.T) {
	for _, n := range numbers {
		for _, title := range []string{"资金拨付", "《办法》执行", "“三重一大”决策", "IT运维"} {
			if slices.Contains(beforeHan, n) && !strings.HasPrefix(title, "资") {
				continue
			}
			if got := Unnumbered(n + title); got != title {
				t.Errorf("%q: %q", n+title, got)
			}
		}
	}
}

// whole are titles of which nothing is taken off.
var whole = []string{
	"", " ", "1", "1.", "一、", "（一）", "①", "资金拨付", "12345热线", "12345 热线", "110指挥", "110 指挥中心", "3D打印", "5G建设", "120急救", "24小时值班",
	"一把手", "一把手监督", "一般采购", "三公经费", "三重一大", "四风问题", "十三五规划", "十四五规划编制", "百日攻坚", "二手车交易", "七一慰问", "一 般",
	"2026年预算", "2026 年预算", "2026年度考核", "1.5万元以上采购", "1.5 万元以上采购", "0.5倍以上罚款", "10万元以上采购", "10 万元以上采购", "3人以上", "3 人以上会审", "12 个月",
	"1,000元以上报销", "1、2号楼维修", "1、2、3号楼维修", "110、119接处警", "12345、12315热线管理", "1:1配套资金", "12:00前报送", "3-5年规划", "1-2 月份报表", "6.30专案", "6·30专案", "5%以上抽检",
	"一、二级岗位", "一、二、三级响应", "第三方服务", "第一书记", "第二课堂", "第一批项目", "007专案", "B、C级风险", "A级处", "IT管理", "VIP接待", "(A级)审批", "（试行）办法", "(2026)专项", "【重点】审批",
	"Ⅰ级风险", "IV类设备", "1.500元补贴", "95598热线", "4S店监管", "A.B类物资",
}

func TestWhatBelongsToATitleStays(t *testing.T) {
	for _, title := range whole {
		if got := Unnumbered(title); got != strings.TrimSpace(title) {
			t.Errorf("%q: %q", title, got)
		}
	}
}

func TestSomeTitlesWithFiguresAreNumbered(t *testing.T) {
	for title, want := range map[string]string{
		"1、2026年预算": "2026年预算", "1.2026年预算": "2026年预算", "2)12345热线": "12345热线", "1、3D打印": "3D打印", "1. 3D打印": "3D打印",
		"一、三公经费": "三公经费", "二、一把手监督": "一把手监督", "一、一般采购": "一般采购", "(1)1.5万元以上采购": "1.5万元以上采购", "①110指挥": "110指挥",
		" 1. 资金拨付 ": "资金拨付", "1.\n资金拨付": "资金拨付", "1.资金　拨付": "资金　拨付", "一、（一）1.①a)⑴资金": "a)⑴资金",
	} {
		if got := Unnumbered(title); got != want {
			t.Errorf("%q: %q, not %q", title, got, want)
		}
	}
}

func TestARenumberedTitleIsTheSame(t *testing.T) {
	want := Title("资金拨付")
	for _, title := range []string{"资金拨付", "1.资金拨付", "2、资金拨付", "(3)资金拨付", "（四） 资金 拨付", "⑤资金拨付", "６．资⾦拨付"} {
		if got := Title(title); got != want {
			t.Errorf("%q: %q", title, got)
		}
	}
	if Title("1.5万元以上采购") == Title("5万元以上采购") {
		t.Error("1.5 was taken for a number")
	}
}

func FuzzUnnumbered(f *testing.F) {
	for _, n := range numbers {
		f.Add(n + "资金拨付")
	}
	for _, title := range whole {
		f.Add(title)
	}
	f.Fuzz(func(t *testing.T, title string) {
		got := Unnumbered(title)
		if !strings.HasSuffix(strings.TrimSpace(title), got) {
			t.Errorf("%q: %q is no end of it", title, got)
		}
		if Key(title) != "" && Key(got) == "" {
			t.Errorf("nothing is left of %q", title)
		}
	})
}
