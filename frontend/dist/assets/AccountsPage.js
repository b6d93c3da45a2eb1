import{i as e}from"./rolldown-runtime.js";import{S as t,t as n}from"./react.js";import{A as r,_ as i,g as a,w as o}from"./vendor.js";import{t as s}from"./input.js";import{t as c}from"./form.js";import{n as l}from"./rules.js";import{t as u}from"./gql.js";import{t as d}from"./EditDialog.js";import{t as f}from"./useAnswer.js";import{c as p,f as m,l as h,r as g,u as _}from"./index.js";import{a as v,i as y}from"./format.js";import{t as b}from"./DateInput.js";import{t as x}from"./EnumPicker.js";import{t as S}from"./UnitSelect.js";import{t as C}from"./Empty2.js";import{t as w}from"./PersonSelect.js";import{n as T,t as E}from"./ListFoot.js";import{a as D,o as O}from"./urlState.js";import{t as k}from"./Field.js";import{t as A}from"./PageHeader.js";var j=e(t(),1),M=`abcdefghjkmnpqrstuvwxyz`,N=`23456789`;function P(e=F){let t=(t,n)=>Array.from({length:n},()=>t[e(t.length)]).join(``);return[t(M,4),t(N,3),t(M,4),t(N,3)].join(`-`)}function F(e){let t=Math.floor(4294967296/e)*e,n=new Uint32Array(1);do crypto.getRandomValues(n);while((n[0]??0)>=t);return(n[0]??0)%e}var I=n();function L(){let{t:e}=o([`accounts`,`session`]),t=c.useFormInstance();return(0,I.jsxs)(I.Fragment,{children:[(0,I.jsx)(c.Item,{name:`firstPassword`,label:e(`accounts:firstPassword.label`),extra:e(`session:password.rule`),rules:[{required:!0},{validator:(t,n)=>{let r=n?l(n):null;return r?Promise.reject(Error(e(`session:password.${r}`))):Promise.resolve()}}],children:(0,I.jsx)(s,{autoComplete:`off`,spellCheck:!1})}),(0,I.jsx)(c.Item,{children:(0,I.jsx)(r,{onClick:()=>t.setFieldValue(`firstPassword`,P()),children:e(`accounts:firstPassword.make`)})})]})}var R=u(`
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
          unit {
            id
            name
          }
        }
      }
    }
  }
`),z=u(`
  mutation CreateAccount($input: CreateAccountInput!) {
    createAccount(input: $input) {
      account {
        id
      }
    }
  }
`),B=u(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      account {
        id
      }
    }
  }
`),V=u(`
  mutation GrantRole($input: GrantRoleInput!) {
    grantRole(input: $input) {
      roleAppointment {
        id
      }
    }
  }
`),H=u(`
  mutation RevokeRole($input: RevokeRoleInput!) {
    revokeRole(input: $input) {
      roleAppointment {
        id
      }
    }
  }
