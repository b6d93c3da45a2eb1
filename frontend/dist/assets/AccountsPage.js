import{i as e}from"./rolldown-runtime.js";import{S as t,t as n}from"./react.js";import{F as r,G as i,P as a,Q as o}from"./vendor.js";import{t as s}from"./input.js";import{t as c}from"./gql.js";import{t as l}from"./EditDialog.js";import{t as u}from"./useAnswer.js";import{t as d}from"./ReasonField.js";import{C as f,D as p,S as m,T as h,h as g,u as _}from"./index.js";import{t as v}from"./accountName.js";import{a as y,i as b}from"./format.js";import{t as x}from"./form.js";import{t as S}from"./DateInput.js";import{t as C}from"./EnumPicker.js";import{t as w}from"./UnitSelect.js";import{t as T}from"./Facts.js";import{t as E}from"./Empty2.js";import{t as ee}from"./PersonSelect.js";import{t as te}from"./useConnection.js";import{c as ne,s as re}from"./urlState.js";import{t as ie}from"./Field.js";import{t as D}from"./ListFoot.js";import{t as O}from"./PageHeader.js";var k=e(t(),1),A=c(`
  query AccountPage($text: String, $after: String, $count: Boolean!) {
    accounts(text: $text, first: 50, after: $after) {
      totalCount @include(if: $count)
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        version
        loginName
        disabled
        lockedUntil
        lastSignInAt
        secondFactorEnabled
        mayManage
        waitingActs {
          id
          kind
          until
          asked {
            loginName
            personName
          }
        }
        person {
          id
          name
          jobTitle
          unit {
            id
            name
          }
        }
        roles {
          id
          role
          from
          to
          status
          reason
          unit {
            id
            name
          }
          holder {
            loginName
            personName
          }
          grantedBy {
            loginName
            personName
          }
          grantedAt
          confirmedBy {
            loginName
            personName
          }
          confirmedAt
          endedAt
          mayConfirm
          mayDecline
        }
      }
    }
  }
`),j=c(`
  mutation CreateAccount($input: CreateAccountInput!) {
    createAccount(input: $input) {
      account {
        id
      }
      act {
        id
      }
    }
  }
`),M=c(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      account {
        id
      }
      act {
        id
      }
    }
  }
`),N=c(`
  mutation ResetSecondFactor($input: ResetSecondFactorInput!) {
    resetSecondFactor(input: $input) {
      account {
        id
      }
      act {
        id
      }
    }
  }
`),P=c(`
  mutation DisableAccount($input: DisableAccountInput!) {
    disableAccount(input: $input) {
      account {
        id
      }
    }
  }
`),F=c(`
  mutation EnableAccount($input: EnableAccountInput!) {
    enableAccount(input: $input) {
      account {
        id
      }
    }
  }
`),I=c(`
  mutation GrantRole($input: GrantRoleInput!) {
    grantRole(input: $input) {
      roleAppointment {
        id
        status
      }
    }
  }
`),L=c(`
  mutation RevokeRole($input: RevokeRoleInput!) {
    revokeRole(input: $input) {
      roleAppointment {
        id
      }
    }
  }
`),R=n(),z={reason:void 0};function B({account:e,onClose:t,onDone:n}){let{t:a}=i(`accounts`),o=u(n),[,s]=r(P),c=e.loginName;return(0,R.jsx)(l,{title:a(`disable.title`,{name:c}),intro:a(`disable.follows`),start:z,submitLabel:a(`disable.action`),danger:!0,onClose:t,send:async({reason:t=``})=>o(await s({input:{accountId:e.id,reason:t}}),a(`disable.done`,{name:c})),children:(0,R.jsx)(d,{})})}function V({account:e,onClose:t,onDone:n}){let{t:a}=i(`accounts`),o=u(n),[,s]=r(F),c=e.loginName;return(0,R.jsx)(l,{title:a(`enable.title`,{name:c}),intro:a(`enable.follows`),start:z,submitLabel:a(`enable.action`),onClose:t,send:async({reason:t=``})=>o(await s({input:{accountId:e.id,reason:t}}),a(`enable.done`,{name:c})),children:(0,R.jsx)(d,{})})}function H({account:e,onClose:t,onDone:n}){let{t:a}=i(`accounts`),o=u(n),[,s]=r(N),c=e.loginName;return(0,R.jsx)(l,{title:a(`resetFactor.title`,{name:c}),intro:a(`resetFactor.follows`),start:z,submitLabel:a(`resetFactor.action`),danger:!0,onClose:t,send:async({reason:t=``})=>{let n=await s({input:{accountId:e.id,reason:t}}),r=n.data?.resetSecondFactor.act!=null;return o(n,a(r?`waits`:`resetFactor.done`,{name:c}))},children:(0,R.jsx)(d,{})})}var U=c(`
  mutation ConfirmGrant($input: ConfirmGrantInput!) {
    confirmGrant(input: $input) {
      roleAppointment {
        id
      }
    }
  }
