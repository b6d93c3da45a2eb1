import{B as e}from"./vendor.js";import{t}from"./gql.js";import{t as n}from"./enums.js";import{n as r,o as i,r as a,t as o}from"./urlState.js";import{n as s,t as c}from"./react.js";import{D as l,T as u,u as d}from"./index.js";import{n as f}from"./format.js";import{t as p}from"./GradeBadge.js";import{t as m}from"./RiskSelect.js";import{a as h,i as g,r as _}from"./FilterFields.js";import{n as v,t as y}from"./textFilters.js";import{t as b}from"./peopleFilters.js";/* empty css       */import{t as x}from"./LinkButton.js";import{n as S,t as C}from"./useList.js";var w=t(`
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
        ownerText
        riskPoints {
          id
          title
          grade
        }
      }
    }
  }
`),T={unit:i,only:r,kind:a(n.MeasureKind),mechanism:a(n.Mechanism),status:a(n.MeasureStatus),risk:i,owner:i,due:o,q:i};function E(e){return e.length>0?e:void 0}function D(e){return{unitId:e.unit,unitOnly:e.only,kinds:E(e.kind),mechanisms:E(e.mechanism),statuses:E(e.status),riskPointId:e.risk,ownerId:e.owner,dueBefore:e.due,text:e.q}}var O=c();function k(){let{t}=e(`measure`),n=d(`MeasureKind`),r=d(`Mechanism`),i=d(`MeasureStatus`),a=(e,t,n)=>({key:e,title:t,className:`nowrap`,cell:n});return[{key:`content`,title:t(`field.content`),fixed:!0,heads:!0,cell:e=>(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)(s,{to:`/measures/${e.id}`,children:e.content}),` `,e.asksComprehensive&&(0,O.jsx)(`span`,{className:`tag`,children:t(`field.asksComprehensive`)})]})},{key:`risks`,title:t(`field.risks`),cell:e=>(0,O.jsx)(`ul`,{className:`risk-links`,children:e.riskPoints.map(e=>(0,O.jsxs)(`li`,{children:[(0,O.jsx)(p,{grade:e.grade}),` `,(0,O.jsx)(s,{to:`/risks/${e.id}`,children:e.title})]},e.id))})},{key:`unit`,title:t(`field.unit`),cell:e=>e.unit?.name??`—`},a(`kind`,t(`field.kind`),e=>n.label(e.kind)),a(`mechanism`,t(`field.mechanism`),e=>r.label(e.mechanism)),a(`status`,t(`field.status`),e=>i.label(e.status)),a(`owner`,t(`field.owner`),e=>e.owner?.name||e.ownerText||`—`),a(`due`,t(`field.due`),e=>e.dueOn?f(e.dueOn):e.frequency||`—`)]}function A(){let{t}=e([`measure`,`list`]);return[v(`q`,t(`list:text`),t(`measure:filter.textHint`)),h(`unit`,t(`measure:field.unit`)),g(`status`,t(`measure:field.status`),`MeasureStatus`),g(`kind`,t(`measure:field.kind`),`MeasureKind`),g(`mechanism`,t(`measure:field.mechanism`),`Mechanism`),b(`owner`,t(`measure:field.owner`)),{name:`risk`,label:t(`measure:field.risk`),control:({id:e,value:t,set:n})=>(0,O.jsx)(m,{id:e,value:t,onChange:n,className:`filter-unit`})},_(`due`,t(`measure:filter.due`)),y(`only`,t(`list:only`))]}function j(){let{t}=e(`measure`),n=l(),r=C({name:`measures`,spec:T,query:w,ask:e=>({filter:D(e)}),page:e=>e.measures}),{unit:i,risk:a}=r.state,o=new URLSearchParams({...i&&{unit:i},...a&&{risk:a}});return(0,O.jsx)(S,{list:r,title:t(`title`),filters:A(),columns:k(),className:`measure-table`,actions:u(n,`RECORD_RISK`)&&(0,O.jsx)(x,{type:`primary`,to:`/measures/new?${o}`,children:t(`list.draft`)})})}export{j as Component};