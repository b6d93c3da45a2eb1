import { useState } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ProcessView } from './ProcessView';
import { ProcessQuery, ProcessReportQuery, type PowerDetail } from './query';
import { formatTime } from '@/lib/format';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { LinkButton } from '@/ui/LinkButton';
import { Query } from '@/ui/Query';

/** The process of a power: the version in force, or an earlier one. */
export function ProcessPanel({ power, editable }: { power: PowerDetail; editable: boolean }) {
  const { t } = useTranslation('power');
  const current = power.processes.find((process) => process.current) ?? power.processes[0];
  const [chosen, setChosen] = useState<string>();
  const id = chosen ?? current?.id;
  return (
    <section className="panel" aria-labelledby="process-title">
      <div className="process-head">
        <h2 id="process-title">{t('process.title')}</h2>
        {power.processes.length > 1 && (
          <Select<string>
            aria-label={t('process.version')}
            value={id}
            onChange={setChosen}
            options={power.processes.map((process) => ({
              value: process.id,
              label: t(process.current ? 'process.revisionCurrent' : 'process.revisionPast', {
                revision: process.revision,
                time: formatTime(process.savedAt),
                until: formatTime(process.supersededAt),
              }),
            }))}
            popupMatchSelectWidth={false}
          />
        )}
        {editable && (
          <LinkButton to={`/powers/${power.id}/process`}>
            {t(current ? 'process.edit' : 'process.first')}
          </LinkButton>
        )}
      </div>
      {id ? <ProcessOf key={id} id={id} power={power} /> : <Empty text={t('process.none')} />}
    </section>
  );
}

function ProcessOf({ id, power }: { id: string; power: PowerDetail }) {
  const [result, reload] = useQuery({ query: ProcessQuery, variables: { id } });
  const [{ data, error }, again] = useQuery({ query: ProcessReportQuery, variables: { id } });
  const now = { requestPolicy: 'network-only' } as const;
  return (
    <>
      <Query result={result} onRetry={() => reload(now)}>
        {({ node }) =>
          node?.__typename === 'Process' ? (
            <ProcessView process={node} power={power} report={data?.processReport} />
          ) : null
        }
      </Query>
      {error && <ErrorState error={error} onRetry={() => again(now)} />}
    </>
  );
}
