import{i as e}from"./rolldown-runtime.js";import{Lt as t,T as n,an as r,b as i,j as a,v as o,y as s}from"./vendor.js";import{S as c,t as l}from"./react.js";import{t as u}from"./progress.js";import{t as d}from"./gql.js";import{C as f,S as p,_ as m,h,m as g,p as _,r as v,v as y,x as b}from"./index.js";import{t as x}from"./Field.js";import{t as S}from"./UnitSelect.js";import{t as C}from"./DownloadOutlined.js";import{t as w}from"./LinkButton.js";import{a as T,o as E}from"./urlState.js";import{t as D}from"./PageHeader.js";var O={icon:{tag:`svg`,attrs:{viewBox:`0 0 1024 1024`,focusable:`false`},children:[{tag:`path`,attrs:{d:`M885.2 446.3l-.2-.8-112.2-285.1c-5-16.1-19.9-27.2-36.8-27.2H281.2c-17 0-32.1 11.3-36.9 27.6L139.4 443l-.3.7-.2.8c-1.3 4.9-1.7 9.9-1 14.8-.1 1.6-.2 3.2-.2 4.8V830a60.9 60.9 0 0060.8 60.8h627.2c33.5 0 60.8-27.3 60.9-60.8V464.1c0-1.3 0-2.6-.1-3.7.4-4.9 0-9.6-1.3-14.1zm-295.8-43l-.3 15.7c-.8 44.9-31.8 75.1-77.1 75.1-22.1 0-41.1-7.1-54.8-20.6S436 441.2 435.6 419l-.3-15.7H229.5L309 210h399.2l81.7 193.3H589.4zm-375 76.8h157.3c24.3 57.1 76 90.8 140.4 90.8 33.7 0 65-9.4 90.3-27.2 22.2-15.6 39.5-37.4 50.7-63.6h156.5V814H214.4V480.1z`}}]},name:`inbox`,theme:`outlined`},k=e(c());function A(){return A=Object.assign?Object.assign.bind():function(e){for(var t=1;t<arguments.length;t++){var n=arguments[t];for(var r in n)Object.prototype.hasOwnProperty.call(n,r)&&(e[r]=n[r])}return e},A.apply(this,arguments)}var j=k.forwardRef((e,t)=>k.createElement(r,A({},e,{ref:t,icon:O}))),M=d(`
  fragment JobFields on ImportJob @_unmask {
    id
    state
    fileName
    percent
    rowsRead
    badRowCount
    problemsUrl
    failure {
      reason
      message
    }
    figures {
      object
      created
      changed
      unchanged
    }
    preview {
      object
      created
      label
      differences {
        field
        old
        new
      }
    }
    problems(first: 200) {
      sheet
      row
      column
      found
      wanted
    }
  }
`),N=d(`
    query ImportJob($id: ID!) {
      importJob(id: $id) {
        ...JobFields
      }
    }
  `,[M]),P=d(`
    subscription ImportProgress($jobId: ID!) {
      importProgress(jobId: $jobId) {
        ...JobFields
      }
    }
  `,[M]),F=d(`
    mutation PlanImport($input: PlanImportInput!) {
      planImport(input: $input) {
        job {
          ...JobFields
        }
      }
    }
  `,[M]),I=d(`
    mutation CommitImport($input: CommitImportInput!) {
      commitImport(input: $input) {
        job {
          ...JobFields
        }
      }
    }
  `,[M]),L=d(`
    mutation CancelImport($input: CancelImportInput!) {
      cancelImport(input: $input) {
        job {
          ...JobFields
        }
      }
    }
  `,[M]);function R(e,t){let n=new XMLHttpRequest;return{end:new Promise(r=>{n.upload.addEventListener(`progress`,({loaded:e,total:n,lengthComputable:r})=>{r&&n>0&&t(Math.floor(e/n*100))}),n.addEventListener(`load`,()=>r(z(n.status,n.responseText))),n.addEventListener(`error`,()=>r(z(0,``))),n.addEventListener(`abort`,()=>r({kind:`cancelled`})),n.open(`POST`,y(`uploads`)),n.setRequestHeader(`Accept-Language`,f(p()));let i=new FormData;i.append(`file`,e),n.send(i)}),cancel:()=>n.abort()}}function z(e,t){let n=B(t);if(e>=200&&e<300&&typeof n?.id==`string`)return{kind:`done`,id:n.id};let r=(n?.errors??[]).flatMap(({message:e,extensions:t})=>{if(typeof e!=`string`||e===``)return[];let n=t?.requestId;return[{code:t?.code===`UNAUTHENTICATED`?`UNAUTHENTICATED`:`INVALID`,message:e,requestId:typeof n==`string`?n:void 0}]});return{kind:`failed`,problems:r.length>0?r:[{code:`NETWORK`,message:``}]}}function B(e){try{let t=JSON.parse(e);return typeof t==`object`&&t?t:null}catch{return null}}var V=l();function H({unitId:e,onUnit:t,onJob:r}){let{t:i}=n(`imports`),[,s]=o(F),[c,l]=(0,k.useState)(),[d,f]=(0,k.useState)([]),p=(0,k.useRef)(void 0);(0,k.useEffect)(()=>()=>p.current?.cancel(),[]);let m=async t=>{if(!t||c)return;f([]),l({name:t.name,percent:0}),p.current=R(t,e=>l({name:t.name,percent:e}));let n=await p.current.end;if(p.current=void 0,n.kind===`done`){let{data:t,error:i}=await s({input:{uploadId:n.id,unitId:e??null}});if(i)f(b(i));else if(t)return r(t.planImport.job.id)}else n.kind===`failed`&&f(n.problems);l(void 0)};return(0,V.jsxs)(`section`,{className:`panel`,children:[(0,V.jsx)(`p`,{children:i(`intro`)}),(0,V.jsx)(g,{problems:d}),(0,V.jsx)(x,{label:i(`unit`),children:n=>(0,V.jsx)(S,{id:n,value:e,onChange:t,from:`all`,className:`filter-unit`})}),(0,V.jsx)(`p`,{className:`hint`,children:i(`unitHint`)}),c?(0,V.jsxs)(`div`,{className:`upload-progress`,role:`status`,children:[i(c.percent<100?`uploading`:`uploaded`,{name:c.name}),(0,V.jsx)(u,{percent:c.percent,"aria-label":i(`uploading`,{name:c.name})}),c.percent<100&&(0,V.jsx)(a,{onClick:()=>p.current?.cancel(),children:i(`cancelUpload`)})]}):(0,V.jsx)(U,{onFile:e=>void m(e)})]})}function U({onFile:e}){let{t}=n(`imports`),r=(0,k.useId)(),[i,a]=(0,k.useState)(!1),o=e=>{e.preventDefault(),a(e.type===`dragover`)};return(0,V.jsxs)(`div`,{className:i?`drop-zone drop-zone-over`:`drop-zone`,onDragOver:o,onDragLeave:o,onDrop:t=>{o(t),e(t.dataTransfer.files[0])},children:[(0,V.jsx)(j,{"aria-hidden":!0,className:`drop-icon`}),(0,V.jsx)(`input`,{id:r,type:`file`,accept:`.xlsx,.csv,.tsv,.txt`,className:`visually-hidden`,onChange:t=>{e(t.target.files?.[0]),t.target.value=``}}),(0,V.jsx)(`label`,{htmlFor:r,className:`drop-label`,children:t(`choose`)}),(0,V.jsx)(`p`,{className:`hint`,children:t(`formats`)})]})}var W=1e4;function G({state:e}){return e===`PLANNING`||e===`COMMITTING`}function K(e){return e.reduce((e,{created:t,changed:n,unchanged:r})=>({created:e.created+t,changed:e.changed+n,unchanged:e.unchanged+r}),{created:0,changed:0,unchanged:0})}function q(e,t){return new URL(e,t).href}function J({job:e,onTold:r}){let{t:i}=n(`imports`),[,s]=o(I),[,c]=o(L),[l,u]=(0,k.useState)(!1),d=e.badRowCount>0,f=K(e.figures),p=f.created+f.changed===0,m=async e=>{u(!0);let{error:t}=await e;u(!1),r(b(t))};return(0,V.jsxs)(V.Fragment,{children:[(0,V.jsx)(t,{type:d?`warning`:`info`,showIcon:!0,role:`status`,className:`error-state`,title:i(d?`plannedBad`:p?`plannedNothing`:`planned`,{created:f.created,changed:f.changed,bad:e.badRowCount}),description:i(d?`plannedBadHint`:`plannedHint`)}),(0,V.jsxs)(`div`,{className:`import-buttons`,children:[d?(0,V.jsx)(a,{type:`primary`,loading:l,disabled:p,onClick:()=>void m(s({input:{jobId:e.id,goodRowsOnly:!0}})),children:i(`commitGood`)}):(0,V.jsx)(a,{type:`primary`,loading:l,disabled:p,onClick:()=>void m(s({input:{jobId:e.id,goodRowsOnly:!1}})),children:i(`commit`)}),(0,V.jsx)(a,{disabled:l,onClick:()=>void m(c({input:{jobId:e.id}})),children:i(`dismiss`)})]})]})}function Y({job:e}){let{t}=n(`imports`),r=v(`ImportObject`),i=K(e.figures),a=e.state!==`DONE`,o=e.figures.filter(e=>e.created+e.changed+e.unchanged>0);return o.length===0?null:(0,V.jsxs)(`section`,{className:`panel`,"aria-labelledby":`figures-title`,children:[(0,V.jsx)(`h2`,{id:`figures-title`,children:t(a?`figures.planned`:`figures.done`)}),(0,V.jsxs)(`table`,{className:`grid-table figures`,children:[(0,V.jsx)(`thead`,{children:(0,V.jsxs)(`tr`,{children:[(0,V.jsx)(`th`,{scope:`col`,children:t(`figures.object`)}),(0,V.jsx)(`th`,{scope:`col`,className:`number`,children:t(`figures.created`)}),(0,V.jsx)(`th`,{scope:`col`,className:`number`,children:t(`figures.changed`)}),(0,V.jsx)(`th`,{scope:`col`,className:`number`,children:t(`figures.unchanged`)})]})}),(0,V.jsx)(`tbody`,{children:o.map(e=>(0,V.jsxs)(`tr`,{children:[(0,V.jsx)(`th`,{scope:`row`,children:r.label(e.object)}),(0,V.jsx)(`td`,{className:`number`,children:e.created}),(0,V.jsx)(`td`,{className:`number`,children:e.changed}),(0,V.jsx)(`td`,{className:`number`,children:e.unchanged})]},e.object))}),(0,V.jsx)(`tfoot`,{children:(0,V.jsxs)(`tr`,{children:[(0,V.jsx)(`th`,{scope:`row`,children:t(`figures.sum`)}),(0,V.jsx)(`td`,{className:`number`,children:i.created}),(0,V.jsx)(`td`,{className:`number`,children:i.changed}),(0,V.jsx)(`td`,{className:`number`,children:i.unchanged})]})})]})]})}function X({changes:e}){let{t}=n(`imports`),r=v(`ImportObject`);return(0,V.jsxs)(`section`,{className:`panel`,children:[(0,V.jsx)(`h2`,{id:`preview-title`,children:t(`preview.title`,{count:e.length})}),(0,V.jsx)(`div`,{className:`table-scroll import-scroll`,role:`region`,tabIndex:0,"aria-labelledby":`preview-title`,children:(0,V.jsxs)(`table`,{className:`grid-table`,children:[(0,V.jsx)(`thead`,{children:(0,V.jsxs)(`tr`,{children:[(0,V.jsx)(`th`,{scope:`col`,children:t(`figures.object`)}),(0,V.jsx)(`th`,{scope:`col`,children:t(`preview.label`)}),(0,V.jsx)(`th`,{scope:`col`,children:t(`preview.change`)})]})}),(0,V.jsx)(`tbody`,{children:e.map((e,n)=>(0,V.jsxs)(`tr`,{children:[(0,V.jsx)(`td`,{className:`nowrap`,children:r.label(e.object)}),(0,V.jsx)(`td`,{children:e.label}),(0,V.jsx)(`td`,{children:e.created?t(`preview.created`):(0,V.jsx)(`ul`,{className:`differences`,children:e.differences.map(({field:e,old:n,new:r})=>(0,V.jsxs)(`li`,{children:[e,`：`,(0,V.jsx)(`del`,{children:n||t(`preview.empty`)}),` →`,` `,(0,V.jsx)(`ins`,{children:r||t(`preview.empty`)})]},e))})})]},n))})]})})]})}function Z({job:e}){let{t}=n(`imports`);return(0,V.jsxs)(`section`,{className:`panel`,children:[(0,V.jsxs)(`div`,{className:`panel-head import-head`,children:[(0,V.jsx)(`h2`,{id:`problems-title`,children:t(`problems.title`,{count:e.badRowCount})}),e.problemsUrl&&(0,V.jsx)(a,{icon:(0,V.jsx)(C,{}),href:q(e.problemsUrl,new URL(y(``),window.location.href).href),download:!0,children:t(`problems.download`)})]}),(0,V.jsx)(`div`,{className:`table-scroll import-scroll`,role:`region`,tabIndex:0,"aria-labelledby":`problems-title`,children:(0,V.jsxs)(`table`,{className:`grid-table`,children:[(0,V.jsx)(`thead`,{children:(0,V.jsxs)(`tr`,{children:[(0,V.jsx)(`th`,{scope:`col`,children:t(`problems.sheet`)}),(0,V.jsx)(`th`,{scope:`col`,className:`number`,children:t(`problems.row`)}),(0,V.jsx)(`th`,{scope:`col`,children:t(`problems.column`)}),(0,V.jsx)(`th`,{scope:`col`,children:t(`problems.found`)}),(0,V.jsx)(`th`,{scope:`col`,children:t(`problems.wanted`)})]})}),(0,V.jsx)(`tbody`,{children:e.problems.map((e,n)=>(0,V.jsxs)(`tr`,{children:[(0,V.jsx)(`td`,{children:e.sheet}),(0,V.jsx)(`td`,{className:`number`,children:e.row}),(0,V.jsx)(`td`,{children:e.column||t(`problems.wholeRow`)}),(0,V.jsx)(`td`,{className:`prose`,children:e.found||t(`preview.empty`)}),(0,V.jsx)(`td`,{className:`prose`,children:e.wanted})]},n))})]})}),e.problems.length>=200&&(0,V.jsx)(`p`,{className:`hint`,children:t(`problems.more`)})]})}function Q({job:e,onChanged:t}){let n=v(`ImportState`),[r,i]=(0,k.useState)([]),a=e=>{i(e),t()};return(0,V.jsxs)(V.Fragment,{children:[(0,V.jsxs)(`section`,{className:`panel`,"aria-labelledby":`job-title`,children:[(0,V.jsxs)(`h2`,{id:`job-title`,children:[e.fileName,` `,(0,V.jsx)(`span`,{className:`tag`,children:n.label(e.state)})]}),(0,V.jsx)(g,{problems:r}),G(e)&&(0,V.jsx)($,{job:e,onTold:a}),(0,V.jsx)(ee,{job:e}),e.state===`PLANNED`&&(0,V.jsx)(J,{job:e,onTold:a})]}),e.figures.length>0&&e.state!==`CANCELLED`&&(0,V.jsx)(Y,{job:e}),e.badRowCount>0&&(0,V.jsx)(Z,{job:e}),e.state===`PLANNED`&&e.preview.length>0&&(0,V.jsx)(X,{changes:e.preview})]})}function $({job:e,onTold:t}){let{t:r}=n(`imports`),[{fetching:i},s]=o(L),c=r(e.state===`COMMITTING`?`committing`:`planning`);return(0,V.jsxs)(`div`,{className:`upload-progress`,children:[(0,V.jsxs)(`div`,{role:`status`,children:[c,` `,r(`rowsRead`,{count:e.rowsRead})]}),(0,V.jsx)(u,{percent:e.percent,"aria-label":c}),(0,V.jsx)(a,{loading:i,onClick:async()=>{let{error:n}=await s({input:{jobId:e.id}});t(b(n))},children:r(`cancel`)})]})}function ee({job:e}){let{t:r}=n(`imports`),i=m();switch(e.state){case`FAILED`:return(0,V.jsx)(t,{type:`error`,showIcon:!0,role:`alert`,title:r(`failed`),description:e.failure?.message});case`CANCELLED`:return(0,V.jsx)(t,{type:`info`,showIcon:!0,role:`status`,title:r(`cancelled`)});case`DONE`:return(0,V.jsxs)(V.Fragment,{children:[(0,V.jsx)(t,{type:`success`,showIcon:!0,role:`status`,title:r(`done`),description:e.badRowCount>0?r(`doneLeftOut`,{count:e.badRowCount}):void 0}),(0,V.jsxs)(`p`,{className:`import-buttons`,children:[h(i,`READ_REGISTER`)&&(0,V.jsx)(w,{to:`/risks`,children:r(`toRisks`)}),(0,V.jsx)(w,{to:`/organisation`,children:r(`toOrganisation`)})]})]});default:return null}}function te(e){let[t,n]=s({query:N,variables:{id:e??``},pause:!e,requestPolicy:`network-only`}),[r,a]=(0,k.useState)(),o=r!==void 0&&r.after===t.data&&r.job.id===e,c=e?o?r.job:t.data?.importJob??null:null,l=c!==null&&G(c),[u]=i({query:P,variables:{jobId:e??``},pause:!l}),d=u.data?.importProgress,[f,p]=(0,k.useState)(d);return d&&d!==f&&(p(d),a({after:t.data,job:d})),(0,k.useEffect)(()=>{if(!l||t.fetching||t.error)return;let e=o&&!u.error?W:700,r=setTimeout(()=>n({requestPolicy:`network-only`}),e);return()=>clearTimeout(r)},[l,o,u.error,t,n]),{job:c,error:t.error,gone:!!e&&t.data?.importJob===null,reload:()=>n({requestPolicy:`network-only`})}}var ne={job:T,unit:T};function re(){let{t:e}=n(`imports`),[{job:r,unit:i},o]=E(ne),{job:s,error:c,gone:l,reload:u}=te(r);return(0,V.jsxs)(V.Fragment,{children:[(0,V.jsx)(D,{title:e(`title`),actions:r&&(s===null||ie(s.state))&&(0,V.jsx)(a,{onClick:()=>o({job:void 0}),children:e(`another`)})}),!r&&(0,V.jsx)(H,{unitId:i,onUnit:e=>o({unit:e},{replace:!0}),onJob:e=>o({job:e})}),r&&c&&(0,V.jsx)(g,{error:c,onRetry:u}),r&&l&&(0,V.jsx)(t,{type:`warning`,showIcon:!0,title:e(`gone`)}),r&&!s&&!l&&!c&&(0,V.jsx)(_,{}),s&&(0,V.jsx)(Q,{job:s,onChanged:u})]})}function ie(e){return e===`DONE`||e===`FAILED`||e===`CANCELLED`}export{re as Component};