import { graphql, type ResultOf } from '@/gql';

export const PowerForEditQuery = graphql(`
  query PowerForEdit($id: ID!) {
    node(id: $id) {
      __typename
      ... on Power {
        id
        version
        code
        name
        type
        discretion
        discretionNote
        timeLimitDays
        frequency
        retiredOn
        responsibilities
        accountability
        legalBases {
          law
          article
          text
        }
        disclosure {
          scope
          form
          reason
        }
        unit {
          id
          name
          allowedActions
        }
        exercisingPosts {
          id
        }
        decisionPost {
          id
        }
        executionPost {
          id
        }
        supervisionPost {
          id
        }
      }
    }
  }
`);
type Node = NonNullable<ResultOf<typeof PowerForEditQuery>['node']>;
export type PowerForEdit = Extract<Node, { __typename: 'Power' }>;

export const RegisterPowerMutation = graphql(`
  mutation RegisterPower($input: RegisterPowerInput!) {
    registerPower(input: $input) {
      power {
        id
      }
    }
  }
`);

export const RevisePowerMutation = graphql(`
  mutation RevisePower($input: RevisePowerInput!) {
    revisePower(input: $input) {
      power {
        id
        version
      }
    }
  }
`);
