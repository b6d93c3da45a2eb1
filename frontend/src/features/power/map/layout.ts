import { Graph, layout as rank } from '@dagrejs/dagre';
import { joined, route, type Joint, type Line, type Row } from './route';
import { bounds, type Place, type Way } from './plan';
import { wordsWidth } from './words';

/** What the layout must know of a step. */
export interface Placed {
  key: string;
  starts: boolean;
  ends: boolean;
  place: Place | null;
  /** Name of its lane; empty for none. */
  band: string;
  height: number;
}

export interface Box {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the process begins or ends: a circle. */
export interface Circle {
  id: string;
  kind: 'start' | 'end';
  /** The step that it stands before or after. */
  key: string;
  x: number;
  y: number;
}

export interface Band {
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Laid {
  boxes: Box[];
  circles: Circle[];
  lines: Line[];
  bands: Band[];
  /** The corner and the size of all of it. */
  frame: { x: number; y: number; width: number; height: number };
}

export const boxWidth = 184;
export const circleSize = 28;
const bandHead = 32;
const bandGap = 24;
/** Room of a way that leads back to its own step. */
const loopWidth = 30;

/** The ways between steps that exist; between two steps there is one line, however many lead along it. */
export function drawnWays(steps: { key: string }[], edges: Way[]): Joint[] {
  const keys = new Set(steps.map((step) => step.key));
  const drawn = new Map<string, Joint>();
  for (const { fromKey, toKey, condition } of edges) {
    if (!keys.has(fromKey) || !keys.has(toKey)) continue;
    const id = JSON.stringify([fromKey, toKey]);
    const label = [drawn.get(id)?.label, condition.trim()].filter(Boolean).join('；');
    drawn.set(id, { id, from: fromKey, to: toKey, label });
  }
  return [...drawn.values()];
}

interface Spot extends Box {
  band: string;
  row: number;
  byHand: boolean;
}

/**
 * Places the steps of a process from the top down, with circles where it begins and ends and lines along
 * free ways. With lanes each lane is a column, and what was placed by hand waits.
 */
export function lay(steps: Placed[], edges: Way[], lanes: boolean): Laid {
  const keys = new Map(steps.map((step) => [step.key, step]));
  const unique = [...keys.values()];
  const drawn = drawnWays(unique, edges);
  const { entries, exits } = bounds({ steps: unique, ways: edges });
  const graph = new Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 36, edgesep: 28, ranksep: 52, marginx: 0, marginy: 0 });
  graph.setDefaultEdgeLabel(() => ({}));
  const loops = new Map(
    drawn.filter((way) => way.from === way.to).map((way) => [way.from, way.label]),
  );
  for (const step of unique) {
    const loop = loops.get(step.key);
    const room = loop === undefined ? 0 : loopWidth + wordsWidth(loop);
    graph.setNode(step.key, { width: boxWidth + 2 * room, height: step.height });
  }
  const joints: Joint[] = [];
  const join = (id: string, from: string, to: string, label: string) => {
    joints.push({ id, from, to, label });
    if (from === to) return;
    graph.setEdge(from, to, { width: wordsWidth(label), height: label ? 22 : 0, labelpos: 'c' });
  };
  // Dagre writes into what it is given.
  const round = () => ({ width: circleSize, height: circleSize });
  for (const key of entries) {
    graph.setNode(startOf(key), round());
    join(startOf(key), startOf(key), key, '');
  }
  for (const way of drawn) join(way.id, way.from, way.to, way.label);
  for (const key of exits) {
    graph.setNode(endOf(key), round());
    join(endOf(key), key, endOf(key), '');
  }
  rank(graph);

  const spots = new Map<string, Spot>();
  const rows = rowsOf(graph);
  const put = (id: string, key: string, width: number, height: number) => {
    const { x = 0, y = 0 } = graph.node(id);
    const row = rows.findIndex((each) => each.middle === Math.round(y));
    const band = keys.get(key)?.band ?? '';
    const spot = { key: id, x: x - width / 2, y: y - height / 2, width, height, band, row };
    spots.set(id, { ...spot, byHand: false });
  };
  for (const step of unique) put(step.key, step.key, boxWidth, step.height);
  for (const key of entries) put(startOf(key), key, circleSize, circleSize);
  for (const key of exits) put(endOf(key), key, circleSize, circleSize);

  const middles = new Map(
    joints.flatMap(({ id, from, to }) => {
      if (from === to) return [];
      const { points = [], x } = graph.edge(from, to);
      return [[id, x ?? points[Math.floor(points.length / 2)]?.x ?? 0] as const];
    }),
  );
  const bands = lanes ? intoBands(spots, rows, joints, middles) : [];
  if (!lanes) byHand(unique, spots);
  const lines = joints.map((joint) => {
    const [from, to] = [spots.get(joint.from), spots.get(joint.to)];
    return from && to ? joined(joint, from, to, middles.get(joint.id) ?? 0) : null;
  });
  const found = route(
    lines.filter((line) => line !== null),
    rows,
  );
  const boxes = unique.flatMap(({ key }) => {
    const spot = spots.get(key);
    return spot ? [{ key, x: spot.x, y: spot.y, width: spot.width, height: spot.height }] : [];
  });
  const circle = (kind: Circle['kind'], id: (key: string) => string) => (key: string) => {
    const spot = spots.get(id(key));
    return spot ? [{ id: id(key), kind, key, x: spot.x, y: spot.y }] : [];
  };
  const circles = [
    ...entries.flatMap(circle('start', startOf)),
    ...exits.flatMap(circle('end', endOf)),
  ];
  return { boxes, circles, lines: found, bands, frame: frameOf(boxes, circles, found, bands) };
}

