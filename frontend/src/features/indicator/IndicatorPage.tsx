import { lazy, Suspense, useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ReviseDialog } from './IndicatorDialog';
import { IndicatorStateTag, Newest, Owed, Trend } from './IndicatorState';
import { listPath } from './path';
import { IndicatorQuery, type Indicator } from './query';
import { ReadingsPanel } from './ReadingsPanel';
import { RecordDialog } from './RecordDialog';
import { StopDialog } from './StopDialog';
import { useWords } from './useWords';
import './indicator.css';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { Facts } from '@/ui/Facts';
import { NotFound } from '@/ui/NotFound';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

/** Statuses of measures in force; the page only says of others why nothing is asked. */
const inForce: Enum<'MeasureStatus'>[] = ['ACTIVE', 'EFFECTIVE', 'INEFFECTIVE'];

// The numbers stand in the table, whether or not the picture has come.
const IndicatorChart = lazy(() => import('./IndicatorChart'));

/** One indicator: how it is set, how it stands, and what was read. */
export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({
    query: IndicatorQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => reload({ requestPolicy: 'network-only' });
  return (
    <Query result={result} onRetry={again} rows={8}>
      {({ node }) =>
        node?.__typename === 'Indicator' ? <Shown indicator={node} onDone={again} /> : <NotFound />
      }
    </Query>
  );
}

interface ShownProps {
  indicator: Indicator;
  onDone: () => void;
}

function Shown({ indicator, onDone }: ShownProps) {
  const { t } = useTranslation('indicator');
  const [open, setOpen] = useState<'record' | 'revise' | 'stop' | null>(null);
  const close = () => setOpen(null);
  const done = () => {
    close();
    onDone();
  };
  const { stoppedReason, mayChange } = indicator;
  return (
    <>
      <PageHeader
        title={indicator.name}
        crumbs={[{ title: t('title'), to: listPath }]}
        tags={<IndicatorStateTag indicator={indicator} />}
        actions={
          <>
            {indicator.mayRecord && (
              <Button type="primary" onClick={() => setOpen('record')}>
                {t('recording.action')}
              </Button>
            )}
            {mayChange && (
              <Button onClick={() => setOpen('revise')}>
                {t(stoppedReason ? 'edit.takeUp' : 'edit.change')}
              </Button>
            )}
            {mayChange && !stoppedReason && (
              <Button danger onClick={() => setOpen('stop')}>
                {t('stop.action')}
              </Button>
            )}
          </>
        }
      />
      <Standing indicator={indicator} />
      <Settings indicator={indicator} />
      {indicator.recent.length > 0 && (
        <Suspense fallback={null}>
          <IndicatorChart indicator={indicator} />
        </Suspense>
      )}
      <ReadingsPanel indicator={indicator} />
      {open === 'record' && <RecordDialog id={indicator.id} onClose={close} onDone={done} />}
      {open === 'revise' && <ReviseDialog indicator={indicator} onClose={close} onDone={done} />}
      {open === 'stop' && <StopDialog indicator={indicator} onClose={close} onDone={done} />}
    </>
  );
}

/** How it stands now. */
function Standing({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation('indicator');
  const statuses = useEnum('MeasureStatus');
  const { stoppedReason, measure, overSince } = indicator;
  const idle = !stoppedReason && measure && !inForce.includes(measure.status);
  return (
    <section className="panel">
      <h2>{t('facts.current')}</h2>
      {idle && (
        <p className="hint">{t('facts.notWatched', { status: statuses.label(measure.status) })}</p>
      )}
      <Facts
        items={[
          [t('head.value'), <Newest indicator={indicator} />],
          [t('head.trend'), <Trend trend={indicator.trend} />],
          ...(overSince ? ([[t('facts.overSince'), overSince]] as [string, string][]) : []),
          stoppedReason
            ? [t('facts.stopped'), <span className="prose">{stoppedReason}</span>]
            : [t('head.owed'), <Owed indicator={indicator} />],
        ]}
      />
    </section>
  );
}

/** How it is set. */
function Settings({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation('indicator');
  const words = useWords();
  const rhythm = useEnum('Recurrence');
  const { measure, person, namesPerson, every } = indicator;
  return (
    <section className="panel">
      <h2>{t('facts.title')}</h2>
      <Facts
        items={[
          [t('head.unit'), indicator.unit.name],
          [
            t('head.measure'),
            measure ? (
              <Link to={`/measures/${measure.id}`}>{measure.content}</Link>
            ) : (
              <span className="zero">{t('unseenMeasure')}</span>
            ),
          ],
          [t('field.threshold'), words.limit(indicator)],
          [t('field.every'), rhythm.label(every)],
          [t('facts.due'), t('facts.within', { count: indicator.withinDays })],
          [t('field.person'), person?.name ?? t(namesPerson ? 'unseenPerson' : 'usualPerson')],
          [t('field.startsOn'), words.periodFrom(every, indicator.startsOn)],
        ]}
      />
    </section>
  );
}
