import{t as e}from"./react.js";import{t}from"./gql.js";import{u as n}from"./index.js";import{t as r}from"./GradeBadge.js";var i=e();function a({kind:e,grade:t,subject:a}){let o=n(`CheckKind`);return(0,i.jsxs)(i.Fragment,{children:[o.label(e),` `,t&&(0,i.jsx)(r,{grade:t}),a&&(0,i.jsx)(`strong`,{children:a.name})]})}var o=t(`
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
`),s=t(`
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
  `,[o]),c=t(`
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
`),l=t(`
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
  `,[o]),u=t(`
    query Check($id: ID!) {
      node(id: $id) {
        __typename
        ... on SupervisionCheck {
          ...OpenCheckFields
        }
      }
    }
  `,[l]),d=t(`
    mutation BeginCheck($input: BeginCheckInput!) {
      beginCheck(input: $input) {
        check {
          ...OpenCheckFields
        }
      }
    }
  `,[l]),f=t(`
    mutation RecordCheck($input: RecordCheckInput!) {
      recordCheck(input: $input) {
        check {
          ...OpenCheckFields
        }
      }
    }
  `,[l]),p=t(`
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
`),m=t(`
  mutation SignCheckHandover($input: SignCheckHandoverInput!) {
    signCheckHandover(input: $input) {
      handover {
        id
        version
      }
    }
  }
`),h=t(`
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
`),g=t(`
    query SupervisionPlan($unitId: ID!) {
      supervisionPlan(unitId: $unitId) {
        ...SupervisionPlanFields
      }
    }
  `,[h]),_=t(`
    mutation SetSupervisionPlan($input: SetSupervisionPlanInput!) {
      setSupervisionPlan(input: $input) {
        plan {
          ...SupervisionPlanFields
        }
      }
    }
  `,[h]);export{p as a,_ as c,u as i,m as l,c as n,g as o,s as r,f as s,d as t,a as u};