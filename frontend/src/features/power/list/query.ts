import { graphql, type ResultOf } from '@/gql';

export const PowerPageQuery = graphql(`
  query PowerPage($filter: PowerFilter, $after: String, $count: Boolean!) {
    powers(filter: $filter, first: 50, after: $after) {
      totalCount @include(if: $count)
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        code
        name
        type
        discretion
        timeLimitDays
        retiredOn
        worstGrade
        unit {
          id
          name
        }
      }
    }
  }
`);
export type PowerItem = ResultOf<typeof PowerPageQuery>['powers']['nodes'][number];
