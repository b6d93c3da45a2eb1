import type { ReactNode } from 'react';

/** A column of a list, as data. */
export interface Column<R> {
  key: string;
  title: string;
  /** In its head in place of the title, which then stays the column's name. */
  head?: ReactNode;
  cell: (row: R) => ReactNode;
  /** Always shown: without it a row could not be told from another. */
  fixed?: boolean;
  /** Not shown before somebody asks for it. */
  optional?: boolean;
  /** Names the row for those who have the table read out. */
  heads?: boolean;
  /** The name by which the server puts rows in the order of this column. */
  order?: string;
  /** Pixels, where only the rows in sight are drawn. */
  width?: number;
  /** `number`, `nowrap` or `prose`. */
  className?: string;
}

type Choosable = Pick<Column<never>, 'key' | 'fixed' | 'optional'>;

/** The keys that are shown before anybody has chosen. */
export function defaultKeys(columns: readonly Choosable[]): string[] {
  return columns.filter((column) => !column.optional).map((column) => column.key);
}

/** What is shown of what was asked for: in the order of the list, the fixed columns always. */
export function shownKeys(columns: readonly Choosable[], asked: readonly string[] | undefined) {
  if (!asked?.some((key) => columns.some((column) => column.key === key))) {
    return defaultKeys(columns);
  }
  return columns
    .filter((column) => column.fixed || asked.includes(column.key))
    .map((column) => column.key);
}

/** The choice as it is kept and linked to; none where it is what everybody sees at first. */
export function choiceOf(columns: readonly Choosable[], keys: readonly string[]) {
  const shown = shownKeys(columns, keys);
  return shown.join() === defaultKeys(columns).join() ? undefined : shown;
}

/** One account's choice for one list, kept in this browser. */
function storageKey(list: string, accountId: string): string {
  return `sineng.columns.${list}.${accountId}`;
}

export function storedChoice(list: string, accountId: string): string[] | undefined {
  try {
    const keys: unknown = JSON.parse(localStorage.getItem(storageKey(list, accountId)) ?? 'null');
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : undefined;
  } catch {
    // Written by something else, or storage is switched off.
    return undefined;
  }
}

export function storeChoice(list: string, accountId: string, keys: string[] | undefined) {
  try {
    if (keys) localStorage.setItem(storageKey(list, accountId), JSON.stringify(keys));
    else localStorage.removeItem(storageKey(list, accountId));
  } catch {
    // It lasts as long as the address does.
  }
}
