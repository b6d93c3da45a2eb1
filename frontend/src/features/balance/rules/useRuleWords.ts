import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { RuleNamesQuery } from './query';
import type { Words } from './sentence';
import { useEnum } from '@/lib/enumLabel';

/** What reading rules takes, with the names of the powers and posts that they name. */
export function useRuleWords(ids: string[]): Words {
  const { t } = useTranslation('balanceRules');
  const [{ data }] = useQuery({
    query: RuleNamesQuery,
    variables: { ids: ids.slice(0, 100) },
    pause: ids.length === 0,
  });
  const steps = useEnum('StepKind').label;
  const roles = useEnum('PowerRole').label;
  const powerTypes = useEnum('PowerType').label;
  const portfolios = useEnum('PortfolioKind').label;
  const functions = useEnum('UnitFunction').label;
  return useMemo(() => {
    const names = new Map(
      (data?.nodes ?? []).flatMap((n) =>
        n?.__typename === 'Power' || n?.__typename === 'Post' ? [[n.id, n.name] as const] : [],
      ),
    );
    const labels = { steps, roles, powerTypes, portfolios, functions };
    return {
      t,
      // A value belongs to the enumeration of its condition.
      label: (condition, value) => (labels[condition] as (of: string) => string)(value),
      name: (id) => names.get(id) ?? '…',
    };
  }, [t, data, steps, roles, powerTypes, portfolios, functions]);
}
