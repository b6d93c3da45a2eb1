import { Fragment, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnPicker, type Shared } from './Pickers';
import type { Sheet, SheetRow, Table } from './query';
import { TableBar } from './TableBar';
import { useEnum } from '@/lib/enumLabel';

interface Props extends Shared {
  sheet: Sheet;
}

/** The letters by which spreadsheet programs name columns. */
export function letterOf(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letterOf(Math.floor(column / 26) - 1) + rest;
}

/** The row of a sheet above which the pickers of a table stand: its first; undefined where none of it is shown. */
function topOf(sheet: Sheet, table: Table): number | undefined {
  return sheet.rows.find((row) => row.table === table.number)?.number;
}

/** A sheet as it is, with what its rows are and pickers over the columns of its tables. */
export function SheetGrid({ sheet, ...shared }: Props) {
  const { t } = useTranslation('imports');
  const tables = shared.reading.tables.filter((table) => table.sheet === sheet.name);
  const tops = new Map(tables.map((table) => [topOf(sheet, table), table]));
  const width = Math.max(
    1,
    ...sheet.rows.map((row) => row.cells.length),
    ...tables.flatMap((table) => table.columns.map(({ column }) => column + 1)),
  );
  const columns = Array.from({ length: width }, (_, column) => column);
  return (
    <>
      {tables
        .filter((table) => topOf(sheet, table) === undefined)
        .map((table) => (
          <TableBar key={table.number} table={table} {...shared} />
        ))}
      <div
        className="table-scroll map-scroll"
        role="region"
        tabIndex={0}
        aria-label={t('mapping.sheet', { name: sheet.name })}
      >
        <table className="map-grid">
          <thead>
            <tr>
              <th scope="col" className="map-number">
                {t('problems.row')}
              </th>
              <th scope="col" className="map-is">
                {t('mapping.rowIs')}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className="map-letter">
                  {letterOf(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.rows.map((row, i) => {
              const table = tops.get(row.number);
              return (
                <Fragment key={row.number}>
                  {table && (
                    <>
                      <tr className="map-bar-row">
                        <td colSpan={width + 2}>
                          <TableBar table={table} {...shared} />
                        </td>
                      </tr>
                      <tr className="map-pickers">
                        <td colSpan={2}>{t('mapping.readAs')}</td>
                        {columns.map((column) => {
                          const one = table.columns.find((other) => other.column === column);
                          return (
                            <td key={column}>
                              {one && <ColumnPicker table={table} column={one} {...shared} />}
                            </td>
                          );
                        })}
                      </tr>
                    </>
                  )}
                  <Row
                    row={row}
                    width={width}
                    last={row.table !== null && sheet.rows[i + 1]?.table !== row.table}
                  />
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** A row of the sheet. It stays as drawn while answers are given. */
const Row = memo(function Row({
  row,
  width,
  last,
}: {
  row: SheetRow;
  width: number;
  last: boolean;
}) {
  const { t } = useTranslation('imports');
  const kind = useEnum('ImportRowClass');
  const names = [`map-row-${row.class}`];
  if (row.table !== null) names.push('map-of-table');
  if (last) names.push('map-last');
  return (
    <tr className={names.join(' ')}>
      <td className="map-number">{row.number}</td>
      <td className="map-class">
        {kind.label(row.class)}
        {row.hidden && t('mapping.hidden')}
      </td>
      {row.cells.map((cell, column) => (
        <td key={column}>{cell}</td>
      ))}
      {row.cells.length < width && <td colSpan={width - row.cells.length} />}
    </tr>
  );
});
