import{i as e}from"./rolldown-runtime.js";import{S as t,t as n}from"./react.js";import{E as r,O as i,P as a}from"./vendor.js";import{t as o}from"./input.js";import{t as s}from"./form.js";import{t as c}from"./select.js";import{t as l}from"./radio.js";import{t as u}from"./UnitSelect.js";import{t as d}from"./checkbox.js";import{i as f}from"./ErrorState.js";import{c as p}from"./index.js";import{t as m}from"./EnumPicker.js";import{t as h}from"./RemoteSelect.js";import{t as g}from"./PersonSelect.js";import{t as _}from"./CheckboxGroup.js";import{t as v}from"./PostSelect.js";var y=e(t(),1),b=n(),x=f(`
  query RiskForEdit($id: ID!) {
    node(id: $id) {
      __typename
      ... on RiskPoint {
        id
        version
        allowedActions
        title
        riskType
        manifestation
        cause
        foundBy
        unit {
          id
          name
        }
        power {
          id
        }
        step {
          id
          key
        }
        post {
          id
        }
        person {
          id
        }
        exposedPosts {
          id
        }
        exposedPersons {
          id
        }
        directOwner {
          id
        }
        departmentOwner {
          id
        }
        leaderOwner {
          id
        }
      }
    }
  }
`),S=f(`
  mutation RecordRisk($input: RecordRiskPointInput!) {
    recordRiskPoint(input: $input) {
      riskPoint {
        id
        proposedGrade
        assessments {
          id
          rule
          clause
        }
      }
    }
  }
`),C=f(`
  mutation ReviseRisk($input: ReviseRiskPointInput!) {
    reviseRiskPoint(input: $input) {
      riskPoint {
        id
        version
      }
    }
  }
`),w=f(`
  query RiskGround($id: ID!) {
    node(id: $id) {
      __typename
      ... on Power {
        id
        unit {
          id
        }
      }
      ... on Post {
        id
        unit {
          id
        }
      }
    }
  }
`),T=f(`
  query StepChoices($id: ID!) {
    node(id: $id) {
      __typename
      ... on Power {
        id
        processes {
          id
          current
          steps {
            id
            key
            name
            kind
          }
        }
      }
    }
  }
`),E=f(`
  query PowerSearch($filter: PowerFilter) {
    powers(filter: $filter, first: 50) {
      nodes {
        id
        code
        name
      }
    }
  }
`),D=f(`
  query PowerNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Power {
        id
        code
        name
      }
    }
  }
`);function O({id:e,code:t,name:n}){return{value:e,label:`${t} ${n}`}}function k({unitId:e,onChange:t,onChosen:n,...i}){let{t:o}=a(`power`),s=r(),c=(0,y.useCallback)(async t=>{let n={unitId:e,text:t||void 0},{data:r,error:i}=await s.query(E,{filter:n}).toPromise();if(i||!r)throw i;return r.powers.nodes.map(O)},[s,e]),l=(0,y.useCallback)(async e=>{let{data:t}=await s.query(D,{ids:e}).toPromise();return(t?.nodes??[]).flatMap(e=>e?.__typename===`Power`?[O(e)]:[])},[s]);return(0,b.jsx)(h,{placeholder:o(`picker`),...i,onChange:e=>{t?.(e),n?.()},search:c,resolve:l})}function A({unitFixed:e}){let{t}=a([`riskEdit`,`risk`]),n=s.useFormInstance(),r=s.useWatch(`unitId`,n),i=s.useWatch([`details`,`powerId`],n);return(0,b.jsxs)(`fieldset`,{className:`edit-part`,children:[(0,b.jsx)(`legend`,{children:t(`riskEdit:part.ground`)}),(0,b.jsx)(`p`,{className:`hint`,children:t(`riskEdit:groundHint`)}),(0,b.jsxs)(`div`,{className:`edit-grid`,children:[(0,b.jsx)(s.Item,{name:`unitId`,label:t(`risk:field.unit`),rules:[{required:!0}],children:(0,b.jsx)(u,{disabled:e,allowClear:!1})}),(0,b.jsx)(s.Item,{name:[`details`,`powerId`],label:t(`risk:field.power`),children:(0,b.jsx)(k,{unitId:r,onChosen:()=>n.setFieldValue([`details`,`stepKey`],void 0)})}),(0,b.jsx)(s.Item,{name:[`details`,`stepKey`],label:t(`risk:field.step`),extra:i?void 0:t(`riskEdit:stepHint`),children:(0,b.jsx)(j,{powerId:i})}),(0,b.jsx)(s.Item,{name:[`details`,`postId`],label:t(`risk:field.post`),children:(0,b.jsx)(v,{unitId:r})}),(0,b.jsx)(s.Item,{name:[`details`,`personId`],label:t(`risk:field.person`),extra:t(`riskEdit:personHint`),children:(0,b.jsx)(g,{})})]})]})}function j({powerId:e,value:t,onChange:n,id:r}){let{t:o}=a(`riskEdit`),s=p(`StepKind`),[{data:l,fetching:u}]=i({query:T,variables:{id:e??``},pause:!e}),d=e&&l?.node?.__typename===`Power`?l.node:void 0,f=d?.processes.find(e=>e.current)?.steps??[],m=d!==void 0&&f.length===0;return(0,b.jsx)(c,{id:r,value:t,onChange:n,allowClear:!0,disabled:!e||m,loading:u,placeholder:o(m?`noProcess`:`stepPlaceholder`),options:f.map((e,t)=>({value:e.key,label:`${t+1}. ${e.name}（${s.label(e.kind)}）`}))})}function M(){let{t:e}=a([`riskEdit`,`risk`]),t=p(`FoundBy`);return(0,b.jsxs)(`fieldset`,{className:`edit-part`,children:[(0,b.jsx)(`legend`,{children:e(`riskEdit:part.content`)}),(0,b.jsxs)(`div`,{className:`edit-grid`,children:[(0,b.jsx)(s.Item,{className:`wide`,name:[`details`,`title`],label:e(`risk:field.title`),rules:[{required:!0,whitespace:!0}],children:(0,b.jsx)(o,{placeholder:e(`riskEdit:titlePlaceholder`)})}),(0,b.jsx)(s.Item,{name:[`details`,`riskType`],label:e(`risk:field.riskType`),rules:[{required:!0}],children:(0,b.jsx)(m,{name:`RiskType`})}),(0,b.jsx)(s.Item,{name:[`details`,`foundBy`],label:e(`risk:field.foundBy`),rules:[{required:!0}],children:(0,b.jsx)(_,{"aria-label":e(`risk:field.foundBy`),options:t.options})}),(0,b.jsx)(s.Item,{className:`wide`,name:[`details`,`manifestation`],label:e(`risk:field.manifestation`),rules:[{required:!0,whitespace:!0}],children:(0,b.jsx)(o.TextArea,{autoSize:{minRows:3,maxRows:10}})}),(0,b.jsx)(s.Item,{className:`wide`,name:[`details`,`cause`],label:e(`risk:field.cause`),children:(0,b.jsx)(o.TextArea,{autoSize:{minRows:2,maxRows:10}})})]})]})}function N(){let{t:e}=a([`riskEdit`,`risk`]),t=s.useFormInstance(),n=s.useWatch(`unitId`,t);return(0,b.jsxs)(`fieldset`,{className:`edit-part`,children:[(0,b.jsx)(`legend`,{children:e(`riskEdit:part.people`)}),(0,b.jsxs)(`div`,{className:`edit-grid`,children:[(0,b.jsx)(s.Item,{name:[`details`,`exposedPostIds`],label:e(`risk:field.exposedPosts`),children:(0,b.jsx)(v,{multiple:!0,unitId:n})}),(0,b.jsx)(s.Item,{name:[`details`,`exposedPersonIds`],label:e(`risk:field.exposedPersons`),children:(0,b.jsx)(g,{multiple:!0})}),(0,b.jsx)(s.Item,{name:[`details`,`directOwnerId`],label:e(`risk:field.directOwner`),children:(0,b.jsx)(g,{})}),(0,b.jsx)(s.Item,{name:[`details`,`departmentOwnerId`],label:e(`risk:field.departmentOwner`),children:(0,b.jsx)(g,{})}),(0,b.jsx)(s.Item,{name:[`details`,`leaderOwnerId`],label:e(`risk:field.leaderOwner`),children:(0,b.jsx)(g,{})})]})]})}var P=[1,2,3,4,5];function F(){let{t:e}=a([`riskEdit`,`risk`]),t=p(`ConsequenceKind`);return(0,b.jsxs)(`fieldset`,{className:`edit-part`,children:[(0,b.jsx)(`legend`,{children:e(`riskEdit:part.assessment`)}),(0,b.jsx)(`p`,{className:`hint`,children:e(`riskEdit:assessmentHint`)}),(0,b.jsxs)(`div`,{className:`edit-grid`,children:[[`likelihood`,`severity`].map(t=>(0,b.jsx)(s.Item,{name:[`assessment`,t],label:e(`risk:field.${t}`),rules:[{required:!0}],children:(0,b.jsx)(l.Group,{vertical:!0,"aria-label":e(`risk:field.${t}`),options:P.map(n=>({value:n,label:`${n} ${e(`riskEdit:${t}.n${n}`)}`}))})},t)),(0,b.jsxs)(`div`,{children:[(0,b.jsx)(s.Item,{name:[`assessment`,`consequence`],label:e(`risk:field.consequence`),rules:[{required:!0}],children:(0,b.jsx)(l.Group,{vertical:!0,"aria-label":e(`risk:field.consequence`),options:t.options})}),(0,b.jsx)(s.Item,{name:[`assessment`,`unlimitedPower`],valuePropName:`checked`,children:(0,b.jsx)(d,{children:e(`risk:field.unlimitedPower`)})}),(0,b.jsx)(s.Item,{name:[`assessment`,`pastBreach`],valuePropName:`checked`,children:(0,b.jsx)(d,{children:e(`risk:field.pastBreach`)})})]}),(0,b.jsx)(s.Item,{className:`wide`,name:`reason`,label:e(`riskEdit:reason`),children:(0,b.jsx)(o.TextArea,{autoSize:{minRows:2,maxRows:8}})})]})]})}function I(e){return{unitId:e.unit,details:{title:void 0,riskType:void 0,manifestation:void 0,cause:void 0,foundBy:[],powerId:e.power,stepKey:e.step,postId:e.post,personId:e.person,exposedPostIds:[],exposedPersonIds:[],directOwnerId:void 0,departmentOwnerId:void 0,leaderOwnerId:void 0},assessment:{likelihood:void 0,severity:void 0,consequence:void 0,unlimitedPower:!1,pastBreach:!1},reason:void 0}}function L(e){return{unitId:e.unit?.id,details:{title:e.title,riskType:e.riskType,manifestation:e.manifestation,cause:e.cause,foundBy:e.foundBy,powerId:e.power?.id,stepKey:e.step?.key,postId:e.post?.id,personId:e.person?.id,exposedPostIds:e.exposedPosts.map(e=>e.id),exposedPersonIds:e.exposedPersons.map(e=>e.id),directOwnerId:e.directOwner?.id,departmentOwnerId:e.departmentOwner?.id,leaderOwnerId:e.leaderOwner?.id}}}function R(e){return{...e,title:e.title??``,riskType:e.riskType,manifestation:e.manifestation??``,cause:e.cause??``,powerId:e.powerId??null,stepKey:e.stepKey??null,postId:e.postId??null,personId:e.personId??null,directOwnerId:e.directOwnerId??null,departmentOwnerId:e.departmentOwnerId??null,leaderOwnerId:e.leaderOwnerId??null}}function z(e){let{likelihood:t,severity:n,consequence:r,unlimitedPower:i,pastBreach:a}=e.assessment;return{unitId:e.unitId??``,details:R(e.details),assessment:{likelihood:t??0,severity:n??0,consequence:r,unlimitedPower:i,pastBreach:a},reason:e.reason??``}}function B(e,t,n){return{id:e,expectedVersion:t,details:R(n.details)}}export{F as a,A as c,C as d,x as f,L as i,w as l,z as n,M as o,B as r,N as s,I as t,S as u};