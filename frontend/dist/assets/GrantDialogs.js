import{D as e,P as t}from"./vendor.js";import{t as n}from"./accountName.js";import{i as r}from"./ErrorState.js";import{c as i}from"./index.js";import{t as a}from"./EditDialog.js";import{t as o}from"./useAnswer.js";import{t as s}from"./Facts.js";import{t as c}from"./ReasonField.js";import{t as l}from"./react.js";var u=r(`
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
`),d=r(`
  mutation ConfirmGrant($input: ConfirmGrantInput!) {
    confirmGrant(input: $input) {
      roleAppointment {
        id
      }
    }
  }
`),f=r(`
  mutation DeclineGrant($input: DeclineGrantInput!) {
    declineGrant(input: $input) {
      roleAppointment {
        id
      }
    }
  }
`),p=l();function m({grant:e}){let{t:r}=t(`grants`),a=i(`Role`),o=n();return(0,p.jsx)(s,{items:[[r(`field.holder`),o(e.holder)],[r(`field.role`),a.label(e.role)],[r(`field.unit`),e.unit?.name??r(`wholeSystem`)],[r(`field.term`),e.to?r(`fromTo`,{from:e.from,to:e.to}):r(`since`,{from:e.from})],[r(`field.reason`),e.reason],[r(`field.grantedBy`),o(e.grantedBy)]]})}function h({grant:n,onClose:r,onDone:i}){let{t:s}=t(`grants`),c=o(i),[,l]=e(d);return(0,p.jsx)(a,{title:s(`confirm.title`),intro:s(`confirm.follows`),start:{},submitLabel:s(`confirm.action`),onClose:r,send:async()=>c(await l({input:{roleAppointmentId:n.id}}),s(`confirm.done`)),children:(0,p.jsx)(m,{grant:n})})}function g({grant:n,onClose:r,onDone:i}){let{t:s}=t(`grants`),l=o(i),[,u]=e(f);return(0,p.jsxs)(a,{title:s(`decline.title`),intro:s(`decline.follows`),start:{reason:void 0},submitLabel:s(`decline.action`),danger:!0,onClose:r,send:async({reason:e=``})=>l(await u({input:{roleAppointmentId:n.id,reason:e}}),s(`decline.done`)),children:[(0,p.jsx)(m,{grant:n}),(0,p.jsx)(c,{label:s(`decline.reason`)})]})}export{g as n,u as r,h as t};