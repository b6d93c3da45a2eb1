import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldOf, named } from './kept';
import type { Proceeding } from './query';
import { useRecord } from './useRecord';
import { today } from '@/lib/format';
import { DateInput } from '@/ui/DateInput';
import { EditDialog } from '@/ui/edit/EditDialog';
import { ReasonField } from '@/ui/ReasonField';

interface Props {
  proceeding: Proceeding;
  onClose: () => void;
  onDone: () => void;
}

interface EndValues {
  closedOn?: string;
  discontinued: boolean;
  result?: string;
}

/** Closes a proceeding, or says that it was discontinued. */
export function CloseDialog({ proceeding, onClose, onDone }: Props) {
  const { t } = useTranslation('proceeding');
  const record = useRecord(onDone);
  return (
    <EditDialog<EndValues>
      title={t('end.title', { number: proceeding.number })}
      start={{
        closedOn: today(),
        discontinued: false,
        result: proceeding.result || undefined,
      }}
      draft={`proceeding/end/${proceeding.id}`}
      submitLabel={t('record.send')}
      fieldOf={fieldOf}
      onClose={onClose}
      send={({ closedOn, discontinued, result }) =>
        record(
          { ...named(proceeding), closedOn, discontinued, result },
          t(discontinued ? 'end.discontinued' : 'end.closed', { number: proceeding.number }),
        )
      }
    >
      <EndFields />
    </EditDialog>
  );
}

function EndFields() {
  const { t } = useTranslation('proceeding');
  return (
    <>
      <Form.Item name="discontinued" label={t('end.how')}>
        <Radio.Group
          options={[
            { value: false, label: t('end.close') },
            { value: true, label: t('end.discontinue') },
          ]}
        />
      </Form.Item>
      <Form.Item name="closedOn" label={t('field.overOn')} rules={[{ required: true }]}>
        <DateInput max={today()} />
      </Form.Item>
      <ResultField />
    </>
  );
}

function ResultField() {
  const { t } = useTranslation('proceeding');
  return (
    <Form.Item name="result" label={t('field.result')} extra={t('end.resultHint')}>
      <Input maxLength={200} autoComplete="off" />
    </Form.Item>
  );
}

/** Takes the end of a proceeding back. */
export function ReopenDialog({ proceeding, onClose, onDone }: Props) {
  const { t } = useTranslation('proceeding');
  const record = useRecord(onDone);
  return (
    <EditDialog<{ reason?: string }>
      title={t('reopen.title', { number: proceeding.number })}
      intro={t('reopen.intro')}
      start={{ reason: undefined }}
      submitLabel={t('reopen.action')}
      danger
      fieldOf={fieldOf}
      onClose={onClose}
      send={({ reason = '' }) =>
        record({ ...named(proceeding), reopens: true, reason }, t('reopen.done'))
      }
    >
      <ReasonField />
    </EditDialog>
  );
}

interface HeadValues extends EndValues {
  receivedOn?: string;
  reason?: string;
}

/** Corrects the days, the end and the result of a proceeding. */
export function CorrectDialog({ proceeding, onClose, onDone }: Props) {
  const { t } = useTranslation('proceeding');
  const record = useRecord(onDone);
  const over = proceeding.closedOn !== null;
  return (
    <EditDialog<HeadValues>
      title={t('correct.title', { number: proceeding.number })}
      start={{
        receivedOn: proceeding.receivedOn,
        closedOn: proceeding.closedOn ?? undefined,
        discontinued: proceeding.state === 'DISCONTINUED',
        result: proceeding.result || undefined,
        reason: undefined,
      }}
      draft={`proceeding/head/${proceeding.id}`}
      submitLabel={t('record.correct')}
      fieldOf={fieldOf}
      onClose={onClose}
      send={({ receivedOn, closedOn, discontinued, result = '', reason = '' }) =>
        record(
          {
            ...named(proceeding),
            receivedOn,
            ...(over ? { closedOn, discontinued } : {}),
            result,
            corrects: true,
            reason,
          },
          t('record.corrected'),
        )
      }
    >
      <Form.Item name="receivedOn" label={t('field.receivedOn')} rules={[{ required: true }]}>
        <DateInput max={today()} />
      </Form.Item>
      {over ? <EndFields /> : <ResultField />}
      <ReasonField label={t('field.why')} />
    </EditDialog>
  );
}
