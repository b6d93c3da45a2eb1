import { useCallback, useState } from 'react';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMutation, useQuery } from 'urql';
import {
  CancelJobMutation,
  isWorking,
  MyJobsQuery,
  percentOf,
  sizeWords,
  type JobItem,
} from './query';
import { useAskAgain } from './useAskAgain';
import '../campaign.css';
import { useEnum } from '@/lib/enumLabel';
import { problemsOf, type Problem } from '@/lib/errors';
import { formatTime } from '@/lib/format';
import { serverUrl } from '@/lib/page';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

const pageSize = 20;

/** The background jobs that the viewer asked for. */
export function Component() {
  const { t } = useTranslation(['campaign', 'common']);
  const [first, setFirst] = useState(pageSize);
  const [result, reload] = useQuery({
    query: MyJobsQuery,
    variables: { first },
    requestPolicy: 'network-only',
  });
  const again = useCallback(() => reload({ requestPolicy: 'network-only' }), [reload]);
  useAskAgain((result.data?.myJobs.nodes ?? []).some(isWorking), result, again);
  return (
    <>
      <PageHeader title={t('campaign:jobs.title')} />
      <Query result={result} onRetry={again}>
        {({ myJobs }) => (
          <>
            {myJobs.nodes.length === 0 ? (
              <Empty text={t('campaign:jobs.empty')} />
            ) : (
              <JobTable jobs={myJobs.nodes} onChanged={again} />
            )}
            {myJobs.pageInfo.hasNextPage && first < 100 && (
              <Button onClick={() => setFirst(Math.min(100, first + pageSize))}>
                {t('common:action.more')}
              </Button>
            )}
          </>
        )}
      </Query>
    </>
  );
}

function JobTable({ jobs, onChanged }: { jobs: JobItem[]; onChanged: () => void }) {
  const { t } = useTranslation('campaign');
  const kind = useEnum('JobKind');
  const state = useEnum('JobState');
  const notify = useNotify();
  const [, cancel] = useMutation(CancelJobMutation);
  const [problems, setProblems] = useState<Problem[]>([]);
  const stop = async (id: string) => {
    const { error } = await cancel({ input: { id } });
    setProblems(problemsOf(error));
    if (!error) notify.success(t('jobs.cancelled'));
    onChanged();
  };
  return (
    <>
      <ErrorState problems={problems} />
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('jobs.title')}>
        <table className="grid-table list-table">
          <caption className="visually-hidden">{t('jobs.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('jobs.kind')}</th>
              <th scope="col">{t('jobs.state')}</th>
              <th scope="col">{t('jobs.progress')}</th>
              <th scope="col">{t('jobs.asked')}</th>
              <th scope="col">{t('jobs.ended')}</th>
              <th scope="col">{t('jobs.result')}</th>
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <tr key={job.id}>
                <th scope="row">
                  {job.objectId ? (
                    <Link to={`/campaigns/${job.objectId}`}>{kind.label(job.kind)}</Link>
                  ) : (
                    kind.label(job.kind)
                  )}
                </th>
                <td className="nowrap">
                  {job.cancelAsked && isWorking(job)
                    ? t('jobs.cancelling')
                    : state.label(job.state)}
                  {job.state === 'FAILED' && ` ${t('job.failed', { code: job.failure })}`}
                </td>
                <td className="job-bar">
                  <Progress
                    percent={percentOf(job)}
                    size="small"
                    status={job.state === 'FAILED' ? 'exception' : undefined}
                    aria-label={t('jobs.progressOf', { kind: kind.label(job.kind) })}
                  />
                </td>
                <td className="nowrap">{formatTime(job.createdAt)}</td>
                <td className="nowrap">{formatTime(job.endedAt)}</td>
                <td>
                  {job.resultUrl && (
                    <a href={serverUrl(job.resultUrl.replace(/^\//, ''))} download>
                      {t('jobs.size', { name: job.resultName, size: sizeWords(job.resultSize) })}
                    </a>
                  )}
                  {isWorking(job) && !job.cancelAsked && (
                    <Button
                      size="small"
                      aria-label={t('jobs.cancelOf', { kind: kind.label(job.kind) })}
                      onClick={() => void stop(job.id)}
                    >
                      {t('jobs.cancel')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
