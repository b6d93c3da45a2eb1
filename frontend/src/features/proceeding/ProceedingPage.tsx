import { useMemo, useState, Suspense } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { daysBetween } from './duration';
import { CloseDialog, CorrectDialog, ReopenDialog } from './EndDialogs';
import { courseMarks } from './marks';
import { listPath } from './path';
import { PausesPanel } from './PausesPanel';
import { AddPauseDialog } from './PauseDialogs';
import { Due, ProceedingStateTag, StrayTag } from './ProceedingState';
import { ProceedingQuery, type Proceeding } from './query';
import { AddStepDialog } from './StepDialogs';
import { StepsPanel } from './StepsPanel';
import './proceeding.css';
import { MarkedProcess, powerPath } from '@/features/power/door';
import { today } from '@/lib/format';
import { Facts } from '@/ui/Facts';
import { Loading } from '@/ui/Loading';
import { NotFound } from '@/ui/NotFound';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

/** One proceeding: how it stands, where it strays, and what was done. */
export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({
    query: ProceedingQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => reload({ requestPolicy: 'network-only' });
  return (
    <Query result={result} onRetry={again} rows={8}>
      {({ node }) =>
        node?.__typename === 'Proceeding' ? (
          <Shown proceeding={node} onDone={again} />
        ) : (
          <NotFound />
        )
      }
    </Query>
  );
}

interface ShownProps {
  proceeding: Proceeding;
  onDone: () => void;
}

const dialogs = {
  step: AddStepDialog,
  pause: AddPauseDialog,
  close: CloseDialog,
  reopen: ReopenDialog,
  correct: CorrectDialog,
};

function Shown({ proceeding, onDone }: ShownProps) {
  const { t } = useTranslation('proceeding');
  const [open, setOpen] = useState<keyof typeof dialogs | null>(null);
  const close = () => setOpen(null);
  const Dialog = open && dialogs[open];
  const over = proceeding.closedOn !== null;
  return (
    <>
      <PageHeader
        title={t('one', { number: proceeding.number })}
        crumbs={[{ title: t('title'), to: listPath }]}
        tags={<ProceedingStateTag state={proceeding.state} />}
        actions={
          proceeding.mayRecord && (
            <>
              <Button type="primary" onClick={() => setOpen('step')}>
                {t('step.action')}
              </Button>
              <Button onClick={() => setOpen('pause')}>{t('pause.action')}</Button>
              {over ? (
                <Button onClick={() => setOpen('reopen')}>{t('reopen.action')}</Button>
              ) : (
                <Button onClick={() => setOpen('close')}>{t('end.action')}</Button>
              )}
              <Button onClick={() => setOpen('correct')}>{t('correct.action')}</Button>
            </>
          )
        }
      />
      <Head proceeding={proceeding} />
      <DeviationsPanel proceeding={proceeding} />
      <StepsPanel proceeding={proceeding} onDone={onDone} />
      <PausesPanel proceeding={proceeding} onDone={onDone} />
      <CoursePanel proceeding={proceeding} />
      {Dialog && (
        <Dialog
          proceeding={proceeding}
          onClose={close}
          onDone={() => {
            close();
            onDone();
          }}
        />
      )}
    </>
  );
}

function Head({ proceeding }: { proceeding: Proceeding }) {
  const { t } = useTranslation('proceeding');
  const { power, closedOn, receivedOn, limitDays, state } = proceeding;
  const days = daysBetween(receivedOn, closedOn ?? today());
  return (
    <section className="panel">
      <h2>{t('facts.title')}</h2>
      <Facts
        items={[
          [
            t('head.power'),
            power ? (
              <Link to={powerPath(power.id)}>{power.name}</Link>
            ) : (
              <span className="zero">{t('unseen')}</span>
            ),
          ],
          [t('head.unit'), proceeding.unit.name],
          [t('head.state'), <ProceedingStateTag state={state} />],
          [t('field.receivedOn'), receivedOn],
          [t(state === 'DISCONTINUED' ? 'facts.discontinuedOn' : 'facts.closedOn'), closedOn],
          [t('facts.days'), t('unit.day', { count: Math.max(0, days) })],
          [t('field.result'), proceeding.result],
          [
            t('facts.limitDays'),
            limitDays === null ? t('facts.noLimit') : t('unit.day', { count: limitDays }),
          ],
          [t('head.due'), <Due proceeding={proceeding} />],
        ]}
      />
    </section>
  );
}

/** Where it strays, in the words of the server. */
function DeviationsPanel({ proceeding: { deviations } }: { proceeding: Proceeding }) {
  const { t } = useTranslation('proceeding');
  return (
    <section className="panel" aria-labelledby="strays-title">
      <h2 id="strays-title">{t('strays.title')}</h2>
      {deviations.length === 0 ? (
        <p className="hint">{t('strays.none')}</p>
      ) : (
        <ul className="proceeding-deviations">
          {deviations.map((one, i) => (
            <li key={i}>
              <StrayTag deviations={[one]} /> {one.message}
              {one.person && <> {t('strays.by', { name: one.person.name })}</>}
              {one.ruleCode && (
                <span className="hint-inline"> {t('strays.rule', { code: one.ruleCode })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The map of the process that it runs along, with what became of each step. */
function CoursePanel({ proceeding }: { proceeding: Proceeding }) {
  const { t } = useTranslation('proceeding');
  const { steps, deviations, process } = proceeding;
  const marks = useMemo(() => courseMarks(steps, deviations, t), [steps, deviations, t]);
  return (
    <section className="panel" aria-labelledby="course-title">
      <h2 id="course-title">{t('course.title')}</h2>
      {process ? (
        <>
          <p className="hint">{t('course.hint', { revision: process.revision })}</p>
          <Suspense fallback={<Loading rows={5} />}>
            <MarkedProcess id={process.id} marks={marks} />
          </Suspense>
        </>
      ) : (
        <p className="hint">{t('course.none')}</p>
      )}
    </section>
  );
}
