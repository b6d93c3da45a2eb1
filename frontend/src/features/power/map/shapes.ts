import { circleSize, boxWidth, type Laid } from './layout';
import { pathOf, type Line } from './route';
import { wordsWidth, wrapped } from './words';
import type { Enum } from '@/gql';

/** Names of colours of tokens.css. */
type Colour = string;

/** A piece of the drawing: what the page and a file draw alike. */
export interface Mark {
  tag: 'path' | 'rect' | 'circle' | 'text';
  at: Record<string, number | string>;
  fill?: Colour;
  stroke?: Colour;
  text?: string;
}

/** What a drawing shows of a step. */
export interface StepView {
  key: string;
  name: string;
  kind: Enum<'StepKind'>;
  /** Who carries it out: its post, else its lane. */
  who: string;
  days: number | null;
  /** How its ways part: one of several, all at once; null where there are not several. */
  parts: Enum<'Split'> | null;
  grades: { grade: Enum<'Grade'> | null; count: number }[];
  /** Measures in force. */
  measures: number;
  finding: Enum<'ProcessFindingSeverity'> | null;
  /** How well it is guarded, in percent; null for not asked, or nothing to guard. */
  score: number | null;
  /** Where the next measure helps most. */
  most: boolean;
  /** What else is told of it. */
  mark?: StepMark;
}

/** What others than the process itself tell of a step: lines of words in its box, and a frame around it. */
export interface StepMark {
  notes: { text: string; ink: Colour }[];
  frame?: { ink: Colour; dashed?: boolean };
}

/** The words of a drawing. */
export interface Words {
  kind: (kind: Enum<'StepKind'>) => string;
  days: (count: number) => string;
  measures: (count: number) => string;
  unnamed: string;
  start: string;
  end: string;
  nobody: string;
  most: string;
}

type Group = 'work' | 'check' | 'decide' | 'file';

const groups: Record<Enum<'StepKind'>, Group> = {
  ACCEPT: 'work',
  HANDLE: 'work',
  EXECUTE: 'work',
  RECORD: 'file',
  CLOSE: 'file',
  REVIEW: 'check',
  INSPECT: 'check',
  SUPERVISE: 'check',
  APPROVE: 'decide',
  DECIDE: 'decide',
};
const inks: Record<Group, Colour> = {
  work: 'blue',
  check: 'good',
  decide: 'menu',
  file: 'ink-soft',
};

const left = 16;
const inner = boxWidth - 2 * left;
const font = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

function textAt(x: number, y: number, size: number, fill: Colour, text: string, more = {}): Mark {
  const at = { x, y, 'font-size': size, 'font-family': font, ...more };
  return { tag: 'text', at, fill, text };
}

const nameLines = (step: StepView, words: Words) =>
  wrapped(step.name || words.unnamed, inner, 14, 2);

const hasMarks = (step: StepView) => step.grades.length > 0 || step.measures > 0;

const noteHeight = 17;

const noteLines = ({ mark }: StepView) =>
  (mark?.notes ?? []).flatMap(({ text, ink }) =>
    wrapped(text, inner, 12, 2).map((line) => ({ line, ink })),
  );

/** How high the box of a step is. */
export function heightOf(step: StepView, words: Words): number {
  const lines = nameLines(step, words).length;
  const notes = noteLines(step).length * noteHeight;
  return 30 + lines * 19 + (step.who ? 18 : 0) + (hasMarks(step) ? 25 : 0) + notes + 6;
}

/** How well a step is guarded, as a colour. */
export function scoreColour(score: number): Colour {
  return score >= 100 ? 'good' : score >= 50 ? 'warning' : 'bad';
}

