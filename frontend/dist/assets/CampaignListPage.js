import{G as e,P as t,Q as n}from"./vendor.js";import{t as r}from"./checkbox.js";import{t as i}from"./input-number.js";import{n as a,t as o}from"./react.js";import{t as s}from"./gql.js";import{n as c,r as l,t as u}from"./state.js";import{D as d,T as f,u as p}from"./index.js";import{t as m}from"./useConnection.js";import{c as h,l as g}from"./urlState.js";import{t as _}from"./EnumSelect.js";import{t as v}from"./Field.js";import{t as y}from"./LinkButton.js";import{t as b}from"./ListPanel.js";import{t as x}from"./PageHeader.js";import{t as S}from"./UnitSelect.js";var C=s(`
  fragment CampaignItem on Campaign @_unmask {
    id
    year
    title
    phase
    kinds
    openedAt
    closedAt
    unit {
      id
      name
    }
  }
`),w=s(`
    query CampaignPage($filter: CampaignFilter, $after: String, $count: Boolean!) {
      campaigns(filter: $filter, first: 50, after: $after) {
        nodes {
          ...CampaignItem
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  `,[C]),T=o();function E(){let{t:n}=e(`campaign`),[r,i]=h(u),a=d(),o=t(),s=m(g(u,r),async e=>{let{data:t,error:n}=await o.query(w,{filter:l(r),after:e,count:e===null},{requestPolicy:`network-only`}).toPromise();return{page:t?.campaigns,error:n}});return(0,T.jsxs)(T.Fragment,{children:[(0,T.jsx)(x,{title:n(`title`),actions:f(a,`MANAGE_CAMPAIGNS`)&&(0,T.jsx)(y,{type:`primary`,to:`/campaigns/new`,children:n(`new`)})}),(0,T.jsx)(D,{state:r,onChange:i}),(0,T.jsx)(b,{list:s,empty:n(`empty`),children:e=>(0,T.jsx)(O,{rows:e})})]})}function D({state:t,onChange:a}){let{t:o}=e(`campaign`);return(0,T.jsxs)(`section`,{className:`panel filter-bar`,"aria-label":o(`filter.label`),children:[(0,T.jsx)(v,{label:o(`field.unit`),children:e=>(0,T.jsx)(S,{id:e,from:`all`,value:t.unit,onChange:e=>a({unit:e}),className:`filter-unit`})}),(0,T.jsx)(v,{label:o(`filter.year`),children:e=>(0,T.jsx)(i,{id:e,min:1949,max:2199,value:t.year??null,onChange:e=>a({year:e??void 0})})}),(0,T.jsx)(v,{label:o(`filter.phase`),children:e=>(0,T.jsx)(_,{id:e,name:`CampaignPhase`,value:t.phase,onChange:e=>a({phase:e}),placeholder:o(`filter.all`)})}),(0,T.jsx)(r,{checked:t.running===!0,onChange:e=>a({running:e.target.checked||void 0}),children:o(`filter.running`)}),(0,T.jsx)(n,{onClick:()=>a({unit:void 0,year:void 0,phase:[],running:void 0}),children:o(`filter.clear`)})]})}function O({rows:t}){let{t:n}=e(`campaign`),r=p(`CampaignPhase`),i=p(`FormKind`);return(0,T.jsx)(`div`,{className:`table-scroll`,tabIndex:0,role:`region`,"aria-label":n(`title`),children:(0,T.jsxs)(`table`,{className:`grid-table list-table`,children:[(0,T.jsx)(`caption`,{className:`visually-hidden`,children:n(`title`)}),(0,T.jsx)(`thead`,{children:(0,T.jsxs)(`tr`,{children:[(0,T.jsx)(`th`,{scope:`col`,children:n(`field.title`)}),(0,T.jsx)(`th`,{scope:`col`,children:n(`field.year`)}),(0,T.jsx)(`th`,{scope:`col`,children:n(`field.unit`)}),(0,T.jsx)(`th`,{scope:`col`,children:n(`field.phase`)}),(0,T.jsx)(`th`,{scope:`col`,children:n(`field.kinds`)})]})}),(0,T.jsx)(`tbody`,{children:t.map(e=>(0,T.jsxs)(`tr`,{children:[(0,T.jsx)(`th`,{scope:`row`,children:(0,T.jsx)(a,{to:`/campaigns/${e.id}`,children:e.title})}),(0,T.jsx)(`td`,{children:e.year}),(0,T.jsx)(`td`,{children:e.unit?.name??`—`}),(0,T.jsxs)(`td`,{className:`nowrap`,children:[r.label(e.phase),` `,(0,T.jsx)(`span`,{className:`tag`,children:n(`status.${c(e)}`)})]}),(0,T.jsx)(`td`,{children:e.kinds.map(e=>i.label(e)).join(`、`)})]},e.id))})]})})}export{E as Component};