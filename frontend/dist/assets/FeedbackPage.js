import{i as e}from"./rolldown-runtime.js";import{S as t,t as n}from"./react.js";import{D as r,E as i,P as a,V as o}from"./vendor.js";import{t as s}from"./select.js";import{t as c}from"./form.js";import{t as l}from"./input.js";import{t as u}from"./gql.js";import{n as d}from"./format.js";import{t as f}from"./EditDialog.js";import{t as p}from"./useAnswer.js";import{t as m}from"./Facts.js";import{T as h,b as g,l as _,y as v}from"./index.js";import{i as y,o as b}from"./urlState.js";import{n as x,t as S}from"./ListFoot.js";import{t as C}from"./Empty2.js";import{t as w}from"./Field.js";import{t as T}from"./PageHeader.js";var E=e(t(),1),D=u(`
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
`),O=u(`
  mutation HandleFeedback($input: HandleFeedbackInput!) {
    handleFeedback(input: $input) {
      feedback {
        id
        version
        state
      }
    }
  }
`),k=n();function A({feedback:e,onClose:t,onDone:n}){let{t:i}=a(`publicity`),o=p(n),[,s]=r(O);return(0,k.jsxs)(f,{title:i(`handle.title`),start:{handling:e.handling||void 0},submitLabel:i(`handle.action`),onClose:t,send:async({handling:t=``})=>o(await s({input:{feedbackId:e.id,expectedVersion:e.version,handling:t}}),i(`handle.done`)),children:[(0,k.jsx)(m,{items:[[i(`field.receivedOn`),d(e.receivedOn)],[i(`field.about`),e.unit?.name],[i(`field.contact`),e.contact],[i(`field.text`),(0,k.jsx)(`span`,{className:`prose`,children:e.text})]]}),(0,k.jsx)(c.Item,{name:`handling`,label:i(`field.handling`),rules:[{required:!0,whitespace:!0}],children:(0,k.jsx)(l.TextArea,{rows:5,maxLength:2e3,showCount:!0})})]})}var j={state:y([`RECEIVED`,`HANDLED`,`all`])};function M(){let{t:e}=a(`publicity`),t=_(`FeedbackState`),[{state:n},r]=b(j),o=i(),[c,l]=(0,E.useState)(null),{state:u,more:d,again:f,restart:p}=x(n,async e=>{let t=n===`all`?void 0:{states:[n]},{data:r,error:i}=await o.query(D,{filter:t,after:e,count:e===null},{requestPolicy:`network-only`}).toPromise();return{page:r?.publicFeedback,error:i}});return(0,k.jsxs)(k.Fragment,{children:[(0,k.jsx)(T,{title:e(`title`),actions:(0,k.jsx)(`a`,{href:h(`public/`),target:`_blank`,rel:`noreferrer`,children:e(`publicPage`)})}),(0,k.jsx)(`section`,{className:`panel filter-bar`,"aria-label":e(`filter`),children:(0,k.jsx)(w,{label:e(`field.state`),children:i=>(0,k.jsx)(s,{id:i,value:n,onChange:e=>r({state:e}),options:[...t.options,{value:`all`,label:e(`all`)}],popupMatchSelectWidth:!1})})}),u.error&&(0,k.jsx)(g,{error:u.error,onRetry:f}),(0,k.jsxs)(`section`,{className:`panel`,"aria-busy":u.fetching,children:[(0,k.jsx)(`p`,{className:`hint`,children:e(`intro`)}),u.rows.length>0?(0,k.jsx)(N,{rows:u.rows,onOpen:l}):u.fetching?(0,k.jsx)(v,{rows:4}):!u.error&&(0,k.jsx)(C,{text:e(`none`)}),(0,k.jsx)(S,{list:u,onMore:d})]}),c&&(0,k.jsx)(A,{feedback:c,onClose:()=>l(null),onDone:()=>{l(null),p()}})]})}function N({rows:e,onOpen:t}){let{t:n}=a(`publicity`),r=_(`FeedbackState`),i=_(`FormKind`);return(0,k.jsx)(`div`,{className:`table-scroll`,children:(0,k.jsxs)(`table`,{className:`grid-table`,children:[(0,k.jsx)(`caption`,{className:`visually-hidden`,children:n(`title`)}),(0,k.jsx)(`thead`,{children:(0,k.jsxs)(`tr`,{children:[(0,k.jsx)(`th`,{scope:`col`,children:n(`field.receivedOn`)}),(0,k.jsx)(`th`,{scope:`col`,children:n(`field.about`)}),(0,k.jsx)(`th`,{scope:`col`,children:n(`field.text`)}),(0,k.jsx)(`th`,{scope:`col`,children:n(`field.contact`)}),(0,k.jsx)(`th`,{scope:`col`,children:n(`field.state`)}),(0,k.jsx)(`th`,{scope:`col`,children:n(`field.handling`)}),(0,k.jsx)(`th`,{scope:`col`,children:n(`field.actions`)})]})}),(0,k.jsx)(`tbody`,{children:e.map(e=>(0,k.jsxs)(`tr`,{children:[(0,k.jsx)(`td`,{className:`nowrap`,children:d(e.receivedOn)}),(0,k.jsx)(`td`,{children:(0,k.jsxs)(`a`,{href:h(e.noticePath.slice(1)),target:`_blank`,rel:`noreferrer`,children:[e.unit?.name,` `,i.label(e.form?.kind)]})}),(0,k.jsx)(`td`,{className:`prose`,children:e.text}),(0,k.jsx)(`td`,{children:e.contact}),(0,k.jsx)(`td`,{className:`nowrap`,children:r.label(e.state)}),(0,k.jsxs)(`td`,{className:`prose`,children:[e.handling,` `,e.handler&&(0,k.jsx)(`span`,{className:`hint-inline`,children:e.handler.name})]}),(0,k.jsx)(`td`,{children:(0,k.jsx)(o,{size:`small`,onClick:()=>t(e),children:n(e.state===`RECEIVED`?`handle.action`:`handle.anew`)})})]},e.id))})]})})}export{M as Component};