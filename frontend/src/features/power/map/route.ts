import { wordsWidth } from './words';

export interface Point {
  x: number;
  y: number;
}

/** Steps beside each other: between two rows and beside the boxes lines are free to run. */
export interface Row {
  middle: number;
  top: number;
  bottom: number;
}

/** A way, or the short line from or to a circle. */
export interface Joint {
  id: string;
  from: string;
  to: string;
  label: string;
}

interface End {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
  row: number;
  byHand: boolean;
}

/** A line around the boxes, with the place for its words. */
export interface Line {
  id: string;
  from: string;
  to: string;
  words: string;
  points: Point[];
  label: Point;
}

export interface Open {
  joint: Joint;
  from: End;
  to: End;
  /** Where it runs up or down beside the rows that it passes. */
  middle: number;
}

export function joined(joint: Joint, from: End, to: End, middle: number): Open {
  return { joint, from, to, middle };
}

type Side = 'top' | 'bottom';
const spread = 22;

/** Finds the lines of all ways. */
export function route(open: Open[], rows: Row[]): Line[] {
  const ports = portsOf(open.filter(inRows));
  const tracks = new Map<number, { from: number; to: number; track: number }[]>();
  return open.map((way) => {
    const { joint, from, to } = way;
    const base = { id: joint.id, from: joint.from, to: joint.to, words: joint.label };
    if (from === to) return { ...base, ...loop(from, wordsWidth(joint.label)) };
    if (!inRows(way)) return { ...base, ...free(from, to) };
    const start = ports.get(`${joint.id} from`) ?? from.x + from.width / 2;
    const end = ports.get(`${joint.id} to`) ?? to.x + to.width / 2;
    return { ...base, ...between(way, start, end, rows, tracks) };
  });
}

function inRows({ from, to }: Open): boolean {
  return from !== to && !from.byHand && !to.byHand && from.row !== to.row;
}

/** Where each line leaves and meets its box: those of one side stand beside each other, in their order. */
function portsOf(open: Open[]): Map<string, number> {
  const sides = new Map<string, { id: string; end: End; toward: number }[]>();
  const add = (id: string, end: End, side: Side, toward: number) => {
    const key = `${side} ${end.key}`;
    sides.set(key, [...(sides.get(key) ?? []), { id, end, toward }]);
  };
  for (const { joint, from, to, middle } of open) {
    const down = to.row > from.row;
    add(`${joint.id} from`, from, down ? 'bottom' : 'top', middle);
    add(`${joint.id} to`, to, down ? 'top' : 'bottom', middle);
  }
  const ports = new Map<string, number>();
  for (const side of sides.values()) {
    side.sort((a, b) => a.toward - b.toward);
    side.forEach(({ id, end }, i) => {
      const step = Math.min(spread, (end.width - 24) / side.length);
      ports.set(id, end.x + end.width / 2 + (i - (side.length - 1) / 2) * step);
    });
  }
  return ports;
}

type Tracks = Map<number, { from: number; to: number; track: number }[]>;

/** A line along the gaps between the rows and, where it passes rows, along its middle. */
function between(way: Open, start: number, end: number, rows: Row[], tracks: Tracks) {
  const { from, to } = way;
  const down = to.row > from.row;
  const ends = { a: down ? from.y + from.height : from.y, b: down ? to.y : to.y + to.height };
  const near = Math.abs(to.row - from.row) === 1;
  let middle = way.middle;
  for (const port of [start, end]) if (Math.abs(port - middle) < 10) middle = port;
  const gap = (row: number) => ({
    top: rows[row]?.bottom ?? ends.a,
    bottom: rows[row + 1]?.top ?? ends.b,
  });
  /** A height in a gap where no other line runs along the same stretch. */
  const lane = (row: number, x1: number, x2: number, late: boolean) => {
    const key = row * 2 + (late ? 1 : 0);
    const taken = tracks.get(key) ?? [];
    const [low, high] = [Math.min(x1, x2), Math.max(x1, x2)];
    let track = 0;
    while (taken.some((one) => one.track === track && one.from < high + 8 && one.to > low - 8))
      track++;
    tracks.set(key, [...taken, { from: low, to: high, track }]);
    const { top, bottom } = gap(row);
    const off = Math.min(14 + track * 7, (bottom - top) / 2 - 4);
    return late ? bottom - off : top + off;
  };
  const points: Point[] = [{ x: start, y: ends.a }];
  const [first, second] = down ? [from.row, to.row - 1] : [from.row - 1, to.row];
  const bend = (row: number, x1: number, x2: number, late: boolean) => {
    if (Math.abs(x1 - x2) < 1) return;
    const y = lane(row, x1, x2, late);
    points.push({ x: x1, y }, { x: x2, y });
  };
  bend(first, start, middle, !down);
  bend(second, middle, end, down);
  points.push({ x: end, y: ends.b });
  const passed = down
    ? {
        top: near ? gap(first).top : (rows[from.row]?.bottom ?? 0),
        bottom: near ? gap(first).bottom : (rows[to.row]?.top ?? 0),
      }
    : { top: rows[to.row]?.bottom ?? 0, bottom: rows[from.row]?.top ?? 0 };
  return { points, label: { x: middle, y: (passed.top + passed.bottom) / 2 } };
}

