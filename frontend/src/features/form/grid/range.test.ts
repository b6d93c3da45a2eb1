import { describe, expect, it } from 'vitest';
import { at, clamp, moved, rangeOf, tabbed } from './range';

const size = { rows: 3, columns: 4 };
const middle = at({ row: 1, column: 1 });
const plain = { shift: false, ctrl: false };

describe('keys that move', () => {
  it.each([
    ['ArrowUp', 0, 1],
    ['ArrowDown', 2, 1],
    ['ArrowLeft', 1, 0],
    ['ArrowRight', 1, 2],
    ['Home', 1, 0],
    ['End', 1, 3],
    ['PageUp', 0, 1],
    ['PageDown', 2, 1],
  ])('%s', (key, row, column) =>
    expect(moved(middle, { key, ...plain }, size)).toEqual(at({ row, column })),
  );

  it.each([
    ['ArrowUp', 0, 1],
    ['ArrowDown', 2, 1],
    ['ArrowLeft', 1, 0],
    ['ArrowRight', 1, 3],
    ['Home', 0, 0],
    ['End', 2, 3],
  ])('Ctrl+%s', (key, row, column) =>
    expect(moved(middle, { key, shift: false, ctrl: true }, size)).toEqual(at({ row, column })),
  );

  it('stop at the border', () => {
    const corner = at({ row: 2, column: 3 });
    expect(moved(corner, { key: 'ArrowDown', ...plain }, size)).toEqual(corner);
    expect(moved(corner, { key: 'ArrowRight', ...plain }, size)).toEqual(corner);
  });

  it('draw a rectangle with Shift, in any direction', () => {
    const drawn = moved(middle, { key: 'ArrowUp', shift: true, ctrl: false }, size);
    expect(drawn).toEqual({ anchor: { row: 1, column: 1 }, active: { row: 0, column: 1 } });
    expect(drawn && rangeOf(drawn)).toEqual({ top: 0, bottom: 1, left: 1, right: 1 });
  });

  it('are no others', () => expect(moved(middle, { key: 'x', ...plain }, size)).toBeNull());
});

describe('Tab', () => {
  const typed = [false, true, false, true];
  it('goes from one cell that is typed into to the next, through the rows', () => {
    expect(tabbed({ row: 0, column: 1 }, typed, 2, false)).toEqual({ row: 0, column: 3 });
    expect(tabbed({ row: 0, column: 3 }, typed, 2, false)).toEqual({ row: 1, column: 1 });
  });
  it('goes back the same way', () => {
    expect(tabbed({ row: 1, column: 1 }, typed, 2, true)).toEqual({ row: 0, column: 3 });
  });
  it('leaves the table at its ends', () => {
    expect(tabbed({ row: 1, column: 3 }, typed, 2, false)).toBeNull();
    expect(tabbed({ row: 0, column: 1 }, typed, 2, true)).toBeNull();
  });
});

it('a selection stays within a table that became smaller', () => {
  expect(clamp(at({ row: 9, column: 9 }), size)).toEqual(at({ row: 2, column: 3 }));
  expect(clamp(at({ row: 1, column: 1 }), { rows: 0, columns: 4 })).toEqual(
    at({ row: 0, column: 1 }),
  );
  expect(clamp(middle, size)).toBe(middle);
});
