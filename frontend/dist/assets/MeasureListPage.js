import{E as e,P as t,V as n}from"./vendor.js";import{t as r}from"./checkbox.js";import{t as i}from"./input.js";import{t as a}from"./RiskSelect.js";import{t as o}from"./enums.js";import{a as s,n as c,o as l,r as u,s as d,t as f}from"./urlState.js";import{t as p}from"./DateInput.js";import{t as m}from"./EnumSelect.js";import{t as h}from"./Field.js";import{t as g}from"./PersonSelect.js";import{t as _}from"./UnitSelect.js";import{n as v,t as y}from"./react.js";import{S as b,b as x,c as S,w as C}from"./index.js";import{n as w}from"./format.js";import{t as T}from"./Empty2.js";import{t as E}from"./GradeBadge.js";import{i as D,t as O}from"./ErrorState.js";/* empty css       */import{n as k,t as A}from"./ListFoot.js";import{t as j}from"./LinkButton.js";import{t as M}from"./PageHeader.js";var N={unit:s,only:c,kind:u(o.MeasureKind),mechanism:u(o.Mechanism),status:u(o.MeasureStatus),risk:s,owner:s,due:f,q:s},P={only:void 0,kind:[],mechanism:[],status:[],risk:void 0,owner:void 0,due:void 0,q:void 0};function F(e){return e.length>0?e:void 0}function I(e){return{unitId:e.unit,unitOnly:e.only,kinds:F(e.kind),mechanisms:F(e.mechanism),statuses:F(e.status),riskPointId:e.risk,ownerId:e.owner,dueBefore:e.due,text:e.q}}var L=y();function R({state:e,onChange:o}){let{t:s}=t(`measure`);return(0,L.jsxs)(`section`,{className:`panel filter-bar`,"aria-label":s(`filter.label`),children:[(0,L.jsx)(h,{label:s(`filter.text`),children:t=>(0,L.jsx)(i.Search,{id:t,allowClear:!0,defaultValue:e.q,placeholder:s(`filter.textHint`),onSearch:e=>o({q:e.trim()||void 0}),className:`filter-unit`},e.q??``)}),(0,L.jsx)(h,{label:s(`field.unit`),children:t=>(0,L.jsx)(_,{id:t,value:e.unit,onChange:e=>o({unit:e}),className:`filter-unit`})}),(0,L.jsx)(h,{label:s(`field.status`),children:t=>(0,L.jsx)(m,{id:t,name:`MeasureStatus`,value:e.status,onChange:e=>o({status:e}),placeholder:s(`filter.all`)})}),(0,L.jsx)(h,{label:s(`field.kind`),children:t=>(0,L.jsx)(m,{id:t,name:`MeasureKind`,value:e.kind,onChange:e=>o({kind:e}),placeholder:s(`filter.all`)})}),(0,L.jsx)(h,{label:s(`field.mechanism`),children:t=>(0,L.jsx)(m,{id:t,name:`Mechanism`,value:e.mechanism,onChange:e=>o({mechanism:e}),placeholder:s(`filter.all`)})}),(0,L.jsx)(h,{label:s(`field.owner`),children:t=>(0,L.jsx)(g,{id:t,value:e.owner,onChange:e=>o({owner:e}),className:`filter-select`})}),(0,L.jsx)(h,{label:s(`field.risk`),children:t=>(0,L.jsx)(a,{id:t,value:e.risk,onChange:e=>o({risk:e}),className:`filter-unit`})}),(0,L.jsx)(h,{label:s(`filter.due`),children:t=>(0,L.jsx)(p,{id:t,value:e.due,onChange:e=>o({due:e})})}),(0,L.jsx)(r,{checked:e.only===!0,onChange:e=>o({only:e.target.checked||void 0}),children:s(`filter.only`)}),(0,L.jsx)(n,{onClick:()=>o(P),children:s(`filter.clear`)})]})}function z({list:e}){let{t:n}=t([`measure`,`common`]),r=S(`MeasureKind`),i=S(`Mechanism`),a=S(`MeasureStatus`);return e.rows.length===0?e.fetching?(0,L.jsx)(x,{rows:8}):e.error?null:(0,L.jsx)(T,{text:n(`common:state.emptyFiltered`)}):(0,L.jsx)(`div`,{className:`table-scroll`,children:(0,L.jsxs)(`table`,{className:`grid-table measure-table`,children:[(0,L.jsx)(`caption`,{className:`visually-hidden`,children:n(`measure:title`)}),(0,L.jsx)(`thead`,{children:(0,L.jsxs)(`tr`,{children:[(0,L.jsx)(`th`,{scope:`col`,children:n(`measure:field.content`)}),(0,L.jsx)(`th`,{scope:`col`,children:n(`measure:field.risks`)}),(0,L.jsx)(`th`,{scope:`col`,children:n(`measure:field.unit`)}),(0,L.jsx)(`th`,{scope:`col`,children:n(`measure:field.kind`)}),(0,L.jsx)(`th`,{scope:`col`,children:n(`measure:field.mechanism`)}),(0,L.jsx)(`th`,{scope:`col`,children:n(`measure:field.status`)}),(0,L.jsx)(`th`,{scope:`col`,children:n(`measure:field.owner`)}),(0,L.jsx)(`th`,{scope:`col`,children:n(`measure:field.due`)})]})}),(0,L.jsx)(`tbody`,{children:e.rows.map(e=>(0,L.jsxs)(`tr`,{children:[(0,L.jsxs)(`th`,{scope:`row`,children:[(0,L.jsx)(v,{to:`/measures/${e.id}`,children:e.content}),` `,e.asksComprehensive&&(0,L.jsx)(`span`,{className:`tag`,children:n(`measure:field.asksComprehensive`)})]}),(0,L.jsx)(`td`,{children:(0,L.jsx)(`ul`,{className:`risk-links`,children:e.riskPoints.map(e=>(0,L.jsxs)(`li`,{children:[(0,L.jsx)(E,{grade:e.grade}),` `,(0,L.jsx)(v,{to:`/risks/${e.id}`,children:e.title})]},e.id))})}),(0,L.jsx)(`td`,{children:e.unit?.name??`—`}),(0,L.jsx)(`td`,{className:`nowrap`,children:r.label(e.kind)}),(0,L.jsx)(`td`,{className:`nowrap`,children:i.label(e.mechanism)}),(0,L.jsx)(`td`,{className:`nowrap`,children:a.label(e.status)}),(0,L.jsx)(`td`,{className:`nowrap`,children:e.owner?.name??`—`}),(0,L.jsx)(`td`,{className:`nowrap`,children:e.dueOn?w(e.dueOn):e.frequency||`—`})]},e.id))})]})})}var B=D(`
  query MeasurePage($filter: MeasureFilter, $after: String, $count: Boolean!) {
    measures(filter: $filter, first: 50, after: $after) {
      totalCount @include(if: $count)
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        content
        kind
        mechanism
        status
        dueOn
        frequency
        asksComprehensive
        unit {
          id
          name
        }
        owner {
          id
          name
        }
        riskPoints {
          id
          title
          grade
        }
      }
    }
  }
`);function V(){let{t:n}=t(`measure`),[r,i]=l(N),a=C(),o=e(),{state:s,more:c,again:u}=k(d(N,r),async e=>{let{data:t,error:n}=await o.query(B,{filter:I(r),after:e,count:e===null},{requestPolicy:`network-only`}).toPromise();return{page:t?.measures,error:n}}),f=new URLSearchParams;return r.unit&&f.set(`unit`,r.unit),r.risk&&f.set(`risk`,r.risk),(0,L.jsxs)(L.Fragment,{children:[(0,L.jsx)(M,{title:n(`title`),actions:b(a,`RECORD_RISK`)&&(0,L.jsx)(j,{type:`primary`,to:`/measures/new?${f}`,children:n(`list.draft`)})}),(0,L.jsx)(R,{state:r,onChange:i}),s.error&&(0,L.jsx)(O,{error:s.error,onRetry:u}),(0,L.jsxs)(`section`,{className:`panel`,"aria-busy":s.fetching,children:[(0,L.jsx)(z,{list:s}),(0,L.jsx)(A,{list:s,onMore:c})]})]})}export{V as Component};