import { useState } from 'react';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation, type CombinedError } from 'urql';
import {
  AcknowledgeWarningMutation,
  AnswerWarningMutation,
  LiftWarningMutation,
  ReturnWarningMutation,
  VerifyWarningMutation,
  type OpenWarning,
} from './query';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { DateInput } from '@/ui/DateInput';
import { Dialog } from '@/ui/Dialog';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';

type Action = Enum<'WarningAction'>;

interface Props {
  warning: OpenWarning;
  onDone: () => void;
}

/** What the server says that the reader may do with a warning now. */
export function WarningActions({ warning, onDone }: Props) {
  const { t } = useTranslation('warning');
  const words = useEnum('WarningAction');
  const notify = useNotify();
  const [open, setOpen] = useState<Exclude<Action, 'ACKNOWLEDGE'> | null>(null);
  const [sent, acknowledge] = useMutation(AcknowledgeWarningMutation);
  const [error, setError] = useState<CombinedError>();
  if (warning.actions.length === 0) return null;
  const act = (action: Action) => {
    if (action !== 'ACKNOWLEDGE') {
      setOpen(action);
      return;
    }
    setError(undefined);
    void acknowledge({
      input: { warningId: warning.id, expectedVersion: warning.version },
    }).then((result) => {
      setError(result.error);
      if (!result.error) notify.success(t('done.ACKNOWLEDGE'));
      onDone();
    });
  };
  return (
    <>
      <ErrorState error={error} onRetry={onDone} />
      <div className="step-actions">
        {warning.actions.map((action) => (
          <Button
            key={action}
            type={action === 'ANSWER' || action === 'VERIFY' ? 'primary' : 'default'}
            loading={action === 'ACKNOWLEDGE' && sent.fetching}
            onClick={() => act(action)}
          >
            {words.label(action)}
          </Button>
        ))}
      </div>
      {open && (
        <ActDialog
          key={open}
          action={open}
          warning={warning}
          onClose={() => setOpen(null)}
          onDone={onDone}
        />
      )}
    </>
  );
}

interface Values {
  answer?: string;
  reason?: string;
  finding?: string;
  until?: string;
}

// The text that each act asks for, named as the server names it.
const fields = { ANSWER: 'answer', RETURN: 'reason', VERIFY: 'finding', LIFT: 'reason' } as const;

interface DialogProps extends Props {
  action: keyof typeof fields;
  onClose: () => void;
}

function ActDialog({ action, warning, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('warning');
  const words = useEnum('WarningAction');
  const notify = useNotify();
  const [form] = Form.useForm<Values>();
  const [, answer] = useMutation(AnswerWarningMutation);
  const [, giveBack] = useMutation(ReturnWarningMutation);
  const [, verify] = useMutation(VerifyWarningMutation);
  const [, lift] = useMutation(LiftWarningMutation);
  const field = fields[action];
  const send = (values: Values) => {
    const about = { warningId: warning.id, expectedVersion: warning.version };
    const text = values[field] ?? '';
    switch (action) {
      case 'ANSWER':
        return answer({ input: { ...about, answer: text } });
      case 'RETURN':
        return giveBack({ input: { ...about, reason: text } });
      case 'VERIFY':
        return verify({ input: { ...about, finding: text, until: values.until } });
      case 'LIFT':
        return lift({ input: { ...about, reason: text } });
    }
  };
  return (
    <Dialog<Values>
      title={`${words.label(action)} ${warning.number}`}
      open
      onClose={onClose}
      form={form}
      okText={words.label(action)}
      submit={async (values) => {
        const { error } = await send(values);
        if (error) return error;
        notify.success(t(`done.${action}`));
        onDone();
      }}
    >
      <p className="hint">{t(`intro.${action}`)}</p>
      <Form.Item
        name={field}
        label={t(`field.${action}`)}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input.TextArea rows={4} maxLength={4000} showCount />
      </Form.Item>
      {action === 'VERIFY' && (
        <Form.Item name="until" label={t('field.until')} extra={t('field.untilHint')}>
          <DateInput />
        </Form.Item>
      )}
    </Dialog>
  );
}
