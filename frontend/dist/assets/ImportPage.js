const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./Mapping.js","./rolldown-runtime.js","./react.js","./vendor.js","./input.js","./space.js","./Addon.js","./SearchOutlined.js","./style2.js","./index.js","./gql.js","./preload-helper.js","./enums.js","./index.css","./Mapping.css"])))=>i.map(i=>d[i]);
import{i as e,n as t}from"./rolldown-runtime.js";import{$t as n,F as r,G as i,I as a,L as o,P as s,Q as c,xn as l}from"./vendor.js";import{S as u,t as d}from"./react.js";import{t as f}from"./progress.js";import{t as p}from"./gql.js";import{C as m,D as h,M as g,S as _,T as v,k as y,u as b}from"./index.js";import{i as x}from"./format.js";import{t as S}from"./useConnection.js";import{n as ee}from"./upload.js";import{t as C}from"./Field.js";import{t as te}from"./UnitSelect.js";import{t as ne}from"./DownloadOutlined.js";import{t as w}from"./LinkButton.js";import{t as T}from"./preload-helper.js";import{c as E,s as D}from"./urlState.js";import{t as O}from"./PageHeader.js";var re={icon:{tag:`svg`,attrs:{viewBox:`0 0 1024 1024`,focusable:`false`},children:[{tag:`path`,attrs:{d:`M885.2 446.3l-.2-.8-112.2-285.1c-5-16.1-19.9-27.2-36.8-27.2H281.2c-17 0-32.1 11.3-36.9 27.6L139.4 443l-.3.7-.2.8c-1.3 4.9-1.7 9.9-1 14.8-.1 1.6-.2 3.2-.2 4.8V830a60.9 60.9 0 0060.8 60.8h627.2c33.5 0 60.8-27.3 60.9-60.8V464.1c0-1.3 0-2.6-.1-3.7.4-4.9 0-9.6-1.3-14.1zm-295.8-43l-.3 15.7c-.8 44.9-31.8 75.1-77.1 75.1-22.1 0-41.1-7.1-54.8-20.6S436 441.2 435.6 419l-.3-15.7H229.5L309 210h399.2l81.7 193.3H589.4zm-375 76.8h157.3c24.3 57.1 76 90.8 140.4 90.8 33.7 0 65-9.4 90.3-27.2 22.2-15.6 39.5-37.4 50.7-63.6h156.5V814H214.4V480.1z`}}]},name:`inbox`,theme:`outlined`},k=e(u());function A(){return A=Object.assign?Object.assign.bind():function(e){for(var t=1;t<arguments.length;t++){var n=arguments[t];for(var r in n)Object.prototype.hasOwnProperty.call(n,r)&&(e[r]=n[r])}return e},A.apply(this,arguments)}var ie=k.forwardRef((e,t)=>k.createElement(l,A({},e,{ref:t,icon:re}))),j=p(`
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
    mapping
    questions {
      kind
    }
    remarkCount
    remarks(first: 200) {
      sheet
      row
      column
      found
      wanted
    }
  }
`),ae=p(`
    query ImportJob($id: ID!) {
      importJob(id: $id) {
        ...JobFields
      }
    }
  `,[j]),M=p(`
    subscription ImportProgress($jobId: ID!) {
      importProgress(jobId: $jobId) {
        ...JobFields
      }
    }
  `,[j]),N=p(`
    mutation PlanImport($input: PlanImportInput!) {
      planImport(input: $input) {
        job {
          ...JobFields
        }
      }
    }
  `,[j]),P=p(`
    mutation CommitImport($input: CommitImportInput!) {
      commitImport(input: $input) {
        job {
          ...JobFields
        }
      }
    }
  `,[j]),F=p(`
    mutation CancelImport($input: CancelImportInput!) {
      cancelImport(input: $input) {
        job {
          ...JobFields
        }
      }
    }
  `,[j]),I=p(`
  query ImportFindings($id: ID!) {
    importJob(id: $id) {
      id
      told {
        kind
        sheet
        column
        firstRow
        lastRow
        count
        sample
        text
      }
      unread {
        sheet
        column
        title
        firstRow
        lastRow
        count
        sample
        leftOut
      }
      namedCount
      named(first: 500) {
        object
        label
        sheet
        row
      }
    }
  }
`),L=p(`
  query ImportMappings($unitId: ID!, $after: String) {
    importMappings(unitId: $unitId, first: 50, after: $after) {
      nodes {
        id
        version
        name
        updatedAt
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`),R=p(`
  mutation DropImportMapping($input: DropImportMappingInput!) {
    dropImportMapping(input: $input) {
      id
    }
  }
`),z=d();function B({unitId:e}){let{t}=i(`imports`),n=s(),[,a]=r(R),[o,l]=(0,k.useState)([]),u=(0,k.useCallback)(async t=>{let{data:r,error:i}=await n.query(L,{unitId:e,after:t},{requestPolicy:`network-only`}).toPromise();return{page:r?.importMappings,error:i}},[n,e]),{state:d,more:f,restart:p}=S(e,u);if(d.error)return(0,z.jsx)(m,{error:d.error,onRetry:p});if(d.rows.length===0)return null;let h=async(e,t)=>{let{error:n}=await a({input:{id:e,expectedVersion:t}});l(g(n)),p()};return(0,z.jsxs)(`section`,{"aria-labelledby":`kept-title`,children:[(0,z.jsx)(`h2`,{id:`kept-title`,children:t(`kept.title`,{count:d.total??d.rows.length})}),(0,z.jsx)(`p`,{className:`hint`,children:t(`kept.hint`)}),(0,z.jsx)(m,{problems:o}),(0,z.jsx)(`ul`,{className:`kept-mappings`,children:d.rows.map(({id:e,version:n,name:r,updatedAt:i})=>(0,z.jsxs)(`li`,{children:[(0,z.jsx)(`strong`,{children:r}),` `,(0,z.jsx)(`span`,{className:`hint-inline`,children:t(`kept.at`,{time:x(i)})}),(0,z.jsx)(c,{size:`small`,"aria-label":t(`kept.dropOne`,{name:r}),onClick:()=>void h(e,n),children:t(`kept.drop`)})]},e))}),d.hasNext&&(0,z.jsx)(c,{loading:d.fetching,onClick:f,children:t(`kept.more`)})]})}function V(e,t,n){return ee(t?`uploads?replace=oldest`:`uploads`,e,n)}function H({unitId:e,onUnit:t,onJob:n}){let{t:a}=i(`imports`),[,o]=r(N),[s,l]=(0,k.useState)(),[u,d]=(0,k.useState)([]),[p,h]=(0,k.useState)(),_=(0,k.useRef)(void 0);(0,k.useEffect)(()=>()=>_.current?.cancel(),[]);let v=async(t,r=!1)=>{if(!t||s)return;d([]),h(void 0),l({name:t.name,percent:0}),_.current=V(t,r,e=>l({name:t.name,percent:e}));let i=await _.current.end;if(_.current=void 0,i.kind===`done`){let{data:t,error:r}=await o({input:{uploadId:i.id,unitId:e??null}});if(r)d(g(r));else if(t)return n(t.planImport.job.id)}else i.kind===`failed`&&(d(i.problems),i.problems.some(({reason:e})=>e===`TOO_MANY_UPLOADS`)&&h(t));l(void 0)};return(0,z.jsxs)(`section`,{className:`panel`,children:[(0,z.jsx)(`p`,{children:a(`intro`)}),(0,z.jsx)(m,{problems:u}),p&&(0,z.jsx)(`p`,{children:(0,z.jsx)(c,{onClick:()=>void v(p,!0),children:a(`replaceOldest`,{name:p.name})})}),(0,z.jsx)(C,{label:a(`unit`),children:n=>(0,z.jsx)(te,{id:n,value:e,onChange:t,from:`all`,className:`filter-unit`})}),(0,z.jsx)(`p`,{className:`hint`,children:a(`unitHint`)}),s?(0,z.jsxs)(`div`,{className:`upload-progress`,role:`status`,children:[a(s.percent<100?`uploading`:`uploaded`,{name:s.name}),(0,z.jsx)(f,{percent:s.percent,"aria-label":a(`uploading`,{name:s.name})}),s.percent<100&&(0,z.jsx)(c,{onClick:()=>_.current?.cancel(),children:a(`cancelUpload`)})]}):(0,z.jsx)(U,{onFile:e=>void v(e)}),e&&(0,z.jsx)(B,{unitId:e},e)]})}function U({onFile:e}){let{t}=i(`imports`),n=(0,k.useId)(),[r,a]=(0,k.useState)(!1),o=e=>{e.preventDefault(),a(e.type===`dragover`)};return(0,z.jsxs)(`div`,{className:r?`drop-zone drop-zone-over`:`drop-zone`,onDragOver:o,onDragLeave:o,onDrop:t=>{o(t),e(t.dataTransfer.files[0])},children:[(0,z.jsx)(ie,{"aria-hidden":!0,className:`drop-icon`}),(0,z.jsx)(`input`,{id:n,type:`file`,accept:`.xlsx,.docx,.csv,.tsv,.txt`,className:`visually-hidden`,onChange:t=>{e(t.target.files?.[0]),t.target.value=``}}),(0,z.jsx)(`label`,{htmlFor:n,className:`drop-label`,children:t(`choose`)}),(0,z.jsx)(`p`,{className:`hint`,children:t(`formats`)})]})}var W=1e4;function G({state:e}){return e===`PLANNING`||e===`COMMITTING`}function K(e){return e.reduce((e,{created:t,changed:n,unchanged:r,unwritten:i})=>({created:e.created+t,changed:e.changed+n,unchanged:e.unchanged+r,unwritten:e.unwritten+i}),{created:0,changed:0,unchanged:0,unwritten:0})}function q(e,t){return new URL(e,t).href}function oe(e,t,n,r){return e?`plannedAsked`:t?`plannedBad`:n?r?`plannedRemarks`:`plannedNothing`:`planned`}function se({job:e,onMap:t,onTold:a}){let{t:o}=i(`imports`),[,s]=r(P),[,l]=r(F),[u,d]=(0,k.useState)(!1),f=e.badRowCount>0,p=K(e.figures),m=p.created+p.changed===0,h=e.questions.length,_=async e=>{d(!0);let{error:t}=await e;d(!1),a(g(t))};return(0,z.jsxs)(z.Fragment,{children:[(0,z.jsx)(n,{type:f||h>0?`warning`:`info`,showIcon:!0,role:`status`,className:`error-state`,title:o(oe(h>0,f,m,e.remarkCount>0),{created:p.created,changed:p.changed,bad:e.badRowCount,count:h,remarks:e.remarkCount}),description:o(h>0?`asked`:f?`plannedBadHint`:`plannedHint`)}),(0,z.jsxs)(`div`,{className:`import-buttons`,children:[f?(0,z.jsx)(c,{type:`primary`,loading:u,disabled:m||h>0,onClick:()=>void _(s({input:{jobId:e.id,goodRowsOnly:!0}})),children:o(`commitGood`)}):(0,z.jsx)(c,{type:`primary`,loading:u,disabled:m||h>0,onClick:()=>void _(s({input:{jobId:e.id,goodRowsOnly:!1}})),children:o(`commit`)}),t&&(0,z.jsx)(c,{disabled:u,onClick:t,children:o(`mapping.adjust`)}),(0,z.jsx)(c,{disabled:u,onClick:()=>void _(l({input:{jobId:e.id}})),children:o(`dismiss`)})]})]})}function ce({job:e}){let{t}=i(`imports`),n=b(`ImportObject`),r=K(e.figures),a=e.state!==`DONE`,o=e.figures.filter(e=>e.created+e.changed+e.unchanged>0);return o.length===0?null:(0,z.jsxs)(`section`,{className:`panel`,"aria-labelledby":`figures-title`,children:[(0,z.jsx)(`h2`,{id:`figures-title`,children:t(a?`figures.planned`:`figures.done`)}),(0,z.jsxs)(`table`,{className:`grid-table figures`,children:[(0,z.jsx)(`thead`,{children:(0,z.jsxs)(`tr`,{children:[(0,z.jsx)(`th`,{scope:`col`,children:t(`figures.object`)}),(0,z.jsx)(`th`,{scope:`col`,className:`number`,children:t(`figures.created`)}),(0,z.jsx)(`th`,{scope:`col`,className:`number`,children:t(`figures.changed`)}),(0,z.jsx)(`th`,{scope:`col`,className:`number`,children:t(`figures.unchanged`)}),r.unwritten>0&&(0,z.jsx)(`th`,{scope:`col`,className:`number`,children:t(`figures.unwritten`)})]})}),(0,z.jsx)(`tbody`,{children:o.map(e=>(0,z.jsxs)(`tr`,{children:[(0,z.jsx)(`th`,{scope:`row`,children:n.label(e.object)}),(0,z.jsx)(`td`,{className:`number`,children:e.created}),(0,z.jsx)(`td`,{className:`number`,children:e.changed}),(0,z.jsx)(`td`,{className:`number`,children:e.unchanged}),r.unwritten>0&&(0,z.jsx)(`td`,{className:`number`,children:e.unwritten})]},e.object))}),(0,z.jsx)(`tfoot`,{children:(0,z.jsxs)(`tr`,{children:[(0,z.jsx)(`th`,{scope:`row`,children:t(`figures.sum`)}),(0,z.jsx)(`td`,{className:`number`,children:r.created}),(0,z.jsx)(`td`,{className:`number`,children:r.changed}),(0,z.jsx)(`td`,{className:`number`,children:r.unchanged}),r.unwritten>0&&(0,z.jsx)(`td`,{className:`number`,children:r.unwritten})]})})]})]})}function le({changes:e}){let{t}=i(`imports`),n=b(`ImportObject`);return(0,z.jsxs)(`section`,{className:`panel`,children:[(0,z.jsx)(`h2`,{id:`preview-title`,children:t(`preview.title`,{count:e.length})}),(0,z.jsx)(`div`,{className:`table-scroll import-scroll`,role:`region`,tabIndex:0,"aria-labelledby":`preview-title`,children:(0,z.jsxs)(`table`,{className:`grid-table`,children:[(0,z.jsx)(`thead`,{children:(0,z.jsxs)(`tr`,{children:[(0,z.jsx)(`th`,{scope:`col`,children:t(`figures.object`)}),(0,z.jsx)(`th`,{scope:`col`,children:t(`preview.label`)}),(0,z.jsx)(`th`,{scope:`col`,children:t(`preview.change`)})]})}),(0,z.jsx)(`tbody`,{children:e.map((e,r)=>(0,z.jsxs)(`tr`,{children:[(0,z.jsx)(`td`,{className:`nowrap`,children:n.label(e.object)}),(0,z.jsx)(`td`,{children:e.label}),(0,z.jsx)(`td`,{children:e.created?t(`preview.created`):(0,z.jsx)(`ul`,{className:`differences`,children:e.differences.map(({field:e,old:n,new:r})=>(0,z.jsxs)(`li`,{children:[e,`：`,(0,z.jsx)(`del`,{children:n||t(`preview.empty`)}),` →`,` `,(0,z.jsx)(`ins`,{children:r||t(`preview.empty`)})]},e))})})]},r))})]})})]})}function J({firstRow:e,lastRow:t}){return e===0?``:e===t?String(e):`${e}–${t}`}function ue({jobId:e}){let{t}=i(`imports`),n=b(`ImportObject`),r=b(`ImportToldKind`),[{data:o,error:s},c]=a({query:I,variables:{id:e},requestPolicy:`network-only`});if(s)return(0,z.jsx)(m,{error:s,onRetry:()=>c({requestPolicy:`network-only`})});let l=o?.importJob;return l?(0,z.jsxs)(z.Fragment,{children:[(0,z.jsx)(Y,{id:`unread-title`,title:t(`unread.title`,{count:l.unread.length}),titles:[t(`problems.sheet`),t(`problems.column`),t(`problems.row`),t(`unread.count`),t(`unread.sample`),t(`unread.state`)],rows:l.unread.map(e=>[e.sheet,e.column?t(`unread.column`,{letter:e.column,title:e.title}):``,J(e),e.count,e.sample,t(e.leftOut?`unread.leftOut`:`unread.open`)])}),(0,z.jsx)(Y,{id:`named-title`,title:t(`named.title`,{count:l.namedCount}),hint:t(`named.hint`),titles:[t(`figures.object`),t(`preview.label`),t(`problems.sheet`),t(`problems.row`)],rows:l.named.map(e=>[n.label(e.object),e.label,e.sheet,e.row]),foot:l.namedCount>l.named.length?t(`named.more`,{count:l.named.length}):``}),(0,z.jsx)(Y,{id:`told-title`,title:t(`told.title`,{count:l.told.length}),hint:t(`told.hint`),titles:[t(`told.what`),t(`problems.sheet`),t(`problems.column`),t(`problems.row`),t(`unread.count`),t(`unread.sample`)],rows:l.told.map(e=>[e.text||r.label(e.kind),e.sheet,e.column||t(`problems.wholeRow`),J(e),e.count,e.sample])})]}):null}function Y({id:e,title:t,hint:n,titles:r,rows:i,foot:a}){return i.length===0?null:(0,z.jsxs)(`section`,{className:`panel`,children:[(0,z.jsx)(`h2`,{id:e,children:t}),n&&(0,z.jsx)(`p`,{className:`hint`,children:n}),(0,z.jsx)(`div`,{className:`table-scroll import-scroll`,role:`region`,tabIndex:0,"aria-labelledby":e,children:(0,z.jsxs)(`table`,{className:`grid-table`,children:[(0,z.jsx)(`thead`,{children:(0,z.jsx)(`tr`,{children:r.map(e=>(0,z.jsx)(`th`,{scope:`col`,children:e},e))})}),(0,z.jsx)(`tbody`,{children:i.map((e,t)=>(0,z.jsx)(`tr`,{children:e.map((e,t)=>(0,z.jsx)(`td`,{className:typeof e==`number`?`number`:`prose`,children:e},t))},t))})]})}),a&&(0,z.jsx)(`p`,{className:`hint`,children:a})]})}function de({job:e}){let{t}=i(`imports`);return(0,z.jsxs)(`section`,{className:`panel`,children:[(0,z.jsx)(X,{id:`problems-title`,title:t(`problems.title`,{count:e.badRowCount}),job:e,download:t(`problems.download`)}),(0,z.jsx)(Z,{cells:e.problems,labelledBy:`problems-title`,last:t(`problems.wanted`)}),e.problems.length>=200&&(0,z.jsx)(`p`,{className:`hint`,children:t(`problems.more`)})]})}function fe({job:e}){let{t}=i(`imports`);return(0,z.jsxs)(`section`,{className:`panel`,children:[(0,z.jsx)(X,{id:`remarks-title`,title:t(`remarks.title`,{count:e.remarkCount}),job:e,download:t(`remarks.download`)}),(0,z.jsx)(`p`,{className:`hint`,children:t(`remarks.hint`)}),(0,z.jsx)(Z,{cells:e.remarks,labelledBy:`remarks-title`,last:t(`remarks.why`)}),e.remarks.length>=200&&(0,z.jsx)(`p`,{className:`hint`,children:t(`remarks.more`)})]})}function X({id:e,title:t,job:n,download:r}){return(0,z.jsxs)(`div`,{className:`panel-head import-head`,children:[(0,z.jsx)(`h2`,{id:e,children:t}),n.problemsUrl&&(0,z.jsx)(c,{icon:(0,z.jsx)(ne,{}),href:q(n.problemsUrl,new URL(y(``),window.location.href).href),download:!0,children:r})]})}function Z({cells:e,labelledBy:t,last:n}){let{t:r}=i(`imports`);return(0,z.jsx)(`div`,{className:`table-scroll import-scroll`,role:`region`,tabIndex:0,"aria-labelledby":t,children:(0,z.jsxs)(`table`,{className:`grid-table`,children:[(0,z.jsx)(`thead`,{children:(0,z.jsxs)(`tr`,{children:[(0,z.jsx)(`th`,{scope:`col`,children:r(`problems.sheet`)}),(0,z.jsx)(`th`,{scope:`col`,className:`number`,children:r(`problems.row`)}),(0,z.jsx)(`th`,{scope:`col`,children:r(`problems.column`)}),(0,z.jsx)(`th`,{scope:`col`,children:r(`problems.found`)}),(0,z.jsx)(`th`,{scope:`col`,children:n})]})}),(0,z.jsx)(`tbody`,{children:e.map((e,t)=>(0,z.jsxs)(`tr`,{children:[(0,z.jsx)(`td`,{children:e.sheet}),(0,z.jsx)(`td`,{className:`number`,children:e.row}),(0,z.jsx)(`td`,{children:e.column||r(`problems.wholeRow`)}),(0,z.jsx)(`td`,{className:`prose`,children:e.found||r(`preview.empty`)}),(0,z.jsx)(`td`,{className:`prose`,children:e.wanted})]},t))})]})})}var pe=(0,k.lazy)(()=>T(()=>import(`./Mapping.js`),__vite__mapDeps([0,1,2,3,4,5,6,7,8,9,10,11,12,13,14]),import.meta.url));function me({job:e,hasUnit:t,onChanged:r}){let{t:a}=i(`imports`),o=b(`ImportState`),[s,c]=(0,k.useState)([]),l=e=>{c(e),r()},[u,d]=(0,k.useState)(!1),[f,p]=(0,k.useState)(0),[h,g]=(0,k.useState)(``),v=e.state===`PLANNED`,y=e.questions.length>0,x=v&&(y||u),S=(0,k.useRef)(null);return(0,k.useEffect)(()=>{f>0&&v&&!x&&S.current?.focus()},[f,v,x]),(0,z.jsxs)(z.Fragment,{children:[(0,z.jsxs)(`section`,{className:`panel`,"aria-labelledby":`job-title`,children:[(0,z.jsxs)(`h2`,{id:`job-title`,ref:S,tabIndex:-1,children:[e.fileName,` `,(0,z.jsx)(`span`,{className:`tag`,children:o.label(e.state)})]}),(0,z.jsx)(m,{problems:s}),e.mapping&&(0,z.jsx)(`p`,{children:a(`mapping.byKept`,{name:e.mapping})}),G(e)&&(0,z.jsx)(he,{job:e,onTold:l}),(0,z.jsx)(_e,{job:e}),e.waiting>0&&(0,z.jsx)(n,{type:`warning`,showIcon:!0,title:a(`waiting`,{count:e.waiting})}),v&&(0,z.jsx)(se,{job:e,onMap:x?void 0:()=>d(!0),onTold:l})]}),x&&(0,z.jsx)(k.Suspense,{fallback:(0,z.jsx)(_,{}),children:(0,z.jsx)(pe,{jobId:e.id,name:h,onName:g,hasUnit:t,onSent:()=>{p(f+1),d(!1),l([])},onClose:y?void 0:()=>d(!1)},f)}),e.figures.length>0&&e.state!==`CANCELLED`&&(0,z.jsx)(ce,{job:e}),(v||e.state===`DONE`)&&(0,z.jsx)(ue,{jobId:e.id},`${e.state}/${f}`),e.badRowCount>0&&(0,z.jsx)(de,{job:e}),e.remarkCount>0&&e.state!==`CANCELLED`&&(0,z.jsx)(fe,{job:e}),v&&e.preview.length>0&&(0,z.jsx)(le,{changes:e.preview})]})}function he({job:e,onTold:t}){let{t:n}=i(`imports`),[{fetching:a},o]=r(F),s=b(`ImportStage`),l=e.stage?s.label(e.stage):n(e.state===`COMMITTING`?`committing`:`planning`);return(0,z.jsxs)(`div`,{className:`upload-progress`,children:[(0,z.jsxs)(`div`,{role:`status`,children:[l,` `,(0,z.jsx)(ge,{job:e})]}),(0,z.jsx)(f,{percent:e.percent,"aria-label":l}),(0,z.jsx)(c,{loading:a,onClick:async()=>{let{error:n}=await o({input:{jobId:e.id}});t(g(n))},children:n(`cancel`)})]})}function ge({job:e}){let{t}=i(`imports`),n=e.rowsTotal;switch(e.stage){case`COMPARE`:return t(`rowsPlanned`,{count:e.rowsPlanned,total:n});case`WRITE`:return t(`rowsWritten`,{count:e.rowsWritten,planned:e.rowsPlanned,total:n});case`SHOW`:return t(`rowsShown`,{count:e.rowsShown,total:n});default:return t(`rowsRead`,{count:e.rowsRead})}}function _e({job:e}){let{t}=i(`imports`),r=h();switch(e.state){case`FAILED`:return(0,z.jsx)(n,{type:`error`,showIcon:!0,role:`alert`,title:t(`failed`),description:e.failure?.message});case`CANCELLED`:return(0,z.jsx)(n,{type:`info`,showIcon:!0,role:`status`,title:t(`cancelled`)});case`DONE`:return(0,z.jsxs)(z.Fragment,{children:[(0,z.jsx)(n,{type:`success`,showIcon:!0,role:`status`,title:t(`done`),description:e.badRowCount>0?t(`doneLeftOut`,{count:e.badRowCount}):void 0}),(0,z.jsxs)(`p`,{className:`import-buttons`,children:[v(r,`READ_REGISTER`)&&(0,z.jsx)(w,{to:`/risks`,children:t(`toRisks`)}),(0,z.jsx)(w,{to:`/organisation`,children:t(`toOrganisation`)})]})]});default:return null}}function Q(e){let[t,n]=a({query:ae,variables:{id:e??``},pause:!e,requestPolicy:`network-only`}),[r,i]=(0,k.useState)(),s=r!==void 0&&r.after===t.data&&r.job.id===e,c=e?s?r.job:t.data?.importJob??null:null,l=c!==null&&G(c),[u]=o({query:M,variables:{jobId:e??``},pause:!l}),d=u.data?.importProgress,[f,p]=(0,k.useState)(d);return d&&d!==f&&(p(d),i({after:t.data,job:d})),(0,k.useEffect)(()=>{if(!l||t.fetching||t.error)return;let e=s&&!u.error?W:700,r=setTimeout(()=>n({requestPolicy:`network-only`}),e);return()=>clearTimeout(r)},[l,s,u.error,t,n]),{job:c,error:t.error,gone:!!e&&t.data?.importJob===null,reload:()=>n({requestPolicy:`network-only`})}}var ve=t({Component:()=>$}),ye={job:D,unit:D};function $(){let{t:e}=i(`imports`),[{job:t,unit:r},a]=E(ye),{job:o,error:s,gone:l,reload:u}=Q(t);return(0,z.jsxs)(z.Fragment,{children:[(0,z.jsx)(O,{title:e(`title`),actions:t&&(o===null||be(o.state))&&(0,z.jsx)(c,{onClick:()=>a({job:void 0}),children:e(`another`)})}),!t&&(0,z.jsx)(H,{unitId:r,onUnit:e=>a({unit:e},{replace:!0}),onJob:e=>a({job:e})}),t&&s&&(0,z.jsx)(m,{error:s,onRetry:u}),t&&l&&(0,z.jsx)(n,{type:`warning`,showIcon:!0,title:e(`gone`)}),t&&!o&&!l&&!s&&(0,z.jsx)(_,{}),o&&(0,z.jsx)(me,{job:o,hasUnit:r!==void 0,onChanged:u},o.id)]})}function be(e){return e===`DONE`||e===`FAILED`||e===`CANCELLED`}export{$ as Component,ve as t};