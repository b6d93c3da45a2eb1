import { lazy, Suspense, useMemo, useState } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ProcessQuery, type PowerDetail, type ProcessDetail } from './query';
import { StepList } from './StepList';
import { formatTime } from '@/lib/format';
import { Empty } from '@/ui/Empty';
import { LinkButton } from '@/ui/LinkButton';
import { Loading } from '@/ui/Loading';
import { Query } from '@/ui/Query';

const ProcessGraph = lazy(() => import('../process/ProcessGraph'));

/** The process of a power, its newest version first, as a picture and as a list. */
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
              label: t(process.current ? 'process.revisionCurrent' : 'process.revision', {
                revision: process.revision,
                time: formatTime(process.savedAt),
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
      {id ? <ProcessOf id={id} /> : <Empty text={t('process.none')} />}
    </section>
  );
}

function ProcessOf({ id }: { id: string }) {
  const [result, reload] = useQuery({ query: ProcessQuery, variables: { id } });
  return (
    <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })}>
      {({ node }) => (node?.__typename === 'Process' ? <ProcessView process={node} /> : null)}
    </Query>
  );
}

function ProcessView({ process }: { process: ProcessDetail }) {
  const { t } = useTranslation('power');
  const steps = useMemo(
    () =>
      process.steps.map((step) => ({
        key: step.key,
        name: step.name,
        kind: step.kind,
        post: step.post?.name,
        timeLimitDays: step.timeLimitDays,
        risks: step.riskPoints,
      })),
    [process],
  );
  return (
    <div className="process-view">
      <Suspense fallback={<Loading rows={5} />}>
        <ProcessGraph
          direction="down"
          steps={steps}
          edges={process.edges}
          label={t('graph.label', { count: process.steps.length })}
        />
      </Suspense>
      <StepList process={process} />
    </div>
  );
}
