import { graphql, type ResultOf } from '@/gql';

export const CheckFields = graphql(`
  fragment CheckFields on SupervisionCheck @_unmask {
    id
    version
    unit {
      id
      name
    }
    kind
    grade
    subject {
      id
      name
    }
    tier
    supervisor {
      id
      name
    }
    from
    dueOn
    state
    overdue
    escalatedTo
    defects
    doneAt
    doneBy
  }
`);
export type CheckRow = ResultOf<typeof CheckFields>;

export const CheckListQuery = graphql(
  `
    query CheckList($filter: SupervisionCheckFilter, $after: String, $count: Boolean!) {
      supervisionChecks(filter: $filter, first: 50, after: $after) {
        nodes {
          ...CheckFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  `,
  [CheckFields],
);

export const CheckCountsQuery = graphql(`
  query CheckCounts($unitId: ID, $from: Date!, $to: Date!) {
    supervisionCheckCounts(unitId: $unitId, from: $from, to: $to) {
      unit {
        id
        name
      }
      kind
      grade
      due
      overdue
      done
      late
      missed
    }
  }
`);
export type CheckCount = ResultOf<typeof CheckCountsQuery>['supervisionCheckCounts'][number];

const OpenCheckFields = graphql(
  `
    fragment OpenCheckFields on SupervisionCheck @_unmask {
      ...CheckFields
      hops
      nextHopOn
      summary
      mayRecord
      sample {
        drawnAt
        seed
        population
        items {
          position
          riskPointId
          riskPoint {
            id
            title
            grade
            measures {
              id
              content
            }
          }
          outcome
          finding
        }
      }
    }
  `,
  [CheckFields],
);
export type OpenCheck = ResultOf<typeof OpenCheckFields>;
export type SampleItem = NonNullable<OpenCheck['sample']>['items'][number];

export const CheckQuery = graphql(
  `
    query Check($id: ID!) {
      node(id: $id) {
        __typename
        ... on SupervisionCheck {
          ...OpenCheckFields
        }
      }
    }
  `,
  [OpenCheckFields],
);

export const BeginCheckMutation = graphql(
  `
    mutation BeginCheck($input: BeginCheckInput!) {
      beginCheck(input: $input) {
        check {
          ...OpenCheckFields
        }
      }
    }
  `,
  [OpenCheckFields],
);

export const RecordCheckMutation = graphql(
  `
    mutation RecordCheck($input: RecordCheckInput!) {
      recordCheck(input: $input) {
        check {
          ...OpenCheckFields
        }
      }
    }
  `,
  [OpenCheckFields],
);

export const HandoversQuery = graphql(`
  query CheckHandovers($unitId: ID, $after: String, $count: Boolean!) {
    checkHandovers(unitId: $unitId, first: 20, after: $after) {
      nodes {
        id
        version
        unit {
          id
          name
        }
        predecessor {
          id
          name
        }
        successor {
          id
          name
        }
        at
        checks {
          id
          unit {
            id
            name
          }
          kind
          grade
          dueOn
          begun
        }
        predecessorSignedAt
        predecessorSignedBy {
          loginName
          personName
        }
        predecessorNote
        successorSignedAt
        successorNote
        turn
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount @include(if: $count)
    }
  }
`);
export type Handover = ResultOf<typeof HandoversQuery>['checkHandovers']['nodes'][number];

export const SignHandoverMutation = graphql(`
  mutation SignCheckHandover($input: SignCheckHandoverInput!) {
    signCheckHandover(input: $input) {
      handover {
        id
        version
      }
    }
  }
`);

const PlanFields = graphql(`
  fragment SupervisionPlanFields on SupervisionPlan @_unmask {
    unit {
      id
      name
    }
    rhythms {
      kind
      grade
      tier
      months
      monthsWithA
      sample
      hops {
        after
        countedIn
        to
      }
    }
    promptMonths
    setOn {
      id
      name
    }
    reason
    setBy
    setAt
    version
    mayChange
  }
`);
export type Plan = ResultOf<typeof PlanFields>;
export type Rhythm = Plan['rhythms'][number];

export const PlanQuery = graphql(
  `
    query SupervisionPlan($unitId: ID!) {
      supervisionPlan(unitId: $unitId) {
        ...SupervisionPlanFields
      }
    }
  `,
  [PlanFields],
);

export const SetPlanMutation = graphql(
  `
    mutation SetSupervisionPlan($input: SetSupervisionPlanInput!) {
      setSupervisionPlan(input: $input) {
        plan {
          ...SupervisionPlanFields
        }
      }
    }
  `,
  [PlanFields],
);
