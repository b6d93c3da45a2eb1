import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { openOf } from '@/features/supervision/door';
import type { Enum } from '@/gql';

interface Props {
  unit: {
    id: string;
    conflictCounts: { severity: Enum<'BalanceSeverity'>; open: number }[] | null;
  };
}

/** How many conflicts of balance of a unit are open, and how many of them are severe. */
export function ConflictLink({ unit }: Props) {
  const { t } = useTranslation('home');
  if (!unit.conflictCounts) return null;
  const high = openOf(unit.conflictCounts.filter(({ severity }) => severity === 'HIGH'));
  return (
    <Link to={`/conflicts?unit=${unit.id}`}>
      {t('conflicts', { open: openOf(unit.conflictCounts), high })}
    </Link>
  );
}
