import{i as e}from"./rolldown-runtime.js";import{T as t,j as n,v as r,y as i}from"./vendor.js";import{S as a,_ as o,n as s,t as c}from"./react.js";import{i as l}from"./riskState.js";import{n as u,t as d}from"./gql.js";import{_ as f,f as p,m,r as h,u as g,x as _}from"./index.js";import{i as v}from"./format.js";import{t as y}from"./GradeBadge.js";import{t as b}from"./form.js";import{t as x}from"./input.js";import{t as S}from"./radio.js";import{t as C}from"./modal.js";import{t as ee}from"./forms.js";import{t as w}from"./Facts.js";import{t as T}from"./checkbox.js";import{t as E}from"./LinkButton.js";import{t as D}from"./Empty2.js";import{t as O}from"./withinHome.js";import{t as k}from"./PageHeader.js";import{t as te}from"./Query.js";var A={"override:past-breach":{kind:`pastBreach`},"override:unlimited-power":{kind:`unlimitedPower`},"as written in the file":{kind:`imported`}},ne={likelihood:`likelihood`,"likelihood×severity":`product`,count:`count`};function j(e){if(A[e])return A[e];if(e.startsWith(`departs from `))return{kind:`departs`};let[t=``,n]=e.split(`=`);if(n===void 0)return null;let r=u.ConsequenceKind.find(e=>e===n);if(t===`consequence`&&r)return{kind:`consequence`,consequence:r};let i=ne[t];return i?{kind:i,value:n}:null}var M=c();function N({assessments:e}){let{t:n}=t(`risk`);return(0,M.jsxs)(`section`,{className:`panel`,"aria-labelledby":`history-title`,children:[(0,M.jsx)(`h2`,{id:`history-title`,children:n(`detail.history`)}),(0,M.jsx)(`ol`,{className:`history`,children:e.map(e=>(0,M.jsx)(P,{assessment:e},e.id))})]})}function P({assessment:e}){let{t:n,i18n:r}=t(`risk`),i=h(`AssessmentKind`),a=h(`ConsequenceKind`),o=h(`Role`),s=`assessment.rules.${e.rule}`,c=r.exists(`risk:${s}`)?n(s):e.rule;return(0,M.jsxs)(`li`,{className:e.kind===`DECISION`?`history-decision`:void 0,children:[(0,M.jsxs)(`div`,{className:`history-head`,children:[(0,M.jsx)(`strong`,{children:i.label(e.kind)}),(0,M.jsx)(I,{assessment:e})]}),(0,M.jsxs)(`div`,{children:[n(`assessment.inputs`,{likelihood:e.likelihood,severity:e.severity,consequence:a.label(e.consequence)}),e.unlimitedPower&&`；${n(`field.unlimitedPower`)}`,e.pastBreach&&`；${n(`field.pastBreach`)}`]}),(0,M.jsxs)(`div`,{children:[n(`assessment.rule`),`：`,c,`（`,n(`assessment.ruleVersion`,{version:e.ruleVersion}),`）`,e.clause&&(0,M.jsxs)(M.Fragment,{children:[`，`,n(`assessment.clause`),`：`,(0,M.jsx)(F,{clause:e.clause})]})]}),e.computedGrade&&e.computedGrade!==e.grade&&(0,M.jsxs)(`div`,{children:[n(`assessment.computed`),` `,(0,M.jsx)(y,{grade:e.computedGrade})]}),e.reason&&(0,M.jsxs)(`div`,{className:`prose`,children:[n(`assessment.reason`),`：`,e.reason]}),(0,M.jsxs)(`div`,{className:`history-foot`,children:[(0,M.jsx)(`time`,{dateTime:e.at,children:v(e.at)}),` `,n(`assessment.by`,{name:e.actorName,role:e.actorRole?o.label(e.actorRole):n(`assessment.imported`)})]})]})}function F({clause:e}){let{t:n}=t(`risk`),r=h(`ConsequenceKind`),i=j(e);if(!i)return(0,M.jsx)(`code`,{children:e});let a=i.kind===`consequence`?r.label(i.consequence):`value`in i?i.value:``;return(0,M.jsx)(`span`,{title:e,children:n(`assessment.clauses.${i.kind}`,{value:a})})}function I({assessment:{kind:e,grade:n,previousGrade:r}}){let{t:i}=t(`risk`),a=n?(0,M.jsx)(y,{grade:n}):i(`assessment.withdrawn`);return e===`PROPOSAL`?a:r&&r!==n?(0,M.jsxs)(M.Fragment,{children:[i(`assessment.from`),` `,(0,M.jsx)(y,{grade:r}),` `,i(`assessment.to`),` `,a]}):(0,M.jsxs)(M.Fragment,{children:[a,(0,M.jsx)(`span`,{className:`hint-inline`,children:i(r?`assessment.kept`:`assessment.first`)})]})}var L=d(`
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
`);function H(e){let{title:n,open:r,onClose:i,form:a,initialValues:o,submit:s,okText:c,danger:l,children:u}=e,{t:d}=t(),[f,p]=(0,R.useState)(!1),[h,g]=(0,R.useState)([]);return(0,M.jsxs)(C,{title:n,open:r,onCancel:i,onOk:a.submit,okText:c??d(`action.confirm`),cancelText:d(`action.cancel`),okButtonProps:{danger:l},confirmLoading:f,mask:{closable:!1},destroyOnHidden:!0,afterClose:()=>g([]),children:[(0,M.jsx)(m,{problems:h}),(0,M.jsx)(b,{form:a,layout:`vertical`,initialValues:o,preserve:!1,onFinish:async e=>{p(!0),g([]);let t=await s(e);p(!1),t?g(ee(a,_(t))):i()},children:u})]})}function U({risk:e,open:n,onClose:i,onDone:a}){let{t:o}=t([`risk`,`common`]),[s]=b.useForm(),[,c]=r(B),l=p(),u=e.decidableGrades,d=e.proposedGrade;return(0,M.jsxs)(H,{title:o(`risk:decide.title`),open:n,onClose:i,form:s,initialValues:{grade:d&&u.includes(d)?d:void 0},submit:async({grade:t,reason:n=``})=>{let{error:r}=await c({input:{riskPointId:e.id,expectedVersion:e.version,grade:t,reason:n}});if(r)return r;l.success(o(`risk:decide.done`,{grade:`${t} ${o(`common:grade.${t}`)}`})),a()},children:[(0,M.jsx)(w,{items:[[o(`risk:decide.current`),(0,M.jsx)(y,{grade:e.grade},`c`)],[o(`risk:decide.proposal`),(0,M.jsx)(y,{grade:d},`p`)]]}),(0,M.jsx)(`p`,{className:`hint`,children:o(`risk:decide.who`)}),(0,M.jsx)(b.Item,{name:`grade`,label:o(`risk:decide.grade`),rules:[{required:!0,message:o(`risk:decide.pick`)}],children:(0,M.jsx)(S.Group,{children:u.map(e=>(0,M.jsx)(S,{value:e,children:(0,M.jsx)(y,{grade:e})},e))})}),(0,M.jsx)(b.Item,{name:`reason`,label:o(`risk:decide.reason`),extra:o(`risk:decide.reasonNeeded`),children:(0,M.jsx)(x.TextArea,{rows:3})})]})}var W=[1,2,3,4,5].map(e=>({value:e,label:String(e)}));function G({prefix:e=[]}){let{t:n}=t(`risk`),r=h(`ConsequenceKind`),i=[{required:!0,message:n(`propose.need`)}];return(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(b.Item,{name:[...e,`likelihood`],label:n(`field.likelihood`),extra:n(`propose.likelihoodHint`),rules:i,children:(0,M.jsx)(S.Group,{optionType:`button`,options:W})}),(0,M.jsx)(b.Item,{name:[...e,`severity`],label:n(`field.severity`),extra:n(`propose.severityHint`),rules:i,children:(0,M.jsx)(S.Group,{optionType:`button`,options:W})}),(0,M.jsx)(b.Item,{name:[...e,`consequence`],label:n(`field.consequence`),rules:i,children:(0,M.jsx)(S.Group,{options:r.options})}),(0,M.jsx)(b.Item,{name:[...e,`unlimitedPower`],valuePropName:`checked`,noStyle:!0,children:(0,M.jsx)(T,{children:n(`field.unlimitedPower`)})}),(0,M.jsx)(b.Item,{name:[...e,`pastBreach`],valuePropName:`checked`,children:(0,M.jsx)(T,{children:n(`field.pastBreach`)})})]})}function K({risk:e,open:n,onClose:i,onDone:a}){let{t:o}=t([`risk`,`common`]),[s]=b.useForm(),[,c]=r(z),l=p();return(0,M.jsxs)(H,{title:o(`risk:propose.title`),open:n,onClose:i,form:s,initialValues:{likelihood:e.likelihood,severity:e.severity,consequence:e.consequence,unlimitedPower:e.unlimitedPower,pastBreach:e.pastBreach},submit:async({reason:t,...n})=>{let{data:r,error:i}=await c({input:{riskPointId:e.id,expectedVersion:e.version,assessment:n,reason:t??``}});if(i)return i;let s=r?.proposeGrade.riskPoint.proposedGrade;l.success(o(`risk:propose.done`,{grade:s?`${s} ${o(`common:grade.${s}`)}`:``})),a()},children:[(0,M.jsx)(`p`,{children:o(`risk:propose.intro`)}),(0,M.jsx)(G,{}),(0,M.jsx)(b.Item,{name:`reason`,label:o(`risk:decide.reason`),children:(0,M.jsx)(x.TextArea,{rows:2})})]})}function q({risk:e,open:n,onClose:i,onDone:a}){let{t:o}=t(`risk`),[s]=b.useForm(),[,c]=r(V),l=p();return(0,M.jsxs)(H,{title:o(`retire.title`),open:n,onClose:i,form:s,okText:o(`action.retire`),danger:!0,submit:async({reason:t})=>{let{error:n}=await c({input:{id:e.id,expectedVersion:e.version,reason:t}});if(n)return n;l.success(o(`retire.done`)),a()},children:[(0,M.jsx)(`p`,{children:o(`retire.intro`)}),(0,M.jsx)(b.Item,{name:`reason`,label:o(`retire.reason`),rules:[{required:!0,whitespace:!0,message:o(`retire.need`)}],children:(0,M.jsx)(x.TextArea,{rows:3})})]})}function J({risk:e,onChanged:r}){let{t:i}=t(`risk`),[a,o]=(0,R.useState)(null);if(e.status===`RETIRED`)return null;let s=e.allowedActions.includes(`RECORD_RISK`),c=e.decidableGrades.length>0,l=t=>({risk:e,open:a===t,onClose:()=>o(null),onDone:r});return(0,M.jsxs)(M.Fragment,{children:[c&&(0,M.jsx)(n,{type:`primary`,onClick:()=>o(`decide`),children:i(`action.decide`)}),s&&(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(n,{onClick:()=>o(`propose`),children:i(`action.propose`)}),(0,M.jsx)(E,{to:`/risks/${e.id}/edit`,children:i(`action.edit`)}),(0,M.jsx)(K,{...l(`propose`)})]}),(s||c)&&(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(n,{danger:!0,onClick:()=>o(`retire`),children:i(`action.retire`)}),(0,M.jsx)(q,{...l(`retire`)})]}),c&&(0,M.jsx)(U,{...l(`decide`)})]})}function Y({risk:e}){let{t:n}=t([`risk`,`common`]),r=h(`RiskType`),i=h(`PowerType`),a=h(`ConsequenceKind`),o=h(`FoundBy`),c=e=>n(e?`common:state.yes`:`common:state.no`);return(0,M.jsxs)(M.Fragment,{children:[(0,M.jsxs)(`section`,{className:`panel`,children:[(0,M.jsx)(`h2`,{children:n(`risk:detail.base`)}),(0,M.jsx)(w,{items:[[n(`risk:field.unit`),e.unit&&(0,M.jsx)(s,{to:`/organisation?unit=${e.unit.id}`,children:e.unit.name})],[n(`risk:field.power`),e.power&&(0,M.jsxs)(s,{to:`/powers/${e.power.id}`,children:[e.power.code,` `,e.power.name]})],[n(`risk:field.powerType`),e.powerType&&i.label(e.powerType)],[n(`risk:field.riskType`),r.label(e.riskType)],[n(`risk:field.proposedGrade`),(0,M.jsx)(y,{grade:e.proposedGrade},`g`)],[n(`risk:field.consequence`),a.label(e.consequence)],[n(`risk:field.likelihood`),`${e.likelihood} / 5`],[n(`risk:field.severity`),`${e.severity} / 5`],[n(`risk:field.unlimitedPower`),c(e.unlimitedPower)],[n(`risk:field.pastBreach`),c(e.pastBreach)],[n(`risk:field.foundBy`),e.foundBy.map(e=>o.label(e)).join(`、`)],[n(`risk:field.createdAt`),v(e.createdAt)],[n(`risk:field.updatedAt`),v(e.updatedAt)]]}),(0,M.jsx)(w,{items:[[n(`risk:field.manifestation`),(0,M.jsx)(X,{text:e.manifestation},`m`)],[n(`risk:field.cause`),(0,M.jsx)(X,{text:e.cause},`c`)],...e.status===`RETIRED`?[[n(`risk:field.retiredReason`),(0,M.jsx)(X,{text:e.retiredReason},`r`)]]:[]]})]}),(0,M.jsxs)(`section`,{className:`panel`,children:[(0,M.jsx)(`h2`,{children:n(`risk:detail.people`)}),(0,M.jsx)(w,{items:[[n(`risk:field.post`),Z(e.post)],[n(`risk:field.person`),Q(e.person)],[n(`risk:field.exposedPosts`),$(e.exposedPosts,Z)],[n(`risk:field.exposedPersons`),$(e.exposedPersons,Q)],[n(`risk:field.directOwner`),Q(e.directOwner)],[n(`risk:field.departmentOwner`),Q(e.departmentOwner)],[n(`risk:field.leaderOwner`),Q(e.leaderOwner)]]})]})]})}function X({text:e}){let{t:n}=t(`risk`);return e?(0,M.jsx)(`span`,{className:`prose`,children:e}):(0,M.jsx)(`span`,{className:`zero`,children:n(`detail.unknown`)})}function Z(e){return e&&(0,M.jsx)(s,{to:l({post:e.id}),children:e.name})}function Q(e){return e&&(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(s,{to:l({person:e.id}),children:e.name}),e.jobTitle&&`（${e.jobTitle}）`]})}function $(e,t){return e.length===0?null:(0,M.jsx)(`span`,{className:`names`,children:e.map(e=>(0,M.jsx)(`span`,{children:t(e)},e.id))})}function re({risk:e}){let{t:n}=t(`risk`),r=h(`MeasureKind`),i=h(`MeasureStatus`),a=e.allowedActions.includes(`RECORD_RISK`)&&e.status!==`RETIRED`;return(0,M.jsxs)(`section`,{className:`panel`,children:[(0,M.jsxs)(`h2`,{className:`panel-head`,children:[n(`detail.measures`),a&&(0,M.jsx)(E,{size:`small`,to:`/measures/new?risk=${e.id}`,children:n(`action.measure`)})]}),e.measures.length===0?(0,M.jsx)(D,{text:n(`detail.noMeasures`)}):(0,M.jsx)(`div`,{className:`table-scroll`,children:(0,M.jsxs)(`table`,{className:`grid-table`,children:[(0,M.jsx)(`thead`,{children:(0,M.jsxs)(`tr`,{children:[(0,M.jsx)(`th`,{scope:`col`,children:n(`measure.content`)}),(0,M.jsx)(`th`,{scope:`col`,children:n(`measure.kind`)}),(0,M.jsx)(`th`,{scope:`col`,children:n(`measure.status`)}),(0,M.jsx)(`th`,{scope:`col`,children:n(`measure.owner`)}),(0,M.jsx)(`th`,{scope:`col`,children:n(`measure.due`)})]})}),(0,M.jsx)(`tbody`,{children:e.measures.map(e=>(0,M.jsxs)(`tr`,{children:[(0,M.jsx)(`td`,{children:(0,M.jsx)(s,{to:`/measures/${e.id}`,children:e.content})}),(0,M.jsx)(`td`,{className:`nowrap`,children:r.label(e.kind)}),(0,M.jsx)(`td`,{className:`nowrap`,children:i.label(e.status)}),(0,M.jsx)(`td`,{className:`nowrap`,children:e.owner?.name??`—`}),(0,M.jsx)(`td`,{children:[e.dueOn,e.frequency].filter(Boolean).join(`，`)||`—`})]},e.id))})]})})]})}function ie({step:e,powerId:n}){let{t:r}=t(`risk`),i=h(`StepKind`),a=e.process;return(0,M.jsxs)(`section`,{className:`panel`,children:[(0,M.jsx)(`h2`,{children:r(`detail.where`)}),a&&(0,M.jsx)(`p`,{className:`hint`,children:n?(0,M.jsx)(s,{to:`/powers/${n}`,children:r(`detail.process`,{revision:a.revision})}):r(`detail.process`,{revision:a.revision})}),(0,M.jsx)(`ol`,{className:`step-strip`,children:(a?.steps??[]).map(t=>{let n=t.id===e.id;return(0,M.jsxs)(`li`,{"aria-current":n?`step`:void 0,children:[(0,M.jsx)(`strong`,{children:t.name}),(0,M.jsx)(`span`,{children:i.label(t.kind)}),t.post&&(0,M.jsx)(`span`,{children:t.post.name}),n&&(0,M.jsxs)(`span`,{className:`step-here`,children:[`▲ `,r(`detail.thisStep`)]})]},t.id)})})]})}function ae(){let{id:e=``}=o(),[t,n]=i({query:L,variables:{id:e}}),r=()=>n({requestPolicy:`network-only`});return(0,M.jsx)(te,{result:t,onRetry:r,rows:12,children:({node:e})=>e?.__typename===`RiskPoint`?(0,M.jsx)(oe,{risk:e,onChanged:r}):(0,M.jsx)(g,{})})}function oe({risk:e,onChanged:n}){let{t:r}=t(`risk`),i=h(`RiskStatus`),{homeUnits:a}=f(),o=e.unit?.path??[],s=O(o,a);return(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(k,{title:e.title,crumbs:[{title:r(`detail.crumb`),to:`/risks`},...o.map((e,t)=>({title:e.name,to:t<s?void 0:l({unit:e.id})}))],tags:(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(y,{grade:e.grade}),(0,M.jsx)(`span`,{className:`tag`,children:i.label(e.status)}),(0,M.jsx)(`span`,{className:e.defended?`tag`:`tag tag-alarm`,children:r(e.defended?`defended.yes`:`defended.no`)})]}),actions:(0,M.jsx)(J,{risk:e,onChanged:n})}),(0,M.jsxs)(`div`,{className:`risk-detail`,children:[(0,M.jsxs)(`div`,{children:[(0,M.jsx)(Y,{risk:e}),e.step&&(0,M.jsx)(ie,{step:e.step,powerId:e.power?.id}),(0,M.jsx)(re,{risk:e})]}),(0,M.jsx)(N,{assessments:e.assessments})]})]})}export{ae as Component};