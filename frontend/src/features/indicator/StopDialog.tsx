import { useTranslation } from 'react-i18next';
import { useClient, useMutation } from 'urql';
import { IndicatorQuery, StopIndicatorMutation, type Indicator } from './query';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';
import { ReasonField } from '@/ui/ReasonField';

interface Props {
  indicator: Indicator;
  onClose: () => void;
  onDone: () => void;
}

/** Stops an indicator, with a reason. */
export function StopDialog({ indicator: { id, name, version }, onClose, onDone }: Props) {
  const { t } = useTranslation('indicator');
  const client = useClient();
  const answer = useAnswer(onDone);
  const [, stop] = useMutation(StopIndicatorMutation);
  const start: { reason?: string } = { reason: undefined };
  return (
    <EditDialog<{ reason?: string }>
      title={t('stop.title', { name })}
      intro={t('stop.follows')}
      start={start}
      version={version}
      draft={`indicator/stop/${id}`}
      submitLabel={t('stop.action')}
      danger
      onClose={onClose}
      send={async ({ reason = '' }, expectedVersion) =>
        answer(await stop({ input: { indicatorId: id, expectedVersion, reason } }), t('stop.done'))
      }
      fresh={async () => {
        const { data } = await client
          .query(IndicatorQuery, { id }, { requestPolicy: 'network-only' })
          .toPromise();
        return data?.node?.__typename === 'Indicator'
          ? { start, version: data.node.version }
          : null;
      }}
    >
      <ReasonField label={t('facts.stopped')} />
    </EditDialog>
  );
}
