import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation } from 'urql';
import { ObjectionClock } from './ObjectionClock';
import { AnswerObjectionMutation, ObjectionStandQuery, type Objection } from './query';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';
import { Facts } from '@/ui/Facts';

interface Values {
  outcome?: Enum<'ObjectionOutcome'>;
  answer?: string;
}

interface Props {
  objection: Objection;
  onClose: () => void;
  onDone: () => void;
}

const start: Values = { outcome: undefined, answer: undefined };

export function AnswerDialog({ objection, onClose, onDone }: Props) {
  const { t } = useTranslation('objection');
  const outcomes = useEnum('ObjectionOutcome');
  const client = useClient();
  const told = useAnswer(onDone);
  const [, send] = useMutation(AnswerObjectionMutation);
  return (
    <EditDialog<Values>
      title={t('answer.title')}
      intro={t('answer.follows')}
      start={start}
      version={objection.version}
      draft={`objection/answer/${objection.id}`}
      gone={t('answer.gone')}
      submitLabel={t('answer.send')}
      width={720}
      onClose={onClose}
      send={async ({ outcome = 'REJECTED', answer = '' }, expectedVersion) =>
        told(
          await send({
            input: {
              objectionId: objection.id,
              expectedVersion,
              outcome,
              answer,
            },
          }),
          t('answer.done'),
        )
      }
      fresh={async () => {
        const { data } = await client
          .query(ObjectionStandQuery, { id: objection.id }, { requestPolicy: 'network-only' })
          .toPromise();
        const now = data?.node?.__typename === 'Objection' ? data.node : null;
        return now?.mayAnswer ? { start, version: now.version } : null;
      }}
    >
      <Facts
        items={[
          [t('field.person'), objection.person?.name],
          [t('field.due'), <ObjectionClock {...objection} />],
          [t('field.about'), <span className="prose">{objection.aboutText}</span>],
          [t('field.text'), <span className="prose">{objection.text}</span>],
        ]}
      />
      <Form.Item name="outcome" label={t('field.outcome')} rules={[{ required: true }]}>
        <Radio.Group options={outcomes.options} />
      </Form.Item>
      <Form.Item
        name="answer"
        label={t('field.answer')}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input.TextArea rows={6} maxLength={4000} showCount />
      </Form.Item>
    </EditDialog>
  );
}
