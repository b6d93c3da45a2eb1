import { graphql, type ResultOf } from '@/gql';

export const MeasureForEditQuery = graphql(`
  query MeasureForEdit($id: ID!) {
    node(id: $id) {
      __typename
      ... on Measure {
        id
        version
        allowedActions
        content
        kind
        mechanism
        scope
        dueOn
        frequency
        indicator
        threshold
        rulesDocument
        evidence
        asksComprehensive
        ownerText
        supervisorText
        unit {
          id
        }
        owner {
          id
        }
        supervisor {
          id
        }
        riskPoints {
          id
        }
      }
    }
  }
`);
type Node = NonNullable<ResultOf<typeof MeasureForEditQuery>['node']>;
export type MeasureForEdit = Extract<Node, { __typename: 'Measure' }>;

/** Unit of the risk point that a new measure is to guard. */
export const MeasureGroundQuery = graphql(`
  query MeasureGround($id: ID!) {
    node(id: $id) {
      __typename
      ... on RiskPoint {
        id
        title
        grade
        unit {
          id
        }
        directOwner {
          id
        }
      }
    }
  }
`);

export const RecordMeasureMutation = graphql(`
  mutation RecordMeasure($input: RecordMeasureInput!) {
    recordMeasure(input: $input) {
      measure {
        id
        riskPoints {
          id
        }
      }
    }
  }
`);

export const ReviseMeasureMutation = graphql(`
  mutation ReviseMeasure($input: ReviseMeasureInput!) {
    reviseMeasure(input: $input) {
      measure {
        id
        version
        riskPoints {
          id
        }
      }
    }
  }
`);
