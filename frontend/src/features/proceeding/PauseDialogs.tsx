import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldOf, named } from './kept';
import type { KeptPause, Proceeding } from './query';
import { NoteField } from './StepFields';
import { useRecord } from './useRecord';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { today } from '@/lib/format';
import { DateInput } from '@/ui/DateInput';
import { EditDialog } from '@/ui/edit/EditDialog';
import { EnumPicker } from '@/ui/edit/EnumPicker';

interface Props {
  proceeding: Proceeding;
  onClose: () => void;
  onDone: () => void;
}

interface Values {
  kind?: Enum<'PauseKind'>;
  from?: string;
  to?: string;
  note?: string;
}

/** Records time that the limits leave out. */
export function AddPauseDialog({ proceeding, onClose, onDone }: Props) {
  const { t } = useTranslation('proceeding');
  const record = useRecord(onDone);
  return (
    <EditDialog<Values>
      title={t('pause.add', { number: proceeding.number })}
      intro={t('pause.intro')}
      start={{ kind: undefined, from: today(), to: undefined, note: undefined }}
      draft={`proceeding/pause/${proceeding.id}`}
      submitLabel={t('record.send')}
      fieldOf={fieldOf}
      onClose={onClose}
      send={({ kind, from = '', to, note = '' }) =>
        record(
          { ...named(proceeding), pauses: [{ kind: kind ?? 'OTHER', from, to, note }] },
          t('pause.added'),
        )
      }
    >
      <Form.Item name="kind" label={t('field.kind')} rules={[{ required: true }]}>
        <EnumPicker name="PauseKind" />
      </Form.Item>
      <Form.Item name="from" label={t('field.from')} rules={[{ required: true }]}>
        <DateInput max={today()} />
      </Form.Item>
      <ToField />
      <NoteField label={t('field.pauseNote')} />
    </EditDialog>
  );
}

function ToField({ needed = false }: { needed?: boolean }) {
  const { t } = useTranslation('proceeding');
  return (
    <Form.Item
      name="to"
      label={t('field.to')}
      extra={needed ? undefined : t('pause.toHint')}
      rules={[{ required: needed }]}
    >
      <DateInput max={today()} />
    </Form.Item>
  );
}

interface PauseProps extends Props {
  pause: KeptPause;
}

/** Ends a pause that goes on. */
export function EndPauseDialog({ proceeding, pause, onClose, onDone }: PauseProps) {
  const { t } = useTranslation('proceeding');
  const kinds = useEnum('PauseKind');
  const record = useRecord(onDone);
  return (
    <EditDialog<Pick<Values, 'to' | 'note'>>
      title={t('pause.endTitle', { kind: kinds.label(pause.kind) })}
      start={{ to: today(), note: pause.note || undefined }}
      submitLabel={t('record.send')}
      fieldOf={fieldOf}
      onClose={onClose}
      send={({ to, note = '' }) =>
        record(
          {
            ...named(proceeding),
            pauses: [{ kind: pause.kind, from: pause.from, to, note }],
          },
          t('pause.ended'),
        )
      }
    >
      <ToField needed />
      <NoteField label={t('field.pauseNote')} />
    </EditDialog>
  );
}

/** Puts another end in the place of that of a pause, or takes the pause back, and says why. */
export function CorrectPauseDialog({
  proceeding,
  pause,
  withdraw = false,
  onClose,
  onDone,
}: PauseProps & { withdraw?: boolean }) {
  const { t } = useTranslation('proceeding');
  const kinds = useEnum('PauseKind');
  const record = useRecord(onDone);
  const kind = kinds.label(pause.kind);
  const { from } = pause;
  return (
    <EditDialog<Pick<Values, 'to' | 'note'>>
      title={t(withdraw ? 'pause.withdrawTitle' : 'pause.correctTitle', { kind, from })}
      intro={t(withdraw ? 'record.withdrawIntro' : 'pause.correctIntro')}
      start={{ to: pause.to ?? undefined, note: undefined }}
      submitLabel={t(withdraw ? 'record.withdraw' : 'record.correct')}
      danger={withdraw}
      fieldOf={fieldOf}
      onClose={onClose}
      send={({ to, note = '' }) =>
        record(
          {
            ...named(proceeding),
            pauses: [
              withdraw
                ? { kind: pause.kind, from, to: pause.to, note, withdrawn: true }
                : { kind: pause.kind, from, to, note, corrects: true },
            ],
          },
          t(withdraw ? 'record.withdrawn' : 'record.corrected'),
        )
      }
    >
      {!withdraw && <ToField />}
      <NoteField why label={withdraw ? t('field.whyWithdrawn') : undefined} />
    </EditDialog>
  );
}
