import type { GridColumn } from './column';

/**
 * A text as it is meant for its column: days as the register writes them, digits as digits,
 * one line where there is one. What cannot be read that way stays as it was typed.
 */
export function cleaned(column: Pick<GridColumn, 'input' | 'options'>, text: string): string {
  switch (column.input) {
    case 'LONG':
      return text.replaceAll('\r\n', '\n').trimEnd();
    case 'DATE':
      return cleanDay(oneLine(text));
    case 'NUMBER':
      return narrow(oneLine(text));
    case 'CHOICE': {
      const line = oneLine(text);
      const options = column.options;
      return options.includes(line) ? line : (options.find((o) => o === narrow(line)) ?? line);
    }
    default:
      return oneLine(text);
  }
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
}

/** Digits as a Chinese input method writes them when it is left on wide: ３ → 3. */
function narrow(text: string): string {
  return text.replace(/[０-９．－／]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/** `2026/3/1`, `2026年3月1日`, `20260301` → `2026-03-01`. */
function cleanDay(text: string): string {
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(narrow(text)) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(narrow(text));
  if (!match) return text;
  const [, year, month = '', day = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
