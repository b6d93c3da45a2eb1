import { graphql } from '@/gql';

export const ProposeGradeMutation = graphql(`
  mutation ProposeGrade($input: ProposeGradeInput!) {
    proposeGrade(input: $input) {
      riskPoint {
        id
        version
        proposedGrade
      }
    }
  }
`);

export const DecideGradeMutation = graphql(`
  mutation DecideGrade($input: DecideGradeInput!) {
    decideGrade(input: $input) {
      riskPoint {
        id
        version
        grade
      }
    }
  }
`);

export const RetireRiskPointMutation = graphql(`
  mutation RetireRiskPoint($input: RetireRiskPointInput!) {
    retireRiskPoint(input: $input) {
      riskPoint {
        id
        version
        status
      }
    }
  }
`);
