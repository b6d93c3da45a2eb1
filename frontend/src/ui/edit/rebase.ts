import type { FieldName } from './problems';

type Values = object;

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An untouched field is undefined, an emptied one an empty text: the same to the reader. */
function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

function same(a: unknown, b: unknown): boolean {
  if (isEmpty(a) && isEmpty(b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => same(item, b[i]));
  }
  if (isGroup(a) && isGroup(b)) {
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((k) => same(a[k], b[k]));
  }
  return a === b;
}

/** Whether somebody who looks at both forms would see a difference. */
export function differs(a: Values, b: Values): boolean {
  return !same(a, b);
}

export interface Clash {
  name: FieldName;
  /** What the other person wrote, when it can be read as text. */
  theirs: string | null;
}

export interface Rebased<V> {
  values: V;
  /** Fields that both changed, to different ends; what was typed here stays. */
  clashes: Clash[];
}

/**
 * Puts what was typed onto a newer version of the same thing. A field that was
 * left alone here takes the newer content, one that was changed here keeps it.
 */
export function rebase<V extends Values>(base: V, mine: V, newer: V): Rebased<V> {
  const clashes: Clash[] = [];
  const values = join(base, mine, newer, [], clashes);
  return { values: values as V, clashes };
}

function join(
  base: unknown,
  mine: unknown,
  newer: unknown,
  name: FieldName,
  clashes: Clash[],
): unknown {
  if (isGroup(mine) && isGroup(newer)) {
    const before = isGroup(base) ? base : {};
    const keys = new Set([...Object.keys(newer), ...Object.keys(mine)]);
    return Object.fromEntries(
      [...keys].map((key) => [
        key,
        join(before[key], mine[key], newer[key], [...name, key], clashes),
      ]),
    );
  }
  if (same(mine, base)) return newer;
  if (!same(newer, base) && !same(newer, mine)) {
    clashes.push({ name, theirs: typeof newer === 'string' && !looksLikeId(name) ? newer : null });
  }
  return mine;
}

// Ids are opaque; showing one would help nobody.
function looksLikeId(name: FieldName): boolean {
  return /(Id|Ids|Key|^id)$/.test(String(name.at(-1)));
}
