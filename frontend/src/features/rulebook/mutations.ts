import { graphql } from '@/gql';

export const RegisterRulesMutation = graphql(`
  mutation RegisterRulesDocument($input: RegisterRulesDocumentInput!) {
    registerRulesDocument(input: $input) {
      document {
        id
      }
    }
  }
`);

export const CorrectRulesMutation = graphql(`
  mutation CorrectRulesDocument($input: CorrectRulesDocumentInput!) {
    correctRulesDocument(input: $input) {
      document {
        id
      }
    }
  }
`);

export const IssueEditionMutation = graphql(`
  mutation IssueRulesEdition($input: IssueRulesEditionInput!) {
    issueRulesEdition(input: $input) {
      document {
        id
      }
    }
  }
`);

export const CorrectEditionMutation = graphql(`
  mutation CorrectRulesEdition($input: CorrectRulesEditionInput!) {
    correctRulesEdition(input: $input) {
      document {
        id
      }
    }
  }
`);

export const WithdrawEditionMutation = graphql(`
  mutation WithdrawRulesEdition($input: WithdrawRulesEditionInput!) {
    withdrawRulesEdition(input: $input) {
      document {
        id
      }
    }
  }
`);

export const RepealRulesMutation = graphql(`
  mutation RepealRulesDocument($input: RepealRulesDocumentInput!) {
    repealRulesDocument(input: $input) {
      document {
        id
      }
    }
  }
`);

export const WithdrawRepealMutation = graphql(`
  mutation WithdrawRulesRepeal($input: WithdrawRulesRepealInput!) {
    withdrawRulesRepeal(input: $input) {
      document {
        id
      }
    }
  }
`);

export const LinkRulesMutation = graphql(`
  mutation LinkRules($input: LinkRulesInput!) {
    linkRules(input: $input) {
      links {
        id
      }
    }
  }
`);

export const UnlinkRulesMutation = graphql(`
  mutation UnlinkRules($input: UnlinkRulesInput!) {
    unlinkRules(input: $input) {
      linkIds
    }
  }
`);

export const AnswerReviewMutation = graphql(`
  mutation AnswerRulesReview($input: AnswerRulesReviewInput!) {
    answerRulesReview(input: $input) {
      review {
        id
      }
    }
  }
`);
