import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Alert, Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { Commit } from './Commit';
import { Figures, Preview } from './Figures';
import { Findings } from './Findings';
import { isWorking } from './job';
import { Problems, Remarks } from './Problems';
import { CancelImportMutation, type ImportJob } from './query';
import { useEnum } from '@/lib/enumLabel';
import { problemsOf, type Problem } from '@/lib/errors';
import { can, useViewer } from '@/lib/viewer';
import { ErrorState } from '@/ui/ErrorState';
import { LinkButton } from '@/ui/LinkButton';
import { Loading } from '@/ui/Loading';

const Mapping = lazy(() => import('./mapping/Mapping'));

interface Props {
  job: ImportJob;
  /** Whether the import has a unit, for which mappings are kept. */
  hasUnit: boolean;
  onChanged: () => void;
}

/** One import: how far it is, what it would do or did, what is wrong with the file. */
export function JobView({ job, hasUnit, onChanged }: Props) {
  const { t } = useTranslation('imports');
  const state = useEnum('ImportState');
  const [problems, setProblems] = useState<Problem[]>([]);
  const told = (next: Problem[]) => {
    setProblems(next);
    onChanged();
  };
  const [adjusting, setAdjusting] = useState(false);
  // How often answers were taken: each time the file is read anew.
  const [round, setRound] = useState(0);
  const [name, setName] = useState('');
  const planned = job.state === 'PLANNED';
  const asked = job.questions.length > 0;
  const mapping = planned && (asked || adjusting);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The view that had the focus is gone: what follows is to look and to write.
    if (round > 0 && planned && !mapping) heading.current?.focus();
  }, [round, planned, mapping]);
  return (
    <>
      <section className="panel" aria-labelledby="job-title">
        <h2 id="job-title" ref={heading} tabIndex={-1}>
          {job.fileName} <span className="tag">{state.label(job.state)}</span>
        </h2>
        <ErrorState problems={problems} />
        {job.mapping && <p>{t('mapping.byKept', { name: job.mapping })}</p>}
        {isWorking(job) && <Working job={job} onTold={told} />}
        <Outcome job={job} />
        {job.waiting > 0 && (
          <Alert type="warning" showIcon title={t('waiting', { count: job.waiting })} />
        )}
        {planned && (
          <Commit job={job} onMap={mapping ? undefined : () => setAdjusting(true)} onTold={told} />
        )}
      </section>
      {mapping && (
        <Suspense fallback={<Loading />}>
          <Mapping
            key={round}
            jobId={job.id}
            name={name}
            onName={setName}
            hasUnit={hasUnit}
            onSent={() => {
              setRound(round + 1);
              setAdjusting(false);
              told([]);
            }}
            onClose={asked ? undefined : () => setAdjusting(false)}
          />
        </Suspense>
      )}
      {job.figures.length > 0 && job.state !== 'CANCELLED' && <Figures job={job} />}
      {(planned || job.state === 'DONE') && (
        <Findings key={`${job.state}/${round}`} jobId={job.id} />
      )}
      {job.badRowCount > 0 && <Problems job={job} />}
      {job.remarkCount > 0 && job.state !== 'CANCELLED' && <Remarks job={job} />}
      {planned && job.preview.length > 0 && <Preview changes={job.preview} />}
    </>
  );
}

function Working({ job, onTold }: { job: ImportJob; onTold: (problems: Problem[]) => void }) {
  const { t } = useTranslation('imports');
  const [{ fetching }, cancel] = useMutation(CancelImportMutation);
  const stage = useEnum('ImportStage');
  const what = job.stage
    ? stage.label(job.stage)
    : t(job.state === 'COMMITTING' ? 'committing' : 'planning');
  return (
    <div className="upload-progress">
      <div role="status">
        {what} <Rows job={job} />
      </div>
      <Progress percent={job.percent} aria-label={what} />
      <Button
        loading={fetching}
        onClick={async () => {
          const { error } = await cancel({ input: { jobId: job.id } });
          onTold(problemsOf(error));
        }}
      >
        {t('cancel')}
      </Button>
    </div>
  );
}

/** How many rows are read, compared, written and visible, as far as the stage tells. */
function Rows({ job }: { job: ImportJob }) {
  const { t } = useTranslation('imports');
  const total = job.rowsTotal;
  switch (job.stage) {
    case 'COMPARE':
      return t('rowsPlanned', { count: job.rowsPlanned, total });
    case 'WRITE':
      return t('rowsWritten', { count: job.rowsWritten, planned: job.rowsPlanned, total });
    case 'SHOW':
      return t('rowsShown', { count: job.rowsShown, total });
    default:
      return t('rowsRead', { count: job.rowsRead });
  }
}

function Outcome({ job }: { job: ImportJob }) {
  const { t } = useTranslation('imports');
  const viewer = useViewer();
  switch (job.state) {
    case 'FAILED':
      return (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t('failed')}
          description={job.failure?.message}
        />
      );
    case 'CANCELLED':
      return <Alert type="info" showIcon role="status" title={t('cancelled')} />;
    case 'DONE':
      return (
        <>
          <Alert
            type="success"
            showIcon
            role="status"
            title={t('done')}
            description={
              job.badRowCount > 0 ? t('doneLeftOut', { count: job.badRowCount }) : undefined
            }
          />
          <p className="import-buttons">
            {can(viewer, 'READ_REGISTER') && <LinkButton to="/risks">{t('toRisks')}</LinkButton>}
            <LinkButton to="/organisation">{t('toOrganisation')}</LinkButton>
          </p>
        </>
      );
    default:
      return null;
  }
}
