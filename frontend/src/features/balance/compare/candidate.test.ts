import { expect, it } from 'vitest';
import { isWhole, newChange, toCandidate, type Candidate } from './candidate';

const whole: Candidate = {
  label: '甲',
  changes: [
    { kind: 'MERGE', fromUnitId: 'u1', intoUnitId: 'u2' },
    { kind: 'APPOINT', personId: 'p1', postId: 'q1' },
    { kind: 'RELIEVE', personId: 'p1', postId: 'q2' },
    { kind: 'PORTFOLIO', personId: 'p2', unitId: 'u3', portfolio: 'HEAD' },
  ],
};

it('a candidate is asked for once all of it is chosen', () => {
  expect(isWhole(whole)).toBe(true);
  expect(isWhole({ label: '', changes: [] })).toBe(false);
  for (const change of whole.changes) {
    const [first] = Object.keys(change).filter((key) => key !== 'kind');
    const part = { ...change, [String(first)]: undefined };
    expect(isWhole({ label: '', changes: [...whole.changes, part] })).toBe(false);
  }
  expect(isWhole({ label: '', changes: [newChange('PORTFOLIO')] })).toBe(false);
});

it('each change goes where it is asked', () => {
  expect(toCandidate(whole)).toEqual({
    label: '甲',
    merge: [{ fromUnitId: 'u1', intoUnitId: 'u2' }],
    appoint: [{ personId: 'p1', postId: 'q1' }],
    relieve: [{ personId: 'p1', postId: 'q2' }],
    portfolios: [{ personId: 'p2', unitId: 'u3', kind: 'HEAD' }],
  });
});
