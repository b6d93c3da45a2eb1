import { describe, expect, it } from 'vitest';
import { chartOf, roundValues, size } from './chart';
import { someReading } from './samples';

describe('round values', () => {
  it.each([
    [2.5, 7, [2, 4, 6, 8]],
    [0, 1234.5, [0, 500, 1000, 1500]],
    [-3, 3, [-4, -2, 0, 2, 4]],
    [0.0001, 0.0003, [0.0001, 0.00015, 0.0002, 0.00025, 0.0003]],
    [5, 5, [2, 4, 6, 8]],
    [0, 0, [-0.5, 0, 0.5]],
  ])('from %d to %d', (low, high, values) => {
    expect(roundValues(low, high)).toEqual(values);
  });

  it('have all values between them', () => {
    for (const [low, high] of [
      [98.7, 99.9],
      [-100_000_000_000, 100_000_000_000],
      [0.0001, 100_000_000_000],
      [-7, -7],
    ] as const) {
      const values = roundValues(low, high);
      expect(values[0]).toBeLessThanOrEqual(low);
      expect(values.at(-1)).toBeGreaterThanOrEqual(high);
      expect(values.length).toBeLessThan(9);
    }
  });
});

describe('the picture of readings', () => {
  const readings = [
    someReading('2026-01-01', 2),
    someReading('2026-02-01', 8, true),
    someReading('2026-07-01', 5),
  ];

  it('has later ones further right, as far as they are apart, and greater ones higher', () => {
    const [a, b, c] = chartOf(readings, 5).points;
    if (!a || !b || !c) throw new Error('there are three points');
    expect([a.x, c.x]).toEqual([size.left, size.width - size.right]);
    expect(b.x - a.x).toBeLessThan(c.x - b.x);
    expect(b.y).toBeLessThan(c.y);
    expect(c.y).toBeLessThan(a.y);
  });

  it('has the threshold that held on its day, and the present one at the end', () => {
    const of = (threshold: number) => new Set(chartOf(readings, threshold).limit.match(/V[\d.]+/g));
    expect(of(5).size).toBe(1);
    expect(of(3).size).toBe(2);
  });

  it('has the threshold within it though all values lie far below', () => {
    const { values } = chartOf([someReading('2026-01-01', 1)], 100);
    expect(values.at(-1)?.value).toBeGreaterThanOrEqual(100);
  });

  it('stands in the middle where it is one', () => {
    const { points, names } = chartOf([someReading('2026-01-01', 3)], 5);
    expect(points[0]?.x).toBe((size.left + size.width - size.right) / 2);
    expect(names).toEqual([{ x: points[0]?.x, anchor: 'middle', from: '2026-01-01' }]);
  });

  it('names periods without one running into another', () => {
    const weeks = Array.from({ length: 57 }, (_, i) =>
      someReading(new Date(Date.UTC(2025, 10, 3 + 7 * i)).toISOString().slice(0, 10), i),
    );
    const { names } = chartOf(weeks, 5);
    expect(names.length).toBeGreaterThan(3);
    names.slice(1).forEach(({ x }, i) => expect(x - (names[i]?.x ?? 0)).toBeGreaterThan(100));
    expect(names.at(-1)?.from).toBe(weeks.at(-1)?.from);
  });
});
