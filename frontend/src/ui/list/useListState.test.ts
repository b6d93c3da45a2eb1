import { describe, expect, it } from 'vitest';
import { cleared, conditions } from './conditions';
import { viewSpec, writeList } from './useListState';
import { flag, listOf, oneOf, readState, text } from '@/lib/urlState';

const spec = {
  unit: text,
  q: text,
  only: flag,
  grades: listOf(['A', 'B', 'C']),
  sort: oneOf(['GRADE', '-GRADE', 'TITLE']),
};
const read = (search: string) => readState(spec, new URLSearchParams(search));
const look = (search: string) => readState(viewSpec, new URLSearchParams(search));

describe('the address of a list', () => {
  it.each([
    '',
    'unit=u1&grades=A,C&sort=-GRADE&page=3&cols=grade,title',
    'only=no&page=2',
    'cols=title',
  ])('brings the same view back: %s', (search) => {
    expect(writeList(spec, read(search), look(search))).toBe(search);
  });

  it('names one page at least and a bounded number at most', () => {
    expect(look('page=0').page).toBe(1);
    expect(look('page=-3').page).toBe(1);
    expect(look('page=many').page).toBe(1);
    expect(look('page=2.7').page).toBe(2);
    expect(look('page=999').page).toBe(20);
  });

  it('takes no columns from what is no list of names', () => {
    expect(look('cols=').cols).toBeUndefined();
    expect(look('cols=a,,b').cols).toBeUndefined();
    expect(look('cols=<b>').cols).toBeUndefined();
  });
});

describe('the conditions of a list', () => {
  const keep = ['unit', 'sort'];

  it('are counted without the unit and the order', () => {
    expect(conditions(spec, read('unit=u1&sort=TITLE'), keep)).toBe(0);
    expect(conditions(spec, read('unit=u1&grades=A,B&only=no&q=x'), keep)).toBe(3);
    expect(conditions(spec, read('unit=u1'), [])).toBe(1);
  });

  it('are all dropped but those that stay', () => {
    const state = read('unit=u1&grades=A&only=no&q=x&sort=TITLE');
    const next = { ...state, ...cleared(spec, keep) };
    expect(writeList(spec, next, {})).toBe('unit=u1&sort=TITLE');
  });
});
