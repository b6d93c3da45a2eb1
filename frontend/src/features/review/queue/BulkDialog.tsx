import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import type { BulkResult } from './BulkResults';
import { ReviewFormsMutation, type QueueRow } from '../query';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { EditDialog } from '@/ui/edit/EditDialog';

interface Props {
  rows: QueueRow[];
  onClose: () => void;
  onDone: (results: BulkResult[]) => void;
}

interface Values {
  verdict: Enum<'Verdict'>;
  text?: string;
}

/** One answer for several forms. Each is answered by itself. */
export function BulkDialog({ rows, onClose, onDone }: Props) {
  const { t } = useTranslation('review');
  const verdicts = useEnum('Verdict');
  const kind = useEnum('FormKind');
  const [, review] = useMutation(ReviewFormsMutation);
  return (
    <EditDialog<Values>
      title={t('queue.answer', { count: rows.length })}
      intro={t('queue.follows')}
      start={{ verdict: 'APPROVED', text: '' }}
      submitLabel={t('queue.send')}
      draft="review/queue"
      onClose={onClose}
      send={async ({ verdict, text = '' }) => {
        const { data, error } = await review({
          input: {
            verdicts: rows.map(({ id, version }) => ({
              formId: id,
              expectedVersion: version,
              verdict,
              text,
            })),
          },
        });
        if (error) return { error };
        const named = new Map(
          rows.map((row) => [
            row.id,
            `${kind.label(row.kind)} ${row.person?.name ?? row.unit?.name ?? ''}`,
          ]),
        );
        return {
          // What was written for those that were refused is found again.
          keep: data?.reviewForms.results.some(({ errors }) => errors.length > 0),
          done: () =>
            onDone(
              (data?.reviewForms.results ?? []).map(({ formId, form, errors }) => ({
                id: formId,
                name: named.get(formId) ?? '',
                state: form?.state ?? null,
                errors: errors.map(({ message }) => message),
              })),
            ),
        };
      }}
    >
      <Form.Item name="verdict" label={t('field.verdict')} rules={[{ required: true }]}>
        <Radio.Group
          options={(['APPROVED', 'RETURNED'] as const).map((value) => ({
            value,
            label: verdicts.label(value),
          }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['verdict']}>
        {({ getFieldValue }) => (
          <Form.Item
            name="text"
            label={t(getFieldValue('verdict') === 'RETURNED' ? 'field.reason' : 'field.comment')}
            rules={[{ required: getFieldValue('verdict') === 'RETURNED', whitespace: true }]}
          >
            <Input.TextArea rows={4} maxLength={2000} showCount />
          </Form.Item>
        )}
      </Form.Item>
    </EditDialog>
  );
}
