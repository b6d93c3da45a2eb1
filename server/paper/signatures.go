package paper

import (
	"fmt"
	"strings"
	"time"

	"sineng/ent/term"
	"sineng/server/form"
	"sineng/server/store"
)

// signed are the places for signatures, in the order of the review.
var signed = []struct {
	stage   term.FormState
	heading string
}{
	{term.FormStateDeptReview, "部门负责人意见"}, {term.FormStateLeaderReview, "分管领导意见"},
	{term.FormStateInspectionReview, "纪检监察意见"}, {term.FormStateGroupReview, "领导小组意见"},
}

// signatures lays out the review decisions with their signatures, empty when
// missing, the place of the seal and the filing number.
func (p *page) signatures() []line {
	c := p.doc.Content
	end := len(p.grid) - 1
	var out []line
	if c.Person != nil {
		name, day := c.PreparedBy, c.PreparedOn
		if name != c.Person.Name { // somebody else submitted it: the person signs by hand
			name, day = "", ""
		}
		out = append(out, line{mark: markNone, least: 26, cells: []cell{p.all("本人签字："+orBlank(name, 8)+blank(4)+dayOrBlank(day), lookSign)}})
	}
	heads, texts, signs := line{mark: markNone, least: 20, keep: true}, line{mark: markNone, least: 46, keep: true}, line{mark: markNone, least: 32, keep: true}
	for i, s := range signed {
		text, sign := decisionsOf(c, s.stage)
		from, to := p.at(1000*i/len(signed)), p.at(1000*(i+1)/len(signed))
		heads.cells = append(heads.cells, cell{from: from, to: to, text: s.heading, look: lookLabel})
		texts.cells = append(texts.cells, cell{from: from, to: to, text: text, look: lookOpen})
		signs.cells = append(signs.cells, cell{from: from, to: to, text: sign, look: lookSign})
	}
	middle := p.at(500)
	seal := line{mark: markNone, least: 44, cells: []cell{
		{from: 0, to: middle, text: "填报单位（盖章）：", look: lookText},
		{from: middle, to: end, text: "备案编号：" + orBlank(c.FiledNumber, 12) + "\n备案日期：" + dayOrBlank(c.FiledOn), look: lookText}}}
	return append(out, heads, texts, signs, seal)
}

// decisionsOf returns the review decisions of a stage, and who signed them
// when.
func decisionsOf(c *form.Content, stage term.FormState) (text, sign string) {
	var texts, signs []string
	for _, o := range c.ReviewDecisions {
		if o.Stage != stage {
			continue
		}
		texts = append(texts, shown(o.Text))
		by := o.Signer
		if o.Title != "" {
			by += "（" + o.Title + "）"
		}
		if o.Behalf != "" {
			by += "代" + o.Behalf
		}
		signs = append(signs, "签字："+by+"\n"+dayOfMoment(o.At))
	}
	if len(signs) == 0 {
		return "", "签字：" + blank(8) + "\n" + dayOrBlank("")
	}
	return strings.Join(texts, "\n"), strings.Join(signs, "\n")
}

// dayOfMoment returns the day of a moment in China.
func dayOfMoment(at string) string {
	t, err := time.Parse(time.RFC3339Nano, at)
	if err != nil {
		return dayOrBlank(at)
	}
	return dayOrBlank(store.DayOf(t).Format(time.DateOnly))
}

// dayOrBlank formats a day, or the blank for it.
func dayOrBlank(day string) string {
	if t, err := time.Parse(time.DateOnly, day); err == nil {
		return fmt.Sprintf("%d年%d月%d日", t.Year(), t.Month(), t.Day())
	}
	if day != "" {
		return day
	}
	return blank(3) + "年" + blank(2) + "月" + blank(2) + "日"
}

func orBlank(text string, width int) string {
	if text == "" {
		return blank(width)
	}
	return shown(text)
}

func blank(width int) string { return strings.Repeat("\u3000", width) }
