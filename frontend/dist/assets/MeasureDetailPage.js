import{i as e}from"./rolldown-runtime.js";import{S as t,_ as n,n as r,t as i}from"./react.js";import{A as a,B as o,M as s,j as c,q as l}from"./vendor.js";import{d as u,u as d,y as f}from"./index.js";import{i as p,n as m}from"./format.js";import{t as h}from"./Facts.js";import{t as g}from"./form.js";import{t as _}from"./input.js";import{t as v}from"./gql.js";import{t as y}from"./EditDialog.js";import{t as b}from"./LinkButton.js";import{t as x}from"./door.js";import{n as S}from"./Attachments.js";import{t as C}from"./AsWritten.js";import{t as w}from"./GradeBadge.js";import{t as T}from"./PageHeader.js";import{t as E}from"./Query.js";var D=e(t(),1),O=i();function k({measure:e}){let{t}=o(`measure`),n=d(`Comprehensive`),{comprehensive:i,comprehensiveText:a,comprehensiveMeeting:s}=e;return(0,O.jsxs)(`section`,{className:`panel`,children:[(0,O.jsx)(`h2`,{children:t(`comprehensive.title`)}),i?(0,O.jsx)(h,{items:[[t(`comprehensive.outcome`),n.label(i)],[t(i===`ADOPTED`?`comprehensive.adopted`:`comprehensive.declined`),a&&(0,O.jsx)(`span`,{className:`prose`,children:a})],[t(`comprehensive.meeting`),s&&(0,O.jsxs)(r,{to:`/meetings/${s.id}`,children:[m(s.heldOn),` `,s.title]})]]}):(0,O.jsx)(`p`,{children:t(`comprehensive.waits`)})]})}var A=v(`
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
`),j=v(`
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
`);function M({measure:e,onChanged:t}){let{t:n}=o(`measure`),r=d(`MeasureAction`),[i,a]=(0,D.useState)(null),s=e.allowedActions,c=s.includes(`APPROVE_MEASURE`)?e.nextSteps:[];return(0,O.jsxs)(O.Fragment,{children:[c.map((e,t)=>(0,O.jsx)(l,{type:t===0?`primary`:`default`,danger:e===`RETIRE`,onClick:()=>a(e),children:r.label(e)},e)),s.includes(`RECORD_RISK`)&&e.nextSteps.length>0&&(0,O.jsx)(b,{to:`/measures/${e.id}/edit`,children:n(`detail.edit`)}),i&&(0,O.jsx)(N,{measure:e,step:i,onClose:()=>a(null),onDone:()=>{a(null),t()}})]})}function N({measure:e,step:t,onClose:n,onDone:r}){let{t:i}=o(`measure`),s=d(`MeasureAction`),l=d(`MeasureStatus`),u=f(),p=a(),[,m]=c(j);return(0,O.jsx)(y,{title:i(`advance.title`,{step:s.label(t)}),intro:i(`advance.${t}`),start:{evidence:e.evidence},version:e.version,onClose:n,submitLabel:s.label(t),danger:t===`RETIRE`,send:async({evidence:n=``},a)=>{let{data:o,error:s}=await m({input:{id:e.id,expectedVersion:a,action:t,evidence:n}});return s?{error:s}:{done:()=>{u.success(i(`advance.done`,{status:l.label(o?.advanceMeasure.measure.status)})),r()}}},fresh:async()=>{let{data:t}=await p.query(A,{id:e.id},{requestPolicy:`network-only`}).toPromise();return t?.node?.__typename===`Measure`?{start:{evidence:t.node.evidence},version:t.node.version}:null},children:(0,O.jsx)(g.Item,{name:`evidence`,label:i(`field.evidence`),extra:i(`advance.evidenceHint`),children:(0,O.jsx)(_.TextArea,{autoSize:{minRows:3,maxRows:10}})})})}function P(){let{id:e=``}=n(),[t,r]=s({query:A,variables:{id:e}}),i=()=>r({requestPolicy:`network-only`});return(0,O.jsx)(E,{result:t,onRetry:i,children:({node:e})=>e?.__typename===`Measure`?(0,O.jsx)(F,{measure:e,onChanged:i}):(0,O.jsx)(u,{})})}function F({measure:e,onChanged:t}){let{t:n}=o([`measure`,`common`]),i=d(`MeasureStatus`),{content:a}=e;return(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)(T,{title:a.length>40?`${a.slice(0,40)}…`:a,crumbs:[{title:n(`measure:title`),to:`/measures`}],tags:(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)(`span`,{className:`tag`,children:i.label(e.status)}),e.asksComprehensive&&(0,O.jsx)(`span`,{className:`tag`,children:n(`measure:field.asksComprehensive`)})]}),actions:(0,O.jsx)(M,{measure:e,onChanged:t})}),(0,O.jsx)(I,{measure:e}),e.asksComprehensive&&(0,O.jsx)(k,{measure:e}),(0,O.jsxs)(`section`,{className:`panel`,children:[(0,O.jsx)(`h2`,{children:n(`measure:detail.risks`)}),(0,O.jsx)(`ul`,{className:`risk-links`,children:e.riskPoints.map(e=>(0,O.jsxs)(`li`,{children:[(0,O.jsx)(w,{grade:e.grade}),` `,(0,O.jsx)(r,{to:`/risks/${e.id}`,children:e.title}),` `,(0,O.jsx)(`span`,{className:`hint-inline`,children:e.unit?.name})]},e.id))})]}),(0,O.jsx)(D.Suspense,{fallback:null,children:(0,O.jsx)(x,{measure:e,may:e.schedulable})}),(0,O.jsx)(S,{ownerId:e.id})]})}function I({measure:e}){let{t}=o(`measure`),n=d(`MeasureKind`),r=d(`Mechanism`),i=d(`MeasureScope`),a=d(`MeasureStatus`),s=(e,t)=>(e||t)&&(0,O.jsxs)(O.Fragment,{children:[e&&(e.jobTitle?`${e.name}（${e.jobTitle}）`:e.name),(0,O.jsx)(C,{text:t})]});return(0,O.jsxs)(`section`,{className:`panel`,children:[(0,O.jsx)(`h2`,{children:t(`detail.facts`)}),(0,O.jsx)(h,{items:[[t(`field.status`),a.label(e.status)],[t(`field.unit`),e.unit?.path.map(e=>e.name).join(` / `)],[t(`field.kind`),n.label(e.kind)],[t(`field.mechanism`),r.label(e.mechanism)],[t(`field.scope`),i.label(e.scope)],[t(`field.owner`),s(e.owner,e.ownerText)],[t(`field.supervisor`),s(e.supervisor,e.supervisorText)],[t(`field.dueOn`),e.dueOn&&m(e.dueOn)],[t(`field.frequency`),e.frequency],[t(`field.indicator`),e.indicator],[t(`field.threshold`),e.threshold],[t(`field.rulesDocument`),e.rulesDocument],[t(`field.createdAt`),p(e.createdAt)],[t(`field.updatedAt`),p(e.updatedAt)]]}),(0,O.jsx)(h,{items:[[t(`field.content`),(0,O.jsx)(`span`,{className:`prose`,children:e.content})],[t(`field.evidence`),e.evidence&&(0,O.jsx)(`span`,{className:`prose`,children:e.evidence})]]})]})}export{P as Component};