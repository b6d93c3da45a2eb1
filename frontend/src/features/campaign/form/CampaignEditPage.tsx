import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useClient, useMutation, useQuery } from 'urql';
import { CampaignFields } from './CampaignFields';
import { CampaignPlanQuery, ReviseCampaignMutation, type CampaignPlan } from './query';
import { fieldOf, fromCampaign, toDetails, type CampaignValues } from './values';
import { PageForm } from '@/ui/edit/PageForm';
import { NotFound } from '@/ui/NotFound';
import { useNotify } from '@/ui/notify';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({
    query: CampaignPlanQuery,
    variables: { id },
    requestPolicy: 'network-only',
  });
  return (
    <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })}>
      {({ node }) =>
        node?.__typename === 'Campaign' ? <Edit key={node.id} campaign={node} /> : <NotFound />
      }
    </Query>
  );
}

function Edit({ campaign }: { campaign: CampaignPlan }) {
  const { t } = useTranslation('campaign');
  const navigate = useNavigate();
  const notify = useNotify();
  const client = useClient();
  const [, revise] = useMutation(ReviseCampaignMutation);
  const back = `/campaigns/${campaign.id}`;

  const send = async (values: CampaignValues, version: number) => {
    const { error } = await revise({
      input: { id: campaign.id, expectedVersion: version, details: toDetails(values) },
    });
    if (error) return { error };
    return {
      done: () => {
        notify.success(t('form.revised'));
        void navigate(back, { replace: true });
      },
    };
  };
  const fresh = async () => {
    const { data } = await client
      .query(CampaignPlanQuery, { id: campaign.id }, { requestPolicy: 'network-only' })
      .toPromise();
    return data?.node?.__typename === 'Campaign'
      ? { start: fromCampaign(data.node), version: data.node.version }
      : null;
  };

  return (
    <>
      <PageHeader
        title={t('form.editTitle')}
        crumbs={[
          { title: t('title'), to: '/campaigns' },
          { title: campaign.title, to: back },
        ]}
      />
      <PageForm<CampaignValues>
        start={fromCampaign(campaign)}
        version={campaign.version}
        send={send}
        fieldOf={fieldOf}
        fresh={fresh}
        onCancel={() => void navigate(back)}
      >
        <CampaignFields fixedUnit open={campaign.openedAt !== null} />
      </PageForm>
    </>
  );
}
