import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { CombinedError } from 'urql';

export interface Page<R> {
  nodes: R[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  /** Asked for with the first page only. */
  totalCount?: number;
}

export interface Rows<R> {
  rows: R[];
  /** Null until the first page is there. */
  total: number | null;
  hasNext: boolean;
  endCursor: string | null;
  fetching: boolean;
  error?: CombinedError;
}

type Event<R> =
  | { type: 'start'; fresh: boolean }
  | { type: 'failed'; error: CombinedError }
  | { type: 'page'; page: Page<R> };

export function nextRows<R extends { id: string }>(state: Rows<R>, event: Event<R>): Rows<R> {
  switch (event.type) {
    case 'start':
      return event.fresh ? noRows() : { ...state, fetching: true, error: undefined };
    case 'failed':
      return { ...state, fetching: false, error: event.error };
    case 'page': {
      const { nodes, pageInfo, totalCount } = event.page;
      // A row that moved meanwhile may come twice.
      const known = new Set(state.rows.map((row) => row.id));
      return {
        rows: [...state.rows, ...nodes.filter((row) => !known.has(row.id))],
        total: totalCount ?? state.total,
        hasNext: pageInfo.hasNextPage,
        endCursor: pageInfo.endCursor,
        fetching: false,
      };
    }
  }
}

export function noRows<R>(): Rows<R> {
  return { rows: [], total: null, hasNext: false, endCursor: null, fetching: true };
}

type Load<R> = (after: string | null) => Promise<{ page?: Page<R>; error?: CombinedError }>;

/** Rows of a list, page after page. Another `key` is another question and begins again. */
export function useConnection<R extends { id: string }>(key: string, load: Load<R>) {
  const [state, dispatch] = useReducer(nextRows<R>, undefined, noRows<R>);
  const question = useRef(0);

  const ask = useCallback(
    async (after: string | null) => {
      // Answers to an older question are dropped.
      const mine = after === null ? ++question.current : question.current;
      dispatch({ type: 'start', fresh: after === null });
      const { page, error } = await load(after);
      if (mine !== question.current) return;
      if (page) dispatch({ type: 'page', page });
      else if (error) dispatch({ type: 'failed', error });
    },
    // `key` says all that `load` does.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [key],
  );

  useEffect(() => {
    void ask(null);
  }, [ask]);

  const more = () => {
    if (!state.fetching && state.hasNext) void ask(state.endCursor);
  };
  const again = () => void ask(state.rows.length > 0 && state.hasNext ? state.endCursor : null);
  const restart = () => void ask(null);
  return { state, more, again, restart };
}
