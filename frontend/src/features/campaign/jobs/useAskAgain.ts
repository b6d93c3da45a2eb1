import { useEffect } from 'react';

/** How often something that is being worked on is asked for, in milliseconds. */
export const askEvery = 2000;

/**
 * Asks again and again while something is worked on. The next question waits for the
 * answer, so that a slow server is not flooded.
 */
export function useAskAgain(working: boolean, answer: { fetching: boolean }, ask: () => void) {
  useEffect(() => {
    if (!working || answer.fetching) return;
    const timer = setTimeout(ask, askEvery);
    return () => clearTimeout(timer);
  }, [working, answer, ask]);
}
