import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { DeclareRelationMutation, EndRelationMutation, type Relation } from './query';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { DateInput } from '@/ui/DateInput';
import { Dialog } from '@/ui/Dialog';
import { PersonSelect } from '@/ui/PersonSelect';

interface Frame {
  onClose: () => void;
  onDone: () => void;
}

interface Values {
  otherId?: string;
  kind?: Enum<'RelationKind'>;
  from?: string;
  to?: string;
  note?: string;
}

/** Declares that a person is closely related to another. */
export function DeclareDialog({ personId, onClose, onDone }: Frame & { personId: string }) {
  const { t } = useTranslation('balance');
  const [form] = Form.useForm<Values>();
  const [, declare] = useMutation(DeclareRelationMutation);
  const kind = useEnum('RelationKind');
  return (
    <Dialog<Values>
      title={t('relation.declare')}
      open
      onClose={onClose}
      form={form}
      submit={async ({ otherId = '', kind: chosen = 'OTHER', from = '', note = '' }) => {
        const { error } = await declare({
          input: { personId, otherId, kind: chosen, from, note },
        });
        if (error) return error;
        onDone();
      }}
    >
      <Form.Item name="otherId" label={t('relation.other')} rules={[{ required: true }]}>
        <PersonSelect />
      </Form.Item>
      <Form.Item name="kind" label={t('relation.kind')} rules={[{ required: true }]}>
        <Select options={kind.options} />
      </Form.Item>
      <Form.Item name="from" label={t('relation.from')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
      <Form.Item name="note" label={t('relation.note')} rules={[{ max: 500 }]}>
        <Input.TextArea rows={2} />
      </Form.Item>
    </Dialog>
  );
}

/** Ends a close relation with its last day. */
export function EndRelationDialog({ relation, onClose, onDone }: Frame & { relation: Relation }) {
  const { t } = useTranslation('balance');
  const [form] = Form.useForm<Values>();
  const [, end] = useMutation(EndRelationMutation);
  return (
    <Dialog<Values>
      title={t('relation.end')}
      open
      onClose={onClose}
      form={form}
      submit={async ({ to = '' }) => {
        const { error } = await end({
          input: { relationId: relation.id, expectedVersion: relation.version, to },
        });
        if (error) return error;
        onDone();
      }}
    >
      <Form.Item name="to" label={t('relation.to')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
    </Dialog>
  );
}
