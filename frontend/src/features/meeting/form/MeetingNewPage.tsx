import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { MeetingGroundQuery, PlanMeetingMutation } from '../query';
import { MeetingFields } from './MeetingFields';
import { newMeeting, toDetails, type MeetingValues } from './values';
import { today } from '@/lib/format';
import { firstOpen } from '@/lib/withinHome';
import { useViewer } from '@/lib/viewer';
import { PageForm } from '@/ui/edit/PageForm';
import { Loading } from '@/ui/Loading';
import { useNotify } from '@/ui/notify';
import { PageHeader } from '@/ui/PageHeader';

export function Component() {
  const { t } = useTranslation('meeting');
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const notify = useNotify();
  const { homeUnits } = useViewer();
  const [, plan] = useMutation(PlanMeetingMutation);
  const riskId = search.get('risk') || undefined;
  const [{ data, fetching }] = useQuery({
    query: MeetingGroundQuery,
    variables: { id: riskId ?? '' },
    pause: !riskId,
  });
  const risk = data?.node?.__typename === 'RiskPoint' ? data.node : undefined;
  // A meeting is held as high as the viewer stands.
  const path = risk?.unit?.path ?? [];
  const unitId = path[firstOpen(path, homeUnits)]?.id ?? homeUnits[0]?.id;

  const send = async (values: MeetingValues) => {
    const { data, error } = await plan({
      input: { unitId: values.unitId ?? '', details: toDetails(values) },
    });
    if (error) return { error };
    const id = data?.planMeeting.meeting.id;
    return {
      done: () => {
        notify.success(t('form.planned'));
        const more = riskId ? `?risk=${riskId}` : '';
        void navigate(id ? `/meetings/${id}${more}` : '/meetings', { replace: true });
      },
    };
  };

  return (
    <>
      <PageHeader title={t('new')} crumbs={[{ title: t('title'), to: '/meetings' }]} />
      {fetching && !data ? (
        <Loading />
      ) : (
        <PageForm<MeetingValues>
          start={newMeeting(unitId, today())}
          send={send}
          submitLabel={t('new')}
          onCancel={() => void navigate(-1)}
        >
          <MeetingFields />
        </PageForm>
      )}
    </>
  );
}
