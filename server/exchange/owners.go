package exchange

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sineng/ent/term"
	"sineng/ent/term/fold"
)

// ownerText is who is named as an owner, as written.
type ownerText struct {
	text  string
	title string // the job title, where it has a column of its own
}

func (o ownerText) empty() bool { return o.text == "" }

// longestOwner is the greatest length of an owner as written, in characters.
const longestOwner = 500

// owner reads the cell of an owner with the one of the job title.
func (l *line) owner(f, title field) ownerText {
	return ownerText{l.text(f, longestOwner), l.word(title, 100)}
}

// namesOf parts the names in a cell: by marks and line breaks, by slashes, and by spaces between
// words that are names by themselves, so that 甲 三 is one and 丙一 丙二 are two.
func (o ownerText) namesOf() []string {
	whole := strings.Join(strings.Fields(clean(o.text)), "")
	if !strings.ContainsAny(whole, "、,,;;//") && asPost(whole) { // 科室⏎负责人
		return []string{whole}
	}
	var out []string
	for _, part := range strings.FieldsFunc(remarkBelow.ReplaceAllString(clean(o.text), "$1"), func(r rune) bool { return strings.ContainsRune("\n、,,;;//", r) }) {
		out = append(out, bySpaces(part)...)
	}
	var once []string
	for _, name := range out {
		if name != "" && !slices.Contains(once, name) {
			once = append(once, name)
		}
	}
	return once
}

// bySpaces parts words that are names of two to four characters each.
func bySpaces(text string) []string {
	words := strings.Fields(text)
	for _, w := range words {
		if n := utf8.RuneCountInString(w); n < 2 || n > 4 || !han(w) {
			return []string{oneLine(text)}
		}
	}
	return words
}

func han(s string) bool {
	for _, r := range s {
		if !unicode.Is(unicode.Han, r) {
			return false
		}
	}
	return true
}

var (
	everybody = regexp.MustCompile(`全体|全员|各(?:单位|部门|科室|处室|岗位)|所有|人人|相关|有关|等$`)
	headWords = regexp.MustCompile(`^(?:本)?(?:科室|部门|处室|股室|单位|机构|科|处)?(?:主要)?(?:负责人|责任人|负责同志)$`)
	chiefs    = regexp.MustCompile(`^(?:分管|主管|责任)(?:局|副局长|院|校|委)?领导$|^分管负责人$`)
	postEnds  = regexp.MustCompile(`(?:岗|岗位|长|主任|书记|员|负责人|责任人|人员|会计|出纳|领导|经理|主管|干部|同志|助理|秘书|工程师)$`)
)

// remarkBelow is a remark in brackets on the line below a name: 张三⏎(工程科科长).
var remarkBelow = regexp.MustCompile(`\s*\n\s*([(（][^()（）]*[)）])`)

// bareJobs are names of jobs and posts alone, which are nobody's.
var bareJobs = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("会计 出纳 采购 保管 文秘 文书 司机 档案员 科员 办事员 统计 审计 监理 内勤 外勤 秘书 干事 书记 副书记 科长 副科长 处长 副处长 局长 副局长 " +
		"主任 副主任 股长 副股长 所长 副所长 站长 院长 副院长 校长 副校长 园长 经理 副经理 总经理 组长 队长 副队长 班长 班主任 主管 经办人 承办人 负责人 责任人 监督员 纪检委员 纪检监察员") {
		out[w] = true
	}
	return out
}()

// asPost reports whether a text names a post, a function or several people rather than one person.
func asPost(text string) bool {
	return bareJobs[text] || headWords.MatchString(text) || chiefs.MatchString(text) || everybody.MatchString(text) ||
		postEnds.MatchString(text) && utf8.RuneCountInString(text) > 2 && groups.MatchString(text)
}

// owned is who an owner is: one person, or a text where it is nobody, several or a post.
type owned struct {
	person ref
	text   string
}

// named reports whether a cell names the owner as written: the person alone, or the text.
func (o owned) named(by ownerText) bool {
	names := by.namesOf()
	if o.text != "" {
		return strings.Join(names, "、") == o.text
	}
	return len(names) == 1 && o.person.id != 0 && parseWritten(names[0]).name == o.person.label
}

func (o owned) same(other owned) bool {
	return o.person.id == other.person.id && o.person.made == other.person.made && o.text == other.text
}

