import { useCallback } from 'react';
import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { isWorking, percentOf, type JobItem } from '../jobs/query';
import { useAskAgain } from '../jobs/useAskAgain';
import { statusOf } from '../list/state';
import { CampaignActions } from './CampaignActions';
import { ExportCampaignButton } from '@/features/paper/door';
import { PhaseBar } from './PhaseBar';
import { ProgressPanel } from './ProgressPanel';
import { CampaignDetailQuery, type CampaignDetail } from './query';
import '../campaign.css';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import { can, useViewer } from '@/lib/viewer';
import { Facts } from '@/ui/Facts';
import { NotFound } from '@/ui/NotFound';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({ query: CampaignDetailQuery, variables: { id } });
  const again = useCallback(() => reload({ requestPolicy: 'network-only' }), [reload]);
  const node = result.data?.node;
  useAskAgain(node?.__typename === 'Campaign' && isWorking(node.job), result, again);
  return (
    <Query result={result} onRetry={again}>
      {({ node }) =>
        node?.__typename === 'Campaign' ? (
          <Detail campaign={node} onChanged={again} />
        ) : (
          <NotFound />
        )
      }
    </Query>
  );
}

function Detail({ campaign, onChanged }: { campaign: CampaignDetail; onChanged: () => void }) {
  const { t } = useTranslation(['campaign', 'common']);
  const phase = useEnum('CampaignPhase');
  const viewer = useViewer();
  return (
    <>
      <PageHeader
        title={campaign.title}
        crumbs={[{ title: t('campaign:title'), to: '/campaigns' }]}
        tags={
          <>
            <span className="tag">{phase.label(campaign.phase)}</span>
            <span className="tag">{t(`campaign:status.${statusOf(campaign)}`)}</span>
          </>
        }
        actions={
          <>
            {campaign.openedAt && campaign.allowedActions.includes('MANAGE_CAMPAIGNS') && (
              <ExportCampaignButton campaignId={campaign.id} />
            )}
            <CampaignActions campaign={campaign} onChanged={onChanged} />
          </>
        }
      />
      {campaign.job && <JobLine job={campaign.job} />}
      <PhaseBar campaign={campaign} />
      <CampaignFacts campaign={campaign} />
      {!campaign.openedAt ? (
        <p className="hint">{t('campaign:progress.notYet')}</p>
      ) : (
        can(viewer, 'READ_OVERVIEW') && (
          // Numbers that grew while the job ran are asked for again when it has ended.
          <ProgressPanel key={campaign.job?.endedAt ?? ''} campaignId={campaign.id} />
        )
      )}
    </>
  );
}

/** How far the job is that makes the forms; nothing once it is done. */
function JobLine({ job }: { job: JobItem }) {
  const { t } = useTranslation('campaign');
  if (!isWorking(job) && job.state !== 'FAILED') return null;
  return (
    <section className="panel" role="status" aria-label={t('job.title')}>
      {t('job.title')}：
      {job.state === 'FAILED'
        ? t('job.failed', { code: job.failure })
        : t('job.working', { done: job.done, total: job.total })}
      <Progress
        percent={percentOf(job)}
        status={job.state === 'FAILED' ? 'exception' : 'active'}
        aria-label={t('job.title')}
      />
    </section>
  );
}

function CampaignFacts({ campaign }: { campaign: CampaignDetail }) {
  const { t } = useTranslation(['campaign', 'common']);
  const kind = useEnum('FormKind');
  const { previous } = campaign;
  return (
    <section className="panel">
      <Facts
        items={[
          [t('campaign:field.unit'), campaign.unit?.name],
          [t('campaign:field.year'), campaign.year],
          [t('campaign:field.kinds'), campaign.kinds.map((one) => kind.label(one)).join('、')],
          [t('campaign:field.publicityDays'), campaign.publicityDays],
          [t('campaign:field.objectionDays'), campaign.objectionDays],
          [
            t('campaign:field.publicNames'),
            t(campaign.publicNames ? 'common:state.yes' : 'common:state.no'),
          ],
          [
            t('campaign:field.previous'),
            previous && <Link to={`/campaigns/${previous.id}`}>{previous.title}</Link>,
          ],
          [t('campaign:field.openedAt'), formatTime(campaign.openedAt)],
          [t('campaign:field.expectedAt'), formatTime(campaign.expectedAt)],
          [t('campaign:field.closedAt'), formatTime(campaign.closedAt)],
          [t('campaign:field.description'), campaign.description],
        ]}
      />
    </section>
  );
}
