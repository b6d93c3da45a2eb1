import { graphql, type ResultOf } from '@/gql';

export const ActFields = graphql(`
  fragment ActFields on PendingAct @_unmask {
    id
    kind
    status
    words {
      name
      value
    }
    riskPointId
    conflictId
    unit {
      id
    }
    reason
    begunBy {
      loginName
      personName
    }
    begunAt
    until
    takesEffectAt
    firstBy {
      loginName
      personName
    }
    decidedBy {
      loginName
      personName
    }
    decidedAt
    decisionReason
    mayConfirm
    mayDecline
    mayWithdraw
    confirmableFrom
    asked {
      loginName
      personName
    }
  }
`);

export const ActsQuery = graphql(
  `
    query Acts {
      actsToConfirm(first: 100) {
        more
        acts {
          ...ActFields
        }
      }
      myActs(first: 50) {
        nodes {
          ...ActFields
        }
      }
      startUp {
        acts {
          ...ActFields
        }
      }
    }
  `,
  [ActFields],
);
export type Act = ResultOf<typeof ActsQuery>['myActs']['nodes'][number];

export const ConfirmActMutation = graphql(`
  mutation ConfirmAct($input: ConfirmActInput!) {
    confirmAct(input: $input) {
      act {
        id
        status
      }
    }
  }
`);

export const ConfirmActsMutation = graphql(`
  mutation ConfirmActs($input: ConfirmActsInput!) {
    confirmActs(input: $input) {
      acts {
        id
        status
      }
    }
  }
`);

export const DeclineActMutation = graphql(`
  mutation DeclineAct($input: DeclineActInput!) {
    declineAct(input: $input) {
      act {
        id
        status
      }
    }
  }
`);

export const WithdrawActMutation = graphql(`
  mutation WithdrawAct($input: WithdrawActInput!) {
    withdrawAct(input: $input) {
      act {
        id
        status
      }
    }
  }
`);
