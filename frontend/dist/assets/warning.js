import{t as e}from"./react.js";import{t}from"./gql.js";import{u as n}from"./index.js";var r=t(`
  fragment WarningFields on Warning @_unmask {
    id
    version
    number
    bureau {
      id
      name
    }
    unit {
      id
      name
    }
    kind
    colour
    state
    subjectText
    grade
    since
    goneOn
    tier
    addressee {
      id
      name
    }
    dueOn
    overdue
    hops
    liftGround
  }
`),i=t(`
    query WarningList($filter: WarningFilter, $after: String, $count: Boolean!) {
      warnings(filter: $filter, first: 50, after: $after) {
        nodes {
          ...WarningFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  `,[r]),a=t(`
  query WarningCounts($unitId: ID) {
    warningCounts(unitId: $unitId) {
      unit {
        id
        name
      }
      kind
      colour
      waiting
      late
      answered
    }
  }
`),o=t(`
  fragment WarningRuleFields on WarningRule @_unmask {
    code
    builtin
    sentence
    name
    kind
    grades
    severities
    days
    colour
    to
    answerIn
    hopIn
    countedIn
    asks
    on
    setOn {
      id
      name
    }
    reason
    setBy
    setAt
    version
  }
`),s=t(`
    fragment OpenWarningFields on Warning @_unmask {
      ...WarningFields
      subjectPath
      concerned {
        id
        name
      }
      raisedAt
      answer
      answeredAt
      liftedAt
      actions
      rule {
        ...WarningRuleFields
      }
      events {
        position
        kind
        at
        actorName
        colour
        tier
        addressee {
          id
          name
        }
        dueOn
        text
      }
    }
  `,[r,o]),c=t(`
    query Warning($id: ID!) {
      node(id: $id) {
        __typename
        ... on Warning {
          ...OpenWarningFields
        }
      }
    }
  `,[s]),l=t(`
  mutation AcknowledgeWarning($input: AcknowledgeWarningInput!) {
    acknowledgeWarning(input: $input) {
      warning {
        id
      }
    }
  }
`),u=t(`
  mutation AnswerWarning($input: AnswerWarningInput!) {
    answerWarning(input: $input) {
      warning {
        id
      }
    }
  }
`),d=t(`
  mutation ReturnWarning($input: ReturnWarningInput!) {
    returnWarning(input: $input) {
      warning {
        id
      }
    }
  }
`),f=t(`
  mutation VerifyWarning($input: VerifyWarningInput!) {
    verifyWarning(input: $input) {
      warning {
        id
      }
    }
  }
`),p=t(`
  mutation LiftWarning($input: LiftWarningInput!) {
    liftWarning(input: $input) {
      warning {
        id
      }
    }
  }
`),m=t(`
    query WarningRules($unitId: ID!) {
      warningRules(unitId: $unitId) {
        unit {
          id
          name
        }
        mayChange
        rules {
          ...WarningRuleFields
        }
      }
    }
  `,[o]),h=t(`
  query TryWarningRule($input: TryWarningRuleInput!) {
    tryWarningRule(input: $input) {
      today
      fresh
      samples {
        unit {
          id
          name
        }
        subjectId
        subjectPath
        since
        grade
      }
      byTier {
        tier
        count
      }
      knownFrom
      past
      goneBefore
      medianDays
      foresaw
      medianLead
      missed
    }
  }
`),g=t(`
  mutation SetWarningRule($input: SetWarningRuleInput!) {
    setWarningRule(input: $input) {
      rules {
        unit {
          id
        }
      }
    }
  }
`),_=e(),v={RED:`M5 1h6l4 4v6l-4 4H5l-4-4V5z`,ORANGE:`M8 1l7 13H1z`,YELLOW:`M8 1l7 7-7 7-7-7z`};function y({colour:e}){let t=n(`WarningColour`);return(0,_.jsxs)(`span`,{className:`warning-colour warning-${e}`,children:[(0,_.jsx)(`svg`,{viewBox:`0 0 16 16`,width:`12`,height:`12`,"aria-hidden":`true`,focusable:`false`,children:(0,_.jsx)(`path`,{d:v[e],fill:`currentColor`})}),t.label(e)]})}export{d as a,f as c,c as d,m as f,p as i,a as l,l as n,g as o,u as r,h as s,y as t,i as u};