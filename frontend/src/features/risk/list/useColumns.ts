import { useState } from 'react';
import { columnKeys, defaultColumns, fixedColumns, type ColumnKey } from './columns';

const storageKey = 'sineng.risk.columns';

function stored(): ColumnKey[] {
  try {
    const names: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    if (!Array.isArray(names)) return defaultColumns;
    return columnKeys.filter((key) => fixedColumns.includes(key) || names.includes(key));
  } catch {
    // Written by something else, or storage is switched off.
    return defaultColumns;
  }
}

/** The columns that this reader wants, kept in this browser. */
export function useColumns() {
  const [shown, setShown] = useState(stored);
  const choose = (keys: ColumnKey[]) => {
    setShown(columnKeys.filter((key) => fixedColumns.includes(key) || keys.includes(key)));
    try {
      localStorage.setItem(storageKey, JSON.stringify(keys));
    } catch {
      // They last until the page is reloaded.
    }
  };
  return [shown, choose] as const;
}
