const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./MeasureIndicators.js","./rolldown-runtime.js","./react.js","./vendor.js","./checkbox.js","./useBubbleLock.js","./style3.js","./IndicatorDialog.js","./form.js","./collapse.js","./useForm.js","./useBreakpoint.js","./input.js","./space.js","./Addon.js","./SearchOutlined.js","./style2.js","./style.js","./input-number.js","./DownOutlined.js","./PlusOutlined.js","./radio.js","./indicator.js","./select.js","./useShowArrow.js","./es.js","./extends.js","./empty.js","./CheckOutlined.js","./PurePanel.js","./gql.js","./index.js","./preload-helper.js","./enums.js","./index.css","./EditDialog.js","./modal.js","./drafts.js","./EditForm.js","./problems.js","./EditForm.css","./format.js","./indicator.css","./DateInput.js","./useAnswer.js","./PersonSelect.js","./RemoteSelect.js","./useDebounced.js","./useIndicatorColumns.js","./useConnection.js","./Empty2.js","./GridTable.js","./ListFoot.js"])))=>i.map(i=>d[i]);
import{i as e}from"./rolldown-runtime.js";import{S as t,_ as n,n as r,t as i}from"./react.js";import{F as a,G as o,I as s,P as c,Q as l}from"./vendor.js";import{F as u,d,u as f,y as p}from"./index.js";import{i as m,n as h}from"./format.js";import{t as g}from"./Facts.js";import{t as _}from"./form.js";import{t as v}from"./input.js";import{t as y}from"./gql.js";import{t as b}from"./EditDialog.js";import{t as x}from"./LinkButton.js";import{t as S}from"./door.js";import{n as C}from"./Attachments.js";import{t as w}from"./door2.js";import{t as T}from"./preload-helper.js";import{t as E}from"./door3.js";import{t as D}from"./AsWritten.js";import{t as O}from"./GradeBadge.js";import{t as k}from"./PageHeader.js";import{t as A}from"./Query.js";var j=e(t(),1),M=i();function N({measure:e}){let{t}=o(`measure`),n=f(`Comprehensive`),{comprehensive:i,comprehensiveText:a,comprehensiveMeeting:s}=e;return(0,M.jsxs)(`section`,{className:`panel`,children:[(0,M.jsx)(`h2`,{children:t(`comprehensive.title`)}),i?(0,M.jsx)(g,{items:[[t(`comprehensive.outcome`),n.label(i)],[t(i===`ADOPTED`?`comprehensive.adopted`:`comprehensive.declined`),a&&(0,M.jsx)(`span`,{className:`prose`,children:a})],[t(`comprehensive.meeting`),s&&(0,M.jsxs)(r,{to:`/meetings/${s.id}`,children:[h(s.heldOn),` `,s.title]})]]}):(0,M.jsx)(`p`,{children:t(`comprehensive.waits`)})]})}var P=y(`
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
`),F=y(`
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
`);function I({measure:e,onChanged:t}){let{t:n}=o(`measure`),r=f(`MeasureAction`),[i,a]=(0,j.useState)(null),s=e.allowedActions,c=s.includes(`APPROVE_MEASURE`)?e.nextSteps:[];return(0,M.jsxs)(M.Fragment,{children:[c.map((e,t)=>(0,M.jsx)(l,{type:t===0?`primary`:`default`,danger:e===`RETIRE`,onClick:()=>a(e),children:r.label(e)},e)),s.includes(`RECORD_RISK`)&&e.nextSteps.length>0&&(0,M.jsx)(x,{to:`/measures/${e.id}/edit`,children:n(`detail.edit`)}),i&&(0,M.jsx)(L,{measure:e,step:i,onClose:()=>a(null),onDone:()=>{a(null),t()}})]})}function L({measure:e,step:t,onClose:n,onDone:r}){let{t:i}=o(`measure`),s=f(`MeasureAction`),l=f(`MeasureStatus`),u=p(),d=c(),[,m]=a(F);return(0,M.jsx)(b,{title:i(`advance.title`,{step:s.label(t)}),intro:i(`advance.${t}`),start:{evidence:e.evidence},version:e.version,onClose:n,submitLabel:s.label(t),danger:t===`RETIRE`,send:async({evidence:n=``},a)=>{let{data:o,error:s}=await m({input:{id:e.id,expectedVersion:a,action:t,evidence:n}});return s?{error:s}:{done:()=>{u.success(i(`advance.done`,{status:l.label(o?.advanceMeasure.measure.status)})),r()}}},fresh:async()=>{let{data:t}=await d.query(P,{id:e.id},{requestPolicy:`network-only`}).toPromise();return t?.node?.__typename===`Measure`?{start:{evidence:t.node.evidence},version:t.node.version}:null},children:(0,M.jsx)(_.Item,{name:`evidence`,label:i(`field.evidence`),extra:i(`advance.evidenceHint`),children:(0,M.jsx)(v.TextArea,{autoSize:{minRows:3,maxRows:10}})})})}var R=(0,j.lazy)(u(()=>T(()=>import(`./MeasureIndicators.js`),__vite__mapDeps([0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52]),import.meta.url)));function z(){let{id:e=``}=n(),[t,r]=s({query:P,variables:{id:e}}),i=()=>r({requestPolicy:`network-only`});return(0,M.jsx)(A,{result:t,onRetry:i,children:({node:e})=>e?.__typename===`Measure`?(0,M.jsx)(B,{measure:e,onChanged:i}):(0,M.jsx)(d,{})})}function B({measure:e,onChanged:t}){let{t:n}=o([`measure`,`common`]),i=f(`MeasureStatus`),{content:a}=e;return(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(k,{title:a.length>40?`${a.slice(0,40)}…`:a,crumbs:[{title:n(`measure:title`),to:`/measures`}],tags:(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(`span`,{className:`tag`,children:i.label(e.status)}),e.asksComprehensive&&(0,M.jsx)(`span`,{className:`tag`,children:n(`measure:field.asksComprehensive`)})]}),actions:(0,M.jsx)(I,{measure:e,onChanged:t})}),(0,M.jsx)(V,{measure:e}),e.asksComprehensive&&(0,M.jsx)(N,{measure:e}),(0,M.jsxs)(`section`,{className:`panel`,children:[(0,M.jsx)(`h2`,{children:n(`measure:detail.risks`)}),(0,M.jsx)(`ul`,{className:`risk-links`,children:e.riskPoints.map(e=>(0,M.jsxs)(`li`,{children:[(0,M.jsx)(O,{grade:e.grade}),` `,(0,M.jsx)(r,{to:`/risks/${e.id}`,children:e.title}),` `,(0,M.jsx)(`span`,{className:`hint-inline`,children:e.unit?.name})]},e.id))})]}),(0,M.jsx)(j.Suspense,{fallback:null,children:(0,M.jsx)(S,{measure:e,may:e.schedulable})}),(0,M.jsx)(j.Suspense,{fallback:null,children:(0,M.jsx)(R,{measure:e,mayDefine:e.mayDefineIndicator})}),(e.kind===`EDUCATION`||e.mechanism===`DAILY_EDUCATION`)&&(0,M.jsx)(j.Suspense,{fallback:null,children:(0,M.jsx)(w,{measureId:e.id})}),(0,M.jsx)(j.Suspense,{fallback:null,children:(0,M.jsx)(E,{id:e.id,kind:`measure`})}),(0,M.jsx)(C,{ownerId:e.id})]})}function V({measure:e}){let{t}=o(`measure`),n=f(`MeasureKind`),r=f(`Mechanism`),i=f(`MeasureScope`),a=f(`MeasureStatus`),s=(e,t)=>(e||t)&&(0,M.jsxs)(M.Fragment,{children:[e&&(e.jobTitle?`${e.name}（${e.jobTitle}）`:e.name),(0,M.jsx)(D,{text:t})]});return(0,M.jsxs)(`section`,{className:`panel`,children:[(0,M.jsx)(`h2`,{children:t(`detail.facts`)}),(0,M.jsx)(g,{items:[[t(`field.status`),a.label(e.status)],[t(`field.unit`),e.unit?.path.map(e=>e.name).join(` / `)],[t(`field.kind`),n.label(e.kind)],[t(`field.mechanism`),r.label(e.mechanism)],[t(`field.scope`),i.label(e.scope)],[t(`field.owner`),s(e.owner,e.ownerText)],[t(`field.supervisor`),s(e.supervisor,e.supervisorText)],[t(`field.dueOn`),e.dueOn&&h(e.dueOn)],[t(`field.frequency`),e.frequency],[t(`field.indicator`),e.indicator],[t(`field.threshold`),e.threshold],[t(`field.rulesDocument`),e.rulesDocument],[t(`field.createdAt`),m(e.createdAt)],[t(`field.updatedAt`),m(e.updatedAt)]]}),(0,M.jsx)(g,{items:[[t(`field.content`),(0,M.jsx)(`span`,{className:`prose`,children:e.content})],[t(`field.evidence`),e.evidence&&(0,M.jsx)(`span`,{className:`prose`,children:e.evidence})]]})]})}export{z as Component};