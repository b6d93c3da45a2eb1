import { graphql, type ResultOf } from '@/gql';

export const MeasureDetailQuery = graphql(`
  query MeasureDetail($id: ID!) {
    node(id: $id) {
      __typename
      ... on Measure {
        id
        version
        content
        kind
        mechanism
        scope
        status
        dueOn
        frequency
        indicator
        threshold
        rulesDocument
        evidence
        asksComprehensive
        ownerText
        supervisorText
        comprehensive
        comprehensiveText
        comprehensiveMeeting {
          id
          title
          heldOn
        }
        createdAt
        updatedAt
        nextSteps
        allowedActions
        schedulable
        mayDefineIndicator
        unit {
          id
          name
          path {
            id
            name
          }
        }
        owner {
          id
          name
          jobTitle
        }
        supervisor {
          id
          name
          jobTitle
        }
        riskPoints {
          id
          title
          grade
          status
          unit {
            id
            name
          }
        }
      }
    }
  }
`);
type Node = NonNullable<ResultOf<typeof MeasureDetailQuery>['node']>;
export type MeasureDetail = Extract<Node, { __typename: 'Measure' }>;

export const AdvanceMeasureMutation = graphql(`
  mutation AdvanceMeasure($input: AdvanceMeasureInput!) {
    advanceMeasure(input: $input) {
      measure {
        id
        version
        status
        evidence
        nextSteps
        riskPoints {
          id
          controlled
        }
      }
    }
  }
`);
