import { createContext, use } from 'react';
import { graphql, type Enum, type ResultOf } from '@/gql';

export const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      account {
        id
        loginName
      }
      person {
        id
        name
        jobTitle
      }
      roles {
        role
        unit {
          id
          name
        }
      }
      actions
      mustChangePassword
      secondFactor {
        required
        enabled
        pending
      }
      homeUnits {
        id
        name
        kind
        childCount
      }
    }
  }
`);

export type Viewer = NonNullable<ResultOf<typeof ViewerQuery>['viewer']>;
export type Action = Enum<'Action'>;

export interface Session {
  /** Who is signed in; null when nobody is. */
  viewer: Viewer | null;
  /** Asks the server again who is signed in, after a sign-in or a new password. */
  refresh: () => void;
  signOut: () => Promise<void>;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('used outside of SessionProvider');
  return session;
}

/** The signed-in viewer; only for pages behind the guard of the routes. */
export function useViewer(): Viewer {
  const { viewer } = useSession();
  if (!viewer) throw new Error('used on a page that is open to the signed-out');
  return viewer;
}

/** Whether the viewer may do one of these somewhere; where exactly, allowedActions tells. */
export function can(viewer: Pick<Viewer, 'actions'>, ...actions: Action[]): boolean {
  return actions.some((action) => viewer.actions.includes(action));
}
