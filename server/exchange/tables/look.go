package tables

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sineng/server/exchange/sheet"
	"sineng/server/form/wording"
)

// looked is a row with what is asked of it more than once.
type looked struct {
	sheet.Row
	// own are the columns of the cells that are not blank and do not repeat a merged one.
	own []int
	// filled reports whether a merged cell reaches into the row from above.
	filled bool
}

func look(r sheet.Row) *looked {
	l := &looked{Row: r}
	for column, c := range r.Cells {
		switch {
		case c.Blank():
		case c.Filled:
			l.filled = l.filled || !across(r, column)
		default:
			l.own = append(l.own, column)
		}
	}
	return l
}

// titles counts the own cells that are titles, and stops after more than so many that are none:
// most rows are known by their first cells to hold no titles.
func (l *looked) titles(w Words, misses int) (n int, within bool) {
	for _, column := range l.own {
		if c := l.Cells[column]; short(c, longestTitle) && w.Title(c.Text) {
			n++
		} else if misses--; misses < 0 {
			return n, false
		}
	}
	return n, true
}

// across reports whether a filled cell belongs to a merged one that begins in the same row.
func across(r sheet.Row, column int) bool {
	for left := column - 1; left >= 0; left-- {
		c := r.Cells[left]
		if c.Text != r.Cells[column].Text {
			return false
		}
		if !c.Filled {
			return true
		}
	}
	return false
}

// longestTitle is the greatest length of a title that is looked for, in characters.
const longestTitle = 60

// short reports whether a cell holds a text of at most so many characters.
func short(c sheet.Cell, most int) bool {
	return c.Kind == sheet.Text && utf8.RuneCountInString(c.Text) <= most
}

func (l *looked) text(i int) string { return wording.OneLine(l.Cells[l.own[i]].Text) }

// single is the text of the row's only own cell, "" where it has several.
func (l *looked) single() string {
	if len(l.own) != 1 {
		return ""
	}
	return l.text(0)
}

var (
	labelled    = regexp.MustCompile(`^([^:]{1,24}?)\s*(?:\([^()]*\)\s*)?:\s*(.*)$`)
	beforeColon = regexp.MustCompile(`\s+:`)
	// newLabel is a label behind the value of another; 8:30 is none.
	newLabel  = regexp.MustCompile(`^[\p{Han}()]{2,12}$`)
	numbering = regexp.MustCompile(`^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|第[一二三四五六七八九十\d]{1,3}[部类章节项](?:分)?|\d{1,2}[、.])`)
	note      = regexp.MustCompile(`^[(【\[]?(?:注|备注|附注|说明|填表说明|填写说明|填报说明|填报要求|※|\*)[)】\]]?(?:[:.、\d\s]|$)`)
	total     = regexp.MustCompile(`^(?:合计|总计|小计|共计|累计|总数)(?:[::(]|$)`)
	signed    = regexp.MustCompile(`(?:签名|签字|签章|盖章|意见|审签)$`)
	signing   = regexp.MustCompile(`^(?:填表|填报|制表|报送|审核|审批|审签|复核|经办|编制|起草|校对|批准|联系|承诺|本人|部门负责|科室负责|单位负责|处室负责|分管领导|主管领导|主要领导|` +
		`负责人|领导|纪检|领导小组|日期|时间|电话|签名|签字|签章|盖章|公章|年月日|备案)`)
	dated = regexp.MustCompile(`^(?:\d{4}|\s*)年\s*\d{0,2}\s*月(?:\s*\d{0,2}\s*日)?$|^\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?$`)
	hint  = regexp.MustCompile(`^(?:[((\[【].*[))\]】]|(?:请|填|如[::]|例[::如]|选填|必填|可填|限填).*)$`)
)

// fold is a text for comparing with the patterns above: on one line and in half width.
func fold(s string) string { return norm.NFKC.String(wording.OneLine(s)) }

// pair is a label with its value.
type pair struct {
	label, value string
	column       int // of the value
}

// colons returns the labels and values of a row of which every own cell is 单位:财务科, or several of
// these parted by spaces, or a day beside such a cell, which has no label; nil for another row.
func (l *looked) colons() []pair {
	var out []pair
	labels := 0
	for i, column := range l.own {
		if l.Cells[column].Kind == sheet.Date {
			out = append(out, pair{"", l.text(i), column})
			continue
		}
		pairs := pairsIn(l.Cells[column].Text)
		if pairs == nil {
			return nil
		}
		for _, p := range pairs {
			if p.label != "" {
				labels++
			}
			out = append(out, pair{p.label, p.value, column})
		}
	}
	if labels == 0 {
		return nil
	}
	return out
}

