import { graphql, type ResultOf } from '@/gql';

export const RiskForEditQuery = graphql(`
  query RiskForEdit($id: ID!) {
    node(id: $id) {
      __typename
      ... on RiskPoint {
        id
        version
        allowedActions
        title
        riskTypes
        category
        manifestation
        cause
        foundBy
        unit {
          id
          name
        }
        power {
          id
        }
        step {
          id
          key
        }
        post {
          id
        }
        person {
          id
        }
        exposedPosts {
          id
        }
        exposedPersons {
          id
        }
        directOwner {
          id
        }
        departmentOwner {
          id
        }
        leaderOwner {
          id
        }
        directOwnerText
        departmentOwnerText
        leaderOwnerText
      }
    }
  }
`);
type Node = NonNullable<ResultOf<typeof RiskForEditQuery>['node']>;
export type RiskForEdit = Extract<Node, { __typename: 'RiskPoint' }>;

export const RecordRiskMutation = graphql(`
  mutation RecordRisk($input: RecordRiskPointInput!) {
    recordRiskPoint(input: $input) {
      riskPoint {
        id
        proposedGrade
        assessments {
          id
          rule
          clause
        }
      }
    }
  }
`);

export const ReviseRiskMutation = graphql(`
  mutation ReviseRisk($input: ReviseRiskPointInput!) {
    reviseRiskPoint(input: $input) {
      riskPoint {
        id
        version
      }
    }
  }
`);

/** Unit of the power or post that an address names. */
export const GroundQuery = graphql(`
  query RiskGround($id: ID!) {
    node(id: $id) {
      __typename
      ... on Power {
        id
        unit {
          id
        }
      }
      ... on Post {
        id
        unit {
          id
        }
      }
    }
  }
`);

/** Steps of a power's process in force, for the picker. */
export const StepChoicesQuery = graphql(`
  query StepChoices($id: ID!) {
    node(id: $id) {
      __typename
      ... on Power {
        id
        processes {
          id
          current
          steps {
            id
            key
            name
            kind
          }
        }
      }
    }
  }
`);
