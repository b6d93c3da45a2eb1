import{i as e}from"./rolldown-runtime.js";import{D as t,O as n,P as r,V as i,hn as a,k as o,qt as s}from"./vendor.js";import{S as c,t as l}from"./react.js";import{t as u}from"./progress.js";import{i as d,r as f,t as p}from"./ErrorState.js";import{n as m}from"./upload.js";import{t as h}from"./Field.js";import{t as g}from"./UnitSelect.js";import{E as _,S as v,b as y,c as b,w as x}from"./index.js";import{t as S}from"./DownloadOutlined.js";import{t as C}from"./LinkButton.js";import{o as w,s as T}from"./urlState.js";import{t as E}from"./PageHeader.js";var D={icon:{tag:`svg`,attrs:{viewBox:`0 0 1024 1024`,focusable:`false`},children:[{tag:`path`,attrs:{d:`M885.2 446.3l-.2-.8-112.2-285.1c-5-16.1-19.9-27.2-36.8-27.2H281.2c-17 0-32.1 11.3-36.9 27.6L139.4 443l-.3.7-.2.8c-1.3 4.9-1.7 9.9-1 14.8-.1 1.6-.2 3.2-.2 4.8V830a60.9 60.9 0 0060.8 60.8h627.2c33.5 0 60.8-27.3 60.9-60.8V464.1c0-1.3 0-2.6-.1-3.7.4-4.9 0-9.6-1.3-14.1zm-295.8-43l-.3 15.7c-.8 44.9-31.8 75.1-77.1 75.1-22.1 0-41.1-7.1-54.8-20.6S436 441.2 435.6 419l-.3-15.7H229.5L309 210h399.2l81.7 193.3H589.4zm-375 76.8h157.3c24.3 57.1 76 90.8 140.4 90.8 33.7 0 65-9.4 90.3-27.2 22.2-15.6 39.5-37.4 50.7-63.6h156.5V814H214.4V480.1z`}}]},name:`inbox`,theme:`outlined`},O=e(c());function k(){return k=Object.assign?Object.assign.bind():function(e){for(var t=1;t<arguments.length;t++){var n=arguments[t];for(var r in n)Object.prototype.hasOwnProperty.call(n,r)&&(e[r]=n[r])}return e},k.apply(this,arguments)}var A=O.forwardRef((e,t)=>O.createElement(a,k({},e,{ref:t,icon:D}))),j=d(`
  fragment JobFields on ImportJob @_unmask {
    id
    state
    fileName
    percent
    stage
    rowsTotal
    rowsRead
    rowsPlanned
    rowsWritten
    rowsShown
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
      unwritten
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
    waiting
    remarkCount
    remarks(first: 200) {
      sheet
      row
      column
      found
      wanted
    }
  }
`),M=d(`
    query ImportJob($id: ID!) {
      importJob(id: $id) {
        ...JobFields
      }
    }
  `,[j]),N=d(`
    subscription ImportProgress($jobId: ID!) {
      importProgress(jobId: $jobId) {
        ...JobFields
      }
    }
  `,[j]),P=d(`
    mutation PlanImport($input: PlanImportInput!) {
      planImport(input: $input) {
        job {
          ...JobFields
        }
      }
    }
  `,[j]),F=d(`
    mutation CommitImport($input: CommitImportInput!) {
      commitImport(input: $input) {
        job {
          ...JobFields
        }
      }
    }
  `,[j]),I=d(`
    mutation CancelImport($input: CancelImportInput!) {
      cancelImport(input: $input) {
        job {
          ...JobFields
        }
      }
    }
  `,[j]);function L(e,t,n){return m(t?`uploads?replace=oldest`:`uploads`,e,n)}var R=l();function z({unitId:e,onUnit:n,onJob:a}){let{t:o}=r(`imports`),[,s]=t(P),[c,l]=(0,O.useState)(),[d,m]=(0,O.useState)([]),[_,v]=(0,O.useState)(),y=(0,O.useRef)(void 0);(0,O.useEffect)(()=>()=>y.current?.cancel(),[]);let b=async(t,n=!1)=>{if(!t||c)return;m([]),v(void 0),l({name:t.name,percent:0}),y.current=L(t,n,e=>l({name:t.name,percent:e}));let r=await y.current.end;if(y.current=void 0,r.kind===`done`){let{data:t,error:n}=await s({input:{uploadId:r.id,unitId:e??null}});if(n)m(f(n));else if(t)return a(t.planImport.job.id)}else r.kind===`failed`&&(m(r.problems),r.problems.some(({reason:e})=>e===`TOO_MANY_UPLOADS`)&&v(t));l(void 0)};return(0,R.jsxs)(`section`,{className:`panel`,children:[(0,R.jsx)(`p`,{children:o(`intro`)}),(0,R.jsx)(p,{problems:d}),_&&(0,R.jsx)(`p`,{children:(0,R.jsx)(i,{onClick:()=>void b(_,!0),children:o(`replaceOldest`,{name:_.name})})}),(0,R.jsx)(h,{label:o(`unit`),children:t=>(0,R.jsx)(g,{id:t,value:e,onChange:n,from:`all`,className:`filter-unit`})}),(0,R.jsx)(`p`,{className:`hint`,children:o(`unitHint`)}),c?(0,R.jsxs)(`div`,{className:`upload-progress`,role:`status`,children:[o(c.percent<100?`uploading`:`uploaded`,{name:c.name}),(0,R.jsx)(u,{percent:c.percent,"aria-label":o(`uploading`,{name:c.name})}),c.percent<100&&(0,R.jsx)(i,{onClick:()=>y.current?.cancel(),children:o(`cancelUpload`)})]}):(0,R.jsx)(B,{onFile:e=>void b(e)})]})}function B({onFile:e}){let{t}=r(`imports`),n=(0,O.useId)(),[i,a]=(0,O.useState)(!1),o=e=>{e.preventDefault(),a(e.type===`dragover`)};return(0,R.jsxs)(`div`,{className:i?`drop-zone drop-zone-over`:`drop-zone`,onDragOver:o,onDragLeave:o,onDrop:t=>{o(t),e(t.dataTransfer.files[0])},children:[(0,R.jsx)(A,{"aria-hidden":!0,className:`drop-icon`}),(0,R.jsx)(`input`,{id:n,type:`file`,accept:`.xlsx,.csv,.tsv,.txt`,className:`visually-hidden`,onChange:t=>{e(t.target.files?.[0]),t.target.value=``}}),(0,R.jsx)(`label`,{htmlFor:n,className:`drop-label`,children:t(`choose`)}),(0,R.jsx)(`p`,{className:`hint`,children:t(`formats`)})]})}var V=1e4;function H({state:e}){return e===`PLANNING`||e===`COMMITTING`}function U(e){return e.reduce((e,{created:t,changed:n,unchanged:r,unwritten:i})=>({created:e.created+t,changed:e.changed+n,unchanged:e.unchanged+r,unwritten:e.unwritten+i}),{created:0,changed:0,unchanged:0,unwritten:0})}function W(e,t){return new URL(e,t).href}function G(e,t,n){return e?`plannedBad`:t?n?`plannedRemarks`:`plannedNothing`:`planned`}function K({job:e,onTold:n}){let{t:a}=r(`imports`),[,o]=t(F),[,c]=t(I),[l,u]=(0,O.useState)(!1),d=e.badRowCount>0,p=U(e.figures),m=p.created+p.changed===0,h=async e=>{u(!0);let{error:t}=await e;u(!1),n(f(t))};return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(s,{type:d?`warning`:`info`,showIcon:!0,role:`status`,className:`error-state`,title:a(G(d,m,e.remarkCount>0),{created:p.created,changed:p.changed,bad:e.badRowCount,remarks:e.remarkCount}),description:a(d?`plannedBadHint`:`plannedHint`)}),(0,R.jsxs)(`div`,{className:`import-buttons`,children:[d?(0,R.jsx)(i,{type:`primary`,loading:l,disabled:m,onClick:()=>void h(o({input:{jobId:e.id,goodRowsOnly:!0}})),children:a(`commitGood`)}):(0,R.jsx)(i,{type:`primary`,loading:l,disabled:m,onClick:()=>void h(o({input:{jobId:e.id,goodRowsOnly:!1}})),children:a(`commit`)}),(0,R.jsx)(i,{disabled:l,onClick:()=>void h(c({input:{jobId:e.id}})),children:a(`dismiss`)})]})]})}function q({job:e}){let{t}=r(`imports`),n=b(`ImportObject`),i=U(e.figures),a=e.state!==`DONE`,o=e.figures.filter(e=>e.created+e.changed+e.unchanged>0);return o.length===0?null:(0,R.jsxs)(`section`,{className:`panel`,"aria-labelledby":`figures-title`,children:[(0,R.jsx)(`h2`,{id:`figures-title`,children:t(a?`figures.planned`:`figures.done`)}),(0,R.jsxs)(`table`,{className:`grid-table figures`,children:[(0,R.jsx)(`thead`,{children:(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`th`,{scope:`col`,children:t(`figures.object`)}),(0,R.jsx)(`th`,{scope:`col`,className:`number`,children:t(`figures.created`)}),(0,R.jsx)(`th`,{scope:`col`,className:`number`,children:t(`figures.changed`)}),(0,R.jsx)(`th`,{scope:`col`,className:`number`,children:t(`figures.unchanged`)}),i.unwritten>0&&(0,R.jsx)(`th`,{scope:`col`,className:`number`,children:t(`figures.unwritten`)})]})}),(0,R.jsx)(`tbody`,{children:o.map(e=>(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`th`,{scope:`row`,children:n.label(e.object)}),(0,R.jsx)(`td`,{className:`number`,children:e.created}),(0,R.jsx)(`td`,{className:`number`,children:e.changed}),(0,R.jsx)(`td`,{className:`number`,children:e.unchanged}),i.unwritten>0&&(0,R.jsx)(`td`,{className:`number`,children:e.unwritten})]},e.object))}),(0,R.jsx)(`tfoot`,{children:(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`th`,{scope:`row`,children:t(`figures.sum`)}),(0,R.jsx)(`td`,{className:`number`,children:i.created}),(0,R.jsx)(`td`,{className:`number`,children:i.changed}),(0,R.jsx)(`td`,{className:`number`,children:i.unchanged}),i.unwritten>0&&(0,R.jsx)(`td`,{className:`number`,children:i.unwritten})]})})]})]})}function J({changes:e}){let{t}=r(`imports`),n=b(`ImportObject`);return(0,R.jsxs)(`section`,{className:`panel`,children:[(0,R.jsx)(`h2`,{id:`preview-title`,children:t(`preview.title`,{count:e.length})}),(0,R.jsx)(`div`,{className:`table-scroll import-scroll`,role:`region`,tabIndex:0,"aria-labelledby":`preview-title`,children:(0,R.jsxs)(`table`,{className:`grid-table`,children:[(0,R.jsx)(`thead`,{children:(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`th`,{scope:`col`,children:t(`figures.object`)}),(0,R.jsx)(`th`,{scope:`col`,children:t(`preview.label`)}),(0,R.jsx)(`th`,{scope:`col`,children:t(`preview.change`)})]})}),(0,R.jsx)(`tbody`,{children:e.map((e,r)=>(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`td`,{className:`nowrap`,children:n.label(e.object)}),(0,R.jsx)(`td`,{children:e.label}),(0,R.jsx)(`td`,{children:e.created?t(`preview.created`):(0,R.jsx)(`ul`,{className:`differences`,children:e.differences.map(({field:e,old:n,new:r})=>(0,R.jsxs)(`li`,{children:[e,`：`,(0,R.jsx)(`del`,{children:n||t(`preview.empty`)}),` →`,` `,(0,R.jsx)(`ins`,{children:r||t(`preview.empty`)})]},e))})})]},r))})]})})]})}function Y({job:e}){let{t}=r(`imports`);return(0,R.jsxs)(`section`,{className:`panel`,children:[(0,R.jsx)(Z,{id:`problems-title`,title:t(`problems.title`,{count:e.badRowCount}),job:e,download:t(`problems.download`)}),(0,R.jsx)(Q,{cells:e.problems,labelledBy:`problems-title`,last:t(`problems.wanted`)}),e.problems.length>=200&&(0,R.jsx)(`p`,{className:`hint`,children:t(`problems.more`)})]})}function X({job:e}){let{t}=r(`imports`);return(0,R.jsxs)(`section`,{className:`panel`,children:[(0,R.jsx)(Z,{id:`remarks-title`,title:t(`remarks.title`,{count:e.remarkCount}),job:e,download:t(`remarks.download`)}),(0,R.jsx)(`p`,{className:`hint`,children:t(`remarks.hint`)}),(0,R.jsx)(Q,{cells:e.remarks,labelledBy:`remarks-title`,last:t(`remarks.why`)}),e.remarks.length>=200&&(0,R.jsx)(`p`,{className:`hint`,children:t(`remarks.more`)})]})}function Z({id:e,title:t,job:n,download:r}){return(0,R.jsxs)(`div`,{className:`panel-head import-head`,children:[(0,R.jsx)(`h2`,{id:e,children:t}),n.problemsUrl&&(0,R.jsx)(i,{icon:(0,R.jsx)(S,{}),href:W(n.problemsUrl,new URL(_(``),window.location.href).href),download:!0,children:r})]})}function Q({cells:e,labelledBy:t,last:n}){let{t:i}=r(`imports`);return(0,R.jsx)(`div`,{className:`table-scroll import-scroll`,role:`region`,tabIndex:0,"aria-labelledby":t,children:(0,R.jsxs)(`table`,{className:`grid-table`,children:[(0,R.jsx)(`thead`,{children:(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`th`,{scope:`col`,children:i(`problems.sheet`)}),(0,R.jsx)(`th`,{scope:`col`,className:`number`,children:i(`problems.row`)}),(0,R.jsx)(`th`,{scope:`col`,children:i(`problems.column`)}),(0,R.jsx)(`th`,{scope:`col`,children:i(`problems.found`)}),(0,R.jsx)(`th`,{scope:`col`,children:n})]})}),(0,R.jsx)(`tbody`,{children:e.map((e,t)=>(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`td`,{children:e.sheet}),(0,R.jsx)(`td`,{className:`number`,children:e.row}),(0,R.jsx)(`td`,{children:e.column||i(`problems.wholeRow`)}),(0,R.jsx)(`td`,{className:`prose`,children:e.found||i(`preview.empty`)}),(0,R.jsx)(`td`,{className:`prose`,children:e.wanted})]},t))})]})})}function $({job:e,onChanged:t}){let{t:n}=r(`imports`),i=b(`ImportState`),[a,o]=(0,O.useState)([]),c=e=>{o(e),t()};return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsxs)(`section`,{className:`panel`,"aria-labelledby":`job-title`,children:[(0,R.jsxs)(`h2`,{id:`job-title`,children:[e.fileName,` `,(0,R.jsx)(`span`,{className:`tag`,children:i.label(e.state)})]}),(0,R.jsx)(p,{problems:a}),H(e)&&(0,R.jsx)(ee,{job:e,onTold:c}),(0,R.jsx)(ne,{job:e}),e.waiting>0&&(0,R.jsx)(s,{type:`warning`,showIcon:!0,title:n(`waiting`,{count:e.waiting})}),e.state===`PLANNED`&&(0,R.jsx)(K,{job:e,onTold:c})]}),e.figures.length>0&&e.state!==`CANCELLED`&&(0,R.jsx)(q,{job:e}),e.badRowCount>0&&(0,R.jsx)(Y,{job:e}),e.remarkCount>0&&e.state!==`CANCELLED`&&(0,R.jsx)(X,{job:e}),e.state===`PLANNED`&&e.preview.length>0&&(0,R.jsx)(J,{changes:e.preview})]})}function ee({job:e,onTold:n}){let{t:a}=r(`imports`),[{fetching:o},s]=t(I),c=b(`ImportStage`),l=e.stage?c.label(e.stage):a(e.state===`COMMITTING`?`committing`:`planning`);return(0,R.jsxs)(`div`,{className:`upload-progress`,children:[(0,R.jsxs)(`div`,{role:`status`,children:[l,` `,(0,R.jsx)(te,{job:e})]}),(0,R.jsx)(u,{percent:e.percent,"aria-label":l}),(0,R.jsx)(i,{loading:o,onClick:async()=>{let{error:t}=await s({input:{jobId:e.id}});n(f(t))},children:a(`cancel`)})]})}function te({job:e}){let{t}=r(`imports`),n=e.rowsTotal;switch(e.stage){case`COMPARE`:return t(`rowsPlanned`,{count:e.rowsPlanned,total:n});case`WRITE`:return t(`rowsWritten`,{count:e.rowsWritten,planned:e.rowsPlanned,total:n});case`SHOW`:return t(`rowsShown`,{count:e.rowsShown,total:n});default:return t(`rowsRead`,{count:e.rowsRead})}}function ne({job:e}){let{t}=r(`imports`),n=x();switch(e.state){case`FAILED`:return(0,R.jsx)(s,{type:`error`,showIcon:!0,role:`alert`,title:t(`failed`),description:e.failure?.message});case`CANCELLED`:return(0,R.jsx)(s,{type:`info`,showIcon:!0,role:`status`,title:t(`cancelled`)});case`DONE`:return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(s,{type:`success`,showIcon:!0,role:`status`,title:t(`done`),description:e.badRowCount>0?t(`doneLeftOut`,{count:e.badRowCount}):void 0}),(0,R.jsxs)(`p`,{className:`import-buttons`,children:[v(n,`READ_REGISTER`)&&(0,R.jsx)(C,{to:`/risks`,children:t(`toRisks`)}),(0,R.jsx)(C,{to:`/organisation`,children:t(`toOrganisation`)})]})]});default:return null}}function re(e){let[t,r]=n({query:M,variables:{id:e??``},pause:!e,requestPolicy:`network-only`}),[i,a]=(0,O.useState)(),s=i!==void 0&&i.after===t.data&&i.job.id===e,c=e?s?i.job:t.data?.importJob??null:null,l=c!==null&&H(c),[u]=o({query:N,variables:{jobId:e??``},pause:!l}),d=u.data?.importProgress,[f,p]=(0,O.useState)(d);return d&&d!==f&&(p(d),a({after:t.data,job:d})),(0,O.useEffect)(()=>{if(!l||t.fetching||t.error)return;let e=s&&!u.error?V:700,n=setTimeout(()=>r({requestPolicy:`network-only`}),e);return()=>clearTimeout(n)},[l,s,u.error,t,r]),{job:c,error:t.error,gone:!!e&&t.data?.importJob===null,reload:()=>r({requestPolicy:`network-only`})}}var ie={job:w,unit:w};function ae(){let{t:e}=r(`imports`),[{job:t,unit:n},a]=T(ie),{job:o,error:c,gone:l,reload:u}=re(t);return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(E,{title:e(`title`),actions:t&&(o===null||oe(o.state))&&(0,R.jsx)(i,{onClick:()=>a({job:void 0}),children:e(`another`)})}),!t&&(0,R.jsx)(z,{unitId:n,onUnit:e=>a({unit:e},{replace:!0}),onJob:e=>a({job:e})}),t&&c&&(0,R.jsx)(p,{error:c,onRetry:u}),t&&l&&(0,R.jsx)(s,{type:`warning`,showIcon:!0,title:e(`gone`)}),t&&!o&&!l&&!c&&(0,R.jsx)(y,{}),o&&(0,R.jsx)($,{job:o,onChanged:u})]})}function oe(e){return e===`DONE`||e===`FAILED`||e===`CANCELLED`}export{ae as Component};