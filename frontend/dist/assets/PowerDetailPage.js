const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./ProcessGraph.js","./rolldown-runtime.js","./react.js","./style3.js","./vendor.js","./style.css","./dagre.esm.js","./power.js","./enums.js","./GradeBadge.js","./power.css","./index.js","./ErrorState.js","./preload-helper.js","./index.css","./ProcessGraph.css"])))=>i.map(i=>d[i]);
import{i as e}from"./rolldown-runtime.js";import{S as t,_ as n,n as r,t as i}from"./react.js";import{D as a,E as o,O as s,P as c,V as l}from"./vendor.js";import{_ as u,b as d,c as f,l as p}from"./index.js";import{t as m}from"./Facts.js";import{t as h}from"./select.js";import{i as g}from"./ErrorState.js";import{t as _}from"./power.js";import{t as v}from"./GradeBadge.js";import{a as y,i as b}from"./format.js";import{t as x}from"./Empty2.js";import{t as S}from"./LinkButton.js";import{t as C}from"./Query.js";import{t as w}from"./preload-helper.js";import{t as T}from"./form.js";import{t as E}from"./DateInput.js";import{t as D}from"./EditDialog.js";import{r as O}from"./riskState.js";import{t as k}from"./PageHeader.js";var A=e(t(),1),j=i();function M({power:e}){let{t}=c(`power`),n=f(`PowerType`),i=f(`Discretion`),a=e.unit;return(0,j.jsxs)(`section`,{className:`panel`,children:[(0,j.jsx)(`h2`,{children:t(`detail.facts`)}),(0,j.jsx)(m,{items:[[t(`field.code`),e.code],[t(`field.type`),n.label(e.type)],[t(`field.unit`),a&&(0,j.jsx)(r,{to:`/powers?unit=${a.id}`,children:a.path.map(e=>e.name).join(` / `)||a.name})],[t(`field.discretion`),i.label(e.discretion)],[t(`field.timeLimitDays`),e.timeLimitDays===null?``:t(`days`,{count:e.timeLimitDays})],[t(`field.frequency`),e.frequency],[t(`field.exercisingPosts`),e.exercisingPosts.map(e=>e.name).join(`、`)],[t(`field.decisionPost`),e.decisionPost?.name],[t(`field.executionPost`),e.executionPost?.name],[t(`field.supervisionPost`),e.supervisionPost?.name],[t(`field.disclosureScope`),e.disclosure.scope],[t(`field.disclosureForm`),e.disclosure.form],[t(`field.disclosureReason`),e.disclosure.reason]]}),(0,j.jsx)(m,{items:[[t(`field.discretionNote`),e.discretionNote&&(0,j.jsx)(`span`,{className:`prose`,children:e.discretionNote})],[t(`field.responsibilities`),e.responsibilities&&(0,j.jsx)(`span`,{className:`prose`,children:e.responsibilities})],[t(`field.accountability`),e.accountability&&(0,j.jsx)(`span`,{className:`prose`,children:e.accountability})],[t(`field.legalBases`),e.legalBases.length>0&&(0,j.jsx)(`ul`,{className:`legal-bases`,children:e.legalBases.map((e,t)=>(0,j.jsxs)(`li`,{children:[e.law,e.article&&` ${e.article}`,e.text&&(0,j.jsx)(`div`,{className:`prose hint-inline`,children:e.text})]},t))})]]})]})}var N=g(`
  query PowerDetail($id: ID!) {
    node(id: $id) {
      __typename
      ... on Power {
        id
        version
        code
        name
        type
        discretion
        discretionNote
        timeLimitDays
        frequency
        retiredOn
        responsibilities
        accountability
        worstGrade
        legalBases {
          law
          article
          text
        }
        disclosure {
          scope
          form
          reason
        }
        unit {
          id
          name
          allowedActions
          path {
            id
            name
          }
        }
        exercisingPosts {
          id
          name
        }
        decisionPost {
          id
          name
        }
        executionPost {
          id
          name
        }
        supervisionPost {
          id
          name
        }
        processes {
          id
          revision
          current
          savedAt
        }
      }
    }
  }
`),P=g(`
  query ProcessOfPower($id: ID!) {
    node(id: $id) {
      __typename
      ... on Process {
        id
        revision
        current
        savedAt
        steps {
          id
          key
          name
          kind
          timeLimitDays
          post {
            id
            name
          }
          riskPoints {
            id
            title
            grade
            status
          }
        }
        edges {
          fromKey
          toKey
          condition
        }
      }
    }
  }
`),F=g(`
  mutation RetirePower($input: RetirePowerInput!) {
    retirePower(input: $input) {
      power {
        id
        version
        retiredOn
      }
    }
  }
`);function I({process:e}){let t=new Map(e.steps.map(e=>[e.key,e.name]));return(0,j.jsx)(`ol`,{className:`step-list`,children:e.steps.map(n=>(0,j.jsx)(L,{step:n,next:e.edges.filter(e=>e.fromKey===n.key).map(e=>({name:t.get(e.toKey)??e.toKey,condition:e.condition}))},n.id))})}function L({step:e,next:t}){let{t:n}=c(`power`),i=[f(`StepKind`).label(e.kind),e.post?.name,e.timeLimitDays!==null&&n(`days`,{count:e.timeLimitDays})].filter(Boolean);return(0,j.jsxs)(`li`,{children:[(0,j.jsx)(`strong`,{children:e.name}),` `,(0,j.jsx)(`span`,{className:`hint-inline`,children:i.join(`，`)}),` `,(0,j.jsx)(_,{risks:e.riskPoints}),t.length>0&&(0,j.jsxs)(`div`,{className:`hint-inline`,children:[n(`process.next`),`：`,t.map(({name:e,condition:t})=>t?n(`process.nextIf`,{name:e,condition:t}):e).join(`；`)]}),e.riskPoints.length>0&&(0,j.jsx)(`ul`,{children:e.riskPoints.map(e=>(0,j.jsxs)(`li`,{children:[(0,j.jsx)(v,{grade:e.grade}),` `,(0,j.jsx)(r,{to:`/risks/${e.id}`,children:e.title})]},e.id))})]})}var R=(0,A.lazy)(()=>w(()=>import(`./ProcessGraph.js`),__vite__mapDeps([0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15]),import.meta.url));function z({power:e,editable:t}){let{t:n}=c(`power`),r=e.processes.find(e=>e.current)??e.processes[0],[i,a]=(0,A.useState)(),o=i??r?.id;return(0,j.jsxs)(`section`,{className:`panel`,"aria-labelledby":`process-title`,children:[(0,j.jsxs)(`div`,{className:`process-head`,children:[(0,j.jsx)(`h2`,{id:`process-title`,children:n(`process.title`)}),e.processes.length>1&&(0,j.jsx)(h,{"aria-label":n(`process.version`),value:o,onChange:a,options:e.processes.map(e=>({value:e.id,label:n(e.current?`process.revisionCurrent`:`process.revision`,{revision:e.revision,time:b(e.savedAt)})})),popupMatchSelectWidth:!1}),t&&(0,j.jsx)(S,{to:`/powers/${e.id}/process`,children:n(r?`process.edit`:`process.first`)})]}),o?(0,j.jsx)(B,{id:o}):(0,j.jsx)(x,{text:n(`process.none`)})]})}function B({id:e}){let[t,n]=s({query:P,variables:{id:e}});return(0,j.jsx)(C,{result:t,onRetry:()=>n({requestPolicy:`network-only`}),children:({node:e})=>e?.__typename===`Process`?(0,j.jsx)(V,{process:e}):null})}function V({process:e}){let{t}=c(`power`),n=(0,A.useMemo)(()=>e.steps.map(e=>({key:e.key,name:e.name,kind:e.kind,post:e.post?.name,timeLimitDays:e.timeLimitDays,risks:e.riskPoints})),[e]);return(0,j.jsxs)(`div`,{className:`process-view`,children:[(0,j.jsx)(A.Suspense,{fallback:(0,j.jsx)(d,{rows:5}),children:(0,j.jsx)(R,{direction:`down`,steps:n,edges:e.edges,label:t(`graph.label`,{count:e.steps.length})})}),(0,j.jsx)(I,{process:e})]})}function H({power:e,onClose:t,onDone:n}){let{t:r}=c(`power`),i=u(),s=o(),[,l]=a(F);return(0,j.jsx)(D,{title:r(`retire.title`),intro:r(`retire.intro`),start:{on:y()},version:e.version,onClose:t,danger:!0,submitLabel:r(`detail.retire`),send:async({on:t=``},a)=>{let{error:o}=await l({input:{id:e.id,expectedVersion:a,on:t}});return o?{error:o}:{done:()=>{i.success(r(`retire.done`)),n()}}},fresh:async()=>{let{data:t}=await s.query(N,{id:e.id},{requestPolicy:`network-only`}).toPromise();return t?.node?.__typename===`Power`?{start:{on:y()},version:t.node.version}:null},children:(0,j.jsx)(T.Item,{name:`on`,label:r(`retire.on`),rules:[{required:!0}],children:(0,j.jsx)(E,{})})})}function U(){let{id:e=``}=n(),[t,r]=s({query:N,variables:{id:e}}),i=()=>r({requestPolicy:`network-only`});return(0,j.jsx)(C,{result:t,onRetry:i,rows:10,children:({node:e})=>e?.__typename===`Power`?(0,j.jsx)(W,{power:e,onChanged:i}):(0,j.jsx)(p,{})})}function W({power:e,onChanged:t}){let{t:n}=c(`power`),[r,i]=(0,A.useState)(!1),a=e.unit?.allowedActions??[],o=a.includes(`EDIT_REGISTER`)&&!e.retiredOn;return(0,j.jsxs)(j.Fragment,{children:[(0,j.jsx)(k,{title:e.name,crumbs:[{title:n(`title`),to:`/powers`}],tags:(0,j.jsxs)(j.Fragment,{children:[(0,j.jsx)(v,{grade:e.worstGrade}),e.retiredOn&&(0,j.jsx)(`span`,{className:`tag`,children:n(`retiredTag`,{date:e.retiredOn})})]}),actions:(0,j.jsxs)(j.Fragment,{children:[(0,j.jsx)(S,{to:O({powerId:e.id}),children:n(`detail.risks`)}),a.includes(`RECORD_RISK`)&&!e.retiredOn&&(0,j.jsx)(S,{to:`/risks/new?unit=${e.unit?.id??``}&power=${e.id}`,children:n(`detail.recordRisk`)}),o&&(0,j.jsxs)(j.Fragment,{children:[(0,j.jsx)(S,{to:`/powers/${e.id}/edit`,children:n(`detail.edit`)}),(0,j.jsx)(l,{danger:!0,onClick:()=>i(!0),children:n(`detail.retire`)})]})]})}),(0,j.jsx)(M,{power:e}),(0,j.jsx)(z,{power:e,editable:o}),r&&(0,j.jsx)(H,{power:e,onClose:()=>i(!1),onDone:()=>{i(!1),t()}})]})}export{U as Component};