import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { GradeBasis } from './GradeBasis';
import type { RiskItem } from './query';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import { GradeBadge } from '@/ui/GradeBadge';
import type { Column } from '@/ui/list/columns';

type RiskColumn = Column<RiskItem> & { order?: Enum<'RiskOrderField'> };
type Named = 'unit' | 'power' | 'step' | 'post';
type Owner = 'directOwner' | 'departmentOwner' | 'leaderOwner';

/** The columns of the list of risk points. */
export function useRiskColumns(): RiskColumn[] {
  const { t } = useTranslation('risk');
  const riskType = useEnum('RiskType');
  const powerType = useEnum('PowerType');
  const status = useEnum('RiskStatus');
  const consequence = useEnum('ConsequenceKind');
  const named = (key: Named, width: number, optional = false): RiskColumn => ({
    key,
    title: t(`field.${key}`),
    width,
    optional,
    cell: (row) => row[key]?.name ?? '—',
  });
  // The person, or what is written where it is no one person.
  const owner = (key: Owner, optional = false): RiskColumn => ({
    key,
    title: t(`field.${key}`),
    width: 100,
    optional,
    cell: (row) => row[key]?.name || row[`${key}Text`] || '—',
  });
  return [
    {
      key: 'grade',
      title: t('field.grade'),
      width: 108,
      fixed: true,
      order: 'GRADE',
      cell: (row) => <GradeBadge grade={row.grade} />,
    },
    {
      key: 'title',
      title: t('field.title'),
      width: 300,
      fixed: true,
      order: 'TITLE',
      // The row takes the keyboard; the link is for the mouse and for a new tab.
      cell: (row) => (
        <Link to={`/risks/${row.id}`} tabIndex={-1}>
          {row.title}
        </Link>
      ),
    },
    {
      key: 'basis',
      title: t('field.basis'),
      width: 130,
      cell: (row) => <GradeBasis risk={row} />,
    },
    named('unit', 170),
    {
      key: 'riskTypes',
      title: t('field.riskTypes'),
      width: 120,
      cell: (row) => row.riskTypes.map((type) => riskType.label(type)).join('、'),
    },
    {
      key: 'powerType',
      title: t('field.powerType'),
      width: 130,
      cell: (row) => powerType.label(row.powerType),
    },
    named('power', 180, true),
    named('step', 120),
    named('post', 140, true),
    { key: 'status', title: t('field.status'), width: 92, cell: (row) => status.label(row.status) },
    {
      key: 'proposedGrade',
      title: t('field.proposedGrade'),
      width: 108,
      optional: true,
      cell: (row) =>
        row.likelihood === null ? t('filter.unassessed') : <GradeBadge grade={row.proposedGrade} />,
    },
    {
      key: 'consequence',
      title: t('field.consequence'),
      width: 130,
      optional: true,
      cell: (row) => (row.consequence ? consequence.label(row.consequence) : '—'),
    },
    {
      key: 'likelihood',
      title: t('field.likelihood'),
      width: 84,
      optional: true,
      order: 'LIKELIHOOD',
      cell: (row) => row.likelihood ?? '—',
    },
    {
      key: 'severity',
      title: t('field.severity'),
      width: 96,
      optional: true,
      order: 'SEVERITY',
      cell: (row) => row.severity ?? '—',
    },
    {
      key: 'controlled',
      title: t('field.controlled'),
      width: 100,
      cell: (row) =>
        row.controlled ? (
          t('controlled.yes')
        ) : (
          <strong className="uncontrolled">{t('controlled.no')}</strong>
        ),
    },
    owner('directOwner'),
    owner('departmentOwner', true),
    owner('leaderOwner', true),
    {
      key: 'createdAt',
      title: t('field.createdAt'),
      width: 140,
      optional: true,
      order: 'CREATED_AT',
      cell: (row) => formatTime(row.createdAt),
    },
    {
      key: 'updatedAt',
      title: t('field.updatedAt'),
      width: 140,
      order: 'UPDATED_AT',
      cell: (row) => formatTime(row.updatedAt),
    },
  ];
}
