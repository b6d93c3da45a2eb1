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

export const EndorseGradeMutation = graphql(`
  mutation EndorseGrade($input: DecideGradeInput!) {
    endorseGrade(input: $input) {
      riskPoint {
        id
        version
        endorsedGrade
      }
    }
  }
`);

export const ConcurGradeMutation = graphql(`
  mutation ConcurGrade($input: AnswerEndorsementInput!) {
    concurGrade(input: $input) {
      riskPoint {
        id
        version
        grade
      }
    }
  }
`);

export const RefuseGradeMutation = graphql(`
  mutation RefuseGrade($input: AnswerEndorsementInput!) {
    refuseGrade(input: $input) {
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
      act {
        id
      }
    }
  }
`);

export const EndorseRetirementMutation = graphql(`
  mutation EndorseRetirement($input: EndorseRetirementInput!) {
    endorseRetirement(input: $input) {
      riskPoint {
        id
        version
        retiring
      }
    }
  }
`);

export const ConcurRetirementMutation = graphql(`
  mutation ConcurRetirement($input: AnswerEndorsementInput!) {
    concurRetirement(input: $input) {
      riskPoint {
        id
        version
        status
      }
    }
  }
`);

export const RefuseRetirementMutation = graphql(`
  mutation RefuseRetirement($input: AnswerEndorsementInput!) {
    refuseRetirement(input: $input) {
      riskPoint {
        id
        version
        retiring
      }
    }
  }
`);
