import { graphql, type ResultOf } from '@/gql';

export const MeasurePageQuery = graphql(`
  query MeasurePage($filter: MeasureFilter, $after: String, $count: Boolean!) {
    measures(filter: $filter, first: 50, after: $after) {
      totalCount @include(if: $count)
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        content
        kind
        mechanism
        status
        dueOn
        frequency
        asksComprehensive
        schedulable
        unit {
          id
          name
        }
        owner {
          id
          name
        }
        ownerText
        riskPoints {
          id
          title
          grade
        }
      }
    }
  }
`);
export type MeasureItem = ResultOf<typeof MeasurePageQuery>['measures']['nodes'][number];
