import { graphql, type ResultOf } from '@/gql';

export const ClocksQuery = graphql(`
  query Clocks($unitId: ID!) {
    node(id: $unitId) {
      ... on Unit {
        id
        kind
        allowedActions
        parent {
          id
        }
      }
    }
    clockRules(unitId: $unitId) {
      code
      name
      words
      version
      newestVersion
      number
      countedIn
      start
      end
      extension
      pauses
      from
      to
      actorName
      setAt
      reason
      mayChange
      unit {
        id
        name
      }
      bases {
        law
        article
        text
      }
    }
  }
`);
export type ClockRule = ResultOf<typeof ClocksQuery>['clockRules'][number];

export const ClockVersionsQuery = graphql(`
  query ClockRuleVersions($unitId: ID!, $after: String) {
    clockRuleVersions(unitId: $unitId, first: 50, after: $after) {
      nodes {
        standing
        withdraws
        rule {
          code
          name
          words
          version
          newestVersion
          number
          countedIn
          start
          end
          extension
          pauses
          from
          to
          actorName
          setAt
          reason
          mayChange
          bases {
            law
            article
            text
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
export type ClockVersion = ResultOf<
  typeof ClockVersionsQuery
>['clockRuleVersions']['nodes'][number];

export const SetClockRuleMutation = graphql(`
  mutation SetClockRule($input: SetClockRuleInput!) {
    setClockRule(input: $input) {
      rules {
        code
        version
      }
    }
  }
`);

export const ClockDueQuery = graphql(`
  query ClockDue($input: ClockDueInput!) {
    clockDue(input: $input) {
      state
      due
      notBefore
      missingYear
      number
      countedIn
      unconfirmedYears
      bases {
        law
        article
      }
      steps {
        kind
        text
      }
    }
  }
`);
export type ClockAnswer = ResultOf<typeof ClockDueQuery>['clockDue'];
