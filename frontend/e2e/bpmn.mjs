// What is exported as BPMN is opened in bpmn-js, the editor that others use, as they would.
// bpmn-js is a tool of this test alone: its licence (MIT with a watermark that must stay) asks nothing of what
// only tests with it, and nothing of it is built into the page.
import { fileURLToPath } from 'node:url';

const editor = fileURLToPath(
  new URL('../node_modules/bpmn-js/dist/bpmn-modeler.production.min.js', import.meta.url),
);

/** A process with all there is: each kind of step, lanes, branches, ways back and to the same step, all ways at once. */
const lanes = ['申请人', '政务服务窗口', '审批科（股）', '局领导 & 专项小组'];
const steps = [
  { name: '提交“许可”申请', kind: 'ACCEPT', lane: 0, starts: true },
  { name: '承办', kind: 'HANDLE', lane: 1, starts: true },
  { name: '审核材料 <含附件>', kind: 'REVIEW', lane: 2, ends: '不予受理' },
  { name: '审批', kind: 'APPROVE', lane: 3 },
  { name: '集体决定', kind: 'DECIDE', lane: 3 },
  { name: '执行', kind: 'EXECUTE', lane: 2 },
  { name: '记录在案', kind: 'RECORD', lane: 1 },
  { name: '现场验收', kind: 'INSPECT', lane: 2 },
  { name: '监督检查', kind: 'SUPERVISE', lane: 3 },
  { name: '办结', kind: 'CLOSE', lane: 1, ends: '' },
];
const ways = [
  ['提交“许可”申请', '承办', ''],
  ['承办', '承办', '材料不齐，补正'],
  ['承办', '审核材料 <含附件>', '材料齐全'],
  ['审核材料 <含附件>', '承办', '退回'],
  ['审核材料 <含附件>', '审批', '同意 & 无异议'],
  ['审批', '集体决定', ''],
  ['集体决定', '执行', '准予'],
  ['集体决定', '办结', '不予'],
  ['执行', '记录在案', ''],
  ['执行', '现场验收', ''],
  ['记录在案', '监督检查', ''],
  ['现场验收', '监督检查', ''],
  ['监督检查', '执行', '责令整改'],
  ['监督检查', '办结', '合格'],
];

