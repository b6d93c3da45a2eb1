import{i as e}from"./rolldown-runtime.js";import{S as t,_ as n,n as r,t as i}from"./react.js";import{t as a}from"./progress.js";import{F as o,G as s,I as c,P as l,Q as u}from"./vendor.js";import{a as d,n as f,o as p,r as m,t as h}from"./campaign.js";import{n as g}from"./state.js";import{t as _}from"./form.js";import{t as v}from"./input.js";import{t as y}from"./gql.js";import{C as b,D as x,M as S,T as C,d as w,k as T,u as E,y as D}from"./index.js";import{t as O}from"./EditDialog.js";import{t as k}from"./LinkButton.js";import{t as A}from"./ReasonField.js";/* empty css     */import{t as j}from"./DownloadOutlined.js";import{t as M}from"./enums.js";import{c as N,i as ee,l as te,s as ne}from"./urlState.js";import{t as re}from"./Empty2.js";import{t as ie}from"./EnumSelect.js";import{t as ae}from"./Field.js";import{t as P}from"./Query.js";import{i as F}from"./format.js";import{t as I}from"./Facts.js";import{t as L}from"./PageHeader.js";var R=e(t(),1),z=y(`
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
  `,[m]),B=y(`
    query CampaignDetail($id: ID!) {
      node(id: $id) {
        __typename
        ...CampaignDetail
      }
    }
  `,[z]),V=y(`
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
`),H=y(`
  mutation OpenCampaign($input: CampaignStepInput!) {
    openCampaign(input: $input) {
      campaign {
        id
        version
        phase
      }
    }
  }
`),U=y(`
  mutation AdvanceCampaign($input: CampaignStepInput!) {
    advanceCampaign(input: $input) {
      campaign {
        id
        version
        phase
      }
    }
  }
`),W=y(`
  mutation CloseCampaign($input: CampaignStepInput!) {
    closeCampaign(input: $input) {
      campaign {
        id
        version
        phase
      }
    }
  }
`),G=y(`
  mutation ArchiveCampaign($input: CampaignStepInput!) {
    archiveCampaign(input: $input) {
      campaign {
        id
        version
        phase
      }
    }
  }
`);function K({kinds:e,headings:t},n,r){return t.map((i,a)=>e.reduce((e,i,o)=>r.length===0||r.includes(i)?e+(n[o*t.length+a]??0):e,0))}function q(e,t){return e===0||t===0?0:Math.min(4,Math.ceil(4*e/t))}function J(e){switch(e){case`FILED`:return`good`;case`OVERDUE`:case`RETURNED`:return`bad`;case`EXPECTED`:case`DROPPED`:return`none`;default:return`plain`}}function oe(e,t){return t===0?`—`:`${Math.floor(100*e/t)}%`}var Y=i();function se(e){if(e.phase===`ARCHIVED`)return[];if(e.closedAt)return[`ARCHIVE`];if(!e.openedAt)return[`OPEN`];let t=[];return!e.expectedAt&&!d(e.job)&&t.push(`RESUME`),e.nextPhase&&t.push(`ADVANCE`),[...t,`CLOSE`]}function ce({campaign:e,onChanged:t}){let{t:n}=s(`campaign`),r=E(`CampaignPhase`),[i,a]=(0,R.useState)(null);if(!e.allowedActions.includes(`MANAGE_CAMPAIGNS`))return null;let o=t=>n(`action.${t}`,{phase:r.label(e.nextPhase)});return(0,Y.jsxs)(Y.Fragment,{children:[se(e).map((e,t)=>(0,Y.jsx)(u,{type:t===0?`primary`:`default`,danger:e===`CLOSE`,onClick:()=>a(e),children:o(e)},e)),!e.closedAt&&(0,Y.jsx)(k,{to:`/campaigns/${e.id}/edit`,children:n(`action.edit`)}),i&&(0,Y.jsx)(le,{campaign:e,step:i,label:o(i),onClose:()=>a(null),onDone:()=>{a(null),t()}})]})}function le({campaign:e,step:t,label:n,onClose:r,onDone:i}){let{t:a}=s([`campaign`,`edit`]),c=D(),u=l(),[,d]=o(H),[,f]=o(U),[,p]=o(W),[,m]=o(G),h={OPEN:d,RESUME:d,ADVANCE:f,CLOSE:p,ARCHIVE:m}[t],g=t===`CLOSE`||t===`ARCHIVE`;return(0,Y.jsxs)(O,{title:n,intro:a(`campaign:ask.${t}`),start:{reason:``},version:e.version,draft:`campaign/${e.id}/${t}`,onClose:r,submitLabel:n,danger:t===`CLOSE`,send:async({reason:n=``},r)=>{let{error:o}=await h({input:{id:e.id,expectedVersion:r,reason:n}});return o?{error:o}:{done:()=>{c.success(a(`campaign:done.${t}`)),i()}}},fresh:async()=>{let{data:t}=await u.query(B,{id:e.id},{requestPolicy:`network-only`}).toPromise();return t?.node?.__typename===`Campaign`?{start:{reason:``},version:t.node.version}:null},children:[t===`CLOSE`&&(0,Y.jsx)(ue,{campaignId:e.id}),g?(0,Y.jsx)(A,{}):(0,Y.jsx)(_.Item,{name:`reason`,label:a(`edit:reason.label`),extra:a(`edit:reason.hint`),children:(0,Y.jsx)(v.TextArea,{rows:2,maxLength:500,showCount:!0})})]})}function ue({campaignId:e}){let{t}=s(`campaign`),[{data:n}]=c({query:V,variables:{campaignId:e}});if(!n)return null;let{headings:r,totals:i}=n.campaignProgress,a=K(n.campaignProgress,i,[]),o=e=>a[r.indexOf(e)]??0,l=o(`EXPECTED`)-o(`FILED`);return l>0?(0,Y.jsx)(`p`,{role:`status`,children:t(`ask.unfinished`,{count:l,expected:o(`EXPECTED`)})}):null}var de=y(`
    mutation ExportCampaign($input: ExportCampaignInput!) {
      exportCampaign(input: $input) {
        job {
          ...JobItem
        }
      }
    }
  `,[m]),fe=y(`
    query ExportJob($id: ID!) {
      job(id: $id) {
        ...JobItem
      }
    }
  `,[m]);function pe({campaignId:e}){let{t}=s(`paper`),[n,r]=(0,R.useState)(``),[i,l]=(0,R.useState)([]),[{fetching:m},g]=o(de),[,_]=o(f),[v,y]=c({query:fe,variables:{id:n},pause:!n,requestPolicy:`network-only`}),x=n?v.data?.job:void 0,C=d(x),w=(0,R.useCallback)(()=>y({requestPolicy:`network-only`}),[y]);h(C,v,w);let E=async()=>{let{data:t,error:n}=await g({input:{campaignId:e}});l(S(n)),t&&r(t.exportCampaign.job.id)},D=async()=>{let{error:e}=await _({input:{id:n}});l(S(e)),w()};return(0,Y.jsxs)(`span`,{className:`export-campaign`,children:[(0,Y.jsx)(u,{icon:(0,Y.jsx)(j,{}),loading:m||C,onClick:()=>void E(),children:t(`campaign.export`)}),x&&C&&(0,Y.jsxs)(Y.Fragment,{children:[(0,Y.jsx)(a,{className:`export-progress`,percent:p(x),"aria-label":t(`campaign.export`)}),(0,Y.jsx)(u,{disabled:x.cancelAsked,onClick:()=>void D(),children:t(`campaign.cancel`)})]}),(0,Y.jsxs)(`span`,{role:`status`,children:[x?.state===`DONE`&&x.resultUrl&&(0,Y.jsx)(`a`,{href:T(x.resultUrl.replace(/^\//,``)),download:!0,children:t(`campaign.download`)}),x?.state===`FAILED`&&t(`campaign.failed`,{reason:x.failure}),x?.state===`CANCELLED`&&t(`campaign.cancelled`)]}),(0,Y.jsx)(b,{problems:i})]})}function me({campaign:e}){let{t}=s(`campaign`),n=E(`CampaignPhase`),r=E(`FormKind`),i=e.phases.findIndex(t=>t.phase===e.phase),a=e.phase===`ARCHIVED`;return(0,Y.jsx)(`section`,{className:`panel`,"aria-label":t(`phaseBar`),children:(0,Y.jsx)(`ol`,{className:`phase-bar`,children:e.phases.map((e,o)=>{let s=o===i;return(0,Y.jsxs)(`li`,{className:s?`phase-now`:a||o<i?`phase-past`:void 0,"aria-current":s?`step`:void 0,children:[n.label(e.phase),s&&(0,Y.jsxs)(`span`,{className:`visually-hidden`,children:[` `,t(`phaseNow`)]}),(0,Y.jsxs)(`small`,{children:[e.from,` – `,e.to]}),e.due.map(e=>(0,Y.jsxs)(`small`,{children:[r.label(e.kind),`：`,e.on]},e.kind))]},e.phase)})})})}var X={unit:ne,kind:ee(M.FormKind)};function he({campaignId:e}){let{t}=s(`campaign`),[n,r]=N(X),[i,a]=c({query:V,variables:{campaignId:e,unitId:n.unit??null}}),o=n.unit?`?unit=${encodeURIComponent(n.unit)}`:``;return(0,Y.jsxs)(`section`,{className:`panel`,"aria-labelledby":`progress-title`,children:[(0,Y.jsx)(`h2`,{id:`progress-title`,children:t(`progress.title`)}),(0,Y.jsxs)(`div`,{className:`progress-head`,children:[(0,Y.jsx)(ae,{label:t(`progress.kinds`),children:e=>(0,Y.jsx)(ie,{id:e,name:`FormKind`,value:n.kind,onChange:e=>r({kind:e}),placeholder:t(`progress.allKinds`)})}),(0,Y.jsx)(u,{icon:(0,Y.jsx)(`span`,{"aria-hidden":`true`,children:(0,Y.jsx)(j,{})}),href:T(`campaign/${e}/progress.xlsx${o}`),children:t(`progress.export`)})]}),(0,Y.jsx)(P,{result:i,onRetry:()=>a({requestPolicy:`network-only`}),children:({campaignProgress:e})=>(0,Y.jsxs)(Y.Fragment,{children:[(0,Y.jsx)(ge,{progress:e,state:n}),e.rows.length===0?(0,Y.jsx)(re,{text:t(`progress.empty`)}):(0,Y.jsx)(_e,{progress:e,state:n})]})})]})}function Z(e,t){return`?${te(X,{...e,unit:t})}`}function ge({progress:e,state:t}){let{t:n}=s(`campaign`),{unit:i}=e;return(0,Y.jsx)(`nav`,{"aria-label":n(`progress.drill`),children:(0,Y.jsx)(`ol`,{className:`breadcrumb`,children:i.path.map(e=>(0,Y.jsx)(`li`,{children:e.id===i.id?(0,Y.jsx)(`strong`,{"aria-current":`location`,children:e.name}):(0,Y.jsx)(r,{to:Z(t,e.id),children:e.name})},e.id))})})}function _e({progress:e,state:t}){let{t:n}=s(`campaign`),i=E(`ProgressHeading`),a=K(e,e.totals,t.kind);return(0,Y.jsx)(`div`,{className:`table-scroll`,tabIndex:0,role:`region`,"aria-label":n(`progress.table`),children:(0,Y.jsxs)(`table`,{className:`grid-table`,children:[(0,Y.jsx)(`caption`,{className:`visually-hidden`,children:n(`progress.table`)}),(0,Y.jsx)(`thead`,{children:(0,Y.jsxs)(`tr`,{children:[(0,Y.jsx)(`th`,{scope:`col`,children:n(`progress.unit`)}),e.headings.map(e=>(0,Y.jsx)(`th`,{scope:`col`,className:`number`,children:i.label(e)},e)),(0,Y.jsx)(`th`,{scope:`col`,className:`number`,children:n(`progress.rate`)})]})}),(0,Y.jsx)(`tbody`,{children:e.rows.map(i=>{let a=i.itself?n(`progress.itself`,{unit:i.unit.name}):i.unit.name;return(0,Y.jsxs)(`tr`,{children:[(0,Y.jsx)(`th`,{scope:`row`,children:i.itself?a:(0,Y.jsx)(r,{to:Z(t,i.unit.id),children:a})}),(0,Y.jsx)(Q,{label:a,headings:e.headings,counts:K(e,i.counts,t.kind)})]},i.itself?`itself`:i.unit.id)})}),(0,Y.jsx)(`tfoot`,{children:(0,Y.jsxs)(`tr`,{children:[(0,Y.jsx)(`th`,{scope:`row`,children:n(`progress.total`)}),a.map((t,n)=>(0,Y.jsx)(`td`,{className:`number`,children:t},e.headings[n])),(0,Y.jsx)(`td`,{className:`number`,children:$(e.headings,a)})]})})]})})}function Q({label:e,headings:t,counts:n}){let{t:r}=s(`campaign`),i=E(`ProgressHeading`),a=n[t.indexOf(`EXPECTED`)]??0;return(0,Y.jsxs)(Y.Fragment,{children:[t.map((t,o)=>{let s=n[o]??0;return(0,Y.jsx)(`td`,{className:`number ${ve(t,s,a)}`,title:r(`progress.cell`,{row:e,heading:i.label(t),count:s}),children:s===0?(0,Y.jsx)(`span`,{className:`zero`,children:`0`}):s},t)}),(0,Y.jsx)(`td`,{className:`number`,children:$(t,n)})]})}function ve(e,t,n){let r=J(e),i=q(t,n);return r===`none`||i===0?``:r===`plain`?`heat-${i}`:`heat-${r} heat-${i}`}function $(e,t){return oe(t[e.indexOf(`FILED`)]??0,t[e.indexOf(`EXPECTED`)]??0)}function ye(){let{id:e=``}=n(),[t,r]=c({query:B,variables:{id:e}}),i=(0,R.useCallback)(()=>r({requestPolicy:`network-only`}),[r]),a=t.data?.node;return h(a?.__typename===`Campaign`&&d(a.job),t,i),(0,Y.jsx)(P,{result:t,onRetry:i,children:({node:e})=>e?.__typename===`Campaign`?(0,Y.jsx)(be,{campaign:e,onChanged:i}):(0,Y.jsx)(w,{})})}function be({campaign:e,onChanged:t}){let{t:n}=s([`campaign`,`common`]),r=E(`CampaignPhase`),i=x();return(0,Y.jsxs)(Y.Fragment,{children:[(0,Y.jsx)(L,{title:e.title,crumbs:[{title:n(`campaign:title`),to:`/campaigns`}],tags:(0,Y.jsxs)(Y.Fragment,{children:[(0,Y.jsx)(`span`,{className:`tag`,children:r.label(e.phase)}),(0,Y.jsx)(`span`,{className:`tag`,children:n(`campaign:status.${g(e)}`)})]}),actions:(0,Y.jsxs)(Y.Fragment,{children:[e.openedAt&&e.allowedActions.includes(`MANAGE_CAMPAIGNS`)&&(0,Y.jsx)(pe,{campaignId:e.id}),(0,Y.jsx)(ce,{campaign:e,onChanged:t})]})}),e.job&&(0,Y.jsx)(xe,{job:e.job}),(0,Y.jsx)(me,{campaign:e}),(0,Y.jsx)(Se,{campaign:e}),e.openedAt?C(i,`READ_OVERVIEW`)&&(0,Y.jsx)(he,{campaignId:e.id},e.job?.endedAt??``):(0,Y.jsx)(`p`,{className:`hint`,children:n(`campaign:progress.notYet`)})]})}function xe({job:e}){let{t}=s(`campaign`);return!d(e)&&e.state!==`FAILED`?null:(0,Y.jsxs)(`section`,{className:`panel`,role:`status`,"aria-label":t(`job.title`),children:[t(`job.title`),`：`,e.state===`FAILED`?t(`job.failed`,{code:e.failure}):t(`job.working`,{done:e.done,total:e.total}),(0,Y.jsx)(a,{percent:p(e),status:e.state===`FAILED`?`exception`:`active`,"aria-label":t(`job.title`)})]})}function Se({campaign:e}){let{t}=s([`campaign`,`common`]),n=E(`FormKind`),{previous:i}=e;return(0,Y.jsx)(`section`,{className:`panel`,children:(0,Y.jsx)(I,{items:[[t(`campaign:field.unit`),e.unit?.name],[t(`campaign:field.year`),e.year],[t(`campaign:field.kinds`),e.kinds.map(e=>n.label(e)).join(`、`)],[t(`campaign:field.publicityDays`),e.publicityDays],[t(`campaign:field.objectionDays`),e.objectionDays],[t(`campaign:field.publicNames`),t(e.publicNames?`common:state.yes`:`common:state.no`)],[t(`campaign:field.previous`),i&&(0,Y.jsx)(r,{to:`/campaigns/${i.id}`,children:i.title})],[t(`campaign:field.openedAt`),F(e.openedAt)],[t(`campaign:field.expectedAt`),F(e.expectedAt)],[t(`campaign:field.closedAt`),F(e.closedAt)],[t(`campaign:field.description`),e.description]]})})}export{ye as Component};