`),W=c(`
  mutation DeclineGrant($input: DeclineGrantInput!) {
    declineGrant(input: $input) {
      roleAppointment {
        id
      }
    }
  }
`);function G({grant:e}){let{t}=i(`grants`),n=_(`Role`),r=v();return(0,R.jsx)(T,{items:[[t(`field.holder`),r(e.holder)],[t(`field.role`),n.label(e.role)],[t(`field.unit`),e.unit?.name??t(`wholeSystem`)],[t(`field.term`),e.to?t(`fromTo`,{from:e.from,to:e.to}):t(`since`,{from:e.from})],[t(`field.reason`),e.reason],[t(`field.grantedBy`),r(e.grantedBy)]]})}function K({grant:e,onClose:t,onDone:n}){let{t:a}=i(`grants`),o=u(n),[,s]=r(U);return(0,R.jsx)(l,{title:a(`confirm.title`),intro:a(`confirm.follows`),start:{},submitLabel:a(`confirm.action`),onClose:t,send:async()=>o(await s({input:{roleAppointmentId:e.id}}),a(`confirm.done`)),children:(0,R.jsx)(G,{grant:e})})}function ae({grant:e,onClose:t,onDone:n}){let{t:a}=i(`grants`),o=u(n),[,s]=r(W);return(0,R.jsxs)(l,{title:a(`decline.title`),intro:a(`decline.follows`),start:{reason:void 0},submitLabel:a(`decline.action`),danger:!0,onClose:t,send:async({reason:t=``})=>o(await s({input:{roleAppointmentId:e.id,reason:t}}),a(`decline.done`)),children:[(0,R.jsx)(G,{grant:e}),(0,R.jsx)(d,{label:a(`decline.reason`)})]})}var q={PENDING:`tag tag-wait`,ACTIVE:`tag tag-good`,DECLINED:`tag`};function J({status:e}){let{label:t}=_(`GrantStatus`);return(0,R.jsx)(`span`,{className:q[e],children:t(e)})}function oe({account:e,onOpen:t}){let{t:n}=i(`accounts`);return e.roles.length===0?(0,R.jsx)(`span`,{className:`zero`,children:n(`noRoles`)}):(0,R.jsx)(`ul`,{className:`role-list`,children:e.roles.map(n=>(0,R.jsx)(se,{account:e,role:n,onOpen:t},n.id))})}function se({account:e,role:t,onOpen:n}){let{t:r}=i([`accounts`,`grants`]),a=p(),s=_(`Role`),c=t.to!==null&&t.to<y(),l=`${s.label(t.role)} ${e.loginName}`,u=t.status===`ACTIVE`&&!c,d=(r,i)=>(0,R.jsx)(o,{size:`small`,type:`link`,danger:r!==`confirm`,"aria-label":`${i} ${l}`,onClick:()=>n({kind:r,account:e,role:t}),children:i});return(0,R.jsxs)(`li`,{className:c||t.status===`DECLINED`?`role-ended`:void 0,children:[r(`accounts:roleOn`,{role:s.label(t.role),unit:t.unit?.name??r(`accounts:wholeSystem`)}),` `,(0,R.jsx)(J,{status:t.status}),` `,(0,R.jsx)(`span`,{className:`hint-inline`,children:t.endedAt?r(`accounts:revoke.endedAt`,{time:b(t.endedAt)}):t.to?r(`accounts:fromTo`,{from:t.from,to:t.to}):r(`accounts:since`,{from:t.from})}),t.mayConfirm&&d(`confirm`,r(`grants:confirm.action`)),t.mayDecline&&d(`decline`,r(`grants:decline.action`)),u&&h(a,`GRANT_ROLES`)&&d(`revoke`,r(`accounts:revoke.action`)),(0,R.jsx)(ce,{role:t})]})}function ce({role:e}){let{t}=i(`grants`),n=v(),r=e.status===`DECLINED`?`origin.declined`:`origin.confirmed`,a=[t(`origin.granted`,{name:n(e.grantedBy),time:b(e.grantedAt)}),e.confirmedAt&&t(r,{name:n(e.confirmedBy),time:b(e.confirmedAt)}),e.reason&&t(`origin.reason`,{reason:e.reason})];return(0,R.jsx)(`div`,{className:`role-origin`,children:a.filter(Boolean).join(t(`origin.and`))})}function le({account:e,onOpen:t}){let{t:n}=i(`accounts`),{person:r}=e;return(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`th`,{scope:`row`,children:e.loginName}),(0,R.jsx)(`td`,{children:r?(0,R.jsxs)(R.Fragment,{children:[r.name,` `,(0,R.jsx)(`span`,{className:`hint-inline`,children:[r.unit?.name,r.jobTitle].filter(Boolean).join(` `)})]}):`—`}),(0,R.jsx)(`td`,{children:(0,R.jsx)(oe,{account:e,onOpen:t})}),(0,R.jsx)(`td`,{children:(0,R.jsx)(ue,{account:e})}),(0,R.jsx)(`td`,{className:`nowrap`,children:e.lastSignInAt?b(e.lastSignInAt):n(`never`)}),(0,R.jsx)(`td`,{children:(0,R.jsx)(de,{account:e,onOpen:t})})]})}function ue({account:e}){let{t}=i(`accounts`),n=_(`ActKind`),r=v(),{disabled:a,lockedUntil:o,secondFactorEnabled:s,waitingActs:c}=e;return(0,R.jsxs)(`span`,{className:`tags`,children:[a&&(0,R.jsx)(`span`,{className:`tag tag-alarm`,children:t(`state.disabled`)}),o&&(0,R.jsx)(`span`,{className:`tag tag-alarm`,children:t(`state.locked`,{time:b(o)})}),!a&&!o&&(0,R.jsx)(`span`,{children:t(`state.open`)}),(0,R.jsx)(`span`,{className:s?`tag tag-good`:`tag`,children:t(s?`state.factorOn`:`state.factorOff`)}),c.map(e=>(0,R.jsx)(`span`,{className:`tag tag-wait`,children:t(`waitsFor`,{act:n.label(e.kind),names:e.asked.map(r).join(t(`and`))||t(`nobody`)})},e.id))]})}function de({account:e,onOpen:t}){let{t:n}=i(`accounts`),r=p(),a=r=>(0,R.jsx)(o,{size:`small`,"aria-label":`${n(`${r}.action`)} ${e.loginName}`,onClick:()=>t({kind:r,account:e}),children:n(`${r}.action`)},r);return(0,R.jsxs)(`span`,{className:`row-buttons account-buttons`,children:[e.mayManage&&[a(`reset`),e.secondFactorEnabled&&a(`resetFactor`),a(e.disabled?`enable`:`disable`)],h(r,`GRANT_ROLES`)&&a(`grant`)]})}var Y=`abcdefghjkmnpqrstuvwxyz`,X=`23456789`;function fe(e=pe){let t=(t,n)=>Array.from({length:n},()=>t[e(t.length)]).join(``);return[t(Y,4),t(X,3),t(Y,4),t(X,3)].join(`-`)}function pe(e){let t=Math.floor(4294967296/e)*e,n=new Uint32Array(1);do crypto.getRandomValues(n);while((n[0]??0)>=t);return(n[0]??0)%e}function Z(){let{t:e}=i([`accounts`,`session`]),t=x.useFormInstance();return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(x.Item,{name:`firstPassword`,label:e(`accounts:firstPassword.label`),extra:e(`session:password.rule`),rules:[{required:!0},{validator:(t,n)=>{let r=n?g(n):null;return r?Promise.reject(Error(e(`session:password.${r}`))):Promise.resolve()}}],children:(0,R.jsx)(s,{autoComplete:`off`,spellCheck:!1})}),(0,R.jsx)(x.Item,{children:(0,R.jsx)(o,{onClick:()=>t.setFieldValue(`firstPassword`,fe()),children:e(`accounts:firstPassword.make`)})})]})}function me({account:e,onClose:t,onDone:n}){let{t:a}=i(`accounts`),o=u(n),[,s]=r(M);return(0,R.jsx)(l,{title:a(`reset.title`,{name:e.loginName}),intro:a(`reset.follows`),start:{firstPassword:void 0},submitLabel:a(`reset.action`),onClose:t,send:async({firstPassword:t=``})=>{let n=await s({input:{accountId:e.id,firstPassword:t}}),r=n.data?.resetPassword.act!=null;return o(n,a(r?`waits`:`reset.done`,{name:e.loginName}))},children:(0,R.jsx)(Z,{})})}var Q=[{required:!0}];function he({account:e,onClose:t,onDone:n}){let{t:a}=i(`accounts`),o=u(n),[,s]=r(I);return(0,R.jsxs)(l,{title:a(`grant.title`,{name:e.loginName}),intro:a(`grant.follows`),start:{role:void 0,unitId:void 0,from:y(),to:void 0,reason:void 0},submitLabel:a(`grant.action`),onClose:t,send:async({role:t,unitId:n,from:r=``,to:i,reason:c=``})=>{let l=await s({input:{accountId:e.id,role:t,unitId:n??null,from:r,to:i??null,reason:c}}),u=l.data?.grantRole.roleAppointment.status===`PENDING`;return o(l,a(u?`grant.waits`:`grant.done`))},children:[(0,R.jsx)(x.Item,{name:`role`,label:a(`grant.role`),rules:Q,children:(0,R.jsx)(C,{name:`Role`})}),(0,R.jsx)(x.Item,{name:`unitId`,label:a(`grant.unit`),extra:a(`grant.unitHint`),children:(0,R.jsx)(w,{from:`all`})}),(0,R.jsx)(x.Item,{name:`from`,label:a(`grant.from`),rules:Q,children:(0,R.jsx)(S,{})}),(0,R.jsx)(x.Item,{name:`to`,label:a(`grant.to`),extra:a(`grant.toHint`),children:(0,R.jsx)(S,{})}),(0,R.jsx)(d,{label:a(`grant.reason`)})]})}function ge({account:e,role:t,onClose:n,onDone:a}){let{t:o}=i(`accounts`),s=_(`Role`),c=u(a),[,f]=r(L);return(0,R.jsxs)(l,{title:o(`revoke.title`,{name:e.loginName,role:s.label(t.role)}),intro:o(`revoke.follows`),start:{to:y(),reason:void 0},submitLabel:o(`revoke.action`),danger:!0,onClose:n,send:async({to:e,reason:n=``})=>c(await f({input:{roleAppointmentId:t.id,to:e??null,reason:n}}),o(`revoke.done`)),children:[(0,R.jsx)(x.Item,{name:`to`,label:o(`revoke.to`),extra:o(`revoke.toHint`),children:(0,R.jsx)(S,{})}),(0,R.jsx)(d,{label:o(`revoke.reason`)})]})}function $({list:e,onChanged:t}){let{t:n}=i([`accounts`,`common`]),[r,a]=(0,k.useState)(null),o={onClose:()=>a(null),onDone:()=>{a(null),t()}};return e.rows.length===0?e.fetching?(0,R.jsx)(m,{rows:6}):e.error?null:(0,R.jsx)(E,{text:n(`common:state.emptyFiltered`)}):(0,R.jsxs)(`div`,{className:`table-scroll`,children:[(0,R.jsxs)(`table`,{className:`grid-table account-table`,children:[(0,R.jsx)(`caption`,{className:`visually-hidden`,children:n(`accounts:title`)}),(0,R.jsx)(`thead`,{children:(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`th`,{scope:`col`,children:n(`accounts:field.loginName`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`accounts:field.person`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`accounts:field.roles`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`accounts:field.state`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`accounts:field.lastSignInAt`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`accounts:field.actions`)})]})}),(0,R.jsx)(`tbody`,{children:e.rows.map(e=>(0,R.jsx)(le,{account:e,onOpen:a},e.id))})]}),r?.kind===`reset`&&(0,R.jsx)(me,{account:r.account,...o}),r?.kind===`resetFactor`&&(0,R.jsx)(H,{account:r.account,...o}),r?.kind===`disable`&&(0,R.jsx)(B,{account:r.account,...o}),r?.kind===`enable`&&(0,R.jsx)(V,{account:r.account,...o}),r?.kind===`grant`&&(0,R.jsx)(he,{account:r.account,...o}),r?.kind===`revoke`&&(0,R.jsx)(ge,{account:r.account,role:r.role,...o}),r?.kind===`confirm`&&(0,R.jsx)(K,{grant:r.role,...o}),r?.kind===`decline`&&(0,R.jsx)(ae,{grant:r.role,...o})]})}function _e({onClose:e,onDone:t}){let{t:n}=i(`accounts`),a=u(()=>void 0),[,o]=r(j);return(0,R.jsxs)(l,{title:n(`create.title`),intro:n(`create.follows`),start:{loginName:void 0,personId:void 0,firstPassword:void 0},submitLabel:n(`create.action`),onClose:e,send:async({loginName:e=``,personId:r,firstPassword:i=``})=>{let s=await o({input:{loginName:e,personId:r??null,firstPassword:i}}),c=s.data?.createAccount.act!=null,l=a(s,n(c?`create.waits`:`create.done`,{name:e}));return`done`in l?{done:()=>{l.done(),t(e.trim().toLowerCase())}}:l},children:[(0,R.jsx)(x.Item,{name:`loginName`,label:n(`field.loginName`),rules:[{required:!0,whitespace:!0}],children:(0,R.jsx)(s,{autoComplete:`off`,spellCheck:!1})}),(0,R.jsx)(x.Item,{name:`personId`,label:n(`field.person`),extra:n(`create.personHint`),children:(0,R.jsx)(ee,{})}),(0,R.jsx)(Z,{})]})}var ve={q:re};function ye(){let{t:e}=i(`accounts`),[{q:t},n]=ne(ve),r=p(),c=a(),[l,u]=(0,k.useState)(!1),{state:d,more:m,again:g,restart:_}=te(t??``,async e=>{let{data:n,error:r}=await c.query(A,{text:t,after:e,count:e===null},{requestPolicy:`network-only`}).toPromise();return{page:n?.accounts,error:r}});return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(O,{title:e(`title`),actions:h(r,`MANAGE_ACCOUNTS`)&&(0,R.jsx)(o,{type:`primary`,onClick:()=>u(!0),children:e(`create.action`)})}),(0,R.jsx)(`section`,{className:`panel filter-bar`,"aria-label":e(`filter`),children:(0,R.jsx)(ie,{label:e(`search`),children:r=>(0,R.jsx)(s.Search,{id:r,allowClear:!0,defaultValue:t,placeholder:e(`searchHint`),onSearch:e=>n({q:e.trim()||void 0}),className:`filter-unit`},t??``)})}),d.error&&(0,R.jsx)(f,{error:d.error,onRetry:g}),(0,R.jsxs)(`section`,{className:`panel`,"aria-busy":d.fetching,children:[(0,R.jsx)($,{list:d,onChanged:_}),(0,R.jsx)(D,{list:d,onMore:m})]}),l&&(0,R.jsx)(_e,{onClose:()=>u(!1),onDone:e=>{u(!1),t===e?_():n({q:e})}})]})}export{ye as Component};