import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { FirstPasswordField } from './FirstPasswordField';
import { CreateAccountMutation } from './query';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';
import { PersonSelect } from '@/ui/PersonSelect';

interface Values {
  loginName?: string;
  personId?: string;
  firstPassword?: string;
}

interface Props {
  onClose: () => void;
  onDone: (loginName: string) => void;
}

export function CreateAccountDialog({ onClose, onDone }: Props) {
  const { t } = useTranslation('accounts');
  const answer = useAnswer(() => undefined);
  const [, create] = useMutation(CreateAccountMutation);
  return (
    <EditDialog<Values>
      title={t('create.title')}
      intro={t('create.follows')}
      start={{ loginName: undefined, personId: undefined, firstPassword: undefined }}
      submitLabel={t('create.action')}
      onClose={onClose}
      send={async ({ loginName = '', personId, firstPassword = '' }) => {
        const made = await create({
          input: { loginName, personId: personId ?? null, firstPassword },
        });
        const waits = made.data?.createAccount.act != null;
        const sent = answer(made, t(waits ? 'create.waits' : 'create.done', { name: loginName }));
        if (!('done' in sent)) return sent;
        return {
          done: () => {
            sent.done();
            onDone(loginName.trim().toLowerCase());
          },
        };
      }}
    >
      <Form.Item
        name="loginName"
        label={t('field.loginName')}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="personId" label={t('field.person')} extra={t('create.personHint')}>
        <PersonSelect />
      </Form.Item>
      <FirstPasswordField />
    </EditDialog>
  );
}
