import{i as e}from"./rolldown-runtime.js";import{S as t,t as n}from"./react.js";import{D as r,E as i,P as a,V as o}from"./vendor.js";import{t as s}from"./input.js";import{i as c,t as l}from"./ErrorState.js";import{t as u}from"./EditDialog.js";import{t as d}from"./useAnswer.js";import{t as f}from"./ReasonField.js";import{S as p,b as m,c as h,p as g,w as _}from"./index.js";import{t as v}from"./accountName.js";import{a as y,i as b}from"./format.js";import{t as x}from"./form.js";import{t as S}from"./DateInput.js";import{t as C}from"./EnumPicker.js";import{t as w}from"./UnitSelect.js";import{n as T,t as ee}from"./GrantDialogs.js";import{t as te}from"./Empty2.js";import{t as ne}from"./PersonSelect.js";import{n as re,t as ie}from"./ListFoot.js";import{o as E,s as D}from"./urlState.js";import{t as O}from"./Field.js";import{t as k}from"./PageHeader.js";var A=e(t(),1),j=c(`
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
`),M=c(`
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
`),N=c(`
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
`),P=c(`
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
`),F=c(`
  mutation DisableAccount($input: DisableAccountInput!) {
    disableAccount(input: $input) {
      account {
        id
      }
    }
  }
`),I=c(`
  mutation EnableAccount($input: EnableAccountInput!) {
    enableAccount(input: $input) {
      account {
        id
      }
    }
  }
`),L=c(`
  mutation GrantRole($input: GrantRoleInput!) {
    grantRole(input: $input) {
      roleAppointment {
        id
        status
      }
    }
  }
`),R=c(`
  mutation RevokeRole($input: RevokeRoleInput!) {
    revokeRole(input: $input) {
      roleAppointment {
        id
      }
    }
  }
`),z=n(),B={reason:void 0};function V({account:e,onClose:t,onDone:n}){let{t:i}=a(`accounts`),o=d(n),[,s]=r(F),c=e.loginName;return(0,z.jsx)(u,{title:i(`disable.title`,{name:c}),intro:i(`disable.follows`),start:B,submitLabel:i(`disable.action`),danger:!0,onClose:t,send:async({reason:t=``})=>o(await s({input:{accountId:e.id,reason:t}}),i(`disable.done`,{name:c})),children:(0,z.jsx)(f,{})})}function ae({account:e,onClose:t,onDone:n}){let{t:i}=a(`accounts`),o=d(n),[,s]=r(I),c=e.loginName;return(0,z.jsx)(u,{title:i(`enable.title`,{name:c}),intro:i(`enable.follows`),start:B,submitLabel:i(`enable.action`),onClose:t,send:async({reason:t=``})=>o(await s({input:{accountId:e.id,reason:t}}),i(`enable.done`,{name:c})),children:(0,z.jsx)(f,{})})}function H({account:e,onClose:t,onDone:n}){let{t:i}=a(`accounts`),o=d(n),[,s]=r(P),c=e.loginName;return(0,z.jsx)(u,{title:i(`resetFactor.title`,{name:c}),intro:i(`resetFactor.follows`),start:B,submitLabel:i(`resetFactor.action`),danger:!0,onClose:t,send:async({reason:t=``})=>{let n=await s({input:{accountId:e.id,reason:t}}),r=n.data?.resetSecondFactor.act!=null;return o(n,i(r?`waits`:`resetFactor.done`,{name:c}))},children:(0,z.jsx)(f,{})})}var U={PENDING:`tag tag-wait`,ACTIVE:`tag tag-good`,DECLINED:`tag`};function W({status:e}){let{label:t}=h(`GrantStatus`);return(0,z.jsx)(`span`,{className:U[e],children:t(e)})}function G({account:e,onOpen:t}){let{t:n}=a(`accounts`);return e.roles.length===0?(0,z.jsx)(`span`,{className:`zero`,children:n(`noRoles`)}):(0,z.jsx)(`ul`,{className:`role-list`,children:e.roles.map(n=>(0,z.jsx)(K,{account:e,role:n,onOpen:t},n.id))})}function K({account:e,role:t,onOpen:n}){let{t:r}=a([`accounts`,`grants`]),i=_(),s=h(`Role`),c=t.to!==null&&t.to<y(),l=`${s.label(t.role)} ${e.loginName}`,u=t.status===`ACTIVE`&&!c,d=(r,i)=>(0,z.jsx)(o,{size:`small`,type:`link`,danger:r!==`confirm`,"aria-label":`${i} ${l}`,onClick:()=>n({kind:r,account:e,role:t}),children:i});return(0,z.jsxs)(`li`,{className:c||t.status===`DECLINED`?`role-ended`:void 0,children:[r(`accounts:roleOn`,{role:s.label(t.role),unit:t.unit?.name??r(`accounts:wholeSystem`)}),` `,(0,z.jsx)(W,{status:t.status}),` `,(0,z.jsx)(`span`,{className:`hint-inline`,children:t.endedAt?r(`accounts:revoke.endedAt`,{time:b(t.endedAt)}):t.to?r(`accounts:fromTo`,{from:t.from,to:t.to}):r(`accounts:since`,{from:t.from})}),t.mayConfirm&&d(`confirm`,r(`grants:confirm.action`)),t.mayDecline&&d(`decline`,r(`grants:decline.action`)),u&&p(i,`GRANT_ROLES`)&&d(`revoke`,r(`accounts:revoke.action`)),(0,z.jsx)(q,{role:t})]})}function q({role:e}){let{t}=a(`grants`),n=v(),r=e.status===`DECLINED`?`origin.declined`:`origin.confirmed`,i=[t(`origin.granted`,{name:n(e.grantedBy),time:b(e.grantedAt)}),e.confirmedAt&&t(r,{name:n(e.confirmedBy),time:b(e.confirmedAt)}),e.reason&&t(`origin.reason`,{reason:e.reason})];return(0,z.jsx)(`div`,{className:`role-origin`,children:i.filter(Boolean).join(t(`origin.and`))})}function J({account:e,onOpen:t}){let{t:n}=a(`accounts`),{person:r}=e;return(0,z.jsxs)(`tr`,{children:[(0,z.jsx)(`th`,{scope:`row`,children:e.loginName}),(0,z.jsx)(`td`,{children:r?(0,z.jsxs)(z.Fragment,{children:[r.name,` `,(0,z.jsx)(`span`,{className:`hint-inline`,children:[r.unit?.name,r.jobTitle].filter(Boolean).join(` `)})]}):`—`}),(0,z.jsx)(`td`,{children:(0,z.jsx)(G,{account:e,onOpen:t})}),(0,z.jsx)(`td`,{children:(0,z.jsx)(oe,{account:e})}),(0,z.jsx)(`td`,{className:`nowrap`,children:e.lastSignInAt?b(e.lastSignInAt):n(`never`)}),(0,z.jsx)(`td`,{children:(0,z.jsx)(se,{account:e,onOpen:t})})]})}function oe({account:e}){let{t}=a(`accounts`),n=h(`ActKind`),r=v(),{disabled:i,lockedUntil:o,secondFactorEnabled:s,waitingActs:c}=e;return(0,z.jsxs)(`span`,{className:`tags`,children:[i&&(0,z.jsx)(`span`,{className:`tag tag-alarm`,children:t(`state.disabled`)}),o&&(0,z.jsx)(`span`,{className:`tag tag-alarm`,children:t(`state.locked`,{time:b(o)})}),!i&&!o&&(0,z.jsx)(`span`,{children:t(`state.open`)}),(0,z.jsx)(`span`,{className:s?`tag tag-good`:`tag`,children:t(s?`state.factorOn`:`state.factorOff`)}),c.map(e=>(0,z.jsx)(`span`,{className:`tag tag-wait`,children:t(`waitsFor`,{act:n.label(e.kind),names:e.asked.map(r).join(t(`and`))||t(`nobody`)})},e.id))]})}function se({account:e,onOpen:t}){let{t:n}=a(`accounts`),r=_(),i=r=>(0,z.jsx)(o,{size:`small`,"aria-label":`${n(`${r}.action`)} ${e.loginName}`,onClick:()=>t({kind:r,account:e}),children:n(`${r}.action`)},r);return(0,z.jsxs)(`span`,{className:`row-buttons account-buttons`,children:[e.mayManage&&[i(`reset`),e.secondFactorEnabled&&i(`resetFactor`),i(e.disabled?`enable`:`disable`)],p(r,`GRANT_ROLES`)&&i(`grant`)]})}var Y=`abcdefghjkmnpqrstuvwxyz`,X=`23456789`;function ce(e=Z){let t=(t,n)=>Array.from({length:n},()=>t[e(t.length)]).join(``);return[t(Y,4),t(X,3),t(Y,4),t(X,3)].join(`-`)}function Z(e){let t=Math.floor(4294967296/e)*e,n=new Uint32Array(1);do crypto.getRandomValues(n);while((n[0]??0)>=t);return(n[0]??0)%e}function Q(){let{t:e}=a([`accounts`,`session`]),t=x.useFormInstance();return(0,z.jsxs)(z.Fragment,{children:[(0,z.jsx)(x.Item,{name:`firstPassword`,label:e(`accounts:firstPassword.label`),extra:e(`session:password.rule`),rules:[{required:!0},{validator:(t,n)=>{let r=n?g(n):null;return r?Promise.reject(Error(e(`session:password.${r}`))):Promise.resolve()}}],children:(0,z.jsx)(s,{autoComplete:`off`,spellCheck:!1})}),(0,z.jsx)(x.Item,{children:(0,z.jsx)(o,{onClick:()=>t.setFieldValue(`firstPassword`,ce()),children:e(`accounts:firstPassword.make`)})})]})}function le({account:e,onClose:t,onDone:n}){let{t:i}=a(`accounts`),o=d(n),[,s]=r(N);return(0,z.jsx)(u,{title:i(`reset.title`,{name:e.loginName}),intro:i(`reset.follows`),start:{firstPassword:void 0},submitLabel:i(`reset.action`),onClose:t,send:async({firstPassword:t=``})=>{let n=await s({input:{accountId:e.id,firstPassword:t}}),r=n.data?.resetPassword.act!=null;return o(n,i(r?`waits`:`reset.done`,{name:e.loginName}))},children:(0,z.jsx)(Q,{})})}var $=[{required:!0}];function ue({account:e,onClose:t,onDone:n}){let{t:i}=a(`accounts`),o=d(n),[,s]=r(L);return(0,z.jsxs)(u,{title:i(`grant.title`,{name:e.loginName}),intro:i(`grant.follows`),start:{role:void 0,unitId:void 0,from:y(),to:void 0,reason:void 0},submitLabel:i(`grant.action`),onClose:t,send:async({role:t,unitId:n,from:r=``,to:a,reason:c=``})=>{let l=await s({input:{accountId:e.id,role:t,unitId:n??null,from:r,to:a??null,reason:c}}),u=l.data?.grantRole.roleAppointment.status===`PENDING`;return o(l,i(u?`grant.waits`:`grant.done`))},children:[(0,z.jsx)(x.Item,{name:`role`,label:i(`grant.role`),rules:$,children:(0,z.jsx)(C,{name:`Role`})}),(0,z.jsx)(x.Item,{name:`unitId`,label:i(`grant.unit`),extra:i(`grant.unitHint`),children:(0,z.jsx)(w,{from:`all`})}),(0,z.jsx)(x.Item,{name:`from`,label:i(`grant.from`),rules:$,children:(0,z.jsx)(S,{})}),(0,z.jsx)(x.Item,{name:`to`,label:i(`grant.to`),extra:i(`grant.toHint`),children:(0,z.jsx)(S,{})}),(0,z.jsx)(f,{label:i(`grant.reason`)})]})}function de({account:e,role:t,onClose:n,onDone:i}){let{t:o}=a(`accounts`),s=h(`Role`),c=d(i),[,l]=r(R);return(0,z.jsxs)(u,{title:o(`revoke.title`,{name:e.loginName,role:s.label(t.role)}),intro:o(`revoke.follows`),start:{to:y(),reason:void 0},submitLabel:o(`revoke.action`),danger:!0,onClose:n,send:async({to:e,reason:n=``})=>c(await l({input:{roleAppointmentId:t.id,to:e??null,reason:n}}),o(`revoke.done`)),children:[(0,z.jsx)(x.Item,{name:`to`,label:o(`revoke.to`),extra:o(`revoke.toHint`),children:(0,z.jsx)(S,{})}),(0,z.jsx)(f,{label:o(`revoke.reason`)})]})}function fe({list:e,onChanged:t}){let{t:n}=a([`accounts`,`common`]),[r,i]=(0,A.useState)(null),o={onClose:()=>i(null),onDone:()=>{i(null),t()}};return e.rows.length===0?e.fetching?(0,z.jsx)(m,{rows:6}):e.error?null:(0,z.jsx)(te,{text:n(`common:state.emptyFiltered`)}):(0,z.jsxs)(`div`,{className:`table-scroll`,children:[(0,z.jsxs)(`table`,{className:`grid-table account-table`,children:[(0,z.jsx)(`caption`,{className:`visually-hidden`,children:n(`accounts:title`)}),(0,z.jsx)(`thead`,{children:(0,z.jsxs)(`tr`,{children:[(0,z.jsx)(`th`,{scope:`col`,children:n(`accounts:field.loginName`)}),(0,z.jsx)(`th`,{scope:`col`,children:n(`accounts:field.person`)}),(0,z.jsx)(`th`,{scope:`col`,children:n(`accounts:field.roles`)}),(0,z.jsx)(`th`,{scope:`col`,children:n(`accounts:field.state`)}),(0,z.jsx)(`th`,{scope:`col`,children:n(`accounts:field.lastSignInAt`)}),(0,z.jsx)(`th`,{scope:`col`,children:n(`accounts:field.actions`)})]})}),(0,z.jsx)(`tbody`,{children:e.rows.map(e=>(0,z.jsx)(J,{account:e,onOpen:i},e.id))})]}),r?.kind===`reset`&&(0,z.jsx)(le,{account:r.account,...o}),r?.kind===`resetFactor`&&(0,z.jsx)(H,{account:r.account,...o}),r?.kind===`disable`&&(0,z.jsx)(V,{account:r.account,...o}),r?.kind===`enable`&&(0,z.jsx)(ae,{account:r.account,...o}),r?.kind===`grant`&&(0,z.jsx)(ue,{account:r.account,...o}),r?.kind===`revoke`&&(0,z.jsx)(de,{account:r.account,role:r.role,...o}),r?.kind===`confirm`&&(0,z.jsx)(ee,{grant:r.role,...o}),r?.kind===`decline`&&(0,z.jsx)(T,{grant:r.role,...o})]})}function pe({onClose:e,onDone:t}){let{t:n}=a(`accounts`),i=d(()=>void 0),[,o]=r(M);return(0,z.jsxs)(u,{title:n(`create.title`),intro:n(`create.follows`),start:{loginName:void 0,personId:void 0,firstPassword:void 0},submitLabel:n(`create.action`),onClose:e,send:async({loginName:e=``,personId:r,firstPassword:a=``})=>{let s=await o({input:{loginName:e,personId:r??null,firstPassword:a}}),c=s.data?.createAccount.act!=null,l=i(s,n(c?`create.waits`:`create.done`,{name:e}));return`done`in l?{done:()=>{l.done(),t(e.trim().toLowerCase())}}:l},children:[(0,z.jsx)(x.Item,{name:`loginName`,label:n(`field.loginName`),rules:[{required:!0,whitespace:!0}],children:(0,z.jsx)(s,{autoComplete:`off`,spellCheck:!1})}),(0,z.jsx)(x.Item,{name:`personId`,label:n(`field.person`),extra:n(`create.personHint`),children:(0,z.jsx)(ne,{})}),(0,z.jsx)(Q,{})]})}var me={q:E};function he(){let{t:e}=a(`accounts`),[{q:t},n]=D(me),r=_(),c=i(),[u,d]=(0,A.useState)(!1),{state:f,more:m,again:h,restart:g}=re(t??``,async e=>{let{data:n,error:r}=await c.query(j,{text:t,after:e,count:e===null},{requestPolicy:`network-only`}).toPromise();return{page:n?.accounts,error:r}});return(0,z.jsxs)(z.Fragment,{children:[(0,z.jsx)(k,{title:e(`title`),actions:p(r,`MANAGE_ACCOUNTS`)&&(0,z.jsx)(o,{type:`primary`,onClick:()=>d(!0),children:e(`create.action`)})}),(0,z.jsx)(`section`,{className:`panel filter-bar`,"aria-label":e(`filter`),children:(0,z.jsx)(O,{label:e(`search`),children:r=>(0,z.jsx)(s.Search,{id:r,allowClear:!0,defaultValue:t,placeholder:e(`searchHint`),onSearch:e=>n({q:e.trim()||void 0}),className:`filter-unit`},t??``)})}),f.error&&(0,z.jsx)(l,{error:f.error,onRetry:h}),(0,z.jsxs)(`section`,{className:`panel`,"aria-busy":f.fetching,children:[(0,z.jsx)(fe,{list:f,onChanged:g}),(0,z.jsx)(ie,{list:f,onMore:m})]}),u&&(0,z.jsx)(pe,{onClose:()=>d(!1),onDone:e=>{d(!1),t===e?g():n({q:e})}})]})}export{he as Component};