import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation } from 'urql';
import { FeedbackStandQuery, HandleFeedbackMutation, type Feedback } from './query';
import { formatDate } from '@/lib/format';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';
import { Facts } from '@/ui/Facts';

interface Values {
  handling?: string;
}

interface Props {
  feedback: Feedback;
  onClose: () => void;
  onDone: () => void;
}

export function HandleDialog({ feedback, onClose, onDone }: Props) {
  const { t } = useTranslation('publicity');
  const client = useClient();
  const answer = useAnswer(onDone);
  const [, handle] = useMutation(HandleFeedbackMutation);
  return (
    <EditDialog<Values>
      title={t('handle.title')}
      start={valuesOf(feedback)}
      version={feedback.version}
      draft={`feedback/${feedback.id}`}
      submitLabel={t('handle.action')}
      onClose={onClose}
      send={async ({ handling = '' }, expectedVersion) =>
        answer(
          await handle({ input: { feedbackId: feedback.id, expectedVersion, handling } }),
          t('handle.done'),
        )
      }
      fresh={async () => {
        const { data } = await client
          .query(FeedbackStandQuery, { id: feedback.id }, { requestPolicy: 'network-only' })
          .toPromise();
        return data?.node?.__typename === 'PublicFeedback'
          ? { start: valuesOf(data.node), version: data.node.version }
          : null;
      }}
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

function valuesOf({ handling }: Pick<Feedback, 'handling'>): Values {
  return { handling: handling || undefined };
}
