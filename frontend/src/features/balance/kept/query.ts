import { ConflictFields, KeptFields } from '../query';
import { graphql, type ResultOf } from '@/gql';

export const ConflictListQuery = graphql(
  `
    query ConflictList($filter: ConflictFilter, $after: String, $count: Boolean!) {
      conflicts(filter: $filter, first: 50, after: $after) {
        nodes {
          ...KeptFields
          finding {
            ...ConflictFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  `,
  [KeptFields, ConflictFields],
);
export type ConflictRow = ResultOf<typeof ConflictListQuery>['conflicts']['nodes'][number];

export const ConflictCountsQuery = graphql(`
  query ConflictCounts($unitId: ID!) {
    conflictCounts(unitId: $unitId) {
      waiting
      unit {
        id
        name
      }
      counts {
        severity
        open
        accepted
      }
      below {
        unit {
          id
          name
        }
        counts {
          severity
          open
          accepted
        }
      }
    }
  }
`);
export type UnitConflicts = Omit<
  ResultOf<typeof ConflictCountsQuery>['conflictCounts'],
  'below' | 'waiting'
>;

export const AcceptConflictMutation = graphql(
  `
    mutation AcceptConflict($input: AcceptConflictInput!) {
      acceptConflict(input: $input) {
        conflict {
          ...KeptFields
        }
      }
    }
  `,
  [KeptFields],
);

export const EndAcceptanceMutation = graphql(
  `
    mutation EndAcceptance($input: EndAcceptanceInput!) {
      endAcceptance(input: $input) {
        conflict {
          ...KeptFields
        }
      }
    }
  `,
  [KeptFields],
);

export const JudgeBalanceMutation = graphql(`
  mutation JudgeBalance($input: JudgeBalanceInput!) {
    judgeBalance(input: $input) {
      unit {
        id
      }
    }
  }
`);

export const MeasureSearchQuery = graphql(`
  query CompensatingMeasures($filter: MeasureFilter) {
    measures(filter: $filter, first: 50) {
      nodes {
        id
        content
        status
        unit {
          name
        }
      }
    }
  }
`);
