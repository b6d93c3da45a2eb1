import{t as e}from"./react.js";import{G as t}from"./vendor.js";import{t as n}from"./gql.js";import{u as r}from"./index.js";var i=e();function a({state:e,dueOn:n,overdue:a}){let{t:o}=t(`objection`),s=r(`ObjectionState`);return(0,i.jsxs)(i.Fragment,{children:[(0,i.jsx)(`span`,{className:`tag`,children:s.label(e)}),` `,e===`RAISED`&&(0,i.jsx)(`span`,{className:a?`tag tag-alarm`:`hint-inline`,children:o(a?`overdueSince`:`dueOn`,{day:n})})]})}var o=n(`
  query MyRecord {
    myRecord {
      more
      items {
        aboutId
        kind
        relations
        unit {
          id
          name
        }
        title
        text
        grade
        at
        by
        byRole
        objections {
          id
          version
          text
          tier
          dueOn
          overdue
          state
          outcome
          answer
          answererName
          answererRole
          answeredAt
          createdAt
        }
      }
    }
  }
`),s=n(`
  query Objections($filter: ObjectionFilter, $after: String, $count: Boolean!) {
    objections(filter: $filter, first: 50, after: $after) {
      totalCount @include(if: $count)
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        version
        unit {
          id
          name
        }
        person {
          id
          name
        }
        aboutText
        text
        tier
        dueOn
        overdue
        state
        outcome
        answer
        answererName
        createdAt
        mayAnswer
      }
    }
  }
`),c=n(`
  query ObjectionStand($id: ID!) {
    node(id: $id) {
      __typename
      ... on Objection {
        id
        version
        mayAnswer
      }
    }
  }
`),l=n(`
  mutation RaiseObjection($input: RaiseObjectionInput!) {
    raiseObjection(input: $input) {
      objection {
        id
        tier
        dueOn
      }
    }
  }
`),u=n(`
  mutation WithdrawObjection($input: WithdrawObjectionInput!) {
    withdrawObjection(input: $input) {
      objection {
        id
        version
        state
      }
    }
  }
`),d=n(`
  mutation AnswerObjection($input: AnswerObjectionInput!) {
    answerObjection(input: $input) {
      objection {
        id
        version
        state
      }
    }
  }
`);export{l as a,s as i,o as n,u as o,c as r,a as s,d as t};