import { ConflictFields } from '../query';
import { graphql, type ResultOf } from '@/gql';

export const SelectorFields = graphql(`
  fragment SelectorFields on RuleSelector @_unmask {
    kind
    steps
    roles
    powerTypes
    powers
    posts
    portfolios
    functions
  }
`);

export const OwnRuleFields = graphql(
  `
    fragment OwnRuleFields on OwnBalanceRule @_unmask {
      id
      version
      code
      name
      reason
      example
      severity
      scope
      sameHand
      state
      mayChange
      unit {
        id
        name
      }
      left {
        join
        selectors {
          ...SelectorFields
        }
      }
      right {
        join
        selectors {
          ...SelectorFields
        }
      }
      changes {
        at
        to
        reason
        by {
          personName
          loginName
        }
      }
    }
  `,
  [SelectorFields],
);
export type OwnRule = ResultOf<typeof OwnRuleFields>;

export const RulesQuery = graphql(
  `
    query BalanceRules($unitId: ID!) {
      balanceRules {
        code
        name
        reason
        example
        severity
      }
      ownBalanceRules(unitId: $unitId) {
        ...OwnRuleFields
      }
    }
  `,
  [OwnRuleFields],
);
export type BuiltInRule = ResultOf<typeof RulesQuery>['balanceRules'][number];

export const TryRuleQuery = graphql(
  `
    query TryBalanceRule($unitId: ID!, $rule: BalanceRuleInput!) {
      tryBalanceRule(unitId: $unitId, rule: $rule, years: 3) {
        count
        conflicts(first: 50) {
          ...ConflictFields
        }
        past {
          on
          count
          conflicts(first: 10) {
            ...ConflictFields
          }
        }
      }
    }
  `,
  [ConflictFields],
);
export type Trial = ResultOf<typeof TryRuleQuery>['tryBalanceRule'];

export const SaveRuleMutation = graphql(
  `
    mutation SaveBalanceRule($input: SaveBalanceRuleInput!) {
      saveBalanceRule(input: $input) {
        rule {
          ...OwnRuleFields
        }
      }
    }
  `,
  [OwnRuleFields],
);

export const SwitchRuleMutation = graphql(
  `
    mutation SwitchBalanceRule($input: SwitchBalanceRuleInput!) {
      switchBalanceRule(input: $input) {
        rule {
          ...OwnRuleFields
        }
      }
    }
  `,
  [OwnRuleFields],
);

export const RuleNamesQuery = graphql(`
  query RuleNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Power {
        id
        name
      }
      ... on Post {
        id
        name
      }
    }
  }
`);
