import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigationType } from 'react-router';
import { useClient, type TypedDocumentNode } from 'urql';
import { keepRows, keptRows } from './keptRows';
import { pagesInLink, useListState } from './useListState';
import { useConnection, type Page, type Rows } from '@/lib/useConnection';
import { writeState, type Spec, type StateOf } from '@/lib/urlState';

interface Paging {
  after?: string | null;
  count: boolean;
}

/** A list as data: what it is called, asked by, and where its rows are in the answer. */
export interface ListSource<S extends Spec, D, V extends Paging, R> {
  /** Names the list among all: its rows and its columns are kept by it. */
  name: string;
  /** Its conditions and its order, as they stand in the address. */
  spec: S;
  query: TypedDocumentNode<D, V>;
  ask: (state: StateOf<S>) => Omit<V, keyof Paging>;
  page: (data: D) => Page<R>;
}

/** What `useList` gives. */
export interface List<S extends Spec, R> {
  name: string;
  spec: S;
  state: StateOf<S>;
  view: ReturnType<typeof useListState>['view'];
  change: (changes: Partial<StateOf<S>>) => void;
  look: ReturnType<typeof useListState>['look'];
  rows: Rows<R>;
  again: () => void;
  /** As many rows once more, after something was changed; those that are shown stay until then. */
  refresh: () => void;
  /** The next page, which the address then says too. */
  more: () => void;
  /** How far the list was scrolled when it was left, and where to note it. */
  restoredTop: number | undefined;
  noteTop: (pixels: number) => void;
}

/** The rows that the address asks for, and ways to ask for others. */
export function useList<S extends Spec, D, V extends Paging, R extends { id: string }>(
  source: ListSource<S, D, V, R>,
): List<S, R> {
  const { name, spec, query, ask, page } = source;
  const client = useClient();
  const wentBack = useNavigationType() === 'POP';
  const { state, view, change, look } = useListState(spec);
  const question = writeState(spec, state);
  const [kept] = useState(() => (wentBack ? keptRows<R>(client, name, question) : undefined));

  const connection = useConnection<R>(
    question,
    async (after) => {
      // What `ask` leaves out is added here; TypeScript cannot add up generic parts.
      const variables = { ...ask(state), after, count: after === null } as unknown as V;
      const { data, error } = await client
        .query(query, variables as never, { requestPolicy: 'network-only' })
        .toPromise();
      return { page: data && page(data), error };
    },
    { pages: view.page, kept: kept?.rows, stay: true },
  );
  const { state: rows, again } = connection;

  const top = useRef(kept?.top ?? 0);
  const latest = useRef({ question, rows });
  useEffect(() => {
    latest.current = { question, rows };
  });
  useEffect(
    () => () => keepRows(client, name, { ...latest.current, top: top.current }),
    [client, name],
  );

  return useMemo(
    () => ({
      name,
      spec,
      state,
      view,
      change,
      look,
      rows,
      again,
      refresh: connection.refresh,
      more: () => {
        if (rows.fetching || !rows.hasNext) return;
        if (rows.pages < pagesInLink) look({ page: rows.pages + 1 });
        else connection.more();
      },
      restoredTop: kept?.top,
      noteTop: (pixels: number) => {
        top.current = pixels;
      },
    }),
    // `connection` is new with each change of `rows`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [name, spec, state, view, change, look, rows, kept],
  );
}
