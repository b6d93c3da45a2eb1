import { graphql, type ResultOf } from '@/gql';

export const JobFields = graphql(`
  fragment JobFields on ImportJob @_unmask {
    id
    state
    fileName
    percent
    stage
    rowsTotal
    rowsRead
    rowsPlanned
    rowsWritten
    rowsShown
    badRowCount
    problemsUrl
    failure {
      reason
      message
    }
    figures {
      object
      created
      changed
      unchanged
      unwritten
    }
    preview {
      object
      created
      label
      differences {
        field
        old
        new
      }
    }
    problems(first: 200) {
      sheet
      row
      column
      found
      wanted
    }
    waiting
    remarkCount
    remarks(first: 200) {
      sheet
      row
      column
      found
      wanted
    }
  }
`);
export type ImportJob = ResultOf<typeof JobFields>;

export const ImportJobQuery = graphql(
  `
    query ImportJob($id: ID!) {
      importJob(id: $id) {
        ...JobFields
      }
    }
  `,
  [JobFields],
);

export const ImportProgressSubscription = graphql(
  `
    subscription ImportProgress($jobId: ID!) {
      importProgress(jobId: $jobId) {
        ...JobFields
      }
    }
  `,
  [JobFields],
);

export const PlanImportMutation = graphql(
  `
    mutation PlanImport($input: PlanImportInput!) {
      planImport(input: $input) {
        job {
          ...JobFields
        }
      }
    }
  `,
  [JobFields],
);

export const CommitImportMutation = graphql(
  `
    mutation CommitImport($input: CommitImportInput!) {
      commitImport(input: $input) {
        job {
          ...JobFields
        }
      }
    }
  `,
  [JobFields],
);

export const CancelImportMutation = graphql(
  `
    mutation CancelImport($input: CancelImportInput!) {
      cancelImport(input: $input) {
        job {
          ...JobFields
        }
      }
    }
  `,
  [JobFields],
);
