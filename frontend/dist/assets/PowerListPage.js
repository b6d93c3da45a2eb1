import{E as e,P as t,V as n}from"./vendor.js";import{t as r}from"./checkbox.js";import{t as i}from"./input.js";import{n as a,t as o}from"./react.js";import{S as s,b as c,c as l,w as u}from"./index.js";import{t as d}from"./Empty2.js";import{t as f}from"./GradeBadge.js";import{i as p,t as m}from"./ErrorState.js";import{t as h}from"./enums.js";import{a as g,n as _,o as v,r as y,s as b}from"./urlState.js";import{n as x,t as S}from"./ListFoot.js";import{t as C}from"./EnumSelect.js";import{t as w}from"./Field.js";import{t as T}from"./LinkButton.js";import{t as E}from"./PageHeader.js";import{t as D}from"./UnitSelect.js";var O=o();function k({list:e}){let{t:n}=t([`power`,`common`]),r=l(`PowerType`),i=l(`Discretion`);return e.rows.length===0?e.fetching?(0,O.jsx)(c,{rows:8}):e.error?null:(0,O.jsx)(d,{text:n(`common:state.emptyFiltered`)}):(0,O.jsx)(`div`,{className:`table-scroll`,children:(0,O.jsxs)(`table`,{className:`grid-table`,children:[(0,O.jsx)(`caption`,{className:`visually-hidden`,children:n(`power:title`)}),(0,O.jsx)(`thead`,{children:(0,O.jsxs)(`tr`,{children:[(0,O.jsx)(`th`,{scope:`col`,children:n(`power:field.worstGrade`)}),(0,O.jsx)(`th`,{scope:`col`,children:n(`power:field.code`)}),(0,O.jsx)(`th`,{scope:`col`,children:n(`power:field.name`)}),(0,O.jsx)(`th`,{scope:`col`,children:n(`power:field.unit`)}),(0,O.jsx)(`th`,{scope:`col`,children:n(`power:field.type`)}),(0,O.jsx)(`th`,{scope:`col`,children:n(`power:field.discretion`)}),(0,O.jsx)(`th`,{scope:`col`,className:`number`,children:n(`power:field.timeLimitDays`)})]})}),(0,O.jsx)(`tbody`,{children:e.rows.map(e=>(0,O.jsxs)(`tr`,{children:[(0,O.jsx)(`td`,{children:(0,O.jsx)(f,{grade:e.worstGrade})}),(0,O.jsx)(`td`,{className:`nowrap`,children:e.code}),(0,O.jsxs)(`th`,{scope:`row`,children:[(0,O.jsx)(a,{to:`/powers/${e.id}`,children:e.name}),` `,e.retiredOn&&(0,O.jsx)(`span`,{className:`tag`,children:n(`power:retiredTag`,{date:e.retiredOn})})]}),(0,O.jsx)(`td`,{children:e.unit?.name??`—`}),(0,O.jsx)(`td`,{children:r.label(e.type)}),(0,O.jsx)(`td`,{children:i.label(e.discretion)}),(0,O.jsx)(`td`,{className:`number`,children:e.timeLimitDays??`—`})]},e.id))})]})})}var A=p(`
  query PowerPage($filter: PowerFilter, $after: String, $count: Boolean!) {
    powers(filter: $filter, first: 50, after: $after) {
      totalCount @include(if: $count)
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        code
        name
        type
        discretion
        timeLimitDays
        retiredOn
        worstGrade
        unit {
          id
          name
        }
      }
    }
  }
`),j={unit:g,only:_,type:y(h.PowerType),discretion:y(h.Discretion),retired:_,q:g},M={only:void 0,type:[],discretion:[],retired:void 0,q:void 0};function N(e){return e.length>0?e:void 0}function P(e){return{unitId:e.unit,unitOnly:e.only,types:N(e.type),discretions:N(e.discretion),text:e.q,includeRetired:e.retired}}function F(){let{t:n}=t(`power`),[r,i]=v(j),a=u(),o=e(),{state:c,more:l,again:d}=x(b(j,r),async e=>{let{data:t,error:n}=await o.query(A,{filter:P(r),after:e,count:e===null},{requestPolicy:`network-only`}).toPromise();return{page:t?.powers,error:n}});return(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)(E,{title:n(`title`),actions:s(a,`EDIT_REGISTER`)&&(0,O.jsx)(T,{type:`primary`,to:r.unit?`/powers/new?unit=${r.unit}`:`/powers/new`,children:n(`list.register`)})}),(0,O.jsx)(I,{state:r,onChange:i}),c.error&&(0,O.jsx)(m,{error:c.error,onRetry:d}),(0,O.jsxs)(`section`,{className:`panel`,"aria-busy":c.fetching,children:[(0,O.jsx)(k,{list:c}),(0,O.jsx)(S,{list:c,onMore:l})]})]})}function I({state:e,onChange:a}){let{t:o}=t(`power`);return(0,O.jsxs)(`section`,{className:`panel filter-bar`,"aria-label":o(`filter.label`),children:[(0,O.jsx)(w,{label:o(`filter.text`),children:t=>(0,O.jsx)(i.Search,{id:t,allowClear:!0,defaultValue:e.q,placeholder:o(`filter.textHint`),onSearch:e=>a({q:e.trim()||void 0}),className:`filter-unit`},e.q??``)}),(0,O.jsx)(w,{label:o(`field.unit`),children:t=>(0,O.jsx)(D,{id:t,value:e.unit,onChange:e=>a({unit:e}),className:`filter-unit`})}),(0,O.jsx)(w,{label:o(`field.type`),children:t=>(0,O.jsx)(C,{id:t,name:`PowerType`,value:e.type,onChange:e=>a({type:e}),placeholder:o(`filter.all`)})}),(0,O.jsx)(w,{label:o(`field.discretion`),children:t=>(0,O.jsx)(C,{id:t,name:`Discretion`,value:e.discretion,onChange:e=>a({discretion:e}),placeholder:o(`filter.all`)})}),(0,O.jsx)(r,{checked:e.only===!0,onChange:e=>a({only:e.target.checked||void 0}),children:o(`filter.only`)}),(0,O.jsx)(r,{checked:e.retired===!0,onChange:e=>a({retired:e.target.checked||void 0}),children:o(`filter.retired`)}),(0,O.jsx)(n,{onClick:()=>a(M),children:o(`filter.clear`)})]})}export{F as Component};