import { useEffect } from 'react';
import { useQuery } from 'urql';
import { isWorking, pollEvery } from './job';
import { ImportJobQuery } from './query';

/** A job and how far it is, asked for again and again while it works. */
export function useImportJob(id: string | undefined) {
  const [result, reload] = useQuery({
    query: ImportJobQuery,
    variables: { id: id ?? '' },
    pause: !id,
    requestPolicy: 'network-only',
  });
  const job = id ? (result.data?.importJob ?? null) : null;
  const working = job !== null && isWorking(job);

  // One question at a time: the next waits for the answer, so a slow server is not flooded.
  useEffect(() => {
    if (!working || result.fetching || result.error) return;
    const timer = setTimeout(() => reload({ requestPolicy: 'network-only' }), pollEvery);
    return () => clearTimeout(timer);
  }, [working, result, reload]);

  return {
    job,
    error: result.error,
    /** The server knows no such job any more. */
    gone: Boolean(id) && result.data?.importJob === null,
    reload: () => reload({ requestPolicy: 'network-only' }),
  };
}
