import{t as e}from"./react.js";import{G as t}from"./vendor.js";import{t as n}from"./form.js";import{t as r}from"./gql.js";import{t as i}from"./RiskSelect.js";import{t as a}from"./FormSections.js";var o=e();function s({unitFixed:e=!1}){let{t:n}=t([`measure`,`measureEdit`]),r={legend:n(`measureEdit:what`),fields:[{kind:`unit`,name:`unitId`,label:n(`field.unit`),required:!0,fixed:e},{kind:`own`,name:[`details`,`riskPointIds`],label:n(`field.risks`),required:!0,wide:!0,control:(0,o.jsx)(c,{})},{kind:`prose`,name:[`details`,`content`],label:n(`field.content`),required:!0,wide:!0,rows:[3,12]},{kind:`enum`,name:[`details`,`kind`],label:n(`field.kind`),values:`MeasureKind`,required:!0},{kind:`enum`,name:[`details`,`mechanism`],label:n(`field.mechanism`),values:`Mechanism`,required:!0},{kind:`enum`,name:[`details`,`scope`],label:n(`field.scope`),values:`MeasureScope`,required:!0},{kind:`text`,name:[`details`,`rulesDocument`],label:n(`field.rulesDocument`)}]},i={legend:n(`measureEdit:who`),fields:[{kind:`person`,name:[`details`,`ownerId`],label:n(`field.owner`)},{kind:`person`,name:[`details`,`supervisorId`],label:n(`field.supervisor`)},{kind:`text`,name:[`details`,`ownerText`],label:n(`field.ownerText`),hint:n(`measureEdit:writtenHint`)},{kind:`text`,name:[`details`,`supervisorText`],label:n(`field.supervisorText`),hint:n(`measureEdit:writtenHint`)},{kind:`day`,name:[`details`,`dueOn`],label:n(`field.dueOn`)},{kind:`text`,name:[`details`,`frequency`],label:n(`field.frequency`),hint:n(`measureEdit:frequencyHint`)},{kind:`text`,name:[`details`,`indicator`],label:n(`field.indicator`)},{kind:`text`,name:[`details`,`threshold`],label:n(`field.threshold`)},{kind:`prose`,name:[`details`,`evidence`],label:n(`field.evidence`),wide:!0},{kind:`check`,name:[`details`,`asksComprehensive`],label:n(`field.asksComprehensive`),wide:!0}]};return(0,o.jsx)(a,{sections:[r,i]})}function c(e){let t=n.useFormInstance(),r=n.useWatch(`unitId`,t);return(0,o.jsx)(i,{...e,multiple:!0,unitId:r})}var l=r(`
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
        ownerText
        supervisorText
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
`),u=r(`
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
`),d=r(`
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
`),f=r(`
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
`);function p({unitId:e,riskId:t,ownerId:n}){return{unitId:e,details:{content:void 0,kind:void 0,mechanism:void 0,scope:void 0,ownerId:n,supervisorId:void 0,ownerText:void 0,supervisorText:void 0,dueOn:void 0,frequency:void 0,indicator:void 0,threshold:void 0,rulesDocument:void 0,evidence:void 0,asksComprehensive:!1,riskPointIds:t?[t]:[]}}}function m(e){return{unitId:e.unit?.id,details:{content:e.content,kind:e.kind,mechanism:e.mechanism,scope:e.scope,ownerId:e.owner?.id,supervisorId:e.supervisor?.id,ownerText:e.ownerText,supervisorText:e.supervisorText,dueOn:e.dueOn??void 0,frequency:e.frequency,indicator:e.indicator,threshold:e.threshold,rulesDocument:e.rulesDocument,evidence:e.evidence,asksComprehensive:e.asksComprehensive,riskPointIds:e.riskPoints.map(e=>e.id)}}}function h({details:e}){return{content:e.content??``,kind:e.kind,mechanism:e.mechanism,scope:e.scope,ownerId:e.ownerId??null,supervisorId:e.supervisorId??null,ownerText:e.ownerText??``,supervisorText:e.supervisorText??``,dueOn:e.dueOn??null,frequency:e.frequency??``,indicator:e.indicator??``,threshold:e.threshold??``,rulesDocument:e.rulesDocument??``,evidence:e.evidence??``,asksComprehensive:e.asksComprehensive,riskPointIds:e.riskPointIds}}export{u as a,s as c,l as i,h as n,d as o,m as r,f as s,p as t};