`);function U({account:e,onClose:t,onDone:n}){let{t:r}=o(`accounts`),a=f(n),[,s]=i(B);return(0,I.jsx)(d,{title:r(`reset.title`,{name:e.loginName}),intro:r(`reset.follows`),start:{firstPassword:void 0},submitLabel:r(`reset.action`),onClose:t,send:async({firstPassword:t=``})=>a(await s({input:{accountId:e.id,firstPassword:t}}),r(`reset.done`,{name:e.loginName})),children:(0,I.jsx)(L,{})})}var W=[{required:!0}];function G({account:e,onClose:t,onDone:n}){let{t:r}=o(`accounts`),a=f(n),[,s]=i(V);return(0,I.jsxs)(d,{title:r(`grant.title`,{name:e.loginName}),intro:r(`grant.follows`),start:{role:void 0,unitId:void 0,from:v(),to:void 0},submitLabel:r(`grant.action`),onClose:t,send:async({role:t,unitId:n,from:i=``,to:o})=>a(await s({input:{accountId:e.id,role:t,unitId:n??null,from:i,to:o??null}}),r(`grant.done`)),children:[(0,I.jsx)(c.Item,{name:`role`,label:r(`grant.role`),rules:W,children:(0,I.jsx)(x,{name:`Role`})}),(0,I.jsx)(c.Item,{name:`unitId`,label:r(`grant.unit`),extra:r(`grant.unitHint`),children:(0,I.jsx)(S,{from:`all`})}),(0,I.jsx)(c.Item,{name:`from`,label:r(`grant.from`),rules:W,children:(0,I.jsx)(b,{})}),(0,I.jsx)(c.Item,{name:`to`,label:r(`grant.to`),extra:r(`grant.toHint`),children:(0,I.jsx)(b,{})})]})}function K({account:e,role:t,onClose:n,onDone:r}){let{t:a}=o(`accounts`),s=g(`Role`),l=f(r),[,u]=i(H);return(0,I.jsx)(d,{title:a(`revoke.title`,{name:e.loginName,role:s.label(t.role)}),intro:a(`revoke.follows`),start:{to:v()},submitLabel:a(`revoke.action`),danger:!0,onClose:n,send:async({to:e=``})=>l(await u({input:{roleAppointmentId:t.id,to:e}}),a(`revoke.done`)),children:(0,I.jsx)(c.Item,{name:`to`,label:a(`revoke.to`),rules:W,children:(0,I.jsx)(b,{})})})}function q({list:e,onChanged:t}){let{t:n}=o([`accounts`,`common`]),[r,i]=(0,j.useState)(null),a={onClose:()=>i(null),onDone:()=>{i(null),t()}};return e.rows.length===0?e.fetching?(0,I.jsx)(p,{rows:6}):e.error?null:(0,I.jsx)(C,{text:n(`common:state.emptyFiltered`)}):(0,I.jsxs)(`div`,{className:`table-scroll`,children:[(0,I.jsxs)(`table`,{className:`grid-table account-table`,children:[(0,I.jsx)(`caption`,{className:`visually-hidden`,children:n(`accounts:title`)}),(0,I.jsx)(`thead`,{children:(0,I.jsxs)(`tr`,{children:[(0,I.jsx)(`th`,{scope:`col`,children:n(`accounts:field.loginName`)}),(0,I.jsx)(`th`,{scope:`col`,children:n(`accounts:field.person`)}),(0,I.jsx)(`th`,{scope:`col`,children:n(`accounts:field.roles`)}),(0,I.jsx)(`th`,{scope:`col`,children:n(`accounts:field.state`)}),(0,I.jsx)(`th`,{scope:`col`,children:n(`accounts:field.lastSignInAt`)}),(0,I.jsx)(`th`,{scope:`col`,children:n(`accounts:field.actions`)})]})}),(0,I.jsx)(`tbody`,{children:e.rows.map(e=>(0,I.jsx)(J,{account:e,onOpen:i},e.id))})]}),r?.kind===`reset`&&(0,I.jsx)(U,{account:r.account,...a}),r?.kind===`grant`&&(0,I.jsx)(G,{account:r.account,...a}),r?.kind===`revoke`&&(0,I.jsx)(K,{account:r.account,role:r.role,...a})]})}function J({account:e,onOpen:t}){let{t:n}=o(`accounts`),i=m(),{person:a}=e;return(0,I.jsxs)(`tr`,{children:[(0,I.jsx)(`th`,{scope:`row`,children:e.loginName}),(0,I.jsx)(`td`,{children:a?(0,I.jsxs)(I.Fragment,{children:[a.name,` `,(0,I.jsx)(`span`,{className:`hint-inline`,children:[a.unit?.name,a.jobTitle].filter(Boolean).join(` `)})]}):`—`}),(0,I.jsx)(`td`,{children:(0,I.jsx)(Y,{account:e,onRevoke:_(i,`GRANT_ROLES`)?n=>t({kind:`revoke`,account:e,role:n}):null})}),(0,I.jsxs)(`td`,{children:[e.disabled&&(0,I.jsx)(`span`,{className:`tag tag-alarm`,children:n(`state.disabled`)}),e.lockedUntil&&(0,I.jsx)(`span`,{className:`tag tag-alarm`,children:n(`state.locked`,{time:y(e.lockedUntil)})}),!e.disabled&&!e.lockedUntil&&n(`state.open`)]}),(0,I.jsx)(`td`,{className:`nowrap`,children:e.lastSignInAt?y(e.lastSignInAt):n(`never`)}),(0,I.jsx)(`td`,{children:(0,I.jsxs)(`span`,{className:`row-buttons`,children:[_(i,`MANAGE_ACCOUNTS`)&&(0,I.jsx)(r,{size:`small`,"aria-label":`${n(`reset.action`)} ${e.loginName}`,onClick:()=>t({kind:`reset`,account:e}),children:n(`reset.action`)}),_(i,`GRANT_ROLES`)&&(0,I.jsx)(r,{size:`small`,"aria-label":`${n(`grant.action`)} ${e.loginName}`,onClick:()=>t({kind:`grant`,account:e}),children:n(`grant.action`)})]})})]})}function Y({account:e,onRevoke:t}){let{t:n}=o(`accounts`),i=g(`Role`),a=v();return e.roles.length===0?(0,I.jsx)(`span`,{className:`zero`,children:n(`noRoles`)}):(0,I.jsx)(`ul`,{className:`role-list`,children:e.roles.map(o=>{let s=o.to!==null&&o.to<a;return(0,I.jsxs)(`li`,{className:s?`role-ended`:void 0,children:[i.label(o.role),`（`,o.unit?.name??n(`wholeSystem`),`）`,(0,I.jsx)(`span`,{className:`hint-inline`,children:o.to?n(`fromTo`,{from:o.from,to:o.to}):n(`since`,{from:o.from})}),t&&!s&&(0,I.jsx)(r,{size:`small`,type:`link`,danger:!0,"aria-label":`${n(`revoke.action`)} ${i.label(o.role)} ${e.loginName}`,onClick:()=>t(o),children:n(`revoke.action`)})]},o.id)})})}function X({onClose:e,onDone:t}){let{t:n}=o(`accounts`),r=f(()=>void 0),[,a]=i(z);return(0,I.jsxs)(d,{title:n(`create.title`),intro:n(`create.follows`),start:{loginName:void 0,personId:void 0,firstPassword:void 0},submitLabel:n(`create.action`),onClose:e,send:async({loginName:e=``,personId:i,firstPassword:o=``})=>{let s=r(await a({input:{loginName:e,personId:i??null,firstPassword:o}}),n(`create.done`,{name:e}));return`done`in s?{done:()=>{s.done(),t(e.trim().toLowerCase())}}:s},children:[(0,I.jsx)(c.Item,{name:`loginName`,label:n(`field.loginName`),rules:[{required:!0,whitespace:!0}],children:(0,I.jsx)(s,{autoComplete:`off`,spellCheck:!1})}),(0,I.jsx)(c.Item,{name:`personId`,label:n(`field.person`),extra:n(`create.personHint`),children:(0,I.jsx)(w,{})}),(0,I.jsx)(L,{})]})}var Z={q:D};function Q(){let{t:e}=o(`accounts`),[{q:t},n]=O(Z),i=m(),c=a(),[l,u]=(0,j.useState)(!1),{state:d,more:f,again:p,restart:g}=T(t??``,async e=>{let{data:n,error:r}=await c.query(R,{text:t,after:e,count:e===null},{requestPolicy:`network-only`}).toPromise();return{page:n?.accounts,error:r}});return(0,I.jsxs)(I.Fragment,{children:[(0,I.jsx)(A,{title:e(`title`),actions:_(i,`MANAGE_ACCOUNTS`)&&(0,I.jsx)(r,{type:`primary`,onClick:()=>u(!0),children:e(`create.action`)})}),(0,I.jsx)(`section`,{className:`panel filter-bar`,"aria-label":e(`filter`),children:(0,I.jsx)(k,{label:e(`search`),children:r=>(0,I.jsx)(s.Search,{id:r,allowClear:!0,defaultValue:t,placeholder:e(`searchHint`),onSearch:e=>n({q:e.trim()||void 0}),className:`filter-unit`},t??``)})}),d.error&&(0,I.jsx)(h,{error:d.error,onRetry:p}),(0,I.jsxs)(`section`,{className:`panel`,"aria-busy":d.fetching,children:[(0,I.jsx)(q,{list:d,onChanged:g}),(0,I.jsx)(E,{list:d,onMore:f})]}),l&&(0,I.jsx)(X,{onClose:()=>u(!1),onDone:e=>{u(!1),t===e?g():n({q:e})}})]})}export{Q as Component};