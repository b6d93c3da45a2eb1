import{t as e}from"./gql.js";var t=e(`
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
`),n=e(`
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
`),r=e(`
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
`),i=e(`
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
  `,[t,r,n]),a=e(`
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
  `,[t]),o=e(`
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
`),s=e(`
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
  `,[t,r]),c=e(`
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
`),l=e(`
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
`),u=e(`
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
  `,[t,l]);export{c as a,o as c,l as i,u as l,t as n,s as o,n as r,a as s,i as t};