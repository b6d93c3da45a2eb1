import type { ReactNode } from 'react';
import type { UseQueryState } from 'urql';
import { ErrorState } from './ErrorState';
import { Loading } from './Loading';

interface Props<D> {
  result: Pick<UseQueryState<D>, 'data' | 'error' | 'fetching'>;
  onRetry: () => void;
  children: (data: D) => ReactNode;
  rows?: number;
}

/** Draws an answer, its absence or its failure. What is known stays while it is asked again. */
export function Query<D>({ result, onRetry, children, rows }: Props<D>) {
  const { data, error } = result;
  return (
    <>
      {error && <ErrorState error={error} onRetry={onRetry} />}
      {data ? children(data) : !error && <Loading rows={rows} />}
    </>
  );
}
