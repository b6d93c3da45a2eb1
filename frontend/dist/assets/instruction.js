import{t as e}from"./gql.js";var t=e(`
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
`),n=e(`
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
  `,[t]),r=e(`
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
  `,[t]),i=e(`
    query Instruction($id: ID!) {
      node(id: $id) {
        __typename
        ... on Instruction {
          ...OpenInstructionFields
        }
      }
    }
  `,[r]),a=e(`
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
`),o=e(`
  mutation GiveInstruction($input: GiveInstructionInput!) {
    giveInstruction(input: $input) {
      instruction {
        id
        number
      }
    }
  }
`),s=e(`
  mutation AcknowledgeInstruction($input: AcknowledgeInstructionInput!) {
    acknowledgeInstruction(input: $input) {
      instruction {
        id
      }
    }
  }
`),c=e(`
  mutation AnswerInstruction($input: AnswerInstructionInput!) {
    answerInstruction(input: $input) {
      instruction {
        id
      }
    }
  }
`),l=e(`
  mutation ReportInstruction($input: AnswerInstructionInput!) {
    reportInstruction(input: $input) {
      instruction {
        id
      }
    }
  }
`),u=e(`
  mutation AcceptInstruction($input: AcceptInstructionInput!) {
    acceptInstruction(input: $input) {
      instruction {
        id
      }
    }
  }
`),d=e(`
  mutation ReturnInstruction($input: PutInstructionInput!) {
    returnInstruction(input: $input) {
      instruction {
        id
      }
    }
  }
`),f=e(`
  mutation ExtendInstruction($input: PutInstructionInput!) {
    extendInstruction(input: $input) {
      instruction {
        id
      }
    }
  }
`),p=e(`
  mutation WithdrawInstruction($input: WithdrawInstructionInput!) {
    withdrawInstruction(input: $input) {
      instruction {
        id
      }
    }
  }
`);export{f as a,i as c,p as d,a as i,l,s as n,o,c as r,n as s,u as t,d as u};