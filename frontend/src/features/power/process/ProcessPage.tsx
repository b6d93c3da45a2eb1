import { useCallback, useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { useClient, useQuery, type CombinedError } from 'urql';
import { MapEditor } from '../map/MapEditor';
import { ProcessDraftQuery, StandingQuery, type Draft } from '../map/query';
import { standingOf } from '../map/view';
import '../detail/power.css';
import { hasCode } from '@/lib/errors';
import { Query } from '@/ui/Query';
import { NotFound } from '@/ui/NotFound';

export function Component() {
  const { id = '' } = useParams();
  const client = useClient();
  const [answer, setAnswer] = useState<{ id: string; draft?: Draft; error?: CombinedError }>();
  // Read once: the editor goes on from there, and every save would have it read again.
  const read = useCallback(
    () =>
      client
        .query(ProcessDraftQuery, { powerId: id }, { requestPolicy: 'network-only' })
        .toPromise()
        .then(({ data, error }) => setAnswer({ id, draft: data?.processDraft, error })),
    [client, id],
  );
  useEffect(() => void read(), [read]);
  const known = answer?.id === id ? answer : undefined;
  if (hasCode(known?.error, 'NOT_FOUND') || hasCode(known?.error, 'FORBIDDEN')) return <NotFound />;
  const result = { data: known?.draft, error: known?.error, fetching: !known };
  return (
    <Query result={result} onRetry={() => void read()}>
      {(draft) =>
        draft.power.unit?.allowedActions.includes('EDIT_REGISTER') && !draft.power.retiredOn ? (
          <WithStanding key={draft.power.id} draft={draft} />
        ) : (
          <NotFound />
        )
      }
    </Query>
  );
}

/** Reads what stands on the steps of the version in force besides. */
function WithStanding({ draft }: { draft: Draft }) {
  const current = draft.power.processes.find((process) => process.current);
  const [result, ask] = useQuery({
    query: StandingQuery,
    variables: { id: current?.id ?? '' },
    pause: !current,
  });
  if (!current) return <MapEditor draft={draft} standing={new Map()} />;
  return (
    <Query result={result} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {({ node }) => (
        <MapEditor
          draft={draft}
          standing={node?.__typename === 'Process' ? standingOf(node.steps) : new Map()}
        />
      )}
    </Query>
  );
}
