import{i as e}from"./rolldown-runtime.js";import{S as t}from"./react.js";import{t as n}from"./gql.js";import{h as r,i,n as a,r as o,t as s}from"./view.js";var c=n(`
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
          supersededAt
        }
      }
    }
  }
`),l=n(`
  query ProcessOfPower($id: ID!) {
    node(id: $id) {
      __typename
      ... on Process {
        id
        revision
        current
        savedAt
        supersededAt
        explanation
        stood {
          stepKey
          title
          grade
          types
          riskPoint {
            id
          }
        }
        steps {
          id
          key
          name
          kind
          timeLimitDays
          lane
          starts
          ends
          split
          discretion
          explanation
          place {
            x
            y
          }
          post {
            id
            name
            unit {
              id
              name
            }
          }
          riskPoints {
            id
            title
            grade
            measures {
              id
              status
            }
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
`),u=n(`
  query ProcessReport($id: ID!) {
    processReport(id: $id) {
      findings {
        code
        severity
        stepKey
        field
        message
      }
      changes {
        key
        name
        kind
        aspects
      }
      defence {
        stepKey
        grade
        riskPoints
        points
        target
        score
        gain
        missingKinds
        weaknesses {
          code
          message
        }
      }
    }
  }
`),d=n(`
  mutation RetirePower($input: RetirePowerInput!) {
    retirePower(input: $input) {
      power {
        id
        version
        retiredOn
      }
    }
  }
`),f=e(t(),1);function p(e){return new Map(e.steps.map(({key:t,riskPoints:n})=>[t,e.current?n.map(({id:e,title:t,grade:n})=>({id:e,title:t,grade:n,types:[]})):e.stood.filter(e=>e.stepKey===t).map(({riskPoint:e,title:t,grade:n,types:r})=>({id:e?.id??null,title:t,grade:n,types:r}))]))}function m(e){let t=Math.max(0,...e.map(e=>e.gain));return t>0?e.find(e=>e.gain===t)?.stepKey:void 0}function h(e,t,n,r,i){let o=()=>new Map([...n].map(([e,t])=>[e,{grades:t.map(e=>e.grade),measures:0}])),s=r?.defence??[];return{posts:t,standing:e.current?a(e.steps):o(),findings:r?.findings,scores:i?void 0:new Map(s.map(e=>[e.stepKey,e.score])),most:i?void 0:m(s),marks:i}}function g(e,t,n,a){let c=o(),l=(0,f.useMemo)(()=>r(e),[e]),u=(0,f.useMemo)(()=>new Map(e.steps.flatMap(({post:e})=>e?[[e.id,{name:e.name,unit:e.unit?.name??``}]]:[])),[e]),d=(0,f.useMemo)(()=>p(e),[e]),g=(0,f.useMemo)(()=>m(n?.defence??[]),[n]),_=(0,f.useMemo)(()=>i(l,h(e,u,d,n,a)),[e,l,u,d,n,a]);return{words:c,views:_,laid:(0,f.useMemo)(()=>s(l,_,t,u,c),[l,_,t,u,c]),risks:d,most:g}}export{d as a,u as i,c as n,l as r,g as t};