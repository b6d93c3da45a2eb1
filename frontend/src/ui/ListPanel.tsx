import type { ReactNode } from 'react';
import { Empty } from './Empty';
import { ErrorState } from './ErrorState';
import { ListFoot } from './ListFoot';
import { Loading } from './Loading';
import type { Rows } from '@/lib/useConnection';

interface Props<R> {
  /** What `useConnection` gives. */
  list: { state: Rows<R>; more: () => void; again: () => void };
  /** Said where there is nothing. */
  empty: string;
  /** Stands above the rows. */
  intro?: ReactNode;
  children: (rows: R[]) => ReactNode;
}

/** The rows of a list, or why there are none: on their way, failed, or not there. */
export function ListPanel<R>({ list: { state, more, again }, empty, intro, children }: Props<R>) {
  const { rows, fetching, error } = state;
  return (
    <>
      {error && <ErrorState error={error} onRetry={again} />}
      <section className="panel" aria-busy={fetching}>
        {intro && <p className="hint">{intro}</p>}
        {rows.length > 0 ? (
          children(rows)
        ) : fetching ? (
          <Loading rows={6} />
        ) : (
          !error && <Empty text={empty} />
        )}
        <ListFoot list={state} onMore={more} />
      </section>
    </>
  );
}