/** The box of a step, from its own upper left corner. */
export function drawStep(step: StepView, words: Words): Mark[] {
  const height = heightOf(step, words);
  const group = groups[step.kind];
  const ink = inks[group];
  const marks: Mark[] = [];
  if (step.score !== null) {
    const at = {
      x: -5,
      y: -5,
      width: boxWidth + 10,
      height: height + 10,
      rx: 9,
      'stroke-width': 3,
    };
    marks.push({ tag: 'rect', at, fill: 'paper', stroke: scoreColour(step.score) });
  }
  if (step.mark?.frame) marks.push(frameMark(step.mark.frame, height));
  marks.push(...outline(group, step.kind, height, ink));
  const head = [words.kind(step.kind), step.days === null ? '' : words.days(step.days)];
  marks.push(textAt(left, 21, 12, ink, head.filter(Boolean).join(' · ')));
  if (step.finding) marks.push(...findingMark(step.finding));
  let y = 41;
  for (const line of nameLines(step, words)) {
    marks.push(textAt(left, y, 14, step.name ? 'ink' : 'ink-faint', line, { 'font-weight': 600 }));
    y += 19;
  }
  if (step.who) {
    marks.push(textAt(left, y - 1, 12, 'ink-soft', wrapped(step.who, inner, 12, 1)[0] ?? ''));
    y += 18;
  }
  if (hasMarks(step)) {
    marks.push(...gradeMarks(step, y - 11, words));
    y += 25;
  }
  for (const { line, ink: noteInk } of noteLines(step)) {
    marks.push(textAt(left, y - 1, 12, noteInk, line, { 'font-weight': 600 }));
    y += noteHeight;
  }
  if (step.most) {
    const width = wordsWidth(words.most, 11) + 4;
    const x = boxWidth - width - 6;
    marks.push(
      { tag: 'rect', at: { x, y: -12, width, height: 18, rx: 9 }, fill: 'bad' },
      textAt(x + width / 2, 1, 11, 'on-dark', words.most, { 'text-anchor': 'middle' }),
    );
  }
  if (step.parts) marks.push(...partsMark(step.parts, height, ink));
  return marks;
}

function frameMark({ ink, dashed }: NonNullable<StepMark['frame']>, height: number): Mark {
  const at = { x: -5, y: -5, width: boxWidth + 10, height: height + 10, rx: 9, 'stroke-width': 3 };
  return {
    tag: 'rect',
    at: { ...at, ...(dashed ? { 'stroke-dasharray': '7 5' } : {}) },
    fill: 'paper',
    stroke: ink,
  };
}

/** Work is a box, what checks has a double edge, what decides is pointed, what is filed and closed is round. */
function outline(group: Group, kind: Enum<'StepKind'>, height: number, ink: Colour): Mark[] {
  const w = boxWidth;
  const box = (rx: number): Mark => ({
    tag: 'rect',
    at: { x: 0, y: 0, width: w, height, rx, 'stroke-width': 1.25 },
    fill: 'paper',
    stroke: ink,
  });
  const line = (d: string): Mark => ({
    tag: 'path',
    at: { d, 'stroke-width': 1.25 },
    fill: 'paper',
    stroke: ink,
  });
  if (group === 'decide') {
    const half = height / 2;
    return [line(`M10,0 H${w - 10} L${w},${half} L${w - 10},${height} H10 L0,${half} Z`)];
  }
  if (group === 'check') return [box(3), line(`M6,0 V${height} M${w - 6},0 V${height}`)];
  if (kind === 'CLOSE') return [box(22)];
  if (kind === 'RECORD') {
    return [
      line(
        `M0,3 Q0,0 3,0 H${w - 3} Q${w},0 ${w},3 V${height - 4} Q${w * 0.75},${height - 10} ${w / 2},${height - 3} T0,${height - 3} Z`,
      ),
    ];
  }
  return [box(4)];
}

function findingMark(severity: Enum<'ProcessFindingSeverity'>): Mark[] {
  const fault = severity === 'FAULT';
  const x = boxWidth - 24;
  const ink = fault ? 'bad' : 'warning';
  const shape: Mark = fault
    ? { tag: 'circle', at: { cx: x, cy: 17, r: 8 }, fill: ink }
    : { tag: 'path', at: { d: `M${x},9 L${x + 9},25 H${x - 9} Z` }, fill: ink };
  const sign = textAt(x, fault ? 21 : 23, 11, 'on-dark', fault ? '×' : '!', {
    'text-anchor': 'middle',
    'font-weight': 700,
  });
  return [shape, sign];
}

