import { useClient } from 'urql';
import { SessionListQuery, type SessionRow } from './query';
import type { SessionFilter } from './state';
import { useConnection } from '@/lib/useConnection';

/** Sessions by what they are asked by; `key` tells one question from another. */
export function useSessions(key: string, filter: SessionFilter) {
  const client = useClient();
  return useConnection<SessionRow>(key, async (after) => {
    const { data, error } = await client
      .query(
        SessionListQuery,
        { filter, after, count: after === null },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    return { page: data?.educationSessions, error };
  });
}
