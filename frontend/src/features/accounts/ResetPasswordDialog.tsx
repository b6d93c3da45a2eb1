import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { FirstPasswordField } from './FirstPasswordField';
import { ResetPasswordMutation, type AccountItem } from './query';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';

interface Props {
  account: AccountItem;
  onClose: () => void;
  onDone: () => void;
}

export function ResetPasswordDialog({ account, onClose, onDone }: Props) {
  const { t } = useTranslation('accounts');
  const answer = useAnswer(onDone);
  const [, reset] = useMutation(ResetPasswordMutation);
  return (
    <EditDialog<{ firstPassword?: string }>
      title={t('reset.title', { name: account.loginName })}
      intro={t('reset.follows')}
      start={{ firstPassword: undefined }}
      submitLabel={t('reset.action')}
      onClose={onClose}
      send={async ({ firstPassword = '' }) => {
        const sent = await reset({ input: { accountId: account.id, firstPassword } });
        const waits = sent.data?.resetPassword.act != null;
        return answer(sent, t(waits ? 'waits' : 'reset.done', { name: account.loginName }));
      }}
    >
      <FirstPasswordField />
    </EditDialog>
  );
}
