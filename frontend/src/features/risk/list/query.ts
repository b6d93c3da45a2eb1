import { graphql, type ResultOf } from '@/gql';

export const RiskPageQuery = graphql(`
  query RiskPage($filter: RiskFilter, $orderBy: RiskOrder, $after: String, $count: Boolean!) {
    riskPoints(filter: $filter, orderBy: $orderBy, first: 50, after: $after) {
      totalCount @include(if: $count)
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        title
        riskTypes
        status
        grade
        outdated
        opening
        proposedGrade
        powerType
        consequence
        likelihood
        severity
        controlled
        createdAt
        updatedAt
        unit {
          id
          name
        }
        power {
          id
          name
        }
        step {
          id
          name
        }
        post {
          id
          name
        }
        directOwner {
          id
          name
        }
        departmentOwner {
          id
          name
        }
        leaderOwner {
          id
          name
        }
        directOwnerText
        departmentOwnerText
        leaderOwnerText
      }
    }
  }
`);
export type RiskItem = ResultOf<typeof RiskPageQuery>['riskPoints']['nodes'][number];
