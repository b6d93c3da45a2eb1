import { graphql, type ResultOf } from '@/gql';

export const PendingGrantsQuery = graphql(`
  query PendingGrants($after: String, $count: Boolean!) {
    pendingGrants(first: 50, after: $after) {
      totalCount @include(if: $count)
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        role
        unit {
          id
          name
        }
        from
        to
        reason
        holder {
          loginName
          personName
        }
        grantedBy {
          loginName
          personName
        }
        grantedAt
        mayConfirm
        mayDecline
      }
    }
  }
`);
export type PendingGrant = ResultOf<typeof PendingGrantsQuery>['pendingGrants']['nodes'][number];

export const ConfirmGrantMutation = graphql(`
  mutation ConfirmGrant($input: ConfirmGrantInput!) {
    confirmGrant(input: $input) {
      roleAppointment {
        id
      }
    }
  }
`);

export const DeclineGrantMutation = graphql(`
  mutation DeclineGrant($input: DeclineGrantInput!) {
    declineGrant(input: $input) {
      roleAppointment {
        id
      }
    }
  }
`);
