import{t as e}from"./enums.js";import{t}from"./gql.js";import{a as n,l as r,t as i}from"./urlState.js";import{r as a,t as o}from"./riskState.js";var s=[`chart`,`table`],c={...o,by:n(e.MatrixBy),mode:n(s),since:i};function l(e){return e.length>0?e:void 0}function u(e){return{grades:l(e.grade.filter(e=>e!==`NONE`)),riskTypes:l(e.type),powerTypes:l(e.power),statuses:l(e.status),controlled:e.controlled,recordedFrom:e.from,recordedTo:e.to}}var d=[`A`,`B`,`C`,`UNGRADED`,`UNCONTROLLED_A`];function f(e,t,n){let r={unit:e.unit,grade:e.grade,type:e.type,power:e.power,status:e.status,controlled:e.controlled,from:e.from,to:e.to};if(t&&!p(r,e.by,t))return null;switch(n){case`A`:case`B`:case`C`:r.grade=[n];break;case`UNGRADED`:r.grade=[`NONE`];break;case`UNCONTROLLED_A`:r.grade=[`A`],r.controlled=!1}return a(r)}function p(t,n,r){switch(n){case`CHILD_UNIT`:if(r.unit)t.unit=r.unit.id;else if(r.key===`SELF`)t.only=!0;else return!1;return!0;case`POST`:return r.post?(t.post=r.post.id,!0):!1;case`POWER_TYPE`:return t.power=e.PowerType.filter(e=>e===r.key),t.power.length>0;case`RISK_TYPE`:return t.type=e.RiskType.filter(e=>e===r.key),t.type.length>0;case`STATUS`:return t.status=e.RiskStatus.filter(e=>e===r.key),t.status.length>0}}function m(e,t){return e.by===`CHILD_UNIT`&&t.unit&&t.unit.childCount>0?h({...e,unit:t.unit.id}):f(e,t,null)}function h(e){let t=r(c,e);return t?`/supervision?${t}`:`/supervision`}var g=t(`
  fragment CountsFields on RiskCounts @_unmask {
    a
    b
    c
    ungraded
    total
    uncontrolledA
    worst
  }
`),_=t(`
  fragment ChangesFields on RiskChanges @_unmask {
    added
    raised
    lowered
    retired
  }
`),v=t(`
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
            conflictCounts {
              severity
              open
            }
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
  `,[_]);export{d as a,h as c,f as i,c as l,g as n,s as o,v as r,m as s,_ as t,u};