import{i as e}from"./rolldown-runtime.js";import{A as t,_ as n,g as r,v as i,w as a}from"./vendor.js";import{S as o,_ as s,n as c,t as l}from"./react.js";import{t as u}from"./form.js";import{t as d}from"./input.js";import{t as f}from"./gql.js";import{a as p,r as m,s as h}from"./index.js";import{t as g}from"./EditDialog.js";import{t as _}from"./LinkButton.js";/* empty css       */import{i as v,n as y}from"./format.js";import{t as b}from"./Facts.js";import{t as x}from"./GradeBadge.js";import{t as S}from"./PageHeader.js";import{t as C}from"./Query.js";var w=e(o(),1),T=f(`
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
`),D=l();function O({measure:e,onChanged:n}){let{t:r}=a(`measure`),i=m(`MeasureAction`),[o,s]=(0,w.useState)(null),c=e.allowedActions,l=c.includes(`APPROVE_MEASURE`)?e.nextSteps:[];return(0,D.jsxs)(D.Fragment,{children:[l.map((e,n)=>(0,D.jsx)(t,{type:n===0?`primary`:`default`,danger:e===`RETIRE`,onClick:()=>s(e),children:i.label(e)},e)),c.includes(`RECORD_RISK`)&&e.nextSteps.length>0&&(0,D.jsx)(_,{to:`/measures/${e.id}/edit`,children:r(`detail.edit`)}),o&&(0,D.jsx)(k,{measure:e,step:o,onClose:()=>s(null),onDone:()=>{s(null),n()}})]})}function k({measure:e,step:t,onClose:i,onDone:o}){let{t:s}=a(`measure`),c=m(`MeasureAction`),l=m(`MeasureStatus`),f=h(),p=r(),[,_]=n(E);return(0,D.jsx)(g,{title:s(`advance.title`,{step:c.label(t)}),intro:s(`advance.${t}`),start:{evidence:e.evidence},version:e.version,onClose:i,submitLabel:c.label(t),danger:t===`RETIRE`,send:async({evidence:n=``},r)=>{let{data:i,error:a}=await _({input:{id:e.id,expectedVersion:r,action:t,evidence:n}});return a?{error:a}:{done:()=>{f.success(s(`advance.done`,{status:l.label(i?.advanceMeasure.measure.status)})),o()}}},fresh:async()=>{let{data:t}=await p.query(T,{id:e.id},{requestPolicy:`network-only`}).toPromise();return t?.node?.__typename===`Measure`?{start:{evidence:t.node.evidence},version:t.node.version}:null},children:(0,D.jsx)(u.Item,{name:`evidence`,label:s(`field.evidence`),extra:s(`advance.evidenceHint`),children:(0,D.jsx)(d.TextArea,{autoSize:{minRows:3,maxRows:10}})})})}function A(){let{id:e=``}=s(),[t,n]=i({query:T,variables:{id:e}}),r=()=>n({requestPolicy:`network-only`});return(0,D.jsx)(C,{result:t,onRetry:r,children:({node:e})=>e?.__typename===`Measure`?(0,D.jsx)(j,{measure:e,onChanged:r}):(0,D.jsx)(p,{})})}function j({measure:e,onChanged:t}){let{t:n}=a([`measure`,`common`]),r=m(`MeasureStatus`),{content:i}=e;return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(S,{title:i.length>40?`${i.slice(0,40)}…`:i,crumbs:[{title:n(`measure:title`),to:`/measures`}],tags:(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(`span`,{className:`tag`,children:r.label(e.status)}),e.asksComprehensive&&(0,D.jsx)(`span`,{className:`tag`,children:n(`measure:field.asksComprehensive`)})]}),actions:(0,D.jsx)(O,{measure:e,onChanged:t})}),(0,D.jsx)(M,{measure:e}),(0,D.jsxs)(`section`,{className:`panel`,children:[(0,D.jsx)(`h2`,{children:n(`measure:detail.risks`)}),(0,D.jsx)(`ul`,{className:`risk-links`,children:e.riskPoints.map(e=>(0,D.jsxs)(`li`,{children:[(0,D.jsx)(x,{grade:e.grade}),` `,(0,D.jsx)(c,{to:`/risks/${e.id}`,children:e.title}),` `,(0,D.jsx)(`span`,{className:`hint-inline`,children:e.unit?.name})]},e.id))})]})]})}function M({measure:e}){let{t}=a(`measure`),n=m(`MeasureKind`),r=m(`Mechanism`),i=m(`MeasureScope`),o=m(`MeasureStatus`),s=e=>e&&(e.jobTitle?`${e.name}（${e.jobTitle}）`:e.name);return(0,D.jsxs)(`section`,{className:`panel`,children:[(0,D.jsx)(`h2`,{children:t(`detail.facts`)}),(0,D.jsx)(b,{items:[[t(`field.status`),o.label(e.status)],[t(`field.unit`),e.unit?.path.map(e=>e.name).join(` / `)],[t(`field.kind`),n.label(e.kind)],[t(`field.mechanism`),r.label(e.mechanism)],[t(`field.scope`),i.label(e.scope)],[t(`field.owner`),s(e.owner)],[t(`field.supervisor`),s(e.supervisor)],[t(`field.dueOn`),e.dueOn&&y(e.dueOn)],[t(`field.frequency`),e.frequency],[t(`field.indicator`),e.indicator],[t(`field.threshold`),e.threshold],[t(`field.rulesDocument`),e.rulesDocument],[t(`field.createdAt`),v(e.createdAt)],[t(`field.updatedAt`),v(e.updatedAt)]]}),(0,D.jsx)(b,{items:[[t(`field.content`),(0,D.jsx)(`span`,{className:`prose`,children:e.content})],[t(`field.evidence`),e.evidence&&(0,D.jsx)(`span`,{className:`prose`,children:e.evidence})]]})]})}export{A as Component};