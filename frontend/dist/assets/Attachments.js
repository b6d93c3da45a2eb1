import{i as e}from"./rolldown-runtime.js";import{S as t,t as n}from"./react.js";import{D as r,O as i,P as a,V as o}from"./vendor.js";import{t as s}from"./progress.js";import{t as c}from"./gql.js";import{t as l}from"./EditDialog.js";import{t as u}from"./useAnswer.js";import{t as d}from"./ReasonField.js";import{i as f}from"./format.js";import{E as p,b as m,v as h}from"./index.js";import{n as g}from"./upload.js";import{t as _}from"./Query.js";var v=e(t(),1),y=c(`
  query Attachments($ownerId: ID!) {
    attachments(ownerId: $ownerId) {
      mayAttach
      mostBytes
      mostFiles
      types
      files {
        id
        rowKey
        name
        size
        hash
        uploaderName
        at
        path
      }
    }
  }
`),b=c(`
  mutation RemoveAttachment($input: RemoveAttachmentInput!) {
    removeAttachment(input: $input) {
      attachment {
        id
      }
    }
  }
`);function x(e,t,n){let r=e.name.toLowerCase();return t>=n.mostFiles?`count`:n.types.some(e=>r.endsWith(e))?e.size===0?`empty`:e.size>n.mostBytes?`size`:null:`type`}function S(e){return e>=1<<20?`${(e/(1<<20)).toFixed(1)} MB`:e>=1024?`${Math.round(e/1024)} KB`:`${e} B`}var C=n();function w({file:e,onClose:t,onDone:n}){let{t:i}=a(`attachment`),o=u(n),[,s]=r(b);return(0,C.jsx)(l,{title:i(`remove.named`,{name:e.name}),intro:i(`remove.follows`),start:{reason:void 0},submitLabel:i(`remove.action`),danger:!0,draft:`attachment/${e.id}`,onClose:t,send:async({reason:t=``})=>o(await s({input:{attachmentId:e.id,reason:t}}),i(`remove.done`)),children:(0,C.jsx)(d,{})})}function T({ownerId:e,rowKey:t}){let{t:n}=a(`attachment`),[r,s]=i({query:y,variables:{ownerId:e}}),c=()=>s({requestPolicy:`network-only`}),[l,u]=(0,v.useState)(null);return(0,C.jsxs)(`section`,{className:`panel attachments`,children:[(0,C.jsx)(`h2`,{children:n(`title`)}),(0,C.jsx)(_,{result:r,onRetry:c,rows:2,children:({attachments:r})=>{let i=r.files.filter(e=>t===void 0||e.rowKey===t);return(0,C.jsxs)(C.Fragment,{children:[i.length===0&&(0,C.jsx)(`p`,{className:`hint`,children:n(`none`)}),(0,C.jsx)(`ul`,{className:`attachment-list`,children:i.map(e=>(0,C.jsxs)(`li`,{children:[(0,C.jsx)(`a`,{href:p(e.path.slice(1)),download:e.name,children:e.name}),` `,(0,C.jsxs)(`span`,{className:`hint-inline`,children:[S(e.size),` · `,e.uploaderName,` · `,f(e.at)]}),` `,r.mayAttach&&(0,C.jsx)(o,{size:`small`,danger:!0,"aria-label":n(`remove.named`,{name:e.name}),onClick:()=>u(e),children:n(`remove.action`)})]},e.id))}),r.mayAttach&&(0,C.jsx)(E,{path:`attachment?${new URLSearchParams({owner:e,...t&&{row:t}})}`,check:e=>x(e,r.files.length,r),bounds:r,onDone:c})]})}}),l&&(0,C.jsx)(w,{file:l,onClose:()=>u(null),onDone:()=>{u(null),c()}})]})}function E({path:e,check:t,bounds:n,onDone:r}){let{t:i}=a(`attachment`),c=h(),l=(0,v.useRef)(null),[u,d]=(0,v.useState)(null),[f,p]=(0,v.useState)(0),[_,y]=(0,v.useState)([]),b={types:n.types.join(` `),size:S(n.mostBytes),count:n.mostFiles},x=async n=>{let a=t(n);if(a){y([{code:`INVALID`,message:i(`refused.${a}`,{...b,name:n.name})}]);return}y([]),p(0);let o=g(e,n,p);d({upload:o,name:n.name});let s=await o.end;d(null),s.kind===`failed`&&y(s.problems),s.kind===`done`&&(c.success(i(`added`,{name:n.name})),r())};return(0,C.jsxs)(C.Fragment,{children:[(0,C.jsx)(m,{problems:_}),u?(0,C.jsxs)(`div`,{className:`attachment-progress`,children:[(0,C.jsx)(s,{percent:f,"aria-label":i(`sending`,{name:u.name})}),(0,C.jsx)(o,{onClick:u.upload.cancel,children:i(`cancel`)})]}):(0,C.jsxs)(C.Fragment,{children:[(0,C.jsx)(`input`,{ref:l,type:`file`,hidden:!0,"aria-label":i(`add`),accept:n.types.join(`,`),onChange:({target:e})=>{let t=e.files?.[0];e.value=``,t&&x(t)}}),(0,C.jsx)(o,{onClick:()=>l.current?.click(),children:i(`add`)}),(0,C.jsx)(`p`,{className:`hint`,children:i(`bounds`,b)})]})]})}export{T as t};