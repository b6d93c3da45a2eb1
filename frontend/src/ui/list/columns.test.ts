import { afterEach, describe, expect, it } from 'vitest';
import { choiceOf, shownKeys, storeChoice, storedChoice } from './columns';

const columns = [
  { key: 'grade', fixed: true },
  { key: 'title', fixed: true },
  { key: 'unit' },
  { key: 'post', optional: true },
];

afterEach(() => localStorage.clear());

describe('the columns of a list', () => {
  it('are the usual ones before anybody has chosen', () => {
    expect(shownKeys(columns, undefined)).toEqual(['grade', 'title', 'unit']);
  });

  it('stand in their own order, the fixed ones always, the unknown ones never', () => {
    expect(shownKeys(columns, ['post', 'gone', 'title'])).toEqual(['grade', 'title', 'post']);
    // An address of another list, or of an earlier page.
    expect(shownKeys(columns, ['gone'])).toEqual(['grade', 'title', 'unit']);
  });

  it('are no choice when they are the usual ones', () => {
    expect(choiceOf(columns, ['unit', 'grade', 'title'])).toBeUndefined();
    expect(choiceOf(columns, ['unit', 'post'])).toEqual(['grade', 'title', 'unit', 'post']);
    expect(choiceOf(columns, ['grade', 'title'])).toEqual(['grade', 'title']);
  });

  it('are kept for each account and each list', () => {
    storeChoice('risks', 'a1', ['grade', 'post']);
    expect(storedChoice('risks', 'a1')).toEqual(['grade', 'post']);
    expect(storedChoice('risks', 'a2')).toBeUndefined();
    expect(storedChoice('powers', 'a1')).toBeUndefined();
    storeChoice('risks', 'a1', undefined);
    expect(localStorage.length).toBe(0);
  });

  it('are the usual ones where what was kept is no list', () => {
    localStorage.setItem('sineng.columns.risks.a1', '{"a":1}');
    expect(storedChoice('risks', 'a1')).toBeUndefined();
    localStorage.setItem('sineng.columns.risks.a1', 'no JSON');
    expect(storedChoice('risks', 'a1')).toBeUndefined();
  });
});
