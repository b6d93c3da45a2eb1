package hint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sineng/ent/term/fold"
)

// phrases say nothing that could be done or checked. They only count when
// nothing else is said.
var phrases = func() []string {
	out := []string{
		"加强学习", "加强教育", "加强管理", "加强监督", "加强监管", "加强领导", "加强培训", "加强防范", "加强落实", "加强沟通", "加强宣传", "加强检查",
		"强化学习", "强化教育", "强化管理", "强化监督", "强化责任", "强化意识", "强化落实", "强化防控",
		"提高认识", "提高素质", "提高警惕", "提高意识", "提高站位", "提高能力", "提高觉悟", "提升素质", "提升能力", "提升意识",
		"严格管理", "严格要求", "严格执行", "严格把关", "严格监督", "严格落实", "严格自律", "严格遵守", "严格审核", "严格制度",
		"高度重视", "认真学习", "认真落实", "认真执行", "认真履职", "认真对待", "狠抓落实", "抓好落实", "抓紧落实", "贯彻落实",
		"进一步加强", "进一步提高", "进一步强化", "进一步规范", "进一步完善", "不断加强", "不断提高", "不断完善", "切实加强", "切实提高", "切实履行",
		"完善制度", "健全制度", "健全机制", "完善机制", "规范管理", "规范程序", "规范流程", "落实责任", "落实制度", "明确责任",
		"廉洁自律", "廉洁从政", "廉洁奉公", "遵纪守法", "依法办事", "依法行政", "秉公办事", "公正执法", "按章办事", "按规定办理", "按制度办事", "按规定执行",
		"思想不重视", "思想认识不足", "认识不足", "认识不到位", "意识不强", "责任心不强", "工作不认真", "工作不细致", "不负责任", "监督不到位", "监管不到位",
		"管理不严", "管理不到位", "把关不严", "制度不健全", "制度不完善", "学习不够", "学习不足", "要求不严", "自律不严", "执行不到位", "落实不到位",
		"法律法规", "政治理论", "业务知识", "党纪国法", "规章制度", "相关规定", "有关规定", "廉政教育", "思想教育", "警示教育", "法制教育",
		"思想", "政治", "业务", "理论", "廉政", "廉洁", "学习", "教育", "管理", "监督", "监管", "制度", "责任", "认识", "素质", "意识", "落实", "执行", "工作", "能力", "水平",
		"自身", "自我", "相关", "有关", "各项", "日常", "平时", "切实", "努力", "积极", "严格", "认真", "进一步", "不断", "加强", "强化", "提高", "提升", "增强", "完善", "健全", "规范", "重视",
		"可能", "存在", "容易", "风险", "问题", "等", "和", "与", "及", "的", "对", "并", "要", "做到", "做好", "把", "以及", "方面", "无", "暂无", "没有", "同上", "略",
	}
	// The longest first, so that no short one leaves the rest of a long one.
	slices.SortFunc(out, func(a, b string) int { return len(b) - len(a) })
	return out
}()

// sayings are English phrases of several words without substance.
var sayings = []string{"pay attention to", "pay close attention to", "attach importance to", "attach great importance to", "do a good job", "step up",
	"put in place", "in accordance with", "according to", "take seriously", "make efforts", "lack of", "sense of", "as required", "as above", "not applicable"}

// hollowWords have no substance in an English text in which nothing else is
// said.
var hollowWords = func() map[string]bool {
	out := map[string]bool{}
	for word := range strings.FieldsSeq(`strengthen strengthening enhance enhancing improve improving raise raising reinforce intensify increase further
		continuously constantly continually effectively earnestly strictly strict seriously conscientiously carefully actively fully regularly
		study studying learning education training management managing supervision supervise oversight control controls awareness understanding
		consciousness responsibility responsibilities implementation implement implementing enforce enforcement execution execute perform
		system systems mechanism mechanisms rule rules regulation regulations requirement requirements relevant related law laws legal discipline
		self integrity honesty ideological ideology political professional quality ability capability level work daily publicity guidance
		insufficient inadequate weak weakness poor not enough strong lax comply abide follow ensure standardize regulate
		risk risks problem problems issue issues may might can could should will exist exists possible
		the a an and or of to in on for with by all any is are be its their our own at from as it
		none nil no nothing na tbd same`) {
		out[word] = true
	}
	return out
}()

// withoutEnglish removes English words without substance from a text.
func withoutEnglish(text string) string {
	text = strings.ToLower(fold.Compat(text))
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	text = " " + strings.Join(words, " ") + " "
	for _, saying := range sayings {
		text = strings.ReplaceAll(text, " "+saying+" ", " ")
	}
	return strings.Join(slices.DeleteFunc(strings.Fields(text), func(word string) bool { return hollowWords[word] }), " ")
}

// mostLeft is how many characters may remain of a text without its phrases.
const mostLeft = 2

// Empty reports whether a text consists of phrases without substance; it is
// false for a text without words.
func Empty(text string) bool {
	whole := Normalize(text)
	if whole == "" {
		return false
	}
	left := Normalize(withoutEnglish(text))
	for _, phrase := range phrases {
		left = strings.ReplaceAll(left, phrase, "")
	}
	return utf8.RuneCountInString(left) <= mostLeft && left != whole
}
