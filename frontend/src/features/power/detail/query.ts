import { graphql, type ResultOf } from '@/gql';

export const PowerDetailQuery = graphql(`
  query PowerDetail($id: ID!) {
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
        worstGrade
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
          path {
            id
            name
          }
        }
        exercisingPosts {
          id
          name
        }
        decisionPost {
          id
          name
        }
        executionPost {
          id
          name
        }
        supervisionPost {
          id
          name
        }
        processes {
          id
          revision
          current
          savedAt
        }
      }
    }
  }
`);
type Node = NonNullable<ResultOf<typeof PowerDetailQuery>['node']>;
export type PowerDetail = Extract<Node, { __typename: 'Power' }>;

export const ProcessQuery = graphql(`
  query ProcessOfPower($id: ID!) {
    node(id: $id) {
      __typename
      ... on Process {
        id
        revision
        current
        savedAt
        steps {
          id
          key
          name
          kind
          timeLimitDays
          post {
            id
            name
          }
          riskPoints {
            id
            title
            grade
            status
          }
        }
        edges {
          fromKey
          toKey
          condition
        }
      }
    }
  }
`);
type ProcessNode = NonNullable<ResultOf<typeof ProcessQuery>['node']>;
export type ProcessDetail = Extract<ProcessNode, { __typename: 'Process' }>;
export type StepDetail = ProcessDetail['steps'][number];

export const RetirePowerMutation = graphql(`
  mutation RetirePower($input: RetirePowerInput!) {
    retirePower(input: $input) {
      power {
        id
        version
        retiredOn
      }
    }
  }
`);