/** Back to the same step, on its right side. */
function loop(box: End, words: number) {
  const right = box.x + box.width;
  const [high, low] = [box.y + box.height / 2 - 12, box.y + box.height / 2 + 12];
  const points = [
    { x: right, y: high },
    { x: right + 24, y: high },
    { x: right + 24, y: low },
    { x: right, y: low },
  ];
  return { points, label: { x: right + 28 + words / 2, y: box.y + box.height / 2 } };
}

/** Between boxes of which somebody placed one by hand. */
function free(from: End, to: End) {
  const [a, b] = [from.x + from.width / 2, to.x + to.width / 2];
  const [left, right] = [Math.max(from.x, to.x), Math.min(from.x + from.width, to.x + to.width)];
  if (to.y >= from.y + from.height + 16) {
    const [top, bottom] = [from.y + from.height, to.y];
    const y = (top + bottom) / 2;
    const label = { x: (a + b) / 2, y };
    if (Math.abs(a - b) < 2)
      return {
        points: [
          { x: a, y: top },
          { x: a, y: bottom },
        ],
        label,
      };
    return {
      points: [
        { x: a, y: top },
        { x: a, y },
        { x: b, y },
        { x: b, y: bottom },
      ],
      label,
    };
  }
  if (left > right) {
    // Beside each other.
    const ahead = to.x > from.x;
    const [x1, x2] = ahead ? [from.x + from.width, to.x] : [from.x, to.x + to.width];
    const [y1, y2] = [from.y + from.height / 2, to.y + to.height / 2];
    const x = (x1 + x2) / 2;
    const label = { x, y: (y1 + y2) / 2 };
    if (Math.abs(y1 - y2) < 2)
      return {
        points: [
          { x: x1, y: y1 },
          { x: x2, y: y1 },
        ],
        label,
      };
    return {
      points: [
        { x: x1, y: y1 },
        { x, y: y1 },
        { x, y: y2 },
        { x: x2, y: y2 },
      ],
      label,
    };
  }
  // Back up, around the right side.
  const x = Math.max(from.x + from.width, to.x + to.width) + 28;
  const [y1, y2] = [from.y + from.height / 2, to.y + to.height / 2];
  return {
    points: [
      { x: from.x + from.width, y: y1 },
      { x, y: y1 },
      { x, y: y2 },
      { x: to.x + to.width, y: y2 },
    ],
    label: { x, y: (y1 + y2) / 2 },
  };
}

/** A path through the points with round corners, for an SVG. */
export function pathOf(points: Point[], radius = 6): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const parts = [`M${round(first.x)},${round(first.y)}`];
  rest.forEach((point, i) => {
    const before = points[i] ?? first;
    const next = rest[i + 1];
    if (!next) {
      parts.push(`L${round(point.x)},${round(point.y)}`);
      return;
    }
    const into = toward(point, before, radius);
    const out = toward(point, next, radius);
    parts.push(
      `L${round(into.x)},${round(into.y)}`,
      `Q${round(point.x)},${round(point.y)} ${round(out.x)},${round(out.y)}`,
    );
  });
  return parts.join(' ');
}

function toward(from: Point, to: Point, most: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const share = Math.min(most, length / 2) / length;
  return { x: from.x + dx * share, y: from.y + dy * share };
}

const round = (value: number) => Math.round(value * 10) / 10;
