import { graphql, type ResultOf } from '@/gql';

export const AccountPageQuery = graphql(`
  query AccountPage($text: String, $after: String, $count: Boolean!) {
    accounts(text: $text, first: 50, after: $after) {
      totalCount @include(if: $count)
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        version
        loginName
        disabled
        lockedUntil
        lastSignInAt
        secondFactorEnabled
        mayManage
        waitingActs {
          id
          kind
          until
          asked {
            loginName
            personName
          }
        }
        person {
          id
          name
          jobTitle
          unit {
            id
            name
          }
        }
        roles {
          id
          role
          from
          to
          status
          reason
          unit {
            id
            name
          }
          holder {
            loginName
            personName
          }
          grantedBy {
            loginName
            personName
          }
          grantedAt
          confirmedBy {
            loginName
            personName
          }
          confirmedAt
          endedAt
          mayConfirm
          mayDecline
        }
      }
    }
  }
`);
export type AccountItem = ResultOf<typeof AccountPageQuery>['accounts']['nodes'][number];
export type RoleItem = AccountItem['roles'][number];

export const CreateAccountMutation = graphql(`
  mutation CreateAccount($input: CreateAccountInput!) {
    createAccount(input: $input) {
      account {
        id
      }
      act {
        id
      }
    }
  }
`);

export const ResetPasswordMutation = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      account {
        id
      }
      act {
        id
      }
    }
  }
`);

export const ResetSecondFactorMutation = graphql(`
  mutation ResetSecondFactor($input: ResetSecondFactorInput!) {
    resetSecondFactor(input: $input) {
      account {
        id
      }
      act {
        id
      }
    }
  }
`);

export const DisableAccountMutation = graphql(`
  mutation DisableAccount($input: DisableAccountInput!) {
    disableAccount(input: $input) {
      account {
        id
      }
    }
  }
`);

export const EnableAccountMutation = graphql(`
  mutation EnableAccount($input: EnableAccountInput!) {
    enableAccount(input: $input) {
      account {
        id
      }
    }
  }
`);

export const GrantRoleMutation = graphql(`
  mutation GrantRole($input: GrantRoleInput!) {
    grantRole(input: $input) {
      roleAppointment {
        id
        status
      }
    }
  }
`);

export const RevokeRoleMutation = graphql(`
  mutation RevokeRole($input: RevokeRoleInput!) {
    revokeRole(input: $input) {
      roleAppointment {
        id
      }
    }
  }
`);
