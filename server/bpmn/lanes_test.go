package bpmn_test

import (
	"strings"
	"testing"
)

func lanesOf(t *testing.T, file string) string {
	t.Helper()
	doc := read(t, file)
	return "lanes " + strings.Join(doc.Processes[0].Lanes, ", ") + "\n" + shown(doc)
}

const shapes = `<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="P">
	<bpmndi:BPMNShape bpmnElement="L1"><dc:Bounds x="0" y="0" width="500" height="100"/><bpmndi:BPMNLabel><dc:Bounds x="900" y="900" width="9" height="9"/></bpmndi:BPMNLabel></bpmndi:BPMNShape>
	<bpmndi:BPMNShape bpmnElement="t:L2"><dc:Bounds x="0" y="100" width="500" height="100"/></bpmndi:BPMNShape>
	<bpmndi:BPMNShape bpmnElement="t:A"><dc:Bounds x="50" y="10" width="100" height="80"/></bpmndi:BPMNShape>
	<bpmndi:BPMNShape bpmnElement="B"><dc:Bounds x="200" y="95" width="100" height="80"/></bpmndi:BPMNShape>
	<bpmndi:BPMNShape bpmnElement="C"><dc:Bounds x="200" y="900" width="100" height="80"/></bpmndi:BPMNShape>
	</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`

func TestLanes(t *testing.T) {
	two := `<laneSet><lane id="L1" name="窗口">%1</lane><lane id="L2" name="审核科">%2</lane></laneSet>` + threeTasks
	with := func(one, other string) string {
		return strings.NewReplacer("%1", one, "%2", other).Replace(two)
	}
	for name, c := range map[string]struct{ file, want string }{
		"named, over lines and with a prefix": {process(with("<flowNodeRef>\n  A\n </flowNodeRef>", "<flowNodeRef>tns:B</flowNodeRef>")), `
			lanes 窗口, 审核科
			A 受理 [窗口]
			B 审核 [审核科]
			C 退回`},
		"dangling, twice, and data": {process(with("<flowNodeRef>A</flowNodeRef><flowNodeRef>gone</flowNodeRef><flowNodeRef>D</flowNodeRef>", "<flowNodeRef>A</flowNodeRef><flowNodeRef>B</flowNodeRef>") + `<dataObject id="D"/>`), `
			lanes 窗口, 审核科
			A 受理 [窗口]
			B 审核 [审核科]
			C 退回
			! LANE_REFERENCE 1
			! LANE_TWICE 1
			! NOT_KEPT dataObject 1`},
		"nested, listed in both": {process(`<laneSet><lane id="L" name="许可处"><flowNodeRef>A</flowNodeRef><flowNodeRef>B</flowNodeRef><flowNodeRef>C</flowNodeRef>
			<childLaneSet><lane name="一科"><flowNodeRef>A</flowNodeRef></lane><lane name="二科"><flowNodeRef>B</flowNodeRef></lane></childLaneSet></lane></laneSet>` + threeTasks), `
			lanes 许可处, 许可处/一科, 许可处/二科
			A 受理 [许可处/一科]
			B 审核 [许可处/二科]
			C 退回 [许可处]`},
		"nested, listed in two inside": {process(`<laneSet><lane name="许可处"><flowNodeRef>A</flowNodeRef><childLaneSet><lane name="一科"><flowNodeRef>A</flowNodeRef></lane><lane name="二科"><flowNodeRef>A</flowNodeRef></lane></childLaneSet></lane></laneSet><task id="A" name="受理"/>`), `
			lanes 许可处/一科, 许可处/二科
			A 受理 [许可处/一科]
			! LANE_TWICE 1`},
		"nested, listed inside": {process(`<laneSet><lane name="许可处"><childLaneSet><lane name="一科"><flowNodeRef>A</flowNodeRef></lane><lane><flowNodeRef>B</flowNodeRef></lane></childLaneSet></lane></laneSet>` + threeTasks), `
			lanes 许可处/一科, 许可处
			A 受理 [许可处/一科]
			B 审核 [许可处]
			C 退回
			! LANE_UNNAMED 1`},
		"by the diagram": {model(`<process id="P">` + with("", "") + `</process>` + shapes), `
			lanes 窗口, 审核科
			A 受理 [窗口]
			B 审核 [审核科]
			C 退回
			! LANE_BY_POSITION 2`},
		"an empty set and a set of the pool": {process(`<laneSet id="x"/>` + threeTasks), `
			lanes
			A 受理
			B 审核
			C 退回`},
		"a subprocess in a lane": {process(`<laneSet><lane name="稽查局"><flowNodeRef>U</flowNodeRef></lane></laneSet><subProcess id="U"><task id="A" name="取证"/></subProcess>`), `
			lanes 稽查局
			A$ 取证 [稽查局]
			! SUBPROCESS_FLATTENED 1`},
	} {
		t.Run(name, func(t *testing.T) {
			same(t, strings.Replace(lanesOf(t, c.file), "lanes \n", "lanes\n", 1), c.want)
		})
	}
}

// TestLanesOfSeveralDiagrams shows the same steps in two diagrams; the lane counts of the diagram
// that shows both.
func TestLanesOfSeveralDiagrams(t *testing.T) {
	other := `<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="P"><bpmndi:BPMNShape bpmnElement="A"><dc:Bounds x="50" y="110" width="100" height="80"/></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`
	file := model(`<process id="P"><laneSet><lane id="L1" name="窗口"/><lane id="L2" name="审核科"/></laneSet>` + threeTasks + `</process>` + other + shapes)
	same(t, lanesOf(t, file), `
		lanes 窗口, 审核科
		A 受理 [窗口]
		B 审核 [审核科]
		C 退回
		! LANE_BY_POSITION 2`)
}
