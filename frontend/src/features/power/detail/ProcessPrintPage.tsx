import { useInsertionEffect, useState } from 'react';
import { PrinterOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { LanePicker } from '../map/MapTools';
import { toSvg } from '../map/svg';
import type { Lanes } from '../map/view';
import { PowerDetailQuery, ProcessQuery, type PowerDetail, type ProcessDetail } from './query';
import { useReading } from './reading';
import './print.css';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import { cspNonce } from '@/lib/page';
import { LinkButton } from '@/ui/LinkButton';
import { NotFound } from '@/ui/NotFound';
import { Query } from '@/ui/Query';
import { colour } from '@/ui/tokens';
import { usePageTitle } from '@/ui/usePageTitle';

/** The process of a power on paper: the version asked for, else the one in force. */
export function Component() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const [result, again] = useQuery({ query: PowerDetailQuery, variables: { id } });
  return (
    <Query result={result} onRetry={() => again({ requestPolicy: 'network-only' })}>
      {({ node }) => {
        if (node?.__typename !== 'Power') return <NotFound />;
        const version =
          node.processes.find((process) => process.id === search.get('version')) ??
          node.processes.find((process) => process.current);
        return version ? <Version id={version.id} power={node} /> : <NotFound />;
      }}
    </Query>
  );
}

function Version({ id, power }: { id: string; power: PowerDetail }) {
  const [result, again] = useQuery({ query: ProcessQuery, variables: { id } });
  return (
    <Query result={result} onRetry={() => again({ requestPolicy: 'network-only' })}>
      {({ node }) =>
        node?.__typename === 'Process' ? <Paper process={node} power={power} /> : <NotFound />
      }
    </Query>
  );
}

const sizes = ['A4', 'A3'] as const;

function Paper({ process, power }: { process: ProcessDetail; power: PowerDetail }) {
  const { t } = useTranslation('powerMap');
  const { t: words } = useTranslation('power');
  const [search, setSearch] = useSearchParams();
  const [size, setSize] = useState<(typeof sizes)[number]>('A4');
  const asked = search.get('lanes');
  const lanes: Lanes = asked === 'post' || asked === 'unit' ? asked : 'none';
  const reading = useReading(process, lanes);
  const title = `${power.name} ${words('process.title')}`;
  usePageTitle(title);
  usePageSize(size);
  const svg = toSvg(reading.laid, reading.views, { words: reading.words, colour, title });
  return (
    <div className="process-paper-page">
      <header className="process-paper-bar">
        <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => print()}>
          {t('tool.print')}
        </Button>
        <Select<(typeof sizes)[number]>
          aria-label={t('read.paperSize')}
          value={size}
          onChange={setSize}
          options={sizes.map((each) => ({ value: each, label: each }))}
        />
        <LanePicker
          value={lanes}
          onChange={(next) => setSearch({ version: process.id, lanes: next }, { replace: true })}
        />
        <LinkButton to={`/powers/${power.id}`}>{t('read.back')}</LinkButton>
      </header>
      <main className={`process-paper process-paper-${size}`}>
        <h1>{title}</h1>
        <p className="process-paper-facts">
          <span>
            {words('field.unit')}：{power.unit?.name ?? '—'}
          </span>
          <span>
            {words('field.code')}：{power.code}
          </span>
          <span>
            {words(process.current ? 'process.revisionCurrent' : 'process.revisionPast', {
              revision: process.revision,
              time: formatTime(process.savedAt),
              until: formatTime(process.supersededAt),
            })}
          </span>
        </p>
        <img
          className="process-paper-map"
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
          alt={words('graph.label', { count: process.steps.length })}
        />
        {process.explanation && (
          <section>
            <h2>{t('plan.title')}</h2>
            <p className="step-explanation">{process.explanation}</p>
          </section>
        )}
        <Steps process={process} reading={reading} />
      </main>
    </div>
  );
}

interface StepsProps {
  process: ProcessDetail;
  reading: ReturnType<typeof useReading>;
}

function Steps({ process, reading }: StepsProps) {
  const { t } = useTranslation('powerMap');
  const { t: words } = useTranslation('power');
  const kind = useEnum('StepKind');
  return (
    <section>
      <h2>{t(process.current ? 'read.steps' : 'read.stepsThen')}</h2>
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{words('process.order')}</th>
            <th scope="col">{t('step.name')}</th>
            <th scope="col">{t('step.kind')}</th>
            <th scope="col">{t('step.post')}</th>
            <th scope="col">{t('step.timeLimitDays')}</th>
            <th scope="col">{t('read.risks')}</th>
          </tr>
        </thead>
        <tbody>
          {process.steps.map((step, i) => (
            <tr key={step.id}>
              <td className="number">{i + 1}</td>
              <th scope="row">{step.name}</th>
              <td>{kind.label(step.kind)}</td>
              <td>{step.post?.name ?? (step.lane || '—')}</td>
              <td className="number">{step.timeLimitDays ?? '—'}</td>
              <td>
                {(reading.risks.get(step.key) ?? [])
                  .map((risk) => `${risk.grade ?? '–'} ${risk.title}`)
                  .join('；') || '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The size of the paper is said by `@page`, which takes no class. */
function usePageSize(size: string) {
  useInsertionEffect(() => {
    const style = document.createElement('style');
    style.nonce = cspNonce;
    style.textContent = `@page { size: ${size} landscape; margin: 12mm; }`;
    document.head.append(style);
    return () => style.remove();
  }, [size]);
}
