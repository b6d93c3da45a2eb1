import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { FileDialog } from './FileDialog';
import { NewDialog } from './NewDialog';
import { proceedingPath, proceedingsPath } from './path';
import { Due, ProceedingStateTag, Strays } from './ProceedingState';
import { PowerProceedingsQuery, type ProceedingRow } from './query';
import { allStrays } from './state';
import './proceeding.css';
import { Empty } from '@/ui/Empty';
import { LinkButton } from '@/ui/LinkButton';
import { Query } from '@/ui/Query';

/** The exercises of a power: how many, and the last ones. */
export default function PowerProceedings({ powerId }: { powerId: string }) {
  const { t } = useTranslation('proceeding');
  const navigate = useNavigate();
  const [open, setOpen] = useState<'new' | 'file' | null>(null);
  const [result, reload] = useQuery({
    query: PowerProceedingsQuery,
    variables: { id: powerId, strays: allStrays },
    requestPolicy: 'cache-and-network',
  });
  const again = () => reload({ requestPolicy: 'network-only' });
  const close = () => setOpen(null);
  const node = result.data?.node;
  const mayRecord = node?.__typename === 'Power' && node.mayRecordProceedings;
  return (
    <section className="panel" aria-labelledby="proceedings-title">
      <div className="panel-head">
        <h2 id="proceedings-title">{t('title')}</h2>
        <div className="step-actions">
          <LinkButton to={proceedingsPath({ power: powerId })}>{t('panel.all')}</LinkButton>
          {mayRecord && (
            <>
              <Button onClick={() => setOpen('file')}>{t('file.action')}</Button>
              <Button onClick={() => setOpen('new')}>{t('new.action')}</Button>
            </>
          )}
        </div>
      </div>
      <Query result={result} onRetry={again} rows={3}>
        {({ last, underWay, straying }) =>
          last.totalCount === 0 ? (
            <Empty text={t('panel.none')} />
          ) : (
            <>
              <p>
                {t('panel.total', { count: last.totalCount })}
                {'，'}
                <Link to={proceedingsPath({ power: powerId, state: ['UNDER_WAY', 'PAUSED'] })}>
                  {t('panel.underWay', { count: underWay.totalCount })}
                </Link>
                {'，'}
                <Link to={proceedingsPath({ power: powerId, lasting: true })}>
                  {t('panel.straying', { count: straying.totalCount })}
                </Link>
              </p>
              <Last rows={last.nodes} />
            </>
          )
        }
      </Query>
      {open === 'new' && (
        <NewDialog
          powerId={powerId}
          fixed
          onClose={close}
          onDone={(id) => {
            close();
            if (id) void navigate(proceedingPath(id));
            else again();
          }}
        />
      )}
      {open === 'file' && (
        <FileDialog
          of={{ powerId }}
          onClose={() => {
            close();
            again();
          }}
          onDone={() => {
            close();
            again();
          }}
        />
      )}
    </section>
  );
}

function Last({ rows }: { rows: readonly ProceedingRow[] }) {
  const { t } = useTranslation('proceeding');
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('panel.last')}>
      <table className="grid-table">
        <caption className="visually-hidden">{t('panel.last')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.number')}</th>
            <th scope="col">{t('field.receivedOn')}</th>
            <th scope="col">{t('head.state')}</th>
            <th scope="col">{t('head.due')}</th>
            <th scope="col">{t('head.strays')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={proceedingPath(row.id)}>{row.number}</Link>
              </th>
              <td className="nowrap">{row.receivedOn}</td>
              <td className="nowrap">
                <ProceedingStateTag state={row.state} />
              </td>
              <td>
                <Due proceeding={row} />
              </td>
              <td>
                <Strays deviations={row.deviations} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
