import{i as e}from"./rolldown-runtime.js";import{S as t,i as n,t as r,y as i}from"./react.js";import{A as a,_ as o,w as s}from"./vendor.js";import{t as c}from"./form.js";import{t as l}from"./input.js";import{t as u}from"./NarrowPage.js";import{t as d}from"./rules.js";import{t as f}from"./gql.js";import{d as p,g as m,l as h}from"./index.js";import{t as g}from"./forms.js";var _=e(t(),1),v=r(),y=f(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        account {
          id
        }
      }
    }
  }
`);function b(){let{t:e}=s(`session`),[t]=c.useForm(),[{fetching:r},f]=o(y),[b,x]=(0,_.useState)([]),{viewer:S,refresh:C}=p(),[w]=i();return S?(0,v.jsx)(n,{to:d(w.get(`next`)),replace:!0}):(0,v.jsxs)(u,{title:e(`signIn.title`),children:[(0,v.jsx)(h,{problems:b}),(0,v.jsxs)(c,{form:t,layout:`vertical`,requiredMark:!1,onFinish:async e=>{x([]);let{error:n}=await f({input:{...e,loginName:e.loginName.trim()}});if(!n)return C();x(g(t,m(n)))},children:[(0,v.jsx)(c.Item,{name:`loginName`,label:e(`signIn.loginName`),rules:[{required:!0,message:e(`signIn.needLoginName`)}],children:(0,v.jsx)(l,{autoFocus:!0,autoComplete:`username`})}),(0,v.jsx)(c.Item,{name:`password`,label:e(`signIn.password`),rules:[{required:!0,message:e(`signIn.needPassword`)}],children:(0,v.jsx)(l.Password,{autoComplete:`current-password`})}),(0,v.jsx)(a,{type:`primary`,htmlType:`submit`,block:!0,loading:r,children:e(`signIn.submit`)})]})]})}export{b as Component};