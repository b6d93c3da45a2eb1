import { useMemo } from 'react';
import { useQuery } from 'urql';
import { AuditNamesQuery } from './query';

export interface LoggedObject {
  type: string;
  id: string;
}

/** Kinds of objects whose names everybody may know who reads the organisation. */
const named = ['Unit', 'Post', 'Person'];
/** As many as the API names at a time. */
const most = 100;

/** Names of objects by id; those that the viewer may not see, or that are gone, are left out. */
export function useNames(objects: (LoggedObject | null)[]): ReadonlyMap<string, string> {
  const wanted = objects.flatMap((one) => (one && named.includes(one.type) ? [one.id] : []));
  const key = [...new Set(wanted)].sort().slice(-most).join(' ');
  const ids = useMemo(() => key.split(' '), [key]);
  const [{ data }] = useQuery({
    query: AuditNamesQuery,
    variables: { ids },
    pause: key === '',
    requestPolicy: 'cache-first',
  });
  return useMemo(() => {
    const names = new Map<string, string>();
    for (const node of data?.nodes ?? []) {
      if (node && 'name' in node) names.set(node.id, node.name);
    }
    return names;
  }, [data]);
}
