import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { courseMarks, figureMarks, offMap } from './marks';
import { someDeviation, someFigures, someStep } from './samples';

type Marks = ReturnType<typeof courseMarks>;
const texts = (marks: Marks) =>
  Object.fromEntries([...marks].map(([key, { notes }]) => [key, notes.map(({ text }) => text)]));
let t: ReturnType<typeof i18next.getFixedT<'proceeding'>>;
beforeAll(() => {
  t = i18next.getFixedT(i18next.language, 'proceeding');
});

describe('the marks of a course', () => {
  it('say in words what became of each step', () => {
    const steps = [
      someStep(),
      someStep({ began: '2026-11-04T01:00:00Z', ended: null, outcome: null }),
      someStep({ stepKey: 's3', stepName: '决定' }),
      someStep({ stepKey: 's9', withdrawn: true }),
      someStep({ stepKey: '', stepName: '会商' }),
    ];
    const deviations = [
      someDeviation(),
      someDeviation({ kind: 'STEP_LATE', stepKey: 's1', otherKey: '' }),
      someDeviation({ kind: 'LATE', stepKey: '', otherKey: '' }),
      someDeviation({ kind: 'OFF_MAP', stepKey: '', otherKey: '' }),
      someDeviation({ kind: 'EXCLUDED', stepKey: 's3', otherKey: 's1' }),
    ];
    const marks = courseMarks(steps, deviations, t);
    expect(texts(marks)).toEqual({
      s1: ['✓ 已办理', '▶ 办理中', '! 超时', '! 不相容'],
      s2: ['✗ 跳过'],
      s3: ['✓ 已办理', '! 不相容'],
    });
    expect(marks.get('s2')?.frame).toEqual({ ink: 'bad', dashed: true });
  });

  it('tell what was made good apart from what was not', () => {
    const late = someStep({ stepKey: 's2', stepName: '审核' });
    const made = courseMarks([late], [someDeviation({ to: '2026-11-09' })], t);
    expect(texts(made)).toEqual({ s2: ['✓ 已办理', '✗ 跳过，后补办'] });
    expect(made.get('s2')?.frame).toEqual({ ink: 'warning', dashed: false });
  });
});

describe('the marks of figures', () => {
  const steps = [
    someFigures(),
    someFigures({ stepKey: 's2', medianMinutes: null, count: 0, skipped: 3, late: 1, returned: 2 }),
    someFigures({ stepKey: 'old', stepName: '复审' }),
    someFigures({ stepKey: '', stepName: '会商' }),
  ];

  it('say how often, how long, and what went astray', () => {
    expect(texts(figureMarks(steps, t))).toMatchObject({
      s1: ['办理 12 次', '中位 2 小时 30 分钟'],
      s2: ['办理 0 次', '↩ 退回 2 次', '! 超时 1 次', '✗ 跳过 3 次'],
    });
  });

  it('leave what is not on the map to the table', () => {
    expect(figureMarks(steps, t).has('')).toBe(false);
    expect(offMap(steps, ['s1', 's2']).map(({ stepName }) => stepName)).toEqual(['复审', '会商']);
  });
});
