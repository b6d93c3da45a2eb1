import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { MeetingQuery, type MeetingDetail } from '../query';
import { AgendaEditor } from './AgendaEditor';
import { AgendaItems } from './AgendaItems';
import { Attendance } from './Attendance';
import { CancelDialog, CloseDialog } from './EndDialogs';
import '../meeting.css';
import { useEnum } from '@/lib/enumLabel';
import { formatDate } from '@/lib/format';
import { Facts } from '@/ui/Facts';
import { LinkButton } from '@/ui/LinkButton';
import { NotFound } from '@/ui/NotFound';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({
    query: MeetingQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => reload({ requestPolicy: 'network-only' });
  return (
    <Query result={result} onRetry={again} rows={12}>
      {({ node }) =>
        node?.__typename === 'Meeting' ? (
          <MeetingView key={node.id} meeting={node} onChanged={again} />
        ) : (
          <NotFound />
        )
      }
    </Query>
  );
}

/** One meeting: its agenda while it is planned, votes while it is open, what it decided later. */
export function MeetingView({
  meeting,
  onChanged,
}: {
  meeting: MeetingDetail;
  onChanged: () => void;
}) {
  const { t } = useTranslation('meeting');
  const state = useEnum('MeetingState');
  const [open, setOpen] = useState<'close' | 'cancel' | null>(null);
  const [unsaved, setUnsaved] = useState(false);
  const holds = meeting.allowedActions.includes('HOLD_MEETINGS');
  const may = (step: MeetingDetail['nextSteps'][number]) =>
    holds && meeting.nextSteps.includes(step);
  const dialog = {
    meeting,
    onClose: () => setOpen(null),
    onDone: () => {
      setOpen(null);
      onChanged();
    },
  };
  return (
    <>
      <PageHeader
        title={meeting.title}
        crumbs={[{ title: t('title'), to: '/meetings' }]}
        tags={<span className="tag">{state.label(meeting.state)}</span>}
        actions={
          <>
            {may('CLOSE') && (
              <Button type="primary" onClick={() => setOpen('close')}>
                {t('close.title')}
              </Button>
            )}
            {may('REVISE') && (
              <LinkButton to={`/meetings/${meeting.id}/edit`}>{t('edit')}</LinkButton>
            )}
            <LinkButton to={`/meetings/${meeting.id}/sheet`}>{t('sheet.open')}</LinkButton>
            {may('CANCEL') && (
              <Button danger onClick={() => setOpen('cancel')}>
                {t('cancel.title')}
              </Button>
            )}
          </>
        }
      />
      <section className="panel">
        <Facts
          items={[
            [t('field.unit'), meeting.unit?.name],
            [t('field.heldOn'), formatDate(meeting.heldOn)],
            [t('field.place'), meeting.place],
            [t('field.campaign'), meeting.campaign?.title],
            [t('field.recorder'), meeting.recorder?.name],
            [t('field.quorum'), String(meeting.quorum)],
          ]}
        />
        {meeting.cancelReason && (
          <p className="prose">
            {t('cancel.reason')}：{meeting.cancelReason}
          </p>
        )}
      </section>
      {may('REVISE') ? (
        <AgendaEditor meeting={meeting} onChanged={onChanged} onUnsaved={setUnsaved} />
      ) : (
        <AgendaItems meeting={meeting} onChanged={onChanged} />
      )}
      <Attendance
        meeting={meeting}
        mark={may('OPEN')}
        agendaUnsaved={unsaved && may('REVISE')}
        onChanged={onChanged}
      />
      {meeting.minutes && (
        <section className="panel">
          <h2>{t('close.minutes')}</h2>
          <p className="prose">{meeting.minutes}</p>
        </section>
      )}
      {open === 'close' && <CloseDialog {...dialog} />}
      {open === 'cancel' && <CancelDialog {...dialog} />}
    </>
  );
}
