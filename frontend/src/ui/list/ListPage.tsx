import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnChoice } from './ColumnChoice';
import type { Column } from './columns';
import { FilterBar } from './FilterBar';
import type { FilterOf } from './filter';
import { GridTable } from './GridTable';
import type { TableProps } from './table';
import { useColumns } from './useColumns';
import type { List } from './useList';
import './list.css';
import type { Spec, StateOf } from '@/lib/urlState';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { ListFoot } from '@/ui/ListFoot';
import { Loading } from '@/ui/Loading';
import { PageHeader } from '@/ui/PageHeader';

interface Props<S extends Spec, R> {
  /** What `useList` gives. */
  list: List<S, R>;
  title: string;
  /** The table as it is read out, where that is not the title. */
  label?: string;
  filters: readonly FilterOf<StateOf<S>>[];
  columns: readonly Column<R>[];
  /** Buttons beside the choice of columns. */
  actions?: ReactNode;
  /** Between the title and the conditions. */
  tabs?: ReactNode;
  /** What clearing the conditions leaves as it is. */
  keep?: readonly string[];
  /** Conditions that have no control. */
  conditions?: ReactNode;
  className?: string;
  /** Another table than the plain one. */
  table?: (props: TableProps<R>) => ReactNode;
}

/** A list that fills a page: conditions, columns, rows, and how much of them is shown. */
export function ListPage<S extends Spec, R extends { id: string }>(props: Props<S, R>) {
  const { list, title, label = title, filters, columns, actions, tabs, keep, className } = props;
  const { t } = useTranslation();
  const { keys, shown, choose } = useColumns(list.name, columns, list);
  const { rows, fetching, stale, error } = list.rows;
  const draw = props.table ?? ((table: TableProps<R>) => <GridTable {...table} />);
  return (
    <>
      <PageHeader
        title={title}
        actions={
          <>
            <ColumnChoice columns={columns} shown={keys} onChange={choose} />
            {actions}
          </>
        }
      />
      {tabs}
      <FilterBar
        spec={list.spec}
        filters={filters}
        state={list.state}
        onChange={list.change}
        keep={keep}
      >
        {props.conditions}
      </FilterBar>
      {error && <ErrorState error={error} onRetry={list.again} />}
      <section className="panel" aria-busy={fetching}>
        {rows.length > 0 ? (
          <div className={stale ? 'list-stale' : undefined}>
            {draw({
              label,
              columns: shown,
              rows: list.rows,
              sort: list.state['sort'] as string | undefined,
              // Only lists whose state has an order have columns that ask for one.
              onSort: (sort = list.spec['sort']?.read(null) as string) =>
                list.change({ sort } as Partial<StateOf<S>>),
              onMore: list.more,
              restoredTop: list.restoredTop,
              noteTop: list.noteTop,
              className,
            })}
          </div>
        ) : fetching ? (
          <Loading rows={10} />
        ) : (
          !error && <Empty text={t('state.emptyFiltered')} />
        )}
        <ListFoot list={list.rows} onMore={list.more} />
      </section>
    </>
  );
}
