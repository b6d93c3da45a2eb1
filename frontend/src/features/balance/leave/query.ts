import { ConflictFields } from '../query';
import { graphql, type ResultOf } from '@/gql';

export const LeaveFields = graphql(`
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
`);
export type PlannedLeave = ResultOf<typeof LeaveFields>;

export const PlannedLeavesQuery = graphql(
  `
    query PlannedLeaves($unitId: ID, $personId: ID) {
      plannedLeaves(unitId: $unitId, personId: $personId) {
        ...LeaveFields
      }
    }
  `,
  [LeaveFields],
);

export const LeaveUnitQuery = graphql(`
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
`);

export const LeaveTestQuery = graphql(
  `
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
  `,
  [ConflictFields],
);
export type Collapse = ResultOf<typeof LeaveTestQuery>['leaveTest'][number];

export const PlanLeaveMutation = graphql(
  `
    mutation PlanLeave($input: PlanLeaveInput!) {
      planLeave(input: $input) {
        leave {
          ...LeaveFields
        }
      }
    }
  `,
  [LeaveFields],
);

export const WithdrawLeaveMutation = graphql(`
  mutation WithdrawLeave($input: WithdrawLeaveInput!) {
    withdrawLeave(input: $input) {
      leaveId
    }
  }
`);
