import { graphql, type ResultOf } from '@/gql';

const DraftFields = graphql(`
  fragment MapDraft on ProcessDraft @_unmask {
    baseRevision
    currentRevision
    version
    savedAt
    savedBy {
      loginName
      personName
    }
    findings {
      code
      severity
      stepKey
      field
      message
    }
    changes {
      key
      name
      kind
      aspects
      grades
      measures
    }
  }
`);

const DraftContent = graphql(`
  fragment MapDraftContent on ProcessDraft @_unmask {
    explanation
    steps {
      key
      name
      kind
      postId
      post {
        id
        name
        unit {
          id
          name
        }
      }
      timeLimitDays
      lane
      starts
      ends
      split
      discretion
      explanation
      place {
        x
        y
      }
    }
    edges {
      fromKey
      toKey
      condition
    }
  }
`);

/** The process as it is being edited, and what stands on the steps of the version in force. */
export const ProcessDraftQuery = graphql(
  `
    query ProcessDraft($powerId: ID!) {
      processDraft(powerId: $powerId) {
        power {
          id
          name
          retiredOn
          worstGrade
          unit {
            id
            allowedActions
          }
          processes {
            id
            revision
            current
          }
        }
        ...MapDraft
        ...MapDraftContent
      }
    }
  `,
  [DraftFields, DraftContent],
);
export type Draft = ResultOf<typeof ProcessDraftQuery>['processDraft'];
export type DraftState = Pick<
  Draft,
  'baseRevision' | 'currentRevision' | 'version' | 'savedAt' | 'savedBy' | 'findings' | 'changes'
>;

export const SaveDraftMutation = graphql(
  `
    mutation SaveProcessDraft($input: SaveProcessDraftInput!) {
      saveProcessDraft(input: $input) {
        draft {
          ...MapDraft
        }
      }
    }
  `,
  [DraftFields],
);

export const DiscardDraftMutation = graphql(
  `
    mutation DiscardProcessDraft($input: ProcessDraftVersionInput!) {
      discardProcessDraft(input: $input) {
        draft {
          ...MapDraft
          ...MapDraftContent
        }
      }
    }
  `,
  [DraftFields, DraftContent],
);

export const PublishProcessMutation = graphql(`
  mutation PublishProcess($input: ProcessDraftVersionInput!) {
    publishProcess(input: $input) {
      process {
        id
        revision
        power {
          id
        }
      }
    }
  }
`);

/** What stands on the steps of a version today. */
export const StandingQuery = graphql(`
  query ProcessStanding($id: ID!) {
    node(id: $id) {
      __typename
      ... on Process {
        id
        steps {
          id
          key
          riskPoints {
            id
            title
            grade
            measures {
              id
              status
            }
          }
        }
      }
    }
  }
`);

export const MapPostsQuery = graphql(`
  query MapPosts($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Post {
        id
        name
        unit {
          id
          name
        }
      }
    }
  }
`);