/** The process above as another tool might write it: without gateways and without a diagram. */
export function everything() {
  const escape = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  const id = (name) => `s${steps.findIndex((step) => step.name === name)}`;
  const flow = (from, to, name = '') =>
    `<sequenceFlow id="f-${from}-${to}" sourceRef="${from}" targetRef="${to}" name="${escape(name)}"/>`;
  const lane = (name, i) =>
    `<lane id="l${i}" name="${escape(name)}">${steps
      .filter((step) => step.lane === i)
      .map((step) => `<flowNodeRef>${id(step.name)}</flowNodeRef>`)
      .join('')}</lane>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:sn="urn:sineng:process">',
    '<process id="p" name="许可全流程"><laneSet id="ls">',
    ...lanes.map(lane),
    '</laneSet>',
    ...steps.flatMap((step) => {
      const own = id(step.name);
      return [
        `<userTask id="${own}" name="${escape(step.name)}" sn:kind="${step.kind}"/>`,
        step.starts ? `<startEvent id="b${own}"/>${flow(`b${own}`, own)}` : '',
        step.ends === undefined ? '' : `<endEvent id="e${own}"/>${flow(own, `e${own}`, step.ends)}`,
      ];
    }),
    ...ways.map(([from, to, name]) => flow(id(from), id(to), name)),
    '</process></definitions>',
  ].join('\n');
}

/** Opens a file in bpmn-js on an empty page; tells what it says of it, what it shows, and what it would save. */
export async function openInEditor(context, xml) {
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.setContent('<body style="margin:0"><div id="canvas" style="height:780px"></div>');
  await page.addScriptTag({ path: editor });
  const shown = await page.evaluate(async (file) => {
    /* global BpmnJS */
    const modeler = new BpmnJS({ container: '#canvas' });
    const { warnings } = await modeler.importXML(file);
    const canvas = modeler.get('canvas');
    canvas.zoom('fit-viewport');
    const own = (element, name) => element.businessObject.$attrs[`sn:${name}`];
    const elements = modeler
      .get('elementRegistry')
      .getAll()
      .map((element) => ({
        id: element.id,
        label: element.type === 'label',
        type: element.businessObject.$type?.replace('bpmn:', ''),
        name: element.businessObject.name ?? '',
        kind: own(element, 'kind'),
        from: element.source?.id,
        to: element.target?.id,
        box: [element.x, element.y, element.width, element.height],
        text: [...canvas.getGraphics(element).querySelectorAll(':scope > .djs-visual text')]
          .map((text) => text.textContent)
          .join(''),
      }));
    const { xml: saved } = await modeler.saveXML();
    return { warnings: warnings.map((warning) => warning.message), elements, saved };
  }, xml);
  return { ...shown, errors, page };
}

/** What of a file is not on the canvas: elements by their ids, names by the text that is drawn. */
export async function missing({ page, elements }, xml) {
  const wanted = await page.evaluate((file) => {
    const model = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
    const document = new DOMParser().parseFromString(file, 'application/xml');
    const drawn = /^(participant|lane|sequenceFlow)$|Event$|Gateway$|[tT]ask$/;
    return [...document.getElementsByTagNameNS(model, '*')]
      .filter((element) => drawn.test(element.localName))
      .map((element) => ({ id: element.id, name: element.getAttribute('name') ?? '' }));
  }, xml);
  const shape = new Map(elements.map((element) => [element.id, element]));
  const plain = (text) => text.replaceAll(/\s/g, '');
  return wanted.flatMap(({ id, name }) => {
    if (!shape.has(id)) return [id];
    const drawn = [shape.get(id), shape.get(`${id}_label`)].map((element) => element?.text ?? '');
    return name && !drawn.some((text) => plain(text) === plain(name)) ? [`name ${name}`] : [];
  });
}

/** Throws unless the canvas shows the process above, and each step within its lane. */
export function checkEverything({ elements }) {
  const shapes = elements.filter((element) => !element.label);
  const at = new Map(shapes.map((element) => [element.id, element]));
  const flows = shapes.filter((element) => element.type === 'SequenceFlow');
  const tasks = shapes.filter((element) => element.type === 'UserTask');
  const said = [];
  const same = (what, is, want) => {
    const [a, b] = [is, want].map((list) => [...list].sort());
    for (const one of b) if (!a.includes(one)) said.push(`no ${what} ${one}`);
    for (const one of a) if (!b.includes(one)) said.push(`${what} ${one} too many`);
    if (a.length !== b.length) said.push(`${a.length} ${what}s, not ${b.length}`);
  };
  same(
    'step',
    tasks.map((task) => `${task.kind} ${task.name}`),
    steps.map((step) => `${step.kind} ${step.name}`),
  );
  // From a step through gateways to what comes next.
  const after = (id, condition = '') =>
    flows
      .filter((flow) => flow.from === id)
      .flatMap((flow) => {
        const to = at.get(flow.to);
        return /Gateway$/.test(to.type)
          ? after(flow.to, condition + flow.name)
          : [[to, condition + flow.name]];
      });
  const next = tasks.flatMap((task) => after(task.id).map(([to, name]) => [task, to, name]));
  const line = (parts) => parts.join(' → ');
  same(
    'way',
    next
      .filter(([, to]) => to.type === 'UserTask')
      .map(([from, to, name]) => line([from.name, name, to.name])),
    ways.map(([from, to, name]) => line([from, name, to])),
  );
  same(
    'beginning',
    flows
      .filter((flow) => at.get(flow.from).type === 'StartEvent')
      .map((flow) => at.get(flow.to).name),
    steps.filter((step) => step.starts).map((step) => step.name),
  );
  same(
    'end',
    next.filter(([, to]) => to.type === 'EndEvent').map(([from]) => from.name),
    steps.filter((step) => step.ends !== undefined).map((step) => step.name),
  );
  const bands = shapes.filter((element) => element.type === 'Lane');
  const inside = ([x, y, w, h], [left, top, wide, high]) =>
    x >= left && y >= top && x + w <= left + wide && y + h <= top + high;
  same(
    'place',
    tasks.flatMap((task) =>
      bands
        .filter((lane) => inside(task.box, lane.box))
        .map((lane) => `${task.name} in ${lane.name}`),
    ),
    steps.map((step) => `${step.name} in ${lanes[step.lane]}`),
  );
  if (said.length > 0) throw new Error(said.join('; '));
}
