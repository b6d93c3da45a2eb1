import { useTranslation } from 'react-i18next';
import { useClient, useMutation } from 'urql';
import { DetailFields } from './DetailFields';
import { detailsOf, fieldOf, hides, toDetails, type DetailValues } from './details';
import { ReviseMutation, SessionQuery, type Session } from './query';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';
import { ReasonField } from '@/ui/ReasonField';

interface Values extends DetailValues {
  reason?: string;
}

interface Props {
  session: Session;
  onClose: () => void;
  onDone: () => void;
}

function valuesOf(session: Session): Values {
  return { ...detailsOf(session), reason: undefined };
}

/** Changes what a session is; of one that was held with a reason. */
export function ReviseDialog({ session, onClose, onDone }: Props) {
  const { t } = useTranslation('education');
  const client = useClient();
  const answer = useAnswer(onDone);
  const [, revise] = useMutation(ReviseMutation);
  const { id, state } = session;
  return (
    <EditDialog<Values>
      title={t('revise.title')}
      intro={state === 'HELD' ? t('revise.held') : undefined}
      start={valuesOf(session)}
      version={session.version}
      draft={`education/revise/${id}`}
      width={720}
      fieldOf={fieldOf}
      onClose={onClose}
      send={async ({ reason = '', ...details }, expectedVersion) =>
        answer(
          await revise({
            input: { sessionId: id, expectedVersion, details: toDetails(details), reason },
          }),
          t('revise.done'),
        )
      }
      fresh={async () => {
        const { data } = await client
          .query(SessionQuery, { id }, { requestPolicy: 'network-only' })
          .toPromise();
        return data?.node?.__typename === 'EducationSession'
          ? { start: valuesOf(data.node), version: data.node.version }
          : null;
      }}
    >
      <DetailFields hidesLeader={hides(session)} />
      {state === 'HELD' && <ReasonField />}
    </EditDialog>
  );
}
