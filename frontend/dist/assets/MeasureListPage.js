import{i as e}from"./rolldown-runtime.js";import{S as t,n,t as r}from"./react.js";import{G as i,Q as a}from"./vendor.js";import{t as o}from"./gql.js";import{t as s}from"./enums.js";import{i as c,n as l,s as u,t as d}from"./urlState.js";import{t as f}from"./checkbox.js";import{D as p,T as m,u as h}from"./index.js";import{n as g}from"./format.js";import{t as _}from"./GradeBadge.js";import{t as v}from"./RiskSelect.js";import{a as y,i as b,r as x}from"./FilterFields.js";import{n as S,t as C}from"./textFilters.js";import{t as w}from"./peopleFilters.js";import{n as T}from"./door.js";import{t as E}from"./measure.js";import{t as D}from"./LinkButton.js";import{n as O,t as k}from"./useList.js";var A=e(t(),1),j=o(`
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
        schedulable
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
`),M={unit:u,only:l,kind:c(s.MeasureKind),mechanism:c(s.Mechanism),status:c(s.MeasureStatus),risk:u,owner:u,due:d,q:u};function N(e){return e.length>0?e:void 0}function P(e){return{unitId:e.unit,unitOnly:e.only,kinds:N(e.kind),mechanisms:N(e.mechanism),statuses:N(e.status),riskPointId:e.risk,ownerId:e.owner,dueBefore:e.due,text:e.q}}var F=r(),I=200;function L(e){let{t}=i(`measure`),[n,r]=(0,A.useState)(new Set),a=e.filter(e=>e.schedulable.length>0),o=a.filter(e=>n.has(e.id)).slice(0,I),s=(e,t)=>{let i=new Set(n);t?i.add(e):i.delete(e),r(i)},c={key:`choose`,title:t(`list.choose`),fixed:!0,head:(0,F.jsx)(f,{"aria-label":t(`list.chooseAll`),checked:o.length>0&&o.length===Math.min(a.length,I),indeterminate:o.length>0&&o.length<Math.min(a.length,I),onChange:({target:e})=>r(new Set(e.checked?a.slice(0,I).map(e=>e.id):[]))}),cell:e=>e.schedulable.length>0&&(0,F.jsx)(f,{"aria-label":t(`list.chooseOne`,{what:e.content}),checked:n.has(e.id),disabled:!n.has(e.id)&&o.length>=I,onChange:({target:t})=>s(e.id,t.checked)})};return{chosen:o,columns:a.length>0?[c]:[],clear:()=>r(new Set)}}function R(){let{t:e}=i(`measure`),t=h(`MeasureKind`),r=h(`Mechanism`),a=h(`MeasureStatus`),o=(e,t,n)=>({key:e,title:t,className:`nowrap`,cell:n});return[{key:`content`,title:e(`field.content`),fixed:!0,heads:!0,cell:t=>(0,F.jsxs)(F.Fragment,{children:[(0,F.jsx)(n,{to:`/measures/${t.id}`,children:t.content}),` `,t.asksComprehensive&&(0,F.jsx)(`span`,{className:`tag`,children:e(`field.asksComprehensive`)})]})},{key:`risks`,title:e(`field.risks`),cell:e=>(0,F.jsx)(`ul`,{className:`risk-links`,children:e.riskPoints.map(e=>(0,F.jsxs)(`li`,{children:[(0,F.jsx)(_,{grade:e.grade}),` `,(0,F.jsx)(n,{to:`/risks/${e.id}`,children:e.title})]},e.id))})},{key:`unit`,title:e(`field.unit`),cell:e=>e.unit?.name??`—`},o(`kind`,e(`field.kind`),e=>t.label(e.kind)),o(`mechanism`,e(`field.mechanism`),e=>r.label(e.mechanism)),o(`status`,e(`field.status`),e=>a.label(e.status)),o(`owner`,e(`field.owner`),e=>e.owner?.name||e.ownerText||`—`),o(`due`,e(`field.due`),e=>e.dueOn?g(e.dueOn):e.frequency||`—`)]}function z(){let{t:e}=i([`measure`,`list`]);return[S(`q`,e(`list:text`),e(`measure:filter.textHint`)),y(`unit`,e(`measure:field.unit`)),b(`status`,e(`measure:field.status`),`MeasureStatus`),b(`kind`,e(`measure:field.kind`),`MeasureKind`),b(`mechanism`,e(`measure:field.mechanism`),`Mechanism`),w(`owner`,e(`measure:field.owner`)),{name:`risk`,label:e(`measure:field.risk`),control:({id:e,value:t,set:n})=>(0,F.jsx)(v,{id:e,value:t,onChange:n,className:`filter-unit`})},x(`due`,e(`measure:filter.due`)),C(`only`,e(`list:only`))]}function B(){let{t:e}=i(`measure`),t=p(),n=k({name:`measures`,spec:M,query:j,ask:e=>({filter:P(e)}),page:e=>e.measures}),{chosen:r,columns:o,clear:s}=L(n.rows.rows),[c,l]=(0,A.useState)(null),u=e=>r.filter(t=>t.schedulable.includes(e)),{unit:d,risk:f}=n.state,h=new URLSearchParams({...d&&{unit:d},...f&&{risk:f}});return(0,F.jsxs)(F.Fragment,{children:[(0,F.jsx)(O,{list:n,title:e(`title`),filters:z(),columns:[...o,...R()],className:`measure-table`,actions:(0,F.jsxs)(F.Fragment,{children:[E.map(t=>u(t).length>0&&(0,F.jsx)(a,{onClick:()=>l({kind:t,measures:u(t)}),children:e(`list.schedule.${t}`,{count:u(t).length})},t)),m(t,`RECORD_RISK`)&&(0,F.jsx)(D,{type:`primary`,to:`/measures/new?${h}`,children:e(`list.draft`)})]})}),c&&(0,F.jsx)(A.Suspense,{fallback:null,children:(0,F.jsx)(T,{...c,onClose:()=>l(null),onDone:s})})]})}export{B as Component};