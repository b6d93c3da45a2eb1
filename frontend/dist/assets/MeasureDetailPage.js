import{i as e}from"./rolldown-runtime.js";import{D as t,E as n,O as r,P as i,V as a}from"./vendor.js";import{S as o,_ as s,n as c,t as l}from"./react.js";import{t as u}from"./form.js";import{t as d}from"./input.js";import{i as f}from"./ErrorState.js";import{_ as p,c as m,l as h}from"./index.js";import{t as g}from"./EditDialog.js";import{t as _}from"./LinkButton.js";/* empty css       */import{n as v}from"./Attachments.js";import{i as y,n as b}from"./format.js";import{t as x}from"./Facts.js";import{t as S}from"./GradeBadge.js";import{t as C}from"./PageHeader.js";import{t as w}from"./Query.js";var T=e(o(),1),E=f(`
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
`),D=f(`
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
`),O=l();function k({measure:e,onChanged:t}){let{t:n}=i(`measure`),r=m(`MeasureAction`),[o,s]=(0,T.useState)(null),c=e.allowedActions,l=c.includes(`APPROVE_MEASURE`)?e.nextSteps:[];return(0,O.jsxs)(O.Fragment,{children:[l.map((e,t)=>(0,O.jsx)(a,{type:t===0?`primary`:`default`,danger:e===`RETIRE`,onClick:()=>s(e),children:r.label(e)},e)),c.includes(`RECORD_RISK`)&&e.nextSteps.length>0&&(0,O.jsx)(_,{to:`/measures/${e.id}/edit`,children:n(`detail.edit`)}),o&&(0,O.jsx)(A,{measure:e,step:o,onClose:()=>s(null),onDone:()=>{s(null),t()}})]})}function A({measure:e,step:r,onClose:a,onDone:o}){let{t:s}=i(`measure`),c=m(`MeasureAction`),l=m(`MeasureStatus`),f=p(),h=n(),[,_]=t(D);return(0,O.jsx)(g,{title:s(`advance.title`,{step:c.label(r)}),intro:s(`advance.${r}`),start:{evidence:e.evidence},version:e.version,onClose:a,submitLabel:c.label(r),danger:r===`RETIRE`,send:async({evidence:t=``},n)=>{let{data:i,error:a}=await _({input:{id:e.id,expectedVersion:n,action:r,evidence:t}});return a?{error:a}:{done:()=>{f.success(s(`advance.done`,{status:l.label(i?.advanceMeasure.measure.status)})),o()}}},fresh:async()=>{let{data:t}=await h.query(E,{id:e.id},{requestPolicy:`network-only`}).toPromise();return t?.node?.__typename===`Measure`?{start:{evidence:t.node.evidence},version:t.node.version}:null},children:(0,O.jsx)(u.Item,{name:`evidence`,label:s(`field.evidence`),extra:s(`advance.evidenceHint`),children:(0,O.jsx)(d.TextArea,{autoSize:{minRows:3,maxRows:10}})})})}function j(){let{id:e=``}=s(),[t,n]=r({query:E,variables:{id:e}}),i=()=>n({requestPolicy:`network-only`});return(0,O.jsx)(w,{result:t,onRetry:i,children:({node:e})=>e?.__typename===`Measure`?(0,O.jsx)(M,{measure:e,onChanged:i}):(0,O.jsx)(h,{})})}function M({measure:e,onChanged:t}){let{t:n}=i([`measure`,`common`]),r=m(`MeasureStatus`),{content:a}=e;return(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)(C,{title:a.length>40?`${a.slice(0,40)}…`:a,crumbs:[{title:n(`measure:title`),to:`/measures`}],tags:(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)(`span`,{className:`tag`,children:r.label(e.status)}),e.asksComprehensive&&(0,O.jsx)(`span`,{className:`tag`,children:n(`measure:field.asksComprehensive`)})]}),actions:(0,O.jsx)(k,{measure:e,onChanged:t})}),(0,O.jsx)(N,{measure:e}),(0,O.jsxs)(`section`,{className:`panel`,children:[(0,O.jsx)(`h2`,{children:n(`measure:detail.risks`)}),(0,O.jsx)(`ul`,{className:`risk-links`,children:e.riskPoints.map(e=>(0,O.jsxs)(`li`,{children:[(0,O.jsx)(S,{grade:e.grade}),` `,(0,O.jsx)(c,{to:`/risks/${e.id}`,children:e.title}),` `,(0,O.jsx)(`span`,{className:`hint-inline`,children:e.unit?.name})]},e.id))})]}),(0,O.jsx)(v,{ownerId:e.id})]})}function N({measure:e}){let{t}=i(`measure`),n=m(`MeasureKind`),r=m(`Mechanism`),a=m(`MeasureScope`),o=m(`MeasureStatus`),s=e=>e&&(e.jobTitle?`${e.name}（${e.jobTitle}）`:e.name);return(0,O.jsxs)(`section`,{className:`panel`,children:[(0,O.jsx)(`h2`,{children:t(`detail.facts`)}),(0,O.jsx)(x,{items:[[t(`field.status`),o.label(e.status)],[t(`field.unit`),e.unit?.path.map(e=>e.name).join(` / `)],[t(`field.kind`),n.label(e.kind)],[t(`field.mechanism`),r.label(e.mechanism)],[t(`field.scope`),a.label(e.scope)],[t(`field.owner`),s(e.owner)],[t(`field.supervisor`),s(e.supervisor)],[t(`field.dueOn`),e.dueOn&&b(e.dueOn)],[t(`field.frequency`),e.frequency],[t(`field.indicator`),e.indicator],[t(`field.threshold`),e.threshold],[t(`field.rulesDocument`),e.rulesDocument],[t(`field.createdAt`),y(e.createdAt)],[t(`field.updatedAt`),y(e.updatedAt)]]}),(0,O.jsx)(x,{items:[[t(`field.content`),(0,O.jsx)(`span`,{className:`prose`,children:e.content})],[t(`field.evidence`),e.evidence&&(0,O.jsx)(`span`,{className:`prose`,children:e.evidence})]]})]})}export{j as Component};