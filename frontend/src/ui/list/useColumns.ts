import { useEffect } from 'react';
import { choiceOf, shownKeys, storeChoice, storedChoice, type Column } from './columns';
import type { useListState } from './useListState';
import { useViewer } from '@/lib/viewer';

type ListState = ReturnType<typeof useListState>;

/**
 * The columns that are shown: those that the address names, else those that the viewer chose before.
 * A choice of one's own is put into the address, so that it goes with a link.
 */
export function useColumns<R>(
  list: string,
  columns: readonly Column<R>[],
  { view, look }: Pick<ListState, 'view' | 'look'>,
) {
  const { account } = useViewer();
  const stored = storedChoice(list, account.id);
  const linked = view.cols;
  const own = linked ? undefined : stored && choiceOf(columns, stored);
  const missing = own?.join();
  useEffect(() => {
    if (missing) look({ cols: missing.split(',') });
  }, [missing, look]);

  const keys = shownKeys(columns, linked ?? stored);
  const choose = (asked: string[] | undefined) => {
    const choice = asked && choiceOf(columns, asked);
    storeChoice(list, account.id, choice);
    look({ cols: choice });
  };
  return { keys, shown: columns.filter(({ key }) => keys.includes(key)), choose };
}
