import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from 'urql';
import { LinkThingsDialog, UnlinkDialog } from './LinkDialogs';
import { RulesStandingQuery, type RulesDocument, type Standing } from './query';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import { useConnection } from '@/lib/useConnection';
import { can, useViewer } from '@/lib/viewer';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { ListFoot } from '@/ui/ListFoot';
import { Loading } from '@/ui/Loading';

interface Props {
  document: RulesDocument;
  onDone: () => void;
}

/** The powers and measures that stand on a document, as far as the viewer sees them. */
export function StandingPanel({ document, onDone }: Props) {
  const { t } = useTranslation('rulebook');
  const client = useClient();
  const viewer = useViewer();
  const [linking, setLinking] = useState(false);
  const [leaving, setLeaving] = useState<Standing | null>(null);
  const list = useConnection<Standing>(document.id, async (after) => {
    const { data, error } = await client
      .query(
        RulesStandingQuery,
        { id: document.id, after, count: after === null },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    const page = data?.node?.__typename === 'RulesDocument' ? data.node.links : undefined;
    return { page, error };
  });
  const { rows, fetching, error } = list.state;
  return (
    <section className="panel" aria-busy={fetching}>
      <div className="panel-head">
        <h2>{t('standing.title')}</h2>
        {can(viewer, 'RECORD_RISK') && document.state !== 'REPEALED' && (
          <Button onClick={() => setLinking(true)}>{t('standing.add')}</Button>
        )}
      </div>
      {error && <ErrorState error={error} onRetry={list.again} />}
      {rows.length > 0 ? (
        <Rows rows={rows} onLeave={setLeaving} />
      ) : fetching ? (
        <Loading rows={2} />
      ) : (
        !error && <Empty text={t('standing.none')} />
      )}
      <ListFoot list={list.state} onMore={list.more} />
      {linking && (
        <LinkThingsDialog document={document} onClose={() => setLinking(false)} onDone={onDone} />
      )}
      {leaving && (
        <UnlinkDialog
          linkId={leaving.id}
          thing={leaving.power?.name ?? leaving.measure?.content ?? ''}
          title={document.title}
          onClose={() => setLeaving(null)}
          onDone={onDone}
        />
      )}
    </section>
  );
}

function Rows({ rows, onLeave }: { rows: Standing[]; onLeave: (link: Standing) => void }) {
  const { t } = useTranslation('rulebook');
  const statuses = useEnum('MeasureStatus');
  const label = t('standing.title');
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="grid-table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('standing.thing')}</th>
            <th scope="col">{t('standing.kind')}</th>
            <th scope="col">{t('head.unit')}</th>
            <th scope="col">{t('standing.linked')}</th>
            <th scope="col">{t('head.act')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { power, measure } = row;
            const name = power?.name ?? measure?.content ?? '';
            return (
              <tr key={row.id}>
                <th scope="row" className="rules-thing">
                  <Link to={power ? `/powers/${power.id}` : `/measures/${measure?.id ?? ''}`}>
                    {name}
                  </Link>
                </th>
                <td className="nowrap">
                  {power
                    ? t('standing.power')
                    : t('standing.measure', {
                        status: measure ? statuses.label(measure.status) : '',
                      })}
                </td>
                <td>{(power ?? measure)?.unit?.name}</td>
                <td className="nowrap">
                  {row.actorName} {formatTime(row.at)}
                </td>
                <td>
                  {row.mayUnlink && (
                    <Button
                      size="small"
                      aria-label={t('unlink.one', { name })}
                      onClick={() => onLeave(row)}
                    >
                      {t('unlink.action')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
