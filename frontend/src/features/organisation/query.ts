import { graphql, type ResultOf } from '@/gql';
import { CountsFields } from '@/features/supervision/door';

export const UnitPaneQuery = graphql(
  `
    query UnitPane($id: ID!) {
      waitingActs(
        filter: {
          unitId: $id
          kinds: [ASSIGN_PORTFOLIO, APPOINT, MOVE_UNIT, CLOSE_UNIT, IMPORT_OFFICES]
        }
        first: 50
      ) {
        acts {
          id
          kind
          until
          words {
            name
            value
          }
        }
      }
      node(id: $id) {
        __typename
        ... on Unit {
          id
          version
          code
          name
          kind
          sortOrder
          level
          closedOn
          childCount
          allowedActions
          path {
            id
            name
          }
          riskCounts {
            ...CountsFields
          }
          portfolios {
            id
            version
            kind
            from
            to
            person {
              id
              name
              jobTitle
            }
          }
          posts {
            id
            version
            name
            duties
            keyPost
            rotationYears
            closedOn
            appointments {
              id
              version
              from
              to
              person {
                id
                name
              }
            }
          }
        }
      }
    }
  `,
  [CountsFields],
);
export type UnitWaitingAct = ResultOf<typeof UnitPaneQuery>['waitingActs']['acts'][number];
export type UnitDetail = Extract<
  NonNullable<ResultOf<typeof UnitPaneQuery>['node']>,
  { __typename: 'Unit' }
>;

export const UnitPeopleQuery = graphql(`
  query UnitPeople($filter: PersonFilter!, $after: String) {
    people(filter: $filter, first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        version
        staffNumber
        name
        jobTitle
        politicalStatus
        unit {
          id
          name
        }
      }
    }
  }
`);
export type PersonItem = ResultOf<typeof UnitPeopleQuery>['people']['nodes'][number];
