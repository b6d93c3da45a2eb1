import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { graphql } from '@/gql';
import { RemoteSelect, type PickerProps } from './RemoteSelect';

const PeopleSearchQuery = graphql(`
  query PeopleSearch($filter: PersonFilter) {
    people(filter: $filter, first: 30) {
      nodes {
        id
        name
        jobTitle
        unit {
          id
          name
        }
      }
    }
  }
`);

const PeopleNamesQuery = graphql(`
  query PeopleNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Person {
        id
        name
        jobTitle
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
  jobTitle: string;
  unit: { name: string } | null;
}

// Names repeat in a large body; job and unit tell two of a name apart.
function option({ id, name, jobTitle, unit }: Named) {
  const more = [unit?.name, jobTitle].filter(Boolean).join(' ');
  return { value: id, label: more ? `${name}（${more}）` : name };
}

/** Picks a person by name, staff number or pinyin initials. */
export function PersonSelect({ unitId, ...props }: PickerProps & { unitId?: string }) {
  const { t } = useTranslation();
  const client = useClient();
  const search = useCallback(
    async (text: string) => {
      const filter = { unitId, text: text || undefined };
      const { data, error } = await client.query(PeopleSearchQuery, { filter }).toPromise();
      if (error || !data) throw error;
      return data.people.nodes.map(option);
    },
    [client, unitId],
  );
  const resolve = useCallback(
    async (ids: string[]) => {
      const { data } = await client.query(PeopleNamesQuery, { ids }).toPromise();
      return (data?.nodes ?? []).flatMap((n) => (n?.__typename === 'Person' ? [option(n)] : []));
    },
    [client],
  );
  return (
    <RemoteSelect placeholder={t('picker.person')} {...props} search={search} resolve={resolve} />
  );
}
