import { useState } from 'react';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation } from 'urql';
import { AssignFormMutation, FormEntryQuery, type FormHead } from '../query';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';
import { PersonSelect } from '@/ui/PersonSelect';

interface Props {
  form: FormHead;
  onChanged: () => void;
}

interface Values {
  personId?: string;
}

/** Tells somebody of the department to fill in the form. */
export function AssignButton({ form, onChanged }: Props) {
  const { t } = useTranslation('form');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('assign.button')}</Button>
      {open && (
        <AssignDialog
          form={form}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            onChanged();
          }}
        />
      )}
    </>
  );
}

function AssignDialog({
  form,
  onClose,
  onDone,
}: {
  form: FormHead;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation('form');
  const client = useClient();
  const [, assign] = useMutation(AssignFormMutation);
  const answer = useAnswer(onDone);
  return (
    <EditDialog<Values>
      title={t('assign.title')}
      intro={t('assign.intro')}
      start={{ personId: form.preparer?.id }}
      version={form.version}
      onClose={onClose}
      submitLabel={t('assign.button')}
      send={async ({ personId }, expectedVersion) => {
        const input = { formId: form.id, expectedVersion, personId: personId ?? null };
        return answer(await assign({ input }), t('assign.done'));
      }}
      fresh={async () => {
        const { data } = await client
          .query(FormEntryQuery, { id: form.id }, { requestPolicy: 'network-only' })
          .toPromise();
        return data?.node?.__typename === 'Form'
          ? { start: { personId: data.node.preparer?.id }, version: data.node.version }
          : null;
      }}
    >
      <Form.Item name="personId" label={t('assign.person')} extra={t('assign.hint')}>
        <PersonSelect unitId={form.unit?.id} placeholder={t('head.theHead')} />
      </Form.Item>
    </EditDialog>
  );
}
