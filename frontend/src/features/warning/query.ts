import { graphql, type ResultOf } from '@/gql';

export const WarningFields = graphql(`
  fragment WarningFields on Warning @_unmask {
    id
    version
    number
    bureau {
      id
      name
    }
    unit {
      id
      name
    }
    kind
    colour
    state
    subjectText
    grade
    since
    goneOn
    tier
    addressee {
      id
      name
    }
    dueOn
    overdue
    hops
    liftGround
  }
`);
export type WarningRow = ResultOf<typeof WarningFields>;

export const WarningListQuery = graphql(
  `
    query WarningList($filter: WarningFilter, $after: String, $count: Boolean!) {
      warnings(filter: $filter, first: 50, after: $after) {
        nodes {
          ...WarningFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  `,
  [WarningFields],
);

export const WarningCountsQuery = graphql(`
  query WarningCounts($unitId: ID) {
    warningCounts(unitId: $unitId) {
      unit {
        id
        name
      }
      kind
      colour
      waiting
      late
      answered
    }
  }
`);
export type WarningCount = ResultOf<typeof WarningCountsQuery>['warningCounts'][number];

export const WarningRuleFields = graphql(`
  fragment WarningRuleFields on WarningRule @_unmask {
    code
    builtin
    sentence
    name
    kind
    grades
    severities
    days
    colour
    to
    answerIn
    hopIn
    countedIn
    asks
    on
    setOn {
      id
      name
    }
    reason
    setBy
    setAt
    version
  }
`);
export type WarningRule = ResultOf<typeof WarningRuleFields>;

export const OpenWarningFields = graphql(
  `
    fragment OpenWarningFields on Warning @_unmask {
      ...WarningFields
      subjectPath
      concerned {
        id
        name
      }
      raisedAt
      answer
      answeredAt
      liftedAt
      actions
      rule {
        ...WarningRuleFields
      }
      events {
        position
        kind
        at
        actorName
        colour
        tier
        addressee {
          id
          name
        }
        dueOn
        text
      }
    }
  `,
  [WarningFields, WarningRuleFields],
);
export type OpenWarning = ResultOf<typeof OpenWarningFields>;

export const WarningQuery = graphql(
  `
    query Warning($id: ID!) {
      node(id: $id) {
        __typename
        ... on Warning {
          ...OpenWarningFields
        }
      }
    }
  `,
  [OpenWarningFields],
);

export const AcknowledgeWarningMutation = graphql(`
  mutation AcknowledgeWarning($input: AcknowledgeWarningInput!) {
    acknowledgeWarning(input: $input) {
      warning {
        id
      }
    }
  }
`);

export const AnswerWarningMutation = graphql(`
  mutation AnswerWarning($input: AnswerWarningInput!) {
    answerWarning(input: $input) {
      warning {
        id
      }
    }
  }
`);

export const ReturnWarningMutation = graphql(`
  mutation ReturnWarning($input: ReturnWarningInput!) {
    returnWarning(input: $input) {
      warning {
        id
      }
    }
  }
`);

export const VerifyWarningMutation = graphql(`
  mutation VerifyWarning($input: VerifyWarningInput!) {
    verifyWarning(input: $input) {
      warning {
        id
      }
    }
  }
`);

export const LiftWarningMutation = graphql(`
  mutation LiftWarning($input: LiftWarningInput!) {
    liftWarning(input: $input) {
      warning {
        id
      }
    }
  }
`);

export const WarningRulesQuery = graphql(
  `
    query WarningRules($unitId: ID!) {
      warningRules(unitId: $unitId) {
        unit {
          id
          name
        }
        mayChange
        rules {
          ...WarningRuleFields
        }
      }
    }
  `,
  [WarningRuleFields],
);
export type WarningRules = ResultOf<typeof WarningRulesQuery>['warningRules'];

export const TryWarningRuleQuery = graphql(`
  query TryWarningRule($input: TryWarningRuleInput!) {
    tryWarningRule(input: $input) {
      today
      fresh
      samples {
        unit {
          id
          name
        }
        subjectId
        subjectPath
        since
        grade
      }
      byTier {
        tier
        count
      }
      knownFrom
      past
      goneBefore
      medianDays
      foresaw
      medianLead
      missed
    }
  }
`);
export type RuleTrial = ResultOf<typeof TryWarningRuleQuery>['tryWarningRule'];

export const SetWarningRuleMutation = graphql(`
  mutation SetWarningRule($input: SetWarningRuleInput!) {
    setWarningRule(input: $input) {
      rules {
        unit {
          id
        }
      }
    }
  }
`);
