import{t as e}from"./gql.js";var t=e(`
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
`),n=e(`
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
  `,[t]),r=e(`
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
  `,[t]),i=e(`
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
`),a=e(`
  mutation ScheduleTasks($input: ScheduleTasksInput!) {
    scheduleTasks(input: $input) {
      schedules {
        id
      }
    }
  }
`),o=e(`
  mutation StopTasks($input: StopTasksInput!) {
    stopTasks(input: $input) {
      schedule {
        id
      }
    }
  }
`),s=e(`
  mutation DoTask($input: DoTaskInput!) {
    doTask(input: $input) {
      task {
        id
      }
    }
  }
`);export{n as a,o as i,a as n,r as o,i as r,s as t};