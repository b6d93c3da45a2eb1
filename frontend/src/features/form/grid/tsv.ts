/**
 * Reads what a spreadsheet puts on the clipboard: cells divided by tabs, rows by line ends.
 * A cell that holds either, or a quotation mark, stands in quotation marks, with its own doubled.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const end = text.length;
  for (;;) {
    let cell: string;
    const quoted = text[at] === '"' ? readQuoted(text, at) : null;
    if (quoted) {
      cell = quoted.text;
      at = quoted.next;
    } else {
      const stop = nextBreak(text, at);
      cell = text.slice(at, stop);
      at = stop;
    }
    row.push(cell);
    if (text[at] === '\t') {
      at++;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= end) break;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    // The last line ends with a line end of its own; no row begins behind it.
    if (at >= end) break;
  }
  return rows;
}

function nextBreak(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const c = text[i];
    if (c === '\t' || c === '\n' || c === '\r') return i;
  }
  return text.length;
}

/** A quoted cell; null where the mark only belongs to the text, as in `"甲"类`. */
function readQuoted(text: string, from: number): { text: string; next: number } | null {
  let out = '';
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] !== '"') {
      out += text[i];
    } else if (text[i + 1] === '"') {
      out += '"';
      i++;
    } else {
      const after = text[i + 1];
      const whole = after === undefined || after === '\t' || after === '\n' || after === '\r';
      return whole ? { text: out.replaceAll('\r\n', '\n'), next: i + 1 } : null;
    }
  }
  return null;
}

/** The same the other way round, so that a spreadsheet takes it. */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quote).join('\t')).join('\n');
}

function quote(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
