import{i as e}from"./rolldown-runtime.js";import{S as t,n,t as r}from"./react.js";import{B as i,q as a}from"./vendor.js";import{t as o}from"./gql.js";import{t as s}from"./enums.js";import{n as c,o as l,r as u,t as d}from"./urlState.js";import{t as f}from"./checkbox.js";import{D as p,T as m,u as h}from"./index.js";import{n as g}from"./format.js";import{t as _}from"./GradeBadge.js";import{t as v}from"./RiskSelect.js";import{a as y,i as b,r as x}from"./FilterFields.js";import{n as S,t as C}from"./textFilters.js";import{t as w}from"./peopleFilters.js";import{n as T}from"./door.js";import{t as E}from"./LinkButton.js";import{n as D,t as O}from"./useList.js";var k=e(t(),1),A=o(`
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
`),j={unit:l,only:c,kind:u(s.MeasureKind),mechanism:u(s.Mechanism),status:u(s.MeasureStatus),risk:l,owner:l,due:d,q:l};function M(e){return e.length>0?e:void 0}function N(e){return{unitId:e.unit,unitOnly:e.only,kinds:M(e.kind),mechanisms:M(e.mechanism),statuses:M(e.status),riskPointId:e.risk,ownerId:e.owner,dueBefore:e.due,text:e.q}}var P=r(),F=200;function I(e){let{t}=i(`measure`),[n,r]=(0,k.useState)(new Set),a=e.filter(e=>e.schedulable.length>0),o=a.filter(e=>n.has(e.id)).slice(0,F),s=(e,t)=>{let i=new Set(n);t?i.add(e):i.delete(e),r(i)},c={key:`choose`,title:t(`list.choose`),fixed:!0,head:(0,P.jsx)(f,{"aria-label":t(`list.chooseAll`),checked:o.length>0&&o.length===Math.min(a.length,F),indeterminate:o.length>0&&o.length<Math.min(a.length,F),onChange:({target:e})=>r(new Set(e.checked?a.slice(0,F).map(e=>e.id):[]))}),cell:e=>e.schedulable.length>0&&(0,P.jsx)(f,{"aria-label":t(`list.chooseOne`,{what:e.content}),checked:n.has(e.id),disabled:!n.has(e.id)&&o.length>=F,onChange:({target:t})=>s(e.id,t.checked)})};return{chosen:o,columns:a.length>0?[c]:[],clear:()=>r(new Set)}}function L(){let{t:e}=i(`measure`),t=h(`MeasureKind`),r=h(`Mechanism`),a=h(`MeasureStatus`),o=(e,t,n)=>({key:e,title:t,className:`nowrap`,cell:n});return[{key:`content`,title:e(`field.content`),fixed:!0,heads:!0,cell:t=>(0,P.jsxs)(P.Fragment,{children:[(0,P.jsx)(n,{to:`/measures/${t.id}`,children:t.content}),` `,t.asksComprehensive&&(0,P.jsx)(`span`,{className:`tag`,children:e(`field.asksComprehensive`)})]})},{key:`risks`,title:e(`field.risks`),cell:e=>(0,P.jsx)(`ul`,{className:`risk-links`,children:e.riskPoints.map(e=>(0,P.jsxs)(`li`,{children:[(0,P.jsx)(_,{grade:e.grade}),` `,(0,P.jsx)(n,{to:`/risks/${e.id}`,children:e.title})]},e.id))})},{key:`unit`,title:e(`field.unit`),cell:e=>e.unit?.name??`—`},o(`kind`,e(`field.kind`),e=>t.label(e.kind)),o(`mechanism`,e(`field.mechanism`),e=>r.label(e.mechanism)),o(`status`,e(`field.status`),e=>a.label(e.status)),o(`owner`,e(`field.owner`),e=>e.owner?.name||e.ownerText||`—`),o(`due`,e(`field.due`),e=>e.dueOn?g(e.dueOn):e.frequency||`—`)]}function R(){let{t:e}=i([`measure`,`list`]);return[S(`q`,e(`list:text`),e(`measure:filter.textHint`)),y(`unit`,e(`measure:field.unit`)),b(`status`,e(`measure:field.status`),`MeasureStatus`),b(`kind`,e(`measure:field.kind`),`MeasureKind`),b(`mechanism`,e(`measure:field.mechanism`),`Mechanism`),w(`owner`,e(`measure:field.owner`)),{name:`risk`,label:e(`measure:field.risk`),control:({id:e,value:t,set:n})=>(0,P.jsx)(v,{id:e,value:t,onChange:n,className:`filter-unit`})},x(`due`,e(`measure:filter.due`)),C(`only`,e(`list:only`))]}var z=[`WORK`,`EFFECT`];function B(){let{t:e}=i(`measure`),t=p(),n=O({name:`measures`,spec:j,query:A,ask:e=>({filter:N(e)}),page:e=>e.measures}),{chosen:r,columns:o,clear:s}=I(n.rows.rows),[c,l]=(0,k.useState)(null),u=e=>r.filter(t=>t.schedulable.includes(e)),{unit:d,risk:f}=n.state,h=new URLSearchParams({...d&&{unit:d},...f&&{risk:f}});return(0,P.jsxs)(P.Fragment,{children:[(0,P.jsx)(D,{list:n,title:e(`title`),filters:R(),columns:[...o,...L()],className:`measure-table`,actions:(0,P.jsxs)(P.Fragment,{children:[z.map(t=>u(t).length>0&&(0,P.jsx)(a,{onClick:()=>l({kind:t,measures:u(t)}),children:e(`list.schedule.${t}`,{count:u(t).length})},t)),m(t,`RECORD_RISK`)&&(0,P.jsx)(E,{type:`primary`,to:`/measures/new?${h}`,children:e(`list.draft`)})]})}),c&&(0,P.jsx)(k.Suspense,{fallback:null,children:(0,P.jsx)(T,{...c,onClose:()=>l(null),onDone:s})})]})}export{B as Component};