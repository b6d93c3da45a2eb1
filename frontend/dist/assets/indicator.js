import{i as e}from"./rolldown-runtime.js";import{S as t,t as n}from"./react.js";import{F as r,G as i,I as a,U as o}from"./vendor.js";import{t as s}from"./input.js";import{t as c}from"./select.js";import{t as l}from"./checkbox.js";import{t as u}from"./form.js";import{t as d}from"./gql.js";import{C as f,M as p,N as m,P as h,u as g,y as _}from"./index.js";import{t as v}from"./EditDialog.js";import{a as y}from"./format.js";var b=e(t(),1),x=2e3,S=[`WEEKLY`,`MONTHLY`,`QUARTERLY`,`HALF_YEARLY`,`YEARLY`],C={MONTHLY:1,QUARTERLY:3,HALF_YEARLY:6,YEARLY:12},w=e=>new Date(`${e}T00:00:00Z`),T=e=>e.toISOString().slice(0,10),E=(e,t,n)=>T(new Date(Date.UTC(e,t,n)));function D(e,t){let n=w(e);return E(n.getUTCFullYear(),n.getUTCMonth(),n.getUTCDate()+t)}function O(e,t){let n=w(t);if(e===`WEEKLY`){let e=D(t,-((n.getUTCDay()+6)%7));return{from:e,to:D(e,6)}}let r=C[e],i=n.getUTCFullYear(),a=n.getUTCMonth()-n.getUTCMonth()%r;return{from:E(i,a,1),to:E(i,a+r,0)}}function k({from:e,to:t}){return S.find(n=>{let r=O(n,e);return r.from===e&&r.to===t})}function A(e,t){let n=[],r=O(e,t);for(;Number(r.from.slice(0,4))>=x;)n.push(r),r=O(e,D(r.from,-1));return n}function j(e,t,{from:n,to:r}){let i=n.slice(0,4),a=Number(n.slice(5,7));switch(t){case`WEEKLY`:return e(`period.WEEKLY`,{from:n,to:r.startsWith(i)?r.slice(5):r});case`MONTHLY`:return e(`period.MONTHLY`,{year:i,month:e(`period.month.m${a}`)});case`QUARTERLY`:return e(`period.QUARTERLY`,{year:i,quarter:e(`period.quarter.q${Math.ceil(a/3)}`)});case`HALF_YEARLY`:return e(`period.HALF_YEARLY`,{year:i,half:e(`period.half.${a<7?`h1`:`h2`}`)});case`YEARLY`:return e(`period.YEARLY`,{year:i})}}function M(){let{t:e,i18n:t}=i(`indicator`);return(0,b.useMemo)(()=>{let t=(e,t)=>Number(e).toLocaleString(h(m()),{maximumFractionDigits:4})+(/^[\p{L}\p{N}]/u.test(t)?` `:``)+t;return{amount:t,limit:({keeps:n,threshold:r,measuredIn:i})=>e(`limit.${n}`,{amount:t(r,i)}),period:(t,n)=>j(e,t,n),span:t=>j(e,k(t)??`WEEKLY`,t),periodFrom:(t,n)=>j(e,t,O(t,n))}},[e,t.language])}var N=d(`
  fragment IndicatorFields on Indicator @_unmask {
    id
    version
    name
    measuredIn
    keeps
    threshold
    every
    unit {
      id
      name
    }
    measure {
      id
      content
      status
    }
    stoppedReason
    state
    readFor
    value
    owed {
      from
      to
    }
    dueOn
    trend
    mayRecord
  }
`),P=d(`
    query IndicatorList($filter: IndicatorFilter, $after: String, $count: Boolean!) {
      indicators(filter: $filter, first: 50, after: $after) {
        nodes {
          ...IndicatorFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  `,[N]),F=d(`
    query Indicator($id: ID!) {
      node(id: $id) {
        __typename
        ... on Indicator {
          ...IndicatorFields
          withinDays
          person {
            id
            name
          }
          namesPerson
          startsOn
          overSince
          recent {
            from
            to
            value
            threshold
            over
          }
          mayChange
        }
      }
    }
  `,[N]),I=d(`
  query Readings($id: ID!, $corrected: Boolean!, $after: String, $count: Boolean!) {
    node(id: $id) {
      __typename
      ... on Indicator {
        id
        readings(corrected: $corrected, first: 20, after: $after) {
          nodes {
            from
            to
            revision
            value
            keeps
            threshold
            over
            source
            note
            at
            actorName
            replacedAt
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
`),L=d(`
  mutation DefineIndicator($input: DefineIndicatorInput!) {
    defineIndicator(input: $input) {
      indicator {
        id
      }
    }
  }
`),R=d(`
  mutation ReviseIndicator($input: ReviseIndicatorInput!) {
    reviseIndicator(input: $input) {
      indicator {
        id
      }
    }
  }
`),z=d(`
  mutation StopIndicator($input: StopIndicatorInput!) {
    stopIndicator(input: $input) {
      indicator {
        id
      }
    }
  }
`),B=d(`
  mutation RecordReadings($input: RecordReadingsInput!) {
    recordReadings(input: $input) {
      outcomes {
        fate
        over
      }
    }
  }
`),V=[`BAD_DECIMAL`,`DECIMAL_TOO_FINE`,`OUT_OF_RANGE`];function H(e,t){return t.networkError?t:new o({graphQLErrors:t.graphQLErrors.map(({message:t,extensions:n})=>({message:t,extensions:n.field===void 0&&V.includes(n.reason)?{...n,field:e}:n}))})}var U=n();function W({id:e,onClose:t,onDone:n}){let[{data:r,error:i},o]=a({query:F,variables:{id:e},requestPolicy:`network-only`});return i?(0,U.jsx)(f,{error:i,onRetry:()=>o()}):r?.node?.__typename===`Indicator`?(0,U.jsx)(G,{indicator:r.node,onClose:t,onDone:n}):null}function G({indicator:e,onClose:t,onDone:n}){let{t:a}=i(`indicator`),o=M(),l=_(),[,d]=r(B),{id:f,every:m,measuredIn:h,owed:g}=e,x=O(m,g&&D(g.to,1)>y()?D(g.to,1):y()),[S,C]=(0,b.useState)([]);return(0,U.jsxs)(v,{title:a(`recording.title`,{name:e.name}),intro:a(`recording.keepsTo`,{limit:o.limit(e)}),start:{period:(g??x).from,value:void 0,note:void 0,corrects:void 0},draft:`indicator/record/${f}`,submitLabel:a(`recording.send`),fieldOf:e=>e.replace(/^(input\.)?readings\.\d+\./,``),onClose:t,send:async({period:e,value:t=``,note:r=``,corrects:i})=>{let s={indicatorId:f,period:e,value:t.trim(),note:r,corrects:i===e},{data:c,error:u}=await d({input:{readings:[s]}});return u?(p(u).some(({reason:e})=>e===`READING_EXISTS`)&&C(t=>[...t,e]),{error:H(`value`,u)}):{done:()=>{let[t]=c?.recordReadings.outcomes??[],r=a(`recording.done.${t?.fate??`RECORDED`}`,{period:o.periodFrom(m,e)});l.success(t?.over?a(`recording.doneOver`,{said:r}):r),n()}}},children:[(0,U.jsx)(u.Item,{name:`period`,label:a(`field.period`),rules:[{required:!0}],children:(0,U.jsx)(c,{showSearch:{optionFilterProp:`label`},options:A(m,x.from).map(t=>{let n=o.period(m,t),r=e.recent.find(({from:e})=>e===t.from);return{value:t.from,label:r?a(`recording.periodRead`,{period:n,amount:o.amount(r.value,h)}):n}})})}),(0,U.jsx)(u.Item,{name:`value`,label:a(`field.value`),rules:[{required:!0,whitespace:!0}],children:(0,U.jsx)(s,{suffix:h,inputMode:`decimal`,autoComplete:`off`,className:`indicator-number`})}),(0,U.jsx)(u.Item,{noStyle:!0,dependencies:[`period`,`corrects`],children:({getFieldValue:t})=>{let n=t(`period`),r=e.recent.find(({from:e})=>e===n),i=t(`corrects`)===n;return(0,U.jsxs)(U.Fragment,{children:[(r??S.includes(n))&&(0,U.jsx)(u.Item,{name:`corrects`,extra:r&&a(`recording.had`,{amount:o.amount(r.value,h)}),children:(0,U.jsx)(K,{period:n,label:a(`recording.correct`)})}),(0,U.jsx)(u.Item,{name:`note`,label:a(i?`field.why`:`field.note`),extra:a(i?`recording.whyHint`:`recording.noteHint`),rules:i?[{required:!0,whitespace:!0}]:[],children:(0,U.jsx)(s.TextArea,{rows:3,maxLength:500,showCount:!0})})]})}})]})}function K({id:e,value:t,onChange:n,period:r,label:i}){return(0,U.jsx)(l,{id:e,checked:t===r,onChange:({target:e})=>n?.(e.checked?r:void 0),children:i})}var q={UNREAD:`tag-wait`,WITHIN:`tag-good`,OVER:`tag-late`};function J({indicator:{state:e,stoppedReason:t}}){let{t:n}=i(`indicator`),r=g(`IndicatorState`);return(0,U.jsxs)(U.Fragment,{children:[t&&(0,U.jsxs)(U.Fragment,{children:[(0,U.jsx)(`span`,{className:`tag`,children:n(`stoppedTag`)}),` `]}),(0,U.jsx)(`span`,{className:`tag ${q[e]}`,children:r.label(e)})]})}function Y({trend:e}){let t=g(`IndicatorTrend`);return e?(0,U.jsx)(`span`,{className:`nowrap indicator-${e}`,children:t.label(e)}):(0,U.jsx)(`span`,{className:`zero`,children:`—`})}function X({indicator:e}){let t=M(),{value:n,measuredIn:r,readFor:i,every:a}=e;return n===null||i===null?(0,U.jsx)(`span`,{className:`zero`,children:`—`}):(0,U.jsxs)(U.Fragment,{children:[(0,U.jsx)(`span`,{className:`indicator-value`,children:t.amount(n,r)}),(0,U.jsx)(`div`,{className:`hint-inline nowrap`,children:t.periodFrom(a,i)})]})}function Z({indicator:{owed:e,dueOn:t,every:n}}){let{t:r}=i(`indicator`),a=M();return t?e?(0,U.jsxs)(U.Fragment,{children:[(0,U.jsx)(`span`,{className:`nowrap`,children:a.period(n,e)}),(0,U.jsxs)(`div`,{className:`nowrap`,children:[t<y()&&(0,U.jsxs)(U.Fragment,{children:[(0,U.jsx)(`span`,{className:`tag tag-late`,children:r(`late`)}),` `]}),(0,U.jsx)(`span`,{className:`hint-inline`,children:r(`by`,{day:t})})]})]}):(0,U.jsx)(`span`,{className:`hint-inline nowrap`,children:r(`next`,{day:t})}):(0,U.jsx)(`span`,{className:`zero`,children:`—`})}var Q=`/indicators`;function $(e){return`${Q}/${e}`}export{Z as a,H as c,F as d,I as f,M as g,z as h,X as i,L as l,R as m,Q as n,Y as o,B as p,J as r,W as s,$ as t,P as u};