import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** How one value is written in the query string; `null` leaves it out. */
export interface Param<T> {
  // Methods, not function fields, so that params of many types fit into one table.
  read(text: string | null): T;
  write(value: T): string | null;
}

export type Spec = Record<string, Param<unknown>>;
export type StateOf<S extends Spec> = { [K in keyof S]: S[K] extends Param<infer T> ? T : never };

/** Free text; empty is the same as absent. */
export const text: Param<string | undefined> = {
  read: (value) => value?.trim() || undefined,
  write: (value) => value?.trim() || null,
};

/** A calendar day as the API writes it. */
export const day: Param<string | undefined> = {
  read: (value) => (value && isDay(value) ? value : undefined),
  write: (value) => value ?? null,
};

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(value + 'T00:00:00Z');
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** Yes, no or not asked. */
export const flag: Param<boolean | undefined> = {
  read: (value) => (value === 'yes' ? true : value === 'no' ? false : undefined),
  write: (value) => (value === undefined ? null : value ? 'yes' : 'no'),
};

/** Yes or not asked, as notices of the server write it. */
export const isTrue: Param<boolean | undefined> = {
  read: (value) => value === 'true' || undefined,
  write: (value) => (value ? 'true' : null),
};

/** One of a few values; the first is meant when there is none. */
export function oneOf<V extends string>(values: readonly [V, ...V[]]): Param<V> {
  return {
    read: (value) => values.find((v) => v === value) ?? values[0],
    write: (value) => (value === values[0] ? null : value),
  };
}

/** Any of a few values, in their own order, so that one choice has one address. */
export function listOf<V extends string>(values: readonly V[]): Param<V[]> {
  return {
    read: (value) => {
      const given = (value ?? '').split(',');
      return values.filter((v) => given.includes(v));
    },
    write: (chosen) => values.filter((v) => chosen.includes(v)).join(',') || null,
  };
}

export function readState<S extends Spec>(spec: S, search: URLSearchParams): StateOf<S> {
  const entries = Object.entries(spec).map(([name, param]) => [name, param.read(search.get(name))]);
  return Object.fromEntries(entries) as StateOf<S>;
}

/** The query string of a state, without `?`; equal states give equal strings. */
export function writeState<S extends Spec>(spec: S, state: Partial<StateOf<S>>): string {
  const search = new URLSearchParams();
  for (const [name, param] of Object.entries(spec)) {
    if (!(name in state)) continue;
    const value = param.write(state[name]);
    if (value !== null) search.set(name, value);
  }
  // Commas separate the values of a list; readable addresses are easier to share.
  return search.toString().replaceAll('%2C', ',');
}

/**
 * A page's state in the query string: reloading, sharing and going back give
 * the same view. A change makes an entry of the history.
 */
export function useUrlState<S extends Spec>(spec: S) {
  const [search, setSearch] = useSearchParams();
  const state = useMemo(() => readState(spec, search), [spec, search]);
  const change = useCallback(
    (changes: Partial<StateOf<S>>, options?: { replace?: boolean }) =>
      setSearch((now) => writeState(spec, { ...readState(spec, now), ...changes }), options),
    [spec, setSearch],
  );
  return [state, change] as const;
}
