import{t as e}from"./react.js";import{t}from"./enums.js";import{i as n}from"./ErrorState.js";import{t as r}from"./GradeBadge.js";var i=n(`
  query PowerDetail($id: ID!) {
    node(id: $id) {
      __typename
      ... on Power {
        id
        version
        code
        name
        type
        discretion
        discretionNote
        timeLimitDays
        frequency
        retiredOn
        responsibilities
        accountability
        worstGrade
        legalBases {
          law
          article
          text
        }
        disclosure {
          scope
          form
          reason
        }
        unit {
          id
          name
          allowedActions
          path {
            id
            name
          }
        }
        exercisingPosts {
          id
          name
        }
        decisionPost {
          id
          name
        }
        executionPost {
          id
          name
        }
        supervisionPost {
          id
          name
        }
        processes {
          id
          revision
          current
          savedAt
        }
      }
    }
  }
`),a=n(`
  query ProcessOfPower($id: ID!) {
    node(id: $id) {
      __typename
      ... on Process {
        id
        revision
        current
        savedAt
        steps {
          id
          key
          name
          kind
          timeLimitDays
          post {
            id
            name
          }
          riskPoints {
            id
            title
            grade
            status
          }
        }
        edges {
          fromKey
          toKey
          condition
        }
      }
    }
  }
`),o=n(`
  mutation RetirePower($input: RetirePowerInput!) {
    retirePower(input: $input) {
      power {
        id
        version
        retiredOn
      }
    }
  }
`),s=e();function c(e){return[...t.Grade,null].flatMap(t=>{let n=e.filter(e=>e.grade===t).length;return n>0?[{grade:t,count:n}]:[]})}function l({risks:e}){return(0,s.jsx)(`span`,{className:`risk-marks`,children:c(e).map(({grade:e,count:t})=>(0,s.jsxs)(`span`,{className:`risk-mark`,children:[(0,s.jsx)(r,{grade:e}),`×`,t]},e??`none`))})}export{o as a,a as i,c as n,i as r,l as t};