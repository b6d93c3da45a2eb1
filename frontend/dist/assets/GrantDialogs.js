import{D as e,P as t}from"./vendor.js";import{i as n}from"./ErrorState.js";import{c as r}from"./index.js";import{t as i}from"./EditDialog.js";import{t as a}from"./useAnswer.js";import{t as o}from"./Facts.js";import{t as s}from"./ReasonField.js";import{t as c}from"./react.js";function l(){let{t:e}=t(`grants`);return t=>{if(!t)return e(`operator`);let{loginName:n,personName:r}=t;return r?e(`named`,{person:r,login:n}):n}}var u=n(`
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
`),d=n(`
  mutation ConfirmGrant($input: ConfirmGrantInput!) {
    confirmGrant(input: $input) {
      roleAppointment {
        id
      }
    }
  }
`),f=n(`
  mutation DeclineGrant($input: DeclineGrantInput!) {
    declineGrant(input: $input) {
      roleAppointment {
        id
      }
    }
  }
`),p=c();function m({grant:e}){let{t:n}=t(`grants`),i=r(`Role`),a=l();return(0,p.jsx)(o,{items:[[n(`field.holder`),a(e.holder)],[n(`field.role`),i.label(e.role)],[n(`field.unit`),e.unit?.name??n(`wholeSystem`)],[n(`field.term`),e.to?n(`fromTo`,{from:e.from,to:e.to}):n(`since`,{from:e.from})],[n(`field.reason`),e.reason],[n(`field.grantedBy`),a(e.grantedBy)]]})}function h({grant:n,onClose:r,onDone:o}){let{t:s}=t(`grants`),c=a(o),[,l]=e(d);return(0,p.jsx)(i,{title:s(`confirm.title`),intro:s(`confirm.follows`),start:{},submitLabel:s(`confirm.action`),onClose:r,send:async()=>c(await l({input:{roleAppointmentId:n.id}}),s(`confirm.done`)),children:(0,p.jsx)(m,{grant:n})})}function g({grant:n,onClose:r,onDone:o}){let{t:c}=t(`grants`),l=a(o),[,u]=e(f);return(0,p.jsxs)(i,{title:c(`decline.title`),intro:c(`decline.follows`),start:{reason:void 0},submitLabel:c(`decline.action`),danger:!0,onClose:r,send:async({reason:e=``})=>l(await u({input:{roleAppointmentId:n.id,reason:e}}),c(`decline.done`)),children:[(0,p.jsx)(m,{grant:n}),(0,p.jsx)(s,{label:c(`decline.reason`)})]})}export{l as i,g as n,u as r,h as t};