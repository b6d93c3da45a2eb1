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
          supersededAt
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
        supersededAt
        explanation
        stood {
          stepKey
          title
          grade
          types
          riskPoint {
            id
          }
        }
        steps {
          id
          key
          name
          kind
          timeLimitDays
          lane
          starts
          ends
          split
          discretion
          explanation
          place {
            x
            y
          }
          post {
            id
            name
            unit {
              id
              name
            }
          }
          riskPoints {
            id
            title
            grade
            measures {
              id
              status
            }
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

/** What there is to say of a version. */
export const ProcessReportQuery = graphql(`
  query ProcessReport($id: ID!) {
    processReport(id: $id) {
      findings {
        code
        severity
        stepKey
        field
        message
      }
      changes {
        key
        name
        kind
        aspects
      }
      defence {
        stepKey
        grade
        riskPoints
        points
        target
        score
        gain
        missingKinds
        weaknesses {
          code
          message
        }
      }
    }
  }
`);
export type ProcessReport = ResultOf<typeof ProcessReportQuery>['processReport'];
export type StepDefence = ProcessReport['defence'][number];

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
