import{t as e}from"./react.js";import{G as t}from"./vendor.js";import{t as n}from"./gql.js";import{u as r}from"./index.js";var i=`/education`,a=`/education/year`;function o(e){return`${i}/${e}`}var s=n(`
  fragment SessionFields on EducationSession @_unmask {
    id
    version
    unit {
      id
      name
    }
    kind
    topic
    heldOn
    place
    minutes
    state
    overdue
    counts {
      expected
      attended
      excused
      absent
      madeUp
    }
    mine {
      id
      attendance
      note
      madeUpOn
    }
  }
`),c=n(`
    query EducationSessionList($filter: EducationSessionFilter, $after: String, $count: Boolean!) {
      educationSessions(filter: $filter, first: 50, after: $after) {
        nodes {
          ...SessionFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  `,[s]),l=n(`
    query EducationSession($id: ID!) {
      node(id: $id) {
        __typename
        ... on EducationSession {
          ...SessionFields
          leader {
            id
            name
          }
          namesLeader
          leaderText
          notes
          cancelReason
          measures {
            id
            content
          }
          completable {
            id
            version
            work
            dueOn
            wantsFile
          }
          mayChange
        }
      }
    }
  `,[s]),u=n(`
  query EducationParticipants($id: ID!, $after: String, $count: Boolean!) {
    node(id: $id) {
      __typename
      ... on EducationSession {
        id
        participants(first: 100, after: $after) {
          nodes {
            id
            name
            department
            post
            attendance
            note
            madeUpOn
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount @include(if: $count)
        }
      }
    }
  }
`),d=n(`
  query ExpectedAtEducation($on: Date!, $invitation: EducationInvitation!) {
    expectedAtEducation(on: $on, invitation: $invitation) {
      name
      department
      post
    }
  }
`),f=n(`
  query EducationMeasures($filter: MeasureFilter) {
    measures(filter: $filter, first: 30) {
      nodes {
        id
        content
      }
    }
  }
`),p=n(`
  query EducationMeasureNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Measure {
        id
        content
      }
    }
  }
`),m=n(`
  query EducationYear($unitId: ID!, $year: Int!, $atLeast: Int!) {
    educationOfPeople(unitId: $unitId, year: $year) {
      day
      unit {
        id
        name
      }
      whole(atLeast: $atLeast) {
        people
        reached
        none
      }
      direct(atLeast: $atLeast) {
        people
        reached
        none
      }
    }
  }
`),h=n(`
  query EducationYearDepartments(
    $unitId: ID!
    $year: Int!
    $atLeast: Int!
    $after: String
    $count: Boolean!
  ) {
    educationOfPeople(unitId: $unitId, year: $year) {
      departments(atLeast: $atLeast, first: 50, after: $after) {
        nodes {
          unit {
            id
            name
          }
          people
          reached
          none
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  }
`),g=n(`
  query EducationYearPeople(
    $unitId: ID!
    $year: Int!
    $fewerThan: Int
    $after: String
    $count: Boolean!
  ) {
    educationOfPeople(unitId: $unitId, year: $year) {
      people(fewerThan: $fewerThan, first: 50, after: $after) {
        edges {
          cursor
          node {
            person {
              id
            }
            name
            department
            post
            sessions
            minutes
            missed
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  }
`),_=n(`
  mutation RecordEducationSession($input: RecordEducationSessionInput!) {
    recordEducationSession(input: $input) {
      session {
        id
      }
    }
  }
`),v=n(`
  mutation HoldEducationSession($input: HoldEducationSessionInput!) {
    holdEducationSession(input: $input) {
      session {
        id
      }
    }
  }
`),y=n(`
  mutation ReviseEducationSession($input: ReviseEducationSessionInput!) {
    reviseEducationSession(input: $input) {
      session {
        id
      }
    }
  }
`),b=n(`
  mutation SetEducationParticipants($input: SetEducationParticipantsInput!) {
    setEducationParticipants(input: $input) {
      session {
        id
      }
    }
  }
`),x=n(`
  mutation CancelEducationSession($input: CancelEducationSessionInput!) {
    cancelEducationSession(input: $input) {
      session {
        id
      }
    }
  }
`),S=e(),C={PLANNED:`tag-wait`,HELD:`tag-good`,CANCELLED:``};function w({session:e}){let{t:n}=t(`education`),i=r(`EducationState`);return(0,S.jsxs)(S.Fragment,{children:[(0,S.jsx)(`span`,{className:`tag ${C[e.state]}`,children:i.label(e.state)}),e.overdue&&(0,S.jsxs)(S.Fragment,{children:[` `,(0,S.jsx)(`span`,{className:`tag tag-late`,children:n(`overdue`)})]})]})}function T(){let{t:e}=t(`education`);return t=>e(`hours`,{hours:Math.round(t/6)/10})}function E({attendance:e,madeUpOn:n}){let{t:i}=t(`education`),a=r(`Attendance`);return e?(0,S.jsxs)(S.Fragment,{children:[(0,S.jsx)(`span`,{className:`tag ${e===`ATTENDED`||n?`tag-good`:`tag-late`}`,children:a.label(e)}),n&&(0,S.jsxs)(`span`,{className:`hint-inline`,children:[` `,i(`madeUp`,{day:n})]})]}):(0,S.jsx)(`span`,{className:`zero`,children:i(`notYet`)})}export{m as _,p as a,a as b,v as c,y as d,c as f,g,h,x as i,u as l,b as m,w as n,f as o,l as p,T as r,d as s,E as t,_ as u,i as v,o as y};