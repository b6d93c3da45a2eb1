import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import {
  DisableAccountMutation,
  EnableAccountMutation,
  ResetSecondFactorMutation,
  type AccountItem,
} from './query';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';
import { ReasonField } from '@/ui/ReasonField';

interface Props {
  account: AccountItem;
  onClose: () => void;
  onDone: () => void;
}

interface Values {
  reason?: string;
}

const start: Values = { reason: undefined };

export function DisableAccountDialog({ account, onClose, onDone }: Props) {
  const { t } = useTranslation('accounts');
  const answer = useAnswer(onDone);
  const [, disable] = useMutation(DisableAccountMutation);
  const name = account.loginName;
  return (
    <EditDialog<Values>
      title={t('disable.title', { name })}
      intro={t('disable.follows')}
      start={start}
      submitLabel={t('disable.action')}
      danger
      onClose={onClose}
      send={async ({ reason = '' }) =>
        answer(
          await disable({ input: { accountId: account.id, reason } }),
          t('disable.done', { name }),
        )
      }
    >
      <ReasonField />
    </EditDialog>
  );
}

export function EnableAccountDialog({ account, onClose, onDone }: Props) {
  const { t } = useTranslation('accounts');
  const answer = useAnswer(onDone);
  const [, enable] = useMutation(EnableAccountMutation);
  const name = account.loginName;
  return (
    <EditDialog<Values>
      title={t('enable.title', { name })}
      intro={t('enable.follows')}
      start={start}
      submitLabel={t('enable.action')}
      onClose={onClose}
      send={async ({ reason = '' }) =>
        answer(
          await enable({ input: { accountId: account.id, reason } }),
          t('enable.done', { name }),
        )
      }
    >
      <ReasonField />
    </EditDialog>
  );
}

export function ResetFactorDialog({ account, onClose, onDone }: Props) {
  const { t } = useTranslation('accounts');
  const answer = useAnswer(onDone);
  const [, reset] = useMutation(ResetSecondFactorMutation);
  const name = account.loginName;
  return (
    <EditDialog<Values>
      title={t('resetFactor.title', { name })}
      intro={t('resetFactor.follows')}
      start={start}
      submitLabel={t('resetFactor.action')}
      danger
      onClose={onClose}
      send={async ({ reason = '' }) => {
        const sent = await reset({ input: { accountId: account.id, reason } });
        const waits = sent.data?.resetSecondFactor.act != null;
        return answer(sent, t(waits ? 'waits' : 'resetFactor.done', { name }));
      }}
    >
      <ReasonField />
    </EditDialog>
  );
}
