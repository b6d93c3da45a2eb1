import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { proceedingPath } from './path';
import { Due, ProceedingStateTag, Strays } from './ProceedingState';
import type { ProceedingRow } from './query';
import { powerPath } from '@/features/power/door';
import type { Column } from '@/ui/list/columns';

/** The columns of proceedings, wherever they are listed. */
export function useProceedingColumns(): Column<ProceedingRow>[] {
  const { t } = useTranslation('proceeding');
  return [
    {
      key: 'number',
      title: t('field.number'),
      fixed: true,
      heads: true,
      cell: (row) => <Link to={proceedingPath(row.id)}>{row.number}</Link>,
    },
    {
      key: 'power',
      title: t('head.power'),
      cell: ({ power }) =>
        power ? (
          <Link to={powerPath(power.id)}>{power.name}</Link>
        ) : (
          <span className="zero">{t('unseen')}</span>
        ),
    },
    { key: 'unit', title: t('head.unit'), cell: (row) => row.unit.name },
    {
      key: 'received',
      title: t('field.receivedOn'),
      className: 'nowrap',
      cell: (row) => row.receivedOn,
    },
    {
      key: 'state',
      title: t('head.state'),
      className: 'nowrap',
      cell: (row) => <ProceedingStateTag state={row.state} />,
    },
    { key: 'due', title: t('head.due'), cell: (row) => <Due proceeding={row} /> },
    {
      key: 'over',
      title: t('field.overOn'),
      optional: true,
      className: 'nowrap',
      cell: (row) => row.closedOn,
    },
    { key: 'result', title: t('field.result'), optional: true, cell: (row) => row.result },
    {
      key: 'strays',
      title: t('head.strays'),
      cell: (row) => <Strays deviations={row.deviations} />,
    },
  ];
}
