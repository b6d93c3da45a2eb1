import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import {
  RaiseObjectionMutation,
  WithdrawObjectionMutation,
  type OwnObjection,
  type RecordItem,
} from './query';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';

interface Frame {
  onClose: () => void;
  onDone: () => void;
}

export function RaiseDialog({ item, onClose, onDone }: Frame & { item: RecordItem }) {
  const { t } = useTranslation('objection');
  const answer = useAnswer(onDone);
  const [, raise] = useMutation(RaiseObjectionMutation);
  return (
    <EditDialog<{ text?: string }>
      title={t('raise.title')}
      intro={t('raise.follows')}
      start={{ text: undefined }}
      submitLabel={t('raise.send')}
      draft={`objection/raise/${item.aboutId}`}
      onClose={onClose}
      send={async ({ text = '' }) =>
        answer(await raise({ input: { aboutId: item.aboutId, text } }), t('raise.done'))
      }
    >
      <p className="prose">{item.title}</p>
      <Form.Item name="text" label={t('raise.text')} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea rows={6} maxLength={4000} showCount />
      </Form.Item>
    </EditDialog>
  );
}

export function WithdrawDialog({
  objection,
  onClose,
  onDone,
}: Frame & { objection: OwnObjection }) {
  const { t } = useTranslation('objection');
  const answer = useAnswer(onDone);
  const [, withdraw] = useMutation(WithdrawObjectionMutation);
  return (
    <EditDialog<object>
      title={t('withdraw.title')}
      intro={t('withdraw.follows')}
      start={{}}
      submitLabel={t('withdraw.action')}
      onClose={onClose}
      send={async () =>
        answer(
          await withdraw({
            input: { objectionId: objection.id, expectedVersion: objection.version },
          }),
          t('withdraw.done'),
        )
      }
    >
      <p className="prose">{objection.text}</p>
    </EditDialog>
  );
}
