import { graphql, type ResultOf } from '@/gql';

export const IndicatorFields = graphql(`
  fragment IndicatorFields on Indicator @_unmask {
    id
    version
    name
    measuredIn
    keeps
    threshold
    every
    unit {
      id
      name
    }
    measure {
      id
      content
      status
    }
    stoppedReason
    state
    readFor
    value
    owed {
      from
      to
    }
    dueOn
    trend
    mayRecord
  }
`);
export type IndicatorRow = ResultOf<typeof IndicatorFields>;

export const IndicatorListQuery = graphql(
  `
    query IndicatorList($filter: IndicatorFilter, $after: String, $count: Boolean!) {
      indicators(filter: $filter, first: 50, after: $after) {
        nodes {
          ...IndicatorFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  `,
  [IndicatorFields],
);

export const IndicatorQuery = graphql(
  `
    query Indicator($id: ID!) {
      node(id: $id) {
        __typename
        ... on Indicator {
          ...IndicatorFields
          withinDays
          person {
            id
            name
          }
          namesPerson
          startsOn
          overSince
          recent {
            from
            to
            value
            threshold
            over
          }
          mayChange
        }
      }
    }
  `,
  [IndicatorFields],
);
type Node = NonNullable<ResultOf<typeof IndicatorQuery>['node']>;
export type Indicator = Extract<Node, { __typename: 'Indicator' }>;
export type Reading = Indicator['recent'][number];

export const ReadingsQuery = graphql(`
  query Readings($id: ID!, $corrected: Boolean!, $after: String, $count: Boolean!) {
    node(id: $id) {
      __typename
      ... on Indicator {
        id
        readings(corrected: $corrected, first: 20, after: $after) {
          nodes {
            from
            to
            revision
            value
            keeps
            threshold
            over
            source
            note
            at
            actorName
            replacedAt
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount @include(if: $count)
        }
      }
    }
  }
`);
type ReadingsNode = NonNullable<ResultOf<typeof ReadingsQuery>['node']>;
export type KeptReading = Extract<
  ReadingsNode,
  { __typename: 'Indicator' }
>['readings']['nodes'][number];

export const DefineIndicatorMutation = graphql(`
  mutation DefineIndicator($input: DefineIndicatorInput!) {
    defineIndicator(input: $input) {
      indicator {
        id
      }
    }
  }
`);

export const ReviseIndicatorMutation = graphql(`
  mutation ReviseIndicator($input: ReviseIndicatorInput!) {
    reviseIndicator(input: $input) {
      indicator {
        id
      }
    }
  }
`);

export const StopIndicatorMutation = graphql(`
  mutation StopIndicator($input: StopIndicatorInput!) {
    stopIndicator(input: $input) {
      indicator {
        id
      }
    }
  }
`);

export const RecordReadingsMutation = graphql(`
  mutation RecordReadings($input: RecordReadingsInput!) {
    recordReadings(input: $input) {
      outcomes {
        fate
        over
      }
    }
  }
`);
