import{t as e}from"./react.js";import{P as t}from"./vendor.js";import{t as n}from"./input.js";import{t as r}from"./form.js";import{t as i}from"./UnitSelect.js";import{t as a}from"./checkbox.js";import{i as o}from"./ErrorState.js";import{t as s}from"./DateInput.js";import{t as c}from"./EnumPicker.js";import{t as l}from"./PersonSelect.js";import{t as u}from"./RiskSelect.js";var d=e(),f=[{required:!0}];function p({unitFixed:e}){let{t:o}=t(`measure`),p=r.useFormInstance(),m=r.useWatch(`unitId`,p);return(0,d.jsxs)(d.Fragment,{children:[(0,d.jsxs)(`fieldset`,{className:`edit-part`,children:[(0,d.jsx)(`legend`,{children:o(`form.what`)}),(0,d.jsxs)(`div`,{className:`edit-grid`,children:[(0,d.jsx)(r.Item,{name:`unitId`,label:o(`field.unit`),rules:f,children:(0,d.jsx)(i,{disabled:e,allowClear:!1})}),(0,d.jsx)(r.Item,{className:`wide`,name:[`details`,`riskPointIds`],label:o(`field.risks`),rules:f,children:(0,d.jsx)(u,{multiple:!0,unitId:m})}),(0,d.jsx)(r.Item,{className:`wide`,name:[`details`,`content`],label:o(`field.content`),rules:[{required:!0,whitespace:!0}],children:(0,d.jsx)(n.TextArea,{autoSize:{minRows:3,maxRows:12}})}),(0,d.jsx)(r.Item,{name:[`details`,`kind`],label:o(`field.kind`),rules:f,children:(0,d.jsx)(c,{name:`MeasureKind`})}),(0,d.jsx)(r.Item,{name:[`details`,`mechanism`],label:o(`field.mechanism`),rules:f,children:(0,d.jsx)(c,{name:`Mechanism`})}),(0,d.jsx)(r.Item,{name:[`details`,`scope`],label:o(`field.scope`),rules:f,children:(0,d.jsx)(c,{name:`MeasureScope`})}),(0,d.jsx)(r.Item,{name:[`details`,`rulesDocument`],label:o(`field.rulesDocument`),children:(0,d.jsx)(n,{})})]})]}),(0,d.jsxs)(`fieldset`,{className:`edit-part`,children:[(0,d.jsx)(`legend`,{children:o(`form.who`)}),(0,d.jsxs)(`div`,{className:`edit-grid`,children:[(0,d.jsx)(r.Item,{name:[`details`,`ownerId`],label:o(`field.owner`),children:(0,d.jsx)(l,{})}),(0,d.jsx)(r.Item,{name:[`details`,`supervisorId`],label:o(`field.supervisor`),children:(0,d.jsx)(l,{})}),(0,d.jsx)(r.Item,{name:[`details`,`dueOn`],label:o(`field.dueOn`),children:(0,d.jsx)(s,{})}),(0,d.jsx)(r.Item,{name:[`details`,`frequency`],label:o(`field.frequency`),extra:o(`form.frequencyHint`),children:(0,d.jsx)(n,{})}),(0,d.jsx)(r.Item,{name:[`details`,`indicator`],label:o(`field.indicator`),children:(0,d.jsx)(n,{})}),(0,d.jsx)(r.Item,{name:[`details`,`threshold`],label:o(`field.threshold`),children:(0,d.jsx)(n,{})}),(0,d.jsx)(r.Item,{className:`wide`,name:[`details`,`evidence`],label:o(`field.evidence`),children:(0,d.jsx)(n.TextArea,{autoSize:{minRows:2,maxRows:8}})}),(0,d.jsx)(r.Item,{className:`wide`,name:[`details`,`asksComprehensive`],valuePropName:`checked`,children:(0,d.jsx)(a,{children:o(`field.asksComprehensive`)})})]})]})]})}var m=o(`
  query MeasureForEdit($id: ID!) {
    node(id: $id) {
      __typename
      ... on Measure {
        id
        version
        allowedActions
        content
        kind
        mechanism
        scope
        dueOn
        frequency
        indicator
        threshold
        rulesDocument
        evidence
        asksComprehensive
        unit {
          id
        }
        owner {
          id
        }
        supervisor {
          id
        }
        riskPoints {
          id
        }
      }
    }
  }
`),h=o(`
  query MeasureGround($id: ID!) {
    node(id: $id) {
      __typename
      ... on RiskPoint {
        id
        title
        grade
        unit {
          id
        }
        directOwner {
          id
        }
      }
    }
  }
`),g=o(`
  mutation RecordMeasure($input: RecordMeasureInput!) {
    recordMeasure(input: $input) {
      measure {
        id
        riskPoints {
          id
        }
      }
    }
  }
`),_=o(`
  mutation ReviseMeasure($input: ReviseMeasureInput!) {
    reviseMeasure(input: $input) {
      measure {
        id
        version
        riskPoints {
          id
        }
      }
    }
  }
`);function v({unitId:e,riskId:t,ownerId:n}){return{unitId:e,details:{content:void 0,kind:void 0,mechanism:void 0,scope:void 0,ownerId:n,supervisorId:void 0,dueOn:void 0,frequency:void 0,indicator:void 0,threshold:void 0,rulesDocument:void 0,evidence:void 0,asksComprehensive:!1,riskPointIds:t?[t]:[]}}}function y(e){return{unitId:e.unit?.id,details:{content:e.content,kind:e.kind,mechanism:e.mechanism,scope:e.scope,ownerId:e.owner?.id,supervisorId:e.supervisor?.id,dueOn:e.dueOn??void 0,frequency:e.frequency,indicator:e.indicator,threshold:e.threshold,rulesDocument:e.rulesDocument,evidence:e.evidence,asksComprehensive:e.asksComprehensive,riskPointIds:e.riskPoints.map(e=>e.id)}}}function b({details:e}){return{content:e.content??``,kind:e.kind,mechanism:e.mechanism,scope:e.scope,ownerId:e.ownerId??null,supervisorId:e.supervisorId??null,dueOn:e.dueOn??null,frequency:e.frequency??``,indicator:e.indicator??``,threshold:e.threshold??``,rulesDocument:e.rulesDocument??``,evidence:e.evidence??``,asksComprehensive:e.asksComprehensive,riskPointIds:e.riskPointIds}}export{h as a,p as c,m as i,b as n,g as o,y as r,_ as s,v as t};