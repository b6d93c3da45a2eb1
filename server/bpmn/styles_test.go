package bpmn_test

import (
	"strings"
	"testing"
)

const model2 = `http://www.omg.org/spec/BPMN/20100524/MODEL`

// TestStyles reads files written the way families of tools write them.
func TestStyles(t *testing.T) {
	for name, c := range map[string]struct{ file, want string }{
		// Engines: candidates and listeners as extensions, default flows, expressions as CDATA, no lanes.
		"an engine's designer with Chinese names": {`<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="` + model2 + `" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:flowable="http://flowable.org/bpmn" typeLanguage="http://www.w3.org/2001/XMLSchema" expressionLanguage="http://www.w3.org/1999/XPath" targetNamespace="http://www.flowable.org/processdef">
  <process id="xzxk" name="行政许可审批" isExecutable="true">
    <documentation>依申请办理的许可事项</documentation>
    <startEvent id="startEvent1" flowable:formFieldValidation="true"/>
    <userTask id="sid-1" name="窗口受理" flowable:candidateGroups="ckry"><documentation>核对材料</documentation></userTask>
    <sequenceFlow id="sid-2" sourceRef="startEvent1" targetRef="sid-1"/>
    <exclusiveGateway id="sid-3" default="sid-6"/>
    <sequenceFlow id="sid-4" sourceRef="sid-1" targetRef="sid-3"/>
    <sequenceFlow id="sid-5" name="材料齐全" sourceRef="sid-3" targetRef="sid-7"><conditionExpression xsi:type="tFormalExpression"><![CDATA[${complete}]]></conditionExpression></sequenceFlow>
    <sequenceFlow id="sid-6" sourceRef="sid-3" targetRef="sid-8"/>
    <userTask id="sid-7" name="科长审批" flowable:assignee="${leader}"><extensionElements><flowable:taskListener event="create" class="x"/></extensionElements>
      <multiInstanceLoopCharacteristics isSequential="false" flowable:collection="people"/></userTask>
    <endEvent id="sid-8" name="不予受理"/>
    <endEvent id="sid-9"/>
    <sequenceFlow id="sid-10" sourceRef="sid-7" targetRef="sid-9"/>
  </process>
</definitions>`, `
			sid-1^$ 窗口受理
			sid-7$ 科长审批
			sid-1>sid-7: 材料齐全
			! LOOP 1
			! EVENT_DETAIL 1
			! END_CONDITION 1
			! EXPRESSION 1
			==
			! EXTENSION 5`},
		// The Eclipse family: bpmn2 as prefix, data of tasks, simulation data in a relationship.
		"data of tasks and simulation": {`<?xml version="1.0" encoding="UTF-8"?>
<bpmn2:definitions xmlns:bpmn2="` + model2 + `" xmlns:drools="http://www.jboss.org/drools" xmlns:bpsim="http://www.bpsim.org/schemas/1.0" id="Definition">
  <bpmn2:itemDefinition id="_reasonItem" structureRef="String"/>
  <bpmn2:process id="review" drools:packageName="x" name="审查">
    <bpmn2:property id="reason" itemSubjectRef="_reasonItem"/>
    <bpmn2:startEvent id="_1"><bpmn2:outgoing>_f1</bpmn2:outgoing></bpmn2:startEvent>
    <bpmn2:userTask id="_2" name="审查材料"><bpmn2:incoming>_f1</bpmn2:incoming><bpmn2:ioSpecification id="_io"><bpmn2:dataInput id="_in"/></bpmn2:ioSpecification>
      <bpmn2:dataInputAssociation id="_a"><bpmn2:sourceRef>reason</bpmn2:sourceRef><bpmn2:targetRef>_in</bpmn2:targetRef></bpmn2:dataInputAssociation>
      <bpmn2:potentialOwner id="_po"><bpmn2:resourceAssignmentExpression><bpmn2:formalExpression>科员</bpmn2:formalExpression></bpmn2:resourceAssignmentExpression></bpmn2:potentialOwner></bpmn2:userTask>
    <bpmn2:scriptTask id="_3"><bpmn2:script>log()</bpmn2:script></bpmn2:scriptTask>
    <bpmn2:sequenceFlow id="_f1" sourceRef="_1" targetRef="_2"/>
    <bpmn2:sequenceFlow id="_f2" sourceRef="_2" targetRef="_3"/>
  </bpmn2:process>
  <bpmn2:relationship type="BPSimData"><bpmn2:extensionElements><bpsim:BPSimData/></bpmn2:extensionElements></bpmn2:relationship>
</bpmn2:definitions>`, `
			_2^ 审查材料
			_3 脚本任务
			_2>_3
			! NAME_MISSING 1
			! NOT_KEPT property 1
			! NOT_KEPT ioSpecification 1
			! NOT_KEPT dataInputAssociation 1
			! NOT_KEPT potentialOwner 1
			! NOT_KEPT script 1
			==
			! NOT_KEPT itemDefinition 1
			! NOT_KEPT relationship 1
			! EXTENSION 1
			! EXTENSION 1`},
		// Modelling suites: names wrapped by hand, pools as lanes, vertical lanes told by the drawing alone.
		"vertical lanes and wrapped names": {`<?xml version="1.0" encoding="UTF-8"?>
<semantic:definitions xmlns:semantic="` + model2 + `" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC">
  <semantic:collaboration id="c"><semantic:participant id="pool" name="稽查局" processRef="p"/></semantic:collaboration>
  <semantic:process id="p"><semantic:laneSet><semantic:lane id="left" name="立案&#10;科"/><semantic:lane id="right" name="检查科"/></semantic:laneSet>
    <semantic:task id="a" name="线索&#10;受理"/><semantic:task id="b" name="实地 检查"/><semantic:sequenceFlow id="f" sourceRef="a" targetRef="b"/></semantic:process>
  <di:BPMNDiagram><di:BPMNPlane bpmnElement="c">
    <di:BPMNShape bpmnElement="pool" isHorizontal="false"><dc:Bounds x="0" y="0" width="400" height="600"/></di:BPMNShape>
    <di:BPMNShape bpmnElement="left" isHorizontal="false"><dc:Bounds x="0" y="30" width="200" height="570"/></di:BPMNShape>
    <di:BPMNShape bpmnElement="right" isHorizontal="false"><dc:Bounds x="200" y="30" width="200" height="570"/></di:BPMNShape>
    <di:BPMNShape bpmnElement="a"><dc:Bounds x="50.5" y="60" width="100" height="80"/></di:BPMNShape>
    <di:BPMNShape bpmnElement="b"><dc:Bounds x="250" y="1.6E2" width="100" height="80"/></di:BPMNShape>
  </di:BPMNPlane></di:BPMNDiagram>
</semantic:definitions>`, `
			a 线索受理 [立案科]
			b 实地 检查 [检查科]
			a>b
			! LANE_BY_POSITION 2`},
		// Office suites that write XML themselves: prefixes on references, whitespace in them, no incoming or outgoing.
		"references with prefixes and line breaks": {`<definitions xmlns="` + model2 + `" xmlns:tns="urn:oa" targetNamespace="urn:oa"><process id="oa" name="公文办理">
			<laneSet><lane name="办公室"><flowNodeRef>
				tns:t1
			</flowNodeRef></lane></laneSet>
			<startEvent id="s"/><userTask id="t1" name="拟稿"/><userTask id="t2" name="核稿"/><endEvent id="e"/>
			<sequenceFlow id="f1" sourceRef="tns:s" targetRef="tns:t1"/><sequenceFlow id="f2" sourceRef=" t1 " targetRef="tns:t2"/><sequenceFlow id="f3" sourceRef="t2" targetRef="e"/></process></definitions>`, `
			t1^ 拟稿 [办公室]
			t2$ 核稿
			t1>t2`},
		// Steps around pools: a pool without a process, and steps in a process that no pool shows.
		"a process outside of the pools, twice drawn": {model(`<collaboration id="c"><participant id="p1" name="申请人"/></collaboration><process id="q"><task id="a" name="受理"/></process>` +
			strings.Repeat(`<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="q"><bpmndi:BPMNShape bpmnElement="a"><dc:Bounds x="x" y="1" width="1" height="1"/></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`, 2)), `
			a 受理
			==
			! BLACK_BOX_POOL 1`},
		"another namespace by default": {`<x:definitions xmlns:x="` + model2 + `"><x:process id="p" xmlns="urn:other"><task id="t" name="不是环节"/><x:task xmlns="" id="a" name="受理"/></x:process></x:definitions>`, `
			a 受理
			==
			! EXTENSION 1`},
	} {
		t.Run(name, func(t *testing.T) { same(t, shown(read(t, c.file)), c.want) })
	}
}
