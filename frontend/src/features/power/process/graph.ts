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

export interface Box {
  key: string;
  x: number;
  y: number;
  height: number;
}

/** Places the steps from left to right; ties follow the order of the process. */
export function place(steps: StepLike[], lines: Way[], heightOf: (key: string) => number): Box[] {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 24, ranksep: 72, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  const keys = [...new Set(steps.map((step) => step.key))];
  for (const key of keys) graph.setNode(key, { width: boxWidth, height: heightOf(key) });
  for (const { from, to, label } of lines) {
    // Room for the words of a condition.
    if (from !== to)
      graph.setEdge(from, to, { width: Math.min(label.length, 12) * 12, height: 16 });
  }
  layout(graph);
  return keys.map((key) => {
    const { x = 0, y = 0 } = graph.node(key);
    const height = heightOf(key);
    // Dagre gives the middle, the page draws from the corner.
    return { key, x: x - boxWidth / 2, y: y - height / 2, height };
  });
}
