import { useState } from 'react';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation, type CombinedError } from 'urql';
import {
  AcceptInstructionMutation,
  AcknowledgeInstructionMutation,
  AnswerInstructionMutation,
  ExtendInstructionMutation,
  ReportInstructionMutation,
  ReturnInstructionMutation,
  WithdrawInstructionMutation,
  type OpenInstruction,
} from './query';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { DateInput } from '@/ui/DateInput';
import { Dialog } from '@/ui/Dialog';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';

type Action = Enum<'InstructionAction'>;

interface Props {
  instruction: OpenInstruction;
  onDone: () => void;
}

const chief: Action[] = ['REPORT', 'ACCEPT'];

/** What the server says that the reader may do with an instruction now. */
export function InstructionActions({ instruction, onDone }: Props) {
  const { t } = useTranslation('instruction');
  const words = useEnum('InstructionAction');
  const notify = useNotify();
  const [open, setOpen] = useState<Exclude<Action, 'ACKNOWLEDGE'> | null>(null);
  const [sent, acknowledge] = useMutation(AcknowledgeInstructionMutation);
  const [error, setError] = useState<CombinedError>();
  if (instruction.actions.length === 0) return null;
  const act = (action: Action) => {
    if (action !== 'ACKNOWLEDGE') {
      setOpen(action);
      return;
    }
    setError(undefined);
    void acknowledge({
      input: { instructionId: instruction.id, expectedVersion: instruction.version },
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
        {instruction.actions.map((action) => (
          <Button
            key={action}
            type={chief.includes(action) ? 'primary' : 'default'}
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
          instruction={instruction}
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
  dueOn?: string;
}

// The text that each act asks for, named as the server names it.
const fields = {
  ANSWER: 'answer',
  REPORT: 'answer',
  ACCEPT: 'finding',
  RETURN: 'reason',
  EXTEND: 'reason',
  WITHDRAW: 'reason',
} as const;

interface DialogProps extends Props {
  action: keyof typeof fields;
  onClose: () => void;
}

function ActDialog({ action, instruction, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('instruction');
  const words = useEnum('InstructionAction');
  const notify = useNotify();
  const [form] = Form.useForm<Values>();
  const [, answer] = useMutation(AnswerInstructionMutation);
  const [, report] = useMutation(ReportInstructionMutation);
  const [, accept] = useMutation(AcceptInstructionMutation);
  const [, giveBack] = useMutation(ReturnInstructionMutation);
  const [, extend] = useMutation(ExtendInstructionMutation);
  const [, withdraw] = useMutation(WithdrawInstructionMutation);
  const field = fields[action];
  const putsDay = action === 'RETURN' || action === 'EXTEND';
  const send = (values: Values) => {
    const about = { instructionId: instruction.id, expectedVersion: instruction.version };
    const text = values[field] ?? '';
    const put = { ...about, reason: text, dueOn: values.dueOn ?? '' };
    switch (action) {
      case 'ANSWER':
        return answer({ input: { ...about, answer: text } });
      case 'REPORT':
        return report({ input: { ...about, answer: text } });
      case 'ACCEPT':
        return accept({ input: { ...about, finding: text } });
      case 'RETURN':
        return giveBack({ input: put });
      case 'EXTEND':
        return extend({ input: put });
      case 'WITHDRAW':
        return withdraw({ input: { ...about, reason: text } });
    }
  };
  return (
    <Dialog<Values>
      title={`${words.label(action)} ${instruction.number}`}
      open
      onClose={onClose}
      form={form}
      okText={words.label(action)}
      danger={action === 'WITHDRAW'}
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
      {putsDay && (
        <Form.Item name="dueOn" label={t('field.dueOn')} rules={[{ required: true }]}>
          <DateInput />
        </Form.Item>
      )}
    </Dialog>
  );
}
