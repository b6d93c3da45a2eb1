package sample

import "sineng/ent/term"

// powerPlan is a power of the catalogue.
type powerPlan struct {
	key        string
	kind       term.PowerType
	name       string
	short      string // name in the texts of its risks
	party      string // the other party
	things     string // its documents and objects
	bases      string // law:article:text, separated by |
	discretion term.Discretion
	days       int // 0 for no time limit
	frequency  string
	flow       string
	disclosure byte // P to the public, A to those concerned, I internal, S none
}

const (
	none    = term.DiscretionNone
	limited = term.DiscretionLimited
	wide    = term.DiscretionWide
)

// catalogue are all powers by key.
var catalogue = func() map[string]powerPlan {
	all := map[string]powerPlan{}
	for _, list := range [][]powerPlan{licensing, confirmations, enforcement, inspections, penalties, allocations, personnel, finances, procurements, others} {
		for _, p := range list {
			all[p.key] = p
		}
	}
	return all
}()

// notes explain a wide or a limited discretion, by the group of the power.
var notes = map[term.Discretion][]string{
	limited: {"裁量范围由裁量基准限定,偏离基准须书面说明理由并经法制审核。", "仅在法定条件是否满足的判断上存在裁量,判断标准已公开。",
		"在法定幅度内选择,须结合情节、后果和整改情况综合判断。", "对补正、延期等程序事项有一定裁量,均须留痕。"},
	wide: {"对象、方式和幅度的选择余地较大,目前以集体讨论和公示加以约束。", "法定幅度跨度大,基准尚未覆盖全部情形,实践中依赖承办人判断。",
		"标准较为原则,指标权重可以调整,容易形成选择性。", "涉及资源分配和先后次序,缺少量化规则,须经集体研究。"},
}
