import { graphql, type ResultOf } from '@/gql';

export const ConflictFields = graphql(`
  fragment ConflictFields on BalanceConflict @_unmask {
    id
    severity
    since
    uncertain
    message
    settlements
    rule {
      code
      name
      reason
      example
    }
    steps {
      key
      name
      power {
        id
        name
      }
    }
  }
`);
export type Conflict = ResultOf<typeof ConflictFields>;

export const KeptFields = graphql(`
  fragment KeptFields on Conflict @_unmask {
    id
    version
    state
    foundAt
    settledAt
    mayChange
    unit {
      id
      name
    }
    acceptance {
      reason
      until
      at
      by {
        personName
        loginName
      }
      measure {
        id
        content
      }
    }
    waitingAct {
      id
    }
  }
`);
export type Kept = ResultOf<typeof KeptFields>;

export const CollusionFields = graphql(`
  fragment CollusionFields on Collusion @_unmask {
    state
    least
    most
    power {
      id
      name
    }
    people {
      id
      name
    }
    run {
      key
      name
    }
  }
`);
export type Collusion = ResultOf<typeof CollusionFields>;

export const BalanceQuery = graphql(
  `
    query Balance($unitId: ID!, $on: Date) {
      balance(unitId: $unitId, on: $on) {
        on
        powerCount
        unit {
          id
          name
          path {
            id
            name
          }
        }
        counts {
          severity
          count
        }
        conflicts(first: 100) {
          ...ConflictFields
          kept {
            ...KeptFields
          }
        }
        unknowns(first: 100) {
          stepKey
          stepName
          why
          power {
            id
            name
          }
        }
        collusions(first: 50) {
          ...CollusionFields
        }
        terms {
          from
          limit
          daysLeft
          person {
            id
            name
          }
          post {
            id
            name
          }
        }
        loads {
          a
          b
          c
          person {
            id
            name
          }
        }
        unsupervised {
          id
          name
        }
      }
    }
  `,
  [ConflictFields, CollusionFields, KeptFields],
);
export type Balance = ResultOf<typeof BalanceQuery>['balance'];

export const RepairQuery = graphql(
  `
    query BalanceRepair($unitId: ID!, $on: Date) {
      balance(unitId: $unitId, on: $on) {
        repair {
          steps
          cost
          least
          left {
            ...ConflictFields
          }
        }
      }
    }
  `,
  [ConflictFields],
);
export type Repair = ResultOf<typeof RepairQuery>['balance']['repair'];

export const RotationQuery = graphql(`
  query BalanceRotation($unitId: ID!, $on: Date) {
    balance(unitId: $unitId, on: $on) {
      rotationPlan {
        due {
          id
          name
        }
        duePost {
          id
          name
        }
        with {
          id
          name
        }
        withPost {
          id
          name
        }
      }
    }
  }
`);
export type Swap = ResultOf<typeof RotationQuery>['balance']['rotationPlan'][number];

export const PowerBalanceQuery = graphql(
  `
    query PowerBalance($powerId: ID!) {
      powerBalance(powerId: $powerId) {
        powerCount
        unit {
          id
        }
        conflicts(first: 50) {
          ...ConflictFields
        }
        unknowns(first: 50) {
          stepKey
        }
        collusions(first: 1) {
          ...CollusionFields
        }
      }
    }
  `,
  [ConflictFields, CollusionFields],
);

export const PostUnitQuery = graphql(`
  query PostUnit($id: ID!) {
    node(id: $id) {
      __typename
      ... on Post {
        id
        unit {
          id
        }
      }
    }
  }
`);

export const MovedFields = graphql(`
  fragment MovedFields on MovedSupervision @_unmask {
    part
    a
    b
    c
    ungraded
    unit {
      id
      name
    }
    from {
      id
      name
    }
    to {
      id
      name
    }
  }
`);
export type Moved = ResultOf<typeof MovedFields>;

export const WhatIfQuery = graphql(
  `
    query WhatIf($unitId: ID!, $candidate: WhatIfCandidateInput!, $on: Date) {
      whatIf(unitId: $unitId, candidates: [$candidate], on: $on) {
        createdCounts {
          severity
          count
        }
        removedCounts {
          severity
          count
        }
        created {
          ...ConflictFields
        }
        removed {
          ...ConflictFields
        }
        moved {
          ...MovedFields
        }
      }
    }
  `,
  [ConflictFields, MovedFields],
);
export type Outcome = ResultOf<typeof WhatIfQuery>['whatIf'][number];
