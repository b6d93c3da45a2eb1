import { useState } from 'react';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { ChangeTable } from './ChangeTable';
import { FindingList } from './FindingList';
import type { Plan } from './plan';
import { PublishProcessMutation, type DraftState } from './query';
import type { FieldFinding } from './StepPanel';
import { problemsOf, type Problem } from '@/lib/errors';
import { ErrorState } from '@/ui/ErrorState';

interface Props {
  powerId: string;
  info: DraftState;
  plan: Plan;
  version: number;
  onClose: () => void;
  onStep: (key: string) => void;
  onDone: (revision: number) => void;
}

/** Shows what a new version changes and takes back before it is published. */
export function PublishDialog({ powerId, info, plan, version, onClose, onStep, onDone }: Props) {
  const { t } = useTranslation('powerMap');
  const [, publish] = useMutation(PublishProcessMutation);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);
  const faults = info.findings.filter((finding) => finding.severity === 'FAULT');
  const refused = problems.flatMap((problem) => ofStep(problem, plan));
  const grades = info.changes.reduce((sum, change) => sum + change.grades, 0);
  const measures = info.changes.reduce((sum, change) => sum + change.measures, 0);

  const send = async () => {
    setBusy(true);
    setProblems([]);
    const { data, error } = await publish({ input: { powerId, expectedVersion: version } });
    setBusy(false);
    if (error) setProblems(problemsOf(error));
    else onDone(data?.publishProcess.process.revision ?? info.currentRevision + 1);
  };
  const open = (key: string) => {
    onClose();
    onStep(key);
  };

  return (
    <Modal
      open
      width={720}
      title={t('publish.title')}
      okText={t('publish.ok')}
      okButtonProps={{ disabled: faults.length > 0 }}
      cancelText={t('discard.cancel')}
      confirmLoading={busy}
      mask={{ closable: false }}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <ErrorState problems={problems.filter((problem) => ofStep(problem, plan).length === 0)} />
      {refused.length > 0 && <FindingList findings={refused} onStep={open} />}
      {faults.length > 0 && (
        <>
          <p className="map-problem">{t('publish.faults', { count: faults.length })}</p>
          <FindingList findings={faults} onStep={open} />
        </>
      )}
      <p className="hint">{t('publish.intro', { revision: info.currentRevision + 1 })}</p>
      <ChangeTable changes={info.changes} />
      {grades + measures > 0 && (
        <p role="note">
          <strong>{t('publish.total', { grades, measures })}</strong>
        </p>
      )}
    </Modal>
  );
}

/** A refusal that names a step, at that step. */
function ofStep(problem: Problem, plan: Plan): FieldFinding[] {
  const match = problem.field?.match(/steps\.(\d+)\./);
  const step = match && plan.steps[Number(match[1])];
  if (!step) return [];
  const { field = '', message } = problem;
  return [{ stepKey: step.key, severity: 'FAULT', field, message }];
}
