import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readState, writeState, type Param, type Spec, type StateOf } from '@/lib/urlState';

/** A link brings back so many pages of a list at most; the rest is asked for by hand. */
export const pagesInLink = 20;

const page: Param<number> = {
  read: (value) => Math.min(Math.max(1, Math.floor(Number(value)) || 1), pagesInLink),
  write: (value) => (value > 1 ? String(value) : null),
};

const names: Param<string[] | undefined> = {
  read: (value) => (value && /^\w+(,\w+)*$/.test(value) ? value.split(',') : undefined),
  write: (value) => value?.join(',') || null,
};

/** How the rows are looked at, beside which they are: how many pages of them, in which columns. */
export const viewSpec = { page, cols: names };
type View = StateOf<typeof viewSpec>;

interface Options {
  /** Takes the place of the present entry of the history. */
  replace?: boolean;
}

/** The query string of conditions and view together. */
export function writeList<S extends Spec>(
  spec: S,
  state: Partial<StateOf<S>>,
  view: Partial<View>,
): string {
  return [writeState(spec, state), writeState(viewSpec, view)].filter(Boolean).join('&');
}

/**
 * All that a list shows, in the query string: its conditions and order (`spec`), its columns and how
 * far it was opened. Reloading, sharing and going back give the same view.
 */
export function useListState<S extends Spec>(spec: S) {
  const [search, setSearch] = useSearchParams();
  const state = useMemo(() => readState(spec, search), [spec, search]);
  const view = useMemo(() => readState(viewSpec, search), [search]);
  /** Another question begins on its first page. */
  const change = useCallback(
    (changes: Partial<StateOf<S>>) =>
      setSearch((now) =>
        writeList(
          spec,
          { ...readState(spec, now), ...changes },
          { ...readState(viewSpec, now), page: 1 },
        ),
      ),
    [spec, setSearch],
  );
  const look = useCallback(
    (changes: Partial<View>, { replace = true }: Options = {}) =>
      setSearch(
        (now) => writeList(spec, readState(spec, now), { ...readState(viewSpec, now), ...changes }),
        { replace, preventScrollReset: true },
      ),
    [spec, setSearch],
  );
  return { state, view, change, look };
}
