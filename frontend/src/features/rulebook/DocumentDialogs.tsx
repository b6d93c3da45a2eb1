import { Form, Input, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation } from 'urql';
import {
  CorrectRulesMutation,
  RepealRulesMutation,
  WithdrawEditionMutation,
  WithdrawRepealMutation,
} from './mutations';
import { RulesDocumentQuery, type Edition, type RulesDocument } from './query';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { DateInput } from '@/ui/DateInput';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';
import { ReasonField } from '@/ui/ReasonField';

interface Props {
  document: RulesDocument;
  onClose: () => void;
  onDone: () => void;
}

/** Reads a document once more, where somebody else changed it meanwhile. */
function useFresh<V>(id: string, start: (document: RulesDocument) => V) {
  const client = useClient();
  return async () => {
    const { data } = await client
      .query(RulesDocumentQuery, { id }, { requestPolicy: 'network-only' })
      .toPromise();
    return data?.node?.__typename === 'RulesDocument'
      ? { start: start(data.node), version: data.node.version }
      : null;
  };
}

interface CorrectValues {
  title?: string;
  kind: Enum<'RulesKind'>;
}

/** Corrects what a document is called, or its kind. */
export function CorrectDialog({ document, onClose, onDone }: Props) {
  const { t } = useTranslation('rulebook');
  const kinds = useEnum('RulesKind');
  const answer = useAnswer(onDone);
  const [, correct] = useMutation(CorrectRulesMutation);
  const start = ({ title, kind }: RulesDocument): CorrectValues => ({ title, kind });
  return (
    <EditDialog<CorrectValues>
      title={t('correct.title')}
      intro={t('correct.intro')}
      start={start(document)}
      version={document.version}
      draft={`rulebook/title/${document.id}`}
      onClose={onClose}
      send={async ({ title = '', kind }, expectedVersion) =>
        answer(
          await correct({ input: { documentId: document.id, expectedVersion, title, kind } }),
          t('correct.done'),
        )
      }
      fresh={useFresh(document.id, start)}
    >
      <Form.Item
        name="title"
        label={t('head.title')}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label={t('head.kind')} rules={[{ required: true }]}>
        <Radio.Group options={kinds.options} />
      </Form.Item>
    </EditDialog>
  );
}

interface RepealValues {
  from?: string;
  reason?: string;
  reviewWithinDays?: number | null;
}

/** Repeals a document from a day on, or moves a repeal that is yet to come. */
export function RepealDialog({ document, onClose, onDone }: Props) {
  const { t } = useTranslation('rulebook');
  const answer = useAnswer(onDone);
  const [, repeal] = useMutation(RepealRulesMutation);
  const start = (of: RulesDocument): RepealValues => ({
    from: of.repealedFrom ?? undefined,
    reason: of.repealedReason || undefined,
    reviewWithinDays: of.repealedReviewDays || 30,
  });
  return (
    <EditDialog<RepealValues>
      title={t('repeal.title', { title: document.title })}
      intro={t('repeal.intro')}
      start={start(document)}
      version={document.version}
      draft={`rulebook/repeal/${document.id}`}
      submitLabel={t('repeal.action')}
      danger
      onClose={onClose}
      send={async ({ from = '', reason = '', reviewWithinDays }, expectedVersion) =>
        answer(
          await repeal({
            input: {
              documentId: document.id,
              expectedVersion,
              from,
              reason,
              reviewWithinDays: reviewWithinDays ?? 0,
            },
          }),
          t('repeal.done'),
        )
      }
      fresh={useFresh(document.id, start)}
    >
      <Form.Item name="from" label={t('head.repealedFrom')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
      <ReasonField label={t('repeal.reason')} />
      <Form.Item
        name="reviewWithinDays"
        label={t('edition.within')}
        extra={t('repeal.withinHint')}
        rules={[{ required: true }]}
      >
        <InputNumber min={1} max={180} precision={0} />
      </Form.Item>
    </EditDialog>
  );
}

type None = Record<string, never>;

/** Takes back a repeal that is yet to come. */
export function WithdrawRepealDialog({ document, onClose, onDone }: Props) {
  const { t } = useTranslation('rulebook');
  const answer = useAnswer(onDone);
  const [, withdraw] = useMutation(WithdrawRepealMutation);
  return (
    <EditDialog<None>
      title={t('withdrawRepeal.title')}
      intro={t('withdrawRepeal.intro', { day: document.repealedFrom ?? '' })}
      start={{}}
      version={document.version}
      submitLabel={t('withdrawRepeal.action')}
      onClose={onClose}
      send={async (_, expectedVersion) =>
        answer(
          await withdraw({ input: { documentId: document.id, expectedVersion } }),
          t('withdrawRepeal.done'),
        )
      }
      fresh={useFresh(document.id, () => ({}))}
    >
      {null}
    </EditDialog>
  );
}

interface WithdrawValues {
  reason?: string;
}

/** Withdraws an edition that is yet to come into force. */
export function WithdrawEditionDialog({
  document,
  edition,
  onClose,
  onDone,
}: Props & { edition: Edition }) {
  const { t } = useTranslation('rulebook');
  const answer = useAnswer(onDone);
  const [, withdraw] = useMutation(WithdrawEditionMutation);
  const start: WithdrawValues = { reason: undefined };
  return (
    <EditDialog<WithdrawValues>
      title={t('edition.withdrawTitle', { revision: edition.revision })}
      intro={t('edition.withdrawIntro')}
      start={start}
      version={document.version}
      draft={`rulebook/withdraw/${edition.id}`}
      submitLabel={t('edition.withdraw')}
      danger
      onClose={onClose}
      send={async ({ reason = '' }, expectedVersion) =>
        answer(
          await withdraw({ input: { editionId: edition.id, expectedVersion, reason } }),
          t('edition.withdrawDone'),
        )
      }
      fresh={useFresh(document.id, () => start)}
    >
      <ReasonField />
    </EditDialog>
  );
}
