import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { HandleFeedbackMutation, type Feedback } from './query';
import { formatDate } from '@/lib/format';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';
import { Facts } from '@/ui/Facts';

interface Props {
  feedback: Feedback;
  onClose: () => void;
  onDone: () => void;
}

export function HandleDialog({ feedback, onClose, onDone }: Props) {
  const { t } = useTranslation('publicity');
  const answer = useAnswer(onDone);
  const [, handle] = useMutation(HandleFeedbackMutation);
  return (
    <EditDialog<{ handling?: string }>
      title={t('handle.title')}
      start={{ handling: feedback.handling || undefined }}
      submitLabel={t('handle.action')}
      onClose={onClose}
      send={async ({ handling = '' }) =>
        answer(
          await handle({
            input: { feedbackId: feedback.id, expectedVersion: feedback.version, handling },
          }),
          t('handle.done'),
        )
      }
    >
      <Facts
        items={[
          [t('field.receivedOn'), formatDate(feedback.receivedOn)],
          [t('field.about'), feedback.unit?.name],
          [t('field.contact'), feedback.contact],
          [t('field.text'), <span className="prose">{feedback.text}</span>],
        ]}
      />
      <Form.Item
        name="handling"
        label={t('field.handling')}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input.TextArea rows={5} maxLength={2000} showCount />
      </Form.Item>
    </EditDialog>
  );
}
