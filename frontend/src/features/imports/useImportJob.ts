import { useEffect, useState } from 'react';
import { useQuery, useSubscription } from 'urql';
import { checkEvery, isWorking, pollEvery } from './job';
import { ImportJobQuery, ImportProgressSubscription, type ImportJob } from './query';

/**
 * A job and how far it is. While it works the server tells of every change; where its
 * stream does not come through, the job is asked for again and again.
 */
export function useImportJob(id: string | undefined) {
  const [result, reload] = useQuery({
    query: ImportJobQuery,
    variables: { id: id ?? '' },
    pause: !id,
    requestPolicy: 'network-only',
  });
  // What was told counts until the next answer to a question, which is newer.
  const [told, setTold] = useState<{ after: unknown; job: ImportJob }>();
  const heard = told !== undefined && told.after === result.data && told.job.id === id;
  const job = id ? (heard ? told.job : (result.data?.importJob ?? null)) : null;
  const working = job !== null && isWorking(job);

  const [stream] = useSubscription({
    query: ImportProgressSubscription,
    variables: { jobId: id ?? '' },
    pause: !working,
  });
  const pushed = stream.data?.importProgress;
  const [seen, setSeen] = useState(pushed);
  if (pushed && pushed !== seen) {
    setSeen(pushed);
    setTold({ after: result.data, job: pushed });
  }

  // One question at a time: the next waits for the answer, so a slow server is not flooded.
  useEffect(() => {
    if (!working || result.fetching || result.error) return;
    const wait = heard && !stream.error ? checkEvery : pollEvery;
    const timer = setTimeout(() => reload({ requestPolicy: 'network-only' }), wait);
    return () => clearTimeout(timer);
  }, [working, heard, stream.error, result, reload]);

  return {
    job,
    error: result.error,
    /** The server knows no such job any more. */
    gone: Boolean(id) && result.data?.importJob === null,
    reload: () => reload({ requestPolicy: 'network-only' }),
  };
}
