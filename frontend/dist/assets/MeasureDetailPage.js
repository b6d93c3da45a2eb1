const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./MeasureIndicators.js","./rolldown-runtime.js","./react.js","./vendor.js","./checkbox.js","./useBubbleLock.js","./style3.js","./IndicatorDialog.js","./form.js","./collapse.js","./useForm.js","./useBreakpoint.js","./input.js","./space.js","./Addon.js","./SearchOutlined.js","./style2.js","./style.js","./input-number.js","./DownOutlined.js","./PlusOutlined.js","./radio.js","./indicator.js","./select.js","./useShowArrow.js","./es.js","./extends.js","./empty.js","./CheckOutlined.js","./PurePanel.js","./gql.js","./index.js","./enums.js","./index.css","./EditDialog.js","./modal.js","./drafts.js","./EditForm.js","./problems.js","./EditForm.css","./format.js","./indicator.css","./DateInput.js","./useAnswer.js","./PersonSelect.js","./RemoteSelect.js","./useDebounced.js","./useIndicatorColumns.js","./useConnection.js","./Empty2.js","./GridTable.js","./ListFoot.js"])))=>i.map(i=>d[i]);
import{i as e}from"./rolldown-runtime.js";import{S as t,_ as n,n as r,t as i}from"./react.js";import{H as a,M as o,N as s,Y as c,j as l}from"./vendor.js";import{F as u,I as d,d as f,u as p,y as m}from"./index.js";import{i as h,n as g}from"./format.js";import{t as _}from"./Facts.js";import{t as v}from"./form.js";import{t as y}from"./input.js";import{t as b}from"./gql.js";import{t as x}from"./EditDialog.js";import{t as S}from"./LinkButton.js";import{t as C}from"./door.js";import{n as w}from"./Attachments.js";import{t as T}from"./AsWritten.js";import{t as E}from"./GradeBadge.js";import{t as D}from"./PageHeader.js";import{t as O}from"./Query.js";var k=e(t(),1),A=i();function j({measure:e}){let{t}=a(`measure`),n=p(`Comprehensive`),{comprehensive:i,comprehensiveText:o,comprehensiveMeeting:s}=e;return(0,A.jsxs)(`section`,{className:`panel`,children:[(0,A.jsx)(`h2`,{children:t(`comprehensive.title`)}),i?(0,A.jsx)(_,{items:[[t(`comprehensive.outcome`),n.label(i)],[t(i===`ADOPTED`?`comprehensive.adopted`:`comprehensive.declined`),o&&(0,A.jsx)(`span`,{className:`prose`,children:o})],[t(`comprehensive.meeting`),s&&(0,A.jsxs)(r,{to:`/meetings/${s.id}`,children:[g(s.heldOn),` `,s.title]})]]}):(0,A.jsx)(`p`,{children:t(`comprehensive.waits`)})]})}var M=b(`
  query MeasureDetail($id: ID!) {
    node(id: $id) {
      __typename
      ... on Measure {
        id
        version
        content
        kind
        mechanism
        scope
        status
        dueOn
        frequency
        indicator
        threshold
        rulesDocument
        evidence
        asksComprehensive
        ownerText
        supervisorText
        comprehensive
        comprehensiveText
        comprehensiveMeeting {
          id
          title
          heldOn
        }
        createdAt
        updatedAt
        nextSteps
        allowedActions
        schedulable
        mayDefineIndicator
        unit {
          id
          name
          path {
            id
            name
          }
        }
        owner {
          id
          name
          jobTitle
        }
        supervisor {
          id
          name
          jobTitle
        }
        riskPoints {
          id
          title
          grade
          status
          unit {
            id
            name
          }
        }
      }
    }
  }
`),N=b(`
  mutation AdvanceMeasure($input: AdvanceMeasureInput!) {
    advanceMeasure(input: $input) {
      measure {
        id
        version
        status
        evidence
        nextSteps
        riskPoints {
          id
          controlled
        }
      }
    }
  }
`);function P({measure:e,onChanged:t}){let{t:n}=a(`measure`),r=p(`MeasureAction`),[i,o]=(0,k.useState)(null),s=e.allowedActions,l=s.includes(`APPROVE_MEASURE`)?e.nextSteps:[];return(0,A.jsxs)(A.Fragment,{children:[l.map((e,t)=>(0,A.jsx)(c,{type:t===0?`primary`:`default`,danger:e===`RETIRE`,onClick:()=>o(e),children:r.label(e)},e)),s.includes(`RECORD_RISK`)&&e.nextSteps.length>0&&(0,A.jsx)(S,{to:`/measures/${e.id}/edit`,children:n(`detail.edit`)}),i&&(0,A.jsx)(F,{measure:e,step:i,onClose:()=>o(null),onDone:()=>{o(null),t()}})]})}function F({measure:e,step:t,onClose:n,onDone:r}){let{t:i}=a(`measure`),s=p(`MeasureAction`),c=p(`MeasureStatus`),u=m(),d=l(),[,f]=o(N);return(0,A.jsx)(x,{title:i(`advance.title`,{step:s.label(t)}),intro:i(`advance.${t}`),start:{evidence:e.evidence},version:e.version,onClose:n,submitLabel:s.label(t),danger:t===`RETIRE`,send:async({evidence:n=``},a)=>{let{data:o,error:s}=await f({input:{id:e.id,expectedVersion:a,action:t,evidence:n}});return s?{error:s}:{done:()=>{u.success(i(`advance.done`,{status:c.label(o?.advanceMeasure.measure.status)})),r()}}},fresh:async()=>{let{data:t}=await d.query(M,{id:e.id},{requestPolicy:`network-only`}).toPromise();return t?.node?.__typename===`Measure`?{start:{evidence:t.node.evidence},version:t.node.version}:null},children:(0,A.jsx)(v.Item,{name:`evidence`,label:i(`field.evidence`),extra:i(`advance.evidenceHint`),children:(0,A.jsx)(y.TextArea,{autoSize:{minRows:3,maxRows:10}})})})}var I=(0,k.lazy)(u(()=>d(()=>import(`./MeasureIndicators.js`),__vite__mapDeps([0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51]),import.meta.url)));function L(){let{id:e=``}=n(),[t,r]=s({query:M,variables:{id:e}}),i=()=>r({requestPolicy:`network-only`});return(0,A.jsx)(O,{result:t,onRetry:i,children:({node:e})=>e?.__typename===`Measure`?(0,A.jsx)(R,{measure:e,onChanged:i}):(0,A.jsx)(f,{})})}function R({measure:e,onChanged:t}){let{t:n}=a([`measure`,`common`]),i=p(`MeasureStatus`),{content:o}=e;return(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)(D,{title:o.length>40?`${o.slice(0,40)}…`:o,crumbs:[{title:n(`measure:title`),to:`/measures`}],tags:(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)(`span`,{className:`tag`,children:i.label(e.status)}),e.asksComprehensive&&(0,A.jsx)(`span`,{className:`tag`,children:n(`measure:field.asksComprehensive`)})]}),actions:(0,A.jsx)(P,{measure:e,onChanged:t})}),(0,A.jsx)(z,{measure:e}),e.asksComprehensive&&(0,A.jsx)(j,{measure:e}),(0,A.jsxs)(`section`,{className:`panel`,children:[(0,A.jsx)(`h2`,{children:n(`measure:detail.risks`)}),(0,A.jsx)(`ul`,{className:`risk-links`,children:e.riskPoints.map(e=>(0,A.jsxs)(`li`,{children:[(0,A.jsx)(E,{grade:e.grade}),` `,(0,A.jsx)(r,{to:`/risks/${e.id}`,children:e.title}),` `,(0,A.jsx)(`span`,{className:`hint-inline`,children:e.unit?.name})]},e.id))})]}),(0,A.jsx)(k.Suspense,{fallback:null,children:(0,A.jsx)(C,{measure:e,may:e.schedulable})}),(0,A.jsx)(k.Suspense,{fallback:null,children:(0,A.jsx)(I,{measure:e,mayDefine:e.mayDefineIndicator})}),(0,A.jsx)(w,{ownerId:e.id})]})}function z({measure:e}){let{t}=a(`measure`),n=p(`MeasureKind`),r=p(`Mechanism`),i=p(`MeasureScope`),o=p(`MeasureStatus`),s=(e,t)=>(e||t)&&(0,A.jsxs)(A.Fragment,{children:[e&&(e.jobTitle?`${e.name}（${e.jobTitle}）`:e.name),(0,A.jsx)(T,{text:t})]});return(0,A.jsxs)(`section`,{className:`panel`,children:[(0,A.jsx)(`h2`,{children:t(`detail.facts`)}),(0,A.jsx)(_,{items:[[t(`field.status`),o.label(e.status)],[t(`field.unit`),e.unit?.path.map(e=>e.name).join(` / `)],[t(`field.kind`),n.label(e.kind)],[t(`field.mechanism`),r.label(e.mechanism)],[t(`field.scope`),i.label(e.scope)],[t(`field.owner`),s(e.owner,e.ownerText)],[t(`field.supervisor`),s(e.supervisor,e.supervisorText)],[t(`field.dueOn`),e.dueOn&&g(e.dueOn)],[t(`field.frequency`),e.frequency],[t(`field.indicator`),e.indicator],[t(`field.threshold`),e.threshold],[t(`field.rulesDocument`),e.rulesDocument],[t(`field.createdAt`),h(e.createdAt)],[t(`field.updatedAt`),h(e.updatedAt)]]}),(0,A.jsx)(_,{items:[[t(`field.content`),(0,A.jsx)(`span`,{className:`prose`,children:e.content})],[t(`field.evidence`),e.evidence&&(0,A.jsx)(`span`,{className:`prose`,children:e.evidence})]]})]})}export{L as Component};