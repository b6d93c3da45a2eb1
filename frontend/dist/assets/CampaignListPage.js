import{E as e,P as t,V as n}from"./vendor.js";import{t as r}from"./checkbox.js";import{t as i}from"./input-number.js";import{n as a,t as o}from"./react.js";import{t as s}from"./gql.js";import{n as c,r as l,t as u}from"./state.js";import{C as d,b as f,l as p,x as m,y as h}from"./index.js";import{n as g,t as _}from"./ListFoot.js";import{o as v,s as y}from"./urlState.js";import{t as b}from"./Empty2.js";import{t as x}from"./EnumSelect.js";import{t as S}from"./Field.js";import{t as C}from"./LinkButton.js";import{t as w}from"./PageHeader.js";import{t as T}from"./UnitSelect.js";var E=s(`
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
`),D=s(`
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
  `,[E]),O=o();function k(){let{t:n}=t(`campaign`),[r,i]=v(u),a=d(),o=e(),{state:s,more:c,again:p}=g(y(u,r),async e=>{let{data:t,error:n}=await o.query(D,{filter:l(r),after:e,count:e===null},{requestPolicy:`network-only`}).toPromise();return{page:t?.campaigns,error:n}});return(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)(w,{title:n(`title`),actions:m(a,`MANAGE_CAMPAIGNS`)&&(0,O.jsx)(C,{type:`primary`,to:`/campaigns/new`,children:n(`new`)})}),(0,O.jsx)(A,{state:r,onChange:i}),s.error&&(0,O.jsx)(f,{error:s.error,onRetry:p}),(0,O.jsx)(j,{list:s}),(0,O.jsx)(_,{list:s,onMore:c})]})}function A({state:e,onChange:a}){let{t:o}=t(`campaign`);return(0,O.jsxs)(`section`,{className:`panel filter-bar`,"aria-label":o(`filter.label`),children:[(0,O.jsx)(S,{label:o(`field.unit`),children:t=>(0,O.jsx)(T,{id:t,from:`all`,value:e.unit,onChange:e=>a({unit:e}),className:`filter-unit`})}),(0,O.jsx)(S,{label:o(`filter.year`),children:t=>(0,O.jsx)(i,{id:t,min:1949,max:2199,value:e.year??null,onChange:e=>a({year:e??void 0})})}),(0,O.jsx)(S,{label:o(`filter.phase`),children:t=>(0,O.jsx)(x,{id:t,name:`CampaignPhase`,value:e.phase,onChange:e=>a({phase:e}),placeholder:o(`filter.all`)})}),(0,O.jsx)(r,{checked:e.running===!0,onChange:e=>a({running:e.target.checked||void 0}),children:o(`filter.running`)}),(0,O.jsx)(n,{onClick:()=>a({unit:void 0,year:void 0,phase:[],running:void 0}),children:o(`filter.clear`)})]})}function j({list:e}){let{t:n}=t(`campaign`),r=p(`CampaignPhase`),i=p(`FormKind`);return e.rows.length===0?e.fetching?(0,O.jsx)(h,{rows:6}):e.error?null:(0,O.jsx)(b,{text:n(`empty`)}):(0,O.jsx)(`div`,{className:`table-scroll`,tabIndex:0,role:`region`,"aria-label":n(`title`),children:(0,O.jsxs)(`table`,{className:`grid-table`,children:[(0,O.jsx)(`caption`,{className:`visually-hidden`,children:n(`title`)}),(0,O.jsx)(`thead`,{children:(0,O.jsxs)(`tr`,{children:[(0,O.jsx)(`th`,{scope:`col`,children:n(`field.title`)}),(0,O.jsx)(`th`,{scope:`col`,children:n(`field.year`)}),(0,O.jsx)(`th`,{scope:`col`,children:n(`field.unit`)}),(0,O.jsx)(`th`,{scope:`col`,children:n(`field.phase`)}),(0,O.jsx)(`th`,{scope:`col`,children:n(`field.kinds`)})]})}),(0,O.jsx)(`tbody`,{children:e.rows.map(e=>(0,O.jsxs)(`tr`,{children:[(0,O.jsx)(`th`,{scope:`row`,children:(0,O.jsx)(a,{to:`/campaigns/${e.id}`,children:e.title})}),(0,O.jsx)(`td`,{children:e.year}),(0,O.jsx)(`td`,{children:e.unit?.name??`—`}),(0,O.jsxs)(`td`,{className:`nowrap`,children:[r.label(e.phase),` `,(0,O.jsx)(`span`,{className:`tag`,children:n(`status.${c(e)}`)})]}),(0,O.jsx)(`td`,{children:e.kinds.map(e=>i.label(e)).join(`、`)})]},e.id))})]})})}export{k as Component};