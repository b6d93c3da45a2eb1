import { describe, expect, it } from 'vitest';
import { changesOf, markOf, takesBack, totalsOf, withChange, type Mark } from './roll';
import { somebody } from './samples';

const absent: Mark = { attendance: 'ABSENT', note: '' };
const jia = somebody('a', '甲');
const yi = somebody('b', '乙', { attendance: 'ABSENT', note: '病假' });
const bing = somebody('c', '丙', { attendance: 'ABSENT', madeUpOn: '2026-03-10' });

describe('marking', () => {
  it('takes everybody to have come of whom nothing else is said', () => {
    expect(markOf(jia, {})).toEqual({ attendance: 'ATTENDED', note: '', madeUpOn: undefined });
    expect(markOf(yi, {}).attendance).toBe('ABSENT');
    expect(totalsOf([jia, yi], { a: absent })).toEqual({
      expected: 2,
      attended: 0,
      excused: 0,
      absent: 2,
    });
  });

  it('sends what differs alone', () => {
    expect(changesOf([jia, yi], {})).toEqual([]);
    expect(changesOf([jia], { a: markOf(jia, {}) })).toEqual([]);
    expect(changesOf([jia, yi], { a: { ...absent, note: ' 事假 ' }, b: markOf(yi, {}) })).toEqual([
      { participantId: 'a', attendance: 'ABSENT', note: '事假' },
    ]);
  });

  it('leaves nothing to make up for to whoever attended', () => {
    expect(withChange({ ...absent, madeUpOn: '2026-03-10' }, { attendance: 'ATTENDED' })).toEqual({
      attendance: 'ATTENDED',
      note: '',
      madeUpOn: undefined,
    });
  });

  it('tells what takes back what was recorded', () => {
    const of = (one: typeof jia, mark: Mark) => takesBack([one], { [one.id]: mark });
    expect(of(jia, absent)).toBe(false); // nothing was recorded yet
    expect(of(yi, { ...markOf(yi, {}), madeUpOn: '2026-03-10' })).toBe(false);
    expect(of(yi, { attendance: 'ATTENDED', note: '病假' })).toBe(true);
    expect(of(yi, { ...absent, note: '事假' })).toBe(true);
    expect(of(bing, { ...absent, madeUpOn: '2026-03-11' })).toBe(true);
    expect(of(bing, absent)).toBe(true);
  });
});
