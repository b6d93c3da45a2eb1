import { useCallback, useEffect, useReducer, useRef } from 'react';
import { useNavigationType } from 'react-router';
import { useClient, type Client, type CombinedError } from 'urql';
import { toRiskFilter, toRiskOrder, type RiskState } from '../riskState';
import { RiskPageQuery, type RiskItem } from './query';
import { mutationCount } from '@/lib/mutationCount';

export interface RiskPages {
  rows: RiskItem[];
  /** Null until the first page is there. */
  total: number | null;
  hasNext: boolean;
  fetching: boolean;
  /** The rows answer the question before; the new ones are on their way. */
  stale: boolean;
  error?: CombinedError;
}

interface State extends RiskPages {
  endCursor: string | null;
}

type Event =
  | { type: 'start'; fresh: boolean }
  | { type: 'failed'; error: CombinedError }
  | { type: 'page'; rows: RiskItem[]; total?: number; hasNext: boolean; endCursor: string | null };

const nothing: State = {
  rows: [],
  total: null,
  hasNext: false,
  fetching: true,
  stale: false,
  endCursor: null,
};

export function step(state: State, event: Event): State {
  switch (event.type) {
    case 'start':
      return { ...state, fetching: true, stale: event.fresh, error: undefined };
    case 'failed':
      // What answered another question must not stand below an error of this one.
      return { ...(state.stale ? nothing : state), fetching: false, error: event.error };
    case 'page': {
      // A row that moved up meanwhile may come twice; it is shown where it was first.
      const before = state.stale ? [] : state.rows;
      const known = new Set(before.map((row) => row.id));
      return {
        rows: [...before, ...event.rows.filter((row) => !known.has(row.id))],
        total: event.total ?? state.total,
        hasNext: event.hasNext,
        endCursor: event.endCursor,
        fetching: false,
        stale: false,
      };
    }
  }
}

interface Snapshot {
  key: string;
  mutations: number;
  state: State;
  top: number;
}
// What was on screen when the list was left, so that going back finds it again.
const snapshots = new WeakMap<Client, Snapshot>();

/**
 * The rows of the list, page by page. `key` is the address of what is asked:
 * another key begins again.
 */
export function useRiskPages(key: string, asked: RiskState) {
  const client = useClient();
  const wentBack = useNavigationType() === 'POP';
  const kept = snapshots.get(client);
  const usable =
    wentBack && kept?.key === key && kept.mutations === mutationCount(client) ? kept : undefined;
  const [state, dispatch] = useReducer(step, usable?.state ?? nothing);
  const restored = useRef(usable);
  // Answers to an older question are dropped.
  const question = useRef(0);

  const load = useCallback(
    async (after: string | null) => {
      const mine = after === null ? ++question.current : question.current;
      dispatch({ type: 'start', fresh: after === null });
      const { data, error } = await client
        .query(
          RiskPageQuery,
          {
            filter: toRiskFilter(asked),
            orderBy: toRiskOrder(asked.sort),
            after,
            count: after === null,
          },
          { requestPolicy: 'network-only' },
        )
        .toPromise();
      if (mine !== question.current) return;
      if (error) dispatch({ type: 'failed', error });
      else if (data) {
        const { nodes, pageInfo, totalCount } = data.riskPoints;
        dispatch({
          type: 'page',
          rows: nodes,
          total: totalCount,
          hasNext: pageInfo.hasNextPage,
          endCursor: pageInfo.endCursor,
        });
      }
    },
    // `key` says all that `asked` does.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [client, key],
  );

  useEffect(() => {
    if (restored.current?.key === key) return;
    restored.current = undefined;
    void load(null);
  }, [key, load]);

  const more = useCallback(() => {
    if (!state.fetching && state.hasNext) void load(state.endCursor);
  }, [load, state]);

  const again = useCallback(
    () => load(state.rows.length > 0 ? state.endCursor : null),
    [load, state],
  );

  const remember = useCallback(
    (top: number) => {
      if (state.fetching || state.error) return;
      snapshots.set(client, { key, mutations: mutationCount(client), state, top });
    },
    [client, key, state],
  );

  return { pages: state as RiskPages, more, again, remember, restoredTop: usable?.top };
}
