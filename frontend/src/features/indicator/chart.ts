import type { Reading } from './query';

/** Where things stand in a picture of so many units. */
export const size = { width: 720, height: 240, left: 64, right: 16, top: 12, bottom: 28 };

/** Names of periods stand so far apart at least that none runs into another; those at the ends stand on one side of their points. */
const apart = { ends: 145, others: 110 };

export interface Chart {
  points: { x: number; y: number; reading: Reading }[];
  /** Through the points. */
  line: string;
  /** The threshold of each reading, in steps half way between them, and the present one at the end. */
  limit: string;
  values: { y: number; value: number }[];
  names: { x: number; anchor: 'start' | 'middle' | 'end'; from: string }[];
}

/** Round numbers from below the lowest to above the highest value. */
export function roundValues(low: number, high: number, about = 4): number[] {
  const span = high > low ? high - low : Math.max(Math.abs(high), 1);
  const [from, to] = high > low ? [low, high] : [low - span / 2, high + span / 2];
  const rough = span / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((times) => times * power >= rough) ?? 10) * power;
  const first = Math.floor(from / step + 1e-9);
  const last = Math.ceil(to / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) =>
    // Ten-thousandths are as fine as values are.
    Number(((first + i) * step).toFixed(6)),
  );
}

/** The picture of readings, which are in the order of their periods; there is one at least. */
export function chartOf(readings: Reading[], threshold: number): Chart {
  const times = readings.map(({ from }) => Date.parse(from));
  const begin = times[0] ?? 0;
  const span = (times.at(-1) ?? begin) - begin;
  const all = readings.flatMap((one) => [Number(one.value), Number(one.threshold)]);
  const values = roundValues(Math.min(threshold, ...all), Math.max(threshold, ...all));
  const low = values[0] ?? 0;
  const high = values.at(-1) ?? 1;
  const right = size.width - size.right;
  const across = (time: number) =>
    span > 0 ? size.left + ((time - begin) / span) * (right - size.left) : (size.left + right) / 2;
  const up = (value: number) =>
    size.height -
    size.bottom -
    ((value - low) / (high - low)) * (size.height - size.top - size.bottom);

  const points = readings.map((reading, i) => ({
    x: across(times[i] ?? begin),
    y: up(Number(reading.value)),
    reading,
  }));
  const steps = points.map(({ x, reading }, i) => {
    const next = points[i + 1];
    const end = next ? (x + next.x) / 2 : right;
    const y = up(i === points.length - 1 ? threshold : Number(reading.threshold));
    return `V${round(y)}H${round(end)}`;
  });
  const began = up(points.length === 1 ? threshold : Number(readings[0]?.threshold));
  return {
    points,
    line: points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join(''),
    limit: `M${size.left} ${round(began)}${steps.join('')}`,
    values: values.map((value) => ({ y: up(value), value })),
    names: namesOf(points),
  };
}

function namesOf(points: Chart['points']): Chart['names'] {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return [];
  const named = (point: Chart['points'][number], anchor: 'start' | 'middle' | 'end') => ({
    x: point.x,
    anchor,
    from: point.reading.from,
  });
  if (first === last) return [named(first, 'middle')];
  const names = [named(first, 'start')];
  for (const point of points) {
    const before = names.at(-1)?.x ?? 0;
    const far = point.x - before >= (names.length > 1 ? apart.others : apart.ends);
    if (far && last.x - point.x >= apart.ends) names.push(named(point, 'middle'));
  }
  return [...names, named(last, 'end')];
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
