import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PowerItem } from './query';
import { useEnum } from '@/lib/enumLabel';
import type { Rows } from '@/lib/useConnection';
import { Empty } from '@/ui/Empty';
import { GradeBadge } from '@/ui/GradeBadge';
import { Loading } from '@/ui/Loading';

export function PowerTable({ list }: { list: Rows<PowerItem> }) {
  const { t } = useTranslation(['power', 'common']);
  const type = useEnum('PowerType');
  const discretion = useEnum('Discretion');
  if (list.rows.length === 0) {
    if (list.fetching) return <Loading rows={8} />;
    return list.error ? null : <Empty text={t('common:state.emptyFiltered')} />;
  }
  return (
    <div className="table-scroll">
      <table className="grid-table">
        <caption className="visually-hidden">{t('power:title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('power:field.worstGrade')}</th>
            <th scope="col">{t('power:field.code')}</th>
            <th scope="col">{t('power:field.name')}</th>
            <th scope="col">{t('power:field.unit')}</th>
            <th scope="col">{t('power:field.type')}</th>
            <th scope="col">{t('power:field.discretion')}</th>
            <th scope="col" className="number">
              {t('power:field.timeLimitDays')}
            </th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((power) => (
            <tr key={power.id}>
              <td>
                <GradeBadge grade={power.worstGrade} />
              </td>
              <td className="nowrap">{power.code}</td>
              <th scope="row">
                <Link to={`/powers/${power.id}`}>{power.name}</Link>{' '}
                {power.retiredOn && (
                  <span className="tag">{t('power:retiredTag', { date: power.retiredOn })}</span>
                )}
              </th>
              <td>{power.unit?.name ?? '—'}</td>
              <td>{type.label(power.type)}</td>
              <td>{discretion.label(power.discretion)}</td>
              <td className="number">{power.timeLimitDays ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
