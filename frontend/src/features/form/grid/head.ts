/** A heading of the table: of one column, or above several. */
export interface Heading {
  title: string;
  /** Place of the first column below it. */
  column: number;
  colSpan: number;
  rowSpan: number;
}

/** The lines of headings: one, or two where neighbouring columns stand below a common one. */
export function headings(columns: readonly { title: string; group: string }[]): Heading[][] {
  const grouped = columns.some(({ group }) => group !== '');
  const top: Heading[] = [];
  const below: Heading[] = [];
  columns.forEach(({ title, group }, column) => {
    if (group === '') {
      top.push({ title, column, colSpan: 1, rowSpan: grouped ? 2 : 1 });
      return;
    }
    const last = top.at(-1);
    const joins = column > 0 && columns[column - 1]?.group === group && last;
    if (joins) last.colSpan++;
    else top.push({ title: group, column, colSpan: 1, rowSpan: 1 });
    below.push({ title, column, colSpan: 1, rowSpan: 1 });
  });
  return grouped ? [top, below] : [top];
}