function gradeMarks(step: StepView, y: number, words: Words): Mark[] {
  const marks: Mark[] = [];
  let x = left;
  for (const { grade, count } of step.grades) {
    const ink = grade ? `grade-${grade.toLowerCase()}` : 'grade-none';
    const text = `${grade ?? '–'} ×${count}`;
    const width = wordsWidth(text, 11) + 4;
    marks.push(
      {
        tag: 'rect',
        at: {
          x,
          y,
          width,
          height: 18,
          rx: 3,
          'stroke-width': 1,
          ...(grade ? {} : { 'stroke-dasharray': '3 2' }),
        },
        fill: `${ink}-paper`,
        stroke: ink,
      },
      textAt(x + width / 2, y + 13, 11, ink, text, { 'text-anchor': 'middle', 'font-weight': 600 }),
    );
    x += width + 4;
  }
  if (step.measures > 0) {
    marks.push(
      textAt(boxWidth - left, y + 13, 11, 'ink-soft', words.measures(step.measures), {
        'text-anchor': 'end',
      }),
    );
  }
  return marks;
}

/** A diamond where one of several ways is taken, two bars where all are. */
function partsMark(parts: Enum<'Split'>, height: number, ink: Colour): Mark[] {
  const x = boxWidth / 2;
  if (parts === 'ALL') {
    return [height + 2, height + 6].map((y) => ({
      tag: 'path' as const,
      at: { d: `M${x - 40},${y} H${x + 40}`, 'stroke-width': 2 },
      stroke: ink,
    }));
  }
  return [
    {
      tag: 'path',
      at: { d: `M${x},${height - 7} l9,7 l-9,7 l-9,-7 Z`, 'stroke-width': 1.25 },
      fill: 'paper',
      stroke: ink,
    },
  ];
}

/** The circle where the process begins or ends, from its own upper left corner. */
export function drawCircle(kind: 'start' | 'end', words: Words): Mark[] {
  const r = circleSize / 2;
  const start = kind === 'start';
  const ink = start ? 'good' : 'ink-soft';
  const at = { cx: r, cy: r, r: r - 1, 'stroke-width': start ? 1.5 : 3 };
  return [
    { tag: 'circle', at, fill: 'paper', stroke: ink },
    textAt(r, r + 4, 11, ink, start ? words.start : words.end, { 'text-anchor': 'middle' }),
  ];
}

/** A line with its arrow. */
export function drawLine(line: Line, ink: Colour = 'ink-soft'): Mark[] {
  const d = pathOf(line.points);
  const [before, tip] = line.points.slice(-2);
  if (!before || !tip) return [];
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [ux, uy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const corner = (side: number) =>
    `${(tip.x - ux * 9 - uy * side).toFixed(1)},${(tip.y - uy * 9 + ux * side).toFixed(1)}`;
  return [
    { tag: 'path', at: { d, 'stroke-width': 1.25 }, stroke: ink },
    {
      tag: 'path',
      at: { d: `M${tip.x.toFixed(1)},${tip.y.toFixed(1)} L${corner(4.5)} L${corner(-4.5)} Z` },
      fill: ink,
    },
  ];
}

/** The words on a line, on a ground of their own. */
export function drawWords(line: Line, ground: Colour): Mark[] {
  if (!line.words) return [];
  const width = wordsWidth(line.words);
  const { x, y } = line.label;
  return [
    { tag: 'rect', at: { x: x - width / 2, y: y - 10, width, height: 20, rx: 3 }, fill: ground },
    textAt(x, y + 4, 12, 'ink', line.words, { 'text-anchor': 'middle' }),
  ];
}

/** Columns of lanes with their names above. */
export function drawBands(bands: Laid['bands'], words: Words): Mark[] {
  return bands.flatMap(({ name, x, y, width, height }, i): Mark[] => [
    {
      tag: 'rect',
      at: { x, y, width, height, 'stroke-width': 1 },
      fill: i % 2 === 0 ? 'paper' : 'surface',
      stroke: 'line',
    },
    {
      tag: 'rect',
      at: { x, y, width, height: 32, 'stroke-width': 1 },
      fill: 'surface-head',
      stroke: 'line',
    },
    textAt(
      x + width / 2,
      y + 21,
      14,
      'ink',
      wrapped(name || words.nobody, width - 16, 14, 1)[0] ?? '',
      {
        'text-anchor': 'middle',
        'font-weight': 600,
      },
    ),
  ]);
}
