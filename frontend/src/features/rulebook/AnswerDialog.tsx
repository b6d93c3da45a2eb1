import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation } from 'urql';
import { AnswerReviewMutation } from './mutations';
import { RulesReviewQuery, type ReviewRow } from './query';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';

interface Values {
  outcome?: Enum<'RulesReviewOutcome'>;
  note?: string;
}

interface Props {
  review: ReviewRow;
  onClose: () => void;
  onDone: () => void;
}

/** Answers whether something is still right after a document changed. */
export function AnswerDialog({ review, onClose, onDone }: Props) {
  const { t } = useTranslation('rulebook');
  const client = useClient();
  const outcomes = useEnum('RulesReviewOutcome');
  const answer = useAnswer(onDone);
  const [, send] = useMutation(AnswerReviewMutation);
  const start: Values = { outcome: undefined, note: undefined };
  return (
    <EditDialog<Values>
      title={t('answer.title', { title: review.title })}
      intro={review.subject}
      start={start}
      version={review.version}
      draft={`rulebook/answer/${review.id}`}
      submitLabel={t('answer.send')}
      onClose={onClose}
      send={async ({ outcome = 'KEPT', note = '' }, expectedVersion) =>
        answer(
          await send({ input: { reviewId: review.id, expectedVersion, outcome, note } }),
          t('answer.done'),
        )
      }
      fresh={async () => {
        const { data } = await client
          .query(RulesReviewQuery, { id: review.id }, { requestPolicy: 'network-only' })
          .toPromise();
        return data?.node?.__typename === 'RulesReview' && data.node.mayAnswer
          ? { start, version: data.node.version }
          : null;
      }}
    >
      <Form.Item name="outcome" label={t('answer.outcome')} rules={[{ required: true }]}>
        <Radio.Group options={outcomes.options} />
      </Form.Item>
      <Form.Item
        name="note"
        label={t('answer.note')}
        extra={t('answer.noteHint')}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input.TextArea rows={4} maxLength={2000} showCount />
      </Form.Item>
    </EditDialog>
  );
}
