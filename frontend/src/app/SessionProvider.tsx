import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { Provider, useQuery, type Client } from 'urql';
import { graphql } from '@/gql';
import { createClient } from '@/lib/client';
import { SessionContext, ViewerQuery, type Session } from '@/lib/viewer';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';

const SignOutMutation = graphql(`
  mutation SignOut {
    signOut {
      signedOut
    }
  }
`);

/** Knows who is signed in, and throws away all that was read when that changes. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [generation, setGeneration] = useState(0);
  const refresh = useCallback(() => setGeneration((n) => n + 1), []);
  // A new generation is a new client, with an empty cache.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const client = useMemo(() => createClient(refresh), [generation, refresh]);
  return (
    <Provider value={client}>
      <ViewerLoader key={generation} client={client} refresh={refresh}>
        {children}
      </ViewerLoader>
    </Provider>
  );
}

interface LoaderProps {
  client: Client;
  refresh: () => void;
  children: ReactNode;
}

function ViewerLoader({ client, refresh, children }: LoaderProps) {
  const [{ data, error }, reload] = useQuery({ query: ViewerQuery });
  const session = useMemo<Session>(
    () => ({
      viewer: data?.viewer ?? null,
      refresh,
      signOut: async () => {
        const { error } = await client.mutation(SignOutMutation, {}).toPromise();
        if (error) throw error;
        refresh();
      },
    }),
    [client, data, refresh],
  );
  if (error && !data) return <ErrorState error={error} onRetry={reload} />;
  if (!data) return <Loading />;
  return <SessionContext value={session}>{children}</SessionContext>;
}
