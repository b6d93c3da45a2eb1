import { expect, test } from 'vitest';
import { byUnit, monthAfter, summed, weeksOfMonth } from './counts';
import type { CheckCount } from './query';

const count = (unit: string | null, due: number): CheckCount => ({
  unit: unit === null ? null : { id: unit, name: unit },
  kind: 'RISKS',
  grade: 'A',
  due,
  overdue: 1,
  done: 2,
  late: 1,
  missed: 0,
});

test('counts are grouped by department, those of hidden ones together', () => {
  const groups = byUnit([count('许可科', 1), count(null, 2), count('许可科', 3), count(null, 4)]);
  expect(groups.map(([name, rows]) => [name, rows.map(({ due }) => due)])).toEqual([
    ['许可科', [1, 3]],
    [null, [2, 4]],
  ]);
});

test('they are summed up', () => {
  expect(summed([count('a', 1), count('b', 4)])).toEqual({
    due: 5,
    overdue: 2,
    done: 4,
    late: 2,
    missed: 0,
  });
});

test('a month has whole weeks from Monday on', () => {
  const weeks = weeksOfMonth('2026-03');
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-03-01']);
  expect(weeks.at(-1)).toEqual(['2026-03-30', '2026-03-31', null, null, null, null, null]);
  expect(weeksOfMonth('2026-02')).toHaveLength(5);
  expect(weeksOfMonth('2027-02')[0]?.[0]).toBe('2027-02-01');
});

test('months go over the turn of the year', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
});
