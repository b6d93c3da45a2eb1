import { graphql, type ResultOf } from '@/gql';

export const ActorFields = graphql(`
  fragment ActorFields on AuditActor @_unmask {
    kind
    name
    accountId
  }
`);
export type Actor = ResultOf<typeof ActorFields>;

export const EntryFields = graphql(
  `
    fragment EntryFields on AuditEntry @_unmask {
      id
      index
      at
      action
      actor {
        ...ActorFields
      }
      authority {
        action
        role
        unit {
          id
          name
        }
        basisId
      }
      object {
        type
        id
      }
      subjects {
        id
        name
      }
      unit {
        id
        name
      }
      details {
        name
        text
      }
    }
  `,
  [ActorFields],
);
export type EntryItem = ResultOf<typeof EntryFields>;

export const ChangeFields = graphql(`
  fragment ChangeFields on AuditChange @_unmask {
    object {
      type
      id
    }
    op
    columns {
      name
      old
      new
      withheld
    }
    links {
      name
      added
      removed
    }
    erased
  }
`);
export type Change = ResultOf<typeof ChangeFields>;

export const AuditPageQuery = graphql(
  `
    query AuditPage($filter: AuditFilter, $after: String, $count: Boolean!) {
      auditEntries(filter: $filter, first: 50, after: $after) {
        totalCount @include(if: $count)
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...EntryFields
        }
      }
    }
  `,
  [EntryFields],
);

export const AuditHistoryQuery = graphql(
  `
    query AuditHistory($filter: AuditFilter, $after: String, $count: Boolean!) {
      auditEntries(filter: $filter, first: 50, after: $after) {
        totalCount @include(if: $count)
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...EntryFields
          changes {
            ...ChangeFields
          }
        }
      }
    }
  `,
  [EntryFields, ChangeFields],
);
export type HistoryItem = ResultOf<typeof AuditHistoryQuery>['auditEntries']['nodes'][number];

export const AuditEntryQuery = graphql(
  `
    query AuditEntry($id: ID!) {
      node(id: $id) {
        __typename
        ... on AuditEntry {
          ...EntryFields
          request
          operation
          changes {
            ...ChangeFields
          }
          leafHash
          body
          proof {
            treeSize
            hashes
            rootHash
            checkpoint
          }
        }
      }
    }
  `,
  [EntryFields, ChangeFields],
);
export type EntryDetail = Extract<
  NonNullable<ResultOf<typeof AuditEntryQuery>['node']>,
  { __typename: 'AuditEntry' }
>;

/** Names of the objects that the viewer may look at: units, posts and people. */
export const AuditNamesQuery = graphql(`
  query AuditNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Unit {
        id
        name
      }
      ... on Post {
        id
        name
      }
      ... on Person {
        id
        name
      }
    }
  }
`);

export const UnusualReadsQuery = graphql(
  `
    query UnusualReads($from: Date!, $to: Date!) {
      unusualReads(from: $from, to: $to) {
        actor {
          ...ActorFields
        }
        day
        people
        reads
        reasons
      }
    }
  `,
  [ActorFields],
);
export type UnusualRead = ResultOf<typeof UnusualReadsQuery>['unusualReads'][number];

export const AuditLogQuery = graphql(`
  query AuditLog {
    auditLog {
      size
      waiting
      origin
      publicKey
      interval
      checkpoint {
        size
        rootHash
        at
        note
      }
      witnesses {
        name
        size
        at
        failure
      }
      forks {
        id
        origin
        size
        at
        refused
        witnessed
      }
    }
  }
`);
export type LogState = ResultOf<typeof AuditLogQuery>['auditLog'];

export const FindingFields = graphql(`
  fragment FindingFields on VerificationFinding @_unmask {
    reason
    entry
    object {
      type
      id
    }
    message
  }
`);
export type Finding = ResultOf<typeof FindingFields>;

export const VerificationFields = graphql(
  `
    fragment VerificationFields on Verification @_unmask {
      startedAt
      endedAt
      entries
      rows
      checkpoints
      findings {
        ...FindingFields
      }
      total
      accepted {
        ...FindingFields
      }
      failure
    }
  `,
  [FindingFields],
);
export type Verification = ResultOf<typeof VerificationFields>;

export const VerificationQuery = graphql(
  `
    query LogVerification {
      verification {
        ...VerificationFields
      }
    }
  `,
  [VerificationFields],
);

export const VerifyLogMutation = graphql(
  `
    mutation VerifyLog {
      verifyLog {
        verification {
          ...VerificationFields
        }
      }
    }
  `,
  [VerificationFields],
);
