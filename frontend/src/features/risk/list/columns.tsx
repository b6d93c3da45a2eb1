import type { TableColumnType } from 'antd';
import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import type { RiskItem } from './query';
import type { Enum, EnumName } from '@/gql';
import { formatTime } from '@/lib/format';
import { GradeBadge } from '@/ui/GradeBadge';

export const columnKeys = [
  'grade',
  'title',
  'unit',
  'riskType',
  'powerType',
  'power',
  'step',
  'post',
  'status',
  'proposedGrade',
  'consequence',
  'likelihood',
  'severity',
  'controlled',
  'directOwner',
  'departmentOwner',
  'leaderOwner',
  'createdAt',
  'updatedAt',
] as const;
export type ColumnKey = (typeof columnKeys)[number];

/** Without these a row could not be told from another. */
export const fixedColumns: ColumnKey[] = ['grade', 'title'];
export const defaultColumns: ColumnKey[] = [
  'grade',
  'title',
  'unit',
  'riskType',
  'powerType',
  'step',
  'status',
  'controlled',
  'directOwner',
  'updatedAt',
];

/** Columns that the server can order by. */
const orderOf: Partial<Record<ColumnKey, Enum<'RiskOrderField'>>> = {
  grade: 'GRADE',
  title: 'TITLE',
  likelihood: 'LIKELIHOOD',
  severity: 'SEVERITY',
  createdAt: 'CREATED_AT',
  updatedAt: 'UPDATED_AT',
};

const widths: Record<ColumnKey, number> = {
  grade: 108,
  title: 300,
  unit: 170,
  riskType: 120,
  powerType: 130,
  power: 180,
  step: 120,
  post: 140,
  status: 92,
  proposedGrade: 108,
  consequence: 130,
  likelihood: 84,
  severity: 96,
  controlled: 100,
  directOwner: 100,
  departmentOwner: 100,
  leaderOwner: 100,
  createdAt: 140,
  updatedAt: 140,
};

type Label = <N extends EnumName>(name: N, value: Enum<N> | null) => string;

function cell(key: ColumnKey, row: RiskItem, label: Label, t: TFunction<'risk'>) {
  switch (key) {
    case 'grade':
    case 'proposedGrade':
      return <GradeBadge grade={row[key]} />;
    case 'title':
      // The row takes the keyboard; the link is for the mouse and for a new tab.
      return (
        <Link to={`/risks/${row.id}`} tabIndex={-1}>
          {row.title}
        </Link>
      );
    case 'riskType':
      return label('RiskType', row.riskType);
    case 'powerType':
      return label('PowerType', row.powerType);
    case 'status':
      return label('RiskStatus', row.status);
    case 'consequence':
      return label('ConsequenceKind', row.consequence);
    case 'controlled':
      return row.controlled ? (
        t('controlled.yes')
      ) : (
        <strong className="uncontrolled">{t('controlled.no')}</strong>
      );
    case 'likelihood':
    case 'severity':
      return row[key];
    case 'createdAt':
    case 'updatedAt':
      return formatTime(row[key]);
    default:
      return row[key]?.name ?? '—';
  }
}

export function tableColumns(
  shown: ColumnKey[],
  sort: string,
  label: Label,
  t: TFunction<'risk'>,
): TableColumnType<RiskItem>[] {
  return columnKeys
    .filter((key) => shown.includes(key))
    .map((key) => {
      const order = orderOf[key];
      return {
        key,
        title: t(`field.${key}`),
        width: widths[key],
        ellipsis: true,
        sorter: order !== undefined,
        sortOrder:
          order && sort === order ? 'ascend' : order && sort === `-${order}` ? 'descend' : null,
        render: (_: unknown, row: RiskItem) => cell(key, row, label, t),
      };
    });
}

/** The order that a click on a column's head asks for. */
export function sortAfter(key: string, direction: 'ascend' | 'descend' | null | undefined): string {
  const order = orderOf[key as ColumnKey];
  if (!order || !direction) return 'GRADE';
  return direction === 'descend' ? `-${order}` : order;
}

export function tableWidth(shown: ColumnKey[]): number {
  return shown.reduce((sum, key) => sum + widths[key], 0);
}
