import { beforeEach, describe, expect, it } from 'vitest';
import { Commands } from './commands';
import { at } from './range';
import { revertRow, rowsOf, sheetOf, type Sheet } from '../draft/sheet';
import { contentOf, someLayout, twoRows } from '../samples';

const section = 'risks';
const columns = someLayout.tables[0]?.columns ?? [];
const start = sheetOf(contentOf(twoRows));
let sheet: Sheet;
let commands: Commands;

function draw() {
  commands.stand({
    section,
    rows: rowsOf(sheet, section),
    columns,
    change: (edit) => {
      sheet = edit(sheet);
      draw();
    },
  });
}
const texts = () => rowsOf(sheet, section).map(({ cells, removed }) => [cells[0], removed]);

beforeEach(() => {
  sheet = start;
  commands = new Commands();
  draw();
});

describe('what is done to a table', () => {
  it.each<[string, () => void]>([
    ['typing', () => commands.type(0, 0, '改')],
    [
      'a pasted block with new rows',
      () => commands.paste([['甲'], ['乙']], at({ row: 1, column: 0 })),
    ],
    ['a copied row', () => commands.add(0, true)],
    ['a removed row', () => commands.toggleRemoved(at({ row: 0, column: 0 }))],
  ])('is taken back and done again: %s', (_, act) => {
    const before = texts();
    act();
    const after = texts();
    expect(after).not.toEqual(before);
    for (let turn = 0; turn < 2; turn++) {
      expect(commands.undo()).toBe(true);
      expect(texts()).toEqual(before);
      expect(commands.redo()).toBe(true);
      expect(texts()).toEqual(after);
    }
    expect(commands.redo()).toBe(false);
  });

  it('is not done again over something newer, nor over what came into other cells', () => {
    commands.type(0, 0, '一');
    commands.undo();
    sheet = {
      ...sheet,
      sections: sheet.sections.map((s) => ({
        ...s,
        rows: s.rows.map((row) => ({ ...row, note: '他人' })),
      })),
    };
    draw();
    commands.redo();
    expect(rowsOf(sheet, section)[0]).toMatchObject({ note: '他人' });
    expect(texts()[0]?.[0]).toBe('一');
    commands.undo();
    commands.type(1, 0, '二');
    expect(commands.redo()).toBe(false);
  });

  it('brings back what was typed into a row that was reverted and saved', () => {
    commands.type(0, 0, '长长的一段');
    commands.revert(at({ row: 0, column: 0 }));
    expect(sheet).toEqual(revertRow(sheet, section, 'r1'));
    // The save is answered with what the register says.
    sheet = start;
    draw();
    expect(commands.undo()).toBe(true);
    expect(texts()[0]?.[0]).toBe('长长的一段');
  });
});
