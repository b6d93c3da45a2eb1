import './paper.css';
import { useCallback, useState } from 'react';
import { DownloadOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'urql';
import { ExportCampaignMutation, ExportJobQuery } from './exportQuery';
import { CancelJobMutation, isWorking, percentOf, useAskAgain } from '@/features/campaign/door';
import { problemsOf, type Problem } from '@/lib/errors';
import { serverUrl } from '@/lib/page';
import { ErrorState } from '@/ui/ErrorState';

/** Packs all forms of a campaign into one archive, and shows how far that is. */
export function ExportCampaignButton({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation('paper');
  const [jobId, setJobId] = useState('');
  const [problems, setProblems] = useState<Problem[]>([]);
  const [{ fetching }, begin] = useMutation(ExportCampaignMutation);
  const [, cancel] = useMutation(CancelJobMutation);
  const [result, reload] = useQuery({
    query: ExportJobQuery,
    variables: { id: jobId },
    pause: !jobId,
    requestPolicy: 'network-only',
  });
  const job = jobId ? result.data?.job : undefined;
  const working = isWorking(job);
  const ask = useCallback(() => reload({ requestPolicy: 'network-only' }), [reload]);
  useAskAgain(working, result, ask);

  const start = async () => {
    const { data, error } = await begin({ input: { campaignId } });
    setProblems(problemsOf(error));
    if (data) setJobId(data.exportCampaign.job.id);
  };
  const stop = async () => {
    const { error } = await cancel({ input: { id: jobId } });
    setProblems(problemsOf(error));
    ask();
  };

  return (
    <span className="export-campaign">
      <Button
        icon={<DownloadOutlined />}
        loading={fetching || working}
        onClick={() => void start()}
      >
        {t('campaign.export')}
      </Button>
      {job && working && (
        <>
          <Progress
            className="export-progress"
            percent={percentOf(job)}
            aria-label={t('campaign.export')}
          />
          <Button disabled={job.cancelAsked} onClick={() => void stop()}>
            {t('campaign.cancel')}
          </Button>
        </>
      )}
      <span role="status">
        {job?.state === 'DONE' && job.resultUrl && (
          <a href={serverUrl(job.resultUrl.replace(/^\//, ''))} download>
            {t('campaign.download')}
          </a>
        )}
        {job?.state === 'FAILED' && t('campaign.failed', { reason: job.failure })}
        {job?.state === 'CANCELLED' && t('campaign.cancelled')}
      </span>
      <ErrorState problems={problems} />
    </span>
  );
}
