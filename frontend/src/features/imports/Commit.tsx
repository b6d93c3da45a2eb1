import { useState } from 'react';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { sumOf } from './job';
import { CancelImportMutation, CommitImportMutation, type ImportJob } from './query';
import { problemsOf, type Problem } from '@/lib/errors';

interface Props {
  job: ImportJob;
  /** The server was asked; these are its objections. */
  onTold: (problems: Problem[]) => void;
}

function titleOf(bad: boolean, nothing: boolean, remarks: boolean) {
  if (bad) return 'plannedBad';
  if (!nothing) return 'planned';
  return remarks ? 'plannedRemarks' : 'plannedNothing';
}

/** After the dry run: write it all, write the good rows, or leave it. */
export function Commit({ job, onTold }: Props) {
  const { t } = useTranslation('imports');
  const [, commit] = useMutation(CommitImportMutation);
  const [, cancel] = useMutation(CancelImportMutation);
  const [busy, setBusy] = useState(false);
  const bad = job.badRowCount > 0;
  const sum = sumOf(job.figures);
  const nothing = sum.created + sum.changed === 0;

  const run = async (ask: Promise<{ error?: Parameters<typeof problemsOf>[0] }>) => {
    setBusy(true);
    const { error } = await ask;
    setBusy(false);
    onTold(problemsOf(error));
  };

  return (
    <>
      <Alert
        type={bad ? 'warning' : 'info'}
        showIcon
        role="status"
        className="error-state"
        title={t(titleOf(bad, nothing, job.remarkCount > 0), {
          created: sum.created,
          changed: sum.changed,
          bad: job.badRowCount,
          remarks: job.remarkCount,
        })}
        description={bad ? t('plannedBadHint') : t('plannedHint')}
      />
      <div className="import-buttons">
        {bad ? (
          <Button
            type="primary"
            loading={busy}
            disabled={nothing}
            onClick={() => void run(commit({ input: { jobId: job.id, goodRowsOnly: true } }))}
          >
            {t('commitGood')}
          </Button>
        ) : (
          <Button
            type="primary"
            loading={busy}
            disabled={nothing}
            onClick={() => void run(commit({ input: { jobId: job.id, goodRowsOnly: false } }))}
          >
            {t('commit')}
          </Button>
        )}
        <Button disabled={busy} onClick={() => void run(cancel({ input: { jobId: job.id } }))}>
          {t('dismiss')}
        </Button>
      </div>
    </>
  );
}
