import type { Patch } from './patch';
import { refKey, rowIndex, type Row, type Sheet } from './sheet';

/**
 * What was typed and not yet acknowledged, kept in the browser. It holds the rows that
 * differ alone, as they were and as they are.
 */
export interface Remainder {
  format: 1;
  /** Version of the draft that it was typed onto. */
  version: number;
  savedAt: number;
  base: Sheet;
  mine: Sheet;
}

export interface Mirror {
  read(now: number): Remainder | null;
  write(remainder: Remainder): boolean;
  drop(): void;
}

const prefix = 'sineng.form.';
/** A form stays open for weeks; what is older than a quarter belongs to another one. */
const lifetime = 92 * 24 * 60 * 60 * 1000;

function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    // Switched off by policy: the server's copy is all there is.
    return null;
  }
}

/** The place of a form's remainder; it belongs to one account. */
export function localMirror(accountId: string, formId: string): Mirror {
  const key = `${prefix}${accountId}.${formId}`;
  return {
    read: (now) => {
      dropOld(now);
      return parse(storage()?.getItem(key), now);
    },
    write: (remainder) => {
      try {
        storage()?.setItem(key, JSON.stringify(remainder));
        return storage() !== null;
      } catch {
        // Full.
        return false;
      }
    },
    drop: () => storage()?.removeItem(key),
  };
}

function parse(text: string | null | undefined, now: number): Remainder | null {
  if (!text) return null;
  try {
    const kept = JSON.parse(text) as Remainder;
    return kept.format === 1 && now - kept.savedAt < lifetime ? kept : null;
  } catch {
    return null;
  }
}

function dropOld(now: number) {
  const store = storage();
  if (!store) return;
  for (const key of Object.keys(store)) {
    if (key.startsWith(prefix) && !parse(store.getItem(key), now)) store.removeItem(key);
  }
}

/** The rows of both sheets that a patch speaks of; the rest is on the server. */
export function remainderOf(
  base: Sheet,
  mine: Sheet,
  patch: Patch,
  version: number,
  now: number,
): Remainder {
  const touched = new Set([...patch.rows, ...patch.forget].map(refKey));
  const narrow = (sheet: Sheet): Sheet => ({
    ...sheet,
    sections: sheet.sections.map(({ code, rows }) => ({
      code,
      rows: rows.filter((row) => touched.has(refKey({ section: code, key: row.key }))),
    })),
  });
  return { format: 1, version, savedAt: now, base: narrow(base), mine: narrow(mine) };
}

/** Both sides of a remainder as whole sheets, with the rows it does not hold as the server has them. */
export function widen(kept: Remainder, server: Sheet): { base: Sheet; mine: Sheet } {
  const baseRows = rowIndex(kept.base);
  const mineRows = rowIndex(kept.mine);
  const fill = (side: Sheet, own: Map<string, Row>, other: Map<string, Row>): Sheet => ({
    ...side,
    fields: server.fields.map((text, i) => side.fields[i] ?? text),
    sections: server.sections.map(({ code, rows }) => {
      const seen = new Set<string>();
      const known = rows.flatMap((row) => {
        const ref = refKey({ section: code, key: row.key });
        seen.add(ref);
        const here = own.get(ref);
        if (here) return [here];
        // The remainder speaks of the row, but this side has none.
        return other.has(ref) ? [] : [row];
      });
      const more = side.sections.find((s) => s.code === code)?.rows ?? [];
      return {
        code,
        rows: [
          ...known,
          ...more.filter((row) => !seen.has(refKey({ section: code, key: row.key }))),
        ],
      };
    }),
  });
  return {
    base: fill(kept.base, baseRows, mineRows),
    mine: fill(kept.mine, mineRows, baseRows),
  };
}
