import { useState } from 'react';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MeasureItem } from './query';
import type { Column } from '@/ui/list/columns';

/** The server schedules tasks of so many at once. */
const most = 200;

/** Measures that are chosen in the list, and the column that chooses them where there is something to choose them for. */
export function useChosen(rows: MeasureItem[]) {
  const { t } = useTranslation('measure');
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const open = rows.filter((row) => row.schedulable.length > 0);
  const chosen = open.filter((row) => ids.has(row.id)).slice(0, most);
  const choose = (id: string, on: boolean) => {
    const next = new Set(ids);
    if (on) next.add(id);
    else next.delete(id);
    setIds(next);
  };
  const column: Column<MeasureItem> = {
    key: 'choose',
    title: t('list.choose'),
    fixed: true,
    head: (
      <Checkbox
        aria-label={t('list.chooseAll')}
        checked={chosen.length > 0 && chosen.length === Math.min(open.length, most)}
        indeterminate={chosen.length > 0 && chosen.length < Math.min(open.length, most)}
        onChange={({ target }) =>
          setIds(new Set(target.checked ? open.slice(0, most).map((row) => row.id) : []))
        }
      />
    ),
    cell: (row) =>
      row.schedulable.length > 0 && (
        <Checkbox
          aria-label={t('list.chooseOne', { what: row.content })}
          checked={ids.has(row.id)}
          disabled={!ids.has(row.id) && chosen.length >= most}
          onChange={({ target }) => choose(row.id, target.checked)}
        />
      ),
  };
  return {
    chosen,
    columns: open.length > 0 ? [column] : [],
    clear: () => setIds(new Set()),
  };
}
