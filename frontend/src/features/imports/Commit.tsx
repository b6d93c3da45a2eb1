import { useState } from 'react';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { sumOf } from './job';
import { CancelImportMutation, CommitImportMutation, type ImportJob } from './query';
import { problemsOf, type Problem } from '@/lib/errors';

interface Props {
  job: ImportJob;
  /** Shows how the file is read, to put it right; left out while that is shown. */
  onMap?: () => void;
  /** The server was asked; these are its objections. */
  onTold: (problems: Problem[]) => void;
}

function titleOf(asked: boolean, bad: boolean, nothing: boolean, remarks: boolean) {
  // Before the answers nobody knows what would be written.
  if (asked) return 'plannedAsked';
  if (bad) return 'plannedBad';
  if (!nothing) return 'planned';
  return remarks ? 'plannedRemarks' : 'plannedNothing';
}

/** After the dry run: write it all, write the good rows, or leave it. */
export function Commit({ job, onMap, onTold }: Props) {
  const { t } = useTranslation('imports');
  const [, commit] = useMutation(CommitImportMutation);
  const [, cancel] = useMutation(CancelImportMutation);
  const [busy, setBusy] = useState(false);
  const bad = job.badRowCount > 0;
  const sum = sumOf(job.figures);
  const nothing = sum.created + sum.changed === 0;
  const asked = job.questions.length;

  const run = async (ask: Promise<{ error?: Parameters<typeof problemsOf>[0] }>) => {
    setBusy(true);
    const { error } = await ask;
    setBusy(false);
    onTold(problemsOf(error));
  };

  return (
    <>
      <Alert
        type={bad || asked > 0 ? 'warning' : 'info'}
        showIcon
        role="status"
        className="error-state"
        title={t(titleOf(asked > 0, bad, nothing, job.remarkCount > 0), {
          created: sum.created,
          changed: sum.changed,
          bad: job.badRowCount,
          count: asked,
          remarks: job.remarkCount,
        })}
        description={asked > 0 ? t('asked') : t(bad ? 'plannedBadHint' : 'plannedHint')}
      />
      <div className="import-buttons">
        {bad ? (
          <Button
            type="primary"
            loading={busy}
            disabled={nothing || asked > 0}
            onClick={() => void run(commit({ input: { jobId: job.id, goodRowsOnly: true } }))}
          >
            {t('commitGood')}
          </Button>
        ) : (
          <Button
            type="primary"
            loading={busy}
            disabled={nothing || asked > 0}
            onClick={() => void run(commit({ input: { jobId: job.id, goodRowsOnly: false } }))}
          >
            {t('commit')}
          </Button>
        )}
        {onMap && (
          <Button disabled={busy} onClick={onMap}>
            {t('mapping.adjust')}
          </Button>
        )}
        <Button disabled={busy} onClick={() => void run(cancel({ input: { jobId: job.id } }))}>
          {t('dismiss')}
        </Button>
      </div>
    </>
  );
}
