import { graphql, type ResultOf } from '@/gql';

export const MyFormsQuery = graphql(`
  query MyForms($after: String, $count: Boolean!) {
    forms(filter: { toFill: true }, first: 50, after: $after) {
      totalCount @include(if: $count)
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        kind
        state
        dueOn
        overdue
        started
        returnedAt
        returnReason
        campaign {
          id
          title
          year
        }
        unit {
          id
          name
        }
        person {
          id
          name
        }
      }
    }
  }
`);
export type MyForm = ResultOf<typeof MyFormsQuery>['forms']['nodes'][number];
