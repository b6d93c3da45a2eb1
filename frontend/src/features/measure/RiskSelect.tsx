import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { graphql, type Enum } from '@/gql';
import { RemoteSelect, type PickerProps } from '@/ui/RemoteSelect';

const RiskSearchQuery = graphql(`
  query RiskSearch($filter: RiskFilter) {
    riskPoints(filter: $filter, first: 50) {
      nodes {
        id
        title
        grade
        unit {
          id
          name
        }
      }
    }
  }
`);

const RiskNamesQuery = graphql(`
  query RiskNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on RiskPoint {
        id
        title
        grade
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
  title: string;
  grade: Enum<'Grade'> | null;
  unit: { name: string } | null;
}

/** Picks risk points by their title or manifestation. */
export function RiskSelect({ unitId, ...props }: PickerProps & { unitId?: string }) {
  const { t } = useTranslation(['measure', 'common']);
  const client = useClient();
  const option = useCallback(
    ({ id, title, grade, unit }: Named) => ({
      value: id,
      label: [grade ?? t('common:grade.none'), title, unit && `（${unit.name}）`]
        .filter(Boolean)
        .join(' '),
    }),
    [t],
  );
  const search = useCallback(
    async (text: string) => {
      const filter = { unitId, text: text || undefined };
      const { data, error } = await client.query(RiskSearchQuery, { filter }).toPromise();
      if (error || !data) throw error;
      return data.riskPoints.nodes.map(option);
    },
    [client, unitId, option],
  );
  const resolve = useCallback(
    async (ids: string[]) => {
      const { data } = await client.query(RiskNamesQuery, { ids }).toPromise();
      return (data?.nodes ?? []).flatMap((n) => (n?.__typename === 'RiskPoint' ? [option(n)] : []));
    },
    [client, option],
  );
  return (
    <RemoteSelect
      placeholder={t('measure:pickRisk')}
      {...props}
      search={search}
      resolve={resolve}
    />
  );
}
