import{i as e}from"./rolldown-runtime.js";import{S as t}from"./react.js";import{t as n}from"./gql.js";import{i as r,n as i,r as a,t as o,y as s}from"./view.js";var c=e(t(),1);function l(e){return new Map(e.steps.map(({key:t,riskPoints:n})=>[t,e.current?n.map(({id:e,title:t,grade:n})=>({id:e,title:t,grade:n,types:[]})):e.stood.filter(e=>e.stepKey===t).map(({riskPoint:e,title:t,grade:n,types:r})=>({id:e?.id??null,title:t,grade:n,types:r}))]))}function u(e){let t=Math.max(0,...e.map(e=>e.gain));return t>0?e.find(e=>e.gain===t)?.stepKey:void 0}function d(e,t,n,r){let a=()=>new Map([...n].map(([e,t])=>[e,{grades:t.map(e=>e.grade),measures:0}])),o=r?.defence??[];return{posts:t,standing:e.current?i(e.steps):a(),findings:r?.findings,scores:new Map(o.map(e=>[e.stepKey,e.score])),most:u(o)}}function f(e,t,n){let i=a(),f=(0,c.useMemo)(()=>s(e),[e]),p=(0,c.useMemo)(()=>new Map(e.steps.flatMap(({post:e})=>e?[[e.id,{name:e.name,unit:e.unit?.name??``}]]:[])),[e]),m=(0,c.useMemo)(()=>l(e),[e]),h=(0,c.useMemo)(()=>u(n?.defence??[]),[n]),g=(0,c.useMemo)(()=>r(f,d(e,p,m,n)),[e,f,p,m,n]);return{words:i,views:g,laid:(0,c.useMemo)(()=>o(f,g,t,p,i),[f,g,t,p,i]),risks:m,most:h}}var p=n(`
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
`),m=n(`
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
`),h=n(`
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
`),g=n(`
  mutation RetirePower($input: RetirePowerInput!) {
    retirePower(input: $input) {
      power {
        id
        version
        retiredOn
      }
    }
  }
`);export{f as a,g as i,m as n,h as r,p as t};