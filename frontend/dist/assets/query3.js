import{n as e}from"./query2.js";import{t}from"./gql.js";var n=t(`
  fragment LeaveFields on PlannedLeave @_unmask {
    id
    version
    from
    to
    mayWithdraw
    person {
      id
      name
    }
    unit {
      id
      name
    }
  }
`),r=t(`
    query PlannedLeaves($unitId: ID, $personId: ID) {
      plannedLeaves(unitId: $unitId, personId: $personId) {
        ...LeaveFields
      }
    }
  `,[n]),i=t(`
  query LeaveUnit($id: ID!) {
    node(id: $id) {
      __typename
      ... on Unit {
        id
        name
        path {
          id
          name
        }
      }
    }
  }
`),a=t(`
    query LeaveTest($unitId: ID!, $leaves: [LeaveInput!]!) {
      leaveTest(unitId: $unitId, leaves: $leaves, planned: true) {
        from
        to
        away {
          id
          name
        }
        conflict {
          ...ConflictFields
        }
        step {
          key
          name
          power {
            id
            name
          }
        }
      }
    }
  `,[e]),o=t(`
    mutation PlanLeave($input: PlanLeaveInput!) {
      planLeave(input: $input) {
        leave {
          ...LeaveFields
        }
      }
    }
  `,[n]),s=t(`
  mutation WithdrawLeave($input: WithdrawLeaveInput!) {
    withdrawLeave(input: $input) {
      leaveId
    }
  }
`);export{s as a,r as i,i as n,o as r,a as t};