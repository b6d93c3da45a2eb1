import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useMutation } from 'urql';
import { CampaignFields } from './CampaignFields';
import { PlanCampaignMutation } from './query';
import { fieldOf, newCampaign, toDetails, type CampaignValues } from './values';
import { today } from '@/lib/format';
import { useViewer } from '@/lib/viewer';
import { PageForm } from '@/ui/edit/PageForm';
import { useNotify } from '@/ui/notify';
import { PageHeader } from '@/ui/PageHeader';

export function Component() {
  const { t } = useTranslation('campaign');
  const [search] = useSearchParams();
  const { homeUnits } = useViewer();
  const navigate = useNavigate();
  const notify = useNotify();
  const [, plan] = useMutation(PlanCampaignMutation);
  const unitId = search.get('unit') ?? homeUnits[0]?.id;

  const send = async (values: CampaignValues) => {
    const { data, error } = await plan({
      input: { unitId: values.unitId ?? '', details: toDetails(values) },
    });
    if (error) return { error };
    const id = data?.planCampaign.campaign.id;
    return {
      done: () => {
        notify.success(t('form.planned'));
        void navigate(id ? `/campaigns/${id}` : '/campaigns', { replace: true });
      },
    };
  };

  return (
    <>
      <PageHeader title={t('form.newTitle')} crumbs={[{ title: t('title'), to: '/campaigns' }]} />
      <PageForm<CampaignValues>
        start={newCampaign(unitId, Number(today().slice(0, 4)))}
        send={send}
        fieldOf={fieldOf}
        onCancel={() => void navigate('/campaigns')}
      >
        <CampaignFields />
      </PageForm>
    </>
  );
}
