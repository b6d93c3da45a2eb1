import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { Table, type TableRef } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { sortAfter, tableColumns, tableWidth, type ColumnKey } from './columns';
import type { RiskItem } from './query';
import type { RiskPages } from './useRiskPages';
import { useEnum } from '@/lib/enumLabel';
import { useRestHeight } from '@/lib/useRestHeight';

interface Props {
  pages: RiskPages;
  shown: ColumnKey[];
  sort: string;
  onSort: (sort: string) => void;
  onMore: () => void;
  /** Told before a row is opened: how far the list was scrolled. */
  onLeave: (top: number) => void;
  restoredTop?: number;
}

// How near the end, in pixels, the next page is asked for.
const ahead = 600;

/** Thousands of rows, of which those in sight are drawn. Rows take the focus; Enter opens one. */
export function RiskTable({ pages, shown, sort, onSort, onMore, onLeave, restoredTop }: Props) {
  const { t } = useTranslation('risk');
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const table = useRef<TableRef>(null);
  const top = useRef(restoredTop ?? 0);
  const height = useRestHeight(box, 44);
  const label = useLabel();
  const columns = useMemo(() => tableColumns(shown, sort, label, t), [shown, sort, label, t]);

  useEffect(() => {
    if (restoredTop) table.current?.scrollTo({ top: restoredTop });
    // Only when the list comes back into view.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const open = (id: string) => {
    onLeave(top.current);
    void navigate(`/risks/${id}`);
  };

  const move = (index: number) => {
    const row = pages.rows[index];
    if (!row) return;
    table.current?.scrollTo({ key: row.id });
    // The row may have to be drawn first.
    requestAnimationFrame(() => {
      box.current?.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(row.id)}"]`)?.focus();
    });
  };

  const onKey = (event: KeyboardEvent, row: RiskItem, index: number) => {
    if (event.key === 'Enter') open(row.id);
    else if (event.key === 'ArrowDown') move(index + 1);
    else if (event.key === 'ArrowUp') move(index - 1);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={box}
      role="region"
      aria-label={t('list.region')}
      className={pages.stale ? 'risk-table risk-table-stale' : 'risk-table'}
      aria-busy={pages.stale}
    >
      <Table<RiskItem>
        ref={table}
        virtual
        size="small"
        bordered
        rowKey="id"
        columns={columns}
        dataSource={pages.rows}
        pagination={false}
        scroll={{ x: tableWidth(shown), y: height - 40 }}
        showSorterTooltip={false}
        sortDirections={['ascend', 'descend']}
        onChange={(_, __, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter;
          if (one) onSort(sortAfter(String(one.columnKey), one.order));
        }}
        onScroll={(event) => {
          const view = event.currentTarget;
          top.current = view.scrollTop;
          if (view.scrollHeight - view.scrollTop - view.clientHeight < ahead) onMore();
        }}
        onRow={(row, index = 0) => ({
          tabIndex: 0,
          onClick: (event) => {
            // The link inside opens the row itself, also in a new tab.
            if (!(event.target as HTMLElement).closest('a')) open(row.id);
          },
          onClickCapture: () => onLeave(top.current),
          onKeyDown: (event) => onKey(event, row, index),
          onFocus: () => {
            if (index >= pages.rows.length - 5) onMore();
          },
        })}
      />
    </div>
  );
}

function useLabel() {
  const RiskType = useEnum('RiskType');
  const PowerType = useEnum('PowerType');
  const RiskStatus = useEnum('RiskStatus');
  const ConsequenceKind = useEnum('ConsequenceKind');
  return useMemo(() => {
    const all = { RiskType, PowerType, RiskStatus, ConsequenceKind };
    return (name: string, value: string | null) =>
      // Each value comes from a field of that very enumeration.
      (all[name as keyof typeof all].label as (value: string | null) => string)(value);
  }, [RiskType, PowerType, RiskStatus, ConsequenceKind]);
}
