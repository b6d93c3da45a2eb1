import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RiskDetail } from './query';
import { useEnum } from '@/lib/enumLabel';
import { Empty } from '@/ui/Empty';
import { LinkButton } from '@/ui/LinkButton';

/** What fences the risk point. */
export function RiskMeasures({ risk }: { risk: RiskDetail }) {
  const { t } = useTranslation('risk');
  const kind = useEnum('MeasureKind');
  const status = useEnum('MeasureStatus');
  const may = risk.allowedActions.includes('RECORD_RISK') && risk.status !== 'RETIRED';
  return (
    <section className="panel">
      <h2 className="panel-head">
        {t('detail.measures')}
        {may && (
          <LinkButton size="small" to={`/measures/new?risk=${risk.id}`}>
            {t('action.measure')}
          </LinkButton>
        )}
      </h2>
      {risk.measures.length === 0 ? (
        <Empty text={t('detail.noMeasures')} />
      ) : (
        <div className="table-scroll">
          <table className="grid-table">
            <thead>
              <tr>
                <th scope="col">{t('measure.content')}</th>
                <th scope="col">{t('measure.kind')}</th>
                <th scope="col">{t('measure.status')}</th>
                <th scope="col">{t('measure.owner')}</th>
                <th scope="col">{t('measure.due')}</th>
              </tr>
            </thead>
            <tbody>
              {risk.measures.map((measure) => (
                <tr key={measure.id}>
                  <td>
                    <Link to={`/measures/${measure.id}`}>{measure.content}</Link>
                  </td>
                  <td className="nowrap">{kind.label(measure.kind)}</td>
                  <td className="nowrap">{status.label(measure.status)}</td>
                  <td className="nowrap">{measure.owner?.name ?? '—'}</td>
                  <td>{[measure.dueOn, measure.frequency].filter(Boolean).join('，') || '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
