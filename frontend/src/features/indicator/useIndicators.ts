import { useClient } from 'urql';
import { IndicatorListQuery, type IndicatorRow } from './query';
import type { IndicatorFilter } from './state';
import { useConnection } from '@/lib/useConnection';

/** Indicators by what they are asked by; `key` tells one question from another. */
export function useIndicators(key: string, filter: IndicatorFilter) {
  const client = useClient();
  return useConnection<IndicatorRow>(key, async (after) => {
    const { data, error } = await client
      .query(
        IndicatorListQuery,
        { filter, after, count: after === null },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    return { page: data?.indicators, error };
  });
}
