import { describe, expect, it } from 'vitest';
import type { AgendaItem, Member } from '../query';
import { addTo, move, attendeesOf, voteOfKey, type Entry } from './agenda';

const entry = (id: string): Entry => ({
  kind: 'GRADE',
  id,
  title: id,
  unit: '',
  grade: 'A',
  content: '',
  ground: 'NO_RISK',
});
const ids = (entries: Entry[]) => entries.map((e) => e.id).join('');

describe('an agenda that is being written', () => {
  it('moves an entry by one and never off the list', () => {
    const list = ['a', 'b', 'c'].map(entry);
    expect(ids(move(list, 1, -1))).toBe('bac');
    expect(ids(move(list, 1, 1))).toBe('acb');
    expect(ids(move(list, 0, -1))).toBe('abc');
    expect(ids(move(list, 2, 1))).toBe('abc');
  });

  it('takes a risk point once, with the grade that was proposed', () => {
    const risk = {
      id: 'b',
      title: '乙',
      proposedGrade: 'B' as const,
      unit: { id: 'u', name: '科' },
    };
    const once = addTo([entry('a')], risk);
    expect(once).toEqual([entry('a'), { ...entry('b'), title: '乙', unit: '科', grade: 'B' }]);
    expect(addTo(once, risk)).toBe(once);
    expect(addTo([], { ...risk, proposedGrade: null })[0]?.grade).toBe('A');
  });
});

describe('the votes on an item', () => {
  const member = (id: string, head = false, present = true) =>
    ({ id, name: id, head, present }) as Member;
  const members = [member('h', true), member('a'), member('b'), member('c', false, false)];
  const item = (missing: string[], recused: string[] = [], votes: string[] = []) =>
    ({
      count: { missing, recused, uncounted: [], unsigned: [] },
      votes: votes.map((memberId) => ({ memberId, vote: 'FOR' })),
    }) as unknown as AgendaItem;
  const states = (one: AgendaItem) =>
    attendeesOf(members, one)
      .map((attendee) => `${attendee.member.id}:${attendee.state}`)
      .join(' ');

  it('has the head wait for the others and leaves out who is away', () => {
    expect(states(item(['a', 'b', 'h']))).toBe('h:waiting a:next b:next');
    expect(states(item(['b', 'h'], [], ['a']))).toBe('h:waiting a:voted b:next');
    expect(states(item(['h'], [], ['a', 'b']))).toBe('h:next a:voted b:voted');
    expect(states(item(['h'], ['b'], ['a']))).toBe('h:next a:voted b:recused');
  });

  it('takes the keys 1, 2 and 3', () => {
    expect(['1', '2', '3', '4', 'a'].map(voteOfKey)).toEqual([
      'FOR',
      'AGAINST',
      'ABSTAIN',
      undefined,
      undefined,
    ]);
  });
});
