import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { CancelMeetingMutation, CloseMeetingMutation, type MeetingDetail } from '../query';
import { useFreshMeeting } from './useFreshMeeting';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';

interface Props {
  meeting: MeetingDetail;
  onClose: () => void;
  onDone: () => void;
}

const noMinutes: { minutes?: string } = { minutes: undefined };

/** Ends the meeting with its minutes; they may be written while it lasts, and wait here. */
export function CloseDialog({ meeting, onClose, onDone }: Props) {
  const { t } = useTranslation('meeting');
  const [, close] = useMutation(CloseMeetingMutation);
  const answer = useAnswer(onDone);
  const fresh = useFreshMeeting(meeting.id);
  return (
    <EditDialog<typeof noMinutes>
      title={t('close.title')}
      intro={t('close.intro')}
      start={noMinutes}
      version={meeting.version}
      draft={`meeting/${meeting.id}/close`}
      gone={t('gone')}
      width={720}
      submitLabel={t('close.title')}
      onClose={onClose}
      send={async ({ minutes = '' }, expectedVersion) =>
        answer(
          await close({ input: { id: meeting.id, expectedVersion, minutes } }),
          t('close.done'),
        )
      }
      fresh={() => fresh(noMinutes, ({ nextSteps }) => nextSteps.includes('CLOSE'))}
    >
      <Form.Item
        name="minutes"
        label={t('close.minutes')}
        extra={t('close.kept')}
        rules={[{ required: true, whitespace: true, message: t('close.need') }]}
      >
        <Input.TextArea autoSize={{ minRows: 8, maxRows: 20 }} />
      </Form.Item>
    </EditDialog>
  );
}

const noReason: { reason?: string } = { reason: undefined };

/** Calls the meeting off. */
export function CancelDialog({ meeting, onClose, onDone }: Props) {
  const { t } = useTranslation('meeting');
  const [, cancel] = useMutation(CancelMeetingMutation);
  const answer = useAnswer(onDone);
  const fresh = useFreshMeeting(meeting.id);
  return (
    <EditDialog<typeof noReason>
      title={t('cancel.title')}
      intro={t('cancel.intro')}
      start={noReason}
      version={meeting.version}
      draft={`meeting/${meeting.id}/cancel`}
      gone={t('gone')}
      submitLabel={t('cancel.title')}
      danger
      onClose={onClose}
      send={async ({ reason = '' }, expectedVersion) =>
        answer(
          await cancel({ input: { id: meeting.id, expectedVersion, reason } }),
          t('cancel.done'),
        )
      }
      fresh={() => fresh(noReason, ({ nextSteps }) => nextSteps.includes('CANCEL'))}
    >
      <Form.Item
        name="reason"
        label={t('cancel.reason')}
        rules={[{ required: true, whitespace: true, message: t('cancel.need') }]}
      >
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </EditDialog>
  );
}
