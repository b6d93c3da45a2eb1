package bpmn_test

import "testing"

const threeTasks = `<task id="A" name="受理"/><task id="B" name="审核"/><task id="C" name="退回"/>`

func TestGatewaysAndEvents(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"a gateway asks, flows answer": {
			`<startEvent id="S"/>` + threeTasks + `<exclusiveGateway id="G" name="材料齐全？" default="f4"/><endEvent id="E"/>` +
				flows("S>A", "A>G", `G>B name="是"`, "G>C", "B>E", "C>E"), `
			A^ 受理
			B$ 审核
			C$ 退回
			A>B: 材料齐全：是
			A>C: 材料齐全：其他情形`},
		"an expression where there is no name": {
			threeTasks + `<exclusiveGateway id="G"/><sequenceFlow id="a" sourceRef="A" targetRef="G"/>
			<sequenceFlow id="b" sourceRef="G" targetRef="B"><conditionExpression xsi:type="tFormalExpression"><![CDATA[${ok == true}]]></conditionExpression></sequenceFlow>
			<sequenceFlow id="c" name="否" sourceRef="G" targetRef="C"><conditionExpression>${ok == false}</conditionExpression></sequenceFlow>`, `
			A 受理
			B 审核
			C 退回
			A>B: ${ok == true}
			A>C: 否
			! EXPRESSION 1`},
		"parallel, and joined": {
			threeTasks + `<task id="D" name="办结"/><parallelGateway id="G"/><parallelGateway id="H" name="会合"/>` + flows("A>G", "G>B", "G>C", "B>H", "C>H", "H>D"), `
			A& 受理
			B 审核
			C 退回
			D 办结
			A>B
			A>C
			B>D
			C>D
			! GATEWAY_NAME 1
			! JOIN 1`},
		"inclusive is a choice": {
			threeTasks + `<inclusiveGateway id="G" default="f3"/>` + flows("A>G", `G>B name="涉密"`, `G>C`), `
			A 受理
			B 审核
			C 退回
			A>B: 涉密
			A>C: 其他情形
			! INCLUSIVE_GATEWAY 1`},
		"complex is a choice": {
			threeTasks + `<complexGateway id="G"><activationCondition>x</activationCondition></complexGateway>` + flows("A>G", "G>B", "G>C"), `
			A 受理
			B 审核
			C 退回
			A>B
			A>C
			! COMPLEX_GATEWAY 1
			! NOT_KEPT activationCondition 1`},
		"what happens first": {
			threeTasks + `<eventBasedGateway id="G"/><intermediateCatchEvent id="T" name="期限届满"><timerEventDefinition><timeDuration>P5D</timeDuration></timerEventDefinition></intermediateCatchEvent>
			<intermediateCatchEvent id="M" name="补正到达"><messageEventDefinition/></intermediateCatchEvent>` + flows("A>G", "G>T", "G>M", "T>C", "M>B"), `
			A 受理
			C 退回
			B 审核
			A>C: 期限届满
			A>B: 补正到达
			! INTERMEDIATE_EVENT 2
			! EVENT_BASED_GATEWAY 1`},
		"gateways one after the other": {
			threeTasks + `<exclusiveGateway id="G"/><parallelGateway id="H"/><task id="D" name="公示"/>` + flows("A>G", `G>C name="否"`, `G>H name="是"`, "H>B", "H>D"), `
			A 受理
			C 退回
			B 审核
			D 公示
			A>C: 否
			A>B: 是
			A>D: 是
			! MIXED_GATEWAYS 1`},
		"conditions of a path hold together": {
			threeTasks + `<exclusiveGateway id="G" name="合格?"/><exclusiveGateway id="H" name="重大?"/>` + flows("A>G", `G>C name="否"`, `G>H name="是"`, `H>B name="是"`, `H>C name="否"`), `
			A 受理
			C 退回
			B 审核
			A>C: 合格：否；或 合格：是；且 重大：否
			A>B: 合格：是；且 重大：是
			! WAYS_JOINED 1`},
		"two branches that meet before the step": {
			`<task id="A" name="受理"/><task id="B" name="审核"/><exclusiveGateway id="G"/><exclusiveGateway id="H"/>` + flows("A>G", `G>H name="甲"`, `G>H name="乙"`, "H>B"), `
			A 受理
			B 审核
			A>B: 甲；或 乙
			! WAYS_JOINED 1`},
		"gateways in a ring": {
			threeTasks + `<exclusiveGateway id="G"/><exclusiveGateway id="H"/>` + flows("A>G", "G>H", "H>G", `H>B name="好"`), `
			A 受理
			B 审核
			C 退回
			A>B: 好`},
		"a ring with conditions is gone round once": {
			`<task id="A" name="受理"/><task id="B" name="审核"/><exclusiveGateway id="G"/><exclusiveGateway id="H"/>` + flows("A>G", `G>H name="送审"`, `H>G name="重送"`, `H>B name="好"`), `
			A 受理
			B 审核
			A>B: 送审；且 好
			! CONDITION_LEFT_OUT 1`},
		"more paths than conditions can tell": {
			`<task id="A" name="受理"/><task id="B" name="审核"/><exclusiveGateway id="G"/><exclusiveGateway id="H"/><exclusiveGateway id="I"/><exclusiveGateway id="J"/><exclusiveGateway id="K"/>` +
				flows("A>G", `G>H name="a"`, `G>H name="b"`, `H>I name="c"`, `H>I name="d"`, `I>J name="e"`, `I>J name="f"`, `J>K name="g"`, `J>K name="h"`, "K>B"), `
			A 受理
			B 审核
			A>B: a；且 c；且 e；且 g；或 a；且 c；且 e；且 h；或 a；且 c；且 f；且 g；或 a；且 c；且 f；且 h；或 a；且 d；且 e；且 g；或 a；且 d；且 e；且 h；或 a；且 d；且 f；且 g；或 a；且 d；且 f；且 h
			! CONDITIONS_LEFT_OUT 1
			! CONDITION_LEFT_OUT 1
			! WAYS_JOINED 1`},
		"a step that is done again": {
			`<task id="A" name="受理"/><task id="B" name="审核"/><exclusiveGateway id="G"/>` + flows("A>G", `G>A name="重办"`, "G>B"), `
			A 受理
			B 审核
			A>A: 重办
			A>B`},
		"the end through a gateway": {
			`<task id="A" name="受理"/><task id="B" name="审核"/><exclusiveGateway id="G" name="通过"/><endEvent id="E"/>` + flows("A>G", `G>E name="否"`, `G>B name="是"`), `
			A$ 受理
			B 审核
			A>B: 通过：是
			! END_CONDITION 1`},
		"several starts, one through a gateway": {
			threeTasks + `<startEvent id="S" name="网上申请"><messageEventDefinition/></startEvent><startEvent id="R"/><exclusiveGateway id="G"/>` + flows("S>A", "R>G", `G>B name="简易"`, "G>C", "A>C"), `
			A^ 受理
			B^ 审核
			C^ 退回
			A>C
			! EVENT_DETAIL 1
			! START_CONDITION 1`},
		"no gateway, no conditions: all": {
			threeTasks + flows("A>B", "A>C"), `
			A& 受理
			B 审核
			C 退回
			A>B
			A>C
			! IMPLICIT_PARALLEL 1`},
		"no gateway, answers: one": {
			`<task id="A" name="审核" default="f2"/><task id="B" name="通过"/><task id="C" name="退回"/>` + flows(`A>B name="同意"`, "A>C"), `
			A 审核
			B 通过
			C 退回
			A>B: 同意
			A>C: 其他情形
			! IMPLICIT_CHOICE 1`},
		"events on a step": {
			threeTasks + `<boundaryEvent id="T" name="逾期5日" attachedToRef="A" cancelActivity="false"><timerEventDefinition/></boundaryEvent>
			<boundaryEvent id="X" attachedToRef="A"><errorEventDefinition/></boundaryEvent>` + flows("A>B", "T>C", "X>C"), `
			A 受理
			B 审核
			C 退回
			A>B
			A>C: 逾期5日；或 出错
			! BOUNDARY_EVENT 2
			! WAYS_JOINED 1`},
		"an unnamed timer says its time": {
			`<task id="A" name="受理"/><task id="B" name="审核"/><boundaryEvent id="T" attachedToRef="A"><timerEventDefinition><timeDuration>P7D</timeDuration></timerEventDefinition></boundaryEvent>` + flows("T>B"), `
			A 受理
			B 审核
			A>B: 超时(P7D)
			! BOUNDARY_EVENT 1`},
		"an event on nothing": {
			`<task id="A" name="受理"/><task id="B" name="审核"/><boundaryEvent id="T" attachedToRef="nowhere"><timerEventDefinition/></boundaryEvent>` + flows("T>B"), `
			A 受理
			B 审核
			! UNATTACHED_BOUNDARY_EVENT 1
			! UNUSED_FLOW 1`},
		"links are ways": {
			`<task id="A" name="受理"/><task id="B" name="审核"/><intermediateThrowEvent id="L"><linkEventDefinition name="甲"/></intermediateThrowEvent>
			<intermediateCatchEvent id="M"><linkEventDefinition name="甲"/></intermediateCatchEvent><intermediateCatchEvent id="N"><linkEventDefinition name="乙"/></intermediateCatchEvent>` + flows("A>L", "M>B"), `
			A 受理
			B 审核
			A>B
			! INTERMEDIATE_EVENT 3
			! UNMATCHED_LINK 1`},
		"links whose events are called the same": {
			`<task id="A" name="受理"/><task id="B" name="审核"/><intermediateThrowEvent id="L" name="转"><linkEventDefinition name="id1"/></intermediateThrowEvent>
			<intermediateCatchEvent id="M" name="转"><linkEventDefinition name="id2"/></intermediateCatchEvent>` + flows("A>L", "M>B"), `
			A 受理
			B 审核
			A>B
			! INTERMEDIATE_EVENT 2`},
		"the only two links": {
			`<task id="A" name="受理"/><task id="B" name="审核"/><intermediateThrowEvent id="L" name="转出"><linkEventDefinition/></intermediateThrowEvent>
			<intermediateCatchEvent id="M" name="转入"><linkEventDefinition/></intermediateCatchEvent>` + flows("A>L", "M>B"), `
			A 受理
			B 审核
			A>B
			! INTERMEDIATE_EVENT 2
			! LINK_PAIRED 1`},
		"compensation": {
			`<task id="A" name="拨付"/><task id="B" name="追回" isForCompensation="true"/><boundaryEvent id="K" attachedToRef="A"><compensateEventDefinition/></boundaryEvent>
			<association id="a" associationDirection="One" sourceRef="K" targetRef="B"/>`, `
			A 拨付
			B 追回
			A>B: 补偿
			! COMPENSATION 1
			! BOUNDARY_EVENT 1`},
		"flows to nothing": {
			`<task id="A" name="受理"/><task id="B" name="审核"/><dataObject id="D"/>` + flows("A>B", "A>Z", "Y>B", "A>D", ">B"), `
			A 受理
			B 审核
			A>B
			! DANGLING_FLOW 4
			! NOT_KEPT dataObject 1`},
		"a gateway that nothing leads to": {
			threeTasks + `<exclusiveGateway id="G" name="复核"/>` + flows("A>B", `G>B name="是"`, `G>C name="否"`), `
			A 受理
			B 审核
			C 退回
			A>B
			! GATEWAY_NAME 1
			! UNUSED_FLOW 2`},
		"ends named by children alone": {
			`<task id="A" name="受理"><outgoing>f</outgoing></task><task id="B" name="审核"><incoming>f</incoming></task><sequenceFlow id="f"/>`, `
			A 受理
			B 审核
			A>B`},
	} {
		t.Run(name, func(t *testing.T) { same(t, shown(read(t, process(c.body))), c.want) })
	}
}

