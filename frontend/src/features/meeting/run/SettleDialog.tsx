import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import {
  DecideItemMutation,
  DeferItemMutation,
  type AgendaItem,
  type MeetingDetail,
} from '../query';
import { isRunning } from './agenda';
import { useFreshMeeting } from './useFreshMeeting';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';

interface Props {
  kind: 'decide' | 'defer';
  meeting: MeetingDetail;
  item: AgendaItem;
  onClose: () => void;
  onDone: () => void;
}

const start: { reason?: string } = { reason: undefined };

/** Writes down what the votes came to, or puts the item off. */
export function SettleDialog({ kind, meeting, item, onClose, onDone }: Props) {
  const { t } = useTranslation('meeting');
  const [, decide] = useMutation(DecideItemMutation);
  const [, defer] = useMutation(DeferItemMutation);
  const answer = useAnswer(onDone);
  const fresh = useFreshMeeting(meeting.id);
  const deciding = kind === 'decide';
  const follows = item.count.result === 'CARRIED' ? 'vote.carried' : 'vote.rejected';
  const itemOf = (now: MeetingDetail) => now.items.find(({ id }) => id === item.id);
  return (
    <EditDialog<typeof start>
      title={t(deciding ? 'vote.decide' : 'vote.defer')}
      intro={deciding && t(follows)}
      start={start}
      version={item.version}
      draft={`meeting/item/${item.id}/${kind}`}
      gone={t('gone')}
      submitLabel={t(deciding ? 'vote.decide' : 'vote.defer')}
      onClose={onClose}
      send={async ({ reason = '' }, expectedVersion) => {
        const input = { itemId: item.id, expectedVersion, reason };
        return answer(
          deciding ? await decide({ input }) : await defer({ input }),
          t(deciding ? 'vote.decided' : 'vote.deferred'),
        );
      }}
      fresh={() =>
        fresh(
          start,
          (now) => isRunning(now, itemOf(now)),
          (now) => itemOf(now)?.version,
        )
      }
    >
      <Form.Item
        name="reason"
        label={t(deciding ? 'vote.reason' : 'vote.deferReason')}
        extra={deciding ? t('vote.reasonHint') : undefined}
        rules={deciding ? [] : [{ required: true, whitespace: true, message: t('vote.need') }]}
      >
        <Input.TextArea rows={3} maxLength={2000} showCount />
      </Form.Item>
    </EditDialog>
  );
}
