import{i as e}from"./rolldown-runtime.js";import{S as t,n,t as r}from"./react.js";import{F as i,G as a,P as o,Q as s}from"./vendor.js";import{t as c}from"./form.js";import{t as l}from"./input.js";import{n as u,r as d}from"./query2.js";import{t as f}from"./gql.js";import{u as p,y as m}from"./index.js";import{t as h}from"./RemoteSelect.js";import{t as g}from"./DateInput.js";import{t as _}from"./Dialog.js";import{i as v}from"./format.js";var y=e(t(),1),b=f(`
    query ConflictList($filter: ConflictFilter, $after: String, $count: Boolean!) {
      conflicts(filter: $filter, first: 50, after: $after) {
        nodes {
          ...KeptFields
          finding {
            ...ConflictFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  `,[d,u]),x=f(`
  query ConflictCounts($unitId: ID!) {
    conflictCounts(unitId: $unitId) {
      waiting
      unit {
        id
        name
      }
      counts {
        severity
        open
        accepted
      }
      below {
        unit {
          id
          name
        }
        counts {
          severity
          open
          accepted
        }
      }
    }
  }
`),S=f(`
    mutation AcceptConflict($input: AcceptConflictInput!) {
      acceptConflict(input: $input) {
        conflict {
          ...KeptFields
        }
      }
    }
  `,[d]),C=f(`
    mutation EndAcceptance($input: EndAcceptanceInput!) {
      endAcceptance(input: $input) {
        conflict {
          ...KeptFields
        }
      }
    }
  `,[d]),w=f(`
  mutation JudgeBalance($input: JudgeBalanceInput!) {
    judgeBalance(input: $input) {
      unit {
        id
      }
    }
  }
`),T=f(`
  query CompensatingMeasures($filter: MeasureFilter) {
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
`),E=r();function D({unitId:e,...t}){let{t:n}=a(`balance`),r=o(),i=p(`MeasureStatus`).label,s=(0,y.useCallback)(async t=>{let n=async e=>{let n={statuses:[`ACTIVE`,`EFFECTIVE`],text:t||void 0,unitId:e},{data:i,error:a}=await r.query(T,{filter:n}).toPromise();if(a||!i)throw a;return i.measures.nodes},a=await n(e);return(a.length>0?a:await n()).map(e=>({value:e.id,label:`${e.content}（${[e.unit?.name,i(e.status)].filter(Boolean).join(`，`)}）`}))},[r,i,e]),c=(0,y.useCallback)(()=>Promise.resolve([]),[]);return(0,E.jsx)(h,{placeholder:n(`kept.pickMeasure`),...t,search:s,resolve:c})}function O({kept:e,open:t,onClose:n,onDone:r}){let{t:o}=a(`balance`),[s]=c.useForm(),[,u]=i(S),d=m();return(0,E.jsxs)(_,{title:o(`kept.accept`),open:t,onClose:n,form:s,submit:async({reason:t,measureId:n=``,until:i=``})=>{let{error:a}=await u({input:{conflictId:e.id,expectedVersion:e.version,reason:t,measureId:n,until:i}});if(a)return a;d.success(o(`kept.waits`)),r()},children:[(0,E.jsx)(`p`,{children:o(`kept.intro`)}),(0,E.jsx)(c.Item,{name:`measureId`,label:o(`kept.measure`),rules:[{required:!0}],children:(0,E.jsx)(D,{unitId:e.unit.id})}),(0,E.jsx)(c.Item,{name:`until`,label:o(`kept.until`),rules:[{required:!0}],children:(0,E.jsx)(g,{})}),(0,E.jsx)(c.Item,{name:`reason`,label:o(`kept.why`),rules:[{required:!0,whitespace:!0,max:500}],children:(0,E.jsx)(l.TextArea,{rows:3})})]})}function k({kept:e,open:t,onClose:n,onDone:r}){let{t:o}=a(`balance`),[s]=c.useForm(),[,u]=i(C);return(0,E.jsx)(_,{title:o(`kept.end`),open:t,onClose:n,form:s,submit:async({reason:t})=>{let{error:n}=await u({input:{conflictId:e.id,expectedVersion:e.version,reason:t}});if(n)return n;r()},children:(0,E.jsx)(c.Item,{name:`reason`,label:o(`kept.why`),rules:[{required:!0,whitespace:!0,max:500}],children:(0,E.jsx)(l.TextArea,{rows:3})})})}function A({kept:e,onDone:t}){let{t:r}=a(`balance`),i=p(`ConflictState`),[o,c]=(0,y.useState)(null),l=()=>c(null),{acceptance:u,waitingAct:d}=e;return(0,E.jsxs)(`div`,{className:`conflict-state`,children:[(0,E.jsx)(`span`,{className:e.state===`OPEN`?`tag tag-wait`:`tag`,children:i.label(e.state)}),u&&(0,E.jsxs)(`dl`,{className:`conflict-accepted`,children:[(0,E.jsx)(`dt`,{children:r(`kept.until`)}),(0,E.jsx)(`dd`,{children:u.until}),(0,E.jsx)(`dt`,{children:r(`kept.measure`)}),(0,E.jsx)(`dd`,{children:u.measure?(0,E.jsx)(n,{to:`/measures/${u.measure.id}`,children:u.measure.content}):r(`hidden`)}),(0,E.jsx)(`dt`,{children:r(`kept.why`)}),(0,E.jsx)(`dd`,{children:u.reason}),(0,E.jsx)(`dt`,{children:r(`kept.by`)}),(0,E.jsxs)(`dd`,{children:[u.by?.personName||u.by?.loginName||`—`,` `,v(u.at)]})]}),e.settledAt!==null&&(0,E.jsx)(`div`,{children:v(e.settledAt)}),d&&(0,E.jsx)(n,{to:`/acts`,children:r(`kept.waiting`)}),e.mayChange&&e.state===`OPEN`&&!d&&(0,E.jsx)(s,{size:`small`,onClick:()=>c(`accept`),children:r(`kept.accept`)}),e.mayChange&&e.state===`ACCEPTED`&&(0,E.jsx)(s,{size:`small`,onClick:()=>c(`end`),children:r(`kept.end`)}),o===`accept`&&(0,E.jsx)(O,{kept:e,open:!0,onClose:l,onDone:t}),o===`end`&&(0,E.jsx)(k,{kept:e,open:!0,onClose:l,onDone:t})]})}export{w as i,x as n,b as r,A as t};