import{T as e,v as t}from"./vendor.js";import{t as n}from"./gql.js";import{r}from"./index.js";import{t as i}from"./EditDialog.js";import{t as a}from"./useAnswer.js";import{t as o}from"./Facts.js";import{t as s}from"./form.js";import{t as c}from"./input.js";import{t as l}from"./react.js";var u=l();function d({label:t}){let{t:n}=e(`edit`);return(0,u.jsx)(s.Item,{name:`reason`,label:t??n(`reason.label`),extra:n(`reason.hint`),rules:[{required:!0,whitespace:!0}],children:(0,u.jsx)(c.TextArea,{rows:3,maxLength:500,showCount:!0})})}function f(){let{t}=e(`grants`);return e=>{if(!e)return t(`operator`);let{loginName:n,personName:r}=e;return r?t(`named`,{person:r,login:n}):n}}var p=n(`
  query PendingGrants($after: String, $count: Boolean!) {
    pendingGrants(first: 50, after: $after) {
      totalCount @include(if: $count)
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        role
        unit {
          id
          name
        }
        from
        to
        reason
        holder {
          loginName
          personName
        }
        grantedBy {
          loginName
          personName
        }
        grantedAt
        mayConfirm
        mayDecline
      }
    }
  }
`),m=n(`
  mutation ConfirmGrant($input: ConfirmGrantInput!) {
    confirmGrant(input: $input) {
      roleAppointment {
        id
      }
    }
  }
`),h=n(`
  mutation DeclineGrant($input: DeclineGrantInput!) {
    declineGrant(input: $input) {
      roleAppointment {
        id
      }
    }
  }
`);function g({grant:t}){let{t:n}=e(`grants`),i=r(`Role`),a=f();return(0,u.jsx)(o,{items:[[n(`field.holder`),a(t.holder)],[n(`field.role`),i.label(t.role)],[n(`field.unit`),t.unit?.name??n(`wholeSystem`)],[n(`field.term`),t.to?n(`fromTo`,{from:t.from,to:t.to}):n(`since`,{from:t.from})],[n(`field.reason`),t.reason],[n(`field.grantedBy`),a(t.grantedBy)]]})}function _({grant:n,onClose:r,onDone:o}){let{t:s}=e(`grants`),c=a(o),[,l]=t(m);return(0,u.jsx)(i,{title:s(`confirm.title`),intro:s(`confirm.follows`),start:{},submitLabel:s(`confirm.action`),onClose:r,send:async()=>c(await l({input:{roleAppointmentId:n.id}}),s(`confirm.done`)),children:(0,u.jsx)(g,{grant:n})})}function v({grant:n,onClose:r,onDone:o}){let{t:s}=e(`grants`),c=a(o),[,l]=t(h);return(0,u.jsxs)(i,{title:s(`decline.title`),intro:s(`decline.follows`),start:{reason:void 0},submitLabel:s(`decline.action`),danger:!0,onClose:r,send:async({reason:e=``})=>c(await l({input:{roleAppointmentId:n.id,reason:e}}),s(`decline.done`)),children:[(0,u.jsx)(g,{grant:n}),(0,u.jsx)(d,{label:s(`decline.reason`)})]})}export{d as a,f as i,v as n,p as r,_ as t};