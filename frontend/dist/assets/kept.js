import{t as e}from"./gql.js";var t=e(`
  fragment ProceedingFields on Proceeding @_unmask {
    id
    version
    power {
      id
      name
    }
    unit {
      id
      name
    }
    number
    receivedOn
    state
    closedOn
    result
    limit
    dueOn
    deviations {
      kind
      message
      stepKey
      otherKey
      ruleCode
      from
      to
      person {
        id
        name
      }
    }
    mayRecord
  }
`),n=e(`
    query ProceedingList($filter: ProceedingFilter, $after: String, $count: Boolean!) {
      proceedings(filter: $filter, first: 50, after: $after) {
        nodes {
          ...ProceedingFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  `,[t]),r=e(`
    query Proceeding($id: ID!) {
      node(id: $id) {
        __typename
        ... on Proceeding {
          ...ProceedingFields
          limitDays
          process {
            id
            revision
            steps {
              key
              name
            }
          }
          steps(corrected: true) {
            stepKey
            stepName
            began
            ended
            outcome
            person {
              id
              name
            }
            personName
            note
            source
            at
            actorName
            withdrawn
            replacedAt
          }
          pauses(corrected: true) {
            kind
            from
            to
            note
            source
            at
            actorName
            withdrawn
            replacedAt
          }
        }
      }
    }
  `,[t]),i=e(`
  query StepsOfPower($id: ID!) {
    node(id: $id) {
      __typename
      ... on Power {
        id
        name
        mayRecordProceedings
        processes {
          id
          current
          steps {
            key
            name
          }
        }
      }
    }
  }
`),a=e(`
    query PowerProceedings($id: ID!, $strays: [DeviationKind!]) {
      node(id: $id) {
        __typename
        ... on Power {
          id
          mayRecordProceedings
        }
      }
      last: proceedings(filter: { powerId: $id }, first: 5) {
        nodes {
          ...ProceedingFields
        }
        totalCount
      }
      underWay: proceedings(filter: { powerId: $id, states: [UNDER_WAY, PAUSED] }, first: 1) {
        totalCount
      }
      straying: proceedings(filter: { powerId: $id, strays: $strays, lasting: true }, first: 1) {
        totalCount
      }
    }
  `,[t]),o=e(`
  query ProceedingFigures($powerId: ID!, $from: Date, $to: Date) {
    proceedingFigures(powerId: $powerId, from: $from, to: $to) {
      from
      to
      total
      over
      strays {
        kind
        count
      }
      medianMinutes
      steps {
        stepKey
        stepName
        count
        ended
        medianMinutes
        late
        skipped
        returned
      }
    }
  }
`),s=e(`
  mutation RecordProceedings($input: RecordProceedingsInput!) {
    recordProceedings(input: $input) {
      outcomes {
        proceeding {
          id
          version
        }
        fate
        offMap
        unmatched
      }
    }
  }
`),c=e(`
  mutation TryProceedings($input: RecordProceedingsInput!) {
    recordProceedings(input: $input) {
      outcomes {
        offMap
        unmatched
        deviations {
          message
          to
        }
      }
    }
  }
`);function l({withdrawn:e,replacedAt:t}){return!e&&t===null}function u({stepName:e,began:t}){return`${t} ${e}`}function d({kind:e,from:t}){return`${t} ${e}`}function f(e,t,n){return t.find(t=>t.at===e.replacedAt&&n(t)===n(e))}function p({power:e,number:t}){return{powerId:e?.id,number:t}}function m(e){return{step:e.stepKey||e.stepName,began:e.began,personId:e.person?.id,name:e.person?``:e.personName}}var h={step:void 0,began:void 0,ended:void 0,outcome:`PASSED`,personId:void 0,name:void 0,note:void 0};function g(e){let{step:t=``,began:n=``,ended:r,outcome:i,personId:a,name:o=``,note:s=``}=e;return{step:t.trim(),began:n,ended:r,outcome:r?i:void 0,personId:a,name:a?``:o.trim(),note:s}}function _(e){return e.replace(/^(input\.)?proceedings\.\d+\./,``).replace(/^(steps|pauses)\.\d+\./,``)}function v(e){return e.map(({key:t,name:n})=>e.filter(e=>e.name===n).length>1?{value:t,label:`${n}（${t}）`}:{value:n,label:n})}function y({stepKey:e,stepName:t},n){let r=n.findIndex(({key:t})=>e!==``&&t===e);return v(n)[r]?.value??t}export{i as _,p as a,u as c,g as d,a as f,s as g,r as h,l as i,v as l,n as m,y as n,d as o,o as p,_ as r,m as s,h as t,f as u,c as v};