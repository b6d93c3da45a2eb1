import{i as e}from"./rolldown-runtime.js";import{S as t,t as n}from"./react.js";import{D as r,F as i,k as a}from"./vendor.js";import{t as o}from"./select.js";import{t as s}from"./radio.js";import{t as c}from"./form.js";import{t as l}from"./gql.js";import{c as u}from"./index.js";import{t as d}from"./RemoteSelect.js";import{t as f}from"./CheckboxGroup.js";var p=e(t(),1),m=n(),h=l(`
  query PowerSearch($filter: PowerFilter) {
    powers(filter: $filter, first: 50) {
      nodes {
        id
        code
        name
      }
    }
  }
`),g=l(`
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
`);function _({id:e,code:t,name:n}){return{value:e,label:`${t} ${n}`}}function v({unitId:e,onChange:t,onChosen:n,...a}){let{t:o}=i(`power`),s=r(),c=(0,p.useCallback)(async t=>{let n={unitId:e,text:t||void 0},{data:r,error:i}=await s.query(h,{filter:n}).toPromise();if(i||!r)throw i;return r.powers.nodes.map(_)},[s,e]),l=(0,p.useCallback)(async e=>{let{data:t}=await s.query(g,{ids:e}).toPromise();return(t?.nodes??[]).flatMap(e=>e?.__typename===`Power`?[_(e)]:[])},[s]);return(0,m.jsx)(d,{placeholder:o(`picker`),...a,onChange:e=>{t?.(e),n?.()},search:c,resolve:l})}var y=l(`
  query RiskForEdit($id: ID!) {
    node(id: $id) {
      __typename
      ... on RiskPoint {
        id
        version
        allowedActions
        title
        riskTypes
        category
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
        directOwnerText
        departmentOwnerText
        leaderOwnerText
      }
    }
  }
`),b=l(`
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
`),x=l(`
  mutation ReviseRisk($input: ReviseRiskPointInput!) {
    reviseRiskPoint(input: $input) {
      riskPoint {
        id
        version
      }
    }
  }
`),S=l(`
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
`),C=l(`
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
`);function w(e,t){return t.includes(`UNCLASSIFIED`)?e.includes(`UNCLASSIFIED`)&&t.length>1?t.filter(e=>e!==`UNCLASSIFIED`):[`UNCLASSIFIED`]:[...t]}function T({value:e=[],onChange:t,...n}){let r=u(`RiskType`);return(0,m.jsx)(f,{...n,value:e,onChange:n=>t?.(w(e,n)),options:r.options})}function E({value:e,onChange:t,id:n}){let{t:r}=i(`riskEdit`),s=O(),c=u(`StepKind`),[{data:l,fetching:d}]=a({query:C,variables:{id:s??``},pause:!s}),f=s&&l?.node?.__typename===`Power`?l.node:void 0,p=f?.processes.find(e=>e.current)?.steps??[],h=f!==void 0&&p.length===0;return(0,m.jsx)(o,{id:n,value:e,onChange:t,allowClear:!0,disabled:!s||h,loading:d,placeholder:r(h?`noProcess`:`stepPlaceholder`),options:p.map((e,t)=>({value:e.key,label:`${t+1}. ${e.name}（${c.label(e.kind)}）`}))})}function D(){let{t:e}=i(`riskEdit`);return O()?null:e(`stepHint`)}function O(){let e=c.useFormInstance();return c.useWatch([`details`,`powerId`],e)}function k({unitFixed:e=!1}={}){let{t}=i([`riskEdit`,`risk`]);return{legend:t(`riskEdit:part.ground`),hint:t(`riskEdit:groundHint`),fields:[{kind:`unit`,name:`unitId`,label:t(`risk:field.unit`),required:!0,fixed:e},{kind:`own`,name:[`details`,`powerId`],label:t(`risk:field.power`),control:(0,m.jsx)(A,{})},{kind:`own`,name:[`details`,`stepKey`],label:t(`risk:field.step`),hint:(0,m.jsx)(D,{}),control:(0,m.jsx)(E,{})},{kind:`post`,name:[`details`,`postId`],label:t(`risk:field.post`)},{kind:`person`,name:[`details`,`personId`],label:t(`risk:field.person`),hint:t(`riskEdit:personHint`)}]}}function A(e){let t=c.useFormInstance(),n=c.useWatch(`unitId`,t),r=()=>t.setFieldValue([`details`,`stepKey`],void 0);return(0,m.jsx)(v,{...e,unitId:n,onChosen:r})}function j(){let{t:e}=i([`riskEdit`,`risk`]),t=u(`FoundBy`),n=(0,m.jsx)(f,{"aria-label":e(`risk:field.foundBy`),options:t.options});return{legend:e(`riskEdit:part.content`),fields:[{kind:`text`,name:[`details`,`title`],label:e(`risk:field.title`),required:!0,wide:!0,placeholder:e(`riskEdit:titlePlaceholder`)},{kind:`own`,name:[`details`,`riskTypes`],label:e(`risk:field.riskTypes`),required:!0,control:(0,m.jsx)(T,{"aria-label":e(`risk:field.riskTypes`)})},{kind:`text`,name:[`details`,`category`],label:e(`risk:field.category`)},{kind:`own`,name:[`details`,`foundBy`],label:e(`risk:field.foundBy`),required:!0,control:n},{kind:`prose`,name:[`details`,`manifestation`],label:e(`risk:field.manifestation`),required:!0,wide:!0,rows:[3,10]},{kind:`prose`,name:[`details`,`cause`],label:e(`risk:field.cause`),wide:!0,rows:[2,10]}]}}function M(){let{t:e}=i([`riskEdit`,`risk`]),t=t=>({kind:`person`,name:[`details`,`${t}Id`],label:e(`risk:field.${t}`)}),n=t=>({kind:`text`,name:[`details`,`${t}Text`],label:e(`riskEdit:written`,{owner:e(`risk:field.${t}`)}),hint:e(`riskEdit:writtenHint`)});return{legend:e(`riskEdit:part.people`),fields:[{kind:`post`,several:!0,name:[`details`,`exposedPostIds`],label:e(`risk:field.exposedPosts`)},{kind:`person`,several:!0,name:[`details`,`exposedPersonIds`],label:e(`risk:field.exposedPersons`)},t(`directOwner`),t(`departmentOwner`),t(`leaderOwner`),n(`directOwner`),n(`departmentOwner`),n(`leaderOwner`)]}}var N=[1,2,3,4,5];function P(){let{t:e}=i([`riskEdit`,`risk`]),t=u(`ConsequenceKind`),n=(t,n)=>({kind:`own`,name:[`assessment`,t],label:e(`risk:field.${t}`),required:!0,control:(0,m.jsx)(s.Group,{vertical:!0,"aria-label":e(`risk:field.${t}`),options:n})}),r=t=>n(t,N.map(n=>({value:n,label:`${n} ${e(`riskEdit:${t}.n${n}`)}`}))),a=t=>({kind:`check`,name:[`assessment`,t],label:e(`risk:field.${t}`)});return{legend:e(`riskEdit:part.assessment`),hint:e(`riskEdit:assessmentHint`),fields:[r(`likelihood`),r(`severity`),n(`consequence`,t.options),a(`unlimitedPower`),a(`pastBreach`),{kind:`prose`,name:`reason`,label:e(`riskEdit:reason`),wide:!0}]}}function F(e){return{unitId:e.unit,details:{title:void 0,riskTypes:[],manifestation:void 0,cause:void 0,foundBy:[],powerId:e.power,stepKey:e.step,postId:e.post,personId:e.person,exposedPostIds:[],exposedPersonIds:[],directOwnerId:void 0,departmentOwnerId:void 0,leaderOwnerId:void 0,category:void 0,directOwnerText:void 0,departmentOwnerText:void 0,leaderOwnerText:void 0},assessment:{likelihood:void 0,severity:void 0,consequence:void 0,unlimitedPower:!1,pastBreach:!1},reason:void 0}}function I(e){return{unitId:e.unit?.id,details:{title:e.title,riskTypes:e.riskTypes,manifestation:e.manifestation,cause:e.cause,foundBy:e.foundBy,powerId:e.power?.id,stepKey:e.step?.key,postId:e.post?.id,personId:e.person?.id,exposedPostIds:e.exposedPosts.map(e=>e.id),exposedPersonIds:e.exposedPersons.map(e=>e.id),directOwnerId:e.directOwner?.id,departmentOwnerId:e.departmentOwner?.id,leaderOwnerId:e.leaderOwner?.id,category:e.category,directOwnerText:e.directOwnerText,departmentOwnerText:e.departmentOwnerText,leaderOwnerText:e.leaderOwnerText}}}function L(e){return{...e,title:e.title??``,manifestation:e.manifestation??``,cause:e.cause??``,powerId:e.powerId??null,stepKey:e.stepKey??null,postId:e.postId??null,personId:e.personId??null,directOwnerId:e.directOwnerId??null,departmentOwnerId:e.departmentOwnerId??null,leaderOwnerId:e.leaderOwnerId??null,category:e.category??``,directOwnerText:e.directOwnerText??``,departmentOwnerText:e.departmentOwnerText??``,leaderOwnerText:e.leaderOwnerText??``}}function R(e){let{likelihood:t,severity:n,consequence:r,unlimitedPower:i,pastBreach:a}=e.assessment;return{unitId:e.unitId??``,details:L(e.details),assessment:{likelihood:t??0,severity:n??0,consequence:r,unlimitedPower:i,pastBreach:a},reason:e.reason??``}}function z(e,t,n){return{id:e,expectedVersion:t,details:L(n.details)}}export{P as a,M as c,x as d,y as f,I as i,S as l,R as n,j as o,z as r,k as s,F as t,b as u};