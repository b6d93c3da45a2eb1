import { Alert, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation } from 'urql';
import { AddPersonMutation, EraseTextsMutation, UpdatePersonMutation } from './mutations';
import { newest, type Newest } from './newest';
import type { UnitDialogProps } from './UnitDialogs';
import type { PersonItem } from '../query';
import type { Enum } from '@/gql';
import { EditDialog } from '@/ui/edit/EditDialog';
import { EnumPicker } from '@/ui/edit/EnumPicker';
import { useAnswer } from '@/ui/edit/useAnswer';
import { UnitSelect } from '@/ui/UnitSelect';

interface PersonValues {
  unitId?: string;
  staffNumber?: string;
  name?: string;
  jobTitle?: string;
  politicalStatus?: Enum<'PoliticalStatus'>;
}

function PersonFields() {
  const { t } = useTranslation('organisationEdit');
  return (
    <>
      <Form.Item
        name="name"
        label={t('person.name')}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="staffNumber"
        label={t('person.staffNumber')}
        extra={t('person.staffNumberHint')}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="jobTitle" label={t('person.jobTitle')}>
        <Input />
      </Form.Item>
      <Form.Item name="politicalStatus" label={t('person.politicalStatus')}>
        <EnumPicker name="PoliticalStatus" allowClear />
      </Form.Item>
      <Form.Item name="unitId" label={t('person.unit')} rules={[{ required: true }]}>
        <UnitSelect from="all" allowClear={false} />
      </Form.Item>
    </>
  );
}

function toInput({ unitId, staffNumber, name, jobTitle, politicalStatus }: PersonValues) {
  return {
    unitId: unitId ?? '',
    staffNumber: staffNumber?.trim() || null,
    name: name ?? '',
    jobTitle: jobTitle ?? '',
    politicalStatus: politicalStatus ?? null,
  };
}

export function AddPersonDialog({ unit, onClose, onDone }: UnitDialogProps) {
  const { t } = useTranslation('organisationEdit');
  const answer = useAnswer(onDone);
  const [, add] = useMutation(AddPersonMutation);
  return (
    <EditDialog<PersonValues>
      title={t('person.add', { name: unit.name })}
      start={{
        unitId: unit.id,
        staffNumber: undefined,
        name: undefined,
        jobTitle: undefined,
        politicalStatus: undefined,
      }}
      onClose={onClose}
      send={async (values) =>
        answer(await add({ input: toInput(values) }), t('person.added', { name: values.name }))
      }
    >
      <PersonFields />
    </EditDialog>
  );
}

const personValues = (person: PersonItem | Newest<'Person'>): PersonValues => ({
  unitId: person.unit?.id,
  staffNumber: person.staffNumber ?? undefined,
  name: person.name,
  jobTitle: person.jobTitle,
  politicalStatus: person.politicalStatus ?? undefined,
});

interface PersonDialogProps {
  person: PersonItem;
  onClose: () => void;
  onDone: () => void;
}

export function EditPersonDialog({ person, onClose, onDone }: PersonDialogProps) {
  const { t } = useTranslation('organisationEdit');
  const client = useClient();
  const answer = useAnswer(onDone);
  const [, update] = useMutation(UpdatePersonMutation);
  return (
    <EditDialog<PersonValues>
      title={t('person.edit', { name: person.name })}
      intro={t('person.editFollows')}
      start={personValues(person)}
      version={person.version}
      onClose={onClose}
      send={async (values, expectedVersion) =>
        answer(
          await update({ input: { id: person.id, expectedVersion, ...toInput(values) } }),
          t('saved'),
        )
      }
      fresh={async () => {
        const now = await newest(client, 'Person', person.id);
        return now && { start: personValues(now), version: now.version };
      }}
    >
      <PersonFields />
    </EditDialog>
  );
}

/** Takes what the law wants forgotten off a person who has left; it cannot be taken back. */
export function EraseTextsDialog({ person, onClose, onDone }: PersonDialogProps) {
  const { t } = useTranslation('organisationEdit');
  const answer = useAnswer(onDone);
  const [, erase] = useMutation(EraseTextsMutation);
  return (
    <EditDialog<{ reason?: string }>
      title={t('erase.title', { name: person.name })}
      intro={t('erase.intro')}
      start={{ reason: undefined }}
      danger
      submitLabel={t('erase.submit')}
      onClose={onClose}
      send={async ({ reason = '' }) => {
        const result = await erase({ input: { personId: person.id, reason: reason.trim() } });
        return answer(result, t('erase.done', { count: result.data?.eraseTexts.entries ?? 0 }));
      }}
    >
      <Alert
        type="warning"
        showIcon
        className="edit-warning"
        title={t('erase.warning', { name: person.name })}
      />
      <Form.Item
        name="reason"
        label={t('erase.reason')}
        extra={t('erase.reasonHint')}
        rules={[{ required: true, whitespace: true, message: t('erase.need') }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </EditDialog>
  );
}