// pairsIn takes a text of labels with values apart: 部门:财务科   填表时间:2026年4月. A day has no
// label; nil is for a text that does not begin with a label or a day.
func pairsIn(text string) []pair {
	var out []pair
	before := "" // characters of a label that is padded: 时  间:
	for _, word := range strings.FieldsFunc(beforeColon.ReplaceAllString(norm.NFKC.String(wording.Clean(text)), ":"), func(r rune) bool { return unicode.IsSpace(r) || r == ';' }) {
		last := len(out) - 1
		m := labelled.FindStringSubmatch(before + word)
		switch {
		case m != nil && (last < 0 || newLabel.MatchString(m[1])):
			out, before = append(out, pair{label: strings.TrimSpace(m[1]), value: strings.TrimSpace(m[2])}), ""
			continue
		case dated.MatchString(word) && (last < 0 || out[last].value != ""):
			out = append(out, pair{value: word})
			continue
		case last < 0 || out[last].value != "" && utf8.RuneCountInString(word) == 1:
			before += word
			continue
		}
		if word = before + word; out[last].value != "" {
			word = " " + word
		}
		out[last].value, before = out[last].value+word, ""
	}
	if len(out) == 0 {
		return nil
	}
	if before != "" {
		out[len(out)-1].value += before
	}
	for i := range out {
		out[i].value = wording.OneLine(out[i].value)
	}
	return out
}

// card returns the labels and values of a row that alternates between them: 姓名 | 甲一 | 职务 |
// 科员. It is nil for another row, also where no more than half of the labels are titles.
func (l *looked) card(w Words) []pair {
	if len(l.own) < 2 || len(l.own)%2 != 0 || l.filled {
		return nil
	}
	var out []pair
	known := 0
	for i := 0; i < len(l.own); i += 2 {
		label, value := l.Cells[l.own[i]], l.Cells[l.own[i+1]]
		if !short(label, 20) {
			return nil
		}
		if w.Title(label.Text) {
			known++
		} else if i == 0 {
			return nil
		}
		if short(value, longestTitle) && w.Title(value.Text) {
			return nil
		}
		out = append(out, pair{l.text(i), wording.Clean(value.Text), l.own[i+1]})
	}
	if known*2 < len(out) {
		return nil
	}
	return out
}

// signature reports whether a row holds places for names, signatures, opinions and days.
func (l *looked) signature() bool {
	signs := 0
	for i, column := range l.own {
		text := strings.ReplaceAll(fold(l.text(i)), " ", "")
		label, _, colon := strings.Cut(text, ":")
		switch {
		case colon && signing.MatchString(label), signed.MatchString(text) && utf8.RuneCountInString(text) <= 12:
			signs++
		case colon && utf8.RuneCountInString(label) <= 12, dated.MatchString(text), l.Cells[column].Kind == sheet.Date:
		default:
			return false
		}
	}
	return signs > 0
}

// opinions are the columns of a row whose cells all are titles of opinions, below which these stand:
// 部门负责人意见, 分管领导意见; none of another row.
func (l *looked) opinions() []int {
	for i := range l.own {
		if !strings.HasSuffix(strings.ReplaceAll(fold(l.text(i)), " ", ""), "意见") {
			return nil
		}
	}
	if len(l.own) < 2 {
		return nil
	}
	return l.own
}

// within reports whether all columns are among others.
func within(columns, others []int) bool {
	return !slices.ContainsFunc(columns, func(c int) bool { return !slices.Contains(others, c) })
}

// total reports whether a row adds up others.
func (l *looked) total() bool {
	for i := range min(2, len(l.own)) {
		if total.MatchString(strings.ReplaceAll(fold(l.text(i)), " ", "")) {
			return true
		}
	}
	return false
}

// families are the signs by which columns are numbered, in order.
var families = []string{"甲乙丙丁戊己庚辛壬癸", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "一二三四五六七八九"}

// ordinal is which sign of a family a text is, from 0; figures are the last family.
func ordinal(text string) (family, n int) {
	bare := strings.Trim(text, "()")
	for i, signs := range families {
		if at := strings.Index(signs, strings.ToUpper(bare)); at >= 0 && utf8.RuneCountInString(bare) == 1 {
			return i, utf8.RuneCountInString(signs[:at])
		}
	}
	if n, err := strconv.Atoi(bare); err == nil && n > 0 && n < 100 {
		return len(families), n - 1
	}
	return -1, 0
}

// index reports whether a row numbers the columns: each sign is the next of its kind, or the first
// of another: 甲 乙 1 2 3.
func (l *looked) index() bool {
	if len(l.own) < 3 {
		return false
	}
	family, last := -1, 0
	for i := range l.own {
		text := fold(l.text(i))
		if i == 0 && text == "栏次" {
			continue
		}
		at, n := ordinal(text)
		if at < 0 || at == family && n != last+1 || at != family && (n != 0 || at == 0 && family >= 0) { // 甲 comes first
			return false
		}
		family, last = at, n
	}
	return true
}

// hint reports whether every cell says how its column is to be filled in.
func (l *looked) hint() bool {
	for i := range l.own {
		if !hint.MatchString(fold(l.text(i))) {
			return false
		}
	}
	return len(l.own) > 0
}

// numberOnly reports whether nothing but a number in one cell is filled in.
func (l *looked) numberOnly() bool {
	text := fold(l.single())
	return text != "" && strings.Trim(text, "0123456789.、() ") == ""
}
