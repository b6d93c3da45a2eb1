import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PowerItem } from './query';
import { useEnum } from '@/lib/enumLabel';
import { GradeBadge } from '@/ui/GradeBadge';
import type { Column } from '@/ui/list/columns';

/** The columns of the list of powers. */
export function usePowerColumns(): Column<PowerItem>[] {
  const { t } = useTranslation('power');
  const type = useEnum('PowerType');
  const discretion = useEnum('Discretion');
  return [
    {
      key: 'worstGrade',
      title: t('field.worstGrade'),
      cell: (power) => <GradeBadge grade={power.worstGrade} />,
    },
    { key: 'code', title: t('field.code'), className: 'nowrap', cell: (power) => power.code },
    {
      key: 'name',
      title: t('field.name'),
      fixed: true,
      heads: true,
      cell: (power) => (
        <>
          <Link to={`/powers/${power.id}`}>{power.name}</Link>{' '}
          {power.retiredOn && (
            <span className="tag">{t('retiredTag', { date: power.retiredOn })}</span>
          )}
        </>
      ),
    },
    { key: 'unit', title: t('field.unit'), cell: (power) => power.unit?.name ?? '—' },
    { key: 'type', title: t('field.type'), cell: (power) => type.label(power.type) },
    {
      key: 'discretion',
      title: t('field.discretion'),
      cell: (power) => discretion.label(power.discretion),
    },
    {
      key: 'timeLimitDays',
      title: t('field.timeLimitDays'),
      className: 'number',
      cell: (power) => power.timeLimitDays ?? '—',
    },
  ];
}