func TestSubprocesses(t *testing.T) {
	inside := `<startEvent id="s"/><task id="X" name="取证"/><task id="Y" name="听证"/><endEvent id="e"/>` +
		`<sequenceFlow id="i1" sourceRef="s" targetRef="X"/><sequenceFlow id="i2" sourceRef="X" targetRef="Y"/><sequenceFlow id="i3" sourceRef="Y" targetRef="e"/>`
	around := `<startEvent id="S"/><task id="A" name="受理"/><task id="B" name="决定"/><endEvent id="E"/>` + flows("S>A", "A>U", "U>B", "B>E")
	for name, c := range map[string]struct{ body, want string }{
		"opened": {around + `<subProcess id="U" name="调查">` + inside + `</subProcess>`, `
			A^ 受理
			X 取证
			Y 听证
			B$ 决定
			A>X
			X>Y
			Y>B
			! SUBPROCESS_FLATTENED 1`},
		"a transaction without start and end": {around + `<transaction id="U"><task id="X" name="取证"/><task id="Y" name="听证"/><sequenceFlow id="i" sourceRef="X" targetRef="Y"/></transaction>`, `
			A^ 受理
			X 取证
			Y 听证
			B$ 决定
			A>X
			X>Y
			Y>B
			! SUBPROCESS_FLATTENED 1`},
		"ad hoc, in any order": {around + `<adHocSubProcess id="U" name="现场"><task id="X" name="取证"/><task id="Y" name="听证"/><completionCondition>done</completionCondition></adHocSubProcess>`, `
			A^& 受理
			X 取证
			Y 听证
			B$ 决定
			A>X
			A>Y
			X>B
			Y>B
			! SUBPROCESS_FLATTENED 1
			! NOT_KEPT completionCondition 1`},
		"collapsed": {around + `<subProcess id="U" name="调查"><startEvent id="s"/><endEvent id="e"/><sequenceFlow id="i" sourceRef="s" targetRef="e"/></subProcess>`, `
			A^ 受理
			U 调查
			B$ 决定
			A>U
			U>B
			! SUBPROCESS_AS_STEP 1`},
		"called": {around + `<callActivity id="U" name="调查" calledElement="Q"/>`, `
			A^ 受理
			U 调查
			B$ 决定
			A>U
			U>B
			! CALL_ACTIVITY 1`},
		"in another, with a loop": {around + `<subProcess id="U" name="调查"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics><subProcess id="V" name="外勤">` + inside + `</subProcess></subProcess>`, `
			A^ 受理
			X 取证
			Y 听证
			B$ 决定
			A>X
			X>Y
			Y>B
			! LOOP 1
			! SUBPROCESS_FLATTENED 2`},
		"an error inside leads on": {around + `<subProcess id="U" name="调查"><task id="X" name="取证"/><exclusiveGateway id="g"/><endEvent id="ok"/><endEvent id="bad"><errorEventDefinition errorRef="r"/></endEvent>
			<sequenceFlow id="i1" sourceRef="X" targetRef="g"/><sequenceFlow id="i2" sourceRef="g" targetRef="ok"/><sequenceFlow id="i3" name="无果" sourceRef="g" targetRef="bad"/></subProcess>
			<boundaryEvent id="b" attachedToRef="U"><errorEventDefinition errorRef="r"/></boundaryEvent><task id="C" name="撤案"/><sequenceFlow id="o" sourceRef="b" targetRef="C"/>`, `
			A^ 受理
			X 取证
			B$ 决定
			C 撤案
			A>X
			X>B
			X>C: 无果；且 出错
			! SUBPROCESS_FLATTENED 1
			! EVENT_DETAIL 1
			! BOUNDARY_EVENT 1`},
		"a timer on it": {around + `<subProcess id="U" name="调查">` + inside + `</subProcess><boundaryEvent id="b" attachedToRef="U"><timerEventDefinition/></boundaryEvent><task id="C" name="督办"/><sequenceFlow id="o" sourceRef="b" targetRef="C"/>`, `
			A^ 受理
			X 取证
			Y 听证
			B$ 决定
			C 督办
			A>X
			X>Y
			Y>B
			Y>C: 超时
			! SUBPROCESS_FLATTENED 1
			! BOUNDARY_EVENT 1`},
		"what undoes leads nowhere": {around + `<subProcess id="U" name="调查"><task id="X" name="查封"/><task id="Y" name="解封" isForCompensation="true"/><boundaryEvent id="k" attachedToRef="X"><compensateEventDefinition/></boundaryEvent><association id="a" sourceRef="k" targetRef="Y"/>
			<subProcess id="V" name="回退" triggeredByEvent="true"><startEvent id="s"><compensateEventDefinition/></startEvent></subProcess></subProcess>`, `
			A^ 受理
			X 查封
			B$ 决定
			Y 解封
			V^ 回退
			A>X
			X>B
			X>Y: 补偿
			! SUBPROCESS_FLATTENED 1
			! COMPENSATION 1
			! SUBPROCESS_AS_STEP 1
			! EVENT_SUBPROCESS 1
			! BOUNDARY_EVENT 1`},
		"by an event": {`<startEvent id="S"/><task id="A" name="受理"/><endEvent id="E"/>` + flows("S>A", "A>E") + `<subProcess id="U" name="投诉" triggeredByEvent="true"><startEvent id="s"><messageEventDefinition/></startEvent><task id="X" name="调处"/><endEvent id="e"/>
			<sequenceFlow id="i1" sourceRef="s" targetRef="X"/><sequenceFlow id="i2" sourceRef="X" targetRef="e"/></subProcess>`, `
			A^$ 受理
			X^$ 调处
			! EVENT_SUBPROCESS 1
			! EVENT_DETAIL 1`},
	} {
		t.Run(name, func(t *testing.T) { same(t, shown(read(t, process(c.body))), c.want) })
	}
}
