import{i as e}from"./rolldown-runtime.js";import{T as t,_ as n,j as r,v as i,y as a}from"./vendor.js";import{S as o,_ as s,n as c,t as l}from"./react.js";import{t as u}from"./form.js";import{t as d}from"./input.js";import{t as f}from"./gql.js";import{f as p,r as m,u as h}from"./index.js";import{t as g}from"./EditDialog.js";import{t as _}from"./LinkButton.js";/* empty css       */import{i as v,n as y}from"./format.js";import{t as b}from"./Facts.js";import{t as x}from"./GradeBadge.js";import{t as S}from"./PageHeader.js";import{t as C}from"./Query.js";var w=e(o(),1),T=f(`
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
`),E=f(`
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
          defended
        }
      }
    }
  }
`),D=l();function O({measure:e,onChanged:n}){let{t:i}=t(`measure`),a=m(`MeasureAction`),[o,s]=(0,w.useState)(null),c=e.allowedActions,l=c.includes(`APPROVE_MEASURE`)?e.nextSteps:[];return(0,D.jsxs)(D.Fragment,{children:[l.map((e,t)=>(0,D.jsx)(r,{type:t===0?`primary`:`default`,danger:e===`RETIRE`,onClick:()=>s(e),children:a.label(e)},e)),c.includes(`RECORD_RISK`)&&e.nextSteps.length>0&&(0,D.jsx)(_,{to:`/measures/${e.id}/edit`,children:i(`detail.edit`)}),o&&(0,D.jsx)(k,{measure:e,step:o,onClose:()=>s(null),onDone:()=>{s(null),n()}})]})}function k({measure:e,step:r,onClose:a,onDone:o}){let{t:s}=t(`measure`),c=m(`MeasureAction`),l=m(`MeasureStatus`),f=p(),h=n(),[,_]=i(E);return(0,D.jsx)(g,{title:s(`advance.title`,{step:c.label(r)}),intro:s(`advance.${r}`),start:{evidence:e.evidence},version:e.version,onClose:a,submitLabel:c.label(r),danger:r===`RETIRE`,send:async({evidence:t=``},n)=>{let{data:i,error:a}=await _({input:{id:e.id,expectedVersion:n,action:r,evidence:t}});return a?{error:a}:{done:()=>{f.success(s(`advance.done`,{status:l.label(i?.advanceMeasure.measure.status)})),o()}}},fresh:async()=>{let{data:t}=await h.query(T,{id:e.id},{requestPolicy:`network-only`}).toPromise();return t?.node?.__typename===`Measure`?{start:{evidence:t.node.evidence},version:t.node.version}:null},children:(0,D.jsx)(u.Item,{name:`evidence`,label:s(`field.evidence`),extra:s(`advance.evidenceHint`),children:(0,D.jsx)(d.TextArea,{autoSize:{minRows:3,maxRows:10}})})})}function A(){let{id:e=``}=s(),[t,n]=a({query:T,variables:{id:e}}),r=()=>n({requestPolicy:`network-only`});return(0,D.jsx)(C,{result:t,onRetry:r,children:({node:e})=>e?.__typename===`Measure`?(0,D.jsx)(j,{measure:e,onChanged:r}):(0,D.jsx)(h,{})})}function j({measure:e,onChanged:n}){let{t:r}=t([`measure`,`common`]),i=m(`MeasureStatus`),{content:a}=e;return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(S,{title:a.length>40?`${a.slice(0,40)}…`:a,crumbs:[{title:r(`measure:title`),to:`/measures`}],tags:(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(`span`,{className:`tag`,children:i.label(e.status)}),e.asksComprehensive&&(0,D.jsx)(`span`,{className:`tag`,children:r(`measure:field.asksComprehensive`)})]}),actions:(0,D.jsx)(O,{measure:e,onChanged:n})}),(0,D.jsx)(M,{measure:e}),(0,D.jsxs)(`section`,{className:`panel`,children:[(0,D.jsx)(`h2`,{children:r(`measure:detail.risks`)}),(0,D.jsx)(`ul`,{className:`risk-links`,children:e.riskPoints.map(e=>(0,D.jsxs)(`li`,{children:[(0,D.jsx)(x,{grade:e.grade}),` `,(0,D.jsx)(c,{to:`/risks/${e.id}`,children:e.title}),` `,(0,D.jsx)(`span`,{className:`hint-inline`,children:e.unit?.name})]},e.id))})]})]})}function M({measure:e}){let{t:n}=t(`measure`),r=m(`MeasureKind`),i=m(`Mechanism`),a=m(`MeasureScope`),o=m(`MeasureStatus`),s=e=>e&&(e.jobTitle?`${e.name}（${e.jobTitle}）`:e.name);return(0,D.jsxs)(`section`,{className:`panel`,children:[(0,D.jsx)(`h2`,{children:n(`detail.facts`)}),(0,D.jsx)(b,{items:[[n(`field.status`),o.label(e.status)],[n(`field.unit`),e.unit?.path.map(e=>e.name).join(` / `)],[n(`field.kind`),r.label(e.kind)],[n(`field.mechanism`),i.label(e.mechanism)],[n(`field.scope`),a.label(e.scope)],[n(`field.owner`),s(e.owner)],[n(`field.supervisor`),s(e.supervisor)],[n(`field.dueOn`),e.dueOn&&y(e.dueOn)],[n(`field.frequency`),e.frequency],[n(`field.indicator`),e.indicator],[n(`field.threshold`),e.threshold],[n(`field.rulesDocument`),e.rulesDocument],[n(`field.createdAt`),v(e.createdAt)],[n(`field.updatedAt`),v(e.updatedAt)]]}),(0,D.jsx)(b,{items:[[n(`field.content`),(0,D.jsx)(`span`,{className:`prose`,children:e.content})],[n(`field.evidence`),e.evidence&&(0,D.jsx)(`span`,{className:`prose`,children:e.evidence})]]})]})}export{A as Component};