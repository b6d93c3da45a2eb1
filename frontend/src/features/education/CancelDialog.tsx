import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { CancelMutation, type Session } from './query';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';
import { ReasonField } from '@/ui/ReasonField';

interface Props {
  session: Session;
  onClose: () => void;
  onDone: () => void;
}

/** Cancels a session, with a reason. */
export function CancelDialog({ session: { id, version, topic, state }, onClose, onDone }: Props) {
  const { t } = useTranslation('education');
  const answer = useAnswer(onDone);
  const [, cancel] = useMutation(CancelMutation);
  return (
    <EditDialog<{ reason?: string }>
      title={t('cancel.title', { topic })}
      intro={t(state === 'HELD' ? 'cancel.held' : 'cancel.planned')}
      start={{ reason: undefined }}
      version={version}
      draft={`education/cancel/${id}`}
      submitLabel={t('cancel.action')}
      danger
      onClose={onClose}
      send={async ({ reason = '' }, expectedVersion) =>
        answer(
          await cancel({ input: { sessionId: id, expectedVersion, reason } }),
          t('cancel.done'),
        )
      }
    >
      <ReasonField />
    </EditDialog>
  );
}