const startOf = (key: string) => `start ${key}`;
const endOf = (key: string) => `end ${key}`;

function rowsOf(graph: Graph): Row[] {
  const rows = new Map<number, Row>();
  for (const id of graph.nodes()) {
    const { y = 0, height = 0 } = graph.node(id);
    const middle = Math.round(y);
    const row = rows.get(middle) ?? { middle, top: y, bottom: y };
    row.top = Math.min(row.top, y - height / 2);
    row.bottom = Math.max(row.bottom, y + height / 2);
    rows.set(middle, row);
  }
  return [...rows.values()].sort((a, b) => a.middle - b.middle);
}

/** Puts the steps where somebody dragged them, with their circles. */
function byHand(steps: Placed[], spots: Map<string, Spot>) {
  for (const { key, place } of steps) {
    const spot = spots.get(key);
    if (!place || !spot) continue;
    Object.assign(spot, { x: place.x, y: place.y, byHand: true });
    const x = place.x + (boxWidth - circleSize) / 2;
    const start = spots.get(startOf(key));
    if (start) Object.assign(start, { x, y: place.y - circleSize - 28, byHand: true });
    const end = spots.get(endOf(key));
    if (end) Object.assign(end, { x, y: place.y + spot.height + 28, byHand: true });
  }
}

/** Moves the steps into columns, one for each lane in the order of the steps. */
function intoBands(
  spots: Map<string, Spot>,
  rows: Row[],
  joints: Joint[],
  middles: Map<string, number>,
): Band[] {
  const all = [...spots.values()];
  const names = [...new Set(all.map((spot) => spot.band))];
  const rowMembers = (band: string, row: number) =>
    all.filter((spot) => spot.band === band && spot.row === row).sort((a, b) => a.x - b.x);
  // Ways that pass rows, or lead back, run along the side of the lane that they leave.
  const far = joints.flatMap((joint) => {
    const [from, to] = [spots.get(joint.from), spots.get(joint.to)];
    if (!from || !to || from === to || to.row === from.row + 1) return [];
    const left = names.indexOf(to.band) < names.indexOf(from.band);
    return [{ joint, band: from.band, left }];
  });
  const bands: Band[] = [];
  let x = 0;
  for (const name of names) {
    const widths = rows.map((_, row) => {
      const members = rowMembers(name, row);
      return members.reduce((sum, spot) => sum + spot.width + bandGap, -bandGap);
    });
    const side = (left: boolean) => far.filter((way) => way.band === name && way.left === left);
    const room = (left: boolean) =>
      side(left).reduce((sum, way) => sum + Math.max(18, wordsWidth(way.joint.label) + 6), 24);
    const loops = joints.filter(
      (joint) => joint.from === joint.to && spots.get(joint.from)?.band === name,
    );
    const loopRoom = Math.max(0, ...loops.map((joint) => loopWidth + wordsWidth(joint.label)));
    const inner = Math.max(boxWidth, wordsWidth(name, 14), ...widths) + 2 * loopRoom;
    const from = x + room(true);
    rows.forEach((_, row) => {
      let at = from + (inner - (widths[row] ?? 0)) / 2;
      for (const spot of rowMembers(name, row)) {
        spot.x = at;
        at += spot.width + bandGap;
      }
    });
    for (const left of [true, false]) {
      let at = left ? from : from + inner;
      for (const { joint } of side(left)) {
        const wide = Math.max(18, wordsWidth(joint.label) + 6);
        middles.set(joint.id, left ? at - wide / 2 : at + wide / 2);
        at += left ? -wide : wide;
      }
    }
    const width = room(true) + inner + room(false);
    bands.push({ name, x, y: 0, width, height: 0 });
    x += width;
  }
  for (const { id, from, to } of joints) {
    const target = spots.get(to);
    if (target && target.row === (spots.get(from)?.row ?? 0) + 1) {
      middles.set(id, target.x + target.width / 2);
    }
  }
  const top = Math.min(0, ...rows.map((row) => row.top)) - bandHead - 16;
  const bottom = Math.max(0, ...rows.map((row) => row.bottom)) + 28;
  return bands.map((band) => ({ ...band, y: top, height: bottom - top }));
}

function frameOf(boxes: Box[], circles: Circle[], lines: Line[], bands: Band[]): Laid['frame'] {
  const round = circles.map(({ x, y }) => ({ x, y, width: circleSize, height: circleSize }));
  const words = lines.flatMap((line) => {
    if (!line.words) return [];
    const width = wordsWidth(line.words);
    return [{ x: line.label.x - width / 2, y: line.label.y - 11, width, height: 22 }];
  });
  const dots = lines.flatMap((line) =>
    line.points.map((point) => ({ ...point, width: 0, height: 0 })),
  );
  const all = [...boxes, ...round, ...words, ...dots, ...bands];
  if (all.length === 0) return { x: 0, y: 0, width: boxWidth, height: 60 };
  const x = Math.min(...all.map((one) => one.x));
  const y = Math.min(...all.map((one) => one.y));
  return {
    x,
    y,
    width: Math.max(...all.map((one) => one.x + one.width)) - x,
    height: Math.max(...all.map((one) => one.y + one.height)) - y,
  };
}
