#!/usr/bin/env bash
# bpmn-auto-layout 1.3.0 (npm): a process whose steps name no incoming and outgoing flows. They are optional in
# BPMN 2.0 (the flow's sourceRef and targetRef say it all), and designers such as Activiti's leave them out.
# Guess:     the layout follows sourceRef and targetRef, so both ways of writing one process look the same.
# Behaviour: without the optional children no arrow is drawn at all and every step is taken for a beginning: all stand
#            in one column, one below the other. No error and no warning.
# Seen:      with incoming and outgoing: 3 steps in 3 columns, 2 arrows
#            without:                    3 steps in 1 column, 0 arrows
# Fails if that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent bpmn-auto-layout@1.3.0 bpmn-moddle@10.3.1 >/dev/null
cat >draw.mjs <<'J'
import { layoutProcess } from 'bpmn-auto-layout'
import { BpmnModdle } from 'bpmn-moddle'

const process = (ends) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:example">
  <process id="licence" isExecutable="false">
    <startEvent id="apply" name="申请">${ends('', 'a')}</startEvent>
    <userTask id="examine" name="审查">${ends('a', 'b')}</userTask>
    <endEvent id="decide" name="决定">${ends('b', '')}</endEvent>
    <sequenceFlow id="a" sourceRef="apply" targetRef="examine"/>
    <sequenceFlow id="b" sourceRef="examine" targetRef="decide"/>
  </process>
</definitions>`
const named = (i, o) => (i && `<incoming>${i}</incoming>`) + (o && `<outgoing>${o}</outgoing>`)

for (const [label, ends] of [['with incoming and outgoing:', named], ['without:', () => '']]) {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(await layoutProcess(process(ends)))
  const drawn = rootElement.diagrams[0].plane.planeElement
  const shapes = drawn.filter((e) => e.$type === 'bpmndi:BPMNShape')
  const columns = new Set(shapes.map((s) => s.bounds.x + s.bounds.width / 2)).size
  console.log(`${label} ${shapes.length} steps in ${columns} column(s), ${drawn.length - shapes.length} arrows, ${warnings.length} warnings`)
}
J
out=$(node draw.mjs)
echo "$out"
want='with incoming and outgoing: 3 steps in 3 column(s), 2 arrows, 0 warnings
without: 3 steps in 1 column(s), 0 arrows, 0 warnings'
[ "$out" = "$want" ] || { echo "changed"; exit 1; }
echo "as seen with bpmn-auto-layout 1.3.0"
