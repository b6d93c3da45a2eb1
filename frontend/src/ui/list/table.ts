import type { Column } from './columns';
import type { Rows } from '@/lib/useConnection';

/** What every table of a list is given. */
export interface TableProps<R> {
  /** Read out as the name of the table. */
  label: string;
  columns: readonly Column<R>[];
  rows: Rows<R>;
  /** The present order: a column's `order`, with `-` before it downwards. */
  sort?: string;
  /** Without one, the order of the beginning. */
  onSort: (sort?: string) => void;
  onMore: () => void;
  restoredTop?: number;
  noteTop: (pixels: number) => void;
  className?: string;
}

/** How rows stand in the order of a column, if they do. */
export function directionOf(order: string | undefined, sort: string | undefined) {
  if (!order || !sort) return undefined;
  if (sort === order) return 'ascending';
  return sort === `-${order}` ? 'descending' : undefined;
}
