import type { Client } from 'urql';
import { graphql, type ResultOf } from '@/gql';

const NewestQuery = graphql(`
  query Newest($id: ID!) {
    node(id: $id) {
      __typename
      ... on Unit {
        id
        version
        code
        name
        kind
        sortOrder
        path {
          id
        }
      }
      ... on Post {
        id
        version
        name
        duties
        keyPost
        rotationYears
        closedOn
      }
      ... on Person {
        id
        version
        staffNumber
        name
        jobTitle
        politicalStatus
        unit {
          id
        }
      }
      ... on Appointment {
        id
        version
      }
      ... on Portfolio {
        id
        version
      }
    }
  }
`);
type Node = NonNullable<ResultOf<typeof NewestQuery>['node']>;
type Kind = Exclude<Node, Record<string, never>>['__typename'];
export type Newest<K extends Kind> = Extract<Node, { __typename: K }>;

/** Reads an object again after somebody else changed it; null when it is gone. */
export async function newest<K extends Kind>(
  client: Client,
  kind: K,
  id: string,
): Promise<Newest<K> | null> {
  const { data } = await client
    .query(NewestQuery, { id }, { requestPolicy: 'network-only' })
    .toPromise();
  return data?.node?.__typename === kind ? (data.node as Newest<K>) : null;
}
