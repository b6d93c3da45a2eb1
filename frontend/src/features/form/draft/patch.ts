import type { Layout } from '../query';
import {
  columnsOf,
  differs,
  isNew,
  isTyped,
  refKey,
  rowIndex,
  type Row,
  type RowRef,
  type Sheet,
} from './sheet';

interface CellText {
  code: string;
  text: string;
}

export interface RowPatch extends RowRef {
  cells: CellText[];
  note: string;
  removed: boolean;
}

/** What has to be told to the server so that it holds what the page holds. */
export interface Patch {
  fields: CellText[];
  rows: RowPatch[];
  forget: RowRef[];
  confirmed?: boolean;
}

/** Characters that one save carries; the server takes a megabyte, and three bytes make one of ours. */
export const mostCharacters = 150_000;

/** The difference between what the server is known to hold and what the page holds. */
export function patchOf(layout: Layout, base: Sheet, now: Sheet, most = mostCharacters): Patch {
  const patch: Patch = { fields: [], rows: [], forget: [] };
  layout.fields.forEach((column, i) => {
    const text = now.fields[i] ?? '';
    if (isTyped(column) && text !== (base.fields[i] ?? '')) {
      patch.fields.push({ code: column.code, text });
    }
  });
  if (now.confirmed !== base.confirmed) patch.confirmed = now.confirmed;

  const before = rowIndex(base);
  const kept = new Set<string>();
  let size = patch.fields.reduce((sum, { text }) => sum + text.length, 0);
  for (const { code: section, rows } of now.sections) {
    for (const row of rows) {
      const ref = { section, key: row.key };
      kept.add(refKey(ref));
      const known = before.get(refKey(ref));
      if (known && !differs(row, known)) continue;
      if (row.reverting) {
        patch.forget.push(ref);
        continue;
      }
      const written = rowPatch(layout, section, row, known);
      size += 40 + written.note.length;
      for (const { text } of written.cells) size += 24 + text.length;
      // One row at least, however long; the rest goes with the next save.
      if (size > most && patch.rows.length > 0) return patch;
      patch.rows.push(written);
    }
  }
  for (const { code: section, rows } of base.sections) {
    for (const row of rows) {
      const ref = { section, key: row.key };
      if (isNew(row) && !kept.has(refKey(ref))) patch.forget.push(ref);
    }
  }
  return patch;
}

export function isEmptyPatch(patch: Patch): boolean {
  return (
    patch.fields.length === 0 &&
    patch.rows.length === 0 &&
    patch.forget.length === 0 &&
    patch.confirmed === undefined
  );
}

/** All that is typed into the row, since a saved row replaces what was typed into it before. */
function rowPatch(layout: Layout, section: string, row: Row, known: Row | undefined): RowPatch {
  const cells = columnsOf(layout, section).flatMap((column, i) => {
    if (!isTyped(column)) return [];
    const text = row.cells[i] ?? '';
    const typed = known
      ? row.typed.includes(column.code) ||
        known.typed.includes(column.code) ||
        text !== (known.cells[i] ?? '')
      : text !== '';
    return typed ? [{ code: column.code, text }] : [];
  });
  return { section, key: row.key, cells, note: row.note, removed: row.removed };
}

/** What the server holds once it has taken a patch of `now`, as far as the page can know. */
export function afterPatch(base: Sheet, now: Sheet, patch: Patch): Sheet {
  const sent = new Set([...patch.rows, ...patch.forget].map(refKey));
  const before = rowIndex(base);
  const present = rowIndex(now);
  return {
    fields: now.fields,
    confirmed: now.confirmed,
    sections: now.sections.map(({ code, rows }) => {
      const refOf = (row: Row) => refKey({ section: code, key: row.key });
      const held = rows.flatMap((row) => {
        if (sent.has(refOf(row))) return [row];
        const known = before.get(refOf(row));
        return known ? [known] : [];
      });
      // Taken out here, and not told yet.
      const rest = (base.sections.find((s) => s.code === code)?.rows ?? []).filter(
        (row) => !present.has(refOf(row)) && !sent.has(refOf(row)),
      );
      return { code, rows: [...held, ...rest] };
    }),
  };
}
