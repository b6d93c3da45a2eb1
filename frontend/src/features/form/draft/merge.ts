import { refKey, rowIndex, type Row, type RowRef, type Sheet } from './sheet';

/** A row that was changed here and elsewhere, to different ends. */
export interface Clash extends RowRef {
  /** As it stands here; null when it was taken out. */
  mine: Row | null;
  /** As the other saved it; null when it is not there any more. */
  theirs: Row | null;
  /** Places of the cells that both changed; the number of cells stands for the note. */
  columns: number[];
}

export interface Merged {
  /** What was typed here on top of what the other saved; clashes stand as they stand here. */
  sheet: Sheet;
  /** The fields that both changed are one of them, as a row of no section. */
  clashes: Clash[];
}

/** Stands for the fields of a sheet among the rows that clash. */
const ofFields: RowRef = { section: '', key: '' };

function fieldRow(fields: readonly string[]): Row {
  return { key: ofFields.key, cells: fields, note: '', removed: false, typed: [] };
}

/**
 * Puts what was typed since `base` onto `theirs`. A cell that was left alone here takes
 * the newer text, one that was changed here keeps its own.
 */
export function merge(base: Sheet, mine: Sheet, theirs: Sheet): Merged {
  const clashes: Clash[] = [];
  const fieldClashes: number[] = [];
  const before = rowIndex(base);
  const sections = theirs.sections.map(({ code: section, rows: their }) => {
    const own = mine.sections.find(({ code }) => code === section)?.rows ?? [];
    const ownByKey = new Map(own.map((row) => [row.key, row]));
    const theirByKey = new Map(their.map((row) => [row.key, row]));
    const baseOf = (key: string) => before.get(refKey({ section, key }));
    const rows: Row[] = [];
    // In the order of this page, so that nothing moves below the hands of who types.
    for (const row of own) {
      const theirRow = theirByKey.get(row.key);
      const known = baseOf(row.key);
      if (theirRow) {
        const { row: joined, columns } = mergeRow(known, row, theirRow);
        if (columns.length > 0) {
          clashes.push({ section, key: row.key, mine: joined, theirs: theirRow, columns });
        }
        rows.push(joined);
      } else if (!known) {
        rows.push(row);
      } else if (changed(known, row)) {
        clashes.push({ section, key: row.key, mine: row, theirs: null, columns: [] });
        rows.push(row);
      }
    }
    for (const row of their) {
      if (ownByKey.has(row.key)) continue;
      const known = baseOf(row.key);
      if (!known) rows.push(row);
      // Taken out here, and changed there meanwhile.
      else if (changed(known, row)) {
        clashes.push({ section, key: row.key, mine: null, theirs: row, columns: [] });
      }
    }
    return { code: section, rows };
  });
  const fields = theirs.fields.map((text, i) => {
    const own = mine.fields[i] ?? '';
    const known = base.fields[i] ?? '';
    if (own === known) return text;
    if (text !== known && text !== own) fieldClashes.push(i);
    return own;
  });
  const confirmed = mine.confirmed === base.confirmed ? theirs.confirmed : mine.confirmed;
  if (fieldClashes.length > 0) {
    const [own, their] = [fieldRow(fields), fieldRow(theirs.fields)];
    clashes.push({ ...ofFields, mine: own, theirs: their, columns: fieldClashes });
  }
  return { sheet: { fields, sections, confirmed }, clashes };
}

function changed(base: Row, row: Row): boolean {
  return (
    base !== row &&
    (base.note !== row.note ||
      base.removed !== row.removed ||
      Boolean(row.reverting) ||
      row.cells.some((text, i) => text !== base.cells[i]))
  );
}

function mergeRow(base: Row | undefined, mine: Row, theirs: Row): { row: Row; columns: number[] } {
  // The row was made here and is known there already: an answer got lost on its way.
  const known = base ?? theirs;
  if (base && !changed(base, mine)) return { row: theirs, columns: [] };
  if (mine.reverting) {
    const also = base && changed(base, theirs);
    return { row: { ...theirs, reverting: true, removed: false }, columns: also ? [0] : [] };
  }
  const columns: number[] = [];
  const pick = (own: string, from: string, their: string, column: number) => {
    if (own === from) return their;
    if (their !== from && their !== own) columns.push(column);
    return own;
  };
  const cells = theirs.cells.map((text, i) =>
    pick(mine.cells[i] ?? '', known.cells[i] ?? '', text, i),
  );
  const note = pick(mine.note, known.note, theirs.note, theirs.cells.length);
  const removed = mine.removed === known.removed ? theirs.removed : mine.removed;
  // Taken out on one side and changed on the other.
  if (base && removed !== theirs.removed && changed(base, theirs)) columns.push(0);
  return { row: { ...theirs, cells, note, removed }, columns: [...new Set(columns)] };
}

/** Settles clashes: rows of `theirs` are taken from there. */
export function settle(
  sheet: Sheet,
  clashes: readonly Clash[],
  theirs: ReadonlySet<string>,
): Sheet {
  const chosen = new Map(
    clashes.filter((clash) => theirs.has(refKey(clash))).map((clash) => [refKey(clash), clash]),
  );
  if (chosen.size === 0) return sheet;
  const typed = chosen.get(refKey(ofFields));
  return {
    ...sheet,
    fields: sheet.fields.map((text, i) =>
      typed?.columns.includes(i) ? (typed.theirs?.cells[i] ?? '') : text,
    ),
    sections: sheet.sections.map(({ code, rows }) => {
      const taken = rows.flatMap((row) => {
        const clash = chosen.get(refKey({ section: code, key: row.key }));
        if (!clash) return [row];
        chosen.delete(refKey(clash));
        return clash.theirs ? [clash.theirs] : [];
      });
      // Those that were taken out here come back.
      const back = [...chosen.values()].flatMap((clash) =>
        clash.section === code && clash.theirs ? [clash.theirs] : [],
      );
      return { code, rows: [...taken, ...back] };
    }),
  };
}
