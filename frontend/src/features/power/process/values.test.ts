import { describe, expect, it } from 'vitest';
import { countByGrade } from './RiskMarks';
import { freeKey, renamed, straight, toInput, without } from './values';

describe('the editor of a process', () => {
  it('finds a key that no step has', () => {
    expect(freeKey([])).toBe('s1');
    expect(freeKey([{ key: 's1' }, { key: 's3' }])).toBe('s4');
    expect(freeKey([{ key: 's2' }])).toBe('s3');
  });

  it('connects the steps in their order', () => {
    expect(straight([{ key: 'a' }, { key: 'b' }, {}, { key: 'c' }])).toEqual([
      { fromKey: 'a', toKey: 'b', condition: '' },
    ]);
  });

  it('lets the ways follow a step', () => {
    const edges = [
      { fromKey: 'a', toKey: 'b' },
      { fromKey: 'b', toKey: 'c', condition: '同意' },
    ];
    expect(renamed(edges, 'b', 'x')).toEqual([
      { fromKey: 'a', toKey: 'x' },
      { fromKey: 'x', toKey: 'c', condition: '同意' },
    ]);
    expect(without(edges, 'c')).toEqual([edges[0]]);
  });

  it('sends what is there, row for row', () => {
    const input = toInput('w1', 2, {
      steps: [{ key: ' s1 ', name: '受理', kind: 'ACCEPT', timeLimitDays: 5 }],
      edges: [{}],
    });
    expect(input).toEqual({
      powerId: 'w1',
      expectedRevision: 2,
      steps: [{ key: 's1', name: '受理', kind: 'ACCEPT', postId: null, timeLimitDays: 5 }],
      // The server names a bad row by its place, so that none may be left out here.
      edges: [{ fromKey: '', toKey: '', condition: '' }],
    });
  });
});

describe('the marks on a step', () => {
  it('count the decided grades, the worst first', () => {
    const risks = [{ grade: null }, { grade: 'C' }, { grade: 'A' }, { grade: 'C' }] as const;
    expect(countByGrade([...risks])).toEqual([
      { grade: 'A', count: 1 },
      { grade: 'C', count: 2 },
      { grade: null, count: 1 },
    ]);
  });
});
