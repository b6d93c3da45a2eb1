import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { graphql } from '@/gql';
import { RemoteSelect, type PickerProps } from '@/ui/RemoteSelect';

const PowerSearchQuery = graphql(`
  query PowerSearch($filter: PowerFilter) {
    powers(filter: $filter, first: 50) {
      nodes {
        id
        code
        name
      }
    }
  }
`);

const PowerNamesQuery = graphql(`
  query PowerNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Power {
        id
        code
        name
      }
    }
  }
`);

interface Named {
  id: string;
  code: string;
  name: string;
}

function option({ id, code, name }: Named) {
  return { value: id, label: `${code} ${name}` };
}

interface Props {
  /** Only powers of this unit and those below it. */
  unitId?: string;
  id?: string;
  value?: string | null;
  onChange?: (id: string | undefined) => void;
  /** Besides `onChange`, which a Form.Item takes for itself. */
  onChosen?: () => void;
  disabled?: boolean;
}

/** How powers are looked for by name or code, and named. */
function usePowers(unitId: string | undefined) {
  const client = useClient();
  const search = useCallback(
    async (text: string) => {
      const filter = { unitId, text: text || undefined };
      const { data, error } = await client.query(PowerSearchQuery, { filter }).toPromise();
      if (error || !data) throw error;
      return data.powers.nodes.map(option);
    },
    [client, unitId],
  );
  const resolve = useCallback(
    async (ids: string[]) => {
      const { data } = await client.query(PowerNamesQuery, { ids }).toPromise();
      return (data?.nodes ?? []).flatMap((n) => (n?.__typename === 'Power' ? [option(n)] : []));
    },
    [client],
  );
  return { search, resolve };
}

/** Picks a power by name or code. */
export function PowerSelect({ unitId, onChange, onChosen, ...props }: Props) {
  const { t } = useTranslation('power');
  const powers = usePowers(unitId);
  return (
    <RemoteSelect
      placeholder={t('picker')}
      {...props}
      onChange={(id: string | undefined) => {
        onChange?.(id);
        onChosen?.();
      }}
      {...powers}
    />
  );
}

type SeveralProps = Omit<Extract<PickerProps, { multiple: true }>, 'multiple'> & {
  /** Only powers of this unit and those below it. */
  unitId?: string;
};

/** Picks any number of powers. */
export function PowersSelect({ unitId, ...props }: SeveralProps) {
  const { t } = useTranslation('power');
  const powers = usePowers(unitId);
  return <RemoteSelect placeholder={t('picker')} {...props} multiple {...powers} />;
}
