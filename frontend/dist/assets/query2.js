import{t as e}from"./react.js";import{t}from"./gql.js";import{c as n}from"./index.js";var r=e(),i={HIGH:`grade-A`,MEDIUM:`grade-B`,LOW:`grade-C`};function a({severity:e}){let{label:t}=n(`BalanceSeverity`);return(0,r.jsx)(`span`,{className:`grade ${i[e]}`,children:t(e)})}var o=t(`
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
`),s=t(`
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
`),c=t(`
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
`),l=t(`
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
  `,[o,c,s]),u=t(`
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
  `,[o]),d=t(`
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
`),f=t(`
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
  `,[o,c]),p=t(`
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
`),m=t(`
    query WhatIf($unitId: ID!, $candidate: WhatIfCandidateInput!) {
      whatIf(unitId: $unitId, candidates: [$candidate]) {
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
      }
    }
  `,[o]);export{f as a,m as c,p as i,a as l,o as n,u as o,s as r,d as s,l as t};