import{t as e}from"./enums.js";import{t}from"./gql.js";import{c as n,i as r,t as i}from"./urlState.js";import{r as a,t as o}from"./riskState.js";var s=t(`
  fragment CountsFields on RiskCounts @_unmask {
    a
    b
    c
    ungraded
    total
    uncontrolledA
    worst
  }
`),c=t(`
  fragment ChangesFields on RiskChanges @_unmask {
    added
    raised
    lowered
    retired
  }
`),l=t(`
    query Matrix($unitId: ID, $by: MatrixBy!, $filter: CountFilter, $since: Date) {
      gradeMatrix(unitId: $unitId, by: $by, filter: $filter, since: $since) {
        unit {
          id
          name
          kind
          path {
            id
            name
          }
        }
        by
        columns
        totals
        truncated
        rows {
          key
          label
          worst
          counts
          unit {
            id
            childCount
          }
          post {
            id
            name
            unit {
              id
              name
            }
          }
          changes {
            ...ChangesFields
          }
        }
      }
    }
  `,[c]),u=[`chart`,`table`],d={...o,by:r(e.MatrixBy),mode:r(u),since:i};function f(e){return e.length>0?e:void 0}function p(e){return{grades:f(e.grade.filter(e=>e!==`NONE`)),riskTypes:f(e.type),powerTypes:f(e.power),statuses:f(e.status),controlled:e.controlled,recordedFrom:e.from,recordedTo:e.to}}var m=[`A`,`B`,`C`,`UNGRADED`,`UNCONTROLLED_A`];function h(e,t,n){let r={unit:e.unit,grade:e.grade,type:e.type,power:e.power,status:e.status,controlled:e.controlled,from:e.from,to:e.to};if(t&&!g(r,e.by,t))return null;switch(n){case`A`:case`B`:case`C`:r.grade=[n];break;case`UNGRADED`:r.grade=[`NONE`];break;case`UNCONTROLLED_A`:r.grade=[`A`],r.controlled=!1}return a(r)}function g(t,n,r){switch(n){case`CHILD_UNIT`:if(r.unit)t.unit=r.unit.id;else if(r.key===`SELF`)t.only=!0;else return!1;return!0;case`POST`:return r.post?(t.post=r.post.id,!0):!1;case`POWER_TYPE`:return t.power=e.PowerType.filter(e=>e===r.key),t.power.length>0;case`RISK_TYPE`:return t.type=e.RiskType.filter(e=>e===r.key),t.type.length>0;case`STATUS`:return t.status=e.RiskStatus.filter(e=>e===r.key),t.status.length>0}}function _(e,t){return e.by===`CHILD_UNIT`&&t.unit&&t.unit.childCount>0?v({...e,unit:t.unit.id}):h(e,t,null)}function v(e){let t=n(d,e);return t?`/supervision?${t}`:`/supervision`}export{v as a,c,_ as i,s as l,m as n,d as o,u as r,p as s,h as t,l as u};