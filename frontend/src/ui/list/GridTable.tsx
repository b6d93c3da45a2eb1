import type { ReactNode } from 'react';
import type { Column } from './columns';
import { directionOf, type TableProps } from './table';

/** A list as a plain table, with rows as high as their texts. */
export function GridTable<R extends { id: string }>(props: TableProps<R>) {
  const { label, columns, rows, sort, onSort, className = '' } = props;
  return (
    <div className="table-scroll" role="region" tabIndex={0} aria-label={label}>
      <table className={`grid-table list-table ${className}`}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.className === 'number' ? 'number' : undefined}
                aria-sort={column.order ? (directionOf(column.order, sort) ?? 'none') : undefined}
              >
                <Head column={column} sort={sort} onSort={onSort} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.rows.map((row) => (
            <tr key={row.id}>
              {columns.map(({ key, heads, className, cell }) =>
                heads ? (
                  <th key={key} scope="row" className={className}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} className={className}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadProps {
  column: Pick<Column<never>, 'title' | 'head' | 'order'>;
  sort?: string;
  onSort: (sort: string) => void;
}

/** A column's title; where the server can put rows in its order, a button that asks for it. */
function Head({ column: { title, head = title, order }, sort, onSort }: HeadProps): ReactNode {
  if (!order) return head;
  const direction = directionOf(order, sort);
  const mark = { ascending: '▲', descending: '▼' };
  return (
    <button
      type="button"
      className="sort-button"
      onClick={() => onSort(direction === 'ascending' ? `-${order}` : order)}
    >
      {title}
      {direction && <span aria-hidden="true"> {mark[direction]}</span>}
    </button>
  );
}
