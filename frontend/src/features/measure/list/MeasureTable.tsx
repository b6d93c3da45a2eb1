import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MeasureItem } from './query';
import { useEnum } from '@/lib/enumLabel';
import { formatDate } from '@/lib/format';
import type { Rows } from '@/lib/useConnection';
import { Empty } from '@/ui/Empty';
import { GradeBadge } from '@/ui/GradeBadge';
import { Loading } from '@/ui/Loading';

export function MeasureTable({ list }: { list: Rows<MeasureItem> }) {
  const { t } = useTranslation(['measure', 'common']);
  const kind = useEnum('MeasureKind');
  const mechanism = useEnum('Mechanism');
  const status = useEnum('MeasureStatus');
  if (list.rows.length === 0) {
    if (list.fetching) return <Loading rows={8} />;
    return list.error ? null : <Empty text={t('common:state.emptyFiltered')} />;
  }
  return (
    <div className="table-scroll">
      <table className="grid-table measure-table">
        <caption className="visually-hidden">{t('measure:title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('measure:field.content')}</th>
            <th scope="col">{t('measure:field.risks')}</th>
            <th scope="col">{t('measure:field.unit')}</th>
            <th scope="col">{t('measure:field.kind')}</th>
            <th scope="col">{t('measure:field.mechanism')}</th>
            <th scope="col">{t('measure:field.status')}</th>
            <th scope="col">{t('measure:field.owner')}</th>
            <th scope="col">{t('measure:field.due')}</th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={`/measures/${row.id}`}>{row.content}</Link>{' '}
                {row.asksComprehensive && (
                  <span className="tag">{t('measure:field.asksComprehensive')}</span>
                )}
              </th>
              <td>
                <ul className="risk-links">
                  {row.riskPoints.map((risk) => (
                    <li key={risk.id}>
                      <GradeBadge grade={risk.grade} />{' '}
                      <Link to={`/risks/${risk.id}`}>{risk.title}</Link>
                    </li>
                  ))}
                </ul>
              </td>
              <td>{row.unit?.name ?? '—'}</td>
              <td className="nowrap">{kind.label(row.kind)}</td>
              <td className="nowrap">{mechanism.label(row.mechanism)}</td>
              <td className="nowrap">{status.label(row.status)}</td>
              <td className="nowrap">{row.owner?.name ?? '—'}</td>
              <td className="nowrap">{row.dueOn ? formatDate(row.dueOn) : row.frequency || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
