import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MeasureItem } from './query';
import { useEnum } from '@/lib/enumLabel';
import { formatDate } from '@/lib/format';
import { GradeBadge } from '@/ui/GradeBadge';
import type { Column } from '@/ui/list/columns';

/** The columns of the list of measures. */
export function useMeasureColumns(): Column<MeasureItem>[] {
  const { t } = useTranslation('measure');
  const kind = useEnum('MeasureKind');
  const mechanism = useEnum('Mechanism');
  const status = useEnum('MeasureStatus');
  const short = (
    key: string,
    title: string,
    cell: Column<MeasureItem>['cell'],
  ): Column<MeasureItem> => ({ key, title, className: 'nowrap', cell });
  return [
    {
      key: 'content',
      title: t('field.content'),
      fixed: true,
      heads: true,
      cell: (row) => (
        <>
          <Link to={`/measures/${row.id}`}>{row.content}</Link>{' '}
          {row.asksComprehensive && <span className="tag">{t('field.asksComprehensive')}</span>}
        </>
      ),
    },
    {
      key: 'risks',
      title: t('field.risks'),
      cell: (row) => (
        <ul className="risk-links">
          {row.riskPoints.map((risk) => (
            <li key={risk.id}>
              <GradeBadge grade={risk.grade} /> <Link to={`/risks/${risk.id}`}>{risk.title}</Link>
            </li>
          ))}
        </ul>
      ),
    },
    { key: 'unit', title: t('field.unit'), cell: (row) => row.unit?.name ?? '—' },
    short('kind', t('field.kind'), (row) => kind.label(row.kind)),
    short('mechanism', t('field.mechanism'), (row) => mechanism.label(row.mechanism)),
    short('status', t('field.status'), (row) => status.label(row.status)),
    short('owner', t('field.owner'), (row) => row.owner?.name || row.ownerText || '—'),
    short('due', t('field.due'), (row) =>
      row.dueOn ? formatDate(row.dueOn) : row.frequency || '—',
    ),
  ];
}
