import{n as e,t}from"./react.js";import{B as n}from"./vendor.js";import{t as r}from"./gql.js";import{u as i}from"./index.js";var a=r(`
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
  }
`),o=r(`
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
  `,[a]),s=r(`
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
  `,[a]),c=r(`
  query Schedules($measureIds: [ID!]!) {
    taskSchedules(measureIds: $measureIds) {
      id
      version
      kind
      work
      every
      person {
        id
        name
      }
      wantsFile
      startsOn
      nextOn
      stoppedReason
      mayChange
    }
  }
`),l=r(`
  mutation ScheduleTasks($input: ScheduleTasksInput!) {
    scheduleTasks(input: $input) {
      schedules {
        id
      }
    }
  }
`),u=r(`
  mutation StopTasks($input: StopTasksInput!) {
    stopTasks(input: $input) {
      schedule {
        id
      }
    }
  }
`),d=r(`
  mutation DoTask($input: DoTaskInput!) {
    doTask(input: $input) {
      task {
        id
      }
    }
  }
`),f=t();function p({task:e}){let{t}=n(`task`),r=i(`TaskState`),a=i(`TaskFinding`),{state:o,overdue:s,finding:c}=e;return(0,f.jsxs)(f.Fragment,{children:[(0,f.jsx)(`span`,{className:`tag ${s||o===`MISSED`?`tag-late`:o===`DONE`?`tag-good`:`tag-wait`}`,children:s?t(`late`):r.label(o)}),c&&(0,f.jsx)(`span`,{className:`tag ${c===`EFFECTIVE`?`tag-good`:`tag-late`}`,children:a.label(c)})]})}var m=[`work`,`kind`,`unit`,`asked`,`period`,`dueOn`,`state`];function h({rows:t,label:r}){let{t:a}=n(`task`),o=i(`TaskKind`);return(0,f.jsx)(`div`,{className:`table-scroll`,tabIndex:0,role:`region`,"aria-label":r,children:(0,f.jsxs)(`table`,{className:`grid-table`,children:[(0,f.jsx)(`caption`,{className:`visually-hidden`,children:r}),(0,f.jsx)(`thead`,{children:(0,f.jsx)(`tr`,{children:m.map(e=>(0,f.jsx)(`th`,{scope:`col`,children:a(`head.${e}`)},e))})}),(0,f.jsx)(`tbody`,{children:t.map(t=>(0,f.jsxs)(`tr`,{children:[(0,f.jsx)(`th`,{scope:`row`,className:`task-work`,children:(0,f.jsx)(e,{to:`/tasks/${t.id}`,children:t.work})}),(0,f.jsx)(`td`,{className:`nowrap`,children:o.label(t.kind)}),(0,f.jsx)(`td`,{children:t.unit.name}),(0,f.jsx)(`td`,{children:(0,f.jsx)(g,{task:t})}),(0,f.jsx)(`td`,{className:`nowrap`,children:a(`from`,{day:t.fromDay})}),(0,f.jsx)(`td`,{className:`nowrap`,children:t.dueOn}),(0,f.jsx)(`td`,{className:`nowrap`,children:(0,f.jsx)(p,{task:t})})]},t.id))})]})})}function g({task:e}){let{t}=n(`task`),r=i(`Role`),{person:a,tier:o}=e;return a?(0,f.jsxs)(f.Fragment,{children:[a.name,o!==`STAFF`&&`（${r.label(o)}）`]}):(0,f.jsx)(f.Fragment,{children:o===`STAFF`?t(`nobody`):r.label(o)})}export{l as a,o as c,d as i,s as l,h as n,c as o,p as r,u as s,g as t};