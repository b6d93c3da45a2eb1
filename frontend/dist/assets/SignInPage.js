import{i as e}from"./rolldown-runtime.js";import{$t as t,F as n,G as r,I as i,Q as a}from"./vendor.js";import{S as o,i as s,t as c,y as l}from"./react.js";import{t as u}from"./SignOutButton.js";import{t as d}from"./gql.js";import{C as f,E as p,M as m,_ as h,g,m as _,p as v,u as y}from"./index.js";import{n as b,t as x}from"./StepForm.js";import{t as S}from"./NarrowPage.js";import{t as C}from"./form.js";import{t as w}from"./input.js";import{t as T}from"./forms.js";var E=e(o(),1),D=c(),O=d(`
  mutation SubmitSecondFactor($input: SubmitSecondFactorInput!) {
    submitSecondFactor(input: $input) {
      __typename
    }
  }
`);function k({loginName:e}){let{t}=r(`session`),[i,o]=(0,E.useState)(`app`),[,s]=n(O),{refresh:c}=p();return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(`p`,{className:`hint`,children:t(`code.intro`,{name:e})}),(0,D.jsx)(x,{submitLabel:t(`signIn.submit`),send:async({code:e})=>{let{error:t}=await s({input:{code:e.trim()}});return t||c(),t},more:(0,D.jsx)(u,{}),children:(0,D.jsx)(b,{kind:i,autoFocus:!0})},i),(0,D.jsx)(`p`,{className:`other-way`,children:(0,D.jsx)(a,{type:`link`,className:`link-inline`,onClick:()=>o(i===`app`?`recovery`:`app`),children:t(i===`app`?`code.useRecovery`:`code.useApp`)})})]})}var A=d(`
  query SignInOptions {
    signInOptions {
      password
      oidc {
        name
        startUrl
      }
    }
  }
`),j=d(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        account {
          id
        }
      }
    }
  }
`);function M({next:e,refused:n}){let{t:o}=r(`session`),s=y(`OidcRefusal`),[{data:c}]=i({query:A}),l=h(n),u=c?.signInOptions.oidc;return(0,D.jsxs)(D.Fragment,{children:[l&&(0,D.jsx)(t,{type:`error`,showIcon:!0,role:`alert`,className:`error-state`,title:l===`other`?o(`oidc.failed`):s.label(l)}),c?.signInOptions.password!==!1&&(0,D.jsx)(N,{}),u&&(0,D.jsx)(`div`,{className:`other-way`,children:(0,D.jsx)(a,{block:!0,href:g(u.startUrl,_(e)),children:o(`oidc.with`,{name:u.name})})})]})}function N(){let{t:e}=r(`session`),[t]=C.useForm(),[{fetching:i},o]=n(j),[s,c]=(0,E.useState)([]),{refresh:l}=p();return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(f,{problems:s}),(0,D.jsxs)(C,{form:t,layout:`vertical`,requiredMark:!1,onFinish:async e=>{c([]);let{error:n}=await o({input:{...e,loginName:e.loginName.trim()}});if(!n)return l();c(T(t,m(n)))},children:[(0,D.jsx)(C.Item,{name:`loginName`,label:e(`signIn.loginName`),rules:[{required:!0,message:e(`signIn.needLoginName`)}],children:(0,D.jsx)(w,{autoFocus:!0,autoComplete:`username`})}),(0,D.jsx)(C.Item,{name:`password`,label:e(`signIn.password`),rules:[{required:!0,message:e(`signIn.needPassword`)}],children:(0,D.jsx)(w.Password,{autoComplete:`current-password`})}),(0,D.jsx)(a,{type:`primary`,htmlType:`submit`,block:!0,loading:i,children:e(`signIn.submit`)})]})]})}function P(){let{t:e}=r(`session`),{viewer:t}=p(),[n]=l(),i=_(n.get(`next`));return t?v(t)===`code`?(0,D.jsx)(S,{title:e(`code.title`),children:(0,D.jsx)(k,{loginName:t.account.loginName})}):(0,D.jsx)(s,{to:i,replace:!0}):(0,D.jsx)(S,{title:e(`signIn.title`),children:(0,D.jsx)(M,{next:i,refused:n.get(`error`)})})}export{P as Component};