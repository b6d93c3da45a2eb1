import { graphql, type ResultOf } from '@/gql';

export const InstructionFields = graphql(`
  fragment InstructionFields on Instruction @_unmask {
    id
    version
    number
    title
    unit {
      id
      name
    }
    riskCount
    giverName
    state
    tier
    addressee {
      id
      name
    }
    answerBy
    dueOn
    overdue
    hops
    upTier
    upTo {
      id
      name
    }
  }
`);
export type InstructionRow = ResultOf<typeof InstructionFields>;

export const InstructionListQuery = graphql(
  `
    query InstructionList($filter: InstructionFilter, $after: String, $count: Boolean!) {
      instructions(filter: $filter, first: 50, after: $after) {
        nodes {
          ...InstructionFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  `,
  [InstructionFields],
);

export const OpenInstructionFields = graphql(
  `
    fragment OpenInstructionFields on Instruction @_unmask {
      ...InstructionFields
      demand
      risks {
        position
        riskPointId
        title
        grade
      }
      giverRole
      givenAt
      hopIn
      answer
      answeredAt
      reportedAt
      closedAt
      actions
      events {
        position
        kind
        at
        actorName
        tier
        person {
          id
          name
        }
        dueOn
        text
      }
    }
  `,
  [InstructionFields],
);
export type OpenInstruction = ResultOf<typeof OpenInstructionFields>;

export const InstructionQuery = graphql(
  `
    query Instruction($id: ID!) {
      node(id: $id) {
        __typename
        ... on Instruction {
          ...OpenInstructionFields
        }
      }
    }
  `,
  [OpenInstructionFields],
);

export const DraftInstructionQuery = graphql(`
  query DraftInstruction($about: InstructionAboutInput!) {
    draftInstruction(about: $about) {
      unit {
        id
        name
      }
      riskCount
      samples {
        id
        title
        grade
      }
      candidates {
        tier
        person {
          id
          name
        }
      }
      usual {
        person {
          id
        }
      }
    }
  }
`);
export type InstructionDraft = ResultOf<typeof DraftInstructionQuery>['draftInstruction'];

export const GiveInstructionMutation = graphql(`
  mutation GiveInstruction($input: GiveInstructionInput!) {
    giveInstruction(input: $input) {
      instruction {
        id
        number
      }
    }
  }
`);

export const AcknowledgeInstructionMutation = graphql(`
  mutation AcknowledgeInstruction($input: AcknowledgeInstructionInput!) {
    acknowledgeInstruction(input: $input) {
      instruction {
        id
      }
    }
  }
`);

export const AnswerInstructionMutation = graphql(`
  mutation AnswerInstruction($input: AnswerInstructionInput!) {
    answerInstruction(input: $input) {
      instruction {
        id
      }
    }
  }
`);

export const ReportInstructionMutation = graphql(`
  mutation ReportInstruction($input: AnswerInstructionInput!) {
    reportInstruction(input: $input) {
      instruction {
        id
      }
    }
  }
`);

export const AcceptInstructionMutation = graphql(`
  mutation AcceptInstruction($input: AcceptInstructionInput!) {
    acceptInstruction(input: $input) {
      instruction {
        id
      }
    }
  }
`);

export const ReturnInstructionMutation = graphql(`
  mutation ReturnInstruction($input: PutInstructionInput!) {
    returnInstruction(input: $input) {
      instruction {
        id
      }
    }
  }
`);

export const ExtendInstructionMutation = graphql(`
  mutation ExtendInstruction($input: PutInstructionInput!) {
    extendInstruction(input: $input) {
      instruction {
        id
      }
    }
  }
`);

export const WithdrawInstructionMutation = graphql(`
  mutation WithdrawInstruction($input: WithdrawInstructionInput!) {
    withdrawInstruction(input: $input) {
      instruction {
        id
      }
    }
  }
`);
