import { describe, expect, it } from 'vitest';
import { day, flag, listOf, oneOf, readState, text, writeState } from './urlState';

const spec = {
  q: text,
  on: day,
  yes: flag,
  by: oneOf(['one', 'two']),
  grades: listOf(['A', 'B', 'C']),
};

describe('the state in the address', () => {
  it.each([
    {},
    { q: '收件 & 审核=1' },
    { on: '2026-03-31', yes: false },
    { by: 'two' as const, grades: ['A' as const, 'C' as const], yes: true },
  ])('comes back as it was written: %j', (state) => {
    const address = writeState(spec, state);
    const full = readState(spec, new URLSearchParams(''));
    expect(readState(spec, new URLSearchParams(address))).toEqual({ ...full, ...state });
    expect(writeState(spec, readState(spec, new URLSearchParams(address)))).toBe(address);
  });

  it('leaves out what says nothing', () => {
    expect(writeState(spec, { q: '  ', by: 'one', grades: [], yes: undefined })).toBe('');
  });

  it('has one address for one choice', () => {
    expect(writeState(spec, { grades: ['C', 'A'] })).toBe('grades=A,C');
  });

  it.each(['on=2026-02-30', 'on=yesterday', 'yes=maybe', 'by=three', 'grades=D,x', 'q=+'])(
    'takes nothing from %s',
    (address) => {
      const nothing = readState(spec, new URLSearchParams(''));
      expect(readState(spec, new URLSearchParams(address))).toEqual(nothing);
    },
  );
});
