import{i as e}from"./rolldown-runtime.js";import{S as t,m as n,t as r,y as i}from"./react.js";import{$t as a,F as o,G as s,I as c,Q as l}from"./vendor.js";import{t as u}from"./form.js";import{t as d}from"./input.js";import{t as f}from"./NarrowPage.js";import{C as p,M as m,h,v as g,y as _}from"./index.js";import{t as v}from"./gql.js";import{t as y}from"./forms.js";var b=e(t(),1),x=r(),S=v(`
  query SetUpLink($token: String!) {
    setUpLink(token: $token)
  }
`),C=v(`
  mutation SignUpAdministrator($input: SignUpAdministratorInput!) {
    signUpAdministrator(input: $input) {
      account {
        id
      }
    }
  }
`),w={SYSTEM_ADMIN:`systemAdmin`,SECURITY_ADMIN:`securityAdmin`,AUDITOR:`auditor`};function T(){let{t:e}=s(`session`),[t]=u.useForm(),[{fetching:r},v]=o(C),[T,E]=(0,b.useState)([]),[D]=i(),O=D.get(`token`)??``,[k]=c({query:S,variables:{token:O},pause:O===``}),A=n(),j=_(),M=k.data?.setUpLink,N=M&&M in w?w[M]:null;return(0,x.jsxs)(f,{title:e(`setUp.title`),children:[(0,x.jsx)(`p`,{children:e(`setUp.intro`)}),!O&&(0,x.jsx)(a,{type:`error`,showIcon:!0,title:e(`setUp.noToken`),className:`error-state`}),O&&k.data&&!N&&(0,x.jsx)(a,{type:`error`,showIcon:!0,title:e(`setUp.badLink`),className:`error-state`}),(0,x.jsx)(p,{problems:k.error?m(k.error):T}),(0,x.jsxs)(u,{form:t,layout:`vertical`,requiredMark:!1,onFinish:async n=>{E([]);let{error:r}=await v({input:{token:O,...n}});if(r)return E(y(t,m(r)));j.success(e(`setUp.done`)),A(g.signIn,{replace:!0})},disabled:!N,children:[(0,x.jsxs)(`fieldset`,{className:`fieldset`,children:[N&&(0,x.jsxs)(x.Fragment,{children:[(0,x.jsx)(`legend`,{children:e(`setUp.${N}`)}),(0,x.jsx)(`p`,{className:`hint`,children:e(`setUp.${N}Duty`)})]}),(0,x.jsx)(u.Item,{name:[`account`,`loginName`],label:e(`signIn.loginName`),rules:[{required:!0,whitespace:!0,message:e(`signIn.needLoginName`)}],children:(0,x.jsx)(d,{autoComplete:`off`})}),(0,x.jsx)(u.Item,{name:[`account`,`password`],label:e(`signIn.password`),extra:e(`password.rule`),rules:[{required:!0,message:e(`signIn.needPassword`)},{validator:(t,n)=>{let r=n?h(n):null;return r?Promise.reject(Error(e(`password.${r}`))):Promise.resolve()}}],children:(0,x.jsx)(d.Password,{autoComplete:`new-password`})})]}),(0,x.jsx)(l,{type:`primary`,htmlType:`submit`,block:!0,loading:r,children:e(`setUp.submit`)})]})]})}export{T as Component};