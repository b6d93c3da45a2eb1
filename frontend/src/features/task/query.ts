import { graphql, type ResultOf } from '@/gql';

export const TaskFields = graphql(`
  fragment TaskFields on MeasureTask @_unmask {
    id
    version
    kind
    work
    wantsFile
    unit {
      id
      name
    }
    tier
    person {
      id
      name
    }
    fromDay
    dueOn
    overdue
    state
    note
    finding
    doneAt
    doneName
    session {
      id
      topic
    }
  }
`);
export type TaskRow = ResultOf<typeof TaskFields>;

export const TaskListQuery = graphql(
  `
    query TaskList($filter: MeasureTaskFilter, $after: String, $count: Boolean!) {
      measureTasks(filter: $filter, first: 50, after: $after) {
        nodes {
          ...TaskFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  `,
  [TaskFields],
);

export const TaskQuery = graphql(
  `
    query Task($id: ID!) {
      node(id: $id) {
        __typename
        ... on MeasureTask {
          ...TaskFields
          mayDo
          measure {
            id
            content
            riskPoints {
              id
              title
              grade
            }
          }
        }
      }
    }
  `,
  [TaskFields],
);
type Node = NonNullable<ResultOf<typeof TaskQuery>['node']>;
export type OpenTask = Extract<Node, { __typename: 'MeasureTask' }>;

export const SchedulesQuery = graphql(`
  query Schedules($measureIds: [ID!]!) {
    taskSchedules(measureIds: $measureIds) {
      id
      measure {
        id
      }
      version
      kind
      work
      every
      person {
        id
        name
      }
      namesPerson
      wantsFile
      startsOn
      nextOn
      stoppedReason
      mayChange
    }
  }
`);
export type Schedule = ResultOf<typeof SchedulesQuery>['taskSchedules'][number];

export const ScheduleTasksMutation = graphql(`
  mutation ScheduleTasks($input: ScheduleTasksInput!) {
    scheduleTasks(input: $input) {
      schedules {
        id
      }
    }
  }
`);

export const StopTasksMutation = graphql(`
  mutation StopTasks($input: StopTasksInput!) {
    stopTasks(input: $input) {
      schedule {
        id
      }
    }
  }
`);

export const DoTaskMutation = graphql(`
  mutation DoTask($input: DoTaskInput!) {
    doTask(input: $input) {
      task {
        id
      }
    }
  }
`);
