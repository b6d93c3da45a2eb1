import { useEffect } from 'react';
import { useQuery } from 'urql';
import { pollEvery } from '../job';
import { ImportReadingQuery } from './query';

/** How the file of an import is read, once its dry run is there. */
export function useReading(jobId: string) {
  const [{ data, error, fetching, stale }, ask] = useQuery({
    query: ImportReadingQuery,
    variables: { id: jobId },
    requestPolicy: 'network-only',
  });
  const job = data?.importJob;
  const planning = job?.state === 'PLANNING';
  useEffect(() => {
    if (!planning || fetching) return;
    const timer = setTimeout(() => ask({ requestPolicy: 'network-only' }), pollEvery);
    return () => clearTimeout(timer);
  }, [planning, fetching, ask]);
  return {
    // An answer from before the present dry run is none.
    reading: job && !planning && !stale && !fetching ? job : undefined,
    layouts: data?.importLayouts ?? [],
    error,
    reload: () => ask({ requestPolicy: 'network-only' }),
  };
}
