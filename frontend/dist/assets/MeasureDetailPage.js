import{i as e}from"./rolldown-runtime.js";import{A as t,B as n,M as r,j as i,q as a}from"./vendor.js";import{S as o,_ as s,n as c,t as l}from"./react.js";import{d as u,u as d,y as f}from"./index.js";import{i as p,n as m}from"./format.js";import{t as h}from"./Facts.js";import{t as g}from"./form.js";import{t as _}from"./input.js";import{t as v}from"./gql.js";import{t as y}from"./EditDialog.js";import{t as b}from"./LinkButton.js";/* empty css       */import{n as x}from"./Attachments.js";import{t as S}from"./AsWritten.js";import{t as C}from"./GradeBadge.js";import{t as w}from"./PageHeader.js";import{t as T}from"./Query.js";var E=l();function D({measure:e}){let{t}=n(`measure`),r=d(`Comprehensive`),{comprehensive:i,comprehensiveText:a,comprehensiveMeeting:o}=e;return(0,E.jsxs)(`section`,{className:`panel`,children:[(0,E.jsx)(`h2`,{children:t(`comprehensive.title`)}),i?(0,E.jsx)(h,{items:[[t(`comprehensive.outcome`),r.label(i)],[t(i===`ADOPTED`?`comprehensive.adopted`:`comprehensive.declined`),a&&(0,E.jsx)(`span`,{className:`prose`,children:a})],[t(`comprehensive.meeting`),o&&(0,E.jsxs)(c,{to:`/meetings/${o.id}`,children:[m(o.heldOn),` `,o.title]})]]}):(0,E.jsx)(`p`,{children:t(`comprehensive.waits`)})]})}var O=e(o(),1),k=v(`
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
`),A=v(`
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
`);function j({measure:e,onChanged:t}){let{t:r}=n(`measure`),i=d(`MeasureAction`),[o,s]=(0,O.useState)(null),c=e.allowedActions,l=c.includes(`APPROVE_MEASURE`)?e.nextSteps:[];return(0,E.jsxs)(E.Fragment,{children:[l.map((e,t)=>(0,E.jsx)(a,{type:t===0?`primary`:`default`,danger:e===`RETIRE`,onClick:()=>s(e),children:i.label(e)},e)),c.includes(`RECORD_RISK`)&&e.nextSteps.length>0&&(0,E.jsx)(b,{to:`/measures/${e.id}/edit`,children:r(`detail.edit`)}),o&&(0,E.jsx)(M,{measure:e,step:o,onClose:()=>s(null),onDone:()=>{s(null),t()}})]})}function M({measure:e,step:r,onClose:a,onDone:o}){let{t:s}=n(`measure`),c=d(`MeasureAction`),l=d(`MeasureStatus`),u=f(),p=t(),[,m]=i(A);return(0,E.jsx)(y,{title:s(`advance.title`,{step:c.label(r)}),intro:s(`advance.${r}`),start:{evidence:e.evidence},version:e.version,onClose:a,submitLabel:c.label(r),danger:r===`RETIRE`,send:async({evidence:t=``},n)=>{let{data:i,error:a}=await m({input:{id:e.id,expectedVersion:n,action:r,evidence:t}});return a?{error:a}:{done:()=>{u.success(s(`advance.done`,{status:l.label(i?.advanceMeasure.measure.status)})),o()}}},fresh:async()=>{let{data:t}=await p.query(k,{id:e.id},{requestPolicy:`network-only`}).toPromise();return t?.node?.__typename===`Measure`?{start:{evidence:t.node.evidence},version:t.node.version}:null},children:(0,E.jsx)(g.Item,{name:`evidence`,label:s(`field.evidence`),extra:s(`advance.evidenceHint`),children:(0,E.jsx)(_.TextArea,{autoSize:{minRows:3,maxRows:10}})})})}function N(){let{id:e=``}=s(),[t,n]=r({query:k,variables:{id:e}}),i=()=>n({requestPolicy:`network-only`});return(0,E.jsx)(T,{result:t,onRetry:i,children:({node:e})=>e?.__typename===`Measure`?(0,E.jsx)(P,{measure:e,onChanged:i}):(0,E.jsx)(u,{})})}function P({measure:e,onChanged:t}){let{t:r}=n([`measure`,`common`]),i=d(`MeasureStatus`),{content:a}=e;return(0,E.jsxs)(E.Fragment,{children:[(0,E.jsx)(w,{title:a.length>40?`${a.slice(0,40)}…`:a,crumbs:[{title:r(`measure:title`),to:`/measures`}],tags:(0,E.jsxs)(E.Fragment,{children:[(0,E.jsx)(`span`,{className:`tag`,children:i.label(e.status)}),e.asksComprehensive&&(0,E.jsx)(`span`,{className:`tag`,children:r(`measure:field.asksComprehensive`)})]}),actions:(0,E.jsx)(j,{measure:e,onChanged:t})}),(0,E.jsx)(F,{measure:e}),e.asksComprehensive&&(0,E.jsx)(D,{measure:e}),(0,E.jsxs)(`section`,{className:`panel`,children:[(0,E.jsx)(`h2`,{children:r(`measure:detail.risks`)}),(0,E.jsx)(`ul`,{className:`risk-links`,children:e.riskPoints.map(e=>(0,E.jsxs)(`li`,{children:[(0,E.jsx)(C,{grade:e.grade}),` `,(0,E.jsx)(c,{to:`/risks/${e.id}`,children:e.title}),` `,(0,E.jsx)(`span`,{className:`hint-inline`,children:e.unit?.name})]},e.id))})]}),(0,E.jsx)(x,{ownerId:e.id})]})}function F({measure:e}){let{t}=n(`measure`),r=d(`MeasureKind`),i=d(`Mechanism`),a=d(`MeasureScope`),o=d(`MeasureStatus`),s=(e,t)=>(e||t)&&(0,E.jsxs)(E.Fragment,{children:[e&&(e.jobTitle?`${e.name}（${e.jobTitle}）`:e.name),(0,E.jsx)(S,{text:t})]});return(0,E.jsxs)(`section`,{className:`panel`,children:[(0,E.jsx)(`h2`,{children:t(`detail.facts`)}),(0,E.jsx)(h,{items:[[t(`field.status`),o.label(e.status)],[t(`field.unit`),e.unit?.path.map(e=>e.name).join(` / `)],[t(`field.kind`),r.label(e.kind)],[t(`field.mechanism`),i.label(e.mechanism)],[t(`field.scope`),a.label(e.scope)],[t(`field.owner`),s(e.owner,e.ownerText)],[t(`field.supervisor`),s(e.supervisor,e.supervisorText)],[t(`field.dueOn`),e.dueOn&&m(e.dueOn)],[t(`field.frequency`),e.frequency],[t(`field.indicator`),e.indicator],[t(`field.threshold`),e.threshold],[t(`field.rulesDocument`),e.rulesDocument],[t(`field.createdAt`),p(e.createdAt)],[t(`field.updatedAt`),p(e.updatedAt)]]}),(0,E.jsx)(h,{items:[[t(`field.content`),(0,E.jsx)(`span`,{className:`prose`,children:e.content})],[t(`field.evidence`),e.evidence&&(0,E.jsx)(`span`,{className:`prose`,children:e.evidence})]]})]})}export{N as Component};