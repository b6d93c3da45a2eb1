import { expect, test } from 'vitest';
import { weakCount, weakFilter } from './weak';

test('nothing chosen asks for all', () => {
  expect(weakFilter({ tier: [], grade: [] })).toEqual({});
});

test('not graded is asked for beside grades', () => {
  expect(weakFilter({ tier: ['DEPT_HEAD'], grade: ['A', 'U'] })).toEqual({
    tiers: ['DEPT_HEAD'],
    grades: ['A'],
    ungraded: true,
  });
  expect(weakFilter({ tier: [], grade: ['U'] })).toEqual({ ungraded: true });
});

test('what is not counted is none', () => {
  const counts = [
    { tier: 'DEPT_HEAD', grade: null, count: 3 },
    { tier: 'DEPT_HEAD', grade: 'C', count: 2 },
  ] as const;
  expect(weakCount([...counts], 'DEPT_HEAD', 'U')).toBe(3);
  expect(weakCount([...counts], 'DEPT_HEAD', 'C')).toBe(2);
  expect(weakCount([...counts], 'LEADING_GROUP', 'C')).toBe(0);
});
