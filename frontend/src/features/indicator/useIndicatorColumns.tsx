import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { IndicatorStateTag, Newest, Owed, Trend } from './IndicatorState';
import { indicatorPath } from './path';
import type { IndicatorRow } from './query';
import { useWords } from './useWords';
import { useEnum } from '@/lib/enumLabel';
import type { Column } from '@/ui/list/columns';

/** The columns of indicators, wherever they are listed. */
export function useIndicatorColumns(
  onRecord: (indicator: IndicatorRow) => void,
): Column<IndicatorRow>[] {
  const { t } = useTranslation('indicator');
  const words = useWords();
  const rhythm = useEnum('Recurrence');
  return [
    {
      key: 'name',
      title: t('head.name'),
      fixed: true,
      heads: true,
      cell: (row) => <Link to={indicatorPath(row.id)}>{row.name}</Link>,
    },
    { key: 'unit', title: t('head.unit'), cell: (row) => row.unit.name },
    {
      key: 'measure',
      title: t('head.measure'),
      cell: ({ measure }) =>
        measure ? (
          <Link
            to={`/measures/${measure.id}`}
            className="indicator-measure"
            title={measure.content}
          >
            {measure.content}
          </Link>
        ) : (
          <span className="zero">{t('unseenMeasure')}</span>
        ),
    },
    {
      key: 'every',
      title: t('head.every'),
      optional: true,
      className: 'nowrap',
      cell: (row) => rhythm.label(row.every),
    },
    { key: 'value', title: t('head.value'), cell: (row) => <Newest indicator={row} /> },
    {
      key: 'threshold',
      title: t('head.threshold'),
      className: 'nowrap',
      cell: (row) => words.limit(row),
    },
    { key: 'trend', title: t('head.trend'), cell: (row) => <Trend trend={row.trend} /> },
    {
      key: 'state',
      title: t('head.state'),
      className: 'nowrap',
      cell: (row) => <IndicatorStateTag indicator={row} />,
    },
    { key: 'owed', title: t('head.owed'), cell: (row) => <Owed indicator={row} /> },
    {
      key: 'act',
      title: t('head.act'),
      fixed: true,
      cell: (row) =>
        row.mayRecord && (
          <Button
            size="small"
            type={row.owed ? 'primary' : 'default'}
            aria-label={t('recordOne', { name: row.name })}
            onClick={() => onRecord(row)}
          >
            {t('record')}
          </Button>
        ),
    },
  ];
}
