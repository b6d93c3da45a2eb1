import { graphql, type ResultOf } from '@/gql';

export const JobItem = graphql(`
  fragment JobItem on Job @_unmask {
    id
    kind
    objectId
    state
    done
    total
    cancelAsked
    resultName
    resultSize
    resultUrl
    failure
    createdAt
    endedAt
  }
`);
export type JobItem = ResultOf<typeof JobItem>;

export const MyJobsQuery = graphql(
  `
    query MyJobs($first: Int!) {
      myJobs(first: $first) {
        nodes {
          ...JobItem
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  `,
  [JobItem],
);

export const CancelJobMutation = graphql(
  `
    mutation CancelJob($input: CancelJobInput!) {
      cancelJob(input: $input) {
        job {
          ...JobItem
        }
      }
    }
  `,
  [JobItem],
);

/** Whether a job waits or runs, so that more will be heard of it. */
export function isWorking(job: Pick<JobItem, 'state'> | null | undefined): boolean {
  return job?.state === 'QUEUED' || job?.state === 'RUNNING';
}

/** How far a job is, in percent. */
export function percentOf({ state, done, total }: Pick<JobItem, 'state' | 'done' | 'total'>) {
  if (state === 'DONE') return 100;
  return total > 0 ? Math.min(99, Math.floor((100 * done) / total)) : 0;
}

/** Bytes in a unit that is easy to read. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
