import { describe, expect, it } from 'vitest';
import { bounds, newStep, planOf, type Plan } from './plan';
import { mostUndone, reduce, start, type Action } from './state';

const plan = (keys: string[], ways: [string, string][] = []): Plan => ({
  explanation: '',
  steps: keys.map((key) => ({ ...newStep(key), name: `环节${key}` })),
  ways: ways.map(([fromKey, toKey]) => ({ fromKey, toKey, condition: '' })),
});

const run = (from: Plan, ...actions: Action[]) => actions.reduce(reduce, start(from));
const keysOf = (of: Plan) => of.steps.map((step) => step.key);
const waysOf = (of: Plan) => of.ways.map((way) => `${way.fromKey}>${way.toKey}`);

describe('the editing of a process', () => {
  it('adds a step at the end, or after another with a way to it', () => {
    const { now } = run(plan(['s1', 's2']), { do: 'add', kind: 'REVIEW', after: 's1' });
    expect(keysOf(now)).toEqual(['s1', 's3', 's2']);
    expect(waysOf(now)).toEqual(['s1>s3']);
    expect(now.steps[1]?.kind).toBe('REVIEW');
    expect(keysOf(run(now, { do: 'add', kind: 'CLOSE' }).now)).toEqual(['s1', 's3', 's2', 's4']);
  });

  it('deletes a step with its ways', () => {
    const { now } = run(
      plan(
        ['a', 'b', 'c'],
        [
          ['a', 'b'],
          ['b', 'c'],
          ['a', 'c'],
        ],
      ),
      {
        do: 'delete',
        key: 'b',
      },
    );
    expect(keysOf(now)).toEqual(['a', 'c']);
    expect(waysOf(now)).toEqual(['a>c']);
  });

  it('connects steps once, also with themselves, and only those that exist', () => {
    const { now } = run(
      plan(['a', 'b']),
      { do: 'connect', from: 'a', to: 'b' },
      { do: 'connect', from: 'a', to: 'b' },
      { do: 'connect', from: 'b', to: 'b', condition: '补正' },
      { do: 'connect', from: 'a', to: 'x' },
    );
    expect(waysOf(now)).toEqual(['a>b', 'b>b']);
    expect(now.ways[1]?.condition).toBe('补正');
    const less = run(now, { do: 'disconnect', from: 'a', to: 'b' }).now;
    expect(waysOf(less)).toEqual(['b>b']);
  });

  it('leads a way elsewhere, but not where one leads already', () => {
    const three = plan(['a', 'b', 'c'], [['a', 'b']]);
    const moved = run(three, { do: 'redirect', from: 'a', to: 'b', next: 'c' }).now;
    expect(waysOf(moved)).toEqual(['a>c']);
    const both = plan(
      ['a', 'b', 'c'],
      [
        ['a', 'b'],
        ['a', 'c'],
      ],
    );
    expect(run(both, { do: 'redirect', from: 'a', to: 'b', next: 'c' }).now).toBe(both);
  });

  it('changes fields, places and order', () => {
    const { now } = run(
      plan(['a', 'b']),
      { do: 'set', key: 'a', change: { ends: true, lane: '申请人' } },
      { do: 'place', key: 'b', place: { x: 10.4, y: 20.6 } },
      { do: 'order', key: 'b', by: -1 },
      { do: 'order', key: 'b', by: -1 },
    );
    expect(keysOf(now)).toEqual(['b', 'a']);
    expect(now.steps[0]?.place).toEqual({ x: 10, y: 21 });
    expect(now.steps[1]).toMatchObject({ ends: true, lane: '申请人' });
    expect(run(now, { do: 'arrange' }).now.steps.every((step) => !step.place)).toBe(true);
  });

  it('connects in order only where there are no ways', () => {
    expect(waysOf(run(plan(['a', 'b', 'c']), { do: 'straight' }).now)).toEqual(['a>b', 'b>c']);
    const some = plan(['a', 'b', 'c'], [['a', 'c']]);
    expect(run(some, { do: 'straight' }).now).toBe(some);
  });
});

describe('undoing', () => {
  it('goes back and forth', () => {
    const first = plan(['a']);
    const edited = run(first, { do: 'add', kind: 'HANDLE' }, { do: 'delete', key: 'a' });
    const back = [{ do: 'undo' }, { do: 'undo' }, { do: 'undo' }] as Action[];
    const undone = back.reduce(reduce, edited);
    expect(undone.now).toBe(first);
    expect(reduce(reduce(undone, { do: 'redo' }), { do: 'redo' }).now).toBe(edited.now);
    const other = reduce(undone, { do: 'explain', text: '别的' });
    expect(reduce(other, { do: 'redo' })).toBe(other);
  });

  it('takes what is typed into one field as one', () => {
    const edited = run(
      plan(['a', 'b']),
      { do: 'set', key: 'a', change: { name: '受' } },
      { do: 'set', key: 'a', change: { name: '受理' } },
      { do: 'set', key: 'b', change: { name: '审核' } },
      { do: 'set', key: 'b', change: { ends: true } },
      { do: 'set', key: 'b', change: { ends: false } },
    );
    expect(edited.past).toHaveLength(4);
    expect(reduce(edited, { do: 'undo' }).now.steps[1]?.ends).toBe(true);
  });

  it('remembers what is bounded', () => {
    let edited = start(plan(['a', 'b']));
    for (let i = 0; i < mostUndone + 20; i++) {
      edited = reduce(edited, { do: 'set', key: 'a', change: { starts: i % 2 === 0 } });
    }
    expect(edited.past).toHaveLength(mostUndone);
  });

  it('has nothing to undo after another plan was loaded', () => {
    const edited = run(
      plan(['a']),
      { do: 'add', kind: 'HANDLE' },
      { do: 'load', plan: plan(['z']) },
    );
    expect(edited.past).toEqual([]);
    expect(keysOf(edited.now)).toEqual(['z']);
  });
});

describe('what the server told', () => {
  it('gets a key where one is missing or double', () => {
    const told = { ...plan(['s1', 's1', '']), edges: [] };
    const keys = keysOf(planOf(told));
    expect(keys[0]).toBe('s1');
    expect(new Set(keys).size).toBe(3);
    expect(keys.every(Boolean)).toBe(true);
  });

  it('begins and ends where it says, else where no way leads', () => {
    const ring = plan(
      ['a', 'b', 'c'],
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
        ['c', 'c'],
      ],
    );
    expect(bounds(ring)).toEqual({ entries: ['a'], exits: [] });
    const line = plan(
      ['a', 'b'],
      [
        ['a', 'b'],
        ['b', 'b'],
      ],
    );
    expect(bounds(line)).toEqual({ entries: ['a'], exits: ['b'] });
    const said = run(ring, { do: 'set', key: 'b', change: { starts: true, ends: true } }).now;
    expect(bounds(said)).toEqual({ entries: ['b'], exits: ['b'] });
  });
});
