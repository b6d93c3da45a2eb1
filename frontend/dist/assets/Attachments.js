import{i as e}from"./rolldown-runtime.js";import{S as t,n,t as r}from"./react.js";import{F as i,G as a,I as o,Q as s}from"./vendor.js";import{t as c}from"./progress.js";import{t as l}from"./gql.js";import{t as u}from"./EditDialog.js";import{t as d}from"./useAnswer.js";import{t as f}from"./ReasonField.js";import{i as p}from"./format.js";import{C as m,k as h,y as g}from"./index.js";import{n as _}from"./upload.js";import{t as v}from"./Query.js";var y=e(t(),1),b=l(`
  query Attachments($ownerId: ID!) {
    attachments(ownerId: $ownerId) {
      mayAttach
      removable
      mostBytes
      mostFiles
      types
      rows {
        key
        number
        text
      }
      files {
        id
        ownerId
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
`),x=l(`
  mutation RemoveAttachment($input: RemoveAttachmentInput!) {
    removeAttachment(input: $input) {
      attachment {
        id
      }
    }
  }
`);function S(e,t,n){let r=e.name.toLowerCase();return t>=n.mostFiles?`count`:n.types.some(e=>r.endsWith(e))?e.size===0?`empty`:e.size>n.mostBytes?`size`:null:`type`}function C(e){return e>=1<<20?`${(e/(1<<20)).toFixed(1)} MB`:e>=1024?`${Math.round(e/1024)} KB`:`${e} B`}var w=r();function T({file:e,onClose:t,onDone:n}){let{t:r}=a(`attachment`),o=d(n),[,s]=i(x);return(0,w.jsx)(u,{title:r(`remove.named`,{name:e.name}),intro:r(`remove.follows`),start:{reason:void 0},submitLabel:r(`remove.action`),danger:!0,draft:`attachment/${e.id}`,onClose:t,send:async({reason:t=``})=>o(await s({input:{attachmentId:e.id,reason:t}}),r(`remove.done`)),children:(0,w.jsx)(f,{})})}function E(e){let{t}=a(`attachment`);return(0,w.jsxs)(`section`,{className:`panel`,children:[(0,w.jsx)(`h2`,{children:t(`title`)}),(0,w.jsx)(D,{...e})]})}function D({ownerId:e,rowKey:t,hint:n,version:r}){let{t:i}=a(`attachment`),[c,l]=o({query:b,variables:{ownerId:e},requestPolicy:`cache-and-network`}),u=()=>l({requestPolicy:`network-only`}),d=(0,y.useRef)(r);(0,y.useEffect)(()=>{d.current!==r&&(d.current=r,l({requestPolicy:`network-only`}))},[r,l]);let[f,m]=(0,y.useState)(null);return(0,w.jsxs)(`div`,{className:`attachments`,children:[(0,w.jsx)(v,{result:c,onRetry:u,rows:2,children:({attachments:r})=>{let a=r.files.filter(e=>t===void 0||e.rowKey===t);return(0,w.jsxs)(w.Fragment,{children:[a.length===0&&(0,w.jsx)(`p`,{className:`hint`,children:i(`none`)}),(0,w.jsx)(`ul`,{className:`attachment-list`,children:a.map(n=>(0,w.jsxs)(`li`,{children:[(0,w.jsx)(`a`,{href:h(n.path.slice(1)),download:n.name,children:n.name}),` `,(0,w.jsxs)(`span`,{className:`hint-inline`,children:[C(n.size),` · `,n.uploaderName,` · `,p(n.at)]}),` `,t===void 0&&(0,w.jsx)(O,{file:n,ownerId:e,rows:r.rows}),r.removable.includes(n.id)&&(0,w.jsx)(s,{size:`small`,danger:!0,"aria-label":i(`remove.named`,{name:n.name}),onClick:()=>m(n),children:i(`remove.action`)})]},n.id))}),r.mayAttach&&n&&(0,w.jsx)(`p`,{className:`hint`,children:n}),r.mayAttach&&(0,w.jsx)(k,{path:`attachment?${new URLSearchParams({owner:e,...t&&{row:t}})}`,check:e=>S(e,r.files.length,r),bounds:r,onDone:u})]})}}),f&&(0,w.jsx)(T,{file:f,onClose:()=>m(null),onDone:()=>{m(null),u()}})]})}function O({file:e,ownerId:t,rows:r}){let{t:i}=a(`attachment`);if(e.ownerId!==t)return(0,w.jsx)(n,{to:`/forms/${e.ownerId}`,className:`attachment-place`,children:i(`inForm`)});if(e.rowKey===``)return null;let o=r.find(({key:t})=>t===e.rowKey);return(0,w.jsx)(`span`,{className:`attachment-place`,title:o?.text,children:o?i(`onRow`,{number:o.number,text:o.text}):i(`rowGone`)})}function k({path:e,check:t,bounds:n,onDone:r}){let{t:i}=a(`attachment`),o=g(),l=(0,y.useRef)(null),[u,d]=(0,y.useState)(null),[f,p]=(0,y.useState)(0),[h,v]=(0,y.useState)([]),b={types:n.types.join(` `),size:C(n.mostBytes),count:n.mostFiles},x=async n=>{let a=t(n);if(a){v([{code:`INVALID`,message:i(`refused.${a}`,{...b,name:n.name})}]);return}v([]),p(0);let s=_(e,n,p);d({upload:s,name:n.name});let c=await s.end;d(null),c.kind===`failed`&&v(c.problems),c.kind===`done`&&(o.success(i(`added`,{name:n.name})),r())};return(0,w.jsxs)(w.Fragment,{children:[(0,w.jsx)(m,{problems:h}),u?(0,w.jsxs)(`div`,{className:`attachment-progress`,children:[(0,w.jsx)(c,{percent:f,"aria-label":i(`sending`,{name:u.name})}),(0,w.jsx)(s,{onClick:u.upload.cancel,children:i(`cancel`)})]}):(0,w.jsxs)(w.Fragment,{children:[(0,w.jsx)(`input`,{ref:l,type:`file`,hidden:!0,"aria-label":i(`add`),accept:n.types.join(`,`),onChange:({target:e})=>{let t=e.files?.[0];e.value=``,t&&x(t)}}),(0,w.jsx)(s,{onClick:()=>l.current?.click(),children:i(`add`)}),(0,w.jsx)(`p`,{className:`hint`,children:i(`bounds`,b)})]})]})}export{E as n,D as t};