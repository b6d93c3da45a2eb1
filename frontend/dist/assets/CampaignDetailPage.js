import{i as e}from"./rolldown-runtime.js";import{S as t,_ as n,n as r,t as i}from"./react.js";import{t as a}from"./progress.js";import{D as o,E as s,O as c,P as l,V as u}from"./vendor.js";import{a as d,n as f,o as p,r as m,t as h}from"./campaign.js";import{n as g}from"./state.js";import{t as _}from"./form.js";import{t as v}from"./input.js";import{n as y,t as b}from"./gql.js";import{E as x,S,b as C,g as w,k as T,l as E,v as D,w as O}from"./index.js";import{t as k}from"./EditDialog.js";import{t as A}from"./LinkButton.js";import{t as j}from"./ReasonField.js";/* empty css     */import{t as M}from"./DownloadOutlined.js";import{a as ee,o as te,r as ne,s as re}from"./urlState.js";import{t as ie}from"./Empty2.js";import{t as N}from"./EnumSelect.js";import{t as P}from"./Field.js";import{t as F}from"./Query.js";import{i as I}from"./format.js";import{t as L}from"./Facts.js";import{t as R}from"./PageHeader.js";var z=e(t(),1),B=b(`
    fragment CampaignDetail on Campaign @_unmask {
      id
      version
      unit {
        id
        name
      }
      year
      title
      description
      phase
      nextPhase
      kinds
      phases {
        phase
        from
        to
        due {
          kind
          on
        }
      }
      publicityDays
      objectionDays
      publicNames
      previous {
        id
        title
        year
      }
      openedAt
      expectedAt
      closedAt
      allowedActions
      job {
        ...JobItem
      }
    }
  `,[m]),V=b(`
    query CampaignDetail($id: ID!) {
      node(id: $id) {
        __typename
        ...CampaignDetail
      }
    }
  `,[B]),H=b(`
  query CampaignProgress($campaignId: ID!, $unitId: ID) {
    campaignProgress(campaignId: $campaignId, unitId: $unitId) {
      unit {
        id
        name
        path {
          id
          name
        }
      }
      kinds
      headings
      rows {
        itself
        counts
        unit {
          id
          name
          childCount
        }
      }
      totals
    }
  }
`),U=b(`
  mutation OpenCampaign($input: CampaignStepInput!) {
    openCampaign(input: $input) {
      campaign {
        id
        version
        phase
      }
    }
  }
`),W=b(`
  mutation AdvanceCampaign($input: CampaignStepInput!) {
    advanceCampaign(input: $input) {
      campaign {
        id
        version
        phase
      }
    }
  }
`),G=b(`
  mutation CloseCampaign($input: CampaignStepInput!) {
    closeCampaign(input: $input) {
      campaign {
        id
        version
        phase
      }
    }
  }
`),K=b(`
  mutation ArchiveCampaign($input: CampaignStepInput!) {
    archiveCampaign(input: $input) {
      campaign {
        id
        version
        phase
      }
    }
  }
`),q=i();function J(e){if(e.phase===`ARCHIVED`)return[];if(e.closedAt)return[`ARCHIVE`];if(!e.openedAt)return[`OPEN`];let t=[];return!e.expectedAt&&!d(e.job)&&t.push(`RESUME`),e.nextPhase&&t.push(`ADVANCE`),[...t,`CLOSE`]}function ae({campaign:e,onChanged:t}){let{t:n}=l(`campaign`),r=E(`CampaignPhase`),[i,a]=(0,z.useState)(null);if(!e.allowedActions.includes(`MANAGE_CAMPAIGNS`))return null;let o=t=>n(`action.${t}`,{phase:r.label(e.nextPhase)});return(0,q.jsxs)(q.Fragment,{children:[J(e).map((e,t)=>(0,q.jsx)(u,{type:t===0?`primary`:`default`,danger:e===`CLOSE`,onClick:()=>a(e),children:o(e)},e)),!e.closedAt&&(0,q.jsx)(A,{to:`/campaigns/${e.id}/edit`,children:n(`action.edit`)}),i&&(0,q.jsx)(oe,{campaign:e,step:i,label:o(i),onClose:()=>a(null),onDone:()=>{a(null),t()}})]})}function oe({campaign:e,step:t,label:n,onClose:r,onDone:i}){let{t:a}=l([`campaign`,`edit`]),c=D(),u=s(),[,d]=o(U),[,f]=o(W),[,p]=o(G),[,m]=o(K),h={OPEN:d,RESUME:d,ADVANCE:f,CLOSE:p,ARCHIVE:m}[t],g=t===`CLOSE`||t===`ARCHIVE`;return(0,q.jsx)(k,{title:n,intro:a(`campaign:ask.${t}`),start:{reason:``},version:e.version,draft:`campaign/${e.id}/${t}`,onClose:r,submitLabel:n,danger:t===`CLOSE`,send:async({reason:n=``},r)=>{let{error:o}=await h({input:{id:e.id,expectedVersion:r,reason:n}});return o?{error:o}:{done:()=>{c.success(a(`campaign:done.${t}`)),i()}}},fresh:async()=>{let{data:t}=await u.query(V,{id:e.id},{requestPolicy:`network-only`}).toPromise();return t?.node?.__typename===`Campaign`?{start:{reason:``},version:t.node.version}:null},children:g?(0,q.jsx)(j,{}):(0,q.jsx)(_.Item,{name:`reason`,label:a(`edit:reason.label`),extra:a(`edit:reason.hint`),children:(0,q.jsx)(v.TextArea,{rows:2,maxLength:500,showCount:!0})})})}var se=b(`
    mutation ExportCampaign($input: ExportCampaignInput!) {
      exportCampaign(input: $input) {
        job {
          ...JobItem
        }
      }
    }
  `,[m]),ce=b(`
    query ExportJob($id: ID!) {
      job(id: $id) {
        ...JobItem
      }
    }
  `,[m]);function le({campaignId:e}){let{t}=l(`paper`),[n,r]=(0,z.useState)(``),[i,s]=(0,z.useState)([]),[{fetching:m},g]=o(se),[,_]=o(f),[v,y]=c({query:ce,variables:{id:n},pause:!n,requestPolicy:`network-only`}),b=n?v.data?.job:void 0,S=d(b),w=(0,z.useCallback)(()=>y({requestPolicy:`network-only`}),[y]);h(S,v,w);let E=async()=>{let{data:t,error:n}=await g({input:{campaignId:e}});s(T(n)),t&&r(t.exportCampaign.job.id)},D=async()=>{let{error:e}=await _({input:{id:n}});s(T(e)),w()};return(0,q.jsxs)(`span`,{className:`export-campaign`,children:[(0,q.jsx)(u,{icon:(0,q.jsx)(M,{}),loading:m||S,onClick:()=>void E(),children:t(`campaign.export`)}),b&&S&&(0,q.jsxs)(q.Fragment,{children:[(0,q.jsx)(a,{className:`export-progress`,percent:p(b),"aria-label":t(`campaign.export`)}),(0,q.jsx)(u,{disabled:b.cancelAsked,onClick:()=>void D(),children:t(`campaign.cancel`)})]}),(0,q.jsxs)(`span`,{role:`status`,children:[b?.state===`DONE`&&b.resultUrl&&(0,q.jsx)(`a`,{href:x(b.resultUrl.replace(/^\//,``)),download:!0,children:t(`campaign.download`)}),b?.state===`FAILED`&&t(`campaign.failed`,{reason:b.failure}),b?.state===`CANCELLED`&&t(`campaign.cancelled`)]}),(0,q.jsx)(C,{problems:i})]})}function ue({campaign:e}){let{t}=l(`campaign`),n=E(`CampaignPhase`),r=E(`FormKind`),i=e.phases.findIndex(t=>t.phase===e.phase),a=e.phase===`ARCHIVED`;return(0,q.jsx)(`section`,{className:`panel`,"aria-label":t(`phaseBar`),children:(0,q.jsx)(`ol`,{className:`phase-bar`,children:e.phases.map((e,o)=>{let s=o===i;return(0,q.jsxs)(`li`,{className:s?`phase-now`:a||o<i?`phase-past`:void 0,"aria-current":s?`step`:void 0,children:[n.label(e.phase),s&&(0,q.jsxs)(`span`,{className:`visually-hidden`,children:[` `,t(`phaseNow`)]}),(0,q.jsxs)(`small`,{children:[e.from,` – `,e.to]}),e.due.map(e=>(0,q.jsxs)(`small`,{children:[r.label(e.kind),`：`,e.on]},e.kind))]},e.phase)})})})}function Y({kinds:e,headings:t},n,r){return t.map((i,a)=>e.reduce((e,i,o)=>r.length===0||r.includes(i)?e+(n[o*t.length+a]??0):e,0))}function de(e,t){return e===0||t===0?0:Math.min(4,Math.ceil(4*e/t))}function fe(e){switch(e){case`FILED`:return`good`;case`OVERDUE`:case`RETURNED`:return`bad`;case`EXPECTED`:case`DROPPED`:return`none`;default:return`plain`}}function pe(e,t){return t===0?`—`:`${Math.floor(100*e/t)}%`}var X={unit:ee,kind:ne(y.FormKind)};function me({campaignId:e}){let{t}=l(`campaign`),[n,r]=te(X),[i,a]=c({query:H,variables:{campaignId:e,unitId:n.unit??null}}),o=n.unit?`?unit=${encodeURIComponent(n.unit)}`:``;return(0,q.jsxs)(`section`,{className:`panel`,"aria-labelledby":`progress-title`,children:[(0,q.jsx)(`h2`,{id:`progress-title`,children:t(`progress.title`)}),(0,q.jsxs)(`div`,{className:`progress-head`,children:[(0,q.jsx)(P,{label:t(`progress.kinds`),children:e=>(0,q.jsx)(N,{id:e,name:`FormKind`,value:n.kind,onChange:e=>r({kind:e}),placeholder:t(`progress.allKinds`)})}),(0,q.jsx)(u,{icon:(0,q.jsx)(`span`,{"aria-hidden":`true`,children:(0,q.jsx)(M,{})}),href:x(`campaign/${e}/progress.xlsx${o}`),children:t(`progress.export`)})]}),(0,q.jsx)(F,{result:i,onRetry:()=>a({requestPolicy:`network-only`}),children:({campaignProgress:e})=>(0,q.jsxs)(q.Fragment,{children:[(0,q.jsx)(Q,{progress:e,state:n}),e.rows.length===0?(0,q.jsx)(ie,{text:t(`progress.empty`)}):(0,q.jsx)(he,{progress:e,state:n})]})})]})}function Z(e,t){return`?${re(X,{...e,unit:t})}`}function Q({progress:e,state:t}){let{t:n}=l(`campaign`),{unit:i}=e;return(0,q.jsx)(`nav`,{"aria-label":n(`progress.drill`),children:(0,q.jsx)(`ol`,{className:`breadcrumb`,children:i.path.map(e=>(0,q.jsx)(`li`,{children:e.id===i.id?(0,q.jsx)(`strong`,{"aria-current":`location`,children:e.name}):(0,q.jsx)(r,{to:Z(t,e.id),children:e.name})},e.id))})})}function he({progress:e,state:t}){let{t:n}=l(`campaign`),i=E(`ProgressHeading`),a=Y(e,e.totals,t.kind);return(0,q.jsx)(`div`,{className:`table-scroll`,tabIndex:0,role:`region`,"aria-label":n(`progress.table`),children:(0,q.jsxs)(`table`,{className:`grid-table`,children:[(0,q.jsx)(`caption`,{className:`visually-hidden`,children:n(`progress.table`)}),(0,q.jsx)(`thead`,{children:(0,q.jsxs)(`tr`,{children:[(0,q.jsx)(`th`,{scope:`col`,children:n(`progress.unit`)}),e.headings.map(e=>(0,q.jsx)(`th`,{scope:`col`,className:`number`,children:i.label(e)},e)),(0,q.jsx)(`th`,{scope:`col`,className:`number`,children:n(`progress.rate`)})]})}),(0,q.jsx)(`tbody`,{children:e.rows.map(i=>{let a=i.itself?n(`progress.itself`,{unit:i.unit.name}):i.unit.name;return(0,q.jsxs)(`tr`,{children:[(0,q.jsx)(`th`,{scope:`row`,children:i.itself?a:(0,q.jsx)(r,{to:Z(t,i.unit.id),children:a})}),(0,q.jsx)(ge,{label:a,headings:e.headings,counts:Y(e,i.counts,t.kind)})]},i.itself?`itself`:i.unit.id)})}),(0,q.jsx)(`tfoot`,{children:(0,q.jsxs)(`tr`,{children:[(0,q.jsx)(`th`,{scope:`row`,children:n(`progress.total`)}),a.map((t,n)=>(0,q.jsx)(`td`,{className:`number`,children:t},e.headings[n])),(0,q.jsx)(`td`,{className:`number`,children:$(e.headings,a)})]})})]})})}function ge({label:e,headings:t,counts:n}){let{t:r}=l(`campaign`),i=E(`ProgressHeading`),a=n[t.indexOf(`EXPECTED`)]??0;return(0,q.jsxs)(q.Fragment,{children:[t.map((t,o)=>{let s=n[o]??0;return(0,q.jsx)(`td`,{className:`number ${_e(t,s,a)}`,title:r(`progress.cell`,{row:e,heading:i.label(t),count:s}),children:s===0?(0,q.jsx)(`span`,{className:`zero`,children:`0`}):s},t)}),(0,q.jsx)(`td`,{className:`number`,children:$(t,n)})]})}function _e(e,t,n){let r=fe(e),i=de(t,n);return r===`none`||i===0?``:r===`plain`?`heat-${i}`:`heat-${r} heat-${i}`}function $(e,t){return pe(t[e.indexOf(`FILED`)]??0,t[e.indexOf(`EXPECTED`)]??0)}function ve(){let{id:e=``}=n(),[t,r]=c({query:V,variables:{id:e}}),i=(0,z.useCallback)(()=>r({requestPolicy:`network-only`}),[r]),a=t.data?.node;return h(a?.__typename===`Campaign`&&d(a.job),t,i),(0,q.jsx)(F,{result:t,onRetry:i,children:({node:e})=>e?.__typename===`Campaign`?(0,q.jsx)(ye,{campaign:e,onChanged:i}):(0,q.jsx)(w,{})})}function ye({campaign:e,onChanged:t}){let{t:n}=l([`campaign`,`common`]),r=E(`CampaignPhase`),i=O();return(0,q.jsxs)(q.Fragment,{children:[(0,q.jsx)(R,{title:e.title,crumbs:[{title:n(`campaign:title`),to:`/campaigns`}],tags:(0,q.jsxs)(q.Fragment,{children:[(0,q.jsx)(`span`,{className:`tag`,children:r.label(e.phase)}),(0,q.jsx)(`span`,{className:`tag`,children:n(`campaign:status.${g(e)}`)})]}),actions:(0,q.jsxs)(q.Fragment,{children:[e.openedAt&&e.allowedActions.includes(`MANAGE_CAMPAIGNS`)&&(0,q.jsx)(le,{campaignId:e.id}),(0,q.jsx)(ae,{campaign:e,onChanged:t})]})}),e.job&&(0,q.jsx)(be,{job:e.job}),(0,q.jsx)(ue,{campaign:e}),(0,q.jsx)(xe,{campaign:e}),e.openedAt?S(i,`READ_OVERVIEW`)&&(0,q.jsx)(me,{campaignId:e.id},e.job?.endedAt??``):(0,q.jsx)(`p`,{className:`hint`,children:n(`campaign:progress.notYet`)})]})}function be({job:e}){let{t}=l(`campaign`);return!d(e)&&e.state!==`FAILED`?null:(0,q.jsxs)(`section`,{className:`panel`,role:`status`,"aria-label":t(`job.title`),children:[t(`job.title`),`：`,e.state===`FAILED`?t(`job.failed`,{code:e.failure}):t(`job.working`,{done:e.done,total:e.total}),(0,q.jsx)(a,{percent:p(e),status:e.state===`FAILED`?`exception`:`active`,"aria-label":t(`job.title`)})]})}function xe({campaign:e}){let{t}=l([`campaign`,`common`]),n=E(`FormKind`),{previous:i}=e;return(0,q.jsx)(`section`,{className:`panel`,children:(0,q.jsx)(L,{items:[[t(`campaign:field.unit`),e.unit?.name],[t(`campaign:field.year`),e.year],[t(`campaign:field.kinds`),e.kinds.map(e=>n.label(e)).join(`、`)],[t(`campaign:field.publicityDays`),e.publicityDays],[t(`campaign:field.objectionDays`),e.objectionDays],[t(`campaign:field.publicNames`),t(e.publicNames?`common:state.yes`:`common:state.no`)],[t(`campaign:field.previous`),i&&(0,q.jsx)(r,{to:`/campaigns/${i.id}`,children:i.title})],[t(`campaign:field.openedAt`),I(e.openedAt)],[t(`campaign:field.expectedAt`),I(e.expectedAt)],[t(`campaign:field.closedAt`),I(e.closedAt)],[t(`campaign:field.description`),e.description]]})})}export{ve as Component};