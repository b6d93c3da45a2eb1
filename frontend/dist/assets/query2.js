import{t as e}from"./react.js";import{t}from"./gql.js";import{c as n}from"./index.js";function r(e,t){return e.find(e=>e.severity===t)?.count??0}function i(e){return e.reduce((e,t)=>e+t.count,0)}function a({state:e,least:t,most:n}){return e===`UNDEFINED`?{kind:`undefined`}:e===`EXACT`||t===n?{kind:`exact`,n}:{kind:`bounds`,least:t,most:n}}function o({state:e,most:t}){return e!==`UNDEFINED`&&t===1}var s=e(),c={HIGH:`grade-A`,MEDIUM:`grade-B`,LOW:`grade-C`};function l({severity:e}){let{label:t}=n(`BalanceSeverity`);return(0,s.jsx)(`span`,{className:`grade ${c[e]}`,children:t(e)})}var u=t(`
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
`),d=t(`
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
`),f=t(`
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
  `,[u,d]),p=t(`
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
  `,[u]),m=t(`
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
`),h=t(`
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
  `,[u,d]),g=t(`
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
`),_=t(`
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
  `,[u]);export{m as a,a as c,i as d,p as i,r as l,g as n,_ as o,h as r,l as s,f as t,o as u};