import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftKeeper, usualTimes, type Answer, type Server } from './keeper';
import type { Patch } from './patch';
import { localMirror } from './remainder';
import { insertRows, blankRow, rowsOf, writeCells } from './sheet';
import { contentOf, someLayout, twoRows, type SampleRow } from '../samples';

/** A server that keeps drafts as the real one does, and can be away. */
class FakeServer implements Server {
  version = 1;
  rows: SampleRow[] = structuredClone(twoRows);
  saves: Patch[] = [];
  fail: Answer | null = null;
  /** The save is done, and its answer gets lost. */
  loseAnswer = false;

  content = () =>
    contentOf(this.rows, { draftVersion: this.version, draftSavedAt: '2026-11-23T04:03:00Z' });

  save = async (patch: Patch, version: number): Promise<Answer> => {
    this.saves.push(patch);
    if (this.fail) return this.fail;
    if (version !== this.version) {
      return { problems: [{ code: 'CONFLICT', reason: 'STALE_VERSION', message: '' }] };
    }
    this.write(patch);
    if (this.loseAnswer) {
      this.loseAnswer = false;
      return offline;
    }
    return { content: this.content() };
  };

  load = async (): Promise<Answer> => this.fail ?? { content: this.content() };

  write(patch: Pick<Patch, 'rows'>) {
    this.version++;
    for (const { key, cells, note, removed } of patch.rows) {
      let row = this.rows.find((r) => r.key === key);
      if (!row) this.rows.push((row = { key, cells: ['', '', '', '', ''] }));
      const codes = someLayout.tables[0]?.columns.map(({ code }) => code) ?? [];
      const texts = [...(row.cells ?? [])];
      for (const { code, text } of cells) texts[codes.indexOf(code)] = text;
      Object.assign(row, { cells: texts, note, removed, editedColumns: cells.map((c) => c.code) });
    }
  }

  /** Somebody else types into the first column of a row. */
  other(key: string, text: string, code = 'title') {
    const cells = [{ code, text }];
    this.write({ rows: [{ section: 'risks', key, cells, note: '', removed: false }] });
  }

  first = (key: string) => this.rows.find((row) => row.key === key)?.cells?.[0];
}

const offline: Answer = { problems: [{ code: 'NETWORK', message: '' }] };
const mirror = localMirror('a1', 'f1');
let server: FakeServer;

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
  server = new FakeServer();
});
afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
});

function open() {
  const keeper = new DraftKeeper(someLayout, server.content(), server, mirror, usualTimes);
  keeper.open();
  return keeper;
}
const type = (keeper: DraftKeeper, key: string, text: string, column = 0) =>
  keeper.change((sheet) => writeCells(sheet, 'risks', [{ key, column, text }]));
