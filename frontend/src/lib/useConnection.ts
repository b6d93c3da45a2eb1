import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { CombinedError } from 'urql';

export interface Page<R> {
  nodes: R[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  /** Asked for with the first page only. */
  totalCount?: number;
}

export interface Rows<R> {
  rows: R[];
  /** How many pages they are. */
  pages: number;
  /** Null until the first page is there. */
  total: number | null;
  hasNext: boolean;
  endCursor: string | null;
  fetching: boolean;
  /** The rows answer the question before; those of the present one are on their way. */
  stale: boolean;
  error?: CombinedError;
}

type Event<R> =
  | { type: 'start'; fresh: boolean; stay?: boolean }
  | { type: 'failed'; error: CombinedError }
  | { type: 'page'; page: Page<R> };

export function nextRows<R extends { id: string }>(state: Rows<R>, event: Event<R>): Rows<R> {
  switch (event.type) {
    case 'start':
      if (event.fresh && !event.stay) return noRows();
      return { ...state, fetching: true, stale: event.fresh, error: undefined };
    case 'failed':
      // What answered another question must not stand below an error of this one.
      return { ...(state.stale ? noRows<R>() : state), fetching: false, error: event.error };
    case 'page': {
      const { nodes, pageInfo, totalCount } = event.page;
      const before = state.stale ? noRows<R>() : state;
      // A row that moved meanwhile may come twice; it is shown where it was first.
      const known = new Set(before.rows.map((row) => row.id));
      return {
        rows: [...before.rows, ...nodes.filter((row) => !known.has(row.id))],
        pages: before.pages + 1,
        total: totalCount ?? before.total,
        hasNext: pageInfo.hasNextPage,
        endCursor: pageInfo.endCursor,
        fetching: false,
        stale: false,
      };
    }
  }
}

export function noRows<R>(): Rows<R> {
  return {
    rows: [],
    pages: 0,
    total: null,
    hasNext: false,
    endCursor: null,
    fetching: true,
    stale: false,
  };
}

export type Load<R> = (after: string | null) => Promise<{ page?: Page<R>; error?: CombinedError }>;

export interface ConnectionOptions<R> {
  /** So many pages are read without being asked for one by one. */
  pages?: number;
  /** Rows that were read before for this very question; nothing is asked then. */
  kept?: Rows<R>;
  /** Rows stay, as `stale`, until another question is answered. */
  stay?: boolean;
}

/** Rows of a list, page after page. Another `key` is another question and begins again. */
export function useConnection<R extends { id: string }>(
  key: string,
  load: Load<R>,
  { pages = 1, kept, stay }: ConnectionOptions<R> = {},
) {
  const [state, dispatch] = useReducer(nextRows<R>, undefined, () => kept ?? noRows<R>());
  // Which question the rows that were kept answer.
  const answered = useRef(kept ? key : undefined);
  const question = useRef(0);
  const [shown, setShown] = useState(1);

  const ask = useCallback(
    async (after: string | null, keep = stay) => {
      // Answers to an older question are dropped.
      const mine = after === null ? ++question.current : question.current;
      dispatch({ type: 'start', fresh: after === null, stay: keep });
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
    if (answered.current === key) return;
    answered.current = undefined;
    setShown(1);
    void ask(null);
  }, [key, ask]);

  const next = state.hasNext && !state.fetching && !state.error && !state.stale;
  const wanting = next && state.pages < Math.max(pages, shown);
  useEffect(() => {
    if (wanting) void ask(state.endCursor);
  }, [wanting, state.endCursor, ask]);

  const more = () => {
    if (!state.fetching && state.hasNext) void ask(state.endCursor);
  };
  const again = () => void ask(state.rows.length > 0 && state.hasNext ? state.endCursor : null);
  const restart = () => void ask(null);
  // Others changed something: as many rows are read again, and those that are shown stay until then.
  const refresh = () => {
    setShown(state.pages);
    void ask(null, true);
  };
  return { state, more, again, restart, refresh };
}
