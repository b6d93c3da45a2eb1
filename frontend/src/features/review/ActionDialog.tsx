import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation } from 'urql';
import {
  AllowRevisionMutation,
  ApproveFormMutation,
  AskRevisionMutation,
  RecallFormMutation,
  RefuseRevisionMutation,
  ReturnFormMutation,
  ReviewStandQuery,
  SubmitFormMutation,
  type Stand,
} from './query';
import { FormHints } from '@/features/hint/door';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useNotify } from '@/ui/notify';

export type ReviewAction = Enum<'FormAction'>;

interface Props {
  action: ReviewAction;
  form: Stand;
  onClose: () => void;
  onDone: () => void;
  onProblems: () => void;
  /** The server refused the step: the form may stand elsewhere now. */
  onRefused: () => void;
}

interface Values {
  text?: string;
  to?: Enum<'FormState'>;
  lateReason?: string;
}

const needsReason: ReviewAction[] = ['RETURN', 'ASK_REVISION', 'REFUSE_REVISION'];

/** Asks for what a step needs, takes it, and keeps what was typed when it is refused. */
export function ActionDialog({ action, form, onClose, onDone, onProblems, onRefused }: Props) {
  const { t } = useTranslation('review');
  const notify = useNotify();
  const client = useClient();
  const send = useStep(action, form.id);
  return (
    <EditDialog<Values>
      title={t(`action.${action}`)}
      intro={t(`follows.${action}`)}
      start={{ text: '', lateReason: '', to: 'DRAFT' }}
      version={form.version}
      draft={`review/${form.id}/${action}`}
      gone={t('gone')}
      submitLabel={t(`action.${action}`)}
      danger={action === 'RETURN' || action === 'REFUSE_REVISION'}
      onClose={onClose}
      send={async (values, version) => {
        const { error, problems } = await send(values, version);
        if (error) {
          onRefused();
          return { error };
        }
        return {
          // It is handed in again once what is wrong is corrected.
          keep: problems > 0,
          done: () => {
            if (problems) {
              notify.error(t('problems', { count: problems }));
              onProblems();
            } else {
              notify.success(t(`done.${action}`));
              onDone();
            }
          },
        };
      }}
      fresh={async () => {
        const { data } = await client
          .query(ReviewStandQuery, { id: form.id }, { requestPolicy: 'network-only' })
          .toPromise();
        const now = data?.node?.__typename === 'Form' ? data.node : null;
        // What another state allows is not what this dialog asks.
        return now?.allowedReviewActions.includes(action)
          ? { start: { text: '', lateReason: '', to: 'DRAFT' }, version: now.version }
          : null;
      }}
    >
      <StepFields action={action} form={form} />
    </EditDialog>
  );
}

function StepFields({ action, form }: Pick<Props, 'action' | 'form'>) {
  const { t } = useTranslation('review');
  const state = useEnum('FormState');
  if (action === 'RECALL') return null;
  if (action === 'SUBMIT')
    return (
      <>
        <FormHints formId={form.id} inDialog />
        {form.overdue && (
          <Form.Item
            name="lateReason"
            label={t('field.lateReason')}
            rules={[{ required: true, whitespace: true }]}
          >
            <Input.TextArea rows={3} maxLength={500} showCount />
          </Form.Item>
        )}
      </>
    );
  const required = needsReason.includes(action);
  return (
    <>
      {action === 'RETURN' && (
        <Form.Item name="to" label={t('field.to')} rules={[{ required: true }]}>
          <Radio.Group
            options={form.returnTo.map((to) => ({ value: to, label: state.label(to) }))}
          />
        </Form.Item>
      )}
      <Form.Item
        name="text"
        label={t(required ? 'field.reason' : 'field.comment')}
        rules={[{ required, whitespace: true }]}
      >
        <Input.TextArea rows={4} maxLength={2000} showCount />
      </Form.Item>
    </>
  );
}

/** Takes a step; tells how many problems keep a form from being handed in. */
function useStep(action: ReviewAction, formId: string) {
  const [, submit] = useMutation(SubmitFormMutation);
  const [, recall] = useMutation(RecallFormMutation);
  const [, approve] = useMutation(ApproveFormMutation);
  const [, giveBack] = useMutation(ReturnFormMutation);
  const [, ask] = useMutation(AskRevisionMutation);
  const [, allow] = useMutation(AllowRevisionMutation);
  const [, refuse] = useMutation(RefuseRevisionMutation);
  return async ({ text = '', to = 'DRAFT', lateReason = '' }: Values, expectedVersion: number) => {
    const at = { formId, expectedVersion };
    const plain = async (
      sent: Promise<{ error?: Awaited<ReturnType<typeof submit>>['error'] }>,
    ) => ({
      error: (await sent).error,
      problems: 0,
    });
    switch (action) {
      case 'SUBMIT': {
        const { data, error } = await submit({ input: { ...at, lateReason } });
        return { error, problems: data?.submitForm.problems.length ?? 0 };
      }
      case 'RECALL':
        return plain(recall({ input: at }));
      case 'APPROVE':
        return plain(approve({ input: { ...at, text } }));
      case 'RETURN':
        return plain(giveBack({ input: { ...at, to, reason: text } }));
      case 'ASK_REVISION':
        return plain(ask({ input: { ...at, reason: text } }));
      case 'ALLOW_REVISION':
        return plain(allow({ input: { ...at, reason: text } }));
      case 'REFUSE_REVISION':
        return plain(refuse({ input: { ...at, reason: text } }));
    }
  };
}
