import type { Client } from 'urql';
import { graphql, type ResultOf } from '@/gql';

export const UnitItem = graphql(`
  fragment UnitItem on Unit @_unmask {
    id
    code
    name
    kind
    level
    childCount
    closedOn
  }
`);
export type UnitItem = ResultOf<typeof UnitItem>;

const UnitChildrenQuery = graphql(
  `
    query UnitChildren($filter: UnitFilter, $after: String) {
      units(filter: $filter, first: 100, after: $after) {
        nodes {
          ...UnitItem
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [UnitItem],
);

const UnitSearchQuery = graphql(
  `
    query UnitSearch($text: String!) {
      units(filter: { text: $text }, first: 50) {
        nodes {
          ...UnitItem
          path {
            id
            name
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  `,
  [UnitItem],
);

const UnitPathQuery = graphql(
  `
    query UnitPath($id: ID!) {
      node(id: $id) {
        __typename
        ... on Unit {
          ...UnitItem
          path {
            id
            name
          }
        }
      }
    }
  `,
  [UnitItem],
);

export interface UnitWithPath extends UnitItem {
  path: { id: string; name: string }[];
}

/** All units directly below one, or the top ones; however many pages that takes. */
export async function loadChildren(client: Client, parentId: string | null): Promise<UnitItem[]> {
  const filter = parentId ? { parentId } : { topOnly: true };
  const units: UnitItem[] = [];
  let after: string | null = null;
  for (;;) {
    const result: Awaited<ReturnType<typeof page>> = await page(client, filter, after);
    if (result.error || !result.data) throw result.error;
    units.push(...result.data.units.nodes);
    const { hasNextPage, endCursor } = result.data.units.pageInfo;
    if (!hasNextPage || !endCursor) return units;
    after = endCursor;
  }
}

function page(
  client: Client,
  filter: { parentId: string } | { topOnly: boolean },
  after: string | null,
) {
  return client.query(UnitChildrenQuery, { filter, after }).toPromise();
}

/** Units by a part of their name or code, or by pinyin initials: the first 50. */
export async function searchUnits(client: Client, text: string): Promise<UnitWithPath[]> {
  const { data, error } = await client.query(UnitSearchQuery, { text }).toPromise();
  if (error || !data) throw error;
  return data.units.nodes;
}

/** A unit with the way to it; null when there is none for the viewer. */
export async function findUnit(client: Client, id: string): Promise<UnitWithPath | null> {
  const { data, error } = await client
    .query(UnitPathQuery, { id }, { requestPolicy: 'cache-first' })
    .toPromise();
  if (error) throw error;
  return data?.node?.__typename === 'Unit' ? data.node : null;
}

/** `省局 / 稽查处`, without the unit itself. */
export function pathAbove(unit: UnitWithPath): string {
  return unit.path
    .filter((step) => step.id !== unit.id)
    .map((step) => step.name)
    .join(' / ');
}
