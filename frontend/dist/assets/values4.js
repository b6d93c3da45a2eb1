import{t as e}from"./react.js";import{G as t,I as n}from"./vendor.js";import{t as r}from"./select.js";import{t as i}from"./radio.js";import{t as a}from"./form.js";import{t as o}from"./gql.js";import{u as s}from"./index.js";import{t as c}from"./PowerSelect.js";import{t as l}from"./CheckboxGroup.js";var u=e(),d=o(`
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
`),f=o(`
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
`),p=o(`
  mutation ReviseRisk($input: ReviseRiskPointInput!) {
    reviseRiskPoint(input: $input) {
      riskPoint {
        id
        version
      }
    }
  }
`),m=o(`
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
`),h=o(`
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
`);function g(e,t){return t.includes(`UNCLASSIFIED`)?e.includes(`UNCLASSIFIED`)&&t.length>1?t.filter(e=>e!==`UNCLASSIFIED`):[`UNCLASSIFIED`]:[...t]}function _({value:e=[],onChange:t,...n}){let r=s(`RiskType`);return(0,u.jsx)(l,{...n,value:e,onChange:n=>t?.(g(e,n)),options:r.options})}function v({value:e,onChange:i,id:a}){let{t:o}=t(`riskEdit`),c=b(),l=s(`StepKind`),[{data:d,fetching:f}]=n({query:h,variables:{id:c??``},pause:!c}),p=c&&d?.node?.__typename===`Power`?d.node:void 0,m=p?.processes.find(e=>e.current)?.steps??[],g=p!==void 0&&m.length===0;return(0,u.jsx)(r,{id:a,value:e,onChange:i,allowClear:!0,disabled:!c||g,loading:f,placeholder:o(g?`noProcess`:`stepPlaceholder`),options:m.map((e,t)=>({value:e.key,label:`${t+1}. ${e.name}（${l.label(e.kind)}）`}))})}function y(){let{t:e}=t(`riskEdit`);return b()?null:e(`stepHint`)}function b(){let e=a.useFormInstance();return a.useWatch([`details`,`powerId`],e)}function x({unitFixed:e=!1}={}){let{t:n}=t([`riskEdit`,`risk`]);return{legend:n(`riskEdit:part.ground`),hint:n(`riskEdit:groundHint`),fields:[{kind:`unit`,name:`unitId`,label:n(`risk:field.unit`),required:!0,fixed:e},{kind:`own`,name:[`details`,`powerId`],label:n(`risk:field.power`),control:(0,u.jsx)(S,{})},{kind:`own`,name:[`details`,`stepKey`],label:n(`risk:field.step`),hint:(0,u.jsx)(y,{}),control:(0,u.jsx)(v,{})},{kind:`post`,name:[`details`,`postId`],label:n(`risk:field.post`)},{kind:`person`,name:[`details`,`personId`],label:n(`risk:field.person`),hint:n(`riskEdit:personHint`)}]}}function S(e){let t=a.useFormInstance(),n=a.useWatch(`unitId`,t),r=()=>t.setFieldValue([`details`,`stepKey`],void 0);return(0,u.jsx)(c,{...e,unitId:n,onChosen:r})}function C(){let{t:e}=t([`riskEdit`,`risk`]),n=s(`FoundBy`),r=(0,u.jsx)(l,{"aria-label":e(`risk:field.foundBy`),options:n.options});return{legend:e(`riskEdit:part.content`),fields:[{kind:`text`,name:[`details`,`title`],label:e(`risk:field.title`),required:!0,wide:!0,placeholder:e(`riskEdit:titlePlaceholder`)},{kind:`own`,name:[`details`,`riskTypes`],label:e(`risk:field.riskTypes`),required:!0,control:(0,u.jsx)(_,{"aria-label":e(`risk:field.riskTypes`)})},{kind:`text`,name:[`details`,`category`],label:e(`risk:field.category`)},{kind:`own`,name:[`details`,`foundBy`],label:e(`risk:field.foundBy`),required:!0,control:r},{kind:`prose`,name:[`details`,`manifestation`],label:e(`risk:field.manifestation`),required:!0,wide:!0,rows:[3,10]},{kind:`prose`,name:[`details`,`cause`],label:e(`risk:field.cause`),wide:!0,rows:[2,10]}]}}function w(){let{t:e}=t([`riskEdit`,`risk`]),n=t=>({kind:`person`,name:[`details`,`${t}Id`],label:e(`risk:field.${t}`)}),r=t=>({kind:`text`,name:[`details`,`${t}Text`],label:e(`riskEdit:written`,{owner:e(`risk:field.${t}`)}),hint:e(`riskEdit:writtenHint`)});return{legend:e(`riskEdit:part.people`),fields:[{kind:`post`,several:!0,name:[`details`,`exposedPostIds`],label:e(`risk:field.exposedPosts`)},{kind:`person`,several:!0,name:[`details`,`exposedPersonIds`],label:e(`risk:field.exposedPersons`)},n(`directOwner`),n(`departmentOwner`),n(`leaderOwner`),r(`directOwner`),r(`departmentOwner`),r(`leaderOwner`)]}}var T=[1,2,3,4,5];function E(){let{t:e}=t([`riskEdit`,`risk`]),n=s(`ConsequenceKind`),r=(t,n)=>({kind:`own`,name:[`assessment`,t],label:e(`risk:field.${t}`),required:!0,control:(0,u.jsx)(i.Group,{vertical:!0,"aria-label":e(`risk:field.${t}`),options:n})}),a=t=>r(t,T.map(n=>({value:n,label:`${n} ${e(`riskEdit:${t}.n${n}`)}`}))),o=t=>({kind:`check`,name:[`assessment`,t],label:e(`risk:field.${t}`)});return{legend:e(`riskEdit:part.assessment`),hint:e(`riskEdit:assessmentHint`),fields:[a(`likelihood`),a(`severity`),r(`consequence`,n.options),o(`unlimitedPower`),o(`pastBreach`),{kind:`prose`,name:`reason`,label:e(`riskEdit:reason`),wide:!0}]}}function D(e){return{unitId:e.unit,details:{title:void 0,riskTypes:[],manifestation:void 0,cause:void 0,foundBy:[],powerId:e.power,stepKey:e.step,postId:e.post,personId:e.person,exposedPostIds:[],exposedPersonIds:[],directOwnerId:void 0,departmentOwnerId:void 0,leaderOwnerId:void 0,category:void 0,directOwnerText:void 0,departmentOwnerText:void 0,leaderOwnerText:void 0},assessment:{likelihood:void 0,severity:void 0,consequence:void 0,unlimitedPower:!1,pastBreach:!1},reason:void 0}}function O(e){return{unitId:e.unit?.id,details:{title:e.title,riskTypes:e.riskTypes,manifestation:e.manifestation,cause:e.cause,foundBy:e.foundBy,powerId:e.power?.id,stepKey:e.step?.key,postId:e.post?.id,personId:e.person?.id,exposedPostIds:e.exposedPosts.map(e=>e.id),exposedPersonIds:e.exposedPersons.map(e=>e.id),directOwnerId:e.directOwner?.id,departmentOwnerId:e.departmentOwner?.id,leaderOwnerId:e.leaderOwner?.id,category:e.category,directOwnerText:e.directOwnerText,departmentOwnerText:e.departmentOwnerText,leaderOwnerText:e.leaderOwnerText}}}function k(e){return{...e,title:e.title??``,manifestation:e.manifestation??``,cause:e.cause??``,powerId:e.powerId??null,stepKey:e.stepKey??null,postId:e.postId??null,personId:e.personId??null,directOwnerId:e.directOwnerId??null,departmentOwnerId:e.departmentOwnerId??null,leaderOwnerId:e.leaderOwnerId??null,category:e.category??``,directOwnerText:e.directOwnerText??``,departmentOwnerText:e.departmentOwnerText??``,leaderOwnerText:e.leaderOwnerText??``}}function A(e){let{likelihood:t,severity:n,consequence:r,unlimitedPower:i,pastBreach:a}=e.assessment;return{unitId:e.unitId??``,details:k(e.details),assessment:{likelihood:t??0,severity:n??0,consequence:r,unlimitedPower:i,pastBreach:a},reason:e.reason??``}}function j(e,t,n){return{id:e,expectedVersion:t,details:k(n.details)}}export{E as a,w as c,p as d,d as f,O as i,m as l,A as n,C as o,j as r,x as s,D as t,f as u};