const firsts = (keeper: DraftKeeper) =>
  rowsOf(keeper.read().sheet, 'risks').map((row) => row.cells[0]);
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('what is typed', () => {
  it('is saved once the typing pauses, as one save', async () => {
    const keeper = open();
    type(keeper, 'r1', '收');
    await pass(600);
    type(keeper, 'r1', '收受');
    await pass(600);
    expect(server.saves).toHaveLength(0);
    expect(keeper.read().status).toBe('waiting');
    await pass(400);
    expect(server.saves).toHaveLength(1);
    expect(server.first('r1')).toBe('收受');
    expect(keeper.read()).toMatchObject({ status: 'saved', version: 2 });
    expect(keeper.dirty()).toBe(false);
    expect(localStorage.length).toBe(0);
  });

  it('while a save is under way goes with the next', async () => {
    const keeper = open();
    let answer: () => void = () => undefined;
    const save = server.save;
    server.save = (patch, version) =>
      new Promise((resolve) => {
        answer = () => resolve(save(patch, version));
      });
    type(keeper, 'r1', '一');
    await pass(1000);
    expect(keeper.read().status).toBe('saving');
    type(keeper, 'r1', '一二');
    server.save = save;
    answer();
    await pass(0);
    expect(firsts(keeper)[0]).toBe('一二');
    await pass(1000);
    expect(server.first('r1')).toBe('一二');
    expect(keeper.read().status).toBe('saved');
  });

  it('is tried again, less and less often, until the server is back', async () => {
    const keeper = open();
    server.fail = offline;
    type(keeper, 'r1', '断网');
    await pass(1000);
    expect(keeper.read().status).toBe('retrying');
    expect(server.saves).toHaveLength(1);
    await pass(1999);
    expect(server.saves).toHaveLength(1);
    await pass(1);
    expect(server.saves).toHaveLength(2);
    await pass(3999);
    expect(server.saves).toHaveLength(2);
    await pass(1);
    expect(server.saves).toHaveLength(3);
    server.fail = null;
    await pass(8000);
    expect(keeper.read().status).toBe('saved');
    expect(server.first('r1')).toBe('断网');
  });

  it('is tried at once when the network is back', async () => {
    const keeper = open();
    server.fail = offline;
    type(keeper, 'r1', '断网');
    await pass(1000);
    server.fail = null;
    keeper.retry();
    await pass(0);
    expect(keeper.read().status).toBe('saved');
  });

  it('stays here when the server will not have it', async () => {
    const keeper = open();
    server.fail = { problems: [{ code: 'INVALID_TRANSITION', message: '已提交' }] };
    type(keeper, 'r1', '晚了');
    await pass(120_000);
    expect(server.saves).toHaveLength(1);
    expect(keeper.read()).toMatchObject({ status: 'held', refusal: [{ message: '已提交' }] });
    expect(firsts(keeper)[0]).toBe('晚了');
    expect(localStorage.length).toBe(1);
  });

  it('comes back after a crash, and is saved', async () => {
    const before = open();
    type(before, 'r1', '写了一半');
    before.change((sheet) =>
      insertRows(sheet, 'risks', [{ ...blankRow(5), key: 'new-1', cells: ['甲', '', '', '', ''] }]),
    );
    await pass(200); // No save yet, and no word of farewell.
    vi.clearAllTimers();
    const after = open();
    expect(firsts(after)).toEqual(['写了一半', '违规审批', '甲']);
    expect(after.read().restored).toBe(true);
    await pass(1000);
    expect(server.first('r1')).toBe('写了一半');
    expect(server.first('new-1')).toBe('甲');
    expect(localStorage.length).toBe(0);
  });

  it('is not asked about when only the answer got lost', async () => {
    const before = open();
    server.loseAnswer = true;
    type(before, 'r1', '到了');
    await pass(1000);
    vi.clearAllTimers();
    const after = open();
    expect(after.read()).toMatchObject({ restored: false, status: 'saved', clashes: [] });
    expect(firsts(after)[0]).toBe('到了');
    expect(localStorage.length).toBe(0);
  });

  it('of one account is not shown to another', async () => {
    const before = open();
    type(before, 'r1', '我的');
    await pass(200);
    vi.clearAllTimers();
    const other = new DraftKeeper(someLayout, server.content(), server, localMirror('a2', 'f1'));
    expect(firsts(other)[0]).toBe('收受财物');
    expect(firsts(open())[0]).toBe('我的');
  });
});

describe('what somebody else saved meanwhile', () => {
  it('is joined where nothing collides', async () => {
    const keeper = open();
    server.other('r2', '他人');
    type(keeper, 'r1', '本人');
    await pass(2000);
    expect(firsts(keeper)).toEqual(['本人', '他人']);
    expect(server.first('r1')).toBe('本人');
    expect(keeper.read()).toMatchObject({ joined: true, status: 'saved', clashes: [] });
  });

  it('is a question for each row where both changed it; nothing is saved before the answer', async () => {
    const keeper = open();
    server.other('r1', '他人');
    server.other('r2', '他人');
    type(keeper, 'r1', '本人');
    type(keeper, 'r2', '本人');
    await pass(60_000);
    expect(keeper.read().status).toBe('clashing');
    expect(keeper.read().clashes.map(({ key }) => key)).toEqual(['r1', 'r2']);
    expect(server.first('r1')).toBe('他人');
    expect(localStorage.length).toBe(1);
    keeper.choose(new Set(['risks/r2']));
    await pass(0);
    expect(server.first('r1')).toBe('本人');
    expect(server.first('r2')).toBe('他人');
    expect(keeper.read().status).toBe('saved');
    expect(localStorage.length).toBe(0);
  });

  it('collides with a remainder as well', async () => {
    const before = open();
    type(before, 'r1', '本人');
    await pass(200);
    vi.clearAllTimers();
    server.other('r1', '他人');
    const after = open();
    expect(after.read().clashes).toHaveLength(1);
    await pass(60_000);
    expect(server.first('r1')).toBe('他人');
  });
});

describe('before something else is done with the form', () => {
  it('all of it is saved, whatever it takes', async () => {
    const keeper = open();
    const rows = Array.from({ length: 40 }, (_, i) => ({
      ...blankRow(5),
      key: `new-${i}`,
      cells: ['一'.repeat(8000), '', '', '', ''],
    }));
    keeper.change((sheet) => insertRows(sheet, 'risks', rows));
    expect(await keeper.flush()).toBe(true);
    expect(server.saves.length).toBeGreaterThan(1);
    expect(server.rows).toHaveLength(42);
  });

  it('it is said when that does not go', async () => {
    const keeper = open();
    server.fail = offline;
    type(keeper, 'r1', '断网');
    expect(await keeper.flush()).toBe(false);
  });
});
