import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Autosave, type Saved } from './autosave';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server whose answers are given by hand. */
function setUp() {
  const asked: { plan: string; version: number; answer: (saved: Saved<string>) => void }[] = [];
  const told: string[] = [];
  const autosave = new Autosave<string, string>({
    version: 3,
    save: (plan, version) => new Promise((answer) => asked.push({ plan, version, answer })),
    tell: (state) => told.push(state),
  });
  const answer = async (saved: Saved<string>) => {
    asked.at(-1)?.answer(saved);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { asked, told, autosave, answer };
}
const saved = (version: number): Saved<string> => ({ kind: 'saved', version, answer: 'ok' });

describe('saving while somebody types', () => {
  it('waits for the last change', async () => {
    const { asked, told, autosave, answer } = setUp();
    autosave.change('a');
    await vi.advanceTimersByTimeAsync(700);
    autosave.change('ab');
    await vi.advanceTimersByTimeAsync(700);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(asked.map(({ plan, version }) => [plan, version])).toEqual([['ab', 3]]);
    await answer(saved(4));
    expect(told).toEqual(['waiting', 'waiting', 'saving', 'saved']);
    expect(autosave.clean).toBe(true);
  });

  it('asks one thing at a time, each on the version before', async () => {
    const { asked, autosave, answer } = setUp();
    autosave.change('a');
    await vi.advanceTimersByTimeAsync(800);
    autosave.change('b');
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toHaveLength(1);
    await answer(saved(4));
    expect(autosave.clean).toBe(false);
    await vi.advanceTimersByTimeAsync(800);
    expect(asked.map(({ plan, version }) => [plan, version])).toEqual([
      ['a', 3],
      ['b', 4],
    ]);
  });

  it('stops at a conflict until somebody says what counts', async () => {
    const { asked, told, autosave, answer } = setUp();
    autosave.change('a');
    await vi.advanceTimersByTimeAsync(800);
    await answer({ kind: 'conflict' });
    autosave.change('ab');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(1);
    expect(told.at(-1)).toBe('conflict');
    expect(await autosave.flush()).toBe(false);
    autosave.mine(9);
    expect(asked.at(-1)).toMatchObject({ plan: 'ab', version: 9 });
    await answer(saved(10));
    expect(autosave.clean).toBe(true);
  });

  it('keeps nothing where what is on the server counts', async () => {
    const { asked, autosave, answer } = setUp();
    autosave.change('a');
    await vi.advanceTimersByTimeAsync(800);
    await answer({ kind: 'conflict' });
    autosave.theirs(7);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(1);
    expect(autosave.clean).toBe(true);
    autosave.change('b');
    await vi.advanceTimersByTimeAsync(800);
    expect(asked.at(-1)).toMatchObject({ plan: 'b', version: 7 });
  });

  it('tries again after a failure, with what was typed last', async () => {
    const { asked, told, autosave, answer } = setUp();
    autosave.change('a');
    await vi.advanceTimersByTimeAsync(800);
    await answer({ kind: 'failed' });
    expect(told.at(-1)).toBe('failed');
    expect(autosave.clean).toBe(false);
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked.map(({ plan }) => plan)).toEqual(['a', 'a']);
  });

  it('saves at once when asked, what is under way and what came after', async () => {
    const { asked, autosave, answer } = setUp();
    autosave.change('a');
    await vi.advanceTimersByTimeAsync(800);
    autosave.change('b');
    const done = autosave.flush();
    await answer(saved(4));
    expect(asked).toHaveLength(2);
    await answer(saved(5));
    expect(await done).toBe(true);
  });

  it('says that not all is saved where the server cannot be reached', async () => {
    const { autosave, answer } = setUp();
    autosave.change('a');
    const done = autosave.flush();
    await answer({ kind: 'failed' });
    expect(await done).toBe(false);
  });
});
