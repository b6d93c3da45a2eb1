import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useMutation, useQuery, type CombinedError } from 'urql';
import { CheckStateTag } from './CheckState';
import { CheckThing } from './CheckThing';
import { FindingForm } from './FindingForm';
import { BeginCheckMutation, CheckQuery, type OpenCheck } from './query';
import { SampleView } from './SampleView';
import { Attachments } from '@/features/attachment/door';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import { useChanged } from '@/lib/useLive';
import { ErrorState } from '@/ui/ErrorState';
import { Facts } from '@/ui/Facts';
import { NotFound } from '@/ui/NotFound';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';
import './check.css';

/** One check: what it is about, the sample that the program drew, and what was found. */
export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({
    query: CheckQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => reload({ requestPolicy: 'network-only' });
  useChanged('CHECK', again, id);
  return (
    <Query result={result} onRetry={again} rows={8}>
      {({ node }) =>
        node?.__typename === 'SupervisionCheck' ? (
          <Check check={node} onStale={again} />
        ) : (
          <NotFound />
        )
      }
    </Query>
  );
}

function Check({ check, onStale }: { check: OpenCheck; onStale: () => void }) {
  const { t } = useTranslation('check');
  const roles = useEnum('Role');
  const { unit, supervisor, tier, from, dueOn, hops, nextHopOn, sample, summary, state } = check;
  const writes = check.mayRecord && state === 'DUE' && sample !== null;
  return (
    <>
      <PageHeader
        title={t('titleOf', { unit: unit.name })}
        crumbs={[{ title: t('title'), to: '/checks' }]}
      />
      <section className="panel">
        <Facts
          items={[
            [t('what'), <CheckThing key="what" {...check} />],
            [
              t('supervisor'),
              supervisor ? `${supervisor.name}（${roles.label(tier)}）` : t('nobody'),
            ],
            [t('period'), t('days', { from, to: dueOn })],
            [t('state'), <CheckStateTag key="state" check={check} />],
            ...(hops > 0 || nextHopOn
              ? ([
                  [
                    t('ups'),
                    nextHopOn
                      ? t(hops === 0 ? 'firstUp' : 'nextUp', { count: hops, day: nextHopOn })
                      : t('upsDone', { count: hops }),
                  ],
                ] as [string, string][])
              : []),
          ]}
        />
        {sample && (
          <p className="hint check-seed">
            {t('drawn', {
              at: formatTime(sample.drawnAt),
              population: sample.population,
              count: sample.items.length,
              seed: sample.seed,
            })}
          </p>
        )}
        {state === 'CANCELLED' && <p className="hint">{t('cancelled')}</p>}
        {state === 'DUE' &&
          !sample &&
          (check.mayRecord ? (
            <Begin check={check} onStale={onStale} />
          ) : (
            <p className="hint">{t('notBegun')}</p>
          ))}
      </section>
      {writes && <FindingForm key={check.version} check={check} sample={sample} />}
      {!writes && sample && <SampleView items={sample.items} summary={summary} />}
      {sample && <Attachments ownerId={check.id} version={check.version} hint={t('evidence')} />}
    </>
  );
}

/** Draws the sample. */
function Begin({ check, onStale }: { check: OpenCheck; onStale: () => void }) {
  const { t } = useTranslation('check');
  const [sent, begin] = useMutation(BeginCheckMutation);
  const [error, setError] = useState<CombinedError>();
  return (
    <>
      <p className="hint">{t('beginIntro')}</p>
      <ErrorState error={error} onRetry={onStale} />
      <Button
        type="primary"
        loading={sent.fetching}
        onClick={() =>
          void begin({ input: { checkId: check.id, expectedVersion: check.version } }).then(
            (result) => setError(result.error),
          )
        }
      >
        {t('begin')}
      </Button>
    </>
  );
}
