import{i as e}from"./rolldown-runtime.js";import{S as t,t as n}from"./react.js";import{F as r,G as i,P as a,Q as o}from"./vendor.js";import{t as s}from"./select.js";import{t as c}from"./form.js";import{t as l}from"./input.js";import{t as u}from"./gql.js";import{n as d}from"./format.js";import{t as f}from"./EditDialog.js";import{t as p}from"./useAnswer.js";import{t as m}from"./Facts.js";import{k as h,u as g}from"./index.js";import{a as _,c as v}from"./urlState.js";import{t as y}from"./useConnection.js";import{t as b}from"./Field.js";import{t as x}from"./ListPanel.js";import{t as S}from"./PageHeader.js";var C=e(t(),1),w=u(`
  query PublicFeedback($filter: PublicFeedbackFilter, $after: String, $count: Boolean!) {
    publicFeedback(filter: $filter, first: 50, after: $after) {
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
        form {
          id
          kind
        }
        text
        contact
        receivedOn
        state
        handling
        handler {
          id
          name
        }
        handledAt
        noticePath
      }
    }
  }
`),T=u(`
  query FeedbackStand($id: ID!) {
    node(id: $id) {
      __typename
      ... on PublicFeedback {
        id
        version
        handling
      }
    }
  }
`),E=u(`
  mutation HandleFeedback($input: HandleFeedbackInput!) {
    handleFeedback(input: $input) {
      feedback {
        id
        version
        state
      }
    }
  }
`),D=n();function O({feedback:e,onClose:t,onDone:n}){let{t:o}=i(`publicity`),s=a(),u=p(n),[,h]=r(E);return(0,D.jsxs)(f,{title:o(`handle.title`),start:k(e),version:e.version,draft:`feedback/${e.id}`,submitLabel:o(`handle.action`),onClose:t,send:async({handling:t=``},n)=>u(await h({input:{feedbackId:e.id,expectedVersion:n,handling:t}}),o(`handle.done`)),fresh:async()=>{let{data:t}=await s.query(T,{id:e.id},{requestPolicy:`network-only`}).toPromise();return t?.node?.__typename===`PublicFeedback`?{start:k(t.node),version:t.node.version}:null},children:[(0,D.jsx)(m,{items:[[o(`field.receivedOn`),d(e.receivedOn)],[o(`field.about`),e.unit?.name],[o(`field.contact`),e.contact],[o(`field.text`),(0,D.jsx)(`span`,{className:`prose`,children:e.text})]]}),(0,D.jsx)(c.Item,{name:`handling`,label:o(`field.handling`),rules:[{required:!0,whitespace:!0}],children:(0,D.jsx)(l.TextArea,{rows:5,maxLength:2e3,showCount:!0})})]})}function k({handling:e}){return{handling:e||void 0}}var A={state:_([`RECEIVED`,`HANDLED`,`all`])};function j(){let{t:e}=i(`publicity`),t=g(`FeedbackState`),[{state:n},r]=v(A),o=a(),[c,l]=(0,C.useState)(null),u=y(n,async e=>{let t=n===`all`?void 0:{states:[n]},{data:r,error:i}=await o.query(w,{filter:t,after:e,count:e===null},{requestPolicy:`network-only`}).toPromise();return{page:r?.publicFeedback,error:i}});return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(S,{title:e(`title`),actions:(0,D.jsx)(`a`,{href:h(`public/`),target:`_blank`,rel:`noreferrer`,children:e(`publicPage`)})}),(0,D.jsx)(`section`,{className:`panel filter-bar`,"aria-label":e(`filter`),children:(0,D.jsx)(b,{label:e(`field.state`),children:i=>(0,D.jsx)(s,{id:i,value:n,onChange:e=>r({state:e}),options:[...t.options,{value:`all`,label:e(`all`)}],popupMatchSelectWidth:!1})})}),(0,D.jsx)(x,{list:u,intro:e(`intro`),empty:e(`none`),children:e=>(0,D.jsx)(M,{rows:e,onOpen:l})}),c&&(0,D.jsx)(O,{feedback:c,onClose:()=>l(null),onDone:()=>{l(null),u.restart()}})]})}function M({rows:e,onOpen:t}){let{t:n}=i(`publicity`),r=g(`FeedbackState`),a=g(`FormKind`);return(0,D.jsx)(`div`,{className:`table-scroll`,children:(0,D.jsxs)(`table`,{className:`grid-table list-table`,children:[(0,D.jsx)(`caption`,{className:`visually-hidden`,children:n(`title`)}),(0,D.jsx)(`thead`,{children:(0,D.jsxs)(`tr`,{children:[(0,D.jsx)(`th`,{scope:`col`,children:n(`field.receivedOn`)}),(0,D.jsx)(`th`,{scope:`col`,children:n(`field.about`)}),(0,D.jsx)(`th`,{scope:`col`,children:n(`field.text`)}),(0,D.jsx)(`th`,{scope:`col`,children:n(`field.contact`)}),(0,D.jsx)(`th`,{scope:`col`,children:n(`field.state`)}),(0,D.jsx)(`th`,{scope:`col`,children:n(`field.handling`)}),(0,D.jsx)(`th`,{scope:`col`,children:n(`field.actions`)})]})}),(0,D.jsx)(`tbody`,{children:e.map(e=>(0,D.jsxs)(`tr`,{children:[(0,D.jsx)(`td`,{className:`nowrap`,children:d(e.receivedOn)}),(0,D.jsx)(`td`,{children:(0,D.jsxs)(`a`,{href:h(e.noticePath.slice(1)),target:`_blank`,rel:`noreferrer`,children:[e.unit?.name,` `,a.label(e.form?.kind)]})}),(0,D.jsx)(`td`,{className:`prose`,children:e.text}),(0,D.jsx)(`td`,{children:e.contact}),(0,D.jsx)(`td`,{className:`nowrap`,children:r.label(e.state)}),(0,D.jsxs)(`td`,{className:`prose`,children:[e.handling,` `,e.handler&&(0,D.jsx)(`span`,{className:`hint-inline`,children:e.handler.name})]}),(0,D.jsx)(`td`,{children:(0,D.jsx)(o,{size:`small`,onClick:()=>t(e),children:n(e.state===`RECEIVED`?`handle.action`:`handle.again`)})})]},e.id))})]})})}export{j as Component};