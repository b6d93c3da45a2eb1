import { Graph, layout } from '@dagrejs/dagre';

export interface StepLike {
  key: string;
}

export interface EdgeLike {
  fromKey: string;
  toKey: string;
  condition: string;
}

export interface Way {
  id: string;
  from: string;
  to: string;
  /** Conditions of all ways between the two; empty for always. */
  label: string;
}

/**
 * The ways that can be drawn: both ends exist, and between two steps there is one
 * line, however many conditions lead along it. A half-typed process is drawn as
 * far as it goes.
 */
export function ways(steps: StepLike[], edges: EdgeLike[]): Way[] {
  const keys = new Set(steps.map((step) => step.key));
  const drawn = new Map<string, Way>();
  for (const { fromKey, toKey, condition } of edges) {
    if (!keys.has(fromKey) || !keys.has(toKey)) continue;
    const id = JSON.stringify([fromKey, toKey]);
    const known = drawn.get(id);
    const label = [known?.label, condition.trim()].filter(Boolean).join('；');
    drawn.set(id, { id, from: fromKey, to: toKey, label });
  }
  return [...drawn.values()];
}

export const boxWidth = 176;

export interface Point {
  x: number;
  y: number;
}

export interface Box {
  key: string;
  x: number;
  y: number;
  height: number;
}

/** A line between two boxes, with the place for its words. */
export interface Route {
  id: string;
  points: Point[];
  label: Point;
}

/** Across where there is width, down beside a list. */
export type Direction = 'across' | 'down';

/** Places the steps in the direction given, and the lines around them. */
export function place(
  steps: StepLike[],
  lines: Way[],
  heightOf: (key: string) => number,
  direction: Direction,
): { boxes: Box[]; routes: Route[] } {
  const graph = new Graph();
  const across = direction === 'across';
  graph.setGraph({
    rankdir: across ? 'LR' : 'TB',
    nodesep: 28,
    edgesep: 20,
    ranksep: across ? 56 : 36,
    marginx: 8,
    marginy: 8,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  const keys = [...new Set(steps.map((step) => step.key))];
  for (const key of keys) graph.setNode(key, { width: boxWidth, height: heightOf(key) });
  for (const { from, to, label } of lines) {
    // Room for the words of a condition.
    graph.setEdge(from, to, { width: label.length * 13, height: label ? 20 : 0, labelpos: 'c' });
  }
  layout(graph);
  const boxes = keys.map((key) => {
    const { x = 0, y = 0 } = graph.node(key);
    const height = heightOf(key);
    // Dagre gives the middle, the page draws from the corner.
    return { key, x: x - boxWidth / 2, y: y - height / 2, height };
  });
  const routes = lines.map(({ id, from, to }) => {
    const { points = [], x, y } = graph.edge(from, to);
    const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
    return { id, points, label: { x: x ?? middle.x, y: y ?? middle.y } };
  });
  return { boxes, routes };
}

/** A soft line through the points, for an SVG path. */
export function curve(points: Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const bends = rest.slice(0, -1).map((point, i) => {
    const next = rest[i + 1] ?? last;
    // The last bend leads straight to the end, so that the arrow points at the box.
    const to = next === last ? last : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${point.x},${point.y} ${to.x},${to.y}`;
  });
  const path = [`M${first.x},${first.y}`, ...bends];
  return bends.length > 0 ? path.join(' ') : `${path[0]} L${last.x},${last.y}`;
}
