import { useClient } from 'urql';
import { InstructionListQuery, type InstructionRow } from './query';
import type { VariablesOf } from '@/gql';
import { useConnection } from '@/lib/useConnection';
import { useChanged } from '@/lib/useLive';

export type Filter = NonNullable<VariablesOf<typeof InstructionListQuery>['filter']>;

/** Instructions by what they are asked by; `key` tells one question from another. */
export function useInstructions(key: string, filter: Filter) {
  const client = useClient();
  const list = useConnection<InstructionRow>(key, async (after) => {
    const { data, error } = await client
      .query(
        InstructionListQuery,
        { filter, after, count: after === null },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    return { page: data?.instructions, error };
  });
  useChanged('INSTRUCTION', list.refresh);
  return list;
}
