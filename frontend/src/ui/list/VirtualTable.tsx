import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Table, type TableColumnType, type TableRef } from 'antd';
import { useNavigate } from 'react-router';
import type { Column } from './columns';
import { directionOf, type TableProps } from './table';
import { useRestHeight } from '@/lib/useRestHeight';

interface Props<R> extends TableProps<R> {
  /** The page that a row opens. */
  path: (row: R) => string;
}

// How near the end, in pixels, the next page is asked for.
const ahead = 600;
const usualWidth = 120;

/** Thousands of rows, of which those in sight are drawn. Rows take the focus; Enter opens one. */
export function VirtualTable<R extends { id: string }>(props: Props<R>) {
  const { label, columns, rows, sort, onSort, onMore, restoredTop, noteTop, path } = props;
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const table = useRef<TableRef>(null);
  const height = useRestHeight(box, 44);

  useEffect(() => {
    if (restoredTop) table.current?.scrollTo({ top: restoredTop });
    // Only when the list comes back into view.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const open = (row: R) => void navigate(path(row));

  const move = (index: number) => {
    const row = rows.rows[index];
    if (!row) return;
    table.current?.scrollTo({ key: row.id });
    // The row may have to be drawn first.
    requestAnimationFrame(() => {
      box.current?.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(row.id)}"]`)?.focus();
    });
  };

  const onKey = (event: KeyboardEvent, row: R, index: number) => {
    if (event.key === 'Enter') open(row);
    else if (event.key === 'ArrowDown') move(index + 1);
    else if (event.key === 'ArrowUp') move(index - 1);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={box}
      role="region"
      aria-label={label}
      className="virtual-table"
      aria-busy={rows.stale}
    >
      <Table<R>
        ref={table}
        virtual
        size="small"
        bordered
        rowKey="id"
        columns={columns.map((column) => toColumn(column, sort))}
        dataSource={rows.rows}
        pagination={false}
        scroll={{
          x: columns.reduce((sum, { width = usualWidth }) => sum + width, 0),
          y: height - 40,
        }}
        showSorterTooltip={false}
        sortDirections={['ascend', 'descend']}
        onChange={(_, __, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter;
          const order = columns.find(({ key }) => key === one?.columnKey)?.order;
          if (order)
            onSort(one?.order === 'descend' ? `-${order}` : one?.order ? order : undefined);
        }}
        onScroll={(event) => {
          const view = event.currentTarget;
          noteTop(view.scrollTop);
          if (view.scrollHeight - view.scrollTop - view.clientHeight < ahead) onMore();
        }}
        onRow={(row, index = 0) => ({
          tabIndex: 0,
          onClick: (event) => {
            // The link inside opens the row itself, also in a new tab.
            if (!(event.target as HTMLElement).closest('a')) open(row);
          },
          onKeyDown: (event) => onKey(event, row, index),
          onFocus: () => {
            if (index >= rows.rows.length - 5) onMore();
          },
        })}
      />
    </div>
  );
}

function toColumn<R>(column: Column<R>, sort: string | undefined): TableColumnType<R> {
  const { key, title, width = usualWidth, order, cell } = column;
  const direction = directionOf(order, sort);
  return {
    key,
    title,
    width,
    ellipsis: true,
    sorter: order !== undefined,
    sortOrder: direction ? (direction === 'ascending' ? 'ascend' : 'descend') : null,
    render: (_: unknown, row: R) => cell(row),
  };
}
