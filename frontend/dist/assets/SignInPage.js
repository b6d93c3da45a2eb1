import{i as e}from"./rolldown-runtime.js";import{r as t,t as n,v as r,x as i}from"./react.js";import{C as a,g as o,k as s}from"./vendor.js";import{t as c}from"./form.js";import{t as l}from"./input.js";import{t as u}from"./NarrowPage.js";import{t as d}from"./rules.js";import{t as f}from"./gql.js";import{d as p,h as m,l as h}from"./index.js";import{t as g}from"./forms.js";var _=e(i(),1),v=n(),y=f(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        account {
          id
        }
      }
    }
  }
`);function b(){let{t:e}=a(`session`),[n]=c.useForm(),[{fetching:i},f]=o(y),[b,x]=(0,_.useState)([]),{viewer:S,refresh:C}=p(),[w]=r();return S?(0,v.jsx)(t,{to:d(w.get(`next`)),replace:!0}):(0,v.jsxs)(u,{title:e(`signIn.title`),children:[(0,v.jsx)(h,{problems:b}),(0,v.jsxs)(c,{form:n,layout:`vertical`,requiredMark:!1,onFinish:async e=>{x([]);let{error:t}=await f({input:{...e,loginName:e.loginName.trim()}});if(!t)return C();x(g(n,m(t)))},children:[(0,v.jsx)(c.Item,{name:`loginName`,label:e(`signIn.loginName`),rules:[{required:!0,message:e(`signIn.needLoginName`)}],children:(0,v.jsx)(l,{autoFocus:!0,autoComplete:`username`})}),(0,v.jsx)(c.Item,{name:`password`,label:e(`signIn.password`),rules:[{required:!0,message:e(`signIn.needPassword`)}],children:(0,v.jsx)(l.Password,{autoComplete:`current-password`})}),(0,v.jsx)(s,{type:`primary`,htmlType:`submit`,block:!0,loading:i,children:e(`signIn.submit`)})]})]})}export{b as Component};