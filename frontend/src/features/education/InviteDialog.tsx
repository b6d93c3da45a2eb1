import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { ExpectedCount } from './ExpectedCount';
import { SetParticipantsMutation, type Session } from './query';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';
import { PersonSelect } from '@/ui/PersonSelect';
import { PostSelect } from '@/ui/PostSelect';
import { ReasonField } from '@/ui/ReasonField';
import { UnitSelect } from '@/ui/UnitSelect';

interface Values {
  unitId?: string;
  postIds: string[];
  personIds: string[];
  reason?: string;
}

interface Props {
  session: Session;
  onClose: () => void;
  onDone: () => void;
}

/** Expects more people at a session: of a unit, by their posts, or one by one. Who is expected already stays. */
export function InviteDialog({ session, onClose, onDone }: Props) {
  const { t } = useTranslation('education');
  const answer = useAnswer(onDone);
  const [, set] = useMutation(SetParticipantsMutation);
  const held = session.state === 'HELD';
  return (
    <EditDialog<Values>
      title={t('invite.title')}
      intro={t(held ? 'invite.held' : 'invite.planned')}
      start={{ unitId: undefined, postIds: [], personIds: [], reason: undefined }}
      version={session.version}
      draft={`education/invite/${session.id}`}
      submitLabel={t('invite.send')}
      fieldOf={(path) => path.replace(/^(input\.)?add\./, '').replace('unitIds', 'unitId')}
      onClose={onClose}
      send={async ({ unitId, postIds, personIds, reason = '' }, expectedVersion) =>
        answer(
          await set({
            input: {
              sessionId: session.id,
              expectedVersion,
              add: { unitIds: unitId ? [unitId] : [], postIds, personIds },
              reason,
            },
          }),
          t('invite.done'),
        )
      }
    >
      <Form.Item name="unitId" label={t('invite.unit')}>
        <UnitSelect />
      </Form.Item>
      <Form.Item name="postIds" label={t('invite.posts')}>
        <PostSelect multiple />
      </Form.Item>
      <Form.Item name="personIds" label={t('plan.people')}>
        <PersonSelect multiple />
      </Form.Item>
      <Form.Item noStyle dependencies={['unitId', 'postIds', 'personIds']}>
        {({ getFieldsValue }) => {
          const { unitId, postIds, personIds } = getFieldsValue(true) as Values;
          return (
            <ExpectedCount
              on={session.heldOn}
              unitIds={unitId ? [unitId] : []}
              postIds={postIds}
              personIds={personIds}
            />
          );
        }}
      </Form.Item>
      {held && <ReasonField />}
    </EditDialog>
  );
}
