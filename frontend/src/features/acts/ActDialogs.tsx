import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { ActFacts } from './ActFacts';
import {
  ConfirmActMutation,
  ConfirmActsMutation,
  DeclineActMutation,
  WithdrawActMutation,
  type Act,
} from './query';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';
import { ReasonField } from '@/ui/ReasonField';

interface Frame {
  onClose: () => void;
  onDone: () => void;
}

export function ConfirmActDialog({ act, onClose, onDone }: Frame & { act: Act }) {
  const { t } = useTranslation('acts');
  const answer = useAnswer(onDone);
  const [, confirm] = useMutation(ConfirmActMutation);
  return (
    <EditDialog<object>
      title={t('confirm.title')}
      intro={t('confirm.follows')}
      start={{}}
      submitLabel={t('confirm.action')}
      onClose={onClose}
      send={async () => {
        const sent = await confirm({ input: { actId: act.id } });
        const waits = sent.data?.confirmAct.act.status === 'PENDING';
        return answer(sent, t(waits ? 'confirm.first' : 'confirm.done'));
      }}
    >
      <ActFacts act={act} />
    </EditDialog>
  );
}

export function ConfirmAllDialog({ acts, onClose, onDone }: Frame & { acts: Act[] }) {
  const { t } = useTranslation('acts');
  const answer = useAnswer(onDone);
  const [, confirm] = useMutation(ConfirmActsMutation);
  return (
    <EditDialog<object>
      title={t('startUp.confirm')}
      intro={t('startUp.follows', { count: acts.length })}
      start={{}}
      submitLabel={t('confirm.action')}
      onClose={onClose}
      send={async () =>
        answer(await confirm({ input: { actIds: acts.map(({ id }) => id) } }), t('startUp.done'))
      }
    >
      {null}
    </EditDialog>
  );
}

export function DeclineActDialog({ act, onClose, onDone }: Frame & { act: Act }) {
  const { t } = useTranslation('acts');
  const answer = useAnswer(onDone);
  const [, decline] = useMutation(DeclineActMutation);
  return (
    <EditDialog<{ reason?: string }>
      title={t('decline.title')}
      intro={t('decline.follows')}
      start={{ reason: undefined }}
      submitLabel={t('decline.action')}
      danger
      onClose={onClose}
      send={async ({ reason = '' }) =>
        answer(await decline({ input: { actId: act.id, reason } }), t('decline.done'))
      }
    >
      <ActFacts act={act} />
      <ReasonField label={t('decline.reason')} />
    </EditDialog>
  );
}

export function WithdrawActDialog({ act, onClose, onDone }: Frame & { act: Act }) {
  const { t } = useTranslation('acts');
  const answer = useAnswer(onDone);
  const [, withdraw] = useMutation(WithdrawActMutation);
  return (
    <EditDialog<object>
      title={t('withdraw.title')}
      intro={t('withdraw.follows')}
      start={{}}
      submitLabel={t('withdraw.action')}
      danger
      onClose={onClose}
      send={async () => answer(await withdraw({ input: { actId: act.id } }), t('withdraw.done'))}
    >
      <ActFacts act={act} />
    </EditDialog>
  );
}
