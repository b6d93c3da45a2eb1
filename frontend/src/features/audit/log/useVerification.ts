import { useEffect } from 'react';
import { useMutation, useQuery } from 'urql';
import { VerificationQuery, VerifyLogMutation } from '../query';
import { hasCode } from '@/lib/errors';

/** How long, in milliseconds, until a verification that runs is asked how far it is. */
const pollEvery = 1000;

/** The verification that runs or ran last, followed until it ends. */
export function useVerification() {
  const [result, reload] = useQuery({
    query: VerificationQuery,
    requestPolicy: 'network-only',
  });
  const [{ fetching: starting, error: startError }, begin] = useMutation(VerifyLogMutation);
  const verification = result.data?.verification ?? null;
  const running = verification !== null && verification.endedAt === null;

  // One question at a time: the next waits for the answer.
  useEffect(() => {
    if (!running || result.fetching || result.error) return;
    const timer = setTimeout(() => reload({ requestPolicy: 'network-only' }), pollEvery);
    return () => clearTimeout(timer);
  }, [running, result, reload]);

  return {
    verification,
    running,
    starting,
    startError,
    loaded: result.data !== undefined,
    error: result.error,
    /** It is of the whole system, which not every auditor audits. */
    refused: hasCode(result.error, 'FORBIDDEN'),
    reload: () => reload({ requestPolicy: 'network-only' }),
    start: async () => {
      await begin({});
      // Where somebody else's runs already, that one is shown.
      reload({ requestPolicy: 'network-only' });
    },
  };
}
