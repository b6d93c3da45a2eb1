package wording

import (
	"regexp"
	"strings"

	"sineng/ent/term/fold"
)

// scaleWords are the words for 1 to 5 that mean the same of any scale.
var scaleWords = map[string]int{"很低": 1, "极低": 1, "低": 2, "较低": 2, "中": 3, "一般": 3, "中等": 3, "高": 4, "较高": 4, "很高": 5, "极高": 5}

// levelsOf maps lists of words to 1, 2 and so on.
func levelsOf(lists ...string) map[string]int {
	out := map[string]int{}
	for i, list := range lists {
		for _, w := range strings.Fields(list) {
			out[w] = i + 1
		}
	}
	return out
}

var likelihoodWords = levelsOf(
	"罕见 极少 极小 很小 极不可能 几乎不可能 不可能 基本不可能 几乎不会 极少发生 从未发生 极难 微乎其微 非常小 非常低 最低",
	"偶尔 偶发 较小 小 较少 很少 少见 少 不太可能 不大可能 较不可能 可能性不大 不常 不经常 难 较难 偶尔发生 不易",
	"可能 有可能 有时 可能发生 中度 适中 偶然 不确定 说不定",
	"很可能 较可能 很有可能 比较可能 较大可能 较大 大 较多 多 经常 时常 常见 常有 易 较易 容易 比较容易 易发 多发 比较大 比较高",
	"几乎确定 几乎肯定 几乎必然 必然 肯定 一定 极可能 极有可能 非常可能 最可能 频繁 频发 总是 很大 极大 非常大 非常高 最高 极易 非常容易 经常发生")

var severityWords = levelsOf(
	"轻微 极轻 极小 很小 微小 可忽略 可以忽略 忽略不计 无影响 不明显 非常小 很轻 极轻微 无 最低 非常低",
	"较轻 轻 轻度 较小 小 较轻微 不严重 不大 比较轻 有限 少量",
	"中度 适中 中等程度 一定 有一定影响 比较一般",
	"较重 较严重 比较严重 较大 大 重 较为严重 比较大 比较高",
	"严重 特别严重 非常严重 极严重 极其严重 十分严重 很严重 重大 特别重大 特大 巨大 很大 极大 非常大 灾难 灾难性 毁灭性 致命 极重 最高 非常高")

var (
	scaleAsides = []string{"廉政", "廉洁", "风险", "发生", "可能性", "概率", "几率", "频率", "程度", "危害", "影响", "后果", "损失", "等级", "水平"}
	scaleParts  = regexp.MustCompile(`[()\[\]【】〔〕/、,;:\n|-]+`)
	percentage  = regexp.MustCompile(`[%‰]|百分`)
)

// LikelihoodOf reads a likelihood from 1 to 5: figures, points (3分), words. Words that are not
// of every scale (偶尔, 很可能, 较大) are proposals. A percentage has no reading, since bodies
// divide the hundred in many ways: they must say what theirs is; points above 5 neither.
func LikelihoodOf(word string) (int, Certainty) { return levelOf(word, likelihoodWords) }

// SeverityOf reads a severity from 1 to 5 like LikelihoodOf, with the words of harm (较轻, 严重).
func SeverityOf(word string) (int, Certainty) { return levelOf(word, severityWords) }

func levelOf(word string, near map[string]int) (int, Certainty) {
	s := fold.Compat(word)
	if percentage.MatchString(s) {
		return 0, Unknown
	}
	if n, ok := Scale(s); ok {
		return n, Clear
	}
	var parts []reading[int]
	for _, part := range scaleParts.Split(s, -1) {
		k := Key(part)
		if k == "" {
			continue
		}
		parts = append(parts, levelWord(part, k, near))
	}
	return agreed(parts)
}

func levelWord(part, k string, near map[string]int) reading[int] {
	if n, ok := Scale(part); ok {
		return reading[int]{n, Clear}
	}
	for _, k := range []string{k, strip(k, scaleAsides)} {
		if n, ok := scaleWords[k]; ok {
			return reading[int]{n, Clear}
		}
		if n, ok := near[k]; ok {
			return reading[int]{n, Proposed}
		}
	}
	return reading[int]{}
}

// Scale parses 1 to 5, or words from 很低 to 很高.
func Scale(s string) (int, bool) {
	if n, ok := scaleWords[Key(s)]; ok {
		return n, true
	}
	n, ok := Int(s)
	return n, ok && n >= 1 && n <= 5
}
