import { CombinedError } from 'urql';
import { describe, expect, it } from 'vitest';
import { partsOf, sendInParts } from './parts';
import type { Entry } from './query';

const entry = (number: string, steps = 0, note = ''): Entry => ({
  number,
  steps: Array.from({ length: steps }, () => ({
    step: '受理',
    began: '2026-11-02T01:00:00Z',
    note,
  })),
});
const many = (count: number, steps = 0, note = '') =>
  Array.from({ length: count }, (_, i) => entry(`n${i}`, steps, note));
const sizes = (entries: Entry[]) => partsOf(entries).map((part) => part.length);

describe('the parts in which proceedings are sent', () => {
  it('have at most so many proceedings', () => {
    expect(sizes([])).toEqual([]);
    expect(sizes(many(200))).toEqual([200]);
    expect(sizes(many(401))).toEqual([200, 200, 1]);
    expect(partsOf(many(401)).flat()).toEqual(many(401));
  });

  it('have at most so many steps and pauses', () => {
    expect(sizes(many(100, 30))).toEqual([66, 34]);
    expect(sizes([entry('a', 1999), entry('b', 1), entry('c', 1)])).toEqual([2, 1]);
  });

  it('stay below what a request may weigh', () => {
    const heavy = many(20, 40, '意'.repeat(500));
    expect(sizes(heavy).length).toBeGreaterThan(1);
    for (const part of partsOf(heavy)) {
      expect(new TextEncoder().encode(JSON.stringify(part)).length).toBeLessThan(1_000_000);
    }
  });

  it('are sent one after the other, up to one that is refused', async () => {
    const error = new CombinedError({ networkError: new Error('gone') });
    const asked: number[] = [];
    const told: number[] = [];
    const send = (bad: number) =>
      sendInParts(
        many(450),
        async (part) => {
          asked.push(part.length);
          return asked.length === bad ? error : undefined;
        },
        (sent) => told.push(sent),
      );
    expect(await send(2)).toEqual({ sent: 200, error });
    expect(asked).toEqual([200, 200]);
    expect(told).toEqual([200]);
    asked.length = told.length = 0;
    expect(await send(0)).toEqual({ sent: 450 });
    expect(told).toEqual([200, 400, 450]);
  });
});
