import { describe, expect, it } from 'vitest';
import { reviewSpec, rulesSpec, toFilter, toReviewFilter } from './state';
import { readState } from '@/lib/urlState';

describe('what the addresses of the lists ask for', () => {
  it('is documents by text, unit, kind and state', () => {
    const search = new URLSearchParams('q=资金&unit=u1&kind=RULES&state=IN_FORCE%2CREPEALED');
    expect(toFilter(readState(rulesSpec, search))).toEqual({
      text: '资金',
      unitId: 'u1',
      kinds: ['RULES'],
      states: ['IN_FORCE', 'REPEALED'],
    });
  });

  it('is open reviews unless others are named, as notices write it', () => {
    const ask = (search: string) =>
      toReviewFilter(readState(reviewSpec, new URLSearchParams(search)));
    expect(ask('mine=true')).toEqual({ states: ['OPEN'], mine: true });
    expect(ask('state=KEPT&overdue=true&unit=u1')).toEqual({
      unitId: 'u1',
      states: ['KEPT'],
      overdue: true,
    });
  });
});
