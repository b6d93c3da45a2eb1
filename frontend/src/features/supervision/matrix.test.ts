import { describe, expect, it } from 'vitest';
import { mix, shadesOf } from './heat';
import { matrixLines, matrixTotals } from './lines';
import type { Matrix } from './query';
import { columns, supervisionPath, supervisionSpec, toCountFilter } from './state';
import { readState } from '@/lib/urlState';
import { colour } from '@/ui/tokens';

const asked = (address: string) => readState(supervisionSpec, new URLSearchParams(address));
const words = { self: '本级', none: '未关联', value: () => undefined };

function matrix(changes: Partial<Matrix> = {}): Matrix {
  return {
    unit: { id: 'u0', name: '省局', kind: 'BUREAU', path: [{ id: 'u0', name: '省局' }] },
    by: 'CHILD_UNIT',
    columns: ['A', 'B', 'C', 'UNGRADED', 'UNCONTROLLED_A'],
    totals: [3, 2, 1, 4, 1],
    truncated: false,
    rows: [
      row('SELF', [1, 0, 0, 4, 0], null),
      row('u1', [2, 1, 0, 0, 1], { id: 'u1', childCount: 5, conflictCounts: null }),
      row('u2', [0, 1, 1, 0, 0], { id: 'u2', childCount: 0, conflictCounts: null }),
    ],
    ...changes,
  };
}

function row(key: string, counts: number[], unit: Matrix['rows'][number]['unit']) {
  return { key, label: key, worst: null, counts, unit, post: null, changes: null };
}

describe('the matrix', () => {
  it('leads from a unit with units below to the next level, with the same conditions', () => {
    const lines = matrixLines(matrix(), asked('unit=u0&type=MORAL&mode=table'), words);
    expect(lines[1]?.path).toBe('/supervision?unit=u1&type=MORAL&mode=table');
  });

  it('leads from a department to its risk points', () => {
    const lines = matrixLines(matrix(), asked('unit=u0&type=MORAL'), words);
    expect(lines[2]?.path).toBe('/risks?unit=u2&type=MORAL');
  });

  it('leads from a number to the risk points it counts', () => {
    const [self, below] = matrixLines(matrix(), asked('unit=u0&from=2026-01-01'), words);
    expect(below?.cellPaths).toEqual([
      '/risks?unit=u1&grade=A&from=2026-01-01',
      '/risks?unit=u1&grade=B&from=2026-01-01',
      '/risks?unit=u1&grade=C&from=2026-01-01',
      '/risks?unit=u1&grade=NONE&from=2026-01-01',
      '/risks?unit=u1&grade=A&controlled=no&from=2026-01-01',
    ]);
    expect(self?.cellPaths[0]).toBe('/risks?unit=u0&grade=A&from=2026-01-01&only=yes');
  });

  it('narrows by the value of a row, and offers no list where none can be asked for', () => {
    const by = matrix({
      by: 'POWER_TYPE',
      rows: [row('FINANCE', [1, 0, 0, 0, 0], null), row('NONE', [1, 0, 0, 0, 0], null)],
    });
    const [finance, none] = matrixLines(by, asked('unit=u0&by=POWER_TYPE'), words);
    expect(finance?.path).toBe('/risks?unit=u0&power=FINANCE');
    expect(none?.path).toBeNull();
  });

  it('finds the numbers by the names of the columns', () => {
    const turned = matrix({
      columns: [...columns].reverse(),
      rows: [row('u1', [1, 0, 0, 1, 2], { id: 'u1', childCount: 0, conflictCounts: null })],
      totals: [1, 0, 0, 1, 2],
    });
    expect(matrixLines(turned, asked(''), words)[0]?.counts).toEqual([2, 1, 0, 0, 1]);
    expect(matrixTotals(turned, asked('')).counts).toEqual([2, 1, 0, 0, 1]);
  });

  it('counts an uncontrolled A once', () => {
    expect(matrixLines(matrix(), asked(''), words).map((line) => line.total)).toEqual([5, 3, 2]);
  });

  it('counts a risk point of several types once in the total', () => {
    const by = matrix({
      by: 'RISK_TYPE',
      rows: [row('MORAL', [1, 0, 0, 0, 0], null), row('DUTY', [1, 1, 0, 0, 0], null)],
      totals: [1, 1, 0, 0, 0],
    });
    const view = asked('by=RISK_TYPE');
    expect(matrixLines(by, view, words).map((line) => line.total)).toEqual([1, 2]);
    expect(matrixTotals(by, view).total).toBe(2);
  });

  it('asks the server by what the address says', () => {
    expect(toCountFilter(asked('grade=A,B&status=RETIRED&controlled=yes&to=2026-06-30'))).toEqual({
      grades: ['A', 'B'],
      riskTypes: undefined,
      powerTypes: undefined,
      statuses: ['RETIRED'],
      controlled: true,
      recordedFrom: undefined,
      recordedTo: '2026-06-30',
    });
  });

  it('has one address for a view', () => {
    const path = '/supervision?unit=u1&grade=A&by=RISK_TYPE&mode=table&since=2026-05-01';
    expect(supervisionPath(asked(path.split('?')[1] ?? ''))).toBe(path);
  });
});

describe('the heat map', () => {
  it('shades every number by its own column', () => {
    const [first, second] = shadesOf([{ counts: [10, 0, 1, 0, 0] }, { counts: [0, 4, 1, 0, 0] }]);
    expect(first).toHaveLength(columns.length);
    expect(first?.[0]).toEqual({ fill: colour('grade-a'), ink: colour('on-dark') });
    expect(second?.[0]).toEqual({ fill: colour('grade-a-paper'), ink: colour('ink') });
    expect(second?.[1]).toEqual({ fill: colour('grade-b'), ink: colour('on-dark') });
    expect(first?.[2]).toEqual(second?.[2]);
  });

  it('keeps its numbers readable on every shade', () => {
    const rows = Array.from({ length: 41 }, (_, i) => ({ counts: [i, i, i, i, i] }));
    for (const { fill, ink } of shadesOf(rows).flat()) {
      expect(contrast(fill, ink), `${ink} on ${fill}`).toBeGreaterThanOrEqual(4.5);
    }
    expect(mix('#000000', '#ffffff', 0)).toBe('#000000');
    expect(mix('#000000', '#ffffff', 1)).toBe('#ffffff');
  });
});

/** Contrast ratio as WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const light = (colour: string) =>
    [1, 3, 5]
      .map((i) => parseInt(colour.slice(i, i + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, i) => sum + part * ([0.2126, 0.7152, 0.0722][i] ?? 0), 0);
  const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
