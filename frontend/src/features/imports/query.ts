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
    mapping
    questions {
      kind
    }
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

/** What of the file is read in another way than as it stands, is not read, and is created since the file names it. */
export const ImportFindingsQuery = graphql(`
  query ImportFindings($id: ID!) {
    importJob(id: $id) {
      id
      told {
        kind
        sheet
        column
        firstRow
        lastRow
        count
        sample
        text
      }
      unread {
        sheet
        column
        title
        firstRow
        lastRow
        count
        sample
        leftOut
      }
      namedCount
      named(first: 500) {
        object
        label
        sheet
        row
      }
    }
  }
`);

export const ImportMappingsQuery = graphql(`
  query ImportMappings($unitId: ID!, $after: String) {
    importMappings(unitId: $unitId, first: 50, after: $after) {
      nodes {
        id
        version
        name
        updatedAt
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const DropImportMappingMutation = graphql(`
  mutation DropImportMapping($input: DropImportMappingInput!) {
    dropImportMapping(input: $input) {
      id
    }
  }
`);
