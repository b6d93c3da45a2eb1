import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { graphql } from '@/gql';
import { RemoteSelect, type PickerProps } from './RemoteSelect';

const PostSearchQuery = graphql(`
  query PostSearch($filter: PostFilter) {
    posts(filter: $filter, first: 50) {
      nodes {
        id
        name
        unit {
          id
          name
        }
      }
    }
  }
`);

const PostNamesQuery = graphql(`
  query PostNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Post {
        id
        name
        unit {
          id
          name
        }
      }
    }
  }
`);

interface Named {
  id: string;
  name: string;
  unit: { name: string } | null;
}

// The same post exists in many units.
function option({ id, name, unit }: Named) {
  return { value: id, label: unit ? `${name}（${unit.name}）` : name };
}

interface Filter {
  /** Only posts of this unit and those below it. */
  unitId?: string;
  /** Only posts of the unit itself. */
  unitOnly?: boolean;
}

/** Picks a post by name. */
export function PostSelect({ unitId, unitOnly, ...props }: PickerProps & Filter) {
  const { t } = useTranslation();
  const client = useClient();
  const search = useCallback(
    async (text: string) => {
      const filter = { unitId, unitOnly, text: text || undefined };
      const { data, error } = await client.query(PostSearchQuery, { filter }).toPromise();
      if (error || !data) throw error;
      return data.posts.nodes.map(option);
    },
    [client, unitId, unitOnly],
  );
  const resolve = useCallback(
    async (ids: string[]) => {
      const { data } = await client.query(PostNamesQuery, { ids }).toPromise();
      return (data?.nodes ?? []).flatMap((n) => (n?.__typename === 'Post' ? [option(n)] : []));
    },
    [client],
  );
  return (
    <RemoteSelect placeholder={t('picker.post')} {...props} search={search} resolve={resolve} />
  );
}
