import { isNew, type Row } from '../draft/sheet';

/** The id of the power that a row of 表1 is about; nothing before the register knows it. */
export function powerOf(row: Pick<Row, 'key'>): string | undefined {
  // A row's key is the id without its leading letter.
  return isNew(row) ? undefined : `s${row.key}`;
}
