import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  blankStep,
  choiceOf,
  fieldOf,
  named,
  recorded,
  stepId,
  toStep,
  type StepValues,
} from './kept';
import { Preview } from './Preview';
import type { Entry, KeptStep, Proceeding } from './query';
import { NoteField, OutcomeField, StepFields } from './StepFields';
import { thisMinute, TimeInput } from './TimeInput';
import { useRecord } from './useRecord';
import { formatTime } from '@/lib/format';
import { EditDialog } from '@/ui/edit/EditDialog';

interface Props {
  proceeding: Proceeding;
  onClose: () => void;
  onDone: () => void;
}

const knownOf = ({ deviations }: Proceeding) => deviations.map(({ message }) => message);

/** Records a step that somebody took, or takes. */
export function AddStepDialog({ proceeding, onClose, onDone }: Props) {
  const { t } = useTranslation('proceeding');
  const record = useRecord(onDone);
  const toEntry = (values: StepValues): Entry => ({
    ...named(proceeding),
    steps: [toStep(values)],
  });
  return (
    <EditDialog<StepValues>
      title={t('step.add', { number: proceeding.number })}
      start={blankStep}
      draft={`proceeding/step/${proceeding.id}`}
      submitLabel={t('record.send')}
      width={680}
      fieldOf={fieldOf}
      onClose={onClose}
      send={(values) => record(toEntry(values), t('step.added', { step: values.step?.trim() }))}
    >
      <div className="edit-grid">
        <StepFields steps={proceeding.process?.steps ?? []} />
        <NoteField />
      </div>
      <Preview<StepValues>
        entryOf={(values) => (values.step?.trim() && values.began ? toEntry(values) : null)}
        known={knownOf(proceeding)}
      />
    </EditDialog>
  );
}

interface StepProps extends Props {
  step: KeptStep;
}

type EndValues = Pick<StepValues, 'ended' | 'outcome' | 'note'>;

/** Ends a step that is under way: now and passed, unless somebody says otherwise. */
export function EndStepDialog({ proceeding, step, onClose, onDone }: StepProps) {
  const { t } = useTranslation('proceeding');
  const record = useRecord(onDone);
  const toEntry = ({ ended, outcome, note = '' }: EndValues): Entry => ({
    ...named(proceeding),
    steps: [{ ...recorded(step), ended, outcome, note }],
  });
  return (
    <EditDialog<EndValues>
      title={t('step.endTitle', { step: step.stepName })}
      intro={t('step.since', { time: formatTime(step.began) })}
      start={{ ended: thisMinute(), outcome: 'PASSED', note: step.note || undefined }}
      submitLabel={t('record.send')}
      fieldOf={fieldOf}
      onClose={onClose}
      send={(values) => record(toEntry(values), t('step.ended', { step: step.stepName }))}
    >
      <Form.Item name="ended" label={t('field.ended')} rules={[{ required: true }]}>
        <TimeInput />
      </Form.Item>
      <OutcomeField />
      <NoteField />
      <Preview<EndValues>
        entryOf={(values) => (values.ended ? toEntry(values) : null)}
        known={knownOf(proceeding)}
      />
    </EditDialog>
  );
}

/** Puts something else in the place of what is recorded of a step, and says why. */
export function CorrectStepDialog({ proceeding, step, onClose, onDone }: StepProps) {
  const { t } = useTranslation('proceeding');
  const record = useRecord(onDone);
  const steps = proceeding.process?.steps ?? [];
  const start: StepValues = {
    step: choiceOf(step, steps),
    began: step.began,
    ended: step.ended ?? undefined,
    outcome: step.outcome ?? 'PASSED',
    personId: step.person?.id,
    name: step.person ? undefined : step.personName || undefined,
    note: undefined,
  };
  const toEntry = (values: StepValues): Entry => {
    const next = toStep(values);
    const moved = next.step !== start.step || values.began !== step.began;
    return {
      ...named(proceeding),
      // The API tells a step by its name and its beginning: with another of them it is another record.
      steps: moved
        ? [next, { ...recorded(step), withdrawn: true, note: next.note }]
        : [{ ...next, corrects: true }],
    };
  };
  return (
    <EditDialog<StepValues>
      title={t('step.correctTitle', { step: step.stepName })}
      start={start}
      draft={`proceeding/correct/${proceeding.id}/${stepId(step)}`}
      submitLabel={t('record.correct')}
      width={680}
      fieldOf={fieldOf}
      onClose={onClose}
      send={(values) => record(toEntry(values), t('record.corrected'))}
    >
      <div className="edit-grid">
        <StepFields steps={steps} />
        <NoteField why />
      </div>
      <Preview<StepValues>
        entryOf={(values) =>
          values.step?.trim() && values.began && values.note?.trim() ? toEntry(values) : null
        }
        known={knownOf(proceeding)}
      />
    </EditDialog>
  );
}

/** Takes a step back that was recorded in error. */
export function WithdrawStepDialog({ proceeding, step, onClose, onDone }: StepProps) {
  const { t } = useTranslation('proceeding');
  const record = useRecord(onDone);
  return (
    <EditDialog<{ note?: string }>
      title={t('step.withdrawTitle', { step: step.stepName })}
      intro={t('record.withdrawIntro')}
      start={{ note: undefined }}
      submitLabel={t('record.withdraw')}
      danger
      fieldOf={fieldOf}
      onClose={onClose}
      send={({ note = '' }) =>
        record(
          { ...named(proceeding), steps: [{ ...recorded(step), withdrawn: true, note }] },
          t('record.withdrawn'),
        )
      }
    >
      <NoteField why label={t('field.whyWithdrawn')} />
    </EditDialog>
  );
}
