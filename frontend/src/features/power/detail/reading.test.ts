import { expect, test } from 'vitest';
import { mostNeeded, risksOf } from './reading';

test('the next measure helps most where most is gained, and nowhere where nothing lacks', () => {
  const gains = (...list: number[]) => list.map((gain, i) => ({ stepKey: `s${i + 1}`, gain }));
  expect(mostNeeded(gains(0, 3, 6, 6))).toBe('s3');
  expect(mostNeeded(gains(0, 0))).toBeUndefined();
  expect(mostNeeded([])).toBeUndefined();
});

test('an earlier version shows what stood on it then', () => {
  const steps = [
    { key: 's1', riskPoints: [{ id: 'R1', title: '今', grade: 'C' as const, measures: [] }] },
    { key: 's2', riskPoints: [] },
  ];
  const stood = [
    {
      stepKey: 's1',
      title: '昔',
      grade: 'A' as const,
      types: ['DUTY' as const],
      riskPoint: { id: 'R1' },
    },
    { stepKey: 's2', title: '不可见', grade: null, types: [], riskPoint: null },
  ];
  const now = risksOf({ current: true, stood: [], steps });
  expect(now.get('s1')).toEqual([{ id: 'R1', title: '今', grade: 'C', types: [] }]);
  const then = risksOf({ current: false, stood, steps });
  expect(then.get('s1')).toEqual([{ id: 'R1', title: '昔', grade: 'A', types: ['DUTY'] }]);
  expect(then.get('s2')).toEqual([{ id: null, title: '不可见', grade: null, types: [] }]);
});
