import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { RemoveAttachmentMutation, type Attachment } from './query';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';
import { ReasonField } from '@/ui/ReasonField';

interface Props {
  file: Attachment;
  onClose: () => void;
  onDone: () => void;
}

export function RemoveDialog({ file, onClose, onDone }: Props) {
  const { t } = useTranslation('attachment');
  const answer = useAnswer(onDone);
  const [, remove] = useMutation(RemoveAttachmentMutation);
  return (
    <EditDialog<{ reason?: string }>
      title={t('remove.named', { name: file.name })}
      intro={t('remove.follows')}
      start={{ reason: undefined }}
      submitLabel={t('remove.action')}
      danger
      draft={`attachment/${file.id}`}
      onClose={onClose}
      send={async ({ reason = '' }) =>
        answer(await remove({ input: { attachmentId: file.id, reason } }), t('remove.done'))
      }
    >
      <ReasonField />
    </EditDialog>
  );
}
