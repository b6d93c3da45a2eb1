import{i as e}from"./rolldown-runtime.js";import{A as t,_ as n,v as r,w as i}from"./vendor.js";import{S as a,_ as o,n as s,t as c}from"./react.js";import{i as l}from"./riskState.js";import{n as u,t as d}from"./gql.js";import{a as f,f as p,g as m,l as h,r as g,s as _}from"./index.js";import{i as v}from"./format.js";import{t as y}from"./GradeBadge.js";import{t as b}from"./form.js";import{t as x}from"./input.js";import{t as S}from"./radio.js";import{t as C}from"./modal.js";import{t as ee}from"./forms.js";import{t as w}from"./Facts.js";import{t as T}from"./checkbox.js";import{t as E}from"./LinkButton.js";import{t as D}from"./Empty2.js";import{t as O}from"./withinHome.js";import{t as k}from"./PageHeader.js";import{t as te}from"./Query.js";var A={"override:past-breach":{kind:`pastBreach`},"override:unlimited-power":{kind:`unlimitedPower`},"as written in the file":{kind:`imported`}},ne={likelihood:`likelihood`,"likelihood×severity":`product`,count:`count`};function j(e){if(A[e])return A[e];if(e.startsWith(`departs from `))return{kind:`departs`};let[t=``,n]=e.split(`=`);if(n===void 0)return null;let r=u.ConsequenceKind.find(e=>e===n);if(t===`consequence`&&r)return{kind:`consequence`,consequence:r};let i=ne[t];return i?{kind:i,value:n}:null}var M=c();function N({assessments:e}){let{t}=i(`risk`);return(0,M.jsxs)(`section`,{className:`panel`,"aria-labelledby":`history-title`,children:[(0,M.jsx)(`h2`,{id:`history-title`,children:t(`detail.history`)}),(0,M.jsx)(`ol`,{className:`history`,children:e.map(e=>(0,M.jsx)(P,{assessment:e},e.id))})]})}function P({assessment:e}){let{t,i18n:n}=i(`risk`),r=g(`AssessmentKind`),a=g(`ConsequenceKind`),o=g(`Role`),s=`assessment.rules.${e.rule}`,c=n.exists(`risk:${s}`)?t(s):e.rule;return(0,M.jsxs)(`li`,{className:e.kind===`DECISION`?`history-decision`:void 0,children:[(0,M.jsxs)(`div`,{className:`history-head`,children:[(0,M.jsx)(`strong`,{children:r.label(e.kind)}),(0,M.jsx)(I,{assessment:e})]}),(0,M.jsxs)(`div`,{children:[t(`assessment.inputs`,{likelihood:e.likelihood,severity:e.severity,consequence:a.label(e.consequence)}),e.unlimitedPower&&`；${t(`field.unlimitedPower`)}`,e.pastBreach&&`；${t(`field.pastBreach`)}`]}),(0,M.jsxs)(`div`,{children:[t(`assessment.rule`),`：`,c,`（`,t(`assessment.ruleVersion`,{version:e.ruleVersion}),`）`,e.clause&&(0,M.jsxs)(M.Fragment,{children:[`，`,t(`assessment.clause`),`：`,(0,M.jsx)(F,{clause:e.clause})]})]}),e.computedGrade&&e.computedGrade!==e.grade&&(0,M.jsxs)(`div`,{children:[t(`assessment.computed`),` `,(0,M.jsx)(y,{grade:e.computedGrade})]}),e.reason&&(0,M.jsxs)(`div`,{className:`prose`,children:[t(`assessment.reason`),`：`,e.reason]}),(0,M.jsxs)(`div`,{className:`history-foot`,children:[(0,M.jsx)(`time`,{dateTime:e.at,children:v(e.at)}),` `,t(`assessment.by`,{name:e.actorName,role:e.actorRole?o.label(e.actorRole):t(`assessment.imported`)})]})]})}function F({clause:e}){let{t}=i(`risk`),n=g(`ConsequenceKind`),r=j(e);if(!r)return(0,M.jsx)(`code`,{children:e});let a=r.kind===`consequence`?n.label(r.consequence):`value`in r?r.value:``;return(0,M.jsx)(`span`,{title:e,children:t(`assessment.clauses.${r.kind}`,{value:a})})}function I({assessment:{kind:e,grade:t,previousGrade:n}}){let{t:r}=i(`risk`),a=t?(0,M.jsx)(y,{grade:t}):r(`assessment.withdrawn`);return e===`PROPOSAL`?a:n&&n!==t?(0,M.jsxs)(M.Fragment,{children:[r(`assessment.from`),` `,(0,M.jsx)(y,{grade:n}),` `,r(`assessment.to`),` `,a]}):(0,M.jsxs)(M.Fragment,{children:[a,(0,M.jsx)(`span`,{className:`hint-inline`,children:r(n?`assessment.kept`:`assessment.first`)})]})}var L=d(`
  query RiskDetail($id: ID!) {
    node(id: $id) {
      __typename
      ... on RiskPoint {
        id
        version
        title
        riskType
        status
        manifestation
        cause
        consequence
        likelihood
        severity
        unlimitedPower
        pastBreach
        foundBy
        grade
        proposedGrade
        powerType
        defended
        createdAt
        updatedAt
        retiredReason
        allowedActions
        decidableGrades
        unit {
          id
          name
          path {
            id
            name
          }
        }
        power {
          id
          code
          name
        }
        post {
          id
          name
        }
        person {
          id
          name
        }
        exposedPosts {
          id
          name
        }
        exposedPersons {
          id
          name
        }
        directOwner {
          id
          name
          jobTitle
        }
        departmentOwner {
          id
          name
          jobTitle
        }
        leaderOwner {
          id
          name
          jobTitle
        }
        step {
          id
          key
          name
          process {
            id
            revision
            steps {
              id
              key
              name
              kind
              post {
                id
                name
              }
            }
          }
        }
        measures {
          id
          content
          kind
          status
          dueOn
          frequency
          owner {
            id
            name
          }
        }
        assessments {
          id
          kind
          grade
          previousGrade
          likelihood
          severity
          consequence
          unlimitedPower
          pastBreach
          rule
          ruleVersion
          clause
          computedGrade
          reason
          actor {
            id
          }
          actorName
          actorRole
          at
        }
      }
    }
  }
`),R=e(a(),1),z=d(`
  mutation ProposeGrade($input: ProposeGradeInput!) {
    proposeGrade(input: $input) {
      riskPoint {
        id
        version
        proposedGrade
      }
    }
  }
`),B=d(`
  mutation DecideGrade($input: DecideGradeInput!) {
    decideGrade(input: $input) {
      riskPoint {
        id
        version
        grade
      }
    }
  }
`),V=d(`
  mutation RetireRiskPoint($input: RetireRiskPointInput!) {
    retireRiskPoint(input: $input) {
      riskPoint {
        id
        version
        status
      }
    }
  }
`);function H(e){let{title:t,open:n,onClose:r,form:a,initialValues:o,submit:s,okText:c,danger:l,children:u}=e,{t:d}=i(),[f,p]=(0,R.useState)(!1),[g,_]=(0,R.useState)([]);return(0,M.jsxs)(C,{title:t,open:n,onCancel:r,onOk:a.submit,okText:c??d(`action.confirm`),cancelText:d(`action.cancel`),okButtonProps:{danger:l},confirmLoading:f,mask:{closable:!1},destroyOnHidden:!0,afterClose:()=>_([]),children:[(0,M.jsx)(h,{problems:g}),(0,M.jsx)(b,{form:a,layout:`vertical`,initialValues:o,preserve:!1,onFinish:async e=>{p(!0),_([]);let t=await s(e);p(!1),t?_(ee(a,m(t))):r()},children:u})]})}function U({risk:e,open:t,onClose:r,onDone:a}){let{t:o}=i([`risk`,`common`]),[s]=b.useForm(),[,c]=n(B),l=_(),u=e.decidableGrades,d=e.proposedGrade;return(0,M.jsxs)(H,{title:o(`risk:decide.title`),open:t,onClose:r,form:s,initialValues:{grade:d&&u.includes(d)?d:void 0},submit:async({grade:t,reason:n=``})=>{let{error:r}=await c({input:{riskPointId:e.id,expectedVersion:e.version,grade:t,reason:n}});if(r)return r;l.success(o(`risk:decide.done`,{grade:`${t} ${o(`common:grade.${t}`)}`})),a()},children:[(0,M.jsx)(w,{items:[[o(`risk:decide.current`),(0,M.jsx)(y,{grade:e.grade},`c`)],[o(`risk:decide.proposal`),(0,M.jsx)(y,{grade:d},`p`)]]}),(0,M.jsx)(`p`,{className:`hint`,children:o(`risk:decide.who`)}),(0,M.jsx)(b.Item,{name:`grade`,label:o(`risk:decide.grade`),rules:[{required:!0,message:o(`risk:decide.pick`)}],children:(0,M.jsx)(S.Group,{children:u.map(e=>(0,M.jsx)(S,{value:e,children:(0,M.jsx)(y,{grade:e})},e))})}),(0,M.jsx)(b.Item,{name:`reason`,label:o(`risk:decide.reason`),extra:o(`risk:decide.reasonNeeded`),children:(0,M.jsx)(x.TextArea,{rows:3})})]})}var W=[1,2,3,4,5].map(e=>({value:e,label:String(e)}));function G({prefix:e=[]}){let{t}=i(`risk`),n=g(`ConsequenceKind`),r=[{required:!0,message:t(`propose.need`)}];return(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(b.Item,{name:[...e,`likelihood`],label:t(`field.likelihood`),extra:t(`propose.likelihoodHint`),rules:r,children:(0,M.jsx)(S.Group,{optionType:`button`,options:W})}),(0,M.jsx)(b.Item,{name:[...e,`severity`],label:t(`field.severity`),extra:t(`propose.severityHint`),rules:r,children:(0,M.jsx)(S.Group,{optionType:`button`,options:W})}),(0,M.jsx)(b.Item,{name:[...e,`consequence`],label:t(`field.consequence`),rules:r,children:(0,M.jsx)(S.Group,{options:n.options})}),(0,M.jsx)(b.Item,{name:[...e,`unlimitedPower`],valuePropName:`checked`,noStyle:!0,children:(0,M.jsx)(T,{children:t(`field.unlimitedPower`)})}),(0,M.jsx)(b.Item,{name:[...e,`pastBreach`],valuePropName:`checked`,children:(0,M.jsx)(T,{children:t(`field.pastBreach`)})})]})}function K({risk:e,open:t,onClose:r,onDone:a}){let{t:o}=i([`risk`,`common`]),[s]=b.useForm(),[,c]=n(z),l=_();return(0,M.jsxs)(H,{title:o(`risk:propose.title`),open:t,onClose:r,form:s,initialValues:{likelihood:e.likelihood,severity:e.severity,consequence:e.consequence,unlimitedPower:e.unlimitedPower,pastBreach:e.pastBreach},submit:async({reason:t,...n})=>{let{data:r,error:i}=await c({input:{riskPointId:e.id,expectedVersion:e.version,assessment:n,reason:t??``}});if(i)return i;let s=r?.proposeGrade.riskPoint.proposedGrade;l.success(o(`risk:propose.done`,{grade:s?`${s} ${o(`common:grade.${s}`)}`:``})),a()},children:[(0,M.jsx)(`p`,{children:o(`risk:propose.intro`)}),(0,M.jsx)(G,{}),(0,M.jsx)(b.Item,{name:`reason`,label:o(`risk:decide.reason`),children:(0,M.jsx)(x.TextArea,{rows:2})})]})}function q({risk:e,open:t,onClose:r,onDone:a}){let{t:o}=i(`risk`),[s]=b.useForm(),[,c]=n(V),l=_();return(0,M.jsxs)(H,{title:o(`retire.title`),open:t,onClose:r,form:s,okText:o(`action.retire`),danger:!0,submit:async({reason:t})=>{let{error:n}=await c({input:{id:e.id,expectedVersion:e.version,reason:t}});if(n)return n;l.success(o(`retire.done`)),a()},children:[(0,M.jsx)(`p`,{children:o(`retire.intro`)}),(0,M.jsx)(b.Item,{name:`reason`,label:o(`retire.reason`),rules:[{required:!0,whitespace:!0,message:o(`retire.need`)}],children:(0,M.jsx)(x.TextArea,{rows:3})})]})}function J({risk:e,onChanged:n}){let{t:r}=i(`risk`),[a,o]=(0,R.useState)(null);if(e.status===`RETIRED`)return null;let s=e.allowedActions.includes(`RECORD_RISK`),c=e.decidableGrades.length>0,l=t=>({risk:e,open:a===t,onClose:()=>o(null),onDone:n});return(0,M.jsxs)(M.Fragment,{children:[c&&(0,M.jsx)(t,{type:`primary`,onClick:()=>o(`decide`),children:r(`action.decide`)}),s&&(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(t,{onClick:()=>o(`propose`),children:r(`action.propose`)}),(0,M.jsx)(E,{to:`/risks/${e.id}/edit`,children:r(`action.edit`)}),(0,M.jsx)(K,{...l(`propose`)})]}),(s||c)&&(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(t,{danger:!0,onClick:()=>o(`retire`),children:r(`action.retire`)}),(0,M.jsx)(q,{...l(`retire`)})]}),c&&(0,M.jsx)(U,{...l(`decide`)})]})}function Y({risk:e}){let{t}=i([`risk`,`common`]),n=g(`RiskType`),r=g(`PowerType`),a=g(`ConsequenceKind`),o=g(`FoundBy`),c=e=>t(e?`common:state.yes`:`common:state.no`);return(0,M.jsxs)(M.Fragment,{children:[(0,M.jsxs)(`section`,{className:`panel`,children:[(0,M.jsx)(`h2`,{children:t(`risk:detail.base`)}),(0,M.jsx)(w,{items:[[t(`risk:field.unit`),e.unit&&(0,M.jsx)(s,{to:`/organisation?unit=${e.unit.id}`,children:e.unit.name})],[t(`risk:field.power`),e.power&&(0,M.jsxs)(s,{to:`/powers/${e.power.id}`,children:[e.power.code,` `,e.power.name]})],[t(`risk:field.powerType`),e.powerType&&r.label(e.powerType)],[t(`risk:field.riskType`),n.label(e.riskType)],[t(`risk:field.proposedGrade`),(0,M.jsx)(y,{grade:e.proposedGrade},`g`)],[t(`risk:field.consequence`),a.label(e.consequence)],[t(`risk:field.likelihood`),`${e.likelihood} / 5`],[t(`risk:field.severity`),`${e.severity} / 5`],[t(`risk:field.unlimitedPower`),c(e.unlimitedPower)],[t(`risk:field.pastBreach`),c(e.pastBreach)],[t(`risk:field.foundBy`),e.foundBy.map(e=>o.label(e)).join(`、`)],[t(`risk:field.createdAt`),v(e.createdAt)],[t(`risk:field.updatedAt`),v(e.updatedAt)]]}),(0,M.jsx)(w,{items:[[t(`risk:field.manifestation`),(0,M.jsx)(X,{text:e.manifestation},`m`)],[t(`risk:field.cause`),(0,M.jsx)(X,{text:e.cause},`c`)],...e.status===`RETIRED`?[[t(`risk:field.retiredReason`),(0,M.jsx)(X,{text:e.retiredReason},`r`)]]:[]]})]}),(0,M.jsxs)(`section`,{className:`panel`,children:[(0,M.jsx)(`h2`,{children:t(`risk:detail.people`)}),(0,M.jsx)(w,{items:[[t(`risk:field.post`),Z(e.post)],[t(`risk:field.person`),Q(e.person)],[t(`risk:field.exposedPosts`),$(e.exposedPosts,Z)],[t(`risk:field.exposedPersons`),$(e.exposedPersons,Q)],[t(`risk:field.directOwner`),Q(e.directOwner)],[t(`risk:field.departmentOwner`),Q(e.departmentOwner)],[t(`risk:field.leaderOwner`),Q(e.leaderOwner)]]})]})]})}function X({text:e}){let{t}=i(`risk`);return e?(0,M.jsx)(`span`,{className:`prose`,children:e}):(0,M.jsx)(`span`,{className:`zero`,children:t(`detail.unknown`)})}function Z(e){return e&&(0,M.jsx)(s,{to:l({post:e.id}),children:e.name})}function Q(e){return e&&(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(s,{to:l({person:e.id}),children:e.name}),e.jobTitle&&`（${e.jobTitle}）`]})}function $(e,t){return e.length===0?null:(0,M.jsx)(`span`,{className:`names`,children:e.map(e=>(0,M.jsx)(`span`,{children:t(e)},e.id))})}function re({risk:e}){let{t}=i(`risk`),n=g(`MeasureKind`),r=g(`MeasureStatus`),a=e.allowedActions.includes(`RECORD_RISK`)&&e.status!==`RETIRED`;return(0,M.jsxs)(`section`,{className:`panel`,children:[(0,M.jsxs)(`h2`,{className:`panel-head`,children:[t(`detail.measures`),a&&(0,M.jsx)(E,{size:`small`,to:`/measures/new?risk=${e.id}`,children:t(`action.measure`)})]}),e.measures.length===0?(0,M.jsx)(D,{text:t(`detail.noMeasures`)}):(0,M.jsx)(`div`,{className:`table-scroll`,children:(0,M.jsxs)(`table`,{className:`grid-table`,children:[(0,M.jsx)(`thead`,{children:(0,M.jsxs)(`tr`,{children:[(0,M.jsx)(`th`,{scope:`col`,children:t(`measure.content`)}),(0,M.jsx)(`th`,{scope:`col`,children:t(`measure.kind`)}),(0,M.jsx)(`th`,{scope:`col`,children:t(`measure.status`)}),(0,M.jsx)(`th`,{scope:`col`,children:t(`measure.owner`)}),(0,M.jsx)(`th`,{scope:`col`,children:t(`measure.due`)})]})}),(0,M.jsx)(`tbody`,{children:e.measures.map(e=>(0,M.jsxs)(`tr`,{children:[(0,M.jsx)(`td`,{children:(0,M.jsx)(s,{to:`/measures/${e.id}`,children:e.content})}),(0,M.jsx)(`td`,{className:`nowrap`,children:n.label(e.kind)}),(0,M.jsx)(`td`,{className:`nowrap`,children:r.label(e.status)}),(0,M.jsx)(`td`,{className:`nowrap`,children:e.owner?.name??`—`}),(0,M.jsx)(`td`,{children:[e.dueOn,e.frequency].filter(Boolean).join(`，`)||`—`})]},e.id))})]})})]})}function ie({step:e,powerId:t}){let{t:n}=i(`risk`),r=g(`StepKind`),a=e.process;return(0,M.jsxs)(`section`,{className:`panel`,children:[(0,M.jsx)(`h2`,{children:n(`detail.where`)}),a&&(0,M.jsx)(`p`,{className:`hint`,children:t?(0,M.jsx)(s,{to:`/powers/${t}`,children:n(`detail.process`,{revision:a.revision})}):n(`detail.process`,{revision:a.revision})}),(0,M.jsx)(`ol`,{className:`step-strip`,children:(a?.steps??[]).map(t=>{let i=t.id===e.id;return(0,M.jsxs)(`li`,{"aria-current":i?`step`:void 0,children:[(0,M.jsx)(`strong`,{children:t.name}),(0,M.jsx)(`span`,{children:r.label(t.kind)}),t.post&&(0,M.jsx)(`span`,{children:t.post.name}),i&&(0,M.jsxs)(`span`,{className:`step-here`,children:[`▲ `,n(`detail.thisStep`)]})]},t.id)})})]})}function ae(){let{id:e=``}=o(),[t,n]=r({query:L,variables:{id:e}}),i=()=>n({requestPolicy:`network-only`});return(0,M.jsx)(te,{result:t,onRetry:i,rows:12,children:({node:e})=>e?.__typename===`RiskPoint`?(0,M.jsx)(oe,{risk:e,onChanged:i}):(0,M.jsx)(f,{})})}function oe({risk:e,onChanged:t}){let{t:n}=i(`risk`),r=g(`RiskStatus`),{homeUnits:a}=p(),o=e.unit?.path??[],s=O(o,a);return(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(k,{title:e.title,crumbs:[{title:n(`detail.crumb`),to:`/risks`},...o.map((e,t)=>({title:e.name,to:t<s?void 0:l({unit:e.id})}))],tags:(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(y,{grade:e.grade}),(0,M.jsx)(`span`,{className:`tag`,children:r.label(e.status)}),(0,M.jsx)(`span`,{className:e.defended?`tag`:`tag tag-alarm`,children:n(e.defended?`defended.yes`:`defended.no`)})]}),actions:(0,M.jsx)(J,{risk:e,onChanged:t})}),(0,M.jsxs)(`div`,{className:`risk-detail`,children:[(0,M.jsxs)(`div`,{children:[(0,M.jsx)(Y,{risk:e}),e.step&&(0,M.jsx)(ie,{step:e.step,powerId:e.power?.id}),(0,M.jsx)(re,{risk:e})]}),(0,M.jsx)(N,{assessments:e.assessments})]})]})}export{ae as Component};