// ownerOf finds whom an owner's cell names: people by their names, the holder of a post of the
// unit, its head or leader. Where they are not exactly one person, the text is kept as written.
// People are found, or planned on the payroll of home; leads is the portfolio that they have over
// the unit, "" for none; where only those held count, none is planned.
func (p *planner) ownerOf(l *line, f field, o ownerText, u, home *unitNode, leads term.PortfolioKind, held bool) (out owned, ok bool) {
	names := o.namesOf()
	var people []*personNode
	kept := false
	for _, name := range names {
		w := parseWritten(addressed(name))
		who, jobTitle := withTitle(w.name)
		if jobTitle != "" && p.isKnown(who, u) {
			w.name, w.jobTitle = who, jobTitle
		}
		if w.jobTitle == "" && len(names) == 1 {
			w.jobTitle = o.title
		}
		switch {
		case asPost(w.name) || everybody.MatchString(name):
			if n := p.holderOf(u, w.name); n != nil {
				p.touch(ObjectPerson, n, &n.first, l)
				people = append(people, n)
				continue
			}
			kept = true
		case !p.isKnown(w.name, u) && (p.isUnit(w.name) || !personal(w.name) || jobTitle != "" && w.name != who):
			kept = true
		default:
			n := p.personOf(l, f, w, u, home)
			if n == nil {
				return owned{}, false
			}
			if people = append(people, n); leads != "" {
				if k := (portfolioKey{n, leads}); !held || p.leadership(u)[k] != nil {
					p.lead(l, f, n, u, leads)
				}
			}
		}
	}
	if len(people) > 0 {
		out.person = refTo(people[0], people[0].name)
	}
	if kept || len(people) != 1 {
		out.text = strings.Join(names, "、")
		l.tell(ToldText, f, out.text, "不是单独一人,已按原文保留", "not one person: kept as written")
	}
	return out, !l.bad()
}

var (
	address  = regexp.MustCompile(`^(\p{Han}{2,4})(?:同志|先生|女士)$`)
	jobWords = `(?:副|正)?(?:会计|出纳|科长|处长|股长|局长|主任|所长|站长|队长|组长|科员|书记|院长|校长|主管|经理)`
	jobFirst = regexp.MustCompile(`^(` + jobWords + `)(\p{Han}{2,3})$`)
	jobLast  = regexp.MustCompile(`^(\p{Han}{2,3}?)(` + jobWords + `)$`)
)

// addressed is a name without 同志, 先生 or 女士 behind it.
func addressed(name string) string {
	if m := address.FindStringSubmatch(name); m != nil {
		return m[1]
	}
	return name
}

// withTitle parts a name from the job title before or behind it: 会计张三, 张三科长. That it is a
// name and no word, as in 高级会计, is for the caller to know; it begins like one.
func withTitle(text string) (name, jobTitle string) {
	if m := jobFirst.FindStringSubmatch(text); m != nil {
		name, jobTitle = m[2], m[1]
	} else if m := jobLast.FindStringSubmatch(text); m != nil {
		name, jobTitle = m[1], m[2]
	}
	if jobTitle == "" || !surnamed(name) {
		return "", ""
	}
	return name, jobTitle
}

// isKnown reports whether somebody of the name leads the unit or one above it, or is on the payroll
// of one of these.
func (p *planner) isKnown(name string, u *unitNode) bool {
	for _, tier := range p.tiers(u, name) {
		if len(tier) > 0 {
			return true
		}
	}
	return false
}

// isUnit reports whether a name is that of a known unit, or sounds like one and like nobody's.
func (p *planner) isUnit(name string) bool {
	return len(p.units.byName[fold.Text(name)]) > 0 || unitLike(name) && (utf8.RuneCountInString(name) > 3 || !surnamed(name))
}

// holderOf finds who a post or function of a unit is: the head, the leader in charge, or the only
// holder of the post; nil where that is nobody or several.
func (p *planner) holderOf(u *unitNode, text string) *personNode {
	led := func(kinds ...term.PortfolioKind) *personNode {
		var found *personNode
		for _, n := range p.leaders(u) {
			for _, k := range kinds {
				if n.kind == k {
					if found != nil && found != n.person {
						return nil
					}
					found = n.person
				}
			}
		}
		return found
	}
	switch {
	case headWords.MatchString(text):
		return led(term.PortfolioKindHead)
	case chiefs.MatchString(text):
		return led(term.PortfolioKindInCharge)
	}
	name := strings.TrimPrefix(text, u.name)
	at := p.postNamed(u, name)
	if at == nil {
		return nil
	}
	var found *personNode
	for k := range p.appointments(u) {
		if k.post == at {
			if found != nil {
				return nil
			}
			found = k.person
		}
	}
	return found
}

// surnamed reports whether a name begins with a common surname.
func surnamed(name string) bool {
	r, _ := utf8.DecodeRuneInString(name)
	return strings.ContainsRune(surnames, r)
}

// surnames are the most common ones, which cover more than nine people in ten.
const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤甲乙丙丁某"
