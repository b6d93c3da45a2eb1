import{t as e}from"./react.js";import{G as t}from"./vendor.js";import{t as n}from"./gql.js";import{u as r}from"./index.js";var i=n(`
  mutation RegisterRulesDocument($input: RegisterRulesDocumentInput!) {
    registerRulesDocument(input: $input) {
      document {
        id
      }
    }
  }
`),a=n(`
  mutation CorrectRulesDocument($input: CorrectRulesDocumentInput!) {
    correctRulesDocument(input: $input) {
      document {
        id
      }
    }
  }
`),o=n(`
  mutation IssueRulesEdition($input: IssueRulesEditionInput!) {
    issueRulesEdition(input: $input) {
      document {
        id
      }
    }
  }
`),s=n(`
  mutation CorrectRulesEdition($input: CorrectRulesEditionInput!) {
    correctRulesEdition(input: $input) {
      document {
        id
      }
    }
  }
`),c=n(`
  mutation WithdrawRulesEdition($input: WithdrawRulesEditionInput!) {
    withdrawRulesEdition(input: $input) {
      document {
        id
      }
    }
  }
`),l=n(`
  mutation RepealRulesDocument($input: RepealRulesDocumentInput!) {
    repealRulesDocument(input: $input) {
      document {
        id
      }
    }
  }
`),u=n(`
  mutation WithdrawRulesRepeal($input: WithdrawRulesRepealInput!) {
    withdrawRulesRepeal(input: $input) {
      document {
        id
      }
    }
  }
`),d=n(`
  mutation LinkRules($input: LinkRulesInput!) {
    linkRules(input: $input) {
      links {
        id
      }
    }
  }
`),f=n(`
  mutation UnlinkRules($input: UnlinkRulesInput!) {
    unlinkRules(input: $input) {
      linkIds
    }
  }
`),p=n(`
  mutation AnswerRulesReview($input: AnswerRulesReviewInput!) {
    answerRulesReview(input: $input) {
      review {
        id
      }
    }
  }
`),m=n(`
  fragment RulesFields on RulesDocument @_unmask {
    id
    version
    title
    kind
    state
    unit {
      id
      name
    }
    inForceFrom
    repealedFrom
    holding {
      id
      revision
      number
      from
    }
  }
`),h=n(`
    query RulesList($filter: RulesDocumentFilter, $after: String, $count: Boolean!) {
      rulesDocuments(filter: $filter, first: 50, after: $after) {
        nodes {
          ...RulesFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  `,[m]),g=n(`
    query RulesDocument($id: ID!) {
      node(id: $id) {
        __typename
        ... on RulesDocument {
          ...RulesFields
          repealedReason
          repealedReviewDays
          mayChange
          editions {
            id
            revision
            number
            issuedBy
            issuedOn
            from
            to
            changes
            link
            text
            reviewWithinDays
            at
            actorName
            withdrawnAt
            withdrawnReason
            holds
            coming
          }
        }
      }
    }
  `,[m]),_=n(`
  query RulesStanding($id: ID!, $after: String, $count: Boolean!) {
    node(id: $id) {
      __typename
      ... on RulesDocument {
        id
        links(first: 50, after: $after) {
          nodes {
            id
            at
            actorName
            mayUnlink
            power {
              id
              code
              name
              unit {
                name
              }
            }
            measure {
              id
              content
              status
              unit {
                name
              }
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
  }
`),v=n(`
  fragment ReviewFields on RulesReview @_unmask {
    id
    version
    title
    subject
    unit {
      name
    }
    document {
      id
    }
    edition {
      id
      revision
      number
    }
    power {
      id
    }
    measure {
      id
    }
    tier
    person {
      id
      name
    }
    askedOn
    dueOn
    state
    overdue
    note
    answeredAt
    answeredName
    mayAnswer
  }
`),y=n(`
    query RulesReviews($filter: RulesReviewFilter, $after: String, $count: Boolean!) {
      rulesReviews(filter: $filter, first: 50, after: $after) {
        nodes {
          ...ReviewFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  `,[v]),b=n(`
    query RulesReview($id: ID!) {
      node(id: $id) {
        __typename
        ... on RulesReview {
          ...ReviewFields
          document {
            id
            repealedFrom
            repealedReason
          }
          edition {
            id
            revision
            number
            from
            issuedBy
            changes
            link
            text
          }
        }
      }
    }
  `,[v]),x=n(`
  fragment LinkOfThing on RulesLink @_unmask {
    id
    at
    actorName
    mayUnlink
    document {
      id
      title
      kind
      state
      unit {
        name
      }
      holding {
        revision
        number
      }
    }
  }
`),S=n(`
    query ThingRules($id: ID!) {
      node(id: $id) {
        __typename
        ... on Measure {
          id
          unit {
            id
          }
          mayLinkRules
          rulesLinks {
            ...LinkOfThing
          }
          suggestedRules {
            id
            title
          }
        }
        ... on Power {
          id
          unit {
            id
          }
          mayLinkRules
          rulesLinks {
            ...LinkOfThing
          }
        }
      }
    }
  `,[x]),C=n(`
  query MeasuresToLink($filter: MeasureFilter) {
    measures(filter: $filter, first: 50) {
      nodes {
        id
        content
        status
        unit {
          name
        }
      }
    }
  }
`),w=n(`
  query RulesToLink($filter: RulesDocumentFilter) {
    rulesDocuments(filter: $filter, first: 50) {
      nodes {
        id
        title
        unit {
          name
        }
        holding {
          number
        }
      }
    }
  }
`),T=`/rules-documents`,E=`/rules-reviews`;function D(e){return`${T}/${e}`}function O(e){return`${E}/${e}`}var k=e(),A={NOT_YET:`tag-wait`,IN_FORCE:`tag-good`,REPEALED:``};function j({state:e}){let t=r(`RulesState`);return(0,k.jsx)(`span`,{className:`tag ${A[e]}`,children:t.label(e)})}var M={OPEN:`tag-wait`,KEPT:`tag-good`,CHANGED:`tag-good`,DROPPED:``};function N({review:{state:e,overdue:n}}){let{t:i}=t(`rulebook`),a=r(`RulesReviewState`);return(0,k.jsxs)(k.Fragment,{children:[n&&(0,k.jsxs)(k.Fragment,{children:[(0,k.jsx)(`span`,{className:`tag tag-late`,children:i(`review.late`)}),` `]}),(0,k.jsx)(`span`,{className:`tag ${M[e]}`,children:a.label(e)})]})}function P({review:{person:e,tier:n}}){let{t:i}=t(`rulebook`),a=r(`Role`);return e?(0,k.jsxs)(k.Fragment,{children:[e.name,n!==`STAFF`&&`（${a.label(n)}）`]}):(0,k.jsx)(k.Fragment,{children:n===`STAFF`?i(`review.nobody`):a.label(n)})}export{f as C,l as S,u as T,s as _,T as a,d as b,C as c,b as d,y as f,p as g,S as h,D as i,g as l,w as m,N as n,O as o,_ as p,j as r,E as s,P as t,h as u,a as v,c as w,i as x,o as y};