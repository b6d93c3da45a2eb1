import { useClient } from 'urql';
import { TaskListQuery, type TaskRow } from './query';
import type { VariablesOf } from '@/gql';
import { useConnection } from '@/lib/useConnection';
import { useChanged } from '@/lib/useLive';

export type Filter = NonNullable<VariablesOf<typeof TaskListQuery>['filter']>;

/** Tasks by what they are asked by; `key` tells one question from another. */
export function useTasks(key: string, filter: Filter) {
  const client = useClient();
  const list = useConnection<TaskRow>(key, async (after) => {
    const { data, error } = await client
      .query(
        TaskListQuery,
        { filter, after, count: after === null },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    return { page: data?.measureTasks, error };
  });
  useChanged('TASK', list.refresh);
  return list